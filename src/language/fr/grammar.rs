//! What French answers to the questions of [`Grammar`].

use crate::language::{Grammar, Lists, Spelling};

/// The grammar of French.
pub(super) struct French {
    spelling: Spelling,
}

impl French {
    /// The grammar over `lists`.
    pub(super) fn new(lists: &Lists) -> Self {
        Self { spelling: Spelling::new(lists) }
    }
}

impl Grammar for French {
    fn spelling(&self) -> &Spelling {
        &self.spelling
    }
}
