//! What the words of a source say of who it is: gender, number, name, office.

use std::ops::Range;

use super::lexicon::Lexicon;
use super::tags::*;
use crate::analysis::{Shape, Words};
use crate::language::{Gender, Number, Reference};
use crate::span::Span;

/// What the words `range` say.
pub(super) fn reference(words: &Words, range: Range<usize>, lexicon: &Lexicon) -> Reference {
    if range.is_empty() {
        return Reference::default();
    }
    let first = words.folded(range.start);
    if range.len() == 1
        && let Some(pronoun) = pronoun(first)
    {
        return pronoun;
    }
    let mut reference = Reference { number: Number::Singular, ..Reference::default() };
    reference.definite = matches!(
        first,
        "the" | "that" | "this" | "these" | "those" | "his" | "her" | "its" | "their" | "our"
    );
    let end = head_end(words, &range, lexicon);
    let head = words.folded(end - 1);
    let tags = lexicon.tags(head);
    if tags.any(PEOPLE | COLLECTIVE | WITNESS)
        || matches!(first, "two" | "three" | "several" | "many" | "some" | "both")
    {
        reference.number = Number::Plural;
    }
    reference.gender = gender(words, range.start..end, lexicon);
    reference.roles = range
        .clone()
        .take_while(|&at| at < end || at < range.end)
        .filter(|&at| lexicon.tags(words.folded(at)).any(ROLE | DESCRIBED))
        .map(|at| words.folded(at).to_owned())
        .collect();
    reference.name = name(words, &range, lexicon);
    reference.person = reference.gender.is_some()
        || (tags.any(ROLE) && !tags.any(COLLECTIVE | ORGANISATION))
        || words_hold_title(words, &range, lexicon);
    reference
}

fn pronoun(word: &str) -> Option<Reference> {
    let (gender, number, person) = match word {
        "he" | "him" => (Some(Gender::Masculine), Number::Singular, true),
        "she" | "her" => (Some(Gender::Feminine), Number::Singular, true),
        "it" => (None, Number::Singular, false),
        "they" | "them" => (None, Number::Plural, false),
        "who" => (None, Number::Unknown, true),
        _ => return None,
    };
    Some(Reference { pronoun: true, gender, number, definite: true, person, ..Reference::default() })
}

/// Behind the word that the phrase hangs on.
fn head_end(words: &Words, range: &Range<usize>, lexicon: &Lexicon) -> usize {
    let cut = (range.start + 1..range.end).find(|&at| {
        let tags = lexicon.tags(words.folded(at));
        tags.any(RELATIVE | THAT | PREPOSITION | COORDINATOR | TO)
            || matches!(words.folded(at), "," | "(" | "—" | "–")
    });
    cut.unwrap_or(range.end)
}

/// The gender that a title, a first name or a noun tells.
fn gender(words: &Words, range: Range<usize>, lexicon: &Lexicon) -> Option<Gender> {
    range.into_iter().find_map(|at| {
        let word = words.folded(at);
        let tags = lexicon.tags(word);
        let feminine = matches!(
            word,
            "mrs"
                | "ms"
                | "miss"
                | "lady"
                | "queen"
                | "princess"
                | "woman"
                | "girl"
                | "mother"
                | "wife"
                | "daughter"
                | "sister"
                | "actress"
        ) || word.ends_with("woman");
        let masculine = matches!(
            word,
            "mr" | "sir"
                | "lord"
                | "king"
                | "prince"
                | "pope"
                | "man"
                | "boy"
                | "father"
                | "husband"
                | "son"
                | "brother"
                | "actor"
        ) || (word.ends_with("man") && tags.any(ROLE | TITLE));
        let capital = words.list()[at].shape == Shape::Capitalised;
        match () {
            () if feminine || (capital && tags.any(FEMININE)) => Some(Gender::Feminine),
            () if masculine || (capital && tags.any(MASCULINE)) => Some(Gender::Masculine),
            () => None,
        }
    })
}

fn words_hold_title(words: &Words, range: &Range<usize>, lexicon: &Lexicon) -> bool {
    range
        .clone()
        .any(|at| words.list()[at].shape == Shape::Capitalised && lexicon.tags(words.folded(at)).any(TITLE))
}

/// The longest run of capitals in it, without titles: "Ana Ruiz" of "Sen. Ana Ruiz, the chair".
fn name(words: &Words, range: &Range<usize>, lexicon: &Lexicon) -> Option<Span> {
    let list = words.list();
    let mut best: Option<(bool, usize, Span)> = None;
    let mut at = range.start;
    while at < range.end {
        let capital = |at: usize| {
            at < range.end && matches!(list[at].shape, Shape::Capitalised | Shape::Upper | Shape::Mixed)
        };
        let tags = lexicon.tags(words.folded(at));
        let common = at == range.start && tags.any(OPENS_NOUN | PREPOSITION | COORDINATOR)
            || tags.any(TITLE | TIME) && capital(at)
            || (tags.any(ROLE | COLLECTIVE) && capital(at + 1));
        if !capital(at) || common {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        let mut count = 1;
        loop {
            let particle =
                matches!(words.folded(end), "de" | "von" | "van" | "der" | "bin" | "al" | "of" | "&");
            if capital(end) {
                end += 1;
                count += 1;
            } else if end < range.end
                && (particle || (words.folded(end) == "." && list[end - 1].span.len() <= 2))
                && capital(end + 1)
            {
                end += 1;
            } else {
                break;
            }
        }
        let span = list[at].span.cover(list[end - 1].span);
        // What owns ("Ruiz's office") isn't who speaks.
        let owns = words.folded(end) == "'s" && end < range.end;
        if !owns && best.is_none_or(|(_, longest, _)| count > longest) {
            best = Some((true, count, span));
        }
        at = end;
    }
    best.map(|(_, _, span)| span)
}
