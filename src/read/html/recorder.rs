//! Where in the file each piece of text stands that the tokenizer gives out, which it doesn't say itself.

use crate::read::layer::Layer;
use crate::read::tape::Tape;

/// Writes down what the tokenizer finds. Offsets are bytes of `markup`.
pub(super) struct Recorder<'r, 't, 'a> {
    pub(super) tape: &'t mut Tape,
    pub(super) layer: &'r Layer<'a>,
    pub(super) base: usize,
    pub(super) markup: &'r str,
    pub(super) position: usize,
    /// Up to here everything is written down.
    pub(super) done: usize,
    /// Text that stands as it is and waits to be written down.
    pub(super) verbatim: (usize, usize),
    pub(super) tag: Kind,
    pub(super) tag_start: usize,
    pub(super) name: Vec<u8>,
    pub(super) last_name: Vec<u8>,
    /// Names and values of the open tag: values are bytes of the tape's words.
    pub(super) attributes: Vec<(String, std::ops::Range<usize>)>,
    pub(super) attribute_name: Vec<u8>,
    pub(super) value_start: usize,
    pub(super) self_closing: bool,
    /// Whether text is script or style, and not data about the article either.
    pub(super) raw: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Open,
    Close,
}

impl<'r, 't, 'a> Recorder<'r, 't, 'a> {
    /// A recorder on `tape` of the `markup` that stands at `base` of `layer`.
    pub(super) fn new(tape: &'t mut Tape, layer: &'r Layer<'a>, base: usize, markup: &'r str) -> Self {
        Self {
            tape,
            layer,
            base,
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
        }
    }

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
    pub(super) fn flush(&mut self) {
        let (start, end) = std::mem::take(&mut self.verbatim);
        if start < end && self.markup.get(start..end).is_some() {
            self.tape.verbatim(self.layer, self.base + start, self.base + end);
        }
    }

    pub(super) fn text(&mut self, value: &[u8]) {
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
    pub(super) fn boundaries(&self, start: usize, end: usize) -> (usize, usize) {
        let start = (0..=start.min(self.markup.len())).rev().find(|&at| self.markup.is_char_boundary(at));
        let end =
            (end.min(self.markup.len())..=self.markup.len()).find(|&at| self.markup.is_char_boundary(at));
        (start.unwrap_or(0), end.unwrap_or(self.markup.len()))
    }

    pub(super) fn end_attribute(&mut self) {
        if !self.attribute_name.is_empty() {
            let name = String::from_utf8_lossy(&self.attribute_name).into_owned();
            let end = self.tape.words.text().len();
            self.attributes.push((name, self.value_start.min(end)..end));
            self.attribute_name.clear();
        }
    }

    /// Adds to the value of the open attribute.
    pub(super) fn value(&mut self, value: &[u8]) {
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

    pub(super) fn place(&self, start: usize, end: usize) -> (usize, usize) {
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
