//! JSON → named values with their places.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::fields::Field;

/// Objects deeper than this are passed over.
const DEEPEST: usize = 12;

/// The members of an object, in the order of the file.
struct Members<'j>(Vec<(Cow<'j, str>, &'j RawValue)>);

impl<'j> Deserialize<'j> for Members<'j> {
    fn deserialize<D: Deserializer<'j>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;
        impl<'j> Visitor<'j> for Collect {
            type Value = Members<'j>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<A: MapAccess<'j>>(self, mut map: A) -> Result<Members<'j>, A::Error> {
                let mut members = Vec::new();
                while let Some((key, value)) = map.next_entry::<Key<'j>, &'j RawValue>()? {
                    members.push((key.0, value));
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Collect)
    }
}

#[derive(Deserialize)]
struct Key<'j>(#[serde(borrow)] Cow<'j, str>);

/// The values of the JSON at `start` of `text`, which is `json`; an error where it is none.
pub(super) fn fields(json: &str, start: usize) -> Result<Vec<Field>, serde_json::Error> {
    let raw: &RawValue = serde_json::from_str(json)?;
    let mut fields = Vec::new();
    collect(raw, json, start, &mut Vec::new(), &mut fields);
    Ok(fields)
}

/// The elements of the JSON array that is `json`, as start and end in it; nothing where it is no array.
pub(super) fn elements(json: &str) -> Option<Vec<(usize, usize)>> {
    let raw: Vec<&RawValue> = serde_json::from_str(json).ok()?;
    Some(raw.into_iter().map(|raw| range(raw, json)).collect())
}

/// The values of a text in which several stand one behind another, as start and end in it; nothing where it holds one
/// alone, or something else too.
pub(super) fn values(text: &str) -> Option<Vec<(usize, usize)>> {
    let values = serde_json::Deserializer::from_str(text).into_iter::<&RawValue>();
    let places: Option<Vec<_>> = values.map(|value| Some(range(value.ok()?, text))).collect();
    places.filter(|places| places.len() > 1)
}

/// The elements of the array that stands at `key` of the object that is `json`.
pub(super) fn elements_of(json: &str, key: &str) -> Option<Vec<(usize, usize)>> {
    let members: Members<'_> = serde_json::from_str(json).ok()?;
    let (_, raw) = members.0.into_iter().find(|(name, _)| name == key)?;
    let base = range(raw, json).0;
    Some(elements(raw.get())?.into_iter().map(|(start, end)| (base + start, base + end)).collect())
}

/// Where the value at `key` of the object that is `json` starts and ends.
pub(super) fn member(json: &str, key: &str) -> Option<(usize, usize)> {
    let members: Members<'_> = serde_json::from_str(json).ok()?;
    members.0.into_iter().find(|(name, _)| name == key).map(|(_, raw)| range(raw, json))
}

/// Where `raw` stands in the text that it was read from.
fn range(raw: &RawValue, json: &str) -> (usize, usize) {
    let start = (raw.get().as_ptr() as usize).saturating_sub(json.as_ptr() as usize);
    (start, start + raw.get().len())
}

fn collect(raw: &RawValue, json: &str, base: usize, keys: &mut Vec<String>, fields: &mut Vec<Field>) {
    let written = raw.get();
    let (start, end) = range(raw, json);
    match written.as_bytes().first() {
        Some(b'{') if keys.len() < DEEPEST => {
            let Ok(members) = serde_json::from_str::<Members<'_>>(written) else { return };
            for (key, value) in members.0 {
                keys.push(key.to_lowercase());
                // Pointers into `written` are pointers into `json`.
                collect(value, json, base, keys, fields);
                keys.pop();
            }
        }
        Some(b'[') if keys.len() < DEEPEST => {
            let Ok(elements) = serde_json::from_str::<Vec<&RawValue>>(written) else { return };
            keys.push(String::new());
            for element in elements {
                collect(element, json, base, keys, fields);
            }
            keys.pop();
        }
        Some(b'{' | b'[') | None => {}
        Some(first) => {
            let value = match first {
                b'"' => serde_json::from_str::<String>(written).unwrap_or_default(),
                _ => written.to_owned(),
            };
            let named = keys.iter().filter(|key| !key.is_empty()).map(String::as_str).collect::<Vec<_>>();
            fields.push(Field { key: named.join("."), value, start: base + start, end: base + end });
        }
    }
}
