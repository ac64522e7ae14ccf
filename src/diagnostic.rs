//! One finding of one rule, in an editor's words.

use std::fmt;

use crate::span::Span;

/// How much a finding matters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// For quiet days.
    Advice,
    /// To be mended before print.
    Warning,
    /// Fails the run.
    Error,
}

impl Severity {
    /// As rule files, settings and reports write it.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Advice => "advice",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// Other words that explain a finding: where the speaker of a quotation stands, where a name was last given.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Label {
    /// The words.
    pub span: Span,
    /// What they have to do with it.
    pub text: String,
}

/// One finding of one rule.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// The rule's name.
    pub rule: String,
    /// How much it matters in this publication and folder.
    pub severity: Severity,
    /// What is the matter in this sentence, in the article's language.
    pub message: String,
    /// What the editor does next.
    pub help: Option<String>,
    /// The words that it is about.
    pub span: Span,
    /// Other words that explain it, in the order of the text.
    pub labels: Vec<Label>,
    /// Texts that could stand in the place of the words; often none.
    pub suggestions: Vec<String>,
}
