//! `selon rules [PATH]`: the rules in force here, those that are off, and which file says so.

use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

use serde::Serialize;

use super::Status;
use super::near::near;
use super::output::{Output, note};
use super::rule_args::{ListFormat, RulesArguments};
use super::settings::{refuse, settings_at};
use crate::diagnostic::Severity;
use crate::language::Code;
use crate::publication::{Origin, Settings};
use crate::report::counted;
use crate::rule::Rule;
use crate::rule::rule::Default;
use crate::rule::shipped::Examples;

/// Lists the rules.
pub(super) fn run(arguments: &RulesArguments) -> Status {
    let at = arguments.path.as_deref().unwrap_or(Path::new("."));
    let settings = match settings_at(arguments.config.as_deref(), at) {
        Ok(settings) => settings,
        Err(refusal) => {
            refuse(&[refusal]);
            return Status::Failed;
        }
    };
    if let Some(path) = arguments.path.as_deref().filter(|path| !path.exists()) {
        note(&format!("{} isn't there; these are the rules for an article of this name", path.display()));
    }
    let lines = lines(&settings, arguments.language);
    let mut output = Output::standard();
    let _ = output.write(&match arguments.format {
        ListFormat::Text => text(&lines),
        ListFormat::Json => json(&lines),
    });
    output.finish()
}

/// A rule, and how it stands here.
struct Line {
    rule: Arc<Rule>,
    /// Its severity here; nothing where it is off.
    severity: Option<Severity>,
    /// The setting that decides so.
    setting: Option<Origin>,
    /// It is for other paths alone.
    elsewhere: bool,
}

fn lines(settings: &Settings, language: Option<Code>) -> Vec<Line> {
    let codes = Code::ALL.into_iter().filter(|code| language.is_none_or(|language| language == *code));
    let mut lines: Vec<Line> = Vec::new();
    for code in codes {
        for (rule, severity) in settings.rules(code, Examples::Without) {
            let setting = setting(settings, &rule.name);
            lines.push(Line { rule, severity, setting, elsewhere: false });
        }
        for rule in settings.elsewhere().iter().filter(|rule| rule.language == code) {
            lines.push(Line { rule: Arc::clone(rule), severity: None, setting: None, elsewhere: true });
        }
    }
    lines.sort_by(|left, right| {
        (&left.rule.name, left.rule.language).cmp(&(&right.rule.name, right.rule.language))
    });
    lines
}

/// What settings say of the rule `name`: its severity, or that it is one of those, or none of those, that are wanted.
fn setting(settings: &Settings, name: &str) -> Option<Origin> {
    let origins = settings.origins();
    let key = format!("severity.{name}");
    let severity = origins.iter().find(|origin| origin.key == key);
    severity.or_else(|| origins.iter().find(|origin| origin.key == "only")).map(|origin| (*origin).clone())
}

fn text(lines: &[Line]) -> String {
    let width = |text: fn(&Line) -> &str| lines.iter().map(|line| text(line).len()).max().unwrap_or(0);
    let names = width(|line| &line.rule.name);
    let mut text = String::new();
    for line in lines {
        let severity = line.severity.map_or("off", Severity::name);
        let rule = &line.rule;
        let _ = writeln!(
            text,
            "{severity:7}  {:names$}  {}  {}",
            rule.name,
            rule.language.tag(),
            sayings(line).join("; ")
        );
    }
    let on = lines.iter().filter(|line| line.severity.is_some()).count();
    let _ = writeln!(
        text,
        "\n{} in force, {} off; `selon explain RULE` shows what one finds, and what it leaves alone",
        counted(on, "rule", "rules"),
        lines.len() - on
    );
    text
}

/// Which files say that the rule stands as it does, and what to know of it.
fn sayings(line: &Line) -> Vec<String> {
    let rule = &line.rule;
    let mut sayings = vec![match shipped(rule) {
        true if rule.default == Default::Off && line.setting.is_none() => match &rule.off_because {
            Some(because) => format!("ships off: {because}"),
            None => "ships off".into(),
        },
        true => "shipped".into(),
        false => near(&rule.path),
    }];
    if let Some(caveat) = rule.caveat.as_ref().filter(|_| line.severity.is_some()) {
        sayings.push(caveat.clone());
    }
    if line.elsewhere {
        let only = rule.when_path.join(", ");
        let not = rule.unless_path.join(", ");
        sayings.push(if only.is_empty() { format!("not in {not}") } else { format!("only in {only}") });
    }
    if let Some(setting) = &line.setting {
        sayings.push(format!(
            "{} = {} ({}:{})",
            setting.key,
            setting.value,
            near(&setting.path),
            setting.line
        ));
    }
    sayings
}

/// Whether the rule ships with the program.
pub(super) fn shipped(rule: &Rule) -> bool {
    rule.path.is_relative() && rule.path.starts_with(Path::new("lints"))
}

#[derive(Serialize)]
struct List<'a> {
    rules: Vec<Listed<'a>>,
}

#[derive(Serialize)]
struct Listed<'a> {
    id: &'a str,
    language: &'static str,
    severity: &'static str,
    summary: &'a str,
    file: String,
    shipped: bool,
    default_severity: &'static str,
    default: &'static str,
    off_because: Option<&'a str>,
    caveat: Option<&'a str>,
    setting: Option<Setting<'a>>,
    only_in: &'a [String],
    not_in: &'a [String],
}

#[derive(Serialize)]
struct Setting<'a> {
    key: &'a str,
    file: String,
    line: usize,
}

fn json(lines: &[Line]) -> String {
    let rules = lines.iter().map(Listed::from).collect();
    let text = serde_json::to_string_pretty(&List { rules }).expect("a list of rules has string keys only");
    text + "\n"
}

impl<'a> From<&'a Line> for Listed<'a> {
    fn from(line: &'a Line) -> Self {
        let rule = &line.rule;
        Self {
            id: &rule.name,
            language: rule.language.tag(),
            severity: line.severity.map_or("off", Severity::name),
            summary: &rule.summary,
            file: near(&rule.path),
            shipped: shipped(rule),
            default_severity: rule.severity.name(),
            default: match rule.default {
                Default::On => "on",
                Default::Off => "off",
            },
            off_because: rule.off_because.as_deref(),
            caveat: rule.caveat.as_deref(),
            setting: line.setting.as_ref().map(|setting| Setting {
                key: &setting.key,
                file: near(&setting.path),
                line: setting.line,
            }),
            only_in: &rule.when_path,
            not_in: &rule.unless_path,
        }
    }
}
