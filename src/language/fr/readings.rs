//! What each conditional is there for: reported, hypothetical, future seen from the past, softened.
//!
//! Form says little: "aurait fui" is hearsay, regret, or a future before another. What decides is what stands around:
//! a condition, said or implied; a verb of saying that governs the clause, and its time; the verb itself (devoir,
//! pouvoir soften); whether somebody is quoted; what the neighbouring conditionals are.

use super::clauses::Clause;
use super::complements::{self, Governor};
use super::conditionals::Found;
use super::conditions::{self, Condition};
use super::parse::{Parse, Tag};
use super::softened;
use super::verbs::Time;
use crate::analysis::Reading;

/// Gives each conditional its reading.
pub(super) fn decide(parse: &Parse<'_>, found: &mut [Found]) {
    let mut last: Option<Before> = None;
    let mut supposed: Option<usize> = None;
    let voice = voice(parse);
    for conditional in found {
        let neighbour = last.filter(|before| conditional.sentence <= before.sentence + 1);
        let (reading, counterfactual) =
            Reader { clause: Clause::new(parse, conditional), neighbour, supposed, voice }.reading();
        let told = parse.quotation(conditional.group.finite).is_none();
        if reading == Reading::Reported && told || counterfactual {
            last = Some(Before { sentence: conditional.sentence, counterfactual });
        }
        if told && reading != Reading::Softened {
            let runs_on = reading == Reading::Hypothetical && !counterfactual && !conditional.group.perfect;
            supposed = runs_on.then_some(conditional.sentence);
        }
        conditional.reading = reading;
    }
}

/// The conditional before, where it was reported or ran against the facts.
#[derive(Clone, Copy)]
pub(super) struct Before {
    pub(super) sentence: usize,
    pub(super) counterfactual: bool,
}

/// A conditional in its clause, and what the one before was.
pub(super) struct Reader<'p, 'a> {
    pub(super) clause: Clause<'p, 'a>,
    pub(super) neighbour: Option<Before>,
    /// The sentence of the conditional before, where that one told of a plan or of what would be.
    pub(super) supposed: Option<usize>,
    pub(super) voice: Voice,
}

/// In whose voice an article is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Voice {
    /// Somebody tells what happened.
    Telling,
    /// Somebody argues, as "je" and "nous" and with questions.
    Arguing,
}

/// How many words of the first person and questions in a thousand make an argument.
const ARGUING: usize = 6;

/// The voice of the article, what is quoted left out.
fn voice(parse: &Parse<'_>) -> Voice {
    let words = parse.words.list().len();
    let personal = (0..words)
        .filter(|&at| {
            matches!(
                parse.word(at),
                "je" | "j'" | "nous" | "notre" | "nos" | "mon" | "ma" | "mes" | "moi" | "?"
            ) && parse.quotation(at).is_none()
        })
        .count();
    if personal > 2 && personal * 1000 > words * ARGUING { Voice::Arguing } else { Voice::Telling }
}

impl Reader<'_, '_> {
    /// The reading, and whether it runs against the facts.
    fn reading(&self) -> (Reading, bool) {
        let clause = &self.clause;
        let group = clause.group();
        let plain = |reading: Reading| (reading, false);
        let softening = softened::is_modal(clause, group.finite);
        if softened::is_frozen(clause) {
            return plain(Reading::Softened);
        }
        if group.perfect && softened::is_modal(clause, group.main) || self.is_misspelt_regret() {
            return self.reading_of_regret();
        }
        let condition = conditions::condition(clause);
        let governor = complements::governor(clause.parse, group.first, clause.start);
        if self.says_nothing_of_facts() || !softening && clause.is_supposal() {
            return plain(Reading::Hypothetical);
        }
        if let Some(reading) = self.reading_under(governor, condition) {
            return plain(reading);
        }
        let sourced = condition == Condition::Phrase && group.perfect && clause.has_source_phrase();
        // "Il devrait comparaître pour dire s'il plaide": a modal hangs on a condition only where that stands before it.
        let loose = softening
            && matches!(condition, Condition::Present | Condition::Phrase)
            && !conditions::bears_on_modal(clause);
        if condition != Condition::None && !sourced && !loose {
            return (Reading::Hypothetical, group.perfect && condition != Condition::Present);
        }
        if softening || softened::is_advice(clause) {
            return plain(Reading::Softened);
        }
        if clause.is_temporal() && !clause.has_source_phrase() {
            return plain(Reading::FutureInPast);
        }
        if group.perfect { self.reading_of_perfect() } else { plain(self.reading_of_simple(governor)) }
    }

    /// aurait dû, aurait préféré: regret; "ce qu'ils auraient pu transmettre": what is suspected.
    fn reading_of_regret(&self) -> (Reading, bool) {
        let able = self.clause.parse.lemma(self.clause.group().main) == "pouvoir";
        let suspected = able
            && self.clause.in_object_relative()
            && self.clause.quoted.is_none()
            && self.clause.is_about_people();
        if suspected { (Reading::Reported, false) } else { (Reading::Hypothetical, able) }
    }

    /// n'aurait jamais du sortir: "dû" without its accent.
    fn is_misspelt_regret(&self) -> bool {
        let clause = &self.clause;
        let finite = clause.group().finite;
        clause.parse.lemma(finite) == "avoir"
            && (finite + 1..finite + 5)
                .find(|&at| !matches!(clause.parse.tag_of(at), Tag::Adverb | Tag::Negation | Tag::Inverted))
                .is_some_and(|at| clause.word(at) == "du" && clause.parse.tag_of(at + 1) == Tag::Infinitive)
    }

    /// Dire cela serait mentir; Qui aurait cru…? What follows from it isn't told by anybody.
    fn says_nothing_of_facts(&self) -> bool {
        let clause = &self.clause;
        let group = clause.group();
        let defines = clause.parse.lemma(group.finite) == "être"
            && !group.compound
            && clause.parse.tag_of(group.finite + 1) == Tag::Infinitive;
        let asked = if group.perfect {
            clause.is_question()
        } else {
            clause.is_asked() && !clause.has_source_phrase()
        };
        defines || clause.has_infinitive_subject() || asked
    }

    /// a promis que la gare rouvrirait
    fn reading_under(&self, governor: Option<Governor>, condition: Condition) -> Option<Reading> {
        let clause = &self.clause;
        let group = clause.group();
        let governor =
            governor.filter(|governor| governor.time == Time::Past && !governor.noun && !group.perfect)?;
        if softened::is_modal(clause, group.finite) {
            let real = condition == Condition::Imperfect;
            return Some(if real { Reading::Hypothetical } else { Reading::Softened });
        }
        // "a déclaré que l'homme, qui serait armé, avait crié": what is so, not what was to come.
        if clause.in_apposition() && self.is_stative() {
            return None;
        }
        let judged =
            matches!(clause.parse.lemma(governor.word), "juger" | "considérer" | "trouver" | "calculer");
        if judged && clause.is_plan() {
            return Some(Reading::Hypothetical);
        }
        let beside = clause.parse.quotation(governor.word) == clause.quoted;
        (condition != Condition::Imperfect || beside).then_some(Reading::FutureInPast)
    }

    /// Whether the sentence `other` stands in the same paragraph.
    pub(super) fn in_paragraph(&self, other: usize) -> bool {
        let sentences = self.clause.parse.sentences;
        sentences[other].block == sentences[self.clause.found.sentence].block
    }

    /// The words of the sentence before, in the same paragraph.
    pub(super) fn sentence_before(&self) -> Option<std::ops::Range<usize>> {
        let number = self.clause.found.sentence;
        let sentences = self.clause.parse.sentences;
        let before = sentences.get(number.checked_sub(1)?)?;
        (before.block == sentences[number].block).then(|| before.words.clone())
    }
}
