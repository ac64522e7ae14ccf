//! What kind of source the words of a phrase name, and whether anything says that they can be one.

use std::ops::Range;

use super::lexicon::Features;
use super::parse::{Parse, Tag};
use super::vocabulary::Marks;
use crate::analysis::{Shape, SourceKind};

/// What kind of source the words name, and whether anything says that they can be one.
pub(super) fn kind(parse: &Parse<'_>, words: &Range<usize>) -> (SourceKind, bool) {
    let first = words.start;
    if matches!(parse.tag_of(first), Tag::Pronoun | Tag::Inverted) && words.len() == 1 {
        return match parse.word(first) {
            "certains" | "certaines" | "beaucoup" | "plusieurs" | "tous" => (SourceKind::Collective, true),
            "ce" | "c'" | "ça" | "cela" | "ceci" | "rien" | "personne" => (SourceKind::Document, false),
            _ => (SourceKind::Person, true),
        };
    }
    // "selon les uns, …; pour les autres, …"
    if words.len() == 2 && parse.word(first) == "les" && matches!(parse.word(first + 1), "uns" | "autres") {
        return (SourceKind::Witnesses, true);
    }
    // "l'un d'eux", "l'une des victimes"
    if parse.word(first) == "l'" && matches!(parse.word(first + 1), "un" | "une") {
        return (SourceKind::Person, true);
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

/// Whether two words are "ce dernier" or one of its forms.
pub(super) fn is_latter(first: &str, second: &str) -> bool {
    matches!(first, "ce" | "cette" | "ces")
        && matches!(second, "dernier" | "dernière" | "derniers" | "dernières")
}

/// Whether a noun names a person by how it ends: graphiste, volcanologue, technicienne, utilisatrice.
pub(super) fn person_by_ending(word: &str) -> bool {
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
    // "@lea_roy": a handle may be anybody's.
    let article = parse.tag_of(words.start) == Tag::Determiner && parse.word(words.start) != "@";
    if lexeme.noun.any(Marks::ORGANISATION) || article {
        return SourceKind::Organisation;
    }
    if lexeme.can_be(Features::PROPER_NAME) && words.len() == 1 {
        return SourceKind::Organisation;
    }
    SourceKind::Person
}
