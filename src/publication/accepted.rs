//! `selon.accepted.toml`: findings that an editor has accepted, each with its reason.
//!
//! An entry knows its sentence by a fingerprint, never by a line, so that edits above it don't matter. The file lies
//! beside the settings; of several the nearest above an article holds.

use std::collections::{BTreeMap, HashSet};
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::locate;
use crate::rule::slip::{Slip, Slips};
use crate::rule::written;

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
        let (file, mut slips) = written::read::<AcceptedFile>(&text);
        if slips.is_empty() {
            slips = missing(&file, &text);
        }
        if !slips.is_empty() {
            return Err(Slips::new(path, &text, slips));
        }
        let mut by_file: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
        for entry in file.accepted {
            by_file.entry(entry.file.clone()).or_default().push(entry);
        }
        Ok(Self { folder: path.parent().unwrap_or(Path::new("")).to_owned(), by_file })
    }

    /// The files that something is accepted in and that aren't there any more.
    pub(super) fn gone(&self) -> impl Iterator<Item = &str> {
        self.by_file.keys().filter(|file| !self.folder.join(file).exists()).map(String::as_str)
    }

    /// What is accepted in the article at `path`.
    pub fn of(&self, path: &Path) -> &[Entry] {
        self.by_file.get(&seen_from(&self.folder, path)).map_or(&[], Vec::as_slice)
    }
}

/// What the entries leave out that they need.
fn missing(file: &AcceptedFile, text: &str) -> Vec<Slip> {
    const HEADING: &str = "[[accepted]]";
    let headings = text.match_indices(HEADING).filter(|(at, _)| {
        text[..*at]
            .lines()
            .next_back()
            .is_none_or(|line| text[..*at].ends_with('\n') || line.trim().is_empty())
    });
    let slips = file.accepted.iter().zip(headings).flat_map(|(entry, (at, _))| {
        let needed = [
            ("file", &entry.file, "the article's file, from this folder on"),
            ("rule", &entry.rule, "the rule whose finding is accepted"),
            ("reason", &entry.reason, "why the words may stand"),
            ("sentence", &entry.sentence, "the fingerprint; `selon accept` writes all of it"),
        ];
        needed.into_iter().filter(|(_, value, _)| value.trim().is_empty()).map(move |(key, _, what)| {
            Slip::new(at..at + HEADING.len(), format!("this acceptance has no `{key}`")).with_help(what)
        })
    });
    slips.collect()
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
/// out. How many were added. The file is whole at any moment, and of two runs at once neither loses what the other
/// writes: one waits for the other, and reads again what is there.
pub fn add(place: &Path, entries: Vec<Entry>) -> Result<usize, String> {
    let told = |error: &dyn std::fmt::Display| format!("can't write {}: {error}", place.display());
    let _turn = turn(place).map_err(|error| told(&error))?;
    let folder = place.parent().unwrap_or(Path::new(""));
    let before = match fs::read_to_string(place) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
        Err(error) => return Err(told(&error)),
    };
    let (known, slips) = written::read::<AcceptedFile>(&before);
    if let Some(slip) = slips.first() {
        return Err(format!("{} can't be used as it is: {}", place.display(), slip.message));
    }
    let mark = |entry: &Entry| (entry.file.clone(), entry.rule.clone(), entry.sentence.clone());
    let mut there: HashSet<_> = known.accepted.iter().map(mark).collect();
    let mut new = Vec::new();
    for mut entry in entries {
        entry.file = seen_from(folder, Path::new(&entry.file));
        if there.insert(mark(&entry)) {
            new.push(entry);
        }
    }
    let count = new.len();
    if count > 0 {
        let added = toml::to_string(&AcceptedFile { accepted: new }).map_err(|error| told(&error))?;
        let before = if before.is_empty() { HEAD.to_owned() } else { before };
        replace(place, &format!("{}\n\n{added}", before.trim_end())).map_err(|error| told(&error))?;
    }
    Ok(count)
}

/// How a new file opens.
const HEAD: &str = "# Findings that an editor has accepted, each with its reason. `selon accept` and `selon baseline` add to it;
# what you take out is found again.";

/// Waits until no other run writes at `place`; the turn ends when what comes back is dropped. The lock lies among the
/// system's temporary files, so that none is left beside the articles.
fn turn(place: &Path) -> io::Result<File> {
    let place = std::path::absolute(place)?;
    let mut hasher = DefaultHasher::new();
    place.hash(&mut hasher);
    let lock = std::env::temp_dir().join(format!("selon-{:016x}.lock", hasher.finish()));
    let opened = fs::OpenOptions::new().create(true).truncate(false).write(true).open(&lock);
    // Where somebody else made it, to read it is enough.
    let file = opened.or_else(|_| File::open(&lock))?;
    file.lock()?;
    Ok(file)
}

/// Puts `text` in the place of the file at `place`, whole or not at all.
fn replace(place: &Path, text: &str) -> io::Result<()> {
    let draft = place.with_file_name(format!(".{}.{}.part", locate::ACCEPTED, std::process::id()));
    let written = fs::write(&draft, text).and_then(|()| fs::rename(&draft, place));
    written.inspect_err(|_| {
        let _ = fs::remove_file(&draft);
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_runs_at_once_none_loses_what_another_writes() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = folder.path().join(locate::ACCEPTED);
        let add = |run: usize| {
            let file = folder.path().join(format!("{run}.md")).to_string_lossy().into_owned();
            let entry = Entry { file, rule: "nameless-source".into(), ..Entry::default() };
            add(&place, vec![entry]).expect("it is written");
        };
        std::thread::scope(|scope| {
            for run in 0..8 {
                scope.spawn(move || add(run));
            }
        });
        let text = fs::read_to_string(&place).expect("it is there");
        let (file, slips) = written::read::<AcceptedFile>(&text);
        assert!(slips.is_empty());
        assert_eq!(file.accepted.len(), 8);
    }
}
