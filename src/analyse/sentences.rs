//! Finds where sentences end.

use crate::analysis::{Quotation, Sentence, Words};
use crate::article::Article;
use crate::language::Grammar;

/// The sentences, in the order of the text.
pub(super) fn sentences(
    _article: &Article,
    _words: &Words,
    _quotations: &[Quotation],
    _grammar: &dyn Grammar,
) -> Vec<Sentence> {
    Vec::new()
}
