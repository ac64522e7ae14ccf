//! Puts what a rule suggests in the place of what it found: in the same form, with the same capitals.

use std::fmt;
use std::sync::Arc;

use super::rule::{Find, Rule};
use crate::language::{Grammar, Language};

/// Makes replacements as a language inflects; as they are written where there is none.
#[derive(Clone, Default)]
pub struct Replacements {
    grammar: Option<Arc<dyn Grammar>>,
}

impl fmt::Debug for Replacements {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Replacements")
    }
}

impl Replacements {
    /// Those of `language`.
    pub fn new(language: &Language) -> Self {
        Self { grammar: Some(language.shared_grammar()) }
    }

    /// `suggestion` of `rule` in the place of `found`: "Thugs" and "suspect" make "Suspects".
    ///
    /// Words found exactly as the rule writes them give the suggestion as it is written.
    pub fn of(&self, rule: &Rule, suggestion: &str, found: &str) -> String {
        let inflected = match &self.grammar {
            Some(grammar) if !written(rule, found) => grammar.like(suggestion, found),
            _ => suggestion.to_owned(),
        };
        with_capitals(inflected, found)
    }
}

/// Whether one of the rule's terms reads as `found` does.
fn written(rule: &Rule, found: &str) -> bool {
    let found = found.to_lowercase();
    rule.find.iter().any(|find| match find {
        Find::Terms(terms) => {
            terms.terms.iter().any(|term| term.written.replace(['[', ']', '='], "").to_lowercase() == found)
        }
        _ => false,
    })
}

/// `text` with a capital where `found` opens with one, all of it in capitals where `found` is.
fn with_capitals(text: String, found: &str) -> String {
    let letters = || found.chars().filter(|letter| letter.is_alphabetic());
    if letters().count() > 1 && letters().all(char::is_uppercase) {
        return text.to_uppercase();
    }
    let mut rest = text.chars();
    match (found.chars().next().is_some_and(char::is_uppercase), rest.next()) {
        (true, Some(first)) => first.to_uppercase().chain(rest).collect(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_are_kept() {
        assert_eq!(with_capitals("suspects".into(), "Thugs"), "Suspects");
        assert_eq!(with_capitals("suspects".into(), "THUGS"), "SUSPECTS");
        assert_eq!(with_capitals("élus".into(), "édiles"), "élus");
        assert_eq!(with_capitals("élus".into(), "Édiles"), "Élus");
    }
}
