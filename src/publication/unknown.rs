//! Names that settings and rules use and that nobody knows: rules and word lists.

use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;

use super::layers::Layers;
use crate::language::{Code, Language};
use crate::rule::Rule;
use crate::rule::rule::{Find, Namesake};
use crate::rule::shipped;
use crate::rule::slip::{Slip, Slips};
use crate::rule::written::{self, Placed};

/// The names in `layers` and in the rules they bring that lead nowhere, file by file.
pub(super) fn names(layers: &Layers) -> Vec<Slips> {
    let mut wrong = in_settings(layers);
    wrong.extend(in_rules(layers, &layers.rules));
    wrong
}

/// The names in `rules` that lead nowhere where `layers` hold, file by file.
pub(super) fn in_rules(layers: &Layers, rules: &[Arc<Rule>]) -> Vec<Slips> {
    if rules.iter().all(|rule| rule.names.iter().all(|name| name.what == Namesake::Path)) {
        return Vec::new();
    }
    let lists = words_there_are(layers);
    let mut known = layers.rule_names();
    known.extend(rules.iter().map(|rule| rule.name.clone()));
    let unknown_in = |rule: &Arc<Rule>| {
        let slips: Vec<Slip> = rule
            .names
            .iter()
            .filter_map(|name| {
                let (what, known) = match name.what {
                    Namesake::List => ("word list", &lists),
                    Namesake::Rule => ("rule", &known),
                    Namesake::Path => return None,
                };
                let slip = Slip::new(name.at.clone(), format!("there is no {what} `{}`", name.name));
                let help = match name.what {
                    Namesake::List => format!(
                        "{} (a list of your own stands under [words] in selon.toml)",
                        written::advice(&name.name, known)
                    ),
                    Namesake::Rule | Namesake::Path => written::advice(&name.name, known),
                };
                (!known.contains(&name.name)).then(|| slip.with_help(help))
            })
            .collect();
        let text = || fs::read_to_string(&rule.path).unwrap_or_default();
        (!slips.is_empty()).then(|| Slips::new(&rule.path, &text(), slips))
    };
    rules.iter().filter_map(unknown_in).collect()
}

/// Rules and word lists that the settings name and that don't exist.
fn in_settings(layers: &Layers) -> Vec<Slips> {
    let rules = layers.rule_names();
    let mut wrong = Vec::new();
    for layer in &layers.layers {
        let mut slips = Vec::new();
        let folders = layer.file.folder.iter();
        let named = folders
            .flat_map(|folder| folder.severity.keys().chain(folder.only.iter().flat_map(Placed::get_ref)))
            .chain(layer.file.severity.keys())
            .chain(layer.file.only.iter().flat_map(Placed::get_ref));
        for name in named.filter(|name| !rules.contains(name.get_ref())) {
            slips.push(unknown("rule", name, &rules));
        }
        for name in layer.file.words.keys().filter(|name| !is_read(layers, name.get_ref())) {
            slips.push(unknown("word list", name, &lists_read(layers)));
        }
        if !slips.is_empty() {
            wrong.push(Slips::new(&layer.path, &layer.text, slips));
        }
    }
    wrong
}

fn unknown(what: &str, name: &Placed<String>, known: &[String]) -> Slip {
    Slip::new(name.span(), format!("there is no {what} `{}`", name.get_ref()))
        .with_help(written::advice(name.get_ref(), known))
}

/// Whether something reads the word list `name`. Most lists are a language's own; no rule is read to know these.
fn is_read(layers: &Layers, name: &str) -> bool {
    let reads = |rule: &Arc<Rule>| lists_of(rule).iter().any(|list| list == name);
    language_lists().any(|list| list == name)
        || layers.rules.iter().any(reads)
        || shipped::all().any(|rule| reads(&rule))
}

/// The names of all word lists that something reads.
fn lists_read(layers: &Layers) -> Vec<String> {
    let mut names = shipped_lists();
    names.extend(layers.rules.iter().flat_map(|rule| lists_of(rule)));
    names.extend(language_lists().map(str::to_owned));
    names.into_iter().collect()
}

/// The names of all word lists that hold words, or may: the languages' own, those that shipped rules read, those under
/// `[words]`.
fn words_there_are(layers: &Layers) -> Vec<String> {
    let mut names = shipped_lists();
    names.extend(language_lists().map(str::to_owned));
    names.extend(
        layers.layers.iter().flat_map(|layer| layer.file.words.keys()).map(|name| name.get_ref().clone()),
    );
    names.into_iter().collect()
}

fn language_lists() -> impl Iterator<Item = &'static str> {
    Code::ALL.into_iter().flat_map(|code| Language::shipped_lists(code).names())
}

fn shipped_lists() -> BTreeSet<String> {
    shipped::all().flat_map(|rule| lists_of(&rule)).collect()
}

/// The lists that a rule reads, and those of what it leaves alone in them.
fn lists_of(rule: &Rule) -> Vec<String> {
    let lists = rule.find.iter().flat_map(|find| match find {
        Find::Terms(terms) => terms.lists.as_slice(),
        _ => &[],
    });
    lists.flat_map(|list| [list.clone(), format!("not-{list}")]).collect()
}
