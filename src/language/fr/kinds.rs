//! Of what kind each quotation is: somebody's utterance, somebody's words in the writer's clause, or a mere mention.

use std::collections::HashMap;

use super::parse::{Parse, Tag};
use super::vocabulary::Marks;
use crate::analysis::QuotationKind;

/// The kind of each quotation, in order.
pub(super) fn kinds(parse: &Parse<'_>) -> Vec<QuotationKind> {
    let mut times: HashMap<String, usize> = HashMap::new();
    for quotation in parse.quotations {
        *times.entry(quotation.inner.of(parse.text).to_lowercase()).or_default() += 1;
    }
    (0..parse.quotations.len())
        .map(|index| {
            let inner = parse.quotations[index].inner.of(parse.text).to_lowercase();
            kind(parse, index, times[&inner])
        })
        .collect()
}

fn kind(parse: &Parse<'_>, index: usize, times: usize) -> QuotationKind {
    let quotation = &parse.quotations[index];
    let words = parse.words.within(quotation.inner);
    let whole = parse.words.within(quotation.span);
    let number = parse.sentences.partition_point(|sentence| sentence.span.end() <= quotation.span.start());
    let Some(sentence) = parse.sentences.get(number) else { return QuotationKind::Mention };
    let count = words.clone().filter(|&at| parse.tag_of(at) != Tag::Mark).count();
    if count == 0 {
        return QuotationKind::Mention;
    }
    if quotation.continues {
        return QuotationKind::Direct;
    }
    let outside_before: Vec<usize> = (sentence.words.start.min(whole.start)..whole.start)
        .filter(|&at| parse.quotation(at).is_none())
        .collect();
    let previous = outside_before.last().copied().filter(|&at| at + 1 == whole.start);
    let opens = outside_before.iter().all(|&at| parse.tag_of(at) == Tag::Mark);
    let verb = words.clone().any(|at| parse.tag_of(at) == Tag::Verb);
    let first = words.start;
    let ends_sentence =
        words.clone().next_back().is_some_and(|at| matches!(parse.word(at), "." | "!" | "?" | "…"));
    let capital = parse.capital(first);
    let previous_word = previous.map_or("", |at| parse.word(at));
    let cue = has_cue(parse, &whole, sentence.words.clone(), sentence.block);

    if verb && is_clause(parse, &words) {
        let embedded = previous
            .is_some_and(|at| matches!(parse.tag_of(at), Tag::Determiner | Tag::Preposition))
            || previous.is_some_and(|at| {
                matches!(parse.tag_of(at), Tag::Noun | Tag::Name | Tag::Pronoun)
                    && !capital
                    && starts_with_verb(parse, first)
            })
            || previous.is_some_and(|at| parse.tag_of(at) == Tag::Noun && count <= 6 && !cue);
        if embedded && !(capital && ends_sentence && count > 6) {
            return if cue || count > 6 { QuotationKind::Partial } else { QuotationKind::Mention };
        }
        return QuotationKind::Direct;
    }
    // No clause: an utterance only where it stands like one.
    let uttered = (opens || previous_word == ":")
        && (ends_sentence || count > 3)
        && (capital || previous_word == ":" || ends_sentence)
        && cue;
    if uttered && (opens || previous_word == ":") && (count > 3 || ends_sentence) {
        return QuotationKind::Direct;
    }
    if is_named(parse, previous, first, &words, count) || (times > 1 && count <= 3) {
        return QuotationKind::Mention;
    }
    if count > 5 || cue {
        return QuotationKind::Partial;
    }
    QuotationKind::Mention
}

/// Whether the words make a clause of their own: a finite verb that isn't only in a relative clause, with a subject
/// or an order.
fn is_clause(parse: &Parse<'_>, words: &std::ops::Range<usize>) -> bool {
    let first = words.start;
    if matches!(parse.word(first), "qui" | "dont" | "que" | "qu'" | "lequel" | "laquelle") {
        return false;
    }
    if parse.tag_of(first) == Tag::Verb && !parse.capital(first) {
        return false;
    }
    if matches!(parse.tag_of(first), Tag::Clitic | Tag::Negation) && !parse.capital(first) {
        return false;
    }
    if parse.tag_of(first) == Tag::Infinitive && !parse.capital(first) {
        return false;
    }
    if parse.tag_of(first) == Tag::Preposition
        && !parse.capital(first)
        && matches!(
            parse.word(first),
            "de" | "d'" | "du" | "des" | "à" | "au" | "aux" | "par" | "pour" | "en"
        )
    {
        // "d'une rupture de la quille"; "pour nous c'est fini" is a clause all the same.
        let comma = words.clone().take(8).any(|at| parse.word(at) == ",");
        let pronoun = words.clone().any(|at| parse.tag_of(at) == Tag::Pronoun);
        if !(comma || pronoun) {
            return false;
        }
    }
    let mut relative = false;
    for at in words.clone() {
        match parse.tag_of(at) {
            Tag::Subordinator => {
                relative = !matches!(parse.word(at), "si" | "car" | "quand" | "comme") || at > first + 1
            }
            Tag::Mark if matches!(parse.word(at), "," | "." | ";" | "!" | "?" | ":" | "…") => {
                relative = false
            }
            Tag::Pronoun if matches!(parse.word(at), "je" | "j'" | "on" | "nous" | "vous" | "c'") => {
                relative = relative && parse.word(at) != "c'"
            }
            Tag::Verb if !relative => return true,
            Tag::Verb => relative = false,
            _ => {}
        }
    }
    false
}

fn starts_with_verb(parse: &Parse<'_>, first: usize) -> bool {
    matches!(
        parse.tag_of(first),
        Tag::Verb | Tag::Clitic | Tag::Negation | Tag::Subordinator | Tag::Infinitive
    )
}

/// Whether what stands around says that this is a name, a title, a term: le film « … », dit « … », mis en examen pour « … ».
fn is_named(
    parse: &Parse<'_>,
    previous: Option<usize>,
    first: usize,
    words: &std::ops::Range<usize>,
    count: usize,
) -> bool {
    let capitals = words.clone().filter(|&at| parse.capital(at)).count();
    if capitals * 2 > count && count > 1 || capitals == 1 && count == 1 {
        return true;
    }
    let Some(previous) = previous else { return false };
    let word = parse.word(previous);
    let lemma = parse.lemma(previous);
    if matches!(lemma, "baptiser" | "intituler" | "surnommer" | "dénommer" | "nommer" | "appeler" | "titrer")
        || matches!(word, "dit" | "dite" | "dits" | "dites")
    {
        return true;
    }
    if capitals > 0 && parse.capital(first) && parse.tag_of(previous) == Tag::Noun {
        return true;
    }
    parse.tag_of(previous) == Tag::Noun && !parse.lexeme(previous).noun.any(Marks::SPEECH_NOUN)
        || matches!(parse.tag_of(previous), Tag::Name)
}

/// Whether the sentence holds a word of saying outside the quotation.
fn has_cue(
    parse: &Parse<'_>,
    whole: &std::ops::Range<usize>,
    sentence: std::ops::Range<usize>,
    _block: usize,
) -> bool {
    sentence.filter(|at| !whole.contains(at) && parse.quotation(*at).is_none()).any(|at| {
        let tag = parse.tag_of(at);
        let lexeme = parse.lexeme(at);
        (matches!(tag, Tag::Verb | Tag::PastParticiple | Tag::PresentParticiple | Tag::Infinitive)
            && lexeme.verb.any(Marks::SAYING))
            || (tag == Tag::Noun && lexeme.noun.any(Marks::SPEECH_NOUN))
            || matches!(parse.word(at), "selon" | "pour")
    })
}
