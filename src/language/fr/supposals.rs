//! Turns in which a conditional passes nothing on, though no condition stands in front of it: whoever it may be ("toute
//! personne qui aurait vu la scène"), an indirect question ("demande s'il aurait cédé"), a rank to come ("serait la deuxième
//! banque que l'État…"), a right ("à laquelle il aurait droit"), another time ("l'aurait refusé il y a deux ans encore").

use super::clauses::Clause;
use super::lexicon::Features;
use super::parse::Tag;
use super::verbs;
use super::vocabulary::Marks;

impl Clause<'_, '_> {
    /// Whether one of these turns holds the conditional.
    pub(super) fn is_supposal(&self) -> bool {
        let perfect = self.group().perfect;
        self.is_of_whoever()
            || self.is_of_whom_it_may_concern()
            || self.is_likened()
            || self.is_ranked()
            || self.is_a_right()
            || self.is_bound()
            || self.is_to_be_done()
            || self.is_of_first_time()
            || perfect && (self.is_asked_for() || self.is_of_another_time() || self.excuses_a_denial())
    }

    /// on leur a demandé s'ils auraient cédé: "si" with a conditional sets no condition, it asks.
    fn is_asked_for(&self) -> bool {
        let before = (self.start..self.group().first).rev();
        let last = before.take(8).find(|&at| matches!(self.parse.tag_of(at), Tag::Subordinator | Tag::Verb));
        last.is_some_and(|at| {
            matches!(self.word(at), "si" | "s'") && self.parse.tag_of(at) == Tag::Subordinator
        })
    }

    /// toute personne qui aurait vu; un élève qui rendrait copie blanche aurait zéro: nobody in particular.
    fn is_of_whoever(&self) -> bool {
        if self.in_relative() {
            let pronoun = self.group().first - 1;
            let any = self.determiner_before(pronoun).is_some_and(|at| {
                matches!(self.word(at), "tout" | "toute" | "tous" | "toutes" | "chaque" | "quiconque")
            });
            let main = self.main_verb_behind();
            let addressed = self.determiner_before(pronoun).is_some() && self.is_addressed(main);
            return (any || addressed) && !self.in_apposition() || self.answers_relative(pronoun, main);
        }
        let verb = (self.start..self.group().first)
            .rev()
            .find(|&at| matches!(self.parse.tag_of(at), Tag::Verb) && self.same_level(at));
        let pronoun = verb.and_then(|verb| {
            let group = verbs::group(self.parse, verb, self.start, self.end);
            group.first.checked_sub(1).filter(|&at| self.word(at) == "qui" && !group.perfect)
        });
        pronoun.is_some_and(|pronoun| {
            let bare = |at: usize| !matches!(self.parse.tag_of(at), Tag::Subordinator | Tag::Coordinator);
            let between = verb.map_or(0, |verb| verb + 1)..self.group().first;
            let one = between.clone().all(|at| bare(at) && !matches!(self.word(at), "," | ";" | ":"));
            one && self.answers_relative(pronoun, verb)
        })
    }

    /// punit quiconque porterait atteinte; pour qui aurait en tête; pardonner à ceux qui auraient cédé: nobody in particular.
    fn is_of_whom_it_may_concern(&self) -> bool {
        let Some(before) = self.group().first.checked_sub(1).filter(|&at| at >= self.start) else {
            return false;
        };
        let front =
            |back: usize| before.checked_sub(back).filter(|&at| at >= self.start).map(|at| self.word(at));
        match self.word(before) {
            "quiconque" => true,
            "qui" => match front(1) {
                Some("pour" | "à" | "chez") => true,
                Some("ceux" | "celles" | "celui" | "celle") => {
                    let given = matches!(front(2), Some("à" | "pour" | "contre"));
                    let wanted = (self.start..before).any(|at| self.parse.tag_of(at) == Tag::Infinitive);
                    given && wanted
                }
                _ => false,
            },
            _ => false,
        }
    }

    /// les jeunes, qui auraient dorénavant accès à la prime: what a measure would bring.
    pub(super) fn is_from_now_on(&self) -> bool {
        let group = self.group();
        (group.finite..self.end.min(group.last + 4)).any(|at| self.word(at) == "dorénavant")
    }

    /// comme autant de formules qui n'auraient plus de frontières: what something is likened to.
    fn is_likened(&self) -> bool {
        let first = self.group().first;
        self.in_relative()
            && (self.start..first).rev().take(12).any(|at| {
                self.word(at) == "autant"
                    && matches!(self.word(at + 1), "de" | "d'")
                    && self.word(at.saturating_sub(1)) == "comme"
            })
    }

    /// Whether the verb at `main` asks those of the relative clause to do something: "sont priés d'appeler", "peuvent
    /// appeler", "seront reçus".
    fn is_addressed(&self, main: Option<usize>) -> bool {
        let Some(main) = main else { return false };
        let group = verbs::group(self.parse, main, self.start, self.end);
        let asked = group.compound
            && matches!(
                self.parse.lemma(group.main),
                "prier" | "inviter" | "appeler" | "encourager" | "tenir" | "attendre"
            );
        let may = matches!(self.parse.lemma(main), "pouvoir" | "devoir");
        let to_come = self.parse.lexeme(main).finite & Features::FUTURE != 0 && !self.group().perfect;
        asked || may || to_come
    }

    /// Whether the verb at `other` is a conditional as well, and the relative clause of `pronoun` says of whom both are.
    fn answers_relative(&self, pronoun: usize, other: Option<usize>) -> bool {
        let conditional = other.is_some_and(|at| self.parse.lexeme(at).finite & Features::CONDITIONAL != 0);
        let set_off = pronoun > self.start && self.word(pronoun - 1) == ",";
        conditional && !set_off && !self.group().perfect && self.determiner_before(pronoun).is_some()
    }

    /// The determiner, or "celui", of what the relative pronoun takes up.
    fn determiner_before(&self, pronoun: usize) -> Option<usize> {
        (self.start..pronoun)
            .rev()
            .take(8)
            .take_while(|&at| {
                self.word(at) != "," && !matches!(self.parse.tag_of(at), Tag::Verb | Tag::Subordinator)
            })
            .find(|&at| {
                self.parse.tag_of(at) == Tag::Determiner
                    || matches!(
                        self.word(at),
                        "celui"
                            | "celle"
                            | "ceux"
                            | "celles"
                            | "quiconque"
                            | "tous"
                            | "toutes"
                            | "toute"
                            | "tout"
                    )
            })
    }

    /// The next verb behind the relative clause, with no other clause opened between.
    fn main_verb_behind(&self) -> Option<usize> {
        (self.group().last + 1..self.end)
            .find(|&at| {
                matches!(self.parse.tag_of(at), Tag::Verb | Tag::Subordinator | Tag::Coordinator)
                    || matches!(self.word(at), "," | ";" | ":")
            })
            .filter(|&at| self.parse.tag_of(at) == Tag::Verb)
    }

    /// serait la deuxième banque que l'État sauverait; serait le septième: the place that it would take.
    fn is_ranked(&self) -> bool {
        let group = self.group();
        if group.compound || self.parse.lemma(group.finite) != "être" {
            return false;
        }
        let from = group.finite + 1;
        let rank = (from..from + 4).find(|&at| is_ordinal(self.word(at)));
        let definite = matches!(self.word(from), "le" | "la" | "l'" | "les" | "donc" | "ainsi");
        let Some(rank) = rank.filter(|_| definite) else { return false };
        let behind = (rank + 1..self.end.min(rank + 6)).find(|&at| {
            !matches!(self.parse.tag_of(at), Tag::Noun | Tag::Adjective | Tag::Name | Tag::Adverb)
        });
        let open = behind.is_none_or(|at| {
            matches!(self.word(at), "à" | "que" | "qu'" | "qui" | "depuis" | "en" | "." | "," | "au")
        });
        // "Il serait le premier suspect": what somebody is already.
        let somebody = self.parse.lexeme(rank + 1).noun.any(Marks::PEOPLE);
        open && !somebody
    }

    /// celle à laquelle il aurait droit
    fn is_a_right(&self) -> bool {
        let group = self.group();
        let right = (group.finite + 1..group.finite + 4).any(|at| self.word(at) == "droit");
        let relative = (self.start..group.first).rev().take(5).any(|at| {
            matches!(
                self.word(at),
                "laquelle"
                    | "lesquelles"
                    | "lesquels"
                    | "auquel"
                    | "auxquels"
                    | "auxquelles"
                    | "quelle"
                    | "quoi"
                    | "qui"
            )
        });
        right && relative && self.parse.lemma(group.main) == "avoir"
    }

    /// serait tenue de rejoindre la zone, serait contraint d'emprunter: what would follow.
    fn is_bound(&self) -> bool {
        let group = self.group();
        let bound = matches!(
            self.parse.lemma(group.main),
            "tenir" | "contraindre" | "obliger" | "forcer" | "amener" | "appeler" | "habiliter" | "condamner"
        );
        let leads = matches!(self.word(group.last + 1), "de" | "d'" | "à")
            && self.parse.tag_of(group.last + 2) == Tag::Infinitive;
        let denied = (group.first..group.main).any(|at| matches!(self.word(at), "ne" | "n'"));
        bound && leads && !denied && group.compound && !group.perfect && !self.has_source_phrase()
    }

    /// Un rappel serait à prévoir: what ought to be done; "quatre blessés seraient à déplorer": what is told.
    fn is_to_be_done(&self) -> bool {
        let group = self.group();
        let task = group.last + 2;
        let told = matches!(
            self.parse.lemma(task),
            "déplorer"
                | "imputer"
                | "attribuer"
                | "relier"
                | "mettre"
                | "chercher"
                | "rapprocher"
                | "compter"
                | "regretter"
        );
        let to_do = self.word(group.last + 1) == "à" && self.parse.tag_of(task) == Tag::Infinitive;
        self.parse.lemma(group.main) == "être" && !group.compound && to_do && !told
    }

    /// Ce serait la première fois qu'aucun groupe ne serait présent.
    fn is_of_first_time(&self) -> bool {
        let before = (self.start..self.group().first).rev().take(16);
        let that = before.into_iter().find(|&at| matches!(self.word(at), "que" | "qu'"));
        that.is_some_and(|that| {
            let time = that > self.start && self.word(that - 1) == "fois";
            let main = (self.start..that).rev().find(|&at| self.parse.tag_of(at) == Tag::Verb);
            let nobody =
                (that..self.group().first).any(|at| matches!(self.word(at), "aucun" | "aucune" | "personne"));
            time && nobody && main.is_some_and(|at| self.parse.lexeme(at).finite & Features::CONDITIONAL != 0)
        })
    }

    /// l'aurait refusé il y a deux ans encore; ce qui aurait été ailleurs un détail: not here, not now.
    fn is_of_another_time(&self) -> bool {
        let group = self.group();
        let near = self.group().first.saturating_sub(8).max(self.start)..self.end.min(group.last + 8);
        near.into_iter().any(|at| match self.word(at) {
            "naguère" | "jadis" | "autrefois" => true,
            "ailleurs" => !matches!(self.word(at.saturating_sub(1)), "par" | "d'"),
            "chez" => self.word(at + 2) == "autre" || self.word(at + 2) == "autres",
            "double" | "triple" => (at..self.end).any(|at| self.word(at) == "il" && self.word(at + 1) == "y"),
            "encore" => self.word(at + 1) == "il" && self.word(at + 2) == "y" || self.word(at + 1) == "hier",
            "il" => {
                self.word(at + 1) == "y"
                    && self.word(at + 2) == "a"
                    && (self.word(at + 3) == "encore" || (at + 4..at + 7).any(|at| self.word(at) == "encore"))
            }
            _ => false,
        })
    }

    /// Il ne pouvait pas céder, parce qu'il aurait perdu ses alliés: the reason why something wasn't done.
    fn excuses_a_denial(&self) -> bool {
        let first = self.group().first;
        let cause = (self.start..first)
            .rev()
            .take(12)
            .take_while(|&at| self.parse.tag_of(at) != Tag::Verb)
            .find(|&at| matches!(self.word(at), "car" | "parce" | "sinon"));
        let Some(cause) = cause else { return false };
        let main = (self.start..cause).rev().find(|&at| self.parse.tag_of(at) == Tag::Verb);
        main.is_some_and(|verb| {
            matches!(self.parse.lemma(verb), "pouvoir" | "vouloir" | "falloir" | "oser" | "devoir")
                && (verb.saturating_sub(3).max(self.start)..verb)
                    .any(|at| matches!(self.word(at), "ne" | "n'"))
        })
    }
}

fn is_ordinal(word: &str) -> bool {
    word.ends_with("ième")
        || word.ends_with("ièmes")
        || matches!(
            word,
            "premier" | "première" | "premiers" | "premières" | "second" | "seconde" | "seul" | "seule"
        )
}
