//! The languages of a publication, its own words among them, and the rules made ready for them: once for all its folders.

use std::sync::{Arc, LazyLock, Mutex, OnceLock, PoisonError};

use crate::analyse;
use crate::diagnostic::Severity;
use crate::language::{Code, Language, Lists};
use crate::rule::set::CompiledRules;
use crate::rule::{Rule, RuleSet};

/// Both languages with a publication's words. Neither is made before an article in it is read.
#[derive(Default)]
pub(super) struct Languages {
    words: Lists,
    english: OnceLock<Ready>,
    french: OnceLock<Ready>,
}

/// A language, and the rules that were made ready for it.
struct Ready {
    language: Arc<Language>,
    rules: Mutex<CompiledRules>,
}

impl Languages {
    /// The languages with `words` beside their own; publications without such words share theirs.
    pub(super) fn with_words(words: Lists) -> Arc<Self> {
        static SHIPPED: LazyLock<Arc<Languages>> = LazyLock::new(Arc::default);
        match words == Lists::default() {
            true => Arc::clone(&SHIPPED),
            false => Arc::new(Self { words, ..Self::default() }),
        }
    }

    /// A language, and `rules` made ready for it.
    pub(super) fn rule_set(&self, code: Code, rules: Vec<(Arc<Rule>, Severity)>) -> (Arc<Language>, RuleSet) {
        let Ready { language, rules: compiled } = self.ready(code);
        let cut = |text: &str| analyse::folded_words(text, language);
        let mut compiled = compiled.lock().unwrap_or_else(PoisonError::into_inner);
        (Arc::clone(language), RuleSet::of(rules, &mut compiled, language, &cut))
    }

    fn ready(&self, code: Code) -> &Ready {
        let cell = match code {
            Code::English => &self.english,
            Code::French => &self.french,
        };
        cell.get_or_init(|| Ready {
            language: Arc::new(Language::with_words(code, self.words.clone())),
            rules: Mutex::default(),
        })
    }
}
