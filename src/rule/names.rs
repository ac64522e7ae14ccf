//! The names that the keys of a rule file may hold, each with its meaning. The manual and the schema are made from these
//! docstrings.

use schemars::JsonSchema;
use serde::Deserialize;

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
        /// One a run of quotations that nobody says and that follow each other, at its first.
        Run => Self::Run,
        /// One an article, at its first.
        Article => Self::Article,
    }
}
