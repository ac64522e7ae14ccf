//! Front matter: what stands between `---`, `+++` or `{ }` at the top of a Markdown file.
//!
//! Titles, standfirsts, bylines and captions in it are printed, so they are blocks of the article like any other.
//! Unknown keys never matter, and what can't be parsed is read line by line.

use granit_parser::{Event, Parser};
use toml::de::{DeTable, DeValue};

use super::fields::{self, Field};
use super::layer::Layer;
use super::{json, page, tongue};
use crate::article::{Builder, Role};

/// Front matter and where the text behind it starts.
pub(super) struct FrontMatter {
    pub(super) fields: Vec<Field>,
    pub(super) body: usize,
}

const HEADLINE: &[&str] = &["headline", "title", "titre", "hed"];
const STANDFIRST: &[&str] = &[
    "description",
    "subtitle",
    "subhed",
    "dek",
    "teaser",
    "summary",
    "shorttext",
    "chapo",
    "chapô",
    "excerpt",
    "preview",
    "standfirst",
    "lede",
    "deck",
    "sous-titre",
    "soustitre",
    "subheadline",
    "subhead",
    "surtitre",
    // Lists of what the article finds, printed above it.
    "key_takeaways",
    "takeaways",
    "key_points",
    "points_cles",
    "points_clés",
    "essentiel",
];
const BYLINE: &[&str] =
    &["author", "authors", "auteur", "auteurs", "byline", "by", "author.name", "authors.name"];
const CAPTION: &[&str] = &[
    "caption",
    "legende",
    "légende",
    "image_caption",
    "photo_caption",
    "image-caption",
    "captions",
    "imagecaption",
    "hero_caption",
];
const CREDIT: &[&str] = &["credit", "photo_credit", "image_credit", "photocredit", "credits"];
const LANGUAGE: &[&str] = &["lang", "language", "locale", "langue"];
const GENRE: &[&str] = &["genre", "section", "category", "categories", "rubrique", "type"];

/// The front matter of `layer`, or nothing where it has none.
pub(super) fn of(layer: &Layer<'_>) -> Option<FrontMatter> {
    let text = layer.text();
    let first_line = text.lines().next()?.trim_end();
    match first_line {
        "---" => {
            let (start, end, body) = between_lines(text, &["---", "..."])?;
            let fields =
                yaml(&text[start..end], start).unwrap_or_else(|| line_by_line(&text[start..end], start));
            Some(FrontMatter { fields, body })
        }
        "+++" => {
            let (start, end, body) = between_lines(text, &["+++"])?;
            Some(FrontMatter { fields: toml_fields(&text[start..end], start).unwrap_or_default(), body })
        }
        line if line == "{" || line.starts_with("{\"") => {
            let mut values = serde_json::Deserializer::from_str(text).into_iter::<serde::de::IgnoredAny>();
            values.next()?.ok()?;
            let body = values.byte_offset();
            let fields = json::fields(&text[..body], 0).ok()?;
            Some(FrontMatter { fields, body })
        }
        _ => None,
    }
}

/// Where the text between the first line and the next line that is one of `ends` starts and ends, and where the text
/// behind that line starts.
fn between_lines(text: &str, ends: &[&str]) -> Option<(usize, usize, usize)> {
    let start = text.find('\n')? + 1;
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if ends.contains(&line.trim_end()) {
            return Some((start, at, at + line.len()));
        }
        at += line.len();
    }
    None
}

/// What is being read of YAML: a mapping, with the key whose value comes next, or a sequence.
enum Level {
    Mapping(Option<String>),
    Sequence,
}

/// The values of the YAML `text`, which stands at `base`; nothing where it is no YAML.
fn yaml(text: &str, base: usize) -> Option<Vec<Field>> {
    let mut fields = Vec::new();
    let mut levels: Vec<Level> = Vec::new();
    for event in Parser::new_from_str(text) {
        let (event, span) = event.ok()?;
        match event {
            Event::Scalar(value, ..) => {
                if let Some(Level::Mapping(key @ None)) = levels.last_mut() {
                    *key = Some(value.to_lowercase());
                    continue;
                }
                let start = byte(text, span.start)?;
                let end = start + text[start..byte(text, span.end)?.max(start)].trim_end().len();
                fields.push(Field {
                    key: key_of(&levels),
                    value: value.into_owned(),
                    start: base + start,
                    end: base + end,
                });
                value_done(&mut levels);
            }
            Event::MappingStart(..) => levels.push(Level::Mapping(None)),
            Event::SequenceStart(..) => levels.push(Level::Sequence),
            Event::MappingEnd | Event::SequenceEnd => {
                levels.pop();
                value_done(&mut levels);
            }
            Event::Alias(_) => value_done(&mut levels),
            _ => {}
        }
    }
    Some(fields)
}

fn byte(text: &str, marker: granit_parser::Marker) -> Option<usize> {
    let at = marker.byte_offset().or_else(|| text.char_indices().nth(marker.index()).map(|(at, _)| at))?;
    text.is_char_boundary(at).then_some(at)
}

fn key_of(levels: &[Level]) -> String {
    let keys = levels.iter().filter_map(|level| match level {
        Level::Mapping(key) => key.as_deref(),
        Level::Sequence => None,
    });
    keys.collect::<Vec<_>>().join(".")
}

/// A value has been read: what comes next in a mapping is a key.
fn value_done(levels: &mut [Level]) {
    if let Some(Level::Mapping(key)) = levels.last_mut() {
        *key = None;
    }
}

/// "title: Le pont : ce que l'on sait" is no YAML, and still says what the title is.
fn line_by_line(text: &str, base: usize) -> Vec<Field> {
    let mut fields = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if let Some((key, value)) = line.split_once(':')
            && !key.starts_with([' ', '\t', '#', '-'])
        {
            let trimmed = value.trim();
            let start = at + key.len() + 1 + (value.len() - value.trim_start().len());
            let quoted =
                trimmed.len() > 1 && trimmed.starts_with(['"', '\'']) && trimmed.ends_with(['"', '\'']);
            let inner = if quoted { &trimmed[1..trimmed.len() - 1] } else { trimmed };
            let start = base + start + usize::from(quoted);
            fields.push(Field {
                key: key.trim().to_lowercase(),
                value: inner.into(),
                start,
                end: start + inner.len(),
            });
        }
        at += line.len();
    }
    fields
}

/// The values of the TOML `text`, which stands at `base`; nothing where it is no TOML.
fn toml_fields(text: &str, base: usize) -> Option<Vec<Field>> {
    let table = DeTable::parse(text).ok()?;
    let mut fields = Vec::new();
    let mut keys = Vec::new();
    for (key, value) in table.get_ref() {
        keys.push(key.get_ref().to_lowercase());
        of_toml(value, base, &mut keys, &mut fields);
        keys.pop();
    }
    fields.sort_by_key(|field| field.start);
    Some(fields)
}

fn of_toml(value: &toml::Spanned<DeValue<'_>>, base: usize, keys: &mut Vec<String>, fields: &mut Vec<Field>) {
    let span = value.span();
    let mut push = |value: String| {
        fields.push(Field { key: keys.join("."), value, start: base + span.start, end: base + span.end });
    };
    match value.get_ref() {
        DeValue::String(words) => push(words.clone().into_owned()),
        DeValue::Boolean(yes) => push(yes.to_string()),
        DeValue::Array(elements) => elements.iter().for_each(|element| of_toml(element, base, keys, fields)),
        DeValue::Table(table) => {
            for (key, value) in table {
                keys.push(key.get_ref().to_lowercase());
                of_toml(value, base, keys, fields);
                keys.pop();
            }
        }
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_) => {}
    }
}

/// Adds what front matter prints to the article, and what it says of it.
pub(super) fn add(builder: &mut Builder, layer: &Layer<'_>, fields: &[Field]) {
    let declared = builder.declared();
    declared.language = fields::first(fields, LANGUAGE).and_then(|field| tongue::tag(&field.value));
    declared.genre = fields::first(fields, GENRE).map(|field| field.value.trim().to_owned());
    let said = |key: &str| fields.iter().find(|field| field.key == key);
    declared.draft = said("draft").is_some_and(Field::is_true)
        || said("published").is_some_and(|field| field.value.trim().eq_ignore_ascii_case("false"))
        || said("status").is_some_and(|field| field.value.trim().eq_ignore_ascii_case("draft"));
    let headline = fields::first(fields, HEADLINE);
    let mut seen: Vec<&str> = Vec::new();
    for field in fields {
        let words = field.value.trim();
        let Some(role) = role(field, headline).filter(|_| !words.is_empty() && !seen.contains(&words)) else {
            continue;
        };
        seen.push(words);
        let value = field.words(layer);
        page::add_line(builder, &value, role);
    }
}

/// What of the article a value is; nothing where it isn't printed.
fn role(field: &Field, headline: Option<&Field>) -> Option<Role> {
    let is = |keys: &[&str]| keys.contains(&field.key.as_str());
    let described = field.value.contains(' ');
    match () {
        () if headline.is_some_and(|headline| headline.start == field.start) => Some(Role::Headline),
        () if is(STANDFIRST) && described => Some(Role::Standfirst),
        // "icaron" names an entry of the site's list of authors.
        () if is(BYLINE) && described => Some(Role::Byline),
        () if CAPTION.contains(&field.name()) && described => Some(Role::Caption),
        () if CREDIT.contains(&field.name()) => Some(Role::Credit),
        () => None,
    }
}

/// Whether the front matter gives the headline.
pub(super) fn has_headline(fields: &[Field]) -> bool {
    fields::first(fields, HEADLINE).is_some()
}
