//! What of a file is read, and as what: cases from newsrooms' files, each a file's name, its text, and the blocks
//! that are understood of it, in `tests/formats/roles.toml`.

use std::fs;
use std::path::Path;

use selon::read::{Asked, articles};
use serde::Deserialize;

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

/// A file and what is read of it.
#[derive(Deserialize)]
struct Case {
    /// What it shows, as a sentence.
    fact: String,
    /// The file's name, with the folders that matter.
    name: String,
    text: String,
    /// "Role: words", block by block; those of several articles one behind another.
    #[serde(default)]
    blocks: Vec<String>,
    /// Part of the reason why there is no article.
    refused: Option<String>,
}

/// What is read of the file: its blocks, or why there are none.
fn read(case: &Case) -> Result<Vec<String>, String> {
    let articles = articles(Path::new(&case.name), case.text.as_bytes(), Asked::default())
        .map_err(|error| error.to_string())?;
    let blocks = articles.iter().flat_map(|article| {
        let block =
            |block: &selon::article::Block| format!("{:?}: {}", block.role, article.words(block.span));
        article.blocks().iter().map(block).collect::<Vec<_>>()
    });
    Ok(blocks.collect())
}

#[test]
fn every_block_has_its_role() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats/roles.toml");
    let cases: Cases = toml::from_str(&fs::read_to_string(file).expect("the cases")).expect("cases");
    let mut wrong = String::new();
    for case in &cases.case {
        let right = match (read(case), &case.refused) {
            (Ok(blocks), None) if blocks == case.blocks => continue,
            (Err(reason), Some(part)) if reason.contains(part.as_str()) => continue,
            (read, _) => read,
        };
        wrong.push_str(&format!("\n{}: {right:#?}", case.fact));
    }
    assert!(wrong.is_empty(), "{wrong}");
}
