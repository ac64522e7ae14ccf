//! What `selon sources` prints: what was understood of who says what, before any rule judges it.

use serde::Serialize;

use super::json::{Failed, Item, Skipped, Span, line};
use crate::analysis::{
    Analysis, Attribution, AttributionKind, Conditional, Quotation, QuotationKind, Reading, Source,
    SourceKind,
};
use crate::article::Article;
use crate::language::Code;
use crate::span;

/// What was understood of one article as a JSON object on one line.
pub fn json(path: &str, language: Code, article: &Article, analysis: &Analysis) -> String {
    let place = |span: span::Span| Span::from(article.place(span));
    line(&File {
        path,
        article: article.item().map(Item::from),
        language: language.tag(),
        quotations: analysis.quotations.iter().map(|quotation| quoted(quotation, &place)).collect(),
        attributions: analysis
            .attributions
            .iter()
            .map(|attribution| attributed(attribution, &place))
            .collect(),
        conditionals: analysis.conditionals.iter().map(|conditional| hedged(conditional, &place)).collect(),
        sources: analysis.sources.iter().map(|source| heard(source, &place)).collect(),
    })
}

/// The closing of the JSON object whose articles are in `files`: what was left out and what couldn't be read, each
/// with its path.
pub fn json_closing(skipped: &[(String, String)], failed: &[(String, String)]) -> String {
    let skipped: Vec<_> = skipped.iter().map(|(path, reason)| Skipped { path, reason }).collect();
    let failed: Vec<_> = failed.iter().map(|(path, message)| Failed { path, message }).collect();
    format!("\n], \"skipped\": {}, \"errors\": {}}}\n", line(&skipped), line(&failed))
}

/// An article that was left out, as a line of `jsonl`.
pub fn json_skipped(path: &str, reason: &str) -> String {
    line(&serde_json::json!({ "path": path, "skipped": reason }))
}

/// A file that couldn't be read, as a line of `jsonl`.
pub fn json_failed(path: &str, message: &str) -> String {
    line(&serde_json::json!({ "path": path, "error": message }))
}

#[derive(Serialize)]
struct File<'a> {
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<Item<'a>>,
    language: &'static str,
    quotations: Vec<Quoted>,
    attributions: Vec<Attributed<'a>>,
    conditionals: Vec<Hedged<'a>>,
    sources: Vec<Heard<'a>>,
}

#[derive(Serialize)]
struct Quoted {
    span: Span,
    kind: &'static str,
    attribution: Option<usize>,
}

fn quoted(quotation: &Quotation, place: &impl Fn(span::Span) -> Span) -> Quoted {
    let kind = match quotation.kind {
        QuotationKind::Direct => "direct",
        QuotationKind::Partial => "partial",
        QuotationKind::Mention => "mention",
    };
    Quoted { span: place(quotation.span), kind, attribution: quotation.attribution }
}

#[derive(Serialize)]
struct Attributed<'a> {
    kind: &'static str,
    content: Vec<Span>,
    cue: Option<Span>,
    source: Option<Span>,
    source_kind: Option<&'static str>,
    speaker: Option<&'a str>,
}

fn attributed<'a>(attribution: &'a Attribution, place: &impl Fn(span::Span) -> Span) -> Attributed<'a> {
    let kind = match attribution.kind {
        AttributionKind::Direct => "direct",
        AttributionKind::Indirect => "indirect",
        AttributionKind::Mixed => "mixed",
        AttributionKind::AccordingTo => "according-to",
    };
    Attributed {
        kind,
        content: attribution.content.iter().map(|&span| place(span)).collect(),
        cue: attribution.cue.map(place),
        source: attribution.source.map(place),
        source_kind: attribution.source_kind.map(class),
        speaker: attribution.speaker.as_deref(),
    }
}

#[derive(Serialize)]
struct Hedged<'a> {
    span: Span,
    verb: &'a str,
    reading: &'static str,
    attribution: Option<usize>,
}

fn hedged<'a>(conditional: &'a Conditional, place: &impl Fn(span::Span) -> Span) -> Hedged<'a> {
    let reading = match conditional.reading {
        Reading::Reported => "reported",
        Reading::Hypothetical => "hypothetical",
        Reading::FutureInPast => "future-in-past",
        Reading::Softened => "softened",
    };
    let attribution = conditional.attribution;
    Hedged { span: place(conditional.span), verb: &conditional.verb, reading, attribution }
}

#[derive(Serialize)]
struct Heard<'a> {
    name: &'a str,
    kind: &'static str,
    class: &'static str,
    mentions: Vec<Span>,
    quoted_characters: usize,
}

fn heard<'a>(source: &'a Source, place: &impl Fn(span::Span) -> Span) -> Heard<'a> {
    Heard {
        name: &source.name,
        kind: kind(source.kind),
        class: class(source.kind),
        mentions: source.mentions.iter().map(|&span| place(span)).collect(),
        quoted_characters: source.quoted_characters,
    }
}

/// The kind of a source in the six words that the contract of machine output knows.
pub fn kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Person => "person",
        SourceKind::Organisation => "organisation",
        SourceKind::Document => "document",
        SourceKind::Media => "media",
        SourceKind::Collective | SourceKind::Witnesses => "collective",
        SourceKind::Described | SourceKind::Anonymous => "anonymous",
    }
}

/// The kind of a source in the words of rule files.
fn class(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Person => "person",
        SourceKind::Organisation => "organisation",
        SourceKind::Document => "document",
        SourceKind::Media => "media",
        SourceKind::Collective => "collective",
        SourceKind::Witnesses => "witnesses",
        SourceKind::Described => "described",
        SourceKind::Anonymous => "anonymous",
    }
}
