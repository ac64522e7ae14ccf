//! Reads TOML that people write, and says everything that is wrong with it at once.
//!
//! The text becomes a tree with places; the tree becomes the structure. Where a value doesn't fit, it is noted with
//! its place and the nearest right name, taken out of the tree, and the rest is read again. So one slip never hides
//! another. A slip of the syntax itself stands alone: what follows it would be guesswork.

use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::slip::Slip;
use super::wording;

/// A value with the bytes of the file where it stands.
pub type Placed<T> = Spanned<T>;

/// What is wrong beyond this can wait until these are mended.
const MOST_SLIPS: usize = 50;

/// The structure that `text` holds, and what is wrong with it; what is wrong is left out of the structure.
pub fn read<T: DeserializeOwned + Default>(text: &str) -> (T, Vec<Slip>) {
    let mut tree = match DeTable::parse(text) {
        Ok(tree) => tree,
        Err(error) => return (T::default(), vec![syntax_slip(&error, text)]),
    };
    let mut slips = Vec::new();
    loop {
        let error = match T::deserialize(toml::de::Deserializer::from(tree.clone())) {
            Ok(structure) => return (structure, slips),
            Err(error) => error,
        };
        let at = error.span().unwrap_or(0..0);
        // What a slip encloses is told with it.
        slips.retain(|earlier: &Slip| {
            let (start, end) = (earlier.at.offset(), earlier.at.offset() + earlier.at.len());
            !(at.start <= start && end <= at.end)
        });
        let slip = slip(error.message(), at.clone(), text);
        slips.push(match misplaced(tree.get_ref(), &at, &top_level_keys::<T>()) {
            Some(help) => slip.with_help(help),
            None => slip,
        });
        if slips.len() == MOST_SLIPS || !take_out(tree.get_mut(), &at) {
            return (T::default(), slips);
        }
    }
}

/// The keys that the structure knows outside its tables.
///
/// The reader tells them itself, when it is asked for one that nobody has.
fn top_level_keys<T: DeserializeOwned>() -> Vec<String> {
    let unheard_of = toml::from_str::<T>("\"\" = 0").err();
    let message = unheard_of.map(|error| error.message().to_owned()).unwrap_or_default();
    message.split('`').skip(3).step_by(2).map(str::to_owned).collect()
}

/// What to do with the entry at `at` where it stands in a table, and its key belongs above them all: in TOML a
/// `[table]` goes on to the next one.
fn misplaced(tree: &DeTable<'_>, at: &Range<usize>, above: &[String]) -> Option<String> {
    let (table, inside) = tree
        .iter()
        .find(|(_, value)| matches!(value.get_ref(), DeValue::Table(inner) if entry(inner, at).is_some()))?;
    let DeValue::Table(inside) = inside.get_ref() else { return None };
    let (key, table) = (entry(inside, at)?, table.get_ref());
    above
        .iter()
        .any(|known| known == key)
        .then(|| format!("a [table] goes on to the next one: move `{key}` above [{table}]"))
}

/// The key of the entry of `table` that stands at `at`, or whose value does.
fn entry<'a>(table: &'a DeTable<'_>, at: &Range<usize>) -> Option<&'a str> {
    table
        .iter()
        .find(|(key, value)| key.span() == *at || value.span() == *at)
        .map(|(key, _)| key.get_ref().as_ref())
}

fn syntax_slip(error: &toml::de::Error, text: &str) -> Slip {
    let at = error.span().unwrap_or(text.len()..text.len());
    let (message, help) = wording::of_syntax(error.message());
    Slip::new(at, message).with_help(help)
}

/// Takes the innermost entry at `at` out of the tree; whether there was one.
fn take_out(table: &mut DeTable<'_>, at: &Range<usize>) -> bool {
    let holds = |span: Range<usize>| span.start <= at.start && at.end <= span.end;
    let mut found = None;
    for (key, value) in table.iter_mut() {
        if key.span() == *at {
            found = Some(key.clone());
            break;
        }
        let exact = value.span() == *at;
        let taken = match value.get_mut() {
            DeValue::Table(inner) => take_out(inner, at),
            DeValue::Array(items) if !exact => take_out_of_array(items, at),
            _ => false,
        };
        if taken {
            return true;
        }
        if holds(value.span()) {
            found = Some(key.clone());
            break;
        }
    }
    found.is_some_and(|key| table.remove(&key).is_some())
}

fn take_out_of_array(items: &mut toml::de::DeArray<'_>, at: &Range<usize>) -> bool {
    for item in items.iter_mut() {
        if let DeValue::Table(inner) = item.get_mut()
            && take_out(inner, at)
        {
            return true;
        }
    }
    false
}

/// What serde complains of, in words for the writer of the file.
fn slip(message: &str, at: Range<usize>, text: &str) -> Slip {
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let (unknown, known) = quoted.split_first().map_or(("", &[][..]), |(first, rest)| (*first, rest));
    if message.starts_with("unknown field") {
        return Slip::new(at, format!("there is no key `{unknown}` here")).with_help(advice(unknown, known));
    }
    if message.starts_with("unknown variant") {
        return Slip::new(at, format!("`{unknown}` isn't one of the values"))
            .with_help(advice(unknown, known));
    }
    let written = text.get(at.clone()).unwrap_or_default().lines().next().unwrap_or_default();
    let (message, help) = wording::of_value(message, written.trim_end());
    Slip::new(at, message).with_help(help)
}

/// The nearest right name, and all of them where they are few enough to read.
pub fn advice<S: AsRef<str>>(unknown: &str, known: &[S]) -> String {
    let list = known.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", ");
    match nearest(unknown, known) {
        Some(near) if known.len() > READABLE => format!("did you mean `{near}`?"),
        Some(near) => format!("did you mean `{near}`? Known: {list}"),
        None if list.is_empty() => "nothing is known here".into(),
        None => format!("known: {list}"),
    }
}

/// How many names may be listed behind the nearest one.
const READABLE: usize = 14;

/// The name of `known` that is nearest to `unknown`; nothing where none is near.
pub fn nearest<'a, S: AsRef<str>>(unknown: &str, known: &'a [S]) -> Option<&'a str> {
    known
        .iter()
        .map(|name| (strsim::jaro_winkler(unknown, name.as_ref()), name.as_ref()))
        .filter(|(likeness, _)| *likeness >= 0.75)
        .max_by(|left, right| left.0.total_cmp(&right.0))
        .map(|(_, name)| name)
}
