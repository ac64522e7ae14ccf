//! Finds who says what: sentence by sentence, then from paragraph to paragraph.
//!
//! In a sentence, what stands before its cue is looked for first ("The bridge is safe, Ruiz said"), then phrases such
//! as "according to", then what stands behind a cue. No word is said twice: what lies in the content of one attribution
//! is not looked at again. See `runs` for quotations whose speaker stands in another sentence.

#![allow(clippy::single_range_in_vec_init, reason = "content is a list of stretches, often one")]

use std::ops::Range;

use super::contents::{self, Behind};
use super::cues::{Cue, Form, cues};
use super::lexicon::*;
use super::line::Line;
use super::sources::{main_subject, near_subject, noun_phrase_behind, subject_before};
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
    reading.label();
    reading.phrases();
    for cue in &cues {
        reading.said_before(cue);
    }
    for cue in &cues {
        reading.said_behind(cue);
    }
    reading.nouns();
    for cue in &cues {
        reading.passive(cue);
    }
    reading.credits();
    for cue in &cues {
        reading.named(cue);
    }
    reading.quoted_words();
    reading.lead_in();
    reading.said.sort_by_key(|said| said.content.iter().map(|range| range.start).min());
    reading.said
}

struct Reading<'a, 'b> {
    line: &'a Line<'b>,
    lexicon: &'a Lexicon,
    /// Which units lie in an attribution already.
    used: Vec<bool>,
    said: Vec<Said>,
}

impl Reading<'_, '_> {
    fn is_used(&self, range: Range<usize>) -> bool {
        self.used.get(range).is_none_or(|used| used.iter().any(|&used| used))
    }

    fn add(&mut self, said: Said) {
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
    fn free_from(&self, at: usize) -> usize {
        (0..at).rev().find(|&unit| self.used[unit]).map_or(0, |unit| unit + 1)
    }

    /// The first used unit from `at` on, or the end.
    fn free_to(&self, at: usize) -> usize {
        (at..self.line.len()).find(|&unit| self.used[unit]).unwrap_or(self.line.len())
    }

    /// Content before its cue: “…,” Ruiz said. The bridge is safe, said Ruiz.
    fn said_before(&mut self, cue: &Cue) {
        let line = self.line;
        if cue.form != Form::Finite || cue.negated || self.is_used(cue.start..cue.end) {
            return;
        }
        let floor = self.free_from(cue.start).max(line.body_start());
        let subject = self.whole_subject(cue, floor);
        let start = subject.as_ref().map_or(cue.start, |subject| subject.start);
        let Some(edge) = start.checked_sub(1).filter(|&edge| edge >= floor) else { return };
        let comma = line.is_comma(edge) || line.is_dash(edge);
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
                let content = contents::quoted_content(line, self.lexicon, cue, at, self.free_to(at));
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

    /// The subject of a cue, with the noun that stands before its name: “…,” another friend, Mia Vos, said.
    fn whole_subject(&self, cue: &Cue, floor: usize) -> Option<Range<usize>> {
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
    fn inverted_source(&self, cue: &Cue, quoted: bool) -> Option<Range<usize>> {
        let line = self.line;
        if cue.tags.any(BELIEF) && !cue.tags.any(SPEECH | BESIDE_QUOTATION) {
            return None;
        }
        let source = noun_phrase_behind(line, cue.end)?;
        if line.is(source.start, OBJECT) && !line.is(source.start, OPENS_NOUN | SUBJECT) {
            return None;
        }
        // "“…,” said the mayor would" is none; nor is "Ruiz, a nurse, said a spokeswoman would call".
        let clause = line.is_finite_at(source.end) && !line.is_comma(source.end - 1);
        (quoted || (!clause && cue.tags.any(SPEECH))).then_some(source)
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
        let full = contents::is_whole(line, quotation)
            || ends_in_comma(line, quotation)
            || line.is_comma(quotation + 1);
        // "When she heard “no,” Ruiz said the bridge": the quotation is not what she says.
        let long = line.ground.words.within(line.units[quotation].span).len() > 6;
        if matches!(next, Behind::Words(_)) && !(full && quotation == floor && long) {
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
                content.push(contents::quoted_content(line, self.lexicon, cue, second, self.free_to(second)));
            }
        } else if line.is_comma(behind)
            && !contents::is_whole(line, quotation)
            && let Some(second) = self.joined_quotation(behind + 1)
        {
            // “The pier,” Ruiz said, and still “the mayor waits.”
            content.push(behind + 1..second + 1);
        } else if line.is_comma(behind) && !contents::is_whole(line, quotation) && self.goes_on(behind + 1) {
            content.push(
                behind + 1
                    ..contents::content_end(line, self.lexicon, cue, behind + 1, self.free_to(behind + 1)),
            );
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

    /// Whether another cue stands in `start..end`.
    fn has_cue(&self, start: usize, end: usize) -> bool {
        (start..end)
            .any(|at| self.line.is(at, SPEECH) && self.line.is(at, VERB) && !self.line.is(at, NOUN_TOO))
    }

    /// Whether what stands behind a cue in the middle goes on with the content: “The bridge,” Ruiz said, is “safe.”
    fn goes_on(&self, at: usize) -> bool {
        let line = self.line;
        line.is_finite_at(at) || line.is_quotation(at)
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

    /// The bridge is safe, Ruiz said. The bridge, Ruiz said, is safe.
    fn clause_before(&mut self, cue: &Cue, source: Range<usize>, edge: usize, floor: usize, behind: usize) {
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
            || (edge > start + 3 && (start..edge).any(|at| line.is_quotation(at)));
        let hangs = line.is(start, PREPOSITION | SUBORDINATOR | PARTICIPLE | ING | TO)
            && !line.is(start, OPENS_NOUN | SUBJECT);
        if let Behind::Quotation(at) = next {
            // "When the bridge fell, Ruiz said, “we were floored.”"
            if inserted && at == behind + 1 && !self.is_used(at..at + 1) && !is_capital_quotation(line, at) {
                let quoted = contents::quoted_content(line, self.lexicon, cue, at, self.free_to(at));
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
            if next == Behind::Nothing
                && rest < end
                && (line.has_finite(rest, end)
                    || clause
                    || cue.tags.any(CLAUSE) && (rest..end).any(|at| line.is(at, VERB)))
                && !line.is(rest, ING)
                && !line.is_quotation(rest)
            {
                let end = contents::content_end(line, self.lexicon, cue, rest, end);
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
        let end = contents::content_end(line, self.lexicon, cue, rest, end);
        self.add(Said {
            content: vec![rest..end],
            cue: Some(cue.start..cue.end),
            cue_kind: kind(cue),
            source: Some(source),
            lead_in: false,
        });
    }

    /// The comma that closes "…, Ruiz told The Herald on Monday, …"; `at` itself where there's none near.
    fn insertion_end(&self, at: usize) -> usize {
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

    /// “We need a bridge.” — Ana Ruiz
    fn credits(&mut self) {
        let line = self.line;
        for dash in 1..line.len() {
            if !line.is_dash(dash) || !line.is_quotation(dash - 1) || self.used[dash - 1] {
                continue;
            }
            let end = (dash + 1..line.len())
                .find(|&at| {
                    !(line.is_capital(at)
                        || line.is_mark(at, ".’'-")
                        || line.is(at, PREPOSITION | DETERMINER) && at > dash + 1)
                })
                .unwrap_or(line.len());
            let closes =
                end == line.len() || line.is_quotation(end) || line.is_comma(end) || line.is_mark(end, "(");
            if !closes || end < dash + 2 || end > dash + 9 {
                continue;
            }
            self.add(Said {
                content: vec![dash - 1..dash],
                cue: Some(dash..dash + 1),
                cue_kind: CueKind::Bare,
                source: Some(dash + 1..end),
                lead_in: false,
            });
        }
    }

    /// Called it “a folly”, described her as “tired”: a name with quoted words in it.
    fn named(&mut self, cue: &Cue) {
        let line = self.line;
        if !cue.tags.any(NAMING) || cue.negated || self.is_used(cue.verb..cue.end) {
            return;
        }
        let end = self.free_to(cue.end).min(line.end());
        let Some(quotation) = (cue.end..end).find(|&at| line.is_quotation(at)) else { return };
        if (cue.end..quotation).any(|at| line.is_finite_at(at)) {
            return;
        }
        let Some(source) = self.source(cue) else { return };
        let end = contents::content_end(line, self.lexicon, cue, quotation, end);
        let cue_kind = if source.is_none() { CueKind::Passive } else { kind(cue) };
        self.add(Said {
            content: vec![cue.end..end],
            cue: Some(cue.start..cue.end),
            cue_kind,
            source,
            lead_in: false,
        });
    }

    /// Words in quotation marks behind a verb that no list has: whoever does it says them.
    fn quoted_words(&mut self) {
        let line = self.line;
        for at in 1..line.len() {
            if self.used[at] || !line.is_quotation(at) || !self.is_utterance(at) {
                continue;
            }
            let floor = self.free_from(at).max(line.body_start()).min(at);
            let Some(verb) = (floor..at).rev().find(|&verb| {
                line.is_finite_at(verb) || line.is(verb, ING) && verb > floor && line.is_comma(verb - 1)
            }) else {
                continue;
            };
            let mut start = verb;
            while start > floor && line.is(start - 1, ADVERB | AUXILIARY) {
                start -= 1;
            }
            let source = self
                .said_by(start)
                .or_else(|| subject_before(line, start, floor))
                .or_else(|| main_subject(line, start));
            let Some(source) = source.filter(|source| !line.is(source.start, RELATIVE) || source.len() > 1)
            else {
                continue;
            };
            let mut end = verb + 1;
            while line.is(end, VERB) && line.is(end - 1, AUXILIARY) {
                end += 1;
            }
            if end > at || self.is_used(verb..at) || (source.end > verb && source.start < at) {
                continue;
            }
            self.add(Said {
                content: vec![end..at + 1],
                cue: Some(verb..end),
                cue_kind: CueKind::Bare,
                source: Some(source),
                lead_in: false,
            });
        }
    }

    /// The mayor made no secret of it: (and the quotation comes next)
    fn lead_in(&mut self) {
        let line = self.line;
        let end = line.end();
        if end < 3
            || !line.is_mark(end - 1, ":")
            || self.said.iter().any(|said| said.lead_in)
            || self.used[end - 1]
        {
            return;
        }
        let Some(source) = self.said_by(end).or_else(|| main_subject(line, end - 1)) else { return };
        let cue = Some(end - 1..end);
        self.add(Said {
            content: Vec::new(),
            cue,
            cue_kind: CueKind::Bare,
            source: Some(source),
            lead_in: true,
        });
    }

    /// Whether a quotation reads like somebody's words, no title or name: four words or more, most of them small.
    fn is_utterance(&self, at: usize) -> bool {
        let line = self.line;
        let Some(quotation) = line.units[at].quotation else { return false };
        let words = line.ground.words.within(line.ground.quotations[quotation].inner);
        let list = &line.ground.words.list()[words];
        let all = list.iter().filter(|word| word.shape != crate::analysis::Shape::Mark).count();
        let small = list.iter().filter(|word| word.shape == crate::analysis::Shape::Lower).count();
        all >= 4 && small * 2 > all
    }

    /// Whether a clause that opens with "If …," or "In …," goes on with a clause of its own.
    fn has_main_clause(&self, start: usize, end: usize) -> bool {
        let line = self.line;
        let comma = (start..end).find(|&at| line.is_comma(at));
        comma.is_some_and(|comma| line.has_finite(comma + 1, end))
            || (line.is(start, PREPOSITION | ING)
                && !line.is(start, SUBORDINATOR)
                && line.has_finite(start, comma.unwrap_or(end)))
    }

    /// According to Ruiz, the bridge is safe. The bridge is safe, according to Ruiz.
    fn phrases(&mut self) {
        let line = self.line;
        for at in 0..line.len() {
            let Some(end) = self.phrase_end(at) else { continue };
            if self.is_used(at..end)
                || line.is_finite_at(at.wrapping_sub(1)) && line.folded(at) != "according"
            {
                continue;
            }
            let limit = line.end();
            let first = (0..at).find(|&unit| line.is_word(unit) || line.is_quotation(unit));
            let leading = first.is_none_or(|first| {
                !(first..at).any(|unit| {
                    line.is_word(unit) && !line.is(unit, COORDINATOR | ADVERB) || line.is_quotation(unit)
                })
            });
            // "While most are old, according to the port, two are new": what hangs comes first.
            let hangs = !leading
                && line.is_comma(at - 1)
                && first.is_some_and(|first| {
                    let hanging =
                        line.is(first, SUBORDINATOR) || !line.has_finite(first, at) && at < first + 6;
                    hanging && !(first + 1..at - 1).any(|unit| line.is_comma(unit))
                });
            let source = self.phrase_source(end, limit, leading || hangs);
            let Some(source) = source else { continue };
            let mut content = Vec::new();
            let floor = self.free_from(at).max(line.body_start());
            if line.is_comma(at.wrapping_sub(1)) && line.is(at.wrapping_sub(2), THAT) {
                continue;
            }
            let mut before = at;
            while before > floor
                && (line.is_comma(before - 1) || line.is_dash(before - 1) || line.is_mark(before - 1, "("))
            {
                before -= 1;
            }
            let mut start = floor;
            while start < before
                && (line.is_comma(start) || line.is(start, COORDINATOR) || line.is_mark(start, ";"))
            {
                start += 1;
            }
            if let Some(mark) = (start..before).rev().find(|&unit| line.is_mark(unit, ";")) {
                start = mark + 1;
            }
            if start < before && !leading {
                content.push(start..before);
            }
            let mut rest = source.end;
            let separated = line.is_comma(rest);
            if separated {
                rest += 1;
            }
            // "In addition, according to the port, two ships are new."
            let bare =
                separated && !line.has_finite(start.min(before), before) && line.has_finite(rest, limit);
            let enclosed =
                at > 0 && line.is_comma(at - 1) && separated && (self.goes_on(rest) || bare || hangs);
            if rest < limit && (leading || enclosed) {
                let quoted = line.is_quotation(rest) && contents::is_whole(line, rest);
                content.push(rest..if quoted { rest + 1 } else { limit });
            }
            if content.is_empty() {
                continue;
            }
            self.add(Said {
                content,
                cue: Some(at..end),
                cue_kind: CueKind::AccordingTo,
                source: Some(source),
                lead_in: line.is_mark(limit.wrapping_sub(1), ":"),
            });
        }
    }

    fn phrase_end(&self, at: usize) -> Option<usize> {
        let line = self.line;
        // "…, per the Herald": behind a comma, before a name.
        if line.folded(at) == "per" && at > 0 && line.is_comma(at - 1) {
            let named = line.is_capital(at + 1)
                || line.is(at + 1, OPENS_NOUN)
                    && (line.is_capital(at + 2) || line.is(at + 2, DOCUMENT | MEDIA));
            return named.then_some(at + 1);
        }
        if !line.is(at, OPENS_PHRASE) {
            return None;
        }
        let phrase = self.lexicon.phrases(line.folded(at)).iter().find(|phrase| {
            phrase.tags.any(ACCORDING)
                && phrase.rest.iter().enumerate().all(|(offset, word)| line.folded(at + 1 + offset) == word)
        })?;
        Some(at + 1 + phrase.rest.len())
    }

    /// The source behind "according to": to the comma behind which the clause starts, or to the end.
    fn phrase_source(&self, start: usize, limit: usize, leading: bool) -> Option<Range<usize>> {
        let line = self.line;
        if start >= limit {
            return None;
        }
        let mut end = start;
        while end < limit {
            if line.is_quotation(end) && line.units[end].span.len() > 40 || line.is_mark(end, ":;)") {
                break;
            }
            if line.is_comma(end) || line.is_dash(end) {
                let apposition =
                    line.is(end + 1, RELATIVE | ING) || (line.is(end + 1, OPENS_NOUN) && !leading);
                let more = (end + 1..limit).any(|at| line.is_comma(at));
                let listed =
                    leading && line.is(end + 1, OPENS_NOUN) && more && !line.has_finite(end + 1, limit);
                if !(apposition || listed) {
                    break;
                }
                if leading && line.is(end + 1, RELATIVE) {
                    end = (end + 1..limit).find(|&at| line.is_comma(at)).unwrap_or(limit);
                    break;
                }
            }
            let reduced = line.is(end, PARTICIPLE)
                && line.is_word(end - 1)
                && (line.is(end + 1, PREPOSITION | ADVERB | TIME));
            if line.is_finite_at(end)
                && !leading
                && !reduced
                && !line.is(end - 1, RELATIVE | SUBJECT)
                && end > start
            {
                break;
            }
            end += 1;
        }
        (end > start).then_some(start..end)
    }

    /// Content behind its cue: Ruiz said the bridge was safe. Ruiz said, “…”. Saying that …
    fn said_behind(&mut self, cue: &Cue) {
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
        if cue.start == 0
            && cue.form == Form::Participle
            && !cue.tags.any(ING)
            && cue.tags.any(SPEECH)
            && !cue.tags.any(QUESTIONS | HEARER)
        {
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
                Some(contents::quoted_content(line, self.lexicon, cue, at, self.free_to(at)))
            }
            Behind::Words(at) => {
                if at >= line.len() || self.used[at] {
                    return;
                }
                let speaks = cue.tags.any(SPEECH | HEARER | QUESTIONS | DIRECTIVE | BELIEF | WITH_OBJECT);
                if !speaks {
                    return;
                }
                Some(at..contents::content_end(line, self.lexicon, cue, at, self.free_to(at)))
            }
        };
        let Some(source) = self.source(cue) else { return };
        let lead_in = content.is_none();
        // "After saying the bridge was safe, Ruiz left": what follows the comma isn't said.
        let content = content.map(|range| match &source {
            Some(source) if source.start > range.start && source.end <= range.end => {
                range.start..source.start - 1
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

    /// As Ruiz pointed out, the bridge is safe. The bridge is safe, as first reported by the Herald.
    fn as_said(&mut self, cue: &Cue) -> bool {
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
    fn relative_said(&mut self, cue: &Cue) -> bool {
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
        let Some(before) = source.start.checked_sub(1).filter(|&before| before >= floor) else {
            return false;
        };
        let relative = line.is(before, RELATIVE | THAT) || line.folded(before) == "what";
        let object = if relative {
            before..before + 1
        } else if line.is_word(before)
            && line.is(source.start, SUBJECT | OPENS_NOUN)
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
            .unwrap_or_else(|| contents::content_end(line, self.lexicon, cue, cue.end, limit));
        self.add(Said {
            content: vec![object, cue.end..end],
            cue: Some(cue.start..cue.end),
            cue_kind: kind(cue),
            source: Some(source),
            lead_in: false,
        });
        true
    }

    /// Said Ruiz: “…”
    fn inverted_at_start(&mut self, cue: &Cue) {
        let line = self.line;
        if cue.start > 0 || !cue.tags.any(SPEECH) || !cue.tags.any(PAST | THIRD) {
            return;
        }
        let Some(colon) = (1..line.len().min(20))
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
    fn source(&self, cue: &Cue) -> Option<Option<Range<usize>>> {
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
    fn passive(&mut self, cue: &Cue) {
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

    /// Her claim that the bridge was safe; Ruiz's promise that it would hold.
    fn nouns(&mut self) {
        let line = self.line;
        for at in 1..line.len() {
            if !line.is(at, STATEMENT) || !line.is_verb_shaped(at) || self.used[at] {
                continue;
            }
            let that = if line.is(at + 1, THAT) { at + 1 } else { continue };
            if self.used[that] || !line.has_finite(that + 1, line.len()) {
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
            let stop =
                (that..line.end()).find(|&next| line.is_comma(next) || self.used[next]).unwrap_or(line.end());
            self.add(Said {
                content: vec![that..stop],
                cue: Some(at..at + 1),
                cue_kind: CueKind::Neutral,
                source: Some(source),
                lead_in: false,
            });
        }
    }

    /// The source of the last attribution of the sentence before `at`.
    fn said_by(&self, at: usize) -> Option<Range<usize>> {
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

    /// LEE: No. Daily News: Bridge will fall.
    fn label(&mut self) {
        let line = self.line;
        if !self.said.is_empty() {
            return;
        }
        let Some(colon) = (1..line.len().min(8)).find(|&at| line.is_mark(at, ":")) else { return };
        let first_of_block = self.line.sentence == 0
            || line.ground.sentences[line.sentence - 1].block != line.ground.sentences[line.sentence].block;
        let headline = line.sentence == 0 && line.len() > colon + 3;
        let speaks = (0..colon).all(|at| !line.is(at, NO_SPEAKER))
            && (headline
                || line.has_finite(colon + 1, line.len())
                || line.is_quotation(colon + 1)
                || line.units[0].shape == crate::analysis::Shape::Upper && line.len() > colon + 3);
        let label = speaks
            && (0..colon).all(|at| {
                line.is_capital(at)
                    || line.is_mark(at, ".&'’,()-")
                    || line.is(at, DETERMINER | PREPOSITION) && at > 0
            })
            && line.is_capital(0);
        let end = line.end();
        if first_of_block && label && colon + 1 < end && !line.is(0, TIME) {
            self.add(Said {
                content: vec![colon + 1..end],
                cue: Some(colon..colon + 1),
                cue_kind: CueKind::Bare,
                source: Some(0..colon),
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

fn ends_in_comma(line: &Line<'_>, at: usize) -> bool {
    let Some(quotation) = line.units[at].quotation else { return false };
    let inner = line.ground.quotations[quotation].inner.of(line.ground.text());
    inner.ends_with([',', '?', '!', '—', '–', '-', '.', '…'])
}

fn is_capital_quotation(line: &Line<'_>, at: usize) -> bool {
    let Some(quotation) = line.units[at].quotation else { return false };
    line.ground.quotations[quotation].inner.of(line.ground.text()).starts_with(char::is_uppercase)
}

/// What a cue does beside saying.
fn kind(cue: &Cue) -> CueKind {
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
