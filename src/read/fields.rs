//! Named values beside or instead of prose: front matter, the keys of a JSON article. Each with its exact place.
//!
//! The values are read by the parser of the format (YAML, TOML, JSON); `scalar` then finds where each character of a
//! value stands, through quotes and escapes.

use super::layer::Layer;
use super::scalar;

/// A named value.
#[derive(Debug)]
pub(super) struct Field {
    /// The keys that lead to it, in lower case, with dots between: "image.caption". A list is passed through.
    pub(super) key: String,
    /// The value as the parser reads it.
    pub(super) value: String,
    /// Where it stands in the layer, with its quotes.
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Field {
    /// The last part of the key.
    pub(super) fn name(&self) -> &str {
        self.key.rsplit('.').next().unwrap_or_default()
    }

    /// The value as a text with the way back to the file.
    pub(super) fn words(&self, layer: &Layer<'_>) -> Layer<'static> {
        scalar::aligned(layer, self.start, self.end, &self.value)
    }

    /// Whether the value says yes.
    pub(super) fn is_true(&self) -> bool {
        matches!(self.value.trim().to_ascii_lowercase().as_str(), "true" | "yes" | "1" | "oui")
    }
}

/// The first value of one of these keys that isn't empty.
pub(super) fn first<'f>(fields: &'f [Field], keys: &[&str]) -> Option<&'f Field> {
    let of = |key: &&str| fields.iter().find(|field| field.key == *key && !field.value.trim().is_empty());
    keys.iter().find_map(of)
}
