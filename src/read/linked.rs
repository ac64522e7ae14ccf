//! JSON-LD: what a page says of its article to machines, inside a script that is data.
//!
//! Search engines ask for it, so that nearly every newsroom's pages carry it, and pages that a program draws in the
//! browser carry their text nowhere else.

use super::fields::{self, Field};
use super::html::LINKED_DATA;
use super::json;
use super::layer::Layer;
use super::tape::{Event, Tape};

/// What JSON-LD says of an article.
#[derive(Debug, Default)]
pub(super) struct Linked {
    layer: Layer<'static>,
    fields: Vec<Field>,
}

impl Linked {
    /// What the page on the tape says of the first article that it names; nothing at all where it names none.
    pub(super) fn of(tape: &Tape) -> Self {
        scripts(tape).find_map(|layer| Self::in_script(&layer)).unwrap_or_default()
    }

    fn in_script(layer: &Layer<'_>) -> Option<Self> {
        let text = layer.text();
        let offset = text.len() - text.trim_start().len();
        let json = text.trim();
        let nodes = json::elements(json).or_else(|| json::elements_of(json, "@graph"));
        let nodes = nodes.unwrap_or_else(|| vec![(0, json.len())]);
        let fields = nodes.into_iter().find_map(|(start, end)| {
            let fields = json::fields(&json[start..end], offset + start).ok()?;
            is_article(&fields).then_some(fields)
        })?;
        Some(Self { layer: layer.inner(0, text.len()), fields })
    }

    /// Whether the page names an article.
    pub(super) fn names_an_article(&self) -> bool {
        !self.fields.is_empty()
    }

    /// The first value of one of these keys, as written.
    pub(super) fn said(&self, keys: &[&str]) -> Option<&str> {
        fields::first(&self.fields, keys).map(|field| field.value.trim())
    }

    /// The first value of one of these keys, with its place.
    pub(super) fn words(&self, keys: &[&str]) -> Option<Layer<'static>> {
        fields::first(&self.fields, keys).map(|field| field.words(&self.layer))
    }

    /// The names of those who wrote it.
    pub(super) fn authors(&self) -> impl Iterator<Item = Layer<'static>> {
        let names = self.fields.iter().filter(|field| matches!(field.key.as_str(), "author.name" | "author"));
        names.filter(|field| field.value.trim().contains(' ')).map(|field| field.words(&self.layer))
    }
}

/// The JSON-LD of a page, script by script.
fn scripts(tape: &Tape) -> impl Iterator<Item = Layer<'static>> {
    tape.events.windows(2).filter_map(|pair| match pair {
        [Event::Open(element), Event::Text(range)] if tape.tag(element).get("type") == Some(LINKED_DATA) => {
            Some(tape.words.inner(range.start, range.end))
        }
        _ => None,
    })
}

/// Whether an object is about an article: "NewsArticle", "ReportageNewsArticle", "BlogPosting".
fn is_article(fields: &[Field]) -> bool {
    let mut kinds = fields.iter().filter(|field| field.key == "@type");
    kinds.any(|kind| kind.value.ends_with("Article") || kind.value.ends_with("Posting"))
}
