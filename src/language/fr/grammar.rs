//! What French answers to the questions of [`Grammar`].

use super::conditionals;
use super::lexicon;
use super::parse::Parse;
use super::readings;
use super::vocabulary::{Vocabulary, folded};
use crate::analysis::Conditional;
use crate::language::{Grammar, Groundwork, Lists, Spelling, Understanding};

/// The grammar of French.
pub(super) struct French {
    spelling: Spelling,
    vocabulary: Vocabulary,
}

impl French {
    /// The grammar over `lists`.
    pub(super) fn new(lists: &Lists) -> Self {
        Self { spelling: Spelling::new(lists), vocabulary: Vocabulary::new(lists) }
    }
}

impl Grammar for French {
    fn spelling(&self) -> &Spelling {
        &self.spelling
    }

    fn understanding(&self, groundwork: &Groundwork<'_>) -> Understanding {
        let parse = Parse::new(groundwork, &self.vocabulary);
        let mut found = conditionals::conditionals(&parse);
        readings::decide(&parse, &mut found);
        let conditionals = found
            .into_iter()
            .map(|found| Conditional {
                span: found.span,
                verb: found.verb,
                reading: found.reading,
                attribution: None,
                sentence: found.sentence,
            })
            .collect();
        Understanding { conditionals, ..Understanding::default() }
    }

    fn forms(&self, term: &str) -> Vec<String> {
        lexicon::forms(&folded(term))
    }
}
