//! Marks that a site's machinery replaces: Liquid `{% %}`, Hugo `{{< >}}`, WordPress `[caption]`, MDX imports.
//!
//! They are masked before the text is parsed, byte for byte, so that all places stay what they were. What they set
//! around text (a pull-quote, a caption) is told as regions.

use std::borrow::Cow;
use std::ops::Range;

use super::layer::Layer;
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
    fn new(place: Range<usize>, role: Role) -> Self {
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
/// No mark is longer.
const LONGEST: usize = 4096;

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
        let filling = match () {
            () if machinery == Machinery::WordPress && role_of(mark.name).is_some() => b'\n',
            () if is_target(text, mark.place.start) => b'x',
            () if alone_on_its_lines(text, &mark.place) => b' ',
            () => MASK,
        };
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

/// A mark.
struct Mark<'t> {
    place: Range<usize>,
    name: &'t str,
    closes: bool,
    /// The words of its `caption="…"`; or of its `quote="…"`, and who says it.
    words: Vec<Region>,
}

/// The marks of `text`, in its order; none overlaps another.
fn marks(text: &str, machinery: Machinery) -> Vec<Mark<'_>> {
    let mut marks = if machinery == Machinery::WordPress { Vec::new() } else { lines(text, machinery) };
    let templates = machinery != Machinery::WordPress;
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut first = 0;
    while let Some(found) = memchr::memchr2(b'{', b'[', &bytes[at.min(bytes.len())..]) {
        at += found;
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
            None => at += 1,
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
    let known = KNOWN.contains(&name) || name.starts_with("vc_") || name.starts_with("et_pb_");
    let behind = inner[length..].starts_with([' ', ']', '\n']);
    let end = length_to(rest, "]")?;
    // "[quote](https://…)" is a link.
    (known && behind && !rest[end..].starts_with(['(', '['])).then_some(end)
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
    if let Some(caption) = value(&"caption") {
        return vec![Region::new(caption, Role::Caption)];
    }
    let head = mark[..keys].to_ascii_lowercase();
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

/// Whether a mark stands where a link leads: `[le rapport]({% link rapport.md %})`.
fn is_target(text: &str, start: usize) -> bool {
    // A target that starts farther back is none, and a page in one line is looked at once.
    let near = start.saturating_sub(LONGEST);
    let near = (near..start).find(|&at| text.is_char_boundary(at)).unwrap_or(start);
    let line = text[near..start].rfind('\n').map_or(near, |end| near + end + 1);
    text[line..start].rfind("](").is_some_and(|at| !text[line + at + 2..start].contains([')', ' ']))
}

/// Whether nothing else stands on the lines of a mark.
fn alone_on_its_lines(text: &str, place: &Range<usize>) -> bool {
    let before = text[..place.start].bytes().rev().find(|byte| !matches!(byte, b' ' | b'\t'));
    let after = text[place.end..].bytes().find(|byte| !matches!(byte, b' ' | b'\t'));
    matches!(before, None | Some(b'\n' | b'\r')) && matches!(after, None | Some(b'\n' | b'\r'))
}

/// The lines that are none of the text: `:::note` and `:::` around a box, and `import` and `export` at the margin of an
/// MDX file.
fn lines(text: &str, machinery: Machinery) -> Vec<Mark<'_>> {
    let mut marks = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let script = line.starts_with("import ") && line.contains(['"', '\'']) || line.starts_with("export ");
        if line.starts_with(":::") || script && machinery == Machinery::Mdx {
            let end = at + line.trim_end().len();
            marks.push(Mark { place: at..end, name: "", closes: false, words: Vec::new() });
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
