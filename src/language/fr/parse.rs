//! The words of an article with their parts of speech: the lexicon's analyses, decided by what stands around.
//!
//! No tree is built. Each word gets one tag, from left to right, by closed classes first and by its neighbours where
//! the lexicon leaves a choice ("le juge" and "il juge"). Verb groups and naming phrases are read off the tags by
//! `verbs` and `sources`.

mod closed_class;
mod lexeme;
mod tagging;
mod verb_or_noun;

use self::lexeme::Lexeme;
use super::vocabulary::{PhraseKind, Vocabulary};
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
    /// The infinitives of the lexemes, one behind the other.
    lemmas: String,
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
            lemmas: String::new(),
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
    pub(super) fn lexeme(&self, index: usize) -> &Lexeme {
        self.lexemes.get(index).unwrap_or(&Lexeme::UNKNOWN)
    }

    /// The infinitive of a verb form; the form itself where there is none.
    pub(super) fn lemma(&self, index: usize) -> &str {
        self.lexeme(index).lemma.map_or(self.word(index), |lemma| lemma.of(&self.lemmas))
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

    /// Whether a block shows somebody's words without marks, as a block quotation or a message of a network.
    pub(super) fn shows_words(&self, block: usize) -> bool {
        self.article.blocks().get(block).is_some_and(|block| block.role == Role::BlockQuote)
    }

    /// Whether a word is a dash, however it was typed: -, –, —, --.
    pub(super) fn is_dash(&self, index: usize) -> bool {
        matches!(self.word(index), "-" | "–" | "—" | "--" | "---")
    }

    /// The phrase of a list that starts at a word, within `end`, and its length in words.
    pub(super) fn phrase(&self, index: usize, end: usize) -> Option<(PhraseKind, usize)> {
        if index >= end || !self.lexeme(index).opens_phrase {
            return None;
        }
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
}
