//! Findings → text in the format asked for.
//!
//! A [`Report`] writes one piece for each article, each a function of that article alone, so that pieces are made
//! side by side; what opens, parts and closes them is written around. Each format converts into structures of its
//! own: renaming a field inside the program never changes what a machine reads.

mod drawing;
pub mod earlier;
mod excerpt;
pub mod github;
mod gitlab;
pub mod html;
mod json;
mod narrated;
mod rdjson;
mod sarif;
mod short;
pub mod sources;
pub mod statistics;
mod text;
mod uri;
pub mod visible;
pub mod voices;
mod xml;

use crate::diagnostic::Severity;
use crate::language::Code;
use crate::outcome::{Outcome, Summary};
use earlier::Earlier;

/// The formats of `selon check`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// For people at a terminal.
    Text,
    /// For people who hear it read out.
    Narrated,
    /// One line a finding.
    Short,
    /// One JSON object for the whole run.
    Json,
    /// One JSON object an article, a line each.
    Jsonl,
    /// SARIF 2.1.0.
    Sarif,
    /// Annotations of a GitHub workflow.
    Github,
    /// GitLab's code quality report.
    Gitlab,
    /// JUnit's XML.
    Junit,
    /// Checkstyle's XML.
    Checkstyle,
    /// reviewdog's JSON.
    Rdjson,
    /// A page for the desk.
    Html,
}

impl Format {
    /// All of them, as help lists them.
    pub const ALL: &[Format] = &[
        Format::Text,
        Format::Narrated,
        Format::Short,
        Format::Json,
        Format::Jsonl,
        Format::Sarif,
        Format::Github,
        Format::Gitlab,
        Format::Junit,
        Format::Checkstyle,
        Format::Rdjson,
        Format::Html,
    ];

    /// Whether it says what the rules rest on.
    pub fn explains_rules(self) -> bool {
        matches!(self, Format::Sarif | Format::Html)
    }

    /// As the command line writes it.
    pub fn name(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Narrated => "narrated",
            Format::Short => "short",
            Format::Json => "json",
            Format::Jsonl => "jsonl",
            Format::Sarif => "sarif",
            Format::Github => "github",
            Format::Gitlab => "gitlab",
            Format::Junit => "junit",
            Format::Checkstyle => "checkstyle",
            Format::Rdjson => "rdjson",
            Format::Html => "html",
        }
    }

    /// What it is for, in one line.
    pub fn about(self) -> &'static str {
        match self {
            Format::Text => "for people: the sentence, the words marked, what to do",
            Format::Narrated => "the same in sentences, for a screen reader",
            Format::Short => "one line a finding: path:line:column: severity[rule] message",
            Format::Json => "one JSON object for the whole run",
            Format::Jsonl => "one JSON object an article, each on its line, written as soon as it is done",
            Format::Sarif => "SARIF 2.1.0, for code scanning",
            Format::Github => "annotations on the lines of a pull request, in a GitHub workflow",
            Format::Gitlab => "GitLab's code quality report",
            Format::Junit => "JUnit's XML: an article is a suite, a finding a failure",
            Format::Checkstyle => "Checkstyle's XML",
            Format::Rdjson => "reviewdog's JSON",
            Format::Html => "one page for the desk: complete in itself, can be printed and sent",
        }
    }
}

/// One output format: pieces of text, one an article, and what stands around them.
pub trait Report: Send + Sync {
    /// What stands before the first piece.
    fn opening(&self) -> String {
        String::new()
    }

    /// One article's piece; empty where the format has nothing to say of it.
    fn piece(&self, outcome: &Outcome) -> String;

    /// What stands between two pieces that aren't empty.
    fn separator(&self) -> &'static str {
        ""
    }

    /// What stands behind the last piece.
    fn closing(&self, _summary: &Summary) -> String {
        String::new()
    }
}

/// How a report for people looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Look {
    /// With or without colour.
    pub colour: Colour,
    /// How many columns a line may take.
    pub width: usize,
}

/// Whether a report for people comes in colour.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Colour {
    /// Without.
    Plain,
    /// With the escape sequences of terminals.
    Coloured,
}

/// What a report says of a rule.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Card {
    /// The rule's name.
    pub name: String,
    /// The language of its words.
    pub language: Code,
    /// How much a finding matters where no settings say so.
    pub severity: Severity,
    /// What is wrong, in one sentence.
    pub summary: String,
    /// The principle that it rests on.
    pub guideline: Option<String>,
}

/// The cards of the rules that found something, one for each name: in the language in which more was found.
fn cards_found<'c>(cards: &'c [Card], summary: &Summary) -> Vec<&'c Card> {
    let mut found: Vec<(&Card, usize)> = Vec::new();
    for ((name, language), tally) in &summary.rules {
        let card = cards.iter().find(|card| card.name == *name && card.language == *language);
        let Some(card) = card else { continue };
        match found.iter_mut().find(|(other, _)| other.name == *name) {
            Some(other) if other.1 >= tally.all() => {}
            Some(other) => *other = (card, tally.all()),
            None => found.push((card, tally.all())),
        }
    }
    found.into_iter().map(|(card, _)| card).collect()
}

/// A report on its way: piece by piece, or as a page that is written when all is known.
pub enum Printer {
    /// Each article's piece as soon as it is done.
    Pieces(Box<dyn Report>),
    /// All at the end.
    Page(Box<html::Page>),
}

/// The report in `format`; those for people look like `look`, those that explain rules take them from `cards`, and the
/// page compares with an `earlier` run.
pub fn printer(format: Format, look: Look, cards: Vec<Card>, earlier: Option<Earlier>) -> Printer {
    Printer::Pieces(match format {
        Format::Html => return Printer::Page(Box::new(html::Page::new(cards, earlier))),
        Format::Text => Box::new(text::Text::new(look)),
        Format::Narrated => Box::new(narrated::Narrated),
        Format::Short => Box::new(short::Short),
        Format::Json => Box::new(json::Json),
        Format::Jsonl => Box::new(json::Lines),
        Format::Sarif => Box::new(sarif::Sarif::new(cards)),
        Format::Github => Box::new(github::Github),
        Format::Gitlab => Box::new(gitlab::Gitlab),
        Format::Junit => Box::new(xml::Junit),
        Format::Checkstyle => Box::new(xml::Checkstyle),
        Format::Rdjson => Box::new(rdjson::Rdjson),
    })
}

/// "1 error", "2 errors", "1,204 errors"
pub fn counted(count: usize, one: &str, more: &str) -> String {
    let digits = count.to_string();
    let mut number = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            number.push(',');
        }
        number.push(digit);
    }
    format!("{number} {}", if count == 1 { one } else { more })
}
