//! A text that lies inside a file: HTML inside a JSON string, a paragraph inside CDATA, a title in front matter.
//!
//! It is a text of its own with the way back to the whole file, so that the reader of what is inside needn't know
//! what is outside. The outermost layer is the file itself.

use std::borrow::Cow;

use crate::article::Builder;
use crate::place::{Places, Source};
use crate::span::Span;

/// A text and where in the file's [`Source`] each piece of it stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Layer<'a> {
    text: Cow<'a, str>,
    places: Places,
}

impl<'a> Layer<'a> {
    /// The whole file.
    pub(super) fn whole(source: &'a Source) -> Self {
        Self::part(source.text(), 0, source.text().len())
    }

    /// The part `start..end` of the file's text.
    pub(super) fn part(file: &'a str, start: usize, end: usize) -> Self {
        let text = file.get(start..end).unwrap_or_default();
        let mut places = Places::default();
        places.verbatim(0, start, text.len());
        Self { text: Cow::Borrowed(text), places }
    }

    /// The same places for a text of the same length: one in which stretches are masked.
    pub(super) fn with_text(&self, text: Cow<'a, str>) -> Self {
        debug_assert_eq!(text.len(), self.text.len(), "places are those of the text before");
        Self { text, places: self.places.clone() }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Adds the text `start..end` of another layer of the same file.
    pub(super) fn push_from(&mut self, other: &Layer<'_>, start: usize, end: usize) {
        let Some(span) = Span::new(&other.text, start, end).filter(|span| !span.is_empty()) else { return };
        for stretch in other.places.pieces(span) {
            let (from, to) = stretch.source;
            if stretch.verbatim {
                self.places.verbatim(self.text.len(), from, to - from);
            } else {
                self.places.replaced(self.text.len(), from, to - from);
            }
            self.text.to_mut().push_str(stretch.text.of(&other.text));
        }
    }

    /// Adds `words` that stand for the file's text `start..end`.
    pub(super) fn push_as(&mut self, words: &str, start: usize, end: usize) {
        if !words.is_empty() {
            self.places.replaced(self.text.len(), start, end.saturating_sub(start));
            self.text.to_mut().push_str(words);
        }
    }

    /// The part `start..end` of this text as one of its own.
    pub(super) fn inner(&self, start: usize, end: usize) -> Layer<'static> {
        let mut inner = Layer::default();
        inner.push_from(self, start, end);
        inner
    }

    /// The bytes of the file's text at `start..end`.
    pub(super) fn in_source(&self, start: usize, end: usize) -> (usize, usize) {
        self.places.in_source(Span::between(start, end.max(start)))
    }

    /// Adds the text `start..end` to the article.
    pub(super) fn add(&self, builder: &mut Builder, start: usize, end: usize) {
        if start >= end {
            return;
        }
        for stretch in self.places.pieces(Span::between(start, end)) {
            let (from, to) = stretch.source;
            if stretch.verbatim {
                builder.verbatim(from, to);
            } else {
                builder.replaced(stretch.text.of(&self.text), from, to);
            }
        }
    }

    /// Adds `words` to the article that stand for the text `start..end`.
    pub(super) fn add_as(&self, builder: &mut Builder, words: &str, start: usize, end: usize) {
        let (from, to) = self.in_source(start, end);
        builder.replaced(words, from, to);
    }
}
