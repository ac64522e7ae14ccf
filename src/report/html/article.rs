//! The articles of the page, by trouble: each finding with its sentence, the words marked, what to do and why.

use maud::{Markup, html};

use super::{Story, View};
use crate::language::Code;
use crate::outcome::{Excerpt, Finding, folder_of};
use crate::report::earlier::Since;
use crate::report::visible::shown;

/// The articles in which something was found.
pub(super) fn articles(view: &View<'_>) -> Markup {
    html! {
        section #articles aria-labelledby="articles-title" {
            h2 #articles-title { (view.phrases.articles) }
            @for (index, story) in view.articles.iter().filter(|story| !story.checked.findings.is_empty()).enumerate() {
                (article(view, story, index))
            }
        }
    }
}

fn article(view: &View<'_>, story: &Story<'_>, index: usize) -> Markup {
    let phrases = view.phrases;
    let (id, title) = (format!("article-{}", index + 1), format!("title-{}", index + 1));
    let tally = story.tally();
    let counts =
        [(tally.errors, phrases.error), (tally.warnings, phrases.warning), (tally.advice, phrases.advice)];
    html! {
        article #(id) data-folder=(folder_of(story.path)) aria-labelledby=(title) {
            h3 #(title) {
                (shown(story.path))
                @if let Some(number) = story.number { " (" (number) ")" }
                " " a.anchor href={ "#" (id) } aria-label={ "# " (shown(story.path)) } { "#" }
            }
            p.counts {
                @for (index, (count, name)) in counts.into_iter().filter(|(count, _)| *count > 0).enumerate() {
                    @if index > 0 { ", " }
                    (phrases.counted(count, name))
                }
            }
            @for (index, finding) in story.checked.findings.iter().enumerate() {
                (found(view, story, finding, story.since.get(index).copied()))
            }
        }
    }
}

fn found(view: &View<'_>, story: &Story<'_>, finding: &Finding, since: Option<Since>) -> Markup {
    let phrases = view.phrases;
    let card = view.cards.get(&(finding.rule.as_str(), story.checked.language));
    let [line, column] = phrases.place;
    let state = match since {
        Some(Since::New) => "new",
        Some(Since::Still) => "still",
        None => "",
    };
    html! {
        div.finding data-rule=(finding.rule) data-severity=(finding.severity.name()) data-since=(state) {
            p.head {
                span.severity.(finding.severity.name()) { (phrases.name(finding.severity)) }
                @if since == Some(Since::New) { " " span.badge { (phrases.new[0]) } }
                " " code { (finding.rule) }
                " " span.place { (line) " " (finding.start.line) ", " (column) " " (finding.start.column) }
            }
            blockquote lang=(language(story)) { (marked(&finding.excerpt)) }
            p.message lang=(language(story)) { (finding.message) }
            @if let Some(help) = &finding.help {
                p.help { strong { (phrases.help) (phrases.colon) } span lang=(language(story)) { (help) } }
            }
            @for suggestion in &finding.suggestions {
                p.help { strong { (phrases.instead) (phrases.colon) } span lang=(language(story)) { (suggestion) } }
            }
            @if let Some(guideline) = card.and_then(|card| card.guideline.as_ref()) {
                p.principle { strong { (phrases.principle) (phrases.colon) } span lang=(language(story)) { (guideline) } }
            }
        }
    }
}

fn language(story: &Story<'_>) -> &'static str {
    match story.checked.language {
        Code::English => "en",
        Code::French => "fr",
    }
}

/// The sentence with the found words marked.
pub(super) fn marked(excerpt: &Excerpt) -> Markup {
    let Excerpt { text, words } = excerpt;
    html! {
        (shown(text[..words.start].trim_start())) mark { (shown(&text[words.clone()])) } (shown(text[words.end..].trim_end()))
    }
}
