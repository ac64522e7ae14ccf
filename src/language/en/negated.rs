//! The stretches of an article that are denied: "is not a terrorist", "never called him a thug".

use super::lexicon::Lexicon;
use super::tags::*;
use crate::analysis::Shape;
use crate::language::Groundwork;
use crate::span::Span;

/// How many words a denial reaches, where no mark ends it before.
const REACH: usize = 12;

/// The denied stretches, in the order of the text: from the verb that is denied to the end of its clause.
pub(super) fn negated(ground: &Groundwork<'_>, lexicon: &Lexicon) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let list = ground.words.list();
    for sentence in ground.sentences {
        for at in sentence.words.clone() {
            if !denies(ground.words.folded(at), lexicon) {
                continue;
            }
            let start =
                if at > sentence.words.start && lexicon.tags(ground.words.folded(at - 1)).any(AUXILIARY) {
                    at - 1
                } else {
                    at
                };
            let end = (at + 1..sentence.words.end.min(at + REACH))
                .find(|&next| {
                    list[next].shape == Shape::Mark
                        && matches!(ground.words.folded(next), "," | ";" | ":" | "." | "!" | "?" | "—" | "–")
                        || ground.words.folded(next) == "but"
                })
                .unwrap_or(sentence.words.end.min(at + REACH));
            if found.last().is_none_or(|last| last.end() <= list[start].span.start()) {
                found.push(list[start].span.cover(list[end - 1].span));
            }
        }
    }
    found
}

/// Whether a word denies. Asked of every word, it looks at the letters that denials start or end with first.
fn denies(word: &str, lexicon: &Lexicon) -> bool {
    match word.as_bytes() {
        [b'd', b'e', b'n', ..] => matches!(word, "deny" | "denies" | "denied" | "denying"),
        [b'n', ..] | [.., b'\'', b't'] => lexicon.tags(word).any(NEGATION),
        [b'h', ..] => word == "hardly" && lexicon.tags(word).any(NEGATION),
        _ => false,
    }
}
