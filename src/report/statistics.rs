//! A run in figures, for people: by rule, by folder, and what that is for a hundred articles.

use super::visible::shown;
use crate::outcome::{Summary, Tally};

/// The tables of `summary`, each line ended.
pub fn statistics(summary: &Summary) -> String {
    let rules = summary.rules.iter().filter(|(_, tally)| tally.all() > 0);
    let rules = rules
        .map(|((rule, language), tally)| (format!("{rule} ({})", language.tag()), summary.files, *tally));
    let folders =
        summary.folders.iter().map(|(folder, (articles, tally))| (shown(folder), *articles, *tally));
    let total = [("all".to_owned(), summary.files, summary.found)];
    format!(
        "{}\n{}",
        table("rule", &rules.chain(total.clone()).collect::<Vec<_>>()),
        table("folder", &folders.chain(total).collect::<Vec<_>>())
    )
}

fn table(what: &str, rows: &[(String, usize, Tally)]) -> String {
    let wide = rows.iter().map(|(name, ..)| name.chars().count()).max().unwrap_or(0).max(what.len());
    let mut text = format!(
        "{what:wide$}  {:>8}  {:>7}  {:>8}  {:>7}  {:>16}\n",
        "articles", "errors", "warnings", "advice", "per 100 articles"
    );
    for (name, articles, tally) in rows {
        let rate = tally.all() as f64 * 100.0 / (*articles).max(1) as f64;
        let Tally { errors, warnings, advice } = tally;
        text.push_str(&format!(
            "{name:wide$}  {articles:>8}  {errors:>7}  {warnings:>8}  {advice:>7}  {rate:>16.1}\n"
        ));
    }
    text
}
