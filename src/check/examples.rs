//! A rule's own examples: what it finds in them, beside what it should.

use std::sync::Arc;

use crate::analyse;
use crate::article::{Article, Builder, Role};
use crate::language::Language;
use crate::lint;
use crate::place::{Source, Width};
use crate::rule::{Example, Rule, RuleSet};

/// How an example came out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Verdict {
    /// What should be found and isn't.
    pub missing: Vec<String>,
    /// What is found and shouldn't be.
    pub noisy: Vec<String>,
}

impl Verdict {
    /// Whether the rule does what the example says.
    pub fn holds(&self) -> bool {
        self.missing.is_empty() && self.noisy.is_empty()
    }
}

/// For each example of `rule` its verdict, in their order. The rule stands alone, whatever else is in force.
pub fn verdicts(rule: &Arc<Rule>, language: &Language) -> Vec<Verdict> {
    let cut = |text: &str| analyse::folded_words(text, language);
    let rules = RuleSet::new(vec![(Arc::clone(rule), rule.severity)], language, &cut);
    rule.examples.iter().map(|example| verdict(example, &rules, language)).collect()
}

fn verdict(example: &Example, rules: &RuleSet, language: &Language) -> Verdict {
    let article = article(example);
    let analysis = analyse::analysis(&article, language);
    let mut noisy = Vec::new();
    let mut missing = example.finds.clone();
    for diagnostic in lint::diagnostics(&article, &analysis, rules) {
        let words = article.words(diagnostic.span);
        match missing.iter().position(|wanted| wanted == words) {
            Some(index) => drop(missing.remove(index)),
            None => noisy.push(words.to_owned()),
        }
    }
    Verdict { missing, noisy }
}

/// The example as an article: its headline and standfirst, then its text, block by block.
fn article(example: &Example) -> Article {
    let parts = [
        (Role::Headline, &example.headline),
        (Role::Standfirst, &example.standfirst),
        (Role::Paragraph, &Some(example.text.clone())),
        (Role::PullQuote, &example.pull_quote),
    ];
    let mut text = String::new();
    let mut blocks = Vec::new();
    for (role, part) in parts {
        for block in part.iter().flat_map(|part| part.split("\n\n")) {
            let (role, block) = role_of(role, block);
            blocks.push((role, text.len(), text.len() + block.len()));
            text.push_str(block);
            text.push('\n');
        }
    }
    let mut builder = Builder::new(Source::new(text, 0, Width::Utf8));
    for (role, start, end) in blocks {
        builder.open(role);
        builder.verbatim(start, end);
    }
    builder.declared().genre.clone_from(&example.genre);
    builder.finish()
}

/// A block of an example's text: "> …" is a block quotation, "- …" a list item, "## …" a crosshead.
fn role_of(role: Role, block: &str) -> (Role, &str) {
    for (mark, marked) in [("> ", Role::BlockQuote), ("- ", Role::ListItem), ("## ", Role::Crosshead)] {
        if let Some(rest) = block.strip_prefix(mark) {
            return (marked, rest);
        }
    }
    (role, block)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Code;
    use crate::rule::shipped;

    #[test]
    fn every_shipped_rule_does_what_its_examples_say() {
        let mut wrong = Vec::new();
        for code in Code::ALL {
            let language = Language::shipped(code);
            for rule in shipped::rules(code, shipped::Examples::With).into_iter().map(Arc::new) {
                let verdicts = verdicts(&rule, &language);
                for (example, verdict) in rule.examples.iter().zip(verdicts) {
                    if verdict.holds() == example.not_yet.is_some() {
                        wrong.push(format!(
                            "{}/{}: {}\n    missing {:?}, noisy {:?}",
                            code.tag(),
                            rule.name,
                            example.text,
                            verdict.missing,
                            verdict.noisy
                        ));
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "{} examples:\n{}", wrong.len(), wrong.join("\n"));
    }
}
