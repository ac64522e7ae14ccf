//! Finds the subject of a verb: the noun phrase before it, over appositions, or that of the nearest clause.

use std::ops::Range;

use super::extents::ends_with_comma;
use super::line::Line;
use super::noun_phrases_before::{is_abbreviated, noun_phrase_before, relative_before};
use super::tags::*;
use super::verb_groups::time_before;
use crate::analysis::Shape;

/// How many commas of an apposition are looked back over: "Ruiz, 34, a nurse, of Ghent, said".
const COMMAS: usize = 6;

/// How many appositions are looked for inside one another: a row of dashes or brackets is none.
const NESTED: usize = 2;

/// The subject that ends at unit `end` (exclusive), looking back no further than `floor`.
pub(super) fn subject_before(line: &Line<'_>, end: usize, floor: usize) -> Option<Range<usize>> {
    subject_within(line, end, floor, NESTED)
}

/// The same, with at most `nested` appositions inside one another.
fn subject_within(line: &Line<'_>, end: usize, floor: usize, nested: usize) -> Option<Range<usize>> {
    if end <= floor {
        return None;
    }
    let last = end - 1;
    if line.is_comma(last) || line.is_dash(last) {
        return behind_apposition(line, last, floor, nested.checked_sub(1)?);
    }
    // "host of “Harbor Today,” said": the comma stands inside the marks of a name.
    if names_with_comma(line, last)
        && let Some(comma) = (floor..last).rev().find(|&at| line.is_comma(at))
        && !line.has_finite(comma, last)
    {
        return subject_within(line, comma, floor, nested).map(|found| found.start..end);
    }
    // "Ruiz, citing “a lack of crews,” said"
    if line.is_quotation(last)
        && ends_with_comma(line, last)
        && let Some(comma) = (floor..last).rev().find(|&at| line.is_comma(at))
        && line.is(comma + 1, ING)
        && !line.has_finite(comma, last)
    {
        return subject_within(line, comma, floor, nested);
    }
    if line.is_mark(last, ")]") {
        let open = (floor..last).rev().find(|&at| line.is_mark(at, "(["))?;
        return subject_within(line, open, floor, nested).map(|found| found.start..end);
    }
    // "Joseph Biden Jr. said": the full stop is the name's.
    if line.is_mark(last, ".") && last > floor && is_abbreviated(line, last) {
        return noun_phrase_before(line, last, floor).map(|found| found.start..end);
    }
    // "Mrs. Ruiz herself said"
    if matches!(line.folded(last), "himself" | "herself" | "themselves" | "itself") && last > floor {
        return noun_phrase_before(line, last, floor).map(|found| found.start..end);
    }
    noun_phrase_before(line, end, floor)
}

/// "Ruiz, a nurse," with its last comma at `comma`.
fn behind_apposition(line: &Line<'_>, comma: usize, floor: usize, nested: usize) -> Option<Range<usize>> {
    let commas = (floor..comma).rev().filter(|&at| line.is_comma(at) || line.is_dash(at)).take(COMMAS);
    let mut best = None;
    for at in commas {
        let Some(found) = subject_within(line, at, floor, nested).filter(|found| {
            // "Ruiz, when the bridge fell, said": what hangs between commas has a verb of its own.
            let hangs =
                matches!(
                    line.folded(at + 1),
                    "after" | "when" | "while" | "though" | "although" | "before" | "because"
                ) && found.start.checked_sub(1).is_none_or(|before| before < floor || line.is_comma(before));
            let clause = !hangs
                && !line.is(at + 1, RELATIVE)
                && !line.is(at + 2, RELATIVE)
                && (at + 1..comma).any(|unit| {
                    // "wearing a shirt covered in buttons"
                    let described = line.is(unit, PARTICIPLE)
                        && (line.is(at + 1, ING) || unit == at + 1 || line.is(unit - 1, COORDINATOR));
                    // "speaking without a name because they were not allowed to"
                    let hung = line.is(at + 1, ING)
                        && (at + 2..unit)
                            .any(|open| line.is(open, SUBORDINATOR | THAT | RELATIVE | QUESTION_WORD));
                    line.is_finite_at(unit)
                        && !described
                        && !hung
                        && relative_before(line, unit, at).is_none()
                });
            let object = found.start > floor
                && line.is(found.start - 1, VERB | PREPOSITION | TO)
                && !line.is(found.start - 1, NOUN_TOO | TIME)
                && (!line.is(found.start - 1, SUBORDINATOR) || !names_somebody(line, found))
                && line.is_word(found.start - 1);
            !line.is_comma(found.end - 1)
                && !object
                && opens_apposition(line, at + 1)
                && !line.is(found.start, SUBJECT)
                && !clause
        }) else {
            continue;
        };
        best = Some(found.start..comma);
        let name = (found.start..at).any(|unit| line.is_capital(unit)) || line.is(found.start, OPENS_NOUN);
        if name {
            let before = found.start.checked_sub(1);
            if before.is_none_or(|before| !line.is_comma(before)) {
                break;
            }
            // "the mayor, Ana Ruiz, said": the phrase before may be what the name stands beside.
        }
    }
    best.or_else(|| before_stray_comma(line, comma, floor, nested))
}

/// Whether a noun phrase names somebody or a body, no time or thing: "a nurse", "Ghent", no "a month abroad".
pub(super) fn names_somebody(line: &Line<'_>, phrase: &Range<usize>) -> bool {
    phrase.clone().any(|at| {
        line.is_capital(at) && !line.is(at, TIME)
            || line.is(at, ROLE | PEOPLE | COLLECTIVE | WITNESS | ORGANISATION | DESCRIBED | MEDIA)
    })
}

/// The phrase right before the comma at `comma`, where only it can be the subject: "a nurse of the clinic, Ana Ruiz of
/// Ghent, said"; "Ana Ruiz (D-Ohio), said".
fn before_stray_comma(line: &Line<'_>, comma: usize, floor: usize, nested: usize) -> Option<Range<usize>> {
    let found = subject_within(line, comma, floor, nested)?;
    let named = line.is_capital(found.start) && !line.is(found.start, TIME | PREPOSITION | SUBORDINATOR);
    let apposed = found.start > floor && line.is_comma(found.start - 1);
    (named && (apposed || line.is_mark(comma - 1, ")"))).then_some(found)
}

/// Whether what stands between commas may say more of a noun: who, a, 34, of, spokesman, Ana.
fn opens_apposition(line: &Line<'_>, at: usize) -> bool {
    line.is(
        at,
        RELATIVE
            | OPENS_NOUN
            | ROLE
            | PREPOSITION
            | TITLE
            | ORGANISATION
            | DESCRIBED
            | ADVERB
            | ING
            | PARTICIPLE,
    ) || line.is_capital(at)
        || matches!(
            line.folded(at),
            "former"
                | "then"
                | "like"
                | "unlike"
                | "himself"
                | "herself"
                | "when"
                | "while"
                | "though"
                | "although"
                | "because"
        )
        || line.units.get(at).is_some_and(|unit| matches!(unit.shape, Shape::Number | Shape::Lower))
}

/// Whether a quotation is a name behind a word, with the comma of the sentence inside its marks.
fn names_with_comma(line: &Line<'_>, at: usize) -> bool {
    let Some(quotation) = line.units.get(at).and_then(|unit| unit.quotation) else { return false };
    let inner = line.ground.quotations[quotation].inner;
    let words = line.ground.words.within(inner);
    let list = line.ground.words.list();
    let title = |word: usize| {
        list[word].shape != Shape::Lower
            || matches!(
                line.ground.words.folded(word),
                "the" | "a" | "of" | "and" | "in" | "to" | "with" | "on" | "for"
            )
    };
    if at < 2
        || inner.len() >= 50
        || !inner.of(line.ground.text()).ends_with(',')
        || !words.clone().all(title)
    {
        return false;
    }
    let named = line.is(at - 1, PREPOSITION | OPENS_NOUN | DOCUMENT | MEDIA) || line.folded(at - 1) == "'s";
    // "Another reader, “Lady Harbor,” claimed"
    let apposed = line.is_comma(at - 1) && line.is_word(at - 2) && !line.is(at - 2, VERB | AUXILIARY);
    named && line.is_word(at - 1) && words.len() > 1 || apposed
}

/// The subject of the nearest verb before `before`: of "he appeared to suggest", he.
pub(super) fn near_subject(line: &Line<'_>, before: usize, floor: usize) -> Option<Range<usize>> {
    let verb = (floor..before).rev().find(|&at| line.is_finite_at(at))?;
    let mut group = verb;
    while group > floor
        && line.is(group - 1, ADVERB | NEGATION | AUXILIARY)
        && !line.is(group - 1, OPENS_NOUN)
    {
        group -= 1;
    }
    subject_before(line, group, floor)
}

/// The subject of the clause that a verb behind it goes on from: of "Ruiz left, but Vidal stayed, asking", Vidal; of "Ruiz
/// smiled as they cheered, and said", Ruiz.
pub(super) fn clause_subject(line: &Line<'_>, before: usize, floor: usize) -> Option<Range<usize>> {
    let near = near_subject(line, before, floor).filter(|found| {
        let hangs = line.is(found.start, RELATIVE | THAT)
            || found
                .start
                .checked_sub(1)
                .is_some_and(|at| line.is(at, SUBORDINATOR | THAT | RELATIVE | PREPOSITION));
        let main = found.start == line.body_start()
            || found.start > 1 && line.is(found.start - 1, COORDINATOR) && line.is_comma(found.start - 2);
        !hangs && main
    });
    near.or_else(|| main_subject(line, before))
}

/// The subject of the sentence's first clause before `before`.
pub(super) fn main_subject(line: &Line<'_>, before: usize) -> Option<Range<usize>> {
    let mut floor = 0;
    let mut relative = None;
    for verb in 0..before {
        if line.is_quotation(verb) || line.is_mark(verb, ":;") {
            floor = verb + 1;
        }
        if !line.is_finite_at(verb) {
            continue;
        }
        let mut group = verb;
        while group > floor && line.is(group - 1, ADVERB | NEGATION) && !line.is(group - 1, OPENS_NOUN) {
            group -= 1;
        }
        // "Ruiz on Saturday criticized the plan"
        if let Some(time) = group.checked_sub(1).and_then(|at| time_before(line, at)).filter(|&at| at > floor)
        {
            group = time;
        }
        if let Some(found) = subject_before(line, group, floor) {
            let hangs = found.start.checked_sub(1).is_some_and(|at| line.is(at, SUBORDINATOR | THAT));
            if line.is(found.start, RELATIVE) && found.len() == 1 {
                relative = relative.or(Some(found));
            } else if !hangs {
                return Some(found);
            }
        }
    }
    relative
}
