//! Which files below a folder are articles: what a publication's `articles` globs name.

use std::path::{Path, PathBuf};

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

/// Which files below a folder are articles, by the `articles` globs of a publication.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// The folder that the globs are counted from, and the globs; nothing where every file is looked at.
    globs: Option<(PathBuf, GlobSet)>,
}

impl Selection {
    /// Every file.
    pub fn everything() -> Self {
        Self::default()
    }

    /// The files whose path from `root` on fits one of `globs`: "content/**/*.md". `*` stays within a folder. Files
    /// outside `root` are all taken, and so is everything where there are no globs.
    pub fn of<T: AsRef<str>>(root: &Path, globs: &[T]) -> Result<Self, globset::Error> {
        if globs.is_empty() {
            return Ok(Self::everything());
        }
        let mut set = GlobSetBuilder::new();
        for glob in globs {
            set.add(GlobBuilder::new(glob.as_ref()).literal_separator(true).build()?);
        }
        Ok(Self { globs: Some((true_path(root), set.build()?)) })
    }

    /// Whether it takes the file at `path`.
    pub fn takes(&self, path: &Path) -> bool {
        self.takes_true(&true_path(path))
    }

    /// Whether it takes the file `rest` below the folder `true_root`, neither with a link or `..` in it.
    pub(super) fn takes_below(&self, true_root: &Path, rest: &Path) -> bool {
        self.globs.is_none() || self.takes_true(&true_root.join(rest))
    }

    /// Whether it takes the file at `path`, which has no link and no `..` in it.
    pub(super) fn takes_true(&self, path: &Path) -> bool {
        match &self.globs {
            None => true,
            Some((root, globs)) => path.strip_prefix(root).map_or(true, |below| globs.is_match(below)),
        }
    }
}

/// The path from the system's root on, without links and `..`; as given where that can't be had.
pub(super) fn true_path(path: &Path) -> PathBuf {
    path.canonicalize().or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_path_buf())
}
