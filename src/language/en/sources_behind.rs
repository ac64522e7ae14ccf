//! Who speaks where what is said stands first: “…,” Ana Ruiz, 81, said. “…,” said Ruiz.

use std::ops::Range;

use super::attributions::Reading;
use super::cues::Cue;
use super::noun_phrases_behind::noun_phrase_behind;
use super::quoted_before::ends_in_comma;
use super::subjects::subject_before;
use super::tags::*;

/// The most words between a quotation and its cue that are taken for who speaks.
const MOST_DESCRIBED: usize = 36;

impl Reading<'_, '_> {
    /// Whether who speaks ends the sentence behind a comma and a cue: "a team backed by the state, said Ana Ruiz, a nurse."
    pub(super) fn is_inverted(&self, cue: &Cue) -> bool {
        let line = self.line;
        cue.start > 0
            && line.is_comma(cue.start - 1)
            && cue.tags.any(SPEECH)
            && cue.tags.any(PAST | THIRD)
            && !cue.tags.any(HEARER)
            && line.has_finite(0, cue.start)
            && noun_phrase_behind(line, cue.end).is_some_and(|behind| {
                behind.end == line.end() && behind.clone().any(|at| line.is_capital(at) || line.is(at, ROLE))
            })
    }

    /// All that stands between a quotation and the cue that ends its sentence: “…,” Fight for Ghent organizing director
    /// Leo Vidal told the paper.
    pub(super) fn subject_behind_quotation(&self, cue: &Cue, floor: usize) -> Option<Range<usize>> {
        let line = self.line;
        let quotation = (floor..cue.start).rev().find(|&at| line.is_quotation(at))?;
        let start = if line.is_comma(quotation + 1) { quotation + 2 } else { quotation + 1 };
        let plain = cue.tags.any(SPEECH | BESIDE_QUOTATION)
            && ends_in_comma(line, quotation)
            && start < cue.start
            && cue.start <= start + 14
            && !line.has_finite(start, cue.start)
            && !line.is(start, PREPOSITION | SUBORDINATOR | COORDINATOR | RELATIVE | TO)
            && (line.is_capital(start)
                || !line.is(start, ING | VERB | ADVERB)
                || line.is(start, ING) && line.is(start + 1, ROLE))
            && (start..cue.start)
                .all(|at| !line.is_comma(at) && !line.is_dash(at) && !line.is_mark(at, ":;"))
            && (start..cue.start).any(|at| line.is_capital(at));
        plain.then_some(start..cue.start)
    }

    /// Who stands between a quotation and a cue far behind it, described at length: “…,” Ana Ruiz, 81 and retired in
    /// Ghent, said. “…,” the tall, 71-year-old diplomat said.
    pub(super) fn described_behind_quotation(&self, cue: &Cue, floor: usize) -> Option<Range<usize>> {
        let line = self.line;
        let quotation = (floor..cue.start).rev().find(|&at| line.is_quotation(at))?;
        let start = if line.is_comma(quotation + 1) { quotation + 2 } else { quotation + 1 };
        let between = start..cue.start;
        let name = line.is_capital(start)
            && !line.is(
                start,
                PREPOSITION | SUBORDINATOR | COORDINATOR | RELATIVE | TO | TIME | ADVERB | SUBJECT,
            );
        // "who was among those saved": the verbs of a relative, to the next comma.
        let in_relative = |at: usize| {
            let clause = (start..at).rev().take_while(|&before| !line.is_comma(before));
            clause.into_iter().any(|before| line.is(before, RELATIVE))
        };
        let plain = cue.tags.any(SPEECH | BESIDE_QUOTATION)
            && ends_in_comma(line, quotation)
            && between.len() <= MOST_DESCRIBED
            && (name || line.is(start, OPENS_NOUN))
            && between.clone().all(|at| !line.is_finite_at(at) || in_relative(at))
            && between.clone().all(|at| !line.is_dash(at) && !line.is_mark(at, ":;"));
        let comma = between.clone().find(|&at| line.is_comma(at));
        let closed = line.is_comma(cue.start - 1) || between.clone().any(|at| line.is(at, RELATIVE));
        plain.then_some(start..comma.filter(|_| name || closed).unwrap_or(cue.start))
    }

    /// The subject of a cue, with the noun that stands before its name: “…,” another friend, Mia Vos, said.
    pub(super) fn whole_subject(&self, cue: &Cue, floor: usize) -> Option<Range<usize>> {
        let line = self.line;
        let subject = subject_before(line, cue.start, floor)?;
        let comma = subject.start.checked_sub(1).filter(|&at| at > floor && line.is_comma(at));
        let wider = comma.and_then(|comma| subject_before(line, comma, floor)).filter(|wider| {
            let edge = wider.start.checked_sub(1);
            line.is_capital(subject.start)
                && edge.is_some_and(|edge| {
                    line.is_quotation(edge) || (line.is_comma(edge) && line.is(wider.start, OPENS_NOUN))
                })
        });
        Some(wider.map_or(subject.clone(), |wider| wider.start..subject.end))
    }

    /// The source behind a cue: “…,” said Ana Ruiz.
    pub(super) fn inverted_source(&self, cue: &Cue, quoted: bool) -> Option<Range<usize>> {
        let line = self.line;
        // "“It will close the pier,” thinks Ruiz": beside a quotation, who thinks speaks.
        if cue.tags.any(BELIEF)
            && !cue.tags.any(SPEECH | BESIDE_QUOTATION)
            && !(quoted && cue.tags.any(THIRD))
        {
            return None;
        }
        // “…,” said March: a name, where no day follows.
        let named = line.is_capital(cue.end)
            && matches!(line.folded(cue.end), "march" | "may" | "june" | "april" | "august")
            && (cue.end + 1 >= line.end() || line.is_comma(cue.end + 1));
        if quoted && named {
            return Some(cue.end..cue.end + 1);
        }
        let source = noun_phrase_behind(line, cue.end)?;
        if line.is(source.start, OBJECT) && !line.is(source.start, OPENS_NOUN | SUBJECT) {
            return None;
        }
        // "“…,” said the mayor would" is none; nor is "Ruiz, a nurse, said a spokeswoman would call".
        let clause = line.is_finite_at(source.end) && !line.is_comma(source.end - 1);
        // "Ruiz, citing “a lack of crews,” said the ferry could wait": nor here.
        if clause && quoted && !line.is_quotation(line.body_start()) {
            return None;
        }
        (quoted || (!clause && cue.tags.any(SPEECH))).then_some(source)
    }
}
