//! The format `text`: for people at a terminal, article by article.
//!
//! miette draws each finding; the sentence comes from an excerpt of its own, which knows the true line and column, so
//! that a paragraph of 900 characters takes three lines of 80 columns and no more.

use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents, SourceCode,
    SourceSpan, SpanContents,
};
use owo_colors::Style;

use super::excerpt::Window;
use super::visible::shown;
use super::{Colour, Look, Report, counted};
use crate::diagnostic::Severity;
use crate::outcome::{Became, Finding, Outcome};
use crate::span::Position;

/// `--format text`
pub(super) struct Text {
    look: Look,
    handler: GraphicalReportHandler,
}

impl Text {
    pub(super) fn new(look: Look) -> Self {
        let mut theme = match look.colour {
            Colour::Plain => GraphicalTheme::unicode_nocolor(),
            Colour::Coloured => GraphicalTheme::unicode(),
        };
        theme.styles.linum = Style::new();
        theme.characters.error = "✗".into();
        theme.characters.warning = "!".into();
        theme.characters.advice = "·".into();
        let handler = GraphicalReportHandler::new_themed(theme)
            .with_width(look.width)
            .with_links(false)
            .without_syntax_highlighting()
            .with_break_words(true);
        Self { look, handler }
    }

    fn finding(&self, path: &str, finding: &Finding) -> String {
        let shown = Shown::new(path, finding, self.look.width);
        let mut drawn = String::new();
        if self.handler.render_report(&mut drawn, &shown).is_err() {
            // Drawing into memory fails only where miette does; the finding itself must not be lost.
            drawn = format!("{path}:{}:{}: {}\n", finding.start.line, finding.start.column, shown.message);
        }
        let labels = shown.labels.iter().filter(|label| label.label().is_some()).count();
        let mut text = String::from("\n");
        for line in drawn.lines() {
            text.push_str(&finished(line, finding, labels));
            text.push('\n');
        }
        text
    }
}

impl Report for Text {
    fn piece(&self, outcome: &Outcome) -> String {
        match &outcome.became {
            Became::Checked(checked) if !checked.findings.is_empty() => {
                let mut path = shown(&outcome.path);
                if let Some(item) = &outcome.item {
                    path.push_str(&format!(" (article {})", item.number));
                }
                let bold = match self.look.colour {
                    Colour::Plain => Style::new(),
                    Colour::Coloured => Style::new().bold(),
                };
                let mut text = format!("{}: {}\n", bold.style(&path), tally(&checked.findings));
                for finding in &checked.findings {
                    text.push_str(&self.finding(&shown(&outcome.path), finding));
                }
                text.push('\n');
                text
            }
            Became::Checked(_) | Became::Skipped(_) | Became::Failed(_) => String::new(),
        }
    }
}

/// "2 errors, 1 warning"
fn tally(findings: &[Finding]) -> String {
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let told = [
        (count(Severity::Error), "error", "errors"),
        (count(Severity::Warning), "warning", "warnings"),
        (count(Severity::Advice), "advice", "advice"),
    ];
    let told: Vec<_> =
        told.into_iter().filter(|(n, ..)| *n > 0).map(|(n, one, more)| counted(n, one, more)).collect();
    told.join(", ")
}

/// A line that miette drew, as it is shown: the lines of an excerpt aren't lines of the file and bear no number, and
/// the rule's name stands where the excerpt ends.
fn finished(line: &str, finding: &Finding, labels: usize) -> String {
    for number in [" 1 │ ", " 2 │ ", " 3 │ "] {
        if let Some(text) = line.strip_prefix(number) {
            return format!("   │ {text}").trim_end().to_owned();
        }
    }
    if line == "   ╰────" {
        return format!("   ╰──── {}[{}]", finding.severity, finding.rule);
    }
    if labels < 2 && line.starts_with("   · ") && line.contains('╰') {
        // miette leads a line down from the found words too, though they bear no label.
        return line.replacen('│', " ", 1);
    }
    line.trim_end().to_owned()
}

/// A finding as miette takes it.
#[derive(Debug)]
struct Shown {
    message: String,
    severity: Severity,
    help: Option<String>,
    excerpt: Excerpt,
    labels: Vec<LabeledSpan>,
}

impl Shown {
    fn new(path: &str, finding: &Finding, width: usize) -> Self {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outcome::{self, Mark};
    use crate::span::Place;

    fn drawn(sentence: &str, words: &str, mark: Option<&str>) -> String {
        let at = sentence.find(words).unwrap();
        let start = Position { line: 7, column: 412 };
        let mark = mark.map(|words| {
            let at = sentence.find(words);
            Mark {
                text: "dit par".into(),
                words: words.into(),
                place: Place::default(),
                start,
                end: start,
                within: at.map(|at| at..at + words.len()),
            }
        });
        let finding = Finding {
            rule: "unattributed-conditional".into(),
            severity: Severity::Error,
            message: format!("« {words} » est au conditionnel, mais qui le dit ?"),
            help: Some("Nommez la source dans la phrase (« selon la préfecture », « a déclaré… ») ; si le fait est établi, passez à l'indicatif.".into()),
            suggestions: Vec::new(),
            place: Place::default(),
            start,
            end: start,
            byte_columns: (1, 1),
            fingerprint: 0,
            excerpt: outcome::Excerpt { text: sentence.into(), words: at..at + words.len() },
            marks: mark.into_iter().collect(),
        };
        Text::new(Look { colour: Colour::Plain, width: 80 }).finding("desk/kosovo.txt", &finding)
    }

    /// The lines of the excerpt and what is drawn under them.
    fn excerpt(sentence: &str, words: &str, mark: Option<&str>) -> Vec<String> {
        let drawn = drawn(sentence, words, mark);
        let lines = drawn.lines().skip_while(|line| !line.contains('[')).skip(1);
        lines.take_while(|line| !line.contains('╰') || line.contains('·')).map(str::to_owned).collect()
    }

    #[test]
    fn the_heading_gives_the_true_place_and_the_end_the_rule() {
        let drawn = drawn("Le suspect aurait quitté le pays.", "aurait quitté", None);
        assert!(drawn.contains("[desk/kosovo.txt:7:412]"), "{drawn}");
        assert!(drawn.contains("╰──── error[unattributed-conditional]"), "{drawn}");
        assert!(drawn.contains("help: Nommez la source"), "{drawn}");
    }

    #[test]
    fn the_label_stands_under_the_words_behind_wide_and_combining_characters() {
        assert_eq!(
            excerpt("田中さん e\u{301}te\u{301} aurait fui, dit Ève Marin.", "aurait fui", Some("Ève Marin")),
            [
                "   │ 田中さん e\u{301}te\u{301} aurait fui, dit Ève Marin.",
                "   ·              ──────────      ────┬────",
                "   ·                                  ╰── dit par",
            ]
        );
    }

    #[test]
    fn a_long_sentence_takes_three_lines_of_the_terminal() {
        let sentence = "Dans la nuit, alors que les négociations sur le budget de la ville étaient suspendues depuis \
            trois semaines et que les syndicats préparaient une nouvelle journée d'action, le suspect aurait quitté \
            le pays à bord d'un véhicule de location, sans que les enquêteurs sachent par quelle frontière, ni avec \
            quels complices.";
        let lines = excerpt(sentence, "aurait quitté", None);
        assert_eq!(lines.iter().filter(|line| line.contains('│')).count(), 3, "{lines:#?}");
        assert!(lines.iter().all(|line| line.chars().count() <= 80), "{lines:#?}");
    }

    #[test]
    fn words_outside_the_excerpt_are_noted_below() {
        let drawn = drawn("Le suspect aurait fui.", "aurait fui", Some("Ève Marin"));
        assert!(drawn.contains("dit par: Ève Marin (7:412)"), "{drawn}");
    }
}
