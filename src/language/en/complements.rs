//! What a verb of saying takes beside a clause: a hearer, an infinitive, a thing said.

use super::cues::Cue;
use super::line::Line;
use super::noun_phrases_behind::opens_noun_phrase;
use super::tags::*;

/// Whether a verb in its dictionary form stands here, behind "to".
pub(super) fn is_infinitive(line: &Line<'_>, at: usize) -> bool {
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
pub(super) fn hearer_end(line: &Line<'_>, at: usize, limit: usize) -> Option<usize> {
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
pub(super) fn noun_end(line: &Line<'_>, at: usize, limit: usize) -> Option<usize> {
    let mut end = at;
    while end < limit
        && ((line.is(end, OPENS_NOUN | TIME | ADVERB) && !(line.is(end, THAT) && end > at))
            || matches!(line.folded(end), "last" | "next" | "recent"))
    {
        end += 1;
    }
    while end < limit {
        let possessive = line.folded(end) == "'s" || line.is_mark(end, "'’&/.@#%$") || line.is_dash(end);
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
pub(super) fn object(line: &Line<'_>, cue: &Cue, at: usize, limit: usize) -> Option<usize> {
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
