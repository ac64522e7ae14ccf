//! What was understood of an article: sentences, quotations, attributions, conditionals, sources.
//!
//! Plain data, made by [`crate::analyse`] and read by everything after it. Indices point into the vectors of the
//! same [`Analysis`]; every span is of the article's text. Names are the field's own, see the manual.

mod words;

use std::ops::Range;

pub use words::{Shape, Word, Words};

use crate::span::Span;

/// One sentence. It never ends inside a quotation, so « Partez ! », dit-elle. is one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sentence {
    /// From its first word to its closing mark.
    pub span: Span,
    /// The indices of its words.
    pub words: Range<usize>,
    /// The index of its block.
    pub block: usize,
}

/// What a stretch in quotation marks is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum QuotationKind {
    /// A clause or more that somebody utters: « Nous partirons demain. »
    Direct,
    /// Words of somebody's inside the writer's own sentence: il juge l'offre « trop tardive ».
    Partial,
    /// Scare quotes, a title, a name, a gloss: elle relit « La Peste ».
    Mention,
}

/// A stretch in quotation marks, the outermost ones; one for each paragraph where it runs over several.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Quotation {
    /// With its marks.
    pub span: Span,
    /// Without its marks and the white space inside them.
    pub inner: Span,
    /// Of what kind it is.
    pub kind: QuotationKind,
    /// Index of the attribution that says whose words they are.
    pub attribution: Option<usize>,
    /// Index of its block.
    pub block: usize,
    /// Whether it goes on from a quotation of the paragraph before, which reopens here.
    pub continues: bool,
    /// Whether its closing mark stands in this paragraph (not where the next one reopens it).
    pub closed: bool,
}

/// A quotation mark without its pair.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LoneMark {
    /// The mark.
    pub span: Span,
    /// Index of its block.
    pub block: usize,
}

/// In what form it is said who says what.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum AttributionKind {
    /// All of the content in quotation marks.
    Direct,
    /// None of it: Ruiz said the bridge was safe.
    Indirect,
    /// Some of it.
    Mixed,
    /// By a phrase: selon la préfecture, according to police.
    AccordingTo,
}

/// Who or what a source is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum SourceKind {
    /// Somebody with a name or an office: Ana Ruiz, the mayor, elle.
    Person,
    /// A body that speaks as one: la préfecture, the company, police.
    Organisation,
    /// A text: un rapport du Sénat, the lawsuit.
    Document,
    /// A newspaper, agency, broadcaster.
    Media,
    /// An authority without a face: experts, critics, des observateurs.
    Collective,
    /// People who were there: riverains, passengers, witnesses.
    Witnesses,
    /// Somebody whose name is kept back but who is described: a senior aide, un proche du dossier.
    Described,
    /// Nobody at all: a source, sources, une source.
    Anonymous,
}

/// What the cue of an attribution does beside saying that something is said.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CueKind {
    /// Says it and no more: said, a déclaré.
    Neutral,
    /// Takes a side on it: claimed, avoue.
    Loaded,
    /// Thinks rather than says: believes, estime craindre.
    Belief,
    /// Asks, orders, promises: urged, a ordonné.
    Directive,
    /// A phrase: selon, according to.
    AccordingTo,
    /// Said without anybody saying it: il a été annoncé, was accused of.
    Passive,
    /// No word of saying: a colon, Pour X.
    Bare,
}

/// Who says what.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attribution {
    /// In what form.
    pub kind: AttributionKind,
    /// What is said: one stretch, or several where the cue splits it; in the order of the text.
    pub content: Vec<Span>,
    /// The words that say so: a écrit, said, selon. Nothing where a quotation merely goes on.
    pub cue: Option<Span>,
    /// What those words do.
    pub cue_kind: CueKind,
    /// The words that name who says it.
    pub source: Option<Span>,
    /// What kind of source; nothing where there is none.
    pub source_kind: Option<SourceKind>,
    /// The source with pronouns and short names resolved: "Jens Stoltenberg" for "il".
    pub speaker: Option<String>,
    /// Whether the source is a pronoun.
    pub pronoun: bool,
    /// Index of the sentence of the cue, or of the content where there is none.
    pub sentence: usize,
}

/// What a verb in the conditional is there for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Reading {
    /// Passes on a claim that the writer doesn't vouch for: le suspect aurait fui.
    Reported,
    /// Holds under a condition, said or implied: sans accord, l'usine fermerait.
    Hypothetical,
    /// What was then to come: il a promis que la piscine rouvrirait.
    FutureInPast,
    /// Courtesy, advice, forecast: le train devrait arriver à midi.
    Softened,
}

/// A verb in the form that the language uses to report what it doesn't vouch for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Conditional {
    /// The verb group: auraient refusé, serait restée.
    pub span: Span,
    /// The verb that the group says, in its dictionary form: refuser.
    pub verb: String,
    /// What it is there for.
    pub reading: Reading,
    /// Index of the attribution that says whose claim it is.
    pub attribution: Option<usize>,
    /// Index of its sentence.
    pub sentence: usize,
}

/// What a number counts.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum FigureKind {
    /// 62 %
    Percentage,
    /// Dead, injured, missing: 14 morts.
    Toll,
    /// People gathered: 8 000 manifestants.
    Crowd,
    /// An amount of money.
    Money,
    /// A share of people asked.
    Poll,
}

/// A number that tells the reader something which somebody must have counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Figure {
    /// The number with what it counts.
    pub span: Span,
    /// What it counts.
    pub kind: FigureKind,
}

/// One source of the article, all its attributions together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// Its fullest name in the article.
    pub name: String,
    /// What kind of source.
    pub kind: SourceKind,
    /// Where it is named as a source, in the order of the text.
    pub mentions: Vec<Span>,
    /// The characters (Unicode scalar values) of its words that stand in quotation marks, marks left out.
    pub quoted_characters: usize,
}

/// Everything that was understood of an article, in the order of its text.
#[derive(Clone, Default, Debug)]
pub struct Analysis {
    /// Words, numbers and marks.
    pub words: Words,
    /// Sentences; blocks hold whole ones.
    pub sentences: Vec<Sentence>,
    /// Quotations.
    pub quotations: Vec<Quotation>,
    /// Quotation marks without a pair.
    pub lone_marks: Vec<LoneMark>,
    /// Attributions, in the order of their first span.
    pub attributions: Vec<Attribution>,
    /// Conditionals.
    pub conditionals: Vec<Conditional>,
    /// Figures.
    pub figures: Vec<Figure>,
    /// Names of people, bodies and places: Jens Stoltenberg, Parquet national antiterroriste.
    pub names: Vec<Span>,
    /// Stretches that are denied: "n'est pas un terroriste".
    pub negated: Vec<Span>,
    /// Sources, in the order of their first mention.
    pub sources: Vec<Source>,
}

impl Analysis {
    /// The index of the sentence in which byte `offset` stands, or of the next one behind it; nothing where the
    /// article ends before.
    pub fn sentence_at(&self, offset: usize) -> Option<usize> {
        let index = self.sentences.partition_point(|sentence| sentence.span.end() <= offset);
        (index < self.sentences.len()).then_some(index)
    }

    /// The outermost quotation in which all of `span` stands.
    pub fn quotation_around(&self, span: Span) -> Option<usize> {
        let index = self.quotations.partition_point(|quotation| quotation.span.end() < span.end());
        self.quotations.get(index).filter(|quotation| quotation.span.contains(span)).map(|_| index)
    }
}
