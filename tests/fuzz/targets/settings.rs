//! Any text as `selon.toml` is settings or says what is wrong with it.

#![no_main]

use std::path::Path;

use selon::publication::file::PublicationFile;
use selon::rule::slip::Slips;
use selon::rule::written::read;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let (_, slips) = read::<PublicationFile>(text);
    Slips::new(Path::new("selon.toml"), text, slips).reports().for_each(|report| drop(format!("{report:?}")));
});
