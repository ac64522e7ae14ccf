//! What stands before its cue, and quotations there: “…,” Ruiz said. “…,” said Ruiz, who “…”.

use std::ops::Range;

use super::attributions::{Reading, Said, kind};
use super::contents::{self, Behind};
use super::cues::{Cue, Form};
use super::extents;
use super::line::Line;
use super::tags::*;

impl Reading<'_, '_> {
    /// Content before its cue: “…,” Ruiz said. The bridge is safe, said Ruiz.
    pub(super) fn said_before(&mut self, cue: &Cue) {
        let line = self.line;
        if cue.form != Form::Finite || cue.negated || self.is_used(cue.start..cue.end) {
            return;
        }
        let floor = self.free_from(cue.start).max(line.body_start());
        let subject = self.whole_subject(cue, floor).filter(|_| !self.is_inverted(cue));
        let subject = self
            .subject_behind_quotation(cue, floor)
            .or_else(|| self.described_behind_quotation(cue, floor))
            .filter(|found| subject.as_ref().is_none_or(|subject| found.start < subject.start))
            .or(subject);
        let start = subject.as_ref().map_or(cue.start, |subject| subject.start);
        let Some(edge) = start.checked_sub(1).filter(|&edge| edge >= floor) else { return };
        // The bridge is safe,” Ruiz said: a mark that nothing opens hides no comma.
        let lone = edge > floor && line.is_mark(edge, "”\"") && line.is_comma(edge - 1);
        let comma = line.is_comma(edge) || line.is_dash(edge) || lone;
        let quotation = if line.is_quotation(edge) {
            Some(edge)
        } else {
            edge.checked_sub(1).filter(|&at| comma && at >= floor && line.is_quotation(at))
        };
        if quotation.is_none() && !comma {
            return;
        }
        let (source, behind) = match subject {
            Some(subject) => (subject, cue.end),
            None => match self.inverted_source(cue, quotation.is_some()) {
                Some(source) => {
                    let end = source.end;
                    (source, end)
                }
                None => return,
            },
        };
        if line.is(source.start, RELATIVE) && source.len() == 1 {
            return;
        }
        if let (None, Behind::Quotation(at), true) =
            (quotation, contents::behind(line, &Cue { end: behind, ..*cue }), source.start > cue.start)
        {
            // "In other words, explained Ruiz: “…”"
            if cue.tags.any(SPEECH) && !self.is_used(at..at + 1) {
                let content = extents::quoted_content(line, self.lexicon, cue, at, self.free_to(at));
                self.add(Said {
                    content: vec![content],
                    cue: Some(cue.start..cue.end),
                    cue_kind: kind(cue),
                    source: Some(source),
                    lead_in: false,
                });
            }
            return;
        }
        match quotation {
            Some(quotation) => self.quoted_before(cue, source, quotation, floor, behind),
            None => self.clause_before(cue, source, edge, floor, behind),
        }
    }

    fn quoted_before(
        &mut self,
        cue: &Cue,
        source: Range<usize>,
        quotation: usize,
        floor: usize,
        behind: usize,
    ) {
        let line = self.line;
        if !cue.tags.any(SPEECH | BESIDE_QUOTATION | QUESTIONS | HEARER | WITH_OBJECT | BELIEF)
            && !self.speaks_here(cue, quotation)
        {
            return;
        }
        let next = contents::behind(line, &Cue { end: behind, ..*cue });
        let full = extents::is_whole(line, quotation)
            || ends_in_comma(line, quotation)
            || line.is_comma(quotation + 1);
        // "When she heard “no,” Ruiz said the bridge": the quotation is not what she says.
        let long = line.ground.words.within(line.units[quotation].span).len() > 6;
        // "“Really,” she added when the host stared"
        let timed =
            |at: usize| full && matches!(line.folded(at), "when" | "while" | "after" | "before" | "as");
        // “We fear,” they wrote in a letter, that it leaks.
        let resumed = |at: usize| full && line.is(at, THAT) && line.is_comma(at - 1);
        let brings = matches!(next, Behind::Words(at) if !timed(at) && !resumed(at));
        if brings && !(full && quotation == floor && long) {
            return;
        }
        let start = self.clause_start(quotation, floor);
        // "In a memo to “Today,” Ruiz reminded": the phrase says where, not what.
        if start < quotation
            && !long
            && !line.has_finite(start, quotation)
            && line.is(start, PREPOSITION | TIME | ING)
        {
            return;
        }
        let mut content = vec![self.clause_start(quotation, floor)..quotation + 1];
        if let Behind::Quotation(second) = next {
            if !self.is_used(second..second + 1) && !self.has_cue(behind, second) {
                content.push(extents::quoted_content(line, self.lexicon, cue, second, self.free_to(second)));
            }
        } else if line.is_comma(behind)
            && !extents::is_whole(line, quotation)
            && let Some(second) = self.joined_quotation(behind + 1)
        {
            // “The pier,” Ruiz said, and still “the mayor waits.”
            content.push(behind + 1..second + 1);
        } else if let Some(rest) = self.rest_behind(quotation, behind) {
            content.push(rest..extents::content_end(line, self.lexicon, cue, rest, self.free_to(rest)));
        }
        let lead_in = next == Behind::LeadIn;
        self.add(Said {
            content,
            cue: Some(cue.start..cue.end),
            cue_kind: kind(cue),
            source: Some(source),
            lead_in,
        });
    }

    /// Where a quotation that its cue interrupts goes on without marks: “The bridge,” Ruiz said, is safe. “We fear,” they
    /// wrote in a letter, that it leaks.
    fn rest_behind(&self, quotation: usize, behind: usize) -> Option<usize> {
        let line = self.line;
        if extents::is_whole(line, quotation) {
            return None;
        }
        let comma = if line.is_comma(behind) { behind } else { self.insertion_end(behind) };
        let rest = comma + 1;
        let verb = |at: usize| line.is_finite_at(at) || line.is_quotation(at);
        let clause = line.is(rest, THAT) && (rest + 1..line.end()).any(verb)
            || line.is(rest, TO) && line.is(rest + 1, BASE);
        let goes_on = comma == behind && self.goes_on(rest) || clause;
        (line.is_comma(comma) && goes_on && !self.is_used(rest..rest + 1)).then_some(rest)
    }

    /// The quotation that goes on behind "and" or "but" at `at`, a few words further at most.
    fn joined_quotation(&self, at: usize) -> Option<usize> {
        let line = self.line;
        let second = (at + 1..line.end().min(at + 4)).find(|&second| line.is_quotation(second))?;
        let free = !self.is_used(at..second + 1) && !line.has_finite(at, second) && !self.has_cue(at, second);
        (line.is(at, COORDINATOR) && free).then_some(second)
    }

    /// Whether a verb that no list has for speech speaks here: “Go,” Ruiz deadpanned.
    fn speaks_here(&self, cue: &Cue, quotation: usize) -> bool {
        let line = self.line;
        cue.tags.any(PAST | THIRD)
            && !(0..quotation).any(|at| line.is_word(at))
            && ends_in_comma(line, quotation)
            && (cue.end >= line.end()
                || line.is_comma(cue.end)
                || line.is(cue.end, PREPOSITION | ADVERB | TIME | SUBORDINATOR | TO))
    }

    /// Where the content that holds the quotation starts: with the words before it where it is a piece of their clause.
    fn clause_start(&self, quotation: usize, floor: usize) -> usize {
        let line = self.line;
        let mut start = quotation;
        for at in (floor..quotation).rev() {
            if line.is_mark(at, ":;") || (line.is_comma(at) && at + 1 == quotation) {
                break;
            }
            if line.is_comma(at) && line.is_quotation(at + 1) && is_capital_quotation(line, at + 1) {
                break;
            }
            start = at;
        }
        while start < quotation && (line.is_comma(start) || line.is(start, COORDINATOR)) {
            start += 1;
        }
        start
    }
}

pub(super) fn ends_in_comma(line: &Line<'_>, at: usize) -> bool {
    let Some(quotation) = line.units[at].quotation else { return false };
    let inner = line.ground.quotations[quotation].inner.of(line.ground.text());
    inner.ends_with([',', '?', '!', '—', '–', '-', '.', '…'])
}

pub(super) fn is_capital_quotation(line: &Line<'_>, at: usize) -> bool {
    let Some(quotation) = line.units[at].quotation else { return false };
    line.ground.quotations[quotation].inner.of(line.ground.text()).starts_with(char::is_uppercase)
}
