//! What `selon check` says beside the report: what was left out, the last line, figures, the summary of a GitHub job.

use std::fs::OpenOptions;
use std::io::Write;
use std::time::Instant;

use super::args::CheckArguments;
use super::output::{note, say};
use crate::outcome::{Became, Outcome, Summary};
use crate::report::github::job_summary;
use crate::report::statistics::statistics;
use crate::report::{Format, counted};

/// Says that an article couldn't be read or was left out.
pub(super) fn complain(outcome: &Outcome, arguments: &CheckArguments) {
    match &outcome.became {
        Became::Failed(message) => note(&format!("{}: {message}", outcome.path)),
        Became::Skipped(reason) if !arguments.quiet => {
            note(&format!("{} is skipped: {reason}", outcome.path))
        }
        Became::Skipped(_) | Became::Checked(_) => {}
    }
}

/// What follows the report: the job's summary, figures where they are asked for, the last line for people.
pub(super) fn conclude(summary: &Summary, arguments: &CheckArguments, started: Instant) {
    if arguments.format == Format::Github {
        summarise_job(summary);
    }
    if arguments.statistics {
        say(statistics(summary).trim_end());
    }
    if summary.files + summary.skipped.len() + summary.failed.len() == 0 {
        if arguments.changed || arguments.since.is_some() {
            note("no article has changed");
        } else if !arguments.articles_only {
            note("no article found: nothing was checked");
        }
    } else if !arguments.quiet && for_people(arguments.format) {
        say(&last_line(summary, started));
    }
}

fn for_people(format: Format) -> bool {
    match format {
        Format::Text | Format::Narrated | Format::Short | Format::Html => true,
        Format::Json
        | Format::Jsonl
        | Format::Sarif
        | Format::Github
        | Format::Gitlab
        | Format::Junit
        | Format::Checkstyle
        | Format::Rdjson => false,
    }
}

fn last_line(summary: &Summary, started: Instant) -> String {
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
    format!("{articles}: {} ({:.2} s)", told.join(", "), started.elapsed().as_secs_f64())
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
