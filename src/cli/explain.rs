//! `selon explain RULE`: what a rule is about, what it rests on, what it finds and what it leaves alone.

use std::path::Path;
use std::sync::Arc;

use super::Status;
use super::look::look;
use super::near::near;
use super::output::Output;
use super::rule_args::ExplainArguments;
use super::rules::shipped;
use super::settings::{refuse, settings_at};
use super::wrapped::{heading, marked, places, wrapped};
use crate::check::accepted::UNUSED;
use crate::diagnostic::Severity;
use crate::language::Code;
use crate::publication::{Refusal, Settings};
use crate::report::Look;
use crate::rule::rule::Default;
use crate::rule::shipped::Examples;
use crate::rule::{Example, Rule, written};

/// Explains the rule.
pub(super) fn run(arguments: &ExplainArguments) -> Status {
    let settings = settings_at(arguments.config.as_deref(), Path::new("."));
    let cards = settings.and_then(|settings| cards(&settings, arguments));
    match cards {
        Ok(cards) => {
            let look = look(arguments.color, None);
            let mut output = Output::standard();
            let _ = output.write(&cards.iter().map(|card| card.text(look)).collect::<Vec<_>>().join("\n"));
            output.finish()
        }
        Err(refusal) => {
            refuse(&[refusal]);
            Status::Failed
        }
    }
}

/// A rule in one language, and how it stands here.
struct Card {
    rule: Arc<Rule>,
    severity: Option<Severity>,
}

/// The rule asked for, in each language that has it.
fn cards(settings: &Settings, arguments: &ExplainArguments) -> Result<Vec<Card>, Refusal> {
    let known = || Code::ALL.into_iter().flat_map(|code| settings.rules(code, Examples::With));
    let elsewhere = settings.elsewhere().iter().map(|rule| (Arc::clone(rule), None));
    let all: Vec<_> = known().chain(elsewhere).collect();
    let named: Vec<_> = all.iter().filter(|(rule, _)| rule.name == arguments.rule).cloned().collect();
    if arguments.rule == UNUSED {
        let help = "take it out of selon.accepted.toml, or out of the article's comment; what it accepted has changed";
        return Err(Refusal::new(
            format!("`{UNUSED}` is no rule: it tells of an acceptance that no longer matches anything"),
            help.to_owned(),
        ));
    }
    if named.is_empty() {
        let mut names: Vec<&str> = all.iter().map(|(rule, _)| rule.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        let message = format!("there is no rule `{}`", arguments.rule);
        return Err(Refusal::new(message, written::advice(&arguments.rule, &names)));
    }
    let wanted = |rule: &Rule| arguments.language.is_none_or(|code| rule.language == code);
    let cards: Vec<_> = named
        .iter()
        .filter(|(rule, _)| wanted(rule))
        .map(|(rule, severity)| Card { rule: Arc::clone(rule), severity: *severity })
        .collect();
    if cards.is_empty() {
        let languages: Vec<_> = named.iter().map(|(rule, _)| rule.language.tag()).collect();
        let message = format!("the rule `{}` isn't there in this language", arguments.rule);
        return Err(Refusal::new(message, format!("it is there in: {}", languages.join(", "))));
    }
    Ok(cards)
}

/// The words of a card in one language.
struct Phrases {
    principle: &'static str,
    what_to_do: &'static str,
    caveat: &'static str,
    found: &'static str,
    left_alone: &'static str,
    not_yet: &'static str,
    file: &'static str,
    only_in: &'static str,
    not_in: &'static str,
}

const ENGLISH: Phrases = Phrases {
    principle: "Principle",
    what_to_do: "What to do",
    caveat: "Look twice",
    found: "Found",
    left_alone: "Left alone",
    not_yet: "not yet right",
    file: "File",
    only_in: "only in",
    not_in: "not in",
};

const FRENCH: Phrases = Phrases {
    principle: "Principe",
    what_to_do: "Que faire",
    caveat: "À regarder de près",
    found: "Relevé",
    left_alone: "Laissé tel quel",
    not_yet: "pas encore juste",
    file: "Fichier",
    only_in: "seulement dans",
    not_in: "sauf dans",
};

impl Card {
    fn text(&self, look: Look) -> String {
        let rule = &self.rule;
        let phrases = match rule.language {
            Code::English => &ENGLISH,
            Code::French => &FRENCH,
        };
        let title = format!("{} ({})", rule.name, rule.language.tag());
        let mut text = format!("{}: {}\n", heading(&title, look), self.standing());
        text.push_str(&wrapped(&rule.summary, 0, look));
        let mut section = |title: &str, words: &str| {
            text.push_str(&format!("\n{}\n{}", heading(title, look), wrapped(words, 2, look)));
        };
        if let Some(guideline) = &rule.guideline {
            section(phrases.principle, guideline);
        }
        if let Some(help) = &rule.say.help {
            section(phrases.what_to_do, help);
        }
        if let Some(caveat) = &rule.caveat {
            section(phrases.caveat, caveat);
        }
        let mut file = match shipped(rule) {
            true => format!("{} (selon {})", near(&rule.path), env!("CARGO_PKG_VERSION")),
            false => near(&rule.path),
        };
        for (paths, words) in [(&rule.when_path, phrases.only_in), (&rule.unless_path, phrases.not_in)] {
            if !paths.is_empty() {
                file.push_str(&format!(", {words} {}", paths.join(", ")));
            }
        }
        section(phrases.file, &file);
        let (found, left_alone): (Vec<_>, Vec<_>) =
            rule.examples.iter().partition(|example| !example.finds.is_empty());
        for (title, examples) in [(phrases.found, found), (phrases.left_alone, left_alone)] {
            if !examples.is_empty() {
                text.push_str(&format!("\n{}\n", heading(title, look)));
            }
            for example in examples {
                text.push_str(&bulleted(&self::example(example, phrases, look), look));
            }
        }
        text
    }

    /// "warning here", "off here (ships off)".
    fn standing(&self) -> String {
        let off = match (self.rule.default, &self.rule.off_because) {
            (Default::On, _) => "off here".into(),
            (Default::Off, None) => "ships off; a severity in selon.toml switches it on".into(),
            (Default::Off, Some(because)) => {
                format!("ships off; a severity in selon.toml switches it on ({because})")
            }
        };
        self.severity.map_or(off, |severity| format!("{severity} here"))
    }
}

/// The parts of an example, the words that are found standing out.
fn example(example: &Example, phrases: &Phrases, look: Look) -> String {
    let parts = [
        ("# ", &example.headline),
        ("", &example.standfirst),
        ("", &Some(example.text.clone())),
        ("> ", &example.pull_quote),
    ];
    let mut text = String::new();
    for (sign, part) in parts {
        let Some(part) = part else { continue };
        let part = part.trim();
        text.push_str(sign);
        text.push_str(&marked(part, &places(part, &example.finds), look));
        text.push('\n');
    }
    if let Some(genre) = &example.genre {
        text.push_str(&format!("[genre: {genre}]\n"));
    }
    if let Some(reason) = &example.not_yet {
        text.push_str(&format!("[{}: {reason}]\n", phrases.not_yet));
    }
    text
}

/// `text` as an item of a list.
fn bulleted(text: &str, look: Look) -> String {
    let wrapped = wrapped(text, 4, look);
    format!("  - {}", wrapped.strip_prefix("    ").unwrap_or(&wrapped))
}
