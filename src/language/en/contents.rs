//! Finds where what is said starts behind its cue. How far it runs is asked of `extents`.

use super::clauses::{leads_clause, starts_clause};
use super::complements::object;
use super::content_search::{Search, Step};
use super::cues::{Cue, Form};
use super::line::Line;
use super::tags::*;

/// What stands behind a cue.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Behind {
    /// A clause, an infinitive, an object: from here on.
    Words(usize),
    /// A quotation.
    Quotation(usize),
    /// A colon that ends the sentence: what is said comes next.
    LeadIn,
    /// Nothing that is said.
    Nothing,
}

/// How many units may stand between a cue and what it brings.
const GAP: usize = 24;

/// What the cue brings behind it.
pub(super) fn behind(line: &Line<'_>, cue: &Cue) -> Behind {
    let limit = line.end();
    if cue.with_preposition {
        return object(line, cue, cue.end, limit).map_or(Behind::Nothing, |at| {
            if line.is_quotation(at) { Behind::Quotation(at) } else { Behind::Words(cue.end - 1) }
        });
    }
    let mut search = Search::new(line, cue);
    let mut at = cue.end;
    while at < limit && at < cue.end + GAP {
        match search.step(at) {
            Step::Found(found) => return found,
            Step::On(next) => at = next,
        }
    }
    if at == limit { search.at_end() } else { Behind::Nothing }
}

/// The clause behind a comma: "Ruiz's aides say, the bridge remains", "said, hey, you never asked".
pub(super) fn clause_behind_comma(line: &Line<'_>, cue: &Cue) -> Behind {
    let at = cue.end;
    let speaks = cue.form == Form::Finite || cue.form == Form::Participle && cue.tags.any(ING);
    let said = line.is_comma(at) && cue.tags.any(CLAUSE) && speaks;
    let short = (at + 1..line.end().min(at + 4)).rev().find(|&next| line.is_comma(next));
    let starts = |at: usize| starts_clause(line, at, line.end()) && !line.is(at, COORDINATOR | RELATIVE);
    let led =
        || line.is(at + 1, SUBORDINATOR) && !line.is(at + 1, ING) && leads_clause(line, at + 1, line.end());
    if said && (starts(at + 1) || short.is_some_and(|comma| starts(comma + 1)) || led()) {
        Behind::Words(at + 1)
    } else {
        Behind::Nothing
    }
}

/// The quotation or lead-in behind a colon further on: "scolded the young doctor from Ghent: “…”".
pub(super) fn behind_colon(line: &Line<'_>, cue: &Cue) -> Behind {
    let limit = line.end();
    for at in cue.end..limit.min(cue.end + GAP) {
        if line.is_finite_at(at) || line.is_quotation(at) || line.is_mark(at, ";") {
            return Behind::Nothing;
        }
        if line.is_mark(at, ":") {
            return match () {
                () if at + 1 >= limit => Behind::LeadIn,
                () if line.is_quotation(at + 1) => Behind::Quotation(at + 1),
                () => Behind::Nothing,
            };
        }
    }
    Behind::Nothing
}

/// Behind the comma at `at`: the quotation or "that" that follows it, or the next comma of an insertion.
pub(super) fn behind_comma(line: &Line<'_>, at: usize, limit: usize) -> Option<usize> {
    if line.is_quotation(at + 1) || line.is(at + 1, THAT) {
        return Some(at + 1);
    }
    // "says at a stop in Ghent, Ohio, that"
    let named = line.is_capital(at + 1)
        && (at + 2..limit.min(at + 6)).any(|next| line.is_comma(next) && !line.has_finite(at + 1, next));
    if line.is_capital(at + 1) && !named {
        // "told a crowd in Ghent, Ohio on Monday that"
        let next = (at + 2..limit.min(at + 4)).find(|&next| line.is(next, PREPOSITION | TIME | THAT));
        if let Some(next) = next {
            return Some(next);
        }
    }
    let inserted = named || line.is(at + 1, PREPOSITION | ADVERB | ING | TIME | PARTICIPLE | SUBORDINATOR);
    let close = (at + 2..limit.min(at + 18))
        .find(|&next| line.is_comma(next) || line.is_mark(next, ":") || line.is_quotation(next))?;
    // "telling Leo Vidal, chairman of the board, that", "revealed, somewhat stiffly, that"
    if line.is_comma(close) && line.is(close + 1, THAT) && !line.has_finite(at, close) {
        return Some(close + 1);
    }
    if !inserted {
        return None;
    }
    if line.is_quotation(close) || line.is_mark(close, ":") {
        // "said, adding “…”" is another cue's.
        let verb = |unit: usize| line.is_finite_at(unit) || line.is(unit, ING | PAST);
        return (at + 1..close).all(|unit| !line.is(unit, CUE) || !verb(unit)).then_some(close);
    }
    (line.is_quotation(close + 1) || line.is(close + 1, THAT)).then_some(close + 1)
}
