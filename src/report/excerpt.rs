//! The sentence of a finding as a terminal shows it: at most three lines, the found words in them.
//!
//! Newspaper paragraphs are lines of 900 characters, so the sentence is wrapped anew; where it is longer than three
//! lines, those around the found words are kept and "…" stands for the rest. Characters that steer a terminal are
//! made visible first, and every range is moved along.

use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use super::visible::{moved, shown_with_moves};

/// How many lines of a terminal a sentence may take.
const LINES: usize = 3;

/// A sentence wrapped, and ranges of it found again.
pub(super) struct Window {
    /// The lines, with line feeds between them.
    pub(super) text: String,
    /// How many there are.
    pub(super) lines: usize,
    kept: Vec<Kept>,
    moves: Vec<u32>,
}

/// A line of the sentence, and where it went.
struct Kept {
    from: Range<usize>,
    to: usize,
}

impl Window {
    /// `sentence` in lines of at most `width` columns, so that what stands at `words` can be seen.
    pub(super) fn new(sentence: &str, words: &Range<usize>, width: usize) -> Self {
        let (text, moves) = shown_with_moves(sentence);
        let words = moved(&moves, words);
        let lines = wrapped(&text, width.saturating_sub(2).max(8));
        let line_of = |offset: usize| lines.partition_point(|line| line.start <= offset).saturating_sub(1);
        let (first, last) = (line_of(words.start), line_of(words.end.max(words.start + 1) - 1));
        let above = usize::from(last - first < LINES - 1);
        let top = first.saturating_sub(above).min(lines.len().saturating_sub(LINES));
        let shown = &lines[top..(top + LINES).min(lines.len())];
        let mut window = Self { text: String::new(), lines: shown.len(), kept: Vec::new(), moves };
        for (index, line) in shown.iter().enumerate() {
            window.text.push_str(if index > 0 {
                "\n"
            } else if top > 0 {
                "… "
            } else {
                ""
            });
            window.kept.push(Kept { from: line.clone(), to: window.text.len() });
            window.text.push_str(&text[line.clone()]);
        }
        if top + shown.len() < lines.len() {
            window.text.push_str(" …");
        }
        window
    }

    /// Where the bytes `range` of the sentence can be seen, line by line; nowhere where they were cut off.
    pub(super) fn ranges(&self, range: &Range<usize>) -> Vec<Range<usize>> {
        let range = moved(&self.moves, range);
        let piece = |line: &Kept| {
            let start = range.start.max(line.from.start);
            let end = range.end.min(line.from.end);
            (start < end).then(|| start - line.from.start + line.to..end - line.from.start + line.to)
        };
        self.kept.iter().filter_map(piece).collect()
    }
}

/// The lines of `text`, broken at spaces, none wider than `width` columns; without the spaces between them.
fn wrapped(text: &str, width: usize) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let (mut start, mut columns) = (0, 0);
    let mut space: Option<usize> = None;
    for (at, character) in text.char_indices() {
        let wide = character.width().unwrap_or(0);
        if columns + wide > width && at > start {
            // No space: a word wider than the line, or a language that writes none.
            let end = space.filter(|&space| space > start).unwrap_or(at);
            lines.push(start..end);
            start = if text[end..].starts_with(' ') { end + 1 } else { end };
            columns = text.get(start..at).unwrap_or_default().chars().filter_map(char::width).sum();
            space = None;
            if at < start {
                continue;
            }
        }
        if character == ' ' {
            space = Some(at);
        }
        columns += wide;
    }
    lines.push(start..text.len());
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(sentence: &str, words: &str, width: usize) -> (String, Vec<String>) {
        let at = sentence.find(words).expect("the words are in the sentence");
        let range = at..at + words.len();
        let window = Window::new(sentence, &range, width);
        let found = window.ranges(&range).into_iter().map(|range| window.text[range].to_owned()).collect();
        (window.text, found)
    }

    #[test]
    fn a_short_sentence_is_whole() {
        let (text, found) = window("Le suspect aurait fui.", "aurait fui", 40);
        assert_eq!(text, "Le suspect aurait fui.");
        assert_eq!(found, ["aurait fui"]);
    }

    #[test]
    fn a_long_sentence_is_cut_around_the_words() {
        let sentence =
            format!("{} le suspect aurait fui {}.", "très ".repeat(60).trim(), "loin ".repeat(60).trim());
        let (text, found) = window(&sentence, "aurait fui", 40);
        assert_eq!(text.lines().count(), 3);
        assert!(text.starts_with("… ") && text.ends_with(" …"));
        assert!(text.lines().all(|line| line.chars().count() <= 40));
        assert_eq!(found.concat().replace('\n', " ").replace("auraitfui", "aurait fui"), "aurait fui");
    }

    #[test]
    fn what_steers_a_terminal_is_made_visible_and_the_words_are_found_behind_it() {
        let (text, found) = window("Il\u{202e} a \u{1b}[2J aurait fui.", "aurait", 60);
        assert!(!text.contains('\u{202e}') && !text.contains('\u{1b}'));
        assert_eq!(found, ["aurait"]);
    }

    #[test]
    fn wide_characters_count_twice() {
        let (text, found) = window(&"記者".repeat(40), "記者", 22);
        assert!(text.lines().all(|line| line.chars().filter(|&c| c != '…' && c != ' ').count() <= 10));
        assert_eq!(found, ["記者"]);
    }
}
