//! Makes an article piece by piece: blocks open and close, words stand as they are or for others.

use std::sync::Arc;

use super::{AcceptMark, Article, Block, Declared, Item, Link, Role};
use crate::place::{Places, Source};
use crate::span::Span;

/// Makes an [`Article`] piece by piece, in reading order. Offsets are bytes of the source's text.
#[derive(Debug)]
pub struct Builder {
    article: Article,
    /// Where the open block starts in the text.
    open: Option<(Role, usize)>,
}

impl Builder {
    /// An article out of `source` with nothing in it yet.
    pub fn new(source: Arc<Source>) -> Self {
        let article = Article {
            text: String::new(),
            blocks: Vec::new(),
            links: Vec::new(),
            accept_marks: Vec::new(),
            declared: Declared::default(),
            item: None,
            source,
            places: Places::default(),
        };
        Self { article, open: None }
    }

    /// Opens a block; one that is open is closed before.
    pub fn open(&mut self, role: Role) {
        self.close();
        if !self.article.text.is_empty() {
            self.article.text.push_str("\n\n");
        }
        self.open = Some((role, self.article.text.len()));
    }

    /// Gives the open block another role.
    pub fn set_role(&mut self, role: Role) {
        if let Some(open) = &mut self.open {
            open.0 = role;
        }
    }

    /// Whether a block is open.
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Closes the open block. White space at its ends is dropped, and the block with it where nothing else is
    /// in it.
    pub fn close(&mut self) {
        let Some((role, start)) = self.open.take() else { return };
        let span = Span::between(start, self.article.text.len()).trimmed(&self.article.text);
        if span.is_empty() {
            self.cut(self.article.blocks.last().map_or(0, |block| block.span.end()));
        } else {
            self.cut(span.end());
            self.article.blocks.push(Block { role, span });
        }
    }

    /// Drops the text from `end` on, and what leads back from there.
    fn cut(&mut self, end: usize) {
        self.article.text.truncate(end);
        self.article.places.cut(end);
        // Links come as they end; one that nothing closes may hold others.
        let links = &mut self.article.links;
        let beyond = links.iter().rev().take_while(|link| link.span.end() > end).count();
        for link in links.split_off(links.len() - beyond) {
            if link.span.start() < end {
                links.push(Link { span: Span::between(link.span.start(), end), ..link });
            }
        }
    }

    /// Drops the open block with all that is in it.
    pub fn discard(&mut self) {
        if let Some((_, start)) = self.open {
            self.cut(start);
            self.close();
        }
    }

    /// The text of the open block so far; empty where none is open.
    pub fn open_text(&self) -> &str {
        self.open.map_or("", |(_, start)| &self.article.text[start..])
    }

    /// The words of the links in the open block.
    pub fn open_links(&self) -> impl Iterator<Item = &str> {
        let start = self.open.map_or(self.at(), |(_, start)| start);
        let links = self.article.links.iter().rev().take_while(move |link| link.span.start() >= start);
        links.map(|link| self.article.words(link.span))
    }

    /// The role of the open block.
    pub fn role(&self) -> Option<Role> {
        self.open.map(|(role, _)| role)
    }

    /// How many blocks are closed.
    pub fn closed_blocks(&self) -> usize {
        self.article.blocks.len()
    }

    /// Ends the open block `length` bytes behind its start and gives what stands behind a block of its own: the
    /// dateline before the first paragraph. Nothing happens where that splits a character.
    pub fn split(&mut self, length: usize, before: Role) {
        let Some((role, start)) = self.open else { return };
        let Some((first, rest)) = self.article.text[start..].split_at_checked(length) else { return };
        let end = start + first.trim_end().len();
        let next = self.article.text.len() - rest.trim_start().len();
        let head = Span::between(start, end).trimmed(&self.article.text);
        if head.is_empty() || next == self.article.text.len() {
            return;
        }
        self.article.blocks.push(Block { role: before, span: head });
        self.article.text.insert_str(next, "\n\n");
        self.article.places.make_room(next, 2);
        for link in self.article.links.iter_mut().rev().take_while(|link| link.span.end() > next) {
            let from = link.span.start();
            link.span = Span::between(if from < next { from } else { from + 2 }, link.span.end() + 2);
        }
        self.open = Some((role, next + 2));
    }

    /// Adds the source's text `start..end` as it stands. Where no block is open, a paragraph is opened.
    pub fn verbatim(&mut self, start: usize, end: usize) {
        self.open_if_none();
        let source = Arc::clone(&self.article.source);
        let words = source.text().get(start..end).unwrap_or_default();
        self.article.places.verbatim(self.article.text.len(), start, words.len());
        self.article.text.push_str(words);
    }

    /// Adds `words` that stand for the source's text `start..end`: "é" for `&eacute;`, a space for a tag.
    pub fn replaced(&mut self, words: &str, start: usize, end: usize) {
        if words.is_empty() {
            return;
        }
        self.open_if_none();
        self.article.places.replaced(self.article.text.len(), start, end.saturating_sub(start));
        self.article.text.push_str(words);
    }

    fn open_if_none(&mut self) {
        if self.open.is_none() {
            self.open(Role::Paragraph);
        }
    }

    /// Where the next piece will stand in the text: for links and marks.
    pub fn at(&self) -> usize {
        self.article.text.len()
    }

    /// Whether the text ends in white space, or the open block is still empty.
    pub fn ends_in_space(&self) -> bool {
        let start = self.open.map_or(self.at(), |(_, start)| start);
        self.article.text[start..].chars().next_back().is_none_or(char::is_whitespace)
    }

    /// Notes a link over the text from `from` (an earlier [`Builder::at`]) to here.
    pub fn link(&mut self, from: usize, target: &str) {
        if from < self.at() && self.article.text.is_char_boundary(from) {
            let span = Span::between(from, self.at());
            self.article.links.push(Link { span, target: target.into() });
        }
    }

    /// Notes a comment that accepts a finding, at `start..end` of the source's text. Inside a block it speaks for
    /// that block, between two for the second.
    pub fn accept_mark(&mut self, words: &str, start: usize, end: usize) {
        let place = self.article.source.place(start, end);
        let open = self.open.map(|(_, start)| start).filter(|_| !self.open_text().trim().is_empty());
        let at = open.unwrap_or(self.article.text.len());
        self.article.accept_marks.push(AcceptMark { at, words: words.into(), place });
    }

    /// Sets what the file says of the article beside its text.
    pub fn declared(&mut self) -> &mut Declared {
        &mut self.article.declared
    }

    /// Says which article of its file it is.
    pub fn item(&mut self, item: Item) {
        self.article.item = Some(item);
    }

    /// The article, its last block closed.
    pub fn finish(mut self) -> Article {
        self.close();
        self.article
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::Width;
    use crate::span::Place;

    #[test]
    fn blocks_are_trimmed_and_empty_ones_dropped() {
        let source = Source::new("# Titre \n\n \n\n Le texte. ".into(), 0, Width::Utf8);
        let mut builder = Builder::new(source);
        builder.open(Role::Headline);
        builder.verbatim(2, 8);
        builder.open(Role::Paragraph);
        builder.verbatim(10, 11);
        builder.open(Role::Paragraph);
        builder.verbatim(13, 24);
        let article = builder.finish();
        assert_eq!(article.text(), "Titre\n\n Le texte.");
        let words: Vec<_> = article.blocks().iter().map(|block| article.words(block.span)).collect();
        assert_eq!(words, ["Titre", "Le texte."]);
        assert_eq!(article.place(article.blocks()[1].span), Place { start: 14, end: 23 });
    }
}
