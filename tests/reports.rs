//! The same few findings in every machine format, read back by a parser: path, line, rule and severity survive odd
//! file names, and every format is valid where nothing is found and where a file can't be read.

use std::fs;
use std::path::Path;
use std::process::Command;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use serde_json::Value;

/// What every format must say of a finding: path, line, rule, severity in the format's own words.
type Told = (String, u64, String, String);

const ODD: &str = "desk/odd, 50% <a>&.txt";

/// A folder with two faulty articles, one clean, one in another language.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    write(
        folder.path(),
        ODD,
        "Port closed\n\nThe captain reportedly left on Sunday night, in a car he had hired.\n",
    );
    write(
        folder.path(),
        "b.txt",
        "Critics say the bridge will never open, and that it has cost too much so far.\n",
    );
    write(
        folder.path(),
        "clean.txt",
        "The port is shut until Monday, according to the county that runs it.\n",
    );
    write(folder.path(), "wahl.txt", "Die Wahl ist am Sonntag, und die Stadt hat noch nicht gesagt, wo.\n");
    folder
}

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
    fs::write(path, text).expect("a file");
}

fn printed(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_selon"))
        .arg("check")
        .args(arguments)
        .env_remove("GITHUB_STEP_SUMMARY")
        .current_dir(folder)
        .output()
        .expect("the program runs");
    String::from_utf8(output.stdout).expect("what is printed is UTF-8")
}

/// What `format` says of the folder; a missing file is asked for as well.
fn run(format: &str) -> String {
    printed(folder().path(), &[".", "gone.txt", "--format", format])
}

/// What `format` says where nothing is found.
fn run_clean(format: &str) -> String {
    printed(folder().path(), &["clean.txt", "--format", format])
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error} in\n{text}"))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("a text, not {value}")).to_owned()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("a list, not {value}"))
}

fn expected(warning: &str) -> Vec<Told> {
    vec![
        ("b.txt".into(), 1, "nameless-source".into(), warning.into()),
        (ODD.into(), 3, "hearsay-without-source".into(), warning.into()),
    ]
}

#[test]
fn json_holds_files_skipped_and_errors() {
    let report = json(&run("json"));
    let told: Vec<Told> = list(&report["files"])
        .iter()
        .flat_map(|file| list(&file["diagnostics"]).iter().map(move |one| (file, one)))
        .map(|(file, one)| {
            (
                text(&file["path"]),
                one["line"].as_u64().expect("a line"),
                text(&one["rule"]),
                text(&one["severity"]),
            )
        })
        .collect();
    assert_eq!(told, expected("warning"));
    assert_eq!(list(&report["files"]).len(), 3);
    assert_eq!(report["skipped"][0]["path"], "wahl.txt");
    assert_eq!(report["errors"][0]["path"], "gone.txt");
    assert_eq!(report["summary"]["warnings"], 2);
    assert_eq!(list(&json(&run_clean("json"))["files"]).len(), 1);
}

#[test]
fn jsonl_is_one_object_a_line() {
    let lines: Vec<Value> = run("jsonl").lines().map(json).collect();
    let paths: Vec<_> = lines.iter().map(|line| text(&line["path"])).collect();
    assert_eq!(paths, ["b.txt", "clean.txt", ODD, "gone.txt", "wahl.txt"]);
    assert!(lines[3]["error"].is_string() && lines[4]["skipped"].is_string());
}

#[test]
fn sarif_holds_results_rules_and_failed_files() {
    let report = json(&run("sarif"));
    let run = &report["runs"][0];
    let told: Vec<Told> = list(&run["results"])
        .iter()
        .map(|result| {
            let place = &result["locations"][0]["physicalLocation"];
            let path = text(&place["artifactLocation"]["uri"]);
            let path = path.replace("%2C", ",").replace("%20", " ").replace("%3C", "<").replace("%3E", ">");
            let path = path.replace("%26", "&").replace("%25", "%");
            let line = place["region"]["startLine"].as_u64().expect("a line");
            (path, line, text(&result["ruleId"]), text(&result["level"]))
        })
        .collect();
    assert_eq!(told, expected("warning"));
    let rules: Vec<_> = list(&run["tool"]["driver"]["rules"]).iter().map(|rule| text(&rule["id"])).collect();
    assert_eq!(rules, ["hearsay-without-source", "nameless-source"]);
    let notes = list(&run["invocations"][0]["toolExecutionNotifications"]);
    assert_eq!((notes.len(), &notes[0]["level"]), (2, &Value::from("error")));
    assert_eq!(run["invocations"][0]["executionSuccessful"], false);
    assert!(list(&json(&run_clean("sarif"))["runs"][0]["results"]).is_empty());
}

#[test]
fn gitlab_has_an_issue_for_each_finding_and_each_failed_file() {
    let report = json(&run("gitlab"));
    let told = |one: &Value| -> Told {
        let line = one["location"]["lines"]["begin"].as_u64().expect("a line");
        (text(&one["location"]["path"]), line, text(&one["check_name"]), text(&one["severity"]))
    };
    let told: Vec<Told> = list(&report).iter().map(told).collect();
    assert_eq!(told[..2], expected("minor"));
    assert_eq!(told[2], ("gone.txt".into(), 1, "unreadable".into(), "critical".into()));
    assert!(list(&json(&run_clean("gitlab"))).is_empty());
}

#[test]
fn rdjson_counts_columns_in_bytes() {
    let report = json(&run("rdjson"));
    let told = |one: &Value| -> Told {
        let line = one["location"]["range"]["start"]["line"].as_u64().unwrap_or_default();
        (text(&one["location"]["path"]), line, text(&one["code"]["value"]), text(&one["severity"]))
    };
    let told: Vec<Told> = list(&report["diagnostics"]).iter().map(told).collect();
    assert_eq!(told[..2], expected("WARNING"));
    assert_eq!(told.len(), 3);
    assert!(list(&json(&run_clean("rdjson"))["diagnostics"]).is_empty());
    let folder = tempfile::tempdir().expect("a folder");
    write(
        folder.path(),
        "a.txt",
        "“Été”: the captain reportedly left on Sunday night, in a car he had hired.\n",
    );
    let report = json(&printed(folder.path(), &["--format", "rdjson", "--rule", "hearsay-without-source"]));
    assert_eq!(report["diagnostics"][0]["location"]["range"]["start"]["column"], 26, "{report}");
}

#[test]
fn github_annotates_lines() {
    let printed = run("github");
    let lines: Vec<_> = printed.lines().collect();
    assert!(
        lines[0].starts_with(
            "::warning file=b.txt,line=1,endLine=1,col=1,endColumn=8,title=selon%3A nameless-source::"
        ),
        "{printed}"
    );
    assert!(lines[1].starts_with("::warning file=desk/odd%2C 50%25 <a>&.txt,line=3,"), "{printed}");
    assert!(lines[2].starts_with("::error file=gone.txt::"), "{printed}");
    assert_eq!(lines.len(), 3);
    assert_eq!(run_clean("github"), "");
}

#[test]
fn accepted_findings_are_told_with_their_reason_and_fail_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let accept = "<!-- selon: accept nameless-source, counsel has cleared it -->";
    write(
        folder.path(),
        "a.md",
        &format!("# Bridge\n\n{accept}\n\nCritics say the bridge will never open.\n"),
    );
    let report = json(&printed(folder.path(), &["--format", "json"]));
    assert_eq!(report["files"][0]["accepted"][0]["reason"], "counsel has cleared it", "{report}");
    assert_eq!((&report["summary"]["accepted"], &report["summary"]["warnings"]), (&1.into(), &0.into()));
    let report = json(&printed(folder.path(), &["--format", "sarif"]));
    let suppression = &report["runs"][0]["results"][0]["suppressions"][0];
    assert_eq!(suppression["justification"], "counsel has cleared it", "{report}");
    assert!(printed(folder.path(), &["--format", "html"]).contains("<td>counsel has cleared it</td>"));
    for format in ["short", "github", "gitlab", "rdjson", "junit", "checkstyle"] {
        assert!(!printed(folder.path(), &["--format", format]).contains("nameless-source"), "{format}");
    }
    let all = json(&printed(folder.path(), &["--format", "json", "--no-accepted"]));
    assert_eq!(all["summary"]["warnings"], 1, "{all}");
}

/// The elements called `name` of an XML text, each with its attributes.
fn elements(xml: &str, name: &str) -> Vec<Vec<(String, String)>> {
    let mut reader = Reader::from_str(xml);
    let mut found = Vec::new();
    let mut depth = 0_usize;
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error} in\n{xml}")) {
            Event::Start(start) => {
                depth += 1;
                found.extend((start.name().as_ref() == name).then(|| attributes(&start)));
            }
            Event::Empty(start) => found.extend((start.name().as_ref() == name).then(|| attributes(&start))),
            Event::End(_) => depth -= 1,
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0, "all elements are closed");
    found
}

fn attributes(start: &BytesStart<'_>) -> Vec<(String, String)> {
    start
        .attributes()
        .map(|attribute| {
            let attribute = attribute.expect("an attribute");
            let name = attribute.key.as_ref().to_owned();
            let raw = attribute.value.clone().into_owned();
            (name, quick_xml::escape::unescape(&raw).expect("entities").into_owned())
        })
        .collect()
}

fn attribute(element: &[(String, String)], name: &str) -> String {
    element.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone()).unwrap_or_default()
}

#[test]
fn junit_has_a_suite_for_each_article() {
    let xml = run("junit");
    let suites = elements(&xml, "testsuite");
    let told: Vec<_> = suites
        .iter()
        .map(|suite| (attribute(suite, "name"), attribute(suite, "failures") + &attribute(suite, "errors")))
        .collect();
    let told: Vec<_> = told.iter().map(|(name, counts)| (name.as_str(), counts.as_str())).collect();
    assert_eq!(
        told,
        [("b.txt", "10"), ("clean.txt", "00"), (ODD, "10"), ("gone.txt", "01"), ("wahl.txt", "00")]
    );
    let failures: Vec<_> = elements(&xml, "failure").iter().map(|one| attribute(one, "type")).collect();
    assert_eq!(failures, ["warning: nameless-source", "warning: hearsay-without-source"]);
    assert_eq!(elements(&run_clean("junit"), "failure").len(), 0);
}

#[test]
fn checkstyle_has_an_error_for_each_finding() {
    let xml = run("checkstyle");
    let files: Vec<_> = elements(&xml, "file").iter().map(|one| attribute(one, "name")).collect();
    assert_eq!(files, ["b.txt", "clean.txt", ODD, "gone.txt"]);
    let errors = elements(&xml, "error");
    let told: Vec<_> = errors
        .iter()
        .map(|one| [attribute(one, "line"), attribute(one, "severity"), attribute(one, "source")].join(" "))
        .collect();
    assert_eq!(
        told,
        [
            "1 warning selon.nameless-source",
            "3 warning selon.hearsay-without-source",
            "1 error selon.unreadable"
        ]
    );
    assert_eq!(elements(&run_clean("checkstyle"), "error").len(), 0);
}

#[test]
fn what_is_printed_does_not_depend_on_the_number_of_threads() {
    let folder = tempfile::tempdir().expect("a folder");
    for number in 0..300 {
        let words = "Critics say the bridge will never open, and that it has cost too much so far. "
            .repeat(number % 7);
        write(
            folder.path(),
            &format!("desk/{number}.txt"),
            &format!("Bridge {number}\n\n{words}It is old.\n"),
        );
    }
    for format in ["text", "json", "sarif", "junit"] {
        let one = printed(folder.path(), &["--format", format, "--threads", "1"]);
        for threads in ["2", "7"] {
            assert!(
                one == printed(folder.path(), &["--format", format, "--threads", threads]),
                "{format} {threads}"
            );
        }
    }
}
