//! Words of marked-up text → blocks: which block is open for them, and what it turns out to be once it is closed.

use std::ops::Range;

use super::{Blocks, Headline, State, handed_down};
use crate::article::{Builder, Role};
use crate::read::shortcodes::MASKED;
use crate::read::tape::Place;
use crate::read::{prose, roles};

/// The most regions inside one another, and behind one another in the same one, that are looked through.
const DEEPEST_REGION: usize = 32;

impl Blocks<'_> {
    /// Adds text in which marks may end one region and start the next.
    pub(super) fn text_between_marks(&mut self, builder: &mut Builder, range: Range<usize>) {
        let tape = self.tape;
        let mut at = range.start;
        for piece in tape.text(&range).split(MASKED) {
            self.text(builder, at..at + piece.len());
            at += piece.len() + MASKED.len_utf8();
        }
    }

    pub(super) fn text_with_gaps(&mut self, builder: &mut Builder, range: Range<usize>) {
        let tape = self.tape;
        let mut at = range.start;
        for line in tape.text(&range).split_inclusive('\n') {
            let start = at;
            at += line.len();
            if line.trim().is_empty() && line.ends_with('\n') && start > range.start {
                self.close_block(builder);
            } else {
                self.text(builder, start..at);
            }
        }
    }

    pub(super) fn text(&mut self, builder: &mut Builder, range: Range<usize>) {
        if self.stack.last().is_some_and(|open| open.state == State::Skipped) {
            return;
        }
        let words = self.tape.text(&range);
        if words.is_empty() {
            return;
        }
        let blank = words.chars().all(|c| c.is_whitespace() && c != '\u{a0}' || c.is_control());
        if blank && (!builder.is_open() || self.after_break) {
            return;
        }
        if blank && self.region_is_over(range.start) {
            return self.close_block(builder);
        }
        self.after_break = self.after_break && blank;
        let unseen =
            words.len() - words.trim_start_matches(|c: char| c.is_whitespace() || c.is_control()).len();
        if !self.ready(builder, range.start + unseen) {
            return;
        }
        for open in &mut self.stack {
            if let Some((start @ None, _)) = &mut open.link {
                *start = Some(builder.at());
            }
        }
        self.plain = self.plain || !blank && !self.is_bold();
        prose::add(builder, &self.tape.words, range.start, range.end);
    }

    /// Whether the words here are set in bold.
    fn is_bold(&self) -> bool {
        let inline = self.stack.iter().rev().take_while(|open| open.state == State::Inline);
        inline.into_iter().any(|open| matches!(self.tape.name(&open.name), "strong" | "b"))
    }

    /// Opens a block for the text at `at` where none is open; false where its role isn't wanted.
    fn ready(&mut self, builder: &mut Builder, at: usize) -> bool {
        let role = self.stack.last().map_or(Role::Paragraph, |open| open.role);
        if !self.only.is_empty() && !self.only.contains(&role) {
            return false;
        }
        if self.regions.is_empty() {
            if !builder.is_open() {
                builder.open(role);
            }
            return true;
        }
        if self.region_is_over(at) {
            self.close_block(builder);
        }
        let source = self.tape.words.in_source(at, at).0;
        if !builder.is_open() {
            let before = self.regions.partition_point(|region| region.place.start <= source);
            let near = self.regions[..before].iter().rev().take(DEEPEST_REGION);
            let region = near.into_iter().find(|region| region.place.contains(&source));
            self.region_end = region.map(|region| region.place.end);
            builder.open(region.map_or(role, |region| handed_down(role, region.role)));
            builder.replaced(region.map_or("", |region| region.before), source, source);
        }
        true
    }

    /// Whether the region of the open block ends before the text at `at`.
    fn region_is_over(&self, at: usize) -> bool {
        self.region_end.is_some_and(|end| end <= self.tape.words.in_source(at, at).0)
    }

    pub(super) fn mark(&mut self, builder: &mut Builder, mark: &str, place: Place) {
        let start = self.tape.words.text().len();
        if self.ready(builder, start) {
            builder.replaced(mark, place.0, place.1);
        }
    }

    pub(super) fn line_end(&mut self, builder: &mut Builder, place: Place) {
        if self.after_break {
            self.close_block(builder);
        } else if builder.is_open() && !builder.ends_in_space() {
            builder.replaced(" ", place.0, place.1);
        }
        self.after_break = true;
    }

    /// A block of its own for the words that describe a picture; a file's name describes nothing.
    pub(super) fn caption(&mut self, builder: &mut Builder, range: Range<usize>) {
        let words = self.tape.text(&range).trim();
        let describes = words.contains(' ') && words.chars().filter(|c| c.is_alphabetic()).count() > 8;
        let wanted = self.only.is_empty();
        if describes && wanted && !builder.is_open() {
            builder.open(Role::Caption);
            prose::add(builder, &self.tape.words, range.start, range.end);
            roles::close(builder);
        }
    }

    pub(super) fn close_block(&mut self, builder: &mut Builder) {
        self.after_break = false;
        let bold = !std::mem::take(&mut self.plain);
        if !builder.is_open() {
            return;
        }
        for open in &mut self.stack {
            if let Some((start, target)) = &mut open.link
                && let Some(start) = start.take()
            {
                builder.link(start, target);
            }
        }
        if builder.role() == Some(Role::Headline) && !builder.open_text().trim().is_empty() {
            self.headline = Headline::Known;
        }
        if builder.role() == Some(Role::Paragraph) && (leads_elsewhere(builder) || self.is_entry(builder)) {
            builder.set_role(Role::Note);
        }
        if builder.role() == Some(Role::Paragraph) && bold && is_all_quoted(builder.open_text().trim()) {
            builder.set_role(Role::Crosshead);
        }
        roles::close(builder);
    }

    /// Whether the open block is an entry of a table: a few words in a cell, and no sentence.
    fn is_entry(&self, builder: &Builder) -> bool {
        let words = builder.open_text().trim();
        self.stack.iter().any(|open| open.state == State::Cell) && is_short(words, LONGEST_ENTRY)
    }
}

/// A line in bold that is longer is text.
const LONGEST_CROSSHEAD: usize = 120;

/// Whether a short line is a quotation and nothing else: **« Tout a brûlé »**.
fn is_all_quoted(words: &str) -> bool {
    let opened = words.starts_with(['«', '“', '"']);
    let inner = words.trim_matches(['«', '»', '“', '”', '"']);
    opened
        && words.ends_with(['»', '”', '"'])
        && !inner.contains(['«', '»', '“', '”', '"'])
        && words.chars().count() <= LONGEST_CROSSHEAD
}

/// An entry of a table that is longer is text.
const LONGEST_ENTRY: usize = 80;

/// Whether words are few and end as no sentence does.
fn is_short(words: &str, most: usize) -> bool {
    words.len() <= most && !words.ends_with(['.', '!', '?', '…', '»', '”', '"', ':'])
}

/// "« Précédent | Suivant »", "Lire aussi le dossier": a few words that are links and no sentence.
fn leads_elsewhere(builder: &Builder) -> bool {
    let words = builder.open_text().trim();
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    is_short(words, 120)
        && letters(words) > 0
        && builder.open_links().map(letters).sum::<usize>() == letters(words)
}
