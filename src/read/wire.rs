//! What teleprinters sent, and agencies still do: IPTC 7901 and ANPA 1312.
//!
//! A header for machines (service, number, priority, slug) ends at "start of text", the story at "end of text"; what
//! stands behind is for machines again. Inside, dpa ends its heading at the first line with "=" at its end; the AP
//! marks each line that is no prose with "^" and indents each paragraph.

use std::sync::Arc;

use super::layer::Layer;
use super::{bylines, prose, roles, text};
use crate::article::{Article, Builder, Role};
use crate::place::Source;

const START_OF_HEADING: char = '\u{1}';
const START_OF_TEXT: char = '\u{2}';
const END_OF_TEXT: char = '\u{3}';
const SYNCHRONOUS_IDLE: char = '\u{16}';
/// Before a row of a table.
const BACKSPACE: char = '\u{8}';
/// The header is no longer than this.
const LONGEST_HEADER: usize = 600;

/// How what is said to editors starts, behind the story.
const NOT_FOR_PRINT: &[&str] = &[
    "\n# Notebook",
    "\n# dpa NOTEBOOK",
    "\n# Notizblock",
    "\nThe following information is not for publication",
    "\nThe following information is not intended for publication",
];

/// Whether a text starts as a wire's does.
pub(super) fn is_wire(text: &str) -> bool {
    let start = text.trim_start_matches(['\r', '\n', SYNCHRONOUS_IDLE]);
    start.starts_with(START_OF_HEADING) && body_start(start).is_some_and(|at| at <= LONGEST_HEADER)
}

/// The article that stands in `source` as a wire's text.
pub(super) fn article(source: &Arc<Source>) -> Article {
    let whole = source.text();
    let start = body_start(whole).unwrap_or(0);
    let end = whole[start..].find(END_OF_TEXT).map_or(whole.len(), |length| start + length);
    let end = NOT_FOR_PRINT
        .iter()
        .filter_map(|line| whole[start..end].find(line))
        .min()
        .map_or(end, |at| start + at);
    let layer = Layer::whole(source);
    let mut builder = Builder::new(Arc::clone(source));
    if whole[start..].starts_with('^') {
        marked_lines(&mut builder, &layer, start, end);
    } else {
        let body = heading(&mut builder, &layer, start, end);
        text::add_body(&mut builder, &layer.inner(body, end));
    }
    builder.finish()
}

fn body_start(text: &str) -> Option<usize> {
    text.find(START_OF_TEXT).map(|at| at + START_OF_TEXT.len_utf8())
}

/// The lines of `text` from `start` to `end`: where each starts and ends, without its line end.
fn lines(text: &str, start: usize, end: usize) -> impl Iterator<Item = (usize, usize)> {
    text[start..end].split_inclusive('\n').scan(start, |at, line| {
        let from = *at;
        *at += line.len();
        Some((from, from + line.trim_end_matches(['\r', '\n']).len()))
    })
}

/// Adds the lines up to the one that ends in "=": what kind of take it is, the headline, a byline. Where the story
/// starts behind them.
fn heading(builder: &mut Builder, layer: &Layer<'_>, start: usize, end: usize) -> usize {
    let text = layer.text();
    let mut heading: Vec<(usize, usize)> = Vec::new();
    for (from, to) in lines(text, start, end).take(8) {
        let words = text[from..to].trim_end();
        let last = words.ends_with('=');
        let to = from + words.trim_end_matches('=').trim_end().len();
        heading.push((from, to));
        if last {
            let is_byline = |&(from, to): &(usize, usize)| {
                text[from..to].starts_with("By ") || bylines::is_byline(&text[from..to])
            };
            let bylines = heading.iter().rev().take_while(|line| is_byline(line)).count();
            let Some(headline) = heading.len().checked_sub(bylines + 1) else { return start };
            for (index, &(from, to)) in heading.iter().enumerate().skip(headline) {
                let role = if index == headline { Role::Headline } else { Role::Byline };
                block(builder, layer, from, to, role);
            }
            return text[to..end].find('\n').map_or(end, |length| to + length + 1);
        }
    }
    start
}

/// Adds the lines of a text in which "^" marks each line that is no prose, and white space each that is.
fn marked_lines(builder: &mut Builder, layer: &Layer<'_>, start: usize, end: usize) {
    let text = layer.text();
    let mut headline = None;
    for (index, (from, to)) in lines(text, start, end).enumerate() {
        let line = &text[from..to];
        let opened = line.trim_start_matches(['^', ' ', '\t']);
        let closed = opened.trim_end().trim_end_matches(['<', '=', ' ']);
        let last = opened.trim_end().ends_with('=');
        let from = to - opened.len();
        let to = from + closed.len();
        if !line.starts_with('^') {
            if !line.starts_with(BACKSPACE) && closed.matches(';').count() < 4 {
                block(builder, layer, from, to, Role::Paragraph);
            }
            continue;
        }
        let role = match () {
            // "BC-EU--Kosovo, 1st Ld-Writethru,416": what the machines call the story.
            () if index == 0 => continue,
            () if bylines::is_byline(closed) => Role::Byline,
            () if builder.closed_blocks() > 0 && last && closed.starts_with("AP ") => Role::Byline,
            () if closed == "Associated Press" => Role::Byline,
            () if is_picture_list(closed) || roles::is_note(closed) => Role::Note,
            () if last => Role::Crosshead,
            // Some give the first paragraph once more, for mobile telephones.
            () if text[to..end].contains(closed) => continue,
            () if headline.is_none() => Role::Headline,
            () => Role::Standfirst,
        };
        headline = headline.or(Some(()).filter(|()| role == Role::Headline));
        block(builder, layer, from, to, role);
    }
}

/// "AP Photo XNP101, XNP102": the pictures that go with a story.
fn is_picture_list(words: &str) -> bool {
    words.split_whitespace().nth(1) == Some("Photo") && words.contains(|c: char| c.is_ascii_digit())
}

/// Adds a block. The AP's dash is "_" between spaces.
fn block(builder: &mut Builder, layer: &Layer<'_>, start: usize, end: usize, role: Role) {
    builder.open(role);
    let mut from = start;
    for (at, _) in layer.text()[start..end].match_indices(" _ ") {
        let dash = start + at + 1;
        prose::add(builder, layer, from, dash);
        layer.add_as(builder, "—", dash, dash + 1);
        from = dash + 1;
    }
    prose::add(builder, layer, from, end);
    roles::close(builder);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::Width;

    fn blocks(text: &str, expected: &[(Role, &str)]) {
        assert!(is_wire(text));
        let article = article(&Source::new(text.into(), 0, Width::Utf8));
        let blocks = crate::read::blocks_of(&article);
        assert_eq!(blocks, expected, "{text}");
    }

    #[test]
    fn the_header_and_what_stands_behind_the_story_are_for_machines() {
        blocks(
            "\u{1}lpm0412 4 i 211  lpm 061\r\n\nFrance/ponts/\r\n\u{2}1ST LEAD\nThe old bridge reopens\nBy Leo Vidal, LPM =\r\n\n   \
             Paris (lpm) - The mayor said the bridge reopens on\r\nMonday at the latest.\r\n\n   He leaves.\r\n\n# Notebook\r\n\n- [pier](x)\r\n\u{3}012130 GMT Mar 26\r\n",
            &[
                (Role::Headline, "The old bridge reopens"),
                (Role::Byline, "By Leo Vidal, LPM"),
                (Role::Dateline, "Paris (lpm) -"),
                (Role::Paragraph, "The mayor said the bridge reopens on Monday at the latest."),
                (Role::Paragraph, "He leaves."),
            ],
        );
    }

    #[test]
    fn lines_marked_for_machines_have_their_roles() {
        blocks(
            "\u{16}\u{16}\u{1}W2870\u{1f}_lpm\r\nf l\u{13}\u{11} BC-FR--Bridge    03-01 0049\r\n\u{2}^BC-FR--Bridge, 1st Ld,46<\r\n\
             ^The old bridge reopens<\r\n^LPM Photo XNP101<\r\n^It is low.<\r\n^Eds: With photos.<\r\n^By LEO VIDAL=\r\n^Associated Press=\r\n\
             \t   PARIS (LPM) _ The mayor _ who leaves _ said so.\r\n \r\n^THE RIVER=\r\n\u{8}Seine;1;2;3;4\r\n\t   It is low.\r\n\r\n\t   \u{3}LPM-03-01-26 0423GMT<\r\n",
            &[
                (Role::Headline, "The old bridge reopens"),
                (Role::Note, "LPM Photo XNP101"),
                (Role::Note, "Eds: With photos."),
                (Role::Byline, "By LEO VIDAL"),
                (Role::Byline, "Associated Press"),
                (Role::Dateline, "PARIS (LPM) —"),
                (Role::Paragraph, "The mayor — who leaves — said so."),
                (Role::Crosshead, "THE RIVER"),
                (Role::Paragraph, "It is low."),
            ],
        );
    }
}
