//! What is said where it is a thing and no clause, and where it ends: "announced the sale when", "bragged about it to".

use super::clauses::starts_clause;
use super::line::Line;
use super::tags::*;

/// Whether what starts here is a thing, no clause: "announced the sale", "mentioned them".
pub(super) fn is_thing(line: &Line<'_>, start: usize, limit: usize) -> bool {
    let at = if line.is(start, PREPOSITION) { start + 1 } else { start };
    !line.is(start, TO)
        && !line.is(at, THAT | TO | QUESTION_WORD | COORDINATOR)
        && !line.is(at, SUBORDINATOR)
        && !line.is_quotation(at)
        && line.is_word(at)
        && !starts_clause(line, at, limit)
}

/// Behind the pronoun that is all of a thing: "bragged about it", "repeated them on Thursday".
pub(super) fn pronoun_end(line: &Line<'_>, start: usize) -> Option<usize> {
    let at = if line.is(start, PREPOSITION) { start + 1 } else { start };
    let alone = line.is_word(at + 1)
        && line.is(at + 1, PREPOSITION | TIME | SUBORDINATOR | ADVERB | ING)
        && !line.is(at + 1, TO | NEGATION);
    let directed = (at + 1..line.end()).any(|unit| line.is(unit, TO | THAT) || line.is_mark(unit, ":"));
    ((line.is(at, OBJECT) || line.folded(at) == "it") && !line.is(at, OPENS_NOUN) && alone && !directed)
        .then_some(at + 1)
}

/// Whether the narrator goes on behind a thing: "announced the sale when", "admitted some mistakes even as".
pub(super) fn leaves_thing(line: &Line<'_>, start: usize, at: usize) -> bool {
    let timed = matches!(line.folded(at), "when" | "while")
        || line.folded(at) == "even" && line.folded(at + 1) == "as"
        || line.folded(at) == "after" && line.is(at + 1, ING | SUBJECT)
        || line.folded(at) == "but" && line.is_finite_at(at + 1);
    timed && !line.has_finite(start, at) && !line.is_comma(at - 1) && !line.is(at - 1, THAT) && at < start + 9
}
