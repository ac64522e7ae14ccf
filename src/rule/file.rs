//! A rule as it is written: the keys of its TOML file, each with its meaning. The manual and the schema are made
//! from these docstrings.

use schemars::JsonSchema;
use serde::Deserialize;

pub use super::names::*;
use super::one_or_more::OneOrMore;
use super::written::Placed;

/// A rule: what to find, what excuses it, what to tell the editor. The file's name is the rule's name, its
/// folder (`fr`, `en`) the rule's language.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct RuleFile {
    /// How much a finding matters: "error", "warning" or "advice". "warning" where nothing is said.
    pub severity: Option<SeverityName>,
    /// "off": the rule ships but is not in force until a publication gives it a severity.
    pub default: Option<DefaultName>,
    /// Why it ships off, as `selon rules` tells it: what it costs, or what it doesn't get right yet.
    #[schemars(with = "Option<String>")]
    pub off_because: Option<Placed<String>>,
    /// What its findings don't get right yet, as `selon rules` and `selon explain` tell it: where an editor should look twice.
    pub caveat: Option<String>,
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
    #[serde(deserialize_with = "super::one_or_more::tables")]
    pub quotation: Vec<QuotationFile>,
    /// Attributions: who says what; a list of tables finds those of each.
    #[serde(deserialize_with = "super::one_or_more::tables")]
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
    /// One of these terms stands among the words: "(la|cette) =même source".
    #[schemars(with = "Vec<String>")]
    pub holds: Vec<Placed<String>>,
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
    /// A quotation mark without a partner stands this near: where what is quoted starts or ends is in doubt.
    pub unpaired_mark: Option<ReachName>,
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
/// beginning, `{sentence}`, `{source}` and `{cue}` of the attribution, `{speaker}` by full name, `{count}` the
/// measure of the article, or of a quotation what is asked of it before its speaker, else its words.
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
