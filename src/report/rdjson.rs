//! The format `rdjson`: what reviewdog reads. Its columns count bytes.

use serde::Serialize;

use super::Report;
use super::json::line;
use crate::diagnostic::Severity;
use crate::outcome::{Became, Finding, Outcome, Summary};

/// `--format rdjson`
pub(super) struct Rdjson;

impl Report for Rdjson {
    fn opening(&self) -> String {
        "{\"source\": {\"name\": \"selon\"}, \"diagnostics\": [\n".into()
    }

    fn piece(&self, outcome: &Outcome) -> String {
        let path = outcome.path.as_str();
        match &outcome.became {
            Became::Checked(checked) => {
                let found = checked.findings.iter().map(|finding| line(&diagnostic(path, finding)));
                found.collect::<Vec<_>>().join(",\n")
            }
            Became::Skipped(_) => String::new(),
            Became::Failed(message) => line(&Diagnostic {
                message,
                location: Location { path, range: None },
                severity: "ERROR",
                code: Code { value: "unreadable" },
                suggestions: Vec::new(),
            }),
        }
    }

    fn separator(&self) -> &'static str {
        ",\n"
    }

    fn closing(&self, _summary: &Summary) -> String {
        "\n]}\n".into()
    }
}

#[derive(Serialize)]
struct Diagnostic<'a> {
    message: &'a str,
    location: Location<'a>,
    severity: &'static str,
    code: Code<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion<'a>>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Range>,
}

#[derive(Serialize, Clone, Copy)]
struct Range {
    start: Position,
    end: Position,
}

#[derive(Serialize, Clone, Copy)]
struct Position {
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Code<'a> {
    value: &'a str,
}

#[derive(Serialize)]
struct Suggestion<'a> {
    range: Range,
    text: &'a str,
}

fn diagnostic<'a>(path: &'a str, finding: &'a Finding) -> Diagnostic<'a> {
    let (start, end) = finding.byte_columns;
    let range = Range {
        start: Position { line: finding.start.line, column: start },
        end: Position { line: finding.end.line, column: end },
    };
    Diagnostic {
        message: &finding.message,
        location: Location { path, range: Some(range) },
        severity: match finding.severity {
            Severity::Advice => "INFO",
            Severity::Warning => "WARNING",
            Severity::Error => "ERROR",
        },
        code: Code { value: &finding.rule },
        suggestions: finding.suggestions.iter().map(|text| Suggestion { range, text }).collect(),
    }
}
