//! What English answers to the questions of [`Grammar`].

use crate::language::{Grammar, Lists, Spelling};

/// The grammar of English.
pub(super) struct English {
    spelling: Spelling,
}

impl English {
    /// The grammar over `lists`.
    pub(super) fn new(lists: &Lists) -> Self {
        Self { spelling: Spelling::new(lists) }
    }
}

impl Grammar for English {
    fn spelling(&self) -> &Spelling {
        &self.spelling
    }
}
