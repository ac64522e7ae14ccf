//! The format `narrated`: a finding in sentences, for a screen reader or a braille display.

use super::Report;
use super::visible::shown;
use crate::outcome::{Became, Finding, Outcome};

/// `--format narrated`
pub(super) struct Narrated;

impl Report for Narrated {
    fn piece(&self, outcome: &Outcome) -> String {
        match &outcome.became {
            Became::Checked(checked) => {
                checked.findings.iter().map(|finding| told(&outcome.path, finding)).collect()
            }
            Became::Skipped(_) | Became::Failed(_) => String::new(),
        }
    }
}

fn told(path: &str, finding: &Finding) -> String {
    let severity = match finding.severity {
        crate::diagnostic::Severity::Advice => "Advice",
        crate::diagnostic::Severity::Warning => "Warning",
        crate::diagnostic::Severity::Error => "Error",
    };
    let mut text = format!("{severity}: {}\n", shown(&finding.message));
    let mut line = |name: &str, value: &str| text.push_str(&format!("  {name}: {}\n", shown(value)));
    line("Place", &format!("{path}, line {}, column {}", finding.start.line, finding.start.column));
    line("Words", finding.excerpt.text.get(finding.excerpt.words.clone()).unwrap_or_default());
    line("Sentence", finding.excerpt.text.trim());
    for mark in &finding.marks {
        line(&mark.text, &format!("{}, line {}, column {}", mark.words, mark.start.line, mark.start.column));
    }
    if let Some(help) = &finding.help {
        line("Help", help);
    }
    for suggestion in &finding.suggestions {
        line("Instead", suggestion);
    }
    line("Rule", &finding.rule);
    text.push('\n');
    text
}
