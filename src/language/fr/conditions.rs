//! What condition a sentence sets for its conditional: "si la porte avait été fermée", "en cas de grève", "sans les
//! plongeurs qui l'ont vu".
//!
//! "si" also asks, concedes and measures ("savoir si", "s'il a souligné", "pas si loin"); a phrase bears on the
//! conditional of its own clause alone.

use super::clauses::Clause;
use super::lexicon::Features;
use super::parse::{Parse, Tag};
use super::vocabulary::PhraseKind;

/// How much a sentence makes a conditional hang on a condition, weakest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Condition {
    /// Nothing says so.
    None,
    /// si + present
    Present,
    /// en cas de
    Phrase,
    /// si + imperfect
    Imperfect,
}

/// What somebody has or lacks while he acts: "sans permis, il aurait pris la route" tells how, not under what condition.
const CIRCUMSTANCES: [&str; 33] = [
    "doute",
    "cesse",
    "précédent",
    "abri",
    "papiers",
    "permis",
    "casque",
    "ceinture",
    "emploi",
    "domicile",
    "assurance",
    "surprise",
    "nouvelles",
    "succès",
    "résultat",
    "motif",
    "raison",
    "explication",
    "violence",
    "incident",
    "ambiguïté",
    "équivoque",
    "précision",
    "gravité",
    "difficulté",
    "effraction",
    "conséquence",
    "prévenir",
    "autorisation",
    "mandat",
    "arme",
    "hésitation",
    "relâche",
];

/// The strongest condition that the sentence sets.
pub(super) fn condition(clause: &Clause<'_, '_>) -> Condition {
    // "quatre hommes seraient morts ; même si le rapport le nie": another clause.
    let finite = clause.group().finite;
    let parts = |at: &usize| clause.word(*at) == ";" && clause.parse.quotation(*at).is_none();
    let start = (clause.start..finite).rev().find(parts).map_or(clause.start, |at| at + 1);
    let end = (finite..clause.end).find(parts).unwrap_or(clause.end);
    let here = (start..end).filter(|&at| clause.same_level(at));
    here.map(|at| condition_at(clause, at)).max().unwrap_or(Condition::None)
}

/// Whether a condition bears on a modal: in front of it with nothing but its own clause between, or a phrase behind.
pub(super) fn bears_on_modal(clause: &Clause<'_, '_>) -> bool {
    let first = clause.group().first;
    let before = (clause.start..first)
        .rev()
        .find(|&at| clause.same_level(at) && condition_at(clause, at) != Condition::None);
    let Some(at) = before else {
        return (clause.group().last + 1..clause.end)
            .any(|at| clause.same_level(at) && condition_at(clause, at) == Condition::Phrase);
    };
    let verbs = (at + 1..first).filter(|&word| clause.parse.tag_of(word) == Tag::Verb).count();
    let clauses = (at + 1..first)
        .any(|word| matches!(clause.word(word), "où" | "qui" | "dont" | "lequel" | "laquelle"));
    verbs <= 1 && !clauses
}

fn condition_at(clause: &Clause<'_, '_>, index: usize) -> Condition {
    let word = clause.word(index);
    if index == clause.start && supposes(clause) {
        return Condition::Phrase;
    }
    if word == "si" || (word == "s'" && clause.parse.tag_of(index) == Tag::Subordinator) {
        return condition_of_si(clause, index);
    }
    match clause.parse.phrase(index, clause.end) {
        Some((PhraseKind::Condition, length)) => condition_of_phrase(clause, index, length),
        _ => Condition::None,
    }
}

/// "Imaginez une ville où", "Avec deux points de plus, le club serait": a condition that opens the clause.
fn supposes(clause: &Clause<'_, '_>) -> bool {
    let (start, first) = (clause.start, clause.group().first);
    match clause.word(start) {
        "imaginez" | "imaginons" | "imagine" | "supposons" | "supposez" | "mettons" | "admettons" => true,
        // "En gagnant dimanche, le club serait sauvé"
        "en" => {
            let comma = (start..first).find(|&at| clause.word(at) == ",");
            clause.parse.tag_of(start + 1) == Tag::PresentParticiple
                && !clause.group().perfect
                && comma.is_some_and(|comma| (comma..first).all(|at| clause.parse.tag_of(at) != Tag::Verb))
        }
        // "Passé l'ultimatum, les données seraient vendues"
        "passé" | "passée" | "passés" | "passées" => {
            clause.parse.tag_of(start + 1) == Tag::Determiner
                && (start + 2..first).any(|at| clause.word(at) == ",")
                && (start..first).all(|at| clause.parse.tag_of(at) != Tag::Verb)
        }
        // "Avec ma voix elle n'aurait pas eu cette force"
        "avec"
            if matches!(clause.parse.tag_of(start + 1), Tag::Determiner)
                && (start + 3..start + 5).any(|at| {
                    clause.parse.tag_of(at) == Tag::Pronoun
                        && at < first
                        && (at + 1..first).all(|at| clause.parse.tag_of(at) != Tag::Verb)
                }) =>
        {
            true
        }
        "avec" => {
            let comma = (start..first).find(|&at| clause.word(at) == ",");
            comma.is_some_and(|comma| {
                let own = (comma + 1..first).all(|at| clause.parse.tag_of(at) != Tag::Verb);
                let more = (start..comma).any(|at| {
                    matches!(
                        clause.word(at),
                        "plus" | "moins" | "autre" | "autres" | "tel" | "telle" | "tels" | "telles"
                    )
                });
                own && (more
                    || !clause.group().perfect && clause.parse.tag_of(comma.saturating_sub(1)) != Tag::Name)
            })
        }
        // "Trente secondes de plus et le toit cédait, ou aurait cédé"
        _ => (start..first).take(8).take_while(|&at| clause.parse.tag_of(at) != Tag::Verb).any(|at| {
            matches!(clause.word(at), "plus" | "moins")
                && at > start
                && clause.word(at - 1) == "de"
                && matches!(clause.word(at + 1), "et" | ",")
        }),
    }
}

/// What "si" at `index` is: a condition, or the question, concession or degree that it also introduces.
fn condition_of_si(clause: &Clause<'_, '_>, index: usize) -> Condition {
    let parse = clause.parse;
    let finite = clause.group().finite;
    if is_asked(clause, index) || is_degree(clause, index) {
        return Condition::None;
    }
    let verb = (index + 1..clause.end.min(index + 16)).find(|&at| parse.tag_of(at) == Tag::Verb);
    let Some(verb) = verb.filter(|&verb| verb != finite) else { return Condition::None };
    // "Si l'agence estime que la note ne devrait pas baisser": the conditional stands in the clause itself.
    let complement = (verb + 1..finite).find(|&at| matches!(clause.word(at), "que" | "qu'"));
    if complement.is_some_and(|at| !(verb..at).any(|at| clause.word(at) == ",")) && index < finite {
        let left = complement.is_some_and(|at| (at..clause.group().first).any(|at| clause.word(at) == ","));
        if !left {
            return Condition::None;
        }
    }
    let tense = parse.lexeme(verb).finite;
    if tense & Features::IMPERFECT != 0 {
        Condition::Imperfect
    } else if tense & Features::CONDITIONAL != 0 {
        Condition::None
    } else {
        Condition::Present
    }
}

/// Whether a sentence opens with "si" and an imperfect: "Si la pression devait monter, …", of which the next may tell on.
pub(super) fn supposes_before(parse: &Parse<'_>, words: std::ops::Range<usize>) -> bool {
    let si = words.clone().take(3).find(|&at| matches!(parse.word(at), "si" | "s'"));
    let verb = si.and_then(|si| (si..words.end.min(si + 16)).find(|&at| parse.tag_of(at) == Tag::Verb));
    verb.is_some_and(|verb| parse.lexeme(verb).finite & Features::IMPERFECT != 0)
}

/// savoir si; demandé, après coup, si
fn is_asked(clause: &Clause<'_, '_>, index: usize) -> bool {
    let asks = |at: usize| {
        matches!(
            clause.parse.lemma(at),
            "savoir" | "demander" | "ignorer" | "vérifier" | "déterminer" | "dire" | "voir" | "préciser"
        )
    };
    let Some(before) = index.checked_sub(1).filter(|&at| at >= clause.start) else { return false };
    asks(before)
        || clause.word(before) == ","
            && (clause.start..before)
                .rev()
                .take(5)
                .skip_while(|&at| clause.word(at) != ",")
                .nth(1)
                .is_some_and(asks)
}

/// si bien que, si peu, pas si loin, si grave
fn is_degree(clause: &Clause<'_, '_>, index: usize) -> bool {
    if matches!(clause.word(index + 1), "bien" | "peu") && matches!(clause.word(index + 2), "que" | "qu'") {
        return true;
    }
    let next = clause.parse.lexeme(index + 1);
    let adjective = next.can_be(Features::ADJECTIVE) && !next.can_be(Features::NOUN);
    let denied = index > clause.start && matches!(clause.word(index - 1), "pas" | "plus" | "jamais");
    clause.word(index) == "si" && (adjective || denied && next.can_be(Features::ADVERB))
}

/// A phrase such as "en cas de" bears on the conditional where it stands in its clause.
fn condition_of_phrase(clause: &Clause<'_, '_>, index: usize, length: usize) -> Condition {
    let finite = clause.group().finite;
    let first = clause.group().first;
    let sans = clause.word(index) == "sans";
    let manner = sans
        && (clause.parse.lexeme(index + 1).can_be(Features::INFINITIVE)
            || CIRCUMSTANCES.contains(&clause.word(index + 1)));
    if manner {
        return Condition::None;
    }
    if index < finite && opens_clause(clause, index) && is_closed_before(clause, index + length, first) {
        return Condition::Phrase;
    }
    let (from, to) = if index < finite { (index + length, first) } else { (finite + 1, index) };
    // Another clause between them takes it: "parti sans payer, il aurait…" has a comma alone, which is no barrier.
    let barrier = from > to
        || (from..to).any(|at| {
            matches!(clause.word(at), ";" | ":" | "." | "qui" | "dont")
                || (clause.parse.tag_of(at) == Tag::Verb && at != finite)
        });
    if barrier { Condition::None } else { Condition::Phrase }
}

/// Whether the word stands at the start of its clause: behind a mark, a coordinator, "que".
fn opens_clause(clause: &Clause<'_, '_>, index: usize) -> bool {
    index == clause.start
        || matches!(clause.parse.tag_of(index - 1), Tag::Coordinator | Tag::Mark)
        || matches!(clause.word(index - 1), "que" | "qu'" | "car")
}

/// Whether a comma closes what started at `from`, relatives and all, and the clause of the word `first` follows it:
/// "Sans les plongeurs qui l'ont vu, le bateau aurait coulé".
fn is_closed_before(clause: &Clause<'_, '_>, from: usize, first: usize) -> bool {
    let Some(comma) = (from..first).rev().find(|&at| clause.word(at) == ",") else { return false };
    let parse = clause.parse;
    let own = (comma + 1..first).all(|at| {
        !matches!(parse.tag_of(at), Tag::Verb | Tag::Subordinator) && !matches!(clause.word(at), ";" | ":")
    });
    let noun_phrase = !(from..comma).any(|at| {
        matches!(clause.word(at), ";" | ":" | ".")
            || clause.word(at) == "," && parse.tag_of(at + 1) == Tag::Pronoun
    });
    own && noun_phrase
}
