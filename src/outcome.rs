//! What became of one article: checked with its findings, skipped, or failed.
//!
//! A [`Finding`] is a diagnostic that has found its way back to the file: its bytes, line and column, and the
//! sentence around it. It holds all that a report needs, so that the article itself can be forgotten.

use std::ops::Range;

use crate::article::Item;
use crate::diagnostic::Severity;
use crate::language::Code;
use crate::span::{Place, Position};

/// One article and what became of it.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The file, as given on the command line, with `/`.
    pub path: String,
    /// Which article of the file; nothing where the file holds just one.
    pub item: Option<Item>,
    /// What became of it.
    pub became: Became,
}

/// What became of an article.
#[derive(Clone, Debug)]
pub enum Became {
    /// It was read, analysed and linted.
    Checked(Checked),
    /// It wasn't looked at, and why: "the language isn't one that selon knows".
    Skipped(String),
    /// It couldn't be read or decoded, and why.
    Failed(String),
}

/// An article that was checked.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The language that it was read in.
    pub language: Code,
    /// What the rules found, in the order of the text.
    pub findings: Vec<Finding>,
    /// Findings that an editor has accepted, in the order of the text.
    pub accepted: Vec<Accepted>,
    /// Who is quoted how much, in the order of first mention.
    pub voices: Vec<Voice>,
    /// How many words it has, marks left out.
    pub words: usize,
}

/// A finding that somebody has accepted.
#[derive(Clone, Debug)]
pub struct Accepted {
    /// What was found.
    pub finding: Finding,
    /// Why it may stand: "confirmed by the prosecutor's office".
    pub reason: String,
}

/// A source of an article and how much of the article is its own words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Voice {
    /// Its fullest name.
    pub name: String,
    /// What kind of source, as machines read it: "person", "collective".
    pub kind: &'static str,
    /// How often it is named as a source.
    pub mentions: usize,
    /// Characters of its words in quotation marks.
    pub quoted_characters: usize,
}

/// One finding with its place in the file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// The rule's name.
    pub rule: String,
    /// How much it matters here.
    pub severity: Severity,
    /// What is the matter.
    pub message: String,
    /// What the editor does next.
    pub help: Option<String>,
    /// Texts that could stand in its place.
    pub suggestions: Vec<String>,
    /// Its bytes in the file.
    pub place: Place,
    /// Line and column where it starts.
    pub start: Position,
    /// Line and column behind its last character.
    pub end: Position,
    /// The sentence around it.
    pub excerpt: Excerpt,
    /// Other words that explain it, in the order of the text.
    pub marks: Vec<Mark>,
}

/// The sentence in which something was found, on one line: every run of white space is one space.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Excerpt {
    /// The sentence.
    pub text: String,
    /// The bytes of it that were found.
    pub words: Range<usize>,
}

/// Other words that explain a finding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mark {
    /// What they have to do with it: "said by".
    pub text: String,
    /// The words.
    pub words: String,
    /// Their bytes in the file.
    pub place: Place,
    /// Line and column where they start.
    pub start: Position,
    /// Line and column behind their last character.
    pub end: Position,
    /// Their bytes in the excerpt; nothing where they stand outside its sentence.
    pub within: Option<Range<usize>>,
}

/// What a whole run came to.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    /// Articles checked.
    pub files: usize,
    /// Findings of severity error.
    pub errors: usize,
    /// Findings of severity warning.
    pub warnings: usize,
    /// Findings of severity advice.
    pub advice: usize,
    /// Findings that somebody has accepted.
    pub accepted: usize,
    /// Articles left out, with the reason, in path order.
    pub skipped: Vec<(String, String)>,
    /// Files that couldn't be read, with the message, in path order.
    pub failed: Vec<(String, String)>,
}

impl Summary {
    /// Counts one more outcome.
    pub fn add(&mut self, outcome: &Outcome) {
        match &outcome.became {
            Became::Checked(checked) => {
                self.files += 1;
                self.accepted += checked.accepted.len();
                for finding in &checked.findings {
                    *self.count_mut(finding.severity) += 1;
                }
            }
            Became::Skipped(reason) => self.skipped.push((outcome.path.clone(), reason.clone())),
            Became::Failed(message) => self.failed.push((outcome.path.clone(), message.clone())),
        }
    }

    /// How many findings are of `severity`.
    pub fn count(&self, severity: Severity) -> usize {
        match severity {
            Severity::Advice => self.advice,
            Severity::Warning => self.warnings,
            Severity::Error => self.errors,
        }
    }

    fn count_mut(&mut self, severity: Severity) -> &mut usize {
        match severity {
            Severity::Advice => &mut self.advice,
            Severity::Warning => &mut self.warnings,
            Severity::Error => &mut self.errors,
        }
    }
}
