//! Which way dependencies point, who may touch files, who may print: read off the `use` lines.
//!
//! Each part may use what stands to its right, never what stands to its left, and no step names another step:
//!
//! ```text
//! cli, server → check → publication → the five steps → outcome → rule → language → diagnostic → analysis
//! → article → place → span → work
//! ```

#![allow(clippy::print_stderr)] // What a test leaves out, it says.

use std::fs;
use std::path::{Path, PathBuf};

/// The parts of the program, the leftmost first; those of one row don't name each other.
const ROWS: &[&[&str]] = &[
    &["main"],
    &["cli", "server"],
    &["check"],
    &["publication"],
    &["walk", "read", "analyse", "lint", "report"],
    &["outcome"],
    &["rule"],
    &["language"],
    &["diagnostic"],
    &["analysis"],
    &["article"],
    &["place"],
    &["span"],
    &["work"],
];

/// Uses of what stands on the left or beside, each with its reason.
const ALLOWED: &[(&str, &str, &str)] = &[];

/// Who may touch files.
const FILES: &[&str] = &["walk", "check", "publication", "cli", "server"];

/// Who may print or end the program.
const PRINTERS: &[&str] = &["cli", "server"];

/// A file of the program.
struct Module {
    path: PathBuf,
    part: String,
    text: String,
}

impl Module {
    /// Its lines without those of its tests, and without comments.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let tests = self.text.lines().position(|line| line.trim() == "mod tests {").unwrap_or(usize::MAX);
        self.text
            .lines()
            .enumerate()
            .take(tests)
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
            .map(|(index, line)| (index + 1, line))
    }
}

impl Module {
    /// Its lines, a `use` over several lines made one.
    fn whole_uses(&self) -> Vec<(usize, String)> {
        let mut lines: Vec<(usize, String)> = Vec::new();
        for (number, line) in self.code() {
            match lines.last_mut().filter(|(_, open)| open.contains("crate::{") && !open.contains(';')) {
                Some((_, open)) => open.push_str(line),
                None => lines.push((number, line.to_owned())),
            }
        }
        lines
    }
}

fn modules() -> Vec<Module> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut modules = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("src can be listed") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let below = path.strip_prefix(&root).expect("it lies in src");
                let first = below.components().next().expect("it has a name").as_os_str().to_string_lossy();
                let part = first.trim_end_matches(".rs").to_owned();
                let text = fs::read_to_string(&path).expect("a file of the program is UTF-8");
                modules.push(Module { path: below.to_owned(), part, text });
            }
        }
    }
    modules
}

fn row(part: &str) -> Option<usize> {
    ROWS.iter().position(|row| row.contains(&part))
}

/// The parts that a line names: `use crate::{report, walk::Named}`, `crate::lint::diagnostics(…)`.
fn named(line: &str) -> Vec<String> {
    let mut parts = Vec::new();
    for rest in line.split("crate::").skip(1).chain(line.split("selon::").skip(1)) {
        let names = match rest.strip_prefix('{') {
            Some(group) => top_level(group),
            None => vec![rest.to_owned()],
        };
        for name in names {
            let end = name.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(name.len());
            parts.push(name[..end].to_owned());
        }
    }
    parts
}

/// The names of `{a, b::{c, d}, e}`, its opening brace taken off: a, b::{c, d}, e.
fn top_level(group: &str) -> Vec<String> {
    let (mut depth, mut names, mut name) = (0, Vec::new(), String::new());
    for character in group.chars() {
        match character {
            '}' if depth == 0 => break,
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(std::mem::take(&mut name).trim().to_owned()),
            _ => {}
        }
        if character != ',' || depth > 0 {
            name.push(character);
        }
    }
    names.push(name.trim().to_owned());
    names
}

#[test]
fn dependencies_point_to_the_right_and_no_step_names_another() {
    let mut wrong = Vec::new();
    for module in modules() {
        let Some(own) = row(&module.part) else {
            assert_eq!(module.part, "lib", "{} has no row", module.path.display());
            continue;
        };
        for (number, line) in module.whole_uses() {
            for used in named(&line) {
                let Some(other) = row(&used) else { continue };
                let allowed = used == module.part
                    || other > own
                    || ALLOWED
                        .iter()
                        .any(|(from, to, _)| (*from, *to) == (module.part.as_str(), used.as_str()));
                if !allowed {
                    wrong.push(format!("{}:{number} uses {used}", module.path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn few_touch_files_and_fewer_print() {
    let touches =
        ["std::fs", "fs::read", "fs::write", "File::open", "File::create", "std::net", "Command::new"];
    let prints = ["println!", "eprintln!", "print!(", "stdout()", "stderr()", "process::exit"];
    let mut wrong = Vec::new();
    for module in modules() {
        for (number, line) in module.code() {
            let place = format!("{}:{number}", module.path.display());
            if !FILES.contains(&module.part.as_str()) && touches.iter().any(|word| line.contains(word)) {
                wrong.push(format!("{place} touches files"));
            }
            if !PRINTERS.contains(&module.part.as_str()) && prints.iter().any(|word| line.contains(word)) {
                wrong.push(format!("{place} prints or ends the program"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_opens_by_saying_what_it_does() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut silent: Vec<_> = modules()
        .into_iter()
        .filter(|module| !module.text.starts_with("//! "))
        .map(|module| module.path)
        .collect();
    for entry in fs::read_dir(tests).expect("tests can be listed") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|ending| ending == "rs")
            && !fs::read_to_string(&path).expect("it is UTF-8").starts_with("//! ")
        {
            silent.push(path);
        }
    }
    assert!(silent.is_empty(), "no //! at the top of {silent:?}");
}
