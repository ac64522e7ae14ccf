//! Whether the words of a sentence give its source: a phrase (selon la police), an incise (, a indiqué la préfecture).

use std::ops::Range;

use super::naming;
use super::parse::{Parse, Tag};
use super::verbs;
use super::vocabulary::{Marks, PhraseKind};

/// Whether a phrase among these words gives a source.
pub(super) fn has_source_phrase(
    parse: &Parse<'_>,
    words: Range<usize>,
    counts: impl Fn(usize) -> bool,
) -> bool {
    if parse.word(words.start) == "pour" {
        let source = naming::phrase(parse, words.start + 1, words.end);
        if source.is_some_and(|source| source.known && parse.word(source.words.end) == ",") {
            return true;
        }
    }
    let mut index = words.start;
    while index < words.end {
        match parse.phrase(index, words.end) {
            Some((PhraseKind::AccordingTo | PhraseKind::Hearsay, _)) if counts(index) => return true,
            Some((_, length)) => index += length,
            None => index += 1,
        }
    }
    false
}

/// Whether an incise among these words says who speaks; groups are read within `start`.
pub(super) fn has_incise(parse: &Parse<'_>, words: Range<usize>, start: usize) -> bool {
    let end = words.end;
    words.into_iter().any(|index| {
        if parse.tag_of(index) != Tag::Verb || parse.quotation(index).is_some() {
            return false;
        }
        let group = verbs::group(parse, index, start, end);
        let saying = parse.lexeme(group.main).verb.any(Marks::SAYING);
        let comma = group.first > 0 && parse.word(group.first - 1) == ",";
        saying && comma && !super::cues::opens_complement(parse, group.last + 1, end)
    })
}
