//! Why a path gave no file, and which troubles of a walk are none.

use std::path::{Path, PathBuf};

use thiserror::Error;

use super::joined;

/// Why a path gave no file.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum WalkError {
    /// Nothing is there.
    #[error("there is no file or folder of this name")]
    Missing {
        /// The path as given.
        path: PathBuf,
    },
    /// Something is there that can't be read.
    #[error("it can't be opened: {cause}")]
    Unreadable {
        /// The path as given, joined with what is below it.
        path: PathBuf,
        /// What the system says.
        cause: String,
    },
}

impl WalkError {
    /// The path that it is about.
    pub fn path(&self) -> &Path {
        match self {
            WalkError::Missing { path } | WalkError::Unreadable { path, .. } => path,
        }
    }
}

/// What a failed step of the walk means; nothing for a link that leads back to where the walk came from or that leads
/// nowhere and has no ending like a file, for a bad line of an ignore file, and for hidden files.
pub(super) fn trouble(error: &ignore::Error, root: &Path) -> Option<WalkError> {
    let path = path_of(error).unwrap_or(root);
    let cause = error.io_error()?;
    let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    let astray = path.is_symlink() && path.metadata().is_err() && path.extension().is_none();
    (path == root || !hidden && !astray).then(|| failure(joined(root, path), cause))
}

fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => path_of(err),
        ignore::Error::Partial(errors) => errors.iter().find_map(path_of),
        ignore::Error::Loop { .. }
        | ignore::Error::Io(_)
        | ignore::Error::Glob { .. }
        | ignore::Error::UnrecognizedFileType(_)
        | ignore::Error::InvalidDefinition => None,
    }
}

pub(super) fn failure(path: PathBuf, cause: &std::io::Error) -> WalkError {
    if cause.kind() == std::io::ErrorKind::NotFound {
        WalkError::Missing { path }
    } else {
        WalkError::Unreadable { path, cause: cause.to_string() }
    }
}
