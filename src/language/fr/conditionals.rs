//! Finds the verbs in the conditional and their groups; `readings` says what each is there for.

use super::lexicon::Features;
use super::parse::{Parse, Tag};
use super::verbs::{self, Group};
use crate::analysis::Reading;
use crate::span::Span;

/// A conditional as found, its attribution not yet looked for.
pub(super) struct Found {
    /// Its group.
    pub(super) group: Group,
    /// Index of its sentence.
    pub(super) sentence: usize,
    /// From the conjugated word to the last word of the group.
    pub(super) span: Span,
    /// The infinitive of what is done.
    pub(super) verb: String,
    /// What it is there for.
    pub(super) reading: Reading,
}

/// The conditionals, in the order of the text; every reading is still `Hypothetical`.
pub(super) fn conditionals(parse: &Parse<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for (number, sentence) in parse.sentences.iter().enumerate() {
        let mut index = sentence.words.start;
        while index < sentence.words.end {
            if is_conditional(parse, index, sentence.words.start) {
                let group = verbs::group(parse, index, sentence.words.start, sentence.words.end);
                let words = parse.words.list();
                let last = if group.compound { group.last } else { group.finite };
                found.push(Found {
                    group,
                    sentence: number,
                    span: words[index].span.cover(words[last].span),
                    verb: parse.lemma(group.main).to_owned(),
                    reading: Reading::Hypothetical,
                });
            }
            index += 1;
        }
    }
    found
}

/// Whether the word is a verb in the conditional and nothing else in its place.
fn is_conditional(parse: &Parse<'_>, index: usize, start: usize) -> bool {
    let lexeme = parse.lexeme(index);
    if lexeme.finite & Features::CONDITIONAL == 0 {
        return false;
    }
    let word = parse.word(index);
    if matches!(word, "minerais" | "cherrais") {
        return index > start
            && matches!(parse.tag_of(index - 1), Tag::Pronoun | Tag::Clitic | Tag::Negation);
    }
    // A name that ends like one.
    let unknown_name = parse.capital(index)
        && index > start
        && parse.tag_of(index) == Tag::Name
        && !parse.all_capital_sentence(index);
    !unknown_name
}
