//! Numbers that somebody must have counted: shares, tolls, crowds, sums, polls.

use super::parse::{Parse, Tag};
use crate::analysis::{Figure, FigureKind, Shape};

/// The figures, in the order of the text, each with the words that say what it counts.
pub(super) fn figures(parse: &Parse<'_>) -> Vec<Figure> {
    let mut figures = Vec::new();
    for sentence in parse.sentences {
        let mut index = sentence.words.start;
        while index < sentence.words.end {
            match figure(parse, index, sentence.words.start, sentence.words.end) {
                Some((figure, end)) => {
                    figures.push(figure);
                    index = end;
                }
                None => index += 1,
            }
        }
    }
    figures
}

/// The figure whose number starts at `index`, and the word behind it.
fn figure(parse: &Parse<'_>, index: usize, start: usize, end: usize) -> Option<(Figure, usize)> {
    if !is_number(parse, index) {
        return None;
    }
    let mut behind = index + 1;
    while behind < end
        && (is_number(parse, behind)
            || matches!(parse.word(behind), "mille" | "millions" | "million" | "milliards" | "milliard"))
    {
        behind += 1;
    }
    let (kind, stop) = counted(parse, behind, end)?;
    let words = parse.words.list();
    let first = about(parse, index, start);
    Some((Figure { span: words[first].span.cover(words[stop - 1].span), kind }, stop))
}

fn is_number(parse: &Parse<'_>, index: usize) -> bool {
    parse.shape(index) == Shape::Number || parse.lexeme(index).counts
}

/// Whether a folded form counts: "douze", "centaines".
pub(super) fn counts(form: &str) -> bool {
    matches!(
        form,
        "deux"
            | "trois"
            | "quatre"
            | "cinq"
            | "six"
            | "sept"
            | "huit"
            | "neuf"
            | "dix"
            | "onze"
            | "douze"
            | "treize"
            | "quatorze"
            | "quinze"
            | "seize"
            | "vingt"
            | "trente"
            | "quarante"
            | "cinquante"
            | "soixante"
            | "cent"
            | "cents"
            | "mille"
            | "dizaine"
            | "dizaines"
            | "vingtaine"
            | "trentaine"
            | "quarantaine"
            | "cinquantaine"
            | "centaine"
            | "centaines"
            | "millier"
            | "milliers"
    )
}

/// "moins de", "plus de", "près de", "environ" in front of a number belong to it.
fn about(parse: &Parse<'_>, index: usize, start: usize) -> usize {
    let two_before = index >= start + 2
        && matches!(parse.word(index - 1), "de" | "d'")
        && matches!(parse.word(index - 2), "moins" | "plus" | "près" | "autour" | "quelque");
    let one_before = index > start && matches!(parse.word(index - 1), "environ" | "presque");
    if two_before {
        index - 2
    } else if one_before {
        index - 1
    } else {
        index
    }
}

/// What is counted behind a number, and the word behind that.
fn counted(parse: &Parse<'_>, at: usize, end: usize) -> Option<(FigureKind, usize)> {
    let word = |index: usize| if index < end { parse.word(index) } else { "" };
    let percent = if matches!(word(at), "%" | "pourcents") {
        Some(at + 1)
    } else {
        (word(at) == "pour" && word(at + 1) == "cent").then_some(at + 2)
    };
    if let Some(stop) = percent {
        let asked = matches!(word(stop), "des" | "de" | "d'")
            && (stop + 1..end.min(stop + 5)).any(|index| is_asked(word(index)));
        return Some((if asked { FigureKind::Poll } else { FigureKind::Percentage }, stop));
    }
    // "une centaine de manifestants", "14 personnes blessées".
    let mut noun = at;
    if matches!(word(noun), "de" | "d'") {
        noun += 1;
    }
    while noun < end && (matches!(parse.tag_of(noun), Tag::Adjective | Tag::Preposition) && noun < at + 2) {
        noun += 1;
    }
    let toll = |word: &str| {
        matches!(
            word,
            "morts"
                | "mort"
                | "morte"
                | "mortes"
                | "blessés"
                | "blessé"
                | "blessées"
                | "victimes"
                | "disparus"
                | "tués"
                | "tuées"
                | "décès"
                | "noyés"
                | "otages"
                | "victime"
        )
    };
    let crowd = |word: &str| {
        matches!(
            word,
            "manifestants"
                | "participants"
                | "grévistes"
                | "spectateurs"
                | "supporters"
                | "supporteurs"
                | "fidèles"
                | "réfugiés"
                | "migrants"
        )
    };
    if toll(word(noun)) {
        return Some((FigureKind::Toll, noun + 1));
    }
    if crowd(word(noun)) {
        return Some((FigureKind::Crowd, noun + 1));
    }
    if matches!(word(noun), "personnes" | "personne" | "gens" | "habitants") {
        let behind: Vec<&str> = (noun + 1..end.min(noun + 6)).map(word).collect();
        if let Some(at) = behind.iter().position(|word| toll(word)) {
            return Some((FigureKind::Toll, noun + 2 + at));
        }
        if behind.iter().any(|word| {
            matches!(
                *word,
                "manifesté"
                    | "défilé"
                    | "rassemblées"
                    | "réunies"
                    | "manifestent"
                    | "présentes"
                    | "attendues"
            )
        }) {
            return Some((FigureKind::Crowd, noun + 1));
        }
    }
    let money = |word: &str| {
        matches!(
            word,
            "euros"
                | "euro"
                | "€"
                | "dollars"
                | "dollar"
                | "$"
                | "francs"
                | "dinars"
                | "livres"
                | "roubles"
                | "yens"
                | "yuans"
        )
    };
    money(word(noun)).then_some((FigureKind::Money, noun + 1))
}

fn is_asked(word: &str) -> bool {
    matches!(
        word,
        "français"
            | "belges"
            | "suisses"
            | "québécois"
            | "canadiens"
            | "sondés"
            | "personnes"
            | "interrogés"
            | "interrogées"
            | "électeurs"
            | "répondants"
            | "européens"
            | "citoyens"
    )
}
