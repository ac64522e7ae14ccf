//! A whole file as text: which bytes of the file a place of it is, and in which line and column.
//!
//! Lines and columns are counted from marks that stand at the head of each line and every few thousand bytes of a long
//! one.

use std::sync::{Arc, OnceLock};

use crate::span::{Place, Position};

/// How many bytes of the file a character of the decoded source takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Width {
    /// UTF-8: as many as in the source.
    Utf8,
    /// One byte a character (Windows-1252, ISO-8859-15, MacRoman).
    Single,
    /// UTF-16: two or four.
    Utf16,
}

impl Width {
    fn bytes(self, text: &str) -> usize {
        match self {
            Width::Utf8 => text.len(),
            Width::Single => text.chars().count(),
            Width::Utf16 => 2 * text.encode_utf16().count(),
        }
    }
}

/// A point of the source that counting starts from: the head of a line, or of a stretch of a long one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Mark {
    /// Bytes of the text before it.
    text: usize,
    /// Bytes of the file before it.
    file: usize,
    /// Its line, from 0.
    line: usize,
    /// Where that line starts in the text.
    head: usize,
    /// Characters of that line before it.
    characters: usize,
}

/// The most bytes between two marks, so that no place costs more to find in a file that is one line.
const STRETCH: usize = 4096;

/// A whole file as text, with its lines: what places, lines and columns are counted in.
#[derive(Debug)]
pub struct Source {
    text: String,
    /// Bytes before the text in the file: a byte order mark.
    skipped: usize,
    width: Width,
    /// Made when a line or column is first asked for; an article without findings never does.
    marks: OnceLock<Vec<Mark>>,
}

impl Source {
    /// The source whose text stands in the file behind `skipped` bytes (the byte order mark).
    pub fn new(text: String, skipped: usize, width: Width) -> Arc<Self> {
        Arc::new(Self { text, skipped, width, marks: OnceLock::new() })
    }

    /// The file as text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the file at `offset` of the text.
    fn file_offset(&self, offset: usize) -> usize {
        if self.width == Width::Utf8 {
            return offset + self.skipped;
        }
        let mark = self.mark_before(offset);
        mark.file + self.width.bytes(&self.text[mark.text..offset])
    }

    /// The bytes of the file at `start..end` of the text.
    pub fn place(&self, start: usize, end: usize) -> Place {
        Place { start: self.file_offset(start), end: self.file_offset(end) }
    }

    /// Column at `offset` of the text, from 1, in bytes of its line.
    pub fn byte_column(&self, offset: usize) -> usize {
        offset - self.mark_before(offset).head + 1
    }

    /// Line and column at `offset` of the text.
    pub fn position(&self, offset: usize) -> Position {
        let mark = self.mark_before(offset);
        let column = mark.characters + self.text[mark.text..offset].chars().count() + 1;
        Position { line: mark.line + 1, column }
    }

    /// The last mark at or before `offset`.
    fn mark_before(&self, offset: usize) -> Mark {
        let marks = self.marks.get_or_init(|| marks(&self.text, self.skipped, self.width));
        marks[marks.partition_point(|mark| mark.text <= offset) - 1]
    }
}

/// The heads of the lines, and of the stretches of long ones, in the order of the text.
fn marks(text: &str, skipped: usize, width: Width) -> Vec<Mark> {
    let mut mark = Mark { text: 0, file: skipped, line: 0, head: 0, characters: 0 };
    let mut marks = vec![mark];
    for start in line_starts(text).chain([text.len()]) {
        while start - mark.text > STRETCH {
            mark = behind(mark, boundary_at(text, mark.text + STRETCH), text, width);
            marks.push(mark);
        }
        mark = Mark { line: mark.line + 1, head: start, characters: 0, ..behind(mark, start, text, width) };
        marks.push(mark);
    }
    marks.pop();
    marks
}

/// The last boundary between characters up to `offset`.
fn boundary_at(text: &str, offset: usize) -> usize {
    (0..=offset).rev().find(|&at| text.is_char_boundary(at)).unwrap_or_default()
}

/// The mark at `offset` of the text, farther on in the line of `mark`.
fn behind(mark: Mark, offset: usize, text: &str, width: Width) -> Mark {
    let stretch = &text[mark.text..offset];
    Mark {
        text: offset,
        file: mark.file + width.bytes(stretch),
        line: mark.line,
        head: mark.head,
        characters: mark.characters + stretch.chars().count(),
    }
}

/// Where each line but the first starts: after "\n", "\r\n", or a lone "\r".
fn line_starts(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    memchr::memchr2_iter(b'\n', b'\r', bytes)
        .filter(|&at| bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'))
        .map(|at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_a_line_of_any_length_is_counted_from_near_by() {
        let text = "é".repeat(3 * STRETCH) + "\r\nété";
        for (width, bytes) in [(Width::Utf8, 2), (Width::Single, 1), (Width::Utf16, 2)] {
            let source = Source::new(text.clone(), 0, width);
            for letters in [0, 1, STRETCH / 2, STRETCH, 2 * STRETCH + 1, 3 * STRETCH] {
                assert_eq!(source.position(2 * letters), Position { line: 1, column: letters + 1 });
                assert_eq!(source.file_offset(2 * letters), bytes * letters);
                assert_eq!(source.byte_column(2 * letters), 2 * letters + 1);
            }
            assert_eq!(source.position(text.len()), Position { line: 2, column: 4 });
            let farthest = marks(&text, 0, width).windows(2).map(|pair| pair[1].text - pair[0].text).max();
            assert!(farthest <= Some(STRETCH));
        }
    }
}
