//! `selon test [PATH...]`: runs the examples inside rule files.

use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;

use super::Status;
use super::look::look;
use super::near::near;
use super::output::{Output, note};
use super::rule_args::TestArguments;
use super::rules::shipped;
use super::settings::refuse;
use super::wrapped::{heading, marked, places, wrapped};
use crate::check::examples::{Verdict, verdicts};
use crate::language::Code;
use crate::publication::{Overrides, Publications, Refusal, Settings};
use crate::report::{Look, counted};

use crate::rule::shipped::{self as lints, Examples};
use crate::rule::{Example, Rule, written};

/// Runs the examples.
pub(super) fn run(arguments: &TestArguments) -> Status {
    let mut refusals = Vec::new();
    let tests = tests(arguments, &mut refusals);
    refuse(&refusals);
    if tests.is_empty() && refusals.is_empty() {
        note("no rule found: nothing was tested");
        return Status::Failed;
    }
    let results: Vec<_> = tests.par_iter().map(Test::results).collect();
    let look = look(arguments.color, None);
    let mut output = Output::standard();
    let mut tally = Tally::default();
    for (test, results) in tests.iter().zip(&results) {
        tally.add(results);
        let _ = output.write(&test.report(results, look));
    }
    if !tests.is_empty() {
        let _ = output.write(&tally.text(tests.len()));
    }
    let status = if !refusals.is_empty() {
        Status::Failed
    } else if tally.missing + tally.noisy > 0 {
        Status::Findings
    } else {
        Status::Clean
    };
    status.max(output.finish())
}

/// A rule to be tested, with the settings that hold where its file lies.
struct Test {
    rule: Arc<Rule>,
    settings: Arc<Settings>,
}

/// The rules asked for; what is wrong with any of them is added to `refusals`.
fn tests(arguments: &TestArguments, refusals: &mut Vec<Refusal>) -> Vec<Test> {
    let overrides = Overrides { language: arguments.language, ..Overrides::default() };
    let made = Publications::new(arguments.config.clone(), overrides).and_then(|publications| {
        let mut tests = match arguments.paths.is_empty() {
            true => of_publication(&publications)?,
            false => arguments.paths.iter().flat_map(|path| at(path, &publications, refusals)).collect(),
        };
        let names: Vec<_> = tests.iter().map(|test| test.rule.name.clone()).collect();
        if let Some(unknown) = arguments.rule.iter().find(|name| !names.contains(name)) {
            return Err(Refusal::new(
                format!("there is no rule `{unknown}` here"),
                written::advice(unknown, &names),
            ));
        }
        tests.retain(|test| arguments.rule.is_empty() || arguments.rule.contains(&test.rule.name));
        Ok(tests)
    });
    made.unwrap_or_else(|refusal| {
        refusals.push(refusal);
        Vec::new()
    })
}

/// The publication's own rules, then the shipped ones.
fn of_publication(publications: &Publications) -> Result<Vec<Test>, Refusal> {
    let settings = publications.settings_for("article".as_ref())?;
    let own = settings.own_rules().cloned();
    let shipped = Code::ALL.into_iter().flat_map(|code| lints::rules(code, Examples::With)).map(Arc::new);
    Ok(own.chain(shipped).map(|rule| Test { rule, settings: Arc::clone(&settings) }).collect())
}

/// The rules at `path`.
fn at(path: &PathBuf, publications: &Publications, refusals: &mut Vec<Refusal>) -> Vec<Test> {
    if !path.exists() {
        refusals.push(Refusal::new(format!("{} isn't there", path.display()), None));
        return Vec::new();
    }
    let place = if path.is_dir() { path.join("article") } else { path.clone() };
    let settings = match publications.settings_for(&place) {
        Ok(settings) => settings,
        Err(refusal) => {
            refusals.push(refusal);
            return Vec::new();
        }
    };
    // Absolute, so that a folder `lints` here isn't taken for the shipped one.
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.clone());
    let rules = publications.rules_at(&whole, settings.language()).unwrap_or_else(|refusal| {
        refusals.push(refusal);
        Vec::new()
    });
    rules.into_iter().map(|rule| Test { rule, settings: Arc::clone(&settings) }).collect()
}

/// How one example came out.
struct Outcome<'t> {
    example: &'t Example,
    verdict: Verdict,
}

impl Test {
    fn results(&self) -> Vec<Outcome<'_>> {
        let language = &self.settings.in_language(self.rule.language).language;
        let verdicts = verdicts(&self.rule, language);
        self.rule
            .examples
            .iter()
            .zip(verdicts)
            .map(|(example, verdict)| Outcome { example, verdict })
            .collect()
    }

    /// What there is to say of the rule: nothing where a shipped one does what its examples say.
    fn report(&self, outcomes: &[Outcome<'_>], look: Look) -> String {
        let lines = self.lines();
        let mut text = String::new();
        for outcome in outcomes {
            text.push_str(&outcome.report(&lines, look));
        }
        let rule = &self.rule;
        if text.is_empty() && shipped(rule) {
            return text;
        }
        let mut head =
            format!("{} ({}) {}", heading(&rule.name, look), rule.language.tag(), near(&rule.path));
        if text.is_empty() {
            head.push_str(&match outcomes.len() {
                0 => ": no example, so nothing shows that it works".into(),
                number => format!(": {} validated", counted(number, "example", "examples")),
            });
        }
        format!("{head}\n{text}")
    }

    /// The line on which each byte of the rule's file stands, as far as the file can be read.
    fn lines(&self) -> Lines {
        let text = match shipped(&self.rule) {
            true => None,
            false => std::fs::read_to_string(&self.rule.path).ok(),
        };
        Lines { text, path: near(&self.rule.path) }
    }
}

/// Leads from a byte of a rule's file to its line.
struct Lines {
    text: Option<String>,
    path: String,
}

impl Lines {
    /// "house/rules/scoop.toml:12"
    fn place(&self, at: usize) -> String {
        let text = self.text.as_deref().map(|text| text.strip_prefix('\u{feff}').unwrap_or(text));
        match text.and_then(|text| text.get(..at)) {
            Some(before) => format!("{}:{}", self.path, before.matches('\n').count() + 1),
            None => self.path.clone(),
        }
    }
}

impl Outcome<'_> {
    /// What is wrong with the example, with its words; nothing where it is validated.
    fn report(&self, lines: &Lines, look: Look) -> String {
        let mut verdict = Vec::new();
        let quoted =
            |words: &[String]| words.iter().map(|words| format!("“{words}”")).collect::<Vec<_>>().join(", ");
        match (&self.example.not_yet, self.verdict.holds()) {
            (None, true) | (Some(_), false) => return String::new(),
            (Some(reason), true) => verdict.push(format!("validated, though `not-yet` says: {reason}")),
            (None, false) => {
                if !self.verdict.missing.is_empty() {
                    verdict.push(format!("missing: {} isn't found", quoted(&self.verdict.missing)));
                }
                if !self.verdict.noisy.is_empty() {
                    verdict.push(format!("noisy: {} is found", quoted(&self.verdict.noisy)));
                }
            }
        }
        let text = self.example.text.trim();
        let mut concerned: Vec<String> = self.verdict.missing.clone();
        concerned.extend(self.verdict.noisy.iter().cloned());
        concerned.sort_by_key(|words| text.find(words.as_str()));
        let example = marked(text, &places(text, &concerned), look);
        let place = lines.place(self.example.at.start);
        format!("  {place}: {}\n{}", verdict.join("; "), wrapped(&example, 4, look))
    }
}

/// How many examples came out how.
#[derive(Default)]
struct Tally {
    validated: usize,
    missing: usize,
    noisy: usize,
    not_yet: usize,
}

impl Tally {
    fn add(&mut self, outcomes: &[Outcome<'_>]) {
        for Outcome { example, verdict } in outcomes {
            if verdict.holds() {
                self.validated += 1;
            } else if example.not_yet.is_some() {
                self.not_yet += 1;
            } else {
                self.missing += usize::from(!verdict.missing.is_empty());
                self.noisy += usize::from(!verdict.noisy.is_empty());
            }
        }
    }

    fn text(&self, rules: usize) -> String {
        let mut told = vec![
            format!("{} validated", self.validated),
            format!("{} missing", self.missing),
            format!("{} noisy", self.noisy),
        ];
        if self.not_yet > 0 {
            told.push(format!("{} not yet right, as their rules say", self.not_yet));
        }
        format!("{}: {}\n", counted(rules, "rule", "rules"), told.join(", "))
    }
}
