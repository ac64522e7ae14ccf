//! Plain text: a blank line ends a paragraph, and lines that were wrapped at a column are put together again.
//!
//! The first line alone is the headline where it looks like one. What else isn't prose is known by its words: see
//! `roles`. Plain text carries no acceptance marks, since they would be printed.

use std::sync::Arc;

use super::layer::Layer;
use super::{bylines, datelines, prose, roles};
use crate::article::{Article, Builder, Role};
use crate::place::Source;

/// A line wider than this was not wrapped by hand or by a wire's machine.
const WIDEST_WRAP: usize = 110;
/// A line narrower than this is a line of its own: a byline, a verse, an address.
const NARROWEST_WRAP: usize = 50;
const LONGEST_HEADLINE: usize = 110;
const LONGEST_CROSSHEAD: usize = 60;

/// The article that stands in `source` as plain text.
pub(super) fn article(source: &Arc<Source>) -> Article {
    let mut builder = Builder::new(Arc::clone(source));
    add(&mut builder, &Layer::whole(source));
    builder.finish()
}

/// Adds the paragraphs of a plain text, the first line of which may be its headline.
fn add(builder: &mut Builder, layer: &Layer<'_>) {
    let paragraphs = paragraphs(layer.text());
    let headline = headline(&paragraphs);
    add_paragraphs(builder, layer, &paragraphs, headline);
}

/// Adds the paragraphs of a plain text whose headline stands elsewhere.
pub(super) fn add_body(builder: &mut Builder, layer: &Layer<'_>) {
    add_paragraphs(builder, layer, &paragraphs(layer.text()), None);
}

fn add_paragraphs(
    builder: &mut Builder,
    layer: &Layer<'_>,
    paragraphs: &[Paragraph<'_>],
    headline: Option<(usize, Role)>,
) {
    for (index, paragraph) in paragraphs.iter().enumerate() {
        if headline.is_some_and(|(at, _)| index < at && is_slug(paragraph)) {
            continue;
        }
        let role = match headline {
            Some((at, role)) if at == index => role,
            _ if is_crosshead(paragraphs, index) && headline.is_some_and(|(at, _)| at < index) => {
                Role::Crosshead
            }
            _ => paragraph.role(),
        };
        builder.open(role);
        for line in &paragraph.lines {
            if builder.open_text().is_empty() || builder.ends_in_space() {
                prose::add(builder, layer, line.start, line.end);
            } else {
                prose::add(builder, layer, line.break_before, line.end);
            }
        }
        roles::close(builder);
    }
}

/// A line without its line end, and without white space at its ends.
#[derive(Clone, Copy)]
struct Line<'a> {
    words: &'a str,
    start: usize,
    end: usize,
    /// Where the line end before it starts.
    break_before: usize,
    /// White space in front of its words.
    indent: usize,
}

/// Lines that belong together.
struct Paragraph<'a> {
    lines: Vec<Line<'a>>,
    /// Whether a blank line or the end of the text stands before and behind it.
    alone: bool,
    item: bool,
}

impl Paragraph<'_> {
    fn role(&self) -> Role {
        if self.item { Role::ListItem } else { Role::Paragraph }
    }

    fn characters(&self) -> usize {
        self.lines.iter().map(|line| line.words.chars().count() + 1).sum::<usize>().saturating_sub(1)
    }

    fn first(&self) -> &str {
        self.lines.first().map_or("", |line| line.words)
    }

    fn last(&self) -> &str {
        self.lines.last().map_or("", |line| line.words)
    }

    /// Whether it ends as a sentence does, closing marks and brackets aside.
    fn ends_a_sentence(&self) -> bool {
        self.inside().ends_with(['.', '…', '!', '?'])
    }

    /// Whether it asks or exclaims, closing marks and brackets aside, as headlines may: « Qui paiera ? »
    fn asks_or_exclaims(&self) -> bool {
        self.inside().ends_with(['!', '?'])
    }

    /// Its last line without the closing marks and brackets at its end.
    fn inside(&self) -> &str {
        self.last().trim_end_matches(['»', '”', '"', '\'', '’', ')', ']', ' ', '\u{a0}', '\u{202f}'])
    }
}

/// The paragraphs of `text`.
fn paragraphs(text: &str) -> Vec<Paragraph<'_>> {
    let mut paragraphs = Vec::new();
    let mut chunk: Vec<Line<'_>> = Vec::new();
    for line in lines(text) {
        if line.words.is_empty() {
            push_chunk(&mut chunk, &mut paragraphs);
        } else {
            chunk.push(line);
        }
    }
    push_chunk(&mut chunk, &mut paragraphs);
    paragraphs
}

/// The lines of `text`, whatever ends them.
fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut at = 0;
    let mut break_before = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let length = memchr::memchr2(b'\n', b'\r', rest.as_bytes()).unwrap_or(rest.len());
        // A wire's "=" at the end of a line is for its machines.
        let words = rest[..length].trim().trim_end_matches('=').trim_end();
        let start = at + rest[..length].len() - rest[..length].trim_start().len();
        let indent = rest[..length]
            .chars()
            .take_while(|&c| c == ' ' || c == '\t')
            .map(|c| if c == '\t' { 4 } else { 1 })
            .sum();
        let line = Line { words, start, end: start + words.len(), break_before, indent };
        break_before = if words.is_empty() { at } else { line.end };
        let ending = if rest[length..].starts_with("\r\n") { 2 } else { 1 };
        at += (length + ending).min(rest.len());
        Some(line)
    })
}

/// Moves the lines of `chunk`, which no blank line divides, to `paragraphs`.
fn push_chunk<'a>(chunk: &mut Vec<Line<'a>>, paragraphs: &mut Vec<Paragraph<'a>>) {
    let first_of_chunk = paragraphs.len();
    let width = chunk.iter().map(|line| line.words.chars().count()).max().unwrap_or(0);
    let mut previous: Option<Line<'a>> = None;
    for line in chunk.drain(..) {
        let marker = list_marker(line.words);
        let joined = previous.is_some_and(|previous| marker.is_none() && goes_on(previous, line, width));
        if joined && let Some(paragraph) = paragraphs.last_mut() {
            paragraph.lines.push(line);
        } else {
            let words = &line.words[marker.unwrap_or(0)..];
            let start = line.end - words.len();
            paragraphs.push(Paragraph {
                lines: vec![Line { words, start, ..line }],
                alone: false,
                item: marker.is_some(),
            });
        }
        previous = Some(line);
    }
    if let [alone] = &mut paragraphs[first_of_chunk..] {
        alone.alone = true;
    }
}

/// Whether `line` goes on where `previous` was wrapped: its first word wouldn't have fitted there.
fn goes_on(previous: Line<'_>, line: Line<'_>, width: usize) -> bool {
    if width > WIDEST_WRAP || line.indent >= previous.indent + 2 {
        return false;
    }
    let first_word = line.words.split_whitespace().next().map_or(0, |word| word.chars().count());
    previous.words.chars().count() + 1 + first_word > width.max(NARROWEST_WRAP)
}

/// How many bytes of a line are the mark of a list item: "- ", "• ", "3. ".
fn list_marker(words: &str) -> Option<usize> {
    let first = words.chars().next()?;
    let mark = match first {
        '-' | '*' | '•' | '·' | '▪' | '‣' | '◦' | '■' | '►' => first.len_utf8(),
        '0'..='9' => {
            let digits = words.bytes().take_while(u8::is_ascii_digit).count();
            (digits <= 2 && words[digits..].starts_with(['.', ')'])).then_some(digits + 1)?
        }
        _ => return None,
    };
    let white = words[mark..].len() - words[mark..].trim_start_matches([' ', '\t', '\u{a0}']).len();
    let rest = &words[mark + white..];
    let starts_words = rest.starts_with(|c: char| c.is_alphabetic() || "«“\"‘'".contains(c));
    (white > 0 && starts_words).then_some(mark + white)
}

/// The paragraph that is the headline, or the standfirst where it is too long for one.
fn headline(paragraphs: &[Paragraph<'_>]) -> Option<(usize, Role)> {
    let index =
        paragraphs.iter().position(|paragraph| !is_slug(paragraph) && !roles::is_note(paragraph.first()))?;
    let paragraph = &paragraphs[index];
    let words = paragraph.last();
    let looks = !paragraph.item
        && paragraphs.len() > index + 1
        && !words.ends_with(['.', ':', ';', ',', '…', '[', ']'])
        && (paragraph.asks_or_exclaims() || !paragraph.ends_a_sentence())
        && !bylines::is_byline(paragraph.first())
        && datelines::dateline(paragraph.first()).is_none()
        && words.contains(char::is_alphabetic);
    let role = if paragraph.characters() <= LONGEST_HEADLINE {
        Role::Headline
    } else if paragraph.alone && paragraphs.get(index + 1).is_some_and(Paragraph::ends_a_sentence) {
        Role::Standfirst
    } else {
        return None;
    };
    looks.then_some((index, role))
}

/// "BC-EU--Kosovo", "a0412": what a wire's machine calls the story.
fn is_slug(paragraph: &Paragraph<'_>) -> bool {
    let words = paragraph.first();
    !words.contains(char::is_whitespace) && words.contains(['-', '_', '/'])
        || !words.contains(char::is_alphabetic)
}

/// Whether the paragraph is a few words alone between others that are sentences.
fn is_crosshead(paragraphs: &[Paragraph<'_>], index: usize) -> bool {
    let paragraph = &paragraphs[index];
    let starts_well =
        paragraph.first().starts_with(|c: char| c.is_uppercase() || c.is_numeric() || "«“\"".contains(c));
    let ends_well = paragraph.last().ends_with(|c: char| c.is_alphanumeric() || "?»”".contains(c));
    paragraph.lines.len() == 1
        && !paragraph.item
        && starts_well
        && ends_well
        && !(paragraph.ends_a_sentence() && paragraph.first().starts_with(['«', '“', '"']))
        && paragraph.characters() <= LONGEST_CROSSHEAD
        && paragraphs
            .get(index + 1)
            .is_some_and(|next| next.ends_a_sentence() && next.characters() > LONGEST_CROSSHEAD)
        && !bylines::is_byline(paragraph.first())
        && datelines::dateline(paragraph.first()).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::Width;

    fn blocks(text: &str, expected: &[(Role, &str)]) {
        let article = article(&Source::new(text.into(), 0, Width::Utf8));
        let blocks = crate::read::blocks_of(&article);
        assert_eq!(blocks, expected, "{text}");
    }

    #[test]
    fn a_wire_story_is_told_from_what_surrounds_it() {
        blocks(
            "BC-EU--Pont\r\nEDS: Updates with mayor.\r\n\r\nLe pont rouvre lundi =\r\nPar Inès Caron=\r\n\r\nPARIS, 3 mars (LPM) - Le maire a annoncé hier la\r\nréouverture du pont.\r\n\r\n- un\r\n- deux\r\n\r\n[Le pont.]\r\n\r\nic/ar\r\n-30-\r\n",
            &[
                (Role::Note, "EDS: Updates with mayor."),
                (Role::Headline, "Le pont rouvre lundi"),
                (Role::Byline, "Par Inès Caron"),
                (Role::Dateline, "PARIS, 3 mars (LPM) -"),
                (Role::Paragraph, "Le maire a annoncé hier la réouverture du pont."),
                (Role::ListItem, "un"),
                (Role::ListItem, "deux"),
                (Role::Caption, "[Le pont.]"),
            ],
        );
    }

    #[test]
    fn a_first_sentence_is_no_headline() {
        blocks(
            "Le maire part.\n\nIl revient.\n",
            &[(Role::Paragraph, "Le maire part."), (Role::Paragraph, "Il revient.")],
        );
    }

    #[test]
    fn a_question_in_marks_can_be_the_headline() {
        blocks(
            "« Qui va payer la digue ? »\n\nLe quai a fermé.\n",
            &[(Role::Headline, "« Qui va payer la digue ? »"), (Role::Paragraph, "Le quai a fermé.")],
        );
    }

    #[test]
    fn long_lines_are_paragraphs() {
        let long = "Le maire a annoncé hier soir devant le conseil la réouverture du pont, qui était fermé depuis le mois de mai dernier.";
        blocks(&format!("{long}\n{long}\n"), &[(Role::Paragraph, long), (Role::Paragraph, long)]);
    }
}
