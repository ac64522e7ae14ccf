//! What a rule looks for: words, patterns, quotations, attributions, measures of the article.

use regex::Regex;

use super::term::Term;
use crate::analysis::{AttributionKind, CueKind, FigureKind, QuotationKind, Reading, SourceKind};
use crate::article::Role;

/// One thing that a rule looks for. `T` are its words: [`Terms`] in a rule by itself, phrases of one vocabulary in a
/// [`super::RuleSet`].
#[derive(Clone, Debug)]
pub enum Find<T = Terms> {
    /// Words.
    Terms(T),
    /// A regular expression.
    Pattern(Regex),
    /// Quotations.
    Quotation(Quotations),
    /// A part of attributions.
    Attribution(Attributions),
    /// Conditionals with these readings.
    Conditional(Vec<Reading>),
    /// Figures that count these.
    Figure(Vec<FigureKind>),
    /// Quotation marks without a pair.
    UnpairedMark,
    /// Links whose target matches.
    Link(Regex),
    /// A measure of the article.
    Article(Measure, Count),
}

impl Find {
    /// The same with its words made into something else.
    pub fn with_words<T>(&self, make: &mut impl FnMut(&Terms) -> T) -> Find<T> {
        match self {
            Find::Terms(terms) => Find::Terms(make(terms)),
            Find::Pattern(regex) => Find::Pattern(regex.clone()),
            Find::Quotation(quotations) => Find::Quotation(quotations.clone()),
            Find::Attribution(attributions) => Find::Attribution(attributions.clone()),
            Find::Conditional(readings) => Find::Conditional(readings.clone()),
            Find::Figure(kinds) => Find::Figure(kinds.clone()),
            Find::UnpairedMark => Find::UnpairedMark,
            Find::Link(regex) => Find::Link(regex.clone()),
            Find::Article(measure, count) => Find::Article(*measure, *count),
        }
    }
}

/// Words and phrases as a rule's file gives them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Terms {
    /// What is found.
    pub terms: Vec<Term>,
    /// Lists of the language that are found.
    pub lists: Vec<String>,
    /// Terms inside which it is left alone.
    pub except: Vec<Term>,
}

impl Terms {
    /// Terms of the rule's own alone.
    pub(super) fn own(terms: Vec<Term>) -> Self {
        Self { terms, lists: Vec::new(), except: Vec::new() }
    }
}

/// Which quotations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotations {
    /// Of these kinds; any where empty.
    pub kind: Vec<QuotationKind>,
    /// In blocks with these roles; any where empty.
    pub block: Vec<Role>,
    /// With so many words.
    pub words: Count,
    /// With so many quoted words before the speaker.
    pub words_before_speaker: Count,
    /// With so many quoted sentences before the speaker.
    pub sentences_before_speaker: Count,
    /// Whether its words stand in the story too.
    pub in_text: Option<bool>,
    /// Whether its words start with a capital.
    pub capital: Option<bool>,
    /// Whether its paragraph quotes another speaker before it.
    pub second_speaker: Option<bool>,
}

/// What `{count}` stands for where a quotation is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Its words.
    Words,
    /// Its words that are read before the speaker is named.
    WordsBeforeSpeaker,
    /// Its sentences that are read before the speaker is named.
    SentencesBeforeSpeaker,
}

impl Quotations {
    /// What is counted of them: what is asked for, else their words.
    pub fn counted(&self) -> Counted {
        if self.sentences_before_speaker != Count::ANY {
            Counted::SentencesBeforeSpeaker
        } else if self.words_before_speaker != Count::ANY {
            Counted::WordsBeforeSpeaker
        } else {
            Counted::Words
        }
    }
}

/// Which attributions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attributions {
    /// In these forms; any where empty.
    pub kind: Vec<AttributionKind>,
    /// By sources of these kinds; any where empty.
    pub source: Vec<SourceKind>,
    /// With cues of these kinds; any where empty.
    pub cue: Vec<CueKind>,
    /// By a pronoun or not.
    pub pronoun: Option<bool>,
    /// In blocks with these roles; any where empty.
    pub block: Vec<Role>,
    /// By these speakers; any where empty.
    pub speaker: Vec<String>,
    /// With so many sentences since the speaker's name.
    pub sentences_since_name: Count,
    /// Whether the source is named in the story.
    pub in_text: Option<bool>,
    /// The part that is found.
    pub part: Part,
}

/// A part of an attribution.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// Who says it.
    Source,
    /// The words that say so.
    Cue,
    /// What is said.
    Content,
}

/// What is counted in an article.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Measure {
    /// Words.
    Words,
    /// Paragraphs.
    Paragraphs,
    /// Sources that don't hang on one another.
    IndependentSources,
    /// Sources that nobody can identify.
    AnonymousSources,
    /// Of all quoted characters, those of the source quoted most, in hundredths.
    ShareOfOneSource,
    /// Words before the first source.
    WordsBeforeFirstSource,
}

/// How many: from … to, both inclusive.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Count {
    /// This many or more.
    pub from: usize,
    /// This many or fewer.
    pub to: usize,
}

impl Count {
    /// Every number.
    pub const ANY: Count = Count { from: 0, to: usize::MAX };

    /// Whether `number` lies in it.
    pub fn holds(self, number: usize) -> bool {
        self.from <= number && number <= self.to
    }
}
