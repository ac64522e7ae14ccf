//! How much speaks for words of somebody's against a mere mention, of a quotation that is no clause.
//!
//! Points are given for how the words start, how many they are, what stands in front of and behind them, and how firmly
//! a cue bears on them; what is left above nothing is words of somebody's. The points were weighed on annotated press
//! copy, half of it left out each time.

use super::kinds::{self, Bearing, Setting};
use super::parse::{Parse, Tag};
use super::vocabulary::Marks;

/// The points for words of somebody's; a mention where there are none left.
pub(super) fn score(parse: &Parse<'_>, index: usize, bearing: Bearing, repeated: bool) -> i32 {
    let Some(setting) = kinds::setting(parse, index) else { return 0 };
    let words = &setting.words;
    let judged = setting.previous.is_some_and(|previous| is_judged(parse, previous));
    let verb = words.clone().any(|at| parse.tag_of(at) == Tag::Verb);
    let mut score = 2 + start(parse.tag_of(words.start)) + length(setting.count) + weight(bearing);
    score += if verb { 3 } else { 0 };
    if repeated {
        score -= if judged { 1 } else { 3 };
    }
    score -= capitals(parse, &setting, bearing);
    score + setting.previous.map_or(0, |previous| around(parse, &setting, previous, bearing, judged))
}

/// How the words start.
fn start(first: Tag) -> i32 {
    match first {
        Tag::Preposition | Tag::Infinitive | Tag::Verb | Tag::Clitic | Tag::Negation | Tag::Pronoun => 3,
        Tag::Subordinator => 2,
        Tag::Adverb | Tag::Determiner => 1,
        Tag::Adjective | Tag::PastParticiple | Tag::PresentParticiple => 0,
        Tag::Coordinator | Tag::Number | Tag::Inverted | Tag::Mark | Tag::Other => 0,
        Tag::Noun => -3,
        Tag::Name => -2,
    }
}

/// How many words they are.
fn length(count: usize) -> i32 {
    match count {
        2 => -1,
        0..=4 => 0,
        5..=7 => 1,
        _ => 2,
    }
}

fn weight(bearing: Bearing) -> i32 {
    match bearing {
        Bearing::None | Bearing::Subject => -1,
        Bearing::Sentence => 2,
        Bearing::Near => 3,
    }
}

/// Whether a cue bears on the quotation at all.
fn is_cued(bearing: Bearing) -> bool {
    matches!(bearing, Bearing::Sentence | Bearing::Near)
}

/// What capitals take away: « Les Marées basses ».
fn capitals(parse: &Parse<'_>, setting: &Setting, bearing: Bearing) -> i32 {
    let words = &setting.words;
    let first = match (parse.capital(words.start), setting.previous) {
        // "décrivant un « Dialogue mené par l'UE »": copied with its capital, where a cue stands right beside it.
        (true, Some(_)) if bearing == Bearing::Near && setting.count > 2 => 2,
        (true, Some(_)) if is_cued(bearing) => 5,
        (true, Some(_)) => 7,
        _ => 0,
    };
    let many = words.clone().filter(|&at| parse.capital(at)).count();
    let titled = many * 2 > setting.count && setting.count > 1;
    let all = if !titled {
        0
    } else if is_cued(bearing) {
        1
    } else {
        3
    };
    first + all
}

/// What the words around a quotation say for or against words of somebody's.
fn around(parse: &Parse<'_>, setting: &Setting, previous: usize, bearing: Bearing, judged: bool) -> i32 {
    if is_christened(parse, previous) {
        return -6;
    }
    let word = parse.word(previous);
    let mut score = match parse.tag_of(previous) {
        Tag::Verb => 3,
        Tag::Subordinator => 2,
        Tag::Preposition => -1,
        _ => 0,
    };
    score += match word {
        "de" | "d'" if is_cued(bearing) => 3,
        "un" | "une" if is_cued(bearing) => 1,
        "les" | "des" => -2,
        _ => 0,
    };
    if judged {
        score += 3;
    } else {
        if back(previous, 6).any(|at| puts_into_words(parse, at)) {
            score += 2;
        }
        // "mis en examen pour « vol aggravé »"
        let charged = matches!(word, "pour" | "de" | "d'" | "des" | "et");
        if charged && back(previous, 7).any(|at| is_of_law(parse, at)) {
            score -= 7;
        }
    }
    // "le thème « Vivre ensemble »", "le statut de « réfugié »"
    if back(previous, 2).any(|at| parse.lexeme(at).noun.any(Marks::TITLED)) {
        score -= 6;
    }
    if back(previous, 2).any(|at| matches!(parse.word(at), "tel" | "telle" | "tels" | "telles")) {
        score -= 4;
    }
    // "les « vraies » couleurs"
    let behind = setting.words.end + 1;
    if parse.tag_of(previous) == Tag::Determiner && parse.tag_of(behind) == Tag::Noun {
        score -= 1;
    }
    score
}

/// The `count` words that end with `last`, the last one first.
fn back(last: usize, count: usize) -> impl Iterator<Item = usize> {
    (0..count).map_while(move |step| last.checked_sub(step))
}

fn is_verbal(tag: Tag) -> bool {
    matches!(tag, Tag::Verb | Tag::PastParticiple | Tag::PresentParticiple | Tag::Infinitive)
}

/// Whether somebody is said to put the words on something: jugée « trop lente », décrit le maire comme « absent ».
fn is_judged(parse: &Parse<'_>, previous: usize) -> bool {
    let reach = match parse.word(previous) {
        "comme" => 14,
        "pour" | "en" => 0,
        _ => 6,
    };
    back(previous, reach).any(|at| is_verbal(parse.tag_of(at)) && parse.lexeme(at).verb.any(Marks::NAMING))
}

/// Whether a verb in front gives a name: baptisé « Marée haute », le pont dit « des Anglais ».
fn is_christened(parse: &Parse<'_>, previous: usize) -> bool {
    let reflexive = previous > 0 && matches!(parse.word(previous - 1), "se" | "s'" | "me" | "m'");
    let said = parse.tag_of(previous) != Tag::Verb
        && !reflexive
        && matches!(
            parse.word(previous),
            "dit" | "dite" | "dits" | "dites" | "appelé" | "appelée" | "appelés" | "appelées"
        );
    said || back(previous, 3)
        .any(|at| is_verbal(parse.tag_of(at)) && parse.lexeme(at).verb.any(Marks::CHRISTENING))
}

/// Verbs that lead to words of somebody's without judging: parler de, évoquer.
fn puts_into_words(parse: &Parse<'_>, at: usize) -> bool {
    is_verbal(parse.tag_of(at))
        && matches!(parse.lemma(at), "appeler" | "évoquer" | "présenter" | "parler" | "dire")
}

/// Words of the courts, in front of the name of an offence.
fn is_of_law(parse: &Parse<'_>, at: usize) -> bool {
    parse.lexeme(at).noun.any(Marks::LAW) && !is_verbal(parse.tag_of(at))
        || is_verbal(parse.tag_of(at))
            && matches!(
                parse.lemma(at),
                "inculper"
                    | "poursuivre"
                    | "condamner"
                    | "écrouer"
                    | "arrêter"
                    | "interpeller"
                    | "soupçonner"
                    | "juger"
            )
}
