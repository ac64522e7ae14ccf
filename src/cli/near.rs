//! Paths as people at this terminal know them.

use std::path::Path;

use crate::walk::shown;

/// `path` from the current folder on where it lies below it, with `/`.
pub(super) fn near(path: &Path) -> String {
    let below =
        std::env::current_dir().ok().and_then(|here| path.strip_prefix(here).ok().map(Path::to_owned));
    match below {
        Some(below) if below.as_os_str().is_empty() => ".".into(),
        Some(below) => shown(&below),
        None => shown(path),
    }
}
