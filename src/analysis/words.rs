//! The words of an article: where each stands, what it looks like, and its folded form.

use std::ops::Range;

use crate::span::Span;
use crate::work;

/// What a word looks like.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Shape {
    /// All in small letters: "selon".
    Lower,
    /// A capital first: "Ruiz".
    Capitalised,
    /// Capitals alone, two or more letters: "OTAN".
    Upper,
    /// Capitals elsewhere: "McCoy", "iPhone".
    Mixed,
    /// Starts with a digit: "12", "1,5", "3e".
    Number,
    /// One mark of punctuation or sign: "«", ",", "%".
    Mark,
}

/// One word, number or mark of the text. Elided words and clitics stand alone: "l'", "a", "-t-il"; in English the
/// possessive "'s" too.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// What it looks like.
    pub shape: Shape,
    /// Whether no white space stands between it and the word before.
    pub joined: bool,
    /// Its folded form, in [`Words::folded`].
    pub(crate) folded: (u32, u16),
}

/// The words of an article, in order, with their folded forms (small letters, straight apostrophes, œ as oe).
#[derive(Clone, Default, Debug)]
pub struct Words {
    list: Vec<Word>,
    /// The whole text with the capitals of ASCII made small, in which plain words stand where they stand in the text;
    /// behind it the folded forms of all others.
    folded: String,
}

impl Words {
    /// No words yet of `text`.
    pub(crate) fn of(text: &str) -> Self {
        // Words of news are five letters long, and a space.
        Self { list: Vec::with_capacity(text.len() / 6), folded: text.to_ascii_lowercase() }
    }

    /// The words, in the order of the text.
    #[inline]
    pub fn list(&self) -> &[Word] {
        &self.list
    }

    /// The folded form of word `index`: "l'" of "L’". Empty where there's no such word.
    #[inline]
    pub fn folded(&self, index: usize) -> &str {
        work::look();
        self.list.get(index).map_or("", |word| {
            let start = word.folded.0 as usize;
            &self.folded[start..start + word.folded.1 as usize]
        })
    }

    /// Adds a word whose folded form `fold` writes.
    pub(crate) fn push(&mut self, span: Span, shape: Shape, joined: bool, fold: impl FnOnce(&mut String)) {
        let start = self.folded.len();
        fold(&mut self.folded);
        let length = u16::try_from(self.folded.len() - start).unwrap_or_else(|_| {
            // A "word" of over 65,535 bytes is no word that a list knows.
            self.folded.truncate(start);
            0
        });
        self.list.push(Word { span, shape, joined, folded: (start as u32, length) });
    }

    /// Adds a word of letters and digits of ASCII alone, or one mark of it.
    pub(crate) fn push_plain(&mut self, span: Span, shape: Shape, joined: bool) {
        let length = u16::try_from(span.len()).unwrap_or(0);
        self.list.push(Word { span, shape, joined, folded: (span.start() as u32, length) });
    }

    /// The indices of the words that start in `span`.
    pub fn within(&self, span: Span) -> Range<usize> {
        let first = self.list.partition_point(|word| word.span.start() < span.start());
        first..self.first_from(first, span.end())
    }

    /// The index of the first word, from word `from` on, that starts at byte `offset` or behind it. Most spans hold few
    /// words: strides that double find their end sooner than halving the article does.
    fn first_from(&self, from: usize, offset: usize) -> usize {
        let behind = &self.list[from..];
        let mut stride = 1;
        while behind.get(stride - 1).is_some_and(|word| word.span.start() < offset) {
            stride *= 2;
        }
        let (near, far) = (stride / 2, behind.len().min(stride));
        from + near + behind[near..far].partition_point(|word| word.span.start() < offset)
    }
}
