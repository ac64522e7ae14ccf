//! Markdown with its front matter: CommonMark, tables and footnotes, HTML inside, the marks of site generators.
//!
//! It is laid on a tape as the HTML that it stands for, HTML inside it likewise, and `elements` makes blocks of both.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{BlockQuoteKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::elements::{Blocks, Headline};
use super::layer::Layer;
use super::shortcodes::{self, Machinery};
use super::tape::Tape;
use super::{front_matter, html, meaning};
use crate::article::{Article, Builder};
use crate::place::Source;

/// The article that stands in `source` as Markdown.
pub(super) fn article(source: &Arc<Source>, machinery: Machinery) -> Article {
    let whole = Layer::whole(source);
    let mut builder = Builder::new(Arc::clone(source));
    let mut headline = Headline::Wanted;
    let mut start = 0;
    if let Some(front_matter) = front_matter::of(&whole) {
        front_matter::add(&mut builder, &whole, &front_matter.fields);
        if front_matter::has_headline(&front_matter.fields) {
            headline = Headline::Known;
        }
        start = front_matter.body;
    }
    let body = Layer::part(source.text(), start, source.text().len());
    add(&mut builder, body, machinery, headline);
    builder.finish()
}

/// Adds the blocks of a Markdown text.
fn add(builder: &mut Builder, body: Layer<'_>, machinery: Machinery, headline: Headline) {
    let masked = shortcodes::masked(body, machinery);
    let mut tape = Tape::default();
    lay(&mut tape, &masked.layer);
    let mut blocks = Blocks::new(&tape, meaning::with_pictures);
    blocks.headline = match headline {
        Headline::Wanted if !has_title(&tape) => Headline::First,
        other => other,
    };
    blocks.regions = masked.regions_in_file();
    blocks.add(builder, 0..tape.events.len());
    blocks.finish(builder);
}

/// Whether a heading of the first level stands in the text.
fn has_title(tape: &Tape) -> bool {
    tape.events.iter().any(|event| match event {
        super::tape::Event::Open(element) => tape.tag(element).name() == "h1",
        super::tape::Event::Close(..) | super::tape::Event::Text(_) | super::tape::Event::Comment(..) => {
            false
        }
    })
}

fn lay(tape: &mut Tape, layer: &Layer<'_>) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Role;
    use crate::place::Width;

    fn blocks(text: &str, expected: &[(Role, &str)]) {
        let article = article(&Source::new(text.into(), 0, Width::Utf8), Machinery::Mdx);
        let blocks: Vec<_> =
            article.blocks().iter().map(|block| (block.role, article.words(block.span))).collect();
        assert_eq!(blocks, expected, "{text}");
    }

    #[test]
    fn front_matter_gives_what_is_printed() {
        let text = "---\ntitle: \"L&rsquo;été\"\ndescription: >\n  Un chapô sur\n  deux lignes.\nauthor: [Inès Caron, leo]\nimage:\n  caption: 'Vu d''ici, hier'\n---\n# Ailleurs\n";
        blocks(
            text,
            &[
                (Role::Headline, "L’été"),
                (Role::Standfirst, "Un chapô sur deux lignes."),
                (Role::Byline, "Inès Caron"),
                (Role::Caption, "Vu d'ici, hier"),
                (Role::Crosshead, "Ailleurs"),
            ],
        );
        blocks(
            "---\ntitle: Le pont : suite\n---\nTexte.\n",
            &[(Role::Headline, "Le pont : suite"), (Role::Paragraph, "Texte.")],
        );
    }

    #[test]
    fn emphasis_and_html_leave_words_whole() {
        blocks(
            "Il **au**rait *fui* <em>hier</em>, `dit`-on&nbsp;: &laquo;&nbsp;non&nbsp;&raquo;.",
            &[(Role::Paragraph, "Il aurait fui hier, dit-on\u{a0}: «\u{a0}non\u{a0}».")],
        );
    }

    #[test]
    fn marks_of_site_generators_are_no_text() {
        blocks(
            "Il aurait{{ site.x }} fui, selon [lui]({% link a.md %}).",
            &[(Role::Paragraph, "Il aurait fui, selon lui.")],
        );
        blocks("{{< figure src=\"x\" caption=\"Le pont hier.\" >}}", &[(Role::Caption, "Le pont hier.")]);
        blocks(
            "{{< pullquote >}}\nJamais.\n{{< /pullquote >}}\nTexte.",
            &[(Role::PullQuote, "Jamais."), (Role::Paragraph, "Texte.")],
        );
        blocks(
            "{% include quote.html\n  quote = \"We sold the \\\"pier\\\" twice.\"\n  by = \"Mayor Ana Ruiz\"\n%}\n\nTexte.",
            &[
                (Role::BlockQuote, "We sold the \"pier\" twice."),
                (Role::BlockQuote, "— Mayor Ana Ruiz"),
                (Role::Paragraph, "Texte."),
            ],
        );
        blocks(
            "{{< quote text=\"Non et non.\" author=\"Ana Ruiz\" >}}",
            &[(Role::BlockQuote, "Non et non."), (Role::BlockQuote, "— Ana Ruiz")],
        );
        blocks(
            "{% highlight js %}\n« x\n{% endhighlight %}\nTexte.\n{: .lead}",
            &[(Role::Paragraph, "Texte.")],
        );
        blocks(
            "import A from 'a'\n\n:::note\nTexte.\n:::\n\n![Le maire devant le pont](a.png){.large\nwidth=\"7\"}",
            &[(Role::Paragraph, "Texte."), (Role::Caption, "Le maire devant le pont")],
        );
    }

    #[test]
    fn every_other_block_has_its_role() {
        blocks(
            "# Titre\n\n> Cité\n> encore.\n\n- un\n- deux\n\n```\ncode\n```\n\nTexte.[^1]\n\n[^1]: Une note.\n",
            &[
                (Role::Headline, "Titre"),
                (Role::BlockQuote, "Cité encore."),
                (Role::ListItem, "un"),
                (Role::ListItem, "deux"),
                (Role::Paragraph, "Texte."),
                (Role::Note, "Une note."),
            ],
        );
    }
}
