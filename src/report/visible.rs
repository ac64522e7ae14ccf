//! Text as a terminal may be shown it: characters that steer it or turn the reading direction are made visible.

use std::ops::Range;

/// `text` with every steering character written out: `\u{1b}`.
pub fn shown(text: &str) -> String {
    if text.chars().any(steers) { shown_with_moves(text).0 } else { text.to_owned() }
}

/// `text` as [`shown`], and where each of its bytes, and its end, went.
pub(super) fn shown_with_moves(text: &str) -> (String, Vec<u32>) {
    let mut shown = String::with_capacity(text.len());
    let mut moves = Vec::with_capacity(text.len() + 1);
    for character in text.chars() {
        moves.extend(std::iter::repeat_n(shown.len() as u32, character.len_utf8()));
        if steers(character) {
            shown.push_str(&format!("\\u{{{:x}}}", character as u32));
        } else {
            shown.push(character);
        }
    }
    moves.push(shown.len() as u32);
    (shown, moves)
}

/// Where the bytes `range` of a text went.
pub(super) fn moved(moves: &[u32], range: &Range<usize>) -> Range<usize> {
    let place = |offset: usize| moves[offset.min(moves.len() - 1)] as usize;
    place(range.start)..place(range.end)
}

/// Whether a terminal would do something at `character` instead of showing it.
fn steers(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
        )
}
