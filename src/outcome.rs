//! What became of one article: checked with its findings, skipped, or failed.
//!
//! A [`Finding`] is a diagnostic that has found its way back to the file: its bytes, line and column, and the
//! sentence around it. It holds all that a report needs, so that the article itself can be forgotten.

use std::collections::BTreeMap;
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

impl Outcome {
    /// The article as checked, or nothing where it wasn't.
    pub fn checked(&self) -> Option<&Checked> {
        match &self.became {
            Became::Checked(checked) => Some(checked),
            Became::Skipped(_) | Became::Failed(_) => None,
        }
    }
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
    /// Columns where it starts and behind its end, from 1, in bytes of the line in UTF-8.
    pub byte_columns: (usize, usize),
    /// The same for the same rule, words and sentence wherever in the file they stand: what moved isn't new.
    pub fingerprint: u64,
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

/// How many findings there are of each severity.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Advice.
    pub advice: usize,
}

impl Tally {
    /// Counts one more finding.
    pub fn add(&mut self, severity: Severity) {
        match severity {
            Severity::Advice => self.advice += 1,
            Severity::Warning => self.warnings += 1,
            Severity::Error => self.errors += 1,
        }
    }

    /// All of them.
    pub fn all(self) -> usize {
        self.errors + self.warnings + self.advice
    }
}

/// What a whole run came to.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    /// Articles checked.
    pub files: usize,
    /// Their words.
    pub words: usize,
    /// Findings.
    pub found: Tally,
    /// Findings by rule and language.
    pub rules: BTreeMap<(String, Code), Tally>,
    /// Articles and findings by folder.
    pub folders: BTreeMap<String, (usize, Tally)>,
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
            Became::Checked(checked) => self.checked(&outcome.path, checked),
            Became::Skipped(reason) => self.skipped.push((outcome.path.clone(), reason.clone())),
            Became::Failed(message) => self.failed.push((outcome.path.clone(), message.clone())),
        }
    }

    fn checked(&mut self, path: &str, checked: &Checked) {
        self.files += 1;
        self.words += checked.words;
        self.accepted += checked.accepted.len();
        let folder = self.folders.entry(folder_of(path).to_owned()).or_default();
        folder.0 += 1;
        for finding in &checked.findings {
            self.found.add(finding.severity);
            folder.1.add(finding.severity);
            let rule = (finding.rule.clone(), checked.language);
            self.rules.entry(rule).or_default().add(finding.severity);
        }
        for accepted in &checked.accepted {
            self.rules.entry((accepted.finding.rule.clone(), checked.language)).or_default();
        }
    }
}

/// The folder of a path: "desk" of "desk/kosovo.txt", "." where it names none.
pub fn folder_of(path: &str) -> &str {
    match path.rsplit_once('/') {
        Some(("", _)) => "/",
        Some((folder, _)) => folder,
        None => ".",
    }
}
