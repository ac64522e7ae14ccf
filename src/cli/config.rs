//! `selon config [PATH]`: the settings in force for a path, each with the file and line it comes from.

use std::path::Path;

use super::Status;
use super::args::ConfigArguments;
use super::output::Output;
use super::settings::{refuse, settings_at};

/// Prints the settings.
pub(super) fn run(arguments: &ConfigArguments) -> Status {
    let path = arguments.path.as_deref().unwrap_or(Path::new("."));
    let settings = match settings_at(arguments.config.as_deref(), path) {
        Ok(settings) => settings,
        Err(refusal) => {
            refuse(&[refusal]);
            return Status::Failed;
        }
    };
    let mut output = Output::standard();
    let lines: Vec<(String, String)> = settings
        .origins()
        .map(|origin| {
            let said = format!("{} = {}", origin.key, origin.value);
            (said, format!("{}:{}", origin.path.to_string_lossy().replace('\\', "/"), origin.line))
        })
        .collect();
    if lines.is_empty() {
        let _ = output.write("no selon.toml holds here: the shipped defaults, as `selon rules` lists them\n");
    }
    let width = lines.iter().map(|(said, _)| said.chars().count()).max().unwrap_or(0).min(60);
    for (said, place) in lines {
        let _ = output.write(&format!("{said:width$}  # {place}\n"));
    }
    output.finish()
}
