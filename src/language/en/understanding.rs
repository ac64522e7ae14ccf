//! All that English sees in an article, put together.

use super::attributions::{Found, said};
use super::lexicon::Lexicon;
use super::line::Line;
use super::{answered, credits, figures, kinds, names, negated, profiles, runs, source_kinds};
use crate::analysis::{Attribution, AttributionKind, CueKind, QuotationKind};
use crate::language::{Groundwork, Understanding};
use crate::span::Span;

/// What English makes of the groundwork.
pub(super) fn understanding(ground: &Groundwork<'_>, lexicon: &Lexicon) -> Understanding {
    let mut found: Vec<Found> = Vec::new();
    let mut quotation = 0;
    for index in 0..ground.sentences.len() {
        let start = ground.sentences[index].span.start();
        while ground.quotations.get(quotation).is_some_and(|quotation| quotation.span.end() <= start) {
            quotation += 1;
        }
        let line = Line::new(ground, lexicon, index, quotation);
        found.extend(said(&line, lexicon).iter().map(|said| said.found(&line)));
    }
    credits::add(ground, lexicon, &mut found);
    answered::add(ground, lexicon, &mut found);
    runs::carry_back(ground, &mut found);
    runs::carry_on(ground, lexicon, &mut found);
    profiles::add(ground, lexicon, &mut found);
    found.retain(|found| !found.content.is_empty());
    for found in &mut found {
        found.content.sort();
    }
    found.sort_by_key(|found| (first(found), found.sentence));
    let quotations = linked(ground, &found);
    let attributions = found.iter().map(|found| attribution(ground, lexicon, found)).collect();
    Understanding {
        quotations,
        attributions,
        conditionals: Vec::new(),
        figures: figures::figures(ground),
        names: names::names(ground, lexicon),
        negated: negated::negated(ground, lexicon),
    }
}

fn first(found: &Found) -> Span {
    let spans = found.content.iter().chain(&found.cue).chain(&found.source);
    spans.copied().min().unwrap_or_default()
}

/// For each quotation its kind and the attribution that most of it lies in.
fn linked(ground: &Groundwork<'_>, found: &[Found]) -> Vec<(QuotationKind, Option<usize>)> {
    let mut contents: Vec<(Span, usize)> = found
        .iter()
        .enumerate()
        .flat_map(|(index, found)| found.content.iter().map(move |&span| (span, index)))
        .collect();
    contents.sort();
    let mut links = Vec::with_capacity(ground.quotations.len());
    let mut at = 0;
    for quotation in ground.quotations {
        while contents.get(at).is_some_and(|(span, _)| span.end() <= quotation.span.start()) {
            at += 1;
        }
        let link = contents[at..]
            .iter()
            .take_while(|(span, _)| span.start() < quotation.span.end())
            .filter_map(|&(span, index)| span.common(quotation.span).map(|common| (common.len(), index)))
            .max_by_key(|&(length, _)| length)
            .filter(|&(length, _)| length * 5 >= quotation.span.len() * 4)
            .map(|(_, index)| index);
        links.push((kinds::kind(ground, quotation, link), link));
    }
    links
}

fn attribution(ground: &Groundwork<'_>, lexicon: &Lexicon, found: &Found) -> Attribution {
    let text = ground.text();
    let source_kind = found.source.map(|source| source_kinds::kind(ground, lexicon, source));
    let pronoun = found.source.is_some_and(|source| {
        matches!(
            source.of(text).to_lowercase().as_str(),
            "he" | "she" | "they" | "it" | "we" | "i" | "who" | "you"
        )
    });
    Attribution {
        kind: kind(ground, found),
        content: found.content.clone(),
        cue: found.cue,
        cue_kind: found.cue_kind,
        source: found.source,
        source_kind,
        speaker: None,
        pronoun,
        sentence: found.sentence,
    }
}

/// In what form it is said: by how much of the content stands in quotation marks.
fn kind(ground: &Groundwork<'_>, found: &Found) -> AttributionKind {
    if found.cue_kind == CueKind::AccordingTo {
        return AttributionKind::AccordingTo;
    }
    let (mut inside, mut outside) = (false, false);
    for &content in &found.content {
        let first = ground.quotations.partition_point(|quotation| quotation.span.end() <= content.start());
        let mut at = content.start();
        for quotation in
            ground.quotations[first..].iter().take_while(|quotation| quotation.span.start() < content.end())
        {
            inside = true;
            outside |= holds_word(&ground.text()[at..quotation.span.start().max(at)]);
            at = quotation.span.end().min(content.end()).max(at);
        }
        outside |= holds_word(&ground.text()[at..content.end().max(at)]);
    }
    match (inside, outside) {
        (true, false) => AttributionKind::Direct,
        (true, true) => AttributionKind::Mixed,
        (false, _) => AttributionKind::Indirect,
    }
}

fn holds_word(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}
