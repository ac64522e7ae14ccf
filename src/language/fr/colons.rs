//! Whose words a colon brings in where nobody in front of it says anything: "Son constat est sans appel : « … »", "Une
//! thèse que rejette M. Roy dans sa réponse : « … »", "Exemple à l'appui : « … »".
//!
//! A colon in front of a quotation gives the word to whoever its clause is about. That is the person or text named in it;
//! else, where it only points back ("son", "elle"), whoever that is; else, where it has no verb ("Exemple à l'appui"),
//! the sentence before it.

use std::ops::Range;

use super::bare_sources::in_front_of_colon;
use super::beside::has_a_voice;
use super::cues::Place;
use super::naming::{self, Naming};
use super::parse::{Parse, Tag};
use super::runs::{Run, Standing, sentence_of};
use super::vocabulary::Marks;
use crate::analysis::{QuotationKind, SourceKind};

/// How many words a clause without a verb has at most in front of its colon.
const SHORT: usize = 7;

impl Run<'_, '_> {
    /// Whom the clause that ends with a colon right in front of the quotation gives the word to.
    pub(super) fn of_colon(&self, quotation: usize, number: usize) -> Option<Naming> {
        let parse = self.parse;
        let start = parse.sentences[number].words.start;
        let colon = parse.words.within(parse.quotations[quotation].span).start.checked_sub(1)?;
        if colon <= start || parse.word(colon) != ":" || self.kinds[quotation] == QuotationKind::Mention {
            return None;
        }
        let clause = start..colon;
        somebody_in(parse, &clause)
            .or_else(|| text_in(parse, &clause))
            .or_else(|| pointing_back(parse, &clause))
            .or_else(|| self.of_sentence_before_aside(quotation, number, &clause))
    }

    /// "Voici le communiqué du Palais :", "Comme l'explique Léa Morel, du collectif :", as a paragraph of its own or the
    /// end of one.
    pub(super) fn announced(&self, number: usize) -> Option<Naming> {
        let parse = self.parse;
        let words = parse.sentences[number].words.clone();
        let colon = words.end - 1;
        if parse.word(colon) != ":" {
            return None;
        }
        let clause = words.start..colon;
        let cued = || {
            let last =
                self.cues(number).rfind(|cue| cue.place != Place::Incise || cue.stop() + 12 > colon)?;
            // "Un autre précise :"
            let another =
                |source: &Naming| matches!(parse.word(source.words.start), "un" | "une" | "d'autres");
            last.source.clone().filter(|source| has_a_voice(source) || another(source))
        };
        // "Pour Léa Morel :"
        let view = || {
            (parse.word(words.start) == "pour")
                .then(|| naming::phrase(parse, words.start + 1, colon))?
                .filter(|found| found.words.end == colon && has_a_voice(found))
        };
        cued()
            .or_else(|| in_front_of_colon(parse, colon, words.start, words.end))
            .or_else(view)
            .or_else(|| somebody_in(parse, &clause))
            .or_else(|| text_in(parse, &clause))
            .or_else(|| pointing_back(parse, &clause))
    }

    /// "Exemple à l'appui : « … »": a few words without a verb leave the word with whoever had it.
    fn of_sentence_before_aside(
        &self,
        quotation: usize,
        number: usize,
        clause: &Range<usize>,
    ) -> Option<Naming> {
        let parse = self.parse;
        let verbless = !clause.clone().any(|at| matches!(parse.tag_of(at), Tag::Verb | Tag::Pronoun));
        let before = number.checked_sub(1).filter(|_| verbless && clause.len() <= SHORT)?;
        if parse.sentences[before].block != parse.sentences[number].block {
            return None;
        }
        let previous = (0..quotation).next_back().filter(|&at| sentence_of(parse, at) == before);
        let standing = Standing { opens: true, closes: true };
        previous
            .and_then(|previous| self.source_of(previous))
            .or_else(|| self.of_sentence_before(quotation, before, &standing))
            .or_else(|| self.cues(before).next_back().and_then(|cue| cue.source.clone()))
            .filter(|source| source.known)
    }
}

/// The one person who is named in a clause; else the one body.
fn somebody_in(parse: &Parse<'_>, clause: &Range<usize>) -> Option<Naming> {
    let (mut people, mut bodies) = (Vec::new(), Vec::new());
    let mut at = clause.start;
    while at < clause.end {
        let opens = matches!(parse.tag_of(at), Tag::Determiner | Tag::Name | Tag::Noun);
        let named = naming::phrase(parse, at, clause.end)
            .filter(|named| opens && parse.quotation(at).is_none() && !named.words.is_empty());
        let Some(named) = named else {
            at += 1;
            continue;
        };
        at = named.words.end.max(at + 1);
        let determined = parse.tag_of(named.words.start) == Tag::Determiner;
        match named.kind {
            SourceKind::Person if named.known => people.push(named),
            SourceKind::Organisation | SourceKind::Media if named.known && determined => bodies.push(named),
            _ => {}
        }
    }
    let one = |mut found: Vec<Naming>| if found.len() == 1 { found.pop() } else { None };
    if people.is_empty() { one(bodies) } else { one(people) }
}

/// The text or saying that a clause names: "cela heurte l'article 18", "ses réponses se ressemblent".
fn text_in(parse: &Parse<'_>, clause: &Range<usize>) -> Option<Naming> {
    // "Petit florilège :"
    let chosen = clause.clone().find(|&at| {
        matches!(
            parse.word(at),
            "florilège" | "extrait" | "extraits" | "morceaux" | "verbatim" | "échantillon"
        )
    });
    if let Some(chosen) = chosen {
        let found = naming::exactly(parse, chosen..chosen + 1);
        return Some(Naming { kind: SourceKind::Document, known: true, ..found });
    }
    // "La lettre commence ainsi :", "La mesure est ainsi évoquée :"
    let thus = clause.clone().rev().take(4).any(|at| parse.word(at) == "ainsi");
    if thus && clause.clone().any(|at| parse.tag_of(at) == Tag::Verb) {
        let subject = naming::exactly(parse, clause.start..clause.start + 1);
        return Some(Naming { kind: SourceKind::Document, known: true, ..subject });
    }
    let noun = clause.clone().rev().find(|&at| {
        parse.tag_of(at) == Tag::Noun
            && (parse.lexeme(at).noun.any(Marks::DOCUMENT) || is_a_saying(parse.word(at)))
            && parse.word(at + 1) != ":"
    })?;
    let shown =
        noun.checked_sub(1).filter(|&at| at >= clause.start && parse.tag_of(at) == Tag::Determiner)?;
    let found = naming::phrase(parse, shown, clause.end)?;
    Some(Naming { kind: SourceKind::Document, known: true, ..found })
}

/// recommandation, demande, article: a text or a saying, which hears no other name.
fn is_a_saying(word: &str) -> bool {
    matches!(
        word,
        "article"
            | "cri"
            | "cris"
            | "hurlements"
            | "recommandation"
            | "demande"
            | "consigne"
            | "tonalité"
            | "message"
            | "refrain"
            | "mot"
            | "question"
    )
}

/// The pronoun or the possessive by which a clause points back to somebody: "Elle n'en démord pas", "Son constat".
fn pointing_back(parse: &Parse<'_>, clause: &Range<usize>) -> Option<Naming> {
    let outside = |at: &usize| parse.quotation(*at).is_none();
    let pronoun = clause.clone().filter(outside).find(|&at| {
        matches!(parse.word(at), "il" | "elle" | "ils" | "elles" | "celui-ci" | "celle-ci")
            && !is_impersonal(parse, at)
    });
    if let Some(pronoun) = pronoun {
        return Some(naming::exactly(parse, pronoun..pronoun + 1)).filter(|found| found.known);
    }
    let own = clause.clone().filter(outside).find(|&at| {
        matches!(parse.word(at), "son" | "sa" | "ses" | "leur" | "leurs")
            && parse.tag_of(at) == Tag::Determiner
    })?;
    let found = naming::phrase(parse, own, clause.end)?;
    let says = found.words.clone().any(|at| {
        parse.lexeme(at).noun.any(Marks(Marks::SPEECH_NOUN.0 | Marks::DOCUMENT.0))
            || matches!(
                parse.word(at),
                "credo" | "ambition" | "objectif" | "but" | "crédo" | "ton" | "regard"
            )
    });
    says.then(|| Naming {
        kind: SourceKind::Document,
        known: true,
        ..naming::exactly(parse, own..found.words.end)
    })
}

/// "il faut", "il y a", "il s'agit": nobody.
fn is_impersonal(parse: &Parse<'_>, at: usize) -> bool {
    parse.word(at) == "il"
        && (at + 1..at + 4).any(|next| {
            matches!(parse.lemma(next), "falloir" | "agir" | "sembler" | "exister" | "suffire" | "rester")
                || parse.word(next) == "y"
        })
}
