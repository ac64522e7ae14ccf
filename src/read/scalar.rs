//! Finds where each character of a value stands in its written form: 'l''été', "l\u2019\xe9t\xe9", a folded block.
//!
//! What the value is has been decided by a real parser; here it is only laid beside what is written. Where they part
//! in a way that no quoting explains, the rest of the value stands for the rest of what is written.

use super::layer::Layer;

/// `value`, which `layer` spells at `start..end` with quotes and escapes, as a text that leads back there.
pub(super) fn aligned(layer: &Layer<'_>, start: usize, end: usize, value: &str) -> Layer<'static> {
    let mut aligned = Layer::default();
    let Some(written) = layer.text().get(start..end) else { return aligned };
    let (quotes, mut at) = opening(written);
    let mut from = 0;
    while let Some(character) = value[from..].chars().next() {
        let plain = plain_length(&value[from..], &written[at..]);
        if plain > 0 {
            aligned.push_from(layer, start + at, start + at + plain);
            (from, at) = (from + plain, at + plain);
            continue;
        }
        let Some(length) = written_length(&written[at..], character, quotes) else {
            let rest = written[at..].strip_suffix(quotes.closing(written)).map_or(0, str::len);
            push_as(&mut aligned, layer, &value[from..], start + at, start + at + rest);
            return aligned;
        };
        let (skipped, length) = length;
        at += skipped;
        let stands = &written[at..at + length];
        if stands.len() == character.len_utf8() && stands.starts_with(character) {
            aligned.push_from(layer, start + at, start + at + length);
        } else {
            // Line ends that a block of YAML keeps are one gap between words.
            push_as(&mut aligned, layer, character.encode_utf8(&mut [0; 4]), start + at, start + at + length);
        }
        at += length;
        from += character.len_utf8();
    }
    aligned
}

/// How many bytes both start with that stand for themselves however the value is quoted: letters, single spaces.
fn plain_length(value: &str, written: &str) -> usize {
    let pairs = value.bytes().zip(written.bytes().zip(written.bytes().skip(1)));
    let is_plain = |&(value, (written, next)): &(u8, (u8, u8))| {
        value == written
            && !matches!(written, b'\\' | b'\'' | b'"' | b'\n' | b'\r' | b'\t')
            && !(written == b' ' && matches!(next, b' ' | b'\n' | b'\r' | b'\t'))
    };
    let same = pairs.take_while(is_plain).count();
    (0..=same).rev().find(|&end| value.is_char_boundary(end)).unwrap_or(0)
}

fn push_as(aligned: &mut Layer<'_>, layer: &Layer<'_>, words: &str, start: usize, end: usize) {
    let place = layer.in_source(start, end);
    aligned.push_as(words, place.0, place.1);
}

/// How a value is quoted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Quotes {
    None,
    Single,
    Double,
    Triple,
}

impl Quotes {
    /// The quotes that `written` ends with; nothing where it is cut off before them.
    fn closing(self, written: &str) -> &str {
        let closing = match self {
            Quotes::None => "",
            Quotes::Single => "'",
            Quotes::Double => "\"",
            Quotes::Triple if written.ends_with('\'') => "'''",
            Quotes::Triple => "\"\"\"",
        };
        if written.ends_with(closing) { closing } else { "" }
    }
}

/// The quotes of a written value, and how many bytes stand before its first character.
fn opening(written: &str) -> (Quotes, usize) {
    match written.as_bytes() {
        [b'"', b'"', b'"', ..] | [b'\'', b'\'', b'\'', ..] if written.len() >= 6 => {
            let line_end = written[3..].len() - written[3..].trim_start_matches(['\r', '\n']).len();
            (Quotes::Triple, 3 + line_end.min(2))
        }
        [b'"', ..] => (Quotes::Double, 1),
        [b'\'', ..] => (Quotes::Single, 1),
        // The head of a block: "|", ">-", "|2+".
        [b'|' | b'>', ..] => (Quotes::None, written.find('\n').map_or(0, |end| end + 1)),
        _ => (Quotes::None, 0),
    }
}

/// How many bytes are passed over before `character`, and how many spell it; nothing where it isn't spelt there.
fn written_length(rest: &str, character: char, quotes: Quotes) -> Option<(usize, usize)> {
    let escapes = matches!(quotes, Quotes::Double | Quotes::Triple);
    if escapes && rest.starts_with('\\') {
        let length = escape_length(rest)?;
        // A line end that is escaped stands for nothing.
        if rest[1..].starts_with(['\n', '\r']) && character != '\n' {
            let white = white_length(&rest[1..]) + 1;
            let (skipped, length) = written_length(&rest[white..], character, quotes)?;
            return Some((white + skipped, length));
        }
        return Some((0, length));
    }
    if quotes == Quotes::Single && character == '\'' && rest.starts_with("''") {
        return Some((0, 2));
    }
    if matches!(character, ' ' | '\n') {
        let white = white_length(rest);
        let spells = white > 0
            && !(white == 1
                || rest.starts_with(character)
                    && rest.len() > 1
                    && !rest[1..].starts_with([' ', '\n', '\r', '\t']));
        return if white == 0 {
            None
        } else if rest.starts_with(character) && !spells {
            Some((0, 1))
        } else {
            Some((0, folded_length(rest, character)))
        };
    }
    if rest.starts_with(character) {
        return Some((0, character.len_utf8()));
    }
    // The indentation of a line.
    let white = white_length(rest);
    (white > 0 && rest[white..].starts_with(character)).then_some((white, character.len_utf8()))
}

/// How much white space one space or line end of the value stands for.
fn folded_length(rest: &str, character: char) -> usize {
    let white = white_length(rest);
    if character == '\n' {
        rest[..white].find('\n').map_or(white, |at| at + 1)
    } else if rest[..white].contains(['\n', '\r']) {
        white
    } else {
        1
    }
}

fn white_length(rest: &str) -> usize {
    rest.len() - rest.trim_start_matches([' ', '\n', '\r', '\t']).len()
}

/// How many bytes an escape takes: `\n` 2, `\xe9` 4, `é` 6, a pair of those 12, `\U000000e9` 10.
fn escape_length(rest: &str) -> Option<usize> {
    let kind = rest[1..].chars().next()?;
    let length = match kind {
        'x' => 4,
        'u' => {
            let high = rest.get(2..4).is_some_and(|digits| {
                matches!(digits.to_ascii_lowercase().as_str(), "d8" | "d9" | "da" | "db")
            });
            if high && rest.get(6..8) == Some("\\u") { 12 } else { 6 }
        }
        'U' => 10,
        other => 1 + other.len_utf8(),
    };
    rest.is_char_boundary(length).then_some(length).filter(|&length| length <= rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is written for the stretch of the value that reads `words`.
    fn written<'w>(written: &'w str, value: &str, words: &str) -> &'w str {
        let layer = Layer::part(written, 0, written.len());
        let aligned = aligned(&layer, 0, written.len(), value);
        assert_eq!(aligned.text(), value);
        let at = value.find(words).expect("in the value");
        let (start, end) = aligned.in_source(at, at + words.len());
        &written[start..end]
    }

    #[test]
    fn quotes_and_escapes_lead_back() {
        assert_eq!(written("L'été aurait fui", "L'été aurait fui", "été aurait"), "été aurait");
        assert_eq!(written("'L''été'", "L'été", "L'é"), "L''é");
        assert_eq!(written(r#""L’été""#, "L’été", "été"), r"été");
        assert_eq!(written(r#""dit \"oui\" hier""#, "dit \"oui\" hier", "\"oui\""), r#"\"oui\""#);
        assert_eq!(written(r#""😀 oui""#, "😀 oui", "oui"), "oui");
    }

    #[test]
    fn folded_lines_lead_back() {
        assert_eq!(written(">\n  Le maire\n  part.\n", "Le maire part.\n", "maire part"), "maire\n  part");
        assert_eq!(written("|\n  Le maire\n  part.\n", "Le maire\npart.\n", "part"), "part");
        assert_eq!(written("Le maire\n  part", "Le maire part", "maire part"), "maire\n  part");
        assert_eq!(written("\"\"\"\nLe maire\"\"\"", "Le maire", "maire"), "maire");
    }
}
