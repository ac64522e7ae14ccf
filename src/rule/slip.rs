//! What is wrong in a file that people write: each slip with its place and what to write instead.

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use miette::{Diagnostic, NamedSource, SourceSpan};
use thiserror::Error;

/// One thing that is wrong in a rule or settings file.
#[derive(Debug, Error, Diagnostic, Clone, PartialEq, Eq)]
#[error("{message}")]
pub struct Slip {
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    #[help]
    pub help: Option<String>,
    /// Where.
    #[label("here")]
    pub at: SourceSpan,
}

impl Slip {
    /// The slip at bytes `at` of the file.
    pub fn new(at: Range<usize>, message: impl Into<String>) -> Self {
        Self { message: message.into(), help: None, at: at.into() }
    }

    /// The same with advice.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// Everything that is wrong in one file, in the order of its text.
#[derive(Debug, Error, Diagnostic, Clone)]
#[error("{}", headline(path, slips.len()))]
pub struct Slips {
    /// The file, as people know it: "lints/fr/scare-quote.toml".
    pub path: String,
    /// Its text.
    #[source_code]
    pub written: Arc<NamedSource<String>>,
    /// What is wrong.
    #[related]
    pub slips: Vec<Slip>,
}

fn headline(path: &str, count: usize) -> String {
    match count {
        1 => format!("{path} can't be used as it is"),
        _ => format!("{path} can't be used as it is: {count} things are wrong"),
    }
}

impl Slips {
    /// The slips of the file at `path` that reads `text`.
    pub fn new(path: &Path, text: &str, mut slips: Vec<Slip>) -> Self {
        slips.sort_by_key(|slip| slip.at.offset());
        let path = path.to_string_lossy().replace('\\', "/");
        let written = Arc::new(NamedSource::new(&path, text.to_owned()).with_language("toml"));
        Self { path, written, slips }
    }

    /// Adds what else is wrong in the same file.
    pub fn add(&mut self, slips: Vec<Slip>) {
        self.slips.extend(slips);
        self.slips.sort_by_key(|slip| slip.at.offset());
    }

    /// What is wrong, each a report of its own with the line of the file that it is about.
    pub fn reports(&self) -> impl Iterator<Item = miette::Report> {
        let written = &self.written;
        self.slips.iter().map(|slip| {
            let at = match written.inner().is_empty() {
                true => format!("{}: {}", self.path, slip.message),
                false => slip.message.clone(),
            };
            let slip = Slip { message: at, ..slip.clone() };
            miette::Report::new(slip).with_source_code(Arc::clone(written))
        })
    }
}
