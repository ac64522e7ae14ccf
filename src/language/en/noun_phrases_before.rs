//! Noun phrases read backwards from a verb: "the man who had watched", "a report published Wednesday".

use std::ops::Range;

use super::line::Line;
use super::tags::*;
use crate::analysis::Shape;

/// The noun phrase that ends at `end`, without comma.
pub(super) fn noun_phrase_before(line: &Line<'_>, end: usize, floor: usize) -> Option<Range<usize>> {
    let last = end - 1;
    if !may_end_noun_phrase(line, last) {
        return None;
    }
    if line.is(last, SUBJECT | RELATIVE) || (line.is(last, THAT) && last > floor && line.is_word(last - 1)) {
        return Some(last..end);
    }
    let mut start = last;
    while start > floor {
        let before = start - 1;
        if line.is_finite_at(before) {
            match relative_before(line, before, floor) {
                Some(relative) => {
                    start = relative;
                    continue;
                }
                None if line.is(before, PARTICIPLE) && line.is(start, TIME | PREPOSITION | ADVERB) => {
                    // "a report published Wednesday said"
                    start = before;
                    continue;
                }
                None => break,
            }
        }
        if !continues_back(line, before) {
            break;
        }
        if line.is(before, COORDINATOR) && joins_clauses(line, before, floor) {
            break;
        }
        if line.is(before, SUBJECT)
            || (line.is(before, ING)
                && !line.is(before, NOUN_TOO)
                && before + 1 < last
                && !is_attributive(line, before))
        {
            break;
        }
        start = before;
    }
    trimmed(line, start, end)
}

/// Whether a word in -ing before a noun describes it: "the leading candidate".
fn is_attributive(line: &Line<'_>, at: usize) -> bool {
    at > 0 && line.is(at - 1, OPENS_NOUN | PREPOSITION)
}

/// Whether "and" at `at` stands between clauses, not between nouns.
fn joins_clauses(line: &Line<'_>, at: usize, floor: usize) -> bool {
    if at == floor || line.is_comma(at - 1) || matches!(line.folded(at), "but" | "yet" | "nor") {
        return true;
    }
    for before in (floor..at).rev() {
        if line.is_finite_at(before) {
            return relative_before(line, before, floor).is_none();
        }
        if line.is_comma(before) || line.is_quotation(before) || line.is_mark(before, ":;") {
            return false;
        }
    }
    false
}

/// The relative pronoun of the clause whose verb is at `verb`: "the man who had watched".
pub(super) fn relative_before(line: &Line<'_>, verb: usize, floor: usize) -> Option<usize> {
    let mut at = verb;
    for _ in 0..6 {
        if at <= floor {
            return None;
        }
        at -= 1;
        if line.is(at, RELATIVE | THAT) && at > floor && may_end_noun_phrase(line, at - 1) {
            return Some(at);
        }
        // "officials whose laws have been struck down"
        let whose = at.saturating_sub(3).max(floor)..at;
        if let Some(whose) = whose.rev().find(|&unit| line.folded(unit) == "whose")
            && (whose + 1..at).all(|unit| line.is_word(unit))
        {
            return (whose > floor).then_some(whose);
        }
        if line.is(at, RELATIVE) && at > floor && line.is_comma(at - 1) {
            return Some(at);
        }
        if line.is_comma(at) || line.is_quotation(at) || line.is_mark(at, ":;") {
            return None;
        }
        if !line.is(at, AUXILIARY | ADVERB | NEGATION | PARTICIPLE | BASE) && line.is_finite_at(at) {
            return None;
        }
        if !line.is(at, AUXILIARY | ADVERB | NEGATION | VERB) {
            return None;
        }
    }
    None
}

fn may_end_noun_phrase(line: &Line<'_>, at: usize) -> bool {
    if matches!(line.folded(at), "both" | "half") {
        return true;
    }
    let alone = line.is(at, PEOPLE)
        || line.folded(at) == "over" && at > 0 && line.folded(at - 1) == "voice"
        || matches!(
            line.folded(at),
            "this"
                | "that"
                | "one"
                | "another"
                | "other"
                | "more"
                | "either"
                | "neither"
                | "each"
                | "six"
                | "seven"
                | "eight"
                | "nine"
                | "ten"
        );
    (line.is_word(at) || names(line, at) || line.is_mark(at, "%"))
        && (!line.is(at, PREPOSITION | OPENS_NOUN | AUXILIARY | COORDINATOR | NEGATION | TO) || alone)
        && (!line.is(at, ADVERB) || line.is_capital(at))
        && (!line.is(at, SUBORDINATOR | QUESTION_WORD) || line.is(at, SUBJECT | RELATIVE))
        && !(line.is_finite_at(at))
        && (!line.is(at, OBJECT) || line.is(at, SUBJECT) || (at > 0 && line.is(at - 1, PREPOSITION | TO)))
}

/// Whether a quotation names something: the group “Low Tide”.
pub(super) fn names(line: &Line<'_>, at: usize) -> bool {
    line.units.get(at).and_then(|unit| unit.quotation).is_some_and(|quotation| {
        let inner = line.ground.quotations[quotation].inner;
        inner.len() < 40
            && inner.start() > line.units[0].span.start() + 4
            && !inner.of(line.ground.text()).ends_with([',', '.', '?', '!', '…', '—'])
    })
}

fn continues_back(line: &Line<'_>, at: usize) -> bool {
    if line.is_quotation(at) {
        return names(line, at);
    }
    // "FranÃ§ois": a mark inside a name that was decoded wrongly, an ampersand.
    let inside =
        |at: usize| line.units.get(at).is_some_and(|unit| line.ground.words.list()[unit.word].joined);
    if !line.is_word(at) && inside(at) && inside(at + 1) && !line.is_mark(at, ",;:()[]—–―\"“”!?.") {
        return true;
    }
    if line.is_mark(at, "’'&/@#$.%") {
        return !(line.is_mark(at, ".") && !line.is(at.wrapping_sub(1), TITLE) && !is_abbreviated(line, at));
    }
    if !line.is_word(at) && !line.is_dash(at) {
        return false;
    }
    if line.is_dash(at) {
        return line.units[at].span.len() == 1 && line.ground.words.list()[line.units[at].word].joined;
    }
    if line.is(at, THAT) {
        return false;
    }
    let opens_clause = line.is(at, SUBORDINATOR);
    !opens_clause
        && !line.is(at, RELATIVE)
        && !matches!(line.folded(at), "as" | "than" | "so" | "then")
        && !(line.is(at, ADVERB) && !line.is(at, OPENS_NOUN | COLLECTIVE) && !line.is_word(at + 1))
}

/// The full stop of an initial or of an abbreviation inside the phrase.
pub(super) fn is_abbreviated(line: &Line<'_>, at: usize) -> bool {
    at > 0 && line.is_capital(at - 1) && line.units[at - 1].span.len() <= 6
}

/// The phrase without what doesn't belong to it in front: "But", "then", "In May".
fn trimmed(line: &Line<'_>, start: usize, end: usize) -> Option<Range<usize>> {
    let mut start = start;
    while start + 1 < end
        && (line.is(start, COORDINATOR)
            || (line.is(start, ADVERB) && !line.is(start, OPENS_NOUN) && !line.is(start, COLLECTIVE))
            || (line.is(start, TIME) && !line.is_capital(start + 1).eq(&false))
            || line.is_mark(start, ".,’'"))
    {
        start += 1;
    }
    // "Minutes later the chairman said"
    if line.is(start, TIME | ADVERB)
        && let Some(fresh) =
            (start + 1..end.min(start + 4)).find(|&at| line.is(at, OPENS_NOUN | SUBJECT | TITLE))
        && (start..fresh).all(|at| line.is(at, TIME | ADVERB))
    {
        return Some(fresh..end);
    }
    if line.is(start, AUXILIARY) && !line.is_capital(start) {
        return None;
    }
    let counts = matches!(
        line.folded(start),
        "about" | "over" | "around" | "at" | "up" | "near" | "under" | "between"
    ) && (start + 1..end.min(start + 3)).any(|at| {
        line.units[at].shape == Shape::Number || line.is(at, DETERMINER) || line.folded(at) == "least"
    });
    if line.is(start, PREPOSITION | TO) && !line.is(start, OPENS_NOUN) && !counts {
        let fresh = (start + 2..end).rev().find(|&at| {
            line.is(at, OPENS_NOUN | SUBJECT | TITLE)
                && !line.is(at - 1, PREPOSITION | OPENS_NOUN | COORDINATOR | TO)
                || (line.is_capital(at) && line.is(at - 1, TIME))
        });
        match fresh {
            Some(fresh) => start = fresh,
            // "who in 2010 said"
            None if start > 0 && line.is(start - 1, RELATIVE) && line.is_word(start - 1) => {
                return Some(start - 1..start);
            }
            None if line.is_capital(end - 1) && !line.is(end - 1, TIME) => {}
            None => return None,
        }
    }
    // "Day said the ferry was late": a name, with nothing before it that makes a day of it.
    let name = line.is_capital(start)
        && start + 1 == end
        && (start == line.body_start()
            || start > 0 && (line.is_comma(start - 1) || line.is_quotation(start - 1)));
    (start < end && (name || !line.is(start, TIME))).then_some(start..end)
}
