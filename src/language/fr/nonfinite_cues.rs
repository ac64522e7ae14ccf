//! Participles and infinitives as cues: "affirmant que", "jugée trop tardive par", "après avoir indiqué que".

use super::cues::{
    self, Cue, Place, Stretch, closes_quotation_before, cue_kind, opens_complement, said_by_infinitive,
};
use super::named_words;
use super::naming::{self, Naming};
use super::parse::{Parse, Tag};
use super::subjects;
use super::vocabulary::Marks;
use crate::analysis::CueKind;

/// affirmant que, estimant : ; the subject is that of the clause, or of what stands right before it.
pub(super) fn of_participle(parse: &Parse<'_>, index: usize, stretch: Stretch) -> Option<Cue> {
    let Stretch { start, end, sentence } = stretch;
    let mut first = index;
    let mut main = index;
    if matches!(parse.lemma(index), "avoir" | "être") {
        main = (index + 1..end.min(index + 4)).find(|&at| parse.tag_of(at) == Tag::PastParticiple)?;
    }
    let (main, last) = said_by_infinitive(parse, main, main, end);
    let marks = parse.lexeme(main).verb;
    if !marks.any(Marks::SAYING) {
        return None;
    }
    while first > start
        && (matches!(parse.tag_of(first - 1), Tag::Clitic | Tag::Negation) || parse.word(first - 1) == "en")
    {
        first -= 1;
    }
    let introduced =
        subjects::before(parse, first, start).is_some_and(|source| naming::head_is_source(parse, &source));
    let direct = introduced
        && first > start
        && !matches!(parse.tag_of(first - 1), Tag::Mark | Tag::Coordinator | Tag::Adverb);
    let source = if main != index {
        subjects::before(parse, first, start)
    } else if direct && parse.word(first) != "en" {
        subjects::before(parse, first, start).or_else(|| subjects::subject_of_clause(parse, first, start))
    } else if let Some(text) = named_words::text_before(parse, first, start) {
        // "tombe sur un message disant": the text itself says it.
        Some(text)
    } else {
        speaker_of_sentence(parse, first, start)
            // "Dénonçant une manœuvre, elle quitte la salle": the subject comes later.
            .or_else(|| cues::subject_behind(parse, index, end))
    };
    Some(Cue {
        first,
        end: last + 1,
        kind: cue_kind(marks),
        place: Place::Before,
        source,
        sentence,
        inside: None,
    })
}

/// Whom a participle behind a clause speaks of: the subject of that clause, or where the clause is itself what somebody
/// says ("Il a dit que la ville paiera, ajoutant que"), whoever says it.
fn speaker_of_sentence(parse: &Parse<'_>, at: usize, start: usize) -> Option<Naming> {
    let mut source = subjects::subject_of_clause(parse, at, start)?;
    for _ in 0..3 {
        let first = source.words.start;
        let Some(that) =
            first.checked_sub(1).filter(|&that| that > start && matches!(parse.word(that), "que" | "qu'"))
        else {
            break;
        };
        let says = (start..that).rev().take(30).find(|&word| {
            matches!(
                parse.tag_of(word),
                Tag::Verb | Tag::PastParticiple | Tag::Infinitive | Tag::PresentParticiple
            ) && parse.lexeme(word).verb.any(Marks::SAYING)
        });
        match says.and_then(|verb| subjects::subject_of_clause(parse, verb + 1, start)) {
            Some(outer) if outer.known && outer.words.start < first => source = outer,
            _ => break,
        }
    }
    Some(source)
}

/// a le mérite de montrer que, après avoir indiqué que: whoever the clause is about.
pub(super) fn of_infinitive(parse: &Parse<'_>, index: usize, stretch: Stretch) -> Option<Cue> {
    let Stretch { start, end, sentence } = stretch;
    let main = if matches!(parse.lemma(index), "avoir" | "être") {
        (index + 1..end.min(index + 4)).find(|&at| parse.tag_of(at) == Tag::PastParticiple)?
    } else {
        index
    };
    let marks = parse.lexeme(main).verb;
    let shows = matches!(parse.lemma(main), "montrer" | "rappeler" | "démontrer" | "prouver");
    if !(marks.any(Marks::SAYING) || shows) || !opens_complement(parse, main + 1, end.min(main + 8)) {
        return None;
    }
    let source = subjects::subject_of_clause(parse, index, start).or_else(|| {
        // "La patronne du club, après avoir indiqué que …": the verb of the clause comes later.
        let front = index.checked_sub(1).filter(|&front| parse.tag_of(front) == Tag::Preposition)?;
        subjects::before(parse, front, start)
            .filter(|source| source.known)
            // "La Gazette « verrait bien un accord », avant de conclure que …"
            .or_else(|| naming::phrase(parse, start, index).filter(|source| source.known))
    })?;
    Some(Cue {
        first: index,
        end: main + 1,
        kind: cue_kind(marks),
        place: Place::Before,
        source: Some(source),
        sentence,
        inside: None,
    })
}

/// jugée « trop tardive » par les syndicats: whoever thinks so.
pub(super) fn of_passive(parse: &Parse<'_>, index: usize, stretch: Stretch) -> Option<Cue> {
    let Stretch { end, sentence, .. } = stretch;
    let marks = parse.lexeme(index).verb;
    if !marks.any(Marks::SAYING) {
        return None;
    }
    let agent = (index + 1..end.min(index + 30))
        .take_while(|&at| parse.tag_of(at) != Tag::Verb || parse.quotation(at).is_some())
        .find(|&at| parse.word(at) == "par" && parse.quotation(at).is_none())?;
    let source = naming::phrase(parse, agent + 1, end).filter(|source| source.known)?;
    Some(Cue {
        first: index,
        end: index + 1,
        kind: cue_kind(marks),
        place: Place::Before,
        source: Some(source),
        sentence,
        inside: None,
    })
}

/// A participle written for the finite verb that sounds the same, right behind a quotation: « … » averti la préfecture.
pub(super) fn misspelt(parse: &Parse<'_>, index: usize, stretch: Stretch) -> Option<Cue> {
    let Stretch { start, end, sentence } = stretch;
    let marks = parse.lexeme(index).verb;
    closes_quotation_before(parse, index, start)?;
    if !marks.any(Marks(Marks::SPEECH.0 | Marks::LOADED.0))
        || !matches!(parse.tag_of(index + 1), Tag::Name | Tag::Determiner)
    {
        return None;
    }
    let source = naming::phrase(parse, index + 1, end).filter(|source| source.known)?;
    Some(Cue {
        first: index,
        end: index + 1,
        kind: cue_kind(marks),
        place: Place::Incise,
        source: Some(source),
        sentence,
        inside: None,
    })
}

/// A word that the lexicon doesn't know in the place of a verb of saying: « … », insisite Léa Morel.
pub(super) fn unknown_verb(parse: &Parse<'_>, index: usize, stretch: Stretch) -> Option<Cue> {
    let Stretch { start, end, sentence } = stretch;
    let unknown = !parse.lexeme(index).is_known() && !parse.capital(index) && index > start;
    if !unknown || parse.word(index - 1) != "," || !parse.word(index).ends_with(['e', 'a', 't']) {
        return None;
    }
    closes_quotation_before(parse, index, start)?;
    let person = |source: &Naming| source.known && parse.tag_of(source.words.start) != Tag::Noun;
    let source = naming::phrase(parse, index + 1, end).filter(person)?;
    Some(Cue {
        first: index,
        end: index + 1,
        kind: CueKind::Neutral,
        place: Place::Incise,
        source: Some(source),
        sentence,
        inside: None,
    })
}

/// Whether a cue can bear on the quotation of these words: an agent ("par X") says what his verb puts a word on, not
/// what else the sentence quotes; and nobody says the words that name him.
pub(super) fn bears_on(parse: &Parse<'_>, cue: &Cue, words: &std::ops::Range<usize>) -> bool {
    let Some(source) = &cue.source else { return true };
    if source.words.start <= words.start && words.end <= source.words.end {
        return false;
    }
    let by_agent = parse.tag_of(cue.first) == Tag::PastParticiple
        && cue.place == Place::Before
        && source.words.start > cue.end;
    if !by_agent {
        return true;
    }
    let between = cue.end <= words.start && words.end <= source.words.start;
    let behind = words.end <= cue.first && cue.first - words.end <= 2;
    between || behind || parse.lexeme(cue.first).verb.any(Marks::NAMING) && words.start >= cue.end
}
