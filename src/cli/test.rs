//! `selon test [PATH...]`: runs the examples inside rule files, a publication's own and the shipped ones.

use std::path::Path;
use std::sync::Arc;

use super::Status;
use super::args::TestArguments;
use super::output::Output;
use super::settings::{refuse, settings_at};
use crate::check::examples::{Verdict, verdicts};
use crate::language::Code;
use crate::publication::{Refusal, Settings, rules_at};
use crate::report::counted;
use crate::rule::shipped::Examples;
use crate::rule::{Example, Rule};

/// How the examples came out.
#[derive(Default)]
struct Count {
    rules: usize,
    validated: usize,
    missing: usize,
    noisy: usize,
    not_yet: usize,
}

/// Runs the examples.
pub(super) fn run(arguments: &TestArguments) -> Status {
    let settings = settings_at(arguments.config.as_deref(), Path::new("."));
    let (settings, rules) = match settings.and_then(|settings| Ok((rules(arguments, &settings)?, settings))) {
        Ok((rules, settings)) => (settings, rules),
        Err(refusal) => {
            refuse(&[refusal]);
            return Status::Failed;
        }
    };
    let mut output = Output::standard();
    let mut count = Count::default();
    for rule in &rules {
        count.rules += 1;
        let language = &settings.in_language(rule.language).language;
        for (example, verdict) in rule.examples.iter().zip(verdicts(rule, language)) {
            if let Some(text) = told(rule, example, &verdict, &mut count) {
                let _ = output.write(&text);
            }
        }
        if rule.examples.is_empty() {
            let path = rule.path.display();
            let _ = output.write(&format!("{path}: no example: nobody can tell what the rule does\n\n"));
        }
    }
    let mut last = format!(
        "{}, {}: {} validated, {} missing, {} noisy",
        counted(count.rules, "rule", "rules"),
        counted(rules.iter().map(|rule| rule.examples.len()).sum(), "example", "examples"),
        count.validated,
        count.missing,
        count.noisy,
    );
    if count.not_yet > 0 {
        last += &format!(", {} not right yet and said so", count.not_yet);
    }
    let _ = output.write(&format!("{last}\n"));
    let status = if count.missing + count.noisy > 0 { Status::Findings } else { Status::Clean };
    status.max(output.finish())
}

/// The rules to test: those of the paths, or else all that are known here.
fn rules(arguments: &TestArguments, settings: &Settings) -> Result<Vec<Arc<Rule>>, Refusal> {
    if arguments.paths.is_empty() {
        let known = Code::ALL.into_iter().flat_map(|code| settings.rules(code, Examples::With));
        return Ok(known.map(|(rule, _)| rule).collect());
    }
    let mut rules = Vec::new();
    for path in &arguments.paths {
        rules.extend(rules_at(path, arguments.language)?);
    }
    Ok(rules)
}

/// What is said of an example that didn't come out right.
fn told(rule: &Rule, example: &Example, verdict: &Verdict, count: &mut Count) -> Option<String> {
    if verdict.holds() {
        count.validated += 1;
        return None;
    }
    if example.not_yet.is_some() {
        count.not_yet += 1;
        return None;
    }
    let mut text = format!("{}: {}\n", rule.path.display(), example.text.replace("\n\n", " ¶ "));
    if !verdict.missing.is_empty() {
        count.missing += 1;
        text += &format!("  missing: the rule should find {}\n", listed(&verdict.missing));
    }
    if !verdict.noisy.is_empty() {
        count.noisy += 1;
        text += &format!("  noisy: the rule shouldn't find {}\n", listed(&verdict.noisy));
    }
    Some(text + "\n")
}

fn listed(words: &[String]) -> String {
    words.iter().map(|words| format!("[{words}]")).collect::<Vec<_>>().join(", ")
}
