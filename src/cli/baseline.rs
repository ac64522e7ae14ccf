//! `selon baseline [PATH...]`: accepts everything found today, so that only new findings fail.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::PathBuf;

use super::Status;
use super::accept::{entry, written};
use super::check::outcomes;
use super::files::{Input, inputs};
use super::output::{note, say};
use super::progress::Progress;
use super::rule_args::BaselineArguments;
use super::settings::{publications, refuse};
use crate::check::accepted::Acceptances;
use crate::check::folder::in_order;
use crate::outcome::{Became, Outcome};
use crate::publication::accepted::{self, Entry};
use crate::report::counted;

/// Writes down what is found.
pub(super) fn run(arguments: &BaselineArguments) -> Status {
    let (publications, inputs) = match publications(&arguments.input, &[], inputs(&arguments.input)) {
        Ok(found) => found,
        Err(refusals) => {
            refuse(&refusals);
            return Status::Failed;
        }
    };
    let found = |input: &Input| -> Result<Vec<Outcome>, String> {
        let settings = publications.settings_for(&input.path).map_err(|refusal| refusal.to_string())?;
        Ok(outcomes(input, &input.bytes()?, &settings, Acceptances::Ignored))
    };
    let mut progress = Progress::new(inputs.len());
    let mut by_place: BTreeMap<PathBuf, (PathBuf, Vec<Entry>)> = BTreeMap::new();
    let (mut articles, mut failed) = (0, Vec::new());
    in_order(
        &inputs,
        arguments.input.threads,
        |input| (input.path.clone(), found(input)),
        |(path, outcomes)| {
            progress.step();
            match outcomes {
                Ok(outcomes) => {
                    articles += outcomes.iter().filter(|outcome| outcome.checked().is_some()).count();
                    let place = accepted::place_for(&path);
                    let entries = &mut by_place.entry(place).or_insert((path, Vec::new())).1;
                    for outcome in &outcomes {
                        if let Became::Failed(message) = &outcome.became {
                            failed.push(format!("{}: {message}", outcome.path));
                        }
                        let findings = outcome.checked().into_iter().flat_map(|checked| &checked.findings);
                        entries.extend(findings.map(|finding| entry(outcome, finding, &arguments.reason)));
                    }
                }
                Err(message) => failed.push(format!("{}: {message}", path.display())),
            }
            ControlFlow::Continue(())
        },
    );
    progress.clear();
    let mut status = Status::Clean;
    for message in failed {
        note(&message);
        status = Status::Failed;
    }
    if articles == 0 {
        note("no article found: nothing was accepted");
        return Status::Failed;
    }
    by_place.retain(|_, (_, entries)| !entries.is_empty());
    if by_place.is_empty() {
        say(&format!(
            "{}: nothing is found, so nothing needs accepting",
            counted(articles, "article", "articles")
        ));
    }
    for (path, entries) in by_place.into_values() {
        status = status.max(written(&path, entries));
    }
    status
}
