//! How fast each step is, by language and format: `cargo bench --bench steps`. Nothing is asserted.

#[path = "generate.rs"]
#[allow(dead_code, unreachable_pub, reason = "each bench uses its part of it")]
mod generate;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use generate::{Tongue, story};
use selon::analyse::analysis;
use selon::article::{Article, Builder, Role};
use selon::language::{Code, Language};
use selon::place::{Source, Width};

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

#[divan::bench(args = TONGUES)]
fn analyse(bencher: Bencher<'_, '_>, tongue: Tongue) {
    let language = Language::shipped(code(tongue));
    let article = article(tongue);
    bencher.counter(BytesCount::of_str(article.text())).bench(|| analysis(black_box(&article), &language));
}

#[divan::bench(args = TONGUES)]
fn start(bencher: Bencher<'_, '_>, tongue: Tongue) {
    bencher.bench(|| Language::shipped(black_box(code(tongue))));
}
