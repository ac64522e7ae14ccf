//! The paragraphs of a part of a Word document: what its runs say when all changes are accepted, without what is hidden or
//! struck out.

use std::collections::HashMap;

use super::pages::{Paragraph, Style};
use super::tape::{Event, Tag, Tape};

/// A part of a document.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Part {
    Text,
    /// Footnotes or endnotes.
    Notes,
}

/// The paragraphs of the part on the tape. Styles and the targets of links go by their identifiers.
pub(super) fn paragraphs(
    tape: &Tape,
    styles: &HashMap<String, Style>,
    links: &HashMap<String, String>,
    part: Part,
) -> Vec<Paragraph> {
    let mut reader = Reader {
        styles,
        links,
        part,
        done: Vec::new(),
        open: Vec::new(),
        unfinished: None,
        skipped: 0,
        cells: 0,
        reading: Reading::Nothing,
        run: Run::PLAIN,
        fields: Vec::new(),
    };
    for event in &tape.events {
        match event {
            Event::Open(element) => reader.open(tape.tag(element)),
            Event::Close(name, _) => reader.close(tape.name(name)),
            Event::Text(range) => reader.text(tape.text(range)),
            Event::Comment(..) => {}
        }
    }
    reader.done.extend(reader.unfinished);
    reader.done
}

struct Reader<'t> {
    styles: &'t HashMap<String, Style>,
    links: &'t HashMap<String, String>,
    part: Part,
    done: Vec<Paragraph>,
    /// Paragraphs that are open: a text box has paragraphs inside one.
    open: Vec<Open>,
    /// A paragraph whose end was deleted: the next one goes on with it.
    unfinished: Option<Paragraph>,
    /// How many elements are open of which nothing is read.
    skipped: usize,
    /// How many cells of tables are open.
    cells: usize,
    reading: Reading,
    run: Run,
    /// What the fields that are open do: `HYPERLINK "https://example.org"`.
    fields: Vec<String>,
}

struct Open {
    paragraph: Paragraph,
    ends: Ends,
}

/// Whether the end of a paragraph was deleted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ends {
    Itself,
    WithTheNext,
}

/// What the text that comes next is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reading {
    Nothing,
    Words,
    /// What a field does.
    Instruction,
    /// The properties of a paragraph.
    Properties,
}

/// How the words of a run look.
#[derive(Clone, Copy)]
struct Run {
    bold: bool,
    shown: bool,
}

impl Run {
    const PLAIN: Self = Self { bold: false, shown: true };
}

impl Reader<'_> {
    fn open(&mut self, tag: Tag<'_>) {
        let name = tag.name();
        if name == "del"
            && self.reading == Reading::Properties
            && let Some(open) = self.open.last_mut()
        {
            open.ends = Ends::WithTheNext;
        }
        if self.skipped > 0 || is_skipped(name) {
            self.skipped += 1;
            return;
        }
        match name {
            "p" => self.open_paragraph(),
            "tc" => self.cells += 1,
            _ => self.inside(tag),
        }
    }

    fn open_paragraph(&mut self) {
        let style = if self.part == Part::Notes { Style::Note } else { Style::Body };
        let mut paragraph = Paragraph::new(style);
        paragraph.in_cell = self.cells > 0;
        self.open.push(Open { paragraph, ends: Ends::Itself });
    }

    /// An element inside a paragraph.
    fn inside(&mut self, tag: Tag<'_>) {
        let value = tag.get("val").unwrap_or_default();
        let on = !matches!(value, "0" | "false" | "none");
        let Some(Open { paragraph, .. }) = self.open.last_mut() else { return };
        match tag.name() {
            "pPr" => self.reading = Reading::Properties,
            "pStyle" if self.part == Part::Text => {
                let style = self.styles.get(value).copied().or_else(|| Style::named(value));
                paragraph.style = style.unwrap_or(paragraph.style);
            }
            "numPr" if paragraph.style == Style::Body => paragraph.style = Style::Item,
            "outlineLvl" if paragraph.style == Style::Body => paragraph.style = Style::Heading,
            "r" => self.run = Run::PLAIN,
            "b" => self.run.bold = on,
            "vanish" | "strike" | "dstrike" => self.run.shown &= !on,
            "t" => self.reading = Reading::Words,
            "instrText" => self.reading = Reading::Instruction,
            "fldChar" => self.field(tag.get("fldCharType").unwrap_or_default()),
            "tab" | "br" | "cr" => paragraph.push(" ", self.run.bold),
            "noBreakHyphen" => paragraph.push("\u{2011}", self.run.bold),
            "hyperlink" => {
                let target = tag.get("id").and_then(|id| self.links.get(id));
                paragraph.open_link(target.map_or("", String::as_str));
            }
            _ => {}
        }
    }

    /// A field begins, its result begins, or it ends.
    fn field(&mut self, mark: &str) {
        let Some(Open { paragraph, .. }) = self.open.last_mut() else { return };
        let target = self.fields.last().and_then(|field| linked(field)).map(str::to_owned);
        match (mark, target) {
            ("begin", _) => self.fields.push(String::new()),
            ("separate", Some(target)) => paragraph.open_link(&target),
            ("end", target) => {
                self.fields.pop();
                if target.is_some() {
                    paragraph.close_link();
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        match name {
            "t" | "instrText" | "pPr" => self.reading = Reading::Nothing,
            "tc" => self.cells = self.cells.saturating_sub(1),
            "hyperlink" => {
                if let Some(Open { paragraph, .. }) = self.open.last_mut() {
                    paragraph.close_link();
                }
            }
            "p" => self.close_paragraph(),
            _ => {}
        }
    }

    fn close_paragraph(&mut self) {
        let Some(Open { paragraph, ends }) = self.open.pop() else { return };
        let paragraph = match self.unfinished.take() {
            Some(mut before) => {
                before.append(paragraph);
                before
            }
            None => paragraph,
        };
        match ends {
            Ends::WithTheNext => self.unfinished = Some(paragraph),
            Ends::Itself => self.done.push(paragraph),
        }
    }

    fn text(&mut self, words: &str) {
        if self.skipped > 0 {
            return;
        }
        match self.reading {
            Reading::Words if self.run.shown => {
                if let Some(Open { paragraph, .. }) = self.open.last_mut() {
                    paragraph.push(words, self.run.bold);
                }
            }
            Reading::Instruction => {
                if let Some(field) = self.fields.last_mut() {
                    field.push_str(words);
                }
            }
            Reading::Words | Reading::Properties | Reading::Nothing => {}
        }
    }
}

/// Where a field leads; nothing where it is no link.
fn linked(field: &str) -> Option<&str> {
    let target = field.trim_start().strip_prefix("HYPERLINK")?.trim_start().strip_prefix('"')?;
    target.split('"').next()
}

/// What isn't the text as it would be printed: deleted and moved words, field codes, what stands a second time for older
/// programs, style changes.
fn is_skipped(name: &str) -> bool {
    matches!(
        name,
        "del"
            | "moveFrom"
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
            | "rt"
    )
}

#[cfg(test)]
mod tests {
    use super::super::layer::Layer;
    use super::super::{pages, xml};
    use super::*;
    use crate::article::Role;
    use crate::place::{Source, Width};

    /// What is read of a document with this in its body.
    fn blocks(body: &str, expected: &[(Role, &str)]) {
        let source = Source::new(format!("<document><body>{body}</body></document>"), 0, Width::Utf8);
        let tape = xml::tape(&source, &Layer::whole(&source)).expect("XML");
        let styles = HashMap::from([("Titre".to_owned(), Style::Title)]);
        let article = pages::article(paragraphs(&tape, &styles, &HashMap::new(), Part::Text), None);
        let blocks = crate::read::blocks_of(&article);
        assert_eq!(blocks, expected, "{body}");
        for link in article.links() {
            assert_eq!(
                (article.words(link.span), link.target.as_str()),
                ("la mairie", "https://example.org")
            );
        }
    }

    const TITLE: &str = "<p><pPr><pStyle val=\"Titre\"/></pPr><r><t>Le pont</t></r></p>";

    #[test]
    fn changes_are_accepted_and_what_is_struck_out_is_none_of_the_text() {
        blocks(
            &format!(
                "{TITLE}<p><r><t>Il </t></r><del><r><delText>a</delText></r></del><ins><r><t>aurait</t></r></ins><r><rPr><strike/></rPr>\
                 <t> peut-être</t></r><r><rPr><vanish/></rPr><t> (à voir)</t></r><r><rPr><strike val=\"0\"/></rPr><t> fui.</t></r></p>\
                 <p><pPr><rPr><del/></rPr></pPr><r><t>La suite </t></r></p><p><r><t>viendra.</t></r></p>"
            ),
            &[
                (Role::Headline, "Le pont"),
                (Role::Paragraph, "Il aurait fui."),
                (Role::Paragraph, "La suite viendra."),
            ],
        );
    }

    #[test]
    fn fields_give_their_results_and_tables_their_entries() {
        blocks(
            &format!(
                "{TITLE}<p><r><t>Selon </t></r><r><fldChar fldCharType=\"begin\"/></r><r><instrText> HYPERLINK \"https://example.org\" \
                 </instrText></r><r><fldChar fldCharType=\"separate\"/></r><r><t>la mairie</t></r><r><fldChar fldCharType=\"end\"/></r>\
                 <r><t>, il tient.</t></r></p><tbl><tr><tc><p><r><t>Évreux</t></r></p></tc><tc><p><r><t>Il tient.</t></r></p></tc></tr></tbl>"
            ),
            &[
                (Role::Headline, "Le pont"),
                (Role::Paragraph, "Selon la mairie, il tient."),
                (Role::Note, "Évreux"),
                (Role::Paragraph, "Il tient."),
            ],
        );
    }
}
