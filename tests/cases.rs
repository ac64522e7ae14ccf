//! Cases that other tools got wrong, each an article and all that the rules find in it.

use std::path::Path;

use selon::analyse;
use selon::article::{Article, Builder, Role};
use selon::language::{Code, Language};
use selon::lint;
use selon::place::{Source, Width};
use selon::read::{self, Asked, Unknown};
use selon::rule::RuleSet;
use selon::rule::rule::Default;
use selon::rule::shipped::{self, Examples};

/// An article of the blocks of `text`, "> …" a block quotation.
fn article(text: &str) -> Article {
    let mut builder = Builder::new(Source::new(text.to_owned(), 0, Width::Utf8));
    let mut at = 0;
    for block in text.split("\n\n") {
        let marked = block.starts_with("> ");
        builder.open(if marked { Role::BlockQuote } else { Role::Paragraph });
        builder.verbatim(at + if marked { 2 } else { 0 }, at + block.len());
        at += block.len() + 2;
    }
    builder.finish()
}

/// What the default rules find: rule and words.
fn findings(code: Code, text: &str) -> Vec<(String, String)> {
    let language = Language::shipped(code);
    let article = article(text);
    let analysis = analyse::analysis(&article, &language);
    let cut = |text: &str| analyse::folded_words(text, &language);
    let rules =
        shipped::rules(code, Examples::Without).into_iter().filter(|rule| rule.default == Default::On);
    let rules = rules.map(|rule| (std::sync::Arc::new(rule.clone()), rule.severity)).collect();
    lint::diagnostics(&article, &analysis, &RuleSet::new(rules, &language, &cut))
        .into_iter()
        .map(|diagnostic| (diagnostic.rule, article.words(diagnostic.span).to_owned()))
        .collect()
}

/// For each quotation its speaker.
fn speakers(code: Code, text: &str) -> Vec<Option<String>> {
    let analysis = analyse::analysis(&article(text), &Language::shipped(code));
    let speaker = |said: usize| analysis.attributions[said].speaker.clone();
    analysis.quotations.iter().map(|quotation| quotation.attribution.and_then(speaker)).collect()
}

fn found(code: Code, text: &str, wanted: &[(&str, &str)]) {
    let found = findings(code, text);
    let found: Vec<(&str, &str)> =
        found.iter().map(|(rule, words)| (rule.as_str(), words.as_str())).collect();
    assert_eq!(found, wanted, "{text}");
}

#[test]
fn nested_straight_quotes_are_no_error() {
    let text = "\"Press \"Stop\" twice,\" the pilot said.";
    found(Code::English, text, &[]);
    assert_eq!(speakers(Code::English, text)[0].as_deref(), Some("the pilot"));
}

#[test]
fn a_third_quotation_on_a_line_is_closed() {
    let text = "It was \"late.\" Then \"early\" again. The rest: \"Never on time.\"";
    found(Code::English, text, &[]);
    assert_eq!(speakers(Code::English, text), [None, None, None]);
}

#[test]
fn experts_are_found_and_adverbs_left_alone() {
    found(Code::English, "Experts say the clearly marked path is deadly.", &[("nameless-source", "Experts")]);
}

#[test]
fn an_apostrophe_at_the_start_opens_nothing() {
    let text = "‘Tis the season. The mill is reportedly shut, its doors’ locks changed.";
    found(Code::English, text, &[("hearsay-without-source", "reportedly")]);
}

#[test]
fn apostrophes_in_words_close_nothing() {
    let text = "Aujourd’hui, l’État n’a rien dit. « C’est faux », dit Luc Roy.";
    found(Code::French, text, &[]);
    assert_eq!(speakers(Code::French, text), [Some("Luc Roy".to_owned())]);
}

#[test]
fn a_block_quotation_has_its_speaker_before_it() {
    found(Code::English, "The mayor told the council:\n\n> We will not pay.", &[]);
    let analysis = analyse::analysis(
        &article("The mayor told the council:\n\n> We will not pay."),
        &Language::shipped(Code::English),
    );
    assert_eq!(analysis.attributions.first().and_then(|said| said.speaker.as_deref()), Some("The mayor"));
}

#[test]
fn columns_count_characters_and_places_count_bytes() {
    let text = "Été à Évreux : il aurait fui.";
    let article = article(text);
    let at = text.find("aurait").expect("there");
    let span = selon::span::Span::new(text, at, at + 6).expect("whole characters");
    assert_eq!(article.positions(span).0.column, 19);
    assert_eq!(article.place(span).start, at);
    found(Code::French, text, &[("unattributed-conditional", "aurait fui")]);
}

#[test]
fn lines_count_from_the_front_matter_on() {
    let text = "---\ntitle: x\n---\n\nIl aurait fui.\n";
    let asked = Asked { encoding: None, unknown: Unknown::NoArticle };
    let articles = read::articles(Path::new("fuite.md"), text.as_bytes(), asked).expect("Markdown");
    let at = articles[0].text().find("aurait fui").expect("it is read");
    let span = selon::span::Span::new(articles[0].text(), at, at + 10).expect("whole characters");
    assert_eq!((articles[0].positions(span).0.line, articles[0].positions(span).0.column), (5, 4));
}

#[test]
fn note_calls_between_marks_lose_no_speaker() {
    let text = "La ville[3],[4] s’étend. « Trop vite »[5], juge Ève Marin.";
    found(Code::French, text, &[]);
    assert_eq!(speakers(Code::French, text), [Some("Ève Marin".to_owned())]);
}

#[test]
fn a_question_mark_inside_a_quotation_ends_no_sentence() {
    let text = "‘What’s the point, Jerry?’ asked Mr. Lowry.";
    found(Code::English, text, &[]);
    let analysis = analyse::analysis(&article(text), &Language::shipped(Code::English));
    assert_eq!((analysis.sentences.len(), analysis.quotations.len()), (1, 1));
    assert!(speakers(Code::English, text)[0].as_deref().is_some_and(|speaker| speaker.ends_with("Lowry")));
}

#[test]
fn where_a_conditional_meets_hearsay_the_conditional_speaks() {
    found(Code::French, "Il quitterait, dit-on, le parti.", &[("unattributed-conditional", "quitterait")]);
}
