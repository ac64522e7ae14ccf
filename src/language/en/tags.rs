//! What a word may be, as a set in one number.

use std::ops::{BitOr, BitOrAssign};

/// A set of things that a word may be.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Tags(pub(super) u64);

impl Tags {
    /// Whether any of `wanted` is in it.
    pub(super) fn any(self, wanted: Tags) -> bool {
        self.0 & wanted.0 != 0
    }

    /// Those of it that are in `wanted`.
    pub(super) fn only(self, wanted: Tags) -> Tags {
        Tags(self.0 & wanted.0)
    }

    /// Whether nothing is known.
    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl BitOr for Tags {
    type Output = Tags;

    fn bitor(self, other: Tags) -> Tags {
        Tags(self.0 | other.0)
    }
}

impl BitOrAssign for Tags {
    fn bitor_assign(&mut self, other: Tags) {
        self.0 |= other.0;
    }
}

/// Gives each name the next bit.
macro_rules! tags {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Bit { $($name,)* }
        $($(#[$doc])* pub(super) const $name: Tags = Tags(1 << Bit::$name as u64);)*
    };
}

tags! {
    /// the, a, these
    DETERMINER,
    /// he, they, who
    SUBJECT,
    /// him, them
    OBJECT,
    /// his, their
    POSSESSIVE,
    /// is, was, been
    BE,
    /// has, had
    HAVE,
    /// does, did
    DO,
    /// would, can
    MODAL,
    PREPOSITION,
    /// and, or, but
    COORDINATOR,
    /// because, if, while
    SUBORDINATOR,
    /// who, which
    RELATIVE,
    /// what, how, whether
    QUESTION_WORD,
    /// not, never
    NEGATION,
    /// also, later, and words in -ly
    ADVERB,
    /// Monday, yesterday, week
    TIME,
    /// to
    TO,
    /// that
    THAT,
    /// Mr., Sen.
    TITLE,
    /// say
    BASE,
    /// says
    THIRD,
    /// said, wrote
    PAST,
    /// said, written
    PARTICIPLE,
    /// saying
    ING,
    /// The form is as often a noun: claims.
    NOUN_TOO,
    /// said
    SPEECH,
    /// quipped: speaks beside a quotation
    BESIDE_QUOTATION,
    /// asked whether
    QUESTIONS,
    /// told reporters
    HEARER,
    /// vowed to
    INFINITIVE,
    /// urged
    DIRECTIVE,
    /// said: never with a thing for object
    CLAUSE,
    /// announced a plan
    WITH_OBJECT,
    /// believes
    BELIEF,
    /// called it
    NAMING,
    /// claimed
    LOADED,
    /// The rest of the entry stands behind: "point" of "point out".
    OPENS_PHRASE,
    /// "went" of "went on"
    OPENS_SPEECH,
    /// statement, letter
    SPEECH_NOUN,
    /// spokesman
    ROLE,
    /// company
    ORGANISATION,
    /// report
    DOCUMENT,
    /// newspaper
    MEDIA,
    /// experts
    COLLECTIVE,
    /// residents
    WITNESS,
    /// source
    ANONYMOUS,
    /// aide
    DESCRIBED,
    /// police, people
    PEOPLE,
    /// Ana
    FEMININE,
    /// Leo
    MASCULINE,
    /// retired general
    DESCRIBING,
    /// family: ends in -ly and is no adverb
    NO_ADVERB,
    /// according to
    ACCORDING,
    /// claim, remark: may bring "that" as a noun
    STATEMENT,
    /// What stands before a colon and speaks for nobody.
    NO_SPEAKER,
    /// prize: what a speech verb takes when it doesn't speak
    NO_SPEECH,
    /// blunt, unapologetic: somebody who is it is about to say why
    OUTSPOKEN,
    /// question, metaphor: what is given in words
    UTTERANCE,
    /// gives, issues: what is done with a question, a statement
    UTTERING,
    /// explains, praises: what is said with it is often given next
    TELLING,
}

/// Any form of a verb.
pub(super) const VERB: Tags = Tags(BASE.0 | THIRD.0 | PAST.0 | PARTICIPLE.0 | ING.0);
/// is, has, did, would
pub(super) const AUXILIARY: Tags = Tags(BE.0 | HAVE.0 | DO.0 | MODAL.0);
/// Verbs that may be a cue.
pub(super) const CUE: Tags = Tags(
    SPEECH.0
        | BESIDE_QUOTATION.0
        | QUESTIONS.0
        | HEARER.0
        | DIRECTIVE.0
        | BELIEF.0
        | NAMING.0
        | WITH_OBJECT.0,
);
/// What opens a noun phrase.
pub(super) const OPENS_NOUN: Tags = Tags(DETERMINER.0 | POSSESSIVE.0);

impl std::fmt::Debug for Tags {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{:b}", self.0)
    }
}
