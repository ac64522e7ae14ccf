//! What agencies send: NITF, NewsML-G2, NewsML 1.2.
//!
//! All three keep headline, byline and dateline in elements of their own around a body of NITF or XHTML; a file may
//! hold several items, and an item may be a picture with its caption.

use std::ops::Range;
use std::sync::Arc;

use super::elements::{Blocks, Headline, Meaning};
use super::tape::{Event, Tag, Tape};
use super::tree::Node;
use super::{meaning, page, text, tongue};
use crate::article::{Article, Builder, Item, Role};
use crate::place::Source;

/// The article of a file in NITF.
pub(super) fn nitf(source: &Arc<Source>, tape: &Tape) -> Vec<Article> {
    let root = Node::root(tape);
    let mut builder = Builder::new(Arc::clone(source));
    builder.declared().language = language(tape, &root).and_then(|tag| tongue::tag(&tag));
    builder.declared().genre = attribute_of(tape, &root, "tobject", "tobject.type");
    if root.text_of(tape, "hl1").is_none()
        && let Some(title) = root.first(tape, "head").and_then(|head| head.first(tape, "title"))
    {
        line(&mut builder, tape, &title, Role::Headline);
    }
    // Some agencies give the first paragraph once more as the abstract.
    let summary = root.first(tape, "abstract");
    let repeated = summary.filter(|summary| {
        root.first(tape, "body.content").is_some_and(|content| says(tape, &content, &summary.text(tape)))
    });
    body(&mut builder, tape, root.0.clone(), Headline::Wanted, repeated);
    vec![builder.finish()]
}

/// The articles of a file in NewsML-G2, one an item that has words.
pub(super) fn newsml_g2(source: &Arc<Source>, tape: &Tape) -> Vec<Article> {
    let root = Node::root(tape);
    let mut items = root.all(tape, "newsItem");
    items.extend(root.all(tape, "packageItem"));
    items.sort_by_key(|item| item.0.start);
    several(source, tape, &items, |builder, item| {
        let content = item.first(tape, "contentSet");
        let body_has_headline = content.as_ref().is_some_and(|content| has_headline(tape, content));
        builder.declared().language = item_language(tape, item).and_then(|tag| tongue::tag(&tag));
        builder.declared().genre = attribute_of(tape, item, "genre", "qcode");
        if let Some(meta) = item.first(tape, "contentMeta") {
            about(builder, tape, &meta, content.as_ref());
        }
        let headline = if body_has_headline { Headline::Wanted } else { Headline::Known };
        if let Some(content) = content {
            body(builder, tape, content.0, headline, None);
        }
    })
}

/// The articles of a file in NewsML 1.2, one a `NewsItem` that has words.
pub(super) fn newsml_1(source: &Arc<Source>, tape: &Tape) -> Vec<Article> {
    let items = Node::root(tape).all(tape, "NewsItem");
    several(source, tape, &items, |builder, item| {
        builder.declared().language =
            attribute_of(tape, item, "Language", "FormalName").and_then(|tag| tongue::tag(&tag));
        builder.declared().genre = attribute_of(tape, item, "Genre", "FormalName");
        body(builder, tape, item.0.clone(), Headline::Wanted, None);
    })
}

/// An article for each of `items` that has words, made by `fill`.
fn several(
    source: &Arc<Source>,
    tape: &Tape,
    items: &[Node],
    mut fill: impl FnMut(&mut Builder, &Node),
) -> Vec<Article> {
    let mut articles = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let mut builder = Builder::new(Arc::clone(source));
        fill(&mut builder, item);
        if items.len() > 1 {
            let title = item.text_of(tape, "headline").or_else(|| item.text_of(tape, "HeadLine"));
            builder.item(Item { number: index + 1, title });
        }
        let article = builder.finish();
        if has_words_of_its_own(&article) {
            articles.push(article);
        }
    }
    articles
}

/// Whether an article has more than who wrote it and where: items of films and pictures often haven't.
fn has_words_of_its_own(article: &Article) -> bool {
    let around = |role: Role| matches!(role, Role::Byline | Role::Dateline | Role::Credit);
    article.blocks().iter().any(|block| !around(block.role))
}

fn has_headline(tape: &Tape, content: &Node) -> bool {
    content.text_of(tape, "hl1").or_else(|| content.text_of(tape, "h1")).is_some()
}

/// Whether `words` stand in `node` in one piece.
fn says(tape: &Tape, node: &Node, words: &str) -> bool {
    !words.is_empty() && node.words(tape).text().contains(words)
}

/// What the metadata of an item of NewsML-G2 prints, but for what its content says again.
fn about(builder: &mut Builder, tape: &Tape, meta: &Node, content: Option<&Node>) {
    let body_has_headline = content.is_some_and(|content| has_headline(tape, content));
    let lines: &[(&str, Role)] = &[
        ("headline", Role::Headline),
        ("subheadline", Role::Standfirst),
        ("by", Role::Byline),
        ("dateline", Role::Dateline),
        ("creditline", Role::Credit),
    ];
    for (name, role) in lines {
        if *role == Role::Headline && body_has_headline {
            continue;
        }
        if let Some(node) = meta.first(tape, name) {
            line(builder, tape, &node, *role);
        }
    }
    for description in meta.all(tape, "description") {
        let role = description.tag(tape).and_then(|tag| tag.get("role")).unwrap_or_default();
        if content.is_some_and(|content| says(tape, content, &description.text(tape))) {
            continue;
        }
        match role.rsplit(':').next().unwrap_or_default() {
            "caption" => line(builder, tape, &description, Role::Caption),
            "summary" | "abstract" | "lead" => line(builder, tape, &description, Role::Standfirst),
            _ => {}
        }
    }
}

/// The text of one element as one block.
fn line(builder: &mut Builder, tape: &Tape, node: &Node, role: Role) {
    page::add_line(builder, &node.words(tape), role);
}

/// Adds the blocks of `events` but those of the element `repeated`. Bodies that are HTML or plain text inside a string
/// are read as what they are.
fn body(
    builder: &mut Builder,
    tape: &Tape,
    events: Range<usize>,
    headline: Headline,
    repeated: Option<Node>,
) {
    let mut blocks = Blocks::new(tape, elements);
    blocks.headline = headline;
    let mut from = events.start;
    for index in events.clone() {
        if let Some(Node(repeated)) = repeated.as_ref().filter(|node| node.0.start == index) {
            blocks.add(builder, from..index);
            from = repeated.end;
        }
        if index < from {
            continue;
        }
        let Event::Text(range) = &tape.events[index] else { continue };
        let words = tape.text(range);
        let escaped = ["</", "<br", "<BR", "<p", "<P"].iter().any(|tag| words.contains(tag));
        let lines = words.len() > 200 && words.contains('\n') && inside(tape, index, &events, "inlineData");
        if !escaped && !lines {
            continue;
        }
        blocks.add(builder, from..index);
        blocks.break_here(builder);
        let layer = tape.words.inner(range.start, range.end);
        if escaped {
            page::add_fragment(builder, &layer, blocks.headline);
        } else {
            text::add_body(builder, &layer);
        }
        from = index + 1;
    }
    blocks.add(builder, from..events.end);
    blocks.finish(builder);
}

/// Whether the event at `index` stands right inside an element of this name.
fn inside(tape: &Tape, index: usize, events: &Range<usize>, name: &str) -> bool {
    let before = tape.events[events.start..index].iter().rev().find(|event| !matches!(event, Event::Text(_)));
    matches!(before, Some(Event::Open(element)) if tape.tag(element).name() == name)
}

fn language(tape: &Tape, root: &Node) -> Option<String> {
    let node = root.first(tape, "nitf").or_else(|| Some(root.clone()))?;
    let own = node.tag(tape).and_then(|tag| tag.get("lang")).map(str::to_owned);
    own.or_else(|| attribute_of(tape, root, "body", "lang"))
        .or_else(|| attribute_of(tape, root, "nitf", "lang"))
        .filter(|language| !language.trim().is_empty())
}

fn item_language(tape: &Tape, item: &Node) -> Option<String> {
    item.first(tape, "contentMeta")
        .and_then(|meta| attribute_of(tape, &meta, "language", "tag"))
        .or_else(|| item.tag(tape)?.get("lang").map(str::to_owned))
}

/// The value of an attribute of the first element of a name.
fn attribute_of(tape: &Tape, within: &Node, name: &str, attribute: &str) -> Option<String> {
    let node = within.first(tape, name)?;
    let value = node.tag(tape)?.get(attribute)?.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

/// The table for NITF, the XHTML in NewsML, and NewsML 1.2 around it.
fn elements(tag: Tag<'_>) -> Meaning {
    match tag.name() {
        "head"
        | "tobject"
        | "docdata"
        | "distributor"
        | "series"
        | "copyrite"
        | "rights"
        | "media-metadata"
        | "media-reference"
        | "media-object"
        | "pubdata"
        | "revision-history"
        | "Catalog"
        | "NewsEnvelope"
        | "Identification"
        | "NewsManagement"
        | "AdministrativeMetadata"
        | "DescriptiveMetadata"
        | "Characteristics"
        | "RightsMetadata"
        | "Metadata"
        | "TopicSet"
        | "SlugLine"
        | "CopyrightLine"
        | "KeywordLine"
        | "RightsLine"
        | "Comment"
        | "MediaType"
        | "Format"
        | "remoteContent"
        | "Role"
        | "BasisForChoice"
        | "NewsLineType"
        | "MimeType"
        | "Property"
        | "slugline" => Meaning::Skipped,
        "hl1" | "HeadLine" => Meaning::Heading,
        "hl2" | "SubHeadLine" | "abstract" => {
            Meaning::Block(if tag.name() == "hl2" { Role::Crosshead } else { Role::Standfirst })
        }
        "byline" | "ByLine" => Meaning::Block(Role::Byline),
        "dateline" | "DateLine" => Meaning::Block(Role::Dateline),
        "tagline" | "note" | "bibliography" | "ed-msg" | "fn" | "SeriesLine" | "NewsLineText" => {
            Meaning::Block(Role::Note)
        }
        "media-caption" => Meaning::Block(Role::Caption),
        "media-producer" | "CreditLine" => Meaning::Block(Role::Credit),
        "bq" => Meaning::Block(Role::BlockQuote),
        "credit" => Meaning::Block(Role::Byline),
        "byttl" => Meaning::Block(Role::Byline),
        "person" | "org" | "location" | "chron" | "num" | "money" | "event" | "function" | "object.title"
        | "virtloc" | "classifier" | "lang" | "pronounce" | "postaddr" | "city" | "state" | "region"
        | "country" | "sublocation" | "story.date" | "name.given" | "name.family" | "alt-code" | "frac"
        | "frac-num" | "frac-den" => Meaning::Inline,
        // "hl2" right under a headline sums it up; in the text it is a crosshead.
        "hedline" => Meaning::Block(Role::Standfirst),
        "html" | "body" | "body.head" | "body.content" | "body.end" | "block" => Meaning::Container,
        _ => meaning::html(tag),
    }
}
