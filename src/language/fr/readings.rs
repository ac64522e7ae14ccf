//! What each conditional is there for: reported, hypothetical, future seen from the past, softened.
//!
//! Form says little: "aurait fui" is hearsay, regret, or a future before another. What decides is what stands around:
//! a condition, said or implied; a verb of saying that governs the clause, and its time; the verb itself (devoir,
//! pouvoir soften); whether somebody is quoted; what the neighbouring conditionals are.

use super::clauses::{self, Clause};
use super::complements::{self, Governor};
use super::conditionals::Found;
use super::conditions::{self, Condition};
use super::parse::{Parse, Tag};
use super::softened;
use super::verbs::Time;
use super::vocabulary::Marks;
use crate::analysis::Reading;

/// Gives each conditional its reading.
pub(super) fn decide(parse: &Parse<'_>, found: &mut [Found]) {
    let mut last: Option<Before> = None;
    let voice = voice(parse);
    for conditional in found {
        let neighbour = last.filter(|before| conditional.sentence <= before.sentence + 1);
        let (reading, counterfactual) =
            Reader { clause: Clause::new(parse, conditional), neighbour, voice }.reading();
        let told = parse.quotation(conditional.group.finite).is_none();
        if reading == Reading::Reported && told || counterfactual {
            last = Some(Before { sentence: conditional.sentence, counterfactual });
        }
        conditional.reading = reading;
    }
}

/// The conditional before, where it was reported or ran against the facts.
#[derive(Clone, Copy)]
struct Before {
    sentence: usize,
    counterfactual: bool,
}

/// A conditional in its clause, and what the one before was.
struct Reader<'p, 'a> {
    clause: Clause<'p, 'a>,
    neighbour: Option<Before>,
    voice: Voice,
}

/// In whose voice an article is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Voice {
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
        if self.says_nothing_of_facts() {
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

    /// aurait fui: hearsay, unless somebody wishes it or utters it, or it runs against the facts.
    fn reading_of_perfect(&self) -> (Reading, bool) {
        let clause = &self.clause;
        let group = clause.group();
        let parse = clause.parse;
        let sourced = clause.has_source_phrase();
        let wished = matches!(clause.pronoun(), "on" | "je" | "j'" | "nous" | "vous" | "tu")
            || (group.finite..group.main).any(|at| {
                parse.word(at) == "bien" || parse.word(at) == "sans" && clause.word(at + 1) == "doute"
            });
        // « … », lui aurait-il crié: the incise itself is hearsay, whatever stands in the quotation.
        let uttered = clause.quoted.is_some() && !sourced;
        if wished || uttered {
            return (Reading::Hypothetical, false);
        }
        let unreal = clause.hangs_on_denial()
            || !sourced
                && !clause.has_incise()
                && (self.is_outcome() || self.is_judged() || self.is_cancelled());
        let runs_on = self.neighbour.is_some_and(|before| before.counterfactual) && !sourced;
        if unreal || runs_on { (Reading::Hypothetical, true) } else { (Reading::Reported, false) }
    }

    /// aurait permis, aurait évité, n'aurait rien changé, aurait enchanté: what would have come of it.
    fn is_outcome(&self) -> bool {
        let group = self.clause.group();
        let marks = self.clause.parse.vocabulary.verb(self.clause.parse.lemma(group.main));
        let denied = (group.first..group.main).any(|at| matches!(self.clause.word(at), "ne" | "n'"));
        marks.any(Marks::OUTCOME) || denied && self.clause.parse.lemma(group.main) == "changer"
    }

    /// aurait été possible, serait nécessaire: a judgement on what isn't so.
    fn is_judged(&self) -> bool {
        let clause = &self.clause;
        let group = clause.group();
        let parse = clause.parse;
        if parse.lemma(group.finite) != "être" && parse.word(group.main) != "été" {
            return false;
        }
        let judged = group.main.max(group.finite) + 1;
        (judged..judged + 3)
            .find(|&at| !matches!(parse.tag_of(at), Tag::Adverb | Tag::Negation))
            .is_some_and(|at| parse.lexeme(at).noun.any(Marks::JUDGEMENT))
    }

    /// Le départ aurait eu lieu à midi: where the sentence before told what was to happen and didn't.
    fn is_cancelled(&self) -> bool {
        let clause = &self.clause;
        let parse = clause.parse;
        let happens = |at: usize| parse.vocabulary.verb(parse.lemma(at)).any(Marks::HAPPENING);
        let group = clause.group();
        let takes_place = parse.lemma(group.main) == "avoir" && clause.word(group.last + 1) == "lieu";
        if !(happens(group.main) || takes_place) {
            return false;
        }
        let was_to =
            |at: usize| matches!(parse.word(at), "devait" | "devaient") && parse.quotation(at).is_none();
        self.sentence_before().is_some_and(|mut words| words.any(was_to))
    }

    /// serait, vivrait: hearsay where a source is given, where the one before was, or where it speaks of what is.
    fn reading_of_simple(&self, governor: Option<Governor>) -> Reading {
        let clause = &self.clause;
        let parse = clause.parse;
        let group = clause.group();
        if self.is_certain_fact() {
            return Reading::Reported;
        }
        if clause.hangs_on_denial() || clause.hangs_on_infinitive() || self.is_judged() {
            return Reading::Hypothetical;
        }
        if clause.in_relative()
            && let Some(reading) = self.reading_of_relative()
        {
            return reading;
        }
        // "… un nouveau reproche : ce seraient les pauvres qui…"
        let accused = governor.is_some_and(|governor| governor.noun);
        if clause.is_plan() && !accused || self.is_personal() {
            return Reading::Hypothetical;
        }
        if clause.has_source_phrase() && !self.is_project() {
            return Reading::Reported;
        }
        if self.is_argued() || self.is_project() {
            return Reading::Hypothetical;
        }
        if clause.follows_fact() && self.is_stative() {
            return Reading::Reported;
        }
        if clause.quoted.is_some() {
            return Reading::Hypothetical;
        }
        if self.is_announced() {
            return Reading::FutureInPast;
        }
        // A headline tells in short what the story's source says.
        if parse.is_headline(clause.found.sentence) && !clause.in_relative() {
            return Reading::Reported;
        }
        if let Some(governor) = governor {
            let told = governor.noun || self.is_stative();
            return if told { Reading::Reported } else { Reading::Hypothetical };
        }
        let sourced_before =
            || self.sentence_before().is_some_and(|words| clauses::has_source_phrase(parse, words, |_| true));
        let chained = !clause.in_relative()
            && (self.neighbour.is_some_and(|before| !before.counterfactual) || sourced_before());
        if clause.has_incise() || chained {
            return Reading::Reported;
        }
        if clause.is_supposed() {
            return Reading::Hypothetical;
        }
        if self.is_stative() && (self.voice == Voice::Telling || !self.is_bare_being() || self.is_told_of()) {
            return Reading::Reported;
        }
        // "se déplacerait actuellement": what is so now is told, not supposed.
        let now = (group.finite..clause.end.min(group.finite + 4))
            .any(|at| matches!(clause.word(at), "actuellement" | "toujours" | "déjà" | "encore"));
        if now && !clause.in_relative() { Reading::Reported } else { Reading::Hypothetical }
    }

    /// un texte qui obligerait: a plan; les hommes, qui seraient armés: a fact; le comité qui deviendrait en 1928: to come.
    fn reading_of_relative(&self) -> Option<Reading> {
        let clause = &self.clause;
        let (main, time) = clause.time_before()?;
        let said = clause.parse.lexeme(main).verb;
        if time == Time::Past && self.is_dated() {
            return Some(Reading::FutureInPast);
        }
        if self.is_stative_of_thing() && !clause.is_indefinite() {
            return Some(Reading::Reported);
        }
        if clause.is_plan() || clause.is_indefinite() || clause.quoted.is_some() {
            return None;
        }
        if time == Time::Past && said.any(Marks::SPEECH) && !clause.in_apposition() {
            return Some(Reading::FutureInPast);
        }
        (said.any(Marks(Marks::SPEECH.0 | Marks::LOADED.0)) && time == Time::Present)
            .then_some(Reading::Reported)
    }

    /// dateraient du Dévonien, proviendrait d'un vol: of what is so already, plan or not.
    fn is_certain_fact(&self) -> bool {
        let clause = &self.clause;
        let lemma = clause.parse.lemma(clause.group().finite);
        let from = (clause.group().finite + 1..clause.end)
            .find(|&at| clause.parse.tag_of(at) != Tag::Adverb)
            .is_some_and(|at| matches!(clause.word(at), "de" | "du" | "d'" | "des" | "à" | "au"));
        let origin = matches!(lemma, "dater" | "provenir" | "remonter" | "appartenir")
            || lemma == "venir" && clause.parse.tag_of(clause.group().finite + 2) != Tag::Infinitive;
        origin && from && clause.quoted.is_none() && !self.is_personal()
    }

    /// In a relative clause: être with what is being said of the subject, a state.
    fn is_stative_of_thing(&self) -> bool {
        self.is_stative() && !self.clause.found.group.compound
            || self.is_stative() && self.clause.in_apposition()
            || self.clause.found.group.compound && self.is_passive_state()
    }

    /// lié, situé, armé: states that a participle names.
    fn is_passive_state(&self) -> bool {
        matches!(
            self.clause.parse.lemma(self.clause.group().main),
            "devoir"
                | "lier"
                | "situer"
                | "armer"
                | "naître"
                | "composer"
                | "implanter"
                | "impliquer"
                | "destiner"
        )
    }

    /// Who says "on", "je", "nous" thinks aloud.
    fn is_personal(&self) -> bool {
        matches!(
            self.clause.pronoun(),
            "ce" | "c'"
                | "cela"
                | "ça"
                | "ca"
                | "ceci"
                | "on"
                | "je"
                | "j'"
                | "nous"
                | "vous"
                | "tu"
                | "quel"
                | "quelle"
                | "quels"
                | "quelles"
                | "que"
                | "qu'"
                | "moi"
        )
    }

    /// "donc ils ne seraient pas", "mes actions seraient": somebody argues.
    fn is_argued(&self) -> bool {
        let clause = &self.clause;
        let before = clause.start..clause.group().finite;
        before.rev().take(30).any(|at| {
            matches!(clause.word(at), "mes" | "mon" | "ma" | "nos" | "notre")
                || clause.word(at) == "donc" && clause.parse.tag_of(at + 1) == Tag::Pronoun
        }) || (clause.group().finite..clause.group().finite + 3).any(|at| clause.word(at) == "donc")
            && !clause.parse.capital(clause.head().unwrap_or(usize::MAX - 1))
    }

    /// Il s'agirait de ponctionner; l'idée serait de vendre; un texte qui serait voté: a plan.
    fn is_project(&self) -> bool {
        let clause = &self.clause;
        let group = clause.group();
        let to_do = matches!(clause.word(group.last + 1), "de" | "d'")
            && clause.parse.tag_of(group.last + 2) == Tag::Infinitive
            && (clause.pronoun() == "il" && clause.parse.lemma(group.main) == "agir"
                || clause.parse.lemma(group.main) == "être");
        let voted =
            clause.in_relative() && group.compound && !self.is_passive_state() && !clause.in_apposition();
        to_do || voted
    }

    /// Deux réacteurs seraient arrêtés d'ici à 2040, behind a sentence in which somebody announced what is to come.
    fn is_announced(&self) -> bool {
        let clause = &self.clause;
        let parse = clause.parse;
        let dated = (clause.start..clause.end).any(|at| {
            matches!(clause.word(at), "ici" | "terme") && matches!(clause.word(at - at.min(1)), "d'" | "à")
                || clause.word(at) == "partir" && clause.word(at + 1) == "de"
                || matches!(clause.word(at), "prochain" | "prochaine" | "prochains" | "prochaines")
        });
        let announced = |at: usize| {
            matches!(
                parse.lemma(at),
                "annoncer" | "décider" | "promettre" | "prévoir" | "proposer" | "programmer" | "planifier"
            ) && matches!(parse.tag_of(at), Tag::PastParticiple | Tag::Verb)
        };
        dated && self.sentence_before().is_some_and(|mut words| words.any(announced))
    }

    /// en 1928, plus tard, par la suite: seen from a past that is told.
    fn is_dated(&self) -> bool {
        let clause = &self.clause;
        let behind = clause.group().last + 1;
        (behind..clause.end.min(behind + 5)).any(|at| {
            let year = clause.word(at).len() == 4
                && matches!(clause.word(at).get(..2), Some("16" | "17" | "18" | "19"))
                && matches!(clause.word(at - 1), "en" | "de" | "d'");
            year || clause.word(at) == "plus" && clause.word(at + 1) == "tard"
                || clause.word(at) == "suite" && clause.word(at - 1) == "la"
        })
    }

    /// serait, aurait, serait vendu: what is so of somebody is told; of a thing it is mostly thought out.
    fn is_bare_being(&self) -> bool {
        matches!(self.clause.parse.lemma(self.clause.group().finite), "être" | "avoir")
    }

    /// Whether being is told: of somebody, of how many there are, of a thing set off by a comma.
    fn is_told_of(&self) -> bool {
        let clause = &self.clause;
        let counted = |at: usize| matches!(clause.parse.tag_of(at), Tag::Number | Tag::Determiner);
        // "La cause serait un court-circuit": what an inquiry finds.
        let found = clause.head().is_some_and(|head| {
            matches!(
                clause.word(head),
                "cause" | "causes" | "origine" | "mobile" | "motif" | "bilan" | "préjudice"
            )
        });
        found
            || clause.is_about_people()
            || clause.in_relative()
            || clause.word(clause.group().finite - 1) == "y" && counted(clause.group().last + 1)
            || self.is_passive_state()
    }

    /// Whether it speaks of what is, rather than of what would come of something.
    fn is_stative(&self) -> bool {
        let clause = &self.clause;
        let group = clause.group();
        let of_a_clause =
            clause.in_relative() && group.first > clause.start + 1 && clause.word(group.first - 2) == "ce";
        let said = if group.perfect { group.main } else { group.finite };
        !of_a_clause && clause.parse.vocabulary.verb(clause.parse.lemma(said)).any(Marks::STATE)
    }

    /// The words of the sentence before, in the same paragraph.
    fn sentence_before(&self) -> Option<std::ops::Range<usize>> {
        let number = self.clause.found.sentence;
        let sentences = self.clause.parse.sentences;
        let before = sentences.get(number.checked_sub(1)?)?;
        (before.block == sentences[number].block).then(|| before.words.clone())
    }
}
