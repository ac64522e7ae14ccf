//! Before the program is built: its word lists are read once, so that no run has to read them as TOML again, and the
//! shipped rules are embedded anew whenever a file of `lints/` is added, changed or removed.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=lints");
    for language in ["en", "fr"] {
        let written = Path::new("src/language").join(language).join("words.toml");
        println!("cargo:rerun-if-changed={}", written.display());
        let lists: toml::Table = toml::from_str(&fs::read_to_string(&written)?)
            .map_err(|error| format!("{}: {error}", written.display()))?;
        let packed = Path::new(&env::var("OUT_DIR")?).join(format!("words-{language}.json"));
        fs::write(packed, serde_json::to_string(&lists)?)?;
    }
    Ok(())
}
