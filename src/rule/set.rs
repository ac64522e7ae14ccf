//! All the rules in force together: their word lists inflected, and one vocabulary over all of them.
//!
//! Every word of an article is looked up once and becomes a number; a phrase is then a row of numbers, and only where
//! a word stands that begins a phrase is anything tried.

use std::cmp::Reverse;
use std::sync::Arc;

use foldhash::HashMap;

use super::Rule;
pub use super::phrase::{Match, Phrase, Phrases};
use super::phrase::{Slot, Takes};
use super::replacement::Replacements;
use super::rule::{Condition, Find, Terms, each_with_words};
use super::term::{Piece, Place, Term, has_words};
use crate::analysis::Words;
use crate::diagnostic::Severity;
use crate::language::Language;

/// The rules in force for one publication and one language.
#[derive(Default, Debug)]
pub struct RuleSet {
    /// The genre of articles that don't declare one.
    pub genre: Option<String>,
    /// The names of rules that are known here and not in force.
    pub off: Vec<String>,
    /// How what is suggested takes the form of what was found.
    pub replacements: Replacements,
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

/// A number for each word that any rule knows.
#[derive(Default, Debug)]
struct Vocabulary {
    numbers: HashMap<Box<str>, u32>,
}

/// The number of a word that no rule knows.
const UNKNOWN: u32 = 0;

/// Words of so many letters stand as they are: "il", "que", "of".
const LONGEST_PARTICLE: usize = 3;

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
        Self {
            genre: None,
            off: Vec::new(),
            replacements: Replacements::new(language),
            in_force,
            vocabulary,
            anchored,
        }
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
        if let Some(&number) = self.numbers.get(folded) {
            return number;
        }
        let next = self.numbers.len() as u32 + 1;
        self.numbers.insert(folded.into(), next);
        next
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
        let terms = self.language.lists().get(name).filter_map(|entry| Term::to_find(entry).ok());
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
        // "-on", "'s": what hangs on a word is a word of its own.
        if word.ends_with(['\'', '’']) || word.starts_with(['-', '\'', '’']) {
            let folded = word.to_lowercase().replace('’', "'");
            return vec![vec![self.vocabulary.added(&folded)]];
        }
        // Letters alone are one word as they stand: nothing to cut, nothing to fold.
        let letters = word.bytes().all(|byte| byte.is_ascii_lowercase());
        let parts = if letters { vec![word.to_owned()] } else { (self.cut)(word) };
        let mut rows = vec![self.row(&parts)];
        if let Some(elided) = parts.last().and_then(|last| self.elided(last)) {
            let mut row = self.row(&parts[..parts.len() - 1]);
            row.push(self.vocabulary.added(&elided));
            rows.push(row);
        }
        rows
    }

    /// The word without its last vowel, where the language elides it: "qu'" of "que".
    fn elided(&self, word: &str) -> Option<String> {
        let stem = word.strip_suffix(['e', 'a', 'i'])?;
        let elisions = &self.language.grammar().spelling().elisions;
        elisions.iter().any(|elision| elision == stem).then(|| format!("{stem}'"))
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
