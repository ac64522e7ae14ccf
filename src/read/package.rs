//! A zip archive as word processors write it: its parts, and what bounds them.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::error::ReadError;

/// No part of a document of text is larger once it is unpacked.
const LARGEST_PART: u64 = 64 * 1024 * 1024;
/// A part that grows by more than this when it is unpacked was made to do harm; text shrinks to a tenth.
const LARGEST_RATIO: u64 = 200;
/// No document of text has more parts.
const MOST_PARTS: usize = 10_000;

/// The parts of a document.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
}

/// What kind of document a package is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Docx,
    Odt,
    Other,
}

impl<'b> Package<'b> {
    /// The package in these bytes.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, ReadError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
        if archive.len() > MOST_PARTS {
            let cause =
                format!("it has {} parts, and no more than {MOST_PARTS} are looked at", archive.len());
            return Err(ReadError::broken(None, cause, "is it a document at all?"));
        }
        Ok(Self { archive })
    }

    /// What kind of document it is, by its parts.
    pub(super) fn kind(&self) -> Kind {
        let has = |name: &str| self.archive.file_names().any(|part| part.is_ok_and(|part| part == name));
        match () {
            () if has("word/document.xml") => Kind::Docx,
            () if has("content.xml") && has("META-INF/manifest.xml") => Kind::Odt,
            () => Kind::Other,
        }
    }

    /// The text of the part of this name; nothing where there is none.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        let part = match self.archive.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(broken(&error)),
        };
        let allowed = LARGEST_PART.min(part.compressed_size().saturating_mul(LARGEST_RATIO).max(1 << 20));
        let mut bytes = Vec::new();
        part.take(allowed + 1).read_to_end(&mut bytes).map_err(|error| broken(&error))?;
        if bytes.len() as u64 > allowed {
            let cause =
                format!("its part {name} unpacks to more than {} MB, far more than any text", allowed >> 20);
            return Err(ReadError::broken(None, cause, "save its text as a new document"));
        }
        let text = String::from_utf8(bytes).map_err(|_| {
            ReadError::broken(
                None,
                format!("its part {name} isn't UTF-8"),
                "save it again from the word processor",
            )
        })?;
        Ok(Some(text))
    }
}

fn broken(cause: &dyn std::fmt::Display) -> ReadError {
    ReadError::broken(
        None,
        format!("it can't be unpacked ({cause})"),
        "save it again from the word processor",
    )
}
