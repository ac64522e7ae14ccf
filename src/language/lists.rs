//! Word lists by name, as `words.toml` and a publication's `[words]` give them.

use std::collections::BTreeMap;

/// Word lists, each under its name: "speech-verbs", "loaded".
#[derive(Clone, Default, PartialEq, Eq, Debug, serde::Deserialize)]
#[serde(transparent)]
pub struct Lists {
    lists: BTreeMap<String, Vec<String>>,
}

impl Lists {
    /// The lists of a shipped `words.toml`, as the build packs them.
    pub(crate) fn shipped(packed: &str) -> Self {
        serde_json::from_str(packed).expect("the build writes lists of words")
    }

    /// The entries of a list, as written; none where there's no such list.
    pub fn get(&self, name: &str) -> &[String] {
        self.lists.get(name).map_or(&[], Vec::as_slice)
    }

    /// The names of the lists, in the order of the alphabet.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.lists.keys().map(String::as_str)
    }

    /// Adds entries to a list, which need not be there yet.
    pub fn extend(&mut self, name: &str, entries: impl IntoIterator<Item = String>) {
        self.lists.entry(name.into()).or_default().extend(entries);
    }

    /// Adds another's entries, list by list.
    pub fn add(&mut self, other: Lists) {
        for (name, entries) in other.lists {
            self.extend(&name, entries);
        }
    }
}
