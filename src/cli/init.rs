//! `selon init`: writes a commented `selon.toml` to start from, never over one that is there.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};

use super::Status;
use super::args::InitArguments;
use super::output::{Output, note};
use crate::rule::{shipped, written};

const START: &str = r#"# What this publication wants of selon. Everything may be left out; `selon config` shows what holds, and why.
# `selon rules` lists the rules, `selon explain RULE` tells what one finds and leaves alone.

EXTENDS

# The language of the articles; left out, it is found out article by article.
# language = "fr"

# Which files are articles; left out, all that can be read.
# articles = ["content/**/*.md"]

# Folders with rules of your own: house/fr/*.toml, house/en/*.toml. `selon test` runs their examples.
# rules = ["house"]

# How severe each rule is: "error", "warning", "advice", "on", "off".
[severity]
# scare-quote = "off"

# Words of your own, beside those of the language. "not-…" are words that are left alone.
[words]
# loaded = ["soi-disant expert"]
# not-loaded = ["séparatiste"]

# Folders that are treated otherwise; the last one that fits wins.
# [[folder]]
# path = "opinion/**"
# severity = { loaded-descriptor = "off" }
"#;

/// Writes the file.
pub(super) fn run(arguments: &InitArguments) -> Status {
    let extends = match &arguments.profile {
        None => format!("# Settings to build on: {}.\n# extends = [\"profile:daily\"]", profiles()),
        Some(name) if shipped::profile(name).is_some() => format!("extends = [\"profile:{name}\"]"),
        Some(name) => {
            let advice = written::advice(name, &shipped::profiles());
            note(&format!("there is no profile `{name}`: {advice}"));
            return Status::Failed;
        }
    };
    let text = START.replace("EXTENDS", &extends);
    let file = OpenOptions::new().write(true).create_new(true).open("selon.toml");
    match file.and_then(|mut file| file.write_all(text.as_bytes())) {
        Ok(()) => {
            let mut output = Output::standard();
            let _ = output.write("selon.toml is written; `selon config` shows what holds.\n");
            output.finish()
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            note("there is a selon.toml here already; it is left as it is");
            Status::Failed
        }
        Err(error) => {
            note(&format!("can't write selon.toml: {error}"));
            Status::Failed
        }
    }
}

fn profiles() -> String {
    shipped::profiles().iter().map(|name| format!("profile:{name}")).collect::<Vec<_>>().join(", ")
}
