//! English: its word lists and its grammar.

mod agreement;
mod attributions;
mod contents;
mod credits;
mod cues;
mod figures;
mod grammar;
mod inflection;
mod kinds;
mod lexicon;
mod line;
mod names;
mod negated;
mod references;
mod runs;
mod sources;
mod understanding;

use std::sync::LazyLock;

use super::{Grammar, Lists};

/// Its own word lists.
pub(super) fn lists() -> &'static Lists {
    static LISTS: LazyLock<Lists> =
        LazyLock::new(|| Lists::shipped(include_str!(concat!(env!("OUT_DIR"), "/words-en.json"))));
    &LISTS
}

/// Its grammar over `lists`, a publication's words among them.
pub(super) fn grammar(lists: &Lists) -> Box<dyn Grammar> {
    Box::new(grammar::English::new(lists))
}
