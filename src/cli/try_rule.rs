//! `selon try RULE.toml PATH...`: tries a draft rule on an archive.

use std::collections::HashMap;
use std::ops::ControlFlow;

use super::Status;
use super::files::{Input, inputs};
use super::look::look;
use super::output::{Output, note};
use super::progress::Progress;
use super::rule_args::TryArguments;
use super::settings::{publications, refuse};
use super::wrapped::{marked, wrapped};
use crate::check::article::{Readied, readied};
use crate::check::folder::in_order;
use crate::check::trial::{Draft, Tried};
use crate::outcome::{Excerpt, Finding};
use crate::publication::{Publications, Refusal};
use crate::report::{Look, counted};

/// Tries the rule.
pub(super) fn run(arguments: &TryArguments) -> Status {
    let prepared =
        publications(&arguments.input, &[], inputs(&arguments.input)).and_then(|(publications, inputs)| {
            let draft = draft(arguments, &publications).map_err(|refusal| vec![refusal])?;
            Ok((draft, publications, inputs))
        });
    let (draft, publications, inputs) = match prepared {
        Ok(prepared) => prepared,
        Err(refusals) => {
            refuse(&refusals);
            return Status::Failed;
        }
    };
    let mut output = match Output::new(arguments.input.output.as_deref()) {
        Ok(output) => output,
        Err(message) => {
            note(&message);
            return Status::Failed;
        }
    };
    let mut progress = Progress::new(inputs.len());
    let mut trial = Trial::new(arguments.samples);
    let mut status = Status::Clean;
    in_order(
        &inputs,
        arguments.input.threads,
        |input| (input.name(), of_file(input, &draft, &publications)),
        |(path, tried)| {
            match tried {
                Ok(tried) => tried.into_iter().for_each(|tried| trial.add(&path, tried)),
                Err(message) => {
                    progress.clear();
                    note(&format!("{path}: {message}"));
                    status = Status::Failed;
                }
            }
            progress.step();
            ControlFlow::Continue(())
        },
    );
    progress.clear();
    if trial.articles == 0 {
        note(&format!("no article in this language ({}): nothing was tried", draft.rule().language.tag()));
        return Status::Failed;
    }
    let look = look(arguments.input.color, arguments.input.output.as_deref());
    let _ = output.write(&trial.told(&draft.rule().name, look));
    status.max(output.finish())
}

/// The draft that is to be tried.
fn draft(arguments: &TryArguments, publications: &Publications) -> Result<Draft, Refusal> {
    let mut rules = publications.rules_at(&arguments.rule, arguments.input.language)?;
    match (rules.pop(), rules.is_empty()) {
        (Some(rule), true) => Ok(Draft::new(rule)),
        (Some(_), false) => Err(Refusal::new(
            format!("{} holds several rules", arguments.rule.display()),
            "name the file of the one to try".to_owned(),
        )),
        (None, _) => Err(Refusal::new(format!("{} holds no rule", arguments.rule.display()), None)),
    }
}

/// What is found in the articles of a file that are in the draft's language.
fn of_file(input: &Input, draft: &Draft, publications: &Publications) -> Result<Vec<Tried>, String> {
    let settings = publications.settings_for(&input.path).map_err(|refusal| refusal.to_string())?;
    let bytes = input.bytes()?;
    let mut all = Vec::new();
    for readied in readied(&bytes, &input.path, input.named, &settings) {
        match readied {
            Readied::Ready(article, in_language) => {
                if in_language.language.code() == draft.rule().language {
                    all.push(draft.tried(&article, in_language));
                }
            }
            Readied::Skipped(..) => {}
            Readied::Failed(message) => return Err(message),
        }
    }
    Ok(all)
}

/// What the draft came to so far; of its findings, samples alone are kept.
struct Trial {
    articles: usize,
    articles_hit: usize,
    hits: usize,
    /// Findings of the rule in force, those of both; nothing where no rule of the name is in force.
    in_force: Option<(usize, usize)>,
    samples: Samples,
}

impl Trial {
    fn new(samples: usize) -> Self {
        let samples = Samples { wanted: samples, stride: 1, kept: Vec::new() };
        Self { articles: 0, articles_hit: 0, hits: 0, in_force: None, samples }
    }

    fn add(&mut self, path: &str, tried: Tried) {
        self.articles += 1;
        self.articles_hit += usize::from(!tried.draft.is_empty());
        if let Some(in_force) = tried.in_force {
            let (before, both) = self.in_force.get_or_insert_default();
            *before += in_force.len();
            *both += shared(&in_force, &tried.draft);
        }
        for finding in tried.draft {
            self.samples.add(self.hits, path, finding);
            self.hits += 1;
        }
    }

    fn told(&self, name: &str, look: Look) -> String {
        let mut text = format!(
            "{name}: {} in {} of {} ({:.1} per 100 articles)\n",
            counted(self.hits, "finding", "findings"),
            self.articles_hit,
            counted(self.articles, "article", "articles"),
            100.0 * self.hits as f64 / self.articles as f64,
        );
        if let Some((before, both)) = self.in_force {
            text.push_str(&format!(
                "The rule of this name in force finds {before}: {both} by both, {} new, {} no longer found.\n",
                self.hits - both,
                before - both
            ));
        }
        for sample in self.samples.spread() {
            let words = std::slice::from_ref(&sample.excerpt.words);
            let sentence = wrapped(&marked(&sample.excerpt.text, words, look), 2, look);
            text.push_str(&format!("\n{}:{}\n{sentence}", sample.path, sample.line));
        }
        text
    }
}

/// How many findings of `before` are there in `now` too, each as often as it is there.
fn shared(before: &[Finding], now: &[Finding]) -> usize {
    let mut left: HashMap<u64, usize> = HashMap::new();
    for finding in now {
        *left.entry(finding.fingerprint).or_default() += 1;
    }
    let taken = before.iter().filter(|finding| match left.get_mut(&finding.fingerprint) {
        Some(0) | None => false,
        Some(number) => {
            *number -= 1;
            true
        }
    });
    taken.count()
}

/// Findings from all over the archive, at even distances.
struct Samples {
    wanted: usize,
    /// One of so many findings is kept.
    stride: usize,
    kept: Vec<Sample>,
}

/// A finding that is shown.
struct Sample {
    path: String,
    line: usize,
    excerpt: Excerpt,
}

impl Samples {
    /// Keeps the finding where its number is one of those kept; where they are too many, every second goes.
    fn add(&mut self, number: usize, path: &str, finding: Finding) {
        if self.wanted == 0 || !number.is_multiple_of(self.stride) {
            return;
        }
        if self.kept.len() == self.wanted * 8 {
            let mut index = 0;
            self.kept.retain(|_| {
                index += 1;
                index % 2 == 1
            });
            self.stride *= 2;
            if !number.is_multiple_of(self.stride) {
                return;
            }
        }
        let line = finding.start.line;
        self.kept.push(Sample { path: path.to_owned(), line, excerpt: finding.excerpt });
    }

    /// As many as are wanted, from the first to the last.
    fn spread(&self) -> impl Iterator<Item = &Sample> {
        let shown = self.wanted.min(self.kept.len());
        (0..shown).map(move |index| &self.kept[index * self.kept.len() / shown])
    }
}
