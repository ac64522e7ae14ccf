//! The sample publications of `examples/` are checked as a newsroom would check them, and what is found is what
//! `tests/examples/<publication>.toml` says; the rules of their own do what their examples say.
//!
//! Where a change alters what is found, the test shows the difference line by line. When the new findings are the
//! right ones, `SELON_BLESS=1 cargo test --test examples` writes the files anew; what they say about findings
//! that aren't right yet stays, as long as it holds.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use serde::Deserialize;

use selon::check::examples::verdicts;
use selon::language::{Code, Language};
use selon::rule::Rule;

/// What is held of a publication.
#[derive(Deserialize, Default)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
struct Held {
    /// What is found, in the order of paths and lines.
    finding: Vec<Finding>,
    /// What an editor would find and the program doesn't yet.
    missing: Vec<Missing>,
}

/// One finding.
#[derive(Deserialize, Clone)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Finding {
    path: String,
    line: u64,
    severity: String,
    rule: String,
    words: String,
    /// Why an editor would not want it.
    false_alarm: Option<String>,
}

/// One finding that isn't there yet.
#[derive(Deserialize, Clone)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Missing {
    path: String,
    rule: String,
    words: String,
    why: String,
}

impl Finding {
    fn shown(&self) -> String {
        format!("{}:{}: {}[{}] {}", self.path, self.line, self.severity, self.rule, self.words)
    }

    fn is(&self, path: &str, rule: &str, words: &str) -> bool {
        self.path == path && self.rule == rule && self.words == words
    }
}

#[test]
fn every_publication_gives_the_findings_that_are_held() {
    let bless = std::env::var_os("SELON_BLESS").is_some();
    let mut wrong = String::new();
    for publication in publications() {
        let name = publication.file_name().expect("a folder has a name").to_string_lossy().into_owned();
        let file = root().join("tests/examples").join(format!("{name}.toml"));
        let held = held(&file);
        let found = findings(&publication);
        if bless {
            fs::write(&file, written(&name, &held, &found)).expect("written");
            continue;
        }
        let difference = difference(&held, &found);
        if !difference.is_empty() {
            writeln!(wrong, "{name}:\n{difference}").expect("a string takes it");
        }
    }
    assert!(
        wrong.is_empty(),
        "the findings are not those of tests/examples (- held, + found):\n\n{wrong}\n\
         If the new ones are right: SELON_BLESS=1 cargo test --test examples"
    );
}

#[test]
fn every_rule_of_a_publication_does_what_its_examples_say() {
    let mut wrong = String::new();
    let mut rules = 0;
    for file in rule_files(&root().join("examples")) {
        let folder = file.parent().and_then(Path::file_name).and_then(|name| name.to_str());
        let language = folder.and_then(Code::from_tag);
        let text = fs::read_to_string(&file).expect("readable");
        let rule = match Rule::new(&file, &text, language) {
            Ok(rule) => Arc::new(rule),
            Err(slips) => panic!("{}: {slips:?}", file.display()),
        };
        rules += 1;
        let verdicts = verdicts(&rule, &Language::shipped(rule.language));
        for (example, verdict) in rule.examples.iter().zip(verdicts) {
            if !verdict.holds() && example.not_yet.is_none() {
                let (missing, noisy) = (verdict.missing, verdict.noisy);
                writeln!(wrong, "{}: {}\n  missing {missing:?}, noisy {noisy:?}", rule.name, example.text)
                    .expect("a string takes it");
            }
        }
    }
    assert!(rules > 0, "examples/ holds no rule");
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_publication_has_articles_with_and_without_findings() {
    for publication in publications() {
        let report = report(&publication);
        let files = report["files"].as_array().expect("the report says it");
        let clean = files
            .iter()
            .filter(|file| file["diagnostics"].as_array().expect("the report says it").is_empty())
            .count();
        assert!(
            clean > 0 && clean < files.len(),
            "{}: {clean} clean of {}",
            publication.display(),
            files.len()
        );
        assert!(
            report["errors"].as_array().expect("the report says it").is_empty(),
            "{}: {}",
            publication.display(),
            report["errors"]
        );
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The folders of `examples/` that hold settings.
fn publications() -> Vec<PathBuf> {
    let entries =
        fs::read_dir(root().join("examples")).expect("readable").map(|entry| entry.expect("readable").path());
    let mut folders: Vec<PathBuf> = entries.filter(|path| path.join("selon.toml").is_file()).collect();
    folders.sort();
    folders
}

/// The rule files below `folder`: those in a folder `fr` or `en`.
fn rule_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("readable").map(|entry| entry.expect("readable").path()) {
        let within_language = folder.file_name().is_some_and(|name| name == "fr" || name == "en");
        if entry.is_dir() {
            files.extend(rule_files(&entry));
        } else if within_language && entry.extension().is_some_and(|extension| extension == "toml") {
            files.push(entry);
        }
    }
    files.sort();
    files
}

/// What the program reports of a publication, run from its folder.
fn report(publication: &Path) -> serde_json::Value {
    let output = Command::new(env!("CARGO_BIN_EXE_selon"))
        .args(["check", "--format", "json", "."])
        .current_dir(publication)
        .output()
        .expect("selon runs");
    let said = String::from_utf8_lossy(&output.stderr);
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{}: {error}\n{said}", publication.display()))
}

/// What is found in a publication, in the order of paths and lines.
fn findings(publication: &Path) -> Vec<Finding> {
    let report = report(publication);
    let mut findings = Vec::new();
    for file in report["files"].as_array().expect("the report says it") {
        let path = file["path"].as_str().expect("the report says it");
        let bytes = fs::read(publication.join(path)).expect("readable");
        for diagnostic in file["diagnostics"].as_array().expect("the report says it") {
            let offset = |end: &str| {
                usize::try_from(diagnostic["span"][end].as_u64().expect("the report says it"))
                    .expect("the report says it")
            };
            let words = bytes.get(offset("start")..offset("end")).unwrap_or_default();
            let words: Vec<_> =
                std::str::from_utf8(words).unwrap_or("(no text)").split_whitespace().collect();
            findings.push(Finding {
                path: path.trim_start_matches("./").to_owned(),
                line: diagnostic["line"].as_u64().expect("the report says it"),
                severity: diagnostic["severity"].as_str().expect("the report says it").to_owned(),
                rule: diagnostic["rule"].as_str().expect("the report says it").to_owned(),
                words: words.join(" "),
                false_alarm: None,
            });
        }
    }
    findings
}

fn held(file: &Path) -> Held {
    let text = fs::read_to_string(file).unwrap_or_default();
    toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// What is held and not found (-), found and not held (+), found though it is said to be missing (!).
fn difference(held: &Held, found: &[Finding]) -> String {
    let [before, now]: [BTreeSet<String>; 2] =
        [&held.finding[..], found].map(|all| all.iter().map(Finding::shown).collect());
    let mut difference = String::new();
    for gone in before.difference(&now) {
        writeln!(difference, "- {gone}").expect("a string takes it");
    }
    for new in now.difference(&before) {
        writeln!(difference, "+ {new}").expect("a string takes it");
    }
    for missing in held.missing.iter().filter(|missing| is_found(missing, found)) {
        writeln!(difference, "! no longer missing: {} [{}] {}", missing.path, missing.rule, missing.words)
            .expect("a string takes it");
    }
    difference
}

fn is_found(missing: &Missing, found: &[Finding]) -> bool {
    found.iter().any(|finding| finding.is(&missing.path, &missing.rule, &missing.words))
}

/// The file of a publication anew, with what was said of findings that are still not right.
fn written(name: &str, held: &Held, found: &[Finding]) -> String {
    let mut text = format!(
        "# What `selon check` finds in examples/{name}. A finding that an editor would not want says so under\n\
         # `false-alarm`; what an editor would want found and isn't yet stands at the end, under `missing`.\n\
         # Refreshed by: SELON_BLESS=1 cargo test --test examples\n"
    );
    for finding in found {
        let known = held.finding.iter().find(|known| known.is(&finding.path, &finding.rule, &finding.words));
        let Finding { path, line, severity, rule, words, .. } = finding;
        let words = quoted(words);
        write!(
            text,
            "\n[[finding]]\npath = {}\nline = {line}\nseverity = \"{severity}\"\nrule = \"{rule}\"\nwords = {words}\n",
            quoted(path)
        )
        .expect("a string takes it");
        if let Some(why) = known.and_then(|known| known.false_alarm.as_ref()) {
            writeln!(text, "false-alarm = {}", quoted(why)).expect("a string takes it");
        }
    }
    for missing in held.missing.iter().filter(|missing| !is_found(missing, found)) {
        let [path, words, why] = [&missing.path, &missing.words, &missing.why].map(|value| quoted(value));
        let rule = &missing.rule;
        write!(text, "\n[[missing]]\npath = {path}\nrule = \"{rule}\"\nwords = {words}\nwhy = {why}\n")
            .expect("a string takes it");
    }
    text
}

/// `text` as a string of TOML that an editor can read: in single marks where it holds double ones.
fn quoted(text: &str) -> String {
    match (text.contains(['"', '\\']), text.contains('\'')) {
        (true, false) => format!("'{text}'"),
        (true, true) | (false, _) => toml::Value::String(text.to_owned()).to_string(),
    }
}
