//! Clauses without quotation marks before their cue or on both sides of it: The bridge is safe, Ruiz said.

use std::ops::Range;

use super::attributions::{Reading, Said, kind};
use super::contents::{self, Behind};
use super::cues::Cue;
use super::extents;
use super::quoted_before::is_capital_quotation;
use super::tags::*;

impl Reading<'_, '_> {
    /// The bridge is safe, Ruiz said. The bridge, Ruiz said, is safe.
    pub(super) fn clause_before(
        &mut self,
        cue: &Cue,
        source: Range<usize>,
        edge: usize,
        floor: usize,
        behind: usize,
    ) {
        let line = self.line;
        if !cue.tags.any(SPEECH | BELIEF) {
            return;
        }
        let mut start = floor;
        while start < edge && (line.is_comma(start) || line.is(start, COORDINATOR) || line.is_dash(start)) {
            start += 1;
        }
        if let Some(mark) = (start..edge).rev().find(|&at| line.is_mark(at, ";")) {
            start = mark + 1;
        }
        // "Asked if the pier was safe, Ruiz said yes": nobody says the question here.
        if start < edge && line.is(start, QUESTIONS) && line.is(start, PAST | PARTICIPLE) {
            return;
        }
        if start >= edge {
            return self.clause_inserted(cue, source, behind);
        }
        let behind = self.insertion_end(behind);
        let inserted = line.is_comma(behind) || line.is_dash(behind);
        let trails = inserted
            || behind >= line.end()
            || line.is(behind, PREPOSITION | TIME | ADVERB | SUBORDINATOR | TO | HEARER)
            || matches!(line.folded(behind), "last" | "this" | "late" | "early" | "next")
            || line.is_mark(behind, ";:()")
            || (behind..line.end()).all(|at| line.is_capital(at))
            || cue.tags.any(HEARER);
        if cue.modal || !trails {
            return;
        }
        let next = contents::behind(line, &Cue { end: behind, ..*cue });
        let as_clause = line.folded(edge.wrapping_add(1)) == "as" && source.start > edge + 1;
        if as_clause {
            return;
        }
        let clause = line.has_finite(start, edge)
            || edge > start + 8
            || (edge > start + 3 && (start..edge).any(|at| line.is_quotation(at)))
            || line.is_quotation(start) && self.is_utterance(start);
        // "Not necessarily, says Ruiz."
        let whole = behind >= line.end()
            && cue.tags.any(CLAUSE)
            && (line.is_capital(source.start) || line.is(source.start, SUBJECT))
            && (start..edge)
                .any(|at| !line.is(at, ADVERB | TIME | COORDINATOR | SUBORDINATOR) || line.is(at, NEGATION));
        let clause = clause || whole;
        let hangs = line.is(start, PREPOSITION | SUBORDINATOR | PARTICIPLE | ING | TO)
            && !line.is(start, OPENS_NOUN | SUBJECT);
        if let Behind::Quotation(at) = next {
            // "When the bridge fell, Ruiz said, “we were floored.”"
            if inserted && at == behind + 1 && !self.is_used(at..at + 1) && !is_capital_quotation(line, at) {
                let quoted = extents::quoted_content(line, self.lexicon, cue, at, self.free_to(at));
                self.add(Said {
                    content: vec![start..edge, quoted],
                    cue: Some(cue.start..cue.end),
                    cue_kind: kind(cue),
                    source: Some(source),
                    lead_in: false,
                });
                return;
            }
        }
        if inserted {
            let rest = behind + 1;
            let end = line.end().min(self.free_to(rest));
            // "fell last year, the office said -- a turn that surprised many": the narrator's own word for it.
            let summed_up = line.is_dash(behind) && clause && matches!(line.folded(rest), "a" | "an");
            if next == Behind::Nothing
                && !summed_up
                && rest < end
                && (line.has_finite(rest, end)
                    || clause
                    || (cue.tags.any(CLAUSE) || line.is_capital(cue.start - 1))
                        && (rest..end).any(|at| line.is(at, VERB)))
                && !line.is(rest, ING)
                && !line.is_quotation(rest)
            {
                let end = extents::content_end(line, self.lexicon, cue, rest, end);
                self.add(Said {
                    content: vec![start..edge, rest..end],
                    cue: Some(cue.start..cue.end),
                    cue_kind: kind(cue),
                    source: Some(source),
                    lead_in: false,
                });
                return;
            }
        }
        if !clause || (hangs && !self.has_main_clause(start, edge)) || !matches!(next, Behind::Nothing) {
            return;
        }
        self.add(Said {
            content: vec![start..edge],
            cue: Some(cue.start..cue.end),
            cue_kind: kind(cue),
            source: Some(source),
            lead_in: false,
        });
    }

    /// But, he said, the bridge is safe.
    fn clause_inserted(&mut self, cue: &Cue, source: Range<usize>, behind: usize) {
        let line = self.line;
        let rest = self.insertion_end(behind) + 1;
        let end = line.end().min(self.free_to(rest));
        if !line.is_comma(rest - 1) || rest >= end || line.is_quotation(rest) || !line.has_finite(rest, end) {
            return;
        }
        let end = extents::content_end(line, self.lexicon, cue, rest, end);
        self.add(Said {
            content: vec![rest..end],
            cue: Some(cue.start..cue.end),
            cue_kind: kind(cue),
            source: Some(source),
            lead_in: false,
        });
    }

    /// The comma that closes "…, Ruiz told The Herald on Monday, …"; `at` itself where there's none near.
    pub(super) fn insertion_end(&self, at: usize) -> usize {
        let line = self.line;
        let mut end = at;
        while end < at + 10
            && line.is_word(end)
            && !line.is_finite_at(end)
            && !line.is(end, THAT | SUBORDINATOR | ING)
        {
            end += 1;
        }
        if line.is_comma(end) || line.is_dash(end) { end } else { at }
    }

    /// Whether a clause that opens with "If …," or "In …," goes on with a clause of its own.
    fn has_main_clause(&self, start: usize, end: usize) -> bool {
        let line = self.line;
        let comma = (start..end).find(|&at| line.is_comma(at));
        let own = |comma: usize| !line.is(comma + 1, SUBORDINATOR) && line.has_finite(comma + 1, end);
        comma.is_some_and(|_| (start..end).any(|at| line.is_comma(at) && own(at)))
            || (line.is(start, PREPOSITION | ING)
                && !line.is(start, SUBORDINATOR)
                && line.has_finite(start, comma.unwrap_or(end)))
    }
}
