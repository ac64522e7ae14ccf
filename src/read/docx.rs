//! Word documents (.docx): paragraphs with the roles that their styles give, the accepted text of tracked changes, no
//! comments.
//!
//! A .docx has no text on disk that a cursor could stand in: its source is the text as it is read here, one line a
//! paragraph, so that a finding's line is the number of the paragraph.

use std::collections::HashMap;
use std::sync::Arc;

use super::error::ReadError;
use super::layer::Layer;
use super::pages::{Paragraph, Style, article};
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
    let mut reader =
        Reader { tape: &document, styles: &styles, links: &links, paragraphs: Vec::new(), note: false };
    reader.read(&Node::root(&document));
    let mut paragraphs = reader.paragraphs;
    for notes in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let Some(tape) = part(package, notes)? {
            let mut reader =
                Reader { tape: &tape, styles: &styles, links: &links, paragraphs: Vec::new(), note: true };
            reader.read(&Node::root(&tape));
            paragraphs.append(&mut reader.paragraphs);
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

struct Reader<'t> {
    tape: &'t Tape,
    styles: &'t HashMap<String, Style>,
    links: &'t HashMap<String, String>,
    paragraphs: Vec<Paragraph>,
    note: bool,
}

impl Reader<'_> {
    fn read(&mut self, node: &Node) {
        // Paragraphs that are open: a text box has paragraphs inside one.
        let mut open: Vec<Paragraph> = Vec::new();
        let mut skipped = 0usize;
        let mut in_text = false;
        let mut bold = false;
        for event in &self.tape.events[node.0.clone()] {
            match event {
                Event::Open(element) => {
                    let tag = self.tape.tag(element);
                    let name = tag.name();
                    if skipped > 0 || is_skipped(name) {
                        skipped += 1;
                        continue;
                    }
                    let value = tag.get("val").unwrap_or_default();
                    let Some(paragraph) = open.last_mut().filter(|_| name != "p") else {
                        if name == "p" {
                            let style = if self.note { Style::Note } else { Style::Body };
                            open.push(Paragraph::new(style));
                        }
                        continue;
                    };
                    match name {
                        "pStyle" => {
                            if let Some(style) =
                                self.styles.get(value).copied().or_else(|| Style::named(value))
                                && !self.note
                            {
                                paragraph.style = style;
                            }
                        }
                        "numPr" if paragraph.style == Style::Body => paragraph.style = Style::Item,
                        "outlineLvl" if paragraph.style == Style::Body => paragraph.style = Style::Heading,
                        "r" => bold = false,
                        "b" => bold = !matches!(value, "0" | "false"),
                        "t" => in_text = true,
                        "tab" | "br" | "cr" => paragraph.push(" ", bold),
                        "noBreakHyphen" => paragraph.push("\u{2011}", bold),
                        "hyperlink" => {
                            let target = tag.get("id").and_then(|id| self.links.get(id));
                            paragraph.open_link(target.map_or("", String::as_str));
                        }
                        _ => {}
                    }
                }
                Event::Close(name, _) => {
                    if skipped > 0 {
                        skipped -= 1;
                        continue;
                    }
                    match self.tape.name(name) {
                        "t" => in_text = false,
                        "hyperlink" => {
                            if let Some(paragraph) = open.last_mut() {
                                paragraph.close_link();
                            }
                        }
                        "p" => self.paragraphs.extend(open.pop()),
                        _ => {}
                    }
                }
                Event::Text(range) if in_text && skipped == 0 => {
                    if let Some(paragraph) = open.last_mut() {
                        paragraph.push(self.tape.text(range), bold);
                    }
                }
                Event::Text(_) | Event::Comment(..) => {}
            }
        }
    }
}

/// What isn't the text as it would be printed: deleted and moved words, field codes, what stands a second time for older
/// programs, style changes.
fn is_skipped(name: &str) -> bool {
    matches!(
        name,
        "del"
            | "moveFrom"
            | "instrText"
            | "delText"
            | "Fallback"
            | "rPrChange"
            | "pPrChange"
            | "sectPr"
            | "commentReference"
            | "tblPr"
            | "tblGrid"
            | "separator"
            | "continuationSeparator"
            | "footnoteRef"
    )
}
