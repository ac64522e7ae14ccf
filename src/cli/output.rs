//! Where the result goes: standard output, or a file that is whole or not there at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::Status;
use crate::report::visible::shown;

/// The result's way out.
pub(super) struct Output {
    to: To,
    failure: Option<io::Error>,
}

enum To {
    Standard(BufWriter<io::Stdout>),
    /// The file that is written, the name it will bear.
    File(BufWriter<File>, PathBuf, PathBuf),
}

impl Output {
    /// Standard output.
    pub(super) fn standard() -> Self {
        Self { to: To::Standard(BufWriter::new(io::stdout())), failure: None }
    }

    /// The file `path`, or standard output where there is none. The file appears when all is written.
    pub(super) fn new(path: Option<&Path>) -> Result<Self, String> {
        let Some(path) = path else { return Ok(Self::standard()) };
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let draft = path.with_file_name(format!(".{name}.{}.part", std::process::id()));
        forget_when_interrupted(&draft);
        let file =
            File::create(&draft).map_err(|error| format!("can't write {}: {error}", path.display()))?;
        Ok(Self { to: To::File(BufWriter::new(file), draft, path.to_owned()), failure: None })
    }

    /// Writes `text`, and says whether there is still somebody to write for.
    pub(super) fn write(&mut self, text: &str) -> ControlFlow<()> {
        self.with(|writer| writer.write_all(text.as_bytes()))
    }

    /// Hands on what was written so far.
    pub(super) fn flush(&mut self) -> ControlFlow<()> {
        self.with(|writer| writer.flush())
    }

    fn with(&mut self, action: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> ControlFlow<()> {
        if self.failure.is_none() {
            self.failure = match &mut self.to {
                To::Standard(writer) => action(writer),
                To::File(writer, ..) => action(writer),
            }
            .err();
        }
        if self.failure.is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    /// Ends the writing: a file takes its name now. A reader that went away is no failure.
    pub(super) fn finish(mut self) -> Status {
        let _ = self.flush();
        let placed = match (&self.to, self.failure) {
            (To::File(_, draft, path), None) => fs::rename(draft, path),
            (To::File(_, draft, _), Some(error)) => fs::remove_file(draft).and(Err(error)),
            (To::Standard(_), Some(error)) if error.kind() != ErrorKind::BrokenPipe => Err(error),
            (To::Standard(_), _) => Ok(()),
        };
        match placed {
            Ok(()) => Status::Clean,
            Err(error) => {
                note(&format!("can't write the result: {error}"));
                Status::Failed
            }
        }
    }
}

/// Sees to it that the file `draft` doesn't stay behind where the run is interrupted (Ctrl-C, a job that is cancelled).
/// The run then ends with status 130, as a shell says it of a program that was interrupted.
fn forget_when_interrupted(draft: &Path) {
    let draft = draft.to_owned();
    // Where no handler can be set, an interrupted run leaves its draft: no reason not to run.
    let _ = ctrlc::set_handler(move || {
        let _ = fs::remove_file(&draft);
        std::process::exit(130);
    });
}

/// Tells the person at the terminal of something that stands in the way, on standard error.
pub(super) fn note(text: &str) {
    let _ = writeln!(io::stderr(), "selon: {}", shown(text));
}

/// Says something to the person at the terminal, on standard error, line by line.
pub(super) fn say(text: &str) {
    for line in text.lines() {
        let _ = writeln!(io::stderr(), "{}", shown(line));
    }
}

/// Prints on standard error what miette has drawn, escape sequences of colour and all.
pub(super) fn say_drawn(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}
