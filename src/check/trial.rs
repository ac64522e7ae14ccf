//! A draft of a rule, tried on articles beside the rule in force of the same name.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::finding::finding;
use crate::article::Article;
use crate::outcome::Finding;
use crate::publication::InLanguage;
use crate::rule::{Rule, RuleSet};
use crate::{analyse, lint};

/// A draft, its words inflected once for all articles with the same settings. Shared by all threads.
pub struct Draft {
    rule: Arc<Rule>,
    /// By the address of the language that they are inflected in: settings outlive a run.
    compiled: Mutex<HashMap<usize, Arc<Compiled>>>,
}

/// The draft alone, and the rule in force that it would replace.
struct Compiled {
    draft: RuleSet,
    in_force: Option<RuleSet>,
}

/// What was found in an article.
#[derive(Debug, Default)]
pub struct Tried {
    /// By the draft.
    pub draft: Vec<Finding>,
    /// By the rule in force of the same name, alone as well; nothing where none is in force.
    pub in_force: Option<Vec<Finding>>,
}

impl Draft {
    /// The draft of `rule`.
    pub fn new(rule: Arc<Rule>) -> Self {
        Self { rule, compiled: Mutex::default() }
    }

    /// The rule.
    pub fn rule(&self) -> &Rule {
        &self.rule
    }

    /// What draft and rule in force find in `article`.
    pub fn tried(&self, article: &Article, in_language: &InLanguage) -> Tried {
        let compiled = self.compiled(in_language);
        let analysis = analyse::analysis(article, &in_language.language);
        let found = |rules: &RuleSet| {
            let diagnostics = lint::diagnostics(article, &analysis, rules);
            diagnostics.into_iter().map(|diagnostic| finding(diagnostic, article, &analysis)).collect()
        };
        Tried { draft: found(&compiled.draft), in_force: compiled.in_force.as_ref().map(found) }
    }

    fn compiled(&self, in_language: &InLanguage) -> Arc<Compiled> {
        let key = std::ptr::from_ref(in_language) as usize;
        let mut compiled = self.compiled.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(compiled.entry(key).or_insert_with(|| Arc::new(Compiled::new(&self.rule, in_language))))
    }
}

impl Compiled {
    fn new(rule: &Arc<Rule>, in_language: &InLanguage) -> Self {
        let language = &in_language.language;
        let cut = |text: &str| analyse::folded_words(text, language);
        let alone = |rule: &Arc<Rule>| {
            let mut rules = RuleSet::new(vec![(Arc::clone(rule), rule.severity)], language, &cut);
            rules.genre.clone_from(&in_language.rules.genre);
            rules
        };
        let in_force = in_language.rules.in_force().iter().find(|other| other.rule.name == rule.name);
        Self { draft: alone(rule), in_force: in_force.map(|in_force| alone(&in_force.rule)) }
    }
}
