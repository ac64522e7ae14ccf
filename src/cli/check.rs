//! `selon check [PATH...]`: lints the articles and prints what was found.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

use super::Status;
use super::args::{CheckArguments, FailOn};
use super::files::{Input, inputs};
use super::look::look;
use super::output::{Output, note, say};
use super::progress::Progress;
use super::settings::{publications, refuse};
use crate::check::article::{Readied, checked, readied};
use crate::check::folder::in_order;
use crate::outcome::{Became, Outcome, Summary};
use crate::publication::Publications;
use crate::report::{Format, Report, counted, report};

/// Lints the articles.
pub(super) fn run(arguments: &CheckArguments) -> Status {
    let started = Instant::now();
    let input = &arguments.input;
    let (publications, inputs) = match publications(input, &arguments.rule, inputs(input)) {
        Ok(found) => found,
        Err(refusals) => {
            refuse(&refusals);
            return Status::Failed;
        }
    };
    let report = report(arguments.format, look(input.color, input.output.as_deref()));
    let mut output = match Output::new(input.output.as_deref()) {
        Ok(output) => output,
        Err(message) => {
            note(&message);
            return Status::Failed;
        }
    };
    let mut summary = Summary::default();
    let mut progress = Progress::new(inputs.len());
    let mut pieces_before = false;
    let _ = output.write(&report.opening());
    let work = |one: &Input| pieces(one, &publications, &*report);
    in_order(&inputs, input.threads, work, |pieces| {
        for (outcome, piece) in pieces {
            summary.add(&outcome);
            if !matches!(outcome.became, Became::Checked(_)) {
                progress.clear();
                complain(&outcome, arguments);
            }
            if !piece.is_empty() {
                output.write(if pieces_before { report.separator() } else { "" })?;
                output.write(&piece)?;
                pieces_before = true;
            }
        }
        progress.step();
        ControlFlow::Continue(())
    });
    progress.clear();
    let _ = output.write(&report.closing(&summary));
    let written = output.finish();
    if !arguments.quiet {
        conclude(&summary, arguments.format, started);
    }
    status(&summary, arguments).max(written)
}

/// The outcomes of a file, each with its piece of the report.
fn pieces(input: &Input, publications: &Publications, report: &dyn Report) -> Vec<(Outcome, String)> {
    outcomes(input, publications)
        .into_iter()
        .map(|outcome| {
            let piece = report.piece(&outcome);
            (outcome, piece)
        })
        .collect()
}

fn outcomes(input: &Input, publications: &Publications) -> Vec<Outcome> {
    let outcome = |item, became| Outcome { path: input.name.clone(), item, became };
    let failed = |message: String| vec![outcome(None, Became::Failed(message))];
    let settings = match publications.settings_for(&input.path) {
        Ok(settings) => settings,
        Err(refusal) => return failed(refusal.to_string()),
    };
    let bytes = match input.bytes() {
        Ok(bytes) => bytes,
        Err(message) => return failed(message),
    };
    let became = |readied: Readied<'_>| match readied {
        Readied::Ready(article, in_language) => {
            outcome(article.item().cloned(), Became::Checked(checked(&article, in_language)))
        }
        Readied::Skipped(item, reason) => outcome(item, Became::Skipped(reason)),
        Readied::Failed(message) => outcome(None, Became::Failed(message)),
    };
    let outcomes = || readied(&bytes, &input.path, input.named, &settings).into_iter().map(became).collect();
    // One article that the program itself can't cope with must not cost the others their report.
    catch_unwind(AssertUnwindSafe(outcomes)).unwrap_or_else(|_| {
        failed("selon itself failed on it, which is a fault of selon; please report it".into())
    })
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

/// The last line, for people.
fn conclude(summary: &Summary, format: Format, started: Instant) {
    match format {
        Format::Text | Format::Narrated | Format::Short => {}
        Format::Json | Format::Jsonl => return,
    }
    if summary.files + summary.skipped.len() + summary.failed.len() == 0 {
        return note("no article found: nothing was checked");
    }
    let mut told = vec![
        counted(summary.errors, "error", "errors"),
        counted(summary.warnings, "warning", "warnings"),
        counted(summary.advice, "advice", "advice"),
    ];
    let others = [
        (summary.accepted, "accepted"),
        (summary.skipped.len(), "skipped"),
        (summary.failed.len(), "unreadable"),
    ];
    told.extend(others.into_iter().filter(|(n, _)| *n > 0).map(|(n, what)| counted(n, what, what)));
    let articles = counted(summary.files, "article", "articles");
    let seconds = started.elapsed().as_secs_f64();
    say(&format!("{articles}: {} ({seconds:.2} s)", told.join(", ")));
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
