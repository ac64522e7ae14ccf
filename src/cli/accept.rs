//! `selon accept PATH[:LINE]`: records that an editor accepts a finding, and why.

use std::path::PathBuf;

use super::Status;
use super::args::{AcceptArguments, InputArguments};
use super::check::outcomes;
use super::files::inputs;
use super::output::{Output, note};
use super::settings::{publications, refuse};
use crate::check::accepted::{Acceptances, fingerprint};
use crate::outcome::{Finding, Outcome};
use crate::publication::accepted::{self, Entry};
use crate::report::counted;

/// Writes the acceptance down.
pub(super) fn run(arguments: &AcceptArguments) -> Status {
    let (path, line) = place(&arguments.place);
    let input = InputArguments { paths: vec![path.clone()], ..InputArguments::default() };
    let found = publications(&input, std::slice::from_ref(&arguments.rule), inputs(&input));
    let (publications, inputs) = match found {
        Ok(found) => found,
        Err(refusals) => {
            refuse(&refusals);
            return Status::Failed;
        }
    };
    let mut entries = Vec::new();
    for input in &inputs {
        let Ok(settings) = publications.settings_for(&input.path) else { continue };
        let bytes = match input.bytes() {
            Ok(bytes) => bytes,
            Err(message) => {
                note(&format!("{}: {message}", input.name));
                return Status::Failed;
            }
        };
        for outcome in outcomes(input, &bytes, &settings, Acceptances::Ignored) {
            let findings = outcome.checked().into_iter().flat_map(|checked| &checked.findings);
            let wanted = findings.filter(|finding| {
                line.is_none_or(|line| finding.start.line <= line && line <= finding.end.line)
            });
            entries.extend(wanted.map(|finding| entry(&outcome, finding, &arguments.reason)));
        }
    }
    if entries.is_empty() {
        let there = line.map_or(String::new(), |line| format!(" in line {line}"));
        note(&format!("{} finds nothing{there} of {}: nothing to accept", arguments.rule, path.display()));
        return Status::Failed;
    }
    written(&path, entries)
}

/// Writes `entries` where those for `path` belong, and says so.
pub(super) fn written(path: &std::path::Path, entries: Vec<Entry>) -> Status {
    let place = accepted::place_for(path);
    match accepted::add(&place, entries) {
        Ok(count) => {
            let mut output = Output::standard();
            let told = counted(count, "finding", "findings");
            let _ = output.write(&format!("{told} accepted in {}\n", place.display()));
            output.finish()
        }
        Err(message) => {
            note(&message);
            Status::Failed
        }
    }
}

/// The acceptance of a finding.
pub(super) fn entry(outcome: &Outcome, finding: &Finding, reason: &str) -> Entry {
    Entry {
        file: outcome.path.clone(),
        rule: finding.rule.clone(),
        words: finding.excerpt.text.get(finding.excerpt.words.clone()).unwrap_or_default().to_owned(),
        reason: reason.to_owned(),
        sentence: fingerprint(finding),
    }
}

/// The file, and the line where one stands behind a colon.
fn place(place: &str) -> (PathBuf, Option<usize>) {
    match place.rsplit_once(':') {
        Some((path, line)) if !path.is_empty() => match line.parse() {
            Ok(line) => (path.into(), Some(line)),
            Err(_) => (place.into(), None),
        },
        _ => (place.into(), None),
    }
}
