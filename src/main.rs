//! The program: hands the arguments to [`selon::cli`] and returns its exit status.

use std::process::ExitCode;

fn main() -> ExitCode {
    selon::cli::run()
}
