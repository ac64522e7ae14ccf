//! Finds where sentences end, block by block.
//!
//! A sentence ends behind ".", "!", "?" or "…" and the marks that close there, where what follows starts one. It doesn't end behind
//! a title or an abbreviation (« M. Dupont »), an initial ("J. K. Rowling"), before a small letter, nor inside a
//! quotation; behind a quotation that ends in such a mark it ends unless the words that follow carry it on.

use foldhash::HashSet;

use crate::analysis::{Quotation, Sentence, Shape, Words};
use crate::article::Article;
use crate::language::Grammar;
use crate::span::Span;

/// A sentence of so many words ends in any case, and a quotation of more is cut too: what looks at a sentence for
/// each finding in it takes time in proportion to the text, also where a file is one sentence.
const LONGEST: usize = 1000;

/// The sentences, in the order of the text. Every word of the article stands in exactly one.
pub(super) fn sentences(
    article: &Article,
    words: &Words,
    quotations: &[Quotation],
    grammar: &dyn Grammar,
) -> Vec<Sentence> {
    let abbreviations = &grammar.spelling().abbreviations;
    let text = Text { text: article.text(), words, quotations, abbreviations, grammar };
    let mut sentences = Vec::new();
    let mut quotation = 0;
    for (block, found) in article.blocks().iter().enumerate() {
        let range = words.within(found.span);
        let mut start = range.start;
        let mut index = range.start;
        while index < range.end {
            let at = words.list()[index].span.start();
            while quotations.get(quotation).is_some_and(|quotation| quotation.span.end() <= at) {
                quotation += 1;
            }
            let inside = quotations.get(quotation).filter(|quotation| quotation.span.start() <= at);
            let inside = inside
                .map(|quotation| (quotation, words.within(Span::between(at, quotation.span.end())).end))
                .filter(|(_, behind)| behind - index <= LONGEST);
            let ends = match inside {
                // The last mark of a quotation decides for all of it.
                Some((quotation, behind)) => {
                    index = behind.max(index + 1);
                    text.ends_behind_quotation(quotation, index, range.end)
                }
                None => {
                    index += 1;
                    text.ends_behind(index - 1, range.end, &mut index)
                }
            };
            if ends || index >= range.end || index - start >= LONGEST {
                sentences.push(text.sentence(start..index, block));
                start = index;
            }
        }
    }
    sentences
}

struct Text<'a> {
    text: &'a str,
    words: &'a Words,
    quotations: &'a [Quotation],
    abbreviations: &'a HashSet<String>,
    grammar: &'a dyn Grammar,
}

impl Text<'_> {
    fn sentence(&self, words: std::ops::Range<usize>, block: usize) -> Sentence {
        let list = self.words.list();
        let span = list[words.start].span.cover(list[words.end - 1].span);
        Sentence { span, words, block }
    }

    fn word(&self, index: usize) -> &str {
        self.words.list().get(index).map_or("", |word| word.span.of(self.text))
    }

    fn shape(&self, index: usize) -> Option<Shape> {
        self.words.list().get(index).map(|word| word.shape)
    }

    /// Whether a sentence ends behind word `index`; `next` is moved behind the closing marks that belong to it.
    fn ends_behind(&self, index: usize, end: usize, next: &mut usize) -> bool {
        if self.shape(index) != Some(Shape::Mark) || !ends_sentences(self.word(index)) {
            return false;
        }
        while *next < end
            && (ends_sentences(self.word(*next))
                || (closes(self.word(*next))
                    && self.words.list()[*next].joined
                    && !self.opens_quotation(*next)))
        {
            *next += 1;
        }
        if self.word(index) == "." && *next == index + 1 && self.is_abbreviation(index, end) {
            // "in Monica, Calif. “The reality is that …”": a long quotation starts a sentence of its own.
            return self.starts_utterance(*next);
        }
        *next >= end || self.starts_sentence(*next)
    }

    /// Whether a quotation starts at word `index`.
    fn opens_quotation(&self, index: usize) -> bool {
        let start = self.words.list()[index].span.start();
        self.quotations.binary_search_by_key(&start, |quotation| quotation.span.start()).is_ok()
    }

    /// Whether a whole utterance in marks starts at word `index`: long, with a capital, closed like a sentence.
    fn starts_utterance(&self, index: usize) -> bool {
        let Some(word) = self.words.list().get(index) else { return false };
        let start = word.span.start();
        let found = self.quotations.binary_search_by_key(&start, |quotation| quotation.span.start());
        found.is_ok_and(|found| {
            let inner = self.quotations[found].inner.of(self.text);
            inner.len() > 24 && inner.starts_with(char::is_uppercase) && inner.ends_with(['.', '!', '?'])
        })
    }

    /// Whether the full stop at `index` belongs to the word before it.
    fn is_abbreviation(&self, index: usize, end: usize) -> bool {
        if index == 0 || !self.words.list()[index].joined || self.shape(index - 1) == Some(Shape::Mark) {
            return false;
        }
        let before = self.word(index - 1);
        let mut letters = before.chars();
        let one_capital = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
        let glued = index + 1 < end
            && self.words.list()[index + 1].joined
            && self.shape(index + 1) != Some(Shape::Mark);
        // "fermée.Nous": glued copy ends a sentence, "U.S." doesn't.
        let short = before.chars().count() <= 3;
        one_capital || (glued && short) || self.abbreviations.contains(self.words.folded(index - 1))
    }

    /// Whether the word `next` can start a sentence: no small letter, no mark that carries on.
    fn starts_sentence(&self, next: usize) -> bool {
        match self.shape(next) {
            None | Some(Shape::Capitalised | Shape::Upper | Shape::Number) => true,
            Some(Shape::Mixed) => self.word(next).starts_with(char::is_uppercase),
            Some(Shape::Lower) => false,
            Some(Shape::Mark) => !matches!(self.word(next), "," | ";" | ":" | ")" | "]"),
        }
    }

    /// Whether the sentence ends behind a quotation; `next` is the first word behind its closing mark.
    fn ends_behind_quotation(&self, quotation: &Quotation, next: usize, end: usize) -> bool {
        if next >= end {
            return true;
        }
        let Some(last) = quotation.inner.of(self.text).chars().next_back() else { return false };
        let ends_inside = matches!(last, '.' | '!' | '?' | '…');
        // « Tout a brûlé. » – a dit Léa Morel.
        let dashed = matches!(self.word(next), "-" | "–" | "—") && self.shape(next + 1) == Some(Shape::Lower);
        ends_inside
            && !dashed
            && self.starts_sentence(next)
            && !ends_sentences(self.word(next))
            && !self.grammar.carries_on(self.words, next)
    }
}

fn ends_sentences(mark: &str) -> bool {
    matches!(mark, "." | "!" | "?" | "…")
}

fn closes(mark: &str) -> bool {
    matches!(mark, ")" | "]" | "»" | "”" | "\"" | "’" | "'" | "''")
}
