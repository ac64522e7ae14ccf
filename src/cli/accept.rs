//! `selon accept PATH[:LINE]`: records that an editor accepts a finding, and why.

use std::path::PathBuf;

use super::Status;
use super::args::InputArguments;
use super::check::outcomes;
use super::files::{Input, inputs};
use super::near::near;
use super::output::{Output, note};
use super::rule_args::AcceptArguments;
use super::settings::{publications, refuse};
use crate::check::accepted::{Acceptances, fingerprint};
use crate::outcome::{Became, Finding, Outcome};
use crate::publication::accepted::{self, Entry};
use crate::report::counted;

/// Writes the acceptance down.
pub(super) fn run(arguments: &AcceptArguments) -> Status {
    if arguments.reason.trim().is_empty() {
        note("an acceptance needs its reason: --reason \"confirmed by the prosecutor's office\"");
        return Status::Failed;
    }
    let (path, line) = place(&arguments.place);
    if path.is_dir() {
        note(&format!(
            "{} is a folder: accept names one article; `selon baseline` accepts all",
            path.display()
        ));
        return Status::Failed;
    }
    let input = InputArguments {
        paths: vec![path.clone()],
        language: arguments.language,
        config: arguments.config.clone(),
        ..InputArguments::default()
    };
    let found = publications(&input, std::slice::from_ref(&arguments.rule), inputs(&input));
    let (publications, inputs) = match found {
        Ok(found) => found,
        Err(refusals) => {
            refuse(&refusals);
            return Status::Failed;
        }
    };
    let mut entries = Vec::new();
    let mut lines = Vec::new();
    for input in &inputs {
        let outcomes = match publications.settings_for(&input.path) {
            Ok(settings) => {
                input.bytes().map(|bytes| outcomes(input, &bytes, &settings, Acceptances::Ignored))
            }
            Err(refusal) => Err(refusal.to_string()),
        };
        for outcome in outcomes.unwrap_or_else(|message| vec![failed(input, message)]) {
            if let Became::Failed(reason) | Became::Skipped(reason) = &outcome.became {
                note(&format!("{}: {reason}", outcome.path));
                return Status::Failed;
            }
            for finding in outcome.checked().into_iter().flat_map(|checked| &checked.findings) {
                lines.push(finding.start.line.to_string());
                if line.is_none_or(|line| finding.start.line <= line && line <= finding.end.line) {
                    entries.push(entry(&outcome, finding, &arguments.reason));
                }
            }
        }
    }
    if entries.is_empty() {
        lines.dedup();
        note(&match (line, lines.is_empty()) {
            (Some(line), false) => format!(
                "{} finds nothing in line {line} of {}; it does in {}",
                arguments.rule,
                path.display(),
                lines.join(", ")
            ),
            (_, _) => format!("{} finds nothing in {}: nothing to accept", arguments.rule, path.display()),
        });
        return Status::Failed;
    }
    written(&path, entries)
}

fn failed(input: &Input, message: String) -> Outcome {
    Outcome { path: input.name(), item: None, became: Became::Failed(message) }
}

/// Writes `entries` where those for `path` belong, and says so.
pub(super) fn written(path: &std::path::Path, entries: Vec<Entry>) -> Status {
    let place = accepted::place_for(path);
    match accepted::add(&place, entries) {
        Ok(count) => {
            let mut output = Output::standard();
            let place = near(&place);
            let _ = output.write(&match count {
                0 => format!("nothing new to accept: {place} holds it already\n"),
                _ => format!("{} accepted: written to {place}\n", counted(count, "finding", "findings")),
            });
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

/// The file, and the line where one stands behind a colon, or a line and a column as reports print them.
fn place(place: &str) -> (PathBuf, Option<usize>) {
    let number = |text: &str| -> Option<(String, usize)> {
        let (before, number) = text.rsplit_once(':')?;
        Some((before.to_owned(), number.parse().ok()?)).filter(|_| !before.is_empty())
    };
    match number(place) {
        None => (place.into(), None),
        Some((before, last)) => match number(&before) {
            Some((path, line)) => (path.into(), Some(line)),
            None => (before.into(), Some(last)),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_a_path_with_a_line_or_a_line_and_a_column_or_neither() {
        assert_eq!(place("desk/port.md"), ("desk/port.md".into(), None));
        assert_eq!(place("desk/port.md:12"), ("desk/port.md".into(), Some(12)));
        assert_eq!(place("desk/port.md:12:7"), ("desk/port.md".into(), Some(12)));
    }
}
