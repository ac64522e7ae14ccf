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

#[test]
fn acceptances_stay_whole_where_no_more_can_be_written() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    fs::write(folder.path().join("selon.toml"), "language = \"fr\"\n").expect("settings can be written");
    fs::write(folder.path().join("story.txt"), STORY).expect("an article can be written");
    let accepted = folder.path().join("selon.accepted.toml");
    fs::write(&accepted, "# Nothing yet.\n").expect("acceptances can be written");
    // No file may grow at all: so it is on a full disk, and in a folder that is read-only nothing is made either.
    let script = "trap '' XFSZ; ulimit -f 0; exec \"$SELON\" baseline story.txt --reason \"an old archive\" 2>&1 >/dev/null | cat >&2";
    let output = selon(folder.path(), script);
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(!told.contains("panicked"), "{told}");
    assert_eq!(fs::read_to_string(&accepted).expect("it is there"), "# Nothing yet.\n", "{told}");
    let names = fs::read_dir(folder.path()).expect("it can be listed").count();
    assert_eq!(names, 3, "nothing half-written is left behind");
}

#[test]
fn a_read_only_folder_takes_no_acceptances_and_says_so() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a folder can be made");
    fs::write(folder.path().join("selon.toml"), "language = \"fr\"\n").expect("settings can be written");
    fs::write(folder.path().join("story.txt"), STORY).expect("an article can be written");
    let mode =
        |mode| fs::set_permissions(folder.path(), fs::Permissions::from_mode(mode)).expect("it is ours");
    mode(0o555);
    let output = selon(folder.path(), "exec \"$SELON\" baseline story.txt --reason \"an old archive\"");
    // The system's administrator may write everywhere.
    let written = folder.path().join("selon.accepted.toml").exists();
    mode(0o755);
    if !written {
        assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
        assert!(String::from_utf8_lossy(&output.stderr).contains("selon.accepted.toml"));
    }
}

#[test]
fn a_folder_that_cannot_be_opened_is_said_and_the_rest_is_checked() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a folder can be made");
    fs::write(folder.path().join("story.txt"), STORY).expect("an article can be written");
    let closed = folder.path().join("closed");
    fs::create_dir(&closed).expect("a folder can be made");
    fs::write(closed.join("story.txt"), STORY).expect("an article can be written");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).expect("it is ours");
    let readable = fs::read_dir(&closed).is_ok();
    let output = selon(folder.path(), "exec \"$SELON\" check --language fr --format short .");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).expect("it is ours");
    assert!(String::from_utf8_lossy(&output.stdout).contains("story.txt:1:"));
    // The system's administrator may read everything.
    if !readable {
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains("closed"));
    }
}

#[test]
fn runs_that_accept_at_the_same_time_lose_nothing() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    fs::write(folder.path().join("selon.toml"), "language = \"fr\"\n").expect("settings can be written");
    for number in 0..8 {
        fs::write(folder.path().join(format!("{number}.txt")), STORY).expect("an article can be written");
    }
    let script =
        "for n in 0 1 2 3 4 5 6 7; do \"$SELON\" baseline $n.txt --reason \"an old archive\" & done; wait";
    selon(folder.path(), script);
    let text = fs::read_to_string(folder.path().join("selon.accepted.toml")).expect("it is there");
    let file: toml::Table = toml::from_str(&text).expect("it is whole");
    let entries = file["accepted"].as_array().expect("entries");
    let mut files: Vec<_> = entries.iter().filter_map(|entry| entry["file"].as_str()).collect();
    files.sort_unstable();
    files.dedup();
    assert_eq!(files.len(), 8, "{text}");
}

#[test]
fn a_run_that_is_interrupted_leaves_the_old_report_whole() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    fs::write(folder.path().join("story.txt"), STORY.repeat(60_000)).expect("an article can be written");
    fs::write(folder.path().join("report.json"), "the old one").expect("a report can be written");
    // `kill -INT` is what Ctrl-C sends; a shell's own jobs would be deaf to it.
    let mut run = Command::new(env!("CARGO_BIN_EXE_selon"))
        .args(["check", "--language", "fr", "--format", "json", "-o", "report.json", "story.txt"])
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    std::thread::sleep(std::time::Duration::from_millis(150));
    let sent =
        Command::new("sh").args(["-c", &format!("kill -INT {}", run.id())]).status().expect("a shell runs");
    let status = run.wait().expect("it ends");
    let report = fs::read_to_string(folder.path().join("report.json")).expect("it is there");
    if sent.success() && status.code().is_none_or(|code| code == 130) {
        assert_eq!(report, "the old one");
    } else {
        assert!(report.starts_with('{'));
    }
    let mut left: Vec<_> = fs::read_dir(folder.path()).expect("it can be listed").flatten().collect();
    left.retain(|entry| !["story.txt", "report.json"].contains(&&*entry.file_name().to_string_lossy()));
    assert!(left.is_empty(), "{left:?} stays behind");
}

#[test]
fn marks_that_turn_or_colour_text_reach_no_terminal() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let story = "Des \u{202e}groupes\u{1b}[31m armés\u{7} auraient\u{2066} refusé de partir.\u{9b}31m\n";
    fs::write(folder.path().join("story.txt"), story).expect("an article can be written");
    for format in ["short", "text", "github"] {
        let script = format!("exec \"$SELON\" check --language fr --color never --format {format} .");
        let output = selon(folder.path(), &script);
        let printed = String::from_utf8_lossy(&output.stdout);
        assert!(printed.contains("refusé"), "{format}: {printed}");
        for raw in ['\u{202e}', '\u{1b}', '\u{7}', '\u{2066}', '\u{9b}'] {
            assert!(!printed.contains(raw), "{format} prints {raw:?}: {printed:?}");
        }
    }
}
