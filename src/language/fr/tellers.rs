//! Who tells of himself beside a sentence that is about one person alone: "Elle tient la boulangerie depuis dix ans. « Je me
//! lève à trois heures. »"

use super::beside::is_one_person;
use super::naming::Naming;
use super::parse::{Parse, Tag};
use super::subjects;
use super::topics::{Who, anybody_else, names_another};
use crate::analysis::Sentence;

/// The one person in a sentence who can say "je" in the next one: "Le Dr Roy tente de la rassurer. « Je reviens. »"
pub(super) fn only_teller(parse: &Parse<'_>, quotation: usize, sentence: &Sentence) -> Option<Naming> {
    only_person(parse, sentence).or_else(|| {
        let (start, end) = (sentence.words.start, sentence.words.end);
        let subject = subjects::subject_of_clause(parse, end, start).filter(is_one_person)?;
        let named = subject.words.clone().any(|at| parse.tag_of(at) == Tag::Name);
        let first = subject.words.start <= start + 5
            && !(start..subject.words.start).any(|at| parse.tag_of(at) == Tag::Verb);
        let verb = (subject.words.end..end).find(|&at| parse.tag_of(at) == Tag::Verb)?;
        let others = names_another(parse, verb..end, &subject.words, Who::One);
        // "Nour connaît le recteur. « Il est parti l'année où j'entrais »": he is spoken of, so that she speaks.
        let inner = parse.words.within(parse.quotations[quotation].inner);
        let of_another = matches!(parse.word(inner.start), "il" | "elle");
        (says_we(parse, quotation) && named && first && (!others || of_another)).then_some(subject)
    })
}

/// The one person in a sentence, where she is its subject: "Elle tient la boulangerie depuis dix ans."
pub(super) fn only_person(parse: &Parse<'_>, sentence: &Sentence) -> Option<Naming> {
    let (start, end) = (sentence.words.start, sentence.words.end);
    let subject = subjects::subject_of_clause(parse, end, start)
        .filter(|source| is_one_person(source) || are_named(parse, source))?;
    // "Le club est dernier. Il joue samedi. « Nous n'avons pas le droit de perdre. »"
    let others = (start..end).filter(|at| !subject.words.contains(at)).any(|at| match parse.tag_of(at) {
        // "serre une photo contre elle": herself.
        Tag::Pronoun if parse.tag_of(at - 1) == Tag::Preposition => false,
        Tag::Pronoun | Tag::Inverted => {
            matches!(parse.word(at), "il" | "elle" | "ils" | "elles" | "-t-il" | "-t-elle")
        }
        // "sa victime l'accusait"
        Tag::Clitic => matches!(parse.word(at), "l'" | "le" | "la" | "les" | "lui" | "leur"),
        _ => false,
    });
    let another = others || anybody_else(parse, start..end, &subject.words);
    (!another).then_some(subject)
}

/// Whether a source is several people, each by name: "Léa, Nour et Tom".
fn are_named(parse: &Parse<'_>, source: &Naming) -> bool {
    let names = source.words.clone().filter(|&at| parse.tag_of(at) == Tag::Name).count();
    names > 1 && source.words.clone().any(|at| parse.word(at) == "et")
}

pub(super) fn is_first_person(parse: &Parse<'_>, quotation: usize) -> bool {
    parse.words.within(parse.quotations[quotation].span).any(|at| {
        matches!(
            parse.word(at),
            "je" | "j'" | "nous" | "on" | "moi" | "mon" | "ma" | "mes" | "notre" | "nos" | "me" | "m'"
        )
    })
}

/// Whether somebody says "je" or "nous" of himself.
pub(super) fn says_we(parse: &Parse<'_>, quotation: usize) -> bool {
    let mut words = parse.words.within(parse.quotations[quotation].inner);
    says_i(parse, quotation) || words.any(|at| matches!(parse.word(at), "nous" | "notre" | "nos"))
}

/// Whether somebody says "je" of himself.
fn says_i(parse: &Parse<'_>, quotation: usize) -> bool {
    parse
        .words
        .within(parse.quotations[quotation].inner)
        .any(|at| matches!(parse.word(at), "je" | "j'" | "me" | "m'" | "moi"))
}

/// Whether somebody speaks of himself, and not of the man or woman who was spoken of just before.
pub(super) fn is_told_by_himself(parse: &Parse<'_>, quotation: usize) -> bool {
    let words = parse.words.within(parse.quotations[quotation].inner);
    let nobody =
        matches!(parse.word(words.start + 1), "y" | "faut" | "faudra" | "faudrait" | "fallait" | "s'");
    let another = matches!(parse.word(words.start), "il" | "elle" | "ils" | "elles") && !nobody;
    (!another || says_i(parse, quotation)) && is_first_person(parse, quotation)
}
