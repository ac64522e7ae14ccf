//! Cuts the text of an article into words, numbers and marks, block by block.
//!
//! A word holds letters, digits, combining marks, and hyphens or apostrophes between them; what a language elides
//! ("l'", "qu'") or hangs on ("-t-il", "'s") is a word of its own. "1,5" and "10.30" are one number. Every other
//! character that isn't white space is a mark; two straight apostrophes or two backquotes in a row are one mark.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::analysis::{Shape, Words};
use crate::article::Article;
use crate::language::Spelling;
use crate::span::Span;

/// The words of `article`, in the order of its text.
pub(super) fn words(article: &Article, spelling: &Spelling) -> Words {
    let mut words = Words::of(article.text());
    for block in article.blocks() {
        cut(article.text(), block.span, spelling, &mut words);
    }
    words
}

/// Adds the words of one block.
fn cut(text: &str, block: Span, spelling: &Spelling, words: &mut Words) {
    let end = block.end();
    let mut at = block.start();
    let mut joined = false;
    while let Some(first) = text[at..end].chars().next() {
        if first == ' ' || first.is_whitespace() || is_blank(first) {
            at += first.len_utf8();
            joined = false;
        } else if is_letter_or_digit(first) {
            let letters = at + plain_letters(&text.as_bytes()[at..end]);
            let stop = if ends_plain_word(&text.as_bytes()[letters..end]) {
                let plain = &text.as_bytes()[at..letters];
                words.push_plain(Span::between(at, letters), plain_shape(plain), joined);
                letters
            } else {
                let stop = behind_elision(text, Span::between(at, end_of_word(text, at, end)), end, spelling);
                push_parts(text, Span::between(at, stop), spelling, joined, words);
                stop
            };
            at = stop;
            joined = true;
        } else {
            let stop = end_of_mark(text, at, first);
            let mark = Span::between(at, stop);
            if first.is_ascii() {
                words.push_plain(mark, Shape::Mark, joined);
            } else {
                words.push(mark, Shape::Mark, joined, |folded| fold(mark.of(text), folded));
            }
            at = stop;
            joined = true;
        }
    }
}

/// Characters that show as nothing: zero-width ones, soft hyphens, direction marks.
fn is_blank(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn end_of_mark(text: &str, at: usize, first: char) -> usize {
    if first == '-' {
        // Typewriters write a dash as two or three hyphens.
        return at + text.as_bytes()[at..].iter().take(3).take_while(|&&byte| byte == b'-').count();
    }
    let behind = at + first.len_utf8();
    let doubled = matches!(first, '\'' | '`' | '’' | '‘') && text[behind..].starts_with(first);
    let tripled = doubled && text[behind + first.len_utf8()..].starts_with(first);
    if doubled && !tripled { behind + first.len_utf8() } else { behind }
}

/// How many letters and digits of ASCII `bytes` start with: most words of any article are nothing else.
fn plain_letters(bytes: &[u8]) -> usize {
    bytes.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(bytes.len())
}

/// Whether a word of plain letters ends before `behind`, whatever it is: no joint, no further letter can follow.
fn ends_plain_word(behind: &[u8]) -> bool {
    match behind {
        [] => true,
        [b'.' | b',', next, ..] => !next.is_ascii_digit(),
        [byte, ..] => byte.is_ascii() && !matches!(byte, b'-' | b'\''),
    }
}

/// As [`char::is_alphanumeric`]; the letters of Western Europe without a look into tables.
fn is_letter_or_digit(character: char) -> bool {
    match character {
        '\0'..='\x7f' => character.is_ascii_alphanumeric(),
        '×' | '÷' => false,
        'À'..='ſ' => true,
        other => other.is_alphanumeric(),
    }
}

/// Where the word that starts at `at` ends: its letters, and single joints between them.
fn end_of_word(text: &str, at: usize, end: usize) -> usize {
    let mut stop = at;
    let mut characters = text[at..end].char_indices().peekable();
    let mut previous = ' ';
    while let Some((offset, character)) = characters.next() {
        let next = characters.peek().map(|&(_, next)| next);
        let goes_on = is_letter_or_digit(character)
            || (is_combining_mark(character) && previous != ' ')
            || character == '\u{ad}'
            || next.is_some_and(|next| joins(previous, character, next));
        if !goes_on {
            break;
        }
        previous = character;
        stop = at + offset + character.len_utf8();
    }
    stop
}

/// Behind the apostrophe of an elided word with a mark behind it (d'« espions »); the end of `word` for any other.
fn behind_elision(text: &str, word: Span, end: usize, spelling: &Spelling) -> usize {
    let mut behind = text[word.end()..end].chars();
    match (behind.next(), behind.next()) {
        (Some(mark @ ('\'' | '’')), Some(next))
            if next != mark
                && spelling.elisions.iter().any(|elision| equal_folded(word.of(text), elision)) =>
        {
            word.end() + mark.len_utf8()
        }
        _ => word.end(),
    }
}

/// Whether `joint` binds what stands before and behind it into one word.
fn joins(before: char, joint: char, after: char) -> bool {
    match joint {
        '-' | '\u{2010}' | '\u{2011}' | '\'' | '’' | 'ʼ' => {
            before.is_alphanumeric() && after.is_alphanumeric()
        }
        '.' | ',' => before.is_ascii_digit() && after.is_ascii_digit(),
        _ => false,
    }
}

/// Adds the parts of a stretch of letters: what is elided before it, itself, what hangs on it.
fn push_parts(text: &str, stretch: Span, spelling: &Spelling, joined: bool, words: &mut Words) {
    let (mut start, mut joined) = (stretch.start(), joined);
    while let Some(cut) = elided(&text[start..stretch.end()], spelling) {
        push(text, Span::between(start, start + cut), joined, words);
        start += cut;
        joined = true;
    }
    let hung = hung_on(&text[start..stretch.end()], spelling);
    push(text, Span::between(start, start + hung), joined, words);
    let mut rest = start + hung;
    while rest < stretch.end() {
        // What hangs on a word may have something hanging on itself: "donne-le-moi".
        let tail = &text[rest..stretch.end()];
        let stop = rest + first_clitic(tail, spelling);
        push(text, Span::between(rest, stop), true, words);
        rest = stop;
    }
}

/// How many bytes of `tail`, all clitics, the first of them takes: all of "-t-il", three of "-le-moi".
fn first_clitic(tail: &str, spelling: &Spelling) -> usize {
    if spelling.clitics.iter().any(|clitic| equal_folded(tail, clitic)) {
        return tail.len();
    }
    let mut starts = tail.char_indices().skip(1).map(|(at, _)| at);
    starts.find(|&at| starts_clitic(&tail[at..], spelling)).unwrap_or(tail.len())
}

/// How many bytes of `word` are an elided word with its apostrophe: 2 of "l'eau".
fn elided(word: &str, spelling: &Spelling) -> Option<usize> {
    let at = word.find(['\'', '’', 'ʼ'])?;
    let mark = word[at..].chars().next()?.len_utf8();
    let before = &word[..at];
    let known = spelling.elisions.iter().any(|elision| equal_folded(before, elision));
    (known && at + mark < word.len()).then_some(at + mark)
}

/// How many bytes of `word` stand before what hangs on it; all where nothing does.
fn hung_on(word: &str, spelling: &Spelling) -> usize {
    if let Some(at) = word.rfind(['\'', '’']).filter(|&at| at > 0)
        && spelling.endings.iter().any(|ending| equal_folded(&word[at..], ending))
    {
        return at;
    }
    let mut hyphens = word.match_indices('-').map(|(at, _)| at).filter(|&at| at > 0);
    hyphens.find(|&at| starts_clitic(&word[at..], spelling)).unwrap_or(word.len())
}

/// The most that hangs on one word: "va-t-en", "donne-le-moi", "laissez-les-y-aller".
const CLITICS_AT_MOST: usize = 4;

/// Whether all of `tail` is clitics, one behind the other: "-t-il", "-le-moi".
fn starts_clitic(tail: &str, spelling: &Spelling) -> bool {
    hangs(tail, spelling, CLITICS_AT_MOST)
}

/// Whether `tail` is clitics, `at_most` of them.
fn hangs(tail: &str, spelling: &Spelling, at_most: usize) -> bool {
    at_most > 0
        && spelling.clitics.iter().any(|clitic| {
            tail.get(..clitic.len()).is_some_and(|head| equal_folded(head, clitic))
                && (tail.len() == clitic.len() || hangs(&tail[clitic.len()..], spelling, at_most - 1))
        })
}

/// Whether `word` is `folded` but for capitals and the form of apostrophes.
fn equal_folded(word: &str, folded: &str) -> bool {
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

fn push(text: &str, span: Span, joined: bool, words: &mut Words) {
    let word = span.of(text);
    words.push(span, shape(word), joined, |folded| fold(word, folded));
}

/// What a word of letters and digits of ASCII looks like.
fn plain_shape(word: &[u8]) -> Shape {
    let count = |is: fn(&u8) -> bool| word.iter().filter(|byte| is(byte)).count();
    match word {
        [first, ..] if first.is_ascii_digit() => Shape::Number,
        [first, rest @ ..] if rest.iter().all(u8::is_ascii_lowercase) => {
            if first.is_ascii_uppercase() {
                Shape::Capitalised
            } else {
                Shape::Lower
            }
        }
        _ => match count(u8::is_ascii_uppercase) {
            0 => Shape::Lower,
            capitals if capitals > 1 && capitals == count(u8::is_ascii_alphabetic) => Shape::Upper,
            1 if word[0].is_ascii_uppercase() => Shape::Capitalised,
            _ => Shape::Mixed,
        },
    }
}

/// What a word of letters and digits looks like.
fn shape(word: &str) -> Shape {
    let first = word.chars().next().unwrap_or(' ');
    if first.is_numeric() {
        return Shape::Number;
    }
    let (mut letters, mut capitals) = (0, 0);
    for character in word.chars() {
        if character.is_ascii() {
            letters += usize::from(character.is_ascii_alphabetic());
            capitals += usize::from(character.is_ascii_uppercase());
        } else {
            letters += usize::from(character.is_alphabetic());
            capitals += usize::from(character.is_uppercase());
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
fn fold(word: &str, folded: &mut String) {
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

    #[test]
    fn clitics_without_end_are_no_clitics() {
        let spelling = Spelling { clitics: vec!["-le".into(), "-moi".into()], ..Spelling::default() };
        assert_eq!(hung_on("donne-le-moi", &spelling), "donne".len());
        let endless = format!("donne{}", "-le".repeat(200_000));
        assert_eq!(hung_on(&endless, &spelling), endless.len() - "-le".len() * CLITICS_AT_MOST);
    }

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
            proptest::prop_assert_eq!(plain_shape(word.as_bytes()), shape(&word));
        }

        #[test]
        fn letters_and_digits_are_those_of_unicode(character: char) {
            proptest::prop_assert_eq!(is_letter_or_digit(character), character.is_alphanumeric());
        }

        #[test]
        fn a_plain_word_ends_where_any_word_would(text in "[a-z0-9é]{1,4}[-.,'’ é(a]{0,3}[a-z0-9]{0,3}") {
            let letters = plain_letters(text.as_bytes());
            if letters > 0 && ends_plain_word(&text.as_bytes()[letters..]) {
                proptest::prop_assert_eq!(letters, end_of_word(&text, 0, text.len()));
            }
        }
    }
}
