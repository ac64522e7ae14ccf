//! What must hold besides, and what excuses.

use super::find::{Count, Measure, Terms};
use crate::analysis::SourceKind;
use crate::article::Role;

/// What must hold, or excuses; `T` as in [`Find`](super::find::Find).
#[derive(Clone, Debug)]
pub enum Condition<T = Terms> {
    /// Somebody is said to say it; by one of these kinds of source, or by any where empty.
    Attributed(Reach, Vec<SourceKind>),
    /// Stands in one of these.
    Inside(Vec<Region>),
    /// Stands next to one of these.
    Beside(Vec<Region>),
    /// Is part of a term.
    PartOf(T),
    /// A term stands among the words.
    Holds(T),
    /// A term stands near.
    Near(T, Reach),
    /// A term stands directly before.
    After(T),
    /// A term stands directly behind.
    Before(T),
    /// Stands in a block with one of these roles.
    Block(Vec<Role>),
    /// The article is of one of these genres.
    Genre(Vec<String>),
    /// Somebody is named near.
    Named(Reach),
    /// A quotation mark without a partner stands near.
    UnpairedMark(Reach),
    /// A measure of the article.
    Article(Measure, Count),
    /// All hold.
    All(Vec<Condition<T>>),
    /// One holds.
    Any(Vec<Condition<T>>),
    /// It doesn't hold.
    Not(Box<Condition<T>>),
}

impl Condition {
    /// The same with its words made into something else.
    pub fn with_words<T>(&self, make: &mut impl FnMut(&Terms) -> T) -> Condition<T> {
        match self {
            Condition::Attributed(reach, kinds) => Condition::Attributed(*reach, kinds.clone()),
            Condition::Inside(regions) => Condition::Inside(regions.clone()),
            Condition::Beside(regions) => Condition::Beside(regions.clone()),
            Condition::PartOf(terms) => Condition::PartOf(make(terms)),
            Condition::Holds(terms) => Condition::Holds(make(terms)),
            Condition::Near(terms, reach) => Condition::Near(make(terms), *reach),
            Condition::After(terms) => Condition::After(make(terms)),
            Condition::Before(terms) => Condition::Before(make(terms)),
            Condition::Block(roles) => Condition::Block(roles.clone()),
            Condition::Genre(genres) => Condition::Genre(genres.clone()),
            Condition::Named(reach) => Condition::Named(*reach),
            Condition::UnpairedMark(reach) => Condition::UnpairedMark(*reach),
            Condition::Article(measure, count) => Condition::Article(*measure, *count),
            Condition::All(inner) => Condition::All(each_with_words(inner, make)),
            Condition::Any(inner) => Condition::Any(each_with_words(inner, make)),
            Condition::Not(inner) => Condition::Not(Box::new(inner.with_words(make))),
        }
    }
}

/// All of them with their words made into something else.
pub fn each_with_words<T>(conditions: &[Condition], make: &mut impl FnMut(&Terms) -> T) -> Vec<Condition<T>> {
    conditions.iter().map(|condition| condition.with_words(make)).collect()
}

/// How far away something may stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reach {
    /// What is said there holds the words.
    Clause,
    /// The same sentence.
    Sentence,
    /// The sentence or the one just before, of the same paragraph.
    Before,
    /// The sentence or one of the two behind it.
    After,
    /// The sentence, the one before or the one behind.
    Beside,
    /// The same paragraph.
    Paragraph,
    /// The same paragraph, or up to two sentences behind the sentence.
    Around,
    /// Anywhere.
    Article,
}

/// What words may stand in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Region {
    /// Quotation marks.
    Quotation,
    /// What somebody is said to say.
    Attribution,
    /// What is said according to somebody.
    AccordingTo,
    /// The words that name a source.
    Source,
    /// The words that say that something is said.
    Cue,
    /// A proper name.
    Name,
    /// Words with a link on them.
    Link,
    /// What is denied.
    Negation,
}
