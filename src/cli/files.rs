//! What the paths of the command line stand for: files in path order, standard input.

use std::io::Read;
use std::path::{Path, PathBuf};

use super::args::InputArguments;
use crate::check::changed::{Changes, Version};
use crate::read::worth_opening;
use crate::walk::{self, Found, Named, Selection, shown};

/// Something to read.
#[derive(Debug)]
pub(super) struct Input {
    /// The path that settings are found by, and reports name it by.
    pub(super) path: PathBuf,
    /// Whether it was asked for, or lies below a folder that was.
    pub(super) named: Named,
    from: Origin,
}

#[derive(Debug)]
enum Origin {
    Standard,
    File,
    Nowhere(Box<str>),
}

impl Input {
    /// As reports name it. Not kept: an archive has hundreds of thousands of them.
    pub(super) fn name(&self) -> String {
        shown(&self.path)
    }

    /// Its bytes, or why there are none.
    pub(super) fn bytes(&self) -> Result<Vec<u8>, String> {
        match &self.from {
            Origin::Standard => {
                let mut bytes = Vec::new();
                std::io::stdin().read_to_end(&mut bytes).map_err(|error| error.to_string())?;
                Ok(bytes)
            }
            Origin::File => std::fs::read(&self.path).map_err(|error| format!("it can't be opened: {error}")),
            Origin::Nowhere(message) => Err(message.to_string()),
        }
    }
}

impl Input {
    /// Treats a named file as one found below its folder, and says whether its name is that of an article.
    pub(super) fn may_be_article(&mut self) -> bool {
        match self.from {
            Origin::Standard | Origin::Nowhere(_) => true,
            Origin::File => {
                self.named = Named::Below;
                worth_opening(&self.path)
            }
        }
    }

    /// The version that it had before; standard input had none.
    pub(super) fn earlier(&self, changes: &Changes) -> Result<Version, String> {
        match self.from {
            Origin::Standard | Origin::Nowhere(_) => Ok(Version::None),
            Origin::File => changes.earlier(&self.path),
        }
    }

    /// Whether something in it may be new, a failure to open it among them.
    pub(super) fn may_be_new(&self, changes: &Changes) -> bool {
        match self.from {
            Origin::Standard | Origin::Nowhere(_) => true,
            Origin::File => changes.touches(&self.path),
        }
    }
}

/// What `arguments` ask to be read, in path order. Below folders, files that by their names are no articles are passed
/// over.
pub(super) fn inputs(arguments: &InputArguments) -> Vec<Input> {
    let here = [PathBuf::from(".")];
    let paths = if arguments.paths.is_empty() { &here[..] } else { &arguments.paths };
    let (standard, paths): (Vec<_>, Vec<_>) = paths.iter().cloned().partition(|path| path.as_os_str() == "-");
    let mut inputs: Vec<_> =
        walk::files(&paths, &Selection::everything()).into_iter().filter_map(input).collect();
    if !standard.is_empty() {
        let path = arguments.stdin_filename.clone().unwrap_or_else(|| "-".into());
        let input = Input { path, named: Named::Explicitly, from: Origin::Standard };
        let at = inputs.partition_point(|other| other.name() < input.name());
        inputs.insert(at, input);
    }
    inputs
}

fn input(found: Found) -> Option<Input> {
    match found {
        Found::File(file) => {
            let wanted = file.named == Named::Explicitly || worth_opening(&file.path);
            wanted.then_some(Input { path: file.path, named: file.named, from: Origin::File })
        }
        Found::Failed(error) => Some(Input {
            path: Path::new(error.path()).to_owned(),
            named: Named::Explicitly,
            from: Origin::Nowhere(error.to_string().into()),
        }),
    }
}
