//! The rules that ship: the `lints/` folder, embedded.
//!
//! They travel the road of a publication's own rules. Their examples are read only where somebody asks for them
//! (`selon test`, `selon explain`), since they are most of a rule's file and a run has no use for them.

use std::path::Path;

use include_dir::{Dir, File, include_dir};

use super::Rule;
use crate::language::Code;

static LINTS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/lints");

/// Whether a rule's examples are wanted too.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Examples {
    /// With them.
    With,
    /// Without them: quicker.
    Without,
}

/// The shipped rules of a language, in the order of their names.
pub fn rules(language: Code, examples: Examples) -> Vec<Rule> {
    files(language).into_iter().map(|file| rule(file, examples)).collect()
}

/// The names of the shipped rules of a language, in order.
pub fn names(language: Code) -> Vec<&'static str> {
    files(language).into_iter().filter_map(|file| file.path().file_stem()?.to_str()).collect()
}

fn files(language: Code) -> Vec<&'static File<'static>> {
    let mut files: Vec<_> = LINTS
        .get_dir(language.tag())
        .into_iter()
        .flat_map(Dir::files)
        .filter(|file| file.path().extension().is_some_and(|extension| extension == "toml"))
        .collect();
    files.sort_by_key(|file| file.path());
    files
}

fn rule(file: &File<'_>, examples: Examples) -> Rule {
    let text = file.contents_utf8().unwrap_or_default();
    let text = match examples {
        Examples::With => text,
        Examples::Without => text.split("\n[[example]]").next().unwrap_or_default(),
    };
    Rule::new(&Path::new("lints").join(file.path()), text, None)
        .expect("a shipped rule is valid: the tests read them all")
}

/// The text of the shipped profile `name`: settings to build on.
pub fn profile(name: &str) -> Option<&'static str> {
    LINTS.get_file(format!("profiles/{name}.toml"))?.contents_utf8()
}

/// The names of the shipped profiles, in order.
pub fn profiles() -> Vec<&'static str> {
    let mut names: Vec<_> = LINTS
        .get_dir("profiles")
        .into_iter()
        .flat_map(Dir::files)
        .filter_map(|file| file.path().file_stem()?.to_str())
        .collect();
    names.sort_unstable();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_rule_is_valid_and_shows_what_it_does() {
        for language in Code::ALL {
            for file in files(language) {
                let text = file.contents_utf8().expect("UTF-8");
                let rule = Rule::new(file.path(), text, None)
                    .unwrap_or_else(|slips| panic!("{:?}", miette::Report::new(slips)));
                let found = rule.examples.iter().filter(|example| !example.finds.is_empty()).count();
                let alone = rule.examples.len() - found;
                assert!(
                    found >= 3 && alone >= 5,
                    "{}: {found} found, {alone} left alone",
                    rule.path.display()
                );
                assert!(rule.guideline.is_some() && rule.say.help.is_some(), "{}", rule.path.display());
            }
        }
    }
}
