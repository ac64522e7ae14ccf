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
        return in_front_of_colon(parse, words.start - 1, sentence.start, sentence.end);
    }
    if words.start <= sentence.start + 1
        && let Some(found) = behind_enumeration(parse, words.end, sentence.end)
    {
        return Some(found);
    }
    // « Nuit d'horreur » dans Le Phare, Frédéric Roy (« Je suis un homme mort »)
    if let Some(found) = printed_in(parse, words.end, sentence.end)
        .or_else(|| signed_by_dash(parse, words.end, sentence.end))
        .or_else(|| named_in_brackets(parse, words.end, sentence.end))
        .or_else(|| in_front_of_bracket(parse, words.start, sentence.start))
        .filter(|_| kind == QuotationKind::Direct)
    {
        return Some(found);
    }
    // "sous les cris de « … »"
    if let Some(cries) = cries_before(parse, words.start, sentence.start) {
        return Some(cries);
    }
    // "une chanson dans laquelle « … »"
    if let Some(text) = text_of_relative(parse, words.start, sentence.start) {
        return Some(text);
    }
    // "La phrase « … » revient dans chaque lettre."
    if let Some(phrase) = words_as_words(parse, words.start, sentence.start) {
        return Some(phrase);
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
            let before = words.start - 1;
            // "Elle perd son emploi – « On ne m'a rien dit » –": what she adds.
            let added = parse.is_dash(before) || parse.word(before) == "(";
            subjects::subject_of_clause(parse, words.start, sentence.start)
                .filter(speaks)
                .filter(|found| !found.pronoun || added)
                // "D'abord confus (« je ne sais plus »), il se montre précis"
                .or_else(|| {
                    (parse.word(before) == "(")
                        .then(|| cues::subject_behind(parse, words.end, sentence.end))
                        .flatten()
                })
                // "Sur les cas étudiés par la Ligue, « … »"
                .or_else(|| {
                    (parse.word(before) == ",").then(|| agent_before(parse, before, sentence.start)).flatten()
                })
        }
        QuotationKind::Direct | QuotationKind::Mention => None,
    }
}

/// The paper in which a quotation stands: « Nuit d'horreur » dans Le Phare, « Tous à la mer » à la une du Phare.
fn printed_in(parse: &Parse<'_>, from: usize, end: usize) -> Option<Naming> {
    let named = match (parse.word(from), parse.word(from + 1)) {
        ("dans", _) => from + 1,
        ("à", "la") if parse.word(from + 2) == "une" => from + 4,
        ("en", "une") => from + 3,
        _ => return None,
    };
    let name = (named..end.min(named + 3)).find(|&at| parse.tag_of(at) == Tag::Name)?;
    let found = naming::phrase(parse, named, end).or_else(|| naming::phrase(parse, name, end))?;
    let whole = matches!(parse.tag_of(found.words.end), Tag::Mark);
    whole.then_some(Naming { kind: SourceKind::Media, known: true, ..found })
}

/// The name behind a dash that closes the sentence of a quotation: « C'est une trahison » – Paul Roy
fn signed_by_dash(parse: &Parse<'_>, from: usize, end: usize) -> Option<Naming> {
    let signed = naming::phrase(parse, from + 1, end).filter(|_| parse.is_dash(from))?;
    let full = signed.words.len() > 1 && signed.words.clone().all(|at| parse.tag_of(at) == Tag::Name);
    (full && signed.words.end + 1 >= end).then_some(Naming {
        kind: SourceKind::Person,
        known: true,
        ..signed
    })
}

/// Who or what a bracket behind a quotation names: « … » (Paul Roy, Capitec), « … » (La Malfaçon, p. 129).
fn named_in_brackets(parse: &Parse<'_>, from: usize, end: usize) -> Option<Naming> {
    let stop = (from..end.min(from + 16)).find(|&at| parse.word(at) == ")")?;
    let page = (from..stop).any(|at| matches!(parse.word(at), "p" | "page" | "pages" | "pp"));
    let opens = parse.word(from) == "(" && stop > from + 2;
    // « Tout est à faire » (Paul Roy, Capitec)
    let signed = naming::phrase(parse, from + 1, stop).filter(|found| {
        let full = found.words.len() > 1 && found.words.clone().all(|at| parse.tag_of(at) == Tag::Name);
        opens && full && matches!(parse.word(found.words.end), "," | ")")
    });
    if let Some(signed) = signed {
        return Some(Naming { kind: SourceKind::Person, known: true, ..signed });
    }
    (opens && page).then(|| Naming {
        kind: SourceKind::Document,
        known: true,
        ..naming::exactly(parse, from + 1..stop)
    })
}

/// Who is named right in front of a bracket or dash that a quotation opens: Frédéric Roy (« Je suis un homme mort »).
fn in_front_of_bracket(parse: &Parse<'_>, quotation: usize, start: usize) -> Option<Naming> {
    let bracket = quotation.checked_sub(1).filter(|&at| at > start)?;
    if !parse.is_dash(bracket) && parse.word(bracket) != "(" {
        return None;
    }
    let first = (start..bracket).rev().take_while(|&at| parse.tag_of(at) == Tag::Name).last()?;
    let determined = first.checked_sub(1).filter(|&at| at >= start && parse.tag_of(at) == Tag::Determiner);
    let found = naming::phrase(parse, determined.unwrap_or(first), bracket)?;
    (found.words.end == bracket && found.known && found.kind == SourceKind::Person).then_some(found)
}

/// The cries or slogans right in front of their words: "sous les cris de « … »", "aux cris de « … »".
fn cries_before(parse: &Parse<'_>, quotation: usize, start: usize) -> Option<Naming> {
    let of = quotation.checked_sub(1).filter(|&at| at > start && matches!(parse.word(at), "de" | "d'"))?;
    let cries = matches!(
        parse.word(of - 1),
        "cri" | "cris" | "slogan" | "slogans" | "chant" | "chants" | "huées" | "hurlements"
    );
    cries.then(|| Naming { kind: SourceKind::Document, known: true, ..naming::exactly(parse, of - 1..of) })
}

/// The noun for words, right in front of them, that are looked at as words: "la phrase « … »", "par ces mots « … »".
fn words_as_words(parse: &Parse<'_>, at: usize, start: usize) -> Option<Naming> {
    let noun = at.checked_sub(1).filter(|&noun| noun > start)?;
    let words = matches!(
        parse.word(noun),
        "phrase"
            | "mots"
            | "formule"
            | "mention"
            | "inscription"
            | "maxime"
            | "devise"
            | "réplique"
            | "slogan"
            | "mantra"
            | "adage"
            | "refrain"
            | "question"
            | "version"
    );
    let shown = matches!(
        parse.word(noun - 1),
        "la" | "le" | "l'" | "les" | "ces" | "cette" | "ce" | "une" | "un" | "sa" | "son"
    );
    (words && shown).then(|| Naming {
        kind: SourceKind::Document,
        known: true,
        ..naming::exactly(parse, noun - 1..at)
    })
}

/// Whose words a colon introduces.
pub(super) fn in_front_of_colon(parse: &Parse<'_>, colon: usize, start: usize, end: usize) -> Option<Naming> {
    // "— Paul Adam : « … »"
    let start = if parse.is_dash(start) { start + 1 } else { start };
    // "Paul Adam : « … »"
    if let Some(found) = naming::phrase(parse, start, colon)
        && found.words.end == colon
        && found.known
    {
        return Some(found);
    }
    if let Some(found) = subjects::before(parse, colon, start)
        && found.words.start == start
        && found.known
    {
        return Some(found);
    }
    // "Les proches de Luc, le marin tué hier : « … »"
    if let Some(found) = up_to_colon(parse, start, end).filter(speaks)
        && found.words.end == colon
    {
        return Some(found);
    }
    // "les insultes de certains manifestants : « … »"
    if let Some(found) = named_words::whose_words(parse, colon, start) {
        return Some(found);
    }
    // "Du côté du syndicat, le ton est plus dur : « … »"
    if let Some(camp) = super::stances::of_camp(parse, start, end) {
        return Some(camp);
    }
    // "L'enseignement est pour lui une vocation : « … »"
    let view = (start..colon).rev().take(12).find(|&at| {
        parse.word(at) == "pour" && matches!(parse.word(at + 1), "lui" | "elle" | "eux" | "elles")
    });
    if let Some(view) = view {
        return Some(naming::exactly(parse, view + 1..view + 2));
    }
    // "suggérées par Paul Roy : « … »"
    if let Some(agent) = agent_before(parse, colon, start) {
        return Some(agent);
    }
    // "Parmi ces questions figurent : « … »"
    if let Some(words) = words_announced(parse, colon, start) {
        return Some(words);
    }
    subjects::subject_of_clause(parse, colon, start).filter(speaks)
}

/// Who does it, named right in front of a colon: "suggérées par Paul Roy :".
fn agent_before(parse: &Parse<'_>, colon: usize, start: usize) -> Option<Naming> {
    let by = (start..colon).rev().take(12).find(|&at| parse.word(at) == "par")?;
    let found = naming::phrase(parse, by + 1, colon)?;
    (found.words.end == colon && found.known).then_some(found)
}

/// The words that a clause announces in front of a colon, by what they are: "des appels", "parmi ces questions figurent".
fn words_announced(parse: &Parse<'_>, colon: usize, start: usize) -> Option<Naming> {
    let shown = |at: &usize| {
        matches!(
            parse.lemma(*at),
            "être" | "figurer" | "dire" | "lire" | "circuler" | "fuser" | "revenir" | "retentir" | "suivre"
        ) && parse.tag_of(*at) == Tag::Verb
    };
    let mut stop = (start..colon).rev().take(3).find(shown).unwrap_or(colon);
    while stop > start && (parse.word(stop - 1) == "," || parse.tag_of(stop - 1) == Tag::Clitic) {
        stop -= 1;
    }
    let determiner =
        (start..stop).rev().take(8).take_while(|&at| parse.tag_of(at) != Tag::Verb).find(|&at| {
            parse.tag_of(at) == Tag::Determiner
                || matches!(parse.word(at), "des" | "d'" | "de" | "du" | "au" | "aux")
        })?;
    let several = !matches!(parse.word(determiner), "son" | "sa" | "leur" | "l'");
    let found = naming::phrase(parse, determiner + 1, stop).filter(|found| found.words.end == stop)?;
    let head = parse.lexeme(found.words.start).noun;
    (several && head.any(Marks(Marks::SPEECH_NOUN.0 | Marks::DOCUMENT.0))).then(|| Naming {
        kind: SourceKind::Document,
        known: true,
        ..naming::naming(parse, determiner..stop)
    })
}

/// Who or what stands behind quotations that open a sentence: "« … », « … » : le clip de Maud", "« … » sont des messages".
fn behind_enumeration(parse: &Parse<'_>, from: usize, end: usize) -> Option<Naming> {
    let mut at = from;
    while at < end && (parse.quotation(at).is_some() || matches!(parse.word(at), "," | ";" | "et" | "ou")) {
        at += 1;
    }
    if parse.word(at) == ":" {
        return cues::subject_behind(parse, at + 1, end)
            .or_else(|| naming::phrase(parse, at + 1, end))
            .filter(speaks);
    }
    // « La mer à tous » semble être le slogan du jour
    let names = matches!(parse.lemma(at), "être" | "sembler" | "devenir" | "rester" | "demeurer");
    if !names || parse.tag_of(at) != Tag::Verb {
        return None;
    }
    let noun = (at + 1..end.min(at + 8)).find(|&word| {
        parse.tag_of(word) == Tag::Noun
            && parse.lexeme(word).noun.any(Marks(Marks::SPEECH_NOUN.0 | Marks::DOCUMENT.0))
    })?;
    Some(Naming { kind: SourceKind::Document, known: true, ..naming::naming(parse, noun..noun + 1) })
}

/// The text that a relative pronoun in front of a quotation takes up: "une chanson dans laquelle « … »".
fn text_of_relative(parse: &Parse<'_>, at: usize, start: usize) -> Option<Naming> {
    let pronoun = at.checked_sub(2).filter(|&pronoun| pronoun > start)?;
    let taken = matches!(parse.word(pronoun + 1), "laquelle" | "lequel" | "lesquelles" | "lesquels");
    if !taken || !matches!(parse.word(pronoun), "dans" | "sur" | "par") {
        return None;
    }
    let comma = if parse.word(pronoun - 1) == "," { pronoun - 1 } else { pronoun };
    named_words::text_before(parse, comma, start)
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
