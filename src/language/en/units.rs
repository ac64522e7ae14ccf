//! What a sentence is made of for its grammar: words with their tags, and each quotation as one unit.

use super::lexicon::Lexicon;
use super::tags::*;
use crate::analysis::{Sentence, Shape};
use crate::language::Groundwork;
use crate::span::Span;

/// A word, a mark, or a whole quotation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    pub(super) span: Span,
    /// Index of its (first) word.
    pub(super) word: usize,
    pub(super) tags: Tags,
    pub(super) shape: Shape,
    /// Index of the quotation that it is.
    pub(super) quotation: Option<usize>,
    /// Whether a clause has its verb here.
    pub(super) finite: bool,
}

/// The words of a sentence with each quotation as one unit.
pub(super) fn units(
    ground: &Groundwork<'_>,
    lexicon: &Lexicon,
    sentence: &Sentence,
    quotation: usize,
) -> Vec<Unit> {
    let mut units = Vec::with_capacity(sentence.words.len());
    let mut next = quotation;
    let mut index = sentence.words.start;
    while index < sentence.words.end {
        let word = ground.words.list()[index];
        while ground.quotations.get(next).is_some_and(|quotation| quotation.span.end() <= word.span.start()) {
            next += 1;
        }
        if let Some(found) =
            ground.quotations.get(next).filter(|found| found.span.start() <= word.span.start())
        {
            let end = found.span.end().min(sentence.span.end());
            let span = Span::between(word.span.start(), end);
            units.push(Unit {
                span,
                word: index,
                tags: Tags::default(),
                shape: Shape::Mark,
                quotation: Some(next),
                finite: false,
            });
            index = ground.words.within(span).end.max(index + 1);
            continue;
        }
        units.push(Unit {
            span: word.span,
            word: index,
            tags: tags(ground.words.folded(index), word.shape, lexicon),
            shape: word.shape,
            quotation: None,
            finite: false,
        });
        index += 1;
    }
    units
}

/// Takes from "Theresa May", "Will wrote" and "the WHO" what "may", "will" and "who" are in small letters: a name is no word of
/// grammar.
pub(super) fn name_surnames(ground: &Groundwork<'_>, units: &mut [Unit]) {
    for at in 0..units.len() {
        let names = match units[at].shape {
            Shape::Capitalised => units[at].tags.any(MODAL) && is_surname(ground, units, at),
            Shape::Upper => {
                matches!(ground.words.folded(units[at].word), "who" | "us" | "is" | "it") && at > 0
            }
            Shape::Lower => units[at].tags.any(DO) && joins_names(ground, units, at),
            _ => false,
        };
        if names {
            units[at].tags = Tags::default();
        }
    }
}

/// Whether a helper with a capital is a name: behind a first name or a title, or before a past tense ("Will wrote").
fn is_surname(ground: &Groundwork<'_>, units: &[Unit], at: usize) -> bool {
    let past = units
        .get(at + 1)
        .is_some_and(|next| next.shape == Shape::Lower && next.tags.any(PAST) && !next.tags.any(BASE));
    if past || at == 0 {
        return past;
    }
    let stop = ground.words.folded(units[at - 1].word) == ".";
    let before = &units[if stop { at.saturating_sub(2) } else { at - 1 }];
    before.shape == Shape::Capitalised
        && !before.tags.any(PREPOSITION | TIME | SUBORDINATOR | COORDINATOR | OPENS_NOUN)
}

/// Whether "do" stands inside a name: "the Correio do Porto".
fn joins_names(ground: &Groundwork<'_>, units: &[Unit], at: usize) -> bool {
    let named = |at: usize| units.get(at).is_some_and(|unit| unit.shape == Shape::Capitalised);
    at > 0 && named(at - 1) && named(at + 1) && ground.words.folded(units[at].word) == "do"
}

/// Whether most of its longer words have capitals, as in a headline.
pub(super) fn is_title_case(units: &[Unit]) -> bool {
    let long = |unit: &&Unit| unit.quotation.is_none() && unit.shape != Shape::Mark && unit.span.len() > 3;
    let all = units.iter().filter(long).count();
    let small = units.iter().filter(long).filter(|unit| unit.shape == Shape::Lower).count();
    all >= 3 && small * 4 <= all
}

/// What the lexicon says, and what the ending tells of a word that it doesn't know.
fn tags(folded: &str, shape: Shape, lexicon: &Lexicon) -> Tags {
    let mut tags = lexicon.tags(folded);
    if shape == Shape::Lower {
        if folded.len() > 4 && folded.ends_with("ly") && !tags.any(NO_ADVERB) {
            tags |= ADVERB;
        } else if tags.is_empty() && folded.len() > 4 && folded.ends_with("ed") && !folded.ends_with("eed") {
            tags |= PAST | PARTICIPLE;
        } else if tags.is_empty() && folded.len() > 5 && folded.ends_with("ing") {
            tags |= ING | NOUN_TOO;
        } else if tags.is_empty() && folded.len() > 5 && (folded.ends_with("ize") || folded.ends_with("ify"))
        {
            tags |= BASE;
        }
    }
    tags
}
