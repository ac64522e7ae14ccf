//! The way back from an article's text to the bytes of its file: one structure for all formats.
//!
//! A file's bytes are decoded to a [`Source`] (the whole file as text); a reader takes from it the pieces
//! that are prose, some as they stand and some replaced (`&eacute;` by "é"), and notes each in [`Places`].
//! Going back therefore takes two steps: text to source by the pieces, source to file by the encoding.

mod source;

pub use source::{Source, Width};

use crate::span::{Place, Position, Span};

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
}
