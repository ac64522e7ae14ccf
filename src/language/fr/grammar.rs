//! What French answers to the questions of [`Grammar`].

use super::attributions;
use super::conditionals;
use super::kinds;
use super::lexicon;
use super::names;
use super::parse::Parse;
use super::readings;
use super::references;
use super::vocabulary::{Vocabulary, folded};
use std::ops::Range;

use crate::analysis::{Conditional, Words};
use crate::language::{Grammar, Groundwork, Lists, Reference, Spelling, Understanding};

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
        let kinds = kinds::kinds(&parse);
        let said = attributions::attributions(&parse, &kinds);
        let conditionals = found
            .into_iter()
            .map(|found| Conditional {
                span: found.span,
                verb: found.verb,
                reading: found.reading,
                attribution: attributions::in_sentence(&parse, &said, found.sentence, found.group.finite),
                sentence: found.sentence,
            })
            .collect();
        let quotations = kinds.into_iter().zip(said.of_quotation).collect();
        Understanding {
            quotations,
            attributions: said.attributions,
            conditionals,
            names: names::names(&parse),
            ..Understanding::default()
        }
    }

    fn reference(&self, words: &Words, range: Range<usize>) -> Reference {
        references::reference(words, range, &self.vocabulary)
    }

    fn forms(&self, term: &str) -> Vec<String> {
        lexicon::forms(&folded(term))
    }
}
