//! The words of an article with their parts of speech: the lexicon's analyses, decided by what stands around.
//!
//! No tree is built. Each word gets one tag, from left to right, by closed classes first and by its neighbours where
//! the lexicon leaves a choice ("le juge" and "il juge"). Verb groups and naming phrases are read off the tags by
//! `verbs` and `sources`.

use std::ops::Range;

use foldhash::{HashMap, HashMapExt};

use super::lexicon::{self, Features};
use super::vocabulary::{Marks, PhraseKind, Vocabulary, folded};
use crate::analysis::{Quotation, Sentence, Shape, Words};
use crate::article::{Article, Role};
use crate::language::Groundwork;

/// The part of speech of a word in its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Tag {
    /// le, cette, leur, plusieurs
    Determiner,
    /// maire, police
    Noun,
    /// nouveau; past participles that stand like one keep their own tag
    Adjective,
    /// Stoltenberg, OTAN
    Name,
    /// il, celui-ci, on: can be a subject
    Pronoun,
    /// A pronoun in front of a verb that is no subject: le, lui, se, en.
    Clitic,
    /// A subject hanging on its verb: -t-il.
    Inverted,
    /// A finite verb.
    Verb,
    /// dire
    Infinitive,
    /// disant
    PresentParticiple,
    /// dit, after an auxiliary or like an adjective
    PastParticiple,
    /// hier, toujours
    Adverb,
    /// ne, pas
    Negation,
    /// de, dans, au, du
    Preposition,
    /// que, qui, dont, si, lorsque
    Subordinator,
    /// et, ou, mais
    Coordinator,
    /// 12
    Number,
    /// Punctuation.
    Mark,
    /// What none of these is.
    Other,
}

/// What the lexicon and the lists know of one form, whatever stands around.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Lexeme {
    /// A bit for each class of [`Features`].
    classes: u32,
    /// Tenses, persons and numbers of its finite readings together.
    pub(super) finite: u32,
    /// Numbers and genders of its nominal readings together.
    pub(super) nominal: u32,
    /// Lists on which its verb stands.
    pub(super) verb: Marks,
    /// Lists on which its noun stands.
    pub(super) noun: Marks,
    /// Index of its verb's infinitive.
    lemma: Option<u32>,
}

impl Lexeme {
    /// Whether it can be of a class of [`Features`].
    pub(super) fn can_be(&self, class: u32) -> bool {
        self.classes >> class & 1 == 1
    }

    /// Whether the lexicon knows it at all.
    pub(super) fn is_known(&self) -> bool {
        self.classes != 0
    }

    fn is_nominal(&self) -> bool {
        self.can_be(Features::NOUN) || self.can_be(Features::ADJECTIVE)
    }
}

/// An article's words, tagged.
pub(super) struct Parse<'a> {
    pub(super) text: &'a str,
    pub(super) words: &'a Words,
    pub(super) sentences: &'a [Sentence],
    pub(super) quotations: &'a [Quotation],
    pub(super) vocabulary: &'a Vocabulary,
    article: &'a Article,
    tags: Vec<Tag>,
    lexemes: Vec<Lexeme>,
    lemmas: Vec<String>,
    /// For each word the quotation it stands in, its marks included.
    inside: Vec<Option<u32>>,
}

impl<'a> Parse<'a> {
    /// The words of `groundwork`, tagged.
    pub(super) fn new(groundwork: &Groundwork<'a>, vocabulary: &'a Vocabulary) -> Self {
        let count = groundwork.words.list().len();
        let mut parse = Self {
            text: groundwork.text(),
            words: groundwork.words,
            sentences: groundwork.sentences,
            quotations: groundwork.quotations,
            vocabulary,
            article: groundwork.article,
            tags: vec![Tag::Other; count],
            lexemes: Vec::with_capacity(count),
            lemmas: Vec::new(),
            inside: vec![None; count],
        };
        parse.look_up();
        for (index, quotation) in groundwork.quotations.iter().enumerate() {
            for word in groundwork.words.within(quotation.span) {
                parse.inside[word] = Some(index as u32);
            }
        }
        for sentence in groundwork.sentences {
            parse.tag(sentence.words.clone());
        }
        parse
    }

    /// The folded form of a word; empty behind the last one.
    pub(super) fn word(&self, index: usize) -> &'a str {
        self.words.folded(index)
    }

    /// The tag of a word; `Mark` behind the last one.
    pub(super) fn tag_of(&self, index: usize) -> Tag {
        self.tags.get(index).copied().unwrap_or(Tag::Mark)
    }

    /// What is known of a word's form.
    pub(super) fn lexeme(&self, index: usize) -> Lexeme {
        self.lexemes.get(index).copied().unwrap_or_default()
    }

    /// The infinitive of a verb form; the form itself where there is none.
    pub(super) fn lemma(&self, index: usize) -> &str {
        self.lexeme(index).lemma.map_or(self.word(index), |lemma| &self.lemmas[lemma as usize])
    }

    /// The quotation that a word stands in.
    pub(super) fn quotation(&self, index: usize) -> Option<usize> {
        self.inside.get(index).copied().flatten().map(|quotation| quotation as usize)
    }

    /// Whether a sentence is a headline.
    pub(super) fn is_headline(&self, sentence: usize) -> bool {
        let block =
            self.sentences.get(sentence).and_then(|sentence| self.article.blocks().get(sentence.block));
        block.is_some_and(|block| block.role == Role::Headline)
    }

    /// The phrase of a list that starts at a word, within `end`, and its length in words.
    pub(super) fn phrase(&self, index: usize, end: usize) -> Option<(PhraseKind, usize)> {
        self.vocabulary.phrase(|at| if index + at < end { self.words.folded(index + at) } else { "" })
    }

    /// What a word looks like.
    pub(super) fn shape(&self, index: usize) -> Shape {
        self.words.list().get(index).map_or(Shape::Mark, |word| word.shape)
    }

    /// Whether a word starts with a capital.
    pub(super) fn capital(&self, index: usize) -> bool {
        matches!(self.shape(index), Shape::Capitalised | Shape::Upper | Shape::Mixed)
    }

    fn look_up(&mut self) {
        let mut known: HashMap<&'a str, Lexeme> = HashMap::new();
        for index in 0..self.words.list().len() {
            let form = self.words.folded(index);
            let lexeme = match known.get(form) {
                Some(lexeme) => *lexeme,
                None => {
                    let lexeme = self.lexeme_of(form);
                    known.insert(form, lexeme);
                    lexeme
                }
            };
            self.lexemes.push(lexeme);
        }
    }

    fn lexeme_of(&mut self, form: &str) -> Lexeme {
        let mut lexeme = Lexeme::default();
        if !form.starts_with(char::is_alphabetic) {
            return lexeme;
        }
        let mut rank = u8::MAX;
        for analysis in lexicon::analyses(form) {
            let features = analysis.features;
            lexeme.classes |= 1 << features.class();
            match features.class() {
                Features::FINITE => lexeme.finite |= features.0 & !15,
                Features::NOUN | Features::ADJECTIVE | Features::PAST_PARTICIPLE | Features::FIRST_NAME => {
                    lexeme.nominal |= features.0 & (3 << 15 | 3 << 17);
                }
                _ => {}
            }
            let lemma = analysis.lemma(form);
            match features.class() {
                Features::FINITE
                | Features::INFINITIVE
                | Features::PRESENT_PARTICIPLE
                | Features::PAST_PARTICIPLE => {
                    lexeme.verb.0 |= self.vocabulary.verb(&lemma).0;
                    // "saurait" is of "savoir", not of the rare "saurer".
                    let this = u8::from(matches!(
                        lemma.as_str(),
                        "saurer" | "cherrer" | "redire" | "maudire" | "ester"
                    ));
                    if this < rank {
                        rank = this;
                        lexeme.lemma = Some(self.lemmas.len() as u32);
                        self.lemmas.push(lemma);
                    }
                }
                _ => lexeme.noun.0 |= self.vocabulary.noun(&folded(&lemma)).0,
            }
        }
        lexeme.noun.0 |= self.vocabulary.noun(form).0;
        if !lexeme.is_known()
            && let Some((features, lemma)) = lexicon::by_ending(form)
        {
            lexeme.classes |= 1 << features.class();
            lexeme.finite |= features.0 & !15;
            lexeme.verb = self.vocabulary.verb(&lemma);
            lexeme.lemma = Some(self.lemmas.len() as u32);
            self.lemmas.push(lemma);
        }
        lexeme
    }

    /// Tags the words of one sentence from left to right.
    fn tag(&mut self, words: Range<usize>) {
        // Whether the clause has a finite verb already, and whether an auxiliary waits for its participle.
        let mut has_verb = false;
        let mut outside = false;
        let mut auxiliary = false;
        for index in words.clone() {
            let first = index == words.start
                || (index > words.start
                    && matches!(self.word(index - 1), "«" | "\"" | "“" | ":" | "–" | "—"));
            let tag = self.tag_in_place(index, &words, first, has_verb, auxiliary);
            if tag == Tag::Verb && self.word(index) == "à" {
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
        let next_is_inverted = matches!(
            self.word(next),
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
        if next_is_inverted && lexeme.can_be(Features::FINITE) {
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
        if let Some(tag) = self.closed_class(index, next, before, words) {
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
        if auxiliary
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

    /// Whether a whole sentence is set in capitals, as some headlines are.
    fn all_capitals(&self, words: &Range<usize>) -> bool {
        let letters = words.clone().filter(|&word| self.shape(word) != Shape::Mark);
        letters.take(6).all(|word| matches!(self.shape(word), Shape::Upper | Shape::Number))
    }

    /// Whether the sentence around a word is set in capitals.
    pub(super) fn all_capital_sentence(&self, index: usize) -> bool {
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
        lexeme: Lexeme,
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

    fn is_name_at_start(&self, index: usize, next: usize, lexeme: Lexeme) -> bool {
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

    /// The tag of a word of the closed classes.
    fn closed_class(
        &self,
        index: usize,
        next: usize,
        before: Option<Tag>,
        words: &Range<usize>,
    ) -> Option<Tag> {
        let word = self.word(index);
        let follows = |index: usize| {
            let lexeme = self.lexeme(index);
            lexeme.can_be(Features::FINITE)
        };
        Some(match word {
            "le" | "la" | "les" | "l'" => {
                let lexeme = self.lexeme(next);
                let verb_only = lexeme.can_be(Features::FINITE) && !lexeme.is_nominal();
                let after_subject = matches!(before, Some(Tag::Pronoun | Tag::Negation | Tag::Clitic))
                    || (index > words.start && self.word(index - 1) == "qui")
                    // "comme le précise la préfecture"
                    || (index > words.start
                        && self.word(index - 1) == "comme"
                        && self.lexeme(next).verb.any(Marks::SAYING)
                        && (matches!(self.word(next + 1), "le" | "la" | "les" | "l'" | "un" | "une")
                            || self.capital(next + 1)));
                let infinitive = lexeme.can_be(Features::INFINITIVE) && !lexeme.can_be(Features::NOUN);
                let clitic_next = matches!(self.word(next), "lui" | "leur" | "y" | "en") && follows(next + 1);
                if (verb_only || infinitive || clitic_next || (after_subject && follows(next)))
                    && !self.capital(next)
                {
                    Tag::Clitic
                } else {
                    Tag::Determiner
                }
            }
            "même" | "mêmes"
                if matches!(before, Some(Tag::Preposition)) && self.lexeme(next).can_be(Features::NOUN) =>
            {
                Tag::Adjective
            }
            "un" | "une" | "cet" | "cette" | "ces" | "mon" | "ma" | "mes" | "ton" | "ta" | "tes" | "son"
            | "sa" | "ses" | "notre" | "nos" | "votre" | "vos" | "leurs" | "chaque" | "plusieurs"
            | "quelques" | "aucun" | "aucune" | "certains" | "certaines" | "quel" | "quelle" | "quels"
            | "quelles" | "deux" | "trois" | "quatre" | "cinq" | "six" | "sept" | "huit" | "neuf" | "dix"
            | "toute" | "tous" | "toutes" | "divers" | "diverses" | "différents" | "différentes" => {
                if matches!(
                    word,
                    "certains" | "certaines" | "plusieurs" | "tous" | "toutes" | "deux" | "trois"
                ) && (follows(next) || matches!(self.word(next), "," | "ne" | "n'" | "se" | "s'"))
                    && !self.lexeme(next).is_nominal()
                {
                    Tag::Pronoun
                } else {
                    Tag::Determiner
                }
            }
            "ce" => {
                if matches!(
                    self.word(next),
                    "qui"
                        | "que"
                        | "qu'"
                        | "dont"
                        | "à"
                        | "sont"
                        | "serait"
                        | "seraient"
                        | "sera"
                        | "fut"
                        | "n'"
                        | "ne"
                        | "doit"
                        | "peut"
                        | "devrait"
                        | "pourrait"
                ) {
                    Tag::Pronoun
                } else {
                    Tag::Determiner
                }
            }
            "leur" => {
                let lexeme = self.lexeme(next);
                if follows(next)
                    && (!lexeme.is_nominal()
                        || matches!(before, Some(Tag::Pronoun | Tag::Negation | Tag::Clitic)))
                {
                    Tag::Clitic
                } else {
                    Tag::Determiner
                }
            }
            "je" | "j'" | "tu" | "il" | "elle" | "on" | "ils" | "elles" | "c'" | "ça" | "cela" | "ceci"
            | "celui" | "celle" | "ceux" | "celles" | "celui-ci" | "celle-ci" | "ceux-ci" | "celles-ci"
            | "celui-là" | "celle-là" | "eux" | "moi" | "toi" | "beaucoup" | "quiconque" | "rien"
            | "chacun" | "chacune" | "d'aucuns" | "lui-même" | "elle-même" | "eux-mêmes" | "soi"
            | "personne" | "quelqu'un" => {
                if word == "personne" && matches!(before, Some(Tag::Determiner | Tag::Adjective)) {
                    return None;
                }
                if matches!(word, "rien" | "personne") && before != Some(Tag::Mark) && before.is_some() {
                    return Some(Tag::Negation);
                }
                Tag::Pronoun
            }
            "lui" => {
                if follows(next) && !self.lexeme(next).is_nominal()
                    || matches!(self.word(next), "a" | "avait" | "est" | "ont")
                {
                    Tag::Clitic
                } else {
                    Tag::Pronoun
                }
            }
            "nous" | "vous" => {
                let ending = if word == "nous" { "ons" } else { "ez" };
                let agrees = self.word(next).ends_with(ending)
                    || matches!(self.word(next), "sommes" | "êtes" | "dites" | "faites");
                if follows(next) && !agrees { Tag::Clitic } else { Tag::Pronoun }
            }
            "me" | "m'" | "te" | "t'" | "se" | "y" => Tag::Clitic,
            "s'" => {
                if matches!(self.word(next), "il" | "ils") {
                    Tag::Subordinator
                } else {
                    Tag::Clitic
                }
            }
            "en" => {
                let lexeme = self.lexeme(next);
                let verb = (lexeme.can_be(Features::FINITE) || lexeme.can_be(Features::INFINITIVE))
                    && !lexeme.is_nominal();
                if verb || matches!(before, Some(Tag::Pronoun | Tag::Negation)) && follows(next) {
                    Tag::Clitic
                } else {
                    Tag::Preposition
                }
            }
            "ne" | "n'" | "pas" | "point" if word != "point" || before == Some(Tag::Verb) => Tag::Negation,
            "jamais" | "guère" | "plus" | "moins" | "très" | "trop" | "peu" | "bien" | "mal" | "aussi"
            | "ainsi" | "donc" | "alors" | "encore" | "déjà" | "toujours" | "souvent" | "hier" | "demain"
            | "aujourd'hui" | "ensuite" | "enfin" | "puis" | "là" | "ici" | "même" | "non" | "oui"
            | "tant" | "autant" | "presque" | "environ" | "notamment" | "surtout" | "également"
            | "cependant" | "toutefois" | "néanmoins" | "pourtant" | "ailleurs" | "autrement" | "tôt"
            | "tard" | "parfois" | "longtemps" | "maintenant" | "désormais" => Tag::Adverb,
            "de" | "d'"
                if matches!(before, None | Some(Tag::Mark))
                    && matches!(self.word(next), "nombreux" | "nombreuses" | "autres" | "multiples") =>
            {
                Tag::Determiner
            }
            // "Le maire à indiqué": written for "a".
            "à" if matches!(before, Some(Tag::Name | Tag::Noun | Tag::Pronoun))
                && self.lexeme(next).can_be(Features::PAST_PARTICIPLE)
                && !self.lexeme(next).can_be(Features::NOUN)
                && self.lexeme(next).verb.any(Marks::SAYING) =>
            {
                Tag::Verb
            }
            "de" | "d'" | "du" | "au" | "aux" | "à" | "dans" | "par" | "pour" | "sur" | "sous" | "avec"
            | "sans" | "chez" | "vers" | "contre" | "depuis" | "pendant" | "durant" | "après" | "avant"
            | "devant" | "derrière" | "dès" | "malgré" | "selon" | "hors" | "parmi" | "outre" | "sauf"
            | "via" | "lors" | "jusque" | "jusqu'" | "près" | "auprès" | "entre" | "suite" | "face"
            | "grâce" | "afin" => {
                if matches!(word, "suite" | "face")
                    && matches!(before, Some(Tag::Determiner | Tag::Preposition))
                {
                    return None;
                }
                if word == "entre" && matches!(before, Some(Tag::Pronoun | Tag::Clitic)) {
                    Tag::Verb
                } else {
                    Tag::Preposition
                }
            }
            "des" => match before {
                Some(Tag::Noun | Tag::Name | Tag::Adjective | Tag::Number | Tag::PastParticiple) => {
                    Tag::Preposition
                }
                Some(Tag::Adverb)
                    if index > words.start && matches!(self.word(index - 1), "lors" | "près" | "auprès") =>
                {
                    Tag::Preposition
                }
                Some(Tag::Preposition)
                    if index > words.start
                        && matches!(self.word(index - 1), "lors" | "près" | "auprès" | "hors" | "jusque") =>
                {
                    Tag::Preposition
                }
                _ => Tag::Determiner,
            },
            "compris" if index > words.start && self.word(index - 1) == "y" => Tag::Preposition,
            "tout" if self.lexeme(next).can_be(Features::ADVERB) => Tag::Adverb,
            "que" | "qu'" | "qui" | "dont" | "où" | "lequel" | "laquelle" | "lesquels" | "lesquelles"
            | "auquel" | "duquel" | "lorsque" | "lorsqu'" | "quand" | "puisque" | "puisqu'" | "quoique"
            | "quoiqu'" | "comme" | "tandis" | "si" | "parce" | "car" => Tag::Subordinator,
            "et" | "ou" | "mais" | "ni" | "or" => Tag::Coordinator,
            "a" | "ont" | "sont" | "est" | "avait" | "avaient" | "était" | "étaient" => {
                if word == "est" && matches!(before, Some(Tag::Determiner)) { Tag::Noun } else { Tag::Verb }
            }
            _ => return None,
        })
    }
}
