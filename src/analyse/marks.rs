//! The quotation marks of a block: which there are, of which family, and whether each opens or closes.
//!
//! A mark that has one form for both sides, or was typed with the wrong hand, opens or closes by what stands around it.
//! Apostrophes, inches and the marks of a tag are none. Which mark goes with which is not asked here.

use super::sides::Around;
use crate::analysis::{Shape, Words};
use crate::article::Block;
use crate::span::Span;

/// Marks that go together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Family {
    /// « » and << >>
    Guillemets,
    /// “ ” „
    Curly,
    /// "
    Straight,
    /// `` and ''
    Doubled,
    /// ‘ ’ and '
    Single,
}

pub(super) const FAMILIES: usize = Family::ALL.len();

impl Family {
    pub(super) const ALL: [Family; 5] =
        [Family::Guillemets, Family::Curly, Family::Straight, Family::Doubled, Family::Single];

    /// Whether a paragraph that opens with this family goes on with a quotation opened with `other`: one hand types “
    /// where the next types ".
    pub(super) fn continues(self, other: Family) -> bool {
        let double = |family| matches!(family, Family::Curly | Family::Straight | Family::Doubled);
        self == other || double(self) && double(other)
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Side {
    Opening,
    Closing,
}

/// A quotation mark of the block: its words (two of << >>), what it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub span: Span,
    pub family: Family,
    pub side: Side,
}

impl Mark {
    /// Whether the reader misses its pair: a single mark is an apostrophe more often than not.
    pub(super) fn needs_a_pair(&self) -> bool {
        self.family != Family::Single
    }
}

/// The family of the opening mark that a block starts with.
pub(super) fn opening_family(text: &str, words: &Words, block: Block) -> Option<Family> {
    let first = words.within(block.span).start;
    mark_at(text, words, block.span, first).filter(|(mark, _)| mark.family != Family::Single).and_then(
        |(mark, _)| {
            let reopens = mark.side == Side::Opening || mark.family == Family::Guillemets;
            reopens.then_some(mark.family)
        },
    )
}

/// How a straight mark with its space on the wrong side is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Hand {
    /// As a slip, where it may be one: "I am late, "she said.
    Slips,
    /// As it stands: "They will say, "we are late"," she said.
    Typed,
}

/// The quotation marks of a block. `goes_on` is the family of a quotation that the paragraph before left open: its first
/// mark opens again here, also where it looks like a closing one (French copy has » at the head of each paragraph).
pub(super) fn marks(
    text: &str,
    words: &Words,
    block: Block,
    goes_on: Option<Family>,
    hand: Hand,
) -> Vec<Mark> {
    let range = words.within(block.span);
    // A line that is a mark and nothing else is drawn.
    if range.len() == 1 {
        return Vec::new();
    }
    let mut marks: Vec<Mark> = Vec::new();
    let (mut index, mut straight, mut guillemets, mut curly) = (range.start, 0, 0, 0_usize);
    while index < range.end {
        let Some((mut mark, taken)) = mark_at(text, words, block.span, index) else {
            index += 1;
            continue;
        };
        // A 27″ screen is measured; “Pier Closed in 1934″ was closed by a machine that took its mark for inches.
        let inches = mark.span.of(text) == "″" && curly == 0;
        let arrow = guillemets == 0 && goes_on.is_none() && is_arrow(text, block.span, &mark);
        if inches || arrow || is_measure(text, block.span, &mark, straight) {
            index += taken;
            continue;
        }
        // <a href="…">: the marks of a tag are nobody's.
        if text[..mark.span.start()].ends_with('=') {
            let close = (index + taken..range.end).find(|&next| {
                mark_at(text, words, block.span, next).is_some_and(|(close, _)| close.family == mark.family)
            });
            index = close.map_or(index + taken, |close| close + 1);
            continue;
        }
        if index == range.start && goes_on == Some(mark.family) {
            mark.side = Side::Opening;
        } else if mark.family == Family::Straight && hand == Hand::Slips {
            let around = Around::new(text, block.span, &words.list()[index]);
            let waits = straight % 2 == 1 || curly > 0;
            mark.side = around.misplaced_side(text, mark.span.start(), waits).unwrap_or(mark.side);
        } else if mark.family == Family::Guillemets && taken == 1 {
            let around = Around::new(text, block.span, &words.list()[index]);
            mark.side = around.turned_guillemet(mark.side, guillemets);
            guillemets = match mark.side {
                Side::Opening => guillemets + 1,
                Side::Closing => guillemets.saturating_sub(1),
            };
        }
        straight += usize::from(mark.family == Family::Straight);
        if mark.family == Family::Curly {
            // “Don't say ‘merry Christmas’! “ – an opening mark with a space behind it opens nothing.
            if mark.side == Side::Opening
                && curly > 0
                && Around::new(text, block.span, &words.list()[index]).hangs()
            {
                mark.side = Side::Closing;
            }
            curly = if mark.side == Side::Opening { curly + 1 } else { curly.saturating_sub(1) };
        }
        marks.push(mark);
        index += taken;
    }
    marks
}

/// Whether a closing guillemet points on: "Read more »", "» More from the harbor".
fn is_arrow(text: &str, block: Span, mark: &Mark) -> bool {
    const LONGEST: usize = 100;
    if mark.family != Family::Guillemets || mark.side != Side::Closing || block.len() > LONGEST {
        return false;
    }
    let (before, behind) = (&text[block.start()..mark.span.start()], &text[mark.span.end()..block.end()]);
    let spaced = before.ends_with(' ') && before.trim_end().ends_with(char::is_alphanumeric);
    behind.trim().is_empty() && spaced || before.trim().is_empty() && behind.starts_with(' ')
}

/// Whether a straight mark is an inch or second sign: behind a digit, with no quotation open that it could close.
///
/// `straight` is how many straight marks stand before it in the block.
fn is_measure(text: &str, block: Span, mark: &Mark, straight: usize) -> bool {
    let before = &text[block.start()..mark.span.start()];
    let feet = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let height = feet.len() < before.len()
        && feet.ends_with(['’', '\'', '′'])
        && feet.trim_end_matches(['’', '\'', '′']).ends_with(|c: char| c.is_ascii_digit());
    match mark.family {
        // A man of 6’2”, who …
        Family::Curly => height && mark.side == Side::Closing,
        Family::Straight => {
            before.ends_with(|c: char| c.is_ascii_digit()) && (straight.is_multiple_of(2) || height)
        }
        _ => false,
    }
}

/// The quotation mark at word `index`, and of how many words it is made.
fn mark_at(text: &str, words: &Words, block: Span, index: usize) -> Option<(Mark, usize)> {
    let word =
        words.list().get(index).filter(|word| word.shape == Shape::Mark && block.contains(word.span))?;
    let (family, side) = match word.span.of(text) {
        "«" | "‹" | "《" => (Family::Guillemets, Some(Side::Opening)),
        "»" | "›" | "》" => (Family::Guillemets, Some(Side::Closing)),
        "<" | ">" => return angle_pair(text, words, block, index),
        "“" | "„" | "‟" => (Family::Curly, Some(Side::Opening)),
        "”" | "’’" | "″" => (Family::Curly, Some(Side::Closing)),
        "‘‘" | "‘’" => (Family::Curly, Some(Side::Opening)),
        "\"" | "＂" => (Family::Straight, None),
        "``" => (Family::Doubled, Some(Side::Opening)),
        "''" => (Family::Doubled, None),
        "‘" | "‚" => (Family::Single, Some(Side::Opening)),
        "’" | "'" => (Family::Single, None),
        _ => return None,
    };
    let around = Around::new(text, block, word);
    if is_no_quotation_mark(family, words, index, around) {
        return None;
    }
    let side = match side {
        Some(side) if family == Family::Curly => around.wrong_hand(side),
        Some(side) => side,
        None => around.side(),
    };
    Some((Mark { span: word.span, family, side }, 1))
}

/// "<<" or ">>", as typewriters wrote guillemets.
fn angle_pair(text: &str, words: &Words, block: Span, index: usize) -> Option<(Mark, usize)> {
    let (first, second) = (words.list().get(index)?, words.list().get(index + 1)?);
    if !second.joined || first.span.of(text) != second.span.of(text) || !block.contains(second.span) {
        return None;
    }
    let side = if first.span.of(text) == "<" { Side::Opening } else { Side::Closing };
    // ">> Follow the harbor", "Lire aussi >> Le port en dix dates", "… <<": arrows, not marks.
    let before = &text[block.start()..first.span.start()];
    let behind = &text[second.span.end()..block.end()];
    let arrow = match side {
        Side::Closing => {
            !before.contains(char::is_alphanumeric) || before.ends_with(' ') && !before.contains("<<")
        }
        Side::Opening => !behind.contains(char::is_alphanumeric),
    };
    (!arrow).then(|| (Mark { span: first.span.cover(second.span), family: Family::Guillemets, side }, 2))
}

/// Whether a mark of this family is an apostrophe.
fn is_no_quotation_mark(family: Family, words: &Words, index: usize, around: Around) -> bool {
    match family {
        Family::Single => is_apostrophe(words, index, around),
        // d''un: an apostrophe typed twice.
        Family::Doubled => around.inside_a_word(),
        Family::Guillemets | Family::Curly | Family::Straight => false,
    }
}

/// Whether a single mark is an apostrophe: inside or behind a word without an opening one, before a decade, 'Tis.
fn is_apostrophe(words: &Words, index: usize, around: Around) -> bool {
    let next = words.folded(index + 1);
    let clipped = matches!(next, "tis" | "twas" | "em" | "til" | "cause" | "n" | "bout" | "twere" | "round")
        || next.starts_with(|c: char| c.is_ascii_digit());
    let opens = around.opens();
    (opens && clipped) || (!opens && !around.closes())
}
