//! Finds speakers that only stand near: the first name of a sentence whose verb leads straight into a quotation, who is
//! asked about in the question before, whose words the next sentence says they were.

use std::ops::Range;

use super::attributions::{Found, Reading, Said};
use super::lexicon::Lexicon;
use super::line::Line;
use super::noun_phrases_behind::noun_phrase_behind;
use super::runs;
use super::tags::*;
use crate::analysis::CueKind;
use crate::language::Groundwork;

/// The most units of a sentence that only says who spoke: "Mia Vos told the Harbor Post late on Monday."
const LONGEST_CUE: usize = 12;

impl Reading<'_, '_> {
    /// Vos, a trader who had tried to stop the deal, said, “It is over.” Ruiz leaned in and boomed: “We stay.”
    ///
    /// A verb right in front of the mark says who speaks, however far back that is.
    pub(super) fn leads_to_quotation(&mut self) {
        let line = self.line;
        for at in 3..line.len() {
            let joint = line.is_comma(at - 1) || line.is_mark(at - 1, ":") || line.is(at - 1, THAT);
            if !line.is_quotation(at) || !joint || self.used[at] || !self.is_spoken(at) {
                continue;
            }
            // "As Vos put it, “…”"
            let verb = if line.folded(at - 2) == "it" { at - 3 } else { at - 2 };
            let told = line.is(verb, VERB) || self.is_own_word(verb);
            let floor = self.free_from(at).max(line.body_start()).min(verb);
            let owner = || (floor..verb).find(|&at| line.is(at, POSSESSIVE)).map(|at| at..at + 1);
            let source = self.first_somebody(floor, verb).or_else(owner);
            let Some(source) = source.filter(|_| told) else { continue };
            self.add(Said {
                content: vec![at..at + 1],
                cue: Some(verb..at - 1),
                cue_kind: CueKind::Bare,
                source: Some(source),
                lead_in: false,
            });
        }
    }

    /// Whether a quotation is somebody's words: it reads like them, or ends as a sentence of four words or more does.
    fn is_spoken(&self, at: usize) -> bool {
        let ground = self.line.ground;
        self.is_utterance(at)
            || self.line.units[at].quotation.is_some_and(|quotation| {
                let inner = ground.quotations[quotation].inner;
                ground.words.within(inner).len() > 4 && inner.of(ground.text()).ends_with(['.', '!', '?'])
            })
    }

    /// Ruiz's response was: the verb behind a noun for something said.
    fn is_own_word(&self, verb: usize) -> bool {
        let line = self.line;
        line.is(verb, BE) && (0..verb).any(|at| line.is(at, SPEECH_NOUN | STATEMENT | UTTERANCE))
    }

    /// The first person, body or thing with a voice in `from..to`: Ana Ruiz, a nurse; the guards; a voice over.
    fn first_somebody(&self, from: usize, to: usize) -> Option<Range<usize>> {
        let line = self.line;
        let named = |at: &usize| {
            line.is_capital(*at) && !line.is(*at, TIME | PREPOSITION | SUBORDINATOR)
                || line.is(*at, ROLE | PEOPLE | WITNESS)
                || line.is(*at, SUBJECT) && !matches!(line.folded(*at), "it" | "there")
                || line.folded(*at) == "voice"
        };
        let first = (from..to).find(named)?;
        let opening = first.checked_sub(1).filter(|&at| at >= from && line.is(at, OPENS_NOUN));
        let found = noun_phrase_behind(line, opening.unwrap_or(first))?;
        let end = (found.start + 1..found.end.min(to))
            .find(|&at| line.is_comma(at) || line.is(at, RELATIVE) || line.folded(at) == "'s")
            .unwrap_or(found.end.min(to));
        Some(found.start..end)
    }

    /// Why was she out in the heat? (And the quotation, which is her answer, comes next.)
    pub(super) fn is_answered(&mut self) {
        let line = self.line;
        let asks = line.len() > 2 && line.is_mark(line.len() - 1, "?");
        if !asks || !self.said.is_empty() || !line.is_quotation_soon() {
            return;
        }
        let of_her = |at: &usize| matches!(line.folded(*at), "he" | "she" | "they");
        let Some(asked) = (0..line.len()).find(of_her) else { return };
        self.said.push(Said {
            content: Vec::new(),
            cue: None,
            cue_kind: CueKind::Neutral,
            source: Some(asked..asked + 1),
            lead_in: false,
        });
    }
}

/// “I'd rather swim.” That line from Ana Ruiz became famous. “The end is near.” So says a voice in the dark.
///
/// Adds the quotation before the sentence to `found` where nobody has it yet.
pub(super) fn add(ground: &Groundwork<'_>, lexicon: &Lexicon, found: &mut Vec<Found>) {
    let mut taken: Option<Vec<bool>> = None;
    for index in 1..ground.sentences.len() {
        let first = ground.sentences[index].words.start;
        let opens = matches!(
            (ground.words.folded(first), ground.words.folded(first + 1)),
            ("that" | "this" | "those" | "these" | "the", _)
                | ("so", "says" | "said" | "went" | "goes")
                | ("thus", "wrote" | "said" | "spoke" | "spake")
        );
        let beside = ground.sentences[index - 1].block == ground.sentences[index].block;
        let before = ground.sentences[index - 1].span.end();
        let number = ground.quotations.partition_point(|quotation| quotation.span.end() < before);
        // “This is about wires on a grand scale,” / Vidal says. – a paragraph that broke in two.
        let open =
            ground.quotations.get(number).is_some_and(|open| open.inner.of(ground.text()).ends_with(','));
        let beside = beside || open;
        let quotation = ground.quotations.get(number).filter(|quotation| {
            (opens || beside)
                && quotation.span.end() == before
                && ground.words.within(quotation.inner).len() >= 4
        });
        let Some(quotation) = quotation else { continue };
        let line = Line::new(ground, lexicon, index, number + 1);
        let told = if opens { told_behind(&line) } else { None };
        let told = told.or_else(|| if beside { cue_alone(&line) } else { None });
        let Some((cue, source)) = told else { continue };
        if taken.get_or_insert_with(|| runs::taken(ground, found))[number] {
            continue;
        }
        found.push(Found {
            content: vec![quotation.span],
            cue: Some(line.span(cue.start, cue.end)),
            cue_kind: CueKind::Bare,
            source: Some(line.span(source.start, source.end)),
            sentence: index,
            lead_in: false,
        });
    }
    found.sort_by_key(|found| found.sentence);
}

/// The cue and the source of a sentence that is no more: “…” Mia Vos recalled later. Or that goes on with who spoke: “…”
/// Vos continued, “…”
fn cue_alone(line: &Line<'_>) -> Option<(Range<usize>, Range<usize>)> {
    let limit = line.end().min(LONGEST_CUE);
    // “How about the mayor starts?” Mia Vos was quoted as saying, playing along.
    let quoted = (2..limit).find(|&at| {
        line.folded(at) == "quoted"
            && line.folded(at + 1) == "as"
            && line.is(at - 1, BE)
            && line.is(at + 2, ING)
    });
    if let Some(quoted) =
        quoted.filter(|&quoted| (0..quoted).all(|at| line.is_word(at) || line.is_mark(at, ".")))
    {
        return Some((quoted - 1..quoted + 3, 0..quoted - 1));
    }
    let says = |at: &usize| {
        line.is_verb_shaped(*at)
            && line.is(*at, SPEECH | BESIDE_QUOTATION)
            && line.is(*at, PAST | THIRD)
            && !line.is(*at, NOUN_TOO)
    };
    let verb = (1..limit).find(says)?;
    let source = (0..verb).find(|&at| line.is(at, ADVERB) && !line.is_capital(at)).unwrap_or(verb);
    let named = line.is_capital(0) || line.is(0, OPENS_NOUN | SUBJECT);
    if !named
        || source == 0
        || (0..source).any(|at| !line.is_word(at))
        || (0..verb).any(|at| line.is_finite_at(at))
    {
        return None;
    }
    let goes_on =
        matches!(line.folded(verb), "continued" | "continues" | "added" | "adds" | "concluded" | "concludes");
    let leads =
        goes_on && (line.is_comma(verb + 1) || line.is_mark(verb + 1, ":")) && line.is_quotation(verb + 2);
    let adjunct = |at: usize| line.is(at, PREPOSITION | TIME | ADVERB | HEARER) || line.is_capital(at);
    let alone = line.end() <= limit
        && !line.has_quotation()
        && (line.end() == verb + 1 || adjunct(verb + 1) && !line.has_finite(verb + 1, line.end()));
    (alone || leads).then_some((verb..verb + 1, 0..source))
}

/// The cue and the source of "That quote from Ana Ruiz appeared …", "So says a voice".
fn told_behind(line: &Line<'_>) -> Option<(Range<usize>, Range<usize>)> {
    if matches!(line.folded(0), "so" | "thus") {
        return Some((1..2, noun_phrase_behind(line, 2)?));
    }
    let noun = line.is(1, SPEECH_NOUN | STATEMENT | UTTERANCE)
        || matches!(line.folded(1), "quote" | "line" | "words" | "lines" | "sentiment" | "observation");
    // "These are the questions Ana Ruiz will be asking."
    if line.is(1, BE) && line.folded(0) != "the" {
        let noun = (2..line.end().min(6)).find(|&at| {
            line.is(at, SPEECH_NOUN | STATEMENT | UTTERANCE)
                || matches!(line.folded(at), "words" | "questions")
        })?;
        let of = usize::from(matches!(line.folded(noun + 1), "of" | "from" | "by"));
        return Some((1..noun + 1, noun_phrase_behind(line, noun + 1 + of)?));
    }
    // "That's from a customer who kept the note."
    if line.folded(1) == "'s" && line.folded(2) == "from" {
        return Some((1..3, noun_phrase_behind(line, 3)?));
    }
    let owned = matches!(line.folded(2), "from" | "by");
    if !noun || !owned {
        return None;
    }
    Some((1..2, noun_phrase_behind(line, 3)?))
}
