//! `selon check [PATH...]`: lints the articles and prints what was found.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use super::Status;
use super::args::{CheckArguments, FailOn};
use super::conclude::{complain, conclude};
use super::files::{Input, inputs};
use super::look::look;
use super::near::near;
use super::output::{Output, note};
use super::progress::Progress;
use super::settings::{publications, refuse};
use crate::check::accepted::Acceptances;
use crate::check::article::{all_checked, keep_new, readied};
use crate::check::changed::{Changes, Since, Version};
use crate::check::folder::in_order;
use crate::diagnostic::Severity;
use crate::language::Code;
use crate::outcome::{Became, Outcome, Summary};
use crate::publication::{Publications, Settings};
use crate::report::earlier::Earlier;
use crate::report::{Card, Format, Printer, printer};
use crate::rule::Rule;
use crate::rule::shipped::Examples;

/// Lints the articles.
pub(super) fn run(arguments: &CheckArguments) -> Status {
    let started = Instant::now();
    let input = &arguments.input;
    let mut inputs = inputs(input);
    if arguments.articles_only {
        inputs.retain_mut(Input::may_be_article);
    }
    let (publications, inputs) = match publications(input, &arguments.rule, inputs) {
        Ok(found) => found,
        Err(refusals) => {
            refuse(&refusals);
            return Status::Failed;
        }
    };
    let changes = match since(arguments).map(|since| Changes::new(&since)).transpose() {
        Ok(changes) => changes,
        Err(message) => {
            note(&message);
            return Status::Failed;
        }
    };
    let inputs = match &changes {
        Some(changes) => inputs.into_iter().filter(|input| input.may_be_new(changes)).collect(),
        None => inputs,
    };
    let opened = earlier(arguments).and_then(|earlier| Ok((earlier, Output::new(input.output.as_deref())?)));
    let (earlier, output) = match opened {
        Ok(opened) => opened,
        Err(message) => {
            note(&message);
            return Status::Failed;
        }
    };
    let cards = cards(arguments.format, &publications, &inputs);
    let look = look(input.color, input.output.as_deref());
    let printer = printer(arguments.format, look, cards, earlier);
    let heed = if arguments.no_accepted { Heed::Nothing } else { Heed::Accepted };
    let desk = Desk { publications, changes, heed };
    let (summary, written) = print(printer, output, &desk, &inputs, arguments);
    if desk.heed == Heed::Accepted && !arguments.quiet {
        for (place, file) in desk.publications.accepted_and_gone() {
            note(&format!("{} accepts something in {file}, which isn't there any more", near(&place)));
        }
    }
    conclude(&summary, arguments, started);
    let status = status(&summary, arguments).max(written);
    // The program ends here, and memory with it: taking rules and word lists apart first would only take time.
    std::mem::forget(desk);
    status
}

/// Checks `inputs` and prints what was found; what the run came to, and how the printing ended.
fn print(
    mut printer: Printer,
    mut output: Output,
    desk: &Desk,
    inputs: &[Input],
    arguments: &CheckArguments,
) -> (Summary, Status) {
    let mut summary = Summary::default();
    let mut progress = Progress::new(inputs.len());
    let mut note = |outcome: &Outcome, progress: &mut Progress| {
        summary.add(outcome);
        if !matches!(outcome.became, Became::Checked(_)) {
            progress.clear();
            complain(outcome, arguments);
        }
    };
    let threads = arguments.input.threads;
    match &mut printer {
        Printer::Page(page) => {
            in_order(
                inputs,
                threads,
                |one| desk.outcomes(one),
                |outcomes| {
                    for outcome in outcomes {
                        note(&outcome, &mut progress);
                        page.add(outcome);
                    }
                    progress.step();
                    ControlFlow::Continue(())
                },
            );
        }
        Printer::Pieces(report) => {
            let mut pieces_before = false;
            let _ = output.write(&report.opening());
            let piece = |outcome: Outcome| (report.piece(&outcome), outcome);
            let work = |one: &Input| desk.outcomes(one).into_iter().map(piece).collect::<Vec<_>>();
            in_order(inputs, threads, work, |pieces| {
                for (piece, outcome) in pieces {
                    note(&outcome, &mut progress);
                    if !piece.is_empty() {
                        progress.clear();
                        output.write(if pieces_before { report.separator() } else { "" })?;
                        output.write(&piece)?;
                        pieces_before = true;
                        if progress.is_watched() {
                            output.flush()?;
                        }
                    }
                }
                progress.step();
                ControlFlow::Continue(())
            });
        }
    }
    progress.clear();
    let _ = output.write(&match printer {
        Printer::Page(page) => page.finish(&summary),
        Printer::Pieces(report) => report.closing(&summary),
    });
    (summary, output.finish())
}

/// What every article of a run is checked by.
struct Desk {
    publications: Publications,
    /// What changed, where only that counts.
    changes: Option<Changes>,
    /// Whether accepted findings are set aside.
    heed: Heed,
}

/// Whether accepted findings are set aside.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Heed {
    Accepted,
    Nothing,
}

impl Desk {
    /// What became of the articles of a file.
    fn outcomes(&self, input: &Input) -> Vec<Outcome> {
        let failed =
            |message| vec![Outcome { path: input.name(), item: None, became: Became::Failed(message) }];
        // One article that the program itself can't cope with must not cost the others their report.
        let outcomes = catch_unwind(AssertUnwindSafe(|| self.all(input)));
        outcomes
            .unwrap_or_else(|_| {
                Err("selon itself failed on it, which is a fault of selon; please report it".into())
            })
            .unwrap_or_else(failed)
    }

    fn all(&self, input: &Input) -> Result<Vec<Outcome>, String> {
        let settings = self.publications.settings_for(&input.path).map_err(|refusal| refusal.to_string())?;
        let accepted = self.publications.accepted_for(&input.path).map_err(|refusal| refusal.to_string())?;
        let acceptances = match self.heed {
            Heed::Accepted => Acceptances::Heeded(accepted.of(&input.path)),
            Heed::Nothing => Acceptances::Ignored,
        };
        let mut outcomes = outcomes(input, &input.bytes()?, &settings, acceptances);
        if let Some(Version::Was(bytes)) =
            self.changes.as_ref().map(|changes| input.earlier(changes)).transpose()?
        {
            let known = self::outcomes(input, &bytes, &settings, acceptances);
            keep_new(&mut outcomes, &known);
        }
        Ok(outcomes)
    }
}

pub(super) fn outcomes(
    input: &Input,
    bytes: &[u8],
    settings: &Settings,
    acceptances: Acceptances<'_>,
) -> Vec<Outcome> {
    let readied = readied(bytes, &input.path, input.named, settings);
    let outcome = |(item, became)| Outcome { path: input.name(), item, became };
    all_checked(&readied, acceptances).into_iter().map(outcome).collect()
}

/// Since when findings count; always where nothing is asked.
fn since(arguments: &CheckArguments) -> Option<Since> {
    match &arguments.since {
        Some(revision) => Some(Since::MergeBase(revision.clone())),
        None => arguments.changed.then_some(Since::Head),
    }
}

/// What reports say of the rules that are known where the articles lie; nothing where the format explains none.
fn cards(format: Format, publications: &Publications, inputs: &[Input]) -> Vec<Card> {
    if !format.explains_rules() {
        return Vec::new();
    }
    let path = inputs.first().map_or(Path::new("article"), |input| &input.path);
    let Ok(settings) = publications.settings_for(path) else { return Vec::new() };
    let rules = Code::ALL.into_iter().flat_map(|code| settings.rules(code, Examples::Without));
    let card = |(rule, _): (Arc<Rule>, Option<Severity>)| Card {
        name: rule.name.clone(),
        language: rule.language,
        severity: rule.severity,
        summary: rule.summary.clone(),
        guideline: rule.guideline.clone(),
    };
    rules.map(card).collect()
}

/// The run that this one is to be compared with.
fn earlier(arguments: &CheckArguments) -> Result<Option<Earlier>, String> {
    let Some(path) = &arguments.compare else { return Ok(None) };
    if arguments.format != Format::Html {
        return Err("--compare shows what changed on the page: it goes with --format html".into());
    }
    let told = |error: String| format!("can't compare with {}: {error}", path.display());
    let text = std::fs::read_to_string(path).map_err(|error| told(error.to_string()))?;
    Earlier::new(&text).map(Some).map_err(told)
}

/// The exit status that `summary` comes to.
fn status(summary: &Summary, arguments: &CheckArguments) -> Status {
    let found = summary.found;
    let failing = match arguments.fail_on {
        FailOn::Error => found.errors,
        FailOn::Warning => found.errors + found.warnings,
        FailOn::Advice => found.all(),
        FailOn::Never => 0,
    };
    let over = arguments.max_warnings.is_some_and(|most| found.warnings > most);
    let nothing =
        summary.files + summary.skipped.len() == 0 && since(arguments).is_none() && !arguments.articles_only;
    if !summary.failed.is_empty() || nothing {
        Status::Failed
    } else if failing > 0 || over {
        Status::Findings
    } else {
        Status::Clean
    }
}
