//! Bytes → text: finds out in which encoding a file is written, and decodes it so that every character still leads
//! back to its bytes.
//!
//! In this order: the byte order mark, what was asked for, UTF-8 if it is valid, what the file declares, a guess
//! among the encodings of one byte a character.

use std::str::FromStr;
use std::sync::Arc;

use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::charset::{self, Charset};
use super::error::ReadError;
use crate::place::{Source, Width};

/// An encoding that an article can be asked to be read in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Asked(Charset);

impl Asked {
    /// The encoding of this name, as the web and newsroom systems call it: "utf-8", "latin1", "iso-8859-15",
    /// "windows-1252", "macroman", "cp850", "utf-16le". Nothing where the name is unknown or a character may take several
    /// bytes of another kind than those.
    pub fn named(name: &str) -> Option<Self> {
        let lower = name.trim().to_ascii_lowercase();
        let encoding = match lower.as_str() {
            "macroman" | "mac-roman" | "mac_roman" => MACINTOSH,
            "utf-16" | "utf16" => UTF_16LE,
            "cp850" | "ibm850" | "850" => return Some(Self(Charset::Dos)),
            other => Encoding::for_label(other.as_bytes())?,
        };
        width(encoding).map(|_| Self(Charset::Web(encoding)))
    }
}

impl FromStr for Asked {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let known = "utf-8, utf-16le, utf-16be, windows-1252, iso-8859-1, iso-8859-15, macroman, cp850";
        Self::named(name).ok_or_else(|| format!("no encoding of this name is read; known are {known}"))
    }
}

/// How many bytes a character takes, for the encodings in which that is known without a table.
fn width(encoding: &'static Encoding) -> Option<Width> {
    match encoding {
        _ if encoding == UTF_8 => Some(Width::Utf8),
        _ if encoding == UTF_16LE || encoding == UTF_16BE => Some(Width::Utf16),
        _ if encoding.is_single_byte() => Some(Width::Single),
        _ => None,
    }
}

/// What to make of bytes that are no UTF-8 where the rest is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Damage {
    /// An error: somebody should save the file again.
    Refused,
    /// They are passed over, as browsers do.
    PassedOver,
}

/// The text of `bytes`.
pub(super) fn decoded(bytes: &[u8], asked: Option<Asked>, damage: Damage) -> Result<Arc<Source>, ReadError> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return in_encoding(bytes, length, encoding);
    }
    if let Some(Asked(charset)) = asked {
        return in_charset(bytes, charset);
    }
    if let Some(encoding) = utf_16_without_mark(bytes) {
        return in_encoding(bytes, 0, encoding);
    }
    if bytes.contains(&0) && bytes.iter().filter(|&&byte| byte == 0).count() > bytes.len() / 1000 {
        return Err(ReadError::broken(None, "it holds bytes that no text holds", "is it a text at all?"));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Source::new(text.into(), 0, Width::Utf8)),
        Err(error) if mostly_utf_8(bytes) => match damage {
            Damage::Refused => Err(not_utf_8(bytes, error.valid_up_to())),
            Damage::PassedOver => Ok(Source::new(without_damage(bytes), 0, Width::Utf8)),
        },
        Err(_) => match declared(bytes) {
            Some(encoding) => in_encoding(bytes, 0, encoding),
            None => in_charset(bytes, charset::guessed(bytes)),
        },
    }
}

fn in_charset(bytes: &[u8], charset: Charset) -> Result<Arc<Source>, ReadError> {
    match charset {
        Charset::Web(encoding) => in_encoding(bytes, 0, encoding),
        Charset::Dos => Ok(Source::new(charset::dos(bytes), 0, Width::Single)),
    }
}

/// The text of `bytes` behind `skipped` bytes of byte order mark.
fn in_encoding(bytes: &[u8], skipped: usize, encoding: &'static Encoding) -> Result<Arc<Source>, ReadError> {
    let content = &bytes[skipped..];
    let width = width(encoding).unwrap_or(Width::Single);
    match width {
        Width::Utf8 => std::str::from_utf8(content)
            .map(|text| Source::new(text.into(), skipped, width))
            .map_err(|error| not_utf_8(content, error.valid_up_to())),
        Width::Single => {
            let encoding = if encoding.is_single_byte() { encoding } else { WINDOWS_1252 };
            let text = encoding.decode_without_bom_handling(content).0;
            Ok(Source::new(text.into_owned(), skipped, width))
        }
        Width::Utf16 => {
            let whole = &content[..content.len() / 2 * 2];
            let text = encoding.decode_without_bom_handling(whole).0;
            Ok(Source::new(text.into_owned(), skipped, width))
        }
    }
}

fn not_utf_8(bytes: &[u8], at: usize) -> ReadError {
    let before = String::from_utf8_lossy(&bytes[..at]).into_owned();
    let position = Source::new(before, 0, Width::Utf8).position(at);
    ReadError::broken(
        Some(position),
        format!("byte {} is no UTF-8, though the rest is", at + 1),
        "save the file again as UTF-8, or say which encoding it has",
    )
}

/// The text with a control character, which is never shown, for every byte that is no UTF-8: all places stay what they
/// were.
fn without_damage(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|_| '\u{1a}'));
    }
    text
}

/// Whether bytes beyond ASCII are UTF-8 more often than not: a text that was damaged rather than one in an older
/// encoding. In Windows-1252 hardly any two letters in a row look like one of UTF-8.
fn mostly_utf_8(bytes: &[u8]) -> bool {
    let (mut right, mut wrong) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        right += chunk.valid().chars().filter(|character| !character.is_ascii()).count();
        wrong += usize::from(!chunk.invalid().is_empty());
    }
    right > wrong
}

/// UTF-16 whose byte order mark was lost: every other byte of Latin text is zero.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = &bytes[..bytes.len().min(512) / 2 * 2];
    if start.len() < 8 {
        return None;
    }
    let zeros = |offset: usize| start.iter().skip(offset).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), start.len() / 2);
    match () {
        () if odd * 10 >= half * 7 && even * 20 <= half => Some(UTF_16LE),
        () if even * 10 >= half * 7 && odd * 20 <= half => Some(UTF_16BE),
        () => None,
    }
}

/// What the first bytes say of the encoding: `<?xml encoding="…"?>`, `<meta charset="…">`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_ascii_lowercase();
    let key = ["encoding=", "charset="].iter().find_map(|key| Some(start.find(key)? + key.len()))?;
    let value = start[key..].trim_start_matches(['"', '\'', ' ']);
    let name = value.split(|c: char| !(c.is_ascii_alphanumeric() || "-_.:".contains(c))).next()?;
    let encoding = Encoding::for_label(name.as_bytes())?;
    encoding.is_single_byte().then_some(encoding)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8], asked: Option<&str>) -> String {
        decoded(bytes, asked.and_then(Asked::named), Damage::Refused)
            .map_or_else(|e| e.to_string(), |s| s.text().into())
    }

    #[test]
    fn a_text_is_read_in_the_encoding_of_its_day() {
        assert_eq!(text("\u{feff}Été".as_bytes(), None), "Été");
        assert_eq!(
            text(b"\xc9t\xe9 \x96 l\x92\x9cuvre \xab\xa0oui\xa0\xbb", None),
            "Été – l’œuvre «\u{a0}oui\u{a0}»"
        );
        assert_eq!(text(b"\x83t\x8e", Some("macroman")), "Été");
        assert_eq!(text(b"\x90t\x82", Some("cp850")), "Été");
        assert_eq!(text(b"\xff\xfe\xc9\x00t\x00\xe9\x00", None), "Été");
        assert_eq!(text(b"L\x00e\x00 \x00v\x00i\x00l\x00l\x00a\x00g\x00e\x00", None), "Le village");
    }

    #[test]
    fn damaged_utf_8_is_said_with_its_place() {
        let message = text("Été à l'étude.\nUn caf\u{e9}".as_bytes().split_last().expect("bytes").1, None);
        assert!(message.starts_with("line 2, column 7: byte 26"), "{message}");
    }
}
