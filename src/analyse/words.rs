//! Cuts the text of an article into words, numbers and marks, block by block.
//!
//! A word holds letters, digits, combining marks, and hyphens or apostrophes between them; what a language elides
//! ("l'", "qu'") or hangs on ("-t-il", "'s") is a word of its own. "1,5" and "10.30" are one number. Every other
//! character that isn't white space is a mark; two straight apostrophes or two backquotes in a row are one mark.

use unicode_normalization::char::is_combining_mark;

use super::word_form::{equal_folded, fold, plain_word, shape};
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

/// The folded form of a text that is one word of letters and digits, with nothing elided before it or hung on it;
/// nothing for any other.
pub(super) fn folded_letters(text: &str) -> Option<String> {
    let word = !text.is_empty() && text.len() < usize::from(u16::MAX) && text.chars().all(is_letter_or_digit);
    word.then(|| {
        let mut folded = String::with_capacity(text.len());
        fold(text, &mut folded);
        folded
    })
}

/// Adds the words of one block.
fn cut(text: &str, block: Span, spelling: &Spelling, words: &mut Words) {
    let end = block.end();
    let mut at = block.start();
    let mut joined = false;
    while at < end {
        let first = character_at(text, at);
        if first == ' ' || first.is_whitespace() || is_blank(first) {
            at += first.len_utf8();
            joined = false;
        } else if is_letter_or_digit(first) {
            let (length, shape) = plain_word(&text.as_bytes()[at..end]);
            let letters = at + length;
            let stop = if ends_plain_word(&text.as_bytes()[letters..end]) {
                words.push_plain(Span::between(at, letters), shape, joined);
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

/// The character at byte `at` of `text`, which is one of its boundaries.
fn character_at(text: &str, at: usize) -> char {
    let byte = text.as_bytes()[at];
    if byte.is_ascii() { char::from(byte) } else { text[at..].chars().next().unwrap_or_default() }
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
    // ‘’efforts’’: two single marks that open as one, but for ‘’Tis.
    if first == '‘' && text[behind..].starts_with('’') {
        let word = &text[behind + '’'.len_utf8()..];
        let clipped = ["Tis", "tis", "Twas", "twas", "Em", "em ", "Til", "til ", "Cause", "cause"];
        let opens = word.starts_with(char::is_alphanumeric) && !clipped.iter().any(|it| word.starts_with(it));
        return if opens { behind + '’'.len_utf8() } else { behind };
    }
    let doubled = matches!(first, '\'' | '`' | '’' | '‘') && text[behind..].starts_with(first);
    let tripled = doubled && text[behind + first.len_utf8()..].starts_with(first);
    if doubled && !tripled { behind + first.len_utf8() } else { behind }
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

fn push(text: &str, span: Span, joined: bool, words: &mut Words) {
    let word = span.of(text);
    words.push(span, shape(word), joined, |folded| fold(word, folded));
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

    proptest::proptest! {
        #[test]
        fn letters_and_digits_are_those_of_unicode(character: char) {
            proptest::prop_assert_eq!(is_letter_or_digit(character), character.is_alphanumeric());
        }

        #[test]
        fn a_plain_word_ends_where_any_word_would(text in "[a-z0-9é]{1,4}[-.,'’ é(a]{0,3}[a-z0-9]{0,3}") {
            let (letters, _) = plain_word(text.as_bytes());
            if letters > 0 && ends_plain_word(&text.as_bytes()[letters..]) {
                proptest::prop_assert_eq!(letters, end_of_word(&text, 0, text.len()));
            }
        }
    }
}
