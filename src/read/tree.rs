//! Finding elements on a tape by their names.

use std::ops::Range;

use super::layer::Layer;
use super::tape::{Event, Tag, Tape};

/// An element with all that is in it: a stretch of events from its opening to its closing tag.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Node(pub(super) Range<usize>);

impl Node {
    /// The whole tape.
    pub(super) fn root(tape: &Tape) -> Self {
        Self(0..tape.events.len())
    }

    /// The elements of this name in it, in order; those inside one another only once.
    pub(super) fn all(&self, tape: &Tape, name: &str) -> Vec<Node> {
        let mut found = Vec::new();
        let mut open: Option<(usize, usize)> = None;
        // Where nothing stands before the outermost element, it starts where the tape does.
        let whole = self.0 == (0..tape.events.len());
        for index in self.0.clone() {
            match &tape.events[index] {
                Event::Open(element) if tape.tag(element).name() == name => match &mut open {
                    Some((_, depth)) => *depth += 1,
                    None if index == self.0.start && !whole => {}
                    None => open = Some((index, 1)),
                },
                Event::Close(range, _) if tape.name(range) == name => {
                    if let Some((start, depth)) = &mut open {
                        *depth -= 1;
                        if *depth == 0 {
                            found.push(Node(*start..index + 1));
                            open = None;
                        }
                    }
                }
                Event::Open(_) | Event::Close(..) | Event::Text(_) | Event::Comment(..) => {}
            }
        }
        found
    }

    /// The first element of this name in it.
    pub(super) fn first(&self, tape: &Tape, name: &str) -> Option<Node> {
        self.all(tape, name).into_iter().next()
    }

    /// Its opening tag; nothing of the whole tape.
    pub(super) fn tag<'t>(&self, tape: &'t Tape) -> Option<Tag<'t>> {
        match tape.events.get(self.0.start)? {
            Event::Open(element) => Some(tape.tag(element)),
            Event::Close(..) | Event::Text(_) | Event::Comment(..) => None,
        }
    }

    /// All text in it, as a layer of its own.
    pub(super) fn words(&self, tape: &Tape) -> Layer<'static> {
        let mut words = Layer::default();
        for event in &tape.events[self.0.clone()] {
            if let Event::Text(range) = event {
                words.push_from(&tape.words, range.start, range.end);
            }
        }
        words
    }

    /// All text in it, without white space at its ends.
    pub(super) fn text(&self, tape: &Tape) -> String {
        self.words(tape).text().trim().to_owned()
    }

    /// The text of the first element of this name in it, where that isn't empty.
    pub(super) fn text_of(&self, tape: &Tape, name: &str) -> Option<String> {
        self.first(tape, name).map(|node| node.text(tape)).filter(|text| !text.is_empty())
    }
}

/// The name of the outermost element.
pub(super) fn root_name(tape: &Tape) -> &str {
    tape.events
        .iter()
        .find_map(|event| match event {
            Event::Open(element) => Some(tape.tag(element).name()),
            Event::Close(..) | Event::Text(_) | Event::Comment(..) => None,
        })
        .unwrap_or_default()
}
