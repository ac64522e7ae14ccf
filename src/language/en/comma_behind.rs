//! Finds who says a quotation that opens its sentence and ends in a comma: the clause goes on, so its speaker follows.
//!
//! Asked last, of what no grammar of names and cues has read: “…,” tweeted @anaruiz; “…,” harborpost.com said on its
//! site; “…,” a reader named “Rat4” wrote; “…,” Mia Vos raps.

use std::ops::Range;

use super::attributions::{Reading, Said};
use super::line::Line;
use super::noun_phrases_behind::noun_phrase_behind;
use super::tags::*;
use crate::analysis::{CueKind, Shape};

/// How many units may stand between the quotation and its verb: names with their offices.
const MOST_BEFORE: usize = 40;

impl Reading<'_, '_> {
    /// “…,” tweeted @anaruiz. “…,” a reader named “Rat4” wrote. “…,” Mia Vos raps.
    pub(super) fn comma_behind(&mut self) {
        let line = self.line;
        let opens = line.is_quotation(0) && ends_open(line, 0) && !self.used[0] && self.is_utterance(0);
        if !opens {
            return;
        }
        let told =
            assessed(line).or_else(|| inverted(line)).or_else(|| verb_behind(line)).or_else(|| quoted(line));
        let Some((cue, source)) =
            told.or_else(|| last_verb(line)).or_else(|| plain_behind(line)).or_else(|| as_behind(line))
        else {
            return;
        };
        if self.is_used(cue.clone()) || self.is_used(source.clone()) {
            return;
        }
        self.add(Said {
            content: vec![0..1],
            cue: Some(cue),
            cue_kind: CueKind::Neutral,
            source: Some(source),
            lead_in: false,
        });
    }
}

/// “…,” is the dry assessment of Ana Ruiz. “…,” is how Leo Vidal, a pilot, puts it.
fn assessed(line: &Line<'_>) -> Option<(Range<usize>, Range<usize>)> {
    if line.is(1, BE) && line.folded(2) == "how" {
        let tells = |at: &usize| {
            line.is_finite_at(*at) && line.is(*at, SPEECH | NAMING | BESIDE_QUOTATION)
                || matches!(
                    line.folded(*at),
                    "put" | "puts" | "describes" | "described" | "sees" | "remembers"
                )
        };
        let verb = (4..line.end().min(MOST_BEFORE)).find(tells)?;
        let end = (4..verb).find(|&at| line.is_comma(at)).unwrap_or(verb);
        return Some((verb..verb + 1, 3..end));
    }
    let noun = (2..line.end().min(7)).find(|&at| line.is(at, STATEMENT | UTTERANCE | SPEECH_NOUN))?;
    let owned = line.is(1, BE) && matches!(line.folded(noun + 1), "of" | "from" | "by");
    owned.then(|| noun_phrase_behind(line, noun + 2)).flatten().map(|source| (1..noun + 1, source))
}

/// “…,” the Herald quoted Mia Vos of the port.
fn quoted(line: &Line<'_>) -> Option<(Range<usize>, Range<usize>)> {
    let verb = (2..line.end().min(MOST_BEFORE))
        .take_while(|&at| !line.is_comma(at))
        .find(|&at| matches!(line.folded(at), "quoted" | "quotes" | "cited" | "cites"))?;
    Some((verb..verb + 1, noun_phrase_behind(line, verb + 1)?))
}

/// “…,” tweeted @anaruiz on Friday.
fn inverted(line: &Line<'_>) -> Option<(Range<usize>, Range<usize>)> {
    // “…,” rapped Mia Vos: whatever the verb, a name behind it is who does it.
    let speaks = (line.is(1, SPEECH | BESIDE_QUOTATION) || line.is_capital(2))
        && line.is(1, PAST | THIRD)
        && !line.is_capital(1);
    let end = (2..line.end())
        .find(|&at| {
            line.is_comma(at) || line.is_mark(at, ":;(") || line.is(at, PREPOSITION | TIME | SUBORDINATOR)
        })
        .unwrap_or(line.end());
    (speaks && end > 2 && (2..end).any(|at| line.is_word(at))).then_some((1..2, 2..end))
}

/// “…,” the Mail further quotes the note as reading. “…,” a reader named “Rat4” wrote.
fn verb_behind(line: &Line<'_>) -> Option<(Range<usize>, Range<usize>)> {
    let starts = line.is_word(1)
        && (line.is_capital(1)
            || !line.is(1, PREPOSITION | SUBORDINATOR | COORDINATOR | RELATIVE | TO | ING))
        || line.is_mark(1, "@");
    let says = |at: &usize| {
        line.is_word(*at)
            && line.is(*at, SPEECH | BESIDE_QUOTATION)
            && (line.is(*at, PAST | THIRD)
                || line.is(*at, ING) && line.is(at - 1, PARTICIPLE)
                || is_planned(line, *at))
            && line.is_verb_shaped(*at)
            && (!line.is(at - 1, OPENS_NOUN | PREPOSITION | TO)
                || is_planned(line, *at)
                || matches!(line.folded(at - 1), "one" | "another"))
    };
    let verb = (2..line.end().min(MOST_BEFORE)).filter(|_| starts).find(says)?;
    // "can be heard saying"
    let heard = (2..verb).rev().take_while(|&at| line.is(at, AUXILIARY | PARTICIPLE)).last().unwrap_or(verb);
    Some((heard..verb + 1, 1..heard))
}

/// Whether somebody is about to say it: “…,” the mayor is expected to say.
fn is_planned(line: &Line<'_>, verb: usize) -> bool {
    line.is(verb - 1, TO)
        && matches!(
            line.folded(verb.wrapping_sub(2)),
            "expected" | "due" | "set" | "planning" | "going" | "plans"
        )
}

/// “…,” as Mia Vos, who runs the port, put it.
fn as_behind(line: &Line<'_>) -> Option<(Range<usize>, Range<usize>)> {
    if line.folded(1) != "as" || !(line.is_capital(2) || line.is(2, OPENS_NOUN | SUBJECT)) {
        return None;
    }
    let says = |at: &usize| {
        line.is(*at, SPEECH | BESIDE_QUOTATION) && line.is(*at, PAST | THIRD)
            || matches!(line.folded(*at), "put" | "puts") && line.folded(at + 1) == "it"
    };
    let verb = (3..line.end().min(MOST_BEFORE)).find(says)?;
    let end = (3..verb).find(|&at| line.is_comma(at)).unwrap_or(verb);
    Some((verb..verb + 1, 2..end))
}

/// “…,” Mia Vos raps.
fn last_verb(line: &Line<'_>) -> Option<(Range<usize>, Range<usize>)> {
    let last = line.end().checked_sub(1).filter(|&last| (2..6).contains(&last))?;
    let word = line.folded(last);
    let shaped = line.is_verb_shaped(last) && (word.ends_with('s') || word.ends_with("ed"));
    let named = (1..last).all(|at| line.is_capital(at) || line.is_mark(at, ".'’"));
    (shaped && named && !line.is(last, PREPOSITION | ADVERB | TIME)).then_some((last..last + 1, 1..last))
}

/// “…,” they state. “…,” the authors, of the port of Ghent, conclude. “…,” he aid: a slip hides no speaker.
fn plain_behind(line: &Line<'_>) -> Option<(Range<usize>, Range<usize>)> {
    let last = line.end().checked_sub(1).filter(|&last| (2..MOST_BEFORE).contains(&last))?;
    let pronoun = matches!(line.folded(1), "he" | "she" | "they" | "we" | "i");
    if pronoun && last <= 3 && (2..=last).all(|at| line.is_verb_shaped(at)) {
        return Some((2..last + 1, 1..2));
    }
    let first = if line.is(1, OPENS_NOUN) { 2 } else { 1 };
    let end = (first..last).find(|&at| line.is_comma(at)).unwrap_or(last);
    let many = line.folded(end - 1).ends_with('s') || (first..end).any(|at| line.folded(at) == "and");
    let says = line.is(last, SPEECH | BESIDE_QUOTATION) && line.is_verb_shaped(last);
    (says && many && end > first && end <= 6).then_some((last..last + 1, 1..end))
}

/// Whether the sentence goes on behind the quotation at `at`: it ends in a comma, or a small letter follows its mark.
fn ends_open(line: &Line<'_>, at: usize) -> bool {
    let Some(quotation) = line.units[at].quotation else { return false };
    let inner = line.ground.quotations[quotation].inner.of(line.ground.text());
    let small = line.units.get(at + 1).is_some_and(|unit| unit.shape == Shape::Lower);
    inner.ends_with(',') || small && inner.ends_with(['!', '?', '—', '…'])
}
