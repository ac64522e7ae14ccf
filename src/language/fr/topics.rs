//! Who a passage is about, so that a quotation in it is theirs: the one who spoke last, or the one person a paragraph tells
//! of, as long as nobody else steps in.
//!
//! "L'entraîneur Michel Adam a tout essayé. La défense prend l'eau. « Je n'ai plus de solution. »" A name behind "à", "en"
//! or "contre" is a place or a team; whoever else is named or has an office could be the one who speaks.

use std::ops::Range;

use super::beside::{is_one_person, is_one_voice};
use super::cues::{Cue, Place};
use super::naming::{self, Naming};
use super::parse::{Parse, Tag};
use super::runs::{FARTHEST, Run, Standing, sentence_of};
use super::subjects;
use super::tellers::{is_told_by_himself, only_person};
use super::vocabulary::Marks;
use crate::analysis::{QuotationKind, SourceKind};

/// Over how many sentences without anybody in them a paragraph stays with whom it is about.
const NOBODY: usize = 2;

/// Over how many paragraphs a voice before and behind a quotation is looked for.
const AROUND: usize = 2;

/// Among how many quotations it is looked for.
const RUN: usize = 6;

/// Over how many sentences of the writer's whoever spoke last keeps the word.
const SILENT: usize = 3;

impl Run<'_, '_> {
    /// The one person whom the sentences before are about, where the quotation speaks of itself.
    pub(super) fn of_topic(&self, quotation: usize, number: usize, standing: &Standing) -> Option<Naming> {
        let parse = self.parse;
        let alone = self.kinds[quotation] == QuotationKind::Direct && standing.opens && standing.closes;
        if !alone || !is_told_by_himself(parse, quotation) {
            return None;
        }
        let block = parse.sentences[number].block;
        for before in (0..number).rev().take(NOBODY + 1) {
            let sentence = &parse.sentences[before];
            if sentence.block != block {
                return None;
            }
            let start = sentence.words.start;
            if sentence.words.clone().any(|at| parse.quotation(at).is_some()) {
                return None;
            }
            // The sentence right before was asked already: see `beside`.
            if before + 1 < number
                && let Some(person) = only_person(parse, sentence)
            {
                return Some(person);
            }
            if anybody_else(parse, sentence.words.clone(), &(start..start)) {
                return None;
            }
        }
        None
    }

    /// Whoever spoke last, where nobody else has been named since.
    pub(super) fn of_last_voice(
        &self,
        previous: usize,
        quotation: usize,
        standing: &Standing,
    ) -> Option<Naming> {
        let parse = self.parse;
        let (from, number) = (sentence_of(parse, previous), sentence_of(parse, quotation));
        let direct = self.kinds[previous] == QuotationKind::Direct;
        let blocks = parse.sentences[number].block - parse.sentences[from].block;
        let last = parse.words.within(parse.quotations[previous].span).end.saturating_sub(1);
        let told =
            parse.sentences[from..number].iter().filter(|sentence| sentence.words.start > last).count();
        let opens_block = number > 0 && parse.sentences[number - 1].block != parse.sentences[number].block;
        let near = direct
            && match blocks {
                0 => told <= SILENT,
                1 => told <= if opens_block { SILENT } else { 1 },
                _ => false,
            };
        let alone = self.kinds[quotation] == QuotationKind::Direct && standing.opens && standing.closes;
        if !near || !alone {
            return None;
        }
        let source = self.source_of(previous).filter(is_one_person)?;
        let source_words = source.words.clone();
        let definite = !matches!(parse.word(source.words.start), "un" | "une");
        // The incise behind the one before, with whoever it names, is no step away from it.
        let own = self.of_quotation[previous].map(|own| self.drafts[own].cue.stop());
        let quoted = parse.words.within(parse.quotations[previous].span).end;
        let stop = own.filter(|&stop| stop <= parse.sentences[from].words.end).unwrap_or(quoted);
        let behind = self.end_of_incise(stop.max(quoted), from);
        let between = behind..parse.words.within(parse.quotations[quotation].span).start;
        let others = anybody_else(parse, between, &source.words);
        let speaks = |cue: &Cue| {
            cue.source.as_ref().is_some_and(|source| {
                source.known && (source.kind != SourceKind::Document) && source.words != source_words
            })
        };
        let cued = (from + 1..=number).any(|number| self.cues(number).any(speaks));
        (definite && !others && !cued).then_some(source)
    }

    /// Who has the word before and behind, within two paragraphs: a portrait, a passage that stays with one witness.
    pub(super) fn of_voice_around(&self, quotation: usize) -> Option<Naming> {
        let parse = self.parse;
        if self.kinds[quotation] != QuotationKind::Direct {
            return None;
        }
        let number = sentence_of(parse, quotation);
        let block = parse.sentences[number].block;
        let near = |at: &usize| parse.sentences[sentence_of(parse, *at)].block.abs_diff(block) <= AROUND;
        let voice = |at: usize| self.source_of(at).filter(is_one_person);
        let before = (0..quotation).rev().take(RUN).take_while(near).find_map(voice)?;
        let cued = |at: usize| {
            let own = self.of_quotation[at]?;
            self.drafts[own].cue.source.clone().filter(|source| source.known)
        };
        let behind = (quotation + 1..parse.quotations.len()).take(RUN).take_while(near).find_map(cued)?;
        let same = behind.pronoun && !behind.plural
            || before.pronoun && is_one_person(&behind)
            || same_name(parse, &before, &behind);
        let (from, to) = (before.words.end, behind.words.start);
        let sentences = parse.sentences.partition_point(|own| own.words.end <= from)
            ..parse.sentences.partition_point(|own| own.words.start < to);
        let another = |cue: &Cue| {
            let source = cue.source.as_ref().filter(|source| is_one_person(source) && !source.pronoun);
            source.is_some_and(|source| {
                !same_name(parse, source, &before) && !same_name(parse, source, &behind)
            })
        };
        let others = sentences.take(FARTHEST).any(|number| self.cues(number).any(another));
        // "Une équipe de deux ouvriers est sur place. « On en a pour une semaine »": they or the mayor?
        let beside = number.checked_sub(1).map(|at| parse.sentences[at].words.clone());
        let stranger = beside.is_some_and(|words| anybody_else(parse, words, &before.words));
        (same && !others && !stranger).then_some(before)
    }

    /// "La Ligue affirme que le quai tiendra. « La loi est claire. » Or, rappelle l'association, rien ne presse.": who says
    /// something before goes on behind.
    pub(super) fn of_cue_around(&self, quotation: usize, number: usize) -> Option<Naming> {
        let parse = self.parse;
        let block = parse.sentences[number].block;
        let (before, behind) = (number.checked_sub(1)?, number + 1);
        let beside = parse.sentences.get(behind).is_some_and(|own| own.block == block)
            && parse.sentences[before].block == block;
        if self.kinds[quotation] != QuotationKind::Direct || !beside {
            return None;
        }
        let incise = self.cues(behind).next().filter(|cue| cue.place == Place::Incise)?;
        let taken_up = incise.source.as_ref().is_some_and(|source| {
            source.pronoun
                || matches!(parse.word(source.words.start), "le" | "la" | "l'" | "cette" | "ce" | "cet")
        });
        let said = self.cues(before).rfind(|cue| cue.place == Place::Before)?;
        said.source.clone().filter(|source| taken_up && is_one_voice(source))
    }

    /// "L'article 2, stipulant que « les parts sont égales »": the clause that governs the words says whose they are.
    pub(super) fn of_governing_clause(&self, quotation: usize, number: usize) -> Option<Naming> {
        let parse = self.parse;
        let start = parse.sentences[number].words.start;
        let whole = parse.words.within(parse.quotations[quotation].span);
        let previous = whole.start.checked_sub(1).filter(|&at| at > start)?;
        let first = parse.words.within(parse.quotations[quotation].inner).start;
        let says = |at: usize| parse.lexeme(at).verb.any(Marks(Marks::SAYING.0 | Marks::DIRECTIVE.0));
        let governed = match parse.word(previous) {
            "que" | "qu'" => previous > start && says(previous - 1),
            _ => match parse.word(first) {
                "si" | "s'" => says(previous),
                "comme" => parse.tag_of(previous) == Tag::Verb,
                _ => false,
            },
        };
        if !governed || parse.capital(first) {
            return None;
        }
        subjects::subject_of_clause(parse, previous, start).or_else(|| naming::phrase(parse, start, previous))
    }

    /// Behind the apposition or bracket that an incise ends in: "nous dit Paul Roy, porte-parole des bouchers (FBV),".
    fn end_of_incise(&self, stop: usize, number: usize) -> usize {
        let parse = self.parse;
        let end = parse.sentences[number].words.end;
        let clause = (stop..end).find(|&at| {
            parse.quotation(at).is_some() || matches!(parse.tag_of(at), Tag::Verb | Tag::Subordinator)
        });
        clause.map_or(end, |_| stop)
    }
}

/// Whom else a passage may be about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Who {
    /// One or several.
    Anybody,
    /// One alone, as only one says "je": "les journalistes" don't.
    One,
}

/// Whether somebody is named or has an office among these words, but for whom `own` names.
pub(super) fn anybody_else(parse: &Parse<'_>, words: Range<usize>, own: &Range<usize>) -> bool {
    names_another(parse, words, own, Who::Anybody)
}

/// Whether such a one is named or has an office among these words, but for whom `own` names.
pub(super) fn names_another(parse: &Parse<'_>, words: Range<usize>, own: &Range<usize>, who: Who) -> bool {
    let named = |at: usize| {
        let same = own
            .clone()
            .any(|other| matches!(parse.tag_of(other), Tag::Name) && parse.word(other) == parse.word(at));
        let first = parse.tag_of(at.saturating_sub(1)) != Tag::Name;
        let lone = parse.tag_of(at + 1) != Tag::Name;
        // "à Lens", "contre Huy", "la mairie de Lens"
        let front = at.saturating_sub(1);
        let place = lone
            && matches!(
                parse.word(front),
                "à" | "en"
                    | "au"
                    | "aux"
                    | "dans"
                    | "entre"
                    | "contre"
                    | "vers"
                    | "de"
                    | "d'"
                    | "du"
                    | "des"
                    | "l'"
                    | "la"
                    | "le"
                    | "les"
                    | "("
            );
        // "des chaussures Mano", "entre Lens et Huy"
        let brand = parse.tag_of(front) == Tag::Noun && !parse.lexeme(front).noun.any(Marks::SOURCE);
        let other = parse.word(front) == "et" && at > 1 && parse.tag_of(at - 2) == Tag::Name;
        first && !same && !(place || brand || other)
    };
    // "elle parle de son frère"
    let kin = |at: usize| matches!(parse.word(at.saturating_sub(1)), "son" | "sa" | "ses");
    let several = |at: usize| {
        (at.saturating_sub(3)..at).any(|front| {
            matches!(parse.word(front), "les" | "des" | "ces" | "ses" | "leurs" | "aux" | "nos" | "de")
        })
    };
    let outside = |at: &usize| !own.contains(at) && parse.quotation(*at).is_none();
    words.filter(outside).any(|at| match parse.tag_of(at) {
        Tag::Name => named(at),
        Tag::Noun | Tag::Adjective => {
            parse.lexeme(at).noun.any(Marks(Marks::ROLE.0 | Marks::WITNESS.0))
                && !kin(at)
                && (who == Who::Anybody || !several(at))
        }
        _ => false,
    })
}

/// Whether two sources bear one name: "Léa Morel" and "Morel".
fn same_name(parse: &Parse<'_>, one: &Naming, other: &Naming) -> bool {
    let last = |source: &Naming| source.words.clone().rev().find(|&at| parse.tag_of(at) == Tag::Name);
    match (last(one), last(other)) {
        (Some(one), Some(other)) => parse.word(one) == parse.word(other),
        _ => false,
    }
}
