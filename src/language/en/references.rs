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
    let phrase = Phrase::new(words, range, lexicon);
    let end = phrase.head_end();
    let head = phrase.tags(end - 1);
    let many = head.any(PEOPLE | COLLECTIVE | WITNESS)
        || matches!(first, "two" | "three" | "several" | "many" | "some" | "both");
    let gender = phrase.gender(end);
    Reference {
        number: if many { Number::Plural } else { Number::Singular },
        definite: matches!(
            first,
            "the" | "that" | "this" | "these" | "those" | "his" | "her" | "its" | "their" | "our"
        ),
        gender,
        roles: phrase.roles(),
        name: phrase.name(),
        person: gender.is_some()
            || (head.any(ROLE) && !head.any(COLLECTIVE | ORGANISATION))
            || phrase.holds_title(),
        ..Reference::default()
    }
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

/// The words of a source, each looked up once.
struct Phrase<'a> {
    words: &'a Words,
    range: Range<usize>,
    tags: Vec<Tags>,
}

impl<'a> Phrase<'a> {
    fn new(words: &'a Words, range: Range<usize>, lexicon: &Lexicon) -> Self {
        let tags = range.clone().map(|at| lexicon.tags(words.folded(at))).collect();
        Self { words, range, tags }
    }

    /// The tags of word `at`, which is one of the phrase.
    fn tags(&self, at: usize) -> Tags {
        self.tags[at - self.range.start]
    }

    fn word(&self, at: usize) -> &'a str {
        self.words.folded(at)
    }

    fn shape(&self, at: usize) -> Shape {
        self.words.list()[at].shape
    }

    /// Whether word `at` is one of the phrase and has a capital.
    fn has_capital(&self, at: usize) -> bool {
        self.range.contains(&at) && matches!(self.shape(at), Shape::Capitalised | Shape::Upper | Shape::Mixed)
    }

    /// Behind the word that the phrase hangs on.
    fn head_end(&self) -> usize {
        let mut behind = self.range.start + 1..self.range.end;
        let cut = behind.find(|&at| {
            self.tags(at).any(RELATIVE | THAT | PREPOSITION | COORDINATOR | TO)
                || matches!(self.word(at), "," | "(" | "—" | "–")
        });
        cut.unwrap_or(self.range.end)
    }

    /// The gender that a title, a first name or a noun before word `end` tells.
    fn gender(&self, end: usize) -> Option<Gender> {
        (self.range.start..end).find_map(|at| {
            let (word, tags) = (self.word(at), self.tags(at));
            let capital = self.shape(at) == Shape::Capitalised;
            if is_feminine(word) || (capital && tags.any(FEMININE)) {
                Some(Gender::Feminine)
            } else if is_masculine(word, tags) || (capital && tags.any(MASCULINE)) {
                Some(Gender::Masculine)
            } else {
                None
            }
        })
    }

    /// Its words that say what somebody does or is: "minister", "suspect".
    fn roles(&self) -> Vec<String> {
        let roles = self.range.clone().filter(|&at| self.tags(at).any(ROLE | DESCRIBED));
        roles.map(|at| self.word(at).to_owned()).collect()
    }

    fn holds_title(&self) -> bool {
        self.range.clone().any(|at| self.shape(at) == Shape::Capitalised && self.tags(at).any(TITLE))
    }

    /// The longest run of capitals in it, without titles: "Ana Ruiz" of "Sen. Ana Ruiz, the chair".
    fn name(&self) -> Option<Span> {
        let list = self.words.list();
        let mut longest: Option<(usize, Span)> = None;
        let mut at = self.range.start;
        while at < self.range.end {
            if !self.has_capital(at) || self.is_common(at) {
                at += 1;
                continue;
            }
            let (end, count) = self.name_from(at);
            // What owns ("Ruiz's office") isn't who speaks.
            let owns = end < self.range.end && self.word(end) == "'s";
            if !owns && longest.is_none_or(|(most, _)| count > most) {
                longest = Some((count, list[at].span.cover(list[end - 1].span)));
            }
            at = end;
        }
        longest.map(|(_, span)| span)
    }

    /// Whether word `at`, which has a capital, isn't of a name: it opens the phrase, is a title or an office.
    fn is_common(&self, at: usize) -> bool {
        let tags = self.tags(at);
        at == self.range.start && tags.any(OPENS_NOUN | PREPOSITION | COORDINATOR)
            || tags.any(TITLE | TIME)
            || (tags.any(ROLE | COLLECTIVE) && self.has_capital(at + 1))
    }

    /// Where the name that starts with word `at` ends, and how many capitals it has.
    fn name_from(&self, at: usize) -> (usize, usize) {
        let (mut end, mut count) = (at + 1, 1);
        loop {
            if self.has_capital(end) {
                end += 1;
                count += 1;
            } else if self.has_capital(end + 1) && self.joins_names(end) {
                end += 1;
            } else {
                return (end, count);
            }
        }
    }

    /// Whether word `at` may stand inside a name: "de", or the stop of an initial.
    fn joins_names(&self, at: usize) -> bool {
        match self.word(at) {
            "de" | "von" | "van" | "der" | "bin" | "al" | "of" | "&" => true,
            "." => self.words.list()[at - 1].span.len() <= 2,
            _ => false,
        }
    }
}

/// Whether a word says that somebody is a woman.
fn is_feminine(word: &str) -> bool {
    word.ends_with("woman")
        || matches!(
            word,
            "mrs"
                | "ms"
                | "miss"
                | "lady"
                | "queen"
                | "princess"
                | "girl"
                | "mother"
                | "wife"
                | "daughter"
                | "sister"
                | "actress"
        )
}

/// Whether a word says that somebody is a man.
fn is_masculine(word: &str, tags: Tags) -> bool {
    (word.ends_with("man") && tags.any(ROLE | TITLE))
        || matches!(
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
        )
}
