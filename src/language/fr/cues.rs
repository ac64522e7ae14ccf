//! The words that say that somebody says something, sentence by sentence, with who says it.
//!
//! Finite verbs are read by `verb_cues`, participles and infinitives by `nonfinite_cues`, phrases such as "selon" and
//! "Pour X," by `phrase_cues`. What they govern is decided by `attributions`.

use super::naming::{self, Naming};
use super::nonfinite_cues::{misspelt, of_infinitive, of_participle, of_passive, unknown_verb};
use super::parse::{Parse, Tag};
use super::phrase_cues::{according_to, hearing_him, in_the_view_of, of_noun};
use super::subjects;
use super::verb_cues::of_verb;
use super::verbs;
use super::vocabulary::{Marks, PhraseKind};
use crate::analysis::CueKind;

/// Where a cue stands to what it introduces.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Place {
    /// In front: X a dit que, affirmant :
    Before,
    /// Behind or inside it: , a dit X,
    Incise,
    /// A phrase that bears on its whole clause: selon X
    Phrase,
}

/// A cue. Indices are of words.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    /// Its first word.
    pub(super) first: usize,
    /// Behind its last word.
    pub(super) end: usize,
    /// What it does.
    pub(super) kind: CueKind,
    /// Where it stands.
    pub(super) place: Place,
    /// Who says it.
    pub(super) source: Option<Naming>,
    /// The sentence.
    pub(super) sentence: usize,
    /// The quotation that it stands in, where it is an incise inside the marks.
    pub(super) inside: Option<usize>,
}

impl Cue {
    /// No word of saying at all: the source alone.
    pub(super) fn bare(source: Naming, sentence: usize) -> Self {
        let at = source.words.start;
        Self {
            first: at,
            end: at,
            kind: CueKind::Bare,
            place: Place::Before,
            source: Some(source),
            sentence,
            inside: None,
        }
    }

    /// Behind its last word; of an incise or phrase, behind its source.
    pub(super) fn stop(&self) -> usize {
        match (&self.source, self.place) {
            (Some(source), Place::Incise | Place::Phrase) => source.words.end.max(self.end),
            (Some(source), Place::Before) if source.words.start < self.first => {
                source.words.end.max(self.end)
            }
            _ => self.end,
        }
    }

    /// Its first word or its source's, whichever comes first.
    pub(super) fn start(&self) -> usize {
        self.source.as_ref().map_or(self.first, |source| source.words.start.min(self.first))
    }
}

/// Where a cue and its source are looked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    /// Its first word.
    pub(super) start: usize,
    /// Behind its last word.
    pub(super) end: usize,
    /// The sentence that it is of.
    pub(super) sentence: usize,
}

/// The cues of sentence `number`, in the order of the text.
pub(super) fn cues(parse: &Parse<'_>, number: usize) -> Vec<Cue> {
    let sentence = &parse.sentences[number];
    let (start, end) = (sentence.words.start, sentence.words.end);
    let stretch = Stretch { start, end, sentence: number };
    let mut cues: Vec<Cue> = Vec::new();
    let mut index = start;
    while index < end {
        let found = cue_at(parse, index, stretch);
        match found {
            Some(cue) => {
                index = cue.end.max(index + 1);
                cues.push(cue);
            }
            None => index += 1,
        }
    }
    cues
}

fn cue_at(parse: &Parse<'_>, index: usize, sentence: Stretch) -> Option<Cue> {
    // No clause is longer; a sentence without end stays cheap.
    let (start, end) = (sentence.start.max(index.saturating_sub(240)), sentence.end.min(index + 240));
    let stretch = Stretch { start, end, ..sentence };
    let inside = parse.quotation(index);
    if inside.is_none() {
        if let Some((kind, length)) = parse.phrase(index, end) {
            return match kind {
                PhraseKind::AccordingTo => according_to(parse, index, length, stretch),
                _ => None,
            };
        }
        if let Some(cue) = hearing_him(parse, index, stretch) {
            return Some(cue);
        }
        if parse.word(index) == "pour" {
            return in_the_view_of(parse, index, stretch);
        }
    }
    match parse.tag_of(index) {
        Tag::Noun if inside.is_none() => {
            of_noun(parse, index, stretch).or_else(|| unknown_verb(parse, index, stretch))
        }
        Tag::Verb => of_verb(parse, index, stretch),
        Tag::PresentParticiple if inside.is_none() => of_participle(parse, index, stretch),
        Tag::PastParticiple if inside.is_none() => {
            of_passive(parse, index, stretch).or_else(|| misspelt(parse, index, stretch))
        }
        Tag::Infinitive if inside.is_none() => of_infinitive(parse, index, stretch),
        _ => None,
    }
}

/// What a verb of these lists does as a cue.
pub(super) fn cue_kind(marks: Marks) -> CueKind {
    if marks.any(Marks::SPEECH) {
        CueKind::Neutral
    } else if marks.any(Marks::LOADED) {
        CueKind::Loaded
    } else if marks.any(Marks::DIRECTIVE) {
        CueKind::Directive
    } else if marks.any(Marks::BELIEF) {
        CueKind::Belief
    } else {
        CueKind::Neutral
    }
}

/// The quotation that closes right before `at`, a comma and adverbs between allowed.
pub(super) fn closes_quotation_before(parse: &Parse<'_>, at: usize, start: usize) -> Option<usize> {
    let mut index = at;
    while index > start {
        index -= 1;
        if let Some(quotation) = parse.quotation(index) {
            return Some(quotation);
        }
        let passes =
            matches!(parse.word(index), "," | "-" | "–" | "—") || matches!(parse.tag_of(index), Tag::Adverb);
        if !passes {
            return None;
        }
    }
    None
}

/// The infinitive that says it, where the verb only leads to it: "a tenu à préciser", "tente de corriger", "a fait savoir".
pub(super) fn said_by_infinitive(parse: &Parse<'_>, main: usize, last: usize, end: usize) -> (usize, usize) {
    let mut at = last + 1;
    while at < end.min(last + 4) {
        match parse.tag_of(at) {
            Tag::Infinitive
                if parse.lexeme(at).verb.any(Marks::SAYING)
                    && !parse
                        .lexeme(main)
                        .verb
                        .any(Marks(Marks::SAYING.0 & !Marks::DIRECTIVE.0 & !Marks::BELIEF.0)) =>
            {
                return (at, at);
            }
            Tag::Infinitive if matches!(parse.lemma(main), "faire" | "laisser") => return (at, at),
            Tag::Preposition if matches!(parse.word(at), "à" | "de" | "d'" | "par") => {}
            Tag::Clitic | Tag::Adverb | Tag::Negation => {}
            _ => break,
        }
        at += 1;
    }
    if matches!(parse.lemma(main), "faire" | "laisser" | "mettre")
        && let Some(at) = (last + 1..end.min(last + 3)).find(|&at| {
            matches!(
                parse.word(at),
                "savoir" | "valoir" | "remarquer" | "entendre" | "observer" | "état" | "part" | "garde"
            )
        })
    {
        return (at, at);
    }
    (main, last)
}

/// Whether what is said follows a verb at once: que, a colon, a quotation mark, de + infinitive.
pub(super) fn opens_complement(parse: &Parse<'_>, from: usize, end: usize) -> bool {
    let mut at = from;
    let limit = end.min(from + 10);
    while at < limit {
        match parse.word(at) {
            "que" | "qu'" | ":" | "«" | "\"" | "“" => return true,
            "," | ";" | "." => return false,
            "de" | "d'" if parse.tag_of(at + 1) == Tag::Infinitive => return true,
            _ => {}
        }
        if matches!(parse.tag_of(at), Tag::Verb | Tag::Subordinator) {
            return false;
        }
        at += 1;
    }
    false
}

/// The subject of the first finite verb behind `at`.
pub(super) fn subject_behind(parse: &Parse<'_>, at: usize, end: usize) -> Option<Naming> {
    let verb = (at..end).find(|&word| parse.tag_of(word) == Tag::Verb && parse.quotation(word).is_none())?;
    let group = verbs::group(parse, verb, at, end);
    match group.inverted {
        Some(clitic) => Some(naming::inverted(parse, clitic)),
        None => subjects::before(parse, group.first, at),
    }
}
