//! Finds the words that name a source: the noun phrase before a cue, the one behind it, the subject of a clause.

use std::ops::Range;

use super::cues::time_before;
use super::lexicon::*;
use super::line::Line;
use crate::analysis::{Shape, SourceKind};
use crate::language::Groundwork;
use crate::span::Span;

/// How many commas of an apposition are looked back over: "Ruiz, 34, a nurse, of Ghent, said".
const COMMAS: usize = 6;

/// The subject that ends at unit `end` (exclusive), looking back no further than `floor`.
pub(super) fn subject_before(line: &Line<'_>, end: usize, floor: usize) -> Option<Range<usize>> {
    if end <= floor {
        return None;
    }
    let last = end - 1;
    if line.is_comma(last) || line.is_dash(last) {
        return behind_apposition(line, last, floor);
    }
    // "host of “Harbor Today,” said": the comma stands inside the marks of a name.
    if names_with_comma(line, last)
        && let Some(comma) = (floor..last).rev().find(|&at| line.is_comma(at))
        && !line.has_finite(comma, last)
    {
        return subject_before(line, comma, floor).map(|found| found.start..end);
    }
    if line.is_mark(last, ")]") {
        let open = (floor..last).rev().find(|&at| line.is_mark(at, "(["))?;
        return subject_before(line, open, floor).map(|found| found.start..end);
    }
    // "Joseph Biden Jr. said": the full stop is the name's.
    if line.is_mark(last, ".") && last > floor && is_abbreviated(line, last) {
        return noun_phrase_before(line, last, floor).map(|found| found.start..end);
    }
    noun_phrase_before(line, end, floor)
}

/// "Ruiz, a nurse," with its last comma at `comma`.
fn behind_apposition(line: &Line<'_>, comma: usize, floor: usize) -> Option<Range<usize>> {
    let commas = (floor..comma).rev().filter(|&at| line.is_comma(at) || line.is_dash(at)).take(COMMAS);
    let mut best = None;
    for at in commas {
        let Some(found) = subject_before(line, at, floor).filter(|found| {
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
                    let described = line.is(at + 1, ING) && line.is(unit, PARTICIPLE);
                    line.is_finite_at(unit) && !described && relative_before(line, unit, at).is_none()
                });
            let object = found.start > floor
                && line.is(found.start - 1, VERB | PREPOSITION | TO)
                && !line.is(found.start - 1, NOUN_TOO | TIME)
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
    best
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
            "former" | "then" | "himself" | "herself" | "when" | "while" | "though" | "although" | "because"
        )
        || line.units.get(at).is_some_and(|unit| matches!(unit.shape, Shape::Number | Shape::Lower))
}

/// The noun phrase that ends at `end`, without comma.
fn noun_phrase_before(line: &Line<'_>, end: usize, floor: usize) -> Option<Range<usize>> {
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
fn relative_before(line: &Line<'_>, verb: usize, floor: usize) -> Option<usize> {
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
    let alone = line.is(at, PEOPLE)
        || matches!(
            line.folded(at),
            "this"
                | "that"
                | "one"
                | "another"
                | "other"
                | "more"
                | "half"
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
fn names(line: &Line<'_>, at: usize) -> bool {
    line.units.get(at).and_then(|unit| unit.quotation).is_some_and(|quotation| {
        let inner = line.ground.quotations[quotation].inner;
        inner.len() < 40
            && inner.start() > line.units[0].span.start() + 4
            && !inner.of(line.ground.text()).ends_with([',', '.', '?', '!', '…', '—'])
    })
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
    at > 1
        && inner.len() < 50
        && inner.of(line.ground.text()).ends_with(',')
        && words.clone().all(title)
        && words.len() > 1
        && (line.is(at - 1, PREPOSITION | OPENS_NOUN | DOCUMENT | MEDIA) || line.folded(at - 1) == "'s")
        && line.is_word(at - 1)
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
fn is_abbreviated(line: &Line<'_>, at: usize) -> bool {
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
    (start < end && !line.is(start, TIME)).then_some(start..end)
}

/// The noun phrase that starts at `start`, as the source behind a cue: "said Ana Ruiz, a nurse, who".
pub(super) fn noun_phrase_behind(line: &Line<'_>, start: usize) -> Option<Range<usize>> {
    if !opens_noun_phrase(line, start) {
        return None;
    }
    let limit = line.end();
    let mut end = start + 1;
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
            end = behind_relative(line, end, limit);
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
    if !line.is_word(at) {
        return false;
    }
    line.is(
        at,
        OPENS_NOUN | SUBJECT | TITLE | ROLE | PEOPLE | COLLECTIVE | WITNESS | ORGANISATION | DESCRIBED,
    ) || (line.is_capital(at) && !line.is(at, TIME | PREPOSITION))
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
            && (!line.is(at, VERB) || line.is(at, NOUN_TOO)))
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

/// What kind of source the words of `source` name.
pub(super) fn kind(ground: &Groundwork<'_>, lexicon: &Lexicon, source: Span) -> SourceKind {
    let words = ground.words.within(source);
    let head = head(ground, lexicon, words.clone());
    let folded = ground.words.folded(head);
    let tags = lexicon.tags(folded);
    let list = ground.words.list();
    let capital = |at: usize| matches!(list[at].shape, Shape::Capitalised | Shape::Upper | Shape::Mixed);
    let named = words.clone().skip(1).any(capital)
        || (words.len() == 1
            && capital(words.start)
            && !tags.any(COLLECTIVE | WITNESS | ANONYMOUS | DESCRIBED));
    if tags.any(ANONYMOUS) && !named {
        return SourceKind::Anonymous;
    }
    if tags.any(SUBJECT) {
        return SourceKind::Person;
    }
    if tags.any(WITNESS) {
        return SourceKind::Witnesses;
    }
    if tags.any(COLLECTIVE) && !named {
        return SourceKind::Collective;
    }
    if tags.any(MEDIA) {
        return SourceKind::Media;
    }
    if tags.any(DOCUMENT) {
        return SourceKind::Document;
    }
    if tags.any(ORGANISATION) {
        return SourceKind::Organisation;
    }
    if tags.any(DESCRIBED)
        && !named
        && matches!(
            ground.words.folded(words.start),
            "a" | "an" | "one" | "another" | "two" | "three" | "several"
        )
    {
        return SourceKind::Described;
    }
    SourceKind::Person
}

/// The word that the phrase hangs on: the last before a comma, a relative or a preposition.
fn head(ground: &Groundwork<'_>, lexicon: &Lexicon, words: Range<usize>) -> usize {
    let cut = words.clone().skip(1).find(|&at| {
        let tags = lexicon.tags(ground.words.folded(at));
        tags.any(RELATIVE | THAT)
            || (tags.any(PREPOSITION | COORDINATOR | TO))
            || matches!(ground.words.folded(at), "," | "(" | "—" | "–")
            // "a person familiar with the talks": what stands behind the noun isn't its head.
            || matches!(ground.words.folded(at), "familiar" | "close" | "aware" | "privy" | "briefed" | "involved")
    });
    cut.unwrap_or(words.end).saturating_sub(1).max(words.start)
}
