//! Who the clause around a quotation is about, where no cue says whose words they are: "Paul Adam : « … »".

use super::cues;
use super::named_words;
use super::naming::{self, Naming};
use super::parse::{Parse, Tag};
use super::phrase_cues::up_to_colon;
use super::subjects;
use super::vocabulary::Marks;
use crate::analysis::{QuotationKind, SourceKind};

/// Who the clause around a quotation is about, where no cue says whose words they are.
pub(super) fn bare(
    parse: &Parse<'_>,
    words: &std::ops::Range<usize>,
    sentence: std::ops::Range<usize>,
    kind: QuotationKind,
) -> Option<Naming> {
    if words.start > sentence.start && parse.word(words.start - 1) == ":" {
        let colon = words.start - 1;
        // "Paul Adam : « … »"
        if let Some(found) = naming::phrase(parse, sentence.start, colon)
            && found.words.end == colon
            && found.known
        {
            return Some(found);
        }
        if let Some(found) = subjects::before(parse, colon, sentence.start)
            && found.words.start == sentence.start
            && found.known
        {
            return Some(found);
        }
        // "Les proches de Luc, le marin tué hier : « … »"
        if let Some(found) = up_to_colon(parse, sentence.start, sentence.end).filter(speaks)
            && found.words.end == colon
        {
            return Some(found);
        }
        // "les insultes de certains manifestants : « … »"
        if let Some(found) = named_words::whose_words(parse, colon, sentence.start) {
            return Some(found);
        }
        return subjects::subject_of_clause(parse, colon, sentence.start).filter(speaks);
    }
    // "derrière une banderole « … »"
    if let Some(text) =
        named_words::text_before(parse, words.start, sentence.start).filter(|_| kind == QuotationKind::Direct)
    {
        return Some(text);
    }
    match kind {
        QuotationKind::Partial if is_judged(parse, words.start, sentence.start) => None,
        QuotationKind::Partial => subjects::subject_of_clause(parse, words.start, sentence.start)
            .filter(speaks)
            .or_else(|| cues::subject_behind(parse, words.end, sentence.end).filter(speaks)),
        // "Un collègue la touche, car « c'est original »"
        QuotationKind::Direct if words.start > sentence.start + 1 => {
            subjects::subject_of_clause(parse, words.start, sentence.start)
                .filter(speaks)
                .filter(|found| !found.pronoun)
        }
        QuotationKind::Direct | QuotationKind::Mention => None,
    }
}

/// Whether somebody left out puts the quotation on something: "une réforme jugée « trop lente »".
fn is_judged(parse: &Parse<'_>, quotation: usize, start: usize) -> bool {
    let skipped =
        |at: &usize| matches!(parse.word(*at), "de" | "d'" | "comme") || parse.tag_of(*at) == Tag::Adverb;
    let Some(at) = (start..quotation).rev().find(|at| !skipped(at)) else { return false };
    parse.tag_of(at) == Tag::PastParticiple
        && parse.lexeme(at).verb.any(Marks::NAMING)
        && !(start..at).rev().take(4).any(|word| parse.lemma(word) == "avoir")
}

/// Whether a subject is somebody who can have said it.
fn speaks(naming: &Naming) -> bool {
    naming.known && !matches!(naming.kind, SourceKind::Anonymous)
}
