//! The rules that ship: the `lints/` folder, embedded.
//!
//! They travel the road of a publication's own rules. A rule is read once, and only where it is in force or somebody asks
//! for it, its examples only where somebody asks for them (`selon test`, `selon explain`): they are most of a rule's file and
//! a run has no use for them.

use std::path::Path;
use std::sync::{Arc, LazyLock, OnceLock};

use include_dir::{Dir, File, include_dir};

use super::Rule;
use super::rule::Default;
use crate::language::Code;

/// The rules that are off where no settings speak of them: "en/so-called".
static OFF: &[&str] = include!(concat!(env!("OUT_DIR"), "/rules-off.rs"));

static LINTS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/lints");

/// Whether a rule's examples are wanted too.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Examples {
    /// With them.
    With,
    /// Without them: quicker.
    Without,
}

/// A shipped rule: what is known of it without reading it, and the rule once it was read.
#[derive(Debug)]
pub struct Shipped {
    /// Its name.
    pub name: &'static str,
    /// Whether it is in force where no settings speak of it.
    pub default: Default,
    file: &'static File<'static>,
    read: OnceLock<Arc<Rule>>,
}

impl Shipped {
    fn new(file: &'static File<'static>) -> Option<Self> {
        let path = file.path().to_str()?.strip_suffix(".toml")?;
        let default = if OFF.contains(&path) { Default::Off } else { Default::On };
        Some(Self { name: file.path().file_stem()?.to_str()?, default, file, read: OnceLock::new() })
    }

    /// The rule without its examples, read when it is first asked for.
    pub fn rule(&self) -> Arc<Rule> {
        Arc::clone(self.read.get_or_init(|| Arc::new(self.read(Examples::Without))))
    }

    /// The rule, read anew.
    pub fn read(&self, examples: Examples) -> Rule {
        let text = self.file.contents_utf8().unwrap_or_default();
        let text = match examples {
            Examples::With => text,
            Examples::Without => text.split("\n[[example]]").next().unwrap_or_default(),
        };
        Rule::new(&Path::new("lints").join(self.file.path()), text, None)
            .expect("a shipped rule is valid: the tests read them all")
    }
}

/// The shipped rules of a language in the order of their names, read as they are asked for.
pub fn of(language: Code) -> &'static [Shipped] {
    static ENGLISH: LazyLock<Vec<Shipped>> = LazyLock::new(|| in_order(Code::English));
    static FRENCH: LazyLock<Vec<Shipped>> = LazyLock::new(|| in_order(Code::French));
    match language {
        Code::English => &ENGLISH,
        Code::French => &FRENCH,
    }
}

fn in_order(language: Code) -> Vec<Shipped> {
    let files = LINTS.get_dir(language.tag()).into_iter().flat_map(Dir::files);
    let mut rules: Vec<_> = files.filter_map(Shipped::new).collect();
    rules.sort_by_key(|rule| rule.name);
    rules
}

/// The shipped rules of a language, in the order of their names, read anew.
pub fn rules(language: Code, examples: Examples) -> Vec<Rule> {
    of(language).iter().map(|rule| rule.read(examples)).collect()
}

/// The shipped rules of all languages without their examples, read as the iteration gets to them.
pub fn all() -> impl Iterator<Item = Arc<Rule>> {
    Code::ALL.into_iter().flat_map(of).map(Shipped::rule)
}

/// The names of the shipped rules of a language, in order.
pub fn names(language: Code) -> impl Iterator<Item = &'static str> {
    of(language).iter().map(|rule| rule.name)
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
            for shipped in of(language) {
                let text = shipped.file.contents_utf8().expect("UTF-8");
                let rule = Rule::new(shipped.file.path(), text, None)
                    .unwrap_or_else(|slips| panic!("{:?}", miette::Report::new(slips)));
                assert_eq!((&*rule.name, rule.default), (shipped.name, shipped.default));
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
