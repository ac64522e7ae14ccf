//! Bytes → articles: finds the format of a file and hands it to the reader for that format.
//!
//! A format is known by what is in the file first and by the file's name second. Each reader makes of it one
//! article or several; all lean on the same few: `layer` (a text inside a file), `prose` (how words are copied),
//! `roles` (what a paragraph is by its words). Nothing is opened or fetched here.

mod accept;
mod agency;
mod archieml;
mod bylines;
mod charset;
mod commonmark;
mod datelines;
mod docx;
mod docx_text;
mod elements;
mod encoding;
mod error;
mod feed;
mod fields;
mod format;
mod front_matter;
mod head;
mod html;
mod json;
mod layer;
mod linked;
mod markdown;
mod marks;
mod meaning;
mod ninjs;
mod odt;
mod package;
mod page;
mod page_body;
mod pages;
mod programs;
mod prose;
mod ritzau;
mod roles;
mod scalar;
mod shortcodes;
mod subtitles;
mod tape;
mod targets;
mod text;
mod tongue;
mod tree;
mod wire;
mod xml;

use std::path::Path;
use std::sync::Arc;

pub use encoding::Asked as AskedEncoding;
pub use error::ReadError;
pub use format::worth_opening;
pub use tongue::of_path as language_of_path;

use crate::article::Article;
use crate::place::Source;
use format::{Container, Format};
use layer::Layer;
use package::Package;

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

/// The articles that stand in the file of this name and these bytes, in the order of the file; at least one, and each
/// has words.
pub fn articles(path: &Path, bytes: &[u8], asked: Asked) -> Result<Vec<Article>, ReadError> {
    format::refuse_too_large(bytes)?;
    let articles = match format::of_bytes(path, bytes, asked.unknown)? {
        Container::Text => {
            let source = encoding::decoded(bytes, asked.encoding, format::damage(path))?;
            of_text(path, &source, asked.unknown)?
        }
        Container::Zip => vec![document(bytes)?],
    };
    if articles.iter().all(|article| article.blocks().is_empty()) {
        return Err(ReadError::no_article("a file without words of its own", "nothing in it can be checked"));
    }
    Ok(articles)
}

/// The article of a word processor's file.
fn document(bytes: &[u8]) -> Result<Article, ReadError> {
    let mut package = Package::open(bytes)?;
    match package.kind() {
        package::Kind::Docx => docx::read(&mut package),
        package::Kind::Odt => odt::read(&mut package),
        package::Kind::Other => Err(ReadError::no_article(
            "an archive that is neither .docx nor .odt",
            "unpack it and check what is in it",
        )),
    }
}

fn of_text(path: &Path, source: &Arc<Source>, unknown: Unknown) -> Result<Vec<Article>, ReadError> {
    match format::of_text(path, source.text(), unknown)? {
        Format::Text => Ok(vec![text::article(source)]),
        Format::Markdown(machinery) => Ok(vec![markdown::article(source, machinery)]),
        Format::Html => Ok(vec![page::article(source)]),
        Format::Json => ninjs::articles(source),
        Format::ArchieMl => Ok(vec![archieml::article(source)]),
        Format::Subtitles => Ok(vec![subtitles::article(source)]),
        Format::Wire => Ok(vec![wire::article(source)]),
        Format::Xml => xml_articles(source),
    }
}

/// The articles of a file in XML, by its outermost element.
fn xml_articles(source: &Arc<Source>) -> Result<Vec<Article>, ReadError> {
    let layer = Layer::whole(source);
    let tape = xml::tape(source, &layer).map_err(|error| {
        if looks_like_news(source.text()) {
            error
        } else {
            ReadError::no_article("XML that breaks before its end", "export it again if it is an article")
        }
    })?;
    let articles = match tree::root_name(&tape) {
        "nitf" => agency::nitf(source, &tape),
        "newsItem" | "newsMessage" | "packageItem" | "itemSet" => agency::newsml_g2(source, &tape),
        "NewsML" => agency::newsml_1(source, &tape),
        "RBNews" => vec![ritzau::article(source, &tape)],
        "rss" | "RDF" => feed::rss(source, &tape),
        "feed" => feed::atom(source, &tape),
        "html" => vec![page::article(source)],
        other => {
            let what = format!("XML with `{other}` outermost");
            return Err(ReadError::no_article(
                what,
                "NITF, NewsML, WordPress, RSS and Atom are what selon reads of XML",
            ));
        }
    };
    if articles.is_empty() {
        return Err(ReadError::no_article("XML in which no item has words", "nothing in it can be checked"));
    }
    Ok(articles)
}

/// Whether broken XML would be an article were it whole.
fn looks_like_news(xml: &str) -> bool {
    ["<nitf", "<newsItem", "<newsMessage", "<NewsML", "<RBNews", "<rss", "<feed"]
        .iter()
        .any(|start| xml.contains(start))
}

/// The blocks of an article, each with its role and its words, as tests compare them.
#[cfg(test)]
fn blocks_of(article: &Article) -> Vec<(crate::article::Role, &str)> {
    article.blocks().iter().map(|block| (block.role, article.words(block.span))).collect()
}
