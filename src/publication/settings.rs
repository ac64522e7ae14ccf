//! What holds for an article, as used: its language, and for each language the rules in force, compiled once.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use super::Overrides;
use super::languages::Languages;
use super::layers::Layers;
use super::merged::{Level, Merged, Origin};
use crate::diagnostic::Severity;
use crate::language::{Code, Language};
use crate::read::AskedEncoding;
use crate::rule::rule::Default;
use crate::rule::shipped::{self, Examples, Shipped};
use crate::rule::{Rule, RuleSet};

/// What holds for an article. Shared by all articles with the same settings, and by all threads.
pub struct Settings {
    merged: Merged,
    languages: Arc<Languages>,
    overrides: Overrides,
    own: Vec<Arc<Rule>>,
    /// Rules of the publication's own that are for other paths alone.
    elsewhere: Vec<Arc<Rule>>,
    /// The settings files that hold, the last one wins.
    files: Vec<PathBuf>,
    english: OnceLock<InLanguage>,
    french: OnceLock<InLanguage>,
}

/// A language with the publication's words, and the rules in force for it.
pub struct InLanguage {
    /// The language.
    pub language: Arc<Language>,
    /// The rules.
    pub rules: RuleSet,
}

impl Settings {
    pub(super) fn new(layers: &Layers, path: &Path, overrides: &Overrides) -> Self {
        let (own, elsewhere) = layers.rules.iter().cloned().partition(|rule| layers.in_force_at(rule, path));
        Self {
            merged: Merged::new(layers, path),
            languages: Arc::clone(&layers.languages),
            overrides: overrides.clone(),
            own,
            elsewhere,
            files: layers.layers.iter().map(|layer| layer.path.clone()).collect(),
            english: OnceLock::new(),
            french: OnceLock::new(),
        }
    }

    /// The language that settings or the command line give every article; nothing where it is to be found out.
    pub fn language(&self) -> Option<Code> {
        self.overrides.language.or(self.merged.language)
    }

    /// The encoding that the command line gives every article; nothing where it is to be found out.
    pub fn encoding(&self) -> Option<AskedEncoding> {
        self.overrides.encoding
    }

    /// The language with the publication's words, and the rules in force for it.
    pub fn in_language(&self, code: Code) -> &InLanguage {
        let cell = match code {
            Code::English => &self.english,
            Code::French => &self.french,
        };
        cell.get_or_init(|| {
            let (in_force, off) = self.sorted(code);
            let (language, mut rules) = self.languages.rule_set(code, in_force);
            rules.genre.clone_from(&self.merged.genre);
            rules.off = off;
            InLanguage { language, rules }
        })
    }

    /// All rules that are known for a language, in the order of their names; one of the publication's own stands for
    /// a shipped one of its name. Each with its severity here, or nothing where it isn't in force.
    pub fn rules(&self, code: Code, examples: Examples) -> Vec<(Arc<Rule>, Option<Severity>)> {
        let read = |known: Known| {
            let in_force = self.is_in_force(&known);
            let rule = known.read(examples);
            let severity = in_force.then(|| self.severity(&rule));
            (rule, severity)
        };
        self.known(code).into_iter().map(read).collect()
    }

    /// The settings in force, each with where it is written, in the order of their keys. A setting that adds to
    /// earlier ones (`words`, `rules`, `extends`) comes as often as it is written.
    pub fn origins(&self) -> Vec<&Origin> {
        let mut origins: Vec<_> = self.merged.origins.iter().collect();
        origins.sort_by(|left, right| left.key.cmp(&right.key));
        origins
    }

    /// The settings files that hold, or "profile:daily" for one that ships; the last one wins.
    pub fn files(&self) -> &[PathBuf] {
        &self.files
    }

    /// Rules of the publication's own.
    pub fn own_rules(&self) -> impl Iterator<Item = &Arc<Rule>> {
        self.own.iter().chain(&self.elsewhere)
    }

    /// Rules of the publication's own that their paths keep from being in force here: "sports/**" elsewhere.
    pub fn elsewhere(&self) -> &[Arc<Rule>] {
        &self.elsewhere
    }

    /// The rules in force, and the names of those that are known and aren't.
    fn sorted(&self, code: Code) -> (Vec<(Arc<Rule>, Severity)>, Vec<String>) {
        let mut in_force = Vec::new();
        let mut off: Vec<String> = self.elsewhere.iter().map(|rule| rule.name.clone()).collect();
        for known in self.known(code) {
            if self.is_in_force(&known) {
                let rule = known.read(Examples::Without);
                let severity = self.severity(&rule);
                in_force.push((rule, severity));
            } else {
                off.push(known.name().to_owned());
            }
        }
        (in_force, off)
    }

    /// All rules that are known for a language, as [`Settings::rules`] has them.
    fn known(&self, code: Code) -> Vec<Known> {
        let own: Vec<_> = self.own.iter().filter(|rule| rule.language == code).collect();
        let mut known: Vec<Known> = shipped::of(code)
            .iter()
            .filter(|shipped| own.iter().all(|own| own.name != shipped.name))
            .map(Known::Shipped)
            .chain(own.iter().map(|&own| Known::Own(own.clone())))
            .collect();
        known.sort_by(|left, right| left.name().cmp(right.name()));
        known
    }

    fn is_in_force(&self, rule: &Known) -> bool {
        let level = self.merged.levels.get(rule.name());
        let named = |names: &[String]| names.iter().any(|name| name == rule.name());
        if !self.overrides.only.is_empty() {
            return named(&self.overrides.only);
        }
        if let Some(only) = &self.merged.only {
            return named(only) && level != Some(&Level::Off);
        }
        match level {
            Some(Level::Severity(_) | Level::On) => true,
            Some(Level::Off) => false,
            None => rule.default() == Default::On,
        }
    }

    /// How severe a rule is here, once it is in force.
    fn severity(&self, rule: &Rule) -> Severity {
        match self.merged.levels.get(&rule.name) {
            Some(Level::Severity(severity)) => *severity,
            Some(Level::On | Level::Off) | None => rule.severity,
        }
    }
}

/// A rule that is known; one that ships is read only once somebody wants it.
enum Known {
    Shipped(&'static Shipped),
    Own(Arc<Rule>),
}

impl Known {
    fn name(&self) -> &str {
        match self {
            Self::Shipped(rule) => rule.name,
            Self::Own(rule) => &rule.name,
        }
    }

    fn default(&self) -> Default {
        match self {
            Self::Shipped(rule) => rule.default,
            Self::Own(rule) => rule.default,
        }
    }

    fn read(self, examples: Examples) -> Arc<Rule> {
        match self {
            Self::Shipped(rule) => match examples {
                Examples::With => Arc::new(rule.read(examples)),
                Examples::Without => rule.rule(),
            },
            Self::Own(rule) => rule,
        }
    }
}
