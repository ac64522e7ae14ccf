//! Twice the text is twice the work, whatever is in it: no step is quadratic.
//!
//! Work is counted in bytes that are allocated and in looks at words and stretches, the same on every machine. How time
//! itself grows, `cargo bench --bench growth` reports.

#[path = "bench/adversarial.rs"]
#[allow(unreachable_pub, reason = "a bench uses it too")]
mod adversarial;

use std::alloc::System;
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock};

use adversarial::TEXTS;
use selon::analyse::{analysis, folded_words};
use selon::diagnostic::Severity;
use selon::language::{Code, Language};
use selon::lint::diagnostics;
use selon::read::{Asked, articles};
use selon::rule::RuleSet;
use selon::rule::shipped::{self, Examples};
use selon::work;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static COUNTED: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// One measurement at a time: the counters are the program's.
static TURN: Mutex<()> = Mutex::new(());

type Tongue = (Language, RuleSet);

fn tongues() -> &'static [(Code, Tongue); 2] {
    static TONGUES: OnceLock<[(Code, Tongue); 2]> = OnceLock::new();
    TONGUES.get_or_init(|| Code::ALL.map(|code| (code, tongue(code))))
}

fn tongue(code: Code) -> Tongue {
    let language = Language::shipped(code);
    let rules = shipped::rules(code, Examples::Without);
    let rules = rules.into_iter().map(|rule| (Arc::new(rule), Severity::Warning)).collect();
    let set = RuleSet::new(rules, &language, &|text| folded_words(text, &language));
    (language, set)
}

/// Reads, analyses and lints a text; every finding is placed.
fn check(name: &str, text: &str, (language, rules): &Tongue) {
    for article in articles(Path::new(name), text.as_bytes(), Asked::default()).unwrap_or_default() {
        let analysis = analysis(&article, language);
        for diagnostic in diagnostics(&article, &analysis, rules) {
            article.place(diagnostic.span);
            article.positions(diagnostic.span);
        }
    }
}

/// Bytes that are allocated for a text.
fn bytes(name: &str, text: &str, tongue: &Tongue) -> usize {
    let region = Region::new(COUNTED);
    check(name, text, tongue);
    let change = region.change();
    change.bytes_allocated + usize::try_from(change.bytes_reallocated.max(0)).unwrap_or(0)
}

/// Looks at words and stretches for a text.
fn looks(name: &str, text: &str, tongue: &Tongue) -> u64 {
    let before = work::looks();
    check(name, text, tongue);
    work::looks() - before
}

#[test]
fn twice_the_text_takes_twice_the_memory() {
    let _turn = TURN.lock();
    for (code, tongue) in tongues() {
        for (step, name, text) in TEXTS {
            let (once, twice) = (bytes(name, &text(500), tongue), bytes(name, &text(1_000), tongue));
            assert!(twice * 10 <= once * 23, "{step}, {code:?}: {once} bytes, then {twice}");
        }
    }
}

#[test]
fn four_times_the_text_takes_four_times_the_work() {
    let _turn = TURN.lock();
    for (code, tongue) in tongues() {
        for (step, name, text) in TEXTS {
            let (once, more) = (looks(name, &text(500), tongue), looks(name, &text(2_000), tongue));
            // Halving a list takes a step more for twice its length; a quadratic step would take sixteen times as long.
            assert!(more <= once * 6, "{step}, {code:?}: {once} looks, then {more}");
        }
    }
}
