//! What the README shows is what the program does: its table of rules and the output that it quotes are made from the
//! program, and this says when they are stale. With `SELON_BLESS=1` the README takes what is so today.
//!
//! A part that is made stands between `<!-- made: WHAT -->` and `<!-- end -->`, where WHAT is `rules`, or the arguments of a
//! command whose output is shown as on a terminal of 80 columns.

use std::path::{Path, PathBuf};
use std::process::Command;

use selon::language::Code;
use selon::rule::rule::Default;
use selon::rule::shipped::{Examples, rules};

#[test]
fn the_readme_shows_what_the_program_does() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(&path).expect("there is a README").replace("\r\n", "\n");
    let made = with_parts_made(&readme);
    if std::env::var_os("SELON_BLESS").is_some() {
        std::fs::write(&path, &made).expect("written");
    }
    assert!(
        readme == made || std::env::var_os("SELON_BLESS").is_some(),
        "the README is stale: SELON_BLESS=1 cargo test --test readme\n{made}"
    );
}

/// The README with every part that is made from the program made anew.
fn with_parts_made(readme: &str) -> String {
    let mut made = String::new();
    let mut rest = readme;
    while let Some((before, behind)) = rest.split_once("<!-- made: ") {
        let (what, behind) = behind.split_once(" -->\n").expect("a made part says what it is");
        let (_, behind) = behind.split_once("<!-- end -->").expect("a made part ends");
        let part = if what == "rules" { table_of_rules() } else { output(what) };
        made.push_str(&format!("{before}<!-- made: {what} -->\n{part}<!-- end -->"));
        rest = behind;
    }
    made + rest
}

/// The shipped rules: name, languages, severity where no settings speak of it, what is wrong.
fn table_of_rules() -> String {
    let mut table = String::from(
        "| rule | languages | by default | what the reader isn't told |\n| --- | --- | --- | --- |\n",
    );
    let english = rules(Code::English, Examples::Without);
    let french = rules(Code::French, Examples::Without);
    let mut names: Vec<&str> = english.iter().chain(&french).map(|rule| rule.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    for name in names {
        let in_english = english.iter().find(|rule| rule.name == name);
        let in_french = french.iter().find(|rule| rule.name == name);
        let languages = match (in_english, in_french) {
            (Some(_), Some(_)) => "en fr",
            (Some(_), None) => "en",
            _ => "fr",
        };
        let rule = in_english.or(in_french).expect("the name is a rule's");
        let default = match rule.default {
            Default::On => rule.severity.name().to_owned(),
            Default::Off => format!("off ({})", rule.severity.name()),
        };
        table.push_str(&format!("| `{name}` | {languages} | {default} | {} |\n", rule.summary));
    }
    table
}

/// What a command prints, as a block of Markdown.
fn output(arguments: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_selon"))
        .current_dir(PathBuf::from(env!("CARGO_MANIFEST_DIR")))
        .args(arguments.split(' '))
        .env("COLUMNS", "80")
        .env("NO_COLOR", "1")
        .output()
        .expect("selon runs");
    let printed = String::from_utf8(output.stdout).expect("UTF-8").replace('\\', "/");
    format!("```text\n$ selon {arguments}\n{}\n```\n", printed.trim_end())
}
