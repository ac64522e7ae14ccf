//! What the subject of a conditional tells of its reading: people, a plan, something supposed, "un tel …", an infinitive.

use std::ops::Range;

use super::clauses::Clause;
use super::lexicon::Features;
use super::parse::Tag;
use super::vocabulary::Marks;
use crate::analysis::SourceKind;

impl Clause<'_, '_> {
    /// The head noun of the subject.
    pub(super) fn head(&self) -> Option<usize> {
        let words = &self.subject.as_ref()?.words;
        // "la nouvelle taxe": no news, but what is new.
        let adjective = |at: usize| {
            self.parse.lexeme(at).can_be(Features::ADJECTIVE)
                && words.contains(&(at + 1))
                && self.parse.tag_of(at + 1) == Tag::Noun
        };
        words.clone().find(|&at| matches!(self.parse.tag_of(at), Tag::Noun | Tag::Name) && !adjective(at))
    }

    /// Whether the subject is somebody: a name, an office, "deux hommes", "les suspects".
    pub(super) fn is_about_people(&self) -> bool {
        let listed = self.head().is_some_and(|head| {
            self.parse.tag_of(head) == Tag::Name || self.parse.lexeme(head).noun.any(Marks::PEOPLE)
        });
        let known = self.subject.as_ref().is_some_and(|subject| {
            let somebody = matches!(
                subject.kind,
                SourceKind::Person | SourceKind::Witnesses | SourceKind::Described | SourceKind::Collective
            );
            somebody && subject.known && !subject.pronoun
        });
        listed || known
    }

    /// Whether an adverb says that somebody thinks so rather than knows: probablement, bien sûr, alors.
    pub(super) fn is_supposed(&self) -> bool {
        let group = self.group();
        (group.finite..self.end.min(group.last.max(group.finite) + 3)).any(|at| {
            self.word(at) == "sans" && self.word(at + 1) == "doute"
                || matches!(
                    self.word(at),
                    "probablement"
                        | "vraisemblablement"
                        | "certainement"
                        | "sûrement"
                        | "évidemment"
                        | "forcément"
                        | "inévitablement"
                        | "simplement"
                        | "logiquement"
                        | "facilement"
                        | "alors"
                        | "idéalement"
                        | "théoriquement"
                )
        })
    }

    /// Whether the subject, or what the relative pronoun takes up, is one of several: un pont, des mesures.
    pub(super) fn is_indefinite(&self) -> bool {
        let Some(subject) = &self.subject else { return false };
        matches!(
            self.word(subject.words.start),
            "un" | "une"
                | "des"
                | "de"
                | "d'"
                | "quelques"
                | "certains"
                | "certaines"
                | "aucun"
                | "aucune"
                | "tout"
        )
    }

    /// Whether the words right in front of the relative pronoun are of one that nobody knows yet: "d'un théâtre qui".
    pub(super) fn is_of_one(&self) -> bool {
        let relative = (self.start..self.group().first).rev().find(|&at| self.word(at) == "qui");
        relative.is_some_and(|at| {
            (self.start..at).rev().take(4).any(|at| matches!(self.word(at), "un" | "une" | "des"))
        })
    }

    /// Whether what is spoken of is only planned or imagined: une telle mesure, le coût du projet, ce, cela.
    pub(super) fn is_plan(&self) -> bool {
        let first = self.group().first;
        if matches!(self.pronoun(), "ce" | "c'" | "cela" | "ça" | "ca" | "ceci") {
            return true;
        }
        let plan =
            |at: usize| self.parse.lexeme(at).noun.any(Marks::PLAN) && self.parse.tag_of(at) != Tag::Name;
        let Some(subject) = &self.subject else {
            return first > self.start && plan(first - 1);
        };
        let such = |at: usize| {
            matches!(
                self.word(at),
                "tel"
                    | "telle"
                    | "tels"
                    | "telles"
                    | "futur"
                    | "future"
                    | "futurs"
                    | "futures"
                    | "éventuel"
                    | "éventuelle"
                    | "éventuels"
                    | "éventuelles"
                    | "hypothétique"
            )
        };
        if subject.words.clone().any(such) {
            return true;
        }
        let Some(head) = self.head() else { return false };
        let of_a_plan = (head + 1..subject.words.end).take(4).any(|at| {
            plan(at)
                && matches!(
                    self.word(at - 1),
                    "du" | "d'" | "de" | "la" | "l'" | "cette" | "ce" | "un" | "une"
                )
        });
        plan(head) || of_a_plan && !self.parse.lexeme(head).noun.any(Marks::SOURCE)
    }

    /// Whether a text to be voted, or the like, stands right in front of the relative pronoun: "un projet de loi qui".
    pub(super) fn is_indefinite_plan(&self) -> bool {
        let first = self.group().first;
        let from = first.saturating_sub(14).max(self.start);
        (from..first).any(|at| {
            self.parse.tag_of(at) == Tag::Noun
                && matches!(
                    self.parse.lemma(at),
                    "projet"
                        | "proposition"
                        | "loi"
                        | "amendement"
                        | "texte"
                        | "référendum"
                        | "réforme"
                        | "accord"
                        | "traité"
                        | "directive"
                        | "taxe"
                        | "motion"
                        | "offre"
                        | "plan"
                        | "mesure"
                )
        })
    }

    /// The words of the subject.
    pub(super) fn subject_words(&self) -> Range<usize> {
        self.subject.as_ref().map_or(0..0, |subject| subject.words.clone())
    }

    /// Whether the subject is one that is only thought of: une telle affiche, n'importe quel maire, un autre que lui.
    pub(super) fn is_of_such(&self) -> bool {
        let words = self.subject_words();
        let such = words.clone().any(|at| matches!(self.word(at), "tel" | "telle" | "tels" | "telles"));
        let from = self.group().first.saturating_sub(8).max(self.start);
        let any = (from..self.group().first).any(|at| {
            self.word(at) == "n'" && matches!(self.word(at + 1), "importe")
                || self.word(at) == "n'importe"
                || matches!(self.word(at), "autre" | "autres") && matches!(self.word(at + 1), "que" | "qu'")
        });
        such || any
    }

    /// Whether the subject is more or less of something: plus de moyens, un peu moins de neige.
    pub(super) fn is_of_more(&self) -> bool {
        let measures = |at: &usize| matches!(self.word(*at), "plus" | "moins" | "davantage");
        (self.start..self.end.min(self.start + 3)).find(measures).is_some_and(|at| {
            let all = (self.start..at).all(|at| matches!(self.word(at), "un" | "peu" | "beaucoup" | "bien"));
            let verbs = (at..self.group().first).any(|at| self.parse.tag_of(at) == Tag::Verb);
            all && !verbs
                && matches!(self.word(at + 1), "de" | "d'")
                && self.parse.tag_of(at + 2) != Tag::Number
        })
    }

    /// Whether the subject is an infinitive: "Construire un pont coûterait".
    pub(super) fn has_infinitive_subject(&self) -> bool {
        let first = self.group().first;
        // "Fermer ces lignes, dont deux ouvertes hier, serait une faute."
        if self.parse.tag_of(self.start) == Tag::Infinitive && self.word(first - 1) == "," {
            return true;
        }
        let opening = (self.start..first)
            .rev()
            .find(|&at| {
                matches!(self.parse.tag_of(at), Tag::Verb | Tag::Subordinator)
                    || matches!(self.word(at), ";" | ":" | "«" | "\"" | "“" | ",")
            })
            .map_or(self.start, |at| at + 1);
        let denied = matches!(self.word(opening), "ne" | "n'") && self.word(opening + 1) == "pas";
        let mut at = if denied { opening + 2 } else { opening };
        while at < first && self.parse.tag_of(at) == Tag::Clitic {
            at += 1;
        }
        at < first && self.parse.tag_of(at) == Tag::Infinitive
    }
}
