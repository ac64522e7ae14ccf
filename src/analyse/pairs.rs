//! Which quotation mark of a block goes with which.
//!
//! Each closing mark goes with the nearest opening one of its family that is still open; where that never comes, with
//! one of another family that waits in vain. What is left open, and what closes nothing, is told too.

use super::marks::{FAMILIES, Family, Mark, Side};
use crate::span::Span;

/// What goes with what in a block.
#[derive(Default)]
pub(super) struct Pairs {
    /// From opening to closing mark, nested ones too.
    pub closed: Vec<Span>,
    /// Opening marks that stay open, the first one first.
    pub open: Vec<usize>,
    /// Closing marks without an opening one.
    pub lone: Vec<usize>,
}

impl Pairs {
    /// Whether every mark has its partner.
    pub(super) fn is_whole(&self) -> bool {
        self.open.is_empty() && self.lone.is_empty()
    }
}

/// Pairs the marks of a block: each closing mark with the nearest open one of its family.
///
/// Every look back ends at a partner, and what it passes is never looked at again: the time is that of the marks.
pub(super) fn paired(marks: &[Mark]) -> Pairs {
    let mut pairs = Pairs::default();
    let mut closing_left = [0_usize; FAMILIES];
    for mark in marks.iter().filter(|mark| mark.side == Side::Closing) {
        closing_left[mark.family as usize] += 1;
    }
    let mut open = Waiting::default();
    for (index, &mark) in marks.iter().enumerate() {
        if mark.side == Side::Opening {
            open.push(index, mark.family);
            continue;
        }
        closing_left[mark.family as usize] -= 1;
        // « opened, closed by ": the right closing mark never comes, or another quotation opens before it does.
        // An apostrophe between tells nothing: … ‘we stay,’ ” Ruiz said on the Posts' "Harbor Today."
        let next = marks[index + 1..].iter().find(|next| next.needs_a_pair());
        let reopens = next.is_none_or(|next| next.side == Side::Opening);
        let orphaned =
            |family: Family| family != Family::Single && (reopens || closing_left[family as usize] == 0);
        let partner = open
            .last(marks, |family| family == mark.family)
            .or_else(|| mark.needs_a_pair().then(|| open.last(marks, orphaned)).flatten());
        match partner {
            Some(partner) => pairs.closed.push(marks[partner].span.cover(mark.span)),
            None => pairs.lone.push(index),
        }
    }
    pairs.open = open.marks;
    pairs
}

/// The opening marks that wait for their partner, and how many of each family.
#[derive(Default)]
struct Waiting {
    marks: Vec<usize>,
    count: [usize; FAMILIES],
}

impl Waiting {
    fn push(&mut self, mark: usize, family: Family) {
        self.marks.push(mark);
        self.count[family as usize] += 1;
    }

    /// Takes the last mark of a family that `wanted` accepts, and all that were opened behind it.
    fn last(&mut self, marks: &[Mark], wanted: impl Fn(Family) -> bool) -> Option<usize> {
        let any = Family::ALL.into_iter().any(|family| self.count[family as usize] > 0 && wanted(family));
        while let Some(mark) = self.marks.pop_if(|_| any) {
            let family = marks[mark].family;
            self.count[family as usize] -= 1;
            if wanted(family) {
                return Some(mark);
            }
        }
        None
    }
}
