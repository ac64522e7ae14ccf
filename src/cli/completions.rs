//! `selon completions SHELL`

use clap::CommandFactory;

use super::Status;
use super::args::{Arguments, CompletionsArguments};
use super::output::Output;

/// Prints the completions for a shell.
pub(super) fn run(arguments: &CompletionsArguments) -> Status {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Arguments::command(), "selon", &mut script);
    let mut output = Output::standard();
    let _ = output.write(&String::from_utf8_lossy(&script));
    output.finish()
}
