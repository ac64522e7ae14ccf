//! What each language understands: the texts of its `examples.toml`, and what should be made of them.
//!
//! An example gives a text and any of: `conditionals`, all of them in order, each as words, reading, and, where somebody
//! is given as saying it, the words of the source (`""` for nobody); `quotations`, all of them in order, each as its first
//! words, kind, and speaker (`""` for nobody); `attributions`, some of them, each as source, cue, speaker (`""`: not
//! asked, or none) and, where asked, all that is said, its pieces joined by " … ". `point` names the difficulty. Blank lines part paragraphs; `headline` stands above.

use std::path::Path;

use libtest_mimic::{Arguments, Failed, Trial};
use selon::analyse::analysis;
use selon::analysis::{Analysis, QuotationKind, Reading};
use selon::article::{Article, Builder, Role};
use selon::language::{Code, Language};
use selon::place::{Source, Width};
use selon::span::Span;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Examples {
    example: Vec<Example>,
}

#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
struct Example {
    #[serde(default)]
    point: String,
    #[serde(default)]
    headline: String,
    text: String,
    conditionals: Option<Vec<Vec<String>>>,
    quotations: Option<Vec<Vec<String>>>,
    #[serde(default)]
    attributions: Vec<Vec<String>>,
}

fn main() {
    let arguments = Arguments::from_args();
    let trials = Code::ALL.into_iter().flat_map(trials).collect();
    libtest_mimic::run(&arguments, trials).exit();
}

fn trials(code: Code) -> Vec<Trial> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/language").join(code.tag());
    let Ok(text) = std::fs::read_to_string(folder.join("examples.toml")) else { return Vec::new() };
    let examples: Examples = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", code.tag()));
    let trial = |example: Example| {
        let start: String = example.text.chars().take(60).collect();
        Trial::test(format!("{} {}: {start}", code.tag(), example.point), move || check(&example, code))
    };
    examples.example.into_iter().map(trial).collect()
}

fn check(example: &Example, code: Code) -> Result<(), Failed> {
    let article = article(example);
    let analysis = analysis(&article, &Language::shipped(code));
    let mut wrong = Vec::new();
    if let Some(wanted) = &example.conditionals {
        let made: Vec<Vec<String>> = conditionals(&article, &analysis);
        compare("conditionals", wanted, &made, &mut wrong);
    }
    if let Some(wanted) = &example.quotations {
        compare("quotations", wanted, &quotations(&article, &analysis), &mut wrong);
    }
    let made = attributions(&article, &analysis);
    for wanted in &example.attributions {
        let holds = |one: &Vec<String>| {
            one.iter().zip(wanted).all(|(made, wanted)| wanted.is_empty() || made == wanted)
        };
        if !made.iter().any(holds) {
            wrong.push(format!("no attribution {wanted:?} among {made:?}"));
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n").into()) }
}

/// What was made must be what is wanted, one by one; where fewer columns are wanted, only these.
fn compare(what: &str, wanted: &[Vec<String>], made: &[Vec<String>], wrong: &mut Vec<String>) {
    let holds = wanted.len() == made.len()
        && wanted.iter().zip(made).all(|(wanted, made)| {
            wanted.iter().zip(made).enumerate().all(|(column, (wanted, made))| {
                if what == "quotations" && column == 0 {
                    made.contains(wanted.as_str())
                } else {
                    made == wanted
                }
            })
        });
    if !holds {
        wrong.push(format!("{what}: wanted {wanted:?}, made {made:?}"));
    }
}

fn article(example: &Example) -> Article {
    let headline = (!example.headline.is_empty()).then_some((Role::Headline, example.headline.as_str()));
    let paragraphs = example.text.trim().split("\n\n").map(|paragraph| (Role::Paragraph, paragraph));
    let mut text = String::new();
    let mut blocks = Vec::new();
    for (role, block) in headline.into_iter().chain(paragraphs) {
        blocks.push((role, text.len(), text.len() + block.len()));
        text.push_str(block);
        text.push_str("\n\n");
    }
    let mut builder = Builder::new(Source::new(text, 0, Width::Utf8));
    for (role, start, end) in blocks {
        builder.open(role);
        builder.verbatim(start, end);
    }
    builder.finish()
}

fn conditionals(article: &Article, analysis: &Analysis) -> Vec<Vec<String>> {
    let row = |conditional: &selon::analysis::Conditional| {
        let reading = match conditional.reading {
            Reading::Reported => "reported",
            Reading::Hypothetical => "hypothetical",
            Reading::FutureInPast => "future-in-past",
            Reading::Softened => "softened",
        };
        let source = conditional.attribution.and_then(|index| analysis.attributions[index].source);
        vec![words(article, Some(conditional.span)), reading.into(), words(article, source)]
    };
    analysis.conditionals.iter().map(row).collect()
}

fn quotations(article: &Article, analysis: &Analysis) -> Vec<Vec<String>> {
    let row = |quotation: &selon::analysis::Quotation| {
        let kind = match quotation.kind {
            QuotationKind::Direct => "direct",
            QuotationKind::Partial => "partial",
            QuotationKind::Mention => "mention",
        };
        let speaker = quotation.attribution.and_then(|index| analysis.attributions[index].speaker.clone());
        vec![words(article, Some(quotation.span)), kind.into(), speaker.unwrap_or_default()]
    };
    analysis.quotations.iter().map(row).collect()
}

fn attributions(article: &Article, analysis: &Analysis) -> Vec<Vec<String>> {
    let row = |attribution: &selon::analysis::Attribution| {
        let speaker = attribution.speaker.clone().unwrap_or_default();
        let said: Vec<_> = attribution.content.iter().map(|span| article.words(*span)).collect();
        vec![words(article, attribution.source), words(article, attribution.cue), speaker, said.join(" … ")]
    };
    analysis.attributions.iter().map(row).collect()
}

fn words(article: &Article, span: Option<Span>) -> String {
    span.map_or_else(String::new, |span| article.words(span).to_owned())
}
