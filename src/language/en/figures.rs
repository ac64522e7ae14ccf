//! The numbers that somebody must have counted: shares, tolls, crowds, money, polls.

use std::ops::Range;

use crate::analysis::{Figure, FigureKind, Shape};
use crate::language::Groundwork;

/// How many words a number and what it counts may stand apart: "14 more young people were killed".
const APART: usize = 5;

/// The figures, in the order of the text.
pub(super) fn figures(ground: &Groundwork<'_>) -> Vec<Figure> {
    let mut figures = Vec::new();
    for sentence in ground.sentences {
        let mut at = sentence.words.start;
        while at < sentence.words.end {
            match figure(ground, at, sentence.words.clone()) {
                Some((figure, next)) => {
                    figures.push(figure);
                    at = next;
                }
                None => at += 1,
            }
        }
    }
    figures
}

/// The figure whose number is at `at`, and the word behind it.
fn figure(ground: &Groundwork<'_>, at: usize, sentence: Range<usize>) -> Option<(Figure, usize)> {
    let list = ground.words.list();
    let folded = |at: usize| if at < sentence.end { ground.words.folded(at) } else { "" };
    if !is_number(ground, at) {
        return None;
    }
    let made = |from: usize, to: usize, kind| {
        Some((Figure { span: list[from].span.cover(list[to - 1].span), kind }, to))
    };
    let mut end = at + 1;
    while matches!(folded(end), "million" | "billion" | "trillion" | "thousand" | "hundred") {
        end += 1;
    }
    if at > sentence.start && matches!(folded(at - 1), "$" | "£" | "€" | "¥") {
        return made(at - 1, end, FigureKind::Money);
    }
    if matches!(folded(end), "dollars" | "euros" | "pounds" | "cents" | "€") {
        return made(at, end + 1, FigureKind::Money);
    }
    let percent = if folded(end) == "per" && folded(end + 1) == "cent" {
        2
    } else {
        usize::from(matches!(folded(end), "%" | "percent"))
    };
    if percent > 0 {
        let to = end + percent;
        let asked = folded(to) == "of"
            && (to + 1..to + 5).any(|next| {
                matches!(
                    folded(next),
                    "voters"
                        | "respondents"
                        | "those"
                        | "adults"
                        | "americans"
                        | "readers"
                        | "renters"
                        | "people"
                        | "women"
                        | "men"
                        | "democrats"
                        | "republicans"
                        | "students"
                        | "parents"
                )
            });
        return made(at, to, if asked { FigureKind::Poll } else { FigureKind::Percentage });
    }
    let reach = end..sentence.end.min(end + APART);
    let stop = reach.clone().find(|&next| list[next].shape == Shape::Mark).unwrap_or(reach.end);
    for next in end..stop {
        match folded(next) {
            "dead" | "killed" | "died" | "deaths" | "injured" | "wounded" | "missing" | "casualties"
            | "fatalities" | "victims" | "bodies" | "injuries" => {
                return made(at, next + 1, FigureKind::Toll);
            }
            "protesters" | "demonstrators" | "marchers" | "supporters" | "attendees" | "spectators"
            | "mourners" | "worshippers" => {
                return made(at, next + 1, FigureKind::Crowd);
            }
            "people" => {
                let verb = folded(next + 1);
                if matches!(
                    verb,
                    "gathered" | "marched" | "rallied" | "protested" | "attended" | "demonstrated"
                ) {
                    return made(at, next + 2, FigureKind::Crowd);
                }
                let before = at.checked_sub(1).filter(|&before| before >= sentence.start).map_or("", folded);
                if matches!(
                    before,
                    "killed" | "killing" | "kills" | "injured" | "injuring" | "wounded" | "wounding"
                ) {
                    return made(at, next + 1, FigureKind::Toll);
                }
            }
            _ => {}
        }
    }
    None
}

fn is_number(ground: &Groundwork<'_>, at: usize) -> bool {
    let word = ground.words.list()[at];
    word.shape == Shape::Number
        || word.span.len() <= LONGEST_NUMBER && is_number_word(ground.words.folded(at))
}

/// Bytes of "thousands".
const LONGEST_NUMBER: usize = 9;

/// Whether a word counts. Asked of every word, it looks at the letter that it starts with first.
pub(super) fn is_number_word(word: &str) -> bool {
    match word.as_bytes() {
        [b't', ..] => matches!(word, "two" | "three" | "ten" | "twelve" | "thousands" | "tens"),
        [b'f', ..] => matches!(word, "four" | "five"),
        [b's', ..] => matches!(word, "six" | "seven"),
        [b'e', ..] => matches!(word, "eight" | "eleven"),
        [b'n', ..] => word == "nine",
        [b'd', ..] => word == "dozens",
        [b'h', ..] => word == "hundreds",
        _ => false,
    }
}
