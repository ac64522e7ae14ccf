//! The way from a cue to what it brings: past whom it is told, when and where, to a quotation, a clause, a thing.

use super::clauses::{leads_clause, starts_clause};
use super::complements::{hearer_end, is_infinitive, noun_end, object};
use super::contents::{Behind, behind_comma};
use super::cues::{Cue, Form};
use super::line::Line;
use super::noun_phrases_behind::opens_noun_phrase;
use super::tags::*;

/// What a look at one place behind a cue gives.
pub(super) enum Step {
    /// What the cue brings; also that it brings nothing.
    Found(Behind),
    /// What stands here tells when, where or to whom: look on from there.
    On(usize),
}

const NOTHING: Option<Step> = Some(Step::Found(Behind::Nothing));

/// The way from a cue to what it brings, past whom it is told and when and where.
pub(super) struct Search<'a, 'b> {
    line: &'a Line<'b>,
    cue: &'a Cue,
    limit: usize,
    /// Whether a hearer may still come.
    hearer: bool,
    /// Where the hearer starts.
    heard: Option<usize>,
    /// Whether a phrase was passed.
    passed: bool,
}

impl<'a, 'b> Search<'a, 'b> {
    /// A search that starts right behind `cue`.
    pub(super) fn new(line: &'a Line<'b>, cue: &'a Cue) -> Self {
        let hearer = cue.tags.any(HEARER) && cue.form != Form::Passive;
        Self { line, cue, limit: line.end(), hearer, heard: None, passed: false }
    }

    /// The first thing that the place at `at` can be, in this order.
    pub(super) fn step(&mut self, at: usize) -> Step {
        None.or_else(|| self.quotation(at))
            .or_else(|| self.mark(at))
            .or_else(|| self.comma(at))
            .or_else(|| self.conjunction(at))
            .or_else(|| self.infinitive(at))
            .or_else(|| self.addressed(at))
            .or_else(|| self.clause(at))
            .or_else(|| self.phrase(at))
            .or_else(|| self.short(at))
            .unwrap_or_else(|| Step::Found(self.thing(at)))
    }

    /// What the end of the sentence brings: a colon leads in; so does a statement with a quotation next.
    pub(super) fn at_end(&self) -> Behind {
        let (line, limit) = (self.line, self.limit);
        // "Lau said in a statement. “There are no ballots.”"
        let stated = self.cue.tags.any(CLAUSE) && line.is(limit - 1, SPEECH_NOUN) && line.is_quotation_next();
        let colon = line.is_mark(limit.wrapping_sub(1), ":");
        if colon || stated { Behind::LeadIn } else { Behind::Nothing }
    }

    fn quotation(&mut self, at: usize) -> Option<Step> {
        let (line, limit, cue) = (self.line, self.limit, self.cue);
        if !line.is_quotation(at) {
            return None;
        }
        // "told “Fox and Friends”" names the hearer.
        if self.hearer && at == cue.end && line.units[at].span.len() < 30 && at + 1 < limit {
            self.hearer = false;
            return Some(Step::On(at + 1));
        }
        // "said on “Harbor Today” on Sunday that" names the programme.
        let that = (at + 1..limit.min(at + 6)).find(|&next| line.is(next, THAT));
        let names = that.is_some_and(|that| !line.has_finite(at, that))
            && line.units[at].span.len() < 34
            && (at > cue.end || self.hearer)
            && line.is_word(at - 1);
        Some(if names { Step::On(at + 1) } else { Step::Found(Behind::Quotation(at)) })
    }

    /// A colon or a dash, or how often.
    fn mark(&self, at: usize) -> Option<Step> {
        let (line, limit) = (self.line, self.limit);
        if line.is_dash(at)
            && let Some(close) = (at + 2..limit.min(at + 14)).find(|&close| line.is_dash(close))
            && (line.is(close + 1, THAT) || line.is_quotation(close + 1))
        {
            // "said — on television, no less — that"
            return Some(Step::On(close + 1));
        }
        // "asked three times “Who believes in it?”"
        if line.folded(at + 1) == "times" && line.is_quotation(at + 2) {
            return Some(Step::On(at + 2));
        }
        let colon = line.is_mark(at, ":");
        if !colon && !line.is_dash(at) {
            return None;
        }
        Some(Step::Found(match () {
            () if at + 1 >= limit => Behind::LeadIn,
            () if line.is_quotation(at + 1) => Behind::Quotation(at + 1),
            () if colon => Behind::Words(at + 1),
            () => Behind::Nothing,
        }))
    }

    fn comma(&self, at: usize) -> Option<Step> {
        let (line, limit) = (self.line, self.limit);
        if !line.is_comma(at) {
            return None;
        }
        if let Some(next) = behind_comma(line, at, limit) {
            return Some(Step::On(next));
        }
        if self.heard.is_some() && line.is(at + 1, RELATIVE) {
            // "asked Kasich, who is fourth, to leave"
            let close = (at + 2..limit.min(at + 24)).find(|&close| line.is_comma(close));
            if let Some(close) = close {
                return Some(Step::On(close + 1));
            }
        }
        NOTHING
    }

    /// "that", or the word of a question.
    fn conjunction(&self, at: usize) -> Option<Step> {
        let (line, cue) = (self.line, self.cue);
        let that = line.is(at, THAT) && !(line.is(at, OPENS_NOUN) && ends_clause_soon(line, at, self.limit));
        let question = line.is(at, QUESTION_WORD) && takes_question(cue) && !is_after_noun(line, at, cue);
        (that || question).then_some(Step::Found(Behind::Words(at)))
    }

    /// "to" and what follows it: what is promised, or to whom it's said.
    fn infinitive(&mut self, at: usize) -> Option<Step> {
        let (line, cue) = (self.line, self.cue);
        if !line.is(at, TO) && !(line.folded(at) == "not" && line.is(at + 1, TO)) {
            return None;
        }
        let verb = if line.is(at, TO) { at + 1 } else { at + 2 };
        let asked = cue.form == Form::Participle && cue.tags.any(QUESTIONS) && !cue.tags.any(ING);
        if cue.tags.any(INFINITIVE | DIRECTIVE) && !asked && is_infinitive(line, verb) {
            return Some(Step::Found(Behind::Words(self.heard.unwrap_or(at))));
        }
        let Some(end) = noun_end(line, at + 1, self.limit) else { return NOTHING };
        // "adds to the drama that": a thing hears nothing.
        let hears = |at: usize| {
            line.is_capital(at)
                || line.is(at, OBJECT | HEARER | PEOPLE | ROLE | WITNESS | COLLECTIVE | ORGANISATION)
        };
        if line.is(end, THAT) && line.is(at + 1, OPENS_NOUN) && !(at + 1..end).any(hears) {
            return NOTHING;
        }
        self.passed = true;
        Some(Step::On(end))
    }

    /// The hearer: "told him", "told reporters": but "promised the bridge would hold".
    fn addressed(&mut self, at: usize) -> Option<Step> {
        let (line, cue) = (self.line, self.cue);
        let describes = line.is(at, ING) && line.is(at + 1, PEOPLE | COLLECTIVE | ROLE | WITNESS | HEARER)
            || line.is(at, ING) && line.folded(at + 1).ends_with('s') && line.is(at + 2, THAT);
        let hears = self.hearer
            && (line.is(at, OBJECT) || opens_noun_phrase(line, at) || describes)
            && !line.is(at, SUBJECT)
            && (line.is(at, HEARER) || cue.tags.any(HEARER));
        if !hears {
            return None;
        }
        self.hearer = false;
        let end = hearer_end(line, at, self.limit).filter(|&end| !line.is_finite_at(end))?;
        self.heard = Some(at);
        self.passed = true;
        Some(Step::On(end))
    }

    /// A clause without "that".
    fn clause(&self, at: usize) -> Option<Step> {
        let (line, limit, cue) = (self.line, self.limit, self.cue);
        let words = Some(Step::Found(Behind::Words(at)));
        // "suggested she marry", "demanded they leave"
        if cue.tags.any(DIRECTIVE) && line.is(at, SUBJECT) && !line.is(at, RELATIVE) && line.is(at + 1, BASE)
        {
            return words;
        }
        if takes_clause(cue) && (starts_clause(line, at, limit) || leads_clause(line, at, limit)) {
            return words;
        }
        let heard = self.heard.is_some();
        let plain = cue.tags.any(CLAUSE) || (cue.tags.any(HEARER) && cue.tags.any(SPEECH) && heard);
        let fresh = line.is_word(at)
            && !line
                .is(at, PREPOSITION | TIME | ADVERB | OBJECT | TO | COORDINATOR | SUBORDINATOR | AUXILIARY)
            && line.has_finite(at + 1, limit.min(at + 12));
        let long = limit >= at + if cue.tags.any(CLAUSE) { 3 } else { 4 };
        let right_there = at == cue.end || heard;
        if plain && (opens_noun_phrase(line, at) || fresh) && !line.is(at, TIME) && long && right_there {
            return words;
        }
        if line.folded(at) == "about" && heard && cue.tags.any(QUESTIONS) {
            // "asked Ruiz about her plans"
            return Some(Step::Found(Behind::Words(at + 1)));
        }
        // "wrote the local newspaper that", "wrote The Herald, a daily, that"
        if cue.tags.any(SPEECH) && at == cue.end && opens_noun_phrase(line, at) {
            let that = (at + 1..limit.min(at + 10)).find(|&next| line.is(next, THAT));
            let told = that.filter(|&that| {
                !line.has_finite(at, that)
                    && (noun_end(line, at, that) == Some(that) || line.is_comma(that - 1))
                    && line.has_finite(that + 1, limit)
            });
            return told.map(|that| Step::Found(Behind::Words(that)));
        }
        None
    }

    /// A phrase that tells when and where: "in a statement released by his office".
    fn phrase(&mut self, at: usize) -> Option<Step> {
        let (line, cue) = (self.line, self.cue);
        // "told her aides as she left": when, not what.
        if self.passed && line.folded(at) == "as" && line.is(at + 1, SUBJECT) {
            return NOTHING;
        }
        if line.is(at, PREPOSITION) && !line.is(at, THAT) {
            // "replied before adding that": another cue's.
            if line.is(at + 1, ING) && line.is(at + 1, SPEECH) && line.is(at + 2, THAT) {
                return NOTHING;
            }
            let Some(end) = noun_end(line, at + 1, self.limit) else { return NOTHING };
            self.passed |= !line.is(at + 1, TIME);
            return Some(Step::On(end));
        }
        // "said in a statement released by his office that", "for years on the stump and in print that"
        let goes_on = line.is(at, PARTICIPLE) && line.is(at + 1, PREPOSITION | TIME)
            || line.is(at, COORDINATOR) && line.is(at + 1, PREPOSITION);
        // "scolded him: “…”"
        let him = at == cue.end
            && (line.is(at, OBJECT) || line.folded(at) == "this")
            && (line.is_mark(at + 1, ":,") || line.is_quotation(at + 1));
        (self.passed && goes_on || him).then_some(Step::On(at + 1))
    }

    /// A word that tells when or how.
    fn short(&self, at: usize) -> Option<Step> {
        let line = self.line;
        let short = line.is(at, TIME)
            || (line.is(at, ADVERB) && !line.is(at, OPENS_NOUN))
            || (line.is(at, OPENS_NOUN) && line.is(at + 1, TIME))
            || matches!(line.folded(at), "last" | "late" | "next");
        short.then_some(Step::On(at + 1))
    }

    /// The thing that a verb with an object says: "announced the sale".
    fn thing(&self, at: usize) -> Behind {
        if self.passed || !self.cue.tags.any(WITH_OBJECT) || self.cue.form == Form::Infinitive {
            return Behind::Nothing;
        }
        object(self.line, self.cue, at, self.limit).map_or(Behind::Nothing, Behind::Words)
    }
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
