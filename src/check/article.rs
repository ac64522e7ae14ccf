//! One file → its articles, each ready for analysis or said not to be; one article → its outcome.

use std::collections::HashMap;
use std::path::Path;

use super::accepted::{self, Acceptances};
use super::finding::finding;
use crate::analysis::{Analysis, Shape};
use crate::article::{Article, Item};
use crate::language::{Code, detect};
use crate::outcome::{Accepted, Became, Checked, Outcome, Voice};
use crate::publication::{InLanguage, Settings};
use crate::read::{self, Asked, Unknown};
use crate::report::sources::kind;
use crate::walk::Named;
use crate::{analyse, lint};

/// An article on the point of being analysed, or why it isn't.
pub enum Readied<'s> {
    /// It can be analysed, in this language.
    Ready(Article, &'s InLanguage),
    /// It is left out, and why.
    Skipped(Option<Item>, String),
    /// The file can't be read or decoded, and why.
    Failed(String),
}

/// The articles of the file at `path` with the content `bytes`; none where it is something else than articles and
/// nobody asked for it by name.
pub fn readied<'s>(bytes: &[u8], path: &Path, named: Named, settings: &'s Settings) -> Vec<Readied<'s>> {
    let unknown = match named {
        Named::Explicitly => Unknown::Text,
        Named::Below => Unknown::NoArticle,
    };
    match read::articles(path, bytes, Asked { unknown, encoding: settings.encoding() }) {
        Ok(articles) => articles.into_iter().map(|article| ready(article, path, settings)).collect(),
        Err(error) if error.is_no_article() && named == Named::Below => Vec::new(),
        Err(error) => vec![Readied::Failed(error.to_string())],
    }
}

fn ready<'s>(article: Article, path: &Path, settings: &'s Settings) -> Readied<'s> {
    match language(&article, path, settings) {
        Ok(code) => Readied::Ready(article, settings.in_language(code)),
        Err(reason) => Readied::Skipped(article.item().cloned(), reason),
    }
}

/// The language of `article`: as settings say, else as its file says, else as its words show, else as its folder is
/// called: `content/fr/`.
fn language(article: &Article, path: &Path, settings: &Settings) -> Result<Code, String> {
    if let Some(code) = settings.language() {
        return Ok(code);
    }
    match article.declared().language.as_deref() {
        Some(tag) => Code::from_tag(tag)
            .ok_or_else(|| format!("its language, “{}”, isn't one that selon knows (fr, en)", tag.trim())),
        None => {
            let shown = detect::language(article.text());
            shown.or_else(|| read::language_of_path(path).find_map(Code::from_tag)).ok_or_else(|| {
                "it is in neither French nor English, or too short to tell; --language fr or en decides"
                    .into()
            })
        }
    }
}

/// What stands in the same file besides an article.
enum Besides<'a> {
    /// Nothing.
    Nothing,
    /// Other articles, of which more are still to come.
    ToCome,
    /// Other articles, in which this is accepted.
    Accepted(&'a [Accepted]),
}

/// What became of each article of a file, what `acceptances` accept set aside.
///
/// An acceptance that no article has a use for is a finding in the last.
pub fn all_checked(readied: &[Readied<'_>], acceptances: Acceptances<'_>) -> Vec<(Option<Item>, Became)> {
    let ready = |one: &Readied<'_>| matches!(one, Readied::Ready(..));
    let last = readied.iter().rposition(ready);
    let mut others: Vec<Accepted> = Vec::new();
    let became = readied.iter().enumerate().map(|(index, readied)| match readied {
        Readied::Ready(article, in_language) => {
            let besides = match Some(index) == last {
                true => Besides::Accepted(&others),
                false => Besides::ToCome,
            };
            let checked = checked_besides(article, in_language, acceptances, &besides);
            if Some(index) != last {
                others.extend(checked.accepted.iter().cloned());
            }
            (article.item().cloned(), Became::Checked(checked))
        }
        Readied::Skipped(item, reason) => (item.clone(), Became::Skipped(reason.clone())),
        Readied::Failed(message) => (None, Became::Failed(message.clone())),
    });
    became.collect()
}

/// What was understood of `article`, alone in its file, and what the rules make of it, what `acceptances` accept set
/// aside.
pub fn checked(article: &Article, in_language: &InLanguage, acceptances: Acceptances<'_>) -> Checked {
    checked_besides(article, in_language, acceptances, &Besides::Nothing)
}

fn checked_besides(
    article: &Article,
    in_language: &InLanguage,
    acceptances: Acceptances<'_>,
    besides: &Besides<'_>,
) -> Checked {
    let analysis = analyse::analysis(article, &in_language.language);
    let diagnostics = lint::diagnostics(article, &analysis, &in_language.rules);
    let code = in_language.language.code();
    let sorted = accepted::sorted(diagnostics, article, code, &in_language.rules, acceptances);
    let found = |diagnostic| finding(diagnostic, article, &analysis);
    let mut findings: Vec<_> = sorted.findings.into_iter().map(found).collect();
    let mut accepted: Vec<Accepted> = Vec::new();
    for (diagnostic, reason) in sorted.marked {
        accepted.push(Accepted { finding: found(diagnostic), reason });
    }
    accepted::by_entries(&mut findings, &mut accepted, acceptances);
    let unused = match besides {
        Besides::Nothing => accepted::unused_entries(accepted.iter(), code, &in_language.rules, acceptances),
        Besides::Accepted(others) => {
            let all = others.iter().chain(&accepted);
            accepted::unused_entries(all, code, &in_language.rules, acceptances)
        }
        Besides::ToCome => Vec::new(),
    };
    findings.extend(unused.into_iter().map(found));
    findings.sort_by_key(|finding| finding.place);
    accepted.sort_by_key(|accepted| accepted.finding.place);
    Checked {
        language: code,
        findings,
        accepted,
        voices: voices(&analysis),
        words: analysis.words.list().iter().filter(|word| word.shape != Shape::Mark).count(),
    }
}

/// Takes away from `outcomes` the findings that were there in the file's earlier version, each as often as it was.
pub fn keep_new(outcomes: &mut [Outcome], earlier: &[Outcome]) {
    let mut known: HashMap<u64, usize> = HashMap::new();
    for checked in earlier.iter().filter_map(Outcome::checked) {
        let accepted = checked.accepted.iter().map(|accepted| &accepted.finding);
        for finding in checked.findings.iter().chain(accepted) {
            *known.entry(finding.fingerprint).or_default() += 1;
        }
    }
    for outcome in outcomes {
        if let Became::Checked(checked) = &mut outcome.became {
            checked.findings.retain(|finding| match known.get_mut(&finding.fingerprint) {
                Some(0) | None => true,
                Some(left) => {
                    *left -= 1;
                    false
                }
            });
        }
    }
}

fn voices(analysis: &Analysis) -> Vec<Voice> {
    let voice = |source: &crate::analysis::Source| Voice {
        name: source.name.clone(),
        kind: kind(source.kind),
        mentions: source.mentions.len(),
        quoted_characters: source.quoted_characters,
    };
    analysis.sources.iter().map(voice).collect()
}
