//! Whether a clause with a verb of its own starts at a place: "the bridge was safe", "despite her age, she will run".

use super::figures::is_number_word;
use super::line::Line;
use super::noun_phrases_behind::opens_noun_phrase;
use super::tags::*;
use crate::analysis::Shape;

/// Whether a clause with its own verb starts here: "the bridge was safe".
pub(super) fn starts_clause(line: &Line<'_>, at: usize, limit: usize) -> bool {
    if line.is(at, SUBJECT) && !line.is(at, RELATIVE) {
        return line.has_finite(at + 1, limit.min(at + 8));
    }
    if line.is(at, OBJECT) && !line.is(at, OPENS_NOUN) {
        return false;
    }
    let counts = matches!(
        line.folded(at),
        "about" | "nearly" | "almost" | "over" | "roughly" | "at" | "around" | "up" | "only" | "some"
    );
    if counts && (at + 1..at + 4).any(|next| is_amount(line, next)) {
        return line.has_finite(at + 2, limit.min(at + 16));
    }
    if matches!(
        line.folded(at),
        "there" | "it" | "if" | "when" | "no" | "so" | "yes" | "because" | "unless" | "not" | "even"
    ) {
        return line.has_finite(at + 1, limit.min(at + 14));
    }
    let opens = opens_noun_phrase(line, at)
        || line.is(at, COLLECTIVE)
        || (line.is(at, ING) && !line.is(at, CUE))
        || (line.is(at, DETERMINER) && !line.is(at, THAT));
    if !opens {
        return false;
    }
    let stop = (at..limit)
        .find(|&next| line.is_mark(next, ";:") || (line.is_quotation(next) && next > at))
        .unwrap_or(limit);
    // "says Ruiz “ran the port”": the verb stands in the quotation.
    if stop < limit
        && line.is_quotation(stop)
        && line.units[stop].span.len() > 12
        && stop < at + 12
        && !line.is_comma(stop - 1)
    {
        return true;
    }
    let verb = (at + 1..stop.min(at + 22)).find(|&next| line.is_finite_at(next));
    // A verb behind a relative or a comma is another clause's, unless a second one follows.
    match verb {
        Some(verb) => {
            let between = (at + 1..verb).find(|&next| {
                line.is(next, RELATIVE)
                    || (line.is(next, THAT) && next + 3 > verb)
                    || line.is(next, SUBORDINATOR) && !line.is(next, PREPOSITION)
                    || line.is_comma(next)
            });
            match between {
                None => true,
                Some(relative) => {
                    (verb + 1..stop.min(verb + 16))
                        .any(|next| line.is_finite_at(next) && !line.is(next - 1, SUBJECT))
                        && !line.is(relative, SUBORDINATOR)
                }
            }
        }
        None => false,
    }
}

/// Whether a number or a share stands here: 40, two, half, a third.
fn is_amount(line: &Line<'_>, at: usize) -> bool {
    let share = line.folded(at) == "a" && matches!(line.folded(at + 1), "third" | "quarter" | "dozen");
    line.units.get(at).is_some_and(|unit| unit.shape == Shape::Number)
        || matches!(line.folded(at), "half" | "one")
        || is_number_word(line.folded(at))
        || share
}

/// "says despite her age, she will run": a phrase, a comma, and then the clause.
pub(super) fn leads_clause(line: &Line<'_>, at: usize, limit: usize) -> bool {
    let leads = matches!(
        line.folded(at),
        "despite"
            | "if"
            | "when"
            | "after"
            | "before"
            | "while"
            | "because"
            | "given"
            | "under"
            | "unless"
            | "since"
            | "although"
            | "though"
            | "without"
            | "win"
            | "once"
            | "until"
    );
    leads
        && (at + 1..limit.min(at + 25))
            .find(|&next| line.is_comma(next))
            .is_some_and(|comma| starts_clause(line, comma + 1, limit))
}
