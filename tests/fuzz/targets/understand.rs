//! Any text in either language is understood and linted without panic, and every span spells whole characters.

#![no_main]

use std::sync::{Arc, LazyLock};

use libfuzzer_sys::fuzz_target;
use selon::analyse::{analysis, folded_words};
use selon::diagnostic::Severity;
use selon::language::{Code, Language};
use selon::lint::diagnostics;
use selon::rule::shipped::{self, Examples};
use selon::rule::RuleSet;

static LANGUAGES: LazyLock<[(Language, RuleSet); 2]> = LazyLock::new(|| {
    Code::ALL.map(|code| {
        let language = Language::shipped(code);
        let rules = shipped::rules(code, Examples::Without);
        let rules = rules.into_iter().map(|rule| (Arc::new(rule), Severity::Warning)).collect();
        let set = RuleSet::new(rules, &language, &|text| folded_words(text, &language));
        (language, set)
    })
});

fuzz_target!(|text: &str| {
    for article in selon_fuzz::read("story.txt", text.as_bytes()) {
        for (language, rules) in LANGUAGES.iter() {
            let analysis = analysis(&article, language);
            for diagnostic in diagnostics(&article, &analysis, rules) {
                selon_fuzz::spelled(&article, diagnostic.span, text.as_bytes());
            }
        }
    }
});
