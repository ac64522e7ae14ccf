//! What a run does when the machine lets it down: a full disk, a file that vanishes, a pipe without a reader.

#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

const STORY: &str = "Des groupes armés auraient refusé de partir.\n\n";

fn selon(folder: &Path, script: &str) -> Output {
    let mut command = Command::new("sh");
    command.current_dir(folder).env("SELON", env!("CARGO_BIN_EXE_selon")).args(["-c", script]);
    command.stdin(Stdio::null()).output().expect("a shell runs")
}

#[test]
fn a_full_disk_leaves_the_old_report_whole() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    fs::write(folder.path().join("story.txt"), STORY.repeat(400)).expect("an article can be written");
    fs::write(folder.path().join("report.json"), "the old one").expect("a report can be written");
    // No file may grow beyond one block: writing fails as it does on a full disk.
    let script = "trap '' XFSZ; ulimit -f 1; exec \"$SELON\" check --language fr --format json -o report.json story.txt";
    let output = selon(folder.path(), script);
    assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(fs::read_to_string(folder.path().join("report.json")).expect("it is there"), "the old one");
    let names = fs::read_dir(folder.path()).expect("it can be listed").count();
    assert_eq!(names, 2, "nothing half-written is left behind");
}

#[test]
fn a_device_without_room_fails_the_run() {
    if !Path::new("/dev/full").exists() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder can be made");
    fs::write(folder.path().join("story.txt"), STORY.repeat(400)).expect("an article can be written");
    let output =
        selon(folder.path(), "exec \"$SELON\" check --language fr --format json story.txt > /dev/full");
    assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_pipe_without_a_reader_ends_the_run_quietly() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    fs::write(folder.path().join("story.txt"), STORY.repeat(400)).expect("an article can be written");
    let output = selon(
        folder.path(),
        "\"$SELON\" check --language fr --format short story.txt | head -n 1 > first; cat first",
    );
    assert!(String::from_utf8_lossy(&output.stdout).starts_with("story.txt:1:"));
    assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"));
}

#[test]
fn files_that_vanish_during_the_walk_are_said_and_the_rest_is_checked() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for number in 0..300 {
        fs::write(folder.path().join(format!("{number:03}.txt")), STORY).expect("an article can be written");
    }
    let script = "\"$SELON\" check --language fr --format json . > report & rm -f 2*.txt; wait $!; echo $?; cat report";
    let output = selon(folder.path(), script);
    let printed = String::from_utf8_lossy(&output.stdout);
    let (status, report) = printed.split_once('\n').expect("status, then the report");
    // Some were gone before the walk came by, some between the walk and the reading.
    assert!(matches!(status, "1" | "2"), "{status}");
    let report: serde_json::Value = serde_json::from_str(report).expect("the report is whole");
    let files = report["files"].as_array().expect("files").len();
    assert!((200..=300).contains(&files), "{files}");
}

#[test]
fn file_names_with_line_ends_and_escapes_stay_on_their_line() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    fs::write(folder.path().join("a\nb\u{1b}[31m\u{202e}.txt"), STORY).expect("an article can be written");
    for format in ["short", "text", "github"] {
        let script = format!("exec \"$SELON\" check --language fr --format {format} .");
        let output = selon(folder.path(), &script);
        let printed = String::from_utf8_lossy(&output.stdout);
        assert!(printed.contains("31m"), "{format}: {printed}");
        for raw in ["\u{1b}[31m", "\u{202e}", "a\nb"] {
            assert!(!printed.contains(raw), "{format} prints {raw:?}: {printed:?}");
        }
    }
}
