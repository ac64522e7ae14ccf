//! Cases that other tools got wrong, each an article and all that the rules find in it.

use selon::analyse;
use selon::article::{Article, Builder, Role};
use selon::language::{Code, Language};
use selon::lint;
use selon::place::{Source, Width};
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

fn found(code: Code, text: &str, wanted: &[(&str, &str)]) {
    let found = findings(code, text);
    let found: Vec<(&str, &str)> =
        found.iter().map(|(rule, words)| (rule.as_str(), words.as_str())).collect();
    assert_eq!(found, wanted, "{text}");
}

#[test]
fn nested_straight_quotes_are_no_error() {
    found(Code::English, "\"Press \"Stop\" twice,\" the pilot said.", &[]);
}

#[test]
fn a_third_quotation_on_a_line_is_closed() {
    let text =
        "It was \"late.\" Then \"early\" again. The rest: \"Never on time, and never with an excuse.\"";
    let found = findings(Code::English, text);
    assert!(found.iter().all(|(rule, _)| rule != "unclosed-quotation"), "{found:?}");
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
    let found = findings(Code::French, "Aujourd’hui, l’État n’a rien dit. « C’est faux », dit Luc Roy.");
    // The speaker behind "faux », dit" isn't always seen yet; what the case is about is the marks.
    assert!(found.iter().all(|(rule, _)| rule != "unclosed-quotation"), "{found:?}");
}

#[test]
fn a_block_quotation_has_its_speaker_before_it() {
    found(Code::English, "The mayor told the council:\n\n> We will not pay.", &[]);
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
fn note_calls_between_marks_lose_no_speaker() {
    found(Code::French, "La ville[3],[4] s’étend. « Trop vite »[5], juge Ève Marin.", &[]);
}

#[test]
fn a_question_mark_inside_a_quotation_ends_no_sentence() {
    found(Code::English, "‘What’s the point, Jerry?’ asked Mr. Lowry.", &[]);
}

#[test]
fn where_a_conditional_meets_hearsay_the_conditional_speaks() {
    found(Code::French, "Il quitterait, dit-on, le parti.", &[("unattributed-conditional", "quitterait")]);
}
