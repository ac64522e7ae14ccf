//! Sources that a phrase names without a verb: according to Ruiz; per the Herald.

use std::ops::Range;

use super::attributions::{Reading, Said};
use super::extents;
use super::tags::*;
use crate::analysis::CueKind;

impl Reading<'_, '_> {
    /// According to Ruiz, the bridge is safe. The bridge is safe, according to Ruiz.
    pub(super) fn phrases(&mut self) {
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
            // "It must be wrong – which it often is, according to Vos.": what is added behind a dash is hers alone.
            let added = |unit: &usize| line.is_dash(*unit) && line.is(*unit + 1, RELATIVE);
            if let Some(dash) = (start..before).rev().find(added).filter(|&dash| {
                line.has_finite(dash + 1, before) && !(dash + 1..before).any(|unit| line.is_dash(unit))
            }) {
                start = dash + 1;
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
                let quoted = line.is_quotation(rest) && extents::is_whole(line, rest);
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
        if line.folded(at) == "per" && at > 0 && (line.is_comma(at - 1) || line.is_quotation(at - 1)) {
            let speaks = |at: usize| line.is_capital(at) || line.is(at, DOCUMENT | MEDIA | ORGANISATION);
            let named = line.is_capital(at + 1)
                || line.is(at + 1, OPENS_NOUN)
                    && (at + 2..line.end().min(at + 6)).take_while(|&at| line.is_word(at)).any(speaks);
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
}
