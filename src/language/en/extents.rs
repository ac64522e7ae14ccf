//! How far what is said runs: to where the narrator, or somebody else, speaks again.

use std::ops::Range;

use super::clauses::starts_clause;
use super::contents::{Behind, behind};
use super::cues::{Cue, Form, cue_at};
use super::lexicon::Lexicon;
use super::line::Line;
use super::noun_phrases_behind::noun_phrase_behind;
use super::tags::*;
use super::things_said::{is_thing, leaves_thing, pronoun_end};

/// Where the words that start at `start` stop being what `cue` brings.
pub(super) fn content_end(
    line: &Line<'_>,
    lexicon: &Lexicon,
    cue: &Cue,
    start: usize,
    limit: usize,
) -> usize {
    let limit = limit.min(line.end());
    let thing = is_thing(line, start, limit);
    if thing && let Some(end) = pronoun_end(line, start) {
        return end.min(limit);
    }
    let led = hangs(line, cue);
    let question = cue.form == Form::Participle && (cue.start == 0 || !cue.tags.any(ING));
    for at in behind_parenthesis(line, start, limit)..limit {
        // The comma may stand inside the marks: asked about “Harbor Today,” Ruiz said.
        let closes =
            line.is_comma(at) || line.is_quotation(at - 1) && at > start + 1 && ends_with_comma(line, at - 1);
        if line.is_mark(at, ";") || (question && closes) || thing && leaves_thing(line, start, at) {
            return at;
        }
        let comma = line.is_comma(at) || line.is_dash(at);
        let next = if comma { at + 1 } else { at };
        // "When Ruiz said the bridge was safe, the crowd cheered."
        if led && closes && starts_main_clause(line, next, limit) {
            return at;
        }
        if comma && line.folded(next) == "according" {
            return at;
        }
        // "which said the bridge was safe, is closed"
        let relative = cue.start > 0 && line.is(cue.start - 1, RELATIVE)
            || cue.form == Form::Participle && cue.start > 2 && !line.has_finite(0, cue.start);
        if comma
            && relative
            && (line.is_finite_at(next) || line.is_finite_at(next + 1) && line.is(next, ADVERB))
        {
            return at;
        }
        if (comma || closes) && line.is(next, ING) && (line.is(next, CUE) || !line.is(next, NOUN_TOO)) {
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
        if says_on(line, cue, start, at, next) {
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

/// Where the words behind the first one start, past what stands between commas: "that, according to a study, the pier".
fn behind_parenthesis(line: &Line<'_>, start: usize, limit: usize) -> usize {
    let opens = line.is(start, THAT) && line.is_comma(start + 1);
    let reach = start + 2..limit.min(start + 2 + LONGEST_ASIDE);
    let closes = opens.then(|| reach.into_iter().find(|&at| line.is_comma(at))).flatten();
    closes.map_or(start + 1, |comma| (comma + 1).min(limit))
}

/// How many units an aside between commas has at most: "according to" and its source.
const LONGEST_ASIDE: usize = 16;

/// Whether a participle of saying goes on with another one: "saying he would leave and suggesting that she stay", “We
/// stay” and vowing to fight.
fn says_on(line: &Line<'_>, cue: &Cue, start: usize, at: usize, next: usize) -> bool {
    let other = line.is(next, COORDINATOR) && line.is(next + 1, ING) && line.is(next + 1, CUE);
    let said = line.is_quotation(at - 1) || line.has_finite(start, at);
    other && said && cue.form == Form::Participle && cue.tags.any(ING)
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
    let comma = line.is_comma(at.saturating_sub(2));
    // "attacked the plan, saying it would fail, and reminded the crowd"
    let told_in_past = cue.form == Form::Participle
        && comma
        && (0..cue.start).rev().find(|&unit| line.is_finite_at(unit)).is_some_and(|main| line.is(main, PAST));
    let same = ((cue.tags.any(PAST) || told_in_past) && line.is(verb, PAST))
        || (cue.tags.any(THIRD) && line.is(verb, THIRD));
    if !same || !line.is_word(verb) || line.is(verb, NOUN_TOO) && !line.opens_complement(verb + 1) {
        return false;
    }
    // "denied the charges and sued her": a thing has no verb that "sued" could go on from.
    let own = (start..at).find(|&unit| line.is_finite_at(unit));
    let thing = own.is_none() && !line.is(start, THAT | TO | QUESTION_WORD) && !line.is_quotation(start);
    // "said he makes little and asked for more": two verbs in one form, and another between them.
    let past = cue.tags.any(PAST) || told_in_past;
    let apart = line.is_finite_at(verb)
        && own.is_some_and(|own| past && (is_present(line, own) || comma && line.is(own, MODAL)));
    thing && verb == at && cue.form == Form::Finite
        || apart
        || cue_at(line, lexicon, verb).is_some_and(|next| {
            next.form == Form::Finite
                && (next.tags.any(SPEECH | BESIDE_QUOTATION | HEARER | QUESTIONS)
                    && behind(line, &next) != Behind::Nothing
                    || next.tags.any(NAMING) && (!next.tags.any(NOUN_TOO) || line.is(verb + 1, OBJECT)))
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
    // "and Leo Vidal, the adviser, said"
    let apposed = line.is_comma(source.end) && source.clone().any(|at| line.is_comma(at));
    let first = source.end + usize::from(apposed);
    let mut verb = first;
    while line.is(verb, ADVERB | AUXILIARY) && verb < first + 3 {
        verb += 1;
    }
    cue_at(line, lexicon, verb).is_some_and(|next| {
        next.form == Form::Finite
            && (next.tags.any(NAMING) && cue.tags.any(PAST) == next.tags.any(PAST)
                || next.tags.any(SPEECH) && behind(line, &next) != Behind::Nothing
                || next.tags.any(WITH_OBJECT)
                    && matches!(behind(line, &next), Behind::Words(at) if line.is(at, THAT)))
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

/// Whether a quotation ends with the comma of the clause around it: “…,” she said.
pub(super) fn ends_with_comma(line: &Line<'_>, at: usize) -> bool {
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
