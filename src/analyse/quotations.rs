//! Finds the quotations of an article by their marks, and the marks without a pair.

use crate::analysis::{LoneMark, Quotation, Words};
use crate::article::Article;

/// The outermost quotations, and the lone marks, each in the order of the text.
pub(super) fn quotations(_article: &Article, _words: &Words) -> (Vec<Quotation>, Vec<LoneMark>) {
    (Vec::new(), Vec::new())
}
