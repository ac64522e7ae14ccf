//! Rule files on disk: those of a folder, and what is wrong in them.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::language::Code;
use crate::rule::Rule;
use crate::rule::slip::{Slip, Slips};

/// The folder beside rules in which settings lie that others build on.
const PROFILES: &str = "profiles";

/// Adds the rules of the file or folder at `path` to `rules`, and what is wrong with any of them to `wrong`.
pub(super) fn read(path: &Path, language: Option<Code>, rules: &mut Vec<Arc<Rule>>, wrong: &mut Vec<Slips>) {
    for file in rule_files(path) {
        match fs::read_to_string(&file) {
            Ok(text) => match Rule::new(&file, &text, language) {
                Ok(rule) => rules.push(Arc::new(rule)),
                Err(slips) => wrong.push(slips),
            },
            Err(error) => {
                let slip = Slip::new(0..0, format!("this file can't be read: {error}"));
                wrong.push(Slips::new(&file, "", vec![slip]));
            }
        }
    }
}

/// The rule files at `path`, a file or a folder, in order; settings are none, nor are the profiles that settings build on.
pub(super) fn rule_files(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let mut entries: Vec<PathBuf> =
        fs::read_dir(path).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    entries.sort();
    let mut files = Vec::new();
    for entry in entries {
        let name = entry.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if entry.is_dir() && !name.starts_with('.') && name != PROFILES {
            files.extend(rule_files(&entry));
        } else if name.ends_with(".toml") && !name.starts_with("selon.") {
            files.push(entry);
        }
    }
    files
}
