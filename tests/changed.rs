//! Only what is new: a branch adds one faulty sentence, and that one is found, in every format.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const OLD: &str = "Bridge news\n\nCritics say the bridge will never open. The town is tired of it.\n\nThe county closed the \
                   bridge in March, and it has not said when it will open again.\n";
const FAULT: &str =
    "The mayor reportedly plans to resign before the winter, and his party is looking for another.";

/// A repository with one article on `main`.
struct Repository(tempfile::TempDir);

impl Repository {
    fn new() -> Self {
        let repository = Self(tempfile::tempdir().expect("a folder"));
        repository.git(&["init", "--quiet", "--initial-branch=main"]);
        repository.write("desk/bridge.txt", OLD);
        repository.write("desk/old.txt", OLD);
        repository
    }

    fn folder(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.folder().join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(path, text).expect("a file");
    }

    fn git(&self, arguments: &[&str]) {
        let identity =
            ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false"];
        let output = Command::new("git")
            .args(identity)
            .args(arguments)
            .current_dir(self.folder())
            .output()
            .expect("git runs");
        assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }

    fn commit(&self) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message=Story"]);
    }

    fn check(&self, arguments: &[&str]) -> Output {
        check(self.folder(), arguments)
    }

    /// What is found, as `path:line rule`.
    fn found(&self, arguments: &[&str]) -> Vec<String> {
        let output = self.check(&[arguments, &["--format", "short", "--quiet"]].concat());
        let printed = String::from_utf8_lossy(&output.stdout).into_owned();
        assert_ne!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
        printed.lines().map(told).collect()
    }
}

fn check(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_selon"))
        .arg("check")
        .args(arguments)
        .env_remove("GITHUB_STEP_SUMMARY")
        .env_remove("GIT_DIR")
        .current_dir(folder)
        .output()
        .expect("the program runs")
}

/// `desk/bridge.txt:4:11: warning[hearsay-without-source] …` as `desk/bridge.txt:4 hearsay-without-source`
fn told(line: &str) -> String {
    let (path, rest) = line.split_once(':').expect("a path");
    let (number, _) = rest.split_once(':').expect("a line");
    let rule = line.split(['[', ']']).nth(1).expect("a rule");
    format!("{path}:{number} {rule}")
}

fn with_fault() -> String {
    format!("{OLD}\n{FAULT}\n")
}

#[test]
fn a_branch_that_adds_a_sentence_is_told_of_that_one_in_every_format() {
    let repository = Repository::new();
    repository.commit();
    repository.git(&["checkout", "--quiet", "-b", "story"]);
    repository.write("desk/bridge.txt", &with_fault());
    repository.commit();
    assert_eq!(repository.found(&["--since", "main"]), ["desk/bridge.txt:7 hearsay-without-source"]);
    assert!(repository.found(&["--changed"]).is_empty());
    for format in [
        "text",
        "narrated",
        "json",
        "jsonl",
        "sarif",
        "github",
        "gitlab",
        "junit",
        "checkstyle",
        "rdjson",
        "html",
    ] {
        let output = repository.check(&["--since", "main", "--format", format]);
        let printed = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(printed.contains("hearsay-without-source"), "{format}: {printed}");
        assert!(!printed.contains("nameless-source"), "{format}: {printed}");
    }
}

#[test]
fn main_going_on_does_not_matter() {
    let repository = Repository::new();
    repository.commit();
    repository.git(&["checkout", "--quiet", "-b", "story"]);
    repository.write("desk/bridge.txt", &with_fault());
    repository.commit();
    repository.git(&["checkout", "--quiet", "main"]);
    repository.write("desk/old.txt", "Another story\n\nThe county runs the bridge, and it is proud of it.\n");
    repository.commit();
    repository.git(&["checkout", "--quiet", "story"]);
    assert_eq!(repository.found(&["--since", "main"]), ["desk/bridge.txt:7 hearsay-without-source"]);
}

#[test]
fn what_is_not_committed_is_changed_staged_or_not() {
    let repository = Repository::new();
    repository.commit();
    repository.write("desk/bridge.txt", &with_fault());
    assert_eq!(repository.found(&["--changed"]), ["desk/bridge.txt:7 hearsay-without-source"]);
    repository.git(&["add", "--all"]);
    assert_eq!(repository.found(&["--changed"]), ["desk/bridge.txt:7 hearsay-without-source"]);
}

#[test]
fn a_new_file_is_new_from_its_first_word_and_a_deleted_one_is_gone() {
    let repository = Repository::new();
    repository.commit();
    repository.write("desk/new.txt", OLD);
    fs::remove_file(repository.folder().join("desk/old.txt")).expect("it is there");
    assert_eq!(repository.found(&["--changed"]), ["desk/new.txt:3 nameless-source"]);
}

#[test]
fn a_finding_that_moves_or_whose_file_is_renamed_is_not_new() {
    let repository = Repository::new();
    repository.commit();
    repository.git(&["mv", "desk/old.txt", "desk/bridge-again.txt"]);
    repository.write(
        "desk/bridge-again.txt",
        &OLD.replace("\n\nCritics", "\n\nThe sun came out at last.\n\nCritics"),
    );
    assert!(repository.found(&["--changed"]).is_empty());
}

#[test]
fn taking_the_source_away_makes_an_old_sentence_a_finding() {
    let repository = Repository::new();
    let named = OLD.replace(
        "never open. The town",
        "never open. “It was too expensive,” said Ana Ruiz, an engineer. The town",
    );
    repository.write("desk/bridge.txt", &named);
    repository.commit();
    assert!(repository.found(&["desk/bridge.txt"]).is_empty());
    repository.write("desk/bridge.txt", OLD);
    assert_eq!(repository.found(&["--changed"]), ["desk/bridge.txt:3 nameless-source"]);
}

#[test]
fn before_the_first_commit_all_is_new() {
    let repository = Repository::new();
    assert_eq!(repository.found(&["--changed"]).len(), 2);
}

#[test]
fn nothing_changed_is_no_failure() {
    let repository = Repository::new();
    repository.commit();
    let output = repository.check(&["--changed", "--format", "json"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&output.stdout).starts_with("{\"files\": ["));
}

#[test]
fn no_repository_and_an_unknown_revision_are_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = check(folder.path(), &["--changed"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("there is no git repository here"));
    let repository = Repository::new();
    repository.commit();
    for revision in ["nope", "--upload-pack=x"] {
        let output = repository.check(&[&format!("--since={revision}")]);
        assert_eq!(output.status.code(), Some(2));
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains(&format!("git knows no revision `{revision}`")), "{said}");
    }
}

#[test]
fn a_shallow_clone_is_told_what_it_lacks() {
    let repository = Repository::new();
    repository.commit();
    repository.git(&["checkout", "--quiet", "-b", "story"]);
    repository.write("desk/bridge.txt", &with_fault());
    repository.commit();
    let clone = tempfile::tempdir().expect("a folder");
    let from = format!("file://{}", repository.folder().display());
    let to = clone.path().join("clone");
    let arguments = ["clone", "--quiet", "--depth=1", "--branch=story", &from, &to.to_string_lossy()];
    repository.git(&arguments);
    let output = check(&to, &["--since", "origin/main"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("this clone is shallow"), "{said}");
}
