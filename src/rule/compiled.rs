//! Rules made ready for a language: their word lists inflected, each word a number.
//!
//! A rule is made ready once for all the settings of a publication that put it in force, so that a folder with a rule
//! more costs that rule alone.

use std::cmp::Reverse;
use std::sync::Arc;

use foldhash::HashMap;

use super::Rule;
use super::phrase::{Phrase, Phrases, Slot, Takes};
use super::rule::{Condition, Find, Terms, each_with_words};
use super::term::{Piece, Place, Term, has_words};
use crate::language::Language;

/// A rule with its words inflected.
#[derive(Debug)]
pub struct Compiled {
    /// What it looks for.
    pub find: Vec<Find<Phrases>>,
    /// What must hold.
    pub when: Vec<Condition<Phrases>>,
    /// What excuses.
    pub unless: Vec<Condition<Phrases>>,
}

/// The rules that were made ready so far, and the words that they know.
#[derive(Default, Debug)]
pub struct CompiledRules {
    vocabulary: Arc<Vocabulary>,
    rules: Vec<(Arc<Rule>, Arc<Compiled>)>,
}

/// A number for each word that any rule knows.
#[derive(Clone, Default, Debug)]
pub(super) struct Vocabulary {
    numbers: HashMap<Box<str>, u32>,
}

/// The number of a word that no rule knows.
const UNKNOWN: u32 = 0;

/// Words of so many letters stand as they are: "il", "que", "of".
const LONGEST_PARTICLE: usize = 3;

/// How a text is cut into folded words, as an article's is.
pub type Cut<'a> = &'a dyn Fn(&str) -> Vec<String>;

impl CompiledRules {
    /// The rule with its words inflected as `language` does and cut as articles are. All that are asked of one
    /// `CompiledRules` must be for one language.
    pub(super) fn compiled(&mut self, rule: &Arc<Rule>, language: &Language, cut: Cut<'_>) -> Arc<Compiled> {
        if let Some((_, known)) = self.rules.iter().find(|(known, _)| Arc::ptr_eq(known, rule)) {
            return Arc::clone(known);
        }
        let mut compiler = Compiler { vocabulary: Arc::make_mut(&mut self.vocabulary), language, cut };
        let mut phrases = |terms: &Terms| compiler.phrases(terms);
        let compiled = Arc::new(Compiled {
            find: rule.find.iter().map(|find| find.with_words(&mut phrases)).collect(),
            when: each_with_words(&rule.when, &mut phrases),
            unless: each_with_words(&rule.unless, &mut phrases),
        });
        self.rules.push((Arc::clone(rule), Arc::clone(&compiled)));
        compiled
    }

    /// The words of all rules that were made ready so far. What is made ready later leaves it as it is.
    pub(super) fn vocabulary(&self) -> Arc<Vocabulary> {
        Arc::clone(&self.vocabulary)
    }
}

impl Vocabulary {
    /// The number of a folded word; the same for all that no rule knows.
    pub(super) fn number(&self, folded: &str) -> u32 {
        self.numbers.get(folded).copied().unwrap_or(UNKNOWN)
    }

    /// How many words it holds; their numbers are 1 to this.
    pub(super) fn len(&self) -> usize {
        self.numbers.len()
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
    vocabulary: &'a mut Vocabulary,
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
        let parts = (self.cut)(word);
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
