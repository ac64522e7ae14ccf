//! From a rule's file as written to the rule as used; every complaint is made on the way.
//!
//! What `[find]` says is read in `complaints_of_find`, what `[when]` and `[unless]` say in `complaints_of_conditions`.

use std::path::Path;

use super::file::{self, RuleFile};
use super::find::Find;
use super::rule::{Default, Example, Fold, Named, Namesake, PLACEHOLDERS, Rule, Say};
use super::slip::{Slip, Slips};
use super::written::{self, Placed};
use crate::diagnostic::Severity;
use crate::language::Code;

/// The rule of the file at `path` that reads `text`, or everything that is wrong with it.
pub(super) fn rule(path: &Path, text: &str, language: Option<Code>) -> Result<Rule, Slips> {
    let (file, mut slips) = written::read::<RuleFile>(text);
    let whole = slips.is_empty();
    let rule = Complaints { slips: &mut slips, whole }.rule(path, file, language);
    match (rule, slips.is_empty()) {
        (Some(rule), true) => Ok(rule),
        _ => Err(Slips::new(path, text, slips)),
    }
}

/// Goes through a file as written and notes what is wrong.
pub(super) struct Complaints<'a> {
    /// What was complained of so far.
    pub(super) slips: &'a mut Vec<Slip>,
    /// Whether the file was read whole: what is missing may otherwise be what was taken out.
    pub(super) whole: bool,
}

impl Complaints<'_> {
    fn rule(&mut self, path: &Path, file: RuleFile, language: Option<Code>) -> Option<Rule> {
        let name = path.file_stem()?.to_string_lossy().into_owned();
        self.check_name(&name);
        let language = self.language(path, file.language.as_ref(), language);
        self.check_off_because(&file);
        let names = names(&file);
        let find = self.find(file.find);
        let (when, when_path) = self.conditions(file.when);
        let (unless, unless_path) = self.conditions(file.unless);
        let say = self.say(file.say, &find);
        if file.summary.is_none() {
            self.missing("summary", "one sentence: what is wrong when the rule finds something");
        }
        let examples = file.example.into_iter().filter_map(|example| self.example(example)).collect();
        Some(Rule {
            name,
            language: language?,
            path: path.to_owned(),
            severity: file.severity.map_or(Severity::Warning, Into::into),
            default: file.default.map_or(Default::On, Into::into),
            summary: file.summary.map(Placed::into_inner).unwrap_or_default(),
            guideline: file.guideline.map(Placed::into_inner),
            fold: file.fold.map_or(Fold::None, Into::into),
            yields_to: file.yields_to.into_iter().map(Placed::into_inner).collect(),
            off_because: file.off_because.map(Placed::into_inner),
            caveat: file.caveat,
            names,
            find,
            when,
            unless,
            unless_path,
            when_path,
            say,
            examples,
        })
    }

    /// Complains that `key` is missing, and says `what` it is.
    pub(super) fn missing(&mut self, key: &str, what: &str) {
        if self.whole {
            self.slips.push(Slip::new(0..0, format!("`{key}` is missing")).with_help(what));
        }
    }

    fn check_off_because(&mut self, file: &RuleFile) {
        if let Some(because) =
            file.off_because.as_ref().filter(|_| file.default != Some(file::DefaultName::Off))
        {
            self.slips.push(
                Slip::new(because.span(), "this rule isn't off")
                    .with_help("write default = \"off\", or take the reason out"),
            );
        }
    }

    fn check_name(&mut self, name: &str) {
        let right = !name.is_empty() && name.chars().all(|c| c.is_lowercase() || c.is_numeric() || c == '-');
        if !right {
            self.slips.push(
                Slip::new(0..0, format!("`{name}` is no name for a rule"))
                    .with_help("the file's name is the rule's: small letters and hyphens, scare-quote.toml"),
            );
        }
    }

    /// The language: as written, else that of the folder, else the one given.
    fn language(
        &mut self,
        path: &Path,
        language: Option<&Placed<String>>,
        given: Option<Code>,
    ) -> Option<Code> {
        if let Some(tag) = language {
            let code = Code::from_tag(tag.get_ref());
            if code.is_none() {
                let known = Code::ALL.map(Code::tag);
                let message = format!("there is no language `{}`", tag.get_ref());
                self.slips
                    .push(Slip::new(tag.span(), message).with_help(written::advice(tag.get_ref(), &known)));
            }
            return code;
        }
        let folder = path.parent().and_then(Path::file_name).and_then(|name| Code::from_tag(name.to_str()?));
        let code = folder.or(given);
        if code.is_none() {
            let help = "write `language = \"fr\"` (or \"en\"), or put the file into a folder `fr` or `en`";
            self.slips.push(Slip::new(0..0, "it isn't said for which language this rule is").with_help(help));
        }
        code
    }

    fn say(&mut self, file: Option<Placed<file::SayFile>>, find: &[Find]) -> Say {
        let file = file.map(Placed::into_inner).unwrap_or_default();
        for text in [&file.message, &file.help, &file.source_label].into_iter().flatten().chain(&file.suggest)
        {
            self.check_placeholders(text);
            self.check_counted(text, find);
        }
        if file.message.is_none() {
            self.missing("message", "under [say]: what is the matter in this sentence");
        }
        Say {
            message: file.message.map(Placed::into_inner).unwrap_or_default(),
            help: file.help.map(Placed::into_inner),
            suggest: file.suggest.into_iter().map(Placed::into_inner).collect(),
            source_label: file.source_label.map(Placed::into_inner),
        }
    }

    fn check_placeholders(&mut self, text: &Placed<String>) {
        for piece in text.get_ref().split('{').skip(1) {
            let (name, closed) = piece.split_once('}').map_or((piece, false), |(name, _)| (name, true));
            if !closed {
                self.slips.push(Slip::new(text.span(), "a brace `{` isn't closed"));
            } else if !PLACEHOLDERS.contains(&name) {
                let message = format!("nothing found is called `{{{name}}}`");
                self.slips
                    .push(Slip::new(text.span(), message).with_help(written::advice(name, &PLACEHOLDERS)));
            }
        }
    }

    /// Complains of `{count}` in a rule that counts nothing: the editor would read a gap.
    fn check_counted(&mut self, text: &Placed<String>, find: &[Find]) {
        let counts = find.iter().any(|find| matches!(find, Find::Quotation(_) | Find::Article(..)));
        if self.whole && !counts && text.get_ref().contains("{count}") {
            let help = "a number is told of a quotation, and of a measure: article = { count = \"words\", from = 350 }";
            self.slips.push(
                Slip::new(text.span(), "nothing is counted here: `{count}` would stay empty").with_help(help),
            );
        }
    }

    fn example(&mut self, file: file::ExampleFile) -> Option<Example> {
        let Some(text) = file.text else {
            self.missing("text", "an [[example]] holds a text and what is found in it");
            return None;
        };
        let Some(finds) = file.finds else {
            if self.whole {
                let help = "write what the rule finds in it: `finds = [\"…\"]`, or `finds = []`";
                self.slips.push(
                    Slip::new(text.span(), "this example doesn't say what is found in it").with_help(help),
                );
            }
            return None;
        };
        let everything = [
            Some(text.get_ref().as_str()),
            file.headline.as_deref(),
            file.standfirst.as_deref(),
            file.pull_quote.as_deref(),
        ];
        for find in &finds {
            if !everything.iter().flatten().any(|part| part.contains(find.get_ref().as_str())) {
                let message = format!("“{}” doesn't stand in the example's text", find.get_ref());
                self.slips.push(Slip::new(find.span(), message).with_help("copy the words letter by letter"));
            }
        }
        let at = text.span();
        Some(Example {
            headline: file.headline,
            standfirst: file.standfirst,
            genre: file.genre,
            pull_quote: file.pull_quote,
            text: text.into_inner(),
            finds: finds.into_iter().map(Placed::into_inner).collect(),
            not_yet: file.not_yet,
            at,
        })
    }
}

/// The names that the file leans on.
fn names(file: &RuleFile) -> Vec<Named> {
    let lists = file.find.as_ref().map_or(&[][..], |find| &find.get_ref().list.0);
    let paths = file.when.path.iter().chain(&file.unless.path).cloned().collect::<Vec<_>>();
    let lists = Named::all(Namesake::List, lists);
    let rules = Named::all(Namesake::Rule, &file.yields_to);
    lists.chain(rules).chain(Named::all(Namesake::Path, &paths)).collect()
}
