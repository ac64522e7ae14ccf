//! The format `github`: annotations that a workflow prints and GitHub shows on the lines of a pull request, and the
//! summary of a job in Markdown.
//!
//! GitHub shows the first ten errors and the first ten warnings of a step on the lines; the summary counts them all.

use super::visible::shown;
use super::{Report, counted};
use crate::diagnostic::Severity;
use crate::outcome::{Became, Finding, Outcome, Summary, Tally};

/// `--format github`
pub(super) struct Github;

impl Report for Github {
    fn piece(&self, outcome: &Outcome) -> String {
        let path = outcome.path.as_str();
        match &outcome.became {
            Became::Checked(checked) => {
                checked.findings.iter().map(|finding| annotation(path, finding)).collect()
            }
            Became::Skipped(_) => String::new(),
            Became::Failed(message) => format!("::error file={}::{}\n", property(path), data(message)),
        }
    }
}

fn annotation(path: &str, finding: &Finding) -> String {
    let command = match finding.severity {
        Severity::Advice => "notice",
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    let mut message = finding.message.clone();
    if let Some(help) = &finding.help {
        message.push('\n');
        message.push_str(help);
    }
    // Columns may be given only where it starts and ends in one line.
    let columns = if finding.start.line == finding.end.line {
        format!(",col={},endColumn={}", finding.start.column, finding.end.column)
    } else {
        String::new()
    };
    format!(
        "::{command} file={},line={},endLine={}{columns},title={}::{}\n",
        property(path),
        finding.start.line,
        finding.end.line,
        property(&format!("selon: {}", finding.rule)),
        data(&message)
    )
}

/// Text behind `::`, as the runner reads it; other control and direction characters are shown, not sent.
fn data(text: &str) -> String {
    shown(&text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A"))
}

/// The value of a property, as the runner reads it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// The summary of a job, in Markdown.
pub fn job_summary(summary: &Summary) -> String {
    let mut text = format!("### selon: {}\n\n", total(summary));
    if !summary.rules.is_empty() {
        text.push_str("| rule | errors | warnings | advice |\n| --- | ---: | ---: | ---: |\n");
        for ((rule, language), tally) in &summary.rules {
            text.push_str(&row(&format!("`{rule}` ({})", language.tag()), tally));
        }
        text.push('\n');
    }
    if summary.folders.len() > 1 && summary.found.all() > 0 {
        text.push_str("| folder | errors | warnings | advice |\n| --- | ---: | ---: | ---: |\n");
        for (folder, (_, tally)) in summary.folders.iter().filter(|(_, (_, tally))| tally.all() > 0) {
            text.push_str(&row(&cell(folder), tally));
        }
        text.push('\n');
    }
    for (path, message) in &summary.failed {
        text.push_str(&format!("- {} couldn't be read: {}\n", cell(path), cell(message)));
    }
    for (path, reason) in &summary.skipped {
        text.push_str(&format!("- {} was skipped: {}\n", cell(path), cell(reason)));
    }
    text
}

fn row(name: &str, tally: &Tally) -> String {
    format!("| {name} | {} | {} | {} |\n", tally.errors, tally.warnings, tally.advice)
}

fn total(summary: &Summary) -> String {
    let Tally { errors, warnings, advice } = summary.found;
    format!(
        "{} checked, {}, {}, {}",
        counted(summary.files, "article", "articles"),
        counted(errors, "error", "errors"),
        counted(warnings, "warning", "warnings"),
        counted(advice, "advice", "advice")
    )
}

/// Text that Markdown and the table leave as it is.
fn cell(text: &str) -> String {
    let mut cell = String::new();
    for character in text.chars() {
        match character {
            '\n' | '\r' => cell.push(' '),
            '<' => cell.push_str("&lt;"),
            '&' => cell.push_str("&amp;"),
            '|' | '`' | '*' | '_' | '[' | ']' | '\\' | '#' => {
                cell.push('\\');
                cell.push(character);
            }
            _ => cell.push(character),
        }
    }
    cell
}
