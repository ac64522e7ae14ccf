//! `selon sources [PATH...]`: what is understood of who says what.

use std::ops::ControlFlow;

use super::Status;
use super::args::{SourcesArguments, SourcesFormat};
use super::files::{Input, inputs};
use super::output::{Output, note};
use crate::analyse;
use crate::check::article::{Readied, Settings, readied};
use crate::check::folder::in_order;
use crate::report::sources;

/// Prints what is understood of the articles.
pub(super) fn run(arguments: &SourcesArguments) -> Status {
    let input = &arguments.input;
    let settings = Settings { language: input.language, ..Settings::default() };
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
        &inputs(input),
        input.threads,
        |one| pieces(one, &settings),
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

fn pieces(input: &Input, settings: &Settings) -> Vec<Piece> {
    let failed = |message: String| Err((input.name.clone(), message));
    let bytes = match input.bytes() {
        Ok(bytes) => bytes,
        Err(message) => return vec![failed(message)],
    };
    let piece = |readied: Readied<'_>| match readied {
        Readied::Ready(article, language) => {
            let analysis = analyse::analysis(&article, language);
            Some(Ok(sources::json(&input.name, language.code(), &article, &analysis)))
        }
        Readied::Skipped(..) => None,
        Readied::Failed(message) => Some(failed(message)),
    };
    readied(&bytes, &input.path, input.named, settings).into_iter().filter_map(piece).collect()
}
