//! The top of the page: counts, what changed since an earlier run, tables by rule and folder, filters.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};

use super::View;
use crate::diagnostic::Severity;
use crate::outcome::{Tally, folder_of};

/// The counts of the run.
pub(super) fn totals(view: &View<'_>) -> Markup {
    let (phrases, summary) = (view.phrases, view.summary);
    let others = [
        (summary.accepted, phrases.accepted),
        (summary.skipped.len(), phrases.skipped),
        (summary.failed.len(), phrases.unreadable),
    ];
    html! {
        ul.totals {
            li { (phrases.counted(summary.files, phrases.article)) }
            li.error { (phrases.counted(summary.found.errors, phrases.error)) }
            li.warning { (phrases.counted(summary.found.warnings, phrases.warning)) }
            li.advice { (phrases.counted(summary.found.advice, phrases.advice)) }
            @for (count, name) in others.into_iter().filter(|(count, _)| *count > 0) {
                li { (phrases.counted(count, name)) }
            }
        }
    }
}

/// What changed since the earlier run, where there was one.
pub(super) fn comparison(view: &View<'_>) -> Markup {
    let phrases = view.phrases;
    let Some(comparison) = view.comparison else { return html! {} };
    html! {
        section aria-labelledby="compared" {
            h2 #compared { (phrases.compared) }
            ul.totals {
                li.new { (phrases.counted(comparison.new, phrases.new)) }
                li { (phrases.counted(comparison.gone.len(), phrases.gone)) }
                li { (phrases.number(comparison.still)) " " (phrases.still) }
            }
            @if !comparison.gone.is_empty() {
                details {
                    summary { (phrases.gone_title) }
                    ul {
                        @for gone in &comparison.gone {
                            li { code { (gone.rule) } " " (gone.path) (phrases.colon) (gone.message) }
                        }
                    }
                }
            }
        }
    }
}

/// The tables by rule and by folder.
pub(super) fn tables(view: &View<'_>) -> Markup {
    let (phrases, summary) = (view.phrases, view.summary);
    if summary.found.all() == 0 {
        return html! { p.nothing { (phrases.nothing) } };
    }
    let mut rules: BTreeMap<&str, Tally> = BTreeMap::new();
    for ((rule, _), tally) in &summary.rules {
        let sum = rules.entry(rule).or_default();
        sum.errors += tally.errors;
        sum.warnings += tally.warnings;
        sum.advice += tally.advice;
    }
    html! {
        div.tables {
            table {
                caption { (phrases.by_rule) }
                thead { tr { th scope="col" { (phrases.rule) } (heads(view)) } }
                tbody {
                    @for (rule, tally) in rules.iter().filter(|(_, tally)| tally.all() > 0) {
                        tr { th scope="row" { (rule) } (cells(view, tally)) }
                    }
                }
            }
            table {
                caption { (phrases.by_folder) }
                thead {
                    tr { th scope="col" { (phrases.folder) } th.number scope="col" { (phrases.articles) } (heads(view)) }
                }
                tbody {
                    @for (folder, (articles, tally)) in &summary.folders {
                        tr {
                            th scope="row" { (folder) }
                            td.number { (phrases.number(*articles)) }
                            (cells(view, tally))
                        }
                    }
                }
            }
        }
    }
}

fn heads(view: &View<'_>) -> Markup {
    html! {
        @for [_, name] in [view.phrases.error, view.phrases.warning, view.phrases.advice] {
            th.number scope="col" { (name) }
        }
    }
}

fn cells(view: &View<'_>, tally: &Tally) -> Markup {
    html! {
        @for count in [tally.errors, tally.warnings, tally.advice] {
            td.number { (view.phrases.number(count)) }
        }
    }
}

/// The filters by rule, severity and folder. Hidden until the script shows them.
pub(super) fn filters(view: &View<'_>) -> Markup {
    let phrases = view.phrases;
    let findings = || view.articles.iter().flat_map(|story| &story.checked.findings);
    let rules: BTreeSet<&str> = findings().map(|finding| finding.rule.as_str()).collect();
    let troubled = view.articles.iter().filter(|story| !story.checked.findings.is_empty());
    let folders: BTreeSet<&str> = troubled.map(|story| folder_of(story.path)).collect();
    if rules.is_empty() {
        return html! {};
    }
    html! {
        form #filters hidden {
            fieldset {
                legend { (phrases.filter) }
                (choice("rule", phrases.rule, phrases.all, &rules))
                (choice("folder", phrases.folder, phrases.all, &folders))
                @for severity in [Severity::Error, Severity::Warning, Severity::Advice] {
                    label.box {
                        input type="checkbox" name="severity" value=(severity.name()) checked;
                        " " (phrases.name(severity))
                    }
                }
                @if view.comparison.is_some() {
                    label.box { input type="checkbox" name="new" value="new"; " " (phrases.only_new) }
                }
                p role="status" { span #count { (findings().count()) } " " (phrases.shown) }
            }
        }
    }
}

fn choice(name: &str, label: &str, all: &str, values: &BTreeSet<&str>) -> Markup {
    html! {
        label for={ "filter-" (name) } { (label) }
        select #{ "filter-" (name) } name=(name) {
            option value="" { (all) }
            @for value in values {
                option value=(value) { (value) }
            }
        }
    }
}
