//! Who is in a mood, takes a stance or was asked, so that a quotation beside the sentence is theirs: "Le maire est amer.",
//! "Du côté de la direction, …", "Pas question pour la ministre de céder."

use super::beside::is_one_voice;
use super::inversions;
use super::naming::{self, Naming};
use super::parse::{Parse, Tag};
use super::subjects;
use super::verbs;
use super::vocabulary::Marks;
use crate::analysis::{Sentence, SourceKind};

/// "Le maire est amer.", "Paul Roy revient sur l'accident."
pub(super) fn mood(parse: &Parse<'_>, sentence: &Sentence) -> Option<Naming> {
    let (start, end) = (sentence.words.start, sentence.words.end);
    let verbs = (start..end).filter(|&at| parse.tag_of(at) == Tag::Verb && parse.quotation(at).is_none());
    verbs.take(6).find_map(|verb| in_a_mood(parse, verb, start, end))
}

/// The subject of the verb at `verb`, where it says how somebody takes something or that she comes to speak.
fn in_a_mood(parse: &Parse<'_>, verb: usize, start: usize, end: usize) -> Option<Naming> {
    let group = verbs::group(parse, verb, start, end);
    let source = subjects::before(parse, group.first, start)?;
    let hides = parse.lemma(group.main) == "cacher"
        && (group.first..verb).any(|at| matches!(parse.word(at), "ne" | "n'"));
    let moved = matches!(parse.lemma(verb), "être" | "rester" | "demeurer" | "montrer" | "dire" | "paraître")
        && (verb + 1..end.min(verb + 5)).any(|at| parse.lexeme(at).noun.any(Marks::MOOD));
    let speaks = parse.lexeme(group.main).verb.any(Marks::REACTION)
        && (parse.lemma(group.main) != "revenir"
            || parse.word(group.last + 1) == "sur"
            || parse.word(group.last + 2) == "sur");
    let told = moved || hides || speaks || takes_the_word(parse, group.main, end);
    told.then_some(source).filter(is_one_voice)
}

/// "présente ses excuses", "prend la parole", "monte au créneau": a verb and its noun that say that somebody speaks.
fn takes_the_word(parse: &Parse<'_>, verb: usize, end: usize) -> bool {
    (verb + 1..end.min(verb + 4)).any(|at| {
        matches!(
            (parse.lemma(verb), parse.word(at)),
            ("présenter" | "adresser" | "faire", "excuses")
                | ("présenter", "voeux" | "vœux" | "condoléances")
                | ("prendre", "parole" | "plume" | "défense")
                | ("monter", "créneau")
                | ("poser", "question" | "questions")
                | ("tirer", "sonnette")
                | ("donner", "avis" | "version" | "explication")
                | ("livrer", "vision")
                | ("faire", "illusions" | "illusion" | "mea-culpa" | "aveu")
                | ("garder", "espoir" | "confiance" | "souvenir")
                | ("perdre", "patience" | "espoir")
                | ("avoir", "dent" | "amer" | "honte" | "peur")
                | ("lancer", "appel" | "avertissement")
                | ("tirer", "bilan" | "leçon" | "leçons")
                | ("dresser", "constat" | "bilan" | "tableau")
                | ("botter", "touche")
                | ("couper", "court")
                | ("enfoncer", "clou")
                | ("hausser", "ton" | "épaules")
        )
    })
}

/// "Paul Roy avait récité un long poème.": who gives a text or a speech to hear, and what is heard follows.
pub(super) fn recited(parse: &Parse<'_>, sentence: &Sentence) -> Option<Naming> {
    let (start, end) = (sentence.words.start, sentence.words.end);
    let verbs = (start..end).filter(|&at| parse.tag_of(at) == Tag::Verb && parse.quotation(at).is_none());
    verbs.take(6).find_map(|verb| {
        let group = verbs::group(parse, verb, start, end);
        let gives = matches!(
            parse.lemma(group.main),
            "réciter"
                | "lire"
                | "déclamer"
                | "prononcer"
                | "publier"
                | "poster"
                | "diffuser"
                | "tweeter"
                | "adresser"
                | "rédiger"
                | "envoyer"
        );
        let text = (group.last + 1..end.min(group.last + 6)).any(|at| {
            let noun = parse.lexeme(at).noun;
            parse.tag_of(at) == Tag::Noun
                && (noun.any(Marks(Marks::SPEECH_NOUN.0 | Marks::DOCUMENT.0))
                    || matches!(parse.word(at), "poème" | "prière" | "vers" | "mots" | "hommage" | "éloge"))
        });
        let source = subjects::before(parse, group.first, start)?;
        (gives && text).then_some(source).filter(is_one_voice)
    })
}

/// "J'ai reçu un conseil qui m'a aidée. « Fais semblant et ça viendra. »": the words are the saying's.
pub(super) fn maxim(parse: &Parse<'_>, sentence: &Sentence) -> Option<Naming> {
    let words = sentence.words.clone();
    let saying = words.clone().skip(1).find(|&at| {
        matches!(
            parse.word(at),
            "conseil"
                | "enseignement"
                | "dicton"
                | "adage"
                | "proverbe"
                | "devise"
                | "maxime"
                | "leçon"
                | "mantra"
                | "refrain"
                | "slogan"
                | "consigne"
                | "règle"
        ) && matches!(
            parse.word(at - 1),
            "un" | "une" | "ce" | "cet" | "cette" | "mon" | "son" | "sa" | "ma" | "leur"
        )
    })?;
    let given = words.clone().any(|at| {
        matches!(
            parse.lemma(at),
            "recevoir"
                | "donner"
                | "entendre"
                | "connaître"
                | "répéter"
                | "être"
                | "avoir"
                | "apprendre"
                | "retenir"
        ) && matches!(parse.tag_of(at), Tag::Verb | Tag::PastParticiple)
    });
    let found = naming::naming(parse, saying - 1..saying + 1);
    given.then_some(Naming { kind: SourceKind::Document, known: true, ..found })
}

/// "Du côté de la direction, on se veut rassurant.", "Chez les riverains, c'est le soulagement."
pub(super) fn of_camp(parse: &Parse<'_>, start: usize, end: usize) -> Option<Naming> {
    let behind = match (parse.word(start), parse.word(start + 1), parse.word(start + 2)) {
        ("chez", ..) => start + 1,
        ("du", "côté", "de" | "d'" | "des" | "du") => start + 3,
        ("dans", "les", "rangs") => start + 4,
        ("au", "sein", _) => start + 3,
        _ => return None,
    };
    let found = naming::phrase(parse, behind, end)?;
    (found.known && parse.word(found.words.end) == ",").then_some(found)
}

/// "Pas question pour la ministre de céder."
pub(super) fn of_stance(parse: &Parse<'_>, start: usize, end: usize) -> Option<Naming> {
    let verbless = matches!(
        parse.word(start),
        "une" | "seule" | "pas" | "hors" | "impossible" | "difficile" | "inutile" | "impensable"
    );
    // "Une seule certitude pour la ministre.", not "Une lettre pour la ministre est arrivée."
    let verbless = verbless && !(start..end).any(|at| parse.tag_of(at) == Tag::Verb);
    let towards =
        (start + 1..end.min(start + 5)).find(|&at| parse.word(at) == "pour").filter(|_| verbless)?;
    naming::phrase(parse, towards + 1, end).filter(is_one_voice)
}

/// "Interrogée sur ce point, la conseillère botte en touche.": who was asked answers.
pub(super) fn asked_about(parse: &Parse<'_>, start: usize, end: usize) -> Option<Naming> {
    let asked = matches!(
        parse.lemma(start),
        "interroger" | "contacter" | "joindre" | "questionner" | "solliciter" | "interpeller" | "relancer"
    );
    if !asked || parse.tag_of(start) != Tag::PastParticiple {
        return None;
    }
    let verb = (start..end).find(|&at| parse.tag_of(at) == Tag::Verb && parse.quotation(at).is_none())?;
    let group = verbs::group(parse, verb, start, end);
    subjects::before(parse, group.first, start).filter(is_one_voice)
}

/// "Les témoignages concordent, comme celui de Paul Roy, docker.": whose words follow as an example.
pub(super) fn exemplified(parse: &Parse<'_>, sentence: &Sentence) -> Option<Naming> {
    let (start, end) = (sentence.words.start, sentence.words.end);
    // "La déception est immense, comme pour Léa Morel, adjointe au maire.", "à l'image de Paul Roy."
    let like = (start..end).rev().take(24).find(|&at| match parse.word(at) {
        "pour" | "chez" => at > start && parse.word(at - 1) == "comme",
        "de" | "d'" => {
            at > start + 1
                && matches!(parse.word(at - 1), "image" | "instar" | "exemple")
                && parse.word(at - 2) == "l'"
        }
        _ => false,
    });
    if let Some(like) = like {
        let verb = (like..end).any(|at| parse.tag_of(at) == Tag::Verb);
        return naming::phrase(parse, like + 1, end)
            .filter(|found| !verb && found.known && found.kind == SourceKind::Person);
    }
    let told = (start..end).any(|at| {
        matches!(
            parse.word(at),
            "témoignage" | "témoignages" | "récit" | "récits" | "avis" | "propos" | "réactions"
        )
    });
    let one = (start..end).rev().take(20).find(|&at| {
        matches!(parse.word(at), "celui" | "celle") && matches!(parse.word(at + 1), "de" | "d'" | "du")
    })?;
    let from = if parse.word(one + 1) == "du" { one + 1 } else { one + 2 };
    naming::phrase(parse, from, end)
        .or_else(|| naming::phrase(parse, one + 2, end))
        .filter(|source| told && source.known)
}

/// "Que dit la Cour ? Que « rien ne le prouve »": who is asked about answers in the next sentence.
pub(super) fn answers_itself(parse: &Parse<'_>, sentence: &Sentence) -> Option<Naming> {
    let (start, end) = (sentence.words.start, sentence.words.end);
    let verb = start + 1;
    let asks = matches!(parse.word(start), "que" | "qu'")
        && parse.word(end - 1) == "?"
        && parse.lexeme(verb).verb.any(Marks::SAYING);
    inversions::behind(parse, verb + 1, end).filter(|source| asks && source.known)
}

/// "Même constat de Léa Morel hier soir.", "Au tour de Paul Roy de conclure.": one person, and no verb but what he comes to.
pub(super) fn verbless(parse: &Parse<'_>, sentence: &Sentence) -> Option<Naming> {
    let (start, end) = (sentence.words.start, sentence.words.end);
    let verb = (start..end).any(|at| parse.tag_of(at) == Tag::Verb || parse.quotation(at).is_some());
    let opens = matches!(parse.word(start), "même" | "réaction" | "réponse" | "réplique" | "autre")
        || parse.word(start) == "au" && parse.word(start + 1) == "tour";
    if verb || !opens {
        return None;
    }
    let of = (start + 1..end).find(|&at| {
        matches!(parse.word(at), "de" | "d'" | "du" | "chez" | "pour")
            && matches!(parse.tag_of(at + 1), Tag::Name | Tag::Determiner)
    })?;
    naming::phrase(parse, of + 1, end).filter(is_one_voice)
}

/// "Les réactions fusent.", "Une trentaine de témoignages afflue.": many speak, and what they say stands beside.
pub(super) fn pouring_in(parse: &Parse<'_>, sentence: &Sentence) -> Option<Naming> {
    let words = sentence.words.clone();
    let said = words.clone().find(|&at| {
        matches!(
            parse.word(at),
            "réactions"
                | "témoignages"
                | "insultes"
                | "slogans"
                | "questions"
                | "messages"
                | "commentaires"
                | "quolibets"
                | "huées"
                | "cris"
        )
    })?;
    let pours = words.clone().any(|at| {
        parse.tag_of(at) == Tag::Verb
            && matches!(
                parse.lemma(at),
                "affluer"
                    | "fuser"
                    | "pleuvoir"
                    | "circuler"
                    | "retentir"
                    | "jaillir"
                    | "multiplier"
                    | "résonner"
            )
    });
    pours.then(|| Naming {
        kind: SourceKind::Document,
        known: true,
        ..naming::exactly(parse, said..said + 1)
    })
}
