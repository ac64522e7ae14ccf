//! What must hold, and what excuses: the conditions of a rule, asked of one finding.

use std::ops::Range;

use super::scene::Scene;
use super::{Finding, Subject, measure};
use crate::analysis::{Attribution, AttributionKind, Shape, SourceKind};
use crate::rule::rule::{Condition, Reach, Region};
use crate::rule::set::{Phrase, Phrases};
use crate::span::Span;

/// The longest phrase that is looked for around a finding, in words.
const LONGEST: usize = 12;

/// Whether `condition` holds for `finding`.
pub(super) fn holds(condition: &Condition<Phrases>, finding: &Finding, scene: &Scene<'_>) -> bool {
    match condition {
        Condition::Attributed(reach, kinds) => attributed(*reach, kinds, finding, scene),
        Condition::Inside(regions) => regions.iter().any(|&region| inside(region, finding, scene)),
        Condition::Beside(regions) => regions.iter().any(|&region| beside(region, finding, scene)),
        Condition::PartOf(phrases) => covered(&words_of(finding.span, scene), &phrases.phrases, scene),
        Condition::Holds(phrases) => {
            let words = words_of(finding.span, scene);
            let end = words.end;
            words.into_iter().any(|at| matches_at(&phrases.phrases, at, scene).any(|stop| stop <= end))
        }
        Condition::Near(phrases, reach) => near(&phrases.phrases, *reach, finding, scene),
        Condition::After(phrases) => {
            let start = words_of(finding.span, scene).start;
            let sentence = scene.sentence(finding.span).map(|index| &scene.analysis.sentences[index]);
            let first = sentence.map_or(0, |sentence| sentence.words.start);
            let from = start.saturating_sub(LONGEST).max(first);
            let words = scene.analysis.words.list();
            let fills = |at| phrases.phrases.iter().any(|it| it.fills(at..start, words, &scene.numbers));
            (from..start).any(fills)
        }
        Condition::Before(phrases) => {
            let end = words_of(finding.span, scene).end;
            matches_at(&phrases.phrases, end, scene).next().is_some()
        }
        Condition::Block(roles) => roles.contains(&scene.role(finding.span)),
        Condition::Genre(genres) => {
            let declared = scene.article.declared().genre.as_deref().or(scene.rules.genre.as_deref());
            declared.is_some_and(|genre| genres.iter().any(|wanted| wanted.eq_ignore_ascii_case(genre)))
        }
        Condition::Named(reach) => named(*reach, finding, scene),
        Condition::UnpairedMark(reach) => unpaired_mark(*reach, finding, scene),
        Condition::Article(measure, count) => count.holds(measure::of_article(*measure, scene)),
        Condition::All(conditions) => conditions.iter().all(|inner| holds(inner, finding, scene)),
        Condition::Any(conditions) => conditions.iter().any(|inner| holds(inner, finding, scene)),
        Condition::Not(inner) => !holds(inner, finding, scene),
    }
}

/// The indices of the words of `span`.
fn words_of(span: Span, scene: &Scene<'_>) -> Range<usize> {
    scene.analysis.words.within(span)
}

/// Where the phrases end that start at word `at`.
fn matches_at<'a>(
    phrases: &'a [Phrase],
    at: usize,
    scene: &'a Scene<'_>,
) -> impl Iterator<Item = usize> + 'a {
    let words = scene.analysis.words.list();
    phrases
        .iter()
        .filter_map(move |phrase| phrase.starting_at(at, words, &scene.numbers))
        .map(|found| found.whole.end)
}

/// Whether one of `phrases` holds all the words of `found`.
pub(super) fn covered(found: &Range<usize>, phrases: &[Phrase], scene: &Scene<'_>) -> bool {
    if phrases.is_empty() {
        return false;
    }
    let from = found.start.saturating_sub(LONGEST);
    (from..=found.start).any(|at| matches_at(phrases, at, scene).any(|end| end >= found.end))
}

fn near(phrases: &[Phrase], reach: Reach, finding: &Finding, scene: &Scene<'_>) -> bool {
    let Some(here) = scene.sentence(finding.span) else { return false };
    let sentences = scene.sentences_within(reach, here);
    sentences.filter(|&there| scene.reaches(reach, here, there)).any(|there| {
        let words = scene.analysis.sentences[there].words.clone();
        let end = words.end;
        words.into_iter().any(|at| matches_at(phrases, at, scene).any(|stop| stop <= end))
    })
}

/// Whether somebody is said to say it. A quotation and a conditional have an attribution of their own, or none.
fn attributed(reach: Reach, kinds: &[SourceKind], finding: &Finding, scene: &Scene<'_>) -> bool {
    let by_kind =
        |said: &Attribution| kinds.is_empty() || said.source_kind.is_some_and(|kind| kinds.contains(&kind));
    let Some(here) = scene.sentence(finding.span) else { return false };
    let own = match finding.subject {
        Subject::Quotation(index) => Some(scene.analysis.quotations[index].attribution),
        Subject::Conditional(index) => Some(scene.analysis.conditionals[index].attribution),
        Subject::Words | Subject::Attribution(_) | Subject::Article(_) => None,
    };
    if let Some(own) = own {
        let said = own.and_then(|index| scene.analysis.attributions.get(index));
        return said.is_some_and(|said| by_kind(said) && scene.reaches(reach, here, said.sentence));
    }
    // "Il se murmure que": what is itself the cue, or the source, of an attribution isn't excused by it.
    let itself = |said: &Attribution| {
        said.source.is_some_and(|span| span.overlaps(finding.span))
            || said.cue.is_some_and(|span| span.overlaps(finding.span))
    };
    let wanted = |said: &Attribution| said.source.is_some() && by_kind(said) && !itself(said);
    if reach == Reach::Clause {
        return scene.region_around(Region::Attribution, finding.span).is_some();
    }
    scene
        .attributions_in(scene.sentences_within(reach, here))
        .any(|(_, said)| wanted(said) && scene.reaches(reach, here, said.sentence))
}

fn inside(region: Region, finding: &Finding, scene: &Scene<'_>) -> bool {
    match (region, finding.subject) {
        // A quotation stands in its own marks, a source in its own words: that says nothing.
        (Region::Quotation, Subject::Quotation(_)) | (Region::Source, Subject::Attribution(_)) => false,
        _ => scene.region_around(region, finding.span).is_some(),
    }
}

fn beside(region: Region, finding: &Finding, scene: &Scene<'_>) -> bool {
    let words = scene.analysis.words.list();
    let found = words_of(finding.span, scene);
    let stands = |index: Option<usize>| {
        let word = index.and_then(|index| words.get(index));
        word.is_some_and(|word| scene.region_around(region, word.span).is_some())
    };
    [1, 2].into_iter().any(|away| stands(found.start.checked_sub(away)) || stands(Some(found.end + away - 1)))
}

/// Whether a quotation mark without a partner stands near.
fn unpaired_mark(reach: Reach, finding: &Finding, scene: &Scene<'_>) -> bool {
    let Some(here) = scene.sentence(finding.span) else { return false };
    let sentences = &scene.analysis.sentences[scene.sentences_within(reach, here)];
    let (Some(first), Some(last)) = (sentences.first(), sentences.last()) else { return false };
    let marks = &scene.analysis.lone_marks;
    let from = marks.partition_point(|mark| mark.span.start() < first.span.start());
    marks[from..]
        .iter()
        .take_while(|mark| mark.span.start() < last.span.end())
        .any(|mark| scene.sentence(mark.span).is_some_and(|there| scene.reaches(reach, here, there)))
}

/// Whether somebody who is quoted is named near, or the found source itself is followed by a name.
fn named(reach: Reach, finding: &Finding, scene: &Scene<'_>) -> bool {
    let Some(here) = scene.sentence(finding.span) else { return false };
    if followed_by_name(finding.span, scene) {
        return true;
    }
    scene.attributions_in(scene.sentences_within(reach, here)).any(|(index, said)| {
        finding.subject != Subject::Attribution(index)
            && scene.reaches(reach, here, said.sentence)
            && quoted(said.kind)
            && said.source_kind != Some(SourceKind::Document)
            && said.source.is_some_and(|source| holds_name(source, scene))
    })
}

/// Whether the words of somebody are given, in part at least.
fn quoted(kind: AttributionKind) -> bool {
    match kind {
        AttributionKind::Direct | AttributionKind::Mixed => true,
        AttributionKind::Indirect | AttributionKind::AccordingTo => false,
    }
}

/// Whether a name starts in `span`: one that the analysis knows, or a word with a capital that doesn't open the
/// sentence.
fn holds_name(span: Span, scene: &Scene<'_>) -> bool {
    let names = &scene.analysis.names;
    let index = names.partition_point(|name| name.start() < span.start());
    if names.get(index).is_some_and(|name| name.start() < span.end()) {
        return true;
    }
    let first = scene.sentence(span).map(|index| scene.analysis.sentences[index].words.start);
    let words = scene.analysis.words.list();
    words_of(span, scene).any(|word| Some(word) != first && words[word].shape == Shape::Capitalised)
}

/// Whether a name stands in `span` or directly behind it, in the same sentence: "un conseiller, Hugo Lanty".
fn followed_by_name(span: Span, scene: &Scene<'_>) -> bool {
    let end = words_of(span, scene).end;
    let last = scene.sentence(span).map_or(0, |index| scene.analysis.sentences[index].words.end);
    let words = scene.analysis.words.list().get(..last).unwrap_or_default();
    let behind = words.get(end + 1).or(words.get(end)).map_or(span, |word| word.span);
    holds_name(span.cover(behind), scene)
}
