//! How reports for people look here: colour, width of the terminal.

use std::env;
use std::io::{IsTerminal, stderr, stdout};

use super::args::Color;
use crate::report::{Colour, Look};

/// The widest report: longer lines are hard to read.
const WIDEST: usize = 100;

/// The width where there is no terminal.
const USUAL: usize = 80;

/// The look of what goes to standard output, or into a file.
pub(super) fn look(color: Color, into_file: Option<&std::path::Path>) -> Look {
    let terminal = into_file.is_none() && stdout().is_terminal();
    let colour = match color {
        Color::Always => Colour::Coloured,
        Color::Never => Colour::Plain,
        Color::Auto if terminal && !unwanted() => Colour::Coloured,
        Color::Auto => Colour::Plain,
    };
    let width =
        terminal.then(terminal_size::terminal_size).flatten().map_or(USUAL, |(width, _)| width.0.into());
    Look { colour, width: width.clamp(40, WIDEST) }
}

/// Whether the environment asks for no colour.
fn unwanted() -> bool {
    env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
        || env::var_os("TERM").is_none_or(|term| term == "dumb")
}

/// Whether what goes to standard error comes in colour.
pub(super) fn errors_in_colour() -> Colour {
    if stderr().is_terminal() && !unwanted() { Colour::Coloured } else { Colour::Plain }
}
