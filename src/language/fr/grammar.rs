//! What French answers to the questions of [`Grammar`].

use super::agreement;
use super::attributions;
use super::claimants::{self, Claim};
use super::claims;
use super::conditionals;
use super::figures;
use super::lexicon;
use super::names;
use super::negated;
use super::parse::Parse;
use super::readings;
use super::references;
use super::vocabulary::{Vocabulary, folded};
use std::ops::Range;

use crate::analysis::{Conditional, Reading, Words};
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
        let said = attributions::attributions(&parse);
        let claims: Vec<_> = found
            .iter()
            .map(|found| Claim {
                word: found.group.finite,
                sentence: found.sentence,
                reported: found.reading == Reading::Reported,
            })
            .collect();
        let own = claimants::claimants(&parse, &said, &claims);
        let mut conditionals: Vec<_> = found
            .into_iter()
            .zip(own)
            .map(|(found, attribution)| Conditional {
                span: found.span,
                verb: found.verb,
                reading: found.reading,
                attribution,
                sentence: found.sentence,
            })
            .collect();
        let mut quotations: Vec<_> = said.kinds.iter().copied().zip(said.of_quotation).collect();
        let attributions = claims::told(said.attributions, &mut quotations, &mut conditionals);
        Understanding {
            quotations,
            attributions,
            conditionals,
            names: names::names(&parse),
            figures: figures::figures(&parse),
            negated: negated::negated(&parse),
        }
    }

    fn reference(&self, words: &Words, range: Range<usize>) -> Reference {
        references::reference(words, range, &self.vocabulary)
    }

    fn forms(&self, term: &str) -> Vec<String> {
        lexicon::forms(&folded(term))
    }

    fn like(&self, replacement: &str, found: &str) -> String {
        agreement::like(replacement, found)
    }
}
