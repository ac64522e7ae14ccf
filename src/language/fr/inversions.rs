//! Who stands behind the verb that says it: "a déclaré lundi à l'AFP le maire", past times, places and asides.

use super::lexicon::Features;
use super::naming::{Naming, naming, phrase, short_quotation};
use super::parse::{Parse, Tag};
use super::vocabulary::Marks;
use crate::analysis::Shape;

/// The subject to the right of a verb whose group ends before `from`: "a déclaré lundi à l'AFP le maire".
pub(super) fn behind(parse: &Parse<'_>, from: usize, end: usize) -> Option<Naming> {
    let mut at = from;
    let limit = end.min(from + 28);
    while at < limit {
        if let Some(stop) = superlative(parse, at) {
            at = stop;
            continue;
        }
        match parse.tag_of(at) {
            Tag::Adverb | Tag::Negation => at += 1,
            // "ont indiqué des opérateurs"
            Tag::Preposition if parse.word(at) == "des" && at == from => {
                let found = phrase(parse, at + 1, end).filter(|found| found.known)?;
                return Some(naming(parse, at..found.words.end));
            }
            Tag::Preposition => at = end_of_prepositional(parse, at, limit),
            Tag::Noun if parse.lexeme(at).noun.any(Marks::TIME) => at += 1,
            Tag::Determiner if parse.lexeme(at + 1).noun.any(Marks::TIME) => at += 2,
            Tag::Mark if matches!(parse.word(at), ",") => {
                // "a déclaré, lundi, le maire": inserted; "a déclaré X, …" has returned before.
                at = aside(parse, at, limit).unwrap_or(at + 1);
            }
            Tag::Infinitive | Tag::PastParticiple | Tag::PresentParticiple => at += 1,
            Tag::Noun | Tag::Determiner | Tag::Name | Tag::Number | Tag::Adjective | Tag::Pronoun => {
                let found = phrase(parse, at, end)?;
                // "lundi soir", not "un docker de 25 ans"
                let head =
                    found.words.clone().find(|&word| matches!(parse.tag_of(word), Tag::Noun | Tag::Name));
                let time = !found.known && head.is_some_and(|head| parse.lexeme(head).noun.any(Marks::TIME));
                if time {
                    at = found.words.end.max(at + 1);
                    continue;
                }
                return Some(found);
            }
            _ => return None,
        }
    }
    None
}

/// Behind "le plus sérieusement du monde", "le plus simplement".
fn superlative(parse: &Parse<'_>, at: usize) -> Option<usize> {
    let most = parse.word(at) == "le" && matches!(parse.word(at + 1), "plus" | "moins");
    let how = most && parse.word(at + 2).ends_with("ment");
    let world = parse.word(at + 3) == "du" && parse.word(at + 4) == "monde";
    how.then_some(if world { at + 5 } else { at + 3 })
}

/// Behind the second comma of what nobody is: "glisse, sourire aux lèvres, la maire".
fn aside(parse: &Parse<'_>, comma: usize, end: usize) -> Option<usize> {
    if !matches!(parse.tag_of(comma + 1), Tag::Noun | Tag::Determiner | Tag::Adjective | Tag::PastParticiple)
    {
        return None;
    }
    let stop =
        (comma + 1..end.min(comma + 9)).find(|&at| matches!(parse.tag_of(at), Tag::Mark | Tag::Verb))?;
    let nobody = phrase(parse, comma + 1, stop).is_none_or(|found| !found.known);
    let somebody = phrase(parse, stop + 1, end).is_some_and(|found| found.known);
    (parse.word(stop) == "," && nobody && somebody).then_some(stop + 1)
}

/// Behind the prepositional phrase that starts at `at`: "à l'AFP", "lors d'une conférence de presse".
fn end_of_prepositional(parse: &Parse<'_>, at: usize, end: usize) -> usize {
    let mut next = at + 1;
    while next < end && parse.tag_of(next) == Tag::Preposition {
        next += 1;
    }
    if parse.tag_of(next) == Tag::Infinitive || parse.tag_of(next) == Tag::PresentParticiple {
        return next + 1;
    }
    let determined = parse.tag_of(next) == Tag::Determiner;
    let mut seen = false;
    while next < end {
        match parse.tag_of(next) {
            // A second determiner starts the subject: "à l'AFP le maire".
            Tag::Determiner if !seen && parse.tag_of(next - 1) != Tag::Noun => {}
            Tag::Determiner if matches!(parse.tag_of(next - 1), Tag::Preposition) => {}
            Tag::Noun | Tag::Adjective | Tag::Number => {
                // "mercredi à l'antenne Mme Roy", "à la presse le maire".
                seen = true;
            }
            Tag::PastParticiple if seen => {}
            Tag::Name => {
                // "sur Radio Phare Alexandre Roy": a first name starts another name.
                if seen
                    && !determined
                    && parse.tag_of(next - 1) == Tag::Name
                    && parse.lexeme(next).can_be(Features::FIRST_NAME)
                    && parse.tag_of(next + 1) == Tag::Name
                {
                    return next;
                }
                // "à l'AFP Karen": one acronym or one name with its determiner, then another name.
                if seen
                    && (determined || parse.shape(next) != parse.shape(next - 1))
                    && parse.tag_of(next - 1) == Tag::Name
                    && parse.shape(next - 1) == Shape::Upper
                {
                    return next;
                }
                if seen
                    && parse.tag_of(next - 1) != Tag::Name
                    && parse.tag_of(next - 1) != Tag::Preposition
                    && parse.tag_of(next - 1) != Tag::Determiner
                {
                    return next;
                }
                seen = true;
            }
            Tag::Preposition if matches!(parse.word(next), "de" | "d'" | "du" | "des") && seen => {}
            // "devant une foule attentive et nombreuse"
            Tag::Coordinator
                if seen && matches!(parse.tag_of(next + 1), Tag::Adjective | Tag::PastParticiple) => {}
            // "à Phare.fr": a site's name.
            Tag::Mark if seen && is_in_a_domain(parse, next) => next += 1,
            // "dans un entretien au « Phare »"
            Tag::Mark if short_quotation(parse, next).is_some() => {
                next = short_quotation(parse, next).unwrap_or(next);
                seen = true;
            }
            _ => return next,
        }
        next += 1;
    }
    next
}

/// Whether the full stop at `at` stands inside the name of a site: "Phare.fr".
fn is_in_a_domain(parse: &Parse<'_>, at: usize) -> bool {
    let joined = |word: usize| parse.words.list().get(word).is_some_and(|word| word.joined);
    parse.word(at) == "." && joined(at) && joined(at + 1) && !parse.capital(at + 1)
}
