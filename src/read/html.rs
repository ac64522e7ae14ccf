//! HTML on a tape: what a browser's tokenizer makes of it, with the place of every tag and every piece of text.
//!
//! Malformed mark-up is read as browsers read it. Which elements are the article is not asked here: see `page` and
//! `elements`.

use std::convert::Infallible;

use html5gum::{Emitter, State, Tokenizer, naive_next_state};

use super::layer::Layer;
use super::tape::Tape;

/// Lays the HTML that `layer` is at `start..end` on the tape.
pub(super) fn lay(tape: &mut Tape, layer: &Layer<'_>, start: usize, end: usize) {
    let Some(markup) = layer.text().get(start..end) else { return };
    let emitter = Recorder {
        tape,
        layer,
        base: start,
        markup,
        position: 0,
        done: 0,
        verbatim: (0, 0),
        tag: Kind::Open,
        tag_start: 0,
        name: Vec::new(),
        last_name: Vec::new(),
        attributes: Vec::new(),
        attribute_name: Vec::new(),
        value_start: 0,
        self_closing: false,
        raw: false,
    };
    match Tokenizer::new_with_emitter(markup, emitter).finish() {
        Ok(()) => {}
        Err(never) => match never {},
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Open,
    Close,
}

/// The type of a script that is JSON-LD: what the page says of itself to machines.
pub(super) const LINKED_DATA: &str = "application/ld+json";

/// Elements that have no content and no closing tag.
const EMPTY: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

/// Writes down what the tokenizer finds. Offsets are bytes of `markup`.
struct Recorder<'r, 't, 'a> {
    tape: &'t mut Tape,
    layer: &'r Layer<'a>,
    base: usize,
    markup: &'r str,
    position: usize,
    /// Up to here everything is written down.
    done: usize,
    /// Text that stands as it is and waits to be written down.
    verbatim: (usize, usize),
    tag: Kind,
    tag_start: usize,
    name: Vec<u8>,
    last_name: Vec<u8>,
    /// Names and values of the open tag: values are bytes of the tape's words.
    attributes: Vec<(String, std::ops::Range<usize>)>,
    attribute_name: Vec<u8>,
    value_start: usize,
    self_closing: bool,
    /// Whether text is script or style, and not data about the article either.
    raw: bool,
}

impl Recorder<'_, '_, '_> {
    /// Where `value` stands from `self.done` on: as it is, or (second) what it replaces.
    fn locate(&self, value: &[u8]) -> Result<(usize, usize), (usize, usize)> {
        let rest = self.markup.as_bytes().get(self.done..).unwrap_or_default();
        if let Some(length) = reference(rest, self.position.saturating_sub(self.done))
            && value != &rest[..length]
        {
            return Err((self.done, self.done + length));
        }
        if rest.starts_with(value) {
            return Ok((self.done, self.done + value.len()));
        }
        let stop = self.position.clamp(self.done, self.markup.len());
        let upto = &self.markup.as_bytes()[self.done..stop];
        match memchr::memmem::find(upto, value) {
            Some(at) => Ok((self.done + at, self.done + at + value.len())),
            None => Err((self.done, stop)),
        }
    }

    /// Writes down the text that waits.
    fn flush(&mut self) {
        let (start, end) = std::mem::take(&mut self.verbatim);
        if start < end && self.markup.get(start..end).is_some() {
            self.tape.verbatim(self.layer, self.base + start, self.base + end);
        }
    }

    fn text(&mut self, value: &[u8]) {
        if value.is_empty() {
            return;
        }
        match self.locate(value) {
            Ok((start, end)) => {
                if self.verbatim.1 == start && self.verbatim.0 < start {
                    self.verbatim.1 = end;
                } else {
                    self.flush();
                    self.verbatim = (start, end);
                }
                self.done = end;
            }
            Err((start, end)) => {
                self.flush();
                let (from, to) = self.boundaries(start, end);
                let words = String::from_utf8_lossy(value);
                self.tape.replaced(self.layer, &words, self.base + from, self.base + to);
                self.done = end;
            }
        }
    }

    /// The nearest character boundaries around `start..end`.
    fn boundaries(&self, start: usize, end: usize) -> (usize, usize) {
        let start = (0..=start.min(self.markup.len())).rev().find(|&at| self.markup.is_char_boundary(at));
        let end =
            (end.min(self.markup.len())..=self.markup.len()).find(|&at| self.markup.is_char_boundary(at));
        (start.unwrap_or(0), end.unwrap_or(self.markup.len()))
    }

    fn end_attribute(&mut self) {
        if !self.attribute_name.is_empty() {
            let name = String::from_utf8_lossy(&self.attribute_name).into_owned();
            let end = self.tape.words.text().len();
            self.attributes.push((name, self.value_start.min(end)..end));
            self.attribute_name.clear();
        }
    }

    /// Adds to the value of the open attribute.
    fn value(&mut self, value: &[u8]) {
        let (start, end, verbatim) = match self.locate(value) {
            Ok((start, end)) => (start, end, true),
            Err((start, end)) => (start, end, false),
        };
        let (from, to) = self.boundaries(start, end);
        if verbatim && (from, to) == (start, end) {
            self.tape.words.push_from(self.layer, self.base + from, self.base + to);
        } else {
            let place = self.layer.in_source(self.base + from, self.base + to);
            self.tape.words.push_as(&String::from_utf8_lossy(value), place.0, place.1);
        }
        self.done = end;
    }

    fn place(&self, start: usize, end: usize) -> (usize, usize) {
        let (start, end) = self.boundaries(start, end);
        self.layer.in_source(self.base + start, self.base + end)
    }
}

/// How many of the first `limit` bytes of `rest` are a character reference or a line end, which stand for something
/// else than themselves.
fn reference(rest: &[u8], limit: usize) -> Option<usize> {
    // A line end is given out before its second byte is consumed.
    match rest {
        [b'\r', b'\n', ..] => return Some(2),
        [b'\r', ..] => return Some(1),
        _ => {}
    }
    let rest = &rest[..limit.min(rest.len())];
    match rest {
        [b'&', inside @ ..] => {
            let length = match inside {
                [b'#', b'x' | b'X', digits @ ..] => 2 + run(digits, u8::is_ascii_hexdigit),
                [b'#', digits @ ..] => 1 + run(digits, u8::is_ascii_digit),
                letters => run(letters, u8::is_ascii_alphanumeric),
            };
            let semicolon = usize::from(inside.get(length) == Some(&b';'));
            (length > 0).then_some(1 + length + semicolon)
        }
        _ => None,
    }
}

fn run(bytes: &[u8], fits: impl Fn(&u8) -> bool) -> usize {
    bytes.iter().take_while(|byte| fits(byte)).count()
}

impl Emitter for Recorder<'_, '_, '_> {
    type Token = Infallible;

    fn set_last_start_tag(&mut self, name: Option<&[u8]>) {
        self.last_name = name.unwrap_or_default().to_vec();
    }

    fn emit_eof(&mut self) {
        self.flush();
    }

    fn emit_error(&mut self, _: html5gum::Error) {}

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    fn emit_string(&mut self, value: &[u8]) {
        if !self.raw {
            self.text(value);
        }
    }

    fn init_start_tag(&mut self) {
        self.flush();
        self.tag = Kind::Open;
        self.name.clear();
        self.attributes.clear();
        self.attribute_name.clear();
        self.self_closing = false;
    }

    fn init_end_tag(&mut self) {
        self.init_start_tag();
        self.tag = Kind::Close;
    }

    fn init_comment(&mut self) {
        self.flush();
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.end_attribute();
        let place = self.place(self.tag_start, self.position);
        self.done = self.position;
        let name = String::from_utf8_lossy(&self.name).into_owned();
        match self.tag {
            Kind::Open => {
                if self.raw {
                    return None;
                }
                self.tape.open(&name, place);
                let mut data = false;
                for (attribute, value) in std::mem::take(&mut self.attributes) {
                    data |= attribute == "type" && self.tape.text(&value) == LINKED_DATA;
                    self.tape.attribute(&attribute, value);
                }
                if self.self_closing || EMPTY.contains(&name.as_str()) {
                    self.tape.close(&name, place);
                }
                self.last_name.clone_from(&self.name);
                self.raw = matches!(name.as_str(), "script" | "style") && !self.self_closing && !data;
                naive_next_state(&self.name)
            }
            Kind::Close => {
                self.raw = false;
                self.last_name.clear();
                self.tape.close(&name, place);
                None
            }
        }
    }

    fn emit_current_comment(&mut self) {
        let start = self.tag_start.max(self.done);
        let place = self.place(start, self.position);
        let (from, to) = self.boundaries(start, self.position);
        let whole = &self.markup[from..to.max(from)];
        let inner = whole.trim_start_matches("<!--").trim_end_matches('>').trim_end_matches("--");
        let at = from + whole.find(inner).unwrap_or(0);
        self.tape.comment(self.layer, self.base + at, self.base + at + inner.len(), place);
        self.done = self.position;
    }

    fn emit_current_doctype(&mut self) {
        self.done = self.position;
    }

    fn set_self_closing(&mut self) {
        self.self_closing = true;
    }

    fn set_force_quirks(&mut self) {}

    fn push_tag_name(&mut self, name: &[u8]) {
        self.name.extend_from_slice(name);
    }

    fn push_comment(&mut self, _: &[u8]) {}

    fn push_doctype_name(&mut self, _: &[u8]) {}

    fn init_doctype(&mut self) {
        self.flush();
    }

    fn init_attribute(&mut self) {
        self.end_attribute();
        self.value_start = self.tape.words.text().len();
    }

    fn init_attribute_value(&mut self) {
        self.done = self.position;
        self.value_start = self.tape.words.text().len();
    }

    fn push_attribute_name(&mut self, name: &[u8]) {
        self.attribute_name.extend_from_slice(name);
    }

    fn push_attribute_value(&mut self, value: &[u8]) {
        self.value(value);
    }

    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}

    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}

    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}

    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}

    fn start_open_tag(&mut self) {
        self.tag_start = self.position.saturating_sub(1);
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.tag == Kind::Close && !self.last_name.is_empty() && self.last_name == self.name
    }

    fn move_position(&mut self, offset: isize) {
        self.position = self.position.saturating_add_signed(offset);
    }
}
