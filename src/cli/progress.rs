//! Progress on standard error, for runs that take longer than a glance, on a terminal alone.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// How long a run goes on without a word.
const PATIENCE: Duration = Duration::from_millis(800);

/// How long a word stands.
const PACE: Duration = Duration::from_millis(150);

/// Tells how far the run is.
pub(super) struct Progress {
    total: usize,
    done: usize,
    next: Option<Instant>,
    shown: Shown,
}

#[derive(PartialEq, Eq)]
enum Shown {
    Nothing,
    Line,
}

impl Progress {
    /// The progress over `total` files; silent where standard error is no terminal.
    pub(super) fn new(total: usize) -> Self {
        let watched = io::stderr().is_terminal();
        Self { total, done: 0, next: watched.then(|| Instant::now() + PATIENCE), shown: Shown::Nothing }
    }

    /// Whether somebody watches: then what is printed must not wait in memory while the line stands.
    pub(super) fn is_watched(&self) -> bool {
        self.next.is_some()
    }

    /// One more file is done.
    pub(super) fn step(&mut self) {
        self.done += 1;
        if self.next.is_some_and(|next| Instant::now() >= next) {
            self.next = Some(Instant::now() + PACE);
            self.shown = Shown::Line;
            let _ = write!(io::stderr(), "\r{} of {} files", self.done, self.total);
        }
    }

    /// Takes the line away, so that something else can be said.
    pub(super) fn clear(&mut self) {
        if self.shown == Shown::Line {
            self.shown = Shown::Nothing;
            let _ = write!(io::stderr(), "\r\u{1b}[K");
        }
    }
}
