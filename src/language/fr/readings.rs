//! What each conditional is there for: reported, hypothetical, future seen from the past, softened.
//!
//! Form says little: "aurait fui" is hearsay, regret, or a future before another. What decides is what stands around:
//! a condition, said or implied; a verb of saying that governs the clause, and its time; the verb itself (devoir,
//! pouvoir soften); whether somebody is quoted; what the neighbouring conditionals are.

use super::conditionals::Found;
use super::lexicon::Features;
use super::parse::{Parse, Tag};
use super::verbs::{self, Time};
use super::vocabulary::{Marks, PhraseKind};
use crate::analysis::Reading;

/// Gives each conditional its reading.
pub(super) fn decide(parse: &Parse<'_>, found: &mut [Found]) {
    let mut last_reported: Option<usize> = None;
    for at in 0..found.len() {
        let near = last_reported.is_some_and(|sentence| found[at].sentence <= sentence + 1);
        let reading = Setting::new(parse, &found[at], near).reading();
        if reading == Reading::Reported && parse.quotation(found[at].group.finite).is_none() {
            last_reported = Some(found[at].sentence);
        }
        found[at].reading = reading;
    }
}

/// A conditional among the words of its sentence.
struct Setting<'p, 'a> {
    parse: &'p Parse<'a>,
    found: &'p Found,
    start: usize,
    end: usize,
    quoted: Option<usize>,
    chained: bool,
}

/// The word that governs the clause of a conditional: "promis" in "a promis que la gare rouvrirait".
#[derive(Clone, Copy, Debug)]
pub(super) struct Governor {
    /// Its word.
    pub(super) word: usize,
    /// The lists it stands on.
    pub(super) marks: Marks,
    /// When it is.
    pub(super) time: Time,
    /// The conjunction.
    pub(super) conjunction: usize,
}

impl<'p, 'a> Setting<'p, 'a> {
    fn new(parse: &'p Parse<'a>, found: &'p Found, chained: bool) -> Self {
        let sentence = &parse.sentences[found.sentence];
        let quoted = parse.quotation(found.group.finite);
        Self { parse, found, start: sentence.words.start, end: sentence.words.end, quoted, chained }
    }

    fn reading(&self) -> Reading {
        let group = &self.found.group;
        let finite = self.parse.lemma(group.finite);
        let main = self.parse.lemma(group.main);
        let compound = group.compound && group.main != group.finite;
        let softening = self.parse.vocabulary.verb(finite).any(Marks::SOFTENING);
        if self.is_frozen() {
            return Reading::Softened;
        }
        let condition = self.has_condition();
        if compound && self.parse.vocabulary.verb(main).any(Marks::SOFTENING) {
            return Reading::Hypothetical;
        }
        let governor = self.governor();
        if let Some(governor) = governor {
            if governor.time == Time::Past && !compound && governor.marks.any(Marks::SAYING) {
                if softening && condition != Condition::Imperfect {
                    return Reading::Softened;
                }
                if condition != Condition::Imperfect || self.parse.quotation(governor.word) == self.quoted {
                    return Reading::FutureInPast;
                }
            }
        }
        match condition {
            Condition::Imperfect => return Reading::Hypothetical,
            Condition::Phrase if !softening || compound => return Reading::Hypothetical,
            Condition::Present if !softening => return Reading::Hypothetical,
            _ => {}
        }
        if softening {
            return Reading::Softened;
        }
        if compound {
            return if self.quoted_clause() && !self.has_source_phrase() {
                Reading::Hypothetical
            } else {
                Reading::Reported
            };
        }
        if self.is_evaluation() {
            return Reading::Softened;
        }
        if self.has_source_phrase() && !self.is_plan() {
            return Reading::Reported;
        }
        if self.chained && self.quoted.is_none() && !self.is_plan() && !self.in_relative() {
            return Reading::Reported;
        }
        if governor.is_some_and(|governor| governor.time == Time::Present)
            && self.is_stative()
            && self.quoted.is_none()
            && !self.is_plan()
        {
            return Reading::Reported;
        }
        Reading::Hypothetical
    }

    fn word(&self, index: usize) -> &'a str {
        if index < self.end { self.parse.word(index) } else { "" }
    }

    /// Whether the conditional stands in a whole quoted clause.
    fn quoted_clause(&self) -> bool {
        self.quoted.is_some()
    }

    /// ne serait-ce que; on dirait; on aurait dit; ne saurait
    fn is_frozen(&self) -> bool {
        let group = &self.found.group;
        let finite = group.finite;
        let before = finite.checked_sub(1).map_or("", |at| self.parse.word(at));
        match self.parse.lemma(finite) {
            "être" if self.word(finite + 1) == "-ce" && matches!(before, "ne" | "n'" | "fût") => true,
            "savoir" => {
                matches!(before, "ne" | "n'")
                    || group.first < finite && matches!(self.parse.word(group.first), "ne" | "n'")
            }
            "dire" | "croire" => {
                before == "on" || before == "se" && finite > 1 && self.parse.word(finite - 2) == "on"
            }
            "avoir" => before == "on" && self.parse.lemma(group.main) == "dire" && group.compound,
            _ => false,
        }
    }

    /// il serait utile de, le mieux serait de: advice.
    fn is_evaluation(&self) -> bool {
        let finite = self.found.group.finite;
        if self.parse.lemma(finite) != "être" {
            return false;
        }
        let subject = finite.checked_sub(1).map_or("", |at| self.parse.word(at));
        let mut next = finite + 1;
        while matches!(self.parse.tag_of(next), Tag::Adverb | Tag::Negation | Tag::Inverted) {
            next += 1;
        }
        let judged = matches!(self.parse.tag_of(next), Tag::Adjective | Tag::PastParticiple | Tag::Noun)
            && matches!(self.word(next + 1), "de" | "d'" | "que" | "qu'");
        (matches!(subject, "il") && judged)
            || (matches!(subject, "mieux" | "idéal" | "préférable")
                && matches!(self.word(next), "de" | "d'" | "que" | "qu'"))
    }

    fn same_level(&self, index: usize) -> bool {
        self.quoted.is_none() || self.parse.quotation(index) == self.quoted
    }

    /// What condition the sentence sets.
    fn has_condition(&self) -> Condition {
        let mut best = Condition::None;
        let mut index = self.start;
        while index < self.end {
            if self.same_level(index) {
                let condition = self.condition_at(index);
                if condition > best {
                    best = condition;
                }
            }
            index += 1;
        }
        best
    }

    fn condition_at(&self, index: usize) -> Condition {
        let word = self.word(index);
        if word == "si" || (word == "s'" && self.parse.tag_of(index) == Tag::Subordinator) {
            return self.condition_of_si(index);
        }
        match self.parse.phrase(index, self.end) {
            Some((PhraseKind::Condition, length)) => self.condition_of_phrase(index, length),
            _ => Condition::None,
        }
    }

    /// What "si" at `index` is: a condition, or the question, concession or degree that it also introduces.
    fn condition_of_si(&self, index: usize) -> Condition {
        let before = index.checked_sub(1).filter(|&at| at >= self.start);
        let asked = before.is_some_and(|at| {
            let lemma = self.parse.lemma(at);
            matches!(
                lemma,
                "savoir" | "demander" | "ignorer" | "vérifier" | "déterminer" | "dire" | "voir" | "préciser"
            )
        });
        let next = self.word(index + 1);
        if asked || matches!(next, "bien" | "peu") && matches!(self.word(index + 2), "que" | "qu'") {
            return Condition::None;
        }
        if self.parse.lexeme(index + 1).can_be(Features::ADJECTIVE)
            && self.word(index) == "si"
            && !self.parse.lexeme(index + 1).can_be(Features::NOUN)
        {
            return Condition::None;
        }
        let verb = (index + 1..self.end.min(index + 16)).find(|&at| self.parse.tag_of(at) == Tag::Verb);
        let Some(verb) = verb else { return Condition::None };
        if verb == self.found.group.finite {
            return Condition::None;
        }
        let finite = self.parse.lexeme(verb).finite;
        if finite & Features::IMPERFECT != 0 {
            Condition::Imperfect
        } else if finite & Features::CONDITIONAL != 0 {
            Condition::None
        } else {
            Condition::Present
        }
    }

    /// A phrase such as "en cas de" bears on the conditional where it stands in its clause.
    fn condition_of_phrase(&self, index: usize, length: usize) -> Condition {
        let finite = self.found.group.finite;
        let (from, to) =
            if index < finite { (index + length, self.found.group.first) } else { (finite + 1, index) };
        if from > to {
            return Condition::None;
        }
        // Another clause between them takes it: "parti sans payer, il aurait…" has a comma alone, which is no barrier.
        let barrier = (from..to).any(|at| {
            matches!(self.word(at), ";" | ":" | "." | "qui" | "dont")
                || (self.parse.tag_of(at) == Tag::Verb && at != finite)
        });
        let weak = self.word(index) == "sans"
            && (self.parse.lexeme(index + 1).can_be(Features::INFINITIVE)
                || matches!(self.word(index + 1), "doute" | "cesse" | "précédent" | "abri" | "papiers"));
        if barrier || weak { Condition::None } else { Condition::Phrase }
    }

    /// Whether a phrase gives a source in the sentence: selon la police.
    fn has_source_phrase(&self) -> bool {
        let mut index = self.start;
        while index < self.end {
            match self.parse.phrase(index, self.end) {
                Some((PhraseKind::AccordingTo | PhraseKind::Hearsay, _))
                    if self.same_level(index) || self.parse.quotation(index).is_none() =>
                {
                    return true;
                }
                Some((_, length)) => index += length,
                None => index += 1,
            }
        }
        false
    }

    /// Whether what is spoken of is only planned or imagined: une telle mesure, ce, cela.
    fn is_plan(&self) -> bool {
        let first = self.found.group.first;
        let mut index = first;
        let from = first.saturating_sub(10).max(self.start);
        while index > from {
            index -= 1;
            let word = self.word(index);
            if index + 1 == first && matches!(word, "ce" | "c'" | "cela" | "ça" | "ceci") {
                return true;
            }
            if matches!(word, "tel" | "telle" | "tels" | "telles")
                || self.parse.lexeme(index).noun.any(Marks::PLAN)
            {
                return true;
            }
            if matches!(self.parse.tag_of(index), Tag::Verb)
                || matches!(word, ";" | ":" | "." | "»" | "\"" | "”")
            {
                return false;
            }
        }
        false
    }

    fn in_relative(&self) -> bool {
        let first = self.found.group.first;
        first > self.start
            && matches!(self.word(first - 1), "qui" | "lequel" | "laquelle" | "lesquels" | "lesquelles")
    }

    fn is_stative(&self) -> bool {
        matches!(
            self.parse.lemma(self.found.group.main),
            "être"
                | "avoir"
                | "agir"
                | "compter"
                | "exister"
                | "vivre"
                | "dater"
                | "provenir"
                | "remonter"
                | "travailler"
                | "posséder"
                | "détenir"
                | "figurer"
                | "concerner"
                | "atteindre"
                | "manquer"
                | "souffrir"
                | "habiter"
                | "appartenir"
                | "disposer"
                | "préparer"
                | "contenir"
        )
    }

    /// The verb or noun of saying that governs the clause of the conditional.
    fn governor(&self) -> Option<Governor> {
        governor(self.parse, self.found.group.first, self.start)
    }
}

/// How much a sentence makes a conditional hang on a condition, weakest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Condition {
    None,
    /// si + present
    Present,
    /// en cas de
    Phrase,
    /// si + imperfect
    Imperfect,
}

/// The word of saying, thinking or wanting whose complement clause holds the word `at`; looked for up to `start`.
pub(super) fn governor(parse: &Parse<'_>, at: usize, start: usize) -> Option<Governor> {
    let mut index = at;
    while index > start {
        index -= 1;
        match parse.word(index) {
            ";" => return None,
            "que" | "qu'" | "si" => {
                if let Some(governor) = governor_of(parse, index, start) {
                    return Some(governor);
                }
            }
            _ => {}
        }
    }
    None
}

/// The governor of the conjunction at `conjunction`: the last verb, participle or noun of saying before it, with
/// nothing but its complements between.
fn governor_of(parse: &Parse<'_>, conjunction: usize, start: usize) -> Option<Governor> {
    let mut index = conjunction;
    let from = conjunction.saturating_sub(18).max(start);
    while index > from {
        index -= 1;
        let word = parse.word(index);
        let lexeme = parse.lexeme(index);
        match parse.tag_of(index) {
            Tag::Verb | Tag::PastParticiple | Tag::Infinitive | Tag::PresentParticiple => {
                if !lexeme.verb.any(Marks::SAYING) {
                    // "a fait savoir que": the infinitive says it. "qu'il est clair que" says nothing.
                    return None;
                }
                let time = match parse.tag_of(index) {
                    Tag::Verb => verbs::time(parse, &verbs::group(parse, index, start, conjunction)),
                    Tag::PastParticiple => {
                        let auxiliary = (from..index).rev().find(|&at| parse.tag_of(at) == Tag::Verb);
                        auxiliary.map_or(Time::Past, |at| {
                            let finite = parse.lexeme(at).finite;
                            if finite & (Features::CONDITIONAL | Features::FUTURE) != 0 {
                                Time::Present
                            } else {
                                Time::Past
                            }
                        })
                    }
                    _ => time_of_open(parse, index, start),
                };
                return Some(Governor { word: index, marks: lexeme.verb, time, conjunction });
            }
            Tag::Noun if index + 1 == conjunction && lexeme.noun.any(Marks::SPEECH_NOUN) => {
                return Some(Governor { word: index, marks: Marks::SPEECH, time: Time::Open, conjunction });
            }
            Tag::Subordinator | Tag::Coordinator if word != "et" => return None,
            Tag::Mark if !matches!(word, "," | "(" | ")" | "»" | "«" | "\"" | "'" | "’") => return None,
            _ => {}
        }
    }
    None
}

/// The time of a participle or infinitive: that of the finite verb before it, past where there is none.
fn time_of_open(parse: &Parse<'_>, index: usize, start: usize) -> Time {
    match (start..index).rev().find(|&at| parse.tag_of(at) == Tag::Verb) {
        Some(verb) => verbs::time(parse, &verbs::group(parse, verb, start, index)),
        None => Time::Past,
    }
}
