//! One sentence as its grammar is read: words one by one, each quotation as a whole.
//!
//! What stands in quotation marks is somebody else's grammar; for the sentence around it a quotation is one unit. A
//! [`Line`] also knows which of its units are verbs that a clause hangs on.

use super::lexicon::Lexicon;
use super::tags::*;
use crate::analysis::{Sentence, Shape};
use crate::language::Groundwork;
use crate::span::Span;

/// A word, a mark, or a whole quotation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    pub(super) span: Span,
    /// Index of its (first) word.
    pub(super) word: usize,
    pub(super) tags: Tags,
    pub(super) shape: Shape,
    /// Index of the quotation that it is.
    pub(super) quotation: Option<usize>,
    /// Whether a clause has its verb here.
    pub(super) finite: bool,
}

/// A sentence in units.
#[derive(Debug)]
pub(super) struct Line<'a> {
    pub(super) ground: &'a Groundwork<'a>,
    pub(super) units: Vec<Unit>,
    /// Index of the sentence.
    pub(super) sentence: usize,
    /// Whether it is written as a headline: Most Words With Capitals.
    pub(super) title_case: bool,
}

impl<'a> Line<'a> {
    /// The units of sentence `index`. `quotation` is the first quotation that may stand in it.
    pub(super) fn new(ground: &'a Groundwork<'a>, lexicon: &Lexicon, index: usize, quotation: usize) -> Self {
        let sentence = &ground.sentences[index];
        let mut units = units(ground, lexicon, sentence, quotation);
        let title_case = is_title_case(&units);
        if !title_case {
            name_surnames(ground, &mut units);
        }
        let mut line = Self { ground, units, sentence: index, title_case };
        for at in 0..line.units.len() {
            line.units[at].finite = line.is_finite(at);
        }
        line
    }

    pub(super) fn len(&self) -> usize {
        self.units.len()
    }

    pub(super) fn tags(&self, at: usize) -> Tags {
        self.units.get(at).map_or(Tags::default(), |unit| unit.tags)
    }

    /// The folded form of a unit; empty for quotations and where there's none.
    pub(super) fn folded(&self, at: usize) -> &str {
        match self.units.get(at) {
            Some(unit) if unit.quotation.is_none() => self.ground.words.folded(unit.word),
            _ => "",
        }
    }

    pub(super) fn is(&self, at: usize, tags: Tags) -> bool {
        self.tags(at).any(tags)
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|unit| unit.quotation.is_none() && unit.shape != Shape::Mark)
    }

    pub(super) fn is_quotation(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|unit| unit.quotation.is_some())
    }

    /// Whether a quotation stands in it.
    pub(super) fn has_quotation(&self) -> bool {
        self.units.iter().any(|unit| unit.quotation.is_some())
    }

    /// Whether the next sentence starts with a quotation.
    pub(super) fn is_quotation_next(&self) -> bool {
        let Some(next) = self.ground.sentences.get(self.sentence + 1) else { return false };
        let start = next.span.start();
        self.ground.quotations.binary_search_by_key(&start, |quotation| quotation.span.start()).is_ok()
    }

    /// Whether a quotation opens the next sentence, or stands behind its first words: But “…”.
    pub(super) fn is_quotation_soon(&self) -> bool {
        let ground = self.ground;
        let Some(next) = ground.sentences.get(self.sentence + 1) else { return false };
        let start = next.span.start();
        let first = ground.quotations.partition_point(|quotation| quotation.span.end() <= start);
        ground.quotations.get(first).is_some_and(|quotation| {
            let opening = Span::between(start, quotation.span.start().max(start));
            quotation.span.start() < next.span.end() && ground.words.within(opening).len() <= 3
        })
    }

    /// Whether it is one of these marks, written one behind the other: ",:".
    pub(super) fn is_mark(&self, at: usize, marks: &str) -> bool {
        self.units.get(at).is_some_and(|unit| unit.quotation.is_none() && unit.shape == Shape::Mark)
            && marks.contains(self.folded(at))
    }

    pub(super) fn is_comma(&self, at: usize) -> bool {
        self.is_mark(at, ",")
    }

    /// A dash that cuts a sentence: —, –, --.
    pub(super) fn is_dash(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|unit| unit.shape == Shape::Mark)
            && matches!(self.folded(at), "—" | "–" | "-" | "―" | "--" | "---")
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|unit| {
            matches!(unit.shape, Shape::Capitalised | Shape::Upper | Shape::Mixed) && unit.quotation.is_none()
        })
    }

    pub(super) fn is_finite_at(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|unit| unit.finite)
    }

    /// Whether a clause has its verb in `start..end`.
    pub(super) fn has_finite(&self, start: usize, end: usize) -> bool {
        (start..end.min(self.len())).any(|at| self.units[at].finite)
    }

    /// The text from unit `start` to the one before `end`.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        self.units[start].span.cover(self.units[end.max(start + 1) - 1].span)
    }

    /// The end of the sentence without its closing marks.
    pub(super) fn end(&self) -> usize {
        let mut end = self.len();
        while end > 0 && self.is_mark(end - 1, ".!?…") {
            end -= 1;
        }
        end
    }

    /// Whether a verb is written so here: small, or with a capital in a headline.
    pub(super) fn is_verb_shaped(&self, at: usize) -> bool {
        let shape = self.units.get(at).map(|unit| unit.shape);
        shape == Some(Shape::Lower) || self.title_case && shape == Some(Shape::Capitalised)
    }

    /// The unit behind a dateline: "GHENT (AP) — ".
    pub(super) fn body_start(&self) -> usize {
        if !self.units.first().is_some_and(|unit| unit.shape == Shape::Upper && unit.span.len() > 2) {
            return 0;
        }
        let dash = (1..self.len().min(12)).find(|&at| self.is_dash(at));
        dash.map_or(0, |dash| if (0..dash).any(|at| self.is_finite_at(at)) { 0 } else { dash + 1 })
    }

    /// Whether "'s" at `at` is a verb: he's, that's.
    fn is_contracted_is(&self, at: usize) -> bool {
        at > 0
            && (self.is(at - 1, SUBJECT | THAT)
                || matches!(self.folded(at - 1), "there" | "here" | "what" | "where" | "how" | "it" | "let"))
            && !matches!(self.folded(at - 1), "let")
    }

    fn is_finite(&self, at: usize) -> bool {
        let unit = self.units[at];
        if unit.quotation.is_some() || unit.shape == Shape::Mark {
            return false;
        }
        let tags = unit.tags;
        let word = self.folded(at);
        if word == "close" && self.is(at + 1, TO) {
            return false;
        }
        if word == "'s" {
            return self.is_contracted_is(at);
        }
        if tags.any(AUXILIARY) {
            return !matches!(
                word,
                "be" | "been" | "being" | "having" | "done" | "will" | "can" | "may" | "might"
            ) || (tags.any(MODAL)
                && at > 0
                && (!self.is(at - 1, OPENS_NOUN) || self.stands_alone(at - 1))
                && unit.shape == Shape::Lower);
        }
        if at == 0 || !tags.any(VERB) || !self.is_verb_shaped(at) {
            return false;
        }
        let before = self.skip_adverbs_back(at);
        let Some(before) = before else { return false };
        let alone = self.stands_alone(before) && !tags.any(NOUN_TOO) && tags.any(PAST | THIRD);
        if self.is(before, OPENS_NOUN | POSSESSIVE) && !self.is(before, PEOPLE | OBJECT) && !alone {
            return false;
        }
        if self.is(before, TO | AUXILIARY) || self.folded(before) == "'s" {
            return false;
        }
        if self.is(before, PREPOSITION) && !self.is(before, SUBORDINATOR | TIME) {
            return false;
        }
        if tags.any(DESCRIBING) && (!self.is_word(before) || self.is(before, COORDINATOR)) {
            return false;
        }
        if tags.any(PAST) {
            let plain = !tags.any(PARTICIPLE);
            return plain || self.is(before, SUBJECT) || !self.is_reduced(at);
        }
        if tags.any(THIRD) {
            let noun = tags.any(NOUN_TOO);
            let subject = self.is(before, SUBJECT) || self.folded(before) == "there";
            let one = self.is_word(before)
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
            return subject || !noun || (self.is_capital(before) && self.opens_complement(at + 1));
        }
        if tags.any(BASE) {
            let plural = self.is(before, PEOPLE)
                || (self.is_word(before)
                    && self.folded(before).ends_with('s')
                    && !self.folded(before).ends_with("ss")
                    && !self.is(before, PREPOSITION | SUBORDINATOR | ADVERB));
            let who = self.is(before, SUBJECT) && !matches!(self.folded(before), "he" | "she" | "it");
            return who || (plural && (!tags.any(NOUN_TOO) || self.opens_complement(at + 1)));
        }
        false
    }

    /// Whether a word that opens noun phrases is one by itself: "That suggests", "another said", no "a plan that says".
    pub(super) fn stands_alone(&self, at: usize) -> bool {
        match self.folded(at) {
            "that" | "this" => {
                at == 0 || self.is_comma(at - 1) || self.is(at - 1, COORDINATOR) || self.is_mark(at - 1, ":;")
            }
            "one" | "another" | "neither" | "either" | "each" => true,
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
            || self.units.get(at).is_some_and(|unit| unit.shape == Shape::Number)
    }
}

/// The words of a sentence with each quotation as one unit.
fn units(ground: &Groundwork<'_>, lexicon: &Lexicon, sentence: &Sentence, quotation: usize) -> Vec<Unit> {
    let mut units = Vec::with_capacity(sentence.words.len());
    let mut next = quotation;
    let mut index = sentence.words.start;
    while index < sentence.words.end {
        let word = ground.words.list()[index];
        while ground.quotations.get(next).is_some_and(|quotation| quotation.span.end() <= word.span.start()) {
            next += 1;
        }
        if let Some(found) =
            ground.quotations.get(next).filter(|found| found.span.start() <= word.span.start())
        {
            let end = found.span.end().min(sentence.span.end());
            let span = Span::between(word.span.start(), end);
            units.push(Unit {
                span,
                word: index,
                tags: Tags::default(),
                shape: Shape::Mark,
                quotation: Some(next),
                finite: false,
            });
            index = ground.words.within(span).end.max(index + 1);
            continue;
        }
        units.push(Unit {
            span: word.span,
            word: index,
            tags: tags(ground.words.folded(index), word.shape, lexicon),
            shape: word.shape,
            quotation: None,
            finite: false,
        });
        index += 1;
    }
    units
}

/// Takes from "Theresa May" and "Mr. Will" what "may" and "will" are in small letters: behind a first name or a title, a
/// capital makes a name of them.
fn name_surnames(ground: &Groundwork<'_>, units: &mut [Unit]) {
    for at in 1..units.len() {
        // The WHO, the US: what is a word of grammar in small letters.
        if units[at].shape == Shape::Upper
            && matches!(ground.words.folded(units[at].word), "who" | "us" | "is" | "it")
        {
            units[at].tags = Tags::default();
        }
        if units[at].shape != Shape::Capitalised || !units[at].tags.any(MODAL) {
            continue;
        }
        let stop = ground.words.folded(units[at - 1].word) == ".";
        let before = &units[if stop { at.saturating_sub(2) } else { at - 1 }];
        let first_name = before.shape == Shape::Capitalised
            && !before.tags.any(PREPOSITION | TIME | SUBORDINATOR | COORDINATOR | OPENS_NOUN);
        if first_name {
            units[at].tags = Tags::default();
        }
    }
}

fn is_title_case(units: &[Unit]) -> bool {
    let long = |unit: &&Unit| unit.quotation.is_none() && unit.shape != Shape::Mark && unit.span.len() > 3;
    let all = units.iter().filter(long).count();
    let small = units.iter().filter(long).filter(|unit| unit.shape == Shape::Lower).count();
    all >= 3 && small * 4 <= all
}

/// What the lexicon says, and what the ending tells of a word that it doesn't know.
fn tags(folded: &str, shape: Shape, lexicon: &Lexicon) -> Tags {
    let mut tags = lexicon.tags(folded);
    if shape == Shape::Lower {
        if folded.len() > 4 && folded.ends_with("ly") && !tags.any(NO_ADVERB) {
            tags |= ADVERB;
        } else if tags.is_empty() && folded.len() > 4 && folded.ends_with("ed") && !folded.ends_with("eed") {
            tags |= PAST | PARTICIPLE;
        } else if tags.is_empty() && folded.len() > 5 && folded.ends_with("ing") {
            tags |= ING | NOUN_TOO;
        }
    }
    tags
}
