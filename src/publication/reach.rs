//! What a pattern of paths reaches on disk: whether any file, and what the nearest folder is called.

use std::fs;
use std::path::Path;

use globset::{Glob, GlobMatcher};

use crate::rule::written;

/// How many files are looked at before it counts as matched: a pattern must not cost a walk over a whole archive.
const LOOKED_AT: usize = 20_000;

/// Whether `pattern` matches a file below `base`; so it counts where there are too many to look at.
pub(super) fn matches_a_file(base: &Path, pattern: &str) -> bool {
    let Ok(glob) = Glob::new(pattern) else { return true };
    let start = base.join(literal(pattern));
    let mut left = LOOKED_AT;
    start.is_file() || any_file(&start, base, &glob.compile_matcher(), &mut left)
}

fn any_file(folder: &Path, base: &Path, glob: &GlobMatcher, left: &mut usize) -> bool {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries {
        let path = entry.path();
        *left = left.saturating_sub(1);
        if *left == 0 {
            return true;
        }
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        let matched = match path.is_dir() {
            true => !hidden && any_file(&path, base, glob, left),
            false => glob.is_match(path.strip_prefix(base).unwrap_or(&path)),
        };
        if matched {
            return true;
        }
    }
    false
}

/// The folders that open `pattern` and hold no wildcard: "content/opinion" of "content/opinion/**".
fn literal(pattern: &str) -> String {
    let folders = pattern.split('/').take_while(|part| !part.contains(['*', '?', '[', '{', '\\']));
    folders.collect::<Vec<_>>().join("/")
}

/// `pattern` with the name of its first missing folder mended, where one beside it is called nearly so.
pub(super) fn nearest(base: &Path, pattern: &str) -> Option<String> {
    let mut folder = base.to_owned();
    let parts: Vec<&str> = pattern.split('/').collect();
    for (index, part) in parts.iter().enumerate() {
        let next = folder.join(part);
        if next.exists() {
            folder = next;
            continue;
        }
        let names: Vec<String> = fs::read_dir(&folder)
            .ok()?
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .filter(|name| !name.starts_with('.'))
            .collect();
        let near = written::nearest(part, &names).filter(|near| near != part)?;
        let mended: Vec<&str> =
            parts[..index].iter().copied().chain([near]).chain(parts[index + 1..].iter().copied()).collect();
        return Some(mended.join("/"));
    }
    None
}

/// A path that `pattern` matches: "opinion/x.md" for "opinion/*.md".
pub(super) fn example(pattern: &str) -> String {
    pattern.replace("**", "x").replace(['*', '?'], "x")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_reaches_the_files_that_are_there() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir_all(folder.path().join("opinion/letters")).expect("made");
        fs::write(folder.path().join("opinion/letters/may.md"), "").expect("written");
        for pattern in ["opinion/**", "**/*.md", "opinion/letters/may.md", "*/letters/*"] {
            assert!(matches_a_file(folder.path(), pattern), "{pattern}");
        }
        for pattern in ["opinions/**", "**/*.txt", "./opinion/**"] {
            assert!(!matches_a_file(folder.path(), pattern), "{pattern}");
        }
        assert_eq!(nearest(folder.path(), "opinions/**").as_deref(), Some("opinion/**"));
        assert_eq!(nearest(folder.path(), "opinion/leters/*").as_deref(), Some("opinion/letters/*"));
        assert_eq!(nearest(folder.path(), "sports/**"), None);
    }
}
