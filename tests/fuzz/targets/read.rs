//! Any bytes under any file name become articles or an error, and every span leads back to the file.

#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;
use selon::read::{Asked, Unknown, articles};

const ENDINGS: [&str; 16] = [
    "txt", "md", "html", "xml", "json", "jsonl", "csv", "docx", "odt", "eml", "rss", "yaml", "toml", "rst", "adoc", "strange",
];

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    let name = format!("story.{}", ENDINGS[usize::from(*first) % ENDINGS.len()]);
    let asked = Asked { unknown: Unknown::Text, ..Asked::default() };
    for article in articles(Path::new(&name), rest, asked).into_iter().flatten() {
        for block in article.blocks() {
            assert!(article.text().get(block.span.range()).is_some());
            let place = article.place(block.span);
            assert!(place.start <= place.end);
            article.positions(block.span);
        }
    }
});
