//! Reads TOML that people write, and says everything that is wrong with it at once.
//!
//! The text becomes a tree with places; the tree becomes the structure. Where a value doesn't fit, it is noted with
//! its place and the nearest right name, taken out of the tree, and the rest is read again. So one slip never hides
//! another. A slip of the syntax itself stands alone: what follows it would be guesswork.

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use miette::{Diagnostic, NamedSource, SourceSpan};
use serde::de::DeserializeOwned;
use thiserror::Error;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::wording;

/// One thing that is wrong in a rule or settings file.
#[derive(Debug, Error, Diagnostic, Clone, PartialEq, Eq)]
#[error("{message}")]
pub struct Slip {
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    #[help]
    pub help: Option<String>,
    /// Where.
    #[label("here")]
    pub at: SourceSpan,
}

impl Slip {
    /// The slip at bytes `at` of the file.
    pub fn new(at: Range<usize>, message: impl Into<String>) -> Self {
        Self { message: message.into(), help: None, at: at.into() }
    }

    /// The same with advice.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// Everything that is wrong in one file, in the order of its text.
#[derive(Debug, Error, Diagnostic, Clone)]
#[error("{}", headline(path, slips.len()))]
pub struct Slips {
    /// The file, as people know it: "lints/fr/scare-quote.toml".
    pub path: String,
    /// Its text.
    #[source_code]
    pub written: Arc<NamedSource<String>>,
    /// What is wrong.
    #[related]
    pub slips: Vec<Slip>,
}

fn headline(path: &str, count: usize) -> String {
    match count {
        1 => format!("{path} can't be used as it is"),
        _ => format!("{path} can't be used as it is: {count} things are wrong"),
    }
}

impl Slips {
    /// The slips of the file at `path` that reads `text`.
    pub fn new(path: &Path, text: &str, mut slips: Vec<Slip>) -> Self {
        slips.sort_by_key(|slip| slip.at.offset());
        let path = path.to_string_lossy().replace('\\', "/");
        let written = Arc::new(NamedSource::new(&path, text.to_owned()).with_language("toml"));
        Self { path, written, slips }
    }

    /// Adds what else is wrong in the same file.
    pub fn add(&mut self, slips: Vec<Slip>) {
        self.slips.extend(slips);
        self.slips.sort_by_key(|slip| slip.at.offset());
    }

    /// What is wrong, each a report of its own with the line of the file that it is about.
    pub fn reports(&self) -> impl Iterator<Item = miette::Report> {
        let written = &self.written;
        self.slips.iter().map(|slip| {
            let at = match written.inner().is_empty() {
                true => format!("{}: {}", self.path, slip.message),
                false => slip.message.clone(),
            };
            let slip = Slip { message: at, ..slip.clone() };
            miette::Report::new(slip).with_source_code(Arc::clone(written))
        })
    }
}

/// What is wrong beyond this can wait until these are mended.
const MOST_SLIPS: usize = 50;

/// The structure that `text` holds, and what is wrong with it; what is wrong is left out of the structure.
pub fn read<T: DeserializeOwned + Default>(text: &str) -> (T, Vec<Slip>) {
    let mut tree = match DeTable::parse(text) {
        Ok(tree) => tree,
        Err(error) => return (T::default(), vec![syntax_slip(&error, text)]),
    };
    let mut slips = Vec::new();
    loop {
        let error = match T::deserialize(toml::de::Deserializer::from(tree.clone())) {
            Ok(structure) => return (structure, slips),
            Err(error) => error,
        };
        let at = error.span().unwrap_or(0..0);
        // What a slip encloses is told with it.
        slips.retain(|earlier: &Slip| {
            let (start, end) = (earlier.at.offset(), earlier.at.offset() + earlier.at.len());
            !(at.start <= start && end <= at.end)
        });
        slips.push(slip(error.message(), at.clone(), text));
        if slips.len() == MOST_SLIPS || !take_out(tree.get_mut(), &at) {
            return (T::default(), slips);
        }
    }
}

fn syntax_slip(error: &toml::de::Error, text: &str) -> Slip {
    let at = error.span().unwrap_or(text.len()..text.len());
    let (message, help) = wording::of_syntax(error.message());
    Slip::new(at, message).with_help(help)
}

/// Takes the innermost entry at `at` out of the tree; whether there was one.
fn take_out(table: &mut DeTable<'_>, at: &Range<usize>) -> bool {
    let holds = |span: Range<usize>| span.start <= at.start && at.end <= span.end;
    let mut found = None;
    for (key, value) in table.iter_mut() {
        if key.span() == *at {
            found = Some(key.clone());
            break;
        }
        let exact = value.span() == *at;
        let taken = match value.get_mut() {
            DeValue::Table(inner) => take_out(inner, at),
            DeValue::Array(items) if !exact => take_out_of_array(items, at),
            _ => false,
        };
        if taken {
            return true;
        }
        if holds(value.span()) {
            found = Some(key.clone());
            break;
        }
    }
    found.is_some_and(|key| table.remove(&key).is_some())
}

fn take_out_of_array(items: &mut toml::de::DeArray<'_>, at: &Range<usize>) -> bool {
    for item in items.iter_mut() {
        if let DeValue::Table(inner) = item.get_mut()
            && take_out(inner, at)
        {
            return true;
        }
    }
    false
}

/// What serde complains of, in words for the writer of the file.
fn slip(message: &str, at: Range<usize>, text: &str) -> Slip {
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let (unknown, known) = quoted.split_first().map_or(("", &[][..]), |(first, rest)| (*first, rest));
    if message.starts_with("unknown field") {
        return Slip::new(at, format!("there is no key `{unknown}` here")).with_help(advice(unknown, known));
    }
    if message.starts_with("unknown variant") {
        return Slip::new(at, format!("`{unknown}` isn't one of the values"))
            .with_help(advice(unknown, known));
    }
    let written = text.get(at.clone()).unwrap_or_default().lines().next().unwrap_or_default();
    let (message, help) = wording::of_value(message, written.trim_end());
    Slip::new(at, message).with_help(help)
}

/// The nearest right name, and all of them where they are few enough to read.
pub fn advice<S: AsRef<str>>(unknown: &str, known: &[S]) -> String {
    let list = known.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", ");
    match nearest(unknown, known) {
        Some(near) if known.len() > READABLE => format!("did you mean `{near}`?"),
        Some(near) => format!("did you mean `{near}`? Known: {list}"),
        None if list.is_empty() => "nothing is known here".into(),
        None => format!("known: {list}"),
    }
}

/// How many names may be listed behind the nearest one.
const READABLE: usize = 14;

/// The name of `known` that is nearest to `unknown`; nothing where none is near.
pub fn nearest<'a, S: AsRef<str>>(unknown: &str, known: &'a [S]) -> Option<&'a str> {
    known
        .iter()
        .map(|name| (strsim::jaro_winkler(unknown, name.as_ref()), name.as_ref()))
        .filter(|(likeness, _)| *likeness >= 0.75)
        .max_by(|left, right| left.0.total_cmp(&right.0))
        .map(|(_, name)| name)
}

/// A value with the bytes of the file where it stands.
pub type Placed<T> = Spanned<T>;

/// One value or a list of them: `list = "hearsay"`, `list = ["hearsay", "rumours"]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OneOrMore<T>(pub Vec<T>);

impl<T> Default for OneOrMore<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de> serde::Deserialize<'de> for OneOrMore<Placed<String>> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let whole = Placed::<Texts>::deserialize(deserializer)?;
        let at = whole.span();
        Ok(match whole.into_inner() {
            Texts::One(text) => Self(vec![Placed::new(at, text)]),
            Texts::More(texts) => Self(texts),
        })
    }
}

/// Reads a table, or a list of tables.
pub(super) fn tables<'de, T, D>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    T: serde::Deserialize<'de>,
    D: serde::Deserializer<'de>,
{
    struct Visitor<T>(std::marker::PhantomData<T>);
    impl<'de, T: serde::Deserialize<'de>> serde::de::Visitor<'de> for Visitor<T> {
        type Value = Vec<T>;

        fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            formatter.write_str("a table or a list of tables")
        }

        fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<Vec<T>, A::Error> {
            T::deserialize(serde::de::value::MapAccessDeserializer::new(map)).map(|table| vec![table])
        }

        fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut items: A) -> Result<Vec<T>, A::Error> {
            let mut tables = Vec::new();
            while let Some(table) = items.next_element()? {
                tables.push(table);
            }
            Ok(tables)
        }
    }
    deserializer.deserialize_any(Visitor(std::marker::PhantomData))
}

enum Texts {
    One(String),
    More(Vec<Placed<String>>),
}

impl<'de> serde::Deserialize<'de> for Texts {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Texts;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("a text or a list of texts")
            }

            fn visit_str<E>(self, text: &str) -> Result<Texts, E> {
                Ok(Texts::One(text.to_owned()))
            }

            fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut items: A) -> Result<Texts, A::Error> {
                let mut texts = Vec::new();
                while let Some(text) = items.next_element()? {
                    texts.push(text);
                }
                Ok(Texts::More(texts))
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

impl schemars::JsonSchema for OneOrMore<Placed<String>> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "OneOrMoreTexts".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }]
        })
    }
}
