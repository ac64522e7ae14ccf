//! Finds where what is said starts behind its cue, and how far it runs.

use std::ops::Range;

use super::cues::{Cue, Form, cue_at};
use super::lexicon::*;
use super::line::Line;
use super::sources::{noun_phrase_behind, opens_noun_phrase};
use crate::analysis::Shape;

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
    let mut at = cue.end;
    let mut hearer = cue.tags.any(HEARER) && cue.form != Form::Passive;
    let mut heard = None;
    let mut passed = false;
    while at <= limit && at < cue.end + GAP {
        if at == limit {
            return if line.is_mark(limit.wrapping_sub(1), ":") { Behind::LeadIn } else { Behind::Nothing };
        }
        if line.is_quotation(at) {
            // "told “Fox and Friends”" names the hearer.
            if hearer && at == cue.end && line.units[at].span.len() < 30 && at + 1 < limit {
                hearer = false;
                at += 1;
                continue;
            }
            // "said on “Harbor Today” on Sunday that" names the programme.
            let that = (at + 1..limit.min(at + 6)).find(|&next| line.is(next, THAT));
            if that.is_some_and(|that| !line.has_finite(at, that))
                && line.units[at].span.len() < 34
                && (at > cue.end || hearer)
                && line.is_word(at - 1)
            {
                at += 1;
                continue;
            }
            return Behind::Quotation(at);
        }
        if line.is_dash(at)
            && let Some(close) = (at + 2..limit.min(at + 14)).find(|&close| line.is_dash(close))
            && (line.is(close + 1, THAT) || line.is_quotation(close + 1))
        {
            // "said — on television, no less — that"
            at = close + 1;
            continue;
        }
        if line.is_mark(at, ":") || line.is_dash(at) {
            if at + 1 >= limit {
                return Behind::LeadIn;
            }
            if line.is_quotation(at + 1) {
                return Behind::Quotation(at + 1);
            }
            return if line.is_mark(at, ":") { Behind::Words(at + 1) } else { Behind::Nothing };
        }
        if line.is_comma(at) {
            if let Some(next) = behind_comma(line, at, limit) {
                at = next;
                continue;
            }
            if heard.is_some() && line.is(at + 1, RELATIVE) {
                // "asked Kasich, who is fourth, to leave"
                let close = (at + 2..limit.min(at + 24)).find(|&close| line.is_comma(close));
                if let Some(close) = close {
                    at = close + 1;
                    continue;
                }
            }
            return Behind::Nothing;
        }
        if line.is(at, THAT) && !(line.is(at, OPENS_NOUN) && ends_clause_soon(line, at, limit)) {
            return Behind::Words(at);
        }
        if line.is(at, QUESTION_WORD) && takes_question(cue) && !is_after_noun(line, at, cue) {
            return Behind::Words(at);
        }
        if line.is(at, TO) || (line.folded(at) == "not" && line.is(at + 1, TO)) {
            let verb = if line.is(at, TO) { at + 1 } else { at + 2 };
            let asked = cue.form == Form::Participle && cue.tags.any(QUESTIONS) && !cue.tags.any(ING);
            if cue.tags.any(INFINITIVE | DIRECTIVE) && !asked && is_infinitive(line, verb) {
                return Behind::Words(heard.unwrap_or(at));
            }
            match noun_end(line, at + 1, limit) {
                Some(end) => {
                    at = end;
                    passed = true;
                    continue;
                }
                None => return Behind::Nothing,
            }
        }
        let describes = line.is(at, ING) && line.is(at + 1, PEOPLE | COLLECTIVE | ROLE | WITNESS | HEARER)
            || line.is(at, ING) && line.folded(at + 1).ends_with('s') && line.is(at + 2, THAT);
        if hearer
            && (line.is(at, OBJECT) || opens_noun_phrase(line, at) || describes)
            && !line.is(at, SUBJECT)
        {
            // "told him", "told reporters": but "promised the bridge would hold".
            if line.is(at, HEARER) || cue.tags.any(HEARER) {
                hearer = false;
                if let Some(end) = hearer_end(line, at, limit)
                    && !line.is_finite_at(end)
                {
                    heard = Some(at);
                    at = end;
                    passed = true;
                    continue;
                }
            }
        }
        // "suggested she marry", "demanded they leave"
        if cue.tags.any(DIRECTIVE) && line.is(at, SUBJECT) && !line.is(at, RELATIVE) && line.is(at + 1, BASE)
        {
            return Behind::Words(at);
        }
        if takes_clause(cue) && (starts_clause(line, at, limit) || leads_clause(line, at, limit)) {
            return Behind::Words(at);
        }
        let plain = cue.tags.any(CLAUSE) || (cue.tags.any(HEARER) && cue.tags.any(SPEECH) && heard.is_some());
        let fresh = line.is_word(at)
            && !line
                .is(at, PREPOSITION | TIME | ADVERB | OBJECT | TO | COORDINATOR | SUBORDINATOR | AUXILIARY)
            && line.has_finite(at + 1, limit.min(at + 12));
        if plain
            && (opens_noun_phrase(line, at) || fresh)
            && !line.is(at, TIME)
            && limit >= at + if cue.tags.any(CLAUSE) { 3 } else { 4 }
            && (at == cue.end || heard.is_some())
        {
            return Behind::Words(at);
        }
        if line.folded(at) == "about" && heard.is_some() && cue.tags.any(QUESTIONS) {
            // "asked Ruiz about her plans"
            return Behind::Words(at + 1);
        }
        // "wrote the local newspaper that", "wrote The Herald, a daily, that"
        if cue.tags.any(SPEECH) && at == cue.end && opens_noun_phrase(line, at) {
            let that = (at + 1..limit.min(at + 10)).find(|&next| line.is(next, THAT));
            if let Some(that) = that
                && !line.has_finite(at, that)
                && (noun_end(line, at, that) == Some(that) || line.is_comma(that - 1))
                && line.has_finite(that + 1, limit)
            {
                return Behind::Words(that);
            }
        }
        if line.is(at, PREPOSITION) && !line.is(at, THAT) {
            match noun_end(line, at + 1, limit) {
                Some(end) => {
                    passed |= !line.is(at + 1, TIME);
                    at = end;
                    continue;
                }
                None => return Behind::Nothing,
            }
        }
        if at == cue.end && line.is(at, OBJECT) && (line.is_mark(at + 1, ":,") || line.is_quotation(at + 1)) {
            // "scolded him: “…”"
            at += 1;
            continue;
        }
        if line.is(at, TIME)
            || (line.is(at, ADVERB) && !line.is(at, OPENS_NOUN))
            || (line.is(at, OPENS_NOUN) && line.is(at + 1, TIME))
            || matches!(line.folded(at), "last" | "late" | "next")
        {
            at += 1;
            continue;
        }
        if !passed && cue.tags.any(WITH_OBJECT) && cue.form != Form::Infinitive {
            return object(line, cue, at, limit).map_or(Behind::Nothing, Behind::Words);
        }
        return Behind::Nothing;
    }
    Behind::Nothing
}

/// The clause behind a comma: "Ruiz's aides say, the bridge remains", "said, hey, you never asked".
pub(super) fn clause_behind_comma(line: &Line<'_>, cue: &Cue) -> Behind {
    let at = cue.end;
    let said = line.is_comma(at) && cue.tags.any(CLAUSE) && cue.form == Form::Finite;
    let short = (at + 1..line.end().min(at + 4)).rev().find(|&next| line.is_comma(next));
    let starts = |at: usize| starts_clause(line, at, line.end()) && !line.is(at, COORDINATOR | RELATIVE);
    if said && (starts(at + 1) || short.is_some_and(|comma| starts(comma + 1))) {
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
fn behind_comma(line: &Line<'_>, at: usize, limit: usize) -> Option<usize> {
    if line.is_quotation(at + 1) || line.is(at + 1, THAT) {
        return Some(at + 1);
    }
    // "says at a stop in Ghent, Ohio, that"
    let named = line.is_capital(at + 1) && (at + 2..limit.min(at + 6)).any(|next| line.is_comma(next));
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

fn takes_question(cue: &Cue) -> bool {
    cue.tags.any(QUESTIONS | SPEECH | HEARER | WITH_OBJECT | BELIEF)
}

fn takes_clause(cue: &Cue) -> bool {
    cue.tags.any(SPEECH | HEARER | BELIEF)
}

/// "the man who": a relative, no question.
fn is_after_noun(line: &Line<'_>, at: usize, cue: &Cue) -> bool {
    line.is(at, RELATIVE) && at > cue.end && !line.is(at - 1, OBJECT)
}

/// Whether "that" is somebody's object: "said that.", "said that in May".
fn ends_clause_soon(line: &Line<'_>, at: usize, limit: usize) -> bool {
    at + 1 >= limit || line.is_comma(at + 1) && !line.has_finite(at + 1, limit)
}

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
    if counts
        && (at + 1..at + 4).any(|next| {
            line.units.get(next).is_some_and(|unit| unit.shape == Shape::Number)
                || matches!(line.folded(next), "half")
        })
    {
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

/// "says despite her age, she will run": a phrase, a comma, and then the clause.
fn leads_clause(line: &Line<'_>, at: usize, limit: usize) -> bool {
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

/// Whether a verb in its dictionary form stands here, behind "to".
fn is_infinitive(line: &Line<'_>, at: usize) -> bool {
    line.is_quotation(at)
        || line.is(at, BASE)
        || matches!(line.folded(at), "be" | "have" | "do")
        || line.is(at, ADVERB) && line.is(at + 1, BASE)
        || (line.is_word(at)
            && line.is_verb_shaped(at)
            && line.tags(at).is_empty()
            && line.opens_complement(at + 1))
}

/// Where the hearer at `at` ends: "reporters", "the crowd in Ghent", "Lee".
fn hearer_end(line: &Line<'_>, at: usize, limit: usize) -> Option<usize> {
    if line.is(at, OBJECT)
        && !(line.folded(at) == "her"
            && line.is_word(at + 1)
            && !line.is(at + 1, THAT | SUBJECT | TO | OPENS_NOUN | ADVERB | PREPOSITION)
            && !line.is_finite_at(at + 2))
    {
        return Some(at + 1);
    }
    noun_end(line, at, limit)
}

/// Where the noun phrase at `at` ends: before a mark, a clause, a preposition, another noun phrase.
fn noun_end(line: &Line<'_>, at: usize, limit: usize) -> Option<usize> {
    let mut end = at;
    while end < limit
        && ((line.is(end, OPENS_NOUN | TIME | ADVERB) && !(line.is(end, THAT) && end > at))
            || matches!(line.folded(end), "last" | "next" | "recent"))
    {
        end += 1;
    }
    while end < limit {
        let possessive = line.folded(end) == "'s" || line.is_mark(end, "'’&/.@#") || line.is_dash(end);
        if possessive {
            end += 1;
            continue;
        }
        if !line.is_word(end) || line.is(end, THAT | TO | QUESTION_WORD) || line.is_finite_at(end) {
            break;
        }
        if end > at && line.is(end, SUBJECT | OPENS_NOUN | PREPOSITION | ADVERB) {
            break;
        }
        if end > at && line.is(end, COORDINATOR) && !opens_noun_phrase(line, end + 1) {
            break;
        }
        if end > at && line.is(end, TIME) && line.is_capital(end) {
            break;
        }
        end += 1;
    }
    (end > at).then_some(end)
}

/// The object that starts at `at`, where it may be something said.
fn object(line: &Line<'_>, cue: &Cue, at: usize, limit: usize) -> Option<usize> {
    if at >= limit {
        return None;
    }
    if line.is_quotation(at) {
        return Some(at);
    }
    let starts = opens_noun_phrase(line, at) || line.is(at, OBJECT | ING | QUESTION_WORD);
    if !starts {
        return None;
    }
    let head = noun_end(line, at, limit).unwrap_or(at + 1);
    let no_speech = !cue.with_preposition && (at..head).any(|unit| line.is(unit, NO_SPEECH));
    (!no_speech).then_some(at)
}

/// Where the words that start at `start` stop being what `cue` brings.
pub(super) fn content_end(
    line: &Line<'_>,
    lexicon: &Lexicon,
    cue: &Cue,
    start: usize,
    limit: usize,
) -> usize {
    let limit = limit.min(line.end());
    let led = hangs(line, cue);
    let question = cue.form == Form::Participle && (cue.start == 0 || !cue.tags.any(ING));
    for at in start + 1..limit {
        if line.is_mark(at, ";") || (question && line.is_comma(at)) {
            return at;
        }
        let comma = line.is_comma(at) || line.is_dash(at);
        let next = if comma { at + 1 } else { at };
        // "When Ruiz said the bridge was safe, the crowd cheered."
        let closes =
            line.is_comma(at) || line.is_quotation(at - 1) && at > start + 1 && ends_in_comma(line, at - 1);
        if led && closes && starts_main_clause(line, next, limit) {
            return at;
        }
        if comma && line.folded(next) == "according" {
            return at;
        }
        // "which said the bridge was safe, is closed"
        let relative = cue.start > 0 && line.is(cue.start - 1, RELATIVE);
        if comma
            && relative
            && (line.is_finite_at(next) || line.is_finite_at(next + 1) && line.is(next, ADVERB))
        {
            return at;
        }
        if comma && line.is(next, ING) && (line.is(next, CUE) || !line.is(next, NOUN_TOO)) {
            return at;
        }
        if comma && matches!(line.folded(next), "compared" | "prompting" | "according") {
            return at;
        }
        let after_quotation = line.is_quotation(at.saturating_sub(1)) && at > start + 1;
        if after_quotation
            && matches!(line.folded(at), "as" | "after" | "when" | "while" | "before" | "during")
        {
            return at;
        }
        if !(comma || line.is(at, COORDINATOR)) {
            continue;
        }
        if comma && !line.is(next, COORDINATOR) && other_speaks(line, lexicon, cue, next, limit) {
            return at;
        }
        let joined = line.is(next, COORDINATOR)
            || matches!(line.folded(next), "while" | "though" | "although" | "before" | "then");
        if !joined {
            continue;
        }
        if takes_back(line, lexicon, cue, start, next + 1) || shifts(line, cue, start, at, next) {
            return at;
        }
        if comma
            && matches!(line.folded(next), "but" | "though" | "although" | "while")
            && starts_clause(line, next + 1, limit)
        {
            return at;
        }
        if other_speaks(line, lexicon, cue, next + 1, limit) {
            return at;
        }
    }
    limit
}

/// Whether the cue's clause hangs on another one that follows: "When Ruiz said …, the crowd cheered."
fn hangs(line: &Line<'_>, cue: &Cue) -> bool {
    let opens = |at: usize| {
        matches!(
            line.folded(at),
            "when"
                | "while"
                | "after"
                | "although"
                | "though"
                | "since"
                | "before"
                | "because"
                | "if"
                | "where"
        ) || line.folded(at) == "as" && at > 0 && line.is(at - 1, ADVERB)
    };
    let Some(opening) = (0..cue.start).find(|&at| opens(at)) else { return false };
    !line.has_finite(0, cue.start)
        && !(0..cue.start).any(|at| line.is_quotation(at) || line.is_mark(at, ":"))
        && cue.form == Form::Finite
        && opening < cue.start
}

/// Whether a clause of its own starts behind a comma, with its verb close by: "the crowd cheered".
fn starts_main_clause(line: &Line<'_>, at: usize, limit: usize) -> bool {
    !line.is(at, RELATIVE | COORDINATOR) && starts_clause(line, at, limit)
}

/// Whether the narrator goes on at `at` with another verb of the same subject: "and added", "but did not say".
fn takes_back(line: &Line<'_>, lexicon: &Lexicon, cue: &Cue, start: usize, at: usize) -> bool {
    let mut verb = at;
    while line.is(verb, ADVERB | AUXILIARY | NEGATION) && verb < at + 3 {
        verb += 1;
    }
    if verb > at && line.is_finite_at(at) && line.is(at, MODAL) {
        return false;
    }
    let same = (cue.tags.any(PAST) && line.is(verb, PAST)) || (cue.tags.any(THIRD) && line.is(verb, THIRD));
    if !same || !line.is_word(verb) || line.is(verb, NOUN_TOO) && !line.opens_complement(verb + 1) {
        return false;
    }
    // "denied the charges and sued her": a thing has no verb that "sued" could go on from.
    let own = (start..at).find(|&unit| line.is_finite_at(unit));
    let thing = own.is_none() && !line.is(start, THAT | TO | QUESTION_WORD) && !line.is_quotation(start);
    // "said he makes little and asked for more": two verbs in one form, and another between them.
    let apart = own.is_some_and(|own| cue.tags.any(PAST) && is_present(line, own)) && line.is_finite_at(verb);
    thing && verb == at && cue.form == Form::Finite
        || apart
        || cue_at(line, lexicon, verb).is_some_and(|next| {
            next.form == Form::Finite
                && (next.tags.any(SPEECH | BESIDE_QUOTATION | HEARER | QUESTIONS)
                    && behind(line, &next) != Behind::Nothing
                    || next.tags.any(NAMING) && !next.tags.any(NOUN_TOO))
        })
}

/// is, has, makes, can
fn is_present(line: &Line<'_>, at: usize) -> bool {
    line.is(at, THIRD)
        || matches!(
            line.folded(at),
            "is" | "are"
                | "am"
                | "has"
                | "have"
                | "does"
                | "do"
                | "will"
                | "can"
                | "'s"
                | "'re"
                | "isn't"
                | "doesn't"
                | "don't"
                | "aren't"
                | "won't"
                | "can't"
                | "hasn't"
                | "haven't"
        )
}

/// Whether behind ", and" the narrator goes on with a clause in the tense of the cue: "said the pier is shut, and he left".
fn shifts(line: &Line<'_>, cue: &Cue, start: usize, at: usize, next: usize) -> bool {
    if next == at || !line.is(next, COORDINATOR) || !cue.tags.any(PAST) || cue.form != Form::Finite {
        return false;
    }
    let Some(own) = (start..at).find(|&unit| line.is_finite_at(unit)) else { return false };
    let Some(source) = noun_phrase_behind(line, next + 1) else { return false };
    let mut verb = source.end;
    while line.is(verb, ADVERB) && verb < source.end + 2 {
        verb += 1;
    }
    let past = line.is(verb, PAST) && line.is_finite_at(verb) && !line.is(verb, BASE);
    is_present(line, own) && past && !line.is(start, QUESTION_WORD)
}

/// Whether another speaker's clause starts at `at`: "but Ruiz said".
fn other_speaks(line: &Line<'_>, lexicon: &Lexicon, cue: &Cue, at: usize, limit: usize) -> bool {
    let Some(source) = noun_phrase_behind(line, at) else { return false };
    if source.end >= limit {
        return false;
    }
    let mut verb = source.end;
    while line.is(verb, ADVERB | AUXILIARY) && verb < source.end + 3 {
        verb += 1;
    }
    cue_at(line, lexicon, verb).is_some_and(|next| {
        next.form == Form::Finite
            && (next.tags.any(NAMING) && cue.tags.any(PAST) == next.tags.any(PAST)
                || next.tags.any(SPEECH) && behind(line, &next) != Behind::Nothing)
    })
}

/// The quotation at `at` as content: alone where it is whole, with the words around where it is a piece of a clause.
pub(super) fn quoted_content(
    line: &Line<'_>,
    lexicon: &Lexicon,
    cue: &Cue,
    at: usize,
    limit: usize,
) -> Range<usize> {
    if is_whole(line, at) || is_cut_off(line, at) {
        return at..at + 1;
    }
    at..content_end(line, lexicon, cue, at, limit)
}

/// Whether the words behind a quotation are the narrator's again: chanting “No!” as they left; “…,” before predicting.
fn is_cut_off(line: &Line<'_>, at: usize) -> bool {
    let Some(quotation) = line.units[at].quotation else { return false };
    let inner = line.ground.quotations[quotation].inner.of(line.ground.text());
    let next = at + 1;
    if inner.ends_with(',') && !line.is(next, COORDINATOR) && !line.is_finite_at(next) {
        return true;
    }
    inner.starts_with(char::is_uppercase)
        && (line.is_dash(next)
            || matches!(
                line.folded(next),
                "when" | "after" | "before" | "while" | "as" | "during" | "moments" | "on" | "at" | "minutes"
            ))
}

fn ends_in_comma(line: &Line<'_>, at: usize) -> bool {
    line.units[at].quotation.is_some_and(|quotation| {
        line.ground.quotations[quotation].inner.of(line.ground.text()).ends_with(',')
    })
}

/// Whether a quotation ends as an utterance does.
pub(super) fn is_whole(line: &Line<'_>, at: usize) -> bool {
    let Some(quotation) = line.units[at].quotation else { return false };
    let inner = line.ground.quotations[quotation].inner.of(line.ground.text());
    inner.ends_with(['.', '!', '?', '…'])
}
