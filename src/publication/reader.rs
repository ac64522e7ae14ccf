//! Reads settings files and all that they lead to: what they extend, the rules that they bring.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use globset::{Glob, GlobSet, GlobSetBuilder};

use super::file::{FolderFile, PublicationFile};
use super::layers::{Folder, Layer};
use super::{files, locate};
use crate::language::Code;
use crate::rule::one_or_more::OneOrMore;
use crate::rule::rule::Rule;
use crate::rule::shipped;
use crate::rule::slip::{Slip, Slips};
use crate::rule::term::Term;
use crate::rule::written::{self, Placed};

/// Reads settings files and all that they lead to.
#[derive(Default)]
pub(super) struct Reader {
    /// The layers so far.
    pub(super) layers: Vec<Layer>,
    /// The rules that they bring.
    pub(super) rules: Vec<Arc<Rule>>,
    /// What is wrong in any of their files.
    pub(super) wrong: Vec<Slips>,
    /// The files that are being read, for `extends` that runs in a circle.
    open: Vec<PathBuf>,
}

impl Reader {
    /// Reads the settings file at `path`, whose paths count from `base`.
    pub(super) fn file(&mut self, path: &Path, base: PathBuf) {
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
            match (folder.exists(), files::rule_files(&folder).is_empty()) {
                (false, _) => slips.push(missing(rules, &base)),
                (true, true) => {
                    let message = format!("no rule lies in `{}`", rules.get_ref());
                    slips.push(
                        Slip::new(rules.span(), message).with_help("a rule is a file that ends in .toml"),
                    );
                }
                (true, false) => {
                    let before = self.rules.len();
                    files::read(&folder, language, &mut self.rules, &mut self.wrong);
                    slips.extend(twice(&self.rules[before..], rules));
                }
            }
        }
        let articles = (!file.articles.0.is_empty()).then(|| globs(&file.articles, &mut slips));
        if slips.is_empty() {
            slips.extend(without_path(&file, &text));
        }
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
        if path.is_dir() && !settings.is_file() && files::rule_files(&path).is_empty() {
            let message = format!("neither settings nor rules lie in `{name}`");
            return Err(Slip::new(extended.span(), message)
                .with_help("settings are called selon.toml, rules end in .toml"));
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

/// Two rules of the same name and language among `rules`, which the settings name at `written`: one would be silent.
fn twice(rules: &[Arc<Rule>], written: &Placed<String>) -> Option<Slip> {
    let same = |one: &Rule, other: &Rule| one.name == other.name && one.language == other.language;
    rules.iter().enumerate().find_map(|(index, rule)| {
        let other = rules[..index].iter().find(|earlier| same(earlier, rule))?;
        let message = format!("two files are the rule `{}` for {}", rule.name, rule.language.tag());
        let help = format!("rename one of them: {}, {}", other.path.display(), rule.path.display());
        Some(Slip::new(written.span(), message).with_help(help))
    })
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

/// The folders that don't say which files they are about.
fn without_path(file: &PublicationFile, text: &str) -> Vec<Slip> {
    const HEADING: &str = "[[folder]]";
    let folders = file.folder.iter().zip(text.match_indices(HEADING));
    let without = folders.filter(|(folder, _)| folder.path.0.is_empty());
    let slip = |(_, (at, _)): (&FolderFile, (usize, &str))| {
        Slip::new(at..at + HEADING.len(), "this folder has no `path`")
            .with_help("write path = \"opinion/**\"")
    };
    without.map(slip).collect()
}

fn folder(file: &FolderFile, slips: &mut Vec<Slip>) -> Folder {
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
