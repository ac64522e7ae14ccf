//! One article as text: its blocks with their roles, and the way back to the file.
//!
//! A reader makes it with a [`Builder`]; nothing changes it afterwards. The text is the prose alone, decoded
//! and without mark-up: the blocks in reading order with a blank line between them.

mod builder;

use std::sync::Arc;

pub use builder::Builder;

use crate::place::{Places, Source};
use crate::span::{Place, Position, Span};

/// What a block of text is in its article.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Role {
    /// The title of the article.
    Headline,
    /// The lines under the headline that sum the article up (chapô, dek).
    Standfirst,
    /// Who wrote it: "Par Inès Caron", "By Leo Vidal".
    Byline,
    /// Where and when, alone on a line: "PARIS, 3 mars".
    Dateline,
    /// A subheading between paragraphs (intertitre).
    Crosshead,
    /// A paragraph of the story.
    Paragraph,
    /// An item of a list.
    ListItem,
    /// A passage set as a block quotation: somebody's words without marks.
    BlockQuote,
    /// Words lifted out of the story and set large (exergue).
    PullQuote,
    /// The words under a picture.
    Caption,
    /// Who took the picture, who lent it.
    Credit,
    /// A note that isn't prose of the story: a note to editors, a correction line, a footnote.
    Note,
}

/// One unit of an article's text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Block {
    /// What it is.
    pub role: Role,
    /// Its text, never empty, without white space at its ends.
    pub span: Span,
}

/// Words of the text that lead elsewhere when clicked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Link {
    /// The words.
    pub span: Span,
    /// Where they lead, as written in the file.
    pub target: String,
}

/// A comment in the file that accepts a finding on the spot:
/// `<!-- selon: accept unattributed-conditional, confirmed by the prosecutor's office -->`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AcceptMark {
    /// The boundary of the text at which the comment stands: it speaks for the block around or behind it.
    pub at: usize,
    /// What stands behind "accept", as written.
    pub words: String,
    /// The comment's bytes in the file.
    pub place: Place,
}

/// What a file says of an article beside its text. Each is as written there, or nothing.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Declared {
    /// The language: "fr", "en-GB".
    pub language: Option<String>,
    /// The genre or section: "opinion", "interview".
    pub genre: Option<String>,
    /// Whether it says that it is a draft.
    pub draft: bool,
}

/// Which article of a file that holds several it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Item {
    /// Its number in the file, from 1.
    pub number: usize,
    /// Its title, or nothing.
    pub title: Option<String>,
}

/// One document: text in blocks, and where in the file each piece of it stands.
#[derive(Clone, Debug)]
pub struct Article {
    text: String,
    blocks: Vec<Block>,
    links: Vec<Link>,
    accept_marks: Vec<AcceptMark>,
    declared: Declared,
    item: Option<Item>,
    source: Arc<Source>,
    places: Places,
}

impl Article {
    /// The prose, blocks in reading order with a blank line between them.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its blocks, in the order of the text; none overlaps another.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// Its links, in the order of the text.
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// The comments that accept findings, in the order of the text.
    pub fn accept_marks(&self) -> &[AcceptMark] {
        &self.accept_marks
    }

    /// What the file says of it beside the text.
    pub fn declared(&self) -> &Declared {
        &self.declared
    }

    /// Which article of its file it is; nothing where the file holds just one.
    pub fn item(&self) -> Option<&Item> {
        self.item.as_ref()
    }

    /// The words of `span`.
    pub fn words(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// The index of the block in which byte `offset` of the text stands, or of the next one behind it.
    pub fn block_at(&self, offset: usize) -> usize {
        self.blocks
            .partition_point(|block| block.span.end() <= offset)
            .min(self.blocks.len().saturating_sub(1))
    }

    /// Whether the block with this index only interrupts the running text: a caption, a crosshead, a credit, or a
    /// paragraph that is no sentence ("Ana Ruiz and her brother Leo on the pier").
    pub fn interrupts(&self, block: usize) -> bool {
        const LONGEST: usize = 200;
        let Some(block) = self.blocks.get(block) else { return false };
        match block.role {
            Role::Crosshead | Role::PullQuote | Role::Caption | Role::Credit | Role::Note => true,
            Role::Paragraph => {
                let words = self.words(block.span);
                words.len() <= LONGEST
                    && words
                        .starts_with(|c: char| c.is_uppercase() || c.is_numeric() || matches!(c, '(' | '['))
                    && words.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | ']'))
                    && !words.contains(['“', '"', '«', '”', '»'])
            }
            Role::Headline
            | Role::Standfirst
            | Role::Byline
            | Role::Dateline
            | Role::ListItem
            | Role::BlockQuote => false,
        }
    }

    /// The bytes of the file that `span` comes from.
    pub fn place(&self, span: Span) -> Place {
        self.places.in_file(&self.source, span)
    }

    /// Columns where `span` starts and where it ends, from 1, in bytes of the line in UTF-8: some tools count so.
    pub fn byte_columns(&self, span: Span) -> (usize, usize) {
        let (start, end) = self.places.in_source(span);
        (self.source.byte_column(start), self.source.byte_column(end))
    }

    /// Line and column where `span` starts, and where it ends.
    pub fn positions(&self, span: Span) -> (Position, Position) {
        self.places.positions(&self.source, span)
    }
}
