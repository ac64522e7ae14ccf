//! How much was looked at: counted where debug assertions are, for the tests that hold how work grows with the text.
//!
//! A loop over words or stretches looks at each; so a step that goes through an article once for each finding in it
//! shows, also where it allocates nothing. A program that is built for use counts nothing.

use std::cell::Cell;

thread_local! {
    static LOOKS: Cell<u64> = const { Cell::new(0) };
}

/// How often this thread looked at a word or a stretch so far; always 0 where nothing is counted.
pub fn looks() -> u64 {
    LOOKS.get()
}

/// Counts a look at a word, a stretch, somebody who is named.
#[inline]
pub(crate) fn look() {
    if cfg!(debug_assertions) {
        LOOKS.set(LOOKS.get() + 1);
    }
}
