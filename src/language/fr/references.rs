//! What the words of a source say of who it is: gender, number, name, office.

use std::ops::Range;

use super::lexicon::{self, Features};
use super::vocabulary::{Marks, Vocabulary, folded};
use crate::analysis::{Shape, Words};
use crate::language::{Gender, Number, Reference};

/// What the words `range` say.
pub(super) fn reference(words: &Words, range: Range<usize>, vocabulary: &Vocabulary) -> Reference {
    let first = words.folded(range.start);
    if range.len() == 1
        && let Some(pronoun) = pronoun(first)
    {
        return pronoun;
    }
    let mut reference = Reference::default();
    match first {
        "le" | "ce" | "cet" | "son" | "un" | "du" | "au" => {
            (reference.gender, reference.number) = (Some(Gender::Masculine), Number::Singular)
        }
        "la" | "cette" | "sa" | "une" => {
            (reference.gender, reference.number) = (Some(Gender::Feminine), Number::Singular)
        }
        "les" | "des" | "ces" | "ses" | "leurs" | "plusieurs" | "certains" | "quelques" | "deux"
        | "trois" | "aux" => reference.number = Number::Plural,
        _ => reference.number = Number::Singular,
    }
    reference.definite =
        matches!(first, "le" | "la" | "l'" | "ce" | "cet" | "cette" | "notre" | "son" | "sa");
    let last = range
        .clone()
        .find(|&at| matches!(words.folded(at), "dernier" | "dernière" | "derniers" | "dernières"));
    if range.len() == 2 && matches!(first, "ce" | "cette" | "ces") && last.is_some() {
        reference.pronoun = true;
        return reference;
    }
    name(words, &range, vocabulary, &mut reference);
    reference
}

fn pronoun(word: &str) -> Option<Reference> {
    let (gender, number) = match word {
        "il" | "-t-il" | "-il" | "lui" | "celui-ci" | "celui-là" | "celui" | "lui-même" => {
            (Some(Gender::Masculine), Number::Singular)
        }
        "elle" | "-t-elle" | "-elle" | "celle-ci" | "celle-là" | "celle" | "elle-même" => {
            (Some(Gender::Feminine), Number::Singular)
        }
        "ils" | "-t-ils" | "-ils" | "eux" | "ceux-ci" | "ceux" => (Some(Gender::Masculine), Number::Plural),
        "elles" | "-t-elles" | "-elles" | "celles-ci" | "celles" => (Some(Gender::Feminine), Number::Plural),
        "je" | "on" | "-on" | "-t-on" | "nous" | "moi" | "-je" | "j'" => return None,
        _ => return None,
    };
    Some(Reference { pronoun: true, gender, number, definite: true, person: true, ..Reference::default() })
}

/// Fills in name, offices, and the gender that a first name or a title gives.
fn name(words: &Words, range: &Range<usize>, vocabulary: &Vocabulary, reference: &mut Reference) {
    let mut last_run: Option<Range<usize>> = None;
    let mut run: Option<Range<usize>> = None;
    let mut first_name = false;
    for at in range.clone() {
        let word = words.folded(at);
        let entry = &words.list()[at];
        let capital = matches!(entry.shape, Shape::Capitalised | Shape::Upper | Shape::Mixed);
        let marks = marks(word, vocabulary);
        let title = capital && marks.any(Marks::TITLE) && word.chars().count() <= 8;
        if title {
            reference.gender = match word {
                "m" | "mm" | "monsieur" | "mr" => Some(Gender::Masculine),
                "mme" | "mmes" | "mlle" | "madame" | "mrs" | "dre" => Some(Gender::Feminine),
                _ => reference.gender,
            };
            reference.person = true;
            continue;
        }
        let particle = run.is_some()
            && matches!(
                word,
                "." | "de" | "du" | "d'" | "le" | "la" | "van" | "von" | "der" | "ben" | "el" | "al" | "bin"
            );
        if capital && !(at == range.start && is_common(word)) {
            if let Some(gender) = gender_of_first_name(word) {
                first_name = true;
                if run.is_none() {
                    reference.gender = reference.gender.or(gender);
                }
            }
            run = Some(run.map_or(at..at + 1, |run| run.start..at + 1));
        } else if !particle {
            if let Some(done) = run.take() {
                last_run = Some(longer(last_run, done));
            }
            if marks.any(Marks::ROLE) && entry.shape == Shape::Lower {
                reference.roles.push(lemma(word));
                reference.person = true;
            }
        }
    }
    if let Some(done) = run {
        last_run = Some(longer(last_run, done));
    }
    let Some(run) = last_run else { return };
    let acronym = run.len() == 1 && words.list()[run.start].shape == Shape::Upper;
    let role_without_name = !reference.roles.is_empty()
        && run.len() == 1
        && !first_name
        && run.start > range.start
        && is_linked(words, run.start);
    if role_without_name || (acronym && !reference.roles.is_empty()) {
        // "le ministre de la Défense": an office, no name.
        return;
    }
    reference.person |= first_name && run.len() > 1;
    reference.name = Some(words.list()[run.start].span.cover(words.list()[run.end - 1].span));
}

/// Whether the word stands behind "de", "à" or an article behind these: part of an office.
fn is_linked(words: &Words, at: usize) -> bool {
    matches!(words.folded(at - 1), "de" | "d'" | "du" | "des" | "la" | "l'" | "les" | "à" | "au" | "aux")
}

/// The run that is more of a name: the later one, unless it is shorter.
fn longer(one: Option<Range<usize>>, other: Range<usize>) -> Range<usize> {
    match one {
        Some(one) if one.len() > other.len() => one,
        _ => other,
    }
}

fn is_common(word: &str) -> bool {
    matches!(
        word,
        "le" | "la"
            | "les"
            | "l'"
            | "un"
            | "une"
            | "des"
            | "ce"
            | "cette"
            | "ces"
            | "son"
            | "sa"
            | "ses"
            | "selon"
            | "pour"
    ) || lexicon::analyses(word).any(|form| {
        matches!(form.features.class(), Features::NOUN | Features::ADJECTIVE | Features::DETERMINER)
            && form.lemma(word).starts_with(char::is_lowercase)
    }) && !lexicon::analyses(word).any(|form| {
        matches!(form.features.class(), Features::FIRST_NAME | Features::SURNAME | Features::PROPER_NAME)
    })
}

fn marks(word: &str, vocabulary: &Vocabulary) -> Marks {
    let mut marks = vocabulary.noun(word);
    for form in lexicon::analyses(word)
        .filter(|form| matches!(form.features.class(), Features::NOUN | Features::ADJECTIVE))
    {
        marks.0 |= vocabulary.noun(&folded(&form.lemma(word))).0;
    }
    marks
}

fn lemma(word: &str) -> String {
    let noun = lexicon::analyses(word).find(|form| form.features.class() == Features::NOUN);
    noun.map_or_else(|| word.to_owned(), |form| folded(&form.lemma(word)).into_owned())
}

fn gender_of_first_name(word: &str) -> Option<Option<Gender>> {
    let form = lexicon::analyses(word).find(|form| form.features.class() == Features::FIRST_NAME)?;
    let (masculine, feminine) =
        (form.features.has(Features::MASCULINE), form.features.has(Features::FEMININE));
    Some(match (masculine, feminine) {
        (true, false) => Some(Gender::Masculine),
        (false, true) => Some(Gender::Feminine),
        _ => None,
    })
}
