//! Which format a file is in, by its first bytes and its name; what is no article.

use std::path::Path;

use super::Unknown;
use super::encoding::Damage;
use super::error::ReadError;
use super::shortcodes::Machinery;
use super::{programs, wire};

/// No article is larger, and no export of a year's articles.
const LARGEST: usize = 512 * 1024 * 1024;

/// The first choice: what the bytes are made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Container {
    /// Characters in some encoding.
    Text,
    /// A zip archive: the file of a word processor.
    Zip,
}

/// The second choice: what the text is written in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Format {
    /// Plain text.
    Text,
    /// Markdown, with the marks of this machinery.
    Markdown(Machinery),
    /// A page of HTML.
    Html,
    /// JSON.
    Json,
    /// XML.
    Xml,
    /// ArchieML.
    ArchieMl,
    /// SRT or WebVTT.
    Subtitles,
    /// IPTC 7901 or ANPA 1312.
    Wire,
}

/// Whether a file of this name may be an article: false for pictures, programs and data, and for what has no ending
/// ("LICENSE"), all of which a walk passes over without opening them.
pub fn worth_opening(path: &Path) -> bool {
    ending(path).is_some_and(|ending| ENDINGS.contains(&ending.as_str())) && !programs::is_named_so(path)
}

/// Endings of the formats that are read.
const ENDINGS: &[&str] = &[
    "txt", "text", "md", "markdown", "mdown", "mkd", "mdx", "html", "htm", "xhtml", "xml", "nitf", "newsml",
    "rss", "atom", "wxr", "json", "ninjs", "docx", "odt", "aml", "archieml", "srt", "vtt",
];

/// The ending of a file's name, in lower case: "md" of "Pont.MD".
fn ending(path: &Path) -> Option<String> {
    path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase())
}

/// What to make of damaged bytes: pages are read as browsers read them.
pub(super) fn damage(path: &Path) -> Damage {
    match ending(path).as_deref() {
        Some("html" | "htm" | "xhtml") => Damage::PassedOver,
        Some(_) | None => Damage::Refused,
    }
}

/// Refuses what is too large to be an article.
pub(super) fn refuse_too_large(bytes: &[u8]) -> Result<(), ReadError> {
    if bytes.len() <= LARGEST {
        return Ok(());
    }
    let cause = format!("it has {} MB, and no more than {} are read", bytes.len() >> 20, LARGEST >> 20);
    Err(ReadError::broken(None, cause, "split it"))
}

/// What the bytes of the file are made of, or why it is no article.
pub(super) fn of_bytes(path: &Path, bytes: &[u8], unknown: Unknown) -> Result<Container, ReadError> {
    if let Some((_, what)) = STARTS.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(ReadError::no_article(
            *what,
            "only its text can be checked: save that as text, HTML or docx",
        ));
    }
    if unknown == Unknown::NoArticle && !worth_opening(path) {
        return Err(ReadError::no_article(
            "a file of this name",
            "name the file itself to read it as plain text",
        ));
    }
    if bytes.starts_with(b"version https://git-lfs.github.com/") {
        return Err(ReadError::broken(
            None,
            "it is only a pointer of git LFS",
            "fetch the file with `git lfs pull`",
        ));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Ok(Container::Zip);
    }
    if matches!(ending(path).as_deref(), Some("docx" | "odt")) {
        return Err(ReadError::broken(
            None,
            "it isn't a document of a word processor",
            "save it again from there",
        ));
    }
    Ok(Container::Text)
}

/// What the text of the file is written in, or why it is no article.
pub(super) fn of_text(path: &Path, text: &str, unknown: Unknown) -> Result<Format, ReadError> {
    let ending = ending(path).unwrap_or_default();
    if unknown == Unknown::NoArticle && programs::is_template(path, text) {
        return Err(ReadError::no_article("a template of the site", "check the pages that are made of it"));
    }
    match ending.as_str() {
        "md" | "markdown" | "mdown" | "mkd" => Ok(Format::Markdown(Machinery::Templates)),
        "mdx" => Ok(Format::Markdown(Machinery::Mdx)),
        "html" | "htm" | "xhtml" => Ok(Format::Html),
        "aml" | "archieml" => Ok(Format::ArchieMl),
        "srt" | "vtt" => Ok(Format::Subtitles),
        _ => {
            let start = text.trim_start();
            let lower = start.get(..64.min(start.len())).unwrap_or_default().to_ascii_lowercase();
            if lower.starts_with("<!doctype html") || lower.starts_with("<html") {
                return Ok(Format::Html);
            }
            let named_xml = matches!(ending.as_str(), "xml" | "nitf" | "newsml" | "rss" | "atom" | "wxr");
            if lower.starts_with("<?xml") || named_xml {
                if programs::is_feed_template(text) {
                    return Err(ReadError::no_article(
                        "a template of a feed",
                        "check the feed that is made of it",
                    ));
                }
                return if named_xml || unknown == Unknown::Text {
                    Ok(Format::Xml)
                } else {
                    Err(ReadError::no_article("XML under this name", "name the file itself to read it"))
                };
            }
            if matches!(ending.as_str(), "json" | "ninjs") {
                return Ok(Format::Json);
            }
            if unknown == Unknown::NoArticle && !worth_opening(path) {
                return Err(ReadError::no_article(
                    "a file of this name",
                    "name the file itself to read it as plain text",
                ));
            }
            if unknown == Unknown::NoArticle && programs::is_program(text) {
                return Err(ReadError::no_article(
                    "a program",
                    "name the file itself to read it as plain text",
                ));
            }
            if is_mail(text) {
                return Err(ReadError::no_article("an e-mail", "save its text alone to check it"));
            }
            Ok(if wire::is_wire(text) { Format::Wire } else { Format::Text })
        }
    }
}

/// Whether a text starts with the header of an e-mail, in which several lines say which way it came.
fn is_mail(text: &str) -> bool {
    const FIELDS: [&str; 6] =
        ["Received", "Return-Path", "Delivered-To", "MIME-Version", "Message-ID", "X-Received"];
    let lines = text.trim_start().lines().take(40).take_while(|line| !line.trim().is_empty());
    lines.filter(|line| line.split_once(':').is_some_and(|(name, _)| FIELDS.contains(&name))).count() >= 3
}

/// How files start that hold no text, and what they are.
const STARTS: &[(&[u8], &str)] = &[
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"RIFF", "a picture or a film"),
    (b"\x7fELF", "a program"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"BZh", "a compressed archive"),
    (b"\xfd7zXZ", "a compressed archive"),
    (b"7z\xbc\xaf", "a compressed archive"),
    (b"Rar!", "a compressed archive"),
    (b"\xd0\xcf\x11\xe0", "a document of an older Word or Excel"),
    (b"{\\rtf", "a document in RTF"),
    (b"%!PS", "a page in PostScript"),
    (b"OggS", "a sound"),
    (b"ID3", "a sound"),
    (b"fLaC", "a sound"),
    (b"\0\0\x01\0", "a picture"),
    (b"SQLite format 3", "a database"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"wOFF", "a typeface"),
    (b"wOF2", "a typeface"),
];
