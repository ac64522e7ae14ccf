//! Cues without a verb: "selon la police", "Pour Léa Morel, …", "à la suite d'un témoignage : …".

use super::cues::{Cue, Place, Stretch};
use super::lexicon::Features;
use super::naming::{self, Naming};
use super::parse::{Parse, Tag};
use super::subjects;
use super::vocabulary::Marks;
use crate::analysis::{CueKind, SourceKind};

/// selon la police, de source judiciaire; nothing where "selon" means "depending on".
pub(super) fn according_to(parse: &Parse<'_>, index: usize, length: usize, stretch: Stretch) -> Option<Cue> {
    let Stretch { start, end, sentence } = stretch;
    let mut from = index + length;
    let last = parse.word(from - 1);
    if matches!(last, "source" | "sources") {
        // "l'eau de source", "couler de source": no source without a word that says which.
        let bare = length == 2
            && !matches!(parse.tag_of(from), Tag::Adjective | Tag::PastParticiple | Tag::Name)
            && !parse.lexeme(from).can_be(Features::ADJECTIVE);
        if bare {
            return None;
        }
        from -= 1;
    }
    // "le conseil, selon qui", "une note selon laquelle": whoever or whatever stands before it.
    let relative = match parse.word(from) {
        "qui" if index > start && parse.word(index - 1) == "," => Some(index - 1),
        "qui" | "laquelle" | "lesquelles" | "lequel" | "lesquels" => Some(index),
        _ => None,
    };
    let cue = |end, source| Cue {
        first: index,
        end,
        kind: CueKind::AccordingTo,
        place: Place::Phrase,
        source,
        sentence,
        inside: None,
    };
    if let Some(before) = relative {
        return Some(cue(from + 1, subjects::before(parse, before, start)));
    }
    let source = naming::phrase(parse, from, end)?;
    let quotes = (start..end).any(|at| parse.quotation(at).is_some());
    let spoken = source.known
        || quotes
        || source.words.clone().any(|at| {
            parse.lexeme(at).noun.any(Marks(Marks::SOURCE.0 | Marks::SPEECH_NOUN.0))
                || parse.capital(at)
                || matches!(
                    parse.word(at),
                    "estimations"
                        | "chiffres"
                        | "données"
                        | "calculs"
                        | "éléments"
                        | "constatations"
                        | "décompte"
                        | "comptage"
                )
        });
    spoken.then(|| cue(index + length, Some(source)))
}

/// "À le suivre, …", "À l'entendre, …" at the head of a sentence: as he says.
pub(super) fn hearing_him(parse: &Parse<'_>, index: usize, stretch: Stretch) -> Option<Cue> {
    let heads = index == stretch.start && matches!(parse.word(index), "à" | "a");
    let him = matches!(parse.word(index + 1), "le" | "la" | "l'" | "les");
    let hears = matches!(parse.word(index + 2), "suivre" | "entendre" | "lire" | "croire" | "écouter");
    (heads && him && hears && parse.word(index + 3) == ",").then(|| Cue {
        first: index,
        end: index + 3,
        kind: CueKind::AccordingTo,
        place: Place::Phrase,
        source: Some(Naming {
            kind: SourceKind::Person,
            known: true,
            pronoun: true,
            ..naming::exactly(parse, index + 1..index + 2)
        }),
        sentence: stretch.sentence,
        inside: None,
    })
}

/// Pour X, … : in X's view, where X is somebody and a clause or a quotation follows.
pub(super) fn in_the_view_of(parse: &Parse<'_>, index: usize, stretch: Stretch) -> Option<Cue> {
    let Stretch { start, end, sentence } = stretch;
    let opens = index == start
        || matches!(parse.tag_of(index - 1), Tag::Mark | Tag::Coordinator)
        || matches!(parse.word(index - 1), "car" | "que");
    let relative = parse.word(index + 1) == "qui" && index > start;
    if relative {
        let before = if parse.word(index - 1) == "," { index - 1 } else { index };
        let source = subjects::before(parse, before, start).filter(|source| source.known)?;
        return Some(Cue {
            first: index,
            end: index + 2,
            kind: CueKind::Bare,
            place: Place::Phrase,
            source: Some(source),
            sentence,
            inside: None,
        });
    }
    if !opens {
        return None;
    }
    if let Some(source) = up_to_colon(parse, index + 1, end).filter(|_| index == start) {
        return Some(Cue {
            first: index,
            end: index + 1,
            kind: CueKind::Bare,
            place: Place::Phrase,
            source: Some(source),
            sentence,
            inside: None,
        });
    }
    let source = naming::phrase(parse, index + 1, end).filter(|source| source.known)?;
    let person = matches!(
        source.kind,
        SourceKind::Person
            | SourceKind::Organisation
            | SourceKind::Media
            | SourceKind::Described
            | SourceKind::Witnesses
            | SourceKind::Collective
    );
    let behind = source.words.end;
    let clause = (behind..end).any(|at| parse.tag_of(at) == Tag::Verb)
        || (behind..end).any(|at| parse.quotation(at).is_some());
    // "Pour le collectif réuni hier à Lens, c'est trop peu"
    let comma = (behind..end.min(behind + 10))
        .find(|&at| parse.word(at) == "," || parse.tag_of(at) == Tag::Verb || parse.quotation(at).is_some())
        .is_some_and(|at| parse.word(at) == "," && index == start);
    let separated = comma
        || matches!(parse.word(behind), "," | ":" | "«" | "\"" | "“")
        || matches!(parse.tag_of(behind), Tag::Pronoun);
    // « C'est trop tard », une façon d'enterrer le projet, pour Léa Morel.
    let closes = behind + 1 >= end
        && index > start
        && parse.word(index - 1) == ","
        && source.kind == SourceKind::Person
        && (start..index).any(|at| parse.quotation(at).is_some());
    (person && (clause && separated || closes)).then_some(Cue {
        first: index,
        end: index + 1,
        kind: CueKind::Bare,
        place: Place::Phrase,
        source: Some(source),
        sentence,
        inside: None,
    })
}

/// The source that fills all of a clause without verb up to a colon and a quotation: "Pour la Ligue, première
/// association du pays : « … »".
pub(super) fn up_to_colon(parse: &Parse<'_>, from: usize, end: usize) -> Option<Naming> {
    let colon =
        (from..end.min(from + 24)).find(|&at| parse.word(at) == ":" || parse.tag_of(at) == Tag::Verb)?;
    parse.quotation(colon + 1).filter(|_| parse.word(colon) == ":")?;
    // "Pour les proches de Luc, le marin tué hier": a participle is no verb of its own.
    let nominal = matches!(parse.tag_of(from), Tag::Determiner | Tag::Name | Tag::Noun | Tag::Adjective);
    Some(naming::exactly(parse, from..colon)).filter(|source| source.known && nominal)
}

/// à la suite d'un témoignage : …; the text or the saying itself is the source, where no quotation follows.
pub(super) fn of_noun(parse: &Parse<'_>, index: usize, stretch: Stretch) -> Option<Cue> {
    let Stretch { start, end, sentence } = stretch;
    let says = parse.lexeme(index).noun.any(Marks(Marks::SPEECH_NOUN.0 | Marks::DOCUMENT.0));
    if !says || parse.word(index + 1) != ":" || index + 2 >= end || parse.quotation(index + 2).is_some() {
        return None;
    }
    if index == start || parse.tag_of(index - 1) != Tag::Determiner {
        return None;
    }
    let mut source = naming::phrase(parse, index - 1, index + 1)?;
    source.kind = SourceKind::Document;
    let (first, last) = (index + 1, index + 2);
    Some(Cue {
        first,
        end: last,
        kind: CueKind::Bare,
        place: Place::Before,
        source: Some(source),
        sentence,
        inside: None,
    })
}
