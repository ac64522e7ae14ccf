//! Phrases that name who says something: "le maire, Paul Roy", "elle", "la même source", "deux syndicats de pilotes".
//!
//! Read off the tags from the left: a phrase goes from its determiner over nouns, adjectives, names and their complements
//! with "de"; a name in apposition belongs to it. Subjects in front of a verb are found by `subjects`, those behind one
//! by `inversions`; what kind of source a phrase names is asked of `source_kinds`.

use std::ops::Range;

use super::lexicon::Features;
use super::parse::{Parse, Tag};
use super::source_kinds::{is_latter, kind, person_by_ending};
use super::vocabulary::Marks;
use crate::analysis::SourceKind;
use crate::span::Span;

/// A phrase that names a source. Indices are of words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Naming {
    /// Its words.
    pub(super) words: Range<usize>,
    /// What kind of source it names.
    pub(super) kind: SourceKind,
    /// Whether it is a pronoun.
    pub(super) pronoun: bool,
    /// Whether it names somebody or something that can speak, by a list, a name or a pronoun.
    pub(super) known: bool,
    /// Whether its first word says that it is several.
    pub(super) plural: bool,
}

impl Naming {
    /// Where it stands.
    pub(super) fn span(&self, parse: &Parse<'_>) -> Span {
        let words = parse.words.list();
        words[self.words.start].span.cover(words[self.words.end - 1].span)
    }
}

/// The phrase of exactly these words.
pub(super) fn naming(parse: &Parse<'_>, words: Range<usize>) -> Naming {
    let (kind, known) = kind(parse, &words);
    let first = parse.word(words.start);
    let pronoun = matches!(parse.tag_of(words.start), Tag::Pronoun | Tag::Inverted)
        || (words.len() == 2 && is_latter(first, parse.word(words.start + 1)));
    let plural = matches!(
        first,
        "ils"
            | "elles"
            | "eux"
            | "les"
            | "des"
            | "ces"
            | "ses"
            | "leurs"
            | "plusieurs"
            | "certains"
            | "certaines"
            | "quelques"
            | "différents"
            | "différentes"
            | "divers"
            | "diverses"
            | "deux"
            | "trois"
            | "quatre"
            | "nous"
    );
    Naming { words, kind, pronoun, known, plural }
}

/// The phrase that all of these words are.
pub(super) fn exactly(parse: &Parse<'_>, words: Range<usize>) -> Naming {
    naming(parse, words)
}

/// Whether the first noun of the phrase is one that a list knows as a source.
pub(super) fn head_is_source(parse: &Parse<'_>, source: &Naming) -> bool {
    let head = source.words.clone().find(|&at| matches!(parse.tag_of(at), Tag::Noun | Tag::Name));
    head.is_some_and(|head| {
        parse.lexeme(head).noun.any(Marks::SOURCE)
            || (parse.tag_of(head) == Tag::Name && source.words.start == head)
    })
}

/// The subject that hangs on a verb: -t-il.
pub(super) fn inverted(parse: &Parse<'_>, index: usize) -> Naming {
    naming(parse, index..index + 1)
}

/// The phrase that starts at `index`, within `end`; nothing where none can.
pub(super) fn phrase(parse: &Parse<'_>, index: usize, end: usize) -> Option<Naming> {
    if index >= end {
        return None;
    }
    match parse.tag_of(index) {
        Tag::Pronoun => return Some(naming(parse, index..index + 1)),
        Tag::Determiner | Tag::Name | Tag::Noun | Tag::Adjective | Tag::Number => {}
        // "d'après de nombreux témoins"
        _ if matches!(parse.word(index), "de" | "d'") && is_many(parse.word(index + 1)) => {
            let behind = phrase(parse, index + 1, end)?;
            return Some(naming(parse, index..behind.words.end));
        }
        _ => return None,
    }
    if parse.word(index) == "l'" && matches!(parse.word(index + 1), "un" | "une") {
        return Some(one_of_several(parse, index, end));
    }
    if parse.word(index) == "les" && matches!(parse.word(index + 1), "uns" | "unes" | "autres") {
        return Some(naming(parse, index..index + 2));
    }
    let stop = end_of_phrase(parse, index, end);
    let words = with_apposition(parse, index..stop, end);
    Some(naming(parse, words))
}

/// nombreux, multiples: how many, behind "de"
fn is_many(word: &str) -> bool {
    matches!(word, "nombreux" | "nombreuses" | "multiples" | "rares" | "bons")
}

/// "l'un d'eux", "l'une des victimes"
fn one_of_several(parse: &Parse<'_>, index: usize, end: usize) -> Naming {
    let of = index + 2;
    let linked = of + 1 < end && matches!(parse.word(of), "de" | "d'" | "des");
    let stop = if linked { phrase(parse, of + 1, end).map_or(of, |found| found.words.end) } else { of };
    naming(parse, index..stop)
}

/// Where the phrase that starts at `index` ends.
fn end_of_phrase(parse: &Parse<'_>, index: usize, end: usize) -> usize {
    let mut at = index + 1;
    let mut stop = at;
    while at < end {
        let before = parse.tag_of(at - 1);
        let open = matches!(before, Tag::Determiner | Tag::Preposition | Tag::Coordinator);
        match parse.tag_of(at) {
            Tag::Noun if before == Tag::Name && parse.lexeme(at).noun.any(Marks::TIME) => break,
            Tag::Noun | Tag::Name | Tag::Number => {}
            Tag::Adjective => {}
            Tag::PastParticiple
                if before == Tag::Determiner
                    || (matches!(before, Tag::Noun | Tag::Adjective) && agree(parse, at - 1, at)) => {}
            Tag::Determiner if open => {}
            // "la mère d'une des victimes"
            Tag::Determiner | Tag::Preposition
                if parse.word(at) == "des" && matches!(parse.word(at - 1), "un" | "une") => {}
            // "62 % des personnes interrogées"
            Tag::Determiner | Tag::Preposition
                if parse.word(at - 1) == "%" && matches!(parse.word(at), "de" | "d'" | "du" | "des") =>
            {
                at += 1;
                continue;
            }
            Tag::Pronoun if before == Tag::Preposition => {}
            Tag::Adverb if open && matches!(parse.word(at), "plus" | "très" | "même") => {}
            Tag::Preposition if links(parse, at, end) && !open => {
                at += 1;
                continue;
            }
            Tag::Coordinator if matches!(parse.word(at), "et") && !open && joins_names(parse, at, end) => {
                at += 1;
                continue;
            }
            Tag::Mark => match parse.word(at) {
                "." if is_abbreviated(parse, at) => {}
                "%" => {}
                "«" | "\"" | "“" if before != Tag::Name => match short_quotation(parse, at) {
                    Some(last) if last < end => {
                        at = last + 1;
                        stop = at;
                        continue;
                    }
                    _ => break,
                },
                _ => break,
            },
            _ => break,
        }
        at += 1;
        if !matches!(parse.tag_of(at - 1), Tag::Determiner | Tag::Adverb) {
            stop = at;
        }
    }
    stop
}

/// Whether two words agree: "sources concordantes", not "sources payé".
fn agree(parse: &Parse<'_>, one: usize, other: usize) -> bool {
    let both = parse.lexeme(one).nominal & parse.lexeme(other).nominal;
    let gender = both & (Features::MASCULINE | Features::FEMININE) != 0;
    let number = both & (Features::SINGULAR | Features::PLURAL) != 0;
    (gender && number) || parse.lexeme(one).nominal == 0
}

/// Whether a preposition goes on with the phrase: "le ministre de la Défense", "l'adjoint au maire".
fn links(parse: &Parse<'_>, at: usize, end: usize) -> bool {
    let next = at + 1;
    if next >= end {
        return false;
    }
    let nominal =
        matches!(parse.tag_of(next), Tag::Noun | Tag::Name | Tag::Determiner | Tag::Adjective | Tag::Number);
    match parse.word(at) {
        "de" | "d'" if matches!(parse.word(next), "eux" | "elles" | "nous" | "ceux" | "celles") => true,
        "de" | "d'" | "du" | "des" => nominal && !parse.lexeme(next).noun.any(Marks::TIME),
        // "la secrétaire d'État à l'égalité", but not "a dit le maire à l'AFP".
        "à" => {
            matches!(parse.tag_of(next), Tag::Determiner)
                && parse.tag_of(next + 1) == Tag::Noun
                && !parse.lexeme(next + 1).noun.any(Marks::MEDIA)
                && matches!(
                    parse.word(at - 1),
                    "état" | "adjoint" | "adjointe" | "conseiller" | "conseillère" | "déléguée" | "délégué"
                )
        }
        "au" | "aux" => {
            nominal
                && parse.lexeme(at - 1).noun.any(Marks::ROLE)
                && parse.lexeme(next).noun.any(Marks::SOURCE)
        }
        _ => false,
    }
}

/// Whether "et" joins two names or two complements of one phrase.
fn joins_names(parse: &Parse<'_>, at: usize, end: usize) -> bool {
    let next = at + 1;
    if next >= end {
        return false;
    }
    let name_behind = parse.tag_of(next) == Tag::Name;
    let name_before = parse.tag_of(at - 1) == Tag::Name;
    let preposition = matches!(parse.word(next), "de" | "d'" | "du" | "des");
    let office = |at: usize| {
        parse.lexeme(at).noun.any(Marks::ROLE)
            || parse.tag_of(at) == Tag::Noun && person_by_ending(parse.word(at))
    };
    let offices = office(at - 1) && office(next);
    (name_before && name_behind) || offices || (preposition && parse.tag_of(next) == Tag::Preposition)
}

/// Whether the full stop at `at` belongs to a title or an initial: "M. Dupont", "J. Roy".
pub(super) fn is_abbreviated(parse: &Parse<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let word = parse.word(before);
    parse.words.list()[at].joined
        && parse.capital(at + 1)
        && (matches!(word, "m" | "mm" | "dr" | "pr" | "mgr" | "st" | "me")
            || (word.chars().count() == 1 && parse.capital(before)))
}

/// The closing mark of a quotation of a few words that opens at `at`: les « gilets jaunes ».
pub(super) fn short_quotation(parse: &Parse<'_>, at: usize) -> Option<usize> {
    let quotation = parse.quotation(at)?;
    let words = parse.words.within(parse.quotations[quotation].span);
    let verbless = !words.clone().any(|word| parse.tag_of(word) == Tag::Verb);
    (words.start == at && words.len() <= 6 && verbless).then(|| words.end - 1)
}

/// The comma behind "en Afghanistan", where a name follows it: "l'ambassadeur en Afghanistan, Paul Roy"; else `at`.
fn behind_place(parse: &Parse<'_>, at: usize, end: usize) -> usize {
    if !matches!(parse.word(at), "en" | "à" | "au" | "aux" | "pour" | "dans" | "chez") {
        return at;
    }
    let comma = (at + 1..end.min(at + 6)).find(|&word| {
        !matches!(parse.tag_of(word), Tag::Name | Tag::Noun | Tag::Determiner | Tag::Adjective)
    });
    comma.filter(|&comma| parse.word(comma) == "," && parse.tag_of(comma + 1) == Tag::Name).unwrap_or(at)
}

/// The phrase with the name behind its comma: "le maire, Paul Roy".
fn with_apposition(parse: &Parse<'_>, words: Range<usize>, end: usize) -> Range<usize> {
    // "la Fédération des pêcheurs (FDP), Paul Roy": a short bracket may stand between.
    let bracketed = parse.word(words.end) == "(" && parse.word(words.end + 2) == ")";
    let comma = if bracketed { words.end + 3 } else { behind_place(parse, words.end, end) };
    let has_role = words.clone().any(|at| parse.lexeme(at).noun.any(Marks::SOURCE));
    let ends_in_person = parse.tag_of(words.end - 1) == Tag::Name
        && words.len() > 1
        && parse.tag_of(words.end - 2) == Tag::Name
        && parse.lexeme(words.end - 2).can_be(Features::FIRST_NAME);
    if comma + 1 >= end
        || parse.word(comma) != ","
        || !has_role
        || ends_in_person
        || parse.tag_of(comma + 1) != Tag::Name
    {
        return words;
    }
    let mut stop = comma + 2;
    while stop < end
        && (parse.tag_of(stop) == Tag::Name
            || (parse.word(stop) == "." && is_abbreviated(parse, stop))
            || matches!(parse.word(stop), "de" | "du" | "d'" | "le" | "la") && parse.capital(stop + 1))
    {
        stop += 1;
    }
    words.start..stop
}
