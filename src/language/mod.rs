//! What a language can answer: its word lists, and the little code that its grammar needs.
//!
//! A language is a folder beside this file: `words.toml` (lists, each under its name), the grammar's own files,
//! and `examples.toml` (texts and what should be understood of them). [`Grammar`] is the whole of what the rest
//! of the program asks of it; every answer is "nothing" until written, so that word lists alone make a start.

pub mod detect;
pub mod en;
pub mod fr;
mod lists;

use std::ops::Range;
use std::sync::Arc;

use foldhash::HashSet;

use crate::analysis::{Attribution, Conditional, Figure, Quotation, QuotationKind, Sentence, Words};
use crate::article::Article;
use crate::span::Span;

pub use lists::Lists;

/// The languages that ship.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Code {
    /// English.
    English,
    /// French.
    French,
}

impl Code {
    /// All of them, in the order of their tags.
    pub const ALL: [Code; 2] = [Code::English, Code::French];

    /// As settings and folders write it: "en", "fr".
    pub fn tag(self) -> &'static str {
        match self {
            Code::English => "en",
            Code::French => "fr",
        }
    }

    /// The language of a tag as files declare it ("fr", "fr-BE", "en_GB", "FR"); nothing for others.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_', '.']).next().unwrap_or_default();
        Code::ALL.into_iter().find(|code| code.tag().eq_ignore_ascii_case(primary))
    }
}

/// A language as used: its lists, a publication's own words among them, and its grammar.
pub struct Language {
    code: Code,
    lists: Lists,
    grammar: Arc<dyn Grammar>,
}

impl Language {
    /// The language with its own words alone.
    pub fn shipped(code: Code) -> Self {
        Self::with_words(code, Lists::default())
    }

    /// The language with `added` words beside its own, list by list.
    pub fn with_words(code: Code, added: Lists) -> Self {
        let mut lists = Self::shipped_lists(code).clone();
        lists.add(added);
        let grammar = match code {
            Code::English => en::grammar(&lists),
            Code::French => fr::grammar(&lists),
        };
        Self { code, lists, grammar: grammar.into() }
    }

    /// The word lists of a language alone, without a publication's words.
    pub fn shipped_lists(code: Code) -> &'static Lists {
        match code {
            Code::English => en::lists(),
            Code::French => fr::lists(),
        }
    }

    /// Which language it is.
    pub fn code(&self) -> Code {
        self.code
    }

    /// Its word lists.
    pub fn lists(&self) -> &Lists {
        &self.lists
    }

    /// What its grammar answers.
    pub fn grammar(&self) -> &dyn Grammar {
        &*self.grammar
    }

    /// The same, to keep.
    pub fn shared_grammar(&self) -> Arc<dyn Grammar> {
        Arc::clone(&self.grammar)
    }
}

/// What is known of an article before its grammar is asked: words, sentences, and quotations paired by their marks,
/// their kinds not yet decided (all `Direct`) and without attributions.
#[derive(Debug)]
pub struct Groundwork<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its words.
    pub words: &'a Words,
    /// Its sentences.
    pub sentences: &'a [Sentence],
    /// Its quotations.
    pub quotations: &'a [Quotation],
}

impl<'a> Groundwork<'a> {
    /// The article's text.
    pub fn text(&self) -> &'a str {
        self.article.text()
    }
}

/// What a grammar makes of the groundwork.
#[derive(Default, Debug)]
pub struct Understanding {
    /// For each quotation of the groundwork its kind and the index of its attribution; shorter is "nothing" for the
    /// rest.
    pub quotations: Vec<(QuotationKind, Option<usize>)>,
    /// Attributions in the order of their first span; speakers not resolved beyond the sentence.
    pub attributions: Vec<Attribution>,
    /// Conditionals in the order of the text.
    pub conditionals: Vec<Conditional>,
    /// Figures in the order of the text.
    pub figures: Vec<Figure>,
    /// Names in the order of the text.
    pub names: Vec<Span>,
    /// Denied stretches in the order of the text.
    pub negated: Vec<Span>,
}

/// The questions that the rest of the program asks of a language.
pub trait Grammar: Send + Sync {
    /// How words are cut, and where sentences don't end.
    fn spelling(&self) -> &Spelling;

    /// Whether the word `next`, behind a quotation that ends in "?" or "!", carries on the quotation's sentence:
    /// « Partez ! » lance le maire; “Why?” Ruiz asked.
    fn carries_on(&self, _words: &Words, _next: usize) -> bool {
        false
    }

    /// Who says what, in what reading: all that the language sees.
    fn understanding(&self, _groundwork: &Groundwork<'_>) -> Understanding {
        Understanding::default()
    }

    /// What the words `range` of a source or name say of who it is, so that speakers can be followed over the article.
    fn reference(&self, _words: &Words, _range: Range<usize>) -> Reference {
        Reference::default()
    }

    /// The forms of a term of a word list, the term itself first: radical, radicale, radicaux, radicales.
    fn forms(&self, term: &str) -> Vec<String> {
        vec![term.to_owned()]
    }

    /// `replacement`, in its dictionary form, in number, gender, tense and person of `found`: "habitant" for "citoyens" is
    /// "habitants".
    fn like(&self, replacement: &str, _found: &str) -> String {
        replacement.to_owned()
    }
}

/// A grammatical gender, as far as it tells who a pronoun stands for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Gender {
    /// il, he
    Masculine,
    /// elle, she
    Feminine,
}

/// A grammatical number.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug)]
pub enum Number {
    /// One.
    Singular,
    /// Several.
    Plural,
    /// The words don't tell.
    #[default]
    Unknown,
}

/// What the words of a source say of who it is: "la ministre Ana Ruiz" is feminine, singular, named "Ana Ruiz", with the
/// role "ministre".
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Reference {
    /// Whether it is a pronoun, or a phrase that stands for one: "ce dernier".
    pub pronoun: bool,
    /// Its gender, where the words tell.
    pub gender: Option<Gender>,
    /// Its number.
    pub number: Number,
    /// The proper name in it, without titles; nothing where it has none.
    pub name: Option<Span>,
    /// The nouns of office in it, folded lemmas: "ministre".
    pub roles: Vec<String>,
    /// Whether it speaks of somebody who is known already: "le ministre", not "un ministre".
    pub definite: bool,
    /// Whether it is surely a person.
    pub person: bool,
}

/// How a language's words are cut, and where its sentences don't end. All entries are folded (small letters,
/// straight apostrophes).
#[derive(Default, Debug)]
pub struct Spelling {
    /// Words that lose their vowel before an apostrophe, without it: "l", "qu".
    pub elisions: Vec<String>,
    /// What hangs on a word by a hyphen and is a word of its own, with the hyphen: "-t-il", "-elle".
    pub clitics: Vec<String>,
    /// What hangs on a word by an apostrophe and is a word of its own, with the apostrophe: "'s".
    pub endings: Vec<String>,
    /// Words behind whose full stop no sentence ends, without it: "m", "dr", "sen".
    pub abbreviations: HashSet<String>,
}

impl Spelling {
    /// The spelling that the lists `elisions`, `clitics`, `endings` and `abbreviations` give.
    pub(crate) fn new(lists: &Lists) -> Self {
        let list = |name: &str| lists.get(name).map(str::to_owned).collect::<Vec<_>>();
        Self {
            elisions: list("elisions"),
            clitics: list("clitics"),
            endings: list("endings"),
            abbreviations: list("abbreviations").into_iter().collect(),
        }
    }
}
