//! How fast each step is, by language and format: `cargo bench --bench steps`. Nothing is asserted.

#[path = "generate.rs"]
mod generate;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use generate::{Form, Tongue, file, story};
use selon::analyse::analysis;
use selon::article::Article;
use selon::check::article::{Languages, Readied, Settings, checked, readied};
use selon::language::{Code, Language};
use selon::outcome::{Became, Outcome};
use selon::report::{Format, report};

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

fn text(tongue: Tongue, form: Form) -> String {
    file(&story(tongue, 1, PARAGRAPHS), form)
}

fn settings(tongue: Tongue) -> Settings {
    Settings { language: Some(code(tongue)), languages: Languages::default() }
}

fn article(tongue: Tongue, settings: &Settings) -> (Article, &Language) {
    match readied(text(tongue, Form::Text).into_bytes(), "story.txt", settings).pop() {
        Some(Readied::Ready(article, language)) => (article, language),
        _ => unreachable!("a generated article can be read"),
    }
}

#[divan::bench(args = Form::ALL)]
fn read(bencher: Bencher<'_, '_>, form: Form) {
    let text = text(Tongue::French, form);
    let name = format!("story.{}", form.ending());
    let settings = settings(Tongue::French);
    bencher
        .counter(BytesCount::of_str(&text))
        .with_inputs(|| text.clone().into_bytes())
        .bench_values(|bytes| readied(bytes, &name, &settings).len());
}

#[divan::bench(args = TONGUES)]
fn analyse(bencher: Bencher<'_, '_>, tongue: Tongue) {
    let settings = settings(tongue);
    let (article, language) = article(tongue, &settings);
    bencher.counter(BytesCount::of_str(article.text())).bench(|| analysis(black_box(&article), language));
}

#[divan::bench(args = TONGUES)]
fn check(bencher: Bencher<'_, '_>, tongue: Tongue) {
    let settings = settings(tongue);
    let (article, language) = article(tongue, &settings);
    bencher.counter(BytesCount::of_str(article.text())).bench(|| checked(black_box(&article), language));
}

#[divan::bench(args = Format::ALL)]
fn write(bencher: Bencher<'_, '_>, format: Format) {
    let settings = settings(Tongue::French);
    let (article, language) = article(Tongue::French, &settings);
    let became = Became::Checked(checked(&article, language));
    let outcome = Outcome { path: "desk/story.txt".into(), item: None, became };
    let report = report(format);
    bencher.bench(|| report.piece(black_box(&outcome)));
}

#[divan::bench(args = TONGUES)]
fn start(bencher: Bencher<'_, '_>, tongue: Tongue) {
    bencher.bench(|| Language::shipped(black_box(code(tongue))));
}
