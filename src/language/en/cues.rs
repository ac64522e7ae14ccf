//! Finds the verbs that may say that somebody speaks or thinks, with their helpers around them.

use super::lexicon::Lexicon;
use super::line::Line;
use super::tags::*;
use super::verb_groups::group_before;
use crate::analysis::Shape;

/// In what form a cue's verb stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    /// said, says, has said, is saying
    Finite,
    /// was told
    Passive,
    /// saying, asked whether
    Participle,
    /// to say
    Infinitive,
}

/// A verb that may be a cue.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cue {
    /// The unit of the verb.
    pub(super) verb: usize,
    /// Its first unit, helpers and adverbs among them: "has also said".
    pub(super) start: usize,
    /// The unit behind its last: "pointed out".
    pub(super) end: usize,
    /// What the verb, or the verb with what stands behind it, is.
    pub(super) tags: Tags,
    pub(super) form: Form,
    pub(super) negated: bool,
    /// Whether it only may, would or should be said.
    pub(super) modal: bool,
    /// Whether the phrase ends in a preposition: "warned of".
    pub(super) with_preposition: bool,
}

/// The verbs of a sentence that may be cues, in order.
pub(super) fn cues(line: &Line<'_>, lexicon: &Lexicon) -> Vec<Cue> {
    (0..line.len()).filter_map(|at| cue_at(line, lexicon, at)).collect()
}

/// The cue whose verb is at `at`; also of a verb that no list knows, where a quotation stands beside it.
pub(super) fn cue_at(line: &Line<'_>, lexicon: &Lexicon, at: usize) -> Option<Cue> {
    let mut tags = line.tags(at);
    if !line.is_word(at) || !tags.any(VERB | OPENS_PHRASE) {
        return None;
    }
    // "Ruiz Tweeted on Friday": named after a firm, written like it.
    let shaped = line.is_verb_shaped(at) || at == 0 || matches!(line.folded(at), "tweeted" | "retweeted");
    if !shaped {
        return None;
    }
    if is_no_cue(line, at) {
        return None;
    }
    let mut end = at + 1;
    let mut with_preposition = false;
    if tags.any(OPENS_PHRASE) {
        for phrase in lexicon.phrases(line.folded(at)) {
            if phrase.tags.any(VERB)
                && phrase.rest.iter().enumerate().all(|(offset, word)| line.folded(at + 1 + offset) == word)
                && !is_dated(line, at + 1 + phrase.rest.len())
            {
                tags = phrase.tags | tags.only(HEARER | QUESTIONS | DIRECTIVE);
                end = at + 1 + phrase.rest.len();
                with_preposition = line.is(end - 1, PREPOSITION);
                break;
            }
        }
        if !tags.any(VERB) {
            return None;
        }
    }
    let (start, helpers, negated) = group_before(line, at);
    let having = |at: usize| line.is(at, HAVE) && line.folded(at) == "having";
    let start = if start > 0 && having(start - 1) { start - 1 } else { start };
    let form = if start < at && having(start) {
        // "Having said that the pier was safe, Ruiz left": as "saying".
        tags |= ING;
        Form::Participle
    } else {
        form(line, at, start, tags, helpers)?
    };
    let start = if form == Form::Participle { at } else { start };
    let modal = helpers.any(MODAL);
    Some(Cue { verb: at, start, end, tags, form, negated, modal, with_preposition })
}

/// Whether a verb is none here, or says nothing: "Western states that", "a think tank", "to, say, ten", "That said, the
/// bridge is safe."
fn is_no_cue(line: &Line<'_>, at: usize) -> bool {
    match line.folded(at) {
        "states" => {
            let document = DOCUMENT | SPEECH_NOUN | STATEMENT | MEDIA;
            at == 0 || !line.is(at - 1, SUBJECT | ROLE | RELATIVE | THAT | document)
        }
        "think" => line.folded(at + 1) == "tank",
        "say" => line.is_comma(at + 1) && line.is_comma(at.wrapping_sub(1)),
        "said" => line.is_comma(at + 1) && line.folded(at.wrapping_sub(1)) == "that",
        _ => false,
    }
}

/// Whether the preposition before `at` gives a day: "reported on Saturday that" tells when, no topic.
fn is_dated(line: &Line<'_>, at: usize) -> bool {
    line.is(at, TIME) && line.is_capital(at) && line.is(at - 1, PREPOSITION)
}

fn form(line: &Line<'_>, at: usize, start: usize, tags: Tags, helpers: Tags) -> Option<Form> {
    if tags.any(ING) {
        if helpers.any(BE) && start < at {
            return Some(Form::Finite);
        }
        let noun = at > 0 && (line.is(at - 1, OPENS_NOUN) || line.folded(at - 1) == "'s");
        return (!noun).then_some(Form::Participle);
    }
    if helpers.any(TO) {
        return tags.any(BASE).then_some(Form::Infinitive);
    }
    let participle = tags.any(PARTICIPLE | PAST);
    if helpers.any(BE) && !helpers.any(MODAL | HAVE) && participle {
        return Some(Form::Passive);
    }
    if participle && helpers.any(BE) && line.folded(at - 1) == "been" {
        return Some(Form::Passive);
    }
    if participle && helpers.any(BE) && !helpers.any(HAVE) {
        return Some(Form::Passive);
    }
    if helpers.any(HAVE) && participle {
        return Some(Form::Finite);
    }
    if helpers.any(MODAL | DO) {
        return tags.any(BASE).then_some(Form::Finite);
    }
    let before = start.checked_sub(1);
    let noun_before = before.is_some_and(|before| {
        (line.is(before, OPENS_NOUN)
            && !line.is(before, PEOPLE)
            && !(tags.any(BASE) && is_relative_of_several(line, before))
            && !(line.stands_alone(before) && tags.any(PAST | THIRD) && !tags.any(NOUN_TOO)))
            || (line.folded(before) == "'s" && !line.is_finite_at(before))
            || (line.is(before, PREPOSITION) && !line.is(before, SUBORDINATOR))
    });
    if noun_before {
        return None;
    }
    let attributive = tags.any(PARTICIPLE)
        && before.is_some_and(|before| {
            line.units[before].shape == Shape::Number
                || matches!(
                    line.folded(before),
                    "those"
                        | "more"
                        | "many"
                        | "most"
                        | "some"
                        | "few"
                        | "several"
                        | "all"
                        | "both"
                        | "other"
                )
        })
        && !line.opens_complement(at + 1)
        && line.is_word(at + 1);
    if attributive {
        return None;
    }
    if tags.any(PAST) {
        return Some(
            if at == 0
                || before.is_some_and(|before| {
                    line.is(before, SUBORDINATOR)
                        && matches!(line.folded(before), "when" | "if" | "as" | "than")
                })
            {
                Form::Participle
            } else {
                Form::Finite
            },
        );
    }
    if tags.any(PARTICIPLE) {
        return None;
    }
    if tags.any(THIRD) {
        // "some reasons", "a few commands": many things take no verb in -s.
        if before.is_some_and(|before| line.is(before, PEOPLE) && line.is(before, OPENS_NOUN)) {
            return None;
        }
        // "several negative comments about"
        if tags.any(NOUN_TOO) && line.is_counted(at) {
            return None;
        }
        let noun = tags.any(NOUN_TOO)
            && !line.is_finite_at(at)
            && !((line.opens_complement(at + 1) || closes_quotation(line, at)) && ends_one(line, before));
        return (!noun).then_some(Form::Finite);
    }
    if tags.any(BASE) {
        let plural = before.is_some_and(|before| {
            line.is(before, PEOPLE)
                || (line.is(before, SUBJECT) && !matches!(line.folded(before), "he" | "she" | "it"))
                || is_relative_of_several(line, before)
                || line.folded(before).ends_with('s')
                || line.is_comma(before)
                || line.is_dash(before)
                || line.is_mark(before, "%)")
                || joined_subject(line, before)
                || (tags.any(CLAUSE) && line.is(before, COORDINATOR) && line.opens_complement(at + 1))
                || (!tags.any(NOUN_TOO)
                    && (line.opens_complement(at + 1) || tags.any(CLAUSE))
                    && line.is_word(before)
                    && !line.is_finite_at(before)
                    && !line.is(before, PREPOSITION | COORDINATOR | ADVERB | OBJECT | AUXILIARY))
        });
        let inverted = before.is_some_and(|before| line.is_comma(before) || line.is_quotation(before));
        let ends = plural && closes_quotation(line, at);
        return ((plural || inverted) && (!tags.any(NOUN_TOO) || ends || line.opens_complement(at + 1)))
            .then_some(Form::Finite);
    }
    None
}

/// "businesses that": the subject of a plural verb.
fn is_relative_of_several(line: &Line<'_>, at: usize) -> bool {
    line.folded(at) == "that"
        && at > 0
        && line.is_word(at - 1)
        && (line.is(at - 1, PEOPLE)
            || line.folded(at - 1).ends_with('s') && !line.is(at - 1, VERB | AUXILIARY))
}

/// Whether a verb ends its sentence behind what is said: “…,” Ruiz notes. The bridge is safe, Ruiz reports.
fn closes_quotation(line: &Line<'_>, at: usize) -> bool {
    let named = |comma: usize| comma > 3 && (comma + 1..at).any(|word| line.is_capital(word));
    at + 1 >= line.end()
        && (at.saturating_sub(9)..at)
            .any(|before| line.is_quotation(before) || line.is_comma(before) && named(before))
}

/// Whether the noun before a verb in -s is one thing: "Ruiz", "the suit", no "swing" of "swing states".
fn ends_one(line: &Line<'_>, before: Option<usize>) -> bool {
    before.is_some_and(|before| {
        line.is(before, SUBJECT)
            || (line.is_capital(before) && !line.is(before, TIME))
            || (line.is_word(before)
                && (before.saturating_sub(3)..before).any(|at| line.is(at, OPENS_NOUN))
                && !line.is(before, ADVERB))
            || line.is_comma(before)
            || line.is_mark(before, ")")
    })
}

/// "Ruiz and Lee" before a plural verb, ending at `at`.
pub(super) fn joined_subject(line: &Line<'_>, at: usize) -> bool {
    line.is_capital(at) && (at.saturating_sub(5)..at).any(|before| line.folded(before) == "and")
}
