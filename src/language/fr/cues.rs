//! The words that say that somebody says something, sentence by sentence, with who says it.
//!
//! Verbs of the lists with a subject to their left or an inverted one to their right, participles, phrases such as
//! "selon", "Pour X,", and any verb at all in an incise behind a quotation. What they govern is decided by
//! `attributions`.

use super::lexicon::Features;
use super::naming::{self, Naming};
use super::parse::{Parse, Tag};
use super::verbs;
use super::vocabulary::{Marks, PhraseKind};
use crate::analysis::{CueKind, SourceKind};

/// Where a cue stands to what it introduces.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Place {
    /// In front: X a dit que, affirmant :
    Before,
    /// Behind or inside it: , a dit X,
    Incise,
    /// A phrase that bears on its whole clause: selon X
    Phrase,
}

/// A cue. Indices are of words.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    /// Its first word.
    pub(super) first: usize,
    /// Behind its last word.
    pub(super) end: usize,
    /// What it does.
    pub(super) kind: CueKind,
    /// Where it stands.
    pub(super) place: Place,
    /// Who says it.
    pub(super) source: Option<Naming>,
    /// The sentence.
    pub(super) sentence: usize,
    /// The quotation that it stands in, where it is an incise inside the marks.
    pub(super) inside: Option<usize>,
}

impl Cue {
    /// No word of saying at all: the source alone.
    pub(super) fn bare(source: Naming, sentence: usize) -> Self {
        let at = source.words.start;
        Self {
            first: at,
            end: at,
            kind: CueKind::Bare,
            place: Place::Before,
            source: Some(source),
            sentence,
            inside: None,
        }
    }

    /// Behind its last word; of an incise or phrase, behind its source.
    pub(super) fn stop(&self) -> usize {
        match (&self.source, self.place) {
            (Some(source), Place::Incise | Place::Phrase) => source.words.end.max(self.end),
            (Some(source), Place::Before) if source.words.start < self.first => {
                source.words.end.max(self.end)
            }
            _ => self.end,
        }
    }

    /// Its first word or its source's, whichever comes first.
    pub(super) fn start(&self) -> usize {
        self.source.as_ref().map_or(self.first, |source| source.words.start.min(self.first))
    }
}

/// The cues of sentence `number`, in the order of the text.
pub(super) fn cues(parse: &Parse<'_>, number: usize) -> Vec<Cue> {
    let sentence = &parse.sentences[number];
    let (start, end) = (sentence.words.start, sentence.words.end);
    let mut cues: Vec<Cue> = Vec::new();
    let mut index = start;
    while index < end {
        let found = cue_at(parse, index, start, end, number);
        match found {
            Some(cue) => {
                index = cue.end.max(index + 1);
                cues.push(cue);
            }
            None => index += 1,
        }
    }
    cues
}

fn cue_at(parse: &Parse<'_>, index: usize, start: usize, end: usize, sentence: usize) -> Option<Cue> {
    // No clause is longer; a sentence without end stays cheap.
    let (start, end) = (start.max(index.saturating_sub(240)), end.min(index + 240));
    let inside = parse.quotation(index);
    if inside.is_none() {
        if let Some((kind, length)) = parse.phrase(index, end) {
            return match kind {
                PhraseKind::AccordingTo => according_to(parse, index, length, start, end, sentence),
                _ => None,
            };
        }
        if parse.word(index) == "pour" {
            return in_the_view_of(parse, index, start, end, sentence);
        }
    }
    match parse.tag_of(index) {
        Tag::Noun if inside.is_none() => of_noun(parse, index, start, end, sentence),
        Tag::Verb => of_verb(parse, index, start, end, sentence),
        Tag::PresentParticiple if inside.is_none() => of_participle(parse, index, start, end, sentence),
        Tag::PastParticiple if inside.is_none() => {
            of_passive(parse, index, end, sentence).or_else(|| misspelt(parse, index, start, end, sentence))
        }
        Tag::Infinitive if inside.is_none() => of_infinitive(parse, index, start, end, sentence),
        _ => None,
    }
}

/// selon la police, de source judiciaire; nothing where "selon" means "depending on".
fn according_to(
    parse: &Parse<'_>,
    index: usize,
    length: usize,
    start: usize,
    end: usize,
    sentence: usize,
) -> Option<Cue> {
    let mut from = index + length;
    let last = parse.word(from - 1);
    if matches!(last, "source" | "sources") {
        from -= 1;
    }
    // "le conseil, selon qui", "une note selon laquelle": whoever or whatever stands before it.
    let relative = match parse.word(from) {
        "qui" if index > start && parse.word(index - 1) == "," => Some(index - 1),
        "qui" | "laquelle" | "lesquelles" | "lequel" | "lesquels" => Some(index),
        _ => None,
    };
    let cue = |end, source| Cue {
        first: index,
        end,
        kind: CueKind::AccordingTo,
        place: Place::Phrase,
        source,
        sentence,
        inside: None,
    };
    if let Some(before) = relative {
        return Some(cue(from + 1, naming::before(parse, before, start)));
    }
    let source = naming::phrase(parse, from, end)?;
    let quotes = (start..end).any(|at| parse.quotation(at).is_some());
    let spoken = source.known
        || quotes
        || source.words.clone().any(|at| {
            parse.lexeme(at).noun.any(Marks(Marks::SOURCE.0 | Marks::SPEECH_NOUN.0))
                || parse.capital(at)
                || matches!(
                    parse.word(at),
                    "estimations"
                        | "chiffres"
                        | "données"
                        | "calculs"
                        | "éléments"
                        | "constatations"
                        | "décompte"
                        | "comptage"
                )
        });
    spoken.then(|| cue(index + length, Some(source)))
}

/// Pour X, … : in X's view, where X is somebody and a clause or a quotation follows.
fn in_the_view_of(parse: &Parse<'_>, index: usize, start: usize, end: usize, sentence: usize) -> Option<Cue> {
    let opens = index == start
        || matches!(parse.tag_of(index - 1), Tag::Mark | Tag::Coordinator)
        || matches!(parse.word(index - 1), "car" | "que");
    let relative = parse.word(index + 1) == "qui" && index > start;
    if relative {
        let before = if parse.word(index - 1) == "," { index - 1 } else { index };
        let source = naming::before(parse, before, start).filter(|source| source.known)?;
        return Some(Cue {
            first: index,
            end: index + 2,
            kind: CueKind::Bare,
            place: Place::Phrase,
            source: Some(source),
            sentence,
            inside: None,
        });
    }
    if !opens {
        return None;
    }
    if let Some(source) = up_to_colon(parse, index + 1, end).filter(|_| index == start) {
        return Some(Cue {
            first: index,
            end: index + 1,
            kind: CueKind::Bare,
            place: Place::Phrase,
            source: Some(source),
            sentence,
            inside: None,
        });
    }
    let source = naming::phrase(parse, index + 1, end).filter(|source| source.known)?;
    let person = matches!(
        source.kind,
        SourceKind::Person
            | SourceKind::Organisation
            | SourceKind::Media
            | SourceKind::Described
            | SourceKind::Witnesses
            | SourceKind::Collective
    );
    let behind = source.words.end;
    let clause = (behind..end).any(|at| parse.tag_of(at) == Tag::Verb)
        || (behind..end).any(|at| parse.quotation(at).is_some());
    // "Pour le collectif réuni hier à Lens, c'est trop peu"
    let comma = (behind..end.min(behind + 10))
        .find(|&at| parse.word(at) == "," || parse.tag_of(at) == Tag::Verb || parse.quotation(at).is_some())
        .is_some_and(|at| parse.word(at) == "," && index == start);
    let separated = comma
        || matches!(parse.word(behind), "," | ":" | "«" | "\"" | "“")
        || matches!(parse.tag_of(behind), Tag::Pronoun);
    (person && clause && separated).then_some(Cue {
        first: index,
        end: index + 1,
        kind: CueKind::Bare,
        place: Place::Phrase,
        source: Some(source),
        sentence,
        inside: None,
    })
}

/// The source that fills all of a clause without verb up to a colon and a quotation: "Pour la Ligue, première
/// association du pays : « … »".
pub(super) fn up_to_colon(parse: &Parse<'_>, from: usize, end: usize) -> Option<Naming> {
    let colon =
        (from..end.min(from + 24)).find(|&at| parse.word(at) == ":" || parse.tag_of(at) == Tag::Verb)?;
    parse.quotation(colon + 1).filter(|_| parse.word(colon) == ":")?;
    // "Pour les proches de Luc, le marin tué hier": a participle is no verb of its own.
    let nominal = matches!(parse.tag_of(from), Tag::Determiner | Tag::Name | Tag::Noun | Tag::Adjective);
    Some(naming::exactly(parse, from..colon)).filter(|source| source.known && nominal)
}

/// What a verb of these lists does as a cue.
fn cue_kind(marks: Marks) -> CueKind {
    if marks.any(Marks::SPEECH) {
        CueKind::Neutral
    } else if marks.any(Marks::LOADED) {
        CueKind::Loaded
    } else if marks.any(Marks::DIRECTIVE) {
        CueKind::Directive
    } else if marks.any(Marks::BELIEF) {
        CueKind::Belief
    } else {
        CueKind::Neutral
    }
}

/// A finite verb as cue: in front of what it says, or an incise behind it.
fn of_verb(parse: &Parse<'_>, index: usize, start: usize, end: usize, sentence: usize) -> Option<Cue> {
    let inside = parse.quotation(index);
    let group = verbs::group(parse, index, start, end);
    let (main, last) = said_by_infinitive(parse, group.main, group.last, end);
    let marks = parse.lexeme(main).verb;
    // "Le système se veut « grand public »"
    if group.reflexive && parse.lemma(main) == "vouloir" {
        return None;
    }
    let led = main != group.main && matches!(parse.lemma(group.main), "faire" | "laisser" | "mettre");
    let saying = led
        || marks.any(Marks::SAYING)
        || matches!(parse.lemma(main), "être") && matches!(parse.word(main), "écrit");
    let previous = group.first.checked_sub(1).filter(|&at| at >= start);
    let behind_comma =
        previous.is_some_and(|at| matches!(parse.word(at), "," | "–" | "—" | "-" | "!" | "?" | "…" | "."));
    let behind_quotation =
        closes_quotation_before(parse, group.first, start).is_some_and(|closed| inside != Some(closed));
    let third = parse.lexeme(index).finite & Features::THIRD != 0;
    let cue = |place, source| Cue {
        first: group.first,
        end: last + 1,
        kind: cue_kind(marks),
        place,
        source,
        sentence,
        inside,
    };

    if let Some(clitic) = group.inverted {
        let any_verb = behind_quotation || inside.is_some() && behind_comma && !seems(parse, main);
        if !third || parse.word(clitic) == "-ce" || !(saying || any_verb) {
            return None;
        }
        let incise = behind_comma || behind_quotation || previous.is_none();
        // "Que dit-il ?", "Pourquoi affirme-t-elle": questions, whose verb opens no incise.
        if !incise {
            return None;
        }
        let mut source = naming::inverted(parse, clitic);
        if matches!(parse.word(clitic), "-t-on" | "-on") {
            // "indique-t-on à la préfecture", "apprend-on de source sûre": the place is the source.
            source = place_as_source(parse, last + 1, end).unwrap_or(source);
        } else if matches!(parse.word(main), "écrit" | "indiqué" | "dit")
            && matches!(parse.lemma(group.finite), "être")
        {
            source = place_as_source(parse, last + 1, end).unwrap_or(source);
        }
        return Some(cue(Place::Incise, Some(source)));
    }
    if inside.is_some() && !(behind_comma && saying && third) {
        return None;
    }
    let complement = if behind_quotation {
        matches!(parse.word(last + 1), "que" | "qu'" | ":")
    } else {
        opens_complement(parse, last + 1, end) && !closes_clause(parse, group.first, start)
    };
    let incise = saying || behind_quotation && !has_waiting_subject(parse, group.first, start);
    if (behind_comma || behind_quotation) && !complement && incise {
        let speaks = |source: &Naming| {
            let by_place = behind_quotation && saying;
            let stands_alone = !source.pronoun || parse.word(source.words.start).starts_with("ce");
            (source.known || by_place) && stands_alone
        };
        if let Some(source) = naming::behind(parse, last + 1, end).filter(speaks) {
            let left = if behind_quotation { None } else { naming::before(parse, group.first, start) };
            let quoted_before = (start..group.first).any(|at| parse.quotation(at).is_some());
            if left.is_none() || quoted_before || inside.is_some() || closes_clause(parse, group.first, start)
            {
                return (inside.is_none() || is_set_off(parse, source.words.end, end))
                    .then(|| cue(Place::Incise, Some(source)));
            }
        }
    }
    if inside.is_some() || !saying {
        return None;
    }
    // "comme le rappelle la Ligue": the subject stands behind.
    let like =
        previous.is_some_and(|at| parse.word(at) == "comme") && parse.tag_of(last + 1) != Tag::Preposition;
    let source = if like {
        // "comme l'indiquait ce week-end la préfecture"
        naming::behind(parse, last + 1, end).filter(|source| source.known)
    } else {
        naming::before(parse, group.first, start)
    };
    // "il est jugé « trop lent » par 60 % des sondés": they judge; without them nobody is told.
    let passive = group.compound && parse.lemma(group.finite) == "être" && !group.perfect
        || (group.finite..group.main).any(|at| parse.word(at) == "été");
    if passive {
        return Some(match of_passive(parse, group.main, end, sentence) {
            Some(agent) => agent,
            None => {
                let text = written_on(parse, group.main, group.first, start);
                Cue { kind: CueKind::Passive, ..cue(Place::Before, text) }
            }
        });
    }
    let translated = behind_translated(parse, source.as_ref(), start);
    Some(cue(if translated && !complement { Place::Incise } else { Place::Before }, source))
}

/// Whether a verb says how something looks rather than that somebody says it: semble-t-il.
fn seems(parse: &Parse<'_>, verb: usize) -> bool {
    matches!(parse.lemma(verb), "sembler" | "paraître" | "paraitre" | "être" | "avoir" | "falloir")
}

/// Whether a subject in front of the quotation still waits for the verb behind it: "La proposition, « trop chère », a
/// déçu les élus"; or the quotation itself is the subject, with no comma behind it: « Les Marées basses » a déçu.
fn has_waiting_subject(parse: &Parse<'_>, verb: usize, start: usize) -> bool {
    let Some(quotation) = closes_quotation_before(parse, verb, start) else { return false };
    let words = parse.words.within(parse.quotations[quotation].span);
    let front = start..words.start.max(start);
    let nominal = |at: usize| matches!(parse.tag_of(at), Tag::Noun | Tag::Name | Tag::Pronoun);
    let waits = front.clone().any(nominal) && !front.clone().any(|at| parse.tag_of(at) == Tag::Verb);
    let set_off = words.end < verb && parse.word(words.end) == ","
        || matches!(parse.word(words.end.saturating_sub(2)), "!" | "?" | "." | "…" | ",");
    waits || !set_off
}

/// Whether the comma in front of a verb closes a clause rather than an apposition to its subject: "La décision est
/// prise, a tenu à préciser Léa Morel".
fn closes_clause(parse: &Parse<'_>, verb: usize, start: usize) -> bool {
    let Some(last) = verb.checked_sub(2).filter(|&last| last >= start && parse.word(last + 1) == ",") else {
        return false;
    };
    match parse.tag_of(last) {
        Tag::Verb | Tag::Infinitive => true,
        Tag::PastParticiple => (start..last).rev().take(3).any(|at| parse.tag_of(at) == Tag::Verb),
        _ => false,
    }
}

/// On what something is written: "sur la banderole est écrit « … »", "le message est inscrit sur le mur".
fn written_on(parse: &Parse<'_>, verb: usize, first: usize, start: usize) -> Option<Naming> {
    if !matches!(parse.lemma(verb), "écrire" | "inscrire" | "marquer" | "graver") {
        return None;
    }
    let on = (start..first).rev().take(8).find(|&at| matches!(parse.word(at), "sur" | "dans"))?;
    naming::phrase(parse, on + 1, first).map(|text| Naming {
        kind: SourceKind::Document,
        known: true,
        ..text
    })
}

/// Whether a subject and verb stand right behind a quotation and close its sentence: « … », il a dit.
fn behind_translated(parse: &Parse<'_>, source: Option<&Naming>, start: usize) -> bool {
    source.is_some_and(|source| {
        source.words.start > start && closes_quotation_before(parse, source.words.start, start).is_some()
    })
}

/// Whether an incise inside the marks is closed by a comma, a stop or the closing mark.
fn is_set_off(parse: &Parse<'_>, at: usize, end: usize) -> bool {
    // "souffle Léa Morel au bout du fil, …"
    let mut at = at;
    if parse.tag_of(at) == Tag::Preposition {
        at = (at..end.min(at + 8))
            .find(|&word| matches!(parse.tag_of(word), Tag::Mark | Tag::Verb | Tag::Subordinator))
            .unwrap_or(at);
    }
    at >= end || matches!(parse.word(at), "," | "." | "»" | "\"" | "”" | "!" | "?" | ":")
}

/// The quotation that closes right before `at`, a comma and adverbs between allowed.
pub(super) fn closes_quotation_before(parse: &Parse<'_>, at: usize, start: usize) -> Option<usize> {
    let mut index = at;
    while index > start {
        index -= 1;
        if let Some(quotation) = parse.quotation(index) {
            return Some(quotation);
        }
        let passes = parse.word(index) == "," || matches!(parse.tag_of(index), Tag::Adverb);
        if !passes {
            return None;
        }
    }
    None
}

/// The infinitive that says it, where the verb only leads to it: "a tenu à préciser", "tente de corriger", "a fait savoir".
fn said_by_infinitive(parse: &Parse<'_>, main: usize, last: usize, end: usize) -> (usize, usize) {
    let mut at = last + 1;
    while at < end.min(last + 4) {
        match parse.tag_of(at) {
            Tag::Infinitive
                if parse.lexeme(at).verb.any(Marks::SAYING)
                    && !parse
                        .lexeme(main)
                        .verb
                        .any(Marks(Marks::SAYING.0 & !Marks::DIRECTIVE.0 & !Marks::BELIEF.0)) =>
            {
                return (at, at);
            }
            Tag::Infinitive if matches!(parse.lemma(main), "faire" | "laisser") => return (at, at),
            Tag::Preposition if matches!(parse.word(at), "à" | "de" | "d'" | "par") => {}
            Tag::Clitic | Tag::Adverb | Tag::Negation => {}
            _ => break,
        }
        at += 1;
    }
    if matches!(parse.lemma(main), "faire" | "laisser" | "mettre")
        && let Some(at) = (last + 1..end.min(last + 3)).find(|&at| {
            matches!(
                parse.word(at),
                "savoir" | "valoir" | "remarquer" | "entendre" | "observer" | "état" | "part" | "garde"
            )
        })
    {
        return (at, at);
    }
    (main, last)
}

/// Whether what is said follows a verb at once: que, a colon, a quotation mark, de + infinitive.
pub(super) fn opens_complement(parse: &Parse<'_>, from: usize, end: usize) -> bool {
    let mut at = from;
    let limit = end.min(from + 10);
    while at < limit {
        match parse.word(at) {
            "que" | "qu'" | ":" | "«" | "\"" | "“" => return true,
            "," | ";" | "." => return false,
            "de" | "d'" if parse.tag_of(at + 1) == Tag::Infinitive => return true,
            _ => {}
        }
        if matches!(parse.tag_of(at), Tag::Verb | Tag::Subordinator) {
            return false;
        }
        at += 1;
    }
    false
}

/// The place or document in which something is said: "à la préfecture", "dans le communiqué", "de source sûre".
fn place_as_source(parse: &Parse<'_>, from: usize, end: usize) -> Option<Naming> {
    let mut at = from;
    while at < end.min(from + 8) {
        if parse.tag_of(at) == Tag::Preposition {
            let mut next = at + 1;
            while parse.tag_of(next) == Tag::Preposition {
                next += 1;
            }
            if let Some(found) = naming::phrase(parse, next, end) {
                if found.known && !found.words.clone().any(|word| parse.lexeme(word).noun.any(Marks::TIME)) {
                    return Some(found);
                }
                at = found.words.end;
                continue;
            }
        } else if !matches!(
            parse.tag_of(at),
            Tag::Adverb | Tag::Noun | Tag::Determiner | Tag::Number | Tag::PastParticiple
        ) {
            return None;
        }
        at += 1;
    }
    None
}

/// affirmant que, estimant : ; the subject is that of the clause, or of what stands right before it.
fn of_participle(parse: &Parse<'_>, index: usize, start: usize, end: usize, sentence: usize) -> Option<Cue> {
    let mut first = index;
    let mut main = index;
    if matches!(parse.lemma(index), "avoir" | "être") {
        main = (index + 1..end.min(index + 4)).find(|&at| parse.tag_of(at) == Tag::PastParticiple)?;
    }
    let (main, last) = said_by_infinitive(parse, main, main, end);
    let marks = parse.lexeme(main).verb;
    if !marks.any(Marks::SAYING) {
        return None;
    }
    while first > start
        && (matches!(parse.tag_of(first - 1), Tag::Clitic | Tag::Negation) || parse.word(first - 1) == "en")
    {
        first -= 1;
    }
    let introduced =
        naming::before(parse, first, start).is_some_and(|source| naming::head_is_source(parse, &source));
    let direct = introduced
        && first > start
        && !matches!(parse.tag_of(first - 1), Tag::Mark | Tag::Coordinator | Tag::Adverb);
    let source = if main != index {
        naming::before(parse, first, start)
    } else if direct && parse.word(first) != "en" {
        naming::before(parse, first, start).or_else(|| naming::subject_of_clause(parse, first, start))
    } else if let Some(text) = naming::text_before(parse, first, start) {
        // "tombe sur un message disant": the text itself says it.
        Some(text)
    } else {
        speaker_of_sentence(parse, first, start)
            // "Dénonçant une manœuvre, elle quitte la salle": the subject comes later.
            .or_else(|| subject_behind(parse, index, end))
    };
    Some(Cue {
        first,
        end: last + 1,
        kind: cue_kind(marks),
        place: Place::Before,
        source,
        sentence,
        inside: None,
    })
}

/// Whom a participle behind a clause speaks of: the subject of that clause, or where the clause is itself what somebody
/// says ("Il a dit que la ville paiera, ajoutant que"), whoever says it.
fn speaker_of_sentence(parse: &Parse<'_>, at: usize, start: usize) -> Option<Naming> {
    let mut source = naming::subject_of_clause(parse, at, start)?;
    for _ in 0..3 {
        let first = source.words.start;
        let Some(that) =
            first.checked_sub(1).filter(|&that| that > start && matches!(parse.word(that), "que" | "qu'"))
        else {
            break;
        };
        let says = (start..that).rev().take(30).find(|&word| {
            matches!(
                parse.tag_of(word),
                Tag::Verb | Tag::PastParticiple | Tag::Infinitive | Tag::PresentParticiple
            ) && parse.lexeme(word).verb.any(Marks::SAYING)
        });
        match says.and_then(|verb| naming::subject_of_clause(parse, verb + 1, start)) {
            Some(outer) if outer.known && outer.words.start < first => source = outer,
            _ => break,
        }
    }
    Some(source)
}

/// à la suite d'un témoignage : …; the text or the saying itself is the source, where no quotation follows.
fn of_noun(parse: &Parse<'_>, index: usize, start: usize, end: usize, sentence: usize) -> Option<Cue> {
    let says = parse.lexeme(index).noun.any(Marks(Marks::SPEECH_NOUN.0 | Marks::DOCUMENT.0));
    if !says || parse.word(index + 1) != ":" || index + 2 >= end || parse.quotation(index + 2).is_some() {
        return None;
    }
    if index == start || parse.tag_of(index - 1) != Tag::Determiner {
        return None;
    }
    let mut source = naming::phrase(parse, index - 1, index + 1)?;
    source.kind = SourceKind::Document;
    let (first, last) = (index + 1, index + 2);
    Some(Cue {
        first,
        end: last,
        kind: CueKind::Bare,
        place: Place::Before,
        source: Some(source),
        sentence,
        inside: None,
    })
}

/// a le mérite de montrer que, après avoir indiqué que: whoever the clause is about.
fn of_infinitive(parse: &Parse<'_>, index: usize, start: usize, end: usize, sentence: usize) -> Option<Cue> {
    let main = if matches!(parse.lemma(index), "avoir" | "être") {
        (index + 1..end.min(index + 4)).find(|&at| parse.tag_of(at) == Tag::PastParticiple)?
    } else {
        index
    };
    let marks = parse.lexeme(main).verb;
    let shows = matches!(parse.lemma(main), "montrer" | "rappeler" | "démontrer" | "prouver");
    if !(marks.any(Marks::SAYING) || shows) || !opens_complement(parse, main + 1, end.min(main + 8)) {
        return None;
    }
    let source = naming::subject_of_clause(parse, index, start).or_else(|| {
        // "La patronne du club, après avoir indiqué que …": the verb of the clause comes later.
        let front = index.checked_sub(1).filter(|&front| parse.tag_of(front) == Tag::Preposition)?;
        naming::before(parse, front, start).filter(|source| source.known)
    })?;
    Some(Cue {
        first: index,
        end: main + 1,
        kind: cue_kind(marks),
        place: Place::Before,
        source: Some(source),
        sentence,
        inside: None,
    })
}

/// jugée « trop tardive » par les syndicats: whoever thinks so.
fn of_passive(parse: &Parse<'_>, index: usize, end: usize, sentence: usize) -> Option<Cue> {
    let marks = parse.lexeme(index).verb;
    if !marks.any(Marks::SAYING) {
        return None;
    }
    let agent = (index + 1..end.min(index + 30))
        .take_while(|&at| parse.tag_of(at) != Tag::Verb || parse.quotation(at).is_some())
        .find(|&at| parse.word(at) == "par" && parse.quotation(at).is_none())?;
    let source = naming::phrase(parse, agent + 1, end).filter(|source| source.known)?;
    Some(Cue {
        first: index,
        end: index + 1,
        kind: cue_kind(marks),
        place: Place::Before,
        source: Some(source),
        sentence,
        inside: None,
    })
}

/// A participle written for the finite verb that sounds the same, right behind a quotation: « … » averti la préfecture.
fn misspelt(parse: &Parse<'_>, index: usize, start: usize, end: usize, sentence: usize) -> Option<Cue> {
    let marks = parse.lexeme(index).verb;
    closes_quotation_before(parse, index, start)?;
    if !marks.any(Marks(Marks::SPEECH.0 | Marks::LOADED.0))
        || !matches!(parse.tag_of(index + 1), Tag::Name | Tag::Determiner)
    {
        return None;
    }
    let source = naming::phrase(parse, index + 1, end).filter(|source| source.known)?;
    Some(Cue {
        first: index,
        end: index + 1,
        kind: cue_kind(marks),
        place: Place::Incise,
        source: Some(source),
        sentence,
        inside: None,
    })
}

/// Whether a cue can bear on the quotation of these words: an agent ("par X") says what his verb puts a word on, not
/// what else the sentence quotes; and nobody says the words that name him.
pub(super) fn bears_on(parse: &Parse<'_>, cue: &Cue, words: &std::ops::Range<usize>) -> bool {
    let Some(source) = &cue.source else { return true };
    if source.words.start <= words.start && words.end <= source.words.end {
        return false;
    }
    let by_agent = parse.tag_of(cue.first) == Tag::PastParticiple
        && cue.place == Place::Before
        && source.words.start > cue.end;
    if !by_agent {
        return true;
    }
    let between = cue.end <= words.start && words.end <= source.words.start;
    let behind = words.end <= cue.first && cue.first - words.end <= 2;
    between || behind || parse.lexeme(cue.first).verb.any(Marks::NAMING) && words.start >= cue.end
}

/// The subject of the first finite verb behind `at`.
pub(super) fn subject_behind(parse: &Parse<'_>, at: usize, end: usize) -> Option<Naming> {
    let verb = (at..end).find(|&word| parse.tag_of(word) == Tag::Verb && parse.quotation(word).is_none())?;
    let group = verbs::group(parse, verb, at, end);
    match group.inverted {
        Some(clitic) => Some(naming::inverted(parse, clitic)),
        None => naming::before(parse, group.first, at),
    }
}
