//! Copies words of a file into an article: a line end is a space, what can't be seen is left out, and a letter
//! written as a letter and its accent (NFD) becomes one.
//!
//! Every reader adds its text through here, so that all formats give the same words.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::layer::Layer;
use crate::article::Builder;

/// Adds the words of `layer` at `start..end` to the open block.
pub(super) fn add(builder: &mut Builder, layer: &Layer<'_>, start: usize, end: usize) {
    let Some(words) = layer.text().get(start..end) else { return };
    let mut from = if builder.ends_in_space() { white_length(words) } else { 0 };
    let mut at = from;
    while let Some(stop) = plain_until(words, at) {
        let length = special(&words[stop..]);
        if length == 0 {
            at = stop + first_length(&words[stop..]);
            continue;
        }
        let stretch = &words[stop..stop + length];
        if is_white(stretch) {
            layer.add(builder, start + from, start + stop);
            if !builder.ends_in_space() {
                layer.add_as(builder, " ", start + stop, start + stop + length);
            }
            from = stop + length;
        } else if is_accented(stretch) {
            let composed = stretch.nfc().collect::<String>();
            layer.add(builder, start + from, start + stop);
            layer.add_as(builder, &composed, start + stop, start + stop + length);
            from = stop + length;
        } else {
            layer.add(builder, start + from, start + stop);
            from = stop + length;
        }
        at = from;
    }
    layer.add(builder, start + from, end);
}

/// Where from `at` on the next byte stands that may need care.
fn plain_until(words: &str, at: usize) -> Option<usize> {
    let bytes = words.as_bytes();
    let mut stop = at;
    loop {
        stop += bytes.get(stop..)?.iter().position(|&byte| NEEDS_CARE[usize::from(byte)])?;
        // Most spaces stand between two words.
        if bytes[stop] != b' ' || matches!(bytes.get(stop + 1), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            return Some(carrier(words, stop).filter(|&carrier| carrier >= at).unwrap_or(stop));
        }
        stop += 1;
    }
}

/// Spaces, control characters, and the lead bytes of soft hyphens, accents and invisible characters.
const NEEDS_CARE: [bool; 256] = {
    let mut needs = [false; 256];
    let mut byte = 0;
    while byte < needs.len() {
        needs[byte] = matches!(byte, 0..=0x20 | 0x7f | 0xc2 | 0xcc | 0xcd | 0xe2 | 0xef);
        byte += 1;
    }
    needs
};

/// Where the letter starts that carries the accent at `at`; nothing where no accent or no letter is there.
fn carrier(words: &str, at: usize) -> Option<usize> {
    let accent = words[at..].chars().next().filter(|&c| is_combining_mark(c));
    accent.and_then(|_| words[..at].char_indices().next_back().map(|(start, _)| start))
}

/// How many bytes at the start of `words` can't stay as they are: white space, an unseen character, a letter with its
/// accents. 0 where they can.
fn special(words: &str) -> usize {
    let white = white_length(words);
    if white > 0 {
        return if &words[..white] == " " { 0 } else { white };
    }
    let Some(first) = words.chars().next() else { return 0 };
    if is_unseen(first) {
        return first.len_utf8();
    }
    let accents: usize =
        words[first.len_utf8()..].chars().take_while(|&c| is_combining_mark(c)).map(char::len_utf8).sum();
    if accents > 0 { first.len_utf8() + accents } else { 0 }
}

fn first_length(words: &str) -> usize {
    words.chars().next().map_or(1, char::len_utf8)
}

/// Bytes of spaces, tabs and line ends at the start of `words`.
fn white_length(words: &str) -> usize {
    words.len()
        - words.trim_start_matches([' ', '\t', '\n', '\r', '\u{b}', '\u{c}', '\u{2028}', '\u{2029}']).len()
}

fn is_white(stretch: &str) -> bool {
    white_length(stretch) > 0
}

fn is_accented(stretch: &str) -> bool {
    stretch.chars().nth(1).is_some_and(is_combining_mark)
}

/// Characters that show as nothing: control characters, soft hyphens, zero-width and direction marks.
fn is_unseen(character: char) -> bool {
    matches!(
        character,
        '\0'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_looks_like_an_accent_ends_no_walk() {
        // U+037E, the Greek question mark, starts with the same byte as accents do.
        assert_eq!(plain_until("a\u{37e}b", 0), Some(1));
        assert_eq!(plain_until("a\u{37e}b", 1), Some(1));
        assert_eq!(plain_until("ae\u{301}b", 0), Some(1));
        assert_eq!(plain_until("\u{301}b", 0), Some(0));
    }
}
