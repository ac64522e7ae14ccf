//! `selon man [COMMAND]`: the manual page of the program or of one of its commands.

use clap::CommandFactory;

use super::Status;
use super::args::{Arguments, ManArguments};
use super::output::{Output, note};

/// Prints a page as `man` reads it.
pub(super) fn run(arguments: &ManArguments) -> Status {
    let mut program = Arguments::command();
    program.build();
    let command = match &arguments.command {
        None => program,
        Some(name) => match program.find_subcommand(name) {
            Some(command) => command.clone(),
            None => {
                note(&format!("there is no command `{name}`"));
                return Status::Failed;
            }
        },
    };
    let mut page = Vec::new();
    if let Err(error) = clap_mangen::Man::new(command).render(&mut page) {
        note(&format!("the page can't be made: {error}"));
        return Status::Failed;
    }
    let mut output = Output::standard();
    let _ = output.write(&String::from_utf8_lossy(&page));
    output.finish()
}
