//! Which settings files hold for a folder: `selon.toml` from the repository's root down to it.

use std::path::{Path, PathBuf};

/// The name of a settings file.
pub(super) const NAME: &str = "selon.toml";

/// The name of a file with accepted findings.
pub(super) const ACCEPTED: &str = "selon.accepted.toml";

/// `folder` and the folders above it up to the repository's root, the first that holds `.git`.
fn within_repository(folder: &Path) -> impl Iterator<Item = &Path> {
    let mut inside = true;
    folder.ancestors().take_while(move |above| std::mem::replace(&mut inside, !above.join(".git").exists()))
}

/// The settings files of `folder` and the folders above it up to the repository's root, the outermost first.
pub(super) fn chain(folder: &Path) -> Vec<PathBuf> {
    let files = within_repository(folder).map(|above| above.join(NAME));
    let mut chain: Vec<PathBuf> = files.filter(|file| file.is_file()).collect();
    chain.reverse();
    chain
}

/// The nearest file with accepted findings, in `folder` or above it up to the repository's root.
pub(super) fn accepted(folder: &Path) -> Option<PathBuf> {
    within_repository(folder).map(|above| above.join(ACCEPTED)).find(|file| file.is_file())
}

/// The root of the repository in which `folder` lies.
pub(super) fn repository(folder: &Path) -> Option<PathBuf> {
    folder.ancestors().find(|above| above.join(".git").exists()).map(Path::to_owned)
}
