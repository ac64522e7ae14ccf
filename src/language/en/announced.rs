//! Finds who is about to speak: a sentence that tells of somebody's words without giving them, before a quotation.
//!
//! "Vidal tweeted a warning. “Stay off the pier.”" No word of the first sentence is what is said; who says it stands
//! there all the same. What is found here is dropped again where no quotation follows; see `runs`.

use std::ops::Range;

use super::attributions::{Reading, Said};
use super::cues::{Cue, Form};
use super::noun_phrases_behind::noun_phrase_behind;
use super::subjects::{main_subject, names_somebody, subject_before};
use super::tags::*;
use crate::analysis::CueKind;

/// How many units behind its verb a noun for something said may stand: "issued, hours after the vote, a statement".
const REACH: usize = 10;

impl Reading<'_, '_> {
    /// Vidal tweeted a warning. Ruiz had a question. The mayor was blunt. (And the quotation comes next.)
    pub(super) fn announces(&mut self, cues: &[Cue]) {
        let line = self.line;
        if self.said.iter().any(|said| said.lead_in) || !line.is_quotation_soon() {
            return;
        }
        let words = self.utters().or_else(|| self.own_words()).or_else(|| self.talks());
        let words = words.or_else(|| self.words_of_another());
        let words = words.map(|(cue, source)| (cue, CueKind::Bare, source));
        let Some((cue, cue_kind, source)) = words.or_else(|| self.acts(cues)) else { return };
        self.said.push(Said {
            content: Vec::new(),
            cue: Some(cue),
            cue_kind,
            source: Some(source),
            lead_in: false,
        });
    }

    /// Vidal praised the ferry. Ruiz agreed. Mia Vos explains her plan.
    ///
    /// Who explains is heard in the next paragraph too; who praises in the same one.
    fn acts(&self, cues: &[Cue]) -> Option<(Range<usize>, CueKind, Range<usize>)> {
        let line = self.line;
        let acts = |cue: &&Cue| {
            cue.form == Form::Finite
                && !cue.negated
                && !cue.modal
                && cue.tags.any(SPEECH | NAMING | QUESTIONS | WITH_OBJECT)
        };
        cues.iter().filter(acts).find_map(|cue| {
            let source = subject_before(line, cue.start, 0)
                .or_else(|| main_subject(line, cue.start))
                .filter(|source| self.may_speak(source))?;
            // "told the Post about the night"
            let topic = cue.tags.any(HEARER)
                && (cue.end..line.end().min(cue.end + 8)).any(|at| matches!(line.folded(at), "about" | "of"));
            let told = matches!(line.folded(cue.verb), "told" | "tells");
            let kind = if cue.tags.any(TELLING) || topic || told { CueKind::Bare } else { CueKind::Neutral };
            Some((cue.start..cue.end, kind, source))
        })
    }

    /// Ruiz had a question. The union issued a statement. The mayor is unapologetic.
    fn utters(&self) -> Option<(Range<usize>, Range<usize>)> {
        let line = self.line;
        let verb = (1..line.end()).find(|&at| line.is_finite_at(at))?;
        let source = main_subject(line, line.end()).filter(|source| self.may_speak(source))?;
        let first = (source.end..line.end()).find(|&at| line.is_finite_at(at)).unwrap_or(verb);
        // "has issued", "was quick to offer"
        let verb = (first..line.end().min(first + 5))
            .rev()
            .find(|&at| line.is(at, UTTERING) && line.is(at, VERB))
            .unwrap_or(first);
        let denied = (verb..line.end().min(verb + 3)).any(|at| line.is(at, NEGATION));
        if denied {
            return None;
        }
        // "had this to say about the pier"
        if line.is(verb, HAVE) && line.folded(verb + 1) == "this" && line.folded(verb + 3) == "say" {
            return Some((verb..verb + 4, source));
        }
        let helps = line.is(verb, HAVE) && (verb + 1..verb + 3).any(|at| line.is(at, PARTICIPLE));
        if line.is(verb, UTTERING | HAVE) && !helps {
            // "voiced her support": whatever is voiced is said.
            let voiced = matches!(line.folded(verb), "voiced" | "voices" | "expressed" | "expresses");
            let noun = self.given(verb + 1).or(voiced.then_some(verb))?;
            return Some((verb..noun + 1, source));
        }
        let adjective = (verb + 1..line.end().min(verb + 5)).find(|&at| line.is(at, OUTSPOKEN))?;
        // "Vidal's allies were hopeful": which of them speaks isn't told.
        let many = line.folded(verb) == "were" && line.folded(source.end - 1).ends_with('s');
        (line.is(verb, BE) && !many).then_some((verb..adjective + 1, source))
    }

    /// The noun for something said that a verb has behind it: "issued on Monday a terse statement", "began with a tweet".
    fn given(&self, start: usize) -> Option<usize> {
        let line = self.line;
        let passes = |at: &usize| {
            line.is_word(*at)
                && !line.is_finite_at(*at)
                && !line.is(*at, SUBORDINATOR | THAT | RELATIVE)
                && (!line.is(*at, PREPOSITION | TO)
                    || matches!(line.folded(*at), "with" | "of" | "on" | "in"))
        };
        (start..line.end().min(start + REACH))
            .take_while(passes)
            .find(|&at| line.is(at, SPEECH_NOUN | STATEMENT | UTTERANCE))
    }

    /// Vidal spoke to the Post about the pier. Ruiz weighed in on the sale. The mayor went on to describe her plan.
    fn talks(&self) -> Option<(Range<usize>, Range<usize>)> {
        let line = self.line;
        let verb = (1..line.end()).find(|&at| line.is_finite_at(at) && !line.is(at, AUXILIARY))?;
        let (next, third) = (line.folded(verb + 1), line.folded(verb + 2));
        let end = match line.folded(verb) {
            "spoke" | "speaks" | "talked" | "talks" | "chatted" | "opened"
                if matches!(next, "to" | "with" | "up") =>
            {
                let asked = (verb + 2..line.end().min(verb + 8))
                    .any(|at| line.is(at, MEDIA) || line.is_capital(at) || line.folded(at) == "reporters");
                let topic = (verb + 2..line.end()).any(|at| matches!(line.folded(at), "about" | "of"));
                (asked && topic).then_some(verb + 2)?
            }
            "weighed" | "weighs" | "chimed" | "chimes" if next == "in" => verb + 2,
            "went" | "goes" if next == "on" && third == "to" && line.is(verb + 3, SPEECH | TELLING) => {
                verb + 4
            }
            "was" | "were"
                if next == "quick" && third == "to" && line.is(verb + 3, SPEECH | TELLING | NAMING) =>
            {
                verb + 4
            }
            _ => return None,
        };
        let source = subject_before(line, verb, 0)
            .or_else(|| main_subject(line, verb))
            .filter(|source| self.may_speak(source))?;
        Some((verb..end, source))
    }

    /// It calls to mind a quote attributed to Mia Vos. (And the quotation comes next.)
    fn words_of_another(&self) -> Option<(Range<usize>, Range<usize>)> {
        let line = self.line;
        // "Letters came in. One came from the mayor of Ghent, Leo Vidal."
        let came = (1..line.end().min(6))
            .find(|&at| matches!(line.folded(at), "came" | "comes") && line.folded(at + 1) == "from");
        if let Some(came) = came.filter(|_| matches!(line.folded(0), "one" | "another")) {
            let from = noun_phrase_behind(line, came + 2)?;
            return from.clone().any(|at| line.is_capital(at)).then_some((came..came + 2, from));
        }
        let worded = |at: usize| {
            matches!(line.folded(at), "quote" | "quotation" | "words" | "line" | "saying" | "phrase")
        };
        let owned = (2..line.end().saturating_sub(1)).find(|&at| {
            let attributed = line.folded(at) == "attributed" && line.is(at + 1, TO);
            worded(at - 1) && (attributed || matches!(line.folded(at), "by" | "from" | "of"))
        })?;
        let named = if line.is(owned + 1, TO) { owned + 2 } else { owned + 1 };
        let last = (named..line.end()).take_while(|&at| line.is_capital(at)).last()?;
        Some((owned - 1..owned, named..last + 1))
    }

    /// Vidal's first tweet was measured. Her answer came at once. And Vidal's reaction to that.
    fn own_words(&self) -> Option<(Range<usize>, Range<usize>)> {
        let line = self.line;
        let verb = (1..line.end()).find(|&at| line.is_finite_at(at)).unwrap_or(line.end());
        let noun =
            (0..verb).find(|&at| line.is(at, SPEECH_NOUN | STATEMENT | UTTERANCE) && !line.is(at, VERB))?;
        let owner = (0..noun).rev().find(|&at| line.folded(at) == "'s" || line.is(at, POSSESSIVE))?;
        if line.is(owner, POSSESSIVE) {
            return Some((noun..noun + 1, owner..owner + 1));
        }
        let named = (0..owner).rev().take_while(|&at| line.is_capital(at)).last()?;
        Some((noun..noun + 1, named..owner))
    }

    /// Whether a subject is somebody or a body who may speak: a name, a role, he; no thing.
    fn may_speak(&self, source: &Range<usize>) -> bool {
        let line = self.line;
        let pronoun = source.len() == 1 && line.is(source.start, SUBJECT);
        if pronoun { line.folded(source.start) != "it" } else { names_somebody(line, source) }
    }
}
