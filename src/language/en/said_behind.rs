//! What stands behind its cue, and who says it there: Ruiz said the bridge was safe. Saying that …, Ruiz left.

use super::attributions::{Reading, Said, kind};
use super::clauses::starts_clause;
use super::contents::{self, Behind};
use super::cues::{Cue, Form};
use super::extents;
use super::noun_phrases_behind::noun_phrase_behind;
use super::subjects::subject_before;
use super::tags::*;
use crate::analysis::CueKind;

/// How far behind its verb the name and office of who speaks may run: "Says Leo Vidal, head of the port of Ghent: “…”"
const MOST_DESCRIBED: usize = 32;

impl Reading<'_, '_> {
    /// Content behind its cue: Ruiz said the bridge was safe. Ruiz said, “…”. Saying that …
    pub(super) fn said_behind(&mut self, cue: &Cue) {
        let line = self.line;
        if self.is_used(cue.verb..cue.end) || cue.negated {
            return;
        }
        if self.as_said(cue) || self.relative_said(cue) {
            return;
        }
        if !cue.tags.any(SPEECH | HEARER | QUESTIONS | DIRECTIVE | BELIEF | WITH_OBJECT | BESIDE_QUOTATION) {
            return;
        }
        // "Says Ana Ruiz, a docker, “…”"
        let opens = cue.form == Form::Participle && !cue.tags.any(ING)
            || cue.form == Form::Finite && cue.tags.any(THIRD);
        if cue.start == 0 && opens && cue.tags.any(SPEECH) && !cue.tags.any(QUESTIONS | HEARER) {
            return self.inverted_at_start(cue);
        }
        let mut behind = contents::behind(line, cue);
        if behind == Behind::Nothing && cue.form == Form::Finite {
            behind = contents::behind_colon(line, cue);
        }
        if behind == Behind::Nothing {
            behind = contents::clause_behind_comma(line, cue);
        }
        let content = match behind {
            Behind::Nothing => return self.inverted_at_start(cue),
            Behind::LeadIn => None,
            Behind::Quotation(at) => {
                if self.is_used(at..at + 1) {
                    return;
                }
                Some(extents::quoted_content(line, self.lexicon, cue, at, self.free_to(at)))
            }
            Behind::Words(at) => {
                if at >= line.len() || self.used[at] {
                    return;
                }
                // "Leaders can deny permits" says nothing.
                let thing = !line.is(at, THAT | TO | QUESTION_WORD) && !starts_clause(line, at, line.end());
                if cue.modal && thing && !cue.tags.any(DIRECTIVE) {
                    return;
                }
                let speaks = cue.tags.any(SPEECH | HEARER | QUESTIONS | DIRECTIVE | BELIEF | WITH_OBJECT);
                if !speaks {
                    return;
                }
                Some(at..extents::content_end(line, self.lexicon, cue, at, self.free_to(at)))
            }
        };
        let Some(source) = self.source(cue) else { return };
        let lead_in = content.is_none();
        // "After saying the bridge was safe, Ruiz left": what follows the comma isn't said.
        let content = content.map(|range| match &source {
            Some(source) if source.start > range.start && source.end <= range.end => {
                // The comma stands inside the marks of a quotation that ends what is said: “…,” she left.
                let quoted = line.is_quotation(source.start - 1);
                range.start..if quoted { source.start } else { source.start - 1 }
            }
            _ => range,
        });
        let content: Vec<_> = content.into_iter().filter(|range| range.start < range.end).collect();
        if content.is_empty() && !lead_in {
            return;
        }
        let cue_kind =
            if source.is_none() || cue.form == Form::Passive { CueKind::Passive } else { kind(cue) };
        self.add(Said {
            content,
            cue: Some(cue.start.max(self.free_from(cue.verb))..cue.end),
            cue_kind,
            source,
            lead_in,
        });
    }

    /// Said Ruiz: “…”
    fn inverted_at_start(&mut self, cue: &Cue) {
        let line = self.line;
        if cue.start > 0 || !cue.tags.any(SPEECH) || !cue.tags.any(PAST | THIRD) {
            return;
        }
        let Some(colon) = (1..line.len().min(MOST_DESCRIBED))
            .find(|&at| line.is_mark(at, ":") || (line.is_comma(at) && line.is_quotation(at + 1)))
        else {
            return;
        };
        let Some(source) = noun_phrase_behind(line, cue.end).filter(|source| source.end <= colon) else {
            return;
        };
        let lead_in = colon + 1 >= line.end();
        let content = if lead_in { Vec::new() } else { vec![colon + 1..line.end()] };
        self.add(Said {
            content,
            cue: Some(cue.start..cue.end),
            cue_kind: kind(cue),
            source: Some(source),
            lead_in,
        });
    }

    /// The strike was announced: what is said stands before, who says it behind "by" or nowhere.
    pub(super) fn passive(&mut self, cue: &Cue) {
        let line = self.line;
        if cue.form != Form::Passive
            || cue.negated
            || !cue.tags.any(SPEECH)
            || !(cue.tags.any(WITH_OBJECT) || line.is(cue.end, TO))
            || self.is_used(cue.verb..cue.end)
        {
            return;
        }
        let floor = self.free_from(cue.start).max(line.body_start());
        let Some(subject) = subject_before(line, cue.start, floor) else { return };
        if line.is(subject.start, RELATIVE | THAT) || self.is_used(subject.clone()) {
            return;
        }
        let source = if line.folded(cue.end) == "by" { noun_phrase_behind(line, cue.end + 1) } else { None };
        let mut content = vec![subject];
        // "was declared the winner by the agency", "is said to have left"
        let next = cue.end;
        if line.is(next, OPENS_NOUN) || line.is(next, TO) && line.is(next + 1, BASE | AUXILIARY) {
            let limit = self.free_to(next).min(line.end());
            let end = (next + 1..limit)
                .find(|&at| line.folded(at) == "by" || line.is(at, SUBORDINATOR) || line.is_comma(at))
                .unwrap_or(limit);
            content.push(next..end);
        }
        self.add(Said {
            content,
            cue: Some(cue.start..cue.end),
            cue_kind: CueKind::Passive,
            source,
            lead_in: false,
        });
    }
}
