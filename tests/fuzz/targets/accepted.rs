//! Any text as `selon.accepted.toml` is acceptances or says what is wrong with it.

#![no_main]

use std::path::Path;

use selon::publication::accepted::AcceptedFile;
use selon::rule::slip::Slips;
use selon::rule::written::read;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let (_, slips) = read::<AcceptedFile>(text);
    let report = Slips::new(Path::new("selon.accepted.toml"), text, slips);
    report.reports().for_each(|report| drop(format!("{report:?}")));
});
