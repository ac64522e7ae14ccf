//! `selon explain RULE`: what it is about, the principle it rests on, what it finds and what it leaves alone.

use std::path::Path;
use std::sync::Arc;

use super::Status;
use super::args::ExplainArguments;
use super::output::{Output, note};
use super::settings::{refuse, settings_at};
use crate::diagnostic::Severity;
use crate::language::Code;
use crate::rule::shipped::Examples;
use crate::rule::{Example, Rule, written};

/// Prints the explanation.
pub(super) fn run(arguments: &ExplainArguments) -> Status {
    let settings = match settings_at(arguments.config.as_deref(), Path::new(".")) {
        Ok(settings) => settings,
        Err(refusal) => {
            refuse(&[refusal]);
            return Status::Failed;
        }
    };
    let codes = arguments.language.map_or_else(|| Code::ALL.to_vec(), |code| vec![code]);
    let all: Vec<_> = codes.into_iter().flat_map(|code| settings.rules(code, Examples::With)).collect();
    let mut output = Output::standard();
    let mut found = all.iter().filter(|(rule, _)| rule.name == arguments.rule).peekable();
    if found.peek().is_none() {
        let names: Vec<&str> = all.iter().map(|(rule, _)| rule.name.as_str()).collect();
        let near = written::nearest(&arguments.rule, &names);
        let hint = near.map_or("`selon rules` lists them".into(), |near| format!("did you mean `{near}`?"));
        note(&format!("there is no rule `{}`: {hint}", arguments.rule));
        return Status::Failed;
    }
    for (index, (rule, severity)) in found.enumerate() {
        let _ = output.write(if index > 0 { "\n" } else { "" });
        let _ = output.write(&explained(rule, *severity));
    }
    output.finish()
}

fn explained(rule: &Arc<Rule>, severity: Option<Severity>) -> String {
    let state = severity.map_or_else(|| format!("off ({} when on)", rule.severity), |it| it.to_string());
    let path = rule.path.to_string_lossy().replace('\\', "/");
    let mut text =
        format!("{} ({}, {state})  {path}\n\n  {}\n", rule.name, rule.language.tag(), rule.summary);
    if let Some(guideline) = &rule.guideline {
        text += &format!("\n  {guideline}\n");
    }
    text += &format!("\n  {}\n", rule.say.message);
    if let Some(help) = &rule.say.help {
        text += &format!("  {help}\n");
    }
    let shown = |title: &str, mark: &str, wanted: &dyn Fn(&Example) -> bool| {
        let lines: Vec<_> =
            rule.examples.iter().filter(|example| wanted(example)).map(|it| line(it, mark)).collect();
        if lines.is_empty() { String::new() } else { format!("\n  {title}\n{}", lines.join("")) }
    };
    let (found, alone) = match rule.language {
        Code::French => ("Trouvé :", "Laissé :"),
        Code::English => ("Found:", "Left alone:"),
    };
    text += &shown(found, "✗", &|example| !example.finds.is_empty());
    text += &shown(alone, "✓", &|example| example.finds.is_empty());
    text
}

/// An example in a line: its beginning, and in brackets what is found.
fn line(example: &Example, mark: &str) -> String {
    let text = example.headline.iter().chain([&example.text]).cloned().collect::<Vec<_>>().join(" ¶ ");
    let text = text.replace("\n\n", " ¶ ");
    let short: String = text.chars().take(160).collect();
    let cut = if short.len() < text.len() { "…" } else { "" };
    let finds = example.finds.join("] [");
    let finds = if finds.is_empty() { String::new() } else { format!("  → [{finds}]") };
    format!("    {mark} {short}{cut}{finds}\n")
}
