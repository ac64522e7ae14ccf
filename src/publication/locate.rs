//! Which settings files hold for a folder: `selon.toml` from the repository's root down to it.

use std::path::{Path, PathBuf};

/// The name of a settings file.
pub(super) const NAME: &str = "selon.toml";

/// The settings files of `folder` and the folders above it up to the repository's root (the first that holds
/// `.git`), the outermost first.
pub(super) fn chain(folder: &Path) -> Vec<PathBuf> {
    let mut chain = Vec::new();
    for above in folder.ancestors() {
        let file = above.join(NAME);
        if file.is_file() {
            chain.push(file);
        }
        if above.join(".git").exists() {
            break;
        }
    }
    chain.reverse();
    chain
}
