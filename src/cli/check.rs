//! `selon check [PATH...]`: lints the articles and prints what was found.

use std::ops::ControlFlow;

use super::Status;
use super::args::{CheckArguments, FailOn};
use super::files::{Input, inputs};
use super::output::{Output, note};
use crate::check::article::{Readied, Settings, checked, readied};
use crate::check::folder::in_order;
use crate::outcome::{Became, Outcome, Summary};
use crate::report::{Report, report};

/// Lints the articles.
pub(super) fn run(arguments: &CheckArguments) -> Status {
    let input = &arguments.input;
    let settings = Settings { language: input.language, ..Settings::default() };
    let report = report(arguments.format);
    let mut output = match Output::new(input.output.as_deref()) {
        Ok(output) => output,
        Err(message) => {
            note(&message);
            return Status::Failed;
        }
    };
    let mut summary = Summary::default();
    let mut first = true;
    let _ = output.write(&report.opening());
    in_order(
        &inputs(input),
        input.threads,
        |one| pieces(one, &settings, &*report),
        |pieces| {
            for (outcome, piece) in pieces {
                summary.add(&outcome);
                complain(&outcome, arguments);
                if !piece.is_empty() {
                    let separator = if first { "" } else { report.separator() };
                    first = false;
                    output.write(separator)?;
                    output.write(&piece)?;
                }
            }
            ControlFlow::Continue(())
        },
    );
    let _ = output.write(&report.closing(&summary));
    status(&summary, arguments).max(output.finish())
}

/// The outcomes of a file, each with its piece of the report.
fn pieces(input: &Input, settings: &Settings, report: &dyn Report) -> Vec<(Outcome, String)> {
    outcomes(input, settings)
        .into_iter()
        .map(|outcome| {
            let piece = report.piece(&outcome);
            (outcome, piece)
        })
        .collect()
}

fn outcomes(input: &Input, settings: &Settings) -> Vec<Outcome> {
    let outcome = |item, became| Outcome { path: input.name.clone(), item, became };
    let bytes = match input.bytes() {
        Ok(bytes) => bytes,
        Err(message) => return vec![outcome(None, Became::Failed(message))],
    };
    let became = |readied: Readied<'_>| match readied {
        Readied::Ready(article, language) => {
            outcome(article.item().cloned(), Became::Checked(checked(&article, language)))
        }
        Readied::Skipped(item, reason) => outcome(item, Became::Skipped(reason)),
        Readied::Failed(message) => outcome(None, Became::Failed(message)),
    };
    readied(bytes, &input.name, settings).into_iter().map(became).collect()
}

fn complain(outcome: &Outcome, arguments: &CheckArguments) {
    match &outcome.became {
        Became::Failed(message) => note(&format!("{}: {message}", outcome.path)),
        Became::Skipped(reason) if !arguments.quiet => {
            note(&format!("{} is skipped: {reason}", outcome.path))
        }
        Became::Skipped(_) | Became::Checked(_) => {}
    }
}

/// The exit status that `summary` comes to.
fn status(summary: &Summary, arguments: &CheckArguments) -> Status {
    let failing = match arguments.fail_on {
        FailOn::Error => summary.errors,
        FailOn::Warning => summary.errors + summary.warnings,
        FailOn::Advice => summary.errors + summary.warnings + summary.advice,
        FailOn::Never => 0,
    };
    let over = arguments.max_warnings.is_some_and(|most| summary.warnings > most);
    if !summary.failed.is_empty() || summary.files + summary.skipped.len() == 0 {
        Status::Failed
    } else if failing > 0 || over {
        Status::Findings
    } else {
        Status::Clean
    }
}
