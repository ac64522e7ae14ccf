//! A rule as it is used: nothing left that can fail.
//!
//! [`Rule::new`] goes from the file as written to here and makes every complaint: see `complaints`. Word lists are still
//! as written: a [`super::RuleSet`] inflects them for a language.

use std::ops::Range;
use std::path::{Path, PathBuf};

use super::complaints;
use super::slip::Slips;
use super::written::Placed;
use crate::diagnostic::Severity;
use crate::language::Code;

pub use super::condition::{Condition, Reach, Region, each_with_words};
pub use super::find::{Attributions, Count, Find, Measure, Part, Quotations, Terms};

/// Whether a rule is in force where no settings speak of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Default {
    /// In force.
    On,
    /// Not in force until somebody switches it on.
    Off,
}

/// Within what several findings of a rule are told as one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fold {
    /// Each finding stands alone.
    None,
    /// One a sentence.
    Sentence,
    /// One a paragraph.
    Paragraph,
    /// One a run of quotations that nobody says and that follow each other.
    Run,
    /// One an article.
    Article,
}

/// What a finding tells the editor, placeholders still in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Say {
    /// What is the matter.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
    /// What could stand there.
    pub suggest: Vec<String>,
    /// What to write under the source.
    pub source_label: Option<String>,
}

/// A text, and what the rule finds in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Example {
    /// The headline above the text.
    pub headline: Option<String>,
    /// The lines between headline and text.
    pub standfirst: Option<String>,
    /// The genre that the article declares.
    pub genre: Option<String>,
    /// Words lifted out and set large behind the text.
    pub pull_quote: Option<String>,
    /// The text.
    pub text: String,
    /// What is found, in order.
    pub finds: Vec<String>,
    /// Why the example isn't right yet.
    pub not_yet: Option<String>,
    /// Where the text stands in the rule's file, in bytes.
    pub at: Range<usize>,
}

/// A name in a rule's file that leads somewhere else.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Named {
    /// What it is the name of.
    pub what: Namesake,
    /// The name.
    pub name: String,
    /// Where it stands in the rule's file, in bytes.
    pub at: Range<usize>,
}

/// What a name in a rule's file is the name of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Namesake {
    /// A word list.
    List,
    /// Another rule.
    Rule,
    /// Files.
    Path,
}

impl Named {
    pub(super) fn all(what: Namesake, names: &[Placed<String>]) -> impl Iterator<Item = Self> {
        names.iter().map(move |name| Self { what, name: name.get_ref().clone(), at: name.span() })
    }
}

/// One rule.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Its name, that of its file.
    pub name: String,
    /// Its language.
    pub language: Code,
    /// Its file: `lints/fr/scare-quote.toml` for one that ships.
    pub path: PathBuf,
    /// How much a finding matters where no settings say so.
    pub severity: Severity,
    /// Whether it is in force where no settings speak of it.
    pub default: Default,
    /// Why it isn't, where somebody wrote it down.
    pub off_because: Option<String>,
    /// What its findings don't get right yet.
    pub caveat: Option<String>,
    /// What is wrong, in one sentence.
    pub summary: String,
    /// The principle that it rests on.
    pub guideline: Option<String>,
    /// Within what findings are told as one.
    pub fold: Fold,
    /// Rules that speak first.
    pub yields_to: Vec<String>,
    /// What it looks for.
    pub find: Vec<Find>,
    /// What must hold, all of it.
    pub when: Vec<Condition>,
    /// What excuses, any of it.
    pub unless: Vec<Condition>,
    /// Paths in which it isn't in force, as written.
    pub unless_path: Vec<String>,
    /// Paths in which alone it is in force, as written; everywhere where empty.
    pub when_path: Vec<String>,
    /// Names that it leans on and that only the settings around it can know.
    pub names: Vec<Named>,
    /// What to tell the editor.
    pub say: Say,
    /// Its tests.
    pub examples: Vec<Example>,
}

/// What may stand in braces in a message.
pub const PLACEHOLDERS: [&str; 7] = ["match", "excerpt", "sentence", "source", "cue", "speaker", "count"];

impl Rule {
    /// The rule of the file at `path` (`…/fr/scare-quote.toml`) that reads `text`, or everything that is wrong
    /// with it. `language` is that of a folder that doesn't say so itself.
    pub fn new(path: &Path, text: &str, language: Option<Code>) -> Result<Self, Slips> {
        complaints::rule(path, text, language)
    }
}
