//! Twice the text is twice the work, whatever is in it: no step is quadratic.
//!
//! Work is counted in bytes that are allocated, the same on every machine. Loops that allocate nothing are seen by the
//! processor's time alone, which is asked of the kernel, so that other programs don't matter.

use std::alloc::System;
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock};

use selon::analyse::{analysis, folded_words};
use selon::diagnostic::Severity;
use selon::language::{Code, Language};
use selon::lint::diagnostics;
use selon::read::{Asked, articles};
use selon::rule::RuleSet;
use selon::rule::shipped::{self, Examples};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static COUNTED: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// One measurement at a time: the counters are the program's.
static TURN: Mutex<()> = Mutex::new(());

fn french() -> &'static (Language, RuleSet) {
    static FRENCH: OnceLock<(Language, RuleSet)> = OnceLock::new();
    FRENCH.get_or_init(|| {
        let language = Language::shipped(Code::French);
        let rules = shipped::rules(Code::French, Examples::Without);
        let rules = rules.into_iter().map(|rule| (Arc::new(rule), Severity::Warning)).collect();
        let set = RuleSet::new(rules, &language, &|text| folded_words(text, &language));
        (language, set)
    })
}

/// Reads, analyses and lints a text; every finding is placed. How many there are.
fn findings(name: &str, text: &str) -> usize {
    let (language, rules) = french();
    let mut count = 0;
    for article in articles(Path::new(name), text.as_bytes(), Asked::default()).unwrap_or_default() {
        let analysis = analysis(&article, language);
        for diagnostic in diagnostics(&article, &analysis, rules) {
            article.place(diagnostic.span);
            article.positions(diagnostic.span);
            count += 1;
        }
    }
    count
}

/// Bytes that are allocated for a text.
fn bytes(name: &str, text: &str) -> usize {
    let region = Region::new(COUNTED);
    findings(name, text);
    let change = region.change();
    change.bytes_allocated + usize::try_from(change.bytes_reallocated.max(0)).unwrap_or(0)
}

/// Nanoseconds of the processor for a text, the less of two; nothing where the kernel doesn't say.
fn nanoseconds(name: &str, text: &str) -> Option<u64> {
    let now = || {
        let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
        told.split(' ').next()?.parse::<u64>().ok()
    };
    let once = || {
        let start = now()?;
        findings(name, text);
        Some(now()? - start)
    };
    (0..2).filter_map(|_| once()).min()
}

/// The kernel counts in ticks: less than two of them say nothing.
const LEAST: u64 = 8_000_000;

/// Makes a text of so many pieces.
type Text = fn(usize) -> String;

/// Texts that a step may trip over, each under the name of the step.
const TEXTS: &[(&str, &str, Text)] = &[
    ("sentences", "a.txt", |n| "Il part. ".repeat(n)),
    ("sentences without an end", "a.txt", |n| "il part avec M. ".repeat(n)),
    ("one word", "a.txt", |n| "a".repeat(4 * n)),
    ("marks that open", "a.txt", |n| "« il part ".repeat(n)),
    ("marks that close", "a.txt", |n| "il part » ".repeat(n)),
    ("straight marks", "a.txt", |n| "\" ".repeat(n)),
    ("marks of all kinds", "a.txt", |n| "« “ ‘ ( [ \" ' ".repeat(n)),
    ("marks over paragraphs", "a.txt", |n| "« Il part.\n\n".repeat(n)),
    ("names", "a.txt", |n| (0..n).map(|i| format!("Ana {} a déclaré qu'il part. ", surname(i))).collect()),
    ("names and pronouns", "a.txt", |n| {
        (0..n).map(|i| format!("{} est là. « Oui », a-t-elle ajouté.\n\n", surname(i))).collect()
    }),
    ("findings", "a.txt", |n| "Des groupes armés auraient refusé de partir. ".repeat(n)),
    ("conditionals in one sentence", "a.txt", |n| "ils auraient refusé et ".repeat(n)),
    ("attributions in one sentence", "a.txt", |n| "selon la police, ".repeat(n)),
    ("figures", "a.txt", |n| "1,5 2 300 45 % ".repeat(n)),
    ("paragraphs", "a.txt", |n| "Il part.\n\n".repeat(n)),
    ("lines", "a.txt", |n| "il part\n".repeat(n)),
    ("emphasis", "a.md", |n| "**a *b ".repeat(n)),
    ("links", "a.md", |n| "[il part](x) ".repeat(n)),
    ("shortcodes", "a.md", |n| "{{< x >}} il part ".repeat(n)),
    ("quoted shortcodes", "a.md", |n| "{{< quote text=\"il part\" by=\"Ana Ruiz\" >}}\n".repeat(n)),
    ("elements that nothing closes", "a.html", |n| "<div><b>il part ".repeat(n)),
    ("tags that nothing opens", "a.html", |n| "il part</b></div>".repeat(n)),
    ("entities", "a.html", |n| "<p>l&rsquo;&eacute;t&eacute;</p>".repeat(n)),
    ("articles in a page", "a.html", |n| "<article><p>Il part.</p></article>".repeat(n)),
    ("items in XML", "a.xml", |n| {
        format!("<rss><channel>{}</channel></rss>", "<item><title>Il part</title></item>".repeat(n))
    }),
    ("values in JSON", "a.json", |n| {
        let items = vec!["{\"headline\": \"Il part\", \"body_html\": \"<p>Oui.</p>\"}"; n];
        format!("[{}]", items.join(","))
    }),
];

/// A name that no other number has, in letters alone.
fn surname(number: usize) -> String {
    let digits = format!("{number}");
    let letters = digits
        .bytes()
        .map(|digit| ["ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru"][usize::from(digit - b'0')]);
    let word: String = letters.collect();
    word[..1].to_uppercase() + &word[1..]
}

#[test]
fn twice_the_text_takes_twice_the_memory() {
    let _turn = TURN.lock();
    for (step, name, text) in TEXTS {
        let (once, twice) = (bytes(name, &text(500)), bytes(name, &text(1_000)));
        assert!(twice * 10 <= once * 23, "{step}: {once} bytes, then {twice}");
    }
}

#[test]
fn four_times_the_text_takes_four_times_the_work() {
    let _turn = TURN.lock();
    for (step, name, text) in TEXTS {
        let (small, large) = (text(500), text(2_000));
        let (Some(once), Some(more)) = (nanoseconds(name, &small), nanoseconds(name, &large)) else { return };
        // A quadratic step would take sixteen times as long.
        assert!(more <= once.max(LEAST) * 9, "{step}: {once} ns, then {more}");
    }
}
