//! Says of what kind a quotation is: somebody's utterance, words inside the writer's sentence, or a mention.

use crate::analysis::{Quotation, QuotationKind};
use crate::language::Groundwork;

/// The kind of `quotation`, whose attribution is `link`.
pub(super) fn kind(ground: &Groundwork<'_>, quotation: &Quotation, link: Option<usize>) -> QuotationKind {
    let text = ground.text();
    let inner = quotation.inner.of(text);
    let words = ground
        .words
        .within(quotation.inner)
        .filter(|&at| ground.words.list()[at].shape != crate::analysis::Shape::Mark)
        .count();
    let capital =
        inner.trim_start_matches(['[', '(', '‘', '\'', '…', '.', ' ']).starts_with(char::is_uppercase);
    let ends = inner.ends_with(['.', '!', '?', '…', ',', '—', '–']);
    match (link, words) {
        (_, 0) => QuotationKind::Mention,
        (Some(_), _) if capital && ends => QuotationKind::Direct,
        (Some(_), _) => QuotationKind::Partial,
        (None, 1..=3) => QuotationKind::Mention,
        (None, _) if capital && inner.ends_with(['.', '!', '?', '…']) && words >= 4 => {
            QuotationKind::Direct
        }
        (None, _) if capital && ends && words >= 5 => QuotationKind::Direct,
        (None, _) if words >= 8 => QuotationKind::Partial,
        (None, _) => QuotationKind::Mention,
    }
}
