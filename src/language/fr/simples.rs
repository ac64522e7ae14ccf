//! What a simple conditional is there for: serait, vivrait are hearsay where a source is given, where the one before was, or
//! where they speak of what is; a plan, a project, an argument of what would be.

use super::complements::Governor;
use super::lexicon::Features;
use super::parse::Tag;
use super::readings::{Reader, Voice};
use super::source_phrases;
use super::verbs::Time;
use super::vocabulary::Marks;
use crate::analysis::Reading;

impl Reader<'_, '_> {
    /// serait, vivrait: hearsay where a source is given, where the one before was, or where it speaks of what is.
    pub(super) fn reading_of_simple(&self, governor: Option<Governor>) -> Reading {
        let clause = &self.clause;
        let parse = clause.parse;
        let group = clause.group();
        if self.is_certain_fact() {
            return Reading::Reported;
        }
        if self.is_consequence() {
            return Reading::Hypothetical;
        }
        if self.is_proposed() || clause.is_from_now_on() {
            return Reading::Hypothetical;
        }
        if self.is_weighed() || self.is_age() || clause.parse.lemma(group.main) == "signifier" {
            return Reading::Hypothetical;
        }
        if clause.hangs_on_denial() || clause.hangs_on_infinitive() || self.is_judged() {
            return Reading::Hypothetical;
        }
        if clause.is_dreamt_of() || clause.is_of_a_rule() {
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
            // "On objectera que la France ne serait pas le Danemark."
            if !governor.noun
                && parse.lexeme(governor.word).finite & (Features::FUTURE | Features::CONDITIONAL) != 0
            {
                return Reading::Hypothetical;
            }
            // "la prise de conscience qu'il serait trop tard"
            if governor.noun && matches!(parse.word(governor.word), "conscience" | "impression" | "sentiment")
            {
                return Reading::Hypothetical;
            }
            if governor.noun && self.is_promised(governor.word) {
                return Reading::FutureInPast;
            }
            let told = governor.noun || self.is_stative();
            return if told { Reading::Reported } else { Reading::Hypothetical };
        }
        let sourced_before = || {
            self.sentence_before()
                .is_some_and(|words| source_phrases::has_source_phrase(parse, words, |_| true))
        };
        let chained = !clause.in_relative()
            && (self
                .neighbour
                .is_some_and(|before| !before.counterfactual && self.in_paragraph(before.sentence))
                || sourced_before());
        if clause.has_incise() || chained {
            return Reading::Reported;
        }
        if clause.is_supposed() || self.supposes_on() {
            return Reading::Hypothetical;
        }
        if self.is_seen_from_then() {
            return Reading::FutureInPast;
        }
        if self.is_stative() && (self.voice == Voice::Telling || !self.is_bare_being() || self.is_told_of()) {
            return Reading::Reported;
        }
        // "se déplacerait actuellement": what is so now is told, not supposed.
        let now = (group.finite..clause.end.min(group.finite + 4))
            .any(|at| matches!(clause.word(at), "actuellement" | "toujours" | "déjà" | "encore"));
        // "Elle chercherait un repreneur depuis le printemps."
        let now = now
            || (group.last + 1..clause.end.min(group.last + 8)).any(|at| {
                clause.word(at) == "depuis"
                    && parse.tag_of(at + 1) != Tag::Number
                    && parse.quotation(at).is_none()
            }) && !clause.is_plan();
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

    /// Une panne aurait de lourdes conséquences: what would come of something that is only thought of.
    fn is_consequence(&self) -> bool {
        let clause = &self.clause;
        let parse = clause.parse;
        let group = clause.group();
        // "Ce sont des montants qui auraient un effet sur les prix."
        let shown = clause.in_relative() && clause.is_of_one() && !clause.in_apposition();
        if group.compound || clause.has_source_phrase() || clause.in_relative() && !shown {
            return false;
        }
        let first = clause.subject_words().start;
        let supposed = matches!(clause.word(first), "un" | "une" | "tout" | "toute" | "pareil" | "pareille")
            && !clause.is_about_people();
        let follows = (group.last + 1..clause.end.min(group.last + 6)).any(|at| {
            matches!(
                parse.lemma(at),
                "conséquence"
                    | "effet"
                    | "impact"
                    | "répercussion"
                    | "incidence"
                    | "avantage"
                    | "inconvénient"
                    | "mérite"
                    | "retombée"
                    | "sens"
            ) || matches!(
                clause.word(at),
                "conséquences" | "effets" | "répercussions" | "retombées" | "avantages"
            )
        });
        let leads = matches!(
            parse.lemma(group.main),
            "entraîner"
                | "entrainer"
                | "provoquer"
                | "coûter"
                | "signifier"
                | "aggraver"
                | "relancer"
                | "sonner"
        );
        let has = parse.lemma(group.main) == "avoir" && follows;
        supposed && (has || leads) || shown && has
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

    /// Une défaite serait un coup dur: what something that hasn't happened would be worth.
    fn is_weighed(&self) -> bool {
        let clause = &self.clause;
        let group = clause.group();
        let first = clause.subject_words().start;
        let one = matches!(clause.word(first), "un" | "une")
            && clause.word(first + 1) != "des"
            && !clause.in_relative()
            && !clause.is_about_people();
        let worth = clause.parse.lemma(group.finite) == "être"
            && !group.compound
            && matches!(clause.word(group.finite + 1), "un" | "une" | "le" | "la" | "l'");
        one && worth && clause.quoted.is_none() && !clause.has_source_phrase()
    }

    /// "Son fils, qui aurait aujourd'hui 42 ans": had he lived.
    fn is_age(&self) -> bool {
        let clause = &self.clause;
        let behind = clause.group().last + 1;
        let words = behind..clause.end.min(behind + 5);
        clause.parse.lemma(clause.group().main) == "avoir"
            && words.clone().any(|at| clause.word(at) == "ans")
            && words.into_iter().any(|at| matches!(clause.word(at), "aujourd'hui" | "maintenant"))
    }
}
