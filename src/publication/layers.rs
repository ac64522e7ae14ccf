//! The layers of settings that hold in a folder, read and checked: nothing left that can fail.

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use globset::{Glob, GlobSet};

use super::doubts::{self, Doubt};
use super::file::{FolderFile, LevelName, PublicationFile};
use super::languages::Languages;
use super::reader::Reader;
use super::{Refusal, unknown};
use crate::language::{Code, Lists};
use crate::rule::rule::Rule;
use crate::rule::shipped;

/// One settings file.
#[derive(Debug)]
pub(super) struct Layer {
    /// The file, or "profile:daily".
    pub(super) path: PathBuf,
    /// Its text, for lines.
    pub(super) text: String,
    /// The folder that its paths count from.
    pub(super) base: PathBuf,
    /// What it says.
    pub(super) file: PublicationFile,
    /// Its language.
    pub(super) language: Option<Code>,
    /// Which files are articles; all where it says nothing.
    pub(super) articles: Option<GlobSet>,
    /// Its folders.
    pub(super) folders: Vec<Folder>,
}

/// A folder that is treated otherwise.
#[derive(Debug)]
pub(super) struct Folder {
    /// Which files.
    pub(super) paths: GlobSet,
    /// Their language.
    pub(super) language: Option<Code>,
    /// What is said of it.
    pub(super) file: FolderFile,
}

/// All layers, the last one wins, and the rules they bring.
pub(super) struct Layers {
    /// The layers.
    pub(super) layers: Vec<Layer>,
    /// Rules of the publication's own.
    pub(super) rules: Vec<Arc<Rule>>,
    /// What they say and nothing comes of.
    pub(super) doubts: Vec<Doubt>,
    /// The languages with the words that they bring.
    pub(super) languages: Arc<Languages>,
    /// With `--config`, paths of files that stand elsewhere count from the current folder.
    pub(super) explicit: bool,
}

impl Layers {
    /// The layers of the settings files of `chain`, the outermost first.
    pub(super) fn read(chain: &[PathBuf], explicit: bool) -> Result<Self, Refusal> {
        let mut reader = Reader::default();
        for path in chain {
            let base = path.parent().unwrap_or(Path::new("")).to_owned();
            reader.file(path, std::path::absolute(&base).unwrap_or(base));
        }
        let languages = Languages::with_words(words(&reader.layers));
        let mut layers =
            Self { layers: reader.layers, rules: reader.rules, doubts: Vec::new(), languages, explicit };
        let mut wrong = reader.wrong;
        for unknown in unknown::names(&layers) {
            match wrong.iter_mut().find(|slips| slips.path == unknown.path) {
                Some(slips) => slips.add(unknown.slips),
                None => wrong.push(unknown),
            }
        }
        if !wrong.is_empty() {
            return Err(Refusal::of_files(wrong));
        }
        layers.doubts = doubts::doubts(&layers);
        Ok(layers)
    }

    /// The names of all rules that are known here, in whatever language.
    pub(super) fn rule_names(&self) -> Vec<String> {
        let shipped = Code::ALL.into_iter().flat_map(shipped::names).map(str::to_owned);
        let own = self.rules.iter().map(|rule| rule.name.clone());
        shipped.chain(own).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// `path` as the patterns of `layer` see it: from its folder, with "/".
    pub(super) fn seen(&self, layer: &Layer, path: &Path) -> String {
        let current = std::env::current_dir().unwrap_or_default();
        let relative = match path.strip_prefix(&layer.base) {
            Ok(relative) => relative,
            Err(_) if self.explicit => path.strip_prefix(&current).unwrap_or(path),
            Err(_) => path,
        };
        relative.to_string_lossy().replace('\\', "/")
    }

    /// What tells the settings of `path` from those of other files: the same key, the same settings.
    pub(super) fn key(&self, path: &Path) -> String {
        let mut key = String::new();
        for layer in &self.layers {
            let seen = self.seen(layer, path);
            key.push_str(&layer.path.to_string_lossy());
            for (index, folder) in layer.folders.iter().enumerate() {
                if folder.paths.is_match(&seen) {
                    key.push_str(&format!("#{index}"));
                }
            }
            key.push('|');
        }
        for rule in self.rules.iter().filter(|rule| !self.in_force_at(rule, path)) {
            key.push_str(&format!("-{}", rule.name));
        }
        key
    }

    /// Whether the rule's own paths let it be in force for `path`.
    pub(super) fn in_force_at(&self, rule: &Rule, path: &Path) -> bool {
        if rule.when_path.is_empty() && rule.unless_path.is_empty() {
            return true;
        }
        let seen = self.layers.last().map_or_else(String::new, |layer| self.seen(layer, path));
        let matches = |patterns: &[String]| {
            let globs = patterns.iter().filter_map(|pattern| Glob::new(pattern).ok());
            globs.into_iter().any(|glob| glob.compile_matcher().is_match(&seen))
        };
        (rule.when_path.is_empty() || matches(&rule.when_path)) && !matches(&rule.unless_path)
    }

    /// Whether the file at `path` is an article.
    pub(super) fn is_article(&self, path: &Path) -> bool {
        let last = self.layers.iter().rev().find_map(|layer| Some((layer, layer.articles.as_ref()?)));
        last.is_none_or(|(layer, articles)| articles.is_match(self.seen(layer, path)))
    }
}

/// The word lists that the layers bring.
fn words(layers: &[Layer]) -> Lists {
    let mut lists = Lists::default();
    for (name, words) in layers.iter().flat_map(|layer| &layer.file.words) {
        lists.extend(name.get_ref(), words.iter().map(|word| word.get_ref().clone()));
    }
    lists
}

/// The line, from 1, at which `at` starts.
pub(super) fn line(text: &str, at: &Range<usize>) -> usize {
    text[..at.start.min(text.len())].matches('\n').count() + 1
}

/// What a level says: a severity, the rule's own, or none.
impl From<LevelName> for super::Level {
    fn from(name: LevelName) -> Self {
        use crate::diagnostic::Severity;
        match name {
            LevelName::Error => Self::Severity(Severity::Error),
            LevelName::Warning => Self::Severity(Severity::Warning),
            LevelName::Advice => Self::Severity(Severity::Advice),
            LevelName::On => Self::On,
            LevelName::Off => Self::Off,
        }
    }
}
