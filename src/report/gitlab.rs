//! The format `gitlab`: a code quality report, which GitLab shows in merge requests.

use serde::Serialize;

use super::Report;
use super::json::line;
use crate::diagnostic::Severity;
use crate::outcome::{Became, Finding, Outcome, Summary};

/// `--format gitlab`
pub(super) struct Gitlab;

impl Report for Gitlab {
    fn opening(&self) -> String {
        "[\n".into()
    }

    fn piece(&self, outcome: &Outcome) -> String {
        let path = outcome.path.as_str();
        match &outcome.became {
            Became::Checked(checked) => {
                let issues = checked.findings.iter().enumerate().map(|(index, finding)| {
                    let twins = checked.findings[..index].iter();
                    let twins = twins.filter(|other| other.fingerprint == finding.fingerprint).count();
                    line(&issue(path, finding, twins))
                });
                issues.collect::<Vec<_>>().join(",\n")
            }
            Became::Skipped(_) => String::new(),
            Became::Failed(message) => line(&failure(path, message)),
        }
    }

    fn separator(&self) -> &'static str {
        ",\n"
    }

    fn closing(&self, _summary: &Summary) -> String {
        "\n]\n".into()
    }
}

#[derive(Serialize)]
struct Issue<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'static str,
    categories: [&'static str; 1],
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

/// `twins` is how many earlier findings of the article have the same fingerprint: GitLab wants each once.
fn issue<'a>(path: &'a str, finding: &'a Finding, twins: usize) -> Issue<'a> {
    let description = match &finding.help {
        Some(help) => format!("{} {help}", finding.message),
        None => finding.message.clone(),
    };
    Issue {
        kind: "issue",
        description,
        check_name: &finding.rule,
        fingerprint: format!("{:016x}-{twins}-{path}", finding.fingerprint),
        severity: match finding.severity {
            Severity::Advice => "info",
            Severity::Warning => "minor",
            Severity::Error => "major",
        },
        categories: ["Clarity"],
        location: Location { path, lines: Lines { begin: finding.start.line, end: finding.end.line } },
    }
}

fn failure<'a>(path: &'a str, message: &'a str) -> Issue<'a> {
    Issue {
        kind: "issue",
        description: message.to_owned(),
        check_name: "unreadable",
        fingerprint: format!("unreadable-{path}"),
        severity: "critical",
        categories: ["Bug Risk"],
        location: Location { path, lines: Lines { begin: 1, end: 1 } },
    }
}
