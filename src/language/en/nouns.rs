//! Nouns that bring what is said: her claim that the bridge was safe, her promise to rebuild it.

use std::ops::Range;

use super::attributions::{Reading, Said};
use super::extents::ends_with_comma;
use super::line::Line;
use super::tags::*;
use crate::analysis::CueKind;

impl Reading<'_, '_> {
    /// Her claim that the bridge was safe; Ruiz's promise that it would hold.
    pub(super) fn nouns(&mut self) {
        let line = self.line;
        for at in 1..line.len() {
            if !line.is(at, STATEMENT) || !line.is_verb_shaped(at) || self.used[at] {
                continue;
            }
            let Some(that) = brought_by(line, at) else { continue };
            if self.is_used(at..that + 1) {
                continue;
            }
            let owner = (at.saturating_sub(4)..at).rev().find(|&before| {
                line.is(before, POSSESSIVE) || line.folded(before) == "'s" || line.is_mark(before, "’'")
            });
            let Some(owner) = owner else { continue };
            let source = if line.is(owner, POSSESSIVE) { owner..owner + 1 } else { owning(line, owner) };
            if source.is_empty() {
                continue;
            }
            let quoted = |next: usize| line.is_quotation(next) && ends_with_comma(line, next);
            let stop = (that..line.end())
                .find(|&next| line.is_comma(next) || self.used[next] || next > that && quoted(next - 1))
                .unwrap_or(line.end());
            self.add(Said {
                content: vec![that..stop],
                cue: Some(at..at + 1),
                cue_kind: CueKind::Neutral,
                source: Some(source),
                lead_in: false,
            });
        }
    }
}

/// The noun phrase before "'s" at `owner`: Leo Vidal, the mayor.
fn owning(line: &Line<'_>, owner: usize) -> Range<usize> {
    let mut start = owner;
    while start > 0 && line.is_word(start - 1) && !line.is_finite_at(start - 1) {
        if line.is(start - 1, PREPOSITION | COORDINATOR | THAT | SUBORDINATOR | TO | ING) {
            break;
        }
        start -= 1;
        if line.is(start, OPENS_NOUN) {
            break;
        }
    }
    start..owner
}

/// Where the words start that a noun brings: "her claim in May that the pier leaked", "her claim is that", "a promise to".
fn brought_by(line: &Line<'_>, noun: usize) -> Option<usize> {
    let passes = |at: &usize| {
        line.is_word(*at) && !line.is(*at, THAT | TO | QUESTION_WORD | COORDINATOR) && !line.is_finite_at(*at)
    };
    let mut next = noun + 1;
    if line.is(next, BE) && line.is_finite_at(next) && line.is(next + 1, THAT) {
        next += 1;
    } else if line.is(next, PREPOSITION | TIME) && !line.is(next, THAT) && line.folded(next) != "of" {
        next += (next..line.end().min(next + DATED)).take_while(passes).count();
    }
    let clause = line.is(next, THAT) && line.is_word(next + 1) && line.has_finite(next + 1, line.len());
    let deed = line.is(next, TO) && line.is(next + 1, BASE) && is_promise(line.folded(noun));
    (clause || deed).then_some(next)
}

/// How many units may tell when and where between a noun and what it brings.
const DATED: usize = 7;

/// Whether a noun brings what somebody will do: "her promise to rebuild the pier".
fn is_promise(noun: &str) -> bool {
    matches!(noun, "promise" | "promises" | "pledge" | "pledges" | "vow" | "vows")
}
