//! Any bytes under any file name: no panic, and every span of what is understood spells whole characters.

use std::io::{Cursor, Read};
use std::path::Path;
use std::sync::Arc;

use proptest::prelude::*;
use selon::analyse::{analysis, folded_words};
use selon::analysis::Analysis;
use selon::article::Article;
use selon::diagnostic::Severity;
use selon::language::{Code, Language};
use selon::lint::diagnostics;
use selon::rule::shipped::{self, Examples};
use selon::rule::{Rule, RuleSet};
use selon::span::Span;

/// What holds of everything that is read: the fuzz targets assert the same.
#[path = "fuzz/src/lib.rs"]
#[allow(unreachable_pub, reason = "the fuzz targets' library")]
mod property;

const ENDINGS: [&str; 13] =
    ["txt", "md", "mdx", "html", "xml", "json", "docx", "odt", "aml", "srt", "vtt", "rss", "strange"];

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
    for article in &property::read(&format!("story.{ending}"), bytes) {
        for (language, rules) in languages {
            let analysis = analysis(article, language);
            let found = diagnostics(article, &analysis, rules);
            let found = found.iter().map(|diagnostic| diagnostic.span);
            for span in spans(article, &analysis).into_iter().chain(found) {
                property::spelled(article, span, bytes);
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
    let texts = [
        "\u{feff}\u{feff}<rss>«",
        ".aurait",
        "a\u{37e}b",
        "a-le-le-le-le-le-le",
        "« oui\n\n« non\n\n» ",
        "<a href=/>\n<a href=/>>",
        "<p>Il part <a href=/x>avec <a href=/y>Ana Ruiz </p>",
        "-\0-\0\"\u{9d}\0",
        "―\0\u{1}\0\u{1}\0",
        "― He said no ― said",
        "---\ntitle: \"L\u{2019}\u{e9}t\u{e9}\u{9d}\n---\n\nIl part.",
        &format!("The pier {} said so.", "— ".repeat(40)),
        &format!("The pier {}, he said.", ", (a)".repeat(40)),
        &format!("The pier {}, she said.", ", [a - b]".repeat(40)),
    ];
    for text in texts {
        ENDINGS.iter().for_each(|ending| looked_at(text.as_bytes(), ending, &languages));
    }
}

/// Much of one thing, in every format.
#[test]
fn heaps_and_depths_are_read() {
    let languages = languages();
    let heaps = [
        "« ".repeat(3_000),
        "\"".repeat(3_000),
        "“‘(".repeat(2_000),
        "<div>".repeat(3_000) + "Il part.",
        "<nitf><body>".to_owned() + &"<p>".repeat(3_000),
        "> ".repeat(3_000) + "Il part.",
        "- ".repeat(2_000) + "Il part.",
        "[".repeat(3_000),
        "{\"headline\": ".repeat(3_000),
        "{% a %}".repeat(3_000),
        "&amp;".repeat(3_000),
        "e\u{301}".repeat(3_000),
        "\u{202e}\u{1b}".repeat(3_000),
        "aurait".repeat(3_000),
    ];
    for text in &heaps {
        for ending in ["txt", "md", "html", "xml", "json", "srt"] {
            looked_at(text.as_bytes(), ending, &languages);
        }
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

/// Beginnings that make a text one of the formats that are known by what is in them.
const STARTS: &[&str] = &[
    "",
    "\u{feff}",
    "\u{1}lpm1 4 i 2 lpm 3\r\n\u{2}",
    "\u{16}\u{16}\u{1}W1\r\n\u{2}^",
    "<!doctype html>",
    "<script type=\"application/ld+json\">{\"@type\": \"Article\", \"articleBody\": \"",
    "<nitf><body><abstract>",
    "<newsItem><contentSet>",
    "<NewsML><NewsItem>",
    "<rss><item><content:encoded>",
    "<feed><entry>",
    "{\"headline\": \"a\", \"body_html\": \"",
    "WEBVTT\n\n00:01.000 --> 00:02.000\n",
    "1\n00:00:01,000 --> 00:00:02,000\n",
    "---\ntitle: \"",
    "headline: a\n[body]\n",
];

/// How a text may be written.
#[derive(Clone, Copy, Debug)]
enum Written {
    Utf8,
    Utf16([u8; 2], fn(u16) -> [u8; 2]),
    /// One byte a character; what has none is a question mark.
    Single,
}

impl Written {
    fn bytes(self, text: &str) -> Vec<u8> {
        match self {
            Self::Utf8 => text.as_bytes().to_vec(),
            Self::Utf16(mark, order) => mark.into_iter().chain(text.encode_utf16().flat_map(order)).collect(),
            Self::Single => text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect(),
        }
    }
}

const WRITTEN: [Written; 4] = [
    Written::Utf8,
    Written::Utf16([0xff, 0xfe], u16::to_le_bytes),
    Written::Utf16([0xfe, 0xff], u16::to_be_bytes),
    Written::Single,
];

#[test]
fn every_format_in_every_encoding_keeps_its_places() {
    let texts = prop::collection::vec(prop::sample::select(PIECES), 0..40);
    let starts = prop::sample::select(STARTS);
    let endings = prop::sample::select(&ENDINGS[..]);
    let written = prop::sample::select(&WRITTEN[..]);
    proptest!(cases(), |(start in starts, pieces in texts, ending in endings, written in written)| {
        property::read(&format!("story.{ending}"), &written.bytes(&format!("{start}{}", pieces.concat())));
    });
}

/// A document of a word processor with its members.
fn members(ending: &str) -> Vec<(String, Vec<u8>)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/formats/fr.libreoffice.{ending}"));
    let bytes = std::fs::read(path).expect("a document");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut members = Vec::new();
    for index in 0..archive.len() {
        let mut member = archive.by_index(index).expect("a member");
        let mut content = Vec::new();
        member.read_to_end(&mut content).expect("its content");
        members.push((member.name().expect("a name").to_string(), content));
    }
    members
}

fn packed(members: &[(String, Vec<u8>)]) -> Vec<u8> {
    let members: Vec<_> = members.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
    property::package(&members)
}

#[test]
fn documents_with_damaged_members_are_read_or_refused() {
    for ending in ["docx", "odt"] {
        let whole = members(ending);
        assert_eq!(property::read(&format!("a.{ending}"), &packed(&whole)).len(), 1, "{ending}");
        let which = any::<prop::sample::Index>();
        let places =
            prop::collection::vec((any::<prop::sample::Index>(), prop::sample::select(PIECES)), 1..6);
        proptest!(cases(), |(which in which, places in places, cut in any::<Option<prop::sample::Index>>())| {
            let mut members = whole.clone();
            let index = which.index(members.len());
            let content = &mut members[index].1;
            for (place, piece) in &places {
                let at = place.index(content.len() + 1);
                content.splice(at..(at + piece.len()).min(content.len()), piece.bytes());
            }
            if let Some(cut) = cut {
                content.truncate(cut.index(content.len() + 1));
            }
            property::read(&format!("a.{ending}"), &packed(&members));
        });
    }
}

#[test]
fn damaged_archives_are_read_or_refused() {
    for ending in ["docx", "odt"] {
        let whole = packed(&members(ending));
        let places = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8);
        proptest!(cases(), |(places in places)| {
            let mut bytes = whole.clone();
            for (place, byte) in &places {
                // What bounds the members stands at the ends: half of the damage goes there.
                let at = place.index(bytes.len());
                bytes[at] = *byte;
                let end = bytes.len() - 1 - at % 200;
                bytes[end] = byte.rotate_left(3);
            }
            property::read(&format!("a.{ending}"), &bytes);
        });
    }
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
