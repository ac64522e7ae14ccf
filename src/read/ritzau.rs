//! What the Danish agency Ritzau sends: `RBNews`, one story a file, its text HTML that is escaped in XML.

use std::sync::Arc;

use super::elements::Headline;
use super::page;
use super::tape::Tape;
use super::tree::Node;
use crate::article::{Article, Builder, Role};
use crate::place::Source;

/// The article of a file.
pub(super) fn article(source: &Arc<Source>, tape: &Tape) -> Article {
    let root = Node::root(tape);
    let mut builder = Builder::new(Arc::clone(source));
    builder.declared().genre = root.text_of(tape, "section");
    let lines = [
        ("headline", Role::Headline),
        ("subtitle", Role::Standfirst),
        ("byLine", Role::Byline),
        ("TilRedaktionen", Role::Note),
        ("town", Role::Dateline),
    ];
    for (name, role) in lines {
        if let Some(node) = root.first(tape, name) {
            page::add_line(&mut builder, &node.words(tape), role);
        }
    }
    if let Some(content) = root.first(tape, "content") {
        page::add_fragment(&mut builder, &content.words(tape), Headline::Known);
    }
    builder.finish()
}
