//! In which language an article is written, where neither settings nor the file say so.
//!
//! whichlang tells sixteen languages apart on a whole article but always names one of them; so its answer is taken
//! only where enough of the words are function words of that language. Otherwise: none that we know.

use std::sync::LazyLock;

use foldhash::HashSet;

use super::{Code, en, fr};

/// How many bytes of the start of a text are looked at.
const LOOKED_AT: usize = 700;

/// The language that `text` is written in; nothing where it is none of ours, or can't be told.
pub fn language(text: &str) -> Option<Code> {
    let text = start(text);
    let code = match whichlang::detect_language(text) {
        whichlang::Lang::Fra => Code::French,
        whichlang::Lang::Eng => Code::English,
        _ => return None,
    };
    let function_words = function_words(code);
    let (mut all, mut known) = (0_usize, 0_usize);
    let mut small = String::new();
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        small.clear();
        if word.is_ascii() {
            small.push_str(word);
            small.make_ascii_lowercase();
        } else {
            small.extend(word.chars().flat_map(char::to_lowercase));
        }
        all += 1;
        known += usize::from(function_words.contains(small.as_str()));
    }
    (known * 10 >= all && known > 0).then_some(code)
}

/// The start of `text`, up to a boundary between characters.
fn start(text: &str) -> &str {
    let end = (0..=LOOKED_AT.min(text.len())).rev().find(|&at| text.is_char_boundary(at));
    &text[..end.unwrap_or_default()]
}

fn function_words(code: Code) -> &'static HashSet<String> {
    static ENGLISH: LazyLock<HashSet<String>> = LazyLock::new(|| set(en::lists()));
    static FRENCH: LazyLock<HashSet<String>> = LazyLock::new(|| set(fr::lists()));
    match code {
        Code::English => &ENGLISH,
        Code::French => &FRENCH,
    }
}

fn set(lists: &super::Lists) -> HashSet<String> {
    lists.get("function-words").iter().cloned().collect()
}
