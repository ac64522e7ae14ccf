//! `selon rules`: the rules in force here, how severe each is, and which file says so.

use std::path::Path;

use serde::Serialize;

use super::Status;
use super::args::{ListFormat, RulesArguments};
use super::output::Output;
use super::settings::{refuse, settings_at};
use crate::diagnostic::Severity;
use crate::language::Code;
use crate::publication::Settings;
use crate::rule::shipped::Examples;

/// A line of the list.
#[derive(Serialize)]
struct Line {
    rule: String,
    language: &'static str,
    /// "off" where the rule isn't in force.
    severity: &'static str,
    from: String,
    summary: String,
}

/// Prints the list.
pub(super) fn run(arguments: &RulesArguments) -> Status {
    let settings = match settings_at(arguments.config.as_deref(), Path::new(".")) {
        Ok(settings) => settings,
        Err(refusal) => {
            refuse(&[refusal]);
            return Status::Failed;
        }
    };
    let lines = lines(&settings);
    let mut output = Output::standard();
    let text = match arguments.format {
        ListFormat::Text => table(&lines),
        ListFormat::Json => {
            let json = serde_json::to_string_pretty(&serde_json::json!({ "rules": lines }));
            json.unwrap_or_default() + "\n"
        }
    };
    let _ = output.write(&text);
    output.finish()
}

fn lines(settings: &Settings) -> Vec<Line> {
    let mut lines = Vec::new();
    for code in Code::ALL {
        for (rule, severity) in settings.rules(code, Examples::Without) {
            lines.push(Line {
                from: said_by(&rule.name, &rule.path, settings),
                rule: rule.name.clone(),
                language: code.tag(),
                severity: severity.map_or("off", Severity::name),
                summary: rule.summary.clone(),
            });
        }
    }
    lines.sort_by(|left, right| (&left.rule, left.language).cmp(&(&right.rule, right.language)));
    lines
}

/// The file that says how severe the rule is: settings, or the rule's own.
fn said_by(rule: &str, path: &Path, settings: &Settings) -> String {
    let key = format!("severity.{rule}");
    match settings.origins().find(|origin| origin.key == key) {
        Some(origin) => format!("{}:{}", origin.path.display(), origin.line),
        None => path.to_string_lossy().replace('\\', "/"),
    }
}

fn table(lines: &[Line]) -> String {
    let width = lines.iter().map(|line| line.rule.len()).max().unwrap_or(0);
    let mut table = format!("{:width$}  {:8}  {:8}  {}\n", "rule", "language", "severity", "from");
    for line in lines {
        table += &format!("{:width$}  {:8}  {:8}  {}\n", line.rule, line.language, line.severity, line.from);
    }
    table
}
