//! Paths → files, in path order: what is looked at, and what is left out.
//!
//! A file that is named is always looked at. Below a folder, `.gitignore`, `.ignore` and `.selonignore` hold,
//! hidden files are left out, and so is what the publication's `articles` globs don't name. Links are followed;
//! a file that can be reached by several ways comes once. What is in the files is not asked here.

mod error;
mod selection;

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

pub use error::WalkError;
pub use selection::Selection;

use error::{failure, trouble};
use selection::true_path;

/// What was found at a path: a file, or the reason why there is none.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Found {
    /// A file to read.
    File(File),
    /// A path that is missing or can't be entered.
    Failed(WalkError),
}

/// A file, by the path that leads to it from where the program was started.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct File {
    /// The path as given, joined with what is below it.
    pub path: PathBuf,
    /// Whether the file itself was asked for.
    pub named: Named,
}

/// How a file came to be looked at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Named {
    /// It stands on the command line: that it is no article is worth an error.
    Explicitly,
    /// It lies below a folder: when it is no article, it is passed over.
    Below,
}

impl Found {
    /// The path of the file, or that of the failure.
    pub fn path(&self) -> &Path {
        match self {
            Found::File(file) => &file.path,
            Found::Failed(error) => error.path(),
        }
    }
}

/// A path as reports show it: with `/`, whatever the system writes between folders. A name that isn't UTF-8 shows
/// "�" where it can't be read.
pub fn shown(path: &Path) -> String {
    borrowed_shown(path).into_owned()
}

fn borrowed_shown(path: &Path) -> Cow<'_, str> {
    let shown = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' {
        shown
    } else {
        shown.replace(std::path::MAIN_SEPARATOR, "/").into()
    }
}

/// Which of two paths comes first: by what is shown of them, then by their bytes.
fn in_shown_order(one: &Path, other: &Path) -> Ordering {
    borrowed_shown(one).cmp(&borrowed_shown(other)).then_with(|| one.cmp(other))
}

/// The files at and below `paths` that `selection` takes, in the order of their paths as shown, each once.
pub fn files(paths: &[PathBuf], selection: &Selection) -> Vec<Found> {
    // Below one folder every file is met once; where several ways may lead to it, its true path tells.
    let ways = if paths.len() > 1 { Ways::Several(HashMap::new()) } else { Ways::One };
    let mut findings = Findings { files: Vec::new(), ways, failed: Vec::new() };
    for path in paths {
        match path.metadata() {
            Ok(metadata) if metadata.is_dir() => below(path, selection, &mut findings),
            Ok(_) => {
                findings.add(|| true_path(path), File { path: path.clone(), named: Named::Explicitly });
            }
            Err(error) => findings.failed.push(failure(path.clone(), &error)),
        }
    }
    findings.in_path_order()
}

/// What a walk has found so far.
struct Findings {
    files: Vec<File>,
    ways: Ways,
    failed: Vec<WalkError>,
}

/// By how many ways a file may be reached.
enum Ways {
    One,
    /// Which of the files bears a true path.
    Several(HashMap<PathBuf, usize>),
}

impl Findings {
    /// Adds a file, unless it is there under another path.
    fn add(&mut self, true_path: impl FnOnce() -> PathBuf, file: File) {
        if let Ways::Several(known) = &mut self.ways {
            match known.entry(true_path()) {
                Entry::Vacant(vacant) => {
                    vacant.insert(self.files.len());
                }
                Entry::Occupied(there) => {
                    if file.named == Named::Explicitly {
                        self.files[*there.get()].named = file.named;
                    }
                    return;
                }
            }
        }
        self.files.push(file);
    }

    /// From here on links are met, which lead to files that may be there already.
    fn expect_several_ways(&mut self) {
        if matches!(self.ways, Ways::One) {
            let true_paths = self.files.iter().map(|file| true_path(&file.path));
            self.ways = Ways::Several(true_paths.zip(0..).collect());
        }
    }

    fn in_path_order(self) -> Vec<Found> {
        let files = self.files.into_iter().map(Found::File);
        let mut found: Vec<_> = files.chain(self.failed.into_iter().map(Found::Failed)).collect();
        found.sort_by(|one, other| in_shown_order(one.path(), other.path()));
        found.dedup();
        found
    }
}

/// Adds the files below the folder `root`.
fn below(root: &Path, selection: &Selection, findings: &mut Findings) {
    let true_root = true_path(root);
    // A file reached by a link comes under its own path where that is found as well: links wait to the end.
    let mut linked = Vec::new();
    let mut links: HashSet<PathBuf> = HashSet::new();
    for entry in walker(root, &true_root).build() {
        match entry {
            Ok(entry) if entry.depth() == 0 => {}
            Ok(entry) => {
                if entry.path_is_symlink() {
                    links.insert(entry.path().to_path_buf());
                }
                if !entry.file_type().is_some_and(|kind| kind.is_file()) {
                    continue;
                }
                let path = joined(root, entry.path());
                if !links.is_empty() && entry.path().ancestors().any(|path| links.contains(path)) {
                    linked.push((true_path(entry.path()), path));
                } else if let Ok(rest) = entry.path().strip_prefix(root)
                    && selection.takes_below(&true_root, rest)
                {
                    findings.add(|| true_root.join(rest), File { path, named: Named::Below });
                }
            }
            Err(error) => findings.failed.extend(trouble(&error, root)),
        }
    }
    if !linked.is_empty() {
        findings.expect_several_ways();
    }
    for (true_path, path) in linked.into_iter().filter(|(true_path, _)| selection.takes_true(true_path)) {
        findings.add(|| true_path, File { path, named: Named::Below });
    }
}

/// The walk below `root`. Inside a repository git's own rule holds, which reads the ignore files above `root` too;
/// elsewhere the ignore files below `root` hold.
fn walker(root: &Path, true_root: &Path) -> WalkBuilder {
    let in_repository = true_root.ancestors().any(|folder| folder.join(".git").exists());
    let mut walker = WalkBuilder::new(root);
    walker
        .follow_links(true)
        .git_global(false)
        .require_git(in_repository)
        .parents(in_repository)
        .add_custom_ignore_filename(".selonignore")
        .sort_by_file_name(OsStr::cmp);
    walker
}

/// The path of something below `root` as it is shown: "." in front of it says nothing.
fn joined(root: &Path, path: &Path) -> PathBuf {
    if root == Path::new(".") {
        path.strip_prefix(root).unwrap_or(path).to_path_buf()
    } else {
        path.to_path_buf()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The paths found below a folder with `files` in it, seen from that folder.
    fn found(files: &[&str], roots: &[&str], globs: &[&str]) -> Vec<String> {
        let folder = tempfile::tempdir().expect("a folder");
        for file in files {
            let path = folder.path().join(file);
            std::fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
            std::fs::write(path, if file.ends_with("ignore") { "drafts/\n*.bak\n" } else { "Texte." })
                .expect("a file");
        }
        let selection = Selection::of(folder.path(), globs).expect("globs");
        let roots: Vec<_> = roots.iter().map(|root| folder.path().join(root)).collect();
        super::files(&roots, &selection)
            .iter()
            .map(|found| {
                let path = found.path().strip_prefix(folder.path()).expect("below");
                let state = match found {
                    Found::File(File { named: Named::Explicitly, .. }) => "!",
                    Found::File(_) => "",
                    Found::Failed(_) => "?",
                };
                format!("{}{state}", shown(path))
            })
            .collect()
    }

    #[test]
    fn files_come_in_path_order_and_once() {
        let files = ["b.txt", "a/z.txt", "a-b.txt"];
        assert_eq!(found(&files, &[""], &[]), ["a-b.txt", "a/z.txt", "b.txt"]);
        assert_eq!(found(&files, &["", "a", "b.txt"], &[]), ["a-b.txt", "a/z.txt", "b.txt!"]);
    }

    #[test]
    fn ignored_and_hidden_files_are_left_out_unless_named() {
        for ignore in [".gitignore", ".ignore", ".selonignore"] {
            let files = [ignore, "a.txt", "a.bak", "drafts/b.txt", ".c.txt"];
            assert_eq!(found(&files, &[""], &[]), ["a.txt"], "{ignore}");
            assert_eq!(found(&files, &["drafts/b.txt"], &[]), ["drafts/b.txt!"], "{ignore}");
        }
    }

    #[test]
    fn globs_choose_and_a_missing_path_is_said() {
        let files = ["content/fr/a.md", "content/b.md", "README.md"];
        assert_eq!(found(&files, &[""], &["content/*.md"]), ["content/b.md"]);
        assert_eq!(
            found(&files, &["", "gone"], &["content/**/*.md"]),
            ["content/b.md", "content/fr/a.md", "gone?"]
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_a_circle_ends_and_a_linked_file_comes_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path();
        std::fs::create_dir(root.join("desk")).expect("folder");
        std::fs::write(root.join("desk/a.txt"), "Texte.").expect("file");
        std::os::unix::fs::symlink(root, root.join("desk/circle")).expect("link");
        std::os::unix::fs::symlink(root.join("desk/a.txt"), root.join("desk/0.txt")).expect("link");
        let found = super::files(&[root.to_path_buf()], &Selection::everything());
        let paths: Vec<_> = found.iter().map(|found| found.path().to_path_buf()).collect();
        assert_eq!(paths, [root.join("desk/a.txt")]);
    }
}
