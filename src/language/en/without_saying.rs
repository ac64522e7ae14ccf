//! Attributions without a verb of saying: a dash, a name given, any verb beside somebody's words.

use std::ops::Range;

use super::attributions::{Reading, Said, kind};
use super::cues::Cue;
use super::extents;
use super::subjects::{main_subject, subject_before};
use super::tags::*;
use crate::analysis::CueKind;

/// The most words of a name and its description behind a quotation without a verb.
const MOST_NAMED: usize = 14;

/// The most units of a name and its description before the dash that leads into a quotation.
const MOST_CREDITED: usize = 36;

impl Reading<'_, '_> {
    /// “We need a bridge.” — Ana Ruiz
    pub(super) fn credits(&mut self) {
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

    /// Ana Ruiz, former mayor of Ghent — “We need a bridge.”
    pub(super) fn credited_before(&mut self) {
        let line = self.line;
        let Some(dash) = (2..line.len().min(MOST_CREDITED)).find(|&at| line.is_dash(at)) else { return };
        let name = (0..dash).find(|&at| !line.is_capital(at)).unwrap_or(dash);
        let closes = dash + 2 >= line.end() && (line.is_comma(name) || name == dash);
        let told = |at: usize| {
            line.is_finite_at(at) && !(name..at).any(|before| line.is(before, RELATIVE))
                || line.is_quotation(at)
                || line.is_mark(at, ":;")
        };
        if !closes
            || name < 2
            || line.is(0, TIME | NO_SPEAKER)
            || (0..dash).any(told)
            || !line.is_quotation(dash + 1)
            || !self.is_utterance(dash + 1)
            || self.is_used(0..dash + 2)
        {
            return;
        }
        self.add(Said {
            content: vec![dash + 1..dash + 2],
            cue: Some(dash..dash + 1),
            cue_kind: CueKind::Bare,
            source: Some(0..dash),
            lead_in: false,
        });
    }

    /// Called it “a folly”, described her as “tired”: a name with quoted words in it.
    pub(super) fn named(&mut self, cue: &Cue) {
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
        if source.as_ref().is_some_and(|source| self.is_called(cue, source)) {
            return;
        }
        let end = extents::content_end(line, self.lexicon, cue, quotation, end);
        let cue_kind = if source.is_none() { CueKind::Passive } else { kind(cue) };
        self.add(Said {
            content: vec![cue.end..end],
            cue: Some(cue.start..cue.end),
            cue_kind,
            source,
            lead_in: false,
        });
    }

    /// Whether a cue only gives the name of the thing before it: "is a version of a show called “Low Tide”".
    fn is_called(&self, cue: &Cue, thing: &Range<usize>) -> bool {
        let line = self.line;
        let owned = thing.start.checked_sub(1).is_some_and(|before| {
            line.is_word(before)
                && line.is(before, VERB | AUXILIARY | PREPOSITION)
                && !line.is(before, SUBORDINATOR)
        });
        line.folded(cue.verb) == "called" && cue.start == cue.verb && owned && line.has_finite(0, thing.start)
    }

    /// Words in quotation marks behind a verb that no list has: whoever does it says them.
    pub(super) fn quoted_words(&mut self) {
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

    /// “We lost the pier,” Ana Ruiz, who runs the ferry. (The verb is missing, the speaker isn't.)
    pub(super) fn named_behind(&mut self) {
        let line = self.line;
        let end = line.end();
        let Some(quotation) = (0..end).rev().find(|&at| line.is_quotation(at)) else { return };
        let first = quotation + 1;
        let open = line.units[quotation].quotation.is_some_and(|quotation| {
            line.ground.quotations[quotation].inner.of(line.ground.text()).ends_with(',')
        });
        let related = |at: usize| (first..at).any(|before| line.is(before, RELATIVE));
        let named = first + 1 < end
            && end <= first + MOST_NAMED
            && line.is_capital(first)
            && line.is_capital(first + 1)
            && !line.is(first, TIME | PREPOSITION | SUBORDINATOR | COORDINATOR)
            && (first..end).all(|at| {
                (!line.is_finite_at(at) || related(at)) && !line.is_mark(at, ":;()[]") && !line.is_dash(at)
            });
        if !open || !named || self.is_used(quotation..end) || !self.is_utterance(quotation) {
            return;
        }
        self.add(Said {
            content: vec![quotation..first],
            cue: None,
            cue_kind: CueKind::Bare,
            source: Some(first..end),
            lead_in: false,
        });
    }
}
