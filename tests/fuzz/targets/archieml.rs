//! Any bytes as ArchieML become articles or an error, and every span leads back to the file.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    selon_fuzz::read("story.aml", bytes);
});
