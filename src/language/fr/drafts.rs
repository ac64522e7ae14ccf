//! The attributions in the making as what they are: their words, in order, those that say nothing left out.

use super::attributions::{Draft, Found, Reach};
use super::cues::{self, Cue, Place};
use super::parse::{Parse, Tag};
use crate::analysis::{Attribution, AttributionKind, CueKind, QuotationKind, SourceKind};
use crate::span::Span;

/// The drafts as attributions, in the order of their first span.
pub(super) fn finish(
    parse: &Parse<'_>,
    drafts: Vec<Draft>,
    of_quotation: Vec<Option<usize>>,
    kinds: Vec<QuotationKind>,
) -> Found {
    let count = drafts.len();
    let mut made: Vec<(usize, Attribution, Reach)> = Vec::new();
    for (number, draft) in drafts.into_iter().enumerate() {
        // A verb of saying without complement and without source says nothing: "Le débat continue."
        let content = content(parse, &draft);
        // "Le chantier compte trois étapes": thinks nothing.
        let thinks = matches!(draft.cue.kind, CueKind::Belief | CueKind::Directive);
        let known = draft.cue.source.as_ref().is_some_and(|source| source.known);
        if thinks && !known && content.is_empty() && draft.quotations.is_empty() {
            continue;
        }
        // "Certains s'arrêtent et conversent": nothing is said; "des observateurs redoutent une reprise": it is.
        let faceless = draft.cue.source.as_ref().is_some_and(|source| source.kind == SourceKind::Collective);
        if faceless
            && content.is_empty()
            && draft.quotations.is_empty()
            && matches!(draft.cue.place, Place::Before)
            && !takes_a_stance(parse, &draft.cue)
        {
            continue;
        }
        if draft.cue.source.is_none()
            && draft.quotations.is_empty()
            && draft.cue.kind != CueKind::AccordingTo
            && content.is_empty()
        {
            continue;
        }
        let reach = Reach {
            start: draft.cue.start(),
            stop: draft.cue.stop(),
            place: draft.cue.place,
            quoted: draft.cue.inside.is_some(),
        };
        made.push((number, attribution(parse, draft, content), reach));
    }
    made.sort_by_cached_key(|(_, attribution, _)| first_byte(attribution));
    lead_back_same_source(parse, made.iter_mut().map(|(_, attribution, _)| attribution));
    let mut place = vec![None; count];
    for (at, (number, ..)) in made.iter().enumerate() {
        place[*number] = Some(at);
    }
    let of_quotation = of_quotation.iter().map(|own| own.and_then(|own| place[own])).collect();
    let (attributions, reach) = made.into_iter().map(|(_, attribution, reach)| (attribution, reach)).unzip();
    Found { attributions, of_quotation, kinds, reach }
}

/// Whether the verb of a cue says what somebody holds of its object, so that no clause need follow: redouter, dénoncer.
fn takes_a_stance(parse: &Parse<'_>, cue: &Cue) -> bool {
    matches!(cue.kind, CueKind::Loaded | CueKind::Passive)
        || (cue.first..cue.end).any(|at| {
            matches!(
                parse.lemma(at),
                "anticiper"
                    | "considérer"
                    | "estimer"
                    | "juger"
                    | "trouver"
                    | "appeler"
                    | "attendre"
                    | "contester"
                    | "craindre"
                    | "déplorer"
                    | "douter"
                    | "espérer"
                    | "évoquer"
                    | "exiger"
                    | "plaider"
                    | "préconiser"
                    | "prédire"
                    | "prévoir"
                    | "pronostiquer"
                    | "prôner"
                    | "réclamer"
                    | "recommander"
                    | "redouter"
                    | "regretter"
                    | "saluer"
                    | "souhaiter"
                    | "soupçonner"
                    | "suspecter"
            )
        })
}

/// Gives "la même source" and "cette source" the kind of the source named last before them.
fn lead_back_same_source<'a>(parse: &Parse<'_>, attributions: impl Iterator<Item = &'a mut Attribution>) {
    let mut last: Option<SourceKind> = None;
    let mut in_order: Vec<&mut Attribution> = attributions.filter(|own| own.source.is_some()).collect();
    in_order.sort_by_key(|attribution| attribution.source.map(Span::start));
    for attribution in in_order {
        let Some(source) = attribution.source else { continue };
        let mut words = parse.words.within(source);
        let same = words.len() <= 3
            && words.clone().any(|at| matches!(parse.word(at), "source" | "sources"))
            && words.any(|at| {
                matches!(
                    parse.word(at),
                    "même" | "mêmes" | "cette" | "ces" | "dernière" | "dernières" | "première" | "seconde"
                )
            });
        if same && last.is_some() {
            attribution.source_kind = last;
        } else if !same {
            last = attribution.source_kind;
        }
    }
}

fn first_byte(attribution: &Attribution) -> usize {
    let spans = attribution.content.iter().chain(&attribution.cue).chain(&attribution.source);
    spans.map(|span| span.start()).min().unwrap_or_default()
}

fn attribution(parse: &Parse<'_>, draft: Draft, content: Vec<Span>) -> Attribution {
    let words = parse.words.list();
    let quotations = &draft.quotations;
    let kind = if draft.cue.kind == CueKind::AccordingTo {
        AttributionKind::AccordingTo
    } else if quotations.is_empty() {
        AttributionKind::Indirect
    } else if content
        .iter()
        .all(|span| quotations.iter().any(|&at| parse.quotations[at].span.contains(*span)))
    {
        AttributionKind::Direct
    } else {
        AttributionKind::Mixed
    };
    let source = draft.cue.source.as_ref();
    Attribution {
        kind,
        content,
        cue: (draft.cue.end > draft.cue.first)
            .then(|| words[draft.cue.first].span.cover(words[draft.cue.end - 1].span)),
        cue_kind: draft.cue.kind,
        source: source.map(|source| source.span(parse)),
        source_kind: source.map(|source| source.kind),
        speaker: None,
        pronoun: source.is_some_and(|source| source.pronoun),
        sentence: draft.cue.sentence,
    }
}

/// What is said: the quotations, or the complement of the cue, or the clause around it.
fn content(parse: &Parse<'_>, draft: &Draft) -> Vec<Span> {
    let quotations: Vec<Span> = draft.quotations.iter().map(|&at| parse.quotations[at].span).collect();
    let sentence = &parse.sentences[draft.cue.sentence];
    let words = parse.words.list();
    if draft.carried {
        return quotations;
    }
    let (start, stop) = (draft.cue.start(), draft.cue.stop());
    let between = |from: usize, to: usize| -> Option<Span> {
        let (mut from, mut to) = (from, to);
        while from < to && parse.tag_of(from) == Tag::Mark && parse.quotation(from).is_none() {
            from += 1;
        }
        while to > from && parse.tag_of(to - 1) == Tag::Mark && parse.quotation(to - 1).is_none() {
            to -= 1;
        }
        (from < to).then(|| words[from].span.cover(words[to - 1].span))
    };
    match draft.cue.place {
        Place::Before => {
            if !quotations.is_empty()
                && quotations.iter().all(|span| span.start() >= words[start].span.start())
            {
                let first = words.partition_point(|word| word.span.start() < quotations[0].start());
                if parse.words.list()[stop.min(first)..first]
                    .iter()
                    .enumerate()
                    .all(|(at, _)| parse.tag_of(stop + at) == Tag::Mark)
                {
                    return quotations;
                }
            }
            let from = stop.max(draft.cue.end);
            if !cues::opens_complement(parse, from, sentence.words.end) && quotations.is_empty() {
                return Vec::new();
            }
            between(from, sentence.words.end).into_iter().collect()
        }
        Place::Incise => {
            let inside = draft.cue.inside;
            if inside.is_some() {
                return quotations;
            }
            [between(sentence.words.start, start), between(stop, sentence.words.end)]
                .into_iter()
                .flatten()
                .collect()
        }
        Place::Phrase => [between(sentence.words.start, start), between(stop, sentence.words.end)]
            .into_iter()
            .flatten()
            .collect(),
    }
}
