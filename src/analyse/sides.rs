//! On which side of a quotation a mark stands, by what stands around it: marks of one form for both sides, marks with
//! their space on the wrong side, marks typed with the wrong hand.

use super::marks::Side;
use crate::analysis::Word;
use crate::span::Span;

/// The characters on both sides of a mark, a space where the block ends.
#[derive(Clone, Copy)]
pub(super) struct Around {
    before: char,
    after: char,
}

impl Around {
    /// What stands around the mark `word` of a block.
    pub(super) fn new(text: &str, block: Span, word: &Word) -> Self {
        let before = text[block.start()..word.span.start()].chars().next_back().unwrap_or(' ');
        let after = text[word.span.end()..block.end()].chars().next().unwrap_or(' ');
        Self { before, after }
    }

    /// Whether white space stands on both sides.
    pub(super) fn hangs(self) -> bool {
        self.before.is_whitespace() && self.after.is_whitespace()
    }

    /// Whether letters stand on both sides.
    pub(super) fn inside_a_word(self) -> bool {
        self.before.is_alphanumeric() && self.after.is_alphanumeric()
    }

    /// Whether a mark of no side may open here.
    pub(super) fn opens(self) -> bool {
        (self.before.is_whitespace()
            || matches!(
                self.before,
                '(' | '[' | '{' | '—' | '–' | '-' | '/' | '“' | '"' | '«' | '‘' | ':' | '\'' | '’'
            ))
            && !self.after.is_whitespace()
            && !matches!(self.after, '.' | ',' | ';' | ')' | ']')
    }

    /// Whether a mark of no side may close here.
    pub(super) fn closes(self) -> bool {
        !self.before.is_whitespace() && !matches!(self.before, '(' | '[') && (!self.after.is_alphanumeric())
    }

    /// Opening or closing, of a mark that has one form for both.
    pub(super) fn side(self) -> Side {
        if self.opens() && !(self.closes() && !self.before.is_whitespace() && !self.after.is_alphanumeric()) {
            Side::Opening
        } else if self.closes() || self.after.is_whitespace() {
            Side::Closing
        } else {
            Side::Opening
        }
    }

    /// The side of a straight mark at byte `at` with its space on the wrong side, by whether one `waits` to be closed
    /// there: a "mot " closes all the same, un " mot" opens; "I am late, "she said; "I am late."She left.
    pub(super) fn misplaced_side(self, text: &str, at: usize, waits: bool) -> Option<Side> {
        let loose = self.before.is_whitespace()
            && (self.after.is_whitespace() || matches!(self.after, '.' | ',' | ';' | ':' | ')' | '!' | '?'));
        let ends = |words: &str| words.ends_with(['.', ',', '!', '?', '…']);
        // He made a "statement"on the night.
        let glued = (ends(&text[..at]) || self.before.is_alphabetic()) && self.after.is_alphanumeric()
            || self.before.is_whitespace()
                && self.after.is_lowercase()
                && ends(text[..at].trim_end())
                && !text[..at].trim_end().ends_with('.');
        match (loose, glued && waits) {
            (true, _) => Some(if waits { Side::Closing } else { Side::Opening }),
            (false, true) => Some(Side::Closing),
            (false, false) => None,
        }
    }

    /// The side of a guillemet that may have been typed the wrong way round, with `open` of them waiting: »mot« quotes,
    /// and so does « mot« .
    pub(super) fn turned_guillemet(self, typed: Side, open: usize) -> Side {
        let in_front = self.before.is_whitespace() || matches!(self.before, '(' | '\'' | '’');
        match typed {
            Side::Closing if open == 0 && in_front && self.after.is_alphanumeric() => Side::Opening,
            Side::Opening if open > 0 && !in_front && !self.after.is_alphanumeric() => Side::Closing,
            same => same,
        }
    }

    /// The side that a curly mark stands on, whichever hand was typed: “word“ closes.
    pub(super) fn wrong_hand(self, typed: Side) -> Side {
        let before_open = self.before.is_whitespace() || matches!(self.before, '—' | '–');
        let after_open =
            self.after.is_whitespace() || matches!(self.after, '.' | ',' | ';' | ':' | '!' | '?' | ')');
        match typed {
            Side::Opening
                if !before_open
                    && after_open
                    && (self.before.is_alphanumeric() || matches!(self.before, ']' | ')' | '%')) =>
            {
                Side::Closing
            }
            Side::Opening if matches!(self.before, '.' | ',' | '!' | '?') && after_open => Side::Closing,
            Side::Closing if before_open && self.after.is_alphanumeric() => Side::Opening,
            same => same,
        }
    }
}
