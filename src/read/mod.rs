//! Bytes → articles: finds the format of a file and hands it to the reader for that format.
//!
//! A format is known by what is in the file first and by the file's name second. Each reader makes of it one
//! article or several; all lean on the same few: `layer` (a text inside a file), `prose` (how words are copied),
//! `roles` (what a paragraph is by its words). Nothing is opened or fetched here.

mod accept;
mod elements;
mod encoding;
mod error;
mod fields;
mod format;
mod front_matter;
mod html;
mod json;
mod layer;
mod markdown;
mod meaning;
mod page;
mod prose;
mod roles;
mod scalar;
mod shortcodes;
mod tape;
mod text;

use std::path::Path;

pub use encoding::Asked as AskedEncoding;
pub use error::ReadError;
pub use format::worth_opening;

use crate::article::Article;
use format::{Container, Format};

/// How a file is to be read, where its bytes alone don't say.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Asked {
    /// The encoding, against all appearance: files of an old Mac need it.
    pub encoding: Option<AskedEncoding>,
    /// What to make of a file whose name says nothing.
    pub unknown: Unknown,
}

/// What to make of a file whose name says nothing and whose bytes may be any text.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Unknown {
    /// It is no article: what a walk below a folder wants.
    #[default]
    NoArticle,
    /// It is plain text: somebody asked for this file.
    Text,
}

/// The articles that stand in the file of this name and these bytes, in the order of the file. A file that is read
/// and holds no words gives an article without blocks.
pub fn articles(path: &Path, bytes: &[u8], asked: Asked) -> Result<Vec<Article>, ReadError> {
    format::refuse_too_large(bytes)?;
    match format::of_bytes(path, bytes, asked.unknown)? {
        Container::Text => {
            let source = encoding::decoded(bytes, asked.encoding)?;
            match format::of_text(path, source.text(), asked.unknown)? {
                Format::Text => Ok(vec![text::article(&source)]),
                Format::Markdown(machinery) => Ok(vec![markdown::article(&source, machinery)]),
                Format::Html => Ok(vec![page::article(&source)]),
            }
        }
    }
}
