//! Any bytes as the text inside an .odt become an article or an error.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    selon_fuzz::read("story.odt", &selon_fuzz::package(&[("META-INF/manifest.xml", b""), ("content.xml", bytes)]));
});
