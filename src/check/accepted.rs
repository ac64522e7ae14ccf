//! Findings that an editor has accepted are set aside, never hidden; an acceptance that no longer matches anything is a
//! finding itself.
//!
//! A comment in the article (`<!-- selon: accept RULE, reason -->`) speaks for the block around or behind it; an entry
//! of `selon.accepted.toml` for the sentence whose fingerprint it holds.

use std::collections::HashSet;

use crate::article::{AcceptMark, Article};
use crate::diagnostic::{Diagnostic, Severity};
use crate::language::Code;
use crate::outcome::{Accepted, Finding};
use crate::publication::accepted::Entry;
use crate::rule::RuleSet;
use crate::span::Span;

/// The name under which an acceptance without a finding is told.
pub const UNUSED: &str = "unused-acceptance";

/// What is accepted in an article.
#[derive(Clone, Copy, Debug)]
pub enum Acceptances<'a> {
    /// These entries, and the comments in the article.
    Heeded(&'a [Entry]),
    /// Nothing: everything is a finding.
    Ignored,
}

/// Diagnostics, sorted by whether a comment accepts them.
pub(super) struct Sorted {
    /// Those that none accepts, and the comments that accept nothing.
    pub(super) findings: Vec<Diagnostic>,
    /// Those that one accepts, with its reason.
    pub(super) marked: Vec<(Diagnostic, String)>,
}

/// The diagnostics sorted by the comments of the article.
pub(super) fn sorted(
    diagnostics: Vec<Diagnostic>,
    article: &Article,
    code: Code,
    rules: &RuleSet,
    acceptances: Acceptances<'_>,
) -> Sorted {
    let mut sorted = Sorted { findings: Vec::new(), marked: Vec::new() };
    let marks = match acceptances {
        Acceptances::Heeded(_) => article.accept_marks(),
        Acceptances::Ignored => &[],
    };
    let mut used = vec![false; marks.len()];
    for diagnostic in diagnostics {
        let block = article.block_at(diagnostic.span.start());
        let mark = marks
            .iter()
            .position(|mark| article.block_at(mark.at) == block && parts(mark).0 == diagnostic.rule);
        match mark {
            Some(index) => {
                used[index] = true;
                sorted.marked.push((diagnostic, parts(&marks[index]).1.to_owned()));
            }
            None => sorted.findings.push(diagnostic),
        }
    }
    for (mark, _) in marks.iter().zip(used).filter(|(_, used)| !used) {
        let (rule, _) = parts(mark);
        if in_force(rule, rules) || !known(rule, rules) {
            let at = mark.at.min(article.text().len());
            let span = Span::new(article.text(), at, at).unwrap_or_default();
            sorted.findings.push(unused(rule, "", span, code));
        }
    }
    sorted
}

/// The rule that a comment names, and its reason.
fn parts(mark: &AcceptMark) -> (&str, &str) {
    let words = mark.words.trim();
    let end = words.find(|c: char| c == ',' || c == ':' || c.is_whitespace()).unwrap_or(words.len());
    (&words[..end], words[end..].trim_start_matches([',', ':', ' ']).trim())
}

fn in_force(rule: &str, rules: &RuleSet) -> bool {
    rules.in_force().iter().any(|in_force| in_force.rule.name == rule)
}

/// Whether the rule ships, or is in force: others are misspelt.
fn known(rule: &str, rules: &RuleSet) -> bool {
    in_force(rule, rules)
        || rules.off.iter().any(|off| off == rule)
        || Code::ALL.into_iter().any(|code| crate::rule::shipped::names(code).any(|name| name == rule))
}

/// Moves the findings that an entry accepts to `accepted`.
pub(super) fn by_entries(
    findings: &mut Vec<Finding>,
    accepted: &mut Vec<Accepted>,
    acceptances: Acceptances<'_>,
) {
    let Acceptances::Heeded(entries) = acceptances else { return };
    if entries.is_empty() {
        return;
    }
    let (mut kept, all) = (Vec::new(), std::mem::take(findings));
    for finding in all {
        let print = fingerprint(&finding);
        match entries.iter().find(|entry| entry.rule == finding.rule && entry.sentence == print) {
            Some(entry) => accepted.push(Accepted { finding, reason: entry.reason.clone() }),
            None => kept.push(finding),
        }
    }
    *findings = kept;
}

/// The entries that accept nothing in any of a file's articles, as findings at the head of one; `accepted` holds what is
/// accepted in all of them. Entries for rules that are known and not in force say nothing.
pub(super) fn unused_entries<'a>(
    accepted: impl Iterator<Item = &'a Accepted>,
    code: Code,
    rules: &RuleSet,
    acceptances: Acceptances<'_>,
) -> Vec<Diagnostic> {
    let Acceptances::Heeded(entries) = acceptances else { return Vec::new() };
    if entries.is_empty() {
        return Vec::new();
    }
    let matched: HashSet<(String, String)> =
        accepted.map(|one| (one.finding.rule.clone(), fingerprint(&one.finding))).collect();
    entries
        .iter()
        .filter(|entry| in_force(&entry.rule, rules) || !known(&entry.rule, rules))
        .filter(|entry| !matched.contains(&(entry.rule.clone(), entry.sentence.clone())))
        .map(|entry| unused(&entry.rule, &entry.words, Span::default(), code))
        .collect()
}

/// The fingerprint of a finding as files write it.
pub fn fingerprint(finding: &Finding) -> String {
    format!("{:016x}", finding.fingerprint)
}

fn unused(rule: &str, words: &str, span: Span, code: Code) -> Diagnostic {
    let (message, help) = match code {
        Code::French => (
            format!(
                "« {rule} » est accepté ici, mais n'y trouve plus rien{}",
                quoted(words, "«\u{a0}", "\u{a0}»")
            ),
            "Retirez l'acceptation (commentaire ou selon.accepted.toml), ou corrigez le nom de la règle.",
        ),
        Code::English => (
            format!("{rule} is accepted here but finds nothing any more{}", quoted(words, "“", "”")),
            "Take the acceptance out (the comment, or selon.accepted.toml), or mend the rule's name.",
        ),
    };
    Diagnostic {
        rule: UNUSED.into(),
        severity: Severity::Warning,
        message,
        help: Some(help.into()),
        span,
        labels: Vec::new(),
        suggestions: Vec::new(),
    }
}

fn quoted(words: &str, open: &str, close: &str) -> String {
    if words.is_empty() { String::new() } else { format!(" ({open}{words}{close})") }
}
