//! Finds where what is said starts behind its cue. How far it runs is asked of `extents`.

use super::clauses::{leads_clause, starts_clause};
use super::complements::{hearer_end, is_infinitive, noun_end, object};
use super::cues::{Cue, Form};
use super::line::Line;
use super::noun_phrases_behind::opens_noun_phrase;
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
    let mut at = cue.end;
    let mut hearer = cue.tags.any(HEARER) && cue.form != Form::Passive;
    let mut heard = None;
    let mut passed = false;
    while at <= limit && at < cue.end + GAP {
        if at == limit {
            // "Lau said in a statement. “There are no ballots.”"
            let stated = cue.tags.any(CLAUSE) && line.is(limit - 1, SPEECH_NOUN) && line.is_quotation_next();
            let colon = line.is_mark(limit.wrapping_sub(1), ":");
            return if colon || stated { Behind::LeadIn } else { Behind::Nothing };
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
        // "asked three times “Who believes in it?”"
        if line.folded(at + 1) == "times" && line.is_quotation(at + 2) {
            at += 2;
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
        if at == cue.end
            && (line.is(at, OBJECT) || line.folded(at) == "this")
            && (line.is_mark(at + 1, ":,") || line.is_quotation(at + 1))
        {
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
