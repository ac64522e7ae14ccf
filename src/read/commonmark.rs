//! CommonMark, tables and footnotes on a tape as the HTML that they stand for, HTML inside them likewise.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::html;
use super::layer::Layer;
use super::tape::Tape;

/// Lays the Markdown of `layer` on the tape.
pub(super) fn lay(tape: &mut Tape, layer: &Layer<'_>) {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM;
    let mut html_block: Option<Range<usize>> = None;
    // Text in code blocks is none of the article's; text in a picture is its caption.
    let mut code = false;
    let mut picture: Option<Range<usize>> = None;
    for (event, range) in Parser::new_ext(layer.text(), options).into_offset_iter() {
        let place = layer.in_source(range.start, range.start);
        match event {
            Event::Start(Tag::HtmlBlock) => html_block = Some(range),
            Event::End(TagEnd::HtmlBlock) => {
                if let Some(range) = html_block.take() {
                    lay_html_block(tape, layer, range);
                }
            }
            Event::Html(_) => {
                if html_block.is_none() {
                    html::lay(tape, layer, range.start, range.end);
                }
            }
            Event::InlineHtml(_) => html::lay(tape, layer, range.start, range.end),
            Event::Start(Tag::CodeBlock(_)) => code = true,
            Event::End(TagEnd::CodeBlock) => code = false,
            Event::Start(Tag::Image { .. }) => {
                let at = tape.words.text().len();
                picture = Some(at..at);
            }
            Event::End(TagEnd::Image) => {
                if let Some(words) = picture.take() {
                    tape.open("img", place);
                    tape.attribute("alt", words.start..tape.words.text().len());
                    tape.close("img", place);
                }
            }
            Event::Start(tag) => open(tape, &tag, place),
            Event::End(tag) => {
                let end = layer.in_source(range.end, range.end);
                if let Some(name) = closing_name(tag) {
                    tape.close(name, end);
                }
            }
            Event::Text(words) if !code => {
                let words = words.as_ref();
                if picture.is_some() {
                    push(tape, layer, words, &range);
                } else if layer.text().get(range.clone()) == Some(words) {
                    tape.verbatim(layer, range.start, range.end);
                } else {
                    tape.replaced(layer, words, range.start, range.end);
                }
            }
            Event::Code(words) if picture.is_none() => {
                let written = layer.text().get(range.clone()).unwrap_or_default();
                let at = range.start + written.find(words.as_ref()).unwrap_or(0);
                tape.verbatim(layer, at, (at + words.len()).min(range.end));
            }
            Event::SoftBreak if picture.is_none() => tape.verbatim(layer, range.start, range.end),
            Event::HardBreak if picture.is_none() => {
                let place = layer.in_source(range.start, range.end);
                tape.open("br", place);
                tape.close("br", place);
            }
            Event::SoftBreak | Event::HardBreak => push(tape, layer, " ", &range),
            Event::Rule => {
                tape.open("hr", place);
                tape.close("hr", place);
            }
            Event::Text(_)
            | Event::Code(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
    }
}

/// Lays a block of HTML, in which a line that starts with "#" right behind a closing tag is a heading: site generators
/// read it as one, where strict Markdown wants a blank line first.
fn lay_html_block(tape: &mut Tape, layer: &Layer<'_>, range: Range<usize>) {
    let text = layer.text();
    let Some(block) = text.get(range.clone()) else { return };
    let raw =
        ["<pre", "<script", "<style", "<textarea"].iter().any(|name| block.trim_start().starts_with(name));
    let mut from = range.start;
    let mut at = range.start;
    for line in block.split_inclusive('\n') {
        let closed = !raw && text[from..at].trim_end().ends_with('>');
        let marks = line.len() - line.trim_start_matches('#').len();
        if closed && (1..=6).contains(&marks) && line[marks..].starts_with(' ') {
            html::lay(tape, layer, from, at);
            let words = line[marks..].trim();
            let start = at + line.len() - line[marks..].trim_start().len();
            let place = layer.in_source(at, at);
            tape.open("h2", place);
            tape.verbatim(layer, start, start + words.len());
            tape.close("h2", place);
            from = at + line.len();
        }
        at += line.len();
    }
    html::lay(tape, layer, from, range.end);
}

/// Adds words of a picture, which aren't text.
fn push(tape: &mut Tape, layer: &Layer<'_>, words: &str, range: &Range<usize>) {
    if layer.text().get(range.clone()) == Some(words) {
        tape.words.push_from(layer, range.start, range.end);
    } else {
        let place = layer.in_source(range.start, range.end);
        tape.words.push_as(words, place.0, place.1);
    }
}

fn open(tape: &mut Tape, tag: &Tag<'_>, place: (usize, usize)) {
    match tag {
        Tag::Paragraph => tape.open("p", place),
        Tag::Heading { level, classes, .. } => {
            tape.open(heading(*level), place);
            if !classes.is_empty() {
                tape.attribute_as("class", &classes.join(" "));
            }
        }
        Tag::BlockQuote(None) => tape.open("blockquote", place),
        Tag::BlockQuote(Some(kind)) => {
            tape.open("blockquote", place);
            let class = match kind {
                BlockQuoteKind::Note
                | BlockQuoteKind::Tip
                | BlockQuoteKind::Important
                | BlockQuoteKind::Warning
                | BlockQuoteKind::Caution => "editors-note",
            };
            tape.attribute_as("class", class);
        }
        Tag::List(_) => tape.open("ul", place),
        Tag::Item => tape.open("li", place),
        Tag::FootnoteDefinition(_) => tape.open("footnote", place),
        Tag::TableHead | Tag::TableRow => tape.open("tr", place),
        Tag::TableCell => tape.open("th", place),
        Tag::Strikethrough => tape.open("del", place),
        Tag::Link { dest_url, .. } => {
            tape.open("a", place);
            tape.attribute_as("href", dest_url);
        }
        Tag::DefinitionList => tape.open("dl", place),
        Tag::DefinitionListTitle => tape.open("dt", place),
        Tag::DefinitionListDefinition => tape.open("dd", place),
        Tag::Table(_) => tape.open("table", place),
        Tag::Emphasis => tape.open("em", place),
        Tag::Strong => tape.open("strong", place),
        Tag::Superscript => tape.open("sup", place),
        Tag::Subscript => tape.open("sub", place),
        Tag::HtmlBlock | Tag::CodeBlock(_) | Tag::Image { .. } | Tag::MetadataBlock(_) => {}
    }
}

fn closing_name(tag: TagEnd) -> Option<&'static str> {
    match tag {
        TagEnd::Paragraph => Some("p"),
        TagEnd::Heading(level) => Some(heading(level)),
        TagEnd::BlockQuote(_) => Some("blockquote"),
        TagEnd::List(_) => Some("ul"),
        TagEnd::Item => Some("li"),
        TagEnd::FootnoteDefinition => Some("footnote"),
        TagEnd::TableHead | TagEnd::TableRow => Some("tr"),
        TagEnd::TableCell => Some("th"),
        TagEnd::Strikethrough => Some("del"),
        TagEnd::Link => Some("a"),
        TagEnd::DefinitionList => Some("dl"),
        TagEnd::DefinitionListTitle => Some("dt"),
        TagEnd::DefinitionListDefinition => Some("dd"),
        TagEnd::Table => Some("table"),
        TagEnd::Emphasis => Some("em"),
        TagEnd::Strong => Some("strong"),
        TagEnd::Superscript => Some("sup"),
        TagEnd::Subscript => Some("sub"),
        TagEnd::HtmlBlock | TagEnd::CodeBlock | TagEnd::Image | TagEnd::MetadataBlock(_) => None,
    }
}

fn heading(level: HeadingLevel) -> &'static str {
    match level {
        HeadingLevel::H1 => "h1",
        HeadingLevel::H2 => "h2",
        HeadingLevel::H3 => "h3",
        HeadingLevel::H4 => "h4",
        HeadingLevel::H5 => "h5",
        HeadingLevel::H6 => "h6",
    }
}
