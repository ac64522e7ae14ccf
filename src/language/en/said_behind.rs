//! What stands behind its cue, and who says it there: Ruiz said the bridge was safe. Saying that …, Ruiz left.

use std::ops::Range;

use super::attributions::{Reading, Said, kind};
use super::clauses::starts_clause;
use super::contents::{self, Behind};
use super::cues::{Cue, Form};
use super::extents;
use super::noun_phrases_behind::noun_phrase_behind;
use super::quoted_before::ends_in_comma;
use super::subjects::{main_subject, near_subject, subject_before};
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

    /// Who speaks, with a cue before what is said; nothing inside where it is left unsaid, nothing where there's no
    /// such reading.
    pub(super) fn source(&self, cue: &Cue) -> Option<Option<Range<usize>>> {
        let line = self.line;
        let floor = self.free_from(cue.verb).max(line.body_start()).min(cue.verb);
        match cue.form {
            Form::Finite => {
                let subject = subject_before(line, cue.start, floor);
                if let Some(subject) = subject {
                    return Some(Some(subject));
                }
                let before = cue.start.checked_sub(1)?;
                let carried = line.is(before, COORDINATOR)
                    || line.is_comma(before)
                    || matches!(line.folded(before), "then")
                    || floor == cue.start;
                if carried {
                    return self.said_by(cue.start).or_else(|| main_subject(line, cue.start)).map(Some);
                }
                None
            }
            Form::Passive => {
                let asked = cue.tags.any(HEARER | QUESTIONS);
                let it = cue.start > 0 && line.folded(cue.start - 1) == "it";
                let by =
                    (line.folded(cue.end) == "by").then(|| noun_phrase_behind(line, cue.end + 1)).flatten();
                ((asked || it) && cue.tags.any(SPEECH | HEARER)).then_some(by)
            }
            Form::Participle => self.participle_source(cue),
            Form::Infinitive => {
                let hypothetical = cue.tags.any(BELIEF) && !cue.tags.any(SPEECH);
                if hypothetical || cue.start == 0 || (0..cue.start).any(|at| line.is(at, NEGATION)) {
                    return None;
                }
                let subject = near_subject(line, cue.start, floor)
                    .or_else(|| self.said_by(cue.start))
                    .or_else(|| main_subject(line, cue.start))?;
                (line.folded(subject.start) != "it").then_some(Some(subject))
            }
        }
    }

    fn participle_source(&self, cue: &Cue) -> Option<Option<Range<usize>>> {
        let line = self.line;
        if cue.tags.any(BELIEF) && !cue.tags.any(SPEECH) {
            return None;
        }
        if !cue.tags.any(ING) {
            // "Asked whether he would run, Ruiz …"
            return cue.tags.any(QUESTIONS | HEARER).then_some(None);
        }
        let leads = cue.start == 1 && line.is(0, PREPOSITION | SUBORDINATOR);
        if cue.start == 0 || leads {
            // "After saying the bridge was safe, Ruiz …"
            let comma = (cue.end..line.end())
                .find(|&at| line.is_comma(at) || (line.is_quotation(at) && ends_in_comma(line, at)))?;
            return noun_phrase_behind(line, comma + 1).map(Some);
        }
        let mut before = cue.start - 1;
        while before > 0 && line.is(before, ADVERB) && !line.is_capital(before) {
            before -= 1;
        }
        let floor = self.free_from(cue.verb);
        // "with Trump reportedly yelling"
        if line.is_word(before)
            && let Some(with) = (floor..before).rev().take(8).find(|&at| line.folded(at) == "with")
            && let Some(noun) = noun_phrase_behind(line, with + 1)
            && noun.end == before + 1
        {
            return Some(Some(noun));
        }
        let before = cue.start - 1;
        if line.is_word(before) && !line.is(before, PREPOSITION | COORDINATOR | ADVERB | SUBORDINATOR | TIME)
        {
            let noun = subject_before(line, cue.start, floor);
            let named = line.is_capital(before) || line.is(before, OBJECT);
            if noun.is_some() && (named || !line.has_finite(floor, cue.start)) {
                return noun.map(Some);
            }
            // "His office put out a statement saying": the office says it.
            if line.is(before, SPEECH_NOUN)
                && line.has_finite(floor, before)
                && let Some(subject) = main_subject(line, before)
            {
                return Some(Some(subject));
            }
            if let Some(noun) = noun.filter(|noun| {
                (noun.clone()).any(|at| line.is(at, SPEECH_NOUN | ROLE | PEOPLE | DOCUMENT | ORGANISATION))
            }) {
                return Some(Some(noun));
            }
        }
        let near = if line.is(before, PREPOSITION) { near_subject(line, cue.start, floor) } else { None };
        near.or_else(|| self.said_by(cue.start)).or_else(|| main_subject(line, cue.start)).map(Some)
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
