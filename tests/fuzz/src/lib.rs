//! What holds of any bytes under any file name, for the fuzz targets and the ordinary tests alike.

use std::path::Path;

use selon::article::Article;
use selon::read::{Asked, Unknown, articles};
use selon::span::Span;

/// The articles of `bytes` as a file of this name; none where it can't be read. Every block of each lies inside the
/// file, starts and ends between two characters of it, and stands behind the block before it.
pub fn read(name: &str, bytes: &[u8]) -> Vec<Article> {
    let asked = Asked { unknown: Unknown::Text, ..Asked::default() };
    let articles = articles(Path::new(name), bytes, asked).unwrap_or_default();
    for article in &articles {
        let mut end = 0;
        for block in article.blocks() {
            assert!(end <= block.span.start() && !block.span.is_empty(), "{block:?} in {name}");
            end = block.span.end();
            spelled(article, block.span, bytes);
        }
        article.links().iter().for_each(|link| spelled(article, link.span, bytes));
        for mark in article.accept_marks() {
            assert!(
                mark.at <= article.text().len() && mark.place.start <= mark.place.end,
                "{mark:?} in {name}"
            );
        }
    }
    articles
}

/// `span` spells whole characters of the article's text and of the file it was read from.
pub fn spelled(article: &Article, span: Span, file: &[u8]) {
    assert!(article.text().get(span.range()).is_some(), "{span:?} of {:?}", article.text());
    let place = article.place(span);
    assert!(place.start <= place.end, "{place:?}");
    let (start, end) = article.positions(span);
    assert!((start.line, start.column) <= (end.line, end.column), "{start:?} {end:?}");
    // Places in a word processor's file count bytes of its text as it is read.
    if !file.starts_with(b"PK") {
        assert!(place.end <= file.len(), "{place:?} of {} bytes", file.len());
        assert!(between_characters(file, place.start) && between_characters(file, place.end), "{place:?}");
    }
}

/// Whether no character of the file has bytes on both sides of `at`.
fn between_characters(file: &[u8], at: usize) -> bool {
    let little = file.starts_with(b"\xff\xfe");
    if little || file.starts_with(b"\xfe\xff") {
        let low = file.get(if little { at + 1 } else { at }).is_some_and(|byte| (0xdc..0xe0).contains(byte));
        let high = at.checked_sub(if little { 1 } else { 2 }).and_then(|at| file.get(at));
        return at.is_multiple_of(2) && !(low && high.is_some_and(|byte| (0xd8..0xdc).contains(byte)));
    }
    match std::str::from_utf8(file) {
        // UTF-16 without a mark is told by its zeros, and may happen to be UTF-8 as well.
        Ok(text) => text.contains('\0') || text.is_char_boundary(at),
        Err(_) => true,
    }
}

/// The file of a word processor with these members, each a name and what it holds.
pub fn package(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut directory = Vec::new();
    for &(name, content) in members {
        let start = file.len() as u32;
        let mut head = vec![20, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        head.extend(checksum(content).to_le_bytes());
        head.extend((content.len() as u32).to_le_bytes());
        head.extend((content.len() as u32).to_le_bytes());
        head.extend((name.len() as u16).to_le_bytes());
        head.extend([0, 0]);
        file.extend(b"PK\x03\x04");
        file.extend(&head);
        file.extend(name.as_bytes());
        file.extend(content);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&head);
        directory.extend([0; 10]);
        directory.extend(start.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let start = file.len() as u32;
    file.extend(&directory);
    file.extend(b"PK\x05\x06\0\0\0\0");
    file.extend((members.len() as u16).to_le_bytes().repeat(2));
    file.extend((directory.len() as u32).to_le_bytes());
    file.extend(start.to_le_bytes());
    file.extend([0, 0]);
    file
}

/// The checksum that an archive keeps of each member.
fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0u32, |sum, &byte| {
        (0..8).fold(sum ^ u32::from(byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg()))
    })
}
