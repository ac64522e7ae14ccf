//! Finds who says what: sentence by sentence, then from paragraph to paragraph.
//!
//! In a sentence, what stands before its cue is looked for first ("The bridge is safe, Ruiz said"), then phrases such
//! as "according to", then what stands behind a cue. No word is said twice: what lies in the content of one attribution
//! is not looked at again. See `runs` for quotations whose speaker stands in another sentence.

use std::ops::Range;

use super::cues::{Cue, Form, cues};
use super::lexicon::Lexicon;
use super::line::Line;
use super::tags::*;
use crate::analysis::CueKind;
use crate::span::Span;

/// An attribution in units of its sentence.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) content: Vec<Range<usize>>,
    pub(super) cue: Option<Range<usize>>,
    pub(super) cue_kind: CueKind,
    pub(super) source: Option<Range<usize>>,
    /// Whether what is said comes in the next sentence or paragraph.
    pub(super) lead_in: bool,
}

/// An attribution in places of the article, before it gets its kind.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) content: Vec<Span>,
    pub(super) cue: Option<Span>,
    pub(super) cue_kind: CueKind,
    pub(super) source: Option<Span>,
    pub(super) sentence: usize,
    pub(super) lead_in: bool,
}

impl Found {
    /// Whether it only tells that somebody speaks, or who is spoken of: what is said may come next, or not at all.
    pub(super) fn announces(&self) -> bool {
        self.content.is_empty() && !self.lead_in
    }
}

impl Said {
    pub(super) fn found(&self, line: &Line<'_>) -> Found {
        let span = |range: &Range<usize>| line.span(range.start, range.end);
        Found {
            content: self.content.iter().map(span).collect(),
            cue: self.cue.as_ref().map(span),
            cue_kind: self.cue_kind,
            source: self.source.as_ref().map(span),
            sentence: line.sentence,
            lead_in: self.lead_in,
        }
    }
}

/// The attributions of one sentence, in the order of the text.
pub(super) fn said(line: &Line<'_>, lexicon: &Lexicon) -> Vec<Said> {
    let mut reading = Reading { line, lexicon, used: vec![false; line.len()], said: Vec::new() };
    let cues = cues(line, lexicon);
    let quotes = line.has_quotation();
    reading.label();
    reading.phrases();
    if quotes {
        reading.as_put();
    }
    for cue in &cues {
        reading.said_before(cue);
    }
    if quotes {
        reading.quoted_as_saying();
        reading.comma_behind();
    }
    for cue in &cues {
        reading.said_behind(cue);
    }
    reading.nouns();
    for cue in &cues {
        reading.passive(cue);
    }
    if quotes {
        reading.beside_quotations(&cues);
    }
    reading.lead_in();
    reading.is_answered();
    reading.announces(&cues);
    reading.said.sort_by_key(|said| said.content.iter().map(|range| range.start).min());
    reading.said
}

pub(super) struct Reading<'a, 'b> {
    pub(super) line: &'a Line<'b>,
    pub(super) lexicon: &'a Lexicon,
    /// Which units lie in an attribution already.
    pub(super) used: Vec<bool>,
    pub(super) said: Vec<Said>,
}

impl Reading<'_, '_> {
    /// Who speaks the quotations of the sentence that nobody has said yet.
    fn beside_quotations(&mut self, cues: &[Cue]) {
        self.credits();
        self.credited_before();
        for cue in cues {
            self.named(cue);
        }
        self.quoted_behind_colon();
        self.quoted_words();
        self.leads_to_quotation();
        self.named_behind();
    }

    pub(super) fn is_used(&self, range: Range<usize>) -> bool {
        self.used.get(range).is_none_or(|used| used.iter().any(|&used| used))
    }

    pub(super) fn add(&mut self, said: Said) {
        // What a relative clause in the source says is another attribution: "said Ruiz, who warned that".
        let named = said.source.as_ref().map(|source| {
            let relative = (source.start + 1..source.end).find(|&at| self.line.is(at, RELATIVE));
            source.start..relative.unwrap_or(source.end)
        });
        for range in said.content.iter().chain(&said.cue).chain(&named) {
            for used in &mut self.used[range.clone()] {
                *used = true;
            }
        }
        self.said.push(said);
    }

    /// The first unit before `at` from which on nothing is used.
    pub(super) fn free_from(&self, at: usize) -> usize {
        (0..at).rev().find(|&unit| self.used[unit]).map_or(0, |unit| unit + 1)
    }

    /// The first used unit from `at` on, or the end.
    pub(super) fn free_to(&self, at: usize) -> usize {
        (at..self.line.len()).find(|&unit| self.used[unit]).unwrap_or(self.line.len())
    }

    /// Whether another cue stands in `start..end`.
    pub(super) fn has_cue(&self, start: usize, end: usize) -> bool {
        (start..end)
            .any(|at| self.line.is(at, SPEECH) && self.line.is(at, VERB) && !self.line.is(at, NOUN_TOO))
    }

    /// Whether what stands behind a cue in the middle goes on with the content: “The bridge,” Ruiz said, is “safe.”
    pub(super) fn goes_on(&self, at: usize) -> bool {
        let line = self.line;
        line.is_finite_at(at) || line.is_quotation(at)
    }

    /// Whether a quotation reads like somebody's words, no title or name: four words or more, most of them small.
    pub(super) fn is_utterance(&self, at: usize) -> bool {
        let line = self.line;
        let Some(quotation) = line.units[at].quotation else { return false };
        let words = line.ground.words.within(line.ground.quotations[quotation].inner);
        let list = &line.ground.words.list()[words];
        let all = list.iter().filter(|word| word.shape != crate::analysis::Shape::Mark).count();
        let small = list.iter().filter(|word| word.shape == crate::analysis::Shape::Lower).count();
        all >= 4 && small * 2 > all
    }

    /// The source of the last attribution of the sentence before `at`.
    pub(super) fn said_by(&self, at: usize) -> Option<Range<usize>> {
        self.said
            .iter()
            .filter(|said| said.cue.as_ref().is_some_and(|cue| cue.end <= at))
            .filter_map(|said| {
                said.source.clone().map(|source| (said.cue.as_ref().map_or(0, |cue| cue.start), source))
            })
            .filter(|(_, source)| source.end <= at)
            .max_by_key(|(cue, _)| *cue)
            .map(|(_, source)| source)
    }
}

/// What a cue does beside saying.
pub(super) fn kind(cue: &Cue) -> CueKind {
    if cue.form == Form::Passive {
        CueKind::Passive
    } else if cue.tags.any(LOADED) {
        CueKind::Loaded
    } else if cue.tags.any(DIRECTIVE) && !cue.tags.any(QUESTIONS) {
        CueKind::Directive
    } else if cue.tags.any(BELIEF) && !cue.tags.any(SPEECH) {
        CueKind::Belief
    } else {
        CueKind::Neutral
    }
}
