//! A finding as miette draws it: the message, the sentence with its words marked, what to do.
//!
//! The sentence comes from an excerpt of its own, which knows the true line and column, so that a paragraph of 900
//! characters takes three lines of 80 columns and no more.

use miette::{LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use super::excerpt::Window;
use super::visible::shown;
use crate::diagnostic::Severity;
use crate::outcome::Finding;
use crate::span::Position;

/// A finding as miette takes it.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) message: String,
    severity: Severity,
    help: Option<String>,
    excerpt: Excerpt,
    pub(super) labels: Vec<LabeledSpan>,
}

impl Shown {
    pub(super) fn new(path: &str, finding: &Finding, width: usize) -> Self {
        let window = Window::new(&finding.excerpt.text, &finding.excerpt.words, width.saturating_sub(6));
        let words = window.ranges(&finding.excerpt.words);
        let mut labels: Vec<_> =
            words.iter().map(|range| LabeledSpan::new_primary_with_span(None, range.clone())).collect();
        let mut notes = Vec::new();
        for mark in &finding.marks {
            let ranges = mark.within.as_ref().map(|range| window.ranges(range)).unwrap_or_default();
            let free = |range: &std::ops::Range<usize>| {
                labels
                    .iter()
                    .all(|label| range.end <= label.offset() || label.offset() + label.len() <= range.start)
            };
            match ranges.last().filter(|_| ranges.iter().all(free)) {
                Some(range) => {
                    labels.push(LabeledSpan::new_with_span(Some(shown(&mark.text)), range.clone()))
                }
                None => notes.push(format!(
                    "{}: {} ({}:{})",
                    shown(&mark.text),
                    shortened(&mark.words),
                    mark.start.line,
                    mark.start.column
                )),
            }
        }
        let help = finding.help.iter().map(|help| shown(help));
        let suggestions = finding.suggestions.iter().map(|text| format!("→ {}", shown(text)));
        let help: Vec<_> = help.chain(notes).chain(suggestions).collect();
        Self {
            message: shown(&finding.message),
            severity: finding.severity,
            help: (!help.is_empty()).then(|| help.join("\n")),
            excerpt: Excerpt {
                path: path.to_owned(),
                start: finding.start,
                text: window.text,
                lines: window.lines,
            },
            labels,
        }
    }
}

/// The first words of a long text.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 60;
    let text = shown(text);
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{} …", text[..end].trim_end()),
        None => text,
    }
}

impl std::fmt::Display for Shown {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Shown {}

impl miette::Diagnostic for Shown {
    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.severity {
            Severity::Advice => miette::Severity::Advice,
            Severity::Warning => miette::Severity::Warning,
            Severity::Error => miette::Severity::Error,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn std::fmt::Display + 'a>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn std::fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.excerpt)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }
}

/// The lines of a sentence, which give the place of the found words in the file when they are asked for it.
#[derive(Debug)]
struct Excerpt {
    path: String,
    start: Position,
    text: String,
    lines: usize,
}

impl SourceCode for Excerpt {
    fn read_span<'a>(
        &'a self,
        _span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        // miette asks without context when it wants the place for the heading.
        let (line, column) =
            if before == 0 && after == 0 { (self.start.line - 1, self.start.column - 1) } else { (0, 0) };
        let whole = SourceSpan::from(0..self.text.len());
        let text = self.text.as_bytes();
        let contents =
            MietteSpanContents::new_named(self.path.clone(), text, whole, line, column, self.lines);
        Ok(Box::new(contents))
    }
}
