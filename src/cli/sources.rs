//! `selon sources [PATH...]`: what is understood of who says what.

use std::ops::ControlFlow;

use super::Status;
use super::args::{SourcesArguments, SourcesFormat};
use super::files::{Input, inputs};
use super::output::{Output, note};
use super::settings::{publications, refuse};
use crate::analyse;
use crate::check::article::{Readied, readied};
use crate::check::folder::in_order;
use crate::publication::Publications;
use crate::report::sources;

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
    let json = arguments.format == SourcesFormat::Json;
    let mut status = Status::Clean;
    let (mut first, mut failed) = (true, Vec::new());
    if json {
        let _ = output.write("{\"files\": [\n");
    }
    in_order(
        &inputs,
        input.threads,
        |one| pieces(one, &publications),
        |pieces| {
            for piece in pieces {
                match piece {
                    Ok(line) => {
                        let before = if json && !first { ",\n" } else { "" };
                        let after = if json { "" } else { "\n" };
                        first = false;
                        output.write(&format!("{before}{line}{after}"))?;
                    }
                    Err((path, message)) => {
                        status = Status::Failed;
                        note(&format!("{path}: {message}"));
                        failed.push((path, message));
                    }
                }
            }
            ControlFlow::Continue(())
        },
    );
    if json {
        let _ = output.write(&format!("\n], \"errors\": {}}}\n", sources::json_errors(&failed)));
    }
    status.max(output.finish())
}

type Piece = Result<String, (String, String)>;

fn pieces(input: &Input, publications: &Publications) -> Vec<Piece> {
    let failed = |message: String| Err((input.name.clone(), message));
    let settings = match publications.settings_for(&input.path) {
        Ok(settings) => settings,
        Err(refusal) => return vec![failed(refusal.to_string())],
    };
    let bytes = match input.bytes() {
        Ok(bytes) => bytes,
        Err(message) => return vec![failed(message)],
    };
    let piece = |readied: Readied<'_>| match readied {
        Readied::Ready(article, in_language) => {
            let language = &in_language.language;
            let analysis = analyse::analysis(&article, language);
            Some(Ok(sources::json(&input.name, language.code(), &article, &analysis)))
        }
        Readied::Skipped(..) => None,
        Readied::Failed(message) => Some(failed(message)),
    };
    readied(&bytes, &input.path, input.named, &settings).into_iter().filter_map(piece).collect()
}
