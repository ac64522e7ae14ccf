//! Which part of a page is its article, by its elements and by where most of the text stands.

use std::ops::Range;

use super::elements::Meaning;
use super::meaning;
use super::tape::{Event, Tag, Tape};

/// The events that are the article: the `article` with most text, else `main`, else an element that says it is the
/// body of the article, else the page. One that holds less than half of the page's paragraphs isn't it.
/// How many letters its paragraphs have comes with it.
pub(super) fn body(tape: &Tape) -> (Range<usize>, usize) {
    let whole = 0..tape.events.len();
    let candidates = candidates(tape);
    let all = candidates.iter().map(|candidate| candidate.letters).max().unwrap_or(0);
    let best = |wanted: Candidacy| {
        let fitting = candidates.iter().filter(|candidate| candidate.kind == wanted);
        fitting.max_by_key(|candidate| candidate.letters).filter(|best| best.letters * 2 > all && all > 0)
    };
    [Candidacy::Article, Candidacy::Main, Candidacy::Body]
        .into_iter()
        .find_map(best)
        .map_or((whole, all), |best| (best.events.clone(), best.letters))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Candidacy {
    Page,
    Article,
    Main,
    Body,
}

struct Candidate {
    kind: Candidacy,
    events: Range<usize>,
    /// Letters in its paragraphs.
    letters: usize,
}

/// The elements that may be the article, the page first.
fn candidates(tape: &Tape) -> Vec<Candidate> {
    let mut found = vec![Candidate { kind: Candidacy::Page, events: 0..tape.events.len(), letters: 0 }];
    // Names of open elements, and which candidate each is.
    let mut open: Vec<(&str, Option<usize>, bool)> = Vec::new();
    for (index, event) in tape.events.iter().enumerate() {
        match event {
            Event::Open(element) => {
                let tag = tape.tag(element);
                let candidate = candidacy(tag).map(|kind| {
                    found.push(Candidate { kind, events: index..tape.events.len(), letters: 0 });
                    found.len() - 1
                });
                let skipped = open.last().is_some_and(|&(_, _, skipped)| skipped)
                    || meaning::html(tag) == Meaning::Skipped;
                if open.len() < 200 {
                    open.push((tag.name(), candidate, skipped));
                }
            }
            Event::Close(name, _) => {
                let name = tape.name(name);
                if let Some(depth) = open.iter().rposition(|(open, _, _)| *open == name) {
                    for (_, candidate, _) in open.drain(depth..) {
                        if let Some(candidate) = candidate {
                            found[candidate].events.end = index + 1;
                        }
                    }
                }
            }
            Event::Text(range) => {
                if open.last().is_some_and(|&(_, _, skipped)| skipped) {
                    continue;
                }
                let letters = tape.text(range).trim().len();
                found[0].letters += letters;
                for candidate in open.iter().filter_map(|&(_, candidate, _)| candidate) {
                    found[candidate].letters += letters;
                }
            }
            Event::Comment(..) => {}
        }
    }
    found
}

fn candidacy(tag: Tag<'_>) -> Option<Candidacy> {
    const BODIES: &[&str] = &[
        "article-body",
        "article__body",
        "article-content",
        "article__content",
        "articlebody",
        "entry-content",
        "post-content",
        "post-body",
        "story-body",
        "story__body",
        "content-body",
        "e-content",
        "texte-article",
    ];
    match tag.name() {
        "article" => Some(Candidacy::Article),
        "main" => Some(Candidacy::Main),
        _ if tag.get("role") == Some("main") => Some(Candidacy::Main),
        _ if tag.get("role") == Some("article") => Some(Candidacy::Article),
        _ if tag.get("itemprop") == Some("articleBody") => Some(Candidacy::Body),
        _ => {
            let classes = tag.get("class").unwrap_or_default().split_ascii_whitespace();
            classes
                .map(str::to_ascii_lowercase)
                .any(|class| BODIES.contains(&class.as_str()))
                .then_some(Candidacy::Body)
        }
    }
}
