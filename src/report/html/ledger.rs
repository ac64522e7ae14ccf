//! The foot of the page: who is quoted how much, what was accepted, what wasn't checked.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::View;
use super::article::marked;

/// How many sources are listed one by one.
const LISTED: usize = 40;

/// A source over all articles.
#[derive(Default)]
struct Heard {
    mentions: usize,
    articles: usize,
    quoted: usize,
}

/// Who is quoted how much.
pub(super) fn ledger(view: &View<'_>) -> Markup {
    let mut heard: BTreeMap<(&str, &'static str), Heard> = BTreeMap::new();
    for voice in view.articles.iter().flat_map(|story| &story.checked.voices) {
        let source = heard.entry((&voice.name, voice.kind)).or_default();
        source.mentions += voice.mentions;
        source.articles += 1;
        source.quoted += voice.quoted_characters;
    }
    let all: usize = heard.values().map(|source| source.quoted).sum();
    let mut heard: Vec<_> = heard.into_iter().collect();
    heard.sort_by_key(|(name, source)| (std::cmp::Reverse((source.quoted, source.mentions)), *name));
    if heard.is_empty() {
        return html! {};
    }
    let most = heard.first().map_or(0, |(_, source)| source.quoted).max(1);
    let phrases = view.phrases;
    html! {
        section aria-labelledby="ledger" {
            h2 #ledger { (phrases.ledger) }
            p { (phrases.ledger_note) }
            table.ledger {
                caption.unseen { (phrases.ledger) }
                thead {
                    tr {
                        th scope="col" { (phrases.source) }
                        th scope="col" { (phrases.kind) }
                        th.number scope="col" { (phrases.articles) }
                        th.number scope="col" { (phrases.mentions) }
                        th.number scope="col" { (phrases.quoted) }
                        th scope="col" { (phrases.share) }
                    }
                }
                tbody {
                    @for ((name, kind), source) in heard.iter().take(LISTED) {
                        tr {
                            th scope="row" { (name) }
                            td { (phrases.source_kind(kind)) }
                            td.number { (phrases.number(source.articles)) }
                            td.number { (phrases.number(source.mentions)) }
                            td.number { (phrases.number(source.quoted)) }
                            td.bar { (bar(source.quoted, most)) (percent(source.quoted, all)) }
                        }
                    }
                }
            }
            @if heard.len() > LISTED {
                p { "+ " (phrases.number(heard.len() - LISTED)) " " (phrases.others) }
            }
        }
    }
}

/// A bar as long as `part` of `most`.
fn bar(part: usize, most: usize) -> Markup {
    let width = part * 100 / most;
    html! {
        svg width="100" height="10" viewBox="0 0 100 10" aria-hidden="true" focusable="false" {
            rect width=(width) height="10" rx="2" {}
        }
    }
}

fn percent(part: usize, all: usize) -> Markup {
    html! { " " (part * 100 / all.max(1)) "\u{202f}%" }
}

/// What was accepted, and why.
pub(super) fn accepted(view: &View<'_>) -> Markup {
    let phrases = view.phrases;
    let accepted: Vec<_> = view
        .articles
        .iter()
        .flat_map(|story| story.accepted().iter().map(|accepted| (story.path, accepted)))
        .collect();
    if accepted.is_empty() {
        return html! {};
    }
    html! {
        section aria-labelledby="accepted" {
            h2 #accepted { (phrases.accepted_title) }
            table {
                caption.unseen { (phrases.accepted_title) }
                thead {
                    tr {
                        th scope="col" { (phrases.file) }
                        th scope="col" { (phrases.rule) }
                        th scope="col" { (phrases.sentence) }
                        th scope="col" { (phrases.reason) }
                    }
                }
                tbody {
                    @for (path, one) in accepted {
                        tr {
                            th scope="row" { (path) }
                            td { (one.finding.rule) }
                            td { (marked(&one.finding.excerpt)) }
                            td { (one.reason) }
                        }
                    }
                }
            }
        }
    }
}

/// What couldn't be read, and what was left out.
pub(super) fn left_out(view: &View<'_>) -> Markup {
    let (phrases, summary) = (view.phrases, view.summary);
    if summary.failed.is_empty() && summary.skipped.is_empty() {
        return html! {};
    }
    html! {
        section aria-labelledby="left-out" {
            h2 #left-out { (phrases.left_out) }
            ul {
                @for (path, message) in &summary.failed {
                    li { strong { (path) } " (" (phrases.unreadable[0]) ")" (phrases.colon) (message) }
                }
                @for (path, reason) in &summary.skipped {
                    li { strong { (path) } " (" (phrases.skipped[0]) ")" (phrases.colon) (reason) }
                }
            }
        }
    }
}
