//! `selon.accepted.toml`: findings that an editor has accepted, each with its reason.
//!
//! An entry knows its sentence by a fingerprint, never by a line, so that edits above it don't matter. The file lies
//! beside the settings; of several the nearest above an article holds.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::locate;
use crate::rule::written::{self, Slip, Slips};

/// The file as it is written.
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct AcceptedFile {
    /// What was accepted.
    pub accepted: Vec<Entry>,
}

/// A finding that an editor has accepted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Entry {
    /// The article's file, from the folder of this one on, with "/".
    pub file: String,
    /// The rule.
    pub rule: String,
    /// The words that were found.
    pub words: String,
    /// Why they may stand.
    pub reason: String,
    /// A fingerprint of rule, words and sentence: sixteen hexadecimal digits.
    pub sentence: String,
}

/// The accepted findings of a folder and those below it, by file.
#[derive(Debug, Default)]
pub struct Accepted {
    folder: PathBuf,
    by_file: BTreeMap<String, Vec<Entry>>,
}

impl Accepted {
    /// What the file at `path` accepts, or what is wrong with it.
    pub(super) fn read(path: &Path) -> Result<Self, Slips> {
        let text = fs::read_to_string(path).map_err(|error| {
            Slips::new(path, "", vec![Slip::new(0..0, format!("this file can't be read: {error}"))])
        })?;
        let (file, slips) = written::read::<AcceptedFile>(&text);
        if !slips.is_empty() {
            return Err(Slips::new(path, &text, slips));
        }
        let mut by_file: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
        for entry in file.accepted {
            by_file.entry(entry.file.clone()).or_default().push(entry);
        }
        Ok(Self { folder: path.parent().unwrap_or(Path::new("")).to_owned(), by_file })
    }

    /// What is accepted in the article at `path`.
    pub fn of(&self, path: &Path) -> &[Entry] {
        self.by_file.get(&seen_from(&self.folder, path)).map_or(&[], Vec::as_slice)
    }
}

/// `path` from `folder` on, with "/".
fn seen_from(folder: &Path, path: &Path) -> String {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/")
}

/// Where what is accepted for the article at `path` is written down: the file that is there, else one beside the
/// outermost settings, else one at the repository's root, else one in the current folder.
pub fn place_for(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let folder = path.parent().unwrap_or(&path);
    if let Some(there) = locate::accepted(folder) {
        return there;
    }
    let settings = locate::chain(folder).into_iter().next().and_then(|file| Some(file.parent()?.to_owned()));
    let root = settings.or_else(|| locate::repository(folder));
    root.or_else(|| std::env::current_dir().ok()).unwrap_or_default().join(locate::ACCEPTED)
}

/// Adds `entries` to the file at `place`; their files are made relative to it. Those that are there already are left
/// out. How many were added.
pub fn add(place: &Path, entries: Vec<Entry>) -> Result<usize, String> {
    let told = |error: &dyn std::fmt::Display| format!("can't write {}: {error}", place.display());
    let folder = place.parent().unwrap_or(Path::new(""));
    let known = match place.exists() {
        true => Accepted::read(place).map_err(|slips| told(&slips))?,
        false => Accepted::default(),
    };
    let mut new = Vec::new();
    for mut entry in entries {
        entry.file = seen_from(folder, Path::new(&entry.file));
        let there = known.by_file.get(&entry.file).is_some_and(|known| {
            known.iter().any(|known| known.rule == entry.rule && known.sentence == entry.sentence)
        });
        if !there && !new.contains(&entry) {
            new.push(entry);
        }
    }
    let count = new.len();
    if count > 0 {
        let text = toml::to_string(&AcceptedFile { accepted: new }).map_err(|error| told(&error))?;
        let head = match place.exists() {
            true => "\n",
            false => {
                "# Findings that an editor has accepted, each with its reason. `selon accept` adds to it.\n\n"
            }
        };
        let mut file =
            fs::OpenOptions::new().create(true).append(true).open(place).map_err(|error| told(&error))?;
        file.write_all(format!("{head}{text}").as_bytes()).map_err(|error| told(&error))?;
    }
    Ok(count)
}
