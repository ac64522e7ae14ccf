//! `selon init [--profile NAME]`: writes a commented `selon.toml` to start from, never over an existing one.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};

use super::Status;
use super::output::{Output, note};
use super::rule_args::InitArguments;
use super::settings::refuse;
use crate::language::Code;
use crate::publication::Refusal;
use crate::rule::{shipped, written};

/// The name of what is written.
const NAME: &str = "selon.toml";

/// Writes the settings.
pub(super) fn run(arguments: &InitArguments) -> Status {
    let known = shipped::profiles();
    if let Some(unknown) = arguments.profile.as_deref().filter(|name| !known.contains(name)) {
        let message = format!("there is no profile `{unknown}`");
        refuse(&[Refusal::new(message, written::advice(unknown, &known))]);
        return Status::Failed;
    }
    let text = match arguments.language {
        Code::English => include_str!("init/en.toml"),
        Code::French => include_str!("init/fr.toml"),
    };
    let text = text.replacen("PROFILES", &known.join(", "), 1);
    let text = match &arguments.profile {
        Some(profile) => text.replacen("# extends = [\"profile:daily\"]", &extends(profile), 1),
        None => text,
    };
    let written = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(NAME)
        .and_then(|mut file| file.write_all(text.as_bytes()));
    match written {
        Ok(()) => {
            let mut output = Output::standard();
            let _ = output.write(&format!(
                "{NAME} is written. Next: `selon check` reads the articles here, `selon config` shows what holds.\n"
            ));
            output.finish()
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            note(&format!("there is a {NAME} here already; it stays as it is"));
            Status::Failed
        }
        Err(error) => {
            note(&format!("can't write {NAME}: {error}"));
            Status::Failed
        }
    }
}

fn extends(profile: &str) -> String {
    format!("extends = [\"profile:{profile}\"]")
}
