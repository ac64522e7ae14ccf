//! Arguments → exit status: one file a command.
//!
//! Only the result of a command goes to standard output; everything else goes to standard error. Status 0: nothing
//! at or above the failing severity; 1: something is; 2: the run itself failed.

mod accept;
pub mod args;
mod baseline;
mod check;
mod completions;
mod conclude;
mod config;
mod explain;
mod files;
mod init;
mod look;
mod man;
mod near;
mod output;
mod progress;
pub mod rule_args;
mod rules;
mod settings;
mod sources;
mod test;
mod try_rule;
mod wrapped;

use std::process::ExitCode;

use clap::Parser;

use args::{Arguments, Command};

/// How a run ended.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Status {
    /// Nothing at or above the failing severity.
    Clean,
    /// Something is at or above the failing severity.
    Findings,
    /// The run itself failed, in part or as a whole.
    Failed,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        match status {
            Status::Clean => ExitCode::from(0),
            Status::Findings => ExitCode::from(1),
            Status::Failed => ExitCode::from(2),
        }
    }
}

/// Runs the command that the program's arguments ask for and returns its exit status.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // A reader of the help that goes away is no error.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let status = match &arguments.command {
        Command::Check(arguments) => check::run(arguments),
        Command::Sources(arguments) => sources::run(arguments),
        Command::Rules(arguments) => rules::run(arguments),
        Command::Explain(arguments) => explain::run(arguments),
        Command::Test(arguments) => test::run(arguments),
        Command::Try(arguments) => try_rule::run(arguments),
        Command::Config(arguments) => config::run(arguments),
        Command::Init(arguments) => init::run(arguments),
        Command::Accept(arguments) => accept::run(arguments),
        Command::Baseline(arguments) => baseline::run(arguments),
        Command::Completions(arguments) => completions::run(arguments),
        Command::Man(arguments) => man::run(arguments),
    };
    status.into()
}
