//! Text for people in lines that fit the terminal, and words in it that stand out.

use std::ops::Range;

use owo_colors::Style;
use unicode_width::UnicodeWidthStr;

use crate::report::visible::shown;
use crate::report::{Colour, Look};

/// How words stand out where there is no colour: `**so**`.
const MARK: &str = "**";

/// `text` in lines of at most the look's width, each indented by `indent` columns; its own line breaks stay.
pub(super) fn wrapped(text: &str, indent: usize, look: Look) -> String {
    let mut lines = String::new();
    for line in text.lines() {
        let mut column = 0;
        lines.push_str(&" ".repeat(indent));
        for word in line.split(' ').filter(|word| !word.is_empty()) {
            let width = visible(word).width();
            if column > 0 && indent + column + 1 + width > look.width {
                lines.push('\n');
                lines.push_str(&" ".repeat(indent));
                column = 0;
            }
            if column > 0 {
                lines.push(' ');
                column += 1;
            }
            lines.push_str(word);
            column += width;
        }
        lines.truncate(lines.trim_end_matches(' ').len());
        lines.push('\n');
    }
    lines
}

/// `word` without escape sequences of colour.
fn visible(word: &str) -> String {
    let mut visible = String::new();
    for (index, piece) in word.split('\u{1b}').enumerate() {
        visible.push_str(match index {
            0 => piece,
            _ => piece.split_once('m').map_or("", |(_, rest)| rest),
        });
    }
    visible
}

/// `text` with `found`, in order and apart from one another, standing out.
pub(super) fn marked(text: &str, found: &[Range<usize>], look: Look) -> String {
    let mut marked = String::new();
    let mut from = 0;
    for range in found {
        marked.push_str(&shown_lines(&text[from..range.start]));
        marked.push_str(&standing_out(&shown_lines(&text[range.clone()]), look));
        from = range.end;
    }
    marked.push_str(&shown_lines(&text[from..]));
    marked
}

/// `text` with what steers a terminal made visible, its line breaks left alone.
fn shown_lines(text: &str) -> String {
    text.split('\n').map(|line| shown(line.trim_end_matches('\r'))).collect::<Vec<_>>().join("\n")
}

/// Words that stand out: in colour bold and underlined, word by word so that lines can break between them.
fn standing_out(words: &str, look: Look) -> String {
    match look.colour {
        Colour::Plain => format!("{MARK}{words}{MARK}"),
        Colour::Coloured => {
            let style = Style::new().bold().underline();
            let word = |word: &str| match word.is_empty() {
                true => String::new(),
                false => style.style(word).to_string(),
            };
            words.split(' ').map(word).collect::<Vec<_>>().join(" ")
        }
    }
}

/// A heading.
pub(super) fn heading(text: &str, look: Look) -> String {
    match look.colour {
        Colour::Plain => text.to_owned(),
        Colour::Coloured => Style::new().bold().style(text).to_string(),
    }
}

/// Where in `text` each of `words` stands, one behind the other; those that don't stand there are left out.
pub(super) fn places(text: &str, words: &[String]) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    let mut from = 0;
    for words in words {
        if let Some(at) = text[from..].find(words.as_str()) {
            places.push(from + at..from + at + words.len());
            from += at + words.len();
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    const NARROW: Look = Look { colour: Colour::Plain, width: 20 };

    #[test]
    fn lines_break_between_words_and_are_indented() {
        assert_eq!(
            wrapped("Critics say the bridge will fall.", 2, NARROW),
            "  Critics say the\n  bridge will fall.\n"
        );
    }

    #[test]
    fn found_words_stand_out() {
        let places = places("Critics say so.", &["Critics".into(), "absent".into()]);
        assert_eq!(marked("Critics say so.", &places, NARROW), "**Critics** say so.");
    }
}
