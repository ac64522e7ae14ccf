//! In which units of a sentence a clause has its verb.
//!
//! English forms say little by themselves ("claims", "report", "told"): what stands before and behind decides.

use super::figures::is_number_word;
use super::line::Line;
use super::tags::*;
use crate::analysis::Shape;

/// Bytes of "’s".
const LONGEST_CONTRACTION: usize = 4;

impl Line<'_> {
    /// Whether "'s" at `at` is a verb: he's, that's.
    fn is_contracted_is(&self, at: usize) -> bool {
        at > 0
            && (self.is(at - 1, SUBJECT | THAT)
                || matches!(self.folded(at - 1), "there" | "here" | "what" | "where" | "how" | "it" | "let"))
            && !matches!(self.folded(at - 1), "let")
    }

    /// Whether a clause has its verb in the unit at `at`.
    pub(super) fn is_finite(&self, at: usize) -> bool {
        let unit = self.units[at];
        if unit.quotation.is_some() || unit.shape == Shape::Mark {
            return false;
        }
        let (tags, word) = (unit.tags, self.folded(at));
        if unit.span.len() <= LONGEST_CONTRACTION && word == "'s" {
            return self.is_contracted_is(at);
        }
        if !tags.any(VERB | AUXILIARY) || word == "close" && self.is(at + 1, TO) {
            return false;
        }
        if tags.any(AUXILIARY) {
            return self.is_finite_auxiliary(at);
        }
        if at == 0 || !self.is_verb_shaped(at) {
            return false;
        }
        // "experts like Ana Ruiz"
        if word == "like" && !self.is(at - 1, SUBJECT | ADVERB) && self.is_capital(at + 1) {
            return false;
        }
        let Some(before) = self.skip_adverbs_back(at) else { return false };
        if self.bars_a_verb(before, tags) {
            return false;
        }
        if tags.any(PAST) {
            let plain = !tags.any(PARTICIPLE);
            return plain || self.is(before, SUBJECT) || !self.is_reduced(at);
        }
        if tags.any(THIRD) {
            return self.is_third_person(at, before);
        }
        tags.any(BASE) && self.is_plural_verb(at, before)
    }

    /// Whether an auxiliary carries its clause: "was", not "been"; "will" and "may" where they are no nouns.
    fn is_finite_auxiliary(&self, at: usize) -> bool {
        let unit = self.units[at];
        let word = self.folded(at);
        !matches!(word, "be" | "been" | "being" | "having" | "done" | "will" | "can" | "may" | "might")
            || (unit.tags.any(MODAL)
                && at > 0
                && (!self.is(at - 1, OPENS_NOUN) || self.stands_alone(at - 1))
                && unit.shape == Shape::Lower)
    }

    /// Whether what stands at `before` keeps a word of `tags` behind it from being its clause's verb: "the claims", "to
    /// claim", "of claims".
    fn bars_a_verb(&self, before: usize, tags: Tags) -> bool {
        let alone = self.stands_alone(before) && !tags.any(NOUN_TOO) && tags.any(PAST | THIRD);
        self.is(before, OPENS_NOUN | POSSESSIVE) && !self.is(before, PEOPLE | OBJECT) && !alone
            || self.is(before, TO | AUXILIARY)
            || self.folded(before) == "'s"
            || self.is(before, PREPOSITION) && !self.is(before, SUBORDINATOR | TIME)
            || tags.any(DESCRIBING) && (!self.is_word(before) || self.is(before, COORDINATOR))
    }

    /// Whether a form in -s is a verb: "Ruiz claims that", not "insurance claims".
    fn is_third_person(&self, at: usize, before: usize) -> bool {
        let noun = self.is(at, NOUN_TOO);
        if noun && self.is_counted(at) {
            return false;
        }
        let subject = self.is(before, SUBJECT) || self.folded(before) == "there";
        let one = self.is_word(before)
            && !self.is(before, ING)
            && (before.saturating_sub(3)..before)
                .any(|unit| self.is(unit, OPENS_NOUN) || self.folded(unit) == "'s");
        if one && self.is(at + 1, TO | THAT | OPENS_NOUN | SUBJECT) {
            return true;
        }
        // "and claims that", "Frank quotes former rivals", "a voice in the ad states."
        let next = self.units.get(at + 1);
        let thing = next.is_some_and(|next| {
            next.shape == Shape::Lower
                && !next.tags.any(VERB | AUXILIARY | PREPOSITION | COORDINATOR | SUBORDINATOR)
        });
        if self.is(before, COORDINATOR) && (self.is(at + 1, THAT) || self.is_quotation(at + 1))
            || self.is_capital(before) && before == 0 && thing
        {
            return true;
        }
        subject || !noun || (self.is_capital(before) && self.opens_complement(at + 1))
    }

    /// Whether a number stands before a word in -s: "44 emails that", "the dozen states that", "several sharp comments".
    pub(super) fn is_counted(&self, at: usize) -> bool {
        let words = (at.saturating_sub(3)..at).rev().take_while(|&before| self.is_word(before));
        words.enumerate().any(|(distance, before)| {
            let unit = self.units[before];
            unit.tags.any(OPENS_NOUN)
                && matches!(self.folded(before), "several" | "many" | "few" | "these" | "those")
                || distance == 0
                    && (unit.shape == Shape::Number
                        || is_number_word(self.folded(before))
                        || self.folded(before) == "dozen")
        })
    }

    /// Whether a dictionary form is the verb of several: "officials claim that", "they claim".
    fn is_plural_verb(&self, at: usize, before: usize) -> bool {
        let plural = self.is(before, PEOPLE)
            || (self.is_word(before)
                && self.folded(before).ends_with('s')
                && !self.folded(before).ends_with("ss")
                && !self.is(before, PREPOSITION | SUBORDINATOR | ADVERB));
        let who = self.is(before, SUBJECT) && !matches!(self.folded(before), "he" | "she" | "it");
        who || (plural && (!self.is(at, NOUN_TOO) || self.opens_complement(at + 1)))
    }

    /// Whether a word that opens noun phrases is one by itself: "That suggests", "another said", no "a plan that says".
    pub(super) fn stands_alone(&self, at: usize) -> bool {
        match self.folded(at) {
            "that" | "this" => {
                at == 0 || self.is_comma(at - 1) || self.is(at - 1, COORDINATOR) || self.is_mark(at - 1, ":;")
            }
            "one" | "another" | "neither" | "either" | "each" | "half" | "both" => true,
            _ => false,
        }
    }

    /// The unit before `at` that is no adverb.
    pub(super) fn skip_adverbs_back(&self, at: usize) -> Option<usize> {
        (0..at).rev().find(|&before| !self.is(before, ADVERB | NEGATION) || self.is(before, OPENS_NOUN))
    }

    /// Whether a participle behind a noun hangs on it: "the plan announced by the city".
    fn is_reduced(&self, at: usize) -> bool {
        let next = self.units.get(at + 1);
        let verb = next.is_some_and(|next| {
            next.shape == Shape::Lower
                && (next.tags.any(PAST | THIRD | AUXILIARY) || next.tags.any(BASE) && next.tags.any(CLAUSE))
                && !next.tags.any(NOUN_TOO)
        });
        self.tags(at).any(PARTICIPLE) && (matches!(self.folded(at + 1), "by" | "as") || verb)
    }

    /// Whether what a verb takes may start here: that, the, he, a quotation, a name.
    pub(super) fn opens_complement(&self, at: usize) -> bool {
        self.is(at, THAT | OPENS_NOUN | SUBJECT | OBJECT | TO | QUESTION_WORD | ADVERB | PREPOSITION)
            || self.is_quotation(at)
            || self.is_capital(at)
            || self.is_comma(at)
            || self.is_mark(at, ":")
            || self.is_mark(at, "$£€")
            || self.units.get(at).is_some_and(|unit| unit.shape == Shape::Number)
    }
}
