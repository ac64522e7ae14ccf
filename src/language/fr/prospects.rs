//! What is to come, so that a simple conditional passes nothing on: a plan told on ("Le tramway serait gratuit"), what
//! somebody announced or promised, a text under debate, a tale of the past that looks forward ("Il mourrait riche en 1953").

use super::conditions;
use super::lexicon::Features;
use super::parse::Tag;
use super::readings::Reader;
use super::vocabulary::Marks;

impl Reader<'_, '_> {
    /// Il s'agirait de ponctionner; l'idée serait de vendre; un texte qui serait voté: a plan.
    pub(super) fn is_project(&self) -> bool {
        let clause = &self.clause;
        let group = clause.group();
        // "dont le but serait aujourd'hui de « rassurer »"
        let skipped = |at: &usize| {
            clause.parse.tag_of(*at) == Tag::Adverb || clause.parse.lexeme(*at).noun.any(Marks::TIME)
        };
        let of = (group.last + 1..group.last + 4).find(|at| !skipped(at)).unwrap_or(group.last + 1);
        let task = if matches!(clause.word(of + 1), "«" | "\"" | "“") { of + 2 } else { of + 1 };
        let to_do = matches!(clause.word(of), "de" | "d'")
            && clause.parse.tag_of(task) == Tag::Infinitive
            && (clause.pronoun() == "il" && clause.parse.lemma(group.main) == "agir"
                || clause.parse.lemma(group.main) == "être");
        // "L'État entend récolter 15 milliards, dont cinq seraient alloués à la dette."
        let meant = group.compound
            && !group.perfect
            && (clause.start..group.first).rev().take(4).any(|at| clause.word(at) == "dont")
            && clause.verb_before().is_some_and(|verb| {
                matches!(
                    clause.parse.lemma(verb),
                    "entendre" | "compter" | "vouloir" | "souhaiter" | "envisager" | "espérer" | "projeter"
                ) && clause.parse.tag_of(verb + 1) == Tag::Infinitive
            });
        // "Le reste serait utilisé pour créer un fonds."
        let for_what = group.compound
            && !group.perfect
            && matches!(
                clause.parse.lemma(group.main),
                "utiliser" | "consacrer" | "affecter" | "allouer" | "réserver"
            )
            && !clause.in_apposition();
        if meant || for_what {
            return true;
        }
        let voted =
            clause.in_relative() && group.compound && !self.is_passive_state() && !clause.in_apposition();
        to_do || voted
    }

    /// Deux réacteurs seraient arrêtés d'ici à 2040, behind a sentence in which somebody announced what is to come.
    pub(super) fn is_announced(&self) -> bool {
        let clause = &self.clause;
        let parse = clause.parse;
        let dated = (clause.start..clause.end).any(|at| {
            matches!(clause.word(at), "ici" | "terme") && matches!(clause.word(at - at.min(1)), "d'" | "à")
                || clause.word(at) == "partir" && clause.word(at + 1) == "de"
                || matches!(clause.word(at), "prochain" | "prochaine" | "prochains" | "prochaines")
        });
        // "La maire a promis des travaux. Le stade serait agrandi": what is done, not what is so.
        let done = clause.group().compound && !self.is_passive_state() && !clause.in_relative();
        let announced = |at: usize| {
            let promised = matches!(parse.lemma(at), "annoncer" | "décider" | "promettre" | "proposer");
            let planned = matches!(parse.lemma(at), "prévoir" | "programmer" | "planifier");
            (promised || planned && dated) && matches!(parse.tag_of(at), Tag::PastParticiple | Tag::Verb)
        };
        // "Le tableau sera visible en avril. Il serait ensuite prêté à Tokyo."
        let to_come = |at: usize| {
            parse.tag_of(at) == Tag::Verb
                && parse.lexeme(at).finite & Features::FUTURE != 0
                && parse.quotation(at).is_none()
        };
        let next = (clause.start..clause.end).any(|at| matches!(clause.word(at), "ensuite" | "puis"));
        if done && next && self.sentence_before().is_some_and(|mut words| words.any(to_come)) {
            return true;
        }
        (dated || done) && self.sentence_before().is_some_and(|mut words| words.any(announced))
    }

    /// "Le texte propose de créer un registre. Chaque cabinet y figurerait.": what a proposal would bring.
    pub(super) fn is_proposed(&self) -> bool {
        let clause = &self.clause;
        let parse = clause.parse;
        let proposes = |at: usize| {
            matches!(parse.lemma(at), "proposer" | "préconiser" | "suggérer" | "prôner" | "recommander")
                && matches!(parse.tag_of(at), Tag::Verb | Tag::PastParticiple)
                && parse.quotation(at).is_none()
        };
        let makes = |at: usize| {
            matches!(
                parse.lemma(at),
                "créer" | "instaurer" | "établir" | "ouvrir" | "instituer" | "généraliser"
            ) || parse.lemma(at) == "mettre" && parse.word(at + 1) == "en" && parse.word(at + 2) == "place"
        };
        let named = clause.subject_words().any(|at| parse.tag_of(at) == Tag::Name);
        let before = self.sentence_before();
        !named
            && !clause.in_relative()
            && !clause.has_source_phrase()
            && before.is_some_and(|words| words.clone().any(proposes) && words.clone().any(makes))
    }

    /// "a fait la promesse qu'il en ferait sa priorité", "aucune indication qu'elle céderait"
    pub(super) fn is_promised(&self, noun: usize) -> bool {
        let parse = self.clause.parse;
        let promise = matches!(
            parse.lemma(noun),
            "promesse"
                | "engagement"
                | "garantie"
                | "assurance"
                | "annonce"
                | "décision"
                | "espoir"
                | "crainte"
                | "certitude"
                | "conviction"
                | "ordre"
                | "souhait"
                | "serment"
                | "connaissance"
        );
        let denied = noun > 0 && matches!(parse.word(noun - 1), "aucun" | "aucune");
        promise && !self.is_stative() || denied
    }

    /// "La passerelle relierait les deux quais. Elle serait réservée aux vélos.": what would be, told on.
    pub(super) fn supposes_on(&self) -> bool {
        let clause = &self.clause;
        let number = clause.found.sentence;
        let block = |at: usize| clause.parse.sentences[at].block;
        let near = self.supposed.is_some_and(|before| before + 1 >= number && block(before) == block(number))
            || self.sentence_before().is_some_and(|words| conditions::supposes_before(clause.parse, words));
        // "Une enquête serait en cours": what is so already, whatever was supposed before.
        let under_way = clause.parse.lemma(clause.group().finite) == "être"
            && !clause.group().compound
            && matches!(
                clause.word(clause.group().last + 1),
                "en" | "déjà" | "imminent" | "imminente" | "sur"
            );
        // "La cale aurait plus de moyens. Et Maritec aurait accès aux plans."
        let goes_on = clause.word(clause.start) == "et" && near && !clause.in_relative();
        goes_on
            || near && !under_way && !clause.in_apposition() && !clause.is_about_people()
            || self.is_of_reform()
    }

    /// "Ils protestent contre la réforme. Les nouveaux venus seraient contractuels.": what a text would make of them.
    fn is_of_reform(&self) -> bool {
        let clause = &self.clause;
        let parse = clause.parse;
        let text = |at: usize| {
            parse.tag_of(at) == Tag::Noun
                && matches!(parse.word(at), "réforme" | "texte" | "amendement" | "loi" | "projet")
                && parse.quotation(at).is_none()
        };
        let several = matches!(clause.word(clause.subject_words().start), "les" | "des" | "tous");
        let named = clause.subject_words().any(|at| parse.tag_of(at) == Tag::Name);
        several
            && !named
            && !clause.in_relative()
            && self.sentence_before().is_some_and(|mut words| words.any(text))
    }

    /// "Il serait gracié deux ans après, il mourrait riche en 1953.": what was to come, in a tale of the past.
    pub(super) fn is_seen_from_then(&self) -> bool {
        let group = self.clause.group();
        let becomes = group.compound && !self.is_passive_state() || !self.is_stative();
        let clause = &self.clause;
        // "Trente ans après, une digue serait inaugurée"
        let since = (clause.start + 1..group.first).any(|at| {
            matches!(clause.word(at), "après" | "plus")
                && matches!(clause.word(at - 1), "ans" | "mois" | "semaines" | "jours" | "années")
                && matches!(clause.word(at + 1), "," | "tard")
        });
        becomes && !clause.in_relative() && (since || self.is_dated())
    }

    /// en 1928, plus tard, par la suite: seen from a past that is told.
    pub(super) fn is_dated(&self) -> bool {
        let clause = &self.clause;
        let behind = clause.group().last + 1;
        (behind..clause.end.min(behind + 5)).any(|at| {
            let year = clause.word(at).len() == 4
                && matches!(clause.word(at).get(..2), Some("16" | "17" | "18" | "19"))
                && matches!(clause.word(at - 1), "en" | "de" | "d'");
            let after = matches!(clause.word(at), "après" | "plus")
                && matches!(clause.word(at - 1), "ans" | "mois" | "semaines" | "jours" | "années");
            year || after
                || clause.word(at) == "plus" && clause.word(at + 1) == "tard"
                || clause.word(at) == "suite" && clause.word(at - 1) == "la"
        })
    }
}
