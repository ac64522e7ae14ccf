//! French: its word lists and its grammar.

mod agreement;
mod attributions;
mod claims;
mod conditionals;
mod cues;
mod figures;
mod grammar;
mod kinds;
mod lexicon;
mod names;
mod naming;
mod negated;
mod parse;
mod partials;
mod readings;
mod references;
mod runs;
mod verbs;
mod vocabulary;

use std::sync::LazyLock;

use super::{Grammar, Lists};

/// Its own word lists.
pub(super) fn lists() -> &'static Lists {
    static LISTS: LazyLock<Lists> =
        LazyLock::new(|| Lists::shipped(include_str!(concat!(env!("OUT_DIR"), "/words-fr.json"))));
    &LISTS
}

/// Its grammar over `lists`, a publication's words among them.
pub(super) fn grammar(lists: &Lists) -> Box<dyn Grammar> {
    Box::new(grammar::French::new(lists))
}
