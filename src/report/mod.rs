//! Findings → text in the format asked for.
//!
//! A [`Report`] writes one piece for each article, each a function of that article alone, so that pieces are made
//! side by side; what opens, parts and closes them is written around. Each format converts into structures of its
//! own: renaming a field inside the program never changes what a machine reads.

mod excerpt;
mod json;
mod narrated;
mod short;
pub mod sources;
mod text;
pub mod visible;

use crate::outcome::{Outcome, Summary};

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
}

impl Format {
    /// All of them, as help lists them.
    pub const ALL: &[Format] = &[Format::Text, Format::Narrated, Format::Short, Format::Json, Format::Jsonl];

    /// As the command line writes it.
    pub fn name(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Narrated => "narrated",
            Format::Short => "short",
            Format::Json => "json",
            Format::Jsonl => "jsonl",
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

/// The report in `format`; those for people look like `look`.
pub fn report(format: Format, look: Look) -> Box<dyn Report> {
    match format {
        Format::Text => Box::new(text::Text::new(look)),
        Format::Narrated => Box::new(narrated::Narrated),
        Format::Short => Box::new(short::Short),
        Format::Json => Box::new(json::Json),
        Format::Jsonl => Box::new(json::Lines),
    }
}

/// "1 error", "2 errors", "1,204 errors"
pub fn counted(count: usize, one: &str, more: &str) -> String {
    let digits = count.to_string();
    let mut number = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            number.push(',');
        }
        number.push(digit);
    }
    format!("{number} {}", if count == 1 { one } else { more })
}
