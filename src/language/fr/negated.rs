//! Stretches that are denied: from "ne" to the end of its clause, from "ni", "sans être", "non pas".

use super::parse::{Parse, Tag};
use crate::span::Span;

/// The denied stretches, in the order of the text.
pub(super) fn negated(parse: &Parse<'_>) -> Vec<Span> {
    let mut negated: Vec<Span> = Vec::new();
    let words = parse.words.list();
    for sentence in parse.sentences {
        let mut index = sentence.words.start;
        while index < sentence.words.end {
            if !opens(parse, index, sentence.words.end) {
                index += 1;
                continue;
            }
            let behind = |at: &usize| {
                matches!(parse.tag_of(*at), Tag::Subordinator | Tag::Coordinator)
                    || (parse.tag_of(*at) == Tag::Mark
                        && matches!(parse.word(*at), "," | ";" | ":" | "." | "!" | "?" | ")"))
            };
            let end = (index + 2..sentence.words.end).find(behind).unwrap_or(sentence.words.end);
            negated.push(words[index].span.cover(words[end - 1].span));
            index = end;
        }
    }
    negated
}

/// Whether a denial opens at `index`. "ne … que" restricts and denies nothing.
fn opens(parse: &Parse<'_>, index: usize, end: usize) -> bool {
    match parse.word(index) {
        "ne" | "n'" => {
            let behind = index + 1..end.min(index + 8);
            behind.clone().any(|at| {
                matches!(
                    parse.word(at),
                    "pas" | "plus" | "jamais" | "aucun" | "aucune" | "nullement" | "point" | "guère"
                )
            })
        }
        "ni" => true,
        "non" => parse.word(index + 1) == "pas",
        "sans" => matches!(parse.word(index + 1), "être" | "aucun" | "aucune"),
        _ => false,
    }
}
