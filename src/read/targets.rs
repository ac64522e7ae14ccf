//! Where links of Markdown lead: targets that a site's machinery fills in, and those that Markdown doesn't take for any.
//!
//! `[le parti](https://example.org/parti_(France "Le parti")` is printed as it stands, since its brackets don't pair; its
//! words are read as those of a link that was meant.

use std::ops::Range;

use super::marks::LONGEST;

/// A label is no longer.
const LONGEST_LABEL: usize = 400;

/// Whether a mark stands where a link leads: `[le rapport]({% link rapport.md %})`.
pub(super) fn is_target(text: &str, start: usize) -> bool {
    // A target that starts farther back is none, and a page in one line is looked at once.
    let near = start.saturating_sub(LONGEST);
    let near = (near..start).find(|&at| text.is_char_boundary(at)).unwrap_or(start);
    if text[near..start].trim_end().ends_with("](") {
        return true;
    }
    let line = text[near..start].rfind('\n').map_or(near, |end| near + end + 1);
    text[line..start].rfind("](").is_some_and(|at| !text[line + at + 2..start].contains([')', ' ']))
}

/// From where to where the target stands, with the bracket that closes its label, of a link at the start of `rest`
/// that Markdown doesn't take for one. Nothing where there is no link or a whole one.
pub(super) fn broken(rest: &str) -> Option<Range<usize>> {
    let label = rest.strip_prefix('[')?;
    let window = &label.as_bytes()[..label.len().min(LONGEST_LABEL)];
    let start = 1 + memchr::memchr2(b'[', b']', window).filter(|&at| window[at] == b']')?;
    let (inner, spaced) = match &rest[start..] {
        behind if behind.starts_with("](") => (&behind[2..], false),
        behind if behind.starts_with("] (") => (&behind[3..], true),
        _ => return None,
    };
    let target = inner.trim_start_matches(['(', ' ']);
    if !leads_somewhere(target) || !spaced && is_whole(inner) {
        return None;
    }
    let from = rest.len() - inner.len();
    let line = inner.lines().next().filter(|line| line.len() <= LONGEST)?;
    let close = line.find(')')?;
    // A title behind the address may have brackets of its own.
    let title = line[..close].contains('"').then(|| line.find("\")")).flatten();
    let end = title.map_or(close + 1, |at| at + 2);
    Some(start..from + end)
}

/// Whether words are an address, on the web or on the site itself.
fn leads_somewhere(words: &str) -> bool {
    let path =
        words.strip_prefix('/').is_some_and(|path| path.starts_with(|c: char| c.is_ascii_alphanumeric()));
    path || ["http://", "https://", "www."].iter().any(|start| words.starts_with(start))
}

/// Whether `inner`, which stands behind "](", is a target as Markdown wants it: without white space, its brackets in
/// pairs, a title behind it or none.
fn is_whole(inner: &str) -> bool {
    let mut depth = 0usize;
    let mut escaped = false;
    for (at, c) in inner.char_indices().take(LONGEST) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '(' => depth += 1,
            ')' if depth == 0 => return true,
            ')' => depth -= 1,
            c if c.is_whitespace() => return depth == 0 && ends_with_a_title(inner[at..].trim_start()),
            _ => {}
        }
    }
    false
}

/// Whether a title in quotation marks and the bracket that closes the target come next, or the bracket alone.
fn ends_with_a_title(rest: &str) -> bool {
    let Some(mark) = rest.chars().next().filter(|mark| "\"'(".contains(*mark)) else {
        return rest.starts_with(')');
    };
    let close = if mark == '(' { ')' } else { mark };
    let inside = &rest[mark.len_utf8()..];
    let closes = |&(at, c): &(usize, char)| c == close && !inside[..at].ends_with('\\');
    let end = inside.char_indices().take(LONGEST).find(closes).map(|(at, _)| at + close.len_utf8());
    end.is_some_and(|end| inside[end..].trim_start().starts_with(')'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_that_markdown_does_not_take_is_found() {
        for (text, target) in [
            (
                "[le parti](https://example.org/p_(France \"Le parti\"), dit-il (hier).",
                "](https://example.org/p_(France \"Le parti\")",
            ),
            ("[le texte](/static/le texte.pdf \"Le texte\").", "](/static/le texte.pdf \"Le texte\")"),
            ("[le journal] (https://example.org/a).", "] (https://example.org/a)"),
            (
                "[le livre]((https://example.org/a \"Le livre\") paraît.",
                "]((https://example.org/a \"Le livre\")",
            ),
        ] {
            assert_eq!(broken(text).map(|place| &text[place]), Some(target), "{text}");
        }
        for text in [
            "[le parti](https://example.org/p_(France) \"Le parti\").",
            "[le parti](https://example.org/p).",
            "[sic] (https)",
            "[le parti] (fondé hier) part.",
            "[a](b c)",
        ] {
            assert_eq!(broken(text), None, "{text}");
        }
    }
}
