//! Before the program is built: its word lists are read and become part of it, so that no run has to read them again;
//! and it is noted which shipped rules are off, so that no run has to read these. The rules themselves are embedded
//! anew whenever a file of `lints/` is added, changed or removed.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let made = env::var("OUT_DIR")?;
    let made = Path::new(&made);
    println!("cargo:rerun-if-changed=lints");
    let mut off = Vec::new();
    for language in ["en", "fr"] {
        let written = Path::new("src/language").join(language).join("words.toml");
        println!("cargo:rerun-if-changed={}", written.display());
        let lists = lists(&written).map_err(|error| format!("{}: {error}", written.display()))?;
        fs::write(made.join(format!("words-{language}.rs")), lists)?;
        off.extend(rules_off(&Path::new("lints").join(language))?);
    }
    fs::write(made.join("rules-off.rs"), format!("&{off:?}"))?;
    Ok(())
}

/// The rules of `folder` that are off where no settings speak of them: "en/so-called".
fn rules_off(folder: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let mut off = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        let rule: toml::Table = toml::from_str(&fs::read_to_string(&path)?)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        if rule.get("default").and_then(toml::Value::as_str) == Some("off") {
            off.push(path.with_extension("").strip_prefix("lints")?.display().to_string().replace('\\', "/"));
        }
    }
    off.sort();
    Ok(off)
}

/// The lists of a `words.toml` as an expression of Rust: names in the order of the alphabet, each with its entries.
fn lists(written: &Path) -> Result<String, Box<dyn Error>> {
    let lists: toml::map::Map<String, toml::Value> = toml::from_str(&fs::read_to_string(written)?)?;
    let mut lists: Vec<(String, Vec<String>)> = lists
        .into_iter()
        .map(|(name, entries)| Ok((name, entries.try_into()?)))
        .collect::<Result<_, toml::de::Error>>()?;
    lists.sort();
    let mut expression = String::from("&[\n");
    for (name, entries) in lists {
        writeln!(expression, "({name:?}, &{entries:?}),")?;
    }
    expression.push(']');
    Ok(expression)
}
