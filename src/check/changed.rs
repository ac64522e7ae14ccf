//! What changed since a commit, asked of the `git` program: which files, and what stood in them before.
//!
//! An article that changed is checked as it is and as it was; what was found in both isn't new. So a finding counts when
//! its words or its sentence changed, and also when the sentence that excused it is gone, and one that only moved, or
//! whose file was renamed, doesn't.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Mutex, PoisonError};

/// Since when.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Since {
    /// The last commit: what isn't committed yet.
    Head,
    /// The last commit that is an ancestor of this revision too.
    MergeBase(String),
}

/// A file's earlier version.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Version {
    /// The file is as it was.
    Same,
    /// There was none.
    None,
    /// There was one, with this content.
    Was(Vec<u8>),
}

/// The files that changed.
pub struct Changes {
    /// By their path from the system's root on: the object that held the earlier version, nothing for a new file.
    files: HashMap<PathBuf, Option<String>>,
    objects: Mutex<Objects>,
}

impl Changes {
    /// What changed below the repository of the current folder, or why that can't be told.
    pub fn new(since: &Since) -> Result<Self, String> {
        let root = text(&["rev-parse", "--show-toplevel"])
            .map_err(|_| "there is no git repository here, so what changed can't be told".to_owned())?;
        let root = PathBuf::from(root).canonicalize().map_err(|error| error.to_string())?;
        let base = base(since)?;
        let mut files = changed(&root, &base)?;
        let untracked =
            git(&["-C", &root.to_string_lossy(), "ls-files", "--others", "--exclude-standard", "-z"])?;
        for path in fields(&untracked) {
            files.insert(root.join(path_of(path)), None);
        }
        Ok(Self { files, objects: Mutex::new(Objects::new(&root)?) })
    }

    /// The earlier version of the file at `path`.
    pub fn earlier(&self, path: &Path) -> Result<Version, String> {
        let Some(object) = path.canonicalize().ok().and_then(|path| self.files.get(&path)) else {
            return Ok(Version::Same);
        };
        match object {
            None => Ok(Version::None),
            Some(object) => {
                let mut objects = self.objects.lock().unwrap_or_else(PoisonError::into_inner);
                objects
                    .content(object)
                    .map(Version::Was)
                    .map_err(|error| format!("git gave no earlier version: {error}"))
            }
        }
    }

    /// Whether the file at `path` changed.
    pub fn touches(&self, path: &Path) -> bool {
        path.canonicalize().is_ok_and(|path| self.files.contains_key(&path))
    }
}

/// The commit, or the empty tree, that files are compared with.
fn base(since: &Since) -> Result<String, String> {
    match since {
        // Before the first commit all is new.
        Since::Head => commit("HEAD").map_or_else(|_| text(&["hash-object", "-t", "tree", "--stdin"]), Ok),
        Since::MergeBase(revision) => {
            let shallow =
                || text(&["rev-parse", "--is-shallow-repository"]).is_ok_and(|answer| answer == "true");
            let advice = "this clone is shallow: fetch more of its history (actions/checkout: `fetch-depth: 0`; git: \
                          `git fetch --unshallow`)";
            let other = commit(revision).map_err(|_| {
                let unknown = format!("git knows no revision `{revision}`");
                if shallow() { format!("{unknown}; {advice}") } else { unknown }
            })?;
            text(&["merge-base", &other, "HEAD"]).map_err(|_| {
                let apart = format!("`{revision}` and HEAD have no common ancestor");
                if shallow() { format!("{apart}; {advice}") } else { apart }
            })
        }
    }
}

fn commit(revision: &str) -> Result<String, String> {
    text(&["rev-parse", "--verify", "--quiet", "--end-of-options", &format!("{revision}^{{commit}}")])
}

/// The files of the working tree that differ from `base`, renamed ones with their old content.
fn changed(root: &Path, base: &str) -> Result<HashMap<PathBuf, Option<String>>, String> {
    let arguments = [
        "diff",
        "--raw",
        "-z",
        "--no-abbrev",
        "--find-renames",
        "--no-ext-diff",
        "--no-textconv",
        base,
        "--",
    ];
    let raw = git(&arguments)?;
    let mut files = HashMap::new();
    let mut fields = fields(&raw);
    // :100644 100644 <old> <new> R087\0old name\0new name\0
    while let Some(head) = fields.next() {
        let head = String::from_utf8_lossy(head).into_owned();
        let words: Vec<&str> = head.split(' ').collect();
        let (Some(&old), Some(&status)) = (words.get(2), words.get(4)) else { continue };
        let mut path = fields.next().unwrap_or_default();
        if status.starts_with(['R', 'C']) {
            path = fields.next().unwrap_or_default();
        }
        let old = (!old.bytes().all(|byte| byte == b'0')).then(|| old.to_owned());
        if !status.starts_with('D') {
            files.insert(root.join(path_of(path)), old);
        }
    }
    Ok(files)
}

fn fields(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split(|&byte| byte == 0).filter(|field| !field.is_empty())
}

#[cfg(unix)]
fn path_of(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(std::ffi::OsStr::from_bytes(bytes))
}

#[cfg(not(unix))]
fn path_of(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}

/// git, with nothing that a repository's settings could make it run.
fn program() -> Command {
    let mut command = Command::new("git");
    command.args(["-c", "core.fsmonitor=false"]).stdin(Stdio::null()).stderr(Stdio::piped());
    command
}

/// What git prints.
fn git(arguments: &[&str]) -> Result<Vec<u8>, String> {
    let output = program().args(arguments).output().map_err(|error| format!("git can't be run: {error}"))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr).trim().replace('\n', "; ");
    Err(format!("git {} failed: {said}", arguments.first().copied().unwrap_or_default()))
}

fn text(arguments: &[&str]) -> Result<String, String> {
    Ok(String::from_utf8_lossy(&git(arguments)?).trim_end().to_owned())
}

/// The contents of objects, all from one git that waits for the next question.
struct Objects {
    git: Child,
    questions: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Objects {
    fn new(root: &Path) -> Result<Self, String> {
        let mut command = program();
        command
            .arg("-C")
            .arg(root)
            .args(["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        let mut git =
            command.stderr(Stdio::null()).spawn().map_err(|error| format!("git can't be run: {error}"))?;
        match (git.stdin.take(), git.stdout.take()) {
            (Some(questions), Some(answers)) => Ok(Self { git, questions, answers: BufReader::new(answers) }),
            _ => Err("git can't be talked to".into()),
        }
    }

    fn content(&mut self, object: &str) -> std::io::Result<Vec<u8>> {
        writeln!(self.questions, "{object}")?;
        self.questions.flush()?;
        let mut head = String::new();
        self.answers.read_line(&mut head)?;
        let size = head.trim_end().rsplit(' ').next().and_then(|size| size.parse().ok());
        let size: usize = size.ok_or_else(|| std::io::Error::other(format!("“{}”", head.trim_end())))?;
        let mut content = vec![0; size + 1];
        self.answers.read_exact(&mut content)?;
        content.pop();
        Ok(content)
    }
}

impl Drop for Objects {
    fn drop(&mut self) {
        // It ends by itself when nothing more can be asked; waiting leaves no process behind.
        let _ = self.git.kill();
        let _ = self.git.wait();
    }
}
