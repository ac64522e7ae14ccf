//! How fast the whole program is over a folder of 1,000 generated articles, and how its memory stays as it is:
//! `cargo bench --bench runs`. Nothing is asserted.
//!
//! `cargo bench --bench runs -- write FOLDER fr 1000 txt` only writes articles, for other measurements.

#![allow(clippy::print_stdout, reason = "figures are what a bench is for")]

#[path = "generate.rs"]
#[allow(dead_code, unreachable_pub, reason = "each bench uses its part of it")]
mod generate;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use generate::{Form, Tongue, file, story};

const ARTICLES: usize = 1000;
const PARAGRAPHS: usize = 12;
const REPEATS: usize = 5;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["write", folder, tongue, articles, ending] => {
            let tongue = if tongue == "fr" { Tongue::French } else { Tongue::English };
            let form = Form::ALL.into_iter().find(|form| form.ending() == ending).unwrap_or(Form::Text);
            let bytes = write(Path::new(folder), tongue, form, articles.parse().unwrap_or(ARTICLES));
            println!("{bytes} bytes in {folder}");
        }
        _ => measure(),
    }
}

/// Times the program over each language and format, with one thread and with all.
fn measure() {
    println!("{ARTICLES} articles each, best of {REPEATS} runs");
    println!("{:<10}{:<10}{:>8}{:>12}{:>12}{:>10}", "language", "format", "MB", "1 thread", "all", "ratio");
    for tongue in [Tongue::French, Tongue::English] {
        for form in Form::ALL {
            let folder = tempfile::tempdir().expect("a folder for the articles");
            let bytes = write(folder.path(), tongue, form, ARTICLES);
            let (one, all) = (seconds(folder.path(), Some("1")), seconds(folder.path(), None));
            let megabytes = bytes as f64 / 1e6;
            println!(
                "{:<10}{:<10}{megabytes:>8.1}{:>7.1} MB/s{:>7.1} MB/s{:>10.2}",
                format!("{tongue:?}"),
                format!("{form:?}"),
                megabytes / one,
                megabytes / all,
                one / all
            );
        }
    }
}

/// The least time that a run over `folder` took, in seconds.
fn seconds(folder: &Path, threads: Option<&str>) -> f64 {
    let run = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_selon"));
        command.args(["check", "--format", "json", "--fail-on", "never"]).arg(folder);
        command.args(threads.into_iter().flat_map(|number| ["--threads", number]));
        let start = Instant::now();
        command.stdout(Stdio::null()).stderr(Stdio::null()).status().expect("selon runs");
        start.elapsed().as_secs_f64()
    };
    (0..REPEATS).map(|_| run()).fold(f64::INFINITY, f64::min)
}

/// Writes articles into `folder`, a hundred to a folder below it; returns how many bytes.
fn write(folder: &Path, tongue: Tongue, form: Form, articles: usize) -> usize {
    let mut bytes = 0;
    for seed in 0..articles {
        let below = folder.join(format!("{:04}", seed / 100));
        fs::create_dir_all(&below).expect("a folder can be made");
        let content = file(&story(tongue, seed as u64, PARAGRAPHS), form);
        bytes += content.len();
        fs::write(below.join(format!("{seed:06}.{}", form.ending())), content)
            .expect("an article can be written");
    }
    bytes
}
