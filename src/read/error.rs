//! Why a file gives no article, in words that an editor can act on.

use thiserror::Error;

use crate::span::Position;

/// Why a file gives no article.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum ReadError {
    /// It is something else: a picture, a program, data. Below a folder such a file is passed over.
    #[error("{what} is no article; {next}")]
    NoArticle {
        /// What it is: "a PDF".
        what: String,
        /// What to do about it.
        next: String,
    },
    /// It is an article, or says so, and can't be read.
    #[error("{}{cause}; {next}", place(*.at))]
    Broken {
        /// Where in the file, when that is known.
        at: Option<Position>,
        /// What is the matter.
        cause: String,
        /// What to do about it.
        next: String,
    },
}

impl ReadError {
    /// A file that is something other than an article.
    pub(super) fn no_article(what: impl Into<String>, next: impl Into<String>) -> Self {
        ReadError::NoArticle { what: what.into(), next: next.into() }
    }

    /// An article that can't be read.
    pub(super) fn broken(at: Option<Position>, cause: impl Into<String>, next: impl Into<String>) -> Self {
        ReadError::Broken { at, cause: cause.into(), next: next.into() }
    }

    /// Whether the file is something else than an article, which only matters when somebody asked for it by name.
    pub fn is_no_article(&self) -> bool {
        match self {
            ReadError::NoArticle { .. } => true,
            ReadError::Broken { .. } => false,
        }
    }
}

fn place(at: Option<Position>) -> String {
    at.map_or(String::new(), |at| format!("line {}, column {}: ", at.line, at.column))
}
