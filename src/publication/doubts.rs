//! What settings say and nothing comes of: a folder that isn't there, a severity that another setting puts out of
//! force. No error, since a folder may fill tomorrow, but never silent.

use std::collections::BTreeSet;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use miette::{Diagnostic, NamedSource, SourceSpan};
use thiserror::Error;

use super::file::LevelName;
use super::layers::{Layer, Layers};
use super::merged::Merged;
use super::reach;
use crate::language::Code;
use crate::rule::rule::{Condition, Namesake};
use crate::rule::shipped;
use crate::rule::written::{self, Placed};

/// Something written in settings, or in a rule, that has no effect.
#[derive(Debug, Error, Diagnostic, Clone)]
#[error("{message}")]
#[diagnostic(severity(Warning))]
pub struct Doubt {
    /// What has no effect.
    pub message: String,
    /// What to do.
    #[help]
    pub help: Option<String>,
    /// The file.
    #[source_code]
    pub written: Arc<NamedSource<String>>,
    /// Where in it.
    #[label("here")]
    pub at: SourceSpan,
}

/// All that has no effect in the settings of `layers` and in the rules they bring.
pub(super) fn doubts(layers: &Layers) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    for layer in layers.layers.iter().filter(|layer| is_own(layer)) {
        let page = Page::new(&layer.path, &layer.text);
        doubts.extend(paths(layers, layer, &page));
        doubts.extend(severities(layers, layer, &page));
        doubts.extend(languages(layers, layer, &page));
        doubts.extend(genres(layers, layer, &page));
    }
    doubts.extend(paths_of_rules(layers));
    doubts
}

/// Whether the publication wrote the layer for its own folders: profiles and house rules from elsewhere speak of folders
/// that some have and some don't.
fn is_own(layer: &Layer) -> bool {
    let profile = layer.path.to_string_lossy().starts_with("profile:");
    !profile && std::path::absolute(&layer.path).is_ok_and(|path| path.starts_with(&layer.base))
}

/// A file that doubts point into.
struct Page {
    written: Arc<NamedSource<String>>,
}

impl Page {
    fn new(path: &Path, text: &str) -> Self {
        let name = path.to_string_lossy().replace('\\', "/");
        Self { written: Arc::new(NamedSource::new(name, text.to_owned()).with_language("toml")) }
    }

    fn doubt(&self, at: Range<usize>, message: String, help: String) -> Doubt {
        Doubt { message, help: Some(help), written: Arc::clone(&self.written), at: at.into() }
    }
}

/// Patterns of the layer that no file matches.
fn paths<'l>(layers: &'l Layers, layer: &'l Layer, page: &'l Page) -> impl Iterator<Item = Doubt> + 'l {
    let folders = layer.file.folder.iter().flat_map(|folder| &folder.path.0);
    let patterns = folders.chain(&layer.file.articles.0);
    patterns.filter_map(|pattern| {
        let help = nowhere(layers, &layer.base, pattern.get_ref())?;
        Some(page.doubt(pattern.span(), format!("no file matches `{}`", pattern.get_ref()), help))
    })
}

/// Patterns under `path` in rules of the publication's own that no file matches.
fn paths_of_rules(layers: &Layers) -> Vec<Doubt> {
    let Some(last) = layers.layers.last() else { return Vec::new() };
    let mut doubts = Vec::new();
    for rule in &layers.rules {
        for name in rule.names.iter().filter(|name| name.what == Namesake::Path) {
            if let Some(help) = nowhere(layers, &last.base, &name.name) {
                let text = fs::read_to_string(&rule.path).unwrap_or_default();
                let message = format!("no file matches `{}`", name.name);
                doubts.push(Page::new(&rule.path, &text).doubt(name.at.clone(), message, help));
            }
        }
    }
    doubts
}

/// What to do about a pattern that matches no file below `base`; nothing where it matches one.
fn nowhere(layers: &Layers, base: &Path, pattern: &str) -> Option<String> {
    let mut bases = vec![base.to_owned()];
    if layers.explicit {
        bases.extend(std::env::current_dir());
    }
    if bases.iter().any(|base| reach::matches_a_file(base, pattern)) {
        return None;
    }
    Some(match reach::nearest(base, pattern) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("paths count from the settings' folder, {}", base.display()),
    })
}

/// Severities of rules that `only` keeps from being in force where they are set.
fn severities(layers: &Layers, layer: &Layer, page: &Page) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    for folder in &layer.file.folder {
        for pattern in &folder.path.0 {
            let place = layer.base.join(reach::example(pattern.get_ref()));
            let Some(only) = Only::at(layers, &place) else { continue };
            for name in raised(&folder.severity).filter(|name| !only.holds(name)) {
                doubts.push(only.doubt(name, &format!(" in `{}`", pattern.get_ref()), page));
            }
        }
    }
    let everywhere: BTreeSet<&str> = layers
        .layers
        .iter()
        .flat_map(|layer| layer.file.folder.iter())
        .flat_map(|folder| folder.only.iter().flat_map(Placed::get_ref))
        .map(|name| name.get_ref().as_str())
        .collect();
    if let Some(only) = Only::at(layers, &layer.base.join("article")) {
        let silent =
            |name: &&Placed<String>| !only.holds(name) && !everywhere.contains(name.get_ref().as_str());
        doubts.extend(raised(&layer.file.severity).filter(silent).map(|name| only.doubt(name, "", page)));
    }
    doubts
}

/// The rules that a table of severities switches on.
fn raised(
    severity: &std::collections::BTreeMap<Placed<String>, LevelName>,
) -> impl Iterator<Item = &Placed<String>> {
    severity.iter().filter(|(_, level)| **level != LevelName::Off).map(|(name, _)| name)
}

/// The rules that alone are in force somewhere, and where that is written.
struct Only {
    names: Vec<String>,
    place: String,
}

impl Only {
    fn at(layers: &Layers, path: &Path) -> Option<Self> {
        let merged = Merged::new(layers, path);
        let origin = merged.origins.iter().find(|origin| origin.key == "only")?;
        let file = origin.path.file_name().unwrap_or_default().to_string_lossy();
        Some(Self { place: format!("{file}, line {}", origin.line), names: merged.only? })
    }

    fn holds(&self, name: &Placed<String>) -> bool {
        self.names.contains(name.get_ref())
    }

    fn doubt(&self, name: &Placed<String>, place: &str, page: &Page) -> Doubt {
        let rules = match self.names.is_empty() {
            true => "no rule is".to_owned(),
            false => format!("only {} may be", self.names.join(", ")),
        };
        let message = format!(
            "`{}` isn't in force{place}, whatever its severity: {rules} ({})",
            name.get_ref(),
            self.place
        );
        let mut names: Vec<String> = self.names.iter().map(|name| format!("\"{name}\"")).collect();
        names.push(format!("\"{}\"", name.get_ref()));
        page.doubt(
            name.span(),
            message,
            format!("write only = [{}] here too, or take this out", names.join(", ")),
        )
    }
}

/// Severities of rules that there are for another language alone.
fn languages(layers: &Layers, layer: &Layer, page: &Page) -> Vec<Doubt> {
    let Some(code) = layer.language else { return Vec::new() };
    if layers.layers.iter().any(|layer| layer.folders.iter().any(|folder| folder.language.is_some())) {
        return Vec::new();
    }
    let there = |name: &str, code: Code| {
        shipped::names(code).any(|shipped| shipped == name)
            || layers.rules.iter().any(|rule| rule.name == name && rule.language == code)
    };
    let foreign = |name: &&Placed<String>| !there(name.get_ref(), code);
    let doubt = |name: &Placed<String>| {
        let others: Vec<&str> =
            Code::ALL.into_iter().filter(|code| there(name.get_ref(), *code)).map(Code::tag).collect();
        let message = format!(
            "`{}` is a rule for {}, and these articles are {}",
            name.get_ref(),
            others.join(", "),
            code.tag()
        );
        page.doubt(
            name.span(),
            message,
            "take it out, or leave `language` out where articles are in several".to_owned(),
        )
    };
    raised(&layer.file.severity).filter(foreign).map(doubt).collect()
}

/// Genres that no rule knows, but nearly.
fn genres(layers: &Layers, layer: &Layer, page: &Page) -> Vec<Doubt> {
    let written =
        layer.file.folder.iter().filter_map(|folder| folder.genre.as_ref()).chain(&layer.file.genre);
    let written: Vec<&Placed<String>> = written.collect();
    if written.is_empty() {
        return Vec::new();
    }
    let mut known = BTreeSet::new();
    for rule in shipped::all().chain(layers.rules.iter().cloned()) {
        collect_genres(&rule.when, &mut known);
        collect_genres(&rule.unless, &mut known);
        // No more rules are read than it takes to know all that are written.
        if written.iter().all(|genre| known.contains(&genre.get_ref().to_lowercase())) {
            return Vec::new();
        }
    }
    let known: Vec<String> = known.into_iter().collect();
    let doubt = |genre: &Placed<String>| {
        let name = genre.get_ref().to_lowercase();
        let near = written::nearest(&name, &known).filter(|_| !known.contains(&name))?;
        let message = format!("no rule asks for the genre `{}`", genre.get_ref());
        Some(page.doubt(genre.span(), message, format!("did you mean `{near}`?")))
    };
    written.into_iter().filter_map(doubt).collect()
}

fn collect_genres(conditions: &[Condition], genres: &mut BTreeSet<String>) {
    for condition in conditions {
        match condition {
            Condition::Genre(named) => genres.extend(named.iter().map(|genre| genre.to_lowercase())),
            Condition::All(inner) | Condition::Any(inner) => collect_genres(inner, genres),
            Condition::Not(inner) => collect_genres(std::slice::from_ref(inner), genres),
            _ => {}
        }
    }
}

/// The doubts of all settings that were read, each once, in the order of their files.
pub(super) fn each_once<'l>(layers: impl Iterator<Item = &'l Layers>) -> Vec<Doubt> {
    let mut doubts: Vec<(PathBuf, usize, Doubt)> = layers
        .flat_map(|layers| &layers.doubts)
        .map(|doubt| (doubt.written.name().into(), doubt.at.offset(), doubt.clone()))
        .collect();
    doubts.sort_by(|left, right| {
        (&left.0, left.1, &left.2.message).cmp(&(&right.0, right.1, &right.2.message))
    });
    doubts.dedup_by(|next, kept| next.0 == kept.0 && next.1 == kept.1 && next.2.message == kept.2.message);
    doubts.into_iter().map(|(_, _, doubt)| doubt).collect()
}
