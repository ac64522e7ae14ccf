//! Phrases that name who says something: "le maire, Paul Roy", "elle", "la même source", "deux syndicats de pilotes".
//!
//! Read off the tags: behind a cue or a verb to its right ([`behind`]), or as the subject to the left of a verb
//! ([`before`]). A phrase goes from its determiner over nouns, adjectives, names and their complements with "de"; a
//! name in apposition belongs to it.

use std::ops::Range;

use super::lexicon::Features;
use super::parse::{Parse, Tag};
use super::vocabulary::Marks;
use crate::analysis::{Shape, SourceKind};
use crate::span::Span;

/// A phrase that names a source. Indices are of words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Naming {
    /// Its words.
    pub(super) words: Range<usize>,
    /// What kind of source it names.
    pub(super) kind: SourceKind,
    /// Whether it is a pronoun.
    pub(super) pronoun: bool,
    /// Whether it names somebody or something that can speak, by a list, a name or a pronoun.
    pub(super) known: bool,
    /// Whether its first word says that it is several.
    pub(super) plural: bool,
}

impl Naming {
    /// Where it stands.
    pub(super) fn span(&self, parse: &Parse<'_>) -> Span {
        let words = parse.words.list();
        words[self.words.start].span.cover(words[self.words.end - 1].span)
    }
}

/// The phrase of exactly these words.
fn naming(parse: &Parse<'_>, words: Range<usize>) -> Naming {
    let (kind, known) = kind(parse, &words);
    let first = parse.word(words.start);
    let pronoun = matches!(parse.tag_of(words.start), Tag::Pronoun | Tag::Inverted)
        || (words.len() == 2 && is_latter(first, parse.word(words.start + 1)));
    let plural = matches!(
        first,
        "ils" | "elles" | "eux" | "les" | "des" | "ces" | "ses" | "leurs" | "plusieurs" | "certains" | "nous"
    );
    Naming { words, kind, pronoun, known, plural }
}

/// Whether two words are "ce dernier" or one of its forms.
fn is_latter(first: &str, second: &str) -> bool {
    matches!(first, "ce" | "cette" | "ces")
        && matches!(second, "dernier" | "dernière" | "derniers" | "dernières")
}

/// The phrase that all of these words are.
pub(super) fn exactly(parse: &Parse<'_>, words: Range<usize>) -> Naming {
    naming(parse, words)
}

/// A text named right in front of `at`, whatever governs it: "sur un message" in "tombe sur un message disant que".
pub(super) fn text_before(parse: &Parse<'_>, at: usize, start: usize) -> Option<Naming> {
    let from = start_of_region(parse, at, start);
    let determiner = (from..at).rev().find(|&word| parse.tag_of(word) == Tag::Determiner)?;
    let found = naming(parse, determiner..at);
    let head = parse.lexeme(determiner + 1).noun;
    (head.any(Marks::DOCUMENT) && found.kind == SourceKind::Document).then_some(found)
}

/// Who utters the words that are named in front of `at`: "les insultes de certains manifestants", "même constat chez
/// Léa Morel, infirmière".
pub(super) fn whose_words(parse: &Parse<'_>, at: usize, start: usize) -> Option<Naming> {
    let link = (start..at).rev().take(16).find(|&word| {
        matches!(parse.word(word), "de" | "d'" | "du" | "des" | "chez" | "pour")
            && word > start
            && ((start..word).rev().take(4).any(|noun| parse.lexeme(noun).noun.any(Marks::SPEECH_NOUN))
                || matches!(parse.word(word - 1), "celui" | "celle" | "ceux" | "celles"))
    })?;
    let verb = (link..at).any(|word| matches!(parse.tag_of(word), Tag::Verb | Tag::Subordinator));
    let from = if matches!(parse.word(link), "du" | "des") { link } else { link + 1 };
    let first = parse.tag_of(if from == link { link + 1 } else { from });
    let nominal = matches!(first, Tag::Determiner | Tag::Name | Tag::Noun | Tag::Adjective | Tag::Number);
    let words = from..words_of_phrase(parse, if from == link { link + 1 } else { from }, at);
    Some(naming(parse, words)).filter(|found| !verb && nominal && found.known)
}

/// Behind the phrase that starts at `from`, within `end`.
fn words_of_phrase(parse: &Parse<'_>, from: usize, end: usize) -> usize {
    phrase(parse, from, end).map_or(from + 1, |found| found.words.end)
}

/// Whether the first noun of the phrase is one that a list knows as a source.
pub(super) fn head_is_source(parse: &Parse<'_>, source: &Naming) -> bool {
    let head = source.words.clone().find(|&at| matches!(parse.tag_of(at), Tag::Noun | Tag::Name));
    head.is_some_and(|head| {
        parse.lexeme(head).noun.any(Marks::SOURCE)
            || (parse.tag_of(head) == Tag::Name && source.words.start == head)
    })
}

/// The subject that hangs on a verb: -t-il.
pub(super) fn inverted(parse: &Parse<'_>, index: usize) -> Naming {
    naming(parse, index..index + 1)
}

/// The phrase that starts at `index`, within `end`; nothing where none can.
pub(super) fn phrase(parse: &Parse<'_>, index: usize, end: usize) -> Option<Naming> {
    if index >= end {
        return None;
    }
    match parse.tag_of(index) {
        Tag::Pronoun => return Some(naming(parse, index..index + 1)),
        // "l'un d'eux", "une autre"
        Tag::Determiner | Tag::Name | Tag::Noun | Tag::Adjective | Tag::Number => {}
        _ => return None,
    }
    let stop = end_of_phrase(parse, index, end);
    let words = with_apposition(parse, index..stop, end);
    Some(naming(parse, words))
}

/// Where the phrase that starts at `index` ends.
fn end_of_phrase(parse: &Parse<'_>, index: usize, end: usize) -> usize {
    let mut at = index + 1;
    let mut stop = at;
    while at < end {
        let before = parse.tag_of(at - 1);
        let open = matches!(before, Tag::Determiner | Tag::Preposition | Tag::Coordinator);
        match parse.tag_of(at) {
            Tag::Noun if before == Tag::Name && parse.lexeme(at).noun.any(Marks::TIME) => break,
            Tag::Noun | Tag::Name | Tag::Number => {}
            Tag::Adjective => {}
            Tag::PastParticiple
                if before == Tag::Determiner
                    || (matches!(before, Tag::Noun | Tag::Adjective) && agree(parse, at - 1, at)) => {}
            Tag::Determiner if open => {}
            // "62 % des personnes interrogées"
            Tag::Determiner | Tag::Preposition
                if parse.word(at - 1) == "%" && matches!(parse.word(at), "de" | "d'" | "du" | "des") =>
            {
                at += 1;
                continue;
            }
            Tag::Pronoun if before == Tag::Preposition => {}
            Tag::Adverb if open && matches!(parse.word(at), "plus" | "très" | "même") => {}
            Tag::Preposition if links(parse, at, end) && !open => {
                at += 1;
                continue;
            }
            Tag::Coordinator if matches!(parse.word(at), "et") && !open && joins_names(parse, at, end) => {
                at += 1;
                continue;
            }
            Tag::Mark => match parse.word(at) {
                "." if is_abbreviated(parse, at) => {}
                "%" => {}
                "«" | "\"" | "“" if before != Tag::Name => match short_quotation(parse, at) {
                    Some(last) if last < end => {
                        at = last + 1;
                        stop = at;
                        continue;
                    }
                    _ => break,
                },
                _ => break,
            },
            _ => break,
        }
        at += 1;
        if !matches!(parse.tag_of(at - 1), Tag::Determiner | Tag::Adverb) {
            stop = at;
        }
    }
    stop
}

/// Whether two words agree: "sources concordantes", not "sources payé".
fn agree(parse: &Parse<'_>, one: usize, other: usize) -> bool {
    let both = parse.lexeme(one).nominal & parse.lexeme(other).nominal;
    let gender = both & (Features::MASCULINE | Features::FEMININE) != 0;
    let number = both & (Features::SINGULAR | Features::PLURAL) != 0;
    (gender && number) || parse.lexeme(one).nominal == 0
}

/// Whether a preposition goes on with the phrase: "le ministre de la Défense", "l'adjoint au maire".
fn links(parse: &Parse<'_>, at: usize, end: usize) -> bool {
    let next = at + 1;
    if next >= end {
        return false;
    }
    let nominal =
        matches!(parse.tag_of(next), Tag::Noun | Tag::Name | Tag::Determiner | Tag::Adjective | Tag::Number);
    match parse.word(at) {
        "de" | "d'" if matches!(parse.word(next), "eux" | "elles" | "nous" | "ceux" | "celles") => true,
        "de" | "d'" | "du" | "des" => nominal && !parse.lexeme(next).noun.any(Marks::TIME),
        // "la secrétaire d'État à l'égalité", but not "a dit le maire à l'AFP".
        "à" => {
            matches!(parse.tag_of(next), Tag::Determiner)
                && parse.tag_of(next + 1) == Tag::Noun
                && !parse.lexeme(next + 1).noun.any(Marks::MEDIA)
                && matches!(
                    parse.word(at - 1),
                    "état" | "adjoint" | "adjointe" | "conseiller" | "conseillère" | "déléguée" | "délégué"
                )
        }
        "au" | "aux" => {
            nominal
                && parse.lexeme(at - 1).noun.any(Marks::ROLE)
                && parse.lexeme(next).noun.any(Marks::SOURCE)
        }
        _ => false,
    }
}

/// Whether "et" joins two names or two complements of one phrase.
fn joins_names(parse: &Parse<'_>, at: usize, end: usize) -> bool {
    let next = at + 1;
    if next >= end {
        return false;
    }
    let name_behind = parse.tag_of(next) == Tag::Name;
    let name_before = parse.tag_of(at - 1) == Tag::Name;
    let preposition = matches!(parse.word(next), "de" | "d'" | "du" | "des");
    let office = |at: usize| {
        parse.lexeme(at).noun.any(Marks::ROLE)
            || parse.tag_of(at) == Tag::Noun && person_by_ending(parse.word(at))
    };
    let offices = office(at - 1) && office(next);
    (name_before && name_behind) || offices || (preposition && parse.tag_of(next) == Tag::Preposition)
}

/// Whether the full stop at `at` belongs to a title or an initial: "M. Dupont", "J. Roy".
pub(super) fn is_abbreviated(parse: &Parse<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let word = parse.word(before);
    parse.words.list()[at].joined
        && parse.capital(at + 1)
        && (matches!(word, "m" | "mm" | "dr" | "pr" | "mgr" | "st" | "me")
            || (word.chars().count() == 1 && parse.capital(before)))
}

/// The closing mark of a quotation of a few words that opens at `at`: les « gilets jaunes ».
fn short_quotation(parse: &Parse<'_>, at: usize) -> Option<usize> {
    let quotation = parse.quotation(at)?;
    let words = parse.words.within(parse.quotations[quotation].span);
    let verbless = !words.clone().any(|word| parse.tag_of(word) == Tag::Verb);
    (words.start == at && words.len() <= 6 && verbless).then(|| words.end - 1)
}

/// The comma behind "en Afghanistan", where a name follows it: "l'ambassadeur en Afghanistan, Paul Roy"; else `at`.
fn behind_place(parse: &Parse<'_>, at: usize, end: usize) -> usize {
    if !matches!(parse.word(at), "en" | "à" | "au" | "aux" | "pour" | "dans" | "chez") {
        return at;
    }
    let comma = (at + 1..end.min(at + 6)).find(|&word| {
        !matches!(parse.tag_of(word), Tag::Name | Tag::Noun | Tag::Determiner | Tag::Adjective)
    });
    comma.filter(|&comma| parse.word(comma) == "," && parse.tag_of(comma + 1) == Tag::Name).unwrap_or(at)
}

/// The phrase with the name behind its comma: "le maire, Paul Roy".
fn with_apposition(parse: &Parse<'_>, words: Range<usize>, end: usize) -> Range<usize> {
    // "la Fédération des pêcheurs (FDP), Paul Roy": a short bracket may stand between.
    let bracketed = parse.word(words.end) == "(" && parse.word(words.end + 2) == ")";
    let comma = if bracketed { words.end + 3 } else { behind_place(parse, words.end, end) };
    let has_role = words.clone().any(|at| parse.lexeme(at).noun.any(Marks::SOURCE));
    let ends_in_person = parse.tag_of(words.end - 1) == Tag::Name
        && words.len() > 1
        && parse.tag_of(words.end - 2) == Tag::Name
        && parse.lexeme(words.end - 2).can_be(Features::FIRST_NAME);
    if comma + 1 >= end
        || parse.word(comma) != ","
        || !has_role
        || ends_in_person
        || parse.tag_of(comma + 1) != Tag::Name
    {
        return words;
    }
    let mut stop = comma + 2;
    while stop < end
        && (parse.tag_of(stop) == Tag::Name
            || (parse.word(stop) == "." && is_abbreviated(parse, stop))
            || matches!(parse.word(stop), "de" | "du" | "d'" | "le" | "la") && parse.capital(stop + 1))
    {
        stop += 1;
    }
    words.start..stop
}

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

/// The first word of the run of nominal words and prepositions that ends before `at`.
fn start_of_region(parse: &Parse<'_>, at: usize, start: usize) -> usize {
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

/// The naming phrase that ends before `at` and starts within `start`; nothing where only prepositional ones do.
fn ending_at(parse: &Parse<'_>, at: usize, start: usize) -> Option<Naming> {
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
                if (best.is_none() && !governed && starts) || determined {
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

/// The name of two words or more that a preposition governs in front of `at`: "avec Paul Roy, le maire".
fn governed_name(parse: &Parse<'_>, at: usize, start: usize) -> Option<usize> {
    let mut name = at;
    while name > start && parse.tag_of(name - 1) == Tag::Name {
        name -= 1;
    }
    (name + 1 < at && name > start && parse.tag_of(name - 1) == Tag::Preposition).then_some(name)
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
            let last = super::verbs::group(parse, verb, start, at).last;
            if let Some(found) = behind(parse, last + 1, at).filter(|found| found.known) {
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

/// The subject to the right of a verb whose group ends before `from`: "a déclaré lundi à l'AFP le maire".
pub(super) fn behind(parse: &Parse<'_>, from: usize, end: usize) -> Option<Naming> {
    let mut at = from;
    let limit = end.min(from + 28);
    while at < limit {
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
                at += 1;
            }
            Tag::Infinitive | Tag::PastParticiple | Tag::PresentParticiple => at += 1,
            Tag::Noun | Tag::Determiner | Tag::Name | Tag::Number | Tag::Adjective | Tag::Pronoun => {
                let found = phrase(parse, at, end)?;
                let time =
                    found.words.clone().any(|word| parse.lexeme(word).noun.any(Marks::TIME)) && !found.known;
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

/// What kind of source the words name, and whether anything says that they can be one.
fn kind(parse: &Parse<'_>, words: &Range<usize>) -> (SourceKind, bool) {
    let first = words.start;
    if matches!(parse.tag_of(first), Tag::Pronoun | Tag::Inverted) && words.len() == 1 {
        return match parse.word(first) {
            "certains" | "certaines" | "beaucoup" | "plusieurs" | "tous" => (SourceKind::Collective, true),
            "ce" | "c'" | "ça" | "cela" | "ceci" | "rien" | "personne" => (SourceKind::Document, false),
            _ => (SourceKind::Person, true),
        };
    }
    if words.len() == 2 && is_latter(parse.word(first), parse.word(first + 1)) {
        return (SourceKind::Person, true);
    }
    let head = words.clone().find(|&at| {
        let tag = parse.tag_of(at);
        // "la nouvelle présidente": no news, but who presides now.
        let adjective = parse.lexeme(at).can_be(Features::ADJECTIVE)
            && words.contains(&(at + 1))
            && parse.tag_of(at + 1) == Tag::Noun
            && parse.lexeme(at + 1).noun.any(Marks::SOURCE);
        matches!(tag, Tag::Noun | Tag::Name) && !adjective
            || (matches!(tag, Tag::Adjective | Tag::PastParticiple)
                && parse.lexeme(at).noun.any(Marks::SOURCE)
                && !matches!(parse.tag_of(at + 1), Tag::Noun))
    });
    let Some(head) = head else {
        let dernier = words.clone().any(|at| {
            matches!(
                parse.word(at),
                "dernier"
                    | "dernière"
                    | "derniers"
                    | "dernières"
                    | "premier"
                    | "première"
                    | "second"
                    | "seconde"
                    | "autre"
                    | "autres"
            )
        });
        // "pour 47 %, c'est un tournant": so many of those asked.
        if words.clone().any(|at| parse.word(at) == "%") {
            return (SourceKind::Witnesses, true);
        }
        return (SourceKind::Person, dernier);
    };
    let marks = parse.lexeme(head).noun;
    let named = words.clone().any(|at| parse.tag_of(at) == Tag::Name);
    let indefinite = matches!(
        parse.word(first),
        "un" | "une"
            | "des"
            | "plusieurs"
            | "certains"
            | "certaines"
            | "quelques"
            | "de"
            | "d'"
            | "nombreux"
            | "deux"
            | "trois"
    );
    let word = parse.word(head);
    let plural = parse.lexeme(head).nominal & Features::SINGULAR == 0
        && parse.lexeme(head).nominal & Features::PLURAL != 0
        || matches!(
            parse.word(first),
            "les"
                | "des"
                | "ces"
                | "ses"
                | "leurs"
                | "certains"
                | "certaines"
                | "plusieurs"
                | "quelques"
                | "nombreux"
        );
    if parse.tag_of(head) == Tag::Name {
        return (kind_of_name(parse, head, words), true);
    }
    // "aucune source ne confirme": nobody says it.
    if matches!(parse.word(first), "aucun" | "aucune") {
        return (SourceKind::Person, false);
    }
    // "ces responsables", "les chercheurs": those of whom was told.
    let told = matches!(parse.word(first), "ces" | "ses" | "leurs")
        || parse.word(first) == "les"
            && matches!(word, "chercheurs" | "scientifiques" | "auteurs" | "responsables");
    if told && !marks.any(Marks::ANONYMOUS) && marks.any(Marks(Marks::COLLECTIVE.0 | Marks::ROLE.0)) {
        return (SourceKind::Person, true);
    }
    if marks.any(Marks::ANONYMOUS)
        && matches!(
            word,
            "source"
                | "sources"
                | "rumeur"
                | "rumeurs"
                | "bruit"
                | "bruits"
                | "information"
                | "informations"
                | "indiscrétions"
        )
    {
        let described = words.len() > 2
            && words.clone().any(|at| {
                at > head
                    && matches!(
                        parse.tag_of(at),
                        Tag::Adjective | Tag::Preposition | Tag::PastParticiple | Tag::Noun | Tag::Name
                    )
            })
            // "une source au gouvernement"
            || matches!(parse.word(words.end), "au" | "aux")
                && parse.lexeme(words.end + 1).noun.any(Marks::SOURCE);
        return (if described { SourceKind::Described } else { SourceKind::Anonymous }, true);
    }
    if named && marks.any(Marks::ROLE) && !plural {
        return (SourceKind::Person, true);
    }
    if marks.any(Marks::MEDIA) && !(plural && indefinite) && !(marks.any(Marks::ORGANISATION) && !named) {
        return (SourceKind::Media, true);
    }
    if marks.any(Marks::DOCUMENT) && !marks.any(Marks::ROLE) {
        return (SourceKind::Document, true);
    }
    if plural && !named {
        if marks.any(Marks::WITNESS) {
            return (SourceKind::Witnesses, true);
        }
        if marks.any(Marks::COLLECTIVE) {
            return (SourceKind::Collective, true);
        }
    }
    if marks.any(Marks::ROLE) {
        let described = indefinite && marks.any(Marks::DESCRIBED) && !named;
        return (if described { SourceKind::Described } else { SourceKind::Person }, true);
    }
    if marks.any(Marks::ORGANISATION) {
        return (SourceKind::Organisation, true);
    }
    if marks.any(Marks::MEDIA) {
        return (if plural { SourceKind::Collective } else { SourceKind::Media }, true);
    }
    if person_by_ending(word) && !parse.capital(head) {
        return (SourceKind::Person, true);
    }
    if marks.any(Marks::DESCRIBED) {
        return (SourceKind::Described, true);
    }
    if marks.any(Marks::WITNESS) {
        return (if plural { SourceKind::Witnesses } else { SourceKind::Person }, true);
    }
    if marks.any(Marks::COLLECTIVE) {
        return (if plural { SourceKind::Collective } else { SourceKind::Person }, true);
    }
    if words.clone().any(|at| parse.word(at) == "%") {
        return (SourceKind::Witnesses, true);
    }
    (if named { SourceKind::Organisation } else { SourceKind::Person }, named && !marks.any(Marks::TIME))
}

/// Whether a noun names a person by how it ends: graphiste, volcanologue, technicienne, utilisatrice.
fn person_by_ending(word: &str) -> bool {
    let word = word.strip_suffix('s').unwrap_or(word);
    ["iste", "logue", "icien", "icienne", "atrice", "trice", "ateur", "graphe"]
        .iter()
        .any(|ending| word.ends_with(ending))
        && word.len() > 6
}

fn kind_of_name(parse: &Parse<'_>, head: usize, words: &Range<usize>) -> SourceKind {
    let lexeme = parse.lexeme(head);
    if lexeme.noun.any(Marks::MEDIA) {
        return SourceKind::Media;
    }
    if lexeme.noun.any(Marks::TITLE) {
        return SourceKind::Person;
    }
    if parse.shape(head) == Shape::Upper && words.len() == 1 {
        return SourceKind::Organisation;
    }
    if lexeme.can_be(Features::FIRST_NAME) && words.end > head + 1 {
        return SourceKind::Person;
    }
    if lexeme.noun.any(Marks::ORGANISATION) || (parse.tag_of(words.start) == Tag::Determiner) {
        return SourceKind::Organisation;
    }
    if lexeme.can_be(Features::PROPER_NAME) && words.len() == 1 {
        return SourceKind::Organisation;
    }
    SourceKind::Person
}
