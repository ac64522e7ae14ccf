//! XML on a tape, with the place of every tag and every piece of text.
//!
//! Prefixes of namespaces are dropped but where they tell two elements apart (`content:encoded`). Entities of XML and
//! HTML are resolved; those that a file declares itself aren't, and nothing that it points to is ever opened.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::error::ReadError;
use super::html;
use super::layer::Layer;
use super::tape::Tape;
use crate::place::Source;

/// Lays all of `layer`, which is XML, on a tape. An error says where the XML breaks.
pub(super) fn tape(source: &Source, layer: &Layer<'_>) -> Result<Tape, ReadError> {
    let mut tape = Tape::default();
    lay(&mut tape, layer).map_err(|(at, cause)| {
        let position = source.position(layer.in_source(at, at).0);
        ReadError::broken(Some(position), format!("the XML breaks here ({cause})"), "export the file again")
    })?;
    Ok(tape)
}

fn lay(tape: &mut Tape, layer: &Layer<'_>) -> Result<(), (usize, String)> {
    let text = layer.text();
    // The parser passes over a byte order mark without counting it; some files have two.
    let content = text.trim_start_matches('\u{feff}');
    let skipped = text.len() - content.len();
    let mut reader = Reader::from_str(content);
    reader.config_mut().check_comments = false;
    let position = |reader: &Reader<&[u8]>| {
        usize::try_from(reader.buffer_position()).map_or(text.len(), |at| (skipped + at).min(text.len()))
    };
    // Up to here all is read: the rest of an entity that was escaped twice.
    let mut done = 0;
    loop {
        let start = position(&reader);
        let event = reader.read_event().map_err(|error| (start, error.to_string()))?;
        let end = position(&reader);
        let place = layer.in_source(start, end);
        match event {
            Event::Start(tag) => open(tape, layer, &tag, place),
            Event::Empty(tag) => {
                open(tape, layer, &tag, place);
                tape.close(&name(tag.name().as_ref()), place);
            }
            Event::End(tag) => tape.close(&name(tag.name().as_ref()), place),
            Event::Text(_) => tape.verbatim(layer, start.max(done), end),
            Event::CData(_) => {
                let (from, to) = (start + "<![CDATA[".len(), end.saturating_sub("]]>".len()));
                tape.verbatim(layer, from.min(to), to);
            }
            Event::GeneralRef(_) => {
                let inner = twice_escaped(&text[start..end], &text[end..]);
                done = end + inner.len();
                if inner.is_empty() {
                    html::lay(tape, layer, start, end);
                } else {
                    let mut entity = Layer::default();
                    let (from, to) = layer.in_source(start, done);
                    entity.push_as(&format!("&{inner}"), from, to);
                    html::lay(tape, &entity, 0, entity.text().len());
                }
            }
            Event::Comment(_) => {
                let (from, to) = (start + "<!--".len(), end.saturating_sub("-->".len()));
                tape.comment(layer, from.min(to), to, place);
            }
            Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            Event::Eof => return Ok(()),
        }
    }
}

/// The rest of an entity whose "&" is itself written as the entity `first`: "rsquo;" of `&amp;rsquo;`. Some systems escape
/// their text twice. Nothing where `rest` goes on otherwise, or where it would be mark-up: "&amp;lt;".
fn twice_escaped<'t>(first: &str, rest: &'t str) -> &'t str {
    const LONGEST: usize = 8;
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '#';
    let length = rest.find(|c| !fits(c)).filter(|&length| (2..=LONGEST).contains(&length)).unwrap_or(0);
    let name = &rest[..length];
    let is_number = name.strip_prefix('#').is_some_and(|number| number.len() >= 2);
    let is_name = name.chars().all(|c| c.is_ascii_alphabetic());
    let is_markup = ["lt", "gt", "amp", "#60", "#62", "#38"].contains(&name);
    let whole = rest[length..].starts_with(';') && first == "&amp;" && (is_number || is_name) && !is_markup;
    if whole { &rest[..=length] } else { "" }
}

fn open(tape: &mut Tape, layer: &Layer<'_>, tag: &BytesStart<'_>, place: (usize, usize)) {
    tape.open(&name(tag.name().as_ref()), place);
    let text = layer.text();
    for attribute in tag.attributes().with_checks(false).flatten() {
        let written = attribute.value.as_ref();
        let start = (written.as_ptr() as usize).wrapping_sub(text.as_ptr() as usize);
        let from = tape.words.text().len();
        let stands = start.checked_add(written.len()).and_then(|end| text.get(start..end)) == Some(written);
        if stands && !written.contains(['&', '\n', '\t']) {
            tape.words.push_from(layer, start, start + written.len());
        } else {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).unwrap_or_default();
            let place = if stands { layer.in_source(start, start + written.len()) } else { place };
            tape.words.push_as(&value, place.0, place.1);
        }
        tape.attribute(&name(attribute.key.as_ref()), from..tape.words.text().len());
    }
}

/// A name without its prefix, where the prefix says nothing that we ask for.
fn name(full: &str) -> String {
    match full.split_once(':') {
        Some((prefix, local))
            if local != "encoded" && !matches!(prefix, "wp" | "dc" | "media" | "itunes") =>
        {
            local.into()
        }
        Some(_) | None => full.into(),
    }
}
