//! What stands around a verb in its group: helpers, denials, adverbs, a day between them: "has also, in the past, said".

use super::cues::joined_subject;
use super::line::Line;
use super::tags::*;

/// Where the verb group starts, the helpers in it, and whether it is denied.
pub(super) fn group_before(line: &Line<'_>, verb: usize) -> (usize, Tags, bool) {
    let mut start = verb;
    let mut helpers = Tags::default();
    let mut negated = false;
    while start > 0 {
        let before = start - 1;
        let tags = line.tags(before);
        let contracted = line.folded(before) == "'s" && line.is_finite_at(before);
        if contracted {
            helpers |= HAVE | BE;
        } else if matches!(line.folded(before), "both" | "all" | "each")
            && (is_helped(line, before) || follows_several(line, before))
        {
            // "have both argued", "they all vowed"
        } else if tags.any(OPENS_NOUN) && !tags.any(NEGATION) {
            break;
        } else if tags.any(AUXILIARY) && line.is_word(before) && !line.is_capital(before) {
            helpers |= tags;
            negated |= tags.any(NEGATION);
        } else if tags.any(NEGATION) {
            negated = true;
        } else if tags.any(TO) {
            helpers |= TO;
            start = before;
            break;
        } else if !(tags.any(ADVERB) && !line.is_capital(before) && line.is_word(before)) {
            match time_before(line, before).or_else(|| manner_before(line, before)) {
                Some(time) => {
                    start = time;
                    continue;
                }
                None => break,
            }
        }
        start = before;
    }
    // "Ruiz, too, said" keeps its comma outside.
    (start, helpers, negated)
}

/// Whether a helping verb stands before `at`.
fn is_helped(line: &Line<'_>, at: usize) -> bool {
    at > 0 && line.is(at - 1, AUXILIARY)
}

/// Whether "both" or "all" at `at` stands behind whom it counts: "Ruiz and Okafor both", "they all".
fn follows_several(line: &Line<'_>, at: usize) -> bool {
    at > 0
        && (matches!(line.folded(at - 1), "they" | "we" | "who")
            || joined_subject(line, at - 1)
            || line.is_word(at - 1) && (line.is(at - 1, PEOPLE) || line.folded(at - 1).ends_with('s')))
}

/// "in the past", "in fact" between a helper and its verb, ending at `at`: where it starts.
fn manner_before(line: &Line<'_>, at: usize) -> Option<usize> {
    let article = usize::from(at > 0 && line.folded(at - 1) == "the");
    let preposition = at.checked_sub(1 + article)?;
    (line.folded(preposition) == "in" && line.is_word(at) && is_helped(line, preposition))
        .then_some(preposition)
}

/// "on Tuesday" between subject and verb, ending at `at`.
pub(super) fn time_before(line: &Line<'_>, at: usize) -> Option<usize> {
    if !line.is(at, TIME) || at == 0 {
        return None;
    }
    let mut start = at;
    while start > 0 && line.is(start - 1, TIME) {
        start -= 1;
    }
    if start > 0 && matches!(line.folded(start - 1), "on" | "last" | "this" | "in" | "late" | "early") {
        start -= 1;
        // "disclosures filed on Sunday showed": the day belongs to the filing.
        return (start > 0 && !line.is(start - 1, PARTICIPLE)).then_some(start);
    }
    (start > 0
        && !line.is(start - 1, PARTICIPLE)
        && line.is_capital(at)
        && line.is_word(start - 1)
        && !line.is(start - 1, PREPOSITION | OPENS_NOUN | TO))
    .then_some(start)
}
