//! What is so, told apart from what would come of something: a state, a thing that an inquiry found, a participle that
//! names how somebody is.

use super::parse::Tag;
use super::readings::Reader;
use super::vocabulary::Marks;

impl Reader<'_, '_> {
    /// serait, aurait, serait vendu: what is so of somebody is told; of a thing it is mostly thought out.
    pub(super) fn is_bare_being(&self) -> bool {
        matches!(self.clause.parse.lemma(self.clause.group().finite), "être" | "avoir")
    }

    /// Whether being is told: of somebody, of how many there are, of a thing set off by a comma.
    pub(super) fn is_told_of(&self) -> bool {
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

    /// In a relative clause: être with what is being said of the subject, a state.
    pub(super) fn is_stative_of_thing(&self) -> bool {
        self.is_stative() && !self.clause.found.group.compound
            || self.is_stative() && self.clause.in_apposition()
            || self.clause.found.group.compound && self.is_passive_state()
    }

    /// lié, situé, armé: states that a participle names.
    pub(super) fn is_passive_state(&self) -> bool {
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
                | "blesser"
                | "rechercher"
                | "retenir"
                | "détenir"
                | "soupçonner"
                | "toucher"
                | "concerner"
                | "viser"
                | "bloquer"
                | "hospitaliser"
                | "connaître"
                | "menacer"
                | "cacher"
                | "installer"
                | "établir"
                | "motiver"
                | "prévoir"
        )
    }

    /// Whether it speaks of what is, rather than of what would come of something.
    pub(super) fn is_stative(&self) -> bool {
        let clause = &self.clause;
        let group = clause.group();
        let of_a_clause =
            clause.in_relative() && group.first > clause.start + 1 && clause.word(group.first - 2) == "ce";
        let said = if group.perfect { group.main } else { group.finite };
        // "se trouverait au Panama", "tournerait autour de 900 000 euros"
        let lemma = clause.parse.lemma(said);
        let place = group.reflexive
            && matches!(lemma, "trouver" | "cacher" | "situer" | "étendre" | "dissimuler" | "réfugier")
            || lemma == "tourner" && clause.word(group.last + 1) == "autour";
        !of_a_clause && (place || clause.parse.vocabulary.verb(clause.parse.lemma(said)).any(Marks::STATE))
    }
}
