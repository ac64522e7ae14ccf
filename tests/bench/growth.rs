//! How the time for a text grows with its length, over texts that a step may trip over: `cargo bench --bench growth`.
//!
//! Four times the text should take four times as long; a quadratic step takes sixteen times. Nothing is asserted: the
//! test of the same name counts work, which is the same on every machine.

#![allow(clippy::print_stdout, reason = "figures are what a bench is for")]

#[path = "adversarial.rs"]
#[allow(unreachable_pub, reason = "a test uses it too")]
mod adversarial;

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use adversarial::TEXTS;
use selon::analyse::{analysis, folded_words};
use selon::diagnostic::Severity;
use selon::language::{Code, Language};
use selon::lint::diagnostics;
use selon::read::{Asked, articles};
use selon::rule::RuleSet;
use selon::rule::shipped::{self, Examples};

/// Pieces of the shorter text.
const PIECES: usize = 5_000;

const REPEATS: usize = 3;

fn main() {
    println!("{:<36}{:>10}{:>12}{:>12}{:>8}", "text", "language", "once, ms", "4 ×, ms", "ratio");
    for code in Code::ALL {
        let language = Language::shipped(code);
        let rules = shipped::rules(code, Examples::Without);
        let rules = rules.into_iter().map(|rule| (Arc::new(rule), Severity::Warning)).collect();
        let set = RuleSet::new(rules, &language, &|text| folded_words(text, &language));
        for (step, name, text) in TEXTS {
            let time = |pieces| fastest(name, &text(pieces), &language, &set).as_secs_f64() * 1e3;
            let (once, more) = (time(PIECES), time(4 * PIECES));
            println!("{step:<36}{:>10}{once:>12.1}{more:>12.1}{:>8.1}", code.tag(), more / once);
        }
    }
}

/// The time that reading, analysing and linting a text takes, the least of several.
fn fastest(name: &str, text: &str, language: &Language, rules: &RuleSet) -> Duration {
    let once = || {
        let start = Instant::now();
        for article in articles(Path::new(name), text.as_bytes(), Asked::default()).unwrap_or_default() {
            diagnostics(&article, &analysis(&article, language), rules);
        }
        start.elapsed()
    };
    (0..REPEATS).map(|_| once()).min().unwrap_or_default()
}
