//! Phrases: rows of numbers that are found among the numbers of an article's words.

use crate::analysis::{Shape, Word};

/// How many words a gap takes at most.
const GAP_AT_MOST: usize = 3;

/// Phrases to find, and phrases inside which they are left alone.
#[derive(Clone, Default, Debug)]
pub struct Phrases {
    /// What is found.
    pub phrases: Vec<Phrase>,
    /// Where it is left alone.
    pub except: Vec<Phrase>,
}

/// One phrase, its words as numbers.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// Its places.
    pub(super) slots: Vec<Slot>,
    /// The slot by whose words it is looked up. Each one before it takes one word, or none where it is optional.
    pub(super) anchor: usize,
}

/// One place of a phrase.
#[derive(Clone, Debug)]
pub(super) struct Slot {
    /// What stands there.
    pub(super) takes: Takes,
    /// Whether the phrase holds without it.
    pub(super) optional: bool,
    /// Whether it is part of what is found.
    pub(super) found: bool,
}

/// What a place takes.
#[derive(Clone, Debug)]
pub(super) enum Takes {
    /// One of these words, sorted.
    Word(Vec<u32>),
    /// One of these rows of words, longest first.
    Row(Vec<Vec<u32>>),
    /// Any word.
    Any,
    /// Up to three words.
    Gap,
    /// A word with a capital.
    Name,
    /// A number.
    Number,
}

/// Where a phrase stands: all of it, and the words that count as found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Match {
    /// The indices of all its words.
    pub whole: std::ops::Range<usize>,
    /// The indices of those that are found.
    pub found: std::ops::Range<usize>,
}

impl Phrase {
    /// The numbers of the words by which it is looked up.
    pub(super) fn anchors(&self) -> Vec<u32> {
        match &self.slots[self.anchor].takes {
            Takes::Word(numbers) => numbers.clone(),
            Takes::Row(rows) => {
                let mut first: Vec<u32> = rows.iter().filter_map(|row| row.first().copied()).collect();
                first.sort_unstable();
                first.dedup();
                first
            }
            Takes::Any | Takes::Gap | Takes::Name | Takes::Number => Vec::new(),
        }
    }

    /// The phrase with its anchor at word `at`; `words` with their `numbers`.
    pub fn anchored_at(&self, at: usize, words: &[Word], numbers: &[u32]) -> Option<Match> {
        let optional = self.slots[..self.anchor].iter().filter(|slot| slot.optional).count();
        let first = at.saturating_sub(self.anchor);
        (first..=at.checked_sub(self.anchor - optional)?)
            .filter_map(|start| self.starting_at(start, words, numbers))
            .find(|found| found.whole.contains(&at))
    }

    /// The phrase from word `at` on.
    pub fn starting_at(&self, at: usize, words: &[Word], numbers: &[u32]) -> Option<Match> {
        let mut found = None;
        let end = holds(&self.slots, at, None, words, numbers, &mut found)?;
        Some(Match { whole: at..end, found: found.unwrap_or(at..end) })
    }

    /// Whether the phrase takes all the words of `range` and no more.
    pub fn fills(&self, range: std::ops::Range<usize>, words: &[Word], numbers: &[u32]) -> bool {
        holds(&self.slots, range.start, Some(range.end), words, numbers, &mut None).is_some()
    }
}

/// Where the slots end that hold from word `at` on (at `until`, where it is given); notes the words of those that are
/// found. A slot takes the most words that it can.
fn holds(
    slots: &[Slot],
    at: usize,
    until: Option<usize>,
    words: &[Word],
    numbers: &[u32],
    found: &mut Option<std::ops::Range<usize>>,
) -> Option<usize> {
    let Some((slot, rest)) = slots.split_first() else {
        return until.is_none_or(|until| until == at).then_some(at);
    };
    let mut goes_on = |next: usize| {
        let end = holds(rest, next, until, words, numbers, found)?;
        if slot.found && next > at {
            let until = found.as_ref().map_or(next, |later| later.end);
            *found = Some(at..until);
        }
        Some(end)
    };
    let is_mark = |index: usize| words.get(index).is_none_or(|word| word.shape == Shape::Mark);
    let shape = words.get(at).map(|word| word.shape);
    let held = match &slot.takes {
        Takes::Word(set) => {
            let known = numbers.get(at).is_some_and(|number| set.binary_search(number).is_ok());
            known.then(|| goes_on(at + 1)).flatten()
        }
        Takes::Row(rows) => rows
            .iter()
            .filter(|row| numbers.get(at..at + row.len()) == Some(row.as_slice()))
            .find_map(|row| goes_on(at + row.len())),
        Takes::Any => (!is_mark(at)).then(|| goes_on(at + 1)).flatten(),
        Takes::Gap => {
            let most = (at..at + GAP_AT_MOST).take_while(|&index| !is_mark(index)).count();
            (at..=at + most).rev().find_map(&mut goes_on)
        }
        Takes::Name => shape.is_some_and(capital).then(|| goes_on(at + 1)).flatten(),
        Takes::Number => (shape == Some(Shape::Number)).then(|| goes_on(at + 1)).flatten(),
    };
    held.or_else(|| if slot.optional { goes_on(at) } else { None })
}

fn capital(shape: Shape) -> bool {
    match shape {
        Shape::Capitalised | Shape::Upper | Shape::Mixed => true,
        Shape::Lower | Shape::Number | Shape::Mark => false,
    }
}

impl Takes {
    /// Whether it is always one word that it takes.
    pub(super) fn is_one_word(&self) -> bool {
        match self {
            Takes::Word(_) | Takes::Any | Takes::Name | Takes::Number => true,
            Takes::Row(_) | Takes::Gap => false,
        }
    }
}
