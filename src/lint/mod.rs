//! Article, analysis, rules → diagnostics.
//!
//! Each rule finds spans, drops those that something excuses, and says the rest. Between them one trouble makes one
//! finding: a rule yields to those that speak first in the same sentence, and several findings of one rule fold into
//! one where it says so. No language is known here: word lists arrive inflected.

mod find;
mod measure;
mod say;
mod scene;
mod unless;

use std::collections::HashSet;

use crate::analysis::Analysis;
use crate::article::Article;
use crate::diagnostic::Diagnostic;
use crate::rule::RuleSet;
use crate::rule::rule::Fold;
use crate::span::Span;

use scene::Scene;

/// What a finding is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Subject {
    /// Words of the text.
    Words,
    /// A quotation, by index.
    Quotation(usize),
    /// An attribution, by index.
    Attribution(usize),
    /// A conditional, by index.
    Conditional(usize),
    /// The whole article, with what was counted.
    Article(usize),
}

/// Something that a rule found.
#[derive(Clone, Debug)]
struct Finding {
    /// Index of the rule in force.
    rule: usize,
    /// The words.
    span: Span,
    /// What it is about.
    subject: Subject,
}

/// What the rules have to say of `article`, in the order of the text.
pub fn diagnostics(article: &Article, analysis: &Analysis, rules: &RuleSet) -> Vec<Diagnostic> {
    let scene = Scene::new(article, analysis, rules);
    let mut findings = find::findings(&scene);
    findings.retain(|finding| {
        let rule = &rules.in_force()[finding.rule].compiled;
        rule.when.iter().all(|condition| unless::holds(condition, finding, &scene))
            && !rule.unless.iter().any(|condition| unless::holds(condition, finding, &scene))
    });
    // By rule first, so that findings of one rule on the same words stand side by side.
    findings.sort_by_key(|finding| (finding.rule, finding.span));
    findings.dedup_by(|next, kept| next.rule == kept.rule && next.span.overlaps(kept.span));
    let mut findings = folded(yielded(findings, &scene), &scene);
    findings.sort_by_key(|finding| (finding.span, finding.rule));
    findings.iter().map(|finding| say::diagnostic(finding, &scene)).collect()
}

/// The findings without those that yield to another rule's in the same sentence.
fn yielded(findings: Vec<Finding>, scene: &Scene<'_>) -> Vec<Finding> {
    let rule = |finding: &Finding| &scene.rules.in_force()[finding.rule].rule;
    let spoken: HashSet<(&str, Option<usize>)> =
        findings.iter().map(|finding| (rule(finding).name.as_str(), scene.sentence(finding.span))).collect();
    let yields = |finding: &Finding| {
        let sentence = scene.sentence(finding.span);
        rule(finding).yields_to.iter().any(|first| spoken.contains(&(first.as_str(), sentence)))
    };
    findings.iter().filter(|finding| !yields(finding)).cloned().collect()
}

/// The findings, those of one rule within its fold told as one.
fn folded(findings: Vec<Finding>, scene: &Scene<'_>) -> Vec<Finding> {
    let mut told = HashSet::new();
    findings
        .into_iter()
        .filter(|finding| {
            let within = match scene.rules.in_force()[finding.rule].rule.fold {
                Fold::None => return true,
                Fold::Sentence => scene.sentence(finding.span),
                Fold::Paragraph => Some(scene.article.block_at(finding.span.start())),
                Fold::Run => match finding.subject {
                    Subject::Quotation(quotation) => Some(scene.run(quotation)),
                    _ => return true,
                },
                Fold::Article => None,
            };
            told.insert((finding.rule, within))
        })
        .collect()
}
