//! Word documents (.docx): paragraphs with the roles that their styles give, the accepted text of tracked changes, no
//! comments.
//!
//! A .docx has no text on disk that a cursor could stand in: its source is the text as it is read here, one line a
//! paragraph, so that a finding's line is the number of the paragraph.

use std::collections::HashMap;
use std::sync::Arc;

use super::docx_text::{self, Part};
use super::error::ReadError;
use super::layer::Layer;
use super::pages::{Style, article};
use super::tape::{Event, Tape};
use super::tree::Node;
use super::{package::Package, xml};
use crate::article::Article;
use crate::place::{Source, Width};

/// The article of a .docx file.
pub(super) fn read(package: &mut Package<'_>) -> Result<Article, ReadError> {
    let document = part(package, "word/document.xml")?.ok_or_else(|| {
        ReadError::broken(None, "it has no text part", "save it again from the word processor")
    })?;
    let styles = part(package, "word/styles.xml")?.map(|tape| styles(&tape)).unwrap_or_default();
    let links = part(package, "word/_rels/document.xml.rels")?.map(|tape| targets(&tape)).unwrap_or_default();
    let mut paragraphs = docx_text::paragraphs(&document, &styles, &links, Part::Text);
    for notes in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let Some(tape) = part(package, notes)? {
            paragraphs.extend(docx_text::paragraphs(&tape, &styles, &links, Part::Notes));
        }
    }
    Ok(article(paragraphs, language(&document)))
}

/// A part of the package on a tape; nothing where it hasn't one.
fn part(package: &mut Package<'_>, name: &str) -> Result<Option<Tape>, ReadError> {
    let Some(text) = package.text(name)? else { return Ok(None) };
    let source: Arc<Source> = Source::new(text, 0, Width::Utf8);
    xml::tape(&source, &Layer::whole(&source)).map(Some)
}

/// What the styles of the document mean, by their identifiers: those differ from language to language, their names
/// don't.
fn styles(tape: &Tape) -> HashMap<String, Style> {
    let mut found = HashMap::new();
    let mut based = Vec::new();
    for style in Node::root(tape).all(tape, "style") {
        let id = style.tag(tape).and_then(|tag| tag.get("styleId")).unwrap_or_default().to_owned();
        let value = |name: &str| Some(style.first(tape, name)?.tag(tape)?.get("val")?.to_owned());
        match value("name").and_then(|name| Style::named(&name)).or_else(|| Style::named(&id)) {
            Some(role) => {
                found.insert(id, role);
            }
            None => based.extend(value("basedOn").map(|base| (id, base))),
        }
    }
    for _ in 0..4 {
        for (id, base) in &based {
            if let Some(style) = found.get(base).copied() {
                found.entry(id.clone()).or_insert(style);
            }
        }
    }
    found
}

/// Where links lead, by their identifiers.
fn targets(tape: &Tape) -> HashMap<String, String> {
    let relationships = Node::root(tape).all(tape, "Relationship");
    let pair = |node: Node| {
        let tag = node.tag(tape)?;
        Some((tag.get("Id")?.to_owned(), tag.get("Target")?.to_owned()))
    };
    relationships.into_iter().filter_map(pair).collect()
}

/// The language that words of the document are marked with, where all agree: programs mark foreign words, and what
/// they were set to when nobody chose.
fn language(tape: &Tape) -> Option<String> {
    let mut tags = tape.events.iter().filter_map(|event| match event {
        Event::Open(element) => {
            let tag = tape.tag(element);
            (tag.name() == "lang").then(|| tag.get("val")).flatten()
        }
        Event::Close(..) | Event::Text(_) | Event::Comment(..) => None,
    });
    let first = tags.next()?;
    let rest: Vec<&str> = tags.collect();
    (rest.len() >= 2 && rest.iter().all(|tag| *tag == first)).then(|| first.to_owned())
}
