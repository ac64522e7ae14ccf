//! The format `short`: one line a finding, for `grep`, editors and old hands.

use super::Report;
use crate::outcome::{Became, Finding, Outcome};

/// `--format short`: `path:line:column: severity[rule] message`
pub(super) struct Short;

impl Report for Short {
    fn piece(&self, outcome: &Outcome) -> String {
        match &outcome.became {
            Became::Checked(checked) => {
                checked.findings.iter().map(|finding| line(&outcome.path, finding)).collect()
            }
            Became::Skipped(_) | Became::Failed(_) => String::new(),
        }
    }
}

fn line(path: &str, finding: &Finding) -> String {
    let Finding { rule, severity, message, start, .. } = finding;
    let (path, message) = (shown(path), shown(message));
    format!("{path}:{}:{}: {severity}[{rule}] {message}\n", start.line, start.column)
}

/// `text` as a terminal may be shown it: characters that steer it or turn the reading direction are made visible.
pub fn shown(text: &str) -> String {
    text.chars().flat_map(visible).collect()
}

/// The character itself, or a visible stand-in of the same meaning to a reader of a log.
pub(super) fn visible(character: char) -> impl Iterator<Item = char> {
    let escaped = steers(character);
    let name = escaped.then(|| format!("\\u{{{:x}}}", character as u32)).unwrap_or_default();
    name.chars().collect::<Vec<_>>().into_iter().chain((!escaped).then_some(character))
}

/// Whether a terminal would do something at `character` instead of showing it.
fn steers(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
