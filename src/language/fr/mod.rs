//! French: its word lists and its grammar.

mod agreement;
mod attributions;
mod bare_sources;
mod behind;
mod beside;
mod claimants;
mod claims;
mod clause_subjects;
mod clauses;
mod colons;
mod complements;
mod conditionals;
mod conditions;
mod cues;
mod drafts;
mod figures;
mod governors;
mod grammar;
mod interviews;
mod inversions;
mod kinds;
mod lexicon;
mod mentions;
mod named_words;
mod names;
mod naming;
mod negated;
mod nonfinite_cues;
mod parse;
mod partials;
mod perfects;
mod phrase_cues;
mod prospects;
mod readings;
mod references;
mod regions;
mod repeated;
mod runs;
mod simples;
mod softened;
mod source_kinds;
mod source_phrases;
mod stances;
mod states;
mod subjects;
mod supposals;
mod tellers;
mod topics;
mod verb_cues;
mod verb_subjects;
mod verbs;
mod vocabulary;

use super::{Grammar, Lists};

/// Its own word lists.
pub(super) fn lists() -> &'static Lists {
    static LISTS: Lists = Lists::shipped(include!(concat!(env!("OUT_DIR"), "/words-fr.rs")));
    &LISTS
}

/// Its grammar over `lists`, a publication's words among them.
pub(super) fn grammar(lists: &Lists) -> Box<dyn Grammar> {
    Box::new(grammar::French::new(lists))
}
