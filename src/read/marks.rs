//! Where the marks of a site's machinery stand in a text, and what is printed inside them.
//!
//! What is made of them is not asked here: see `shortcodes`.

use std::ops::Range;

use super::shortcodes::{Machinery, Region};
use super::targets;
use crate::article::Role;

/// No mark is longer.
pub(super) const LONGEST: usize = 4096;

/// A mark.
pub(super) struct Mark<'t> {
    pub(super) place: Range<usize>,
    pub(super) name: &'t str,
    pub(super) closes: bool,
    /// The words of its `caption="…"`; or of its `quote="…"`, and who says it.
    pub(super) words: Vec<Region>,
}

impl Mark<'_> {
    /// A mark that says nothing and stands for nothing.
    fn plain(place: Range<usize>) -> Self {
        Self { place, name: "", closes: false, words: Vec::new() }
    }
}

/// The marks of `text`, in its order; none overlaps another.
pub(super) fn marks(text: &str, machinery: Machinery) -> Vec<Mark<'_>> {
    let mut marks = if machinery == Machinery::WordPress { Vec::new() } else { lines(text, machinery) };
    let templates = machinery != Machinery::WordPress;
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut first = 0;
    // The target of a link that is none: what stands in it is masked already.
    let mut target = 0..0;
    while let Some(found) = memchr::memchr3(b'{', b'[', b'$', &bytes[at.min(bytes.len())..]) {
        at += found;
        if target.contains(&at) {
            at = target.end;
            continue;
        }
        while marks.get(first).is_some_and(|mark: &Mark<'_>| mark.place.end <= at) {
            first += 1;
        }
        if let Some(mark) = marks.get(first).filter(|mark| mark.place.start <= at) {
            at = mark.place.end;
            continue;
        }
        let rest = &text[at..];
        let end = match (bytes[at], bytes.get(at + 1)) {
            (b'{', Some(b'{')) if templates => match bytes.get(at + 2) {
                Some(b'<') => length_to(rest, ">}}"),
                Some(b'%') => length_to(rest, "%}}"),
                Some(_) | None => length_to(rest, "}}"),
            },
            (b'{', Some(b'%')) if templates => length_to(rest, "%}"),
            (b'{', Some(b':')) if templates => length_to(rest, "}"),
            (b'{', Some(b'#' | b'.')) if templates && !ends_a_heading(text, at) => attributes(rest),
            (b'$', Some(b'$')) if templates => formula(rest),
            (b'{', Some(_)) if templates && at > 0 && matches!(bytes[at - 1], b')' | b']' | b'`') => {
                attributes(rest)
            }
            (b'{', _) if machinery == Machinery::Mdx => balanced(rest),
            (b'[', Some(_)) => wordpress(rest),
            _ => None,
        };
        match end {
            Some(length) => {
                marks.push(mark(text, at..at + length));
                at += length;
            }
            None => {
                if templates && let Some(broken) = targets::broken(rest) {
                    marks.push(Mark::plain(at..at + 1));
                    target = at + broken.start..at + broken.end;
                    marks.push(Mark::plain(target.clone()));
                }
                at += 1;
            }
        }
    }
    marks.sort_by_key(|mark| mark.place.start);
    marks
}

/// Where the first `end` in the next bytes ends.
fn length_to(rest: &str, end: &str) -> Option<usize> {
    let window = &rest.as_bytes()[..rest.len().min(LONGEST)];
    Some(memchr::memmem::find(window, end.as_bytes())? + end.len())
}

/// Where the brace that opens `rest` is closed again.
fn balanced(rest: &str) -> Option<usize> {
    let mut depth = 0usize;
    for (at, byte) in rest.bytes().take(LONGEST).enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// A mark of WordPress at the start of `rest`; `[word]` alone is prose unless the word is known.
fn wordpress(rest: &str) -> Option<usize> {
    const KNOWN: &[&str] = &[
        "caption",
        "wp_caption",
        "gallery",
        "embed",
        "audio",
        "video",
        "playlist",
        "pullquote",
        "youtube",
        "vimeo",
        "quote",
        "blockquote",
        "contact-form",
        "contact-form-7",
        "toc",
        "more",
        "sourcecode",
        "code",
    ];
    let inner = rest.strip_prefix('[')?;
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let length =
        inner.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')).count();
    let name = &inner[..length];
    let known = KNOWN.contains(&name)
        || name.starts_with("vc_")
        || name.starts_with("et_pb_")
        || is_paired(name, rest);
    let behind = inner[length..].starts_with([' ', ']', '\n']);
    let end = length_to(rest, "]")?;
    // "[quote](https://…)" is a link.
    (known && behind && !rest[end..].starts_with(['(', '['])).then_some(end)
}

/// Whether `rest` is a mark of some program's own around a few words: `[dropcap]L[/dropcap]e maire`.
fn is_paired(name: &str, rest: &str) -> bool {
    let written = !name.is_empty() && name.bytes().all(|byte| !byte.is_ascii_uppercase());
    written && (rest.starts_with("[/") || length_to(rest, &format!("[/{name}]")).is_some())
}

/// A formula in TeX at the start of `rest`: `$$\frac{1}{2}$$`.
fn formula(rest: &str) -> Option<usize> {
    let length = 2 + length_to(&rest[2..], "$$")?;
    rest[2..length - 2].contains(['\\', '^', '_', '=']).then_some(length)
}

/// Whether what opens at `at` ends the line of a heading: `## Le pont {#pont}`, which Markdown knows.
fn ends_a_heading(text: &str, at: usize) -> bool {
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let close = text[at..].find('}').map_or(text.len(), |length| at + length + 1);
    let behind = text[close..].bytes().find(|byte| !matches!(byte, b' ' | b'\t'));
    text[line..].starts_with('#') && matches!(behind, None | Some(b'\n' | b'\r'))
}

fn mark(text: &str, place: Range<usize>) -> Mark<'_> {
    let inner = text[place.clone()].trim_start_matches(['{', '<', '%', '[', ' ', '\t', '\n', '\r', '-']);
    let closes = inner.starts_with('/') || inner.starts_with("end");
    let inner = inner.strip_prefix('/').or_else(|| inner.strip_prefix("end")).unwrap_or(inner).trim_start();
    let length = inner.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '-')).unwrap_or(inner.len());
    Mark { name: &inner[..length], closes, words: words(text, &place), place }
}

/// The words inside a mark that are printed.
fn words(text: &str, place: &Range<usize>) -> Vec<Region> {
    let mark = &text[place.clone()];
    let Some(keys) = mark.find('=') else { return Vec::new() };
    let value = |key: &&str| value(mark, key).map(|range| place.start + range.start..place.start + range.end);
    let head = mark[..keys].to_ascii_lowercase();
    let is_picture = ["image", "img", "figure", "photo", "picture"].iter().any(|name| head.contains(name));
    if is_picture {
        return captions(value);
    }
    if let Some(caption) = value(&"caption") {
        return vec![Region::new(caption, Role::Caption)];
    }
    if !["quote", "citation", "exergue"].iter().any(|name| head.contains(name)) {
        return Vec::new();
    }
    let role =
        if head.contains("pull") || head.contains("exergue") { Role::PullQuote } else { Role::BlockQuote };
    let quote = ["quote", "text", "texte", "citation", "content"].iter().find_map(value);
    let speaker = ["by", "author", "auteur", "source", "cite", "speaker"].iter().find_map(value);
    let speaker = speaker.filter(|speaker| quote.as_ref().is_some_and(|quote| quote.end < speaker.start));
    let quote = quote.map(|quote| Region::new(quote, role));
    let speaker = speaker.map(|speaker| Region { place: speaker, role, before: "— " });
    quote.into_iter().chain(speaker).collect()
}

/// What the mark of a picture prints below it, or what it says that the picture shows.
fn captions(value: impl Fn(&&str) -> Option<Range<usize>>) -> Vec<Region> {
    let mut places: Vec<_> = ["title", "caption", "legend", "legende"].iter().filter_map(&value).collect();
    if places.is_empty() {
        places.extend(value(&"alt"));
    }
    places.sort_by_key(|place| place.start);
    places.into_iter().map(|place| Region::new(place, Role::Caption)).collect()
}

/// Where the value of `key` in quotes stands in a mark, where it has several words.
fn value(mark: &str, key: &str) -> Option<Range<usize>> {
    let starts_word = |at: usize| mark[..at].ends_with(|c: char| c.is_whitespace());
    let keys = mark.match_indices(key).filter(|&(at, _)| starts_word(at)).map(|(at, _)| at + key.len());
    let at = keys.into_iter().find_map(|at| {
        let rest = mark[at..].trim_start().strip_prefix('=')?.trim_start();
        rest.starts_with(['"', '\'']).then(|| mark.len() - rest.len())
    })?;
    let quote = mark.as_bytes()[at];
    let inside = &mark.as_bytes()[at + 1..];
    let closes = |&end: &usize| inside[end] == quote && (end == 0 || inside[end - 1] != b'\\');
    let end = at + 1 + (0..inside.len()).find(closes)?;
    mark[at + 1..end].contains(' ').then_some(at + 1..end)
}

/// The lines that are none of the text: `:::note` and `:::` around a box, and `import` and `export` at the margin of an
/// MDX file.
fn lines(text: &str, machinery: Machinery) -> Vec<Mark<'_>> {
    let mut marks = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let script = line.starts_with("import ") && line.contains(['"', '\'']) || line.starts_with("export ");
        if line.trim_start().starts_with(":::") || script && machinery == Machinery::Mdx {
            let end = at + line.trim_end().len();
            marks.push(Mark::plain(at..end));
        }
        at += line.len();
    }
    marks
}

/// The attributes of what stands before, at the start of `rest`: `{.large width="777"}`.
fn attributes(rest: &str) -> Option<usize> {
    let length = length_to(rest, "}")?;
    let inner = rest[1..length - 1].trim_start();
    (inner.starts_with(['.', '#']) || inner.contains('=')).then_some(length)
}
