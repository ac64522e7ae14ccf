//! The way back from an article's text to the bytes of its file: one structure for all formats.
//!
//! A file's bytes are decoded to a [`Source`] (the whole file as text); a reader takes from it the pieces
//! that are prose, some as they stand and some replaced (`&eacute;` by "é"), and notes each in [`Places`].
//! Going back therefore takes two steps: text to source by the pieces, source to file by the encoding.

use std::sync::{Arc, OnceLock};

use crate::span::{Place, Position, Span};

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

/// A piece of the text and the stretch of the source that it comes from.
#[derive(Clone, Copy, Debug)]
struct Piece {
    text: u32,
    source: u32,
    /// Bytes of source; as many of the text where the piece stands there letter by letter.
    length: u32,
    verbatim: bool,
}

/// A stretch of a text that comes from one stretch of its source.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stretch {
    /// Bytes of the text.
    pub(crate) text: Span,
    /// Bytes of the source.
    pub(crate) source: (usize, usize),
    /// Whether it stands in the source letter by letter.
    pub(crate) verbatim: bool,
}

/// From the text of an article to its source, piece by piece, in the order of the text.
#[derive(Clone, Debug, Default)]
pub struct Places {
    pieces: Vec<Piece>,
}

impl Places {
    /// Notes that the text from `text` on is that of the source from `source` on, for `length` bytes.
    pub fn verbatim(&mut self, text: usize, source: usize, length: usize) {
        if let Some(last) = self.pieces.last_mut().filter(|last| {
            last.verbatim
                && (last.source + last.length) as usize == source
                && (last.text + last.length) as usize == text
        }) {
            last.length += length as u32;
        } else {
            self.pieces.push(Piece {
                text: text as u32,
                source: source as u32,
                length: length as u32,
                verbatim: true,
            });
        }
    }

    /// Notes that the text from `text` on stands for `length` bytes of the source at `source`: an entity, an
    /// escape, a break that the mark-up makes (length 0).
    pub fn replaced(&mut self, text: usize, source: usize, length: usize) {
        self.pieces.push(Piece {
            text: text as u32,
            source: source as u32,
            length: length as u32,
            verbatim: false,
        });
    }

    /// Forgets the pieces from byte `text` of the text on.
    pub(crate) fn cut(&mut self, text: usize) {
        let keep = self.pieces.partition_point(|piece| (piece.text as usize) < text);
        self.pieces.truncate(keep);
        if let Some(last) = self.pieces.last_mut().filter(|last| last.verbatim) {
            last.length = last.length.min(text as u32 - last.text);
        }
    }

    /// Moves the pieces from byte `text` of the text on `length` bytes back: room for a blank line.
    pub(crate) fn make_room(&mut self, text: usize, length: usize) {
        let first = self.pieces.partition_point(|piece| (piece.text as usize) < text);
        for piece in &mut self.pieces[first..] {
            piece.text += length as u32;
        }
        let Some(before) = first.checked_sub(1).map(|index| &mut self.pieces[index]) else { return };
        let into = text as u32 - before.text;
        if before.verbatim && into < before.length {
            let rest = Piece {
                text: (text + length) as u32,
                source: before.source + into,
                length: before.length - into,
                verbatim: true,
            };
            before.length = into;
            self.pieces.insert(first, rest);
        }
    }

    /// The pieces that `span` of the text is made of, cut to it, in the order of the text.
    pub(crate) fn pieces(&self, span: Span) -> impl Iterator<Item = Stretch> {
        let first =
            self.pieces.partition_point(|piece| piece.text as usize <= span.start()).saturating_sub(1);
        let next_texts = self.pieces.iter().skip(first + 1).map(|piece| piece.text as usize);
        let ends = next_texts.chain(std::iter::once(usize::MAX));
        self.pieces[first.min(self.pieces.len())..]
            .iter()
            .zip(ends)
            .take_while(move |(piece, _)| (piece.text as usize) < span.end())
            .filter_map(move |(piece, next)| {
                let (text, source) = (piece.text as usize, piece.source as usize);
                let length = piece.length as usize;
                let end = if piece.verbatim { next.min(text + length) } else { next };
                let (from, to) = (text.max(span.start()), end.min(span.end()));
                (from < to).then(|| Stretch {
                    text: Span::between(from, to),
                    source: if piece.verbatim {
                        (source + from - text, source + to - text)
                    } else {
                        (source, source + length)
                    },
                    verbatim: piece.verbatim,
                })
            })
    }

    /// The stretch of the source that `span` of the text comes from. Mark-up between its words is in it,
    /// mark-up before and behind them isn't.
    pub fn in_source(&self, span: Span) -> (usize, usize) {
        let start = self.start_in_source(span.start());
        let end = if span.is_empty() { start } else { self.end_in_source(span.end()) };
        (start, end.max(start))
    }

    fn start_in_source(&self, offset: usize) -> usize {
        match self.pieces.partition_point(|piece| piece.text as usize <= offset) {
            0 => 0,
            n => {
                let piece = self.pieces[n - 1];
                let into = offset - piece.text as usize;
                (piece.source as usize) + if piece.verbatim { into.min(piece.length as usize) } else { 0 }
            }
        }
    }

    fn end_in_source(&self, offset: usize) -> usize {
        match self.pieces.partition_point(|piece| (piece.text as usize) < offset) {
            0 => 0,
            n => {
                let piece = self.pieces[n - 1];
                let into = offset - piece.text as usize;
                let length = piece.length as usize;
                (piece.source as usize) + if piece.verbatim { into.min(length) } else { length }
            }
        }
    }

    /// The bytes of the file that `span` of the text comes from.
    pub fn in_file(&self, source: &Source, span: Span) -> Place {
        let (start, end) = self.in_source(span);
        source.place(start, end)
    }

    /// Line and column where `span` starts, and where it ends (the column behind its last character).
    pub fn positions(&self, source: &Source, span: Span) -> (Position, Position) {
        let (start, end) = self.in_source(span);
        (source.position(start), source.position(end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_replaced_piece_leads_back_to_the_whole_entity() {
        let source = Source::new("<p>L'&eacute;t&eacute;</p>".into(), 0, Width::Utf8);
        let mut places = Places::default();
        places.verbatim(0, 3, 2);
        places.replaced(2, 5, 8);
        places.verbatim(4, 13, 1);
        places.replaced(5, 14, 8);
        let text = "L'été";
        let place = places.in_file(&source, Span::new(text, 2, 7).expect("été"));
        assert_eq!(&source.text()[place.start..place.end], "&eacute;t&eacute;");
    }

    #[test]
    fn columns_count_characters_and_places_count_bytes() {
        let text = "Été à Évreux : il aurait fui.";
        let source = Source::new(text.into(), 3, Width::Utf8);
        let mut places = Places::default();
        places.verbatim(0, 0, text.len());
        let at = text.find("aurait").expect("there");
        let span = Span::between(at, at + 6);
        assert_eq!(places.positions(&source, span).0, Position { line: 1, column: 19 });
        assert_eq!(places.in_file(&source, span).start, at + 3);
    }

    #[test]
    fn one_byte_a_character_in_windows_1252() {
        let source = Source::new("à\r\nété".into(), 0, Width::Single);
        let mut places = Places::default();
        places.verbatim(0, 4, 5);
        let place = places.in_file(&source, Span::new("été", 2, 5).expect("té"));
        assert_eq!(place, Place { start: 4, end: 6 });
    }

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
