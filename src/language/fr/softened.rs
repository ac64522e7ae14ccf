//! Conditionals that soften what is said: frozen turns ("ne serait-ce que", "on dirait"), advice ("il serait utile de"),
//! and the verbs that soften by themselves (devoir, pouvoir, vouloir).

use super::clauses::Clause;
use super::parse::Tag;
use super::vocabulary::Marks;

/// Whether the verb softens by itself: il devrait pleuvoir; il vaudrait mieux; elle gagnerait à partir.
pub(super) fn is_modal(clause: &Clause<'_, '_>, verb: usize) -> bool {
    let parse = clause.parse;
    let leads_to_infinitive = |preposition: &[&str]| {
        (verb + 1..verb + 4)
            .any(|at| preposition.contains(&clause.word(at)) && parse.tag_of(at + 1) == Tag::Infinitive)
    };
    match parse.lemma(verb) {
        "gagner" => leads_to_infinitive(&["à"]),
        "valoir" => (verb + 1..verb + 3).any(|at| clause.word(at) == "mieux"),
        "convenir" => clause.pronoun() == "il",
        lemma => parse.vocabulary.verb(lemma).any(Marks::SOFTENING),
    }
}

/// ne serait-ce que; on dirait; on aurait dit; ne saurait
pub(super) fn is_frozen(clause: &Clause<'_, '_>) -> bool {
    let group = clause.group();
    let finite = group.finite;
    let before = finite.checked_sub(1).map_or("", |at| clause.parse.word(at));
    match clause.parse.lemma(finite) {
        "être" if clause.word(finite + 1) == "-ce" && matches!(before, "ne" | "n'" | "fût") => true,
        "savoir" => {
            matches!(before, "ne" | "n'")
                || group.first < finite && matches!(clause.parse.word(group.first), "ne" | "n'")
        }
        // "le décor, dirait un snob, manque d'or": an incise that nobody utters.
        "dire" if before == "," && clause.quoted.is_none() => {
            matches!(
                clause.word(finite + 1),
                "quelqu'un" | "un" | "une" | "certains" | "l'" | "mon" | "ma" | "-on"
            )
        }
        "dire" | "croire" => {
            before == "on" || before == "se" && finite > 1 && clause.parse.word(finite - 2) == "on"
        }
        // "comme aurait dit Rousseau"
        "avoir" if before == "comme" && matches!(clause.parse.lemma(group.main), "dire" | "écrire") => true,
        "avoir" => before == "on" && clause.parse.lemma(group.main) == "dire" && group.compound,
        _ => false,
    }
}

/// il serait utile de, ce serait bien que, ferait mieux de, aurait intérêt à: advice.
pub(super) fn is_advice(clause: &Clause<'_, '_>) -> bool {
    let finite = clause.group().finite;
    let mut next = finite + 1;
    while matches!(clause.parse.tag_of(next), Tag::Negation | Tag::Inverted)
        || clause.word(next).ends_with("ment") && clause.parse.tag_of(next) == Tag::Adverb
        || matches!(
            clause.word(next),
            "plus"
                | "très"
                | "beaucoup"
                | "bien"
                | "tout"
                | "moins"
                | "trop"
                | "mieux"
                | "peut-être"
                | "donc"
                | "aussi"
        ) && !matches!(clause.word(next + 1), "de" | "d'" | "que" | "qu'")
    {
        next += 1;
    }
    let leads_on = |at: usize| matches!(clause.word(at), "de" | "d'" | "que" | "qu'" | "à");
    match clause.parse.lemma(finite) {
        "être" if clause.group().perfect => false,
        "être" => {
            let judged = matches!(
                clause.parse.tag_of(next),
                Tag::Adjective | Tag::PastParticiple | Tag::Noun | Tag::Adverb
            ) && leads_on(next + 1);
            let impersonal = matches!(clause.pronoun(), "il" | "ce" | "ça" | "cela" | "c'");
            // "il serait trop tôt pour conclure"
            let judged = judged
                || clause.word(next - 1) == "trop"
                    && matches!(clause.word(next), "tôt" | "tard")
                    && clause.word(next + 1) == "pour";
            let best = matches!(clause.pronoun(), "mieux" | "idéal" | "préférable") && leads_on(next);
            let moved = clause.pronoun() == "je"
                && matches!(clause.parse.tag_of(next), Tag::Adjective | Tag::PastParticiple);
            // "serait tenté de répondre le citoyen": whoever it may be; a plan that tempts somebody is told.
            let answers = clause.parse.lexeme(next + 2).verb.any(Marks(Marks::SPEECH.0 | Marks::BELIEF.0));
            let tempted = clause.parse.lemma(next) == "tenter" && leads_on(next + 1) && answers;
            // "Le maire serait bien inspiré de se taire", "elle serait heureuse de vous recevoir"
            let advised = leads_on(next + 1)
                && matches!(
                    clause.word(next).trim_end_matches('s').trim_end_matches('e'),
                    "inspir"
                        | "inspiré"
                        | "avis"
                        | "avisé"
                        | "heureux"
                        | "heureus"
                        | "ravi"
                        | "honor"
                        | "honoré"
                        | "curieux"
                        | "content"
                        | "fou"
                );
            (impersonal && judged) || best || moved || advised || tempted
        }
        "faire" => clause.word(next) == "mieux",
        "avoir" => {
            matches!(clause.word(next), "intérêt" | "besoin" | "tort" | "avantage") && leads_on(next + 1)
        }
        "voir" => clause.word(finite + 1) == "bien",
        "dire" | "qualifier" => {
            matches!(clause.pronoun(), "je") || matches!(clause.word(finite + 1), "certains" | "d'aucuns")
        }
        _ => false,
    }
}
