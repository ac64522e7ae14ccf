//! HTML on a tape: what a browser's tokenizer makes of it, with the place of every tag and every piece of text.
//!
//! Malformed mark-up is read as browsers read it. Which elements are the article is not asked here: see `page` and
//! `elements`.

mod recorder;

use std::convert::Infallible;

use html5gum::{Emitter, State, Tokenizer, naive_next_state};

use recorder::{Kind, Recorder};

use super::layer::Layer;
use super::tape::Tape;

/// Lays the HTML that `layer` is at `start..end` on the tape.
pub(super) fn lay(tape: &mut Tape, layer: &Layer<'_>, start: usize, end: usize) {
    let Some(markup) = layer.text().get(start..end) else { return };
    let emitter = Recorder::new(tape, layer, start, markup);
    match Tokenizer::new_with_emitter(markup, emitter).finish() {
        Ok(()) => {}
        Err(never) => match never {},
    }
}

/// The type of a script that is JSON-LD: what the page says of itself to machines.
pub(super) const LINKED_DATA: &str = "application/ld+json";

/// Elements that have no content and no closing tag.
const EMPTY: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

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
