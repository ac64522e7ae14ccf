//! Who answers: the paragraphs of an interview, a question put to whoever spoke last, an article with one voice alone.

use super::beside::{has_a_voice, is_one_person};
use super::cues::Place;
use super::lexicon::Features;
use super::naming::{self, Naming};
use super::parse::Tag;
use super::runs::{FARTHEST, Run, sentence_of};
use crate::analysis::{QuotationKind, Sentence};

/// In how many of the first paragraphs a guest is looked for.
const PRESENTATION: usize = 4;

/// With how many incises of his own somebody is the only voice of an article.
const ONLY: usize = 3;

impl Run<'_, '_> {
    /// A paragraph that answers the one before, which asks: whoever the article let speak before.
    pub(super) fn interviewed(&self, quotation: usize, before: usize) -> Option<Naming> {
        let parse = self.parse;
        let block = parse.sentences[before].block;
        let mut paragraph =
            (0..=before).rev().map_while(|at| parse.sentences.get(at).filter(|own| own.block == block));
        let asks = |own: &Sentence| parse.word(own.words.end - 1) == "?" || self.is_addressed(own);
        if !paragraph.any(asks) {
            return None;
        }
        let last = (0..quotation).rev().take(FARTHEST).find_map(|at| self.source_of(at));
        let said = || {
            let cues = self.drafts.iter().rev().take(FARTHEST).map(|draft| &draft.cue);
            cues.filter(|cue| cue.sentence < before).find_map(|cue| cue.source.clone().filter(is_one_person))
        };
        last.filter(has_a_voice).or_else(said).or_else(|| self.guest(before))
    }

    /// "Et la casse ? « … »": the question is put to whoever spoke last.
    pub(super) fn asked(&self, quotation: usize, before: usize) -> Option<Naming> {
        let parse = self.parse;
        let asks = parse.word(parse.sentences[before].words.end - 1) == "?";
        let last = (0..quotation).rev().take(FARTHEST).find(|&at| self.kinds[at] == QuotationKind::Direct)?;
        let near = sentence_of(parse, last) + 3 >= before;
        if asks && near { self.source_of(last) } else { None }
    }

    /// "Et vous n'êtes pas candidat.": the writer speaks to somebody.
    fn is_addressed(&self, sentence: &Sentence) -> bool {
        let own = |at: &usize| self.parse.quotation(*at).is_none();
        let mut words = sentence.words.clone().filter(own);
        let quoted = sentence.words.clone().any(|at| self.parse.quotation(at).is_some());
        !quoted && words.any(|at| matches!(self.parse.word(at), "vous" | "-vous" | "votre" | "vos" | "tu"))
    }

    /// The person whom headline, standfirst or first paragraphs present.
    fn guest(&self, before: usize) -> Option<Naming> {
        let parse = self.parse;
        let first = parse.sentences.iter().take(before).filter(|sentence| sentence.block < PRESENTATION);
        for sentence in first {
            let (start, end) = (sentence.words.start, sentence.words.end);
            let mut at = start;
            while at < end {
                let full = parse.tag_of(at) == Tag::Name
                    && parse.tag_of(at + 1) == Tag::Name
                    && parse.lexeme(at).can_be(Features::FIRST_NAME);
                if full {
                    return naming::phrase(parse, at, end).filter(is_one_person);
                }
                at += 1;
            }
        }
        None
    }

    /// The one person whose words all quotations with a cue are, in an article that lets nobody else speak.
    pub(super) fn of_only_voice(&self, quotation: usize) -> Option<Naming> {
        let parse = self.parse;
        if self.kinds[quotation] != QuotationKind::Direct {
            return None;
        }
        let mut voice: Option<&Naming> = None;
        let mut times = 0;
        let (mut named, mut described) = (0, false);
        for draft in self.drafts[..self.cued].iter().filter(|draft| !draft.quotations.is_empty()) {
            let Some(source) = &draft.cue.source else { continue };
            times += usize::from(!draft.carried && draft.cue.place == Place::Incise);
            // A pronoun goes on with a name that stands before it.
            if source.pronoun && !source.plural && source.known && voice.is_some() {
                continue;
            }
            // "poursuit le Valaisan", "note l'ancien coureur": once somebody is named, whoever is only described is him.
            let title = parse.tag_of(source.words.start) == Tag::Determiner && !source.plural;
            if title && voice.is_some() && is_one_person(source) {
                described = true;
                continue;
            }
            named += usize::from(!draft.carried && draft.cue.place == Place::Incise);
            let name = last_name(parse, source)?;
            match voice {
                Some(before) if last_name(parse, before) != Some(name) => return None,
                Some(before) if before.words.len() >= source.words.len() => {}
                _ => voice = Some(source),
            }
        }
        voice
            .filter(|source| times >= ONLY && (!described || named >= ONLY) && is_one_person(source))
            .cloned()
    }
}

/// The last word of a source's name.
fn last_name<'a>(parse: &super::parse::Parse<'a>, source: &Naming) -> Option<&'a str> {
    source.words.clone().rev().find(|&at| parse.tag_of(at) == Tag::Name).map(|at| parse.word(at))
}
