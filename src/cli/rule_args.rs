//! The arguments of the commands for people who own rules: `rules`, `explain`, `test`,
//! `try`, `config`, `init`, `accept`, `baseline`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::args::{Color, InputArguments};
use crate::language::Code;

/// The formats of lists: for people, for machines.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum ListFormat {
    /// For people
    Text,
    /// For a machine
    Json,
}

const RULES_EXAMPLES: &str = "\
Examples:
  selon rules                        the rules in force in this folder, and those that are off
  selon rules opinion/letter.md      those for this article
  selon rules --language fr          the French ones alone
  selon rules --format json          for a machine";

/// What `selon rules` takes.
#[derive(Args, Debug)]
#[command(after_help = RULES_EXAMPLES, after_long_help = RULES_EXAMPLES)]
pub struct RulesArguments {
    /// An article or a folder [default: the current folder]
    #[arg(value_name = "PATH")]
    pub path: Option<PathBuf>,
    /// How the list is printed
    #[arg(long, short, value_name = "FORMAT", default_value = "text")]
    pub format: ListFormat,
    /// The rules of this language alone
    #[arg(long, value_name = "LANGUAGE")]
    pub language: Option<Code>,
    /// Take these settings, and no selon.toml found from the path upwards
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  selon explain nameless-source                 in every language that has the rule
  selon explain nameless-source --language en   in English alone";

/// What `selon explain` takes.
#[derive(Args, Debug)]
#[command(after_help = EXPLAIN_EXAMPLES, after_long_help = EXPLAIN_EXAMPLES)]
pub struct ExplainArguments {
    /// The rule's name, as findings and `selon rules` give it
    #[arg(value_name = "RULE")]
    pub rule: String,
    /// In this language alone
    #[arg(long, value_name = "LANGUAGE")]
    pub language: Option<Code>,
    /// Take these settings, and no selon.toml found from the current folder upwards
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Whether to print in colour; auto: on a terminal, unless NO_COLOR is set
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub color: Color,
}

const TEST_EXAMPLES: &str = "\
Examples:
  selon test                          the publication's own rules and the shipped ones
  selon test house/rules              the rules of this folder
  selon test house/rules/scoop.toml   one rule

Verdicts: validated (the rule does what the example says), missing (something isn't found), noisy (something
is found that should be left alone).

Exit status: 0 all are validated, 1 some are missing or noisy, 2 a rule can't be used as it is.";

/// What `selon test` takes.
#[derive(Args, Debug)]
#[command(after_help = TEST_EXAMPLES, after_long_help = TEST_EXAMPLES)]
pub struct TestArguments {
    /// Rule files, and folders of them [default: the publication's own rules and the shipped ones]
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Only this rule; may be given several times
    #[arg(long, value_name = "RULE")]
    pub rule: Vec<String>,
    /// The language of rules that say it neither themselves nor by their folder
    #[arg(long, value_name = "LANGUAGE")]
    pub language: Option<Code>,
    /// Take these settings, and no selon.toml found from the rules upwards
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Whether to print in colour; auto: on a terminal, unless NO_COLOR is set
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub color: Color,
}

const TRY_EXAMPLES: &str = "\
Examples:
  selon try draft/en/slam.toml archive/                  findings, articles, how many for 100, ten samples
  selon try draft/en/slam.toml archive/ --samples 40     more of them
  selon try house/en/nameless-source.toml archive/       beside the rule in force of the same name

Exit status: 0 it was tried, 2 the rule can't be used, a file can't be read, or there was no article.";

/// What `selon try` takes.
#[derive(Args, Debug)]
#[command(after_help = TRY_EXAMPLES, after_long_help = TRY_EXAMPLES)]
pub struct TryArguments {
    /// The draft: a rule file
    #[arg(value_name = "RULE.toml")]
    pub rule: PathBuf,
    /// How many findings are shown, taken from all over the archive
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub samples: usize,
    /// What it is tried on.
    #[command(flatten)]
    pub input: InputArguments,
}

const CONFIG_EXAMPLES: &str = "\
Examples:
  selon config                     the settings in this folder
  selon config opinion/letter.md   those for this article, folder by folder
  selon config --format json       for a machine";

/// What `selon config` takes.
#[derive(Args, Debug)]
#[command(after_help = CONFIG_EXAMPLES, after_long_help = CONFIG_EXAMPLES)]
pub struct ConfigArguments {
    /// An article or a folder [default: the current folder]
    #[arg(value_name = "PATH")]
    pub path: Option<PathBuf>,
    /// How the list is printed
    #[arg(long, short, value_name = "FORMAT", default_value = "text")]
    pub format: ListFormat,
    /// Take these settings, and no selon.toml found from the path upwards
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

const INIT_EXAMPLES: &str = "\
Examples:
  selon init                   the default set of rules
  selon init --profile daily   the settings of a daily paper to build on
  selon init --language fr     with comments in French";

/// What `selon init` takes.
#[derive(Args, Debug)]
#[command(after_help = INIT_EXAMPLES, after_long_help = INIT_EXAMPLES)]
pub struct InitArguments {
    /// A shipped profile to build on; an unknown name lists them
    #[arg(long, value_name = "NAME")]
    pub profile: Option<String>,
    /// The language of the comments
    #[arg(long, value_name = "LANGUAGE", default_value = "en")]
    pub language: Code,
}

const ACCEPT_EXAMPLES: &str = "\
Examples:
  selon accept desk/port.md:12 --rule nameless-source --reason \"source protected, known to the editor\"
  selon accept desk/port.md --rule loaded-descriptor --reason \"cleared by counsel\"

It is written to selon.accepted.toml beside the settings, with a fingerprint of the sentence: edits elsewhere
don't matter, a changed sentence is found again. `selon check --no-accepted` shows accepted findings too. In
Markdown and HTML a comment does the same on the spot:
  <!-- selon: accept nameless-source, source protected -->";

/// What `selon accept` takes.
#[derive(Args, Debug)]
#[command(after_help = ACCEPT_EXAMPLES, after_long_help = ACCEPT_EXAMPLES)]
pub struct AcceptArguments {
    /// The article, and the line of the finding: desk/port.md:12; without a line, all that the rule finds in it
    #[arg(value_name = "PATH[:LINE]")]
    pub place: String,
    /// The rule whose finding is accepted
    #[arg(long, value_name = "RULE")]
    pub rule: String,
    /// Why: “confirmed by the prosecutor's office”
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
    /// The language of the article, whatever it says itself [default: found out]
    #[arg(long, value_name = "LANGUAGE")]
    pub language: Option<Code>,
    /// Take these settings, and no selon.toml found from the article upwards
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

const BASELINE_EXAMPLES: &str = "\
Examples:
  selon baseline                                      every article below the current folder
  selon baseline archive/ --reason \"printed before 2026\"

All that is found today is written to selon.accepted.toml; `selon check` then tells only what is new.";

/// What `selon baseline` takes.
#[derive(Args, Debug)]
#[command(after_help = BASELINE_EXAMPLES, after_long_help = BASELINE_EXAMPLES)]
pub struct BaselineArguments {
    /// What is read.
    #[command(flatten)]
    pub input: InputArguments,
    /// Why all of it is accepted
    #[arg(long, value_name = "TEXT", default_value = "there before selon was")]
    pub reason: String,
}
