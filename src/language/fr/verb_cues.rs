//! A finite verb as cue: in front of what it says, or an incise behind it, the subject turned round or not.

use super::cues::{
    Cue, Place, Stretch, closes_quotation_before, cue_kind, opens_complement, said_by_infinitive,
};
use super::inversions;
use super::lexicon::Features;
use super::naming::{self, Naming};
use super::nonfinite_cues::of_passive;
use super::parse::{Parse, Tag};
use super::subjects;
use super::verb_subjects::{
    has_its_verb, has_waiting_subject, is_said_by_name, place_as_source, subject_left_out, written_on,
};
use super::verbs;
use super::vocabulary::Marks;
use crate::analysis::{CueKind, SourceKind};

/// A finite verb as cue: in front of what it says, or an incise behind it.
pub(super) fn of_verb(parse: &Parse<'_>, index: usize, stretch: Stretch) -> Option<Cue> {
    let Stretch { start, end, sentence } = stretch;
    let inside = parse.quotation(index);
    let group = verbs::group(parse, index, start, end);
    let (main, last) = said_by_infinitive(parse, group.main, group.last, end);
    let marks = parse.lexeme(main).verb;
    // "Le système se veut « grand public »"
    if group.reflexive && parse.lemma(main) == "vouloir" {
        return None;
    }
    let led = main != group.main && matches!(parse.lemma(group.main), "faire" | "laisser" | "mettre");
    // "l'enquête a montré que": shows it, where it doesn't show a thing nor somebody's words.
    let shows = parse.lemma(main) == "montrer"
        && matches!(parse.word(last + 1), "que" | "qu'")
        && !(start..end).any(|at| parse.quotation(at).is_some());
    // "C'est ce que montrent les documents"
    let bears_out = matches!(parse.lemma(main), "montrer" | "ressortir" | "laisser" | "établir")
        && group.first >= start + 2
        && matches!(parse.word(group.first - 1), "que" | "qu'")
        && parse.word(group.first - 2) == "ce";
    let saying = led
        || shows
        || bears_out
        || tells_by_its_noun(parse, main, last, end)
        || is_in_a_mood(parse, main, last, end)
        || marks.any(Marks::SAYING)
        || matches!(parse.lemma(main), "être") && matches!(parse.word(main), "écrit");
    let previous = group.first.checked_sub(1).filter(|&at| at >= start);
    let behind_comma =
        previous.is_some_and(|at| matches!(parse.word(at), "," | "–" | "—" | "-" | "!" | "?" | "…" | "."));
    let behind_quotation = closes_quotation_before(parse, group.first, start)
        .is_some_and(|closed| inside != Some(closed))
        || saying && inside.is_none() && is_turned_round(parse, group.first, last, start);
    let third = parse.lexeme(index).finite & Features::THIRD != 0;
    let cue = |place, source| Cue {
        first: group.first,
        end: last + 1,
        kind: cue_kind(marks),
        place,
        source,
        sentence,
        inside,
    };

    if let Some(clitic) = group.inverted {
        let any_verb = behind_quotation || inside.is_some() && behind_comma && !seems(parse, main);
        if !third || parse.word(clitic) == "-ce" || !(saying || any_verb) {
            return None;
        }
        let incise = behind_comma || behind_quotation || previous.is_none();
        // "Que dit-il ?", "Pourquoi affirme-t-elle": questions, whose verb opens no incise.
        if !incise {
            return None;
        }
        let mut source = naming::inverted(parse, clitic);
        if matches!(parse.word(clitic), "-t-on" | "-on") {
            // "indique-t-on à la préfecture", "apprend-on de source sûre": the place is the source.
            source = place_as_source(parse, last + 1, end).unwrap_or(source);
        } else if matches!(parse.word(main), "écrit" | "indiqué" | "dit")
            && matches!(parse.lemma(group.finite), "être")
        {
            source = place_as_source(parse, last + 1, end).unwrap_or(source);
        }
        return Some(cue(Place::Incise, Some(source)));
    }
    let named = || is_said_by_name(parse, main, last, end);
    if inside.is_some() && !(behind_comma && third && (saying || named())) {
        return None;
    }
    // « Oui, insiste Paul Roy : c'est trop tard. »: inside the marks, a colon behind who says it goes on with his words.
    let complement = if behind_quotation || inside.is_some() {
        matches!(parse.word(last + 1), "que" | "qu'" | ":")
    } else {
        opens_complement(parse, last + 1, end) && !closes_clause(parse, group.first, start)
    };
    let incise =
        saying || inside.is_some() || behind_quotation && !has_waiting_subject(parse, group.first, start);
    if (behind_comma || behind_quotation) && !complement && incise {
        let speaks = |source: &Naming| {
            // « Non, insiste un vieux docker : … »
            let anybody = inside.is_some() && matches!(parse.word(source.words.start), "un" | "une");
            let by_place = (behind_quotation || anybody) && saying;
            let stands_alone = !source.pronoun || parse.word(source.words.start).starts_with("ce");
            (source.known || by_place) && stands_alone
        };
        if let Some(source) = inversions::behind(parse, last + 1, end).filter(speaks) {
            let left = if behind_quotation { None } else { subjects::before(parse, group.first, start) };
            let quoted_before = (start..group.first).any(|at| parse.quotation(at).is_some());
            let served = left.as_ref().is_some_and(|left| has_its_verb(parse, left, group.first));
            if left.is_none()
                || served
                || quoted_before
                || inside.is_some()
                || closes_clause(parse, group.first, start)
            {
                return (inside.is_none() || is_set_off(parse, source.words.end, end))
                    .then(|| cue(Place::Incise, Some(source)));
            }
        }
    }
    if inside.is_some() || !saying {
        return None;
    }
    // "comme le rappelle la Ligue": the subject stands behind.
    // "comme l'a annoncé Paul Roy": the pronoun may stand apart from its auxiliary.
    let apart = |at: usize| matches!(parse.word(at), "l'" | "le" | "la" | "les") && at > start;
    let previous = previous.map(|at| if apart(at) && parse.word(at - 1) == "comme" { at - 1 } else { at });
    let like = previous.is_some_and(|at| parse.word(at) == "comme");
    // « La marée est haute », comme dit le gardien.
    let like_behind = like && previous.is_some_and(|at| closes_quotation_before(parse, at, start).is_some());
    // "ce qu'affirmait le maire", "la colère que chantait Jean Morel"
    let object = previous.is_some_and(|at| at > start && matches!(parse.word(at), "que" | "qu'"))
        && matches!(parse.tag_of(last + 1), Tag::Determiner | Tag::Name | Tag::Adverb)
        && (bears_out || marks.any(Marks(Marks::SPEECH.0 | Marks::LOADED.0)));
    let source = if like || object {
        // "comme l'indiquait ce week-end la préfecture"
        let found = inversions::behind(parse, last + 1, end);
        if bears_out {
            found.map(|source| Naming { kind: SourceKind::Document, known: true, ..source })
        } else {
            found.filter(|source| source.known)
        }
    } else {
        subjects::before(parse, group.first, start).or_else(|| subject_left_out(parse, group.first, stretch))
    };
    // "il est jugé « trop lent » par 60 % des sondés": they judge; without them nobody is told.
    let passive = group.compound && parse.lemma(group.finite) == "être" && !group.perfect
        || (group.finite..group.main).any(|at| parse.word(at) == "été");
    if passive {
        return Some(match of_passive(parse, group.main, stretch) {
            Some(agent) => agent,
            None => {
                let text = written_on(parse, group.main, group.first, start);
                Cue { kind: CueKind::Passive, ..cue(Place::Before, text) }
            }
        });
    }
    let translated = behind_translated(parse, source.as_ref(), start) || like_behind;
    Some(cue(if translated && !complement { Place::Incise } else { Place::Before }, source))
}

/// Whether a verb of saying is turned round behind a piece that goes on from the quotation: « Je comprends le maire »
/// face aux députés a déclaré Luc Roy.
fn is_turned_round(parse: &Parse<'_>, verb: usize, last: usize, start: usize) -> bool {
    let opens =
        parse.quotation(start).map(|quotation| parse.words.within(parse.quotations[quotation].span).end);
    let Some(from) = opens.filter(|&from| from < verb && verb - from <= 8) else { return false };
    let nominal = (from..verb).all(|at| {
        matches!(
            parse.tag_of(at),
            Tag::Preposition | Tag::Determiner | Tag::Noun | Tag::Name | Tag::Adjective
        )
    });
    nominal
        && parse.tag_of(from) == Tag::Preposition
        && matches!(parse.tag_of(last + 1), Tag::Name | Tag::Determiner)
}

/// a donné des précisions, a fait le point: the noun says that somebody tells something.
fn tells_by_its_noun(parse: &Parse<'_>, main: usize, last: usize, end: usize) -> bool {
    let noun = (last + 1..end.min(last + 4)).find(|&at| parse.tag_of(at) == Tag::Noun);
    noun.is_some_and(|at| {
        let word = parse.word(at);
        match parse.lemma(main) {
            "donner" | "livrer" | "apporter" | "fournir" => matches!(
                word,
                "précisions" | "détails" | "explications" | "explication" | "version" | "récit" | "nouvelles"
            ),
            "faire" => word == "point",
            "tenir" => word == "conférence" && parse.word(at + 2) == "presse",
            _ => false,
        }
    })
}

/// a été formel : …
fn is_in_a_mood(parse: &Parse<'_>, main: usize, last: usize, end: usize) -> bool {
    let being = parse.lemma(main) == "être" || parse.word(main) == "été";
    being
        && (last + 1..end.min(last + 4))
            .any(|at| parse.lexeme(at).noun.any(Marks::MOOD) && parse.word(at + 1) == ":")
}

/// Whether a verb says how something looks rather than that somebody says it: semble-t-il.
fn seems(parse: &Parse<'_>, verb: usize) -> bool {
    matches!(parse.lemma(verb), "sembler" | "paraître" | "paraitre" | "être" | "avoir" | "falloir")
}

/// Whether the comma in front of a verb closes a clause rather than an apposition to its subject: "La décision est
/// prise, a tenu à préciser Léa Morel".
fn closes_clause(parse: &Parse<'_>, verb: usize, start: usize) -> bool {
    let Some(last) = verb.checked_sub(2).filter(|&last| last >= start && parse.word(last + 1) == ",") else {
        return false;
    };
    match parse.tag_of(last) {
        Tag::Verb | Tag::Infinitive => true,
        Tag::PastParticiple => (start..last).rev().take(3).any(|at| parse.tag_of(at) == Tag::Verb),
        _ => false,
    }
}

/// Whether a subject and verb stand right behind a quotation and close its sentence: « … », il a dit.
fn behind_translated(parse: &Parse<'_>, source: Option<&Naming>, start: usize) -> bool {
    source.is_some_and(|source| {
        source.words.start > start && closes_quotation_before(parse, source.words.start, start).is_some()
    })
}

/// Whether an incise inside the marks is closed by a comma, a stop or the closing mark.
fn is_set_off(parse: &Parse<'_>, at: usize, end: usize) -> bool {
    let closes = |at: usize| {
        at >= end || matches!(parse.word(at), "," | "." | "…" | "»" | "\"" | "”" | "!" | "?" | ":" | "(")
    };
    // "s'exclame Paul Roy qui tient un kiosque", "un collectif regroupant des dockers": who he is, up to the end.
    if closes(at) || parse.word(at) == "qui" || parse.tag_of(at) == Tag::PresentParticiple {
        return true;
    }
    // "souffle Léa Morel au bout du fil, …", "raconte Paul aujourd'hui.", "balayait Roy il y a deux ans,"
    let ago = parse.word(at) == "il" && parse.word(at + 1) == "y" && parse.word(at + 2) == "a";
    let adjunct = ago
        || matches!(parse.tag_of(at), Tag::Preposition | Tag::Adverb)
        || parse.lexeme(at).noun.any(Marks::TIME);
    let from = if ago { at + 3 } else { at };
    let behind = (from..end.min(from + 14))
        .find(|&word| matches!(parse.tag_of(word), Tag::Mark | Tag::Verb | Tag::Subordinator));
    adjunct && behind.is_some_and(closes)
}
