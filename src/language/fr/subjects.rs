//! Who a verb or a participle speaks of: its subject in front of it, over appositions, brackets and relative clauses, or
//! behind it where the clause is turned round ("a déclaré lundi à l'AFP le maire").

use std::ops::Range;

use super::inversions;
use super::naming::{Naming, inverted, naming};
use super::parse::{Parse, Tag};
use super::regions::{ending_at, start_of_region};
use super::verbs;
use super::vocabulary::Marks;

/// The subject of a verb whose group starts at `at`, looked for to the left within `start`.
pub(super) fn before(parse: &Parse<'_>, at: usize, start: usize) -> Option<Naming> {
    let mut at = at;
    for _ in 0..4 {
        while at > start
            && (matches!(parse.tag_of(at - 1), Tag::Adverb | Tag::Negation | Tag::Clitic)
                || matches!(parse.word(at - 1), "lui-même" | "elle-même" | "eux-mêmes" | "aussi"))
        {
            at -= 1;
        }
        if at == start {
            return None;
        }
        let last = at - 1;
        let word = parse.word(last);
        match parse.tag_of(last) {
            Tag::Pronoun => return Some(naming(parse, last..at)),
            Tag::Subordinator
                if matches!(word, "qui" | "lequel" | "laquelle" | "lesquels" | "lesquelles") =>
            {
                at = last;
                if at > start && parse.word(at - 1) == "," {
                    at -= 1;
                }
                continue;
            }
            Tag::Mark if matches!(word, "," | ")" | "–" | "—") => match opening(parse, last, start) {
                Opening::Apposition(from) => {
                    // "Le maire, Paul Roy, a dit" and "Paul Roy, maire de Lens, a dit": both name him.
                    let title = (from > start + 1).then(|| ending_at(parse, from - 1, start)).flatten();
                    if let Some(title) = title.filter(|title| title.known) {
                        return Some(naming(parse, title.words.start..last));
                    }
                    if let Some(name) = governed_name(parse, from.saturating_sub(1), start) {
                        return Some(naming(parse, name..last));
                    }
                    if let Some(found) = ending_at(parse, last, from) {
                        return Some(found);
                    }
                    at = from.saturating_sub(1).max(start);
                }
                Opening::Inserted(from) => at = from.saturating_sub(1).max(start),
                Opening::None => return None,
            },
            // La compagnie « demande aux voyageurs … »
            Tag::Mark if opens_quotation(parse, last) => at = last,
            Tag::Coordinator => return subject_of_verb_before(parse, last, start),
            Tag::PastParticiple if let Some(from) = relative_before(parse, last, start) => {
                // "Léa, qui n'a rien lâché, …", with the second comma left out.
                at = from;
                continue;
            }
            _ => {
                let found = ending_at(parse, at, start);
                return match found {
                    Some(found) => Some(widened(parse, found, start)),
                    None => {
                        // Only prepositional phrases stand before the verb: go on in front of them.
                        let from = start_of_region(parse, at, start);
                        if from == at || from <= start || parse.word(from - 1) != "," {
                            return None;
                        }
                        at = from - 1;
                        continue;
                    }
                };
            }
        }
    }
    None
}

/// Whether a mark opens its quotation in the middle of a clause.
fn opens_quotation(parse: &Parse<'_>, mark: usize) -> bool {
    parse.quotation(mark).is_some_and(|quotation| {
        parse.words.within(parse.quotations[quotation].span).start == mark
            && mark > 0
            && matches!(parse.tag_of(mark - 1), Tag::Noun | Tag::Name | Tag::Pronoun)
    })
}

/// The word behind which a relative clause stands that ends in the participle at `last`: its "qui", or the comma
/// before it.
fn relative_before(parse: &Parse<'_>, last: usize, start: usize) -> Option<usize> {
    let who = (start..last).rev().take(10).find(|&at| parse.tag_of(at) == Tag::Subordinator)?;
    let verbs = (who..last).filter(|&at| parse.tag_of(at) == Tag::Verb).count();
    let comma = who > start && parse.word(who - 1) == ",";
    (parse.word(who) == "qui" && verbs == 1).then(|| if comma { who - 1 } else { who })
}

/// What stands between the comma (or bracket) in front of a verb and the one that opens it.
enum Opening {
    /// A naming phrase, from this word.
    Apposition(usize),
    /// Something else, from this word.
    Inserted(usize),
    None,
}

fn opening(parse: &Parse<'_>, close: usize, start: usize) -> Opening {
    let wanted = match parse.word(close) {
        ")" => "(",
        other => other,
    };
    let mut from = close;
    while from > start && close - from < 40 {
        from -= 1;
        if parse.word(from) == wanted || from == start {
            let first = if from == start && parse.word(from) != wanted { from } else { from + 1 };
            let apposition = matches!(parse.tag_of(first), Tag::Determiner | Tag::Name | Tag::Noun)
                && !(first..close).any(|at| matches!(parse.tag_of(at), Tag::Verb | Tag::Subordinator))
                && wanted == ",";
            return if apposition { Opening::Apposition(first) } else { Opening::Inserted(first) };
        }
    }
    Opening::None
}

/// A name in apposition with the title in front of its comma: "Le secrétaire général de l'OTAN, Jens Stoltenberg".
fn widened(parse: &Parse<'_>, found: Naming, start: usize) -> Naming {
    let first = found.words.start;
    if first < start + 2 || parse.word(first - 1) != "," || found.pronoun {
        return found;
    }
    let has_role = |words: &Range<usize>| words.clone().any(|at| parse.lexeme(at).noun.any(Marks::ROLE));
    let named = parse.tag_of(first) == Tag::Name;
    match ending_at(parse, first - 1, start) {
        Some(title)
            if (title.words.start == start
                || matches!(parse.tag_of(title.words.start - 1), Tag::Mark | Tag::Adverb))
                && (named && has_role(&title.words)
                    || !named && has_role(&found.words) && parse.tag_of(title.words.start) == Tag::Name) =>
        {
            naming(parse, title.words.start..found.words.end)
        }
        // "Léa, une voisine qui a tout vu"
        Some(title)
            if title.words.start == start
                && parse.tag_of(start) == Tag::Name
                && matches!(parse.word(first), "un" | "une") =>
        {
            naming(parse, start..found.words.end)
        }
        _ => match governed_name(parse, first - 1, start).filter(|_| !named && has_role(&found.words)) {
            Some(name) => naming(parse, name..found.words.end),
            None => found,
        },
    }
}

/// The name of two words or more that a preposition governs in front of `at`: "avec Paul Roy, le maire".
fn governed_name(parse: &Parse<'_>, at: usize, start: usize) -> Option<usize> {
    let mut name = at;
    while name > start && parse.tag_of(name - 1) == Tag::Name {
        name -= 1;
    }
    (name + 1 < at && name > start && parse.tag_of(name - 1) == Tag::Preposition).then_some(name)
}

/// The subject of the finite verb before `at`, which a coordinated verb shares: "X a nié et dit".
fn subject_of_verb_before(parse: &Parse<'_>, at: usize, start: usize) -> Option<Naming> {
    let verb = (start..at).rev().find(|&word| parse.tag_of(word) == Tag::Verb)?;
    if parse.tag_of(verb + 1) == Tag::Inverted {
        return Some(inverted(parse, verb + 1));
    }
    let mut first = verb;
    while first > start && matches!(parse.tag_of(first - 1), Tag::Clitic | Tag::Negation) {
        first -= 1;
    }
    if first == at { None } else { before(parse, first, start) }
}

/// The subject of the nearest finite verb before `at` that isn't in a relative clause: who a participle speaks of.
pub(super) fn subject_of_clause(parse: &Parse<'_>, at: usize, start: usize) -> Option<Naming> {
    let start = start.max(at.saturating_sub(240));
    let mut at = at;
    while let Some(verb) =
        (start..at).rev().find(|&word| parse.tag_of(word) == Tag::Verb && parse.quotation(word).is_none())
    {
        if parse.tag_of(verb + 1) == Tag::Inverted {
            // "rappelle-t-on" is an aside.
            if matches!(parse.word(verb + 1), "-t-on" | "-on") {
                at = verb;
                continue;
            }
            return Some(inverted(parse, verb + 1));
        }
        let mut first = verb;
        while first > start && matches!(parse.tag_of(first - 1), Tag::Clitic | Tag::Negation) {
            first -= 1;
        }
        // "« … », a dit X, précisant": the subject of an incise stands behind its verb.
        let mut quoted = first;
        while quoted > start && (parse.word(quoted - 1) == "," || parse.tag_of(quoted - 1) == Tag::Adverb) {
            quoted -= 1;
        }
        if quoted > start && parse.quotation(quoted - 1).is_some() {
            let last = verbs::group(parse, verb, start, at).last;
            if let Some(found) = inversions::behind(parse, last + 1, at).filter(|found| found.known) {
                return Some(found);
            }
        }
        let relative =
            first > start && matches!(parse.word(first - 1), "qui" | "que" | "qu'" | "dont" | "où");
        if !relative
            && let Some(found) = before(parse, first, start)
            && found.known
        {
            return Some(found);
        }
        at = verb;
    }
    None
}
