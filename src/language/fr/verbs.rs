//! Verb groups: a finite verb with its auxiliary, its participle, and what stands between them.
//!
//! "n'aurait, de toute façon, rien changé" is one group; so are "aurait selon plusieurs sources payé" and
//! "se serait-il trompé". Adverbs, denials, an inverted subject and one inserted phrase may split it.

use super::lexicon::Features;
use super::parse::{Parse, Tag};

/// A finite verb with all that makes one form with it. Indices are of words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Group {
    /// The first word, clitics and "ne" included.
    pub(super) first: usize,
    /// The word that is conjugated.
    pub(super) finite: usize,
    /// The word that says what is done: the last participle of "aurait été tué".
    pub(super) main: usize,
    /// The last word, an inverted subject included.
    pub(super) last: usize,
    /// Whether an auxiliary and a participle make it.
    pub(super) compound: bool,
    /// Whether it speaks of what is done by then: aurait fui, serait parti; not the passive serait puni.
    pub(super) perfect: bool,
    /// The subject that hangs on it: -t-il.
    pub(super) inverted: Option<usize>,
    /// Whether a reflexive pronoun stands in it.
    pub(super) reflexive: bool,
}

/// How far behind its auxiliary a participle is looked for, in words.
const REACH: usize = 16;

/// The group of the finite verb at `finite`, within `start..end`.
pub(super) fn group(parse: &Parse<'_>, finite: usize, start: usize, end: usize) -> Group {
    let mut first = finite;
    let mut reflexive = false;
    while first > start && matches!(parse.tag_of(first - 1), Tag::Clitic | Tag::Negation) {
        first -= 1;
        reflexive |= matches!(parse.word(first), "se" | "s'" | "me" | "m'" | "te" | "t'");
    }
    let mut group = Group {
        first,
        finite,
        main: finite,
        last: finite,
        compound: false,
        perfect: false,
        inverted: None,
        reflexive,
    };
    // "a t-il dit", "souligne t'il": the letter in between stands apart, or with the wrong mark.
    let hanging = if matches!(parse.word(finite + 1), "t" | "t'") { finite + 2 } else { finite + 1 };
    if hanging < end && parse.tag_of(hanging) == Tag::Inverted {
        group.inverted = Some(hanging);
        group.last = hanging;
    }
    if matches!(parse.lemma(finite), "avoir" | "être")
        && let Some(participle) = participle(parse, &group, end)
    {
        group.compound = true;
        group.main = participle;
        group.last = participle;
        if parse.word(participle) == "été" {
            let passive = Group { last: participle, ..group };
            if let Some(participle) = participle_behind(parse, passive.last + 1, end, "être") {
                group.main = participle;
                group.last = participle;
            }
        }
        group.perfect = parse.lemma(finite) == "avoir" || reflexive || moves(parse.lemma(group.main));
    }
    group
}

fn participle(parse: &Parse<'_>, group: &Group, end: usize) -> Option<usize> {
    participle_behind(parse, group.last + 1, end, parse.lemma(group.finite))
}

/// The participle that belongs to an auxiliary, looked for from `from` on.
fn participle_behind(parse: &Parse<'_>, from: usize, end: usize, auxiliary: &str) -> Option<usize> {
    let end = end.min(from + REACH);
    let mut index = from;
    let mut skipped_phrase = false;
    while index < end {
        match parse.tag_of(index) {
            Tag::PastParticiple => {
                let agrees = !skipped_phrase || auxiliary == "être" || is_masculine_singular(parse, index);
                if agrees {
                    return Some(index);
                }
                return None;
            }
            _ if parse.word(index) == "sans" && parse.word(index + 1) == "doute" => index += 2,
            Tag::Adverb | Tag::Negation | Tag::Inverted => index += 1,
            _ if matches!(
                parse.word(index),
                "tout"
                    | "tous"
                    | "toutes"
                    | "rien"
                    | "chacun"
                    | "lui"
                    | "elle"
                    | "eux"
                    | "elles"
                    | "lui-même"
                    | "elle-même"
                    | "eux-mêmes"
            ) =>
            {
                index += 1
            }
            // "aurait été", with a homograph of a noun.
            _ if parse.word(index) == "été" && index <= from + 1 => return Some(index),
            Tag::Mark => match parse.word(index) {
                "," | "(" | "–" | "—" if !skipped_phrase => {
                    let close = if parse.word(index) == "(" { ")" } else { parse.word(index) };
                    let behind = (index + 1..end).find(|&at| parse.word(at) == close)?;
                    skipped_phrase = true;
                    index = behind + 1;
                }
                "«" | "\"" | "“" if index <= from + 1 => index += 1,
                _ => return None,
            },
            Tag::Preposition if !skipped_phrase => {
                let participle = (index + 1..end.min(index + 9)).find(|&at| {
                    !matches!(
                        parse.tag_of(at),
                        Tag::Determiner
                            | Tag::Noun
                            | Tag::Adjective
                            | Tag::Name
                            | Tag::Number
                            | Tag::Adverb
                            | Tag::Preposition
                            | Tag::Pronoun
                            | Tag::Negation
                    ) && !matches!(parse.word(at), "[" | "]" | "«" | "»" | ",")
                        && !(parse.tag_of(at) == Tag::PastParticiple
                            && matches!(parse.tag_of(at - 1), Tag::Preposition | Tag::Determiner))
                })?;
                // "n'aurait pas de budget avant mai, prédit le quotidien": an incise.
                let incise = parse.word(participle - 1) == ","
                    && parse.lexeme(participle).finite != 0
                    && matches!(parse.tag_of(participle + 1), Tag::Determiner | Tag::Name);
                let found = parse.tag_of(participle) == Tag::PastParticiple
                    && !incise
                    && (auxiliary == "être" || is_masculine_singular(parse, participle));
                return found.then_some(participle);
            }
            _ => return None,
        }
    }
    None
}

fn is_masculine_singular(parse: &Parse<'_>, index: usize) -> bool {
    let nominal = parse.lexeme(index).nominal;
    nominal & Features::MASCULINE != 0 && nominal & Features::SINGULAR != 0
}

/// When what a verb says is so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Time {
    /// a dit, disait, avait dit, dit (simple past)
    Past,
    /// dit, dira
    Present,
    /// A participle or infinitive, whose time its finite verb has.
    Open,
}

/// The time of a group.
pub(super) fn time(parse: &Parse<'_>, group: &Group) -> Time {
    let finite = parse.lexeme(group.finite).finite;
    if finite & (Features::IMPERFECT | Features::PAST) != 0 && finite & Features::PRESENT == 0 {
        return Time::Past;
    }
    // "a dit", "est convenu"; not "est attendu", which is a passive of the present.
    let active = parse.lemma(group.finite) == "avoir" || group.reflexive || moves(parse.lemma(group.main));
    if group.compound && (active || parse.word(group.main) == "été") { Time::Past } else { Time::Present }
}

/// Verbs whose past is made with "être".
fn moves(lemma: &str) -> bool {
    matches!(
        lemma,
        "aller"
            | "arriver"
            | "décéder"
            | "devenir"
            | "entrer"
            | "intervenir"
            | "monter"
            | "mourir"
            | "naître"
            | "partir"
            | "parvenir"
            | "passer"
            | "rentrer"
            | "rester"
            | "retourner"
            | "revenir"
            | "sortir"
            | "survenir"
            | "tomber"
            | "venir"
            | "convenir"
    )
}
