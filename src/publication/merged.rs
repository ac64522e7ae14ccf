//! The layers made one: for each setting the value that holds for a path, and where it comes from.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::file::LevelName;
use super::layers::{Layer, Layers, line};
use crate::diagnostic::Severity;
use crate::language::Code;
use crate::rule::written::Placed;

/// How severe a rule is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Level {
    /// So severe.
    Severity(Severity),
    /// In force, as severe as the rule itself says.
    On,
    /// Not in force.
    Off,
}

/// A setting in force, and where it is written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Origin {
    /// The setting: "severity.scare-quote".
    pub key: String,
    /// Its value as settings write it.
    pub value: String,
    /// The file that says so, or "profile:daily".
    pub path: PathBuf,
    /// The line there, from 1.
    pub line: usize,
}

/// What holds for a path.
#[derive(Default, Debug)]
pub(super) struct Merged {
    pub(super) language: Option<Code>,
    pub(super) levels: BTreeMap<String, Level>,
    pub(super) only: Option<Vec<String>>,
    pub(super) genre: Option<String>,
    pub(super) origins: Vec<Origin>,
}

impl Merged {
    /// What `layers` say for `path`.
    pub(super) fn new(layers: &Layers, path: &Path) -> Self {
        let mut merged = Self::default();
        for layer in &layers.layers {
            merged.layer(layer);
            let seen = layers.seen(layer, path);
            for folder in layer.folders.iter().filter(|folder| folder.paths.is_match(&seen)) {
                let file = &folder.file;
                merged.levels(layer, &file.severity);
                merged.only(layer, file.only.as_ref());
                merged.language(layer, file.language.as_ref(), folder.language);
                merged.genre(layer, file.genre.as_ref());
            }
        }
        merged
    }

    fn layer(&mut self, layer: &Layer) {
        let file = &layer.file;
        self.levels(layer, &file.severity);
        self.only(layer, file.only.as_ref());
        self.language(layer, file.language.as_ref(), layer.language);
        self.genre(layer, file.genre.as_ref());
        for (name, words) in &file.words {
            let list: Vec<&str> = words.iter().map(|word| word.get_ref().as_str()).collect();
            self.add(layer, &format!("words.{}", name.get_ref()), format!("{list:?}"), name.span().start);
        }
        if let Some(first) = file.articles.0.first() {
            let globs: Vec<&str> = file.articles.0.iter().map(|glob| glob.get_ref().as_str()).collect();
            self.note(layer, "articles", format!("{globs:?}"), first.span().start);
        }
        for (key, names) in [("extends", &file.extends), ("rules", &file.rules)] {
            for name in &names.0 {
                self.add(layer, key, format!("{:?}", name.get_ref()), name.span().start);
            }
        }
    }

    fn levels(&mut self, layer: &Layer, levels: &BTreeMap<Placed<String>, LevelName>) {
        for (name, level) in levels {
            let level = Level::from(*level);
            self.levels.insert(name.get_ref().clone(), level);
            self.note(layer, &format!("severity.{}", name.get_ref()), format!("{level}"), name.span().start);
        }
    }

    fn only(&mut self, layer: &Layer, only: Option<&Placed<Vec<Placed<String>>>>) {
        let Some(only) = only else { return };
        let names: Vec<String> = only.get_ref().iter().map(|name| name.get_ref().clone()).collect();
        self.note(layer, "only", format!("{names:?}"), only.span().start);
        self.only = Some(names);
    }

    fn language(&mut self, layer: &Layer, written: Option<&Placed<String>>, code: Option<Code>) {
        if let (Some(written), Some(code)) = (written, code) {
            self.language = Some(code);
            self.note(layer, "language", format!("{:?}", code.tag()), written.span().start);
        }
    }

    fn genre(&mut self, layer: &Layer, genre: Option<&Placed<String>>) {
        if let Some(genre) = genre {
            self.genre = Some(genre.get_ref().clone());
            self.note(layer, "genre", format!("{:?}", genre.get_ref()), genre.span().start);
        }
    }

    /// Notes where a setting stands that puts an earlier one out of force.
    fn note(&mut self, layer: &Layer, key: &str, value: String, at: usize) {
        self.origins.retain(|origin| origin.key != key);
        self.add(layer, key, value, at);
    }

    /// Notes where a setting stands that adds to earlier ones.
    fn add(&mut self, layer: &Layer, key: &str, value: String, at: usize) {
        let line = line(&layer.text, &(at..at));
        self.origins.push(Origin { key: key.into(), value, path: layer.path.clone(), line });
    }
}

impl std::fmt::Display for Level {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let name = match self {
            Level::Severity(severity) => severity.name(),
            Level::On => "on",
            Level::Off => "off",
        };
        write!(formatter, "\"{name}\"")
    }
}
