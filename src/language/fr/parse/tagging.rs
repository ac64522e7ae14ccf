//! One tag a word, from left to right: closed classes first, then what stands around decides.

use std::ops::Range;

use super::{Lexeme, Parse, Tag};
use crate::analysis::Shape;
use crate::language::fr::lexicon::Features;
use crate::language::fr::vocabulary::Marks;

impl Parse<'_> {
    /// Tags the words of one sentence from left to right.
    pub(super) fn tag(&mut self, words: Range<usize>) {
        // Whether the clause has a finite verb already, and whether an auxiliary waits for its participle.
        let mut has_verb = false;
        let mut outside = false;
        let mut auxiliary = false;
        for index in words.clone() {
            let first = index == words.start
                || (index > words.start
                    && matches!(self.word(index - 1), "«" | "\"" | "“" | ":" | "–" | "—"));
            let tag = self.tag_in_place(index, &words, first, has_verb, auxiliary);
            // "à indiqué", "at-il indiqué"
            if tag == Tag::Verb && matches!(self.word(index), "à" | "at") {
                self.lexemes[index] = self.lexeme_of("a");
            }
            self.tags[index] = tag;
            match tag {
                Tag::Verb => {
                    has_verb = true;
                    auxiliary =
                        matches!(self.lemma(index), "avoir" | "être") && !matches!(self.word(index), "suivi");
                }
                Tag::PastParticiple => auxiliary = auxiliary && self.word(index) == "été",
                Tag::Subordinator => (has_verb, auxiliary) = (false, false),
                Tag::Coordinator => has_verb = false,
                Tag::Mark
                    if !matches!(
                        self.word(index),
                        "," | "«" | "»" | "\"" | "“" | "”" | "(" | ")" | "'" | "’"
                    ) =>
                {
                    (has_verb, auxiliary) = (false, false);
                }
                Tag::Mark if self.word(index) == "," => has_verb = false,
                // What an auxiliary inside the marks waits for doesn't stand behind them: « C'est faux », dit X.
                Tag::Mark if self.closes_quotation(index) => (has_verb, auxiliary) = (false, outside),
                Tag::Mark if self.opens_quotation(index) => outside = auxiliary,
                _ => {}
            }
        }
    }

    /// Whether the mark opens its quotation.
    fn opens_quotation(&self, index: usize) -> bool {
        let span = self.words.list()[index].span;
        self.quotation(index).is_some_and(|quotation| self.quotations[quotation].span.start() == span.start())
    }

    /// Whether the mark closes its quotation.
    fn closes_quotation(&self, index: usize) -> bool {
        let span = self.words.list()[index].span;
        self.quotation(index).is_some_and(|quotation| self.quotations[quotation].span.end() == span.end())
    }

    fn before(&self, index: usize, words: &Range<usize>) -> Option<Tag> {
        (index > words.start).then(|| self.tags[index - 1])
    }

    fn tag_in_place(
        &self,
        index: usize,
        words: &Range<usize>,
        first: bool,
        has_verb: bool,
        auxiliary: bool,
    ) -> Tag {
        let word = self.word(index);
        let lexeme = self.lexeme(index);
        let next = if index + 1 < words.end { index + 1 } else { usize::MAX };
        let before = self.before(index, words);
        // "@lea_roy": the sign stands in front of the name as an article does.
        if word == "@" && self.opens_handle(index, words) {
            return Tag::Determiner;
        }
        if index > words.start && self.word(index - 1) == "@" && before == Some(Tag::Determiner) {
            return Tag::Name;
        }
        if word == "a" && self.is_unaccented_preposition(index, next, words) {
            return Tag::Preposition;
        }
        match self.shape(index) {
            Shape::Mark => return Tag::Mark,
            Shape::Number => return Tag::Number,
            _ => {}
        }
        if word.starts_with('-') {
            return match word {
                "-t-il" | "-t-elle" | "-t-on" | "-t-ils" | "-t-elles" | "-je" | "-tu" | "-il" | "-elle"
                | "-on" | "-nous" | "-vous" | "-ils" | "-elles" | "-ce" => Tag::Inverted,
                _ => Tag::Clitic,
            };
        }
        // "souligne t'il"
        let parted = index > words.start + 1 && self.word(index - 1) == "t'" && before == Some(Tag::Clitic);
        if parted
            && matches!(word, "il" | "elle" | "on" | "ils" | "elles")
            && self.tags[index - 2] == Tag::Verb
        {
            return Tag::Inverted;
        }
        // "Me Roy": a lawyer's title.
        if word == "me" && self.capital(index) && self.capital(next) {
            return Tag::Name;
        }
        let behind = self.word(next);
        let next_is_inverted = behind.starts_with('-')
            && matches!(
                behind,
                "-t-il"
                    | "-t-elle"
                    | "-t-on"
                    | "-t-ils"
                    | "-t-elles"
                    | "-il"
                    | "-elle"
                    | "-on"
                    | "-ils"
                    | "-elles"
                    | "-je"
                    | "-nous"
                    | "-vous"
                    | "-ce"
            );
        if next_is_inverted && (lexeme.can_be(Features::FINITE) || word == "at") {
            return Tag::Verb;
        }
        // A capital inside the sentence is a name, but for Le Pen's "Le" and the words after a colon.
        if self.capital(index) && !first && !(self.shape(index) == Shape::Upper && self.all_capitals(words)) {
            return match word {
                "le" | "la" | "les" | "l'" | "un" | "une" => Tag::Determiner,
                "de" | "du" | "des" | "d'" => Tag::Preposition,
                "il" | "elle" | "ils" | "elles" | "on" | "je" | "j'" | "nous" | "vous" | "c'" | "ce" => {
                    Tag::Pronoun
                }
                "m" | "mme" | "mlle" | "mm" => Tag::Name,
                _ if lexeme.can_be(Features::FINITE)
                    && !lexeme.is_nominal()
                    && lexeme.finite & Features::CONDITIONAL != 0 =>
                {
                    Tag::Verb
                }
                _ => Tag::Name,
            };
        }
        let closed = lexeme.closed.and_then(|class| self.closed_class(class, index, next, before, words));
        if let Some(tag) = closed {
            return tag;
        }
        if self.capital(index) && first && self.is_name_at_start(index, next, lexeme) {
            return Tag::Name;
        }
        if !lexeme.is_known() {
            return if self.capital(index) {
                Tag::Name
            } else if word.ends_with("ment") {
                Tag::Adverb
            } else {
                Tag::Noun
            };
        }
        // "n'aurait pas de budget avant mai, prédit le quotidien": an incise, whatever waits for a participle.
        let incise = before == Some(Tag::Mark)
            && lexeme.can_be(Features::FINITE)
            && lexeme.verb.any(Marks::SAYING)
            && self.word(index - 1) == ","
            && (matches!(self.word(next), "le" | "la" | "l'") || self.capital(next));
        if auxiliary
            && !incise
            && lexeme.can_be(Features::PAST_PARTICIPLE)
            && !matches!(before, Some(Tag::Determiner))
            && !(before == Some(Tag::Preposition) && lexeme.can_be(Features::NOUN))
        {
            return Tag::PastParticiple;
        }
        let finite = lexeme.can_be(Features::FINITE);
        let nominal = lexeme.is_nominal() || lexeme.can_be(Features::PAST_PARTICIPLE);
        if finite && (!nominal || self.is_verb_here(index, next, before, has_verb, lexeme)) {
            return Tag::Verb;
        }
        if lexeme.can_be(Features::INFINITIVE) && !matches!(before, Some(Tag::Determiner)) {
            return Tag::Infinitive;
        }
        if lexeme.can_be(Features::PRESENT_PARTICIPLE)
            && (!nominal
                || !matches!(before, Some(Tag::Determiner | Tag::Noun | Tag::Adjective))
                || self.opens_complement(next))
        {
            return Tag::PresentParticiple;
        }
        if lexeme.can_be(Features::PAST_PARTICIPLE)
            && !(lexeme.can_be(Features::NOUN) && matches!(before, Some(Tag::Determiner)))
        {
            return Tag::PastParticiple;
        }
        if lexeme.can_be(Features::NOUN) && !(lexeme.can_be(Features::ADJECTIVE) && before == Some(Tag::Noun))
        {
            return Tag::Noun;
        }
        if lexeme.can_be(Features::ADJECTIVE) {
            return Tag::Adjective;
        }
        if lexeme.can_be(Features::ADVERB) {
            return Tag::Adverb;
        }
        if lexeme.can_be(Features::PREPOSITION) {
            return Tag::Preposition;
        }
        if lexeme.can_be(Features::FIRST_NAME)
            || lexeme.can_be(Features::SURNAME)
            || lexeme.can_be(Features::PROPER_NAME)
        {
            return if self.capital(index) { Tag::Name } else { Tag::Noun };
        }
        Tag::Other
    }

    /// Whether an "@" opens a handle rather than parts an address: "@lea_roy", not "lea@port.fr".
    fn opens_handle(&self, at: usize, words: &Range<usize>) -> bool {
        let list = self.words.list();
        let parted = at == words.start || !list[at].joined || self.tags[at - 1] == Tag::Mark;
        parted && at + 1 < words.end && list[at + 1].joined && self.shape(at + 1) != Shape::Mark
    }

    /// "« … », a indiqué a l'AFP le maire": copy without accents, where a verb of saying behind a mark has its subject yet
    /// to come.
    fn is_unaccented_preposition(&self, at: usize, next: usize, words: &Range<usize>) -> bool {
        let said = at.wrapping_sub(1);
        if at < words.start + 2 || !self.lexeme(said).verb.any(Marks::SAYING) {
            return false;
        }
        let first = match self.tags[said] {
            Tag::Verb => said,
            Tag::PastParticiple if self.tags[said - 1] == Tag::Verb => said - 1,
            _ => return false,
        };
        let determined = matches!(
            self.word(next),
            "l'" | "la" | "un" | "une" | "son" | "sa" | "ses" | "des" | "plusieurs" | "nos" | "notre"
        );
        first > words.start && self.tags[first - 1] == Tag::Mark && (determined || self.capital(next))
    }

    /// Whether a whole sentence is set in capitals, as some headlines are.
    fn all_capitals(&self, words: &Range<usize>) -> bool {
        let letters = words.clone().filter(|&word| self.shape(word) != Shape::Mark);
        letters.take(6).all(|word| matches!(self.shape(word), Shape::Upper | Shape::Number))
    }

    /// Whether the sentence around a word is set in capitals.
    pub(in crate::language::fr) fn all_capital_sentence(&self, index: usize) -> bool {
        let at = self.sentences.partition_point(|sentence| sentence.words.end <= index);
        self.sentences.get(at).is_some_and(|sentence| self.all_capitals(&sentence.words))
    }

    /// Whether a form that can be verb or noun is a verb here.
    fn is_verb_here(
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
            Some(Tag::Subordinator) => matches!(self.word(index - 1), "qui" | "que" | "qu'" | "dont" | "où"),
            Some(Tag::Verb | Tag::Infinitive | Tag::PastParticiple) => false,
            // "au même titre que"
            Some(Tag::Adjective) if self.word(index - 1) == "même" => false,
            _ => {
                // "dit", "écrit", "fait": a participle where its agent follows.
                if lexeme.can_be(Features::PAST_PARTICIPLE) && self.word(next) == "par" {
                    return false;
                }
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
                    && (complement || incise || (bare_noun && after_noun && lexeme.verb.any(Marks::SAYING)))
            }
        }
    }

    /// Whether a verb can have this word right behind it, and a noun hardly.
    fn opens_complement(&self, index: usize) -> bool {
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

    fn is_name_at_start(&self, index: usize, next: usize, lexeme: &Lexeme) -> bool {
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
