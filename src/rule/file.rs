//! A rule as it is written: the keys of its TOML file, each with its meaning. The manual and the schema are made
//! from these docstrings.

use schemars::JsonSchema;
use serde::Deserialize;

use super::written::{OneOrMore, Placed};

/// Makes an enumeration of the names that a key may hold, and says what each stands for inside.
macro_rules! names {
    ($(#[$doc:meta])* $name:ident for $inside:path { $($(#[$case_doc:meta])* $case:ident => $value:expr),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($(#[$case_doc])* $case),+ }

        impl From<$name> for $inside {
            fn from(name: $name) -> Self {
                match name { $($name::$case => $value),+ }
            }
        }
    };
}

names! {
    /// How much a finding matters.
    SeverityName for crate::diagnostic::Severity {
        /// Fails the run.
        Error => Self::Error,
        /// To be mended before print.
        Warning => Self::Warning,
        /// For quiet days.
        Advice => Self::Advice,
    }
}

names! {
    /// Of what kind a quotation is.
    QuotationName for crate::analysis::QuotationKind {
        /// A clause or more that somebody utters.
        Direct => Self::Direct,
        /// Words of somebody's inside the writer's own sentence.
        Partial => Self::Partial,
        /// Scare quotes, a title, a name, a gloss.
        Mention => Self::Mention,
    }
}

names! {
    /// What a conditional is there for.
    ReadingName for crate::analysis::Reading {
        /// Passes on a claim that the writer doesn't vouch for.
        Reported => Self::Reported,
        /// Holds under a condition.
        Hypothetical => Self::Hypothetical,
        /// What was then to come.
        FutureInPast => Self::FutureInPast,
        /// Courtesy, advice, forecast.
        Softened => Self::Softened,
    }
}

names! {
    /// In what form it is said who says what.
    AttributionName for crate::analysis::AttributionKind {
        /// All of what is said stands in quotation marks.
        Direct => Self::Direct,
        /// None of it does.
        Indirect => Self::Indirect,
        /// Some of it does.
        Mixed => Self::Mixed,
        /// By a phrase: selon, according to.
        AccordingTo => Self::AccordingTo,
    }
}

names! {
    /// Who or what a source is.
    SourceName for crate::analysis::SourceKind {
        /// Somebody with a name or an office.
        Person => Self::Person,
        /// A body that speaks as one.
        Organisation => Self::Organisation,
        /// A text: a report, a lawsuit.
        Document => Self::Document,
        /// A newspaper, an agency, a broadcaster.
        Media => Self::Media,
        /// An authority without a face: experts, critics.
        Collective => Self::Collective,
        /// People who were there.
        Witnesses => Self::Witnesses,
        /// Described, but not named: a senior aide.
        Described => Self::Described,
        /// Nobody at all: a source, sources.
        Anonymous => Self::Anonymous,
    }
}

names! {
    /// What the cue of an attribution does.
    CueName for crate::analysis::CueKind {
        /// Says it and no more.
        Neutral => Self::Neutral,
        /// Takes a side: claimed, avoue.
        Loaded => Self::Loaded,
        /// Thinks rather than says.
        Belief => Self::Belief,
        /// Asks, orders, promises.
        Directive => Self::Directive,
        /// A phrase: selon, according to.
        AccordingTo => Self::AccordingTo,
        /// Said without anybody saying it: il a été annoncé.
        Passive => Self::Passive,
        /// No word of saying: a colon.
        Bare => Self::Bare,
    }
}

names! {
    /// What a number counts.
    FigureName for crate::analysis::FigureKind {
        /// A percentage.
        Percentage => Self::Percentage,
        /// Dead, injured, missing.
        Toll => Self::Toll,
        /// People gathered.
        Crowd => Self::Crowd,
        /// An amount of money.
        Money => Self::Money,
        /// A share of people asked.
        Poll => Self::Poll,
    }
}

names! {
    /// What a block of text is in its article.
    BlockName for crate::article::Role {
        /// The title.
        Headline => Self::Headline,
        /// The lines under the headline.
        Standfirst => Self::Standfirst,
        /// Who wrote it.
        Byline => Self::Byline,
        /// Where and when, alone on a line.
        Dateline => Self::Dateline,
        /// A subheading.
        Crosshead => Self::Crosshead,
        /// A paragraph of the story.
        Paragraph => Self::Paragraph,
        /// An item of a list.
        ListItem => Self::ListItem,
        /// A passage set as a block quotation.
        BlockQuote => Self::BlockQuote,
        /// Words lifted out of the story and set large.
        PullQuote => Self::PullQuote,
        /// The words under a picture.
        Caption => Self::Caption,
        /// Who took the picture.
        Credit => Self::Credit,
        /// A note to editors, a correction, a footnote.
        Note => Self::Note,
    }
}

names! {
    /// How far away something may stand.
    ReachName for super::rule::Reach {
        /// What is said there holds the words.
        Clause => Self::Clause,
        /// In the same sentence.
        Sentence => Self::Sentence,
        /// In the sentence or the one just before, of the same paragraph.
        Before => Self::Before,
        /// In the sentence or one of the two just behind it.
        After => Self::After,
        /// In the sentence, the one before or the one behind.
        Beside => Self::Beside,
        /// In the same paragraph.
        Paragraph => Self::Paragraph,
        /// In the same paragraph, or up to two sentences behind the sentence.
        Around => Self::Around,
        /// Anywhere in the article.
        Article => Self::Article,
    }
}

names! {
    /// What the words may stand in.
    RegionName for super::rule::Region {
        /// Quotation marks.
        Quotation => Self::Quotation,
        /// What somebody is said to say, the source or the cue left out.
        Attribution => Self::Attribution,
        /// What is said according to somebody: "selon la préfecture, …".
        AccordingTo => Self::AccordingTo,
        /// A source: the words that name who says it.
        Source => Self::Source,
        /// A cue: the words that say that something is said.
        Cue => Self::Cue,
        /// A proper name.
        Name => Self::Name,
        /// Words with a link on them.
        Link => Self::Link,
        /// What is denied: "n'est pas un terroriste".
        Negation => Self::Negation,
    }
}

names! {
    /// Which part of an attribution is found.
    PartName for super::rule::Part {
        /// The words that name who says it.
        Source => Self::Source,
        /// The words that say so.
        Cue => Self::Cue,
        /// What is said.
        Content => Self::Content,
    }
}

names! {
    /// What is counted in an article.
    MeasureName for super::rule::Measure {
        /// Words.
        Words => Self::Words,
        /// Paragraphs.
        Paragraphs => Self::Paragraphs,
        /// Sources that don't hang on one another.
        IndependentSources => Self::IndependentSources,
        /// Sources that nobody can identify.
        AnonymousSources => Self::AnonymousSources,
        /// Of all quoted characters, those of the source that is quoted most: 0 to 100.
        ShareOfOneSource => Self::ShareOfOneSource,
        /// Words of the story before its first source is named; all of them where none is.
        WordsBeforeFirstSource => Self::WordsBeforeFirstSource,
    }
}

names! {
    /// Whether a rule is in force where no settings speak of it.
    DefaultName for super::rule::Default {
        /// In force.
        On => Self::On,
        /// Not in force until somebody switches it on.
        Off => Self::Off,
    }
}

names! {
    /// Within what several findings of a rule are told as one.
    FoldName for super::rule::Fold {
        /// Each finding stands alone.
        None => Self::None,
        /// One a sentence, at its first.
        Sentence => Self::Sentence,
        /// One a paragraph, at its first.
        Paragraph => Self::Paragraph,
        /// One an article, at its first.
        Article => Self::Article,
    }
}

/// A rule: what to find, what excuses it, what to tell the editor. The file's name is the rule's name, its
/// folder (`fr`, `en`) the rule's language.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct RuleFile {
    /// How much a finding matters: "error", "warning" or "advice". "warning" where nothing is said.
    pub severity: Option<SeverityName>,
    /// "off": the rule ships but is not in force until a publication gives it a severity.
    pub default: Option<DefaultName>,
    /// The language, where the folder doesn't tell it.
    #[schemars(with = "Option<String>")]
    pub language: Option<Placed<String>>,
    /// One sentence: what is wrong when the rule finds something.
    #[schemars(with = "String")]
    pub summary: Option<Placed<String>>,
    /// The newsroom principle that the rule rests on, and who holds it.
    #[schemars(with = "String")]
    pub guideline: Option<Placed<String>>,
    /// Several findings in one sentence, paragraph or article are told as one, at the first of them.
    pub fold: Option<FoldName>,
    /// Rules that speak first: where one of them found something in the same sentence, this one is silent.
    #[schemars(with = "Vec<String>")]
    pub yields_to: Vec<Placed<String>>,
    /// What to look for. Where several keys stand here, each finds on its own.
    #[schemars(with = "FindFile")]
    pub find: Option<Placed<FindFile>>,
    /// What must hold besides: every key that stands here.
    pub when: ConditionFile,
    /// What excuses: any key that stands here.
    pub unless: ConditionFile,
    /// What to tell the editor.
    #[schemars(with = "SayFile")]
    pub say: Option<Placed<SayFile>>,
    /// Texts with what is found in them: the rule's tests and its page of the manual.
    pub example: Vec<ExampleFile>,
}

/// What a rule looks for.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct FindFile {
    /// Words and phrases, in all their forms: "radical" finds "radicales". `=word` is found in this form alone,
    /// `(de|du|des)` is one of these, `(…)?` and `<number>?` may be missing, `_` is any word, `...` up to three words, `<Name>` a
    /// word with a capital, `<number>` a number. Of `[régime] de <Name>` only the words in brackets are found.
    #[schemars(with = "Vec<String>")]
    pub terms: Vec<Placed<String>>,
    /// Word lists by name: the language's own, and what a publication adds to them under `[words]`. Entries of
    /// the list "not-NAME" are left alone.
    pub list: OneOrMore<Placed<String>>,
    /// Terms in which the words of `terms` and `list` are left alone: "régime fiscal".
    #[schemars(with = "Vec<String>")]
    pub except: Vec<Placed<String>>,
    /// Regular expressions; what stands in a group named `found` is found, or else the whole.
    pub pattern: OneOrMore<Placed<String>>,
    /// Quotations; a list of tables finds those of each.
    #[serde(deserialize_with = "super::written::tables")]
    pub quotation: Vec<QuotationFile>,
    /// Attributions: who says what; a list of tables finds those of each.
    #[serde(deserialize_with = "super::written::tables")]
    pub attribution: Vec<AttributionFile>,
    /// Conditionals with one of these readings.
    pub conditional: Vec<ReadingName>,
    /// Figures that count one of these.
    pub figure: Vec<FigureName>,
    /// Quotation marks without a pair.
    pub unpaired_mark: bool,
    /// Words with a link whose target matches this regular expression.
    #[schemars(with = "Option<String>")]
    pub link: Option<Placed<String>>,
    /// A measure of the whole article; the finding stands at the article's first paragraph.
    pub article: Option<MeasureFile>,
}

/// Which quotations are found.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct QuotationFile {
    /// Of one of these kinds; of any where nothing is said.
    pub kind: Vec<QuotationName>,
    /// In a block with one of these roles.
    pub block: Vec<BlockName>,
    /// How many words it has.
    pub words: RangeFile,
    /// How many words of quotation stand before its speaker is named.
    pub words_before_speaker: RangeFile,
    /// How many sentences of quotation stand before its speaker is named.
    pub sentences_before_speaker: RangeFile,
    /// Whether its words stand in the paragraphs of the story too: `false` finds those of a headline that don't.
    pub in_text: Option<bool>,
    /// Whether its words start with a capital.
    pub capital: Option<bool>,
    /// Whether its paragraph quotes another speaker before it.
    pub second_speaker: Option<bool>,
}

/// Which attributions are found, and which part of them.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct AttributionFile {
    /// In one of these forms.
    pub kind: Vec<AttributionName>,
    /// With a source of one of these kinds.
    pub source: Vec<SourceName>,
    /// With a cue of one of these kinds.
    pub cue: Vec<CueName>,
    /// Whether the source is a pronoun.
    pub pronoun: Option<bool>,
    /// In a block with one of these roles.
    pub block: Vec<BlockName>,
    /// Speakers: the full name, or its last word.
    pub speaker: Vec<String>,
    /// How many sentences lie between the pronoun and the last mention of its speaker's name.
    pub sentences_since_name: RangeFile,
    /// Whether the source is named anywhere in the paragraphs of the story.
    pub in_text: Option<bool>,
    /// Which part is found: the source where nothing is said.
    pub part: Option<PartName>,
}

/// A number from, a number to, both inclusive.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct RangeFile {
    /// This many or more.
    pub from: Option<usize>,
    /// This many or fewer.
    pub to: Option<usize>,
}

/// A measure of the article, and in which range it must lie.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct MeasureFile {
    /// What is counted.
    pub count: MeasureName,
    /// This many or more.
    pub from: Option<usize>,
    /// This many or fewer.
    pub to: Option<usize>,
}

/// What must hold, or what excuses.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct ConditionFile {
    /// Somebody is said to say it, this near. A quotation or a conditional counts its own attribution; all else
    /// any attribution with a source.
    pub attributed: Option<ReachName>,
    /// The same, by a source of one of these kinds.
    pub attributed_by: Option<AttributedByFile>,
    /// The words stand in one of these.
    pub inside: Vec<RegionName>,
    /// One of these stands next to the words, with nothing but white space or a mark between.
    pub beside: Vec<RegionName>,
    /// The words belong to one of these terms: "bombe artisanale".
    #[schemars(with = "Vec<String>")]
    pub part_of: Vec<Placed<String>>,
    /// One of these terms stands near.
    pub near: Option<NearFile>,
    /// What stands directly before the words ends in one of these terms.
    #[schemars(with = "Vec<String>")]
    pub after: Vec<Placed<String>>,
    /// What stands directly behind the words starts with one of these terms.
    #[schemars(with = "Vec<String>")]
    pub before: Vec<Placed<String>>,
    /// The words stand in a block with one of these roles.
    pub block: Vec<BlockName>,
    /// The article declares one of these genres or sections, or one is its folder's name: "interview", "opinion".
    pub genre: Vec<String>,
    /// The file is one of these: "sports/**", counted from the settings' folder.
    #[schemars(with = "Vec<String>")]
    pub path: Vec<Placed<String>>,
    /// Somebody who is quoted is named this near, or the name follows at once: "Experts say… “It will fall,” said Ana Ruiz."
    pub named: Option<ReachName>,
    /// A measure of the article lies in a range.
    pub article: Option<MeasureFile>,
    /// Every one of these tables holds; in each, every key.
    pub all: Vec<ConditionFile>,
    /// At least one of these tables holds; in each, every key.
    pub any: Vec<ConditionFile>,
    /// This table doesn't hold.
    pub not: Option<Box<ConditionFile>>,
}

/// An attribution by certain sources.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AttributedByFile {
    /// How near.
    pub within: ReachName,
    /// Of one of these kinds.
    pub source: Vec<SourceName>,
}

/// Terms, and how near they must stand.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct NearFile {
    /// The terms.
    #[schemars(with = "Vec<String>")]
    pub terms: Vec<Placed<String>>,
    /// How near.
    pub within: ReachName,
}

/// What a finding tells the editor. In braces stands what was found: `{match}` the words, `{excerpt}` their
/// beginning, `{sentence}`, `{source}` and `{cue}` of the attribution, `{speaker}` by full name, `{count}` the measure.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct SayFile {
    /// What is the matter in this sentence.
    #[schemars(with = "String")]
    pub message: Option<Placed<String>>,
    /// What an editor does next.
    #[schemars(with = "Option<String>")]
    pub help: Option<Placed<String>>,
    /// Texts that could stand in the place of the words, inflected like them.
    #[schemars(with = "Vec<String>")]
    pub suggest: Vec<Placed<String>>,
    /// What to write under the attribution's source, where it explains the finding: "dit par".
    #[schemars(with = "Option<String>")]
    pub source_label: Option<Placed<String>>,
}

/// A text, and what the rule finds in it.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct ExampleFile {
    /// The text: a sentence, or Markdown with blank lines between the blocks.
    #[schemars(with = "String")]
    pub text: Option<Placed<String>>,
    /// What is found, in the order of the text; an empty list where all is left alone.
    #[schemars(with = "Vec<String>")]
    pub finds: Option<Vec<Placed<String>>>,
    /// The headline above the text.
    pub headline: Option<String>,
    /// The lines between headline and text.
    pub standfirst: Option<String>,
    /// The genre that the article declares.
    pub genre: Option<String>,
    /// Words lifted out of the text, set large behind it.
    pub pull_quote: Option<String>,
    /// The example shows what isn't right yet: what it should find, told in words.
    pub not_yet: Option<String>,
}
