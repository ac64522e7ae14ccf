//! Marks that a site's machinery replaces: Liquid `{% %}`, Hugo `{{< >}}`, WordPress `[caption]`, MDX imports.
//!
//! They are masked before the text is parsed, byte for byte, so that all places stay what they were. What they set
//! around text (a pull-quote, a caption) is told as regions.

use std::borrow::Cow;
use std::ops::Range;

use super::layer::Layer;
use super::marks::marks;
use super::targets::is_target;
use crate::article::Role;

/// Which machinery's marks are looked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Machinery {
    /// Liquid, Hugo, WordPress.
    Templates,
    /// Those, and the JavaScript of MDX.
    Mdx,
    /// WordPress alone: `[caption]`.
    WordPress,
}

/// A text with its marks masked, and stretches of it that have a role of their own.
pub(super) struct Masked<'a> {
    pub(super) layer: Layer<'a>,
    pub(super) regions: Vec<Region>,
}

/// A stretch of a text that has a role of its own.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Region {
    pub(super) place: Range<usize>,
    pub(super) role: Role,
    /// What is printed before it: the dash before a name.
    pub(super) before: &'static str,
}

impl Region {
    pub(super) fn new(place: Range<usize>, role: Role) -> Self {
        Self { place, role, before: "" }
    }
}

impl Masked<'_> {
    /// The regions by their places in the file's text.
    pub(super) fn regions_in_file(&self) -> Vec<Region> {
        let in_file = |region: &Region| {
            let (start, end) = self.layer.in_source(region.place.start, region.place.end);
            Region { place: start..end, ..region.clone() }
        };
        self.regions.iter().map(in_file).collect()
    }
}

/// What masked bytes become: a control character, which is no white space and is never copied to an article.
const MASK: u8 = 1;
/// The same as a character.
pub(super) const MASKED: char = '\u{1}';

/// `layer` with the marks of `machinery` masked.
pub(super) fn masked<'a>(layer: Layer<'a>, machinery: Machinery) -> Masked<'a> {
    let text = layer.text();
    let marks = marks(text, machinery);
    if marks.is_empty() {
        return Masked { layer, regions: Vec::new() };
    }
    let mut bytes = text.as_bytes().to_vec();
    let mut regions = Vec::new();
    let mut open: Vec<(&str, usize)> = Vec::new();
    for mark in &marks {
        let in_target = is_target(text, mark.place.start);
        let filling = match () {
            () if machinery == Machinery::WordPress && role_of(mark.name).is_some() => b'\n',
            () if in_target => b'x',
            () if alone_on_its_lines(text, &mark.place) => b' ',
            () => MASK,
        };
        if in_target {
            // A target goes on to the end of its mark, over line ends too.
            bytes[mark.place.clone()].fill(filling);
            continue;
        }
        fill(&mut bytes, &mark.place, filling, &mark.words);
        regions.extend(mark.words.iter().cloned());
        if !mark.closes {
            open.push((mark.name, mark.place.end));
        } else if let Some(at) = open.iter().rposition(|&(name, _)| name == mark.name) {
            let start = open[at].1;
            open.truncate(at);
            if let Some(role) = role_of(mark.name) {
                regions.push(Region::new(start..mark.place.start, role));
            } else if holds_no_prose(mark.name) {
                fill(&mut bytes, &(start..mark.place.start), b' ', &[]);
            }
        }
    }
    let text = String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned());
    regions.sort_by_key(|region| (region.place.start, std::cmp::Reverse(region.place.end)));
    Masked { layer: layer.with_text(Cow::Owned(text)), regions }
}

/// Replaces the bytes of `place` but those of `kept`; line ends stay.
fn fill(bytes: &mut [u8], place: &Range<usize>, filling: u8, kept: &[Region]) {
    let filling = if kept.is_empty() { filling } else { MASK };
    for at in place.clone() {
        if !kept.iter().any(|kept| kept.place.contains(&at)) && !matches!(bytes[at], b'\n' | b'\r') {
            bytes[at] = filling;
        }
    }
}

/// What stands around the text between a mark and the one that closes it.
fn role_of(name: &str) -> Option<Role> {
    match name.to_ascii_lowercase().as_str() {
        "pullquote" | "pull-quote" | "pull_quote" | "exergue" => Some(Role::PullQuote),
        "quote" | "blockquote" | "citation" => Some(Role::BlockQuote),
        "caption" | "wp_caption" | "figure" | "figcaption" | "legende" => Some(Role::Caption),
        _ => None,
    }
}

fn holds_no_prose(name: &str) -> bool {
    matches!(
        name.to_ascii_lowercase().as_str(),
        "highlight"
            | "code"
            | "comment"
            | "mermaid"
            | "gist"
            | "script"
            | "style"
            | "embed"
            | "youtube"
            | "audio"
            | "video"
            | "math"
            | "katex"
            | "schema"
    )
}

/// Whether nothing else stands on the lines of a mark.
fn alone_on_its_lines(text: &str, place: &Range<usize>) -> bool {
    let before = text[..place.start].bytes().rev().find(|byte| !matches!(byte, b' ' | b'\t'));
    let after = text[place.end..].bytes().find(|byte| !matches!(byte, b' ' | b'\t'));
    matches!(before, None | Some(b'\n' | b'\r')) && matches!(after, None | Some(b'\n' | b'\r'))
}
