//! English: its word lists and its grammar.

#![allow(clippy::single_range_in_vec_init, reason = "content is a list of stretches, often one")]

mod agreement;
mod announced;
mod answered;
mod as_said;
mod attributions;
mod behind_colons;
mod clause_before;
mod clauses;
mod comma_behind;
mod complements;
mod content_search;
mod contents;
mod credits;
mod cue_sources;
mod cues;
mod extents;
mod figures;
mod finite;
mod grammar;
mod inflection;
mod kinds;
mod lexicon;
mod line;
mod names;
mod negated;
mod noun_phrases_before;
mod noun_phrases_behind;
mod nouns;
mod phrases;
mod profiles;
mod quoted_before;
mod references;
mod runs;
mod said_behind;
mod source_kinds;
mod sources_behind;
mod subjects;
mod tags;
mod things_said;
mod understanding;
mod units;
mod verb_groups;
mod without_saying;

use super::{Grammar, Lists};

/// Its own word lists.
pub(super) fn lists() -> &'static Lists {
    static LISTS: Lists = Lists::shipped(include!(concat!(env!("OUT_DIR"), "/words-en.rs")));
    &LISTS
}

/// Its grammar over `lists`, a publication's words among them.
pub(super) fn grammar(lists: &Lists) -> Box<dyn Grammar> {
    Box::new(grammar::English::new(lists))
}
