//! In which language an article is written, where neither settings nor the file say so.
//!
//! Most articles show it by their function words alone: no other language has so many of them. Where these leave
//! doubt, whichlang is asked, which tells sixteen languages apart but always names one of them; so its answer is taken
//! only where some of the words are function words of that language. Otherwise: none that we know.

use std::sync::LazyLock;

use foldhash::HashSet;

use super::{Code, en, fr};

/// How many bytes of the start of a text are looked at.
const LOOKED_AT: usize = 700;

/// The language that `text` is written in; nothing where it is none of ours, or can't be told.
pub fn language(text: &str) -> Option<Code> {
    let text = start(text);
    let small = text.to_ascii_lowercase();
    let english = Share::of(Code::English, &small);
    if english.known * 4 > english.all {
        return Some(Code::English);
    }
    let french = Share::of(Code::French, &small);
    // Spanish and Catalan have "de", "la" and "que" too, so French needs more.
    if french.known * 8 > french.all * 3 {
        return Some(Code::French);
    }
    let (code, share) = match whichlang::detect_language(text) {
        whichlang::Lang::Fra => (Code::French, french),
        whichlang::Lang::Eng => (Code::English, english),
        _ => return None,
    };
    (share.known * 10 >= share.all && share.known > 0).then_some(code)
}

/// How many of the words of a text are function words of a language.
struct Share {
    all: usize,
    known: usize,
}

impl Share {
    /// The share in a text in small letters.
    fn of(code: Code, small: &str) -> Self {
        let function_words = function_words(code);
        let mut share = Self { all: 0, known: 0 };
        for word in small.split(|c: char| !is_letter(c)).filter(|word| !word.is_empty()) {
            share.all += 1;
            share.known += usize::from(function_words.holds(word));
        }
        share
    }
}

/// As [`char::is_alphabetic`], most letters without a look into tables.
fn is_letter(character: char) -> bool {
    if character.is_ascii() { character.is_ascii_alphabetic() } else { character.is_alphabetic() }
}

/// The function words of a language, and how many bytes the longest has.
struct FunctionWords {
    words: HashSet<String>,
    longest: usize,
}

impl FunctionWords {
    fn of(lists: &super::Lists) -> Self {
        let words: HashSet<String> = lists.get("function-words").iter().cloned().collect();
        Self { longest: words.iter().map(String::len).max().unwrap_or(0), words }
    }

    fn holds(&self, word: &str) -> bool {
        word.len() <= self.longest && self.words.contains(word)
    }
}

/// The start of `text`, up to a boundary between characters.
fn start(text: &str) -> &str {
    let end = (0..=LOOKED_AT.min(text.len())).rev().find(|&at| text.is_char_boundary(at));
    &text[..end.unwrap_or_default()]
}

fn function_words(code: Code) -> &'static FunctionWords {
    static ENGLISH: LazyLock<FunctionWords> = LazyLock::new(|| FunctionWords::of(en::lists()));
    static FRENCH: LazyLock<FunctionWords> = LazyLock::new(|| FunctionWords::of(fr::lists()));
    match code {
        Code::English => &ENGLISH,
        Code::French => &FRENCH,
    }
}
