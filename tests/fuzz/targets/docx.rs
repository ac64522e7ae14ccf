//! Any bytes as the text inside a .docx become an article or an error.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    selon_fuzz::read("story.docx", &selon_fuzz::package(&[("word/document.xml", bytes)]));
});
