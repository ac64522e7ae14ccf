//! What stands behind a colon or a label, and who says it: Ana Ruiz: “…”. The sum is simple: “…”.

use std::ops::Range;

use super::attributions::{Reading, Said};
use super::clauses::starts_clause;
use super::noun_phrases_behind::noun_phrase_behind;
use super::subjects::main_subject;
use super::tags::*;
use crate::analysis::CueKind;

impl Reading<'_, '_> {
    /// Rep. Ana Ruiz (D-Ghent): “Who told you that?” For Leo Vidal, the sum is simple: “We pay.”
    pub(super) fn quoted_behind_colon(&mut self) {
        let line = self.line;
        let Some(colon) = (1..line.len()).find(|&at| line.is_mark(at, ":") && line.is_quotation(at + 1))
        else {
            return;
        };
        if !self.is_utterance(colon + 1) {
            return;
        }
        // "BRIDGE TO CLOSE - Ana Ruiz: “…”": the name behind a headline's dash.
        let dash = (0..colon).rev().find(|&at| line.is_dash(at)).filter(|&dash| {
            dash + 1 < colon && (dash + 1..colon).all(|at| line.is_capital(at) || line.is_mark(at, ".'’&"))
        });
        let opening = dash.map_or(0, |dash| dash + 1);
        let first = (opening..colon).find(|&at| line.is_word(at)).unwrap_or(colon);
        // "“Low tide,” by the Herald's Ana Ruiz: “…”"
        let by = (colon.saturating_sub(7)..colon).rev().find(|&at| line.folded(at) == "by");
        let by = by.filter(|&by| {
            (by + 1..colon).all(|at| {
                line.is_capital(at)
                    || line.is_mark(at, ".'’")
                    || line.is(at, DETERMINER | ROLE)
                    || line.folded(at) == "'s"
            })
        });
        if self.is_used(colon..colon + 2) {
            return;
        }
        let source = if self.is_used(by.unwrap_or(opening)..colon) {
            // "Telling the hall this was “our day,” Vidal closed with the promise that began it: “…”"
            if self.said.iter().any(|said| said.lead_in) {
                return;
            }
            main_subject(line, colon)
        } else if let Some(by) = by {
            Some(by + 1..colon)
        } else if line.folded(first) == "here" && line.folded(first + 1) == "'s" {
            noun_phrase_behind(line, first + 2)
        } else if line.folded(first) == "from" {
            noun_phrase_behind(line, first + 1)
        } else if line.folded(first) == "to"
            && matches!(line.folded(first + 1), "quote" | "cite" | "paraphrase" | "borrow")
        {
            // "To quote the head of the port: “…”"
            noun_phrase_behind(line, first + 2)
        } else if line.folded(first) == "for" {
            // "For Leo Vidal, a docker, the sum is simple: …"
            let comma = (first + 2..colon).find(|&at| {
                line.is_comma(at) && starts_clause(line, at + 1, colon) && !line.is(at + 1, RELATIVE)
            });
            comma.map(|comma| first + 1..comma)
        } else if line.has_finite(first, colon) || line.is(first, PREPOSITION | SUBORDINATOR | ING | TO) {
            main_subject(line, colon)
        } else {
            let about = (first + 1..colon).find(|&at| matches!(line.folded(at), "on" | "about"));
            let named = (first..colon).any(|at| line.is_capital(at) && !line.is(at, TIME));
            let speaks = (first..colon).all(|at| !line.is(at, NO_SPEAKER));
            (named && speaks && colon <= first + 14).then_some(first..about.unwrap_or(colon))
        };
        let Some(source) = source else { return };
        self.add(Said {
            content: vec![colon + 1..colon + 2],
            cue: Some(colon..colon + 1),
            cue_kind: CueKind::Bare,
            source: Some(source),
            lead_in: false,
        });
    }

    /// The mayor made no secret of it: (and the quotation comes next)
    pub(super) fn lead_in(&mut self) {
        let line = self.line;
        let end = line.end();
        // "The cleric replied in the negative, saying," before a paragraph that is the quotation.
        let comma = end > 3 && line.is_comma(end - 1) && line.is(end - 2, SPEECH) && line.is_quotation_next();
        let following = end > 3 && line.folded(end - 1) == "following" && line.folded(end - 2) == "the";
        let leads = end >= 3 && (line.is_mark(end - 1, ":") || comma || following);
        if !leads || self.said.iter().any(|said| said.lead_in) {
            return;
        }
        if self.used[end - 1] {
            // "They vowed to come down on the town, with one warning:"
            let holds = |said: &&mut Said| {
                said.source.is_some() && said.content.last().is_some_and(|content| content.end == end)
            };
            if line.is_quotation_next()
                && let Some(said) = self.said.iter_mut().find(holds)
            {
                said.lead_in = true;
            }
            return;
        }
        let source =
            self.said_by(end).or_else(|| main_subject(line, end - 1)).or_else(|| self.text_led_in(end - 1));
        let Some(source) = source else { return };
        let cue = Some(end - 1..end);
        self.add(Said {
            content: Vec::new(),
            cue,
            cue_kind: CueKind::Bare,
            source: Some(source),
            lead_in: true,
        });
    }

    /// The text that a colon leads in: "The statement in full:", "Transcript as follows:".
    fn text_led_in(&self, colon: usize) -> Option<Range<usize>> {
        let line = self.line;
        let text = (0..colon).rev().find(|&at| {
            line.is(at, SPEECH_NOUN | DOCUMENT | STATEMENT)
                || matches!(
                    line.folded(at),
                    "segment" | "clip" | "video" | "recording" | "footage" | "song" | "exchange"
                )
        })?;
        // "Statement from Ana Ruiz of the port, on the sale:"
        if matches!(line.folded(text + 1), "from" | "by")
            && let Some(source) = noun_phrase_behind(line, text + 2).filter(|source| source.end <= colon)
        {
            return Some(source);
        }
        Some(text..text + 1)
    }

    /// LEE: No. Daily News: Bridge will fall.
    pub(super) fn label(&mut self) {
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
        // "Ruiz: 547." counts.
        let counts = end == colon + 2 && line.units[colon + 1].shape == crate::analysis::Shape::Number;
        if first_of_block && label && colon + 1 < end && !counts && !line.is(0, TIME) {
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
