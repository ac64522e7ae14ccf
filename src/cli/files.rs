//! What the paths of the command line stand for: files in path order, standard input.

use std::io::Read;
use std::path::{Path, PathBuf};

use super::args::InputArguments;

/// Something to read.
pub(super) struct Input {
    /// As reports name it.
    pub(super) name: String,
    from: From,
}

enum From {
    Standard,
    File(PathBuf),
    Nowhere(String),
}

impl Input {
    /// Its bytes, or why there are none.
    pub(super) fn bytes(&self) -> Result<Vec<u8>, String> {
        match &self.from {
            From::Standard => {
                let mut bytes = Vec::new();
                std::io::stdin().read_to_end(&mut bytes).map_err(|error| error.to_string())?;
                Ok(bytes)
            }
            From::File(path) => std::fs::read(path).map_err(|error| error.to_string()),
            From::Nowhere(message) => Err(message.clone()),
        }
    }
}

/// What `arguments` ask to be read, in path order.
pub(super) fn inputs(arguments: &InputArguments) -> Vec<Input> {
    let here = [PathBuf::from(".")];
    let paths = if arguments.paths.is_empty() { &here[..] } else { &arguments.paths };
    let mut inputs = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            let name = arguments.stdin_filename.as_deref().unwrap_or(Path::new("-"));
            inputs.push(Input { name: shown(name), from: From::Standard });
        } else {
            inputs.extend(below(path));
        }
    }
    inputs.sort_by(|one, other| one.name.cmp(&other.name));
    inputs.dedup_by(|one, other| one.name == other.name);
    inputs
}

fn below(path: &Path) -> Vec<Input> {
    ignore::WalkBuilder::new(path)
        .sort_by_file_path(Path::cmp)
        .build()
        .filter_map(|entry| match entry {
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_dir()) => None,
            Ok(entry) => Some(Input { name: shown(entry.path()), from: From::File(entry.into_path()) }),
            Err(error) => Some(Input { name: shown(path), from: From::Nowhere(error.to_string()) }),
        })
        .collect()
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
