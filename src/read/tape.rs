//! Marked-up text as a row of events: an element opens, text, an element closes.
//!
//! HTML, XML and Markdown are all laid on such a tape, and `elements` makes blocks of it. The text is decoded (an
//! entity is the character that it stands for), in a layer that leads back to the file.

use std::ops::Range;

use super::layer::Layer;

/// A row of events over a decoded text.
#[derive(Debug, Default)]
pub(super) struct Tape {
    /// All text between tags and all values of attributes, decoded.
    pub(super) words: Layer<'static>,
    names: String,
    attributes: Vec<Attribute>,
    pub(super) events: Vec<Event>,
}

#[derive(Debug)]
struct Attribute {
    name: Range<usize>,
    value: Range<usize>,
}

/// What happens next in marked-up text. Ranges are bytes of the tape's words; places are bytes of the file's text.
#[derive(Debug)]
pub(super) enum Event {
    /// An element opens.
    Open(Element),
    /// An element of this name closes.
    Close(Range<usize>, Place),
    /// Text.
    Text(Range<usize>),
    /// A comment, without its marks.
    Comment(Range<usize>, Place),
}

/// Where in the file's text a tag or comment stands: start and end.
pub(super) type Place = (usize, usize);

/// An opening tag.
#[derive(Clone, Debug)]
pub(super) struct Element {
    name: Range<usize>,
    attributes: Range<usize>,
    pub(super) place: Place,
}

/// An opening tag together with the tape that holds its words.
#[derive(Clone, Copy)]
pub(super) struct Tag<'t> {
    tape: &'t Tape,
    element: &'t Element,
}

impl<'t> Tag<'t> {
    /// The element's name, in lower case where the format doesn't tell cases apart, without a namespace's prefix.
    pub(super) fn name(self) -> &'t str {
        self.tape.name(&self.element.name)
    }

    /// The name as a tape holds it.
    pub(super) fn name_range(self) -> Range<usize> {
        self.element.name.clone()
    }

    /// Where the tag stands in the file's text.
    pub(super) fn place(self) -> Place {
        self.element.place
    }

    /// The bytes of the tape's words that are the value of an attribute.
    pub(super) fn range(self, name: &str) -> Option<Range<usize>> {
        let attributes = &self.tape.attributes[self.element.attributes.clone()];
        let attribute = attributes.iter().find(|attribute| self.tape.name(&attribute.name) == name)?;
        Some(attribute.value.clone())
    }

    /// The value of an attribute.
    pub(super) fn get(self, name: &str) -> Option<&'t str> {
        self.tape.words.text().get(self.range(name)?)
    }
}

impl Tape {
    /// The opening tag of an event.
    pub(super) fn tag<'t>(&'t self, element: &'t Element) -> Tag<'t> {
        Tag { tape: self, element }
    }

    /// The name that an event holds.
    pub(super) fn name(&self, range: &Range<usize>) -> &str {
        &self.names[range.clone()]
    }

    /// The text of an event.
    pub(super) fn text(&self, range: &Range<usize>) -> &str {
        self.words.text().get(range.clone()).unwrap_or_default()
    }

    /// Opens an element. Its attributes follow by [`Tape::attribute`].
    pub(super) fn open(&mut self, name: &str, place: Place) {
        let name = self.new_name(name);
        let none = self.attributes.len()..self.attributes.len();
        self.events.push(Event::Open(Element { name, attributes: none, place }));
    }

    /// Gives the element just opened an attribute, whose value is bytes of the tape's words.
    pub(super) fn attribute(&mut self, name: &str, value: Range<usize>) {
        let name = self.new_name(name);
        if let Some(Event::Open(element)) = self.events.last_mut() {
            self.attributes.push(Attribute { name, value });
            element.attributes.end = self.attributes.len();
        }
    }

    /// Gives the element just opened an attribute whose value stands nowhere in the file.
    pub(super) fn attribute_as(&mut self, name: &str, value: &str) {
        let start = self.words.text().len();
        let place = self.words.in_source(start, start);
        self.words.push_as(value, place.0, place.0);
        self.attribute(name, start..self.words.text().len());
    }

    /// Closes an element.
    pub(super) fn close(&mut self, name: &str, place: Place) {
        let name = self.new_name(name);
        self.events.push(Event::Close(name, place));
    }

    /// Says that the tape's words from `start` on are text.
    pub(super) fn text_from(&mut self, start: usize) {
        let end = self.words.text().len();
        if let Some(Event::Text(last)) = self.events.last_mut().filter(|_| start < end)
            && last.end == start
        {
            last.end = end;
        } else if start < end {
            self.events.push(Event::Text(start..end));
        }
    }

    /// Adds the text `start..end` of `layer` as text.
    pub(super) fn verbatim(&mut self, layer: &Layer<'_>, start: usize, end: usize) {
        let from = self.words.text().len();
        self.words.push_from(layer, start, end);
        self.text_from(from);
    }

    /// Adds `words` as text that stands for `start..end` of `layer`.
    pub(super) fn replaced(&mut self, layer: &Layer<'_>, words: &str, start: usize, end: usize) {
        let from = self.words.text().len();
        let (start, end) = layer.in_source(start, end);
        self.words.push_as(words, start, end);
        self.text_from(from);
    }

    /// Adds a comment.
    pub(super) fn comment(&mut self, layer: &Layer<'_>, start: usize, end: usize, place: Place) {
        let from = self.words.text().len();
        self.words.push_from(layer, start, end);
        self.events.push(Event::Comment(from..self.words.text().len(), place));
    }

    fn new_name(&mut self, name: &str) -> Range<usize> {
        let start = self.names.len();
        self.names.push_str(name);
        start..self.names.len()
    }
}
