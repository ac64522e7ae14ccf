//! What a page says of its article beside the text: its language, its section, the headline, standfirst and byline
//! where the page shows none, the text where a program draws it in the browser.

use std::ops::Range;

use super::layer::Layer;
use super::linked::Linked;
use super::tape::{Event, Tag, Tape};
use super::{page, prose, text, tongue};
use crate::article::{Builder, Declared, Role};

/// Shorter descriptions are slogans.
const SHORTEST_DESCRIPTION: usize = 40;
/// A text in JSON-LD that is shorter stands on the page too.
const SHORTEST_BODY: usize = 200;

/// What the page says of its language and section.
pub(super) fn declared(tape: &Tape, linked: &Linked) -> Declared {
    let mut declared = Declared::default();
    let say = |field: &mut Option<String>, value: Option<&str>| {
        let value = value.map(str::trim).filter(|value| !value.is_empty());
        if let (None, Some(value)) = (field.as_ref(), value) {
            *field = Some(value.to_owned());
        }
    };
    let speaks = |field: &mut Option<String>, value: Option<&str>| {
        if field.is_none() {
            *field = value.and_then(tongue::tag);
        }
    };
    for tag in opening_tags(tape) {
        match tag.name() {
            "html" => speaks(&mut declared.language, tag.get("lang").or_else(|| tag.get("xml:lang"))),
            "article" => speaks(&mut declared.language, tag.get("lang")),
            "meta" => {
                let key = tag.get("property").or_else(|| tag.get("name")).or_else(|| tag.get("http-equiv"));
                match key.map(str::to_ascii_lowercase).as_deref() {
                    Some("og:locale" | "content-language" | "dc.language") => {
                        speaks(&mut declared.language, tag.get("content"))
                    }
                    Some("article:section") => say(&mut declared.genre, tag.get("content")),
                    Some(_) | None => {}
                }
            }
            "body" => break,
            _ => {}
        }
    }
    speaks(&mut declared.language, linked.said(&["inlanguage", "inlanguage.name"]));
    say(&mut declared.genre, linked.said(&["articlesection"]));
    declared
}

/// Adds the headline that the page's head gives.
pub(super) fn headline(builder: &mut Builder, tape: &Tape, linked: &Linked) {
    if let Some(words) = linked.words(&["headline"]) {
        return page::add_line(builder, &words, Role::Headline);
    }
    if let Some(range) = content(tape, &["og:title"]).or_else(|| title(tape)) {
        add(builder, tape, range, Role::Headline);
    }
}

/// Adds the standfirst that the page's head gives, where the page is an article's and doesn't say the same in its text.
pub(super) fn standfirst(builder: &mut Builder, tape: &Tape, linked: &Linked) {
    let is_article = linked.names_an_article()
        || content(tape, &["og:type"]).is_some_and(|range| tape.text(&range).trim() == "article");
    if !is_article {
        return;
    }
    if let Some(range) = content(tape, &["og:description", "description"]) {
        if is_news(tape, tape.text(&range)) {
            add(builder, tape, range, Role::Standfirst);
        }
    } else if let Some(words) = linked.words(&["description"])
        && is_news(tape, words.text())
    {
        page::add_line(builder, &words, Role::Standfirst);
    }
}

/// Adds the names of those who wrote it, as JSON-LD gives them.
pub(super) fn byline(builder: &mut Builder, linked: &Linked) {
    for words in linked.authors() {
        page::add_line(builder, &words, Role::Byline);
    }
}

/// Adds the text that JSON-LD gives, where the page itself shows less than half as many letters; whether it does.
pub(super) fn body(builder: &mut Builder, linked: &Linked, letters: usize) -> bool {
    let Some(words) = linked.words(&["articlebody"]).filter(|words| {
        let length = words.text().trim().len();
        length >= SHORTEST_BODY && letters * 2 < length
    }) else {
        return false;
    };
    add_text(builder, &words);
    true
}

fn add_text(builder: &mut Builder, words: &Layer<'_>) {
    if words.text().contains("</p>") {
        page::add_fragment(builder, words, super::elements::Headline::Known);
    } else {
        text::add_body(builder, words);
    }
}

/// Whether a description says what the page doesn't: many repeat the first words of the article.
fn is_news(tape: &Tape, description: &str) -> bool {
    let alike = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    let description = alike(description);
    let start = description.char_indices().nth(SHORTEST_DESCRIPTION).map(|(at, _)| &description[..at]);
    let mut shown = String::new();
    let mut data = false;
    for event in &tape.events {
        match event {
            Event::Open(element) => data = matches!(tape.tag(element).name(), "script" | "title"),
            Event::Close(..) => data = false,
            Event::Text(range) if !data => shown.push_str(tape.text(range)),
            Event::Text(_) | Event::Comment(..) => {}
        }
    }
    start.is_some_and(|start| !alike(&shown).contains(start))
}

/// The content of the first `meta` of one of these names.
fn content(tape: &Tape, names: &[&str]) -> Option<Range<usize>> {
    let named = |name: &&str| {
        opening_tags(tape).filter(|tag| tag.name() == "meta").find_map(|tag| {
            let is = tag.get("property").or_else(|| tag.get("name")) == Some(*name);
            tag.range("content").filter(|range| is && !tape.text(range).trim().is_empty())
        })
    };
    names.iter().find_map(named)
}

/// The words of `title`.
fn title(tape: &Tape) -> Option<Range<usize>> {
    let is_title =
        |event: &Event| matches!(event, Event::Open(element) if tape.tag(element).name() == "title");
    let at = tape.events.iter().position(is_title)?;
    match tape.events.get(at + 1)? {
        Event::Text(range) => Some(range.clone()),
        Event::Open(_) | Event::Close(..) | Event::Comment(..) => None,
    }
}

fn add(builder: &mut Builder, tape: &Tape, range: Range<usize>, role: Role) {
    builder.open(role);
    prose::add(builder, &tape.words, range.start, range.end);
    builder.close();
}

fn opening_tags(tape: &Tape) -> impl Iterator<Item = Tag<'_>> {
    tape.events.iter().filter_map(|event| match event {
        Event::Open(element) => Some(tape.tag(element)),
        Event::Close(..) | Event::Text(_) | Event::Comment(..) => None,
    })
}
