//! `selon check [PATH...]`: lints the articles and prints what was found.

use std::fs::OpenOptions;
use std::io::Write;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
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
use crate::diagnostic::Severity;
use crate::language::Code;
use crate::outcome::{Became, Outcome, Summary};
use crate::publication::Publications;
use crate::report::github::job_summary;
use crate::report::{Card, Format, Report, counted, report};
use crate::rule::Rule;
use crate::rule::shipped::Examples;

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
    let report =
        report(arguments.format, look(input.color, input.output.as_deref()), cards(&publications, &inputs));
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
    if arguments.format == Format::Github {
        summarise_job(&summary);
    }
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

/// What reports say of the rules that are known where the articles lie.
fn cards(publications: &Publications, inputs: &[Input]) -> Vec<Card> {
    let path = inputs.first().map_or(Path::new("article"), |input| &input.path);
    let Ok(settings) = publications.settings_for(path) else { return Vec::new() };
    let rules = Code::ALL.into_iter().flat_map(|code| settings.rules(code, Examples::Without));
    let card = |(rule, _): (Arc<Rule>, Option<Severity>)| Card {
        name: rule.name.clone(),
        language: rule.language,
        severity: rule.severity,
        summary: rule.summary.clone(),
        guideline: rule.guideline.clone(),
    };
    rules.map(card).collect()
}

/// Adds what the run came to to the summary of a GitHub job, where there is one.
fn summarise_job(summary: &Summary) {
    let Some(path) = std::env::var_os("GITHUB_STEP_SUMMARY").filter(|path| !path.is_empty()) else { return };
    let written = OpenOptions::new()
        .append(true)
        .create(true)
        .open(path)
        .and_then(|mut file| file.write_all(job_summary(summary).as_bytes()));
    if let Err(error) = written {
        note(&format!("can't write the job's summary: {error}"));
    }
}

/// The last line, for people.
fn conclude(summary: &Summary, format: Format, started: Instant) {
    match format {
        Format::Text | Format::Narrated | Format::Short => {}
        Format::Json
        | Format::Jsonl
        | Format::Sarif
        | Format::Github
        | Format::Gitlab
        | Format::Junit
        | Format::Checkstyle
        | Format::Rdjson => return,
    }
    if summary.files + summary.skipped.len() + summary.failed.len() == 0 {
        return note("no article found: nothing was checked");
    }
    let mut told = vec![
        counted(summary.found.errors, "error", "errors"),
        counted(summary.found.warnings, "warning", "warnings"),
        counted(summary.found.advice, "advice", "advice"),
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
        FailOn::Error => summary.found.errors,
        FailOn::Warning => summary.found.errors + summary.found.warnings,
        FailOn::Advice => summary.found.errors + summary.found.warnings + summary.found.advice,
        FailOn::Never => 0,
    };
    let over = arguments.max_warnings.is_some_and(|most| summary.found.warnings > most);
    if !summary.failed.is_empty() || summary.files + summary.skipped.len() == 0 {
        Status::Failed
    } else if failing > 0 || over {
        Status::Findings
    } else {
        Status::Clean
    }
}
