//! Who speaks where the cue stands before what is said: the subject, who a participle hangs on, who is brought to speak.

use std::ops::Range;

use super::attributions::Reading;
use super::cues::{Cue, Form};
use super::line::Line;
use super::noun_phrases_behind::noun_phrase_behind;
use super::quoted_before::ends_in_comma;
use super::subjects::{clause_subject, main_subject, near_subject, subject_before};
use super::tags::*;

impl Reading<'_, '_> {
    /// Who speaks, with a cue before what is said; nothing inside where it is left unsaid, nothing where there's no
    /// such reading.
    pub(super) fn source(&self, cue: &Cue) -> Option<Option<Range<usize>>> {
        let line = self.line;
        let free = match insertion_before(line, cue.start) {
            // "Ruiz - who once said it leaked - said": what stands between dashes has its own cue.
            Some(opening) => self.free_from(opening),
            None => self.free_from(cue.verb),
        };
        let floor = free.max(line.body_start()).min(cue.verb);
        match cue.form {
            Form::Finite => {
                let subject = subject_before(line, cue.start, floor);
                if let Some(subject) = subject {
                    return Some(Some(subject));
                }
                let before = cue.start.checked_sub(1)?;
                let carried = line.is(before, COORDINATOR)
                    || line.is_comma(before)
                    || matches!(line.folded(before), "then")
                    || floor == cue.start;
                if carried {
                    return self
                        .said_by(cue.start)
                        .or_else(|| clause_subject(line, cue.start, floor))
                        .or_else(|| near_subject(line, cue.start, floor))
                        .map(Some);
                }
                None
            }
            Form::Passive => {
                let asked = cue.tags.any(HEARER | QUESTIONS);
                let it = cue.start > 0 && line.folded(cue.start - 1) == "it";
                let by =
                    (line.folded(cue.end) == "by").then(|| noun_phrase_behind(line, cue.end + 1)).flatten();
                ((asked || it) && cue.tags.any(SPEECH | HEARER)).then_some(by)
            }
            Form::Participle => self.participle_source(cue),
            Form::Infinitive => {
                let hypothetical = cue.tags.any(BELIEF) && !cue.tags.any(SPEECH);
                if hypothetical || cue.start == 0 || (0..cue.start).any(|at| line.is(at, NEGATION)) {
                    return None;
                }
                let subject = moved_to_speak(line, cue.start)
                    .or_else(|| near_subject(line, cue.start, floor))
                    .or_else(|| self.said_by(cue.start))
                    .or_else(|| main_subject(line, cue.start))?;
                (line.folded(subject.start) != "it").then_some(Some(subject))
            }
        }
    }

    /// Who a participle hangs on: "Ruiz left, saying", "After saying …, Ruiz left", "wrote a letter to Vidal asking".
    fn participle_source(&self, cue: &Cue) -> Option<Option<Range<usize>>> {
        let line = self.line;
        if cue.tags.any(BELIEF) && !cue.tags.any(SPEECH) {
            return None;
        }
        if !cue.tags.any(ING) {
            // "Asked whether he would run, Ruiz …"
            return cue.tags.any(QUESTIONS | HEARER).then_some(None);
        }
        let opening = opening_of_phrase(line, cue.start);
        if leads_sentence(line, opening) {
            return subject_behind_phrase(line, cue).map(Some);
        }
        let floor = self.free_from(cue.verb);
        enclosing_subject(line, cue, opening)
            .or_else(|| self.noun_before(cue, floor))
            .or_else(|| near_subject(line, cue.start, floor).filter(|_| follows_preposition(line, cue)))
            .or_else(|| self.said_by(cue.start))
            .or_else(|| clause_subject(line, cue.start, floor))
            .map(Some)
    }

    /// The noun right before a participle, or who brought it: "with Ruiz yelling", "a letter saying", "a tweet from Ruiz
    /// saying"; for "put out a statement saying", whoever put it out.
    fn noun_before(&self, cue: &Cue, floor: usize) -> Option<Range<usize>> {
        let line = self.line;
        // "with Trump reportedly yelling"
        let word = past_adverbs(line, cue);
        if line.is_word(word)
            && let Some(with) = (floor..word).rev().take(8).find(|&at| line.folded(at) == "with")
            && let Some(noun) = noun_phrase_behind(line, with + 1)
            && noun.end == word + 1
        {
            return Some(noun);
        }
        let before = cue.start - 1;
        if !line.is_word(before) || line.is(before, PREPOSITION | COORDINATOR | ADVERB | SUBORDINATOR | TIME)
        {
            return None;
        }
        let noun = subject_before(line, cue.start, floor);
        // "wrote a letter to Vidal asking": the writer asks.
        if let Some(noun) = &noun
            && let Some(to) = noun.clone().find(|&at| line.is(at, TO) || line.folded(at) == "with")
            && (noun.start..to).any(|at| line.is(at, SPEECH_NOUN | STATEMENT | DOCUMENT))
            && line.has_finite(floor, noun.start)
            && let Some(subject) = main_subject(line, noun.start)
        {
            return Some(subject);
        }
        let named = line.is_capital(before) || line.is(before, OBJECT);
        if noun.is_some() && (named || !line.has_finite(floor, cue.start)) {
            return noun;
        }
        // "His office put out a statement saying": the office says it.
        if line.is(before, SPEECH_NOUN)
            && line.has_finite(floor, before)
            && let Some(subject) = main_subject(line, before)
        {
            return Some(subject);
        }
        let speaks = SPEECH_NOUN | ROLE | PEOPLE | DOCUMENT | ORGANISATION;
        noun.filter(|noun| noun.clone().any(|at| line.is(at, speaks)))
    }
}

/// The last word before a participle that is no adverb.
fn past_adverbs(line: &Line<'_>, cue: &Cue) -> usize {
    let mut word = cue.start - 1;
    while word > 0 && line.is(word, ADVERB) && !line.is_capital(word) {
        word -= 1;
    }
    word
}

/// Whether a preposition stands before a participle and its adverbs: "by openly saying".
fn follows_preposition(line: &Line<'_>, cue: &Cue) -> bool {
    line.is(past_adverbs(line, cue), PREPOSITION)
}

/// The subject behind the phrase that opens a sentence: "After saying the bridge was safe, Ruiz left".
fn subject_behind_phrase(line: &Line<'_>, cue: &Cue) -> Option<Range<usize>> {
    let commas = || {
        (cue.end..line.end())
            .filter(|&at| line.is_comma(at) || (line.is_quotation(at) && ends_in_comma(line, at)))
    };
    let subject = |comma: usize| noun_phrase_behind(line, comma + 1);
    let acts = |found: &Range<usize>| line.is_finite_at(found.end);
    let main = commas().find_map(|comma| subject(comma).filter(acts));
    main.or_else(|| subject(commas().next()?))
}

/// The subject that a phrase between commas parts from its verb: "Ruiz, after saying she would not run, ran".
fn enclosing_subject(line: &Line<'_>, cue: &Cue, opening: usize) -> Option<Range<usize>> {
    let parts = opening < cue.start && line.is_comma(opening.wrapping_sub(1)) && !line.has_finite(0, opening);
    subject_before(line, opening.checked_sub(1).filter(|_| parts)?, line.body_start())
}

/// The opening of what stands between two marks before `at`, the second of which ends there: "- who once said so -".
fn insertion_before(line: &Line<'_>, at: usize) -> Option<usize> {
    let close = at.checked_sub(1)?;
    if line.is_dash(close) {
        return (0..close).rev().find(|&open| line.is_dash(open)).filter(|&open| line.is(open + 1, RELATIVE));
    }
    if !line.is_comma(close) {
        return None;
    }
    (0..close).rev().find(|&open| line.is_comma(open) && line.is(open + 1, RELATIVE))
}

/// Where the phrase of a participle starts: at "after" of "after initially saying".
fn opening_of_phrase(line: &Line<'_>, participle: usize) -> usize {
    let mut start = participle;
    while start > 0
        && (line.is(start - 1, ADVERB) && !line.is_capital(start - 1) && line.is_word(start - 1)
            || line.folded(start - 1) == "having")
    {
        start -= 1;
    }
    let opens = start > 0 && line.is(start - 1, PREPOSITION | SUBORDINATOR) && !line.is(start - 1, THAT);
    if opens { start - 1 } else { start }
}

/// Whether a phrase that starts at `at` opens its sentence, behind "now," or "but" at most.
fn leads_sentence(line: &Line<'_>, at: usize) -> bool {
    at < 3 && (0..at).all(|before| line.is_comma(before) || line.is(before, ADVERB | COORDINATOR | TIME))
}

/// Whom something brings to speak, right before "to" at `to`: of "the leak led critics to say", critics.
fn moved_to_speak(line: &Line<'_>, to: usize) -> Option<Range<usize>> {
    let moves = |at: &usize| {
        matches!(
            line.folded(*at),
            "led"
                | "leads"
                | "lead"
                | "leading"
                | "prompted"
                | "prompts"
                | "prompting"
                | "forced"
                | "forces"
                | "force"
                | "forcing"
                | "drove"
                | "drives"
                | "pushed"
                | "caused"
                | "left"
                | "leaves"
                | "leaving"
                | "allowed"
                | "allows"
                | "allowing"
        )
    };
    let verb = (to.saturating_sub(MOVED)..to).rev().find(moves)?;
    noun_phrase_behind(line, verb + 1).filter(|moved| moved.end == to)
}

/// The most units of those who are brought to speak.
const MOVED: usize = 8;
