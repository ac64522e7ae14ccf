//! Says of what kind a quotation is: somebody's utterance, words inside the writer's sentence, or a mention.

use crate::analysis::{Quotation, QuotationKind, Shape};
use crate::language::Groundwork;
use crate::span::Span;

/// The kind of `quotation`, whose attribution is `link`.
pub(super) fn kind(ground: &Groundwork<'_>, quotation: &Quotation, link: Option<usize>) -> QuotationKind {
    let text = ground.text();
    let inner = quotation.inner.of(text);
    let words = ground
        .words
        .within(quotation.inner)
        .filter(|&at| ground.words.list()[at].shape != Shape::Mark)
        .count();
    let capital =
        inner.trim_start_matches(['[', '(', '‘', '\'', '…', '.', ' ']).starts_with(char::is_uppercase);
    let ends = inner.ends_with(['.', '!', '?', '…', ',', '—', '–']);
    match (link, words) {
        (_, 0) => QuotationKind::Mention,
        (None, _) if names(ground, quotation) || is_heading(ground, quotation) => QuotationKind::Mention,
        (Some(_), _) if capital && ends => QuotationKind::Direct,
        (Some(_), _) => QuotationKind::Partial,
        (None, 1..=3) => QuotationKind::Mention,
        (None, _) if capital && inner.ends_with(['.', '!', '?', '…']) && words >= 4 => {
            QuotationKind::Direct
        }
        // "the options “I'm fine with it,” “No” and “Yes”"
        (None, _) if capital && ends && words >= 5 && !follows_word(ground, quotation) => {
            QuotationKind::Direct
        }
        (None, _) if words >= 8 => QuotationKind::Partial,
        (None, _) => QuotationKind::Mention,
    }
}

/// Whether a quotation is the name of something: “The Late Show With Ana Ruiz,” a book titled “low tide”.
fn names(ground: &Groundwork<'_>, quotation: &Quotation) -> bool {
    let list = ground.words.list();
    let inside = ground.words.within(quotation.inner);
    let before = inside.start.checked_sub(2).map_or("", |at| match ground.words.folded(at) {
        "," => at.checked_sub(1).map_or("", |at| ground.words.folded(at)),
        word => word,
    });
    if matches!(
        before,
        "titled" | "entitled" | "subtitled" | "headlined" | "dubbed" | "nicknamed" | "slogan" | "motto"
    ) {
        return true;
    }
    // "“Low tide at noon,” by Ana Ruiz"
    let by = ground.words.within(quotation.span).end;
    if ground.words.folded(by) == "by"
        && list.get(by + 1).is_some_and(|word| !matches!(word.shape, Shape::Lower | Shape::Mark))
    {
        return true;
    }
    let small = |at: usize| {
        matches!(
            ground.words.folded(at),
            "a" | "an"
                | "and"
                | "as"
                | "at"
                | "by"
                | "for"
                | "from"
                | "in"
                | "of"
                | "on"
                | "or"
                | "the"
                | "to"
                | "with"
                | "vs"
                | "'s"
        )
    };
    let words = || inside.clone().filter(|&at| list[at].shape != Shape::Mark);
    let capitals = words().filter(|&at| !matches!(list[at].shape, Shape::Lower | Shape::Number)).count();
    capitals >= 2
        && words().all(|at| list[at].shape != Shape::Lower || small(at))
        && words().any(|at| list[at].shape == Shape::Capitalised)
}

/// Whether a quotation is a heading: 'A fight to the end' in single marks, alone in its paragraph; FOR NURSES 'NO WAY BACK'.
fn is_heading(ground: &Groundwork<'_>, quotation: &Quotation) -> bool {
    let text = ground.text();
    let list = ground.words.list();
    let single =
        quotation.span.of(text).starts_with(['‘', '\'']) && !quotation.span.of(text).starts_with("\'\'");
    let block = ground.article.blocks()[quotation.block].span;
    let rest = [
        Span::between(block.start(), quotation.span.start()),
        Span::between(quotation.span.end(), block.end()),
    ];
    let alone = rest.iter().all(|rest| !rest.of(text).contains(char::is_alphanumeric));
    let inside = ground.words.within(quotation.inner);
    let capitals =
        inside.clone().all(|at| matches!(list[at].shape, Shape::Upper | Shape::Mark | Shape::Number))
            && inside.filter(|&at| list[at].shape == Shape::Upper).count() > 1;
    single && alone || capitals
}

/// Whether a word stands before the quotation in its sentence, with no mark between.
fn follows_word(ground: &Groundwork<'_>, quotation: &Quotation) -> bool {
    let opening = ground.words.within(quotation.span).start;
    let before = opening.checked_sub(1).and_then(|at| ground.words.list().get(at));
    before.is_some_and(|word| {
        word.shape != Shape::Mark
            && word.span.start() >= ground.article.blocks()[quotation.block].span.start()
    })
}
