//! All the rules in force together: their word lists inflected, and one vocabulary over all of them.
//!
//! Every word of an article is looked up once and becomes a number; a phrase is then a row of numbers, and only where
//! a word stands that begins a phrase is anything tried.

use std::sync::Arc;

use super::Rule;
use super::compiled::Vocabulary;
pub use super::compiled::{Compiled, CompiledRules, Cut};
pub use super::phrase::{Match, Phrase, Phrases};
use super::replacement::Replacements;
use super::rule::Find;
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
    vocabulary: Arc<Vocabulary>,
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
    /// The rule with its words inflected.
    pub compiled: Arc<Compiled>,
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

impl RuleSet {
    /// The rules, each with its severity here, their words inflected as `language` does and cut as articles are.
    pub fn new(rules: Vec<(Arc<Rule>, Severity)>, language: &Language, cut: Cut<'_>) -> Self {
        Self::of(rules, &mut CompiledRules::default(), language, cut)
    }

    /// The same; what was made ready for other sets of the language is taken from `compiled`, and what wasn't stands there
    /// afterwards.
    pub fn of(
        rules: Vec<(Arc<Rule>, Severity)>,
        compiled: &mut CompiledRules,
        language: &Language,
        cut: Cut<'_>,
    ) -> Self {
        let in_force: Vec<InForce> = rules
            .into_iter()
            .map(|(rule, severity)| InForce {
                compiled: compiled.compiled(&rule, language, cut),
                rule,
                severity,
            })
            .collect();
        let vocabulary = compiled.vocabulary();
        Self {
            genre: None,
            off: Vec::new(),
            replacements: Replacements::new(language),
            anchored: anchored(&in_force, vocabulary.len()),
            in_force,
            vocabulary,
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
        for (find, finds) in in_force.compiled.find.iter().enumerate() {
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
