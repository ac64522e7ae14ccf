//! A diagnostic → a finding: back to the file, with the sentence around it.

use std::ops::Range;

use crate::analysis::Analysis;
use crate::article::Article;
use crate::diagnostic::{Diagnostic, Label};
use crate::outcome::{Excerpt, Finding, Mark};
use crate::span::Span;

/// `diagnostic` with its place in the file and its sentence.
pub fn finding(diagnostic: Diagnostic, article: &Article, analysis: &Analysis) -> Finding {
    let (start, end) = article.positions(diagnostic.span);
    let around = around(diagnostic.span, article, analysis);
    let line = OneLine::new(article.words(around), around.start());
    let words = line.range(diagnostic.span);
    let fingerprint =
        fingerprint(&[&diagnostic.rule, line.text.get(words.clone()).unwrap_or_default(), &line.text]);
    let marks = diagnostic.labels.into_iter().map(|label| mark(label, around, &line, article)).collect();
    Finding {
        rule: diagnostic.rule,
        severity: diagnostic.severity,
        message: diagnostic.message,
        help: diagnostic.help,
        suggestions: diagnostic.suggestions,
        place: article.place(diagnostic.span),
        start,
        end,
        byte_columns: article.byte_columns(diagnostic.span),
        fingerprint,
        excerpt: Excerpt { words, text: line.text },
        marks,
    }
}

/// A number that is the same for the same parts on every machine and in every version: FNV-1a over 64 bits.
fn fingerprint(parts: &[&str]) -> u64 {
    let bytes = parts.iter().flat_map(|part| part.bytes().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// How many bytes of a sentence are shown on each side of the words: those of a long one, not those of a whole archive in
/// one line.
const SHOWN: usize = 1000;

/// The sentences in which `span` stands; its block where it stands in none. Of a very long one, what is near.
fn around(span: Span, article: &Article, analysis: &Analysis) -> Span {
    let sentence = |offset: usize| {
        analysis
            .sentence_at(offset)
            .map(|index| analysis.sentences[index].span)
            .filter(|s| s.start() <= offset)
    };
    let block = || article.blocks().get(article.block_at(span.start())).map(|block| block.span);
    let first = sentence(span.start()).or_else(block).unwrap_or(span);
    let last = sentence(span.end().saturating_sub(1)).unwrap_or(span);
    let whole = span.cover(first).cover(last);
    let from = whole.start().max(span.start().saturating_sub(SHOWN));
    let to = whole.end().min(span.end() + SHOWN);
    let boundary = |at: usize| article.text().is_char_boundary(at);
    let from = (from..=span.start()).find(|&at| boundary(at)).unwrap_or(span.start());
    let to = (span.end()..=to).rev().find(|&at| boundary(at)).unwrap_or(span.end());
    Span::between(from, to)
}

fn mark(label: Label, around: Span, line: &OneLine, article: &Article) -> Mark {
    let (start, end) = article.positions(label.span);
    Mark {
        text: label.text,
        words: OneLine::new(article.words(label.span), 0).text,
        place: article.place(label.span),
        start,
        end,
        within: around.contains(label.span).then(|| line.range(label.span)),
    }
}

/// Words on one line, and where each of their bytes went.
struct OneLine {
    text: String,
    /// Where the words start in the article's text.
    start: usize,
    /// For each byte of the words, and for their end, its place in `text`.
    moved: Vec<u32>,
}

impl OneLine {
    /// `words`, which start at byte `start` of the article's text, every run of white space made one space.
    fn new(words: &str, start: usize) -> Self {
        let mut text = String::with_capacity(words.len());
        let mut moved = Vec::with_capacity(words.len() + 1);
        for character in words.chars() {
            let breaks = matches!(
                character,
                '\n' | '\r' | '\t' | ' ' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
            );
            let doubled = breaks && text.ends_with(' ');
            let at = text.len() - usize::from(doubled);
            moved.extend(std::iter::repeat_n(at as u32, character.len_utf8()));
            if !doubled {
                text.push(if breaks { ' ' } else { character });
            }
        }
        moved.push(text.len() as u32);
        Self { text, start, moved }
    }

    /// Where `span` of the article's text went.
    fn range(&self, span: Span) -> Range<usize> {
        let place = |offset: usize| {
            let index = offset.saturating_sub(self.start).min(self.moved.len() - 1);
            self.moved[index] as usize
        };
        place(span.start())..place(span.end()).max(place(span.start()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hard_wrapped_words_come_on_one_line() {
        let line = OneLine::new("Il aurait\r\n  fui.", 10);
        assert_eq!(line.text, "Il aurait fui.");
        assert_eq!(&line.text[line.range(Span::between(13, 26))], "aurait fui");
    }
}
