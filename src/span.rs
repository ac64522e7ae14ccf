//! A stretch of an article's text, and where it stands in the file.
//!
//! A [`Span`] counts bytes of the text as `selon` reads it; a [`Place`] counts bytes of the file as it is on
//! disk. Only [`crate::place`] goes from one to the other. A span never splits a character: it can be made
//! from a text, which is checked, or out of spans that were.

use std::fmt;
use std::ops::Range;

use crate::work;

/// A stretch of an article's text: bytes, end exclusive, both ends on character boundaries of that text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The stretch `start..end` of `text`, or nothing where it leaves the text, runs backwards or splits a
    /// character. In "Été", `0..2` is the letter "É" and `0..1` is nothing.
    pub fn new(text: &str, start: usize, end: usize) -> Option<Self> {
        (u32::try_from(end).is_ok() && text.get(start..end).is_some()).then(|| Self::between(start, end))
    }

    /// The stretch from one boundary to another that the caller has from a text or from other spans.
    pub(crate) fn between(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span runs forwards: {start}..{end}");
        Self { start: start as u32, end: end.max(start) as u32 }
    }

    /// First byte.
    #[inline]
    pub fn start(self) -> usize {
        work::look();
        self.start as usize
    }

    /// The byte behind the last one.
    #[inline]
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    #[inline]
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether nothing stands in it.
    #[inline]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// As a range of bytes.
    #[inline]
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// The words that stand there. `text` is the text that the span was made from; of another one, the empty text
    /// where the span doesn't fit.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// Whether every byte of `other` lies in it.
    #[inline]
    pub fn contains(self, other: Self) -> bool {
        work::look();
        self.start <= other.start && other.end <= self.end
    }

    /// Whether they share a byte.
    #[inline]
    pub fn overlaps(self, other: Self) -> bool {
        work::look();
        self.start < other.end && other.start < self.end
    }

    /// The shortest stretch that holds both.
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// What both share, or nothing where they don't overlap.
    pub fn common(self, other: Self) -> Option<Self> {
        self.overlaps(other)
            .then(|| Self { start: self.start.max(other.start), end: self.end.min(other.end) })
    }

    /// The same stretch without the white space at its ends.
    pub fn trimmed(self, text: &str) -> Self {
        let words = self.of(text);
        let start = self.start() + (words.len() - words.trim_start().len());
        Self::between(start, start + words.trim().len())
    }
}

/// Stretches of one text, asked whether something lies in one of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Covered {
    /// In the order of the text, each with the farthest end of those up to it.
    spans: Vec<(u32, u32)>,
}

impl Covered {
    /// The stretches of a text, in any order; they may overlap.
    pub(crate) fn by(spans: impl Iterator<Item = Span>) -> Self {
        let mut spans: Vec<_> = spans.map(|span| (span.start, span.end)).collect();
        spans.sort_unstable();
        let mut farthest = 0;
        for (_, end) in &mut spans {
            farthest = farthest.max(*end);
            *end = farthest;
        }
        Self { spans }
    }

    /// Whether every byte of `span` lies in one of them.
    pub(crate) fn holds(&self, span: Span) -> bool {
        let before = self.spans.partition_point(|&(start, _)| start <= span.start);
        before > 0 && span.end <= self.spans[before - 1].1
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}..{}", self.start, self.end)
    }
}

/// A stretch of a file as it is on disk: bytes, end exclusive, in the file's own encoding.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Place {
    /// First byte.
    pub start: usize,
    /// The byte behind the last one.
    pub end: usize,
}

/// A point of a file as an editor shows it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in Unicode scalar values.
    pub column: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_splits_no_character() {
        assert!(Span::new("Été", 0, 2).is_some());
        assert!(Span::new("Été", 0, 1).is_none());
        assert!(Span::new("Été", 0, 9).is_none());
    }

    #[test]
    fn what_lies_in_a_longer_stretch_before_is_covered() {
        let covered =
            Covered::by([(10, 12), (0, 30), (40, 50)].map(|(from, to)| Span::between(from, to)).into_iter());
        let holds = |from, to| covered.holds(Span::between(from, to));
        assert!(holds(11, 20) && holds(0, 30) && holds(41, 42));
        assert!(!holds(29, 31) && !holds(31, 32) && !holds(45, 51));
    }

    #[test]
    fn trimming_keeps_the_words() {
        let text = "«\u{a0}oui\u{a0}»";
        let inner = Span::between(2, text.len() - 2);
        assert_eq!(inner.trimmed(text).of(text), "oui");
    }
}
