//! The sample publications of `examples/`: what is found in each stands in its `findings.txt`, and its own rules do
//! what their examples say. With `SELON_BLESS=1` the files take what is found today; read the difference.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn publications() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut publications: Vec<PathBuf> = fs::read_dir(folder)
        .expect("there are examples")
        .map(|entry| entry.expect("readable").path())
        .filter(|path| path.join("selon.toml").is_file())
        .collect();
    publications.sort();
    publications
}

fn selon(folder: &Path, arguments: &[&str]) -> (String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_selon"));
    let output = command.current_dir(folder).args(arguments).output().expect("selon runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8").replace('\\', "/");
    (text(output.stdout), text(output.stderr))
}

#[test]
fn every_publication_has_the_findings_it_should() {
    let mut different = Vec::new();
    for folder in publications() {
        let (found, said) = selon(&folder, &["check", "--format", "short"]);
        let file = folder.join("findings.txt");
        let wanted = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
        if found == wanted {
            continue;
        }
        if std::env::var_os("SELON_BLESS").is_some() {
            fs::write(&file, &found).expect("written");
        } else {
            different.push(format!("{}:\n{}\n{said}", folder.display(), difference(&wanted, &found)));
        }
    }
    assert!(
        different.is_empty(),
        "{}\nIf that is as it should be: SELON_BLESS=1 cargo test --test examples",
        different.join("\n")
    );
}

fn difference(wanted: &str, found: &str) -> String {
    let gone = wanted.lines().filter(|line| !found.lines().any(|other| other == *line));
    let new = found.lines().filter(|line| !wanted.lines().any(|other| other == *line));
    gone.map(|line| format!("- {line}\n")).chain(new.map(|line| format!("+ {line}\n"))).collect()
}

#[test]
fn every_rule_of_theirs_does_what_its_examples_say() {
    for folder in publications().iter().filter(|folder| folder.join("house").is_dir()) {
        let (said, errors) = selon(folder, &["test", "house"]);
        assert!(said.contains(" 0 missing, 0 noisy"), "{}:\n{said}{errors}", folder.display());
    }
}
