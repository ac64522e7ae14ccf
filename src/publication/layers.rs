//! The layers of settings that hold in a folder, read and checked: nothing left that can fail.

use std::collections::BTreeSet;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use globset::{Glob, GlobSet, GlobSetBuilder};

use super::file::{FolderFile, LevelName, PublicationFile};
use super::{Refusal, files, locate};
use crate::language::{Code, Language};
use crate::rule::rule::{Find, Rule};
use crate::rule::shipped;
use crate::rule::term::Term;
use crate::rule::written::{self, OneOrMore, Placed, Slip, Slips};

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
    articles: Option<GlobSet>,
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
#[derive(Debug)]
pub(super) struct Layers {
    /// The layers.
    pub(super) layers: Vec<Layer>,
    /// Rules of the publication's own.
    pub(super) rules: Vec<Arc<Rule>>,
    /// With `--config`, paths of files that stand elsewhere count from the current folder.
    explicit: bool,
}

impl Layers {
    /// The layers of the settings files of `chain`, the outermost first.
    pub(super) fn read(chain: &[PathBuf], explicit: bool) -> Result<Self, Refusal> {
        let mut reader = Reader::default();
        for path in chain {
            let base = path.parent().unwrap_or(Path::new("")).to_owned();
            reader.file(path, std::path::absolute(&base).unwrap_or(base));
        }
        let layers = Self { layers: reader.layers, rules: reader.rules, explicit };
        let mut wrong = reader.wrong;
        for unknown in layers.unknown_names() {
            match wrong.iter_mut().find(|slips| slips.path == unknown.path) {
                Some(slips) => slips.add(unknown.slips),
                None => wrong.push(unknown),
            }
        }
        match wrong.is_empty() {
            true => Ok(layers),
            false => Err(Refusal::of_files(wrong)),
        }
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

    /// Rules and word lists that the settings name and that don't exist.
    fn unknown_names(&self) -> Vec<Slips> {
        let rules = self.rule_names();
        let lists = self.list_names();
        let mut wrong = Vec::new();
        for layer in &self.layers {
            let mut slips = Vec::new();
            let folders = layer.file.folder.iter();
            let named = folders
                .flat_map(|folder| folder.severity.keys().chain(folder.only.iter().flatten()))
                .chain(layer.file.severity.keys())
                .chain(layer.file.only.iter().flatten());
            for name in named.filter(|name| !rules.contains(name.get_ref())) {
                slips.push(unknown("rule", name, &rules));
            }
            for name in layer.file.words.keys().filter(|name| !lists.contains(name.get_ref())) {
                slips.push(unknown("word list", name, &lists));
            }
            if !slips.is_empty() {
                wrong.push(Slips::new(&layer.path, &layer.text, slips));
            }
        }
        wrong
    }

    /// The names of all word lists that something reads.
    fn list_names(&self) -> Vec<String> {
        let mut names = BTreeSet::new();
        let shipped = Code::ALL.into_iter().flat_map(|code| shipped::rules(code, shipped::Examples::Without));
        for rule in shipped.map(Arc::new).chain(self.rules.iter().cloned()) {
            for find in &rule.find {
                if let Find::Terms(terms) = find {
                    names.extend(terms.lists.iter().flat_map(|list| [list.clone(), format!("not-{list}")]));
                }
            }
        }
        if self.layers.iter().any(|layer| !layer.file.words.is_empty()) {
            for code in Code::ALL {
                names.extend(Language::shipped(code).lists().names().map(str::to_owned));
            }
        }
        names.into_iter().collect()
    }
}

fn unknown(what: &str, name: &Placed<String>, known: &[String]) -> Slip {
    Slip::new(name.span(), format!("there is no {what} `{}`", name.get_ref()))
        .with_help(written::advice(name.get_ref(), known))
}

/// Reads settings files and all that they lead to.
#[derive(Default)]
struct Reader {
    layers: Vec<Layer>,
    rules: Vec<Arc<Rule>>,
    wrong: Vec<Slips>,
    /// The files that are being read, for `extends` that runs in a circle.
    open: Vec<PathBuf>,
}

impl Reader {
    fn file(&mut self, path: &Path, base: PathBuf) {
        match fs::read_to_string(path) {
            Ok(text) => self.text(path, text, base),
            Err(error) => {
                let slip = Slip::new(0..0, format!("this file can't be read: {error}"));
                self.wrong.push(Slips::new(path, "", vec![slip]));
            }
        }
    }

    fn text(&mut self, path: &Path, text: String, base: PathBuf) {
        let (file, mut slips) = written::read::<PublicationFile>(&text);
        let text = text.strip_prefix('\u{feff}').map_or(text.clone(), str::to_owned);
        let language = language(file.language.as_ref(), &mut slips);
        self.open.push(path.to_owned());
        for extended in &file.extends.0 {
            if let Err(slip) = self.extended(extended, &base) {
                slips.push(slip);
            }
        }
        self.open.pop();
        for rules in &file.rules.0 {
            let folder = base.join(rules.get_ref());
            match folder.exists() {
                true => files::read(&folder, language, &mut self.rules, &mut self.wrong),
                false => slips.push(missing(rules, &base)),
            }
        }
        let articles = (!file.articles.0.is_empty()).then(|| globs(&file.articles, &mut slips));
        let folders = file.folder.iter().map(|folder| self::folder(folder, &mut slips)).collect();
        check_words(&file, &mut slips);
        if !slips.is_empty() {
            self.wrong.push(Slips::new(path, &text, slips));
        }
        self.layers.push(Layer { path: path.to_owned(), text, base, file, language, articles, folders });
    }

    /// Reads what a settings file extends: a profile, a file, or a folder.
    fn extended(&mut self, extended: &Placed<String>, base: &Path) -> Result<(), Slip> {
        let name = extended.get_ref();
        if let Some(profile) = name.strip_prefix("profile:") {
            let known = shipped::profiles();
            let Some(text) = shipped::profile(profile) else {
                let message = format!("there is no profile `{profile}`");
                return Err(Slip::new(extended.span(), message).with_help(written::advice(profile, &known)));
            };
            self.text(Path::new(name), text.to_owned(), base.to_owned());
            return Ok(());
        }
        if name.contains("://") {
            let message = "settings come from this machine only, never from the network";
            return Err(Slip::new(extended.span(), message).with_help("copy the rules into a folder here"));
        }
        let path = base.join(name);
        let settings = if path.is_dir() { path.join(locate::NAME) } else { path.clone() };
        if self.open.contains(&settings) {
            return Err(Slip::new(extended.span(), "this file extends itself, by way of others"));
        }
        if !path.exists() {
            return Err(missing(extended, base));
        }
        if path.is_dir() {
            files::read(&path, None, &mut self.rules, &mut self.wrong);
        }
        if settings.is_file() {
            self.file(&settings, base.to_owned());
        }
        Ok(())
    }
}

fn missing(name: &Placed<String>, base: &Path) -> Slip {
    Slip::new(name.span(), format!("`{}` isn't there", name.get_ref()))
        .with_help(format!("paths count from the settings' folder, {}", base.display()))
}

fn language(tag: Option<&Placed<String>>, slips: &mut Vec<Slip>) -> Option<Code> {
    let tag = tag?;
    let code = Code::from_tag(tag.get_ref());
    if code.is_none() {
        let message = format!("there is no language `{}`", tag.get_ref());
        let help = written::advice(tag.get_ref(), &Code::ALL.map(Code::tag));
        slips.push(Slip::new(tag.span(), message).with_help(help));
    }
    code
}

fn folder(file: &FolderFile, slips: &mut Vec<Slip>) -> Folder {
    if file.path.0.is_empty() {
        slips.push(Slip::new(0..0, "a [[folder]] has no `path`").with_help("path = \"opinion/**\""));
    }
    Folder {
        paths: globs(&file.path, slips),
        language: language(file.language.as_ref(), slips),
        file: file.clone(),
    }
}

fn globs(patterns: &OneOrMore<Placed<String>>, slips: &mut Vec<Slip>) -> GlobSet {
    let mut set = GlobSetBuilder::new();
    for pattern in &patterns.0 {
        match Glob::new(pattern.get_ref()) {
            Ok(glob) => {
                set.add(glob);
            }
            Err(error) => {
                slips.push(Slip::new(pattern.span(), format!("this is no path pattern: {}", error.kind())))
            }
        }
    }
    set.build().unwrap_or_else(|_| GlobSet::empty())
}

fn check_words(file: &PublicationFile, slips: &mut Vec<Slip>) {
    for word in file.words.values().flatten() {
        if let Err(message) = Term::to_find(word.get_ref()) {
            slips.push(Slip::new(word.span(), message));
        }
    }
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
