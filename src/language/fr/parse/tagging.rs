//! One tag a word, from left to right: closed classes first, then what stands around decides.

use std::ops::Range;

use super::{Parse, Tag};
use crate::analysis::Shape;
use crate::language::fr::lexicon::Features;
use crate::language::fr::vocabulary::Marks;

/// A word in its place, and what stands before it.
#[derive(Clone, Copy)]
struct Spot<'w> {
    index: usize,
    /// The words of its sentence.
    words: &'w Range<usize>,
    /// The word behind it; out of range where it is the sentence's last.
    next: usize,
    /// The tag of the word before it.
    before: Option<Tag>,
    /// Whether it opens its sentence, or what stands behind a colon, a dash, an opening mark.
    first: bool,
    /// Whether its clause has a finite verb already.
    has_verb: bool,
    /// Whether an auxiliary waits for its participle.
    auxiliary: bool,
}

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
            let spot = Spot {
                index,
                words: &words,
                next: if index + 1 < words.end { index + 1 } else { usize::MAX },
                before: (index > words.start).then(|| self.tags[index - 1]),
                first,
                has_verb,
                auxiliary,
            };
            let tag = self.tag_at(spot);
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
    pub(super) fn closes_quotation(&self, index: usize) -> bool {
        let span = self.words.list()[index].span;
        self.quotation(index).is_some_and(|quotation| self.quotations[quotation].span.end() == span.end())
    }

    fn tag_at(&self, spot: Spot<'_>) -> Tag {
        self.tag_of_sign(spot)
            .or_else(|| self.tag_of_what_hangs(spot))
            .or_else(|| self.tag_of_capital(spot))
            .or_else(|| self.tag_of_closed_class(spot))
            .unwrap_or_else(|| self.tag_of_form(spot))
    }

    /// Of marks and numbers, of handles and the sign in front of them, of "a" without its accent.
    fn tag_of_sign(&self, spot: Spot<'_>) -> Option<Tag> {
        let Spot { index, words, next, before, .. } = spot;
        let word = self.word(index);
        // "@lea_roy": the sign stands in front of the name as an article does.
        if word == "@" && self.opens_handle(index, words) {
            return Some(Tag::Determiner);
        }
        if index > words.start && self.word(index - 1) == "@" && before == Some(Tag::Determiner) {
            return Some(Tag::Name);
        }
        if word == "a" && self.is_unaccented_preposition(index, next, words) {
            return Some(Tag::Preposition);
        }
        match self.shape(index) {
            Shape::Mark => Some(Tag::Mark),
            Shape::Number => Some(Tag::Number),
            _ => None,
        }
    }

    /// Of subjects and clitics that hang on a verb, and of the verb on which one hangs.
    fn tag_of_what_hangs(&self, spot: Spot<'_>) -> Option<Tag> {
        let Spot { index, words, next, before, .. } = spot;
        let word = self.word(index);
        if word.starts_with('-') {
            return Some(if is_inverted(word) || word == "-tu" { Tag::Inverted } else { Tag::Clitic });
        }
        // "souligne t'il"
        let parted = index > words.start + 1 && self.word(index - 1) == "t'" && before == Some(Tag::Clitic);
        if parted
            && matches!(word, "il" | "elle" | "on" | "ils" | "elles")
            && self.tags[index - 2] == Tag::Verb
        {
            return Some(Tag::Inverted);
        }
        // "Me Roy": a lawyer's title.
        if word == "me" && self.capital(index) && self.capital(next) {
            return Some(Tag::Name);
        }
        let finite = self.lexeme(index).can_be(Features::FINITE) || word == "at";
        (finite && is_inverted(self.word(next))).then_some(Tag::Verb)
    }

    /// Of a capital inside the sentence: a name, but for Le Pen's "Le" and the words after a colon.
    fn tag_of_capital(&self, spot: Spot<'_>) -> Option<Tag> {
        let Spot { index, words, first, .. } = spot;
        let lexeme = self.lexeme(index);
        let shouted = self.shape(index) == Shape::Upper && self.all_capitals(words);
        (self.capital(index) && !first && !shouted).then(|| match self.word(index) {
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
        })
    }

    fn tag_of_closed_class(&self, spot: Spot<'_>) -> Option<Tag> {
        let Spot { index, words, next, before, .. } = spot;
        self.lexeme(index).closed.and_then(|class| self.closed_class(class, index, next, before, words))
    }

    /// Of all other words, by what the lexicon knows of their form.
    fn tag_of_form(&self, spot: Spot<'_>) -> Tag {
        let Spot { index, next, before, first, has_verb, .. } = spot;
        let lexeme = self.lexeme(index);
        if self.capital(index) && first && self.is_name_at_start(index, next, lexeme) {
            return Tag::Name;
        }
        if !lexeme.is_known() {
            return if self.capital(index) {
                Tag::Name
            } else if self.word(index).ends_with("ment") {
                Tag::Adverb
            } else {
                Tag::Noun
            };
        }
        if self.is_awaited_participle(spot) {
            return Tag::PastParticiple;
        }
        let finite = lexeme.can_be(Features::FINITE);
        let nominal = lexeme.is_nominal() || lexeme.can_be(Features::PAST_PARTICIPLE);
        if finite && (!nominal || self.is_verb_here(index, next, before, has_verb, lexeme)) {
            return Tag::Verb;
        }
        if lexeme.can_be(Features::INFINITIVE) && before != Some(Tag::Determiner) {
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
            && !(lexeme.can_be(Features::NOUN) && before == Some(Tag::Determiner))
        {
            return Tag::PastParticiple;
        }
        if lexeme.can_be(Features::NOUN) && !(lexeme.can_be(Features::ADJECTIVE) && before == Some(Tag::Noun))
        {
            return Tag::Noun;
        }
        let named = [Features::FIRST_NAME, Features::SURNAME, Features::PROPER_NAME];
        match () {
            () if lexeme.can_be(Features::ADJECTIVE) => Tag::Adjective,
            () if lexeme.can_be(Features::ADVERB) => Tag::Adverb,
            () if lexeme.can_be(Features::PREPOSITION) => Tag::Preposition,
            () if !named.iter().any(|&class| lexeme.can_be(class)) => Tag::Other,
            () if self.capital(index) => Tag::Name,
            () => Tag::Noun,
        }
    }

    /// Whether it is the participle that an auxiliary before it waits for.
    fn is_awaited_participle(&self, spot: Spot<'_>) -> bool {
        let Spot { index, next, before, auxiliary, .. } = spot;
        let lexeme = self.lexeme(index);
        // "n'aurait pas de budget avant mai, prédit le quotidien": an incise, whatever waits for a participle.
        let incise = before == Some(Tag::Mark)
            && lexeme.can_be(Features::FINITE)
            && lexeme.verb.any(Marks::SAYING)
            && self.word(index - 1) == ","
            && (matches!(self.word(next), "le" | "la" | "l'") || self.capital(next));
        auxiliary
            && !incise
            && lexeme.can_be(Features::PAST_PARTICIPLE)
            && before != Some(Tag::Determiner)
            && !(before == Some(Tag::Preposition) && lexeme.can_be(Features::NOUN))
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
}

/// Whether a folded word is a subject hanging on its verb: "-t-il", "-ce".
fn is_inverted(word: &str) -> bool {
    word.starts_with('-')
        && matches!(
            word,
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
        )
}
