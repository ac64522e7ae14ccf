//! A rule as it is used: nothing left that can fail.
//!
//! [`Rule::new`] goes from the file as written to here and makes every complaint. Word lists are still as written:
//! a [`super::RuleSet`] inflects them for a language.

use std::ops::Range;
use std::path::{Path, PathBuf};

use regex::Regex;

use super::file::{self, RuleFile};
use super::term::Term;
use super::written::{self, Placed, Slip, Slips};
use crate::analysis::{AttributionKind, CueKind, FigureKind, QuotationKind, Reading, SourceKind};
use crate::article::Role;
use crate::diagnostic::Severity;
use crate::language::Code;

/// Whether a rule is in force where no settings speak of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Default {
    /// In force.
    On,
    /// Not in force until somebody switches it on.
    Off,
}

/// Within what several findings of a rule are told as one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fold {
    /// Each finding stands alone.
    None,
    /// One a sentence.
    Sentence,
    /// One a paragraph.
    Paragraph,
    /// One an article.
    Article,
}

/// How far away something may stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reach {
    /// What is said there holds the words.
    Clause,
    /// The same sentence.
    Sentence,
    /// The sentence or the one just before, of the same paragraph.
    Before,
    /// The sentence or one of the two behind it.
    After,
    /// The sentence, the one before or the one behind.
    Beside,
    /// The same paragraph.
    Paragraph,
    /// The same paragraph, or up to two sentences behind the sentence.
    Around,
    /// Anywhere.
    Article,
}

/// What words may stand in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Region {
    /// Quotation marks.
    Quotation,
    /// What somebody is said to say.
    Attribution,
    /// What is said according to somebody.
    AccordingTo,
    /// The words that name a source.
    Source,
    /// The words that say that something is said.
    Cue,
    /// A proper name.
    Name,
    /// Words with a link on them.
    Link,
    /// What is denied.
    Negation,
}

/// A part of an attribution.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// Who says it.
    Source,
    /// The words that say so.
    Cue,
    /// What is said.
    Content,
}

/// What is counted in an article.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Measure {
    /// Words.
    Words,
    /// Paragraphs.
    Paragraphs,
    /// Sources that don't hang on one another.
    IndependentSources,
    /// Sources that nobody can identify.
    AnonymousSources,
    /// Of all quoted characters, those of the source quoted most, in hundredths.
    ShareOfOneSource,
    /// Words before the first source.
    WordsBeforeFirstSource,
}

/// How many: from … to, both inclusive.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Count {
    /// This many or more.
    pub from: usize,
    /// This many or fewer.
    pub to: usize,
}

impl Count {
    /// Every number.
    pub const ANY: Count = Count { from: 0, to: usize::MAX };

    /// Whether `number` lies in it.
    pub fn holds(self, number: usize) -> bool {
        self.from <= number && number <= self.to
    }
}

/// Words and phrases as a rule's file gives them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Terms {
    /// What is found.
    pub terms: Vec<Term>,
    /// Lists of the language that are found.
    pub lists: Vec<String>,
    /// Terms inside which it is left alone.
    pub except: Vec<Term>,
}

impl Terms {
    /// Terms of the rule's own alone.
    fn own(terms: Vec<Term>) -> Self {
        Self { terms, lists: Vec::new(), except: Vec::new() }
    }
}

/// Which quotations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotations {
    /// Of these kinds; any where empty.
    pub kind: Vec<QuotationKind>,
    /// In blocks with these roles; any where empty.
    pub block: Vec<Role>,
    /// With so many words.
    pub words: Count,
    /// With so many quoted words before the speaker.
    pub words_before_speaker: Count,
    /// With so many quoted sentences before the speaker.
    pub sentences_before_speaker: Count,
    /// Whether its words stand in the story too.
    pub in_text: Option<bool>,
    /// Whether its words start with a capital.
    pub capital: Option<bool>,
    /// Whether its paragraph quotes another speaker before it.
    pub second_speaker: Option<bool>,
}

/// Which attributions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attributions {
    /// In these forms; any where empty.
    pub kind: Vec<AttributionKind>,
    /// By sources of these kinds; any where empty.
    pub source: Vec<SourceKind>,
    /// With cues of these kinds; any where empty.
    pub cue: Vec<CueKind>,
    /// By a pronoun or not.
    pub pronoun: Option<bool>,
    /// In blocks with these roles; any where empty.
    pub block: Vec<Role>,
    /// By these speakers; any where empty.
    pub speaker: Vec<String>,
    /// With so many sentences since the speaker's name.
    pub sentences_since_name: Count,
    /// Whether the source is named in the story.
    pub in_text: Option<bool>,
    /// The part that is found.
    pub part: Part,
}

/// One thing that a rule looks for. `T` are its words: [`Terms`] in a rule by itself, phrases of one vocabulary in a
/// [`super::RuleSet`].
#[derive(Clone, Debug)]
pub enum Find<T = Terms> {
    /// Words.
    Terms(T),
    /// A regular expression.
    Pattern(Regex),
    /// Quotations.
    Quotation(Quotations),
    /// A part of attributions.
    Attribution(Attributions),
    /// Conditionals with these readings.
    Conditional(Vec<Reading>),
    /// Figures that count these.
    Figure(Vec<FigureKind>),
    /// Quotation marks without a pair.
    UnpairedMark,
    /// Links whose target matches.
    Link(Regex),
    /// A measure of the article.
    Article(Measure, Count),
}

/// What must hold, or excuses; `T` as in [`Find`].
#[derive(Clone, Debug)]
pub enum Condition<T = Terms> {
    /// Somebody is said to say it; by one of these kinds of source, or by any where empty.
    Attributed(Reach, Vec<SourceKind>),
    /// Stands in one of these.
    Inside(Vec<Region>),
    /// Stands next to one of these.
    Beside(Vec<Region>),
    /// Is part of a term.
    PartOf(T),
    /// A term stands near.
    Near(T, Reach),
    /// A term stands directly before.
    After(T),
    /// A term stands directly behind.
    Before(T),
    /// Stands in a block with one of these roles.
    Block(Vec<Role>),
    /// The article is of one of these genres.
    Genre(Vec<String>),
    /// Somebody is named near.
    Named(Reach),
    /// A measure of the article.
    Article(Measure, Count),
    /// All hold.
    All(Vec<Condition<T>>),
    /// One holds.
    Any(Vec<Condition<T>>),
    /// It doesn't hold.
    Not(Box<Condition<T>>),
}

impl Find {
    /// The same with its words made into something else.
    pub fn with_words<T>(&self, make: &mut impl FnMut(&Terms) -> T) -> Find<T> {
        match self {
            Find::Terms(terms) => Find::Terms(make(terms)),
            Find::Pattern(regex) => Find::Pattern(regex.clone()),
            Find::Quotation(quotations) => Find::Quotation(quotations.clone()),
            Find::Attribution(attributions) => Find::Attribution(attributions.clone()),
            Find::Conditional(readings) => Find::Conditional(readings.clone()),
            Find::Figure(kinds) => Find::Figure(kinds.clone()),
            Find::UnpairedMark => Find::UnpairedMark,
            Find::Link(regex) => Find::Link(regex.clone()),
            Find::Article(measure, count) => Find::Article(*measure, *count),
        }
    }
}

impl Condition {
    /// The same with its words made into something else.
    pub fn with_words<T>(&self, make: &mut impl FnMut(&Terms) -> T) -> Condition<T> {
        match self {
            Condition::Attributed(reach, kinds) => Condition::Attributed(*reach, kinds.clone()),
            Condition::Inside(regions) => Condition::Inside(regions.clone()),
            Condition::Beside(regions) => Condition::Beside(regions.clone()),
            Condition::PartOf(terms) => Condition::PartOf(make(terms)),
            Condition::Near(terms, reach) => Condition::Near(make(terms), *reach),
            Condition::After(terms) => Condition::After(make(terms)),
            Condition::Before(terms) => Condition::Before(make(terms)),
            Condition::Block(roles) => Condition::Block(roles.clone()),
            Condition::Genre(genres) => Condition::Genre(genres.clone()),
            Condition::Named(reach) => Condition::Named(*reach),
            Condition::Article(measure, count) => Condition::Article(*measure, *count),
            Condition::All(inner) => Condition::All(each_with_words(inner, make)),
            Condition::Any(inner) => Condition::Any(each_with_words(inner, make)),
            Condition::Not(inner) => Condition::Not(Box::new(inner.with_words(make))),
        }
    }
}

/// All of them with their words made into something else.
pub fn each_with_words<T>(conditions: &[Condition], make: &mut impl FnMut(&Terms) -> T) -> Vec<Condition<T>> {
    conditions.iter().map(|condition| condition.with_words(make)).collect()
}

/// What a finding tells the editor, placeholders still in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Say {
    /// What is the matter.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
    /// What could stand there.
    pub suggest: Vec<String>,
    /// What to write under the source.
    pub source_label: Option<String>,
}

/// A text, and what the rule finds in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Example {
    /// The headline above the text.
    pub headline: Option<String>,
    /// The lines between headline and text.
    pub standfirst: Option<String>,
    /// The genre that the article declares.
    pub genre: Option<String>,
    /// Words lifted out and set large behind the text.
    pub pull_quote: Option<String>,
    /// The text.
    pub text: String,
    /// What is found, in order.
    pub finds: Vec<String>,
    /// Why the example isn't right yet.
    pub not_yet: Option<String>,
    /// Where the text stands in the rule's file, in bytes.
    pub at: Range<usize>,
}

/// One rule.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Its name, that of its file.
    pub name: String,
    /// Its language.
    pub language: Code,
    /// Its file: `lints/fr/scare-quote.toml` for one that ships.
    pub path: PathBuf,
    /// How much a finding matters where no settings say so.
    pub severity: Severity,
    /// Whether it is in force where no settings speak of it.
    pub default: Default,
    /// What is wrong, in one sentence.
    pub summary: String,
    /// The principle that it rests on.
    pub guideline: Option<String>,
    /// Within what findings are told as one.
    pub fold: Fold,
    /// Rules that speak first.
    pub yields_to: Vec<String>,
    /// What it looks for.
    pub find: Vec<Find>,
    /// What must hold, all of it.
    pub when: Vec<Condition>,
    /// What excuses, any of it.
    pub unless: Vec<Condition>,
    /// Paths in which it isn't in force, as written.
    pub unless_path: Vec<String>,
    /// Paths in which alone it is in force, as written; everywhere where empty.
    pub when_path: Vec<String>,
    /// What to tell the editor.
    pub say: Say,
    /// Its tests.
    pub examples: Vec<Example>,
}

/// What may stand in braces in a message.
pub const PLACEHOLDERS: [&str; 7] = ["match", "excerpt", "sentence", "source", "cue", "speaker", "count"];

impl Rule {
    /// The rule of the file at `path` (`…/fr/scare-quote.toml`) that reads `text`, or everything that is wrong
    /// with it. `language` is that of a folder that doesn't say so itself.
    pub fn new(path: &Path, text: &str, language: Option<Code>) -> Result<Self, Slips> {
        let (file, mut slips) = written::read::<RuleFile>(text);
        let whole = slips.is_empty();
        let rule = Complaints { slips: &mut slips, whole }.rule(path, file, language);
        match (rule, slips.is_empty()) {
            (Some(rule), true) => Ok(rule),
            _ => Err(Slips::new(path, text, slips)),
        }
    }
}

/// Goes through a file as written and notes what is wrong.
struct Complaints<'a> {
    slips: &'a mut Vec<Slip>,
    /// Whether the file was read whole: what is missing may otherwise be what was taken out.
    whole: bool,
}

impl Complaints<'_> {
    fn rule(&mut self, path: &Path, file: RuleFile, language: Option<Code>) -> Option<Rule> {
        let name = path.file_stem()?.to_string_lossy().into_owned();
        self.check_name(&name);
        let language = self.language(path, file.language.as_ref(), language);
        let find = self.find(file.find);
        let (when, when_path) = self.conditions(file.when);
        let (unless, unless_path) = self.conditions(file.unless);
        let say = self.say(file.say);
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
            find,
            when,
            unless,
            unless_path,
            when_path,
            say,
            examples,
        })
    }

    fn missing(&mut self, key: &str, what: &str) {
        if self.whole {
            self.slips.push(Slip::new(0..0, format!("`{key}` is missing")).with_help(what));
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

    fn find(&mut self, file: Option<Placed<file::FindFile>>) -> Vec<Find> {
        let Some(file) = file else {
            self.missing("[find]", "what the rule looks for: terms, quotation, attribution, conditional, …");
            return Vec::new();
        };
        let at = file.span();
        let file = file.into_inner();
        let mut finds = Vec::new();
        if !file.terms.is_empty() || !file.list.0.is_empty() {
            finds.push(Find::Terms(Terms {
                terms: self.terms(&file.terms, Term::to_find),
                lists: file.list.0.into_iter().map(Placed::into_inner).collect(),
                except: self.terms(&file.except, Term::new),
            }));
        }
        for pattern in &file.pattern.0 {
            finds.extend(self.regex(pattern).map(Find::Pattern));
        }
        finds.extend(file.quotation.into_iter().map(|quotation| Find::Quotation(quotations(quotation))));
        finds.extend(file.attribution.into_iter().map(|said| Find::Attribution(attributions(said))));
        if !file.conditional.is_empty() {
            finds.push(Find::Conditional(all(file.conditional)));
        }
        if !file.figure.is_empty() {
            finds.push(Find::Figure(all(file.figure)));
        }
        if file.unpaired_mark {
            finds.push(Find::UnpairedMark);
        }
        finds.extend(file.link.and_then(|link| self.regex(&link)).map(Find::Link));
        finds.extend(file.article.map(|measure| {
            let (measure, count) = measured(measure);
            Find::Article(measure, count)
        }));
        if finds.is_empty() && self.whole && self.slips.is_empty() {
            let help = "terms, list, pattern, quotation, attribution, conditional, figure, unpaired-mark, link, article";
            self.slips.push(Slip::new(at, "nothing stands in `[find]`").with_help(help));
        }
        finds
    }

    fn terms(&mut self, written: &[Placed<String>], read: fn(&str) -> Result<Term, String>) -> Vec<Term> {
        written
            .iter()
            .filter_map(|term| match read(term.get_ref()) {
                Ok(term) => Some(term),
                Err(message) => {
                    self.slips.push(Slip::new(term.span(), message));
                    None
                }
            })
            .collect()
    }

    fn regex(&mut self, pattern: &Placed<String>) -> Option<Regex> {
        match Regex::new(pattern.get_ref()) {
            Ok(regex) if regex.is_match("") => {
                let message = "this regular expression matches nothing at all, everywhere";
                self.slips.push(
                    Slip::new(pattern.span(), message)
                        .with_help("let at least one character be needed: `+` rather than `*`"),
                );
                None
            }
            Ok(regex) => Some(regex),
            Err(error) => {
                let message = error.to_string();
                let reason = message.lines().last().unwrap_or_default().trim_start_matches("error: ");
                self.slips
                    .push(Slip::new(pattern.span(), format!("this is no regular expression: {reason}")));
                None
            }
        }
    }

    /// The conditions of a table, and the paths among them.
    fn conditions(&mut self, file: file::ConditionFile) -> (Vec<Condition>, Vec<String>) {
        let paths = file.path.iter().map(|path| path.get_ref().clone()).collect();
        for path in &file.path {
            if let Err(error) = globset::Glob::new(path.get_ref()) {
                self.slips.push(Slip::new(path.span(), format!("this is no path pattern: {}", error.kind())));
            }
        }
        (self.each_condition(file), paths)
    }

    fn each_condition(&mut self, file: file::ConditionFile) -> Vec<Condition> {
        let mut conditions = Vec::new();
        if let Some(reach) = file.attributed {
            conditions.push(Condition::Attributed(reach.into(), Vec::new()));
        }
        if let Some(by) = file.attributed_by {
            conditions.push(Condition::Attributed(by.within.into(), all(by.source)));
        }
        push(&mut conditions, all(file.inside), Condition::Inside);
        push(&mut conditions, all(file.beside), Condition::Beside);
        push(&mut conditions, self.terms(&file.part_of, Term::new), |terms| {
            Condition::PartOf(Terms::own(terms))
        });
        if let Some(near) = file.near {
            conditions
                .push(Condition::Near(Terms::own(self.terms(&near.terms, Term::new)), near.within.into()));
        }
        push(&mut conditions, self.terms(&file.after, Term::new), |terms| {
            Condition::After(Terms::own(terms))
        });
        push(&mut conditions, self.terms(&file.before, Term::new), |terms| {
            Condition::Before(Terms::own(terms))
        });
        push(&mut conditions, all(file.block), Condition::Block);
        push(&mut conditions, file.genre, Condition::Genre);
        if let Some(reach) = file.named {
            conditions.push(Condition::Named(reach.into()));
        }
        if let Some(measure) = file.article {
            let (measure, count) = measured(measure);
            conditions.push(Condition::Article(measure, count));
        }
        for table in file.all {
            let inner = self.inner(table);
            conditions.push(inner);
        }
        if !file.any.is_empty() {
            conditions.push(Condition::Any(file.any.into_iter().map(|table| self.inner(table)).collect()));
        }
        if let Some(table) = file.not {
            conditions.push(Condition::Not(Box::new(self.inner(*table))));
        }
        conditions
    }

    /// A table inside `any`, `all` or `not`: every key of it must hold.
    fn inner(&mut self, file: file::ConditionFile) -> Condition {
        if let Some(path) = file.path.first() {
            let help = "`path` stands directly under [when] or [unless]";
            self.slips.push(Slip::new(path.span(), "a path can't be asked for in here").with_help(help));
        }
        Condition::All(self.each_condition(file))
    }

    fn say(&mut self, file: Option<Placed<file::SayFile>>) -> Say {
        let file = file.map(Placed::into_inner).unwrap_or_default();
        for text in [&file.message, &file.help, &file.source_label].into_iter().flatten().chain(&file.suggest)
        {
            self.check_placeholders(text);
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

/// Names as written become what they stand for.
fn all<N, T: From<N>>(names: Vec<N>) -> Vec<T> {
    names.into_iter().map(T::from).collect()
}

fn push<T>(conditions: &mut Vec<Condition>, values: Vec<T>, make: impl FnOnce(Vec<T>) -> Condition) {
    if !values.is_empty() {
        conditions.push(make(values));
    }
}

fn count(range: file::RangeFile) -> Count {
    Count { from: range.from.unwrap_or(0), to: range.to.unwrap_or(usize::MAX) }
}

fn measured(file: file::MeasureFile) -> (Measure, Count) {
    (file.count.into(), count(file::RangeFile { from: file.from, to: file.to }))
}

fn quotations(file: file::QuotationFile) -> Quotations {
    Quotations {
        kind: all(file.kind),
        block: all(file.block),
        words: count(file.words),
        words_before_speaker: count(file.words_before_speaker),
        sentences_before_speaker: count(file.sentences_before_speaker),
        in_text: file.in_text,
        capital: file.capital,
        second_speaker: file.second_speaker,
    }
}

fn attributions(file: file::AttributionFile) -> Attributions {
    Attributions {
        kind: all(file.kind),
        source: all(file.source),
        cue: all(file.cue),
        pronoun: file.pronoun,
        block: all(file.block),
        speaker: file.speaker,
        sentences_since_name: count(file.sentences_since_name),
        in_text: file.in_text,
        part: file.part.map_or(Part::Source, Into::into),
    }
}
