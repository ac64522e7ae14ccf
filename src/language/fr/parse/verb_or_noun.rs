//! Whether a form that can be verb or noun is the one or the other: "le juge" and "il juge", "Port-Lys vote" and "le vote".

use super::{Lexeme, Parse, Tag};
use crate::analysis::Shape;
use crate::language::fr::lexicon::Features;
use crate::language::fr::vocabulary::Marks;

impl Parse<'_> {
    /// Whether a form that can be verb or noun is a verb here.
    pub(super) fn is_verb_here(
        &self,
        index: usize,
        next: usize,
        before: Option<Tag>,
        has_verb: bool,
        lexeme: &Lexeme,
    ) -> bool {
        match before {
            Some(Tag::Pronoun | Tag::Clitic | Tag::Negation) => true,
            Some(Tag::Determiner | Tag::Preposition | Tag::Number) => false,
            // "comme dit Paul Roy"
            Some(Tag::Subordinator) if self.word(index - 1) == "comme" => {
                self.capital(next) && lexeme.verb.any(Marks::SAYING)
            }
            Some(Tag::Subordinator) => matches!(self.word(index - 1), "qui" | "que" | "qu'" | "dont" | "où"),
            Some(Tag::Verb | Tag::Infinitive | Tag::PastParticiple) => false,
            // "au même titre que"
            Some(Tag::Adjective) if self.word(index - 1) == "même" => false,
            _ => {
                // "dit", "écrit", "fait": a participle where its agent follows.
                if lexeme.can_be(Features::PAST_PARTICIPLE) && self.word(next) == "par" {
                    return false;
                }
                // "…, réplique par une boutade", "Paul Roy critique vivement le port"
                let answers = before == Some(Tag::Mark) && self.word(next) == "par";
                let how = matches!(before, Some(Tag::Name)) && self.word(next).ends_with("ment");
                let acts = lexeme.verb.any(Marks::SAYING) && (answers || how);
                // "Paul Roy écrit sur sa page :"
                let posts = before == Some(Tag::Name)
                    && matches!(self.word(index), "écrit" | "dit")
                    && matches!(self.word(next), "sur" | "dans" | "à" | "au" | "en");
                let bare_noun = lexeme.can_be(Features::NOUN) && !lexeme.can_be(Features::ADJECTIVE);
                let after_noun = matches!(before, Some(Tag::Noun | Tag::Name | Tag::Adjective));
                let complement = self.opens_complement(next)
                    || (lexeme.verb.any(Marks::SAYING)
                        && self.lexeme(next).can_be(Features::ADVERB)
                        && matches!(self.word(next + 1), "que" | "qu'" | ":"));
                // "« … », écrit notamment le journal"
                let comma = index > 0 && self.word(index - 1) == ",";
                let incise = index > 1
                    && self.closes_quotation(if comma { index - 2 } else { index - 1 })
                    && lexeme.verb.any(Marks::SAYING);
                !has_verb
                    && (complement
                        || incise
                        || acts
                        || posts
                        || (bare_noun && after_noun && lexeme.verb.any(Marks::SAYING)))
            }
        }
    }

    /// Whether a verb can have this word right behind it, and a noun hardly.
    pub(super) fn opens_complement(&self, index: usize) -> bool {
        let word = self.word(index);
        matches!(
            word,
            "le" | "la"
                | "les"
                | "l'"
                | "un"
                | "une"
                | "ce"
                | "cette"
                | "ces"
                | "cet"
                | "son"
                | "sa"
                | "ses"
                | "leur"
                | "leurs"
                | "tout"
                | "toute"
                | "tous"
                | "toutes"
                | "que"
                | "qu'"
                | "ne"
                | "n'"
                | "pas"
                | "plus"
                | "il"
                | "elle"
                | "on"
                | ":"
                | "«"
                | "\""
                | "“"
                | "mon"
                | "ma"
                | "notre"
                | "nos"
                | "vouloir"
                | "être"
                | "avoir"
                | "pouvoir"
                | "aussi"
                | "également"
                | "ainsi"
                | "encore"
                | "toutefois"
                | "cependant"
        ) || self.capital(index)
            || (self.lexeme(index).noun.any(Marks::TITLE) && word.len() <= 4)
            || (self.lexeme(index).can_be(Features::INFINITIVE) && !self.lexeme(index).can_be(Features::NOUN))
    }

    pub(super) fn is_name_at_start(&self, index: usize, next: usize, lexeme: &Lexeme) -> bool {
        let names = 1 << Features::FIRST_NAME | 1 << Features::SURNAME | 1 << Features::PROPER_NAME;
        if !lexeme.is_known() || self.shape(index) != Shape::Capitalised {
            return !lexeme.is_known() || lexeme.classes & names != 0 || self.shape(index) == Shape::Upper;
        }
        let common = lexeme.classes & !names & !1 != 0
            && lexeme.classes
                & (1 << Features::NOUN
                    | 1 << Features::ADJECTIVE
                    | 1 << Features::FINITE
                    | 1 << Features::PREPOSITION
                    | 1 << Features::ADVERB)
                != 0;
        lexeme.classes & names != 0 && (!common || (self.capital(next) && self.word(next) != "l'"))
    }
}
