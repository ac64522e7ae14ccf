//! An earlier run as its JSON tells it, and what changed since: new, gone, still there.
//!
//! A finding is the same where rule, words and sentence are: one that moved within its article isn't new, nor one
//! whose article was renamed.

use std::collections::HashMap;

use serde::Deserialize;

use crate::outcome::Finding;

/// What an earlier run found.
#[derive(Clone, Debug)]
pub struct Earlier {
    found: Vec<Gone>,
}

/// A finding of an earlier run.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Gone {
    /// Its article.
    pub path: String,
    /// Its rule.
    pub rule: String,
    /// What was the matter.
    pub message: String,
    fingerprint: u64,
}

/// Whether an earlier run had a finding.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Since {
    /// It hadn't.
    New,
    /// It had.
    Still,
}

/// Two runs side by side.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// For each article and each of its findings whether the earlier run had it.
    pub since: Vec<Vec<Since>>,
    /// How many are new.
    pub new: usize,
    /// How many are still there.
    pub still: usize,
    /// What isn't found any more, in the order of the earlier run.
    pub gone: Vec<Gone>,
}

#[derive(Deserialize)]
struct Run {
    files: Vec<File>,
}

#[derive(Deserialize)]
struct File {
    path: String,
    diagnostics: Vec<Found>,
}

#[derive(Deserialize)]
struct Found {
    rule: String,
    message: String,
    fingerprint: String,
}

impl Earlier {
    /// What the run found whose `--format json` is `text`, or why it can't be told.
    pub fn new(text: &str) -> Result<Self, String> {
        let run: Run = serde_json::from_str(text)
            .map_err(|error| format!("it isn't what `selon check --format json` prints: {error}"))?;
        let mut found = Vec::new();
        for file in run.files {
            for one in file.diagnostics {
                let fingerprint = u64::from_str_radix(&one.fingerprint, 16)
                    .map_err(|_| format!("“{}” is no fingerprint", one.fingerprint))?;
                found.push(Gone {
                    path: file.path.clone(),
                    rule: one.rule,
                    message: one.message,
                    fingerprint,
                });
            }
        }
        Ok(Self { found })
    }

    /// This run beside `articles`, each with its path and its findings.
    pub fn compared<'a>(&self, articles: impl Iterator<Item = (&'a str, &'a [Finding])>) -> Comparison {
        let articles: Vec<_> = articles.collect();
        let mut known: HashMap<u64, Vec<usize>> = HashMap::new();
        for (index, gone) in self.found.iter().enumerate().rev() {
            known.entry(gone.fingerprint).or_default().push(index);
        }
        let mut met = vec![false; self.found.len()];
        let mut since: Vec<_> =
            articles.iter().map(|(_, findings)| vec![Since::New; findings.len()]).collect();
        // Articles that bear their old name first: what is left over may have been renamed.
        for names in [Names::Same, Names::Any] {
            for (index, (path, findings)) in articles.iter().enumerate() {
                for (place, finding) in findings
                    .iter()
                    .enumerate()
                    .filter(|(place, _)| since[index][*place] == Since::New)
                    .collect::<Vec<_>>()
                {
                    let Some(candidates) = known.get_mut(&finding.fingerprint) else { continue };
                    let fits = |&earlier: &usize| names == Names::Any || self.found[earlier].path == *path;
                    if let Some(at) = candidates.iter().rposition(fits) {
                        met[candidates.remove(at)] = true;
                        since[index][place] = Since::Still;
                    }
                }
            }
        }
        let all = since.iter().flatten();
        let still = all.clone().filter(|since| **since == Since::Still).count();
        Comparison {
            new: all.count() - still,
            still,
            gone: self
                .found
                .iter()
                .zip(&met)
                .filter(|(_, met)| !**met)
                .map(|(gone, _)| gone.clone())
                .collect(),
            since,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Names {
    Same,
    Any,
}
