//! Word lists by name, as `words.toml` and a publication's `[words]` give them.

use std::collections::{BTreeMap, BTreeSet};

/// The lists of a shipped `words.toml` as the build puts them into the program: in the order of their names.
pub(crate) type Shipped = &'static [(&'static str, &'static [&'static str])];

/// Word lists, each under its name: "speech-verbs", "loaded".
#[derive(Clone, Default, PartialEq, Eq, Debug, serde::Deserialize)]
#[serde(from = "BTreeMap<String, Vec<String>>")]
pub struct Lists {
    shipped: Shipped,
    added: BTreeMap<String, Vec<String>>,
}

impl Lists {
    /// The lists of a shipped `words.toml`.
    pub(crate) const fn shipped(shipped: Shipped) -> Self {
        Self { shipped, added: BTreeMap::new() }
    }

    /// The entries of a list, as written: those that ship, then those that were added. None where there's no such list.
    pub fn get(&self, name: &str) -> impl Iterator<Item = &str> {
        let shipped = self.shipped.binary_search_by_key(&name, |(name, _)| name).ok();
        let shipped = shipped.map_or(&[][..], |at| self.shipped[at].1).iter().copied();
        shipped.chain(self.added.get(name).into_iter().flatten().map(String::as_str))
    }

    /// The names of the lists, in the order of the alphabet.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let shipped = self.shipped.iter().map(|(name, _)| *name);
        shipped.chain(self.added.keys().map(String::as_str)).collect::<BTreeSet<_>>().into_iter()
    }

    /// Adds entries to a list, which need not be there yet.
    pub fn extend(&mut self, name: &str, entries: impl IntoIterator<Item = String>) {
        self.added.entry(name.into()).or_default().extend(entries);
    }

    /// Adds another's entries, list by list: its shipped ones too.
    pub fn add(&mut self, other: Lists) {
        for (name, entries) in other.shipped {
            self.extend(name, entries.iter().map(|&entry| entry.to_owned()));
        }
        for (name, entries) in other.added {
            self.extend(&name, entries);
        }
    }
}

impl From<BTreeMap<String, Vec<String>>> for Lists {
    fn from(added: BTreeMap<String, Vec<String>>) -> Self {
        Self { shipped: &[], added }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn added_entries_stand_behind_those_that_ship() {
        let mut lists = Lists::shipped(&[("loaded", &["regime"]), ("speech-verbs", &["say", "tell"])]);
        lists.extend("speech-verbs", ["thunder".to_owned()]);
        lists.extend("house-style", ["amidst".to_owned()]);
        assert_eq!(lists.get("speech-verbs").collect::<Vec<_>>(), ["say", "tell", "thunder"]);
        assert_eq!(lists.get("house-style").collect::<Vec<_>>(), ["amidst"]);
        assert_eq!(lists.get("no-such-list").count(), 0);
        assert_eq!(lists.names().collect::<Vec<_>>(), ["house-style", "loaded", "speech-verbs"]);
    }
}
