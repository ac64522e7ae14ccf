//! How fast each step is, by language and format: `cargo bench --bench steps`. Nothing is asserted.

#[path = "generate.rs"]
#[allow(dead_code, unreachable_pub, reason = "each bench uses its part of it")]
mod generate;

use std::path::Path;
use std::sync::Arc;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use generate::{Form, Tongue, file, story};
use selon::analyse::{analysis, folded_words};
use selon::article::{Article, Builder, Role};
use selon::diagnostic::Severity;
use selon::language::{Code, Language};
use selon::lint::diagnostics;
use selon::place::{Source, Width};
use selon::read::{Asked, articles};
use selon::rule::RuleSet;
use selon::rule::shipped::{self, Examples};

#[global_allocator]
static ALLOCATIONS: divan::AllocProfiler = divan::AllocProfiler::system();

fn main() {
    divan::main();
}

/// Paragraphs of an article: some 20 kB, a long read.
const PARAGRAPHS: usize = 50;

const TONGUES: [Tongue; 2] = [Tongue::French, Tongue::English];

fn code(tongue: Tongue) -> Code {
    match tongue {
        Tongue::French => Code::French,
        Tongue::English => Code::English,
    }
}

fn article(tongue: Tongue) -> Article {
    let paragraphs = story(tongue, 1, PARAGRAPHS).paragraphs;
    let source = Source::new(paragraphs.concat(), 0, Width::Utf8);
    let mut builder = Builder::new(source);
    let mut start = 0;
    for paragraph in &paragraphs {
        builder.open(Role::Paragraph);
        builder.verbatim(start, start + paragraph.len());
        start += paragraph.len();
    }
    builder.finish()
}

#[divan::bench(args = Form::ALL)]
fn read(bencher: Bencher<'_, '_>, form: Form) {
    let bytes = file(&story(Tongue::French, 1, PARAGRAPHS), form);
    let name = format!("story.{}", form.ending());
    let read = || articles(Path::new(&name), black_box(&bytes), Asked::default());
    assert!(read().is_ok_and(|articles| articles[0].blocks().len() > PARAGRAPHS), "{form:?} is read whole");
    bencher.counter(BytesCount::of_slice(&bytes)).bench(read);
}

#[divan::bench(args = TONGUES)]
fn analyse(bencher: Bencher<'_, '_>, tongue: Tongue) {
    let language = Language::shipped(code(tongue));
    let article = article(tongue);
    bencher.counter(BytesCount::of_str(article.text())).bench(|| analysis(black_box(&article), &language));
}

#[divan::bench(args = TONGUES)]
fn lint(bencher: Bencher<'_, '_>, tongue: Tongue) {
    let language = Language::shipped(code(tongue));
    let article = article(tongue);
    let analysis = analysis(&article, &language);
    let rules = rules(&language);
    bencher
        .counter(BytesCount::of_str(article.text()))
        .bench(|| diagnostics(black_box(&article), &analysis, &rules));
}

#[divan::bench(args = TONGUES)]
fn start(bencher: Bencher<'_, '_>, tongue: Tongue) {
    bencher.bench(|| rules(&Language::shipped(black_box(code(tongue)))));
}

/// The shipped rules, ready to be used.
fn rules(language: &Language) -> RuleSet {
    let rules = shipped::rules(language.code(), Examples::Without);
    let rules = rules.into_iter().map(|rule| (Arc::new(rule), Severity::Warning)).collect();
    RuleSet::new(rules, language, &|text| folded_words(text, language))
}
