//! Cues inside what is said: as Ruiz noted; which she said was safe.

use std::ops::Range;

use super::attributions::{Reading, Said, kind};
use super::contents::{self, Behind};
use super::cues::{Cue, Form};
use super::extents;
use super::line::Line;
use super::noun_phrases_behind::noun_phrase_behind;
use super::subjects::subject_before;
use super::tags::*;
use crate::analysis::CueKind;

/// How many units name whom a paper quotes, and the paper: "quoted a central bank official", "the news agency".
const SOURCE: usize = 24;
const REPORTER: usize = 24;

/// How far behind "as" its "put it" may stand: "as Ruiz, a docker who has worked here since spring, put it".
const PUT: usize = 24;

impl Reading<'_, '_> {
    /// As Ruiz pointed out, the bridge is safe. The bridge is safe, as first reported by the Herald.
    pub(super) fn as_said(&mut self, cue: &Cue) -> bool {
        let line = self.line;
        if !cue.tags.any(SPEECH) || cue.start == 0 {
            return false;
        }
        let Some((opening, source, end)) = self.as_source(cue) else { return false };
        let floor = self.free_from(opening).max(line.body_start());
        let edge = opening.checked_sub(1).filter(|&edge| edge >= floor);
        let cut = edge.is_none_or(|edge| {
            line.is_comma(edge)
                || line.is_dash(edge)
                || line.is(edge, COORDINATOR | THAT)
                || line.is_mark(edge, "(:")
                || line.is_quotation(edge)
        });
        let close = (end..line.end().min(end + 14))
            .find(|&at| line.is_comma(at) || line.is_dash(at) || line.is_mark(at, ")"))
            .unwrap_or(line.end());
        if !cut || line.has_finite(end, close) || (end..close).any(|at| line.is_quotation(at)) {
            return false;
        }
        let mut start = floor;
        while start < opening
            && (line.is_comma(start) || line.is(start, COORDINATOR) || line.is_mark(start, ":;("))
        {
            start += 1;
        }
        let before =
            edge.filter(|&edge| edge > start && !line.is(edge, COORDINATOR | THAT)).map(|edge| start..edge);
        let rest = close + 1;
        let limit = line.end().min(self.free_to(rest));
        let after = (rest < limit).then_some(rest..limit);
        let content = match (before, after) {
            (Some(before), _) if line.has_finite(before.start, before.end) => vec![before],
            (Some(before), Some(after)) => vec![before, after],
            (None, Some(after)) => vec![after],
            _ => return false,
        };
        self.add(Said {
            content,
            cue: Some(cue.start..cue.end),
            cue_kind: kind(cue),
            source: Some(source),
            lead_in: line.is_mark(line.end().wrapping_sub(1), ":"),
        });
        true
    }

    /// The rule is “a folly,” as Ruiz, a docker, put it: the whole clause is hers.
    pub(super) fn as_put(&mut self) {
        let line = self.line;
        for opening in 2..line.len() {
            if line.folded(opening) != "as" || !line.is_quotation(opening - 1) || self.used[opening - 1] {
                continue;
            }
            let limit = line.end().min(opening + PUT);
            let Some(put) = (opening + 2..limit)
                .find(|&at| matches!(line.folded(at), "put" | "puts") && line.folded(at + 1) == "it")
            else {
                continue;
            };
            let named = if line.is_comma(put - 1) { put - 1 } else { put };
            let source = (opening + 2..named).find(|&at| line.is_comma(at)).unwrap_or(named);
            let floor = self.free_from(opening).max(line.body_start());
            self.add(Said {
                content: vec![floor..opening],
                cue: Some(put..put + 2),
                cue_kind: CueKind::Neutral,
                source: Some(opening + 1..source),
                lead_in: false,
            });
        }
    }

    /// “…,” the Herald quoted Ana Ruiz as saying.
    pub(super) fn quoted_as_saying(&mut self) {
        let line = self.line;
        for at in 3..line.len() {
            let says = line.folded(at) == "as"
                && line.is(at + 1, ING)
                && line.is(at + 1, SPEECH | HEARER | BESIDE_QUOTATION);
            if !says {
                continue;
            }
            let before = (at.saturating_sub(SOURCE)..at - 1).rev();
            let quotes = |verb: &usize| matches!(line.folded(*verb), "quoted" | "quotes" | "cited" | "cites");
            let verb =
                before.clone().find(quotes).or_else(|| before.clone().find(|&verb| line.is_finite_at(verb)));
            let Some(verb) = verb else { continue };
            let quotation =
                (verb.saturating_sub(REPORTER)..verb).rev().find(|&before| line.is_quotation(before));
            let Some(quotation) = quotation.filter(|&quotation| !self.is_used(quotation..at + 2)) else {
                continue;
            };
            // "he was quoted by the Herald as saying"
            let by = line.folded(verb + 1) == "by" && verb > quotation + 2;
            let passive = line.is(verb - 1, BE) && verb > quotation + 2 && verb + 1 == at;
            let source = if by || passive { quotation + 1..verb - 1 } else { verb + 1..at };
            self.add(Said {
                content: vec![quotation..quotation + 1],
                cue: Some(at..at + 2),
                cue_kind: CueKind::Neutral,
                source: Some(source),
                lead_in: false,
            });
        }
    }

    /// The "as" before a cue, who says so, and where that ends: "as Ruiz noted", "as first reported by the Herald".
    fn as_source(&self, cue: &Cue) -> Option<(usize, Range<usize>, usize)> {
        let line = self.line;
        if cue.form == Form::Finite {
            let source = subject_before(line, cue.start, self.free_from(cue.start).min(cue.start))?;
            let opening = source.start.checked_sub(1).filter(|&at| line.folded(at) == "as")?;
            let speaks = contents::behind(line, cue);
            let ends = cue.end >= line.end() || !line.is_word(cue.end) && !line.is_quotation(cue.end);
            let content = matches!(speaks, Behind::Words(_)) && !ends;
            return (!content).then_some((opening, source, cue.end));
        }
        if cue.form != Form::Participle || line.folded(cue.end) != "by" {
            return None;
        }
        let opening = (cue.verb.saturating_sub(2)..cue.verb).rev().find(|&at| line.folded(at) == "as")?;
        let source = noun_phrase_behind(line, cue.end + 1)?;
        let end = (source.start..source.end).find(|&at| line.is_comma(at)).unwrap_or(source.end);
        Some((opening, source.start..end, end))
    }

    /// The bridge, which she said was safe. A plan that officials say will help. A decision they say failed.
    pub(super) fn relative_said(&mut self, cue: &Cue) -> bool {
        let line = self.line;
        if cue.form != Form::Finite || !cue.tags.any(SPEECH) {
            return false;
        }
        let mut verb = cue.end;
        while line.is(verb, ADVERB) && verb < cue.end + 2 {
            verb += 1;
        }
        let floor = self.free_from(cue.start).max(line.body_start()).min(cue.start);
        if !line.is_finite_at(verb) || line.is(verb, NOUN_TOO) {
            return false;
        }
        let Some(source) = subject_before(line, cue.start, floor) else { return false };
        let source = speaker_of_relative(line, source);
        let before = (floor..source.start).rev().find(|&at| !line.is(at, ADVERB) || line.is(at, OPENS_NOUN));
        let Some(before) = before else { return false };
        let relative = line.is(before, RELATIVE | THAT) || line.folded(before) == "what";
        let object = if relative {
            before..before + 1
        } else if line.is_word(before)
            && (line.is(source.start, SUBJECT | OPENS_NOUN) || line.is_capital(source.start))
            && !line.is(before, PREPOSITION | COORDINATOR | SUBORDINATOR | ADVERB | TIME)
        {
            match subject_before(line, source.start, floor) {
                Some(object) => object,
                None => return false,
            }
        } else {
            return false;
        };
        let enclosed = before > 0 && line.is_comma(before - 1);
        let limit = self.free_to(cue.end).min(line.end());
        let end = (verb + 1..limit)
            .find(|&at| line.is_mark(at, ";") || enclosed && (line.is_comma(at) || line.is_dash(at)))
            .unwrap_or_else(|| extents::content_end(line, self.lexicon, cue, cue.end, limit));
        self.add(Said {
            content: vec![object, cue.end..end],
            cue: Some(cue.start..cue.end),
            cue_kind: kind(cue),
            source: Some(source),
            lead_in: false,
        });
        true
    }
}

/// Who speaks at the end of a phrase that two noun phrases stand in: of "a probe the agency said was over", the agency.
fn speaker_of_relative(line: &Line<'_>, phrase: Range<usize>) -> Range<usize> {
    let opens = |at: usize| {
        let noun = line.is_word(at - 1)
            && !line.is_capital(at - 1)
            && !line.is(at - 1, OPENS_NOUN | PREPOSITION | COORDINATOR | TO | ADVERB | TITLE | ROLE);
        noun && (line.is(at, OPENS_NOUN | SUBJECT)
            || line.is_capital(at) && line.is(phrase.start, OPENS_NOUN))
    };
    (phrase.start + 2..phrase.end).rev().find(|&at| opens(at)).map_or(phrase.clone(), |at| at..phrase.end)
}
