//! The arguments of every command, and the help that teaches them.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::{Args, Parser, Subcommand, ValueEnum};

use super::rule_args::{
    AcceptArguments, BaselineArguments, ConfigArguments, ExplainArguments, InitArguments, RulesArguments,
    TestArguments, TryArguments,
};
use crate::language::Code;
use crate::read::AskedEncoding;
use crate::report::Format;

const EXAMPLES: &str = "\
Examples:
  selon check                      lint every article below the current folder
  selon check story.md             lint one article
  selon check --format short desk  one line a finding
  selon check - < story.txt        lint what stands on standard input
  selon sources story.md           see who is quoted, and what they say
  selon init                       write a selon.toml to start from
  selon explain nameless-source    what a rule finds, and why

Exit status: 0 nothing that fails the run, 1 something does, 2 the run itself failed.";

/// Reads news articles and asks of every statement what an editor asks: who says so?
///
/// selon (French for “according to”) points at the places where the reader isn't told. It works in French and in
/// English, sends nothing anywhere and changes no article.
#[derive(Parser, Debug)]
#[command(name = "selon", version, after_help = EXAMPLES, after_long_help = EXAMPLES, max_term_width = 100)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Lint articles: say where the reader isn't told who says so
    Check(CheckArguments),
    /// Show who says what in articles, before any rule judges it
    Sources(SourcesArguments),
    /// List the rules in force here, and which file says so
    Rules(RulesArguments),
    /// Explain a rule, with what it finds and what it leaves alone
    Explain(ExplainArguments),
    /// Run the examples inside rule files: your own and those that ship
    Test(TestArguments),
    /// Try a draft rule on an archive: how many findings, in how many articles, samples
    Try(TryArguments),
    /// Show the settings in force for a path, and where each is written
    Config(ConfigArguments),
    /// Write a commented selon.toml to start from
    Init(InitArguments),
    /// Record that an editor accepts a finding, and why
    Accept(AcceptArguments),
    /// Accept everything found today, so that only new findings fail
    Baseline(BaselineArguments),
    /// Print completions for a shell
    Completions(CompletionsArguments),
    /// Print the manual page of the program, or of one command
    #[command(hide = true)]
    Man(ManArguments),
}

const CHECK_EXAMPLES: &str = "\
Examples:
  selon check                              every article below the current folder
  selon check desk/ opinion/letter.md      these alone
  selon check --rule nameless-source       this rule alone, on also where it is off
  selon check --changed                    only what isn't committed yet
  selon check --since origin/main          only what this branch brings in
  selon check --fail-on warning            warnings fail the run too
  selon check --format json -o run.json    for a machine, into a file
  selon check --format html -o desk.html   one page to send to the desk
  curl -s https://… | selon check - --stdin-filename story.html";

/// What `selon check` takes.
#[derive(Args, Debug)]
#[command(after_help = CHECK_EXAMPLES, after_long_help = CHECK_EXAMPLES)]
pub struct CheckArguments {
    /// What is read.
    #[command(flatten)]
    pub input: InputArguments,
    /// How findings are printed
    #[arg(long, short, value_name = "FORMAT", default_value = "text")]
    pub format: Format,
    /// Fail (status 1) on findings of this severity and above
    #[arg(long, value_name = "SEVERITY", default_value = "error")]
    pub fail_on: FailOn,
    /// Fail (status 1) too when there are more warnings than this
    #[arg(long, value_name = "N")]
    pub max_warnings: Option<usize>,
    /// Show accepted findings too
    #[arg(long)]
    pub no_accepted: bool,
    /// Only this rule, on also where it is off; may be given several times
    #[arg(long, value_name = "RULE")]
    pub rule: Vec<String>,
    /// Pass over named files that settings leave out or that by their names are no articles
    #[arg(long)]
    pub articles_only: bool,
    /// Only what is new since the last commit
    #[arg(long, conflicts_with = "since")]
    pub changed: bool,
    /// Only what is new since the last commit that this revision shares: --since main
    #[arg(long, value_name = "REV")]
    pub since: Option<String>,
    /// Compare with an earlier run, as --format json wrote it; with --format html
    #[arg(long, value_name = "FILE")]
    pub compare: Option<PathBuf>,
    /// Say how much was found by rule, by folder and for a hundred articles
    #[arg(long)]
    pub statistics: bool,
    /// Print nothing but findings: no summary, no word on skipped articles
    #[arg(long, short)]
    pub quiet: bool,
}

const SOURCES_EXAMPLES: &str = "\
Examples:
  selon sources story.md                   who is quoted, and how much
  selon sources --format json desk/        quotations, attributions, conditionals, sources, with their bytes";

/// What `selon sources` takes.
#[derive(Args, Debug)]
#[command(after_help = SOURCES_EXAMPLES, after_long_help = SOURCES_EXAMPLES)]
pub struct SourcesArguments {
    /// What is read.
    #[command(flatten)]
    pub input: InputArguments,
    /// How it is printed
    #[arg(long, short, value_name = "FORMAT", default_value = "text")]
    pub format: SourcesFormat,
}

/// What every command that reads articles takes.
#[derive(Args, Debug, Default)]
pub struct InputArguments {
    /// Articles and folders of them; - is standard input [default: the current folder]
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Write the result to this file; an older one stays whole until the new one is complete
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Take these settings, and no selon.toml found beside the articles
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// The language of all articles, whatever they say themselves [default: told article by article]
    #[arg(long, value_name = "LANGUAGE")]
    pub language: Option<Code>,
    /// The encoding of all articles, where it isn't found out: macroman, cp850 [default: told file by file]
    #[arg(long, value_name = "ENCODING")]
    pub encoding: Option<AskedEncoding>,
    /// The file name that standard input stands for: decides format and settings
    #[arg(long, value_name = "NAME")]
    pub stdin_filename: Option<PathBuf>,
    /// How many articles are read at once [default: one a core]; what is printed is the same
    #[arg(long, value_name = "N")]
    pub threads: Option<NonZeroUsize>,
    /// Whether to print in colour; auto: on a terminal, unless NO_COLOR is set
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub color: Color,
}

/// What `selon completions` takes.
#[derive(Args, Debug)]
pub struct CompletionsArguments {
    /// The shell
    pub shell: clap_complete::Shell,
}

/// What `selon man` takes.
#[derive(Args, Debug)]
pub struct ManArguments {
    /// The command
    pub command: Option<String>,
}

/// From which severity on findings fail the run.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum FailOn {
    /// Errors alone.
    Error,
    /// Warnings and errors.
    Warning,
    /// Any finding.
    Advice,
    /// No finding.
    Never,
}

/// Whether to print in colour.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, ValueEnum)]
pub enum Color {
    /// On a terminal, unless NO_COLOR is set.
    #[default]
    Auto,
    /// Also into files and pipes.
    Always,
    /// Not at all.
    Never,
}

/// The formats of `selon sources`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum SourcesFormat {
    /// For people: who is quoted, who says what, what nobody says
    Text,
    /// One JSON object for the whole run
    Json,
    /// One JSON object an article, each on its line, written as soon as it is done
    Jsonl,
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        Format::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()).help(self.about()))
    }
}

impl ValueEnum for Code {
    fn value_variants<'a>() -> &'a [Self] {
        &Code::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.tag()))
    }
}
