//! Quotations without a cue of their own: whose words they are by the quotations around them.
//!
//! A quotation goes on with the speaker of the one before it, or of the one right behind it whose incise closes the run;
//! over a sentence of the writer's it goes on where that sentence stays with the speaker ("ses joueurs", "il"). What the
//! sentence beside a quotation says of who speaks is told by `beside`, what an interview does, by `interviews`.

use super::attributions::Draft;
use super::beside::is_one_voice;
use super::cues::{Cue, Place};
use super::naming::Naming;
use super::parse::{Parse, Tag};
use super::repeated;
use super::tellers::says_we;
use crate::analysis::QuotationKind;

/// Gives every quotation without a cue the speaker of the one before it, or of the sentence beside it.
pub(super) fn carry_on(
    parse: &Parse<'_>,
    kinds: &[QuotationKind],
    drafts: &mut Vec<Draft>,
    of_quotation: &mut [Option<usize>],
) {
    lead_back(parse, of_quotation, drafts);
    let cued = drafts.len();
    for quotation in 0..parse.quotations.len() {
        if kinds[quotation] == QuotationKind::Mention || of_quotation[quotation].is_some() {
            continue;
        }
        let run = Run { parse, kinds, drafts, cued, of_quotation };
        let Some(source) = run.source(quotation) else { continue };
        let cue = Cue::bare(source, sentence_of(parse, quotation));
        drafts.push(Draft { cue, carried: true, quotations: vec![quotation] });
        of_quotation[quotation] = Some(drafts.len() - 1);
    }
    repeated::repeat(parse, kinds, drafts, of_quotation);
}

/// Where the incise stands in the last paragraph of a quotation, it tells of the paragraphs before as well.
fn lead_back(parse: &Parse<'_>, of_quotation: &mut [Option<usize>], drafts: &mut [Draft]) {
    for quotation in (1..parse.quotations.len()).rev() {
        if parse.quotations[quotation].continues
            && of_quotation[quotation - 1].is_none()
            && let Some(own) = of_quotation[quotation]
        {
            of_quotation[quotation - 1] = Some(own);
            drafts[own].quotations.insert(0, quotation - 1);
        }
    }
}

/// The sentence in which a quotation starts.
pub(super) fn sentence_of(parse: &Parse<'_>, quotation: usize) -> usize {
    let start = parse.quotations[quotation].span.start();
    parse
        .sentences
        .partition_point(|sentence| sentence.span.end() <= start)
        .min(parse.sentences.len().saturating_sub(1))
}

/// How many quotations or cues are looked through for whoever spoke before.
pub(super) const FARTHEST: usize = 100;

/// How many quotations a run is followed behind one without a cue.
const RUN: usize = 5;

/// What is known so far of who says what.
pub(super) struct Run<'r, 'p> {
    pub(super) parse: &'r Parse<'p>,
    pub(super) kinds: &'r [QuotationKind],
    pub(super) drafts: &'r [Draft],
    /// How many of the drafts were there before any was carried on: these are in the order of their sentences.
    pub(super) cued: usize,
    pub(super) of_quotation: &'r [Option<usize>],
}

/// How a quotation stands in its sentence.
pub(super) struct Standing {
    /// Nothing but a mark in front of it.
    pub(super) opens: bool,
    /// Nothing but a mark behind it.
    pub(super) closes: bool,
}

impl Run<'_, '_> {
    fn source(&self, quotation: usize) -> Option<Naming> {
        let parse = self.parse;
        let this = &parse.quotations[quotation];
        let number = sentence_of(parse, quotation);
        let sentence = &parse.sentences[number];
        if this.continues && quotation > 0 {
            return self.source_of(quotation - 1);
        }
        // An enumeration inside one sentence: « … », « … » et « … ».
        let previous =
            (0..quotation).rev().take(FARTHEST).find(|&at| self.kinds[at] != QuotationKind::Mention);
        if let Some(previous) = previous.filter(|&previous| sentence_of(parse, previous) == number) {
            return self.source_of(previous);
        }
        let words = parse.words.within(this.span);
        let standing = Standing {
            opens: words.start <= sentence.words.start + 1,
            closes: words.end + 1 >= sentence.words.end,
        };
        let before = number.checked_sub(1);
        before
            .and_then(|before| {
                previous
                    .filter(|&previous| sentence_of(parse, previous) == before)
                    .and_then(|previous| self.of_run(previous, quotation, &standing))
                    .or_else(|| self.of_sentence_before(quotation, before, &standing))
            })
            .or_else(|| self.of_predicate_behind(quotation))
            .or_else(|| self.of_incise_behind(quotation))
            .or_else(|| self.of_sentence_behind(quotation, &standing))
            .or_else(|| previous.and_then(|previous| self.of_one_in_view(previous, quotation)))
            .or_else(|| self.of_topic(quotation, number, &standing))
            .or_else(|| previous.and_then(|previous| self.of_last_voice(previous, quotation, &standing)))
            .or_else(|| self.of_colon(quotation, number))
            .or_else(|| self.of_voice_around(quotation))
            .or_else(|| self.of_cue_around(quotation, number))
            .or_else(|| self.of_whoever_goes_on(quotation, number))
            .or_else(|| self.of_only_voice(quotation))
            .or_else(|| self.of_governing_clause(quotation, number))
    }

    /// The speaker of the quotation in the sentence before, where this one goes on.
    fn of_run(&self, previous: usize, quotation: usize, standing: &Standing) -> Option<Naming> {
        let parse = self.parse;
        let number = sentence_of(parse, quotation);
        let (before, sentence) = (&parse.sentences[number - 1], &parse.sentences[number]);
        // Not where the one before was only guessed to be its clause's subject's.
        let partial = self.kinds[previous] == QuotationKind::Partial;
        let guessed = partial && self.of_quotation[previous].is_some_and(|own| self.drafts[own].carried);
        let closes = parse.words.within(parse.quotations[previous].span).end + 1 >= before.words.end;
        if guessed || partial && !closes && standing.opens {
            return None;
        }
        let direct = self.kinds[quotation] == QuotationKind::Direct;
        let uncued = || self.cues(number).next().is_none();
        let goes_on = if before.block == sentence.block {
            // "La soirée était calme, « personne n'a crié »": no cue of its own, and nobody else has the word.
            standing.opens || direct && uncued()
        } else {
            // A paragraph that is all quotation goes on with the speaker whose words closed the one before.
            // "Il juge l'accord « trop maigre ». ¶ « Nous voulions mieux, et nous l'aurons. »"
            let goes_on = || self.source_of(previous).as_ref().is_some_and(is_one_voice);
            let told = !partial || says_we(parse, quotation) && goes_on();
            before.block + 1 == sentence.block && standing.opens && standing.closes && direct && told
        };
        if goes_on { self.source_of(previous) } else { None }
    }

    /// The cues of a sentence that stand in the writer's own words and have a source.
    pub(super) fn cues(&self, number: usize) -> impl DoubleEndedIterator<Item = &Cue> {
        let cued = &self.drafts[..self.cued];
        let first = cued.partition_point(|draft| draft.cue.sentence < number);
        let last = cued.partition_point(|draft| draft.cue.sentence <= number);
        let own = cued[first..last].iter().filter(|draft| !draft.carried).map(|draft| &draft.cue);
        own.filter(|cue| cue.inside.is_none() && cue.source.is_some())
    }

    pub(super) fn source_of(&self, quotation: usize) -> Option<Naming> {
        self.drafts[self.of_quotation[quotation]?].cue.source.clone()
    }

    /// « On ne dort plus. » « Tout est perdu », raconte Léa Morel: the incise behind the last one of a run tells of all.
    fn of_incise_behind(&self, quotation: usize) -> Option<Naming> {
        let parse = self.parse;
        // « De quoi a-t-il besoin ? » « D'amour », sourit une mère: who asks isn't who answers.
        let words = parse.words.within(parse.quotations[quotation].inner);
        if words.clone().next_back().is_some_and(|at| parse.word(at) == "?") {
            return None;
        }
        let mut number = sentence_of(parse, quotation);
        let block = parse.sentences[number].block;
        for next in (quotation + 1..parse.quotations.len()).take(RUN) {
            let sentence = sentence_of(parse, next);
            if sentence > number + 1 || parse.sentences[sentence].block != block {
                return None;
            }
            number = sentence;
            if self.kinds[next] == QuotationKind::Mention {
                continue;
            }
            if let Some(own) = self.of_quotation[next] {
                let cue = &self.drafts[own].cue;
                let speaks =
                    !self.drafts[own].carried && cue.place == Place::Incise && cue.sentence == sentence;
                let told = |source: &Naming| speaks && !source.pronoun && !self.is_another(cue, source);
                return cue.source.clone().filter(told);
            }
            if !self.leads_on(next) {
                return None;
            }
        }
        None
    }

    /// Whether nothing but a small word stands in front of a quotation in its sentence: "De plus, « … »".
    pub(super) fn leads_on(&self, quotation: usize) -> bool {
        let parse = self.parse;
        let start = parse.sentences[sentence_of(parse, quotation)].words.start;
        let words = parse.words.within(parse.quotations[quotation].span);
        words.start <= start + 4 && !(start..words.start).any(|at| parse.tag_of(at) == Tag::Verb)
    }

    /// Whether a cue says that somebody else speaks now: "ajoute un autre manifestant", "répond le maire".
    fn is_another(&self, cue: &Cue, source: &Naming) -> bool {
        let parse = self.parse;
        let end = (source.words.end + 6).min(parse.sentences[cue.sentence].words.end);
        let other = (cue.first..end).any(|at| {
            matches!(
                parse.word(at),
                "autre"
                    | "autres"
                    | "aussi"
                    | "également"
                    | "tour"
                    | "côté"
                    | "second"
                    | "seconde"
                    | "troisième"
            )
        });
        let answers = matches!(
            parse.lemma(cue.end - 1),
            "renchérir" | "répondre" | "rétorquer" | "répliquer" | "abonder"
        );
        other || answers
    }

    /// Who spoke before, where the sentence between stays with him ("ses joueurs …"), where this one only goes on
    /// ("Cependant, « … »", "Et de poursuivre : « … »"), or where the words behind do ("poursuit-elle").
    fn of_one_in_view(&self, previous: usize, quotation: usize) -> Option<Naming> {
        let parse = self.parse;
        let (from, number) = (sentence_of(parse, previous), sentence_of(parse, quotation));
        let blocks = parse.sentences[number].block - parse.sentences[from].block;
        if blocks > 1 || number - from > 3 {
            return None;
        }
        let source = self.source_of(previous).filter(|source| source.known && !source.plural)?;
        let uncued = self.cues(number).next().is_none();
        let goes_on = self.is_narrated_on(number)
            || self.is_in_their_eyes(number)
            || uncued && self.goes_on_behind(quotation);
        let beside = || {
            let between = parse.sentences[number - 1].words.clone();
            let stays = number - from > 1 && self.stays_with(&source, between);
            // Not where the one before was only guessed to be its clause's subject's.
            let cued = self.of_quotation[previous].is_some_and(|own| !self.drafts[own].carried);
            blocks == 0 && uncued && cued && (stays || number - from == 1 && self.leads_on(quotation))
        };
        (goes_on || beside()).then_some(source)
    }

    /// "Et de poursuivre : « … »": an infinitive that tells what whoever has the word says next.
    pub(super) fn is_narrated_on(&self, number: usize) -> bool {
        let parse = self.parse;
        let start = parse.sentences[number].words.start;
        parse.word(start) == "et"
            && matches!(parse.word(start + 1), "de" | "d'")
            && (start + 2..start + 4).any(|at| parse.tag_of(at) == Tag::Infinitive)
    }

    /// "Et d'ajouter : « … »", however long ago whoever goes on spoke.
    fn of_whoever_goes_on(&self, quotation: usize, number: usize) -> Option<Naming> {
        let last = || (0..quotation).rev().take(FARTHEST).find_map(|at| self.source_of(at));
        if self.is_narrated_on(number) { last() } else { None }
    }

    /// "À ses yeux, « … »": whoever has the word is meant.
    fn is_in_their_eyes(&self, number: usize) -> bool {
        let parse = self.parse;
        let start = parse.sentences[number].words.start;
        matches!(parse.word(start), "à" | "a")
            && matches!(parse.word(start + 1), "ses" | "son" | "leurs" | "leur")
            && matches!(parse.word(start + 2), "yeux" | "avis" | "sens")
    }

    /// Whether these words speak of the source by a pronoun, a possessive or a name.
    fn stays_with(&self, source: &Naming, mut words: std::ops::Range<usize>) -> bool {
        let parse = self.parse;
        words.any(|at| match parse.tag_of(at) {
            Tag::Determiner => matches!(parse.word(at), "ses" | "son" | "sa"),
            Tag::Pronoun | Tag::Inverted => {
                matches!(parse.word(at).trim_start_matches("-t").trim_start_matches('-'), "il" | "elle")
            }
            Tag::Name => source
                .words
                .clone()
                .any(|own| parse.tag_of(own) == Tag::Name && parse.word(own) == parse.word(at)),
            _ => false,
        })
    }

    /// Whether the next quotation goes on as the words of whoever spoke before it: « … », poursuit-elle.
    fn goes_on_behind(&self, quotation: usize) -> bool {
        let parse = self.parse;
        let next = quotation + 1;
        let Some(own) = self.of_quotation.get(next).copied().flatten() else { return false };
        let cue = &self.drafts[own].cue;
        let near = sentence_of(parse, next) <= sentence_of(parse, quotation) + 1;
        let back = cue.source.as_ref().is_some_and(|source| source.pronoun && !source.plural);
        near && back && cue.place == Place::Incise && !self.drafts[own].carried
    }
}
