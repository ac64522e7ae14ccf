//! Files with many articles: exports of WordPress (WXR), RSS and Atom.
//!
//! Each item is an article of its own, numbered as it stands in the file. An export is checked before something is
//! published: drafts, posts that wait for review, scheduled and private ones are read. Attachments, menus, revisions and what
//! was thrown away are no articles.

use std::sync::Arc;

use super::elements::{Blocks, Headline};
use super::layer::Layer;
use super::shortcodes::{self, Machinery};
use super::tape::Tape;
use super::tree::Node;
use super::{html, meaning, page, tongue};
use crate::article::{Article, Builder, Item, Role};
use crate::place::Source;

/// The articles of an RSS file, which may be an export of WordPress.
pub(super) fn rss(source: &Arc<Source>, tape: &Tape) -> Vec<Article> {
    let root = Node::root(tape);
    let language = root
        .first(tape, "channel")
        .and_then(|channel| channel.text_of(tape, "language"))
        .and_then(|tag| tongue::tag(&tag));
    items(source, tape, &root.all(tape, "item"), |builder, item| {
        builder.declared().language = language.clone();
        builder.declared().genre = item.text_of(tape, "category");
        builder.declared().draft = item
            .text_of(tape, "wp:status")
            .is_some_and(|status| matches!(status.as_str(), "draft" | "pending" | "auto-draft"));
        add(builder, tape, item, "title", Role::Headline);
        add(builder, tape, item, "excerpt:encoded", Role::Standfirst);
        if item.first(tape, "wp:post_type").is_none() {
            // A login name in an export, a byline in a feed.
            add(builder, tape, item, "dc:creator", Role::Byline);
        }
        match item.first(tape, "content:encoded") {
            Some(content) => post(builder, &content.words(tape)),
            None => add(builder, tape, item, "description", Role::Standfirst),
        }
    })
}

/// The articles of an Atom file.
pub(super) fn atom(source: &Arc<Source>, tape: &Tape) -> Vec<Article> {
    let root = Node::root(tape);
    let language = root.first(tape, "feed").and_then(|feed| tongue::tag(feed.tag(tape)?.get("lang")?));
    items(source, tape, &root.all(tape, "entry"), |builder, item| {
        builder.declared().language = language.clone();
        add(builder, tape, item, "title", Role::Headline);
        if let Some(author) = item.first(tape, "author") {
            add(builder, tape, &author, "name", Role::Byline);
        }
        match item.first(tape, "content") {
            Some(content) if content.tag(tape).and_then(|tag| tag.get("type")) == Some("xhtml") => {
                let mut blocks = Blocks::new(tape, meaning::html);
                blocks.headline = Headline::Known;
                blocks.add(builder, content.0);
                blocks.finish(builder);
            }
            Some(content) => page::add_fragment(builder, &content.words(tape), Headline::Known),
            None => add(builder, tape, item, "summary", Role::Standfirst),
        }
    })
}

/// An article for each of `nodes` that is one and has words.
fn items(
    source: &Arc<Source>,
    tape: &Tape,
    nodes: &[Node],
    mut fill: impl FnMut(&mut Builder, &Node),
) -> Vec<Article> {
    let mut articles = Vec::new();
    for (index, node) in nodes.iter().enumerate() {
        if !is_article(tape, node) {
            continue;
        }
        let mut builder = Builder::new(Arc::clone(source));
        fill(&mut builder, node);
        if nodes.len() > 1 {
            builder.item(Item { number: index + 1, title: node.text_of(tape, "title") });
        }
        let article = builder.finish();
        if !article.blocks().is_empty() {
            articles.push(article);
        }
    }
    articles
}

/// Whether an item of WordPress is something that is read as an article.
fn is_article(tape: &Tape, item: &Node) -> bool {
    let kind = item.text_of(tape, "wp:post_type").unwrap_or_default();
    let status = item.text_of(tape, "wp:status").unwrap_or_default();
    let machinery =
        ["attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache"];
    let machinery = machinery.contains(&kind.as_str()) || kind.starts_with("wp_");
    !machinery && !matches!(status.as_str(), "trash" | "auto-draft")
}

fn add(builder: &mut Builder, tape: &Tape, item: &Node, name: &str, role: Role) {
    if let Some(node) = item.first(tape, name) {
        page::add_line(builder, &node.words(tape), role);
    }
}

/// Adds the body of a post of WordPress, in which a blank line ends a paragraph too.
fn post(builder: &mut Builder, layer: &Layer<'_>) {
    let masked = shortcodes::masked(layer.clone(), Machinery::WordPress);
    let mut tape = Tape::default();
    html::lay(&mut tape, &masked.layer, 0, masked.layer.text().len());
    let mut blocks = Blocks::new(&tape, meaning::html);
    blocks.headline = Headline::Known;
    blocks.blank_lines_end_paragraphs();
    blocks.regions = masked.regions_in_file();
    blocks.add(builder, 0..tape.events.len());
    blocks.finish(builder);
}
