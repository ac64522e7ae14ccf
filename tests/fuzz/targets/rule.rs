//! Any text as a rule file is a rule or says what is wrong with it; a rule can be used.

#![no_main]

use std::path::Path;
use std::sync::{Arc, LazyLock};

use libfuzzer_sys::fuzz_target;
use selon::analyse::folded_words;
use selon::diagnostic::Severity;
use selon::language::{Code, Language};
use selon::rule::{Rule, RuleSet};

static FRENCH: LazyLock<Language> = LazyLock::new(|| Language::shipped(Code::French));

fuzz_target!(|text: &str| {
    match Rule::new(Path::new("fr/a-rule.toml"), text, Some(Code::French)) {
        Ok(rule) => {
            RuleSet::new(vec![(Arc::new(rule), Severity::Error)], &FRENCH, &|text| folded_words(text, &FRENCH));
        }
        Err(slips) => slips.reports().for_each(|report| drop(format!("{report:?}"))),
    }
});
