//! Paragraphs of a word processor → an article: what styles mean, and the headline where no style gives one.

use super::layer::Layer;
use super::{bylines, datelines, prose, roles};
use crate::article::{Article, Builder, Role};
use crate::place::{Source, Width};

/// What the style of a paragraph says of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Style {
    /// Nothing.
    Body,
    /// The title of the document.
    Title,
    /// A heading of the first level: the title where there is no other.
    FirstHeading,
    Heading,
    Subtitle,
    Quote,
    PullQuote,
    Caption,
    Byline,
    Item,
    Note,
}

impl Style {
    /// What a style of this name means, in the English names that files use whatever the program's language, and those
    /// that French newsrooms give their own.
    pub(super) fn named(name: &str) -> Option<Self> {
        let name = name.trim().to_lowercase();
        match name.as_str() {
            "title" | "titre" | "headline" | "hed" => Some(Style::Title),
            "heading 1" | "heading1" | "titre 1" | "titre1" => Some(Style::FirstHeading),
            "subtitle" | "sous-titre" | "chapo" | "chapô" | "standfirst" | "dek" => Some(Style::Subtitle),
            "quote" | "intense quote" | "quotations" | "citation" | "citation intense" | "block text"
            | "block quotation" => Some(Style::Quote),
            "pull quote" | "pullquote" | "exergue" => Some(Style::PullQuote),
            "caption" | "légende" | "illustration" | "figure" | "image caption" => Some(Style::Caption),
            "byline" | "signature" | "auteur" | "author" => Some(Style::Byline),
            "list paragraph" | "list bullet" | "list number" | "paragraphe de liste" | "list contents" => {
                Some(Style::Item)
            }
            _ if is_of_contents(&name) => Some(Style::Note),
            "footnote text" | "endnote text" | "footnote" | "endnote" | "header" | "footer" => {
                Some(Style::Note)
            }
            _ if name.starts_with("heading") || name.starts_with("titre ") || name == "intertitre" => {
                Some(Style::Heading)
            }
            _ => None,
        }
    }
}

/// Whether a style is that of a line of a table of contents: "toc 1", "TOC1", "Contents 2".
fn is_of_contents(name: &str) -> bool {
    let level = name.strip_prefix("toc").or_else(|| name.strip_prefix("contents "));
    level.is_some_and(|level| level.trim() == "heading" || level.trim().parse::<u8>().is_ok())
}

/// A paragraph of a word processor.
#[derive(Debug)]
pub(super) struct Paragraph {
    pub(super) style: Style,
    /// Whether it stands in the cell of a table.
    pub(super) in_cell: bool,
    text: String,
    /// Bytes of words in bold.
    bold: usize,
    links: Vec<(usize, usize, String)>,
    open_link: Option<(usize, String)>,
}

impl Paragraph {
    pub(super) fn new(style: Style) -> Self {
        Self { style, in_cell: false, text: String::new(), bold: 0, links: Vec::new(), open_link: None }
    }

    /// Adds words. A line end would make two paragraphs of one.
    pub(super) fn push(&mut self, words: &str, bold: bool) {
        self.text.extend(words.chars().map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c }));
        if bold {
            self.bold += words.len();
        }
    }

    pub(super) fn open_link(&mut self, target: &str) {
        self.open_link = Some((self.text.len(), target.to_owned()));
    }

    pub(super) fn close_link(&mut self) {
        if let Some((start, target)) = self.open_link.take().filter(|(_, target)| !target.is_empty()) {
            self.links.push((start, self.text.len(), target));
        }
    }

    /// Adds all of another paragraph, which goes on where this one ends.
    pub(super) fn append(&mut self, next: Self) {
        let at = self.text.len();
        self.text.push_str(&next.text);
        self.bold += next.bold;
        self.links.extend(next.links.into_iter().map(|(from, to, target)| (at + from, at + to, target)));
    }

    /// Whether it is an entry of a table: a few words, and no sentence.
    fn is_entry(&self) -> bool {
        const LONGEST: usize = 80;
        let words = self.text.trim();
        self.in_cell && words.len() <= LONGEST && !words.ends_with(['.', '!', '?', '…', '»', '”', '"', ':'])
    }

    /// A line that looks like a headline: short, without a full stop.
    fn looks_like_headline(&self) -> bool {
        let words = self.text.trim();
        let short = words.chars().count() <= 110 && words.contains(char::is_alphabetic);
        short
            && !words.ends_with(['.', ':', ';', ',', '…', '»', '”', '"'])
            && !bylines::is_byline(words)
            && datelines::dateline(words).is_none()
    }

    fn is_bold(&self) -> bool {
        !self.text.trim().is_empty() && self.bold >= self.text.trim().len()
    }
}

/// The article of these paragraphs, one line of its source each.
pub(super) fn article(paragraphs: Vec<Paragraph>, language: Option<String>) -> Article {
    let mut text = String::new();
    let mut starts = Vec::new();
    for paragraph in &paragraphs {
        starts.push(text.len());
        text.push_str(&paragraph.text);
        text.push('\n');
    }
    let source = Source::new(text, 0, Width::Utf8);
    let layer = Layer::whole(&source);
    let mut builder = Builder::new(std::sync::Arc::clone(&source));
    builder.declared().language = language;
    let headline = headline(&paragraphs);
    for (index, (paragraph, &start)) in paragraphs.iter().zip(&starts).enumerate() {
        builder.open(if headline == Some(index) { Role::Headline } else { role(paragraph, headline) });
        let mut at = 0;
        for (from, to, target) in &paragraph.links {
            prose::add(&mut builder, &layer, start + at, start + from);
            let link = builder.at();
            prose::add(&mut builder, &layer, start + from, start + to);
            builder.link(link, target);
            at = *to;
        }
        prose::add(&mut builder, &layer, start + at, start + paragraph.text.len());
        roles::close(&mut builder);
    }
    builder.finish()
}

/// The paragraph that is the headline: by its style, else the first line where it looks like one.
fn headline(paragraphs: &[Paragraph]) -> Option<usize> {
    let full = |paragraph: &Paragraph| !paragraph.text.trim().is_empty();
    let styled =
        |style: Style| paragraphs.iter().position(|paragraph| paragraph.style == style && full(paragraph));
    styled(Style::Title).or_else(|| styled(Style::FirstHeading)).or_else(|| {
        let first = paragraphs.iter().position(full)?;
        let paragraph = &paragraphs[first];
        let more = paragraphs[first + 1..].iter().any(full);
        (paragraph.style == Style::Body && !paragraph.in_cell && more && paragraph.looks_like_headline())
            .then_some(first)
    })
}

fn role(paragraph: &Paragraph, headline: Option<usize>) -> Role {
    match paragraph.style {
        Style::Title | Style::FirstHeading | Style::Heading => Role::Crosshead,
        Style::Subtitle => Role::Standfirst,
        Style::Quote => Role::BlockQuote,
        Style::PullQuote => Role::PullQuote,
        Style::Caption => Role::Caption,
        Style::Byline => Role::Byline,
        Style::Item => Role::ListItem,
        Style::Note => Role::Note,
        Style::Body if paragraph.is_entry() => Role::Note,
        Style::Body if headline.is_some() && paragraph.is_bold() && paragraph.looks_like_headline() => {
            Role::Crosshead
        }
        Style::Body => Role::Paragraph,
    }
}
