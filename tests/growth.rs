//! Work grows with the length of a text, whatever is in it: instructions are counted, not time.
//!
//! Valgrind counts them, slowly: the test runs when asked, and where valgrind isn't there, nothing is measured. Each text is one short snippet over and over, four
//! times as many the second time. Work that grew by more than twice as much as the text would be a quadratic step.

use std::fs;
use std::path::Path;
use std::process::Command;

/// How many bytes the shorter text has. Long enough that a quadratic step outweighs what every byte costs.
const BYTES: usize = 12_000;
/// How much longer the other one is.
const TIMES: usize = 4;

/// What the steps trip over: marks without pair, a sentence without end, nothing but names, joints, entities.
const SNIPPETS: &[(&str, &str)] = &[
    ("txt", "« oui "),
    ("txt", "oui » "),
    ("txt", "« “ \" "),
    ("txt", "et Ana Ruiz a déclaré que le pont, "),
    ("txt", "« Oui », dit Ruiz. "),
    ("txt", "« Oui nous partirons demain\n\n"),
    ("txt", "selon la police, "),
    ("txt", "Il aurait fui. "),
    ("txt", "donne-le"),
    ("txt", "l'"),
    ("txt", ". "),
    ("txt", "OTAN "),
    ("txt", "e\u{301}"),
    ("md", "[a](b) *c "),
    ("md", "> "),
    ("html", "<div>a"),
    ("html", "<a <"),
    ("json", "["),
];

/// The instructions that the program takes over `text`.
fn instructions(folder: &Path, ending: &str, text: &str) -> f64 {
    let story = folder.join(format!("story.{ending}"));
    fs::write(&story, text).expect("a text can be written");
    let mut command = Command::new("valgrind");
    command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null", env!("CARGO_BIN_EXE_selon")]);
    command.args(["check", "--language", "fr", "--threads", "1", "--format", "json"]).arg(&story);
    let output = command.output().expect("valgrind runs");
    let said = String::from_utf8_lossy(&output.stderr);
    let collected = said.lines().find_map(|line| line.split_once("Collected : "));
    let number = collected.and_then(|(_, number)| number.trim().parse().ok());
    number.unwrap_or_else(|| panic!("valgrind counts: {said}"))
}

#[test]
#[ignore = "takes minutes: cargo test --release --test growth -- --ignored"]
fn work_grows_with_the_length_of_the_text() {
    if Command::new("valgrind").arg("--version").output().is_err() {
        eprintln!("valgrind isn't there: work is not counted");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder can be made");
    let start = instructions(folder.path(), "txt", "Le pont. ");
    for &(ending, snippet) in SNIPPETS {
        let text = |bytes: usize| snippet.repeat(bytes / snippet.len());
        let short = instructions(folder.path(), ending, &text(BYTES)) - start;
        let long = instructions(folder.path(), ending, &text(BYTES * TIMES)) - start;
        // Below ten million, what is loaded on first use decides.
        let growth = long / short.max(1e7);
        assert!(growth < (TIMES * 2) as f64, "{snippet:?} in {ending}: {short} to {long}, {growth:.1} times");
    }
}
