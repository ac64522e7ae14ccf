//! What stands in quotation marks and is nobody's utterance, told by what stands around it: a crosshead that lost its line,
//! a title with where it was printed, a sample of what people say, a work that is announced.

use std::ops::Range;

use super::parse::{Parse, Tag};
use super::vocabulary::Marks;
use crate::analysis::Shape;

/// How many words a crosshead in marks has at most.
const CROSSHEAD: usize = 9;

/// Whether a few words in marks that no stop closes stand between two sentences: a crosshead that lost its line.
pub(super) fn is_crosshead(parse: &Parse<'_>, index: usize, count: usize, opens: bool) -> bool {
    let whole = parse.words.within(parse.quotations[index].span);
    let stop = |at: usize| matches!(parse.word(at), "." | "!" | "?" | "…" | ",");
    let closed = whole.len() > 2 && stop(whole.end - 2);
    let between = parse.tag_of(whole.end) != Tag::Mark && parse.capital(whole.end);
    opens && count <= CROSSHEAD && !closed && between && whole.start > 0 && stop(whole.start - 1)
}

/// « Le procès du siècle », Le Phare, 13 septembre 2006: a title with where and when it was printed.
pub(super) fn is_reference(parse: &Parse<'_>, index: usize, opens: bool) -> bool {
    let whole = parse.words.within(parse.quotations[index].span);
    let end = whole.end;
    // "cf. « Le conseil démissionne »", "↑ « … »": a note gives a title.
    let front = (whole.start.saturating_sub(3)..whole.start).rev();
    let noted = front
        .take_while(|&at| parse.quotation(at).is_none())
        .any(|at| matches!(parse.word(at), "cf" | "cf." | "^" | "↑" | "in"));
    if noted {
        return true;
    }
    // « Histoire de la marée », sortie le 5 janvier en poche
    let out = matches!(parse.lemma(end + 1), "sortir" | "paraître" | "publier" | "éditer")
        && parse.tag_of(end + 1) == Tag::PastParticiple;
    if opens && parse.word(end) == "," && out {
        return true;
    }
    if !opens || parse.word(end) != "," || !parse.capital(end + 1) {
        return false;
    }
    let rest = (end + 1..end + 14).take_while(|&at| !matches!(parse.word(at), "." | "«" | ""));
    let mut dated = false;
    for at in rest {
        if parse.tag_of(at) == Tag::Verb {
            return false;
        }
        dated |= parse.tag_of(at) == Tag::Number && parse.word(at).len() == 4;
    }
    dated
}

/// "Lire aussi : « Le port attend »", « Le port attend » (photo : …): the title of another story, the words of a picture.
pub(super) fn is_referred_to(parse: &Parse<'_>, index: usize) -> bool {
    let whole = parse.words.within(parse.quotations[index].span);
    let pictured = parse.word(whole.end) == "("
        && matches!(parse.word(whole.end + 1), "photo" | "photos" | "illustration" | "image" | "capture");
    let number = parse.sentences.partition_point(|sentence| sentence.words.end <= whole.start);
    let start = parse.sentences.get(number).map_or(whole.start, |sentence| sentence.words.start);
    let first = if matches!(parse.word(start), "à" | "a") { start + 1 } else { start };
    let sends_on = matches!(parse.word(first), "lire" | "relire" | "voir" | "écouter" | "retrouver")
        && (first > start
            || matches!(parse.word(first + 1), "aussi" | "également" | "notre" | "l'" | "nos" | ":"))
        && (first..whole.start).any(|at| parse.word(at) == ":");
    pictured || sends_on
}

/// « Plouf ! »: one word that nobody says.
pub(super) fn is_noise(parse: &Parse<'_>, words: Range<usize>, count: usize) -> bool {
    let word = words.clone().find(|&at| parse.tag_of(at) != Tag::Mark);
    let called = words.clone().any(|at| parse.word(at) == "!");
    count == 1 && called && word.is_some_and(|at| !parse.lexeme(at).is_known())
}

/// "des réponses du type « On verra »", "Exemple : « On verra »": nobody in particular says it.
pub(super) fn is_sample(parse: &Parse<'_>, previous: Option<usize>) -> bool {
    previous.is_some_and(|at| {
        matches!(parse.word(at), "type" | "genre" | "style")
            || parse.word(at) == ":" && at > 0 && matches!(parse.word(at - 1), "exemple" | "exemples")
    })
}

/// "qui signifie en breton « la mer est forte »", "une photo intitulée « Ça vous va ? »": a meaning, a name.
pub(super) fn is_gloss(parse: &Parse<'_>, previous: Option<usize>) -> bool {
    let Some(last) = previous else { return false };
    let near = (last.saturating_sub(5)..=last).rev().take_while(|&at| parse.tag_of(at) != Tag::Mark);
    let means = |at: usize| {
        parse.lemma(at) == "signifier" && matches!(parse.tag_of(at), Tag::Verb | Tag::PresentParticiple)
    };
    let named = parse.tag_of(last) == Tag::PastParticiple && parse.lexeme(last).verb.any(Marks::CHRISTENING);
    named || near.into_iter().any(|at| means(at) && at < last && parse.word(at + 1) != "que")
}

/// Whether a title is announced in front of a colon: "Dernier ouvrage paru :".
pub(super) fn names_a_work(parse: &Parse<'_>, colon: usize) -> bool {
    let clause =
        (0..colon).rev().take(6).take_while(|&at| !matches!(parse.tag_of(at), Tag::Mark | Tag::Verb));
    clause.into_iter().any(|at| parse.lexeme(at).noun.any(Marks::TITLED))
}

/// « How We Lost the Harbour »: a work with an English title, whose words but the smallest have capitals.
pub(super) fn is_english_title(parse: &Parse<'_>, words: Range<usize>) -> bool {
    let mut capitals = 0;
    let mut english = false;
    for at in words.filter(|&at| parse.tag_of(at) != Tag::Mark) {
        english |= is_english(parse.word(at));
        match parse.shape(at) {
            Shape::Capitalised | Shape::Mixed => capitals += 1,
            Shape::Upper | Shape::Number => {}
            _ if is_english(parse.word(at)) || matches!(parse.word(at), "a" | "on" | "or" | "as") => {}
            _ => return false,
        }
    }
    english && capitals > 1
}

/// Small words of English titles that French hasn't.
fn is_english(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "of"
            | "and"
            | "to"
            | "in"
            | "for"
            | "with"
            | "from"
            | "by"
            | "at"
            | "is"
            | "are"
            | "was"
            | "my"
            | "your"
            | "our"
            | "we"
            | "you"
            | "they"
            | "it"
            | "how"
            | "what"
            | "why"
            | "who"
            | "when"
    )
}
