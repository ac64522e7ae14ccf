//! `selon.toml` as it is written: each key with its meaning. The manual and the schema are made from these
//! docstrings.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::rule::one_or_more::OneOrMore;
use crate::rule::written::Placed;

/// How severe a rule is in a publication.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LevelName {
    /// Fails the run.
    Error,
    /// To be mended before print.
    Warning,
    /// For quiet days.
    Advice,
    /// In force with the severity that the rule itself says.
    On,
    /// Not in force.
    Off,
}

/// What one publication wants. Everything may be left out.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct PublicationFile {
    /// Settings to build on: "profile:daily", a settings file, a folder with rules or settings. Later ones win.
    pub extends: OneOrMore<Placed<String>>,
    /// The language of the articles: "fr" or "en". Left out, it is found out article by article.
    #[schemars(with = "Option<String>")]
    pub language: Option<Placed<String>>,
    /// Which files are articles: `["content/**/*.md"]`. Left out, all that can be read.
    pub articles: OneOrMore<Placed<String>>,
    /// Folders or files with rules of its own.
    pub rules: OneOrMore<Placed<String>>,
    /// How severe each rule is: "error", "warning", "advice", "on", "off".
    #[schemars(with = "BTreeMap<String, LevelName>")]
    pub severity: BTreeMap<Placed<String>, LevelName>,
    /// These rules and no others; none at all where the list is empty.
    #[schemars(with = "Option<Vec<String>>")]
    pub only: Option<Placed<Vec<Placed<String>>>>,
    /// Words added to the lists of the language: `speech-verbs`, `loaded`, `not-loaded`.
    #[schemars(with = "BTreeMap<String, Vec<String>>")]
    pub words: BTreeMap<Placed<String>, Vec<Placed<String>>>,
    /// The genre of articles that don't declare one: "opinion", "interview".
    #[schemars(with = "Option<String>")]
    pub genre: Option<Placed<String>>,
    /// Folders that are treated otherwise; later ones win.
    pub folder: Vec<FolderFile>,
}

/// A folder that is treated otherwise.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct FolderFile {
    /// Which files, counted from the settings' folder: "opinion/**".
    pub path: OneOrMore<Placed<String>>,
    /// Their language.
    #[schemars(with = "Option<String>")]
    pub language: Option<Placed<String>>,
    /// How severe each rule is there.
    #[schemars(with = "BTreeMap<String, LevelName>")]
    pub severity: BTreeMap<Placed<String>, LevelName>,
    /// These rules and no others there.
    #[schemars(with = "Option<Vec<String>>")]
    pub only: Option<Placed<Vec<Placed<String>>>>,
    /// Their genre.
    #[schemars(with = "Option<String>")]
    pub genre: Option<Placed<String>>,
}
