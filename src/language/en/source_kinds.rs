//! What kind of source some words name: a person, a body, a document, somebody without a name.

use std::ops::Range;

use super::lexicon::Lexicon;
use super::tags::*;
use crate::analysis::{Shape, SourceKind};
use crate::language::Groundwork;
use crate::span::Span;

/// What kind of source the words of `source` name.
pub(super) fn kind(ground: &Groundwork<'_>, lexicon: &Lexicon, source: Span) -> SourceKind {
    let words = ground.words.within(source);
    let head = head(ground, lexicon, words.clone());
    let folded = ground.words.folded(head);
    let tags = lexicon.tags(folded);
    let list = ground.words.list();
    let capital = |at: usize| matches!(list[at].shape, Shape::Capitalised | Shape::Upper | Shape::Mixed);
    let named = words.clone().skip(1).any(capital)
        || (words.len() == 1
            && capital(words.start)
            && !tags.any(COLLECTIVE | WITNESS | ANONYMOUS | DESCRIBED));
    if tags.any(ANONYMOUS) && !named {
        return SourceKind::Anonymous;
    }
    if tags.any(SUBJECT) {
        return SourceKind::Person;
    }
    if tags.any(WITNESS) {
        return SourceKind::Witnesses;
    }
    if tags.any(COLLECTIVE) && !named {
        return SourceKind::Collective;
    }
    if tags.any(MEDIA) {
        return SourceKind::Media;
    }
    if tags.any(DOCUMENT) {
        return SourceKind::Document;
    }
    if tags.any(ORGANISATION) {
        return SourceKind::Organisation;
    }
    if tags.any(DESCRIBED)
        && !named
        && matches!(
            ground.words.folded(words.start),
            "a" | "an" | "one" | "another" | "two" | "three" | "several"
        )
    {
        return SourceKind::Described;
    }
    SourceKind::Person
}

/// The word that the phrase hangs on: the last before a comma, a relative or a preposition.
fn head(ground: &Groundwork<'_>, lexicon: &Lexicon, words: Range<usize>) -> usize {
    let cut = words.clone().skip(1).find(|&at| {
        let tags = lexicon.tags(ground.words.folded(at));
        tags.any(RELATIVE | THAT)
            || (tags.any(PREPOSITION | COORDINATOR | TO))
            || matches!(ground.words.folded(at), "," | "(" | "—" | "–")
            // "a person familiar with the talks": what stands behind the noun isn't its head.
            || matches!(ground.words.folded(at), "familiar" | "close" | "aware" | "privy" | "briefed" | "involved")
    });
    cut.unwrap_or(words.end).saturating_sub(1).max(words.start)
}
