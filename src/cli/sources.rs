//! `selon sources [PATH...]`: what is understood of who says what.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::Status;
use super::args::{SourcesArguments, SourcesFormat};
use super::files::{Input, inputs};
use super::output::{Output, note};
use super::progress::Progress;
use super::settings::{publications, refuse};
use crate::analyse;
use crate::check::article::{Readied, readied};
use crate::check::folder::in_order;
use crate::publication::Publications;
use crate::report::{sources, voices};

/// Prints what is understood of the articles.
pub(super) fn run(arguments: &SourcesArguments) -> Status {
    let input = &arguments.input;
    let (publications, inputs) = match publications(input, &[], inputs(input)) {
        Ok(found) => found,
        Err(refusals) => {
            refuse(&refusals);
            return Status::Failed;
        }
    };
    let mut output = match Output::new(input.output.as_deref()) {
        Ok(output) => output,
        Err(message) => {
            note(&message);
            return Status::Failed;
        }
    };
    let format = arguments.format;
    if format == SourcesFormat::Json {
        let _ = output.write("{\"files\": [\n");
    }
    let mut told = Told::default();
    let mut progress = Progress::new(inputs.len());
    in_order(
        &inputs,
        input.threads,
        |one| pieces(one, &publications, format),
        |pieces| {
            for piece in pieces {
                if !matches!(piece, Piece::Article(_)) {
                    progress.clear();
                }
                output.write(&told.next(piece, format))?;
            }
            progress.step();
            ControlFlow::Continue(())
        },
    );
    progress.clear();
    if format == SourcesFormat::Json {
        let _ = output.write(&sources::json_closing(&told.skipped, &told.failed));
    }
    if told.articles + told.skipped.len() + told.failed.len() == 0 {
        note("no article found");
    }
    let read = if told.failed.is_empty() && told.articles + told.skipped.len() > 0 {
        Status::Clean
    } else {
        Status::Failed
    };
    read.max(output.finish())
}

/// What is printed of one article.
enum Piece {
    Article(String),
    /// Its path and why it is left out.
    Skipped(String, String),
    /// Its path and why it can't be read.
    Failed(String, String),
}

/// What was printed so far.
#[derive(Default)]
struct Told {
    articles: usize,
    skipped: Vec<(String, String)>,
    failed: Vec<(String, String)>,
}

impl Told {
    /// What is printed of the next article; what was left out is said beside it.
    fn next(&mut self, piece: Piece, format: SourcesFormat) -> String {
        match piece {
            Piece::Article(text) => {
                self.articles += 1;
                let before = if format == SourcesFormat::Json && self.articles > 1 { ",\n" } else { "" };
                let after = if format == SourcesFormat::Jsonl { "\n" } else { "" };
                format!("{before}{text}{after}")
            }
            Piece::Skipped(path, reason) => {
                note(&format!("{path} is skipped: {reason}"));
                let line = line(format, || sources::json_skipped(&path, &reason));
                self.skipped.push((path, reason));
                line
            }
            Piece::Failed(path, message) => {
                note(&format!("{path}: {message}"));
                let line = line(format, || sources::json_failed(&path, &message));
                self.failed.push((path, message));
                line
            }
        }
    }
}

fn line(format: SourcesFormat, json: impl FnOnce() -> String) -> String {
    match format {
        SourcesFormat::Jsonl => json() + "\n",
        SourcesFormat::Text | SourcesFormat::Json => String::new(),
    }
}

fn pieces(input: &Input, publications: &Publications, format: SourcesFormat) -> Vec<Piece> {
    let failed = |message| vec![Piece::Failed(input.name(), message)];
    catch_unwind(AssertUnwindSafe(|| articles(input, publications, format)))
        .unwrap_or_else(|_| {
            Err("selon itself failed on it, which is a fault of selon; please report it".into())
        })
        .unwrap_or_else(failed)
}

fn articles(input: &Input, publications: &Publications, format: SourcesFormat) -> Result<Vec<Piece>, String> {
    let settings = publications.settings_for(&input.path).map_err(|refusal| refusal.to_string())?;
    let bytes = input.bytes()?;
    let piece = |readied: Readied<'_>| match readied {
        Readied::Ready(article, in_language) => {
            let language = &in_language.language;
            let analysis = analyse::analysis(&article, language);
            Piece::Article(match format {
                SourcesFormat::Text => voices::text(&input.name(), language.code(), &article, &analysis),
                SourcesFormat::Json | SourcesFormat::Jsonl => {
                    sources::json(&input.name(), language.code(), &article, &analysis)
                }
            })
        }
        Readied::Skipped(_, reason) => Piece::Skipped(input.name(), reason),
        Readied::Failed(message) => Piece::Failed(input.name(), message),
    };
    Ok(readied(&bytes, &input.path, input.named, &settings).into_iter().map(piece).collect())
}
