//! What `selon sources` tells people: who is quoted how much, who says what, what is said by nobody.

use super::counted;
use super::sources::kind;
use super::visible::shown;
use crate::analysis::{Analysis, Attribution, AttributionKind, QuotationKind, Reading};
use crate::article::Article;
use crate::language::Code;
use crate::span::Span;

/// How many characters of somebody's words are shown.
const LONGEST: usize = 56;

/// What was understood of one article, in lines.
pub fn text(path: &str, language: Code, article: &Article, analysis: &Analysis) -> String {
    let number = article.item().map(|item| format!(" (article {})", item.number)).unwrap_or_default();
    let mut text = format!("{}{number}, {}\n", shown(path), language.tag());
    part(&mut text, "Who is quoted", &heard(analysis));
    part(&mut text, "Who says what", &said(article, analysis));
    part(&mut text, "Quotations without a speaker", &unspoken(article, analysis));
    part(&mut text, "Conditionals", &hedged(article, analysis));
    text.push('\n');
    text
}

fn part(text: &mut String, title: &str, lines: &[String]) {
    if !lines.is_empty() {
        text.push_str(&format!("  {title}\n"));
        for line in lines {
            text.push_str(&format!("    {line}\n"));
        }
    }
}

fn heard(analysis: &Analysis) -> Vec<String> {
    let line = |source: &crate::analysis::Source| {
        let times = counted(source.mentions.len(), "time", "times");
        let quoted = counted(source.quoted_characters, "character quoted", "characters quoted");
        format!("{} ({}): {times}, {quoted}", shown(&source.name), kind(source.kind))
    };
    analysis.sources.iter().map(line).collect()
}

fn said(article: &Article, analysis: &Analysis) -> Vec<String> {
    let line = |attribution: &Attribution| {
        let kind = match attribution.kind {
            AttributionKind::Direct => "direct",
            AttributionKind::Indirect => "indirect",
            AttributionKind::Mixed => "mixed",
            AttributionKind::AccordingTo => "according-to",
        };
        let who = attribution.speaker.as_deref();
        let who = who.or(attribution.source.map(|span| article.words(span))).unwrap_or("nobody named");
        let cue =
            attribution.cue.map(|span| format!(" [{}]", one_line(article.words(span)))).unwrap_or_default();
        let words: Vec<_> = attribution.content.iter().map(|&span| one_line(article.words(span))).collect();
        let first = attribution.content.first().copied().or(attribution.cue).unwrap_or_default();
        format!("{} {kind}, {}{cue}: {}", place(article, first), one_line(who), shortened(&words.join(" … ")))
    };
    analysis.attributions.iter().map(line).collect()
}

fn unspoken(article: &Article, analysis: &Analysis) -> Vec<String> {
    let alone = analysis
        .quotations
        .iter()
        .filter(|quotation| quotation.attribution.is_none() && quotation.kind != QuotationKind::Mention);
    alone
        .map(|quotation| {
            let words = shortened(&one_line(article.words(quotation.span)));
            format!("{} {words}", place(article, quotation.span))
        })
        .collect()
}

fn hedged(article: &Article, analysis: &Analysis) -> Vec<String> {
    let conditionals = analysis.conditionals.iter().map(|conditional| {
        let reading = match conditional.reading {
            Reading::Reported => "reported",
            Reading::Hypothetical => "hypothetical",
            Reading::FutureInPast => "future-in-past",
            Reading::Softened => "softened",
        };
        let whose = conditional.attribution.and_then(|index| analysis.attributions.get(index));
        let whose =
            whose.and_then(|one| one.speaker.as_deref().or(one.source.map(|span| article.words(span))));
        let whose = whose.map(|who| format!(", from {}", one_line(who))).unwrap_or_default();
        let words = one_line(article.words(conditional.span));
        format!("{} {words}: {reading}{whose}", place(article, conditional.span))
    });
    conditionals.collect()
}

/// "12:34"
fn place(article: &Article, span: Span) -> String {
    let (start, _) = article.positions(span);
    format!("{}:{}", start.line, start.column)
}

fn one_line(words: &str) -> String {
    shown(&words.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn shortened(words: &str) -> String {
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{} …", words[..end].trim_end()),
        None => words.to_owned(),
    }
}
