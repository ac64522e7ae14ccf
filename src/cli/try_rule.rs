//! `selon try RULE.toml PATH...`: tries a draft rule on an archive.

use std::collections::HashSet;
use std::ops::ControlFlow;
use std::sync::Arc;

use super::Status;
use super::args::TryArguments;
use super::files::{Input, inputs};
use super::output::{Output, note};
use super::progress::Progress;
use super::settings::{publications, refuse};
use crate::check::article::{Readied, readied, tried};
use crate::check::folder::in_order;
use crate::outcome::{Finding, Outcome};
use crate::publication::{Publications, rules_at};
use crate::report::counted;
use crate::rule::{Rule, shipped};

/// What the draft came to.
#[derive(Default)]
struct Trial {
    articles: usize,
    with_findings: usize,
    /// Each with the article's path.
    findings: Vec<(String, Finding)>,
    /// Findings of the rule in force of the same name that the draft has too, that it hasn't.
    kept: usize,
    lost: usize,
    failed: Vec<String>,
}

/// Tries the rule.
pub(super) fn run(arguments: &TryArguments) -> Status {
    let language = arguments.input.language;
    let prepared = rules_at(&arguments.rule, language)
        .map_err(|refusal| vec![refusal])
        .and_then(|rules| Ok((rules, publications(&arguments.input, &[], inputs(&arguments.input))?)));
    let (rules, (publications, inputs)) = match prepared {
        Ok(prepared) => prepared,
        Err(refusals) => {
            refuse(&refusals);
            return Status::Failed;
        }
    };
    let Some(rule) = rules.into_iter().next() else {
        note(&format!("{} holds no rule", arguments.rule.display()));
        return Status::Failed;
    };
    let replaces = shipped::names(rule.language).contains(&rule.name.as_str());
    let mut progress = Progress::new(inputs.len());
    let mut trial = Trial::default();
    in_order(
        &inputs,
        arguments.input.threads,
        |input| of_file(input, &rule, &publications),
        |outcomes| {
            progress.step();
            match outcomes {
                Ok(pairs) => pairs.into_iter().for_each(|(draft, in_force)| trial.add(draft, &in_force)),
                Err(message) => trial.failed.push(message),
            }
            ControlFlow::Continue(())
        },
    );
    progress.clear();
    trial.failed.iter().for_each(|message| note(message));
    let mut output = Output::standard();
    let _ = output.write(&told(&trial, arguments.samples, replaces.then_some(rule.name.as_str())));
    let status = if trial.failed.is_empty() && trial.articles > 0 { Status::Clean } else { Status::Failed };
    if trial.articles == 0 {
        note(&format!("no article in {}: nothing was tried", rule.language.tag()));
    }
    status.max(output.finish())
}

/// What draft and rule in force find in the articles of a file that are in the rule's language.
fn of_file(
    input: &Input,
    rule: &Arc<Rule>,
    publications: &Publications,
) -> Result<Vec<(Outcome, Outcome)>, String> {
    let told = |message: String| format!("{}: {message}", input.name);
    let settings = publications.settings_for(&input.path).map_err(|refusal| told(refusal.to_string()))?;
    let bytes = input.bytes().map_err(told)?;
    let mut pairs = Vec::new();
    for readied in readied(&bytes, &input.path, input.named, &settings) {
        match readied {
            Readied::Ready(article, in_language) if in_language.language.code() == rule.language => {
                let (draft, in_force) = tried(&article, in_language, rule);
                let outcome = |became| Outcome { path: input.name.clone(), item: None, became };
                pairs.push((outcome(draft), outcome(in_force)));
            }
            Readied::Ready(..) | Readied::Skipped(..) => {}
            Readied::Failed(message) => return Err(told(message)),
        }
    }
    Ok(pairs)
}

impl Trial {
    fn add(&mut self, draft: Outcome, in_force: &Outcome) {
        let findings =
            |outcome: &Outcome| outcome.checked().map(|checked| checked.findings.clone()).unwrap_or_default();
        let found = findings(&draft);
        let known: HashSet<u64> = found.iter().map(|finding| finding.fingerprint).collect();
        let before = findings(in_force);
        let kept = before.iter().filter(|finding| known.contains(&finding.fingerprint)).count();
        self.kept += kept;
        self.lost += before.len() - kept;
        self.articles += 1;
        self.with_findings += usize::from(!found.is_empty());
        self.findings.extend(found.into_iter().map(|finding| (draft.path.clone(), finding)));
    }
}

/// The result in words, with samples from all over the archive; `replaces` is a rule in force of the same name.
fn told(trial: &Trial, samples: usize, replaces: Option<&str>) -> String {
    let count = trial.findings.len();
    let mut text = format!(
        "{} in {} of {}: {:.1} per 100 articles\n",
        counted(count, "finding", "findings"),
        trial.with_findings,
        counted(trial.articles, "article", "articles"),
        100.0 * count as f64 / trial.articles.max(1) as f64,
    );
    if let Some(name) = replaces {
        let new = count - trial.kept.min(count);
        text += &format!(
            "beside the {name} in force: {} found by both, {new} new, {} no longer found\n",
            trial.kept, trial.lost
        );
    }
    let shown = samples.min(count);
    for index in 0..shown {
        let (path, finding) = &trial.findings[index * count / shown];
        let excerpt = &finding.excerpt;
        let (before, behind) = (&excerpt.text[..excerpt.words.start], &excerpt.text[excerpt.words.end..]);
        let words = &excerpt.text[excerpt.words.clone()];
        text += &format!("\n{path}:{}\n  {before}[{words}]{behind}\n", finding.start.line);
    }
    text
}
