//! What a perfect in the conditional is there for: aurait fui is hearsay, unless somebody wishes it, judges it, or it would
//! have come of something that wasn't so.

use super::parse::Tag;
use super::readings::Reader;
use super::vocabulary::Marks;
use crate::analysis::Reading;

impl Reader<'_, '_> {
    /// aurait fui: hearsay, unless somebody wishes it or utters it, or it runs against the facts.
    pub(super) fn reading_of_perfect(&self) -> (Reading, bool) {
        let clause = &self.clause;
        let group = clause.group();
        let parse = clause.parse;
        let sourced = clause.has_source_phrase();
        let wished = matches!(clause.pronoun(), "on" | "je" | "j'" | "nous" | "vous" | "tu" | "quiconque")
            || (group.finite..group.main).any(|at| {
                matches!(
                    parse.word(at),
                    "bien" | "certainement" | "sûrement" | "forcément" | "évidemment" | "volontiers"
                ) || parse.word(at) == "sans" && clause.word(at + 1) == "doute"
            })
            // "mon mari aurait identifié l'épave": who tells it speaks of himself.
            || clause.quoted.is_none()
                && clause.subject_words().any(|at| matches!(parse.word(at), "mon" | "ma" | "mes"));
        // « … », lui aurait-il crié: the incise itself is hearsay, whatever stands in the quotation.
        let uttered = clause.quoted.is_some() && !sourced;
        if wished || uttered {
            return (Reading::Hypothetical, false);
        }
        let unreal = clause.hangs_on_denial()
            || !sourced
                && !clause.has_incise()
                && (self.is_outcome()
                    || self.is_judged()
                    || self.is_cancelled()
                    || self.is_thought_out()
                    || self.is_turned_down()
                    || self.is_anniversary());
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
    pub(super) fn is_judged(&self) -> bool {
        let clause = &self.clause;
        let group = clause.group();
        let parse = clause.parse;
        if parse.lemma(group.finite) != "être" && parse.word(group.main) != "été" {
            return false;
        }
        let judged = group.main.max(group.finite) + 1;
        // "aurait été tellement plus simple", "serait bien moins cher"
        let compared = matches!(
            parse.word(judged),
            "tellement" | "bien" | "beaucoup" | "infiniment" | "autrement" | "nettement"
        ) && (matches!(parse.word(judged + 1), "plus" | "moins")
            || parse.word(judged) == "autrement")
            && parse.tag_of(judged + 2) != Tag::Number;
        if compared && group.perfect {
            return true;
        }
        (judged..judged + 3).find(|&at| !matches!(parse.tag_of(at), Tag::Adverb | Tag::Negation)).is_some_and(
            |at| {
                let blamed = parse.tag_of(at) == Tag::Determiner
                    && matches!(
                        parse.word(at + 1),
                        "erreur"
                            | "faute"
                            | "folie"
                            | "comble"
                            | "désastre"
                            | "catastrophe"
                            | "non-sens"
                            | "aubaine"
                            | "idéal"
                            | "gâchis"
                            | "suicide"
                            | "hérésie"
                            | "absurdité"
                            | "miracle"
                    );
                blamed || parse.lexeme(at).noun.any(Marks::JUDGEMENT)
            },
        )
    }

    /// Une telle affiche aurait fait scandale; plus de moyens auraient pesé; un autre que lui aurait cédé; personne
    /// n'aurait parié sur elle: what somebody thinks out, by what it is said of.
    fn is_thought_out(&self) -> bool {
        let clause = &self.clause;
        let thinks = matches!(
            clause.parse.lemma(clause.group().main),
            "parier"
                | "croire"
                | "imaginer"
                | "penser"
                | "songer"
                | "oser"
                | "deviner"
                | "miser"
                | "soupçonner"
        );
        let nobody = matches!(clause.pronoun(), "personne" | "nul" | "qui" | "rien")
            || clause.subject_words().any(|at| matches!(clause.word(at), "aucun" | "aucune" | "peu"));
        clause.is_of_such() || clause.is_of_more() || thinks && nobody
    }

    /// Le Sénat a rejeté un amendement qui aurait porté la taxe à 4 %: what a plan would have done.
    fn is_turned_down(&self) -> bool {
        let clause = &self.clause;
        let parse = clause.parse;
        clause.in_relative()
            && !clause.in_apposition()
            && clause.is_indefinite_plan()
            && clause.verb_before().is_some_and(|verb| {
                let group = super::verbs::group(parse, verb, clause.start, clause.group().first);
                matches!(
                    parse.lemma(group.main),
                    "approuver"
                        | "adopter"
                        | "rejeter"
                        | "voter"
                        | "abandonner"
                        | "retirer"
                        | "enterrer"
                        | "proposer"
                        | "présenter"
                        | "refuser"
                        | "bloquer"
                        | "repousser"
                        | "soutenir"
                        | "défendre"
                        | "déposer"
                        | "préparer"
                        | "écarter"
                        | "négocier"
                )
            })
    }

    /// Elle aurait eu cent ans; il aurait fêté ses 90 ans: had he lived.
    fn is_anniversary(&self) -> bool {
        let clause = &self.clause;
        let behind = clause.group().last + 1;
        matches!(clause.parse.lemma(clause.group().main), "avoir" | "fêter" | "souffler" | "célébrer")
            && (behind..clause.end.min(behind + 4))
                .any(|at| matches!(clause.word(at), "ans" | "anniversaire" | "bougies"))
    }

    /// Le départ aurait eu lieu à midi: where the sentence before told what was to happen and didn't.
    fn is_cancelled(&self) -> bool {
        let clause = &self.clause;
        let parse = clause.parse;
        // "les travaux auraient coûté 4 millions et le propriétaire y a renoncé"
        let dropped = (clause.group().last + 1..clause.end).any(|at| {
            parse.tag_of(at) == Tag::PastParticiple
                && matches!(parse.word(at), "renoncé" | "abandonné" | "abandonnés")
        });
        if dropped
            && matches!(parse.lemma(clause.group().main), "coûter" | "durer" | "permettre" | "nécessiter")
        {
            return true;
        }
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
}
