//! Articles in JSON: ninjs of the IPTC, and exports that are built alike (Ghost).
//!
//! Their bodies are HTML inside a JSON string; places lead back through its escapes to the bytes of the file.

use std::sync::Arc;

use super::elements::Headline;
use super::error::ReadError;
use super::fields::{self, Field};
use super::layer::Layer;
use super::{json, page, text, tongue};
use crate::article::{Article, Builder, Item, Role};
use crate::place::Source;

const HEADLINE: &[&str] = &["headline", "title", "headlines.value"];
const BODY_HTML: &[&str] =
    &["body_xhtml", "body_html", "bodies.value", "html", "content.rendered", "content_html", "body"];
const BODY_TEXT: &[&str] = &["body_text", "content_text", "plaintext"];
const STANDFIRST: &[&str] = &[
    "subheadline",
    "description_text",
    "description_html",
    "custom_excerpt",
    "excerpt.rendered",
    "abstract",
    "descriptions.value",
];

/// The articles of a file in JSON, or why it holds none.
pub(super) fn articles(source: &Arc<Source>) -> Result<Vec<Article>, ReadError> {
    let layer = Layer::whole(source);
    let text = source.text();
    let offset = text.len() - text.trim_start().len();
    let json = text.trim();
    let (whole, items) = match json::fields(json, offset) {
        Ok(whole) => (whole, items(json)),
        Err(error) => (Vec::new(), Some(json::values(json).ok_or_else(|| broken(json, &error))?)),
    };
    let mut articles = Vec::new();
    if let Some(items) = items {
        for (index, (start, end)) in items.iter().enumerate() {
            let Ok(fields) = json::fields(&json[*start..*end], offset + start) else { continue };
            articles.extend(article(source, &layer, &fields, Some(index + 1).filter(|_| items.len() > 1)));
        }
    } else {
        articles.extend(article(source, &layer, &whole, None));
    }
    if articles.is_empty() {
        return Err(ReadError::no_article(
            "JSON without a headline and a body",
            "ninjs is what selon reads of JSON",
        ));
    }
    Ok(articles)
}

/// Why JSON that breaks gives no article.
fn broken(json: &str, error: &serde_json::Error) -> ReadError {
    let position = crate::span::Position { line: error.line().max(1), column: error.column().max(1) };
    if BODY_HTML.iter().chain(BODY_TEXT).any(|key| json.contains(&format!("\"{key}\""))) {
        ReadError::broken(Some(position), "the JSON breaks here", "export the file again")
    } else {
        ReadError::no_article("JSON that breaks before its end", "export it again if it is an article")
    }
}

/// The items of a file that holds several, as start and end in it.
fn items(json: &str) -> Option<Vec<(usize, usize)>> {
    if json.starts_with('[') {
        return json::elements(json);
    }
    ["item", "items", "posts", "articles"].iter().find_map(|key| json::elements_of(json, key)).or_else(|| {
        // Ghost: {"db": [{"data": {"posts": […]}}]}
        let (start, end) = *json::elements_of(json, "db")?.first()?;
        let (from, to) = json::member(&json[start..end], "data")?;
        let posts = json::elements_of(&json[start + from..start + to], "posts")?;
        Some(posts.into_iter().map(|(a, b)| (start + from + a, start + from + b)).collect())
    })
}

/// The article with these values, where they have a headline or a body.
fn article(
    source: &Arc<Source>,
    layer: &Layer<'_>,
    fields: &[Field],
    number: Option<usize>,
) -> Option<Article> {
    let headline = fields::first(fields, HEADLINE);
    let html = fields::first(fields, BODY_HTML);
    let plain = fields::first(fields, BODY_TEXT);
    let described = headline.is_some() && fields::first(fields, STANDFIRST).is_some();
    if html.is_none() && plain.is_none() && !described {
        return None;
    }
    let mut builder = Builder::new(Arc::clone(source));
    let said = |keys: &[&str]| fields::first(fields, keys).map(|field| field.value.trim().to_owned());
    builder.declared().language = said(&["language", "lang", "locale"]).and_then(|said| tongue::tag(&said));
    builder.declared().genre = said(&["genre.name", "genre", "section", "primary_tag"]);
    builder.declared().draft = said(&["status", "pubstatus"]).is_some_and(|status| status == "draft");
    if let Some(number) = number {
        let title = headline.map(|field| field.value.trim().to_owned());
        builder.item(Item { number, title });
    }
    let mut line = |field: Option<&Field>, role: Role| {
        if let Some(field) = field {
            page::add_line(&mut builder, &field.words(layer), role);
        }
    };
    line(headline, Role::Headline);
    // What the body says again is no standfirst.
    let said_again =
        |field: &&Field| html.or(plain).is_some_and(|body| body.value.contains(field.value.trim()));
    line(fields::first(fields, STANDFIRST).filter(|field| !said_again(field)), Role::Standfirst);
    line(fields::first(fields, &["byline", "by", "by.name"]), Role::Byline);
    line(fields::first(fields, &["ednote"]), Role::Note);
    let mut seen: Vec<&str> = Vec::new();
    for field in fields.iter().filter(|field| is_caption(&field.key)) {
        if !seen.contains(&field.value.as_str()) {
            seen.push(&field.value);
            line(Some(field), Role::Caption);
        }
    }
    match (html, plain) {
        (Some(html), _) if html.value.contains('<') => {
            page::add_fragment(&mut builder, &html.words(layer), Headline::Known)
        }
        (Some(field), _) | (None, Some(field)) => text::add_body(&mut builder, &field.words(layer)),
        (None, None) => {}
    }
    let article = builder.finish();
    (!article.blocks().is_empty()).then_some(article)
}

/// Whether a key holds the words under a picture: "associations.featuremedia.description_text".
fn is_caption(key: &str) -> bool {
    key.starts_with("associations.") && (key.ends_with(".description_text") || key.ends_with(".body_text"))
}
