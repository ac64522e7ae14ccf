//! Of what kind each quotation is: somebody's utterance, somebody's words in the writer's clause, or a mere mention.
//!
//! In two looks. The first tells utterances (a clause of its own that stands like one) from the rest. The second,
//! when it is known who says what, tells words of somebody's from names, titles, terms and scare quotes: by how the
//! words start, how many they are, what stands in front of them, and whether a cue bears on them.

use foldhash::{HashMap, HashMapExt};

use super::mentions::{
    is_crosshead, is_english_title, is_gloss, is_noise, is_reference, is_referred_to, is_sample, names_a_work,
};
use super::parse::{Parse, Tag};
use super::partials;
use super::vocabulary::Marks;
use crate::analysis::QuotationKind;

/// How firmly a cue bears on a quotation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Bearing {
    /// No cue at all.
    None,
    /// The subject of its clause alone.
    Subject,
    /// A cue somewhere in the sentence.
    Sentence,
    /// A cue right beside it.
    Near,
}

/// The kinds at first sight: `Direct`, or `Partial` for all that may still be a mention, or a sure `Mention`.
pub(super) fn at_first_sight(parse: &Parse<'_>) -> Vec<QuotationKind> {
    (0..parse.quotations.len()).map(|index| first_sight(parse, index)).collect()
}

/// The kinds, with how firmly a cue bears on each quotation.
pub(super) fn settled(
    parse: &Parse<'_>,
    first: &[QuotationKind],
    bearings: &[Bearing],
) -> Vec<QuotationKind> {
    let words: Vec<String> =
        parse.quotations.iter().map(|quotation| quotation.inner.of(parse.text).to_lowercase()).collect();
    let mut times: HashMap<&str, usize> = HashMap::new();
    for words in &words {
        *times.entry(words).or_insert(0) += 1;
    }
    let scores: Vec<Option<i32>> = (0..parse.quotations.len())
        .map(|index| {
            let repeated = times[words[index].as_str()] > 1;
            let open = first[index] == QuotationKind::Partial;
            open.then(|| partials::score(parse, index, bearings[index], repeated))
        })
        .collect();
    let mut kinds = first.to_vec();
    let mut start = 0;
    while start < kinds.len() {
        let mut stop = start + 1;
        while stop < kinds.len() && joins(parse, stop - 1, stop) {
            stop += 1;
        }
        // What stands in one enumeration is of one kind.
        let together: i32 = scores[start..stop].iter().flatten().sum();
        let kind = if together > 0 { QuotationKind::Partial } else { QuotationKind::Mention };
        for at in start..stop {
            if scores[at].is_some() {
                kinds[at] = kind;
            }
        }
        start = stop;
    }
    // "les défilés « Tous à la mer » et « On ne lâche rien »": a name like the one beside it.
    for at in 1..kinds.len() {
        let told = setting(parse, at).is_some_and(|setting| setting.opens);
        if kinds[at] == QuotationKind::Direct
            && kinds[at - 1] == QuotationKind::Mention
            && bearings[at] == Bearing::None
            && !told
            && joins(parse, at - 1, at)
        {
            kinds[at] = QuotationKind::Mention;
        }
    }
    kinds
}

/// Whether nothing but a comma, "et" and small words stands between two quotations: « trop lent » et même « absurde ».
fn joins(parse: &Parse<'_>, one: usize, other: usize) -> bool {
    let end = parse.words.within(parse.quotations[one].span).end;
    let start = parse.words.within(parse.quotations[other].span).start;
    end < start
        && start - end <= 5
        && (end..start).all(|at| match parse.tag_of(at) {
            Tag::Mark => parse.word(at) == ",",
            Tag::Determiner | Tag::Preposition => true,
            Tag::Coordinator => true,
            Tag::Adverb | Tag::Negation => true,
            _ => false,
        })
        && (end..start).any(|at| parse.word(at) == "," || parse.tag_of(at) == Tag::Coordinator)
}

/// A quotation in its sentence.
pub(super) struct Setting {
    /// The words inside the marks.
    pub(super) words: std::ops::Range<usize>,
    /// How many of them are no marks.
    pub(super) count: usize,
    /// The word right in front of the opening mark, in the sentence.
    pub(super) previous: Option<usize>,
    /// Whether nothing but marks stands in front of it in the sentence.
    opens: bool,
}

/// How the quotation `index` stands in its sentence.
pub(super) fn setting(parse: &Parse<'_>, index: usize) -> Option<Setting> {
    let quotation = &parse.quotations[index];
    let words = parse.words.within(quotation.inner);
    let whole = parse.words.within(quotation.span);
    let number = parse.sentences.partition_point(|sentence| sentence.span.end() <= quotation.span.start());
    let start = parse.sentences.get(number)?.words.start.min(whole.start);
    let count = words.clone().filter(|&at| parse.tag_of(at) != Tag::Mark).count();
    let previous = whole.start.checked_sub(1).filter(|&at| at >= start);
    let opens =
        !(start..whole.start).any(|at| parse.quotation(at).is_none() && parse.tag_of(at) != Tag::Mark);
    Some(Setting { words, count, previous, opens })
}

fn first_sight(parse: &Parse<'_>, index: usize) -> QuotationKind {
    let quotation = &parse.quotations[index];
    let Some(Setting { words, count, previous, opens }) = setting(parse, index) else {
        return QuotationKind::Mention;
    };
    if count == 0 {
        return QuotationKind::Mention;
    }
    if quotation.continues {
        return QuotationKind::Direct;
    }
    // « United for bread » (« Unis pour le pain »): the same words over again.
    if let Some(translated) = translated(parse, index) {
        return first_sight(parse, translated);
    }
    if is_crosshead(parse, index, count, opens)
        || is_reference(parse, index, opens)
        || is_sample(parse, previous)
        || is_gloss(parse, previous)
        || is_english_title(parse, words.clone())
        || is_referred_to(parse, index)
        || is_noise(parse, words.clone(), count)
    {
        return QuotationKind::Mention;
    }
    let first = words.start;
    let capital = parse.capital(first);
    let stopped = words.clone().next_back().is_some_and(|at| matches!(parse.word(at), "." | "!" | "?" | "…"));
    let previous_tag = previous.map(|at| parse.tag_of(at));
    let colon = previous.is_some_and(|at| parse.word(at) == ":");
    let stands_alone = opens || colon;
    if is_clause(parse, &words) {
        let titled = capital
            && !stopped
            && previous.is_some_and(|at| {
                matches!(parse.tag_of(at), Tag::Noun | Tag::Name)
                    && !parse.lexeme(at).noun.any(Marks::SPEECH_NOUN)
                    && count <= 8
            });
        // "le collectif « On ne se taira pas ! »"
        let body = capital
            && count <= 8
            && previous.is_some_and(|at| {
                matches!(
                    parse.word(at),
                    "collectif"
                        | "association"
                        | "mouvement"
                        | "plateforme"
                        | "coalition"
                        | "réseau"
                        | "parti"
                )
            });
        if titled || body {
            return QuotationKind::Mention;
        }
        // "est défini comme « le fait d'imposer… »"
        let likened = !capital && previous.is_some_and(|at| parse.word(at) == "comme");
        let embedded = likened
            || matches!(previous_tag, Some(Tag::Determiner | Tag::Preposition))
            || (matches!(previous_tag, Some(Tag::Noun | Tag::Name | Tag::Pronoun | Tag::Adjective))
                && !capital
                && starts_inside(parse, first));
        let whole_sentence = capital && stopped && count > 5;
        return if embedded && !whole_sentence { QuotationKind::Partial } else { QuotationKind::Direct };
    }
    // "Dernier ouvrage paru : « Papas ! »"
    let work = colon && previous.is_some_and(|at| names_a_work(parse, at));
    // "« La ville en colère » et ses antennes comptent mille membres"
    let subject = opens && !stopped && previous.is_none() && is_subject(parse, index);
    if work || subject {
        return QuotationKind::Partial;
    }
    // No clause: an utterance only where it stands like one.
    if stands_alone
        && ((capital && (count > 3 || stopped)) || (colon && (stopped || count > 4)))
        && !starts_inside(parse, first)
    {
        return QuotationKind::Direct;
    }
    QuotationKind::Partial
}

/// The quotation whose words this one gives again in brackets right behind it.
fn translated(parse: &Parse<'_>, index: usize) -> Option<usize> {
    let before = index.checked_sub(1)?;
    let start = parse.words.within(parse.quotations[index].span).start;
    let end = parse.words.within(parse.quotations[before].span).end;
    (start == end + 1 && parse.word(end) == "(").then_some(before)
}

/// Whether a clause without a comma goes on behind a quotation that opens its sentence.
fn is_subject(parse: &Parse<'_>, index: usize) -> bool {
    let end = parse.words.within(parse.quotations[index].span).end;
    parse.tag_of(end) == Tag::Verb
        || parse.word(end) == "et" && matches!(parse.tag_of(end + 1), Tag::Determiner | Tag::Noun)
}

/// Whether a word can only go on with a clause: a verb, a relative pronoun, a small preposition.
fn starts_inside(parse: &Parse<'_>, first: usize) -> bool {
    !parse.capital(first)
        && (matches!(
            parse.tag_of(first),
            Tag::Verb
                | Tag::Clitic
                | Tag::Negation
                | Tag::Subordinator
                | Tag::Infinitive
                | Tag::PastParticiple
        ) || matches!(parse.word(first), "de" | "d'" | "du" | "des" | "à" | "au" | "aux" | "par"))
}

/// Whether the words make a clause of their own: a finite verb that isn't only in a relative clause.
fn is_clause(parse: &Parse<'_>, words: &std::ops::Range<usize>) -> bool {
    let first = words.start;
    let continuing = !parse.capital(first)
        && matches!(
            parse.tag_of(first),
            Tag::Verb | Tag::Clitic | Tag::Negation | Tag::Infinitive | Tag::PastParticiple
        );
    if continuing || matches!(parse.word(first), "qui" | "dont" | "lequel" | "laquelle") {
        return false;
    }
    if matches!(parse.word(first), "que" | "qu'") && !parse.capital(first) {
        return words.len() > 8;
    }
    if !parse.capital(first) && parse.tag_of(first) == Tag::Preposition {
        let comma = words.clone().take(10).any(|at| parse.word(at) == ",");
        let subject = words
            .clone()
            .take_while(|&at| !matches!(parse.tag_of(at), Tag::Subordinator))
            .any(|at| parse.tag_of(at) == Tag::Pronoun);
        if !(comma || subject) {
            return false;
        }
    }
    let mut relative = false;
    let mut subject = parse.capital(first);
    for at in words.clone() {
        match parse.tag_of(at) {
            Tag::Subordinator => {
                relative =
                    !(at == first && matches!(parse.word(at), "si" | "quand" | "comme" | "où" | "lorsque"))
            }
            Tag::Mark if matches!(parse.word(at), "," | "." | ";" | "!" | "?" | ":" | "…") => {
                relative = relative && parse.word(at) == ","
            }
            Tag::Coordinator => relative = relative && parse.word(at) != "mais",
            Tag::Pronoun | Tag::Noun | Tag::Name | Tag::Determiner => subject = true,
            Tag::Verb if !relative && subject => return true,
            Tag::Verb => relative = false,
            _ => {}
        }
    }
    false
}
