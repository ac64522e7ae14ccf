//! Texts and words of somebody's that a phrase names right in front of a quotation: "sur un message", "les insultes de
//! certains manifestants".

use super::naming::{Naming, naming, phrase};
use super::parse::{Parse, Tag};
use super::regions::start_of_region;
use super::vocabulary::Marks;
use crate::analysis::SourceKind;

/// A text named right in front of `at`, whatever governs it: "sur un message" in "tombe sur un message disant que".
pub(super) fn text_before(parse: &Parse<'_>, at: usize, start: usize) -> Option<Naming> {
    let from = start_of_region(parse, at, start);
    let determiner = (from..at).rev().find(|&word| parse.tag_of(word) == Tag::Determiner)?;
    let found = naming(parse, determiner..at);
    let head = parse.lexeme(determiner + 1).noun;
    (head.any(Marks::DOCUMENT) && found.kind == SourceKind::Document).then_some(found)
}

/// Who utters the words that are named in front of `at`: "les insultes de certains manifestants", "même constat chez
/// Léa Morel, infirmière", "c'est le cas de Paul Roy".
pub(super) fn whose_words(parse: &Parse<'_>, at: usize, start: usize) -> Option<Naming> {
    let link = (start..at).rev().take(16).find(|&word| {
        matches!(parse.word(word), "de" | "d'" | "du" | "des" | "chez" | "pour")
            && word > start
            && ((start..word).rev().take(4).any(|noun| {
                parse.lexeme(noun).noun.any(Marks::SPEECH_NOUN)
                    || matches!(parse.word(noun), "cas" | "image" | "instar" | "exemple")
            }) || matches!(parse.word(word - 1), "celui" | "celle" | "ceux" | "celles"))
    })?;
    let verb = (link..at).any(|word| matches!(parse.tag_of(word), Tag::Verb | Tag::Subordinator));
    let from = if matches!(parse.word(link), "du" | "des") { link } else { link + 1 };
    let first = parse.tag_of(if from == link { link + 1 } else { from });
    let nominal = matches!(first, Tag::Determiner | Tag::Name | Tag::Noun | Tag::Adjective | Tag::Number);
    let words = from..words_of_phrase(parse, if from == link { link + 1 } else { from }, at);
    Some(naming(parse, words)).filter(|found| !verb && nominal && found.known)
}

/// Behind the phrase that starts at `from`, within `end`.
fn words_of_phrase(parse: &Parse<'_>, from: usize, end: usize) -> usize {
    phrase(parse, from, end).map_or(from + 1, |found| found.words.end)
}
