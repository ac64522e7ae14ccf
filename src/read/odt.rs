//! OpenDocument texts (.odt): paragraphs and headings with the roles that their styles give, no comments, no deleted
//! text of tracked changes. Its default language is that of the program that wrote it, and says nothing. The source is the text as it is read, one line a paragraph, as for .docx.

use std::collections::HashMap;
use std::sync::Arc;

use super::error::ReadError;
use super::layer::Layer;
use super::package::Package;
use super::pages::{Paragraph, Style, article};
use super::tape::{Event, Tag, Tape};
use super::tree::Node;
use super::xml;
use crate::article::Article;
use crate::place::{Source, Width};

/// The article of an .odt file.
pub(super) fn read(package: &mut Package<'_>) -> Result<Article, ReadError> {
    let content = part(package, "content.xml")?.ok_or_else(|| {
        ReadError::broken(None, "it has no text part", "save it again from the word processor")
    })?;
    let mut styles = HashMap::new();
    if let Some(tape) = part(package, "styles.xml")? {
        add_styles(&tape, &mut styles);
    }
    Ok(of_content(&content, styles))
}

/// The article of a document's text part; `styles` are those that stand elsewhere.
fn of_content(content: &Tape, mut styles: HashMap<String, Known>) -> Article {
    add_styles(content, &mut styles);
    let root = Node::root(content);
    // The formats of dates before it have elements of the name "text" too.
    let body = root.first(content, "body").unwrap_or(root);
    article(paragraphs(content, &body, &styles), None)
}

fn part(package: &mut Package<'_>, name: &str) -> Result<Option<Tape>, ReadError> {
    let Some(text) = package.text(name)? else { return Ok(None) };
    let source: Arc<Source> = Source::new(text, 0, Width::Utf8);
    xml::tape(&source, &Layer::whole(&source)).map(Some)
}

/// What is known of a style.
#[derive(Clone, Copy)]
struct Known {
    style: Option<Style>,
    bold: bool,
    shown: bool,
}

/// What styles mean: by their own name, else by that of their parent.
fn add_styles(tape: &Tape, styles: &mut HashMap<String, Known>) {
    for node in Node::root(tape).all(tape, "style") {
        let Some(tag) = node.tag(tape) else { continue };
        let name = tag.get("name").unwrap_or_default();
        let shown = tag.get("display-name").unwrap_or(name);
        let parent = tag.get("parent-style-name").unwrap_or_default();
        let inherited =
            styles.get(parent).and_then(|known| known.style).or_else(|| Style::named(&plain(parent)));
        let style = Style::named(&plain(shown)).or(inherited);
        let properties = node.first(tape, "text-properties");
        let property = |name: &str| properties.as_ref().and_then(|node| node.tag(tape)?.get(name));
        let bold = property("font-weight") == Some("bold");
        let struck = property("text-line-through-style").is_some_and(|style| style != "none");
        let hidden = property("display") == Some("none");
        styles.insert(name.to_owned(), Known { style, bold, shown: !struck && !hidden });
    }
}

/// "Heading_20_1" → "Heading 1".
fn plain(name: &str) -> String {
    name.replace("_20_", " ")
}

fn paragraphs(tape: &Tape, body: &Node, styles: &HashMap<String, Known>) -> Vec<Paragraph> {
    let mut done = Vec::new();
    let mut notes = Vec::new();
    let mut open: Vec<(Paragraph, bool)> = Vec::new();
    let mut spans: Vec<bool> = Vec::new();
    let (mut skipped, mut items, mut in_note, mut cells) = (0usize, 0usize, 0usize, 0usize);
    for event in &tape.events[body.0.clone()] {
        match event {
            Event::Open(element) => {
                let tag = tape.tag(element);
                let known = styles.get(tag.get("style-name").unwrap_or_default()).copied();
                let unseen = tag.name() == "span" && known.is_some_and(|known| !known.shown);
                if skipped > 0 || unseen || is_skipped(tag.name()) {
                    skipped += 1;
                    continue;
                }
                match tag.name() {
                    "p" | "h" => {
                        let style = style_of(tag, known, items > 0, in_note > 0);
                        let mut paragraph = Paragraph::new(style);
                        paragraph.in_cell = cells > 0;
                        open.push((paragraph, known.is_some_and(|known| known.bold)));
                    }
                    "table-cell" => cells += 1,
                    "list-item" => items += 1,
                    "note" => in_note += 1,
                    "span" => spans.push(known.is_some_and(|known| known.bold)),
                    _ => {}
                }
                if let Some((paragraph, bold)) = open.last_mut() {
                    let bold = *bold || spans.last().copied().unwrap_or(false);
                    match tag.name() {
                        "s" => paragraph.push(" ", bold),
                        "tab" | "line-break" => paragraph.push(" ", bold),
                        "a" => paragraph.open_link(tag.get("href").unwrap_or_default()),
                        _ => {}
                    }
                }
            }
            Event::Close(name, _) => {
                if skipped > 0 {
                    skipped -= 1;
                    continue;
                }
                match tape.name(name) {
                    "p" | "h" => {
                        if let Some((paragraph, _)) = open.pop() {
                            let list = if in_note > 0 { &mut notes } else { &mut done };
                            list.push(paragraph);
                        }
                    }
                    "list-item" => items = items.saturating_sub(1),
                    "table-cell" => cells = cells.saturating_sub(1),
                    "note" => in_note = in_note.saturating_sub(1),
                    "span" => {
                        spans.pop();
                    }
                    "a" => {
                        if let Some((paragraph, _)) = open.last_mut() {
                            paragraph.close_link();
                        }
                    }
                    _ => {}
                }
            }
            Event::Text(range) if skipped == 0 => {
                if let Some((paragraph, bold)) = open.last_mut() {
                    paragraph.push(tape.text(range), *bold || spans.last().copied().unwrap_or(false));
                }
            }
            Event::Text(_) | Event::Comment(..) => {}
        }
    }
    done.append(&mut notes);
    done
}

fn style_of(tag: Tag<'_>, known: Option<Known>, in_list: bool, in_note: bool) -> Style {
    let named = known
        .and_then(|known| known.style)
        .or_else(|| Style::named(&plain(tag.get("style-name").unwrap_or_default())));
    match named {
        _ if in_note => Style::Note,
        Some(style) => style,
        None if tag.name() == "h" => Style::Heading,
        None if in_list => Style::Item,
        None => Style::Body,
    }
}

/// What isn't the text as it would be printed.
fn is_skipped(name: &str) -> bool {
    matches!(
        name,
        "annotation"
            | "annotation-end"
            | "tracked-changes"
            | "note-citation"
            | "forms"
            | "sequence-decls"
            | "variable-decls"
            | "user-field-decls"
            | "title"
            | "desc"
            | "object"
            | "table-of-content"
            | "alphabetical-index"
            | "bibliography"
            | "ruby-text"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Role;

    #[test]
    fn dates_tables_and_struck_words_leave_the_text_whole() {
        let content = "<office:document-content><office:automatic-styles><style:style style:name=\"T1\"><style:text-properties \
            style:text-line-through-style=\"solid\"/></style:style><number:date-style><number:text>/</number:text></number:date-style>\
            </office:automatic-styles><office:body><office:text><text:p text:style-name=\"Title\">Le pont</text:p>\
            <text:p>Il <text:span text:style-name=\"T1\">aurait </text:span>tient le <text:date>3 mars</text:date>.</text:p>\
            <table:table><table:table-cell><text:p>Évreux</text:p></table:table-cell></table:table></office:text></office:body>\
            </office:document-content>";
        let source = Source::new(content.into(), 0, Width::Utf8);
        let tape = xml::tape(&source, &Layer::whole(&source)).expect("XML");
        let article = of_content(&tape, HashMap::new());
        let blocks = crate::read::blocks_of(&article);
        let expected =
            [(Role::Headline, "Le pont"), (Role::Paragraph, "Il tient le 3 mars."), (Role::Note, "Évreux")];
        assert_eq!(blocks, expected);
    }
}
