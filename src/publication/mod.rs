//! What one publication wants: which rules, how severe, which words, in which folders.
//!
//! [`mod@file`] is `selon.toml` as written; [`Settings`] what holds for an article. Layers come one upon the other, the
//! last one wins: shipped defaults, what the publication `extends`, `selon.toml` of the root, `selon.toml` of a
//! folder below it, the command line. Files with the same settings share them, their rules compiled once.

pub mod accepted;
mod doubts;
pub mod file;
mod files;
mod languages;
mod layers;
mod locate;
mod merged;
mod reach;
mod reader;
mod settings;
mod unknown;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use miette::Diagnostic;
use thiserror::Error;

use crate::language::Code;
use crate::read::AskedEncoding;
use crate::rule::Rule;
use crate::rule::slip::Slips;
use crate::rule::written;
use accepted::Accepted;
use layers::Layers;

pub use doubts::Doubt;
pub use merged::{Level, Origin};
pub use settings::{InLanguage, Settings};

/// What the command line asks for over all settings.
#[derive(Clone, Default, Debug)]
pub struct Overrides {
    /// The language of every article.
    pub language: Option<Code>,
    /// The encoding of every article, against all appearance.
    pub encoding: Option<AskedEncoding>,
    /// These rules and no others, on also where they are off; empty: those that the settings say.
    pub only: Vec<String>,
}

/// Why settings or rules can't be used: the run stops.
#[derive(Debug, Error, Diagnostic, Clone)]
#[error("{message}")]
pub struct Refusal {
    /// What is the matter.
    pub message: String,
    /// What to do.
    #[help]
    pub help: Option<String>,
    /// The files at fault, each with all that is wrong in it.
    #[related]
    pub files: Vec<Slips>,
}

impl Refusal {
    /// The refusal that says `message`, and what to do.
    pub fn new(message: impl Into<String>, help: impl Into<Option<String>>) -> Self {
        Self { message: message.into(), help: help.into(), files: Vec::new() }
    }

    /// The refusal of files with what is wrong in each.
    pub fn of_files(files: Vec<Slips>) -> Self {
        let message = match files.len() {
            1 => "a rule or settings file is wrong".to_owned(),
            n => format!("{n} rule or settings files are wrong"),
        };
        Self { message, help: None, files }
    }
}

/// What was read of each place, or why it can't be in force.
type Read<Place, T> = Mutex<HashMap<Place, Result<Arc<T>, Refusal>>>;

/// The settings of all the folders of a run, found and read as they are needed. Shared by all threads.
pub struct Publications {
    explicit: Option<PathBuf>,
    overrides: Overrides,
    folders: Read<PathBuf, Layers>,
    chains: Read<Vec<PathBuf>, Layers>,
    settings: Mutex<HashMap<String, Arc<Settings>>>,
    /// For each folder the file that says what is accepted there.
    accepted_places: Mutex<HashMap<PathBuf, Option<PathBuf>>>,
    accepted: Read<PathBuf, Accepted>,
}

impl Publications {
    /// Settings found from each article's folder upwards; of `config` alone where it is given. Fails where `config`
    /// can't be read, or where a rule of `overrides` is known neither in the current folder's settings nor anywhere.
    pub fn new(config: Option<PathBuf>, overrides: Overrides) -> Result<Self, Refusal> {
        if let Some(path) = config.as_ref().filter(|path| !path.is_file()) {
            return Err(Refusal::new(
                format!("there is no settings file {}", path.display()),
                "check the path behind --config".to_owned(),
            ));
        }
        Ok(Self {
            explicit: config,
            overrides,
            folders: Mutex::default(),
            chains: Mutex::default(),
            settings: Mutex::default(),
            accepted_places: Mutex::default(),
            accepted: Mutex::default(),
        })
    }

    /// The settings for the article at `path`, relative to the current folder or absolute.
    pub fn settings_for(&self, path: &Path) -> Result<Arc<Settings>, Refusal> {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let layers = self.layers(path.parent().unwrap_or(&path))?;
        let key = layers.key(&path);
        let mut settings = self.settings.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = settings.get(&key) {
            return Ok(Arc::clone(known));
        }
        let made = Arc::new(Settings::new(&layers, &path, &self.overrides));
        settings.insert(key, Arc::clone(&made));
        Ok(made)
    }

    /// Reads the settings for all of `paths`, so that what is wrong with any of them is known before the run starts.
    pub fn all_settings<'p>(&self, paths: impl Iterator<Item = &'p Path>) -> Result<(), Refusal> {
        let mut seen = None;
        for path in paths {
            let folder = path.parent();
            if seen != folder {
                seen = folder;
                self.settings_for(path)?;
            }
        }
        Ok(())
    }

    /// What editors have accepted for the article at `path` and those beside it.
    pub fn accepted_for(&self, path: &Path) -> Result<Arc<Accepted>, Refusal> {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let folder = path.parent().unwrap_or(&path);
        let mut places = self.accepted_places.lock().unwrap_or_else(PoisonError::into_inner);
        let place = places.entry(folder.to_owned()).or_insert_with(|| locate::accepted(folder));
        let Some(file) = place else { return Ok(Arc::default()) };
        let mut accepted = self.accepted.lock().unwrap_or_else(PoisonError::into_inner);
        let read = || Accepted::read(file).map(Arc::new).map_err(|slips| Refusal::of_files(vec![slips]));
        accepted.entry(file.clone()).or_insert_with(read).clone()
    }

    /// Articles in which something is accepted, and that aren't there any more: where it is written, the article.
    pub fn accepted_and_gone(&self) -> Vec<(PathBuf, String)> {
        let accepted = self.accepted.lock().unwrap_or_else(PoisonError::into_inner);
        let read = accepted.iter().filter_map(|(place, accepted)| Some((place, accepted.as_ref().ok()?)));
        let mut gone: Vec<_> = read
            .flat_map(|(place, accepted)| accepted.gone().map(|file| (place.clone(), file.to_owned())))
            .collect();
        gone.sort();
        gone
    }

    /// What the settings read so far say and nothing comes of, each once.
    pub fn doubts(&self) -> Vec<Doubt> {
        let chains = self.chains.lock().unwrap_or_else(PoisonError::into_inner);
        doubts::each_once(chains.values().filter_map(|layers| layers.as_deref().ok()))
    }

    /// Whether the file at `path` is an article by the settings' `articles`; every file is where they say nothing.
    pub fn is_article(&self, path: &Path) -> Result<bool, Refusal> {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        Ok(self.layers(path.parent().unwrap_or(&path))?.is_article(&path))
    }

    /// The layers that hold in `folder`.
    fn layers(&self, folder: &Path) -> Result<Arc<Layers>, Refusal> {
        let mut folders = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = folders.get(folder) {
            return known.clone();
        }
        let chain = match &self.explicit {
            Some(config) => vec![config.clone()],
            None => locate::chain(folder),
        };
        let mut chains = self.chains.lock().unwrap_or_else(PoisonError::into_inner);
        let layers = chains
            .entry(chain.clone())
            .or_insert_with(|| {
                let layers = Layers::read(&chain, self.explicit.is_some())?;
                check_only(&self.overrides.only, &layers)?;
                Ok(Arc::new(layers))
            })
            .clone();
        folders.insert(folder.to_owned(), layers.clone());
        layers
    }

    /// The rules of the file or folder at `path`, for `selon test` and `selon try`, their names known to the settings
    /// that hold there; `language` is that of a file whose folder doesn't say so.
    pub fn rules_at(&self, path: &Path, language: Option<Code>) -> Result<Vec<Arc<Rule>>, Refusal> {
        let rules = rules_at(path, language)?;
        let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let folder = if whole.is_dir() { &whole } else { whole.parent().unwrap_or(&whole) };
        let wrong = unknown::in_rules(&*self.layers(folder)?, &rules);
        if wrong.is_empty() { Ok(rules) } else { Err(Refusal::of_files(wrong)) }
    }
}

/// The rules of the file or folder at `path`.
fn rules_at(path: &Path, language: Option<Code>) -> Result<Vec<Arc<Rule>>, Refusal> {
    let (mut rules, mut wrong) = (Vec::new(), Vec::new());
    if !path.exists() {
        let message = format!("there is no rule file or folder {}", path.display());
        return Err(Refusal::new(message, "check the path".to_owned()));
    }
    files::read(path, language, &mut rules, &mut wrong);
    if wrong.is_empty() { Ok(rules) } else { Err(Refusal::of_files(wrong)) }
}

/// Complains of a rule asked for by name that nobody knows.
fn check_only(only: &[String], layers: &Layers) -> Result<(), Refusal> {
    let known = layers.rule_names();
    match only.iter().find(|name| !known.contains(name)) {
        Some(name) => Err(Refusal::new(format!("there is no rule `{name}`"), written::advice(name, &known))),
        None => Ok(()),
    }
}
