//! One sentence as its grammar is read: words one by one, each quotation as a whole.
//!
//! What stands in quotation marks is somebody else's grammar; for the sentence around it a quotation is one unit. A
//! [`Line`] also knows which of its units are verbs that a clause hangs on.

use super::lexicon::Lexicon;
use super::tags::Tags;
use super::units::{self, Unit};
use crate::analysis::Shape;
use crate::language::Groundwork;
use crate::span::Span;

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
        let mut units = units::units(ground, lexicon, sentence, quotation);
        let title_case = units::is_title_case(&units);
        if !title_case {
            units::name_surnames(ground, &mut units);
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
        self.units.get(at).is_some_and(|unit| {
            unit.shape == Shape::Mark
                && unit.quotation.is_none()
                && marks.contains(self.ground.words.folded(unit.word))
        })
    }

    pub(super) fn is_comma(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|unit| {
            unit.shape == Shape::Mark
                && unit.quotation.is_none()
                && self.ground.words.folded(unit.word) == ","
        })
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
}
