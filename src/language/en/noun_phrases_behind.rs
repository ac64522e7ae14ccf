//! Noun phrases read forwards: the source behind a cue, "said Ana Ruiz, a nurse, who".

use std::ops::Range;

use super::line::Line;
use super::tags::*;
use crate::analysis::Shape;

/// The noun phrase that starts at `start`, as the source behind a cue: "said Ana Ruiz, a nurse, who".
pub(super) fn noun_phrase_behind(line: &Line<'_>, start: usize) -> Option<Range<usize>> {
    if !opens_noun_phrase(line, start) {
        return None;
    }
    let limit = line.end();
    let mut end = start + 1;
    let mut apposed = false;
    while end < limit {
        if line.is_quotation(end) && line.units[end].span.len() >= 40 {
            break;
        }
        if line.is_mark(end, ":;") || line.is_finite_at(end) || line.is_dash(end) {
            break;
        }
        if line.is_comma(end) && !goes_on_behind_comma(line, end + 1) {
            break;
        }
        if line.is_comma(end) || (line.is(end, RELATIVE) && line.is_word(end)) {
            let next = behind_relative(line, end, limit);
            // "says Leo Vidal, the port's head, the men got a sore arm": a clause, no second apposition.
            if apposed && line.is(end + 1, OPENS_NOUN) && line.has_finite(end + 2, next) {
                break;
            }
            apposed = true;
            end = next;
            continue;
        }
        if stops_source(line, end) {
            break;
        }
        end += 1;
    }
    while end > start + 1 && line.is_comma(end - 1) {
        end -= 1;
    }
    Some(start..end)
}

/// Whether an apposition or a relative clause starts behind the comma of a source.
fn goes_on_behind_comma(line: &Line<'_>, at: usize) -> bool {
    line.is(at, RELATIVE | OPENS_NOUN | ROLE | TITLE | DESCRIBED)
        || line.units.get(at).is_some_and(|unit| unit.shape == Shape::Number)
        || line.is_capital(at)
        || matches!(line.folded(at), "former" | "chief" | "senior" | "executive")
}

/// Behind the apposition or relative clause that starts at `at`: the next comma, or the end.
fn behind_relative(line: &Line<'_>, at: usize, limit: usize) -> usize {
    (at + 1..limit)
        .find(|&next| {
            line.is_comma(next) || line.is_quotation(next) || line.is_mark(next, ";:") || line.is_dash(next)
        })
        .unwrap_or(limit)
}

fn stops_source(line: &Line<'_>, at: usize) -> bool {
    matches!(
        line.folded(at),
        "in" | "on"
            | "at"
            | "during"
            | "after"
            | "before"
            | "when"
            | "while"
            | "as"
            | "to"
            | "about"
            | "by"
            | "because"
            | "last"
            | "earlier"
            | "later"
            | "via"
            | "through"
    ) || (line.is(at, TIME) && !line.is(at + 1, ROLE))
        || (line.is(at, ADVERB) && !line.is_capital(at))
        || (line.is(at, ING) && !line.is(at, NOUN_TOO))
        || line.is(at, THAT | SUBJECT)
        || matches!(line.folded(at), "whether" | "how" | "why" | "what" | "if")
}

/// Whether a noun phrase may start here.
pub(super) fn opens_noun_phrase(line: &Line<'_>, at: usize) -> bool {
    if line.is_mark(at, "$£€") && line.units.get(at + 1).is_some_and(|next| next.shape == Shape::Number) {
        return true;
    }
    if !line.is_word(at) {
        return false;
    }
    // "said managing director Ana Ruiz", "said acting chief Leo Vidal"
    if line.is(at, ING) && line.is(at + 1, ROLE) && !line.is(at + 1, VERB) {
        return true;
    }
    line.is(
        at,
        OPENS_NOUN | SUBJECT | TITLE | ROLE | PEOPLE | COLLECTIVE | WITNESS | ORGANISATION | DESCRIBED,
    ) || (line.is_capital(at) && !line.is(at, PREPOSITION) && (!line.is(at, TIME) || line.is_capital(at + 1)))
        || (line.units[at].shape == Shape::Number)
        || (line.units[at].shape == Shape::Lower
            && !line.is(
                at,
                PREPOSITION
                    | ADVERB
                    | AUXILIARY
                    | COORDINATOR
                    | SUBORDINATOR
                    | TO
                    | NEGATION
                    | OBJECT
                    | TIME
                    | ING
                    | THAT,
            )
            && (!line.is(at, VERB) || line.is(at, NOUN_TOO | DESCRIBING)))
}
