//! The formats `json` and `jsonl`, as the contract of machine output fixes them.
//!
//! `json` is one object; its articles are written as they come, one a line, so that an archive needs no memory.
//! `jsonl` is one object a line: an article as in `files` of `json`, or `{"path", "skipped"}`, `{"path", "error"}`.

use serde::Serialize;

use super::Report;
use crate::outcome::{Accepted, Became, Checked, Finding, Outcome, Summary};
use crate::span::Place;

/// `--format json`
pub(super) struct Json;

/// `--format jsonl`
pub(super) struct Lines;

impl Report for Json {
    fn opening(&self) -> String {
        "{\"files\": [\n".into()
    }

    fn piece(&self, outcome: &Outcome) -> String {
        match &outcome.became {
            Became::Checked(checked) => line(&File::new(outcome, checked)),
            Became::Skipped(_) | Became::Failed(_) => String::new(),
        }
    }

    fn separator(&self) -> &'static str {
        ",\n"
    }

    fn closing(&self, summary: &Summary) -> String {
        let skipped: Vec<_> = summary.skipped.iter().map(|(path, reason)| Skipped { path, reason }).collect();
        let errors: Vec<_> = summary.failed.iter().map(|(path, message)| Failed { path, message }).collect();
        format!(
            "\n], \"skipped\": {}, \"errors\": {}, \"summary\": {}}}\n",
            line(&skipped),
            line(&errors),
            line(&Counts::new(summary))
        )
    }
}

impl Report for Lines {
    fn piece(&self, outcome: &Outcome) -> String {
        let path = outcome.path.as_str();
        let mut line = match &outcome.became {
            Became::Checked(checked) => line(&File::new(outcome, checked)),
            Became::Skipped(reason) => line(&SkippedLine { path, skipped: reason }),
            Became::Failed(message) => line(&FailedLine { path, error: message }),
        };
        line.push('\n');
        line
    }
}

/// `value` as JSON on one line.
pub(super) fn line(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("the structures of reports have string keys only")
}

/// A span as machines read it: bytes of the file.
#[derive(Serialize)]
pub(super) struct Span {
    start: usize,
    end: usize,
}

impl From<Place> for Span {
    fn from(place: Place) -> Self {
        Self { start: place.start, end: place.end }
    }
}

/// Which article of a file that holds several.
#[derive(Serialize)]
pub(super) struct Item<'a> {
    number: usize,
    title: Option<&'a str>,
}

impl<'a> From<&'a crate::article::Item> for Item<'a> {
    fn from(item: &'a crate::article::Item) -> Self {
        Self { number: item.number, title: item.title.as_deref() }
    }
}

#[derive(Serialize)]
struct File<'a> {
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<Item<'a>>,
    language: &'static str,
    diagnostics: Vec<Found<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    accepted: Vec<AcceptedFound<'a>>,
}

impl<'a> File<'a> {
    fn new(outcome: &'a Outcome, checked: &'a Checked) -> Self {
        Self {
            path: &outcome.path,
            article: outcome.item.as_ref().map(Item::from),
            language: checked.language.tag(),
            diagnostics: checked.findings.iter().map(Found::from).collect(),
            accepted: checked.accepted.iter().map(AcceptedFound::from).collect(),
        }
    }
}

#[derive(Serialize)]
struct Found<'a> {
    rule: &'a str,
    severity: &'static str,
    message: &'a str,
    help: Option<&'a str>,
    span: Span,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    suggestions: &'a [String],
    sentence: &'a str,
    fingerprint: String,
    labels: Vec<Label<'a>>,
}

impl<'a> From<&'a Finding> for Found<'a> {
    fn from(finding: &'a Finding) -> Self {
        Self {
            rule: &finding.rule,
            severity: finding.severity.name(),
            message: &finding.message,
            help: finding.help.as_deref(),
            span: finding.place.into(),
            line: finding.start.line,
            column: finding.start.column,
            end_line: finding.end.line,
            end_column: finding.end.column,
            suggestions: &finding.suggestions,
            sentence: &finding.excerpt.text,
            fingerprint: format!("{:016x}", finding.fingerprint),
            labels: finding
                .marks
                .iter()
                .map(|mark| Label { span: mark.place.into(), text: &mark.text })
                .collect(),
        }
    }
}

#[derive(Serialize)]
struct Label<'a> {
    span: Span,
    text: &'a str,
}

#[derive(Serialize)]
struct AcceptedFound<'a> {
    #[serde(flatten)]
    found: Found<'a>,
    reason: &'a str,
}

impl<'a> From<&'a Accepted> for AcceptedFound<'a> {
    fn from(accepted: &'a Accepted) -> Self {
        Self { found: Found::from(&accepted.finding), reason: &accepted.reason }
    }
}

#[derive(Serialize)]
pub(super) struct Skipped<'a> {
    pub(super) path: &'a str,
    pub(super) reason: &'a str,
}

#[derive(Serialize)]
pub(super) struct Failed<'a> {
    pub(super) path: &'a str,
    pub(super) message: &'a str,
}

#[derive(Serialize)]
struct SkippedLine<'a> {
    path: &'a str,
    skipped: &'a str,
}

#[derive(Serialize)]
struct FailedLine<'a> {
    path: &'a str,
    error: &'a str,
}

#[derive(Serialize)]
struct Counts {
    files: usize,
    errors: usize,
    warnings: usize,
    advice: usize,
    accepted: usize,
}

impl Counts {
    fn new(summary: &Summary) -> Self {
        Self {
            files: summary.files,
            errors: summary.found.errors,
            warnings: summary.found.warnings,
            advice: summary.found.advice,
            accepted: summary.accepted,
        }
    }
}
