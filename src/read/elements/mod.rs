//! Makes blocks of marked-up text: which element is a paragraph, a headline, a caption, and which isn't the article's.
//!
//! What an element means is told by the format's own table (a [`Dialect`]); how blocks open and close, how roles are
//! handed down, and what happens to links, quotations and comments is the same for all. Which words come into which block
//! is told in `words`.

mod words;

use std::ops::Range;

use super::accept;
use super::shortcodes::Region;
use super::tape::{Event, Place, Tag, Tape};
use crate::article::{Builder, Role};

/// What an element means in a format.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Meaning {
    /// Part of the text around it: `em`, `span`.
    Inline,
    /// A block of this role. What is below it and says no more than "paragraph" has this role too.
    Block(Role),
    /// Blocks stand in it and it says nothing of their role: `div`, `section`.
    Container,
    /// A heading: the headline where there is none yet, else a crosshead.
    Heading,
    /// A line end: `br`. Two of them end a paragraph.
    Break,
    /// Words of somebody's whose marks the reader's program draws: `q`.
    Quote,
    /// Leads elsewhere: the attribute that says where.
    Link(&'static str),
    /// Has words in an attribute, which are a caption: `img`.
    Words(&'static str),
    /// A cell of a table: what stands in it may be text, or a name or figure among others.
    Cell,
    /// An element that the format doesn't know: part of the text inside a paragraph, elsewhere a container.
    Foreign,
    /// Not the article's: a menu, a script.
    Skipped,
}

/// The table of a format.
pub(super) type Dialect = fn(Tag<'_>) -> Meaning;

/// Blocks in the making.
pub(super) struct Blocks<'t> {
    tape: &'t Tape,
    dialect: Dialect,
    stack: Vec<Open>,
    /// Whether the next heading is the headline.
    pub(super) headline: Headline,
    /// Whether the last thing was a line end.
    after_break: bool,
    /// Stretches of the file's text whose blocks have a role of their own.
    pub(super) regions: Vec<Region>,
    /// Roles to take; the others are left out. Empty where all are taken.
    pub(super) only: &'static [Role],
    gaps: Gaps,
    /// Whether the open block has words that aren't set in bold.
    plain: bool,
    /// Where the region of the open block ends in the file's text.
    region_end: Option<usize>,
}

/// What a blank line in text means.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gaps {
    /// White space like any other.
    Space,
    /// The end of a paragraph.
    Paragraph,
}

/// Whether an article's headline is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Headline {
    /// The first heading is it.
    Wanted,
    /// No heading is of the first level: one of any level is it where nothing stands before it.
    First,
    /// There is one: all headings are crossheads.
    Known,
}

/// An element that is open.
struct Open {
    name: Range<usize>,
    /// The role of blocks in it.
    role: Role,
    state: State,
    /// Where the words of the link start, once there are some, and where it leads.
    link: Option<(Option<usize>, String)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Inline,
    Block,
    Cell,
    Quote,
    Skipped,
}

impl State {
    /// Whether no paragraph goes on across its tags.
    fn ends_paragraphs(self) -> bool {
        matches!(self, State::Block | State::Cell)
    }
}

/// Elements deeper than this are as if they weren't there.
const DEEPEST: usize = 200;
/// A headline farther than this behind the tag of what holds it isn't looked for.
const FARTHEST_HEADLINE: usize = 24;

impl<'t> Blocks<'t> {
    pub(super) fn new(tape: &'t Tape, dialect: Dialect) -> Self {
        let headline = Headline::Wanted;
        Self {
            tape,
            dialect,
            stack: Vec::new(),
            headline,
            after_break: false,
            regions: Vec::new(),
            only: &[],
            gaps: Gaps::Space,
            plain: false,
            region_end: None,
        }
    }

    /// From here on a blank line ends a paragraph, as in posts of WordPress.
    pub(super) fn blank_lines_end_paragraphs(&mut self) {
        self.gaps = Gaps::Paragraph;
    }

    /// Ends the paragraph.
    pub(super) fn break_here(&mut self, builder: &mut Builder) {
        self.close_block(builder);
    }

    /// Adds the blocks of `events`.
    pub(super) fn add(&mut self, builder: &mut Builder, events: Range<usize>) {
        let tape = self.tape;
        for index in events {
            match &tape.events[index] {
                Event::Open(element) => self.open(builder, tape.tag(element), index),
                Event::Close(name, place) => self.close(builder, name, *place),
                Event::Text(range) => match self.gaps {
                    Gaps::Space if self.regions.is_empty() => self.text(builder, range.clone()),
                    Gaps::Space => self.text_between_marks(builder, range.clone()),
                    Gaps::Paragraph => self.text_with_gaps(builder, range.clone()),
                },
                Event::Comment(range, place) => {
                    if let Some(words) = accept::words(tape.text(range)) {
                        builder.accept_mark(words, place.0, place.1);
                    }
                }
            }
        }
    }

    /// Closes what is open.
    pub(super) fn finish(&mut self, builder: &mut Builder) {
        self.close_block(builder);
        self.stack.clear();
    }

    fn open(&mut self, builder: &mut Builder, tag: Tag<'_>, index: usize) {
        let outer = self.stack.last().map_or(Role::Paragraph, |open| open.role);
        let skipped = self.stack.last().is_some_and(|open| open.state == State::Skipped);
        let (state, role, link) = match (self.dialect)(tag) {
            _ if skipped => (State::Skipped, outer, None),
            Meaning::Skipped => (State::Skipped, outer, None),
            Meaning::Inline => (State::Inline, outer, None),
            Meaning::Link(attribute) => {
                let link = tag.get(attribute).filter(|target| !target.is_empty());
                (State::Inline, outer, link.map(|target| (None, target.to_owned())))
            }
            Meaning::Break => {
                self.line_end(builder, tag.place());
                (State::Inline, outer, None)
            }
            Meaning::Quote => {
                self.mark(builder, "“", tag.place());
                (State::Quote, outer, None)
            }
            Meaning::Words(attribute) => {
                if let Some(range) = tag.range(attribute) {
                    self.caption(builder, range);
                }
                (State::Inline, outer, None)
            }
            Meaning::Container => (State::Block, outer, None),
            Meaning::Foreign if self.is_in_a_paragraph() => (State::Inline, outer, None),
            Meaning::Foreign => (State::Block, outer, None),
            Meaning::Cell => (State::Cell, outer, None),
            // "(dpa)" inside a dateline is part of it.
            Meaning::Block(role) if is_phrase(tag) && handed_down(outer, role) == outer => {
                (State::Inline, outer, None)
            }
            Meaning::Block(Role::Byline) if self.holds_the_headline(index) => (State::Block, outer, None),
            Meaning::Block(Role::Crosshead) if self.headline == Headline::First && is_first(builder) => {
                (State::Block, handed_down(outer, Role::Headline), None)
            }
            Meaning::Block(role) => (State::Block, handed_down(outer, role), None),
            Meaning::Heading => {
                let role = match self.headline {
                    Headline::Wanted | Headline::First => Role::Headline,
                    Headline::Known => Role::Crosshead,
                };
                (State::Block, handed_down(outer, role), None)
            }
        };
        if state.ends_paragraphs() {
            self.close_block(builder);
            self.close_unfinished(tag.name());
        }
        if self.stack.len() < DEEPEST {
            let name = tag.name_range();
            self.stack.push(Open { name, role, state, link });
        }
    }

    /// Whether the text around is a paragraph or a heading: what is unknown there is a word of it.
    fn is_in_a_paragraph(&self) -> bool {
        let around = self.stack.iter().rev().find(|open| open.state.ends_paragraphs());
        around.is_some_and(|open| {
            matches!(
                self.tape.name(&open.name),
                "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "hl1" | "hl2" | "headline" | "HeadLine"
            )
        })
    }

    /// Whether the element that opens at `index` has the page's headline in it: a page about an author, not the
    /// line that names one.
    fn holds_the_headline(&self, index: usize) -> bool {
        let mut depth = 0usize;
        for event in self.tape.events[index..].iter().take(FARTHEST_HEADLINE) {
            match event {
                Event::Open(element) if self.tape.tag(element).name() == "h1" => return true,
                Event::Open(_) => depth += 1,
                Event::Close(..) => depth = depth.saturating_sub(1),
                Event::Text(_) | Event::Comment(..) => {}
            }
            if depth == 0 {
                return false;
            }
        }
        false
    }

    /// Elements that end where another of their kind starts: a paragraph where any block does.
    fn close_unfinished(&mut self, name: &str) {
        let ends = |open: &str| match open {
            "p" => !matches!(name, "figcaption" | "figure" | "img"),
            "li" | "dt" | "dd" | "td" | "th" | "tr" | "option" => open == name,
            _ => false,
        };
        while self
            .stack
            .last()
            .is_some_and(|last| last.state != State::Skipped && ends(self.tape.name(&last.name)))
        {
            self.stack.pop();
        }
    }

    fn close(&mut self, builder: &mut Builder, name: &Range<usize>, place: Place) {
        let name = self.tape.name(name);
        let Some(depth) = self.stack.iter().rposition(|open| self.tape.name(&open.name) == name) else {
            return;
        };
        let blocks = self.stack[depth..].iter().any(|open| open.state.ends_paragraphs());
        if blocks {
            self.close_block(builder);
        }
        for open in self.stack.drain(depth..).rev() {
            if let Some((Some(start), target)) = open.link {
                builder.link(start, &target);
            }
            if open.state == State::Quote && builder.is_open() {
                builder.replaced("”", place.0, place.1);
            }
        }
    }
}

/// Whether nothing stands in the article yet.
fn is_first(builder: &Builder) -> bool {
    builder.closed_blocks() == 0 && builder.open_text().trim().is_empty()
}

/// Whether a tag marks words inside a line, whatever else is written on it.
fn is_phrase(tag: Tag<'_>) -> bool {
    matches!(tag.name(), "span" | "a" | "b" | "i" | "em" | "strong" | "small" | "time" | "cite" | "font")
}

/// The role of a block that calls itself `inner` and stands in one of role `outer`.
fn handed_down(outer: Role, inner: Role) -> Role {
    match (outer, inner) {
        (Role::PullQuote | Role::Note | Role::Byline | Role::Credit, _) => outer,
        (Role::Caption, Role::Credit) => Role::Credit,
        (Role::Dateline, Role::Credit) => Role::Dateline,
        // The second line of a headline sums up, as no line between paragraphs does.
        (Role::Standfirst, Role::Crosshead) => Role::Standfirst,
        (Role::Caption, _) => outer,
        (_, Role::Paragraph) => outer,
        (Role::BlockQuote, Role::ListItem | Role::Headline | Role::Crosshead) => outer,
        (_, inner) => inner,
    }
}
