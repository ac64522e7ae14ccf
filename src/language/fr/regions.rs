//! The naming phrase that ends where a verb starts: runs of nouns, names and their complements, read from the right.

use super::naming::{Naming, is_abbreviated, naming};
use super::parse::{Parse, Tag};
use super::vocabulary::Marks;

/// The naming phrase that ends before `at` and starts within `start`; nothing where only prepositional ones do.
pub(super) fn ending_at(parse: &Parse<'_>, at: usize, start: usize) -> Option<Naming> {
    let region = start_of_region(parse, at, start);
    let mut from = region;
    let mut best = None;
    let mut governed = false;
    while from < at {
        match parse.tag_of(from) {
            Tag::Preposition => {
                // "le ministre de la Défense": the phrase goes on; "lundi dans la rue le maire": another starts.
                let linked =
                    matches!(parse.word(from), "de" | "d'" | "du" | "des" | "au" | "aux") && best.is_some();
                governed = !linked;
                if !linked {
                    // A complement of place inside the subject keeps it: "les Serbes du nord".
                    governed = true;
                }
            }
            Tag::Determiner
            | Tag::Noun
            | Tag::Name
            | Tag::Number
            | Tag::Adjective
            | Tag::PastParticiple
            | Tag::Pronoun => {
                let starts = from == region
                    || matches!(parse.tag_of(from - 1), Tag::Mark | Tag::Adverb | Tag::Coordinator)
                    || (parse.tag_of(from) == Tag::Determiner
                        && !matches!(
                            parse.tag_of(from - 1),
                            Tag::Preposition | Tag::Determiner | Tag::Coordinator
                        ));
                let determined = from > 0
                    && parse.tag_of(from) == Tag::Determiner
                    && !matches!(
                        parse.tag_of(from - 1),
                        Tag::Preposition | Tag::Determiner | Tag::Coordinator
                    );
                // "En outre 22 % estiment"
                let share = best.is_none()
                    && parse.tag_of(from) == Tag::Number
                    && parse.word(from + 1) == "%"
                    && (from + 2 == at || matches!(parse.word(from + 2), "des" | "de" | "d'"))
                    && (from == 0 || !matches!(parse.word(from - 1), "de" | "à" | "d'"));
                if (best.is_none() && !governed && starts) || determined || share {
                    best = Some(from);
                } else if governed
                    && best.is_none()
                    && parse.tag_of(from) == Tag::Name
                    && matches!(parse.tag_of(from - 1), Tag::Noun | Tag::Name | Tag::Number)
                    && !matches!(parse.tag_of(from - 1), Tag::Name)
                {
                    // "samedi Paul Roy": a name right behind a noun of a prepositional phrase.
                    best = Some(from);
                }
            }
            _ => {}
        }
        from += 1;
    }
    // "De Villiers a dit"
    let particle = region == start
        && matches!(parse.word(region), "de" | "du" | "d'")
        && region + 1 < at
        && (region + 1..at).all(|word| parse.tag_of(word) == Tag::Name);
    let best = best.or(particle.then_some(region))?;
    // Nouns of time aren't subjects of saying: "lundi matin".
    let found = naming(parse, best..at);
    let head = (best..at).find(|&word| {
        matches!(
            parse.tag_of(word),
            Tag::Noun | Tag::Name | Tag::Adjective | Tag::Pronoun | Tag::PastParticiple
        )
    });
    if head.is_some_and(|head| parse.lexeme(head).noun.any(Marks::TIME) && !found.known) {
        return None;
    }
    Some(found)
}

/// The first word of the run of nominal words and prepositions that ends before `at`.
pub(super) fn start_of_region(parse: &Parse<'_>, at: usize, start: usize) -> usize {
    let mut from = at;
    while from > start {
        let last = from - 1;
        match parse.tag_of(last) {
            Tag::Noun
            | Tag::Adjective
            | Tag::Name
            | Tag::Number
            | Tag::Determiner
            | Tag::Preposition
            | Tag::PastParticiple => {}
            Tag::Adverb if matches!(parse.word(last), "plus" | "très" | "même" | "non") => {}
            Tag::Coordinator
                if matches!(parse.word(last), "et" | "ou") && !clause_before(parse, last, start) => {}
            Tag::Pronoun if matches!(parse.word(last), "celui" | "celle" | "ceux" | "celles") => {}
            Tag::Mark => match parse.word(last) {
                "." if last + 1 < parse.words.list().len() && last > start && is_abbreviated(parse, last) => {
                }
                "%" | "'" | "’" => {}
                // "la Fédération des pêcheurs (FDP)"
                ")" if last >= start + 3 && parse.word(last - 2) == "(" => {
                    from = last - 2;
                    continue;
                }
                "»" | "\"" | "”" => match parse.quotation(last) {
                    Some(quotation) => {
                        let words = parse.words.within(parse.quotations[quotation].span);
                        if words.end != from || words.start < start || words.len() > 8 {
                            return from;
                        }
                        from = words.start;
                        continue;
                    }
                    None => return from,
                },
                _ => return from,
            },
            _ => return from,
        }
        from = last;
    }
    from
}

/// Whether a coordinator stands behind a clause with its own verb close by: "il pleut et le maire dit".
fn clause_before(parse: &Parse<'_>, at: usize, start: usize) -> bool {
    (start..at).rev().take(6).any(|word| matches!(parse.tag_of(word), Tag::Verb | Tag::Infinitive))
}
