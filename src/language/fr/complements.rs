//! The word of saying, thinking or wanting that governs a clause, and when it is: "promis" in "a promis que la gare
//! rouvrirait".

use super::lexicon::Features;
use super::parse::{Parse, Tag};
use super::verbs::{self, Time};
use super::vocabulary::Marks;

/// The word that governs the clause of a conditional: "promis" in "a promis que la gare rouvrirait".
#[derive(Clone, Copy, Debug)]
pub(super) struct Governor {
    /// Its word.
    pub(super) word: usize,
    /// When it is.
    pub(super) time: Time,
    /// Whether it is a noun: l'idée que.
    pub(super) noun: bool,
}

/// The word of saying, thinking or wanting whose complement clause holds the word `at`; looked for up to `start`.
pub(super) fn governor(parse: &Parse<'_>, at: usize, start: usize) -> Option<Governor> {
    let mut index = at;
    while index > start {
        index -= 1;
        match parse.word(index) {
            ";" => return None,
            "si" | "s'" if !(index > start && is_asking(parse, index - 1)) => {}
            "que" | "qu'" | "si" | "s'" => {
                if let Some(governor) = governor_of(parse, index, start) {
                    return Some(governor);
                }
            }
            _ => {}
        }
    }
    None
}

/// Whether "si" behind this word asks: savoir si, demander si, pour indiquer si.
fn is_asking(parse: &Parse<'_>, at: usize) -> bool {
    matches!(parse.tag_of(at), Tag::Verb | Tag::Infinitive | Tag::PastParticiple | Tag::PresentParticiple)
        && parse.lexeme(at).verb.any(Marks::SAYING)
        || matches!(
            parse.lemma(at),
            "savoir" | "demander" | "ignorer" | "vérifier" | "déterminer" | "dire" | "voir" | "préciser"
        )
}

/// The governor of the conjunction at `conjunction`: the last verb, participle or noun of saying before it, with
/// nothing but its complements between.
fn governor_of(parse: &Parse<'_>, conjunction: usize, start: usize) -> Option<Governor> {
    let mut index = conjunction;
    let from = conjunction.saturating_sub(18).max(start);
    while index > from {
        index -= 1;
        let word = parse.word(index);
        let lexeme = parse.lexeme(index);
        match parse.tag_of(index) {
            Tag::Verb | Tag::PastParticiple | Tag::Infinitive | Tag::PresentParticiple => {
                let led = matches!(parse.tag_of(index), Tag::Infinitive)
                    && (from..index).rev().take(3).any(|at| matches!(parse.lemma(at), "laisser" | "faire"));
                if !lexeme.verb.any(Marks::SAYING) && !led {
                    return None;
                }
                let time = match parse.tag_of(index) {
                    Tag::Verb => verbs::time(parse, &verbs::group(parse, index, start, conjunction)),
                    Tag::PastParticiple => {
                        let auxiliary = (from..index).rev().find(|&at| parse.tag_of(at) == Tag::Verb);
                        auxiliary.map_or(Time::Past, |at| {
                            let finite = parse.lexeme(at).finite;
                            if finite & (Features::CONDITIONAL | Features::FUTURE) != 0 {
                                Time::Present
                            } else {
                                Time::Past
                            }
                        })
                    }
                    _ => time_of_open(parse, index, start),
                };
                return Some(Governor { word: index, time, noun: false });
            }
            // "pour être sûr qu'il serait puni", "convaincue que le stade serait prêt"
            Tag::Adjective if index + 1 == conjunction && is_sure(word) => {
                return Some(Governor { word: index, time: time_of_open(parse, index, start), noun: false });
            }
            Tag::Noun
                if index + 1 == conjunction
                    && (lexeme.noun.any(Marks::SPEECH_NOUN)
                        || matches!(word, "connaissance" | "preuve" | "signe")) =>
            {
                return Some(Governor { word: index, time: Time::Open, noun: true });
            }
            Tag::Subordinator | Tag::Coordinator if word != "et" => return None,
            Tag::Mark if !matches!(word, "," | "(" | ")" | "»" | "«" | "\"" | "'" | "’") => return None,
            _ => {}
        }
    }
    None
}

/// sûr que, certain que
fn is_sure(word: &str) -> bool {
    let stem = word.trim_end_matches('s').trim_end_matches('e');
    matches!(stem, "sûr" | "certain" | "confiant" | "persuadé" | "convaincu" | "conscient")
}

/// The time of a participle or infinitive: that of the finite verb before it, past where there is none.
fn time_of_open(parse: &Parse<'_>, index: usize, start: usize) -> Time {
    match (start..index).rev().find(|&at| parse.tag_of(at) == Tag::Verb) {
        Some(verb) => verbs::time(parse, &verbs::group(parse, verb, start, index)),
        None => Time::Past,
    }
}
