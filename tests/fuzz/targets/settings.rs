//! Any text as `selon.toml` or `selon.accepted.toml` is settings, acceptances, or says what is wrong with it.

#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;
use selon::publication::accepted::AcceptedFile;
use selon::publication::file::PublicationFile;
use selon::rule::written::{Slips, read};

fuzz_target!(|text: &str| {
    let (_, slips) = read::<PublicationFile>(text);
    Slips::new(Path::new("selon.toml"), text, slips).reports().for_each(|report| drop(format!("{report:?}")));
    let (_, slips) = read::<AcceptedFile>(text);
    Slips::new(Path::new("selon.accepted.toml"), text, slips).reports().for_each(|report| drop(format!("{report:?}")));
});
