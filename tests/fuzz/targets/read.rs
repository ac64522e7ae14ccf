//! Any bytes under any file name become articles or an error, and every span leads back to the file.

#![no_main]

const ENDINGS: [&str; 13] =
    ["txt", "md", "mdx", "html", "xml", "json", "docx", "odt", "aml", "srt", "vtt", "rss", "strange"];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    selon_fuzz::read(&format!("story.{}", ENDINGS[usize::from(*first) % ENDINGS.len()]), rest);
});
