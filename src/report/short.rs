//! The format `short`: one line a finding, for `grep`, editors and old hands.

use super::Report;
use super::visible::shown;
use crate::outcome::{Became, Finding, Outcome};

/// `--format short`: `path:line:column: severity[rule] message`
pub(super) struct Short;

impl Report for Short {
    fn piece(&self, outcome: &Outcome) -> String {
        match &outcome.became {
            Became::Checked(checked) => {
                checked.findings.iter().map(|finding| line(&outcome.path, finding)).collect()
            }
            Became::Skipped(_) | Became::Failed(_) => String::new(),
        }
    }
}

fn line(path: &str, finding: &Finding) -> String {
    let Finding { rule, severity, message, start, .. } = finding;
    let (path, message) = (shown(path), shown(message));
    format!("{path}:{}:{}: {severity}[{rule}] {message}\n", start.line, start.column)
}
