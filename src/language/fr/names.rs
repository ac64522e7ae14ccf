//! The names of people, bodies and places: runs of words with a capital, particles between them.

use super::naming::is_abbreviated;
use super::parse::{Parse, Tag};
use crate::span::Span;

/// The names, in the order of the text: "Jens Stoltenberg", "M. Le Drian", "Charles de Gaulle", "OTAN".
pub(super) fn names(parse: &Parse<'_>) -> Vec<Span> {
    let mut names = Vec::new();
    let words = parse.words.list();
    for sentence in parse.sentences {
        let mut index = sentence.words.start;
        while index < sentence.words.end {
            if parse.tag_of(index) != Tag::Name {
                index += 1;
                continue;
            }
            let mut end = index + 1;
            let mut at = end;
            while at < sentence.words.end {
                if parse.tag_of(at) == Tag::Name {
                    at += 1;
                    end = at;
                } else if parse.word(at) == "." && is_abbreviated(parse, at)
                    || is_particle(parse, at) && parse.tag_of(at + 1) == Tag::Name
                {
                    at += 1;
                } else {
                    break;
                }
            }
            names.push(words[index].span.cover(words[end - 1].span));
            index = end;
        }
    }
    names
}

/// A particle inside a name, which goes on behind it: "Charles de Gaulle", "Omar al-Olama", "Van der Bellen".
fn is_particle(parse: &Parse<'_>, at: usize) -> bool {
    match parse.word(at) {
        "van" | "von" | "der" | "den" | "ben" | "bin" | "ibn" | "el" | "al" | "della" | "di" | "da"
        | "dos" | "do" | "y" => true,
        // "Charles de Gaulle", but not "Obama de Chicago": after one first name alone.
        "de" | "d'" | "du" | "le" | "la" => {
            at > 0
                && parse.lexeme(at - 1).can_be(super::lexicon::Features::FIRST_NAME)
                && (at < 2 || parse.tag_of(at - 2) != Tag::Name)
        }
        _ => false,
    }
}
