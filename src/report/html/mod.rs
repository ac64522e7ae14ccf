//! The format `html`: one page that a desk head sends to a reporter.
//!
//! It is complete in itself: style and script stand in it, its policy forbids it to fetch anything, and without the
//! script all of it can be read. Counts come first, then articles by trouble, each sentence with the words marked; then
//! who is quoted how much, what was accepted and why, what couldn't be read. It speaks French when most articles do.

mod article;
mod ledger;
mod overview;
mod words;

use std::collections::HashMap;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::Card;
use super::earlier::{Comparison, Earlier, Since};
use crate::language::Code;
use crate::outcome::{Accepted, Became, Checked, Outcome, Summary, Tally};
use words::Phrases;

/// A page in the making: articles are added in path order.
pub struct Page {
    cards: Vec<Card>,
    earlier: Option<Earlier>,
    checked: Vec<(String, Option<usize>, Checked)>,
}

impl Page {
    /// A page without articles; `cards` explain the rules, `earlier` is the run that this one is compared with.
    pub fn new(cards: Vec<Card>, earlier: Option<Earlier>) -> Self {
        Self { cards, earlier, checked: Vec::new() }
    }

    /// Adds an article.
    pub fn add(&mut self, outcome: Outcome) {
        if let Became::Checked(checked) = outcome.became {
            self.checked.push((outcome.path, outcome.item.map(|item| item.number), checked));
        }
    }

    /// The page, complete.
    pub fn finish(self, summary: &Summary) -> String {
        let french = self.checked.iter().filter(|(_, _, checked)| checked.language == Code::French).count();
        let code = if french * 2 > self.checked.len() { Code::French } else { Code::English };
        let comparison = self.earlier.as_ref().map(|earlier| {
            earlier.compared(
                self.checked.iter().map(|(path, _, checked)| (path.as_str(), &checked.findings[..])),
            )
        });
        let mut articles: Vec<_> = self
            .checked
            .iter()
            .enumerate()
            .map(|(index, (path, number, checked))| Story {
                path,
                number: *number,
                checked,
                since: comparison
                    .as_ref()
                    .and_then(|comparison| comparison.since.get(index))
                    .map_or(&[], Vec::as_slice),
            })
            .collect();
        articles.sort_by_key(|story| std::cmp::Reverse(story.weight()));
        let view = View {
            phrases: words::phrases(code),
            code,
            cards: self.cards.iter().map(|card| ((card.name.as_str(), card.language), card)).collect(),
            articles,
            summary,
            comparison: comparison.as_ref(),
        };
        page(&view).into_string()
    }
}

/// One article as the page shows it.
struct Story<'a> {
    path: &'a str,
    number: Option<usize>,
    checked: &'a Checked,
    /// For each finding, whether the earlier run had it; empty where there was none.
    since: &'a [Since],
}

impl Story<'_> {
    fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for finding in &self.checked.findings {
            tally.add(finding.severity);
        }
        tally
    }

    /// How much trouble there is in it.
    fn weight(&self) -> (usize, usize, usize) {
        let tally = self.tally();
        (tally.errors, tally.warnings, tally.advice)
    }

    fn accepted(&self) -> &[Accepted] {
        &self.checked.accepted
    }
}

/// All that the parts of the page look at.
struct View<'a> {
    phrases: &'static Phrases,
    code: Code,
    cards: HashMap<(&'a str, Code), &'a Card>,
    /// The most troubled first.
    articles: Vec<Story<'a>>,
    summary: &'a Summary,
    comparison: Option<&'a Comparison>,
}

fn page(view: &View<'_>) -> Markup {
    let phrases = view.phrases;
    html! {
        (DOCTYPE)
        html lang=(view.code.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy"
                    content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";
                meta name="generator" content={ "selon " (env!("CARGO_PKG_VERSION")) };
                title { (phrases.title) }
                style { (PreEscaped(include_str!("style.css"))) }
            }
            body {
                a.skip href="#articles" { (phrases.skip) }
                header {
                    h1 { (phrases.title) }
                    (overview::totals(view))
                }
                main {
                    (overview::comparison(view))
                    (overview::tables(view))
                    (overview::filters(view))
                    (article::articles(view))
                    (ledger::ledger(view))
                    (ledger::accepted(view))
                    (ledger::left_out(view))
                }
                footer { p { (phrases.footer) } }
                script { (PreEscaped(include_str!("script.js"))) }
            }
        }
    }
}
