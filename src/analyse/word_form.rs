//! What a word looks like, and its folded form: small letters, composed, straight apostrophes, œ as oe.
//!
//! Most words are letters of ASCII, or of Western Europe: for these there are short ways to the same answer.

use unicode_normalization::UnicodeNormalization;

use crate::analysis::Shape;

/// Whether `word` is `folded` but for capitals and the form of apostrophes.
pub(super) fn equal_folded(word: &str, folded: &str) -> bool {
    if word.is_ascii() {
        return word.eq_ignore_ascii_case(folded);
    }
    let mut left = word.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c });
    let mut right = folded.chars();
    loop {
        match (left.next(), right.next()) {
            (None, None) => return true,
            (a, b) if a == b => {}
            _ => return false,
        }
    }
}

/// How many letters and digits of ASCII `bytes` start with, and what the word of them looks like: most words of any
/// article are nothing else.
#[inline]
pub(super) fn plain_word(bytes: &[u8]) -> (usize, Shape) {
    let class = |at: usize| bytes.get(at).map_or(0, |&byte| CLASSES[usize::from(byte)]);
    let first = class(0);
    let (mut length, mut behind) = (usize::from(first != 0), 0);
    while class(length) != 0 {
        behind |= class(length);
        length += 1;
    }
    let shape = match first {
        DIGIT => Shape::Number,
        SMALL if behind & !SMALL == 0 => Shape::Lower,
        CAPITAL if behind & !SMALL == 0 => Shape::Capitalised,
        _ => mixed_shape(&bytes[..length]),
    };
    (length, shape)
}

const SMALL: u8 = 1;
const CAPITAL: u8 = 2;
const DIGIT: u8 = 4;

/// What each byte is in a plain word; 0 where it is none of it.
const CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < 128 {
        classes[byte] = match byte as u8 {
            b'a'..=b'z' => SMALL,
            b'A'..=b'Z' => CAPITAL,
            b'0'..=b'9' => DIGIT,
            _ => 0,
        };
        byte += 1;
    }
    classes
};

/// What a plain word looks like that starts with a letter and isn't small behind it.
fn mixed_shape(word: &[u8]) -> Shape {
    let count = |is: fn(&u8) -> bool| word.iter().filter(|byte| is(byte)).count();
    match count(u8::is_ascii_uppercase) {
        0 => Shape::Lower,
        capitals if capitals > 1 && capitals == count(u8::is_ascii_alphabetic) => Shape::Upper,
        1 if word.first().is_some_and(u8::is_ascii_uppercase) => Shape::Capitalised,
        _ => Shape::Mixed,
    }
}

/// What a word of letters and digits looks like.
pub(super) fn shape(word: &str) -> Shape {
    let first = word.chars().next().unwrap_or(' ');
    if first.is_numeric() {
        return Shape::Number;
    }
    let (mut letters, mut capitals) = (0, 0);
    for character in word.chars() {
        match character {
            '\0'..='\x7f' => {
                letters += usize::from(character.is_ascii_alphabetic());
                capitals += usize::from(character.is_ascii_uppercase());
            }
            // The small letters of Western Europe need no look into tables.
            'à'..='ö' | 'ø'..='ÿ' => letters += 1,
            other => {
                letters += usize::from(other.is_alphabetic());
                capitals += usize::from(other.is_uppercase());
            }
        }
    }
    match capitals {
        0 => Shape::Lower,
        n if n == letters && n > 1 => Shape::Upper,
        1 if first.is_uppercase() => Shape::Capitalised,
        _ if word.contains('-') && each_part_capitalised(word) => Shape::Capitalised,
        _ => Shape::Mixed,
    }
}

/// "Saint-Denis", "Jean-Pierre".
fn each_part_capitalised(word: &str) -> bool {
    word.split('-').all(|part| {
        part.chars().next().is_some_and(|c| !c.is_lowercase())
            && part.chars().skip(1).all(|c| !c.is_uppercase())
    })
}

/// Writes the folded form of `word`: small letters, composed, straight apostrophes, plain hyphens, œ as oe, æ as ae.
#[inline]
pub(super) fn fold(word: &str, folded: &mut String) {
    if word.is_ascii() {
        let start = folded.len();
        folded.push_str(word);
        folded[start..].make_ascii_lowercase();
    } else if word.chars().all(is_composed) {
        word.chars().for_each(|character| fold_character(character, folded));
    } else {
        word.nfc().for_each(|character| fold_character(character, folded));
    }
}

/// Whether `character` stays what it is when what stands around it is composed; of a few others this isn't known.
fn is_composed(character: char) -> bool {
    matches!(character, '\0'..='\u{2ff}' | '\u{2010}'..='\u{2027}')
}

fn fold_character(character: char, folded: &mut String) {
    match character {
        '\0'..='\x7f' => folded.push(character.to_ascii_lowercase()),
        '’' | 'ʼ' => folded.push('\''),
        '\u{2010}' | '\u{2011}' => folded.push('-'),
        'œ' | 'Œ' => folded.push_str("oe"),
        'æ' | 'Æ' => folded.push_str("ae"),
        'à'..='ö' | 'ø'..='ÿ' => folded.push(character),
        '\u{ad}' => {}
        other => folded.extend(other.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The folded form as the manual defines it, without the short ways.
    fn folded_plainly(word: &str) -> String {
        let small = word.nfc().flat_map(char::to_lowercase).filter(|&character| character != '\u{ad}');
        let plain = small.map(|character| match character {
            '’' | 'ʼ' => "'".to_owned(),
            '\u{2010}' | '\u{2011}' => "-".to_owned(),
            'œ' => "oe".to_owned(),
            'æ' => "ae".to_owned(),
            other => other.to_string(),
        });
        plain.collect()
    }

    proptest::proptest! {
        #[test]
        fn short_ways_of_folding_lead_to_the_same_form(word in "[a-zA-ZÀ-ÿŒœ'’ʼ\u{2010}\u{ad}\u{301}]{0,12}|\\PC{0,12}") {
            let mut folded = String::new();
            fold(&word, &mut folded);
            proptest::prop_assert_eq!(folded, folded_plainly(&word));
        }

        #[test]
        fn a_plain_word_looks_as_any_word_does(word in "[a-zA-Z0-9]{1,6}|[A-Z]{1,4}|[A-Z][a-z]{0,4}") {
            proptest::prop_assert_eq!(plain_word(word.as_bytes()), (word.len(), shape(&word)));
        }
    }
}
