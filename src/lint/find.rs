//! What the rules look for: the spans that analysis and word lists offer.

use regex::Regex;

use super::scene::Scene;
use super::{Finding, Subject, measure};
use crate::analysis::Attribution;
use crate::rule::rule::{Attributions, Count, Find, Part, Quotations};
use crate::rule::set::{Match, Phrases};
use crate::span::Span;

/// All that the rules find, before anything is excused; by rule, not by place.
pub(super) fn findings(scene: &Scene<'_>) -> Vec<Finding> {
    let mut findings = terms(scene);
    for (rule, in_force) in scene.rules.in_force().iter().enumerate() {
        for find in &in_force.compiled.find {
            let found = found(find, scene);
            findings.extend(found.into_iter().map(|(span, subject)| Finding { rule, span, subject }));
        }
    }
    findings
}

/// What a single find finds. Terms aren't asked here: those of all rules are looked up together.
fn found(find: &Find<Phrases>, scene: &Scene<'_>) -> Vec<(Span, Subject)> {
    match find {
        Find::Terms(_) => Vec::new(),
        Find::Pattern(regex) => pattern(regex, scene),
        Find::Quotation(wanted) => quotations(wanted, scene),
        Find::Attribution(wanted) => attributions(wanted, scene),
        Find::Conditional(readings) => {
            let conditionals = scene.analysis.conditionals.iter().enumerate();
            conditionals
                .filter(|(_, conditional)| readings.contains(&conditional.reading))
                .map(|(index, conditional)| (conditional.span, Subject::Conditional(index)))
                .collect()
        }
        Find::Figure(kinds) => {
            let figures = scene.analysis.figures.iter().filter(|figure| kinds.contains(&figure.kind));
            figures.map(|figure| (figure.span, Subject::Words)).collect()
        }
        Find::UnpairedMark => {
            scene.analysis.lone_marks.iter().map(|mark| (mark.span, Subject::Words)).collect()
        }
        Find::Link(regex) => {
            let links = scene.article.links().iter().filter(|link| regex.is_match(&link.target));
            links.map(|link| (link.span, Subject::Words)).collect()
        }
        Find::Article(measure, count) => {
            let number = measure::of_article(*measure, scene);
            let at = measure::place_of_article(*measure, scene);
            at.filter(|_| count.holds(number)).map(|at| (at, Subject::Article(number))).into_iter().collect()
        }
    }
}

/// What the terms of all rules find: each word is looked up once.
fn terms(scene: &Scene<'_>) -> Vec<Finding> {
    let words = scene.analysis.words.list();
    let mut findings = Vec::new();
    for (at, &number) in scene.numbers.iter().enumerate() {
        for anchored in scene.rules.anchored(number) {
            let Find::Terms(phrases) = &scene.rules.in_force()[anchored.rule].compiled.find[anchored.find]
            else {
                continue;
            };
            let phrase = &phrases.phrases[anchored.phrase];
            let Some(found) = phrase.anchored_at(at, words, &scene.numbers) else { continue };
            if !in_one_sentence(&found, scene) || excepted(&found, phrases, scene) {
                continue;
            }
            let span = words[found.found.start].span.cover(words[found.found.end - 1].span);
            findings.push(Finding { rule: anchored.rule, span, subject: Subject::Words });
        }
    }
    findings
}

fn in_one_sentence(found: &Match, scene: &Scene<'_>) -> bool {
    let words = scene.analysis.words.list();
    let sentence = |index: usize| scene.analysis.sentence_at(words[index].span.start());
    sentence(found.whole.start) == sentence(found.whole.end - 1)
}

/// Whether the words stand in a term that the rule leaves alone.
fn excepted(found: &Match, phrases: &Phrases, scene: &Scene<'_>) -> bool {
    super::unless::covered(&found.found, &phrases.except, scene)
}

/// What a regular expression finds, block by block.
fn pattern(regex: &Regex, scene: &Scene<'_>) -> Vec<(Span, Subject)> {
    let mut found = Vec::new();
    for block in scene.article.blocks() {
        for captures in regex.captures_iter(scene.words(block.span)) {
            let Some(matched) = captures.name("found").or_else(|| captures.get(0)) else { continue };
            let start = block.span.start() + matched.start();
            let span = Span::between(start, start + matched.len());
            if !span.is_empty() {
                found.push((span, Subject::Words));
            }
        }
    }
    found
}

fn quotations(wanted: &Quotations, scene: &Scene<'_>) -> Vec<(Span, Subject)> {
    let fits = |index: usize| {
        let quotation = &scene.analysis.quotations[index];
        (wanted.kind.is_empty() || wanted.kind.contains(&quotation.kind))
            && (wanted.block.is_empty() || wanted.block.contains(&scene.role(quotation.span)))
            && counts(wanted.words, || measure::words_in(quotation.inner, scene))
            && counts(wanted.words_before_speaker, || measure::before_speaker(index, scene).0)
            && counts(wanted.sentences_before_speaker, || measure::before_speaker(index, scene).1)
            && is(wanted.in_text, || measure::quoted_in_text(index, scene))
            && is(wanted.capital, || scene.words(quotation.inner).starts_with(char::is_uppercase))
            && is(wanted.second_speaker, || measure::second_speaker(index, scene))
    };
    (0..scene.analysis.quotations.len())
        .filter(|&index| fits(index))
        .map(|index| (scene.analysis.quotations[index].span, Subject::Quotation(index)))
        .collect()
}

fn attributions(wanted: &Attributions, scene: &Scene<'_>) -> Vec<(Span, Subject)> {
    let mut found = Vec::new();
    for (index, attribution) in scene.analysis.attributions.iter().enumerate() {
        let part = match wanted.part {
            Part::Source => attribution.source,
            Part::Cue => attribution.cue,
            Part::Content => attribution.content.iter().copied().reduce(Span::cover),
        };
        let Some(span) = part else { continue };
        // The block is asked first: what else is asked may look through the whole article.
        let stands_there = wanted.block.is_empty() || wanted.block.contains(&scene.role(span));
        if stands_there && fits(wanted, attribution, scene) {
            found.push((span, Subject::Attribution(index)));
        }
    }
    found
}

fn fits(wanted: &Attributions, attribution: &Attribution, scene: &Scene<'_>) -> bool {
    (wanted.kind.is_empty() || wanted.kind.contains(&attribution.kind))
        && (wanted.source.is_empty()
            || attribution.source_kind.is_some_and(|kind| wanted.source.contains(&kind)))
        && (wanted.cue.is_empty() || wanted.cue.contains(&attribution.cue_kind))
        && is(wanted.pronoun, || attribution.pronoun)
        && (wanted.speaker.is_empty() || spoken_by(&wanted.speaker, attribution))
        && counts(wanted.sentences_since_name, || measure::sentences_since_name(attribution, scene))
        && is(wanted.in_text, || measure::source_in_text(attribution, scene))
}

/// Whether one of `speakers`, by full name or its last word, is who speaks.
fn spoken_by(speakers: &[String], attribution: &Attribution) -> bool {
    let Some(speaker) = &attribution.speaker else { return false };
    speakers.iter().any(|name| {
        let last = name.rsplit(' ').next().unwrap_or_default();
        speaker == name || (!last.is_empty() && speaker.rsplit(' ').next() == Some(last))
    })
}

/// Whether the number lies in the range; not counted where any number would do.
fn counts(count: Count, number: impl FnOnce() -> usize) -> bool {
    count == Count::ANY || count.holds(number())
}

/// Whether something is so as wanted; not asked where nothing is wanted.
fn is(wanted: Option<bool>, so: impl FnOnce() -> bool) -> bool {
    wanted.is_none_or(|wanted| wanted == so())
}
