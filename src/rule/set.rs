//! All the rules in force together: their word lists inflected, and one vocabulary over all of them.
//!
//! Every word of an article is looked up once and becomes a number; a phrase is then a row of numbers, and only where
//! a word stands that begins a phrase is anything tried.

use std::cmp::Reverse;
use std::sync::Arc;

use foldhash::HashMap;

use super::Rule;
use super::rule::{Condition, Find, Terms, each_with_words};
use super::term::{Piece, Place, Term, has_words};
use crate::analysis::{Shape, Word, Words};
use crate::diagnostic::Severity;
use crate::language::Language;

/// The rules in force for one publication and one language.
#[derive(Default, Debug)]
pub struct RuleSet {
    /// The genre of articles that don't declare one.
    pub genre: Option<String>,
    in_force: Vec<InForce>,
    vocabulary: Vocabulary,
    /// For each word of the vocabulary the phrases to find that it anchors.
    anchored: Vec<Vec<Anchored>>,
}

/// A rule in force.
#[derive(Debug)]
pub struct InForce {
    /// The rule.
    pub rule: Arc<Rule>,
    /// How much a finding matters here.
    pub severity: Severity,
    /// What it looks for.
    pub find: Vec<Find<Phrases>>,
    /// What must hold.
    pub when: Vec<Condition<Phrases>>,
    /// What excuses.
    pub unless: Vec<Condition<Phrases>>,
}

/// A phrase that a word anchors.
#[derive(Clone, Copy, Debug)]
pub struct Anchored {
    /// Index of the rule.
    pub rule: usize,
    /// Index of its find.
    pub find: usize,
    /// Index of the phrase.
    pub phrase: usize,
}

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
    slots: Vec<Slot>,
    /// The slot by whose words it is looked up. Each one before it takes one word, or none where it is optional.
    anchor: usize,
}

#[derive(Clone, Debug)]
struct Slot {
    takes: Takes,
    optional: bool,
    found: bool,
}

#[derive(Clone, Debug)]
enum Takes {
    /// One of these words, sorted.
    Word(Vec<u32>),
    /// One of these rows of words, longest first.
    Row(Vec<Vec<u32>>),
    Any,
    Gap,
    Name,
    Number,
}

/// A number for each word that any rule knows.
#[derive(Default, Debug)]
struct Vocabulary {
    numbers: HashMap<Box<str>, u32>,
}

/// The number of a word that no rule knows.
const UNKNOWN: u32 = 0;

/// Words of so many letters stand as they are: "il", "que", "of".
const LONGEST_PARTICLE: usize = 3;

/// How many words a gap takes at most.
const GAP_AT_MOST: usize = 3;

/// How a text is cut into folded words, as an article's is.
pub type Cut<'a> = &'a dyn Fn(&str) -> Vec<String>;

impl RuleSet {
    /// The rules, each with its severity here, their words inflected as `language` does and cut as articles are.
    pub fn new(rules: Vec<(Arc<Rule>, Severity)>, language: &Language, cut: Cut<'_>) -> Self {
        let mut compiler = Compiler { vocabulary: Vocabulary::default(), language, cut };
        let in_force: Vec<InForce> = rules
            .into_iter()
            .map(|(rule, severity)| {
                let mut phrases = |terms: &Terms| compiler.phrases(terms);
                let find = rule.find.iter().map(|find| find.with_words(&mut phrases)).collect();
                let when = each_with_words(&rule.when, &mut phrases);
                let unless = each_with_words(&rule.unless, &mut phrases);
                InForce { rule, severity, find, when, unless }
            })
            .collect();
        let vocabulary = compiler.vocabulary;
        let anchored = anchored(&in_force, vocabulary.numbers.len());
        Self { genre: None, in_force, vocabulary, anchored }
    }

    /// The rules in force.
    pub fn in_force(&self) -> &[InForce] {
        &self.in_force
    }

    /// For each word its number.
    pub fn numbers(&self, words: &Words) -> Vec<u32> {
        (0..words.list().len()).map(|index| self.vocabulary.number(words.folded(index))).collect()
    }

    /// The phrases to find that the word with this number anchors.
    pub fn anchored(&self, number: u32) -> &[Anchored] {
        self.anchored.get(number as usize).map_or(&[], Vec::as_slice)
    }
}

/// For each word number the phrases to find that it anchors.
fn anchored(in_force: &[InForce], words: usize) -> Vec<Vec<Anchored>> {
    let mut anchored = vec![Vec::new(); words + 1];
    for (rule, in_force) in in_force.iter().enumerate() {
        for (find, finds) in in_force.find.iter().enumerate() {
            let Find::Terms(phrases) = finds else { continue };
            for (index, phrase) in phrases.phrases.iter().enumerate() {
                for number in phrase.anchors() {
                    anchored[number as usize].push(Anchored { rule, find, phrase: index });
                }
            }
        }
    }
    anchored
}

impl Vocabulary {
    fn number(&self, folded: &str) -> u32 {
        self.numbers.get(folded).copied().unwrap_or(UNKNOWN)
    }

    fn added(&mut self, folded: &str) -> u32 {
        let next = self.numbers.len() as u32 + 1;
        *self.numbers.entry(folded.into()).or_insert(next)
    }
}

/// Makes phrases out of terms.
struct Compiler<'a> {
    vocabulary: Vocabulary,
    language: &'a Language,
    cut: Cut<'a>,
}

impl Compiler<'_> {
    fn phrases(&mut self, terms: &Terms) -> Phrases {
        let mut phrases: Vec<Phrase> = terms.terms.iter().map(|term| self.phrase(term)).collect();
        let mut except: Vec<Phrase> = terms.except.iter().map(|term| self.phrase(term)).collect();
        for list in &terms.lists {
            phrases.extend(self.list(list));
            except.extend(self.list(&format!("not-{list}")));
        }
        Phrases { phrases, except }
    }

    /// The entries of a word list. Settings refuse entries that are no terms, shipped lists are tested.
    fn list(&mut self, name: &str) -> Vec<Phrase> {
        let terms = self.language.lists().get(name).iter().filter_map(|entry| Term::to_find(entry).ok());
        terms.map(|term| self.phrase(&term)).collect()
    }

    fn phrase(&mut self, term: &Term) -> Phrase {
        let slots: Vec<Slot> = term.places.iter().map(|place| self.slot(place)).collect();
        // Every slot before the anchor must take one word, or none: else its place couldn't be told from the anchor's.
        let reach = slots.iter().position(|slot| !slot.takes.is_one_word()).unwrap_or(slots.len());
        let places = term.places.iter().enumerate().take(reach + 1);
        let fixed = places.filter(|(_, place)| !place.optional && has_words(&place.piece));
        let anchor = fixed.max_by_key(|(index, place)| (shortest(&place.piece), Reverse(*index)));
        Phrase { slots, anchor: anchor.map_or(0, |(index, _)| index) }
    }

    fn slot(&mut self, place: &Place) -> Slot {
        let takes = match &place.piece {
            Piece::Inflected(word) => {
                let mut forms = vec![word.clone()];
                if word.chars().count() > LONGEST_PARTICLE {
                    forms.extend(self.language.grammar().forms(word));
                }
                self.words(&forms)
            }
            Piece::OneOf(words) => self.words(words),
            Piece::Any => Takes::Any,
            Piece::Gap => Takes::Gap,
            Piece::Name => Takes::Name,
            Piece::Number => Takes::Number,
        };
        Slot { takes, optional: place.optional, found: place.found }
    }

    fn words(&mut self, words: &[String]) -> Takes {
        let mut rows: Vec<Vec<u32>> = words.iter().flat_map(|word| self.rows(word)).collect();
        rows.sort_unstable();
        rows.dedup();
        if rows.iter().all(|row| row.len() == 1) {
            return Takes::Word(rows.into_iter().flatten().collect());
        }
        rows.sort_by_key(|row| Reverse(row.len()));
        Takes::Row(rows)
    }

    /// The word as a row of numbers, and the row with its last vowel elided: "que", "qu'".
    fn rows(&mut self, word: &str) -> Vec<Vec<u32>> {
        let folded = word.to_lowercase().replace('’', "'");
        if folded.ends_with('\'') || folded.starts_with('-') {
            return vec![vec![self.vocabulary.added(&folded)]];
        }
        let parts = (self.cut)(word);
        let mut rows = vec![self.row(&parts)];
        if let Some(stem) = parts.last().and_then(|last| last.strip_suffix(['e', 'a', 'i'])) {
            let elided = format!("{stem}'");
            let mut row = self.row(&parts[..parts.len() - 1]);
            row.push(self.vocabulary.added(&elided));
            rows.push(row);
        }
        rows
    }

    fn row(&mut self, words: &[String]) -> Vec<u32> {
        words.iter().map(|word| self.vocabulary.added(word)).collect()
    }
}

/// The characters of the shortest word that `piece` takes: longer words are rarer, and looked up by them a phrase is
/// seldom tried in vain.
fn shortest(piece: &Piece) -> usize {
    match piece {
        Piece::Inflected(word) => word.chars().count(),
        Piece::OneOf(words) => words.iter().map(|word| word.chars().count()).min().unwrap_or(0),
        Piece::Any | Piece::Gap | Piece::Name | Piece::Number => 0,
    }
}

impl Takes {
    fn is_one_word(&self) -> bool {
        match self {
            Takes::Word(_) | Takes::Any | Takes::Name | Takes::Number => true,
            Takes::Row(_) | Takes::Gap => false,
        }
    }
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
    fn anchors(&self) -> Vec<u32> {
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
