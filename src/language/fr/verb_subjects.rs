//! Who or what a verb of saying has for its subject where it stands in an unusual place: left out, in front of the
//! quotation, a banner, a prefecture.

use super::cues::{Stretch, closes_quotation_before};
use super::lexicon::Features;
use super::naming::{self, Naming};
use super::parse::{Parse, Tag};
use super::subjects;
use super::vocabulary::Marks;
use crate::analysis::SourceKind;

/// Whom a sentence without a subject goes on with: "Le maire hésite. Et lance, en séance : « … »".
pub(super) fn subject_left_out(parse: &Parse<'_>, verb: usize, stretch: Stretch) -> Option<Naming> {
    let goes_on = verb == stretch.start + 1 && matches!(parse.word(stretch.start), "et" | "mais" | "puis");
    let before = &parse.sentences[stretch.sentence.checked_sub(1).filter(|_| goes_on)?];
    if before.block != parse.sentences[stretch.sentence].block {
        return None;
    }
    subjects::subject_of_clause(parse, before.words.end, before.words.start).filter(|subject| subject.known)
}

/// Whether a verb inside the marks has a first name and a name for its subject, as only who speaks has there: « Non,
/// s'étrangle Léa Morel, c'est faux. »
pub(super) fn is_said_by_name(parse: &Parse<'_>, verb: usize, last: usize, end: usize) -> bool {
    let name = last + 1;
    let full = parse.tag_of(name) == Tag::Name
        && parse.tag_of(name + 1) == Tag::Name
        && parse.lexeme(name).can_be(Features::FIRST_NAME);
    let moves = matches!(
        parse.lemma(verb),
        "être"
            | "avoir"
            | "venir"
            | "arriver"
            | "vivre"
            | "entrer"
            | "naître"
            | "mourir"
            | "suivre"
            | "jouer"
    );
    full && !moves && last + 3 < end
}

/// Whether a subject in front of the quotation still waits for the verb behind it: "La proposition, « trop chère », a
/// déçu les élus"; or the quotation itself is the subject, with no comma behind it: « Les Marées basses » a déçu.
pub(super) fn has_waiting_subject(parse: &Parse<'_>, verb: usize, start: usize) -> bool {
    let Some(quotation) = closes_quotation_before(parse, verb, start) else { return false };
    let words = parse.words.within(parse.quotations[quotation].span);
    let front = start..words.start.max(start);
    let nominal = |at: usize| matches!(parse.tag_of(at), Tag::Noun | Tag::Name | Tag::Pronoun);
    let waits = front.clone().any(nominal) && !front.clone().any(|at| parse.tag_of(at) == Tag::Verb);
    let set_off = words.end < verb && parse.word(words.end) == ","
        || matches!(parse.word(words.end.saturating_sub(2)), "!" | "?" | "." | "…" | ",");
    waits || !set_off
}

/// Whether a subject has its verb already, before the one at `verb`: "Ces plans, elle les aurait brûlés, écrit l'historien".
pub(super) fn has_its_verb(parse: &Parse<'_>, subject: &Naming, verb: usize) -> bool {
    let next = (subject.words.end..verb).find(|&at| {
        matches!(parse.tag_of(at), Tag::Verb | Tag::Subordinator) && parse.quotation(at).is_none()
    });
    next.is_some_and(|at| parse.tag_of(at) == Tag::Verb)
}

/// On what something is written: "sur la banderole est écrit « … »", "le message est inscrit sur le mur".
pub(super) fn written_on(parse: &Parse<'_>, verb: usize, first: usize, start: usize) -> Option<Naming> {
    if !matches!(parse.lemma(verb), "écrire" | "inscrire" | "marquer" | "graver") {
        return None;
    }
    let on = (start..first).rev().take(8).find(|&at| matches!(parse.word(at), "sur" | "dans"))?;
    naming::phrase(parse, on + 1, first).map(|text| Naming {
        kind: SourceKind::Document,
        known: true,
        ..text
    })
}

/// The place or document in which something is said: "à la préfecture", "dans le communiqué", "de source sûre".
pub(super) fn place_as_source(parse: &Parse<'_>, from: usize, end: usize) -> Option<Naming> {
    let mut at = from;
    while at < end.min(from + 8) {
        if parse.tag_of(at) == Tag::Preposition {
            let mut next = at + 1;
            while parse.tag_of(next) == Tag::Preposition {
                next += 1;
            }
            if let Some(found) = naming::phrase(parse, next, end) {
                if found.known && !found.words.clone().any(|word| parse.lexeme(word).noun.any(Marks::TIME)) {
                    return Some(found);
                }
                at = found.words.end;
                continue;
            }
        } else if !matches!(
            parse.tag_of(at),
            Tag::Adverb | Tag::Noun | Tag::Determiner | Tag::Number | Tag::PastParticiple
        ) {
            return None;
        }
        at += 1;
    }
    None
}
