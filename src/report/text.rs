//! The format `text`: for people at a terminal, article by article.
//!
//! miette draws each finding, see `drawing`; here its lines are finished and the articles put in a row.

use miette::{GraphicalReportHandler, GraphicalTheme};
use owo_colors::Style;

use super::drawing::Shown;
use super::visible::shown;
use super::{Colour, Look, Report, counted};
use crate::diagnostic::Severity;
use crate::outcome::{Became, Finding, Outcome};

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outcome::{self, Mark};
    use crate::span::Place;
    use crate::span::Position;

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
