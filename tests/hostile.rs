//! Any bytes under any file name: no panic, and every span of what is understood spells whole characters.

use std::path::Path;
use std::sync::Arc;

use proptest::prelude::*;
use selon::analyse::{analysis, folded_words};
use selon::analysis::Analysis;
use selon::article::Article;
use selon::diagnostic::Severity;
use selon::language::{Code, Language};
use selon::lint::diagnostics;
use selon::read::{Asked, articles};
use selon::rule::shipped::{self, Examples};
use selon::rule::{Rule, RuleSet};
use selon::span::Span;

const ENDINGS: [&str; 12] =
    ["txt", "md", "html", "xml", "json", "jsonl", "csv", "docx", "odt", "eml", "rss", "strange"];

/// Pieces that steps trip over: marks without pair, titles, joints, controls, half of a mark-up.
const PIECES: &[&str] = &[
    "«",
    "»",
    "“",
    "”",
    "\"",
    "'",
    "’",
    "‘",
    "``",
    "''",
    "<<",
    ">>",
    "(",
    ")",
    "[",
    "]",
    "—",
    "-",
    ".",
    "...",
    "!",
    "?",
    ",",
    ";",
    ":",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "\t",
    " ",
    "\u{a0}",
    "\u{202f}",
    "\u{ad}",
    "\u{200b}",
    "\u{202e}",
    "\u{feff}",
    "\u{0}",
    "\u{1b}[31m",
    "\u{301}",
    "é",
    "ß",
    "İ",
    "ﬁ",
    "日本",
    "👩‍👩‍👧",
    "M.",
    "Mme",
    "Dr.",
    "J. K.",
    "U.S.",
    "l'",
    "qu'",
    "-t-il",
    "-le",
    "'s",
    "selon",
    "according to",
    "said",
    "a déclaré",
    "aurait",
    "serait parti",
    "Ruiz",
    "Ana Ruiz",
    "OTAN",
    "la préfecture",
    "des sources",
    "if",
    "si",
    "12",
    "1,5",
    "62 %",
    "$4",
    "il",
    "she",
    "Par Inès Caron",
    "# ",
    "> ",
    "- ",
    "* ",
    "```",
    "---",
    "<p>",
    "</p>",
    "<b",
    "&eacute;",
    "&#0;",
    "&",
    "<!--",
    "-->",
    "<![CDATA[",
    "{",
    "}",
    "[{",
    "\\u00",
    "\\ud83d",
    "\"text\":",
    "title: ",
    "From: a@b",
    "<!-- selon: accept x, y -->",
];

/// As many cases as `PROPTEST_CASES` says; what fails is written here by hand, not kept in a file.
fn cases() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }
}

fn languages() -> [(Language, RuleSet); 2] {
    Code::ALL.map(|code| {
        let language = Language::shipped(code);
        let rules = shipped::rules(code, Examples::Without);
        let rules = rules.into_iter().map(|rule| (Arc::new(rule), Severity::Warning)).collect();
        let set = RuleSet::new(rules, &language, &|text| folded_words(text, &language));
        (language, set)
    })
}

/// Reads, analyses and lints `bytes` as a file of that ending, and looks at every span.
fn looked_at(bytes: &[u8], ending: &str, languages: &[(Language, RuleSet)]) {
    let Ok(articles) = articles(Path::new(&format!("story.{ending}")), bytes, Asked::default()) else {
        return;
    };
    for article in &articles {
        for (language, rules) in languages {
            let analysis = analysis(article, language);
            let found = diagnostics(article, &analysis, rules);
            let found = found.iter().map(|diagnostic| diagnostic.span);
            for span in spans(article, &analysis).into_iter().chain(found) {
                assert!(article.text().get(span.range()).is_some(), "{span:?} of {:?}", article.text());
                let place = article.place(span);
                assert!(place.start <= place.end, "{place:?}");
                let (start, end) = article.positions(span);
                assert!((start.line, start.column) <= (end.line, end.column), "{start:?} {end:?}");
            }
        }
    }
}

fn spans(article: &Article, analysis: &Analysis) -> Vec<Span> {
    let mut spans: Vec<Span> = article.blocks().iter().map(|block| block.span).collect();
    spans.extend(article.links().iter().map(|link| link.span));
    spans.extend(analysis.words.list().iter().map(|word| word.span));
    spans.extend(analysis.sentences.iter().map(|sentence| sentence.span));
    spans.extend(analysis.quotations.iter().flat_map(|quotation| [quotation.span, quotation.inner]));
    spans.extend(analysis.lone_marks.iter().map(|mark| mark.span));
    for attribution in &analysis.attributions {
        spans.extend(attribution.content.iter().chain(&attribution.cue).chain(&attribution.source));
        assert!(attribution.sentence < analysis.sentences.len());
    }
    for conditional in &analysis.conditionals {
        spans.push(conditional.span);
        assert!(conditional.attribution.is_none_or(|index| index < analysis.attributions.len()));
    }
    for quotation in &analysis.quotations {
        assert!(quotation.attribution.is_none_or(|index| index < analysis.attributions.len()));
    }
    spans.extend(analysis.figures.iter().map(|figure| figure.span));
    spans.extend(&analysis.names);
    spans.extend(&analysis.negated);
    spans.extend(analysis.sources.iter().flat_map(|source| &source.mentions));
    spans
}

/// What went wrong once.
#[test]
fn texts_that_were_too_much_once_are_read() {
    let languages = languages();
    for text in [".aurait", "a\u{37e}b", "a-le-le-le-le-le-le", "« oui\n\n« non\n\n» "] {
        ENDINGS.iter().for_each(|ending| looked_at(text.as_bytes(), ending, &languages));
    }
}

#[test]
fn any_bytes_are_read_without_panic() {
    let languages = languages();
    proptest!(cases(), |(bytes: Vec<u8>, ending in prop::sample::select(&ENDINGS[..]))| {
        looked_at(&bytes, ending, &languages);
    });
}

#[test]
fn any_text_is_read_without_panic() {
    let languages = languages();
    let texts = prop::collection::vec(prop::sample::select(PIECES), 0..60);
    let spaces = prop::sample::select(&["", " "][..]);
    proptest!(cases(), |(pieces in texts, space in spaces, ending in prop::sample::select(&ENDINGS[..]))| {
            looked_at(pieces.join(space).as_bytes(), ending, &languages);
        }
    );
}

#[test]
fn characters_in_any_order_are_read_without_panic() {
    let languages = languages();
    proptest!(cases(), |(text in "\\PC{0,80}", ending in prop::sample::select(&ENDINGS[..]))| {
        looked_at(text.as_bytes(), ending, &languages);
    });
}

/// Pieces of rule and settings files.
const TOML: &[&str] = &[
    "[find]",
    "[unless]",
    "[say]",
    "[[example]]",
    "[words]",
    "[severity]",
    "[[folder]]",
    "\n",
    " = ",
    "\"",
    "[",
    "]",
    "{",
    "}",
    ",",
    "severity",
    "\"error\"",
    "summary",
    "message",
    "help",
    "terms",
    "pattern",
    "(",
    "((",
    "a{9999}",
    "\\p{L}",
    "quotation",
    "conditional",
    "[\"reported\"]",
    "attributed",
    "\"sentence\"",
    "extends",
    "language",
    "\"fr\"",
    "1",
    "true",
    "'",
    "\"\"\"",
    "#",
    "é",
    "\u{0}",
    "text",
    "finds",
    "path",
    "\"**\"",
    ".",
    "_",
    "(a|b)",
    "...",
];

#[test]
fn any_rule_or_settings_file_is_read_without_panic() {
    let texts = prop::collection::vec(prop::sample::select(TOML), 0..40);
    proptest!(cases(), |(pieces in texts, space in prop::sample::select(&["", " ", "\n"][..]))| {
        let text = pieces.join(space);
        if let Err(slips) = Rule::new(Path::new("fr/a-rule.toml"), &text, Some(Code::French)) {
            prop_assert!(slips.reports().count() > 0);
        }
        let (_, slips) = selon::rule::written::read::<selon::publication::file::PublicationFile>(&text);
        prop_assert!(slips.len() <= 60);
        let (_, slips) = selon::rule::written::read::<selon::publication::accepted::AcceptedFile>(&text);
        prop_assert!(slips.len() <= 60);
    });
}
