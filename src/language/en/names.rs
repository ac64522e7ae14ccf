//! The names of people, bodies and places: runs of words with a capital, particles between them.

use super::lexicon::Lexicon;
use super::tags::*;
use crate::analysis::{Sentence, Shape};
use crate::language::Groundwork;
use crate::span::Span;

/// The names, in the order of the text: "Ana Ruiz", "Mr. Okoro", "Harbor Times", "NATO".
pub(super) fn names(ground: &Groundwork<'_>, lexicon: &Lexicon) -> Vec<Span> {
    let mut names = Vec::new();
    let list = ground.words.list();
    for sentence in ground.sentences.iter().filter(|sentence| !is_title_case(ground, sentence)) {
        let mut at = sentence.words.start;
        while at < sentence.words.end {
            if !opens_name(ground, lexicon, at, sentence.words.start) {
                at += 1;
                continue;
            }
            let end = name_end(ground, at, sentence.words.end);
            let start = behind_titles(ground, lexicon, at, end);
            if start < end {
                names.push(list[start].span.cover(list[end - 1].span));
            }
            at = end;
        }
    }
    names
}

/// Whether Most Words Have Capitals, as in headlines: then capitals tell nothing.
fn is_title_case(ground: &Groundwork<'_>, sentence: &Sentence) -> bool {
    let words = &ground.words.list()[sentence.words.clone()];
    let (mut all, mut small) = (0, 0);
    for word in words.iter().filter(|word| word.shape != Shape::Mark && word.span.len() > 3) {
        all += 1;
        small += usize::from(word.shape == Shape::Lower);
    }
    all >= 4 && small * 4 <= all
}

/// Behind the titles that a name bears: "Sen. Ana Ruiz" is "Ana Ruiz", "Mayor Vidal" is "Vidal".
fn behind_titles(ground: &Groundwork<'_>, lexicon: &Lexicon, start: usize, end: usize) -> usize {
    let mut at = start;
    while at < end {
        let tags = lexicon.tags(ground.words.folded(at));
        let title = tags.any(TITLE) || (tags.any(ROLE) && at + 1 < end && is_capital(ground, at + 1));
        let stop = ground.words.folded(at) == "." && at > start;
        if !title && !stop {
            break;
        }
        at += 1;
    }
    at
}

fn is_capital(ground: &Groundwork<'_>, at: usize) -> bool {
    ground
        .words
        .list()
        .get(at)
        .is_some_and(|word| matches!(word.shape, Shape::Capitalised | Shape::Upper | Shape::Mixed))
}

/// Whether a name starts here. The first word of a sentence has a capital anyway: it is one where no list has it as
/// something else, or where more capitals follow.
fn opens_name(ground: &Groundwork<'_>, lexicon: &Lexicon, at: usize, first: usize) -> bool {
    if !is_capital(ground, at) {
        return false;
    }
    let tags = lexicon.tags(ground.words.folded(at));
    let common = tags.any(
        OPENS_NOUN
            | SUBJECT
            | OBJECT
            | PREPOSITION
            | COORDINATOR
            | SUBORDINATOR
            | QUESTION_WORD
            | NEGATION
            | AUXILIARY
            | TO
            | THAT,
    );
    if common || (tags.any(TIME) && !is_capital(ground, at + 1)) {
        return false;
    }
    let opens = at == first
        || ground.words.list()[at - 1].shape == Shape::Mark
            && !ground.words.list()[at].joined
            && matches!(ground.words.folded(at - 1), ":" | "“" | "\"");
    let opens =
        opens || (at > first && matches!(ground.words.folded(at - 1), "“" | "\"" | "‘" | "''" | "``"));
    if !opens {
        return true;
    }
    let known = tags.any(
        VERB | ADVERB | COLLECTIVE | WITNESS | DESCRIBED | ROLE | ANONYMOUS | DOCUMENT | NOUN_TOO | PEOPLE,
    ) && !tags.any(TITLE);
    // "Says Ana Ruiz": the verb is no name.
    if at == first && matches!(ground.words.folded(at), "says" | "said" | "adds" | "added" | "asks" | "asked")
    {
        return false;
    }
    is_capital(ground, at + 1)
        || ground.words.folded(at + 1) == "." && tags.any(TITLE)
        || (!known && !ground.words.folded(at).ends_with("ly") && !ground.words.folded(at).ends_with("ing"))
}

/// Where the name that starts at `start` ends: behind its last capital.
fn name_end(ground: &Groundwork<'_>, start: usize, limit: usize) -> usize {
    let mut end = start + 1;
    let mut at = end;
    while at < limit {
        let word = ground.words.folded(at);
        let joined = ground.words.list()[at].joined;
        if is_capital(ground, at) {
            at += 1;
            end = at;
        } else if (word == "." && joined && is_short(ground, at - 1) && is_capital(ground, at + 1))
            || binds(ground, at)
        {
            at += 1;
        } else {
            break;
        }
    }
    end
}

/// Whether the word at `at` binds what stands around it into one name: "Ursula von der Leyen", "Bank of the West".
fn binds(ground: &Groundwork<'_>, at: usize) -> bool {
    let word = ground.words.folded(at);
    match word {
        "of" => {
            is_capital(ground, at + 1) || (ground.words.folded(at + 1) == "the" && is_capital(ground, at + 2))
        }
        "the" => ground.words.folded(at - 1) == "of" && is_capital(ground, at + 1),
        "de" | "von" | "van" | "der" | "den" | "bin" | "al" | "el" | "la" | "di" | "da" | "du" | "&" => {
            is_capital(ground, at + 1)
        }
        _ => false,
    }
}

/// A title or an initial before a full stop: "Mr", "K".
fn is_short(ground: &Groundwork<'_>, at: usize) -> bool {
    ground.words.list()[at].span.len() <= 4
}
