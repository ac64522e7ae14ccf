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
            let word = ground.words.folded(at);
            let negation = word.starts_with('n') || word.ends_with("n't") || word == "hardly";
            let denies = negation && lexicon.tags(word).any(NEGATION)
                || matches!(word, "deny" | "denies" | "denied" | "denying");
            if !denies {
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
