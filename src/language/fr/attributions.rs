//! Who says what: every quotation, indirect speech and hearsay with its source, from the cues of each sentence.
//!
//! Each quotation takes its cue (see `governors`), or, without one, who its clause is about (`bare_sources`); what still
//! has none goes on with the speaker beside it (`runs`). `drafts` makes attributions of it all.

use super::bare_sources::bare;
use super::cues::{self, Cue, Place};
use super::drafts;
use super::governors::{best, is_next, speaks_for_itself};
use super::kinds::{self, Bearing};
use super::parse::Parse;
use super::runs;
use crate::analysis::{Attribution, QuotationKind};

/// The attributions of an article, and for each quotation and cue which is its own.
pub(super) struct Found {
    /// In the order of their first span.
    pub(super) attributions: Vec<Attribution>,
    /// For each quotation the index of its attribution.
    pub(super) of_quotation: Vec<Option<usize>>,
    /// The kinds of the quotations.
    pub(super) kinds: Vec<QuotationKind>,
    /// For each attribution the words at which it starts and ends, and where it stands.
    pub(super) reach: Vec<Reach>,
}

/// Over which words an attribution reaches.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reach {
    /// Its first word, source included.
    pub(super) start: usize,
    /// Behind its last word, source included.
    pub(super) stop: usize,
    /// Where its cue stands to its content.
    pub(super) place: Place,
    /// Whether it stands inside quotation marks.
    pub(super) quoted: bool,
}

/// An attribution in the making.
pub(super) struct Draft {
    /// Its cue.
    pub(super) cue: Cue,
    /// Without words of its own: a run of quotations goes on.
    pub(super) carried: bool,
    /// The quotations whose words are its source's.
    pub(super) quotations: Vec<usize>,
}

/// Who says what in the article.
pub(super) fn attributions(parse: &Parse<'_>) -> Found {
    let first_sight = kinds::at_first_sight(parse);
    let kinds = &first_sight[..];
    let mut drafts: Vec<Draft> = Vec::new();
    let mut of_quotation: Vec<Option<usize>> = vec![None; parse.quotations.len()];
    for number in 0..parse.sentences.len() {
        let first = drafts.len();
        drafts.extend(cues::cues(parse, number).into_iter().map(|cue| Draft {
            cue,
            carried: false,
            quotations: Vec::new(),
        }));
        let sentence = &parse.sentences[number];
        for quotation in quotations_of(parse, number) {
            if kinds[quotation] == QuotationKind::Mention {
                continue;
            }
            let words = parse.words.within(parse.quotations[quotation].span);
            let at =
                best(parse, &drafts[first..], quotation, &words, sentence.words.clone(), kinds[quotation])
                    .map(|at| at + first)
                    .filter(|&at| !speaks_for_itself(parse, &drafts[at], &words, sentence.words.start))
                    .or_else(|| {
                        let source = bare(parse, &words, sentence.words.clone(), kinds[quotation])?;
                        let cue = Cue::bare(source, number);
                        drafts.push(Draft { cue, carried: true, quotations: Vec::new() });
                        Some(drafts.len() - 1)
                    });
            if let Some(at) = at {
                drafts[at].quotations.push(quotation);
                of_quotation[quotation] = Some(at);
            }
        }
    }
    let bearings: Vec<Bearing> = of_quotation
        .iter()
        .enumerate()
        .map(|(quotation, own)| bearing(parse, quotation, own.map(|own| &drafts[own])))
        .collect();
    let settled = kinds::settled(parse, kinds, &bearings);
    for (quotation, own) in of_quotation.iter_mut().enumerate() {
        if settled[quotation] == QuotationKind::Mention
            && let Some(draft) = own.take()
        {
            drafts[draft].quotations.retain(|&at| at != quotation);
        }
    }
    drafts
        .iter_mut()
        .filter(|draft| draft.carried && draft.quotations.is_empty())
        .for_each(|draft| draft.cue.source = None);
    runs::carry_on(parse, &settled, &mut drafts, &mut of_quotation);
    drafts::finish(parse, drafts, of_quotation, settled)
}

/// How firmly the cue of a draft bears on a quotation.
fn bearing(parse: &Parse<'_>, quotation: usize, draft: Option<&Draft>) -> Bearing {
    let Some(draft) = draft else { return Bearing::None };
    if draft.carried || draft.cue.source.as_ref().is_some_and(|source| !source.known) {
        return Bearing::Subject;
    }
    let words = parse.words.within(parse.quotations[quotation].span);
    let (start, stop) = (draft.cue.start(), draft.cue.stop());
    let beside = if stop <= words.start {
        words.start - stop <= 3
    } else {
        start >= words.end && is_next(parse, words.end, start)
    };
    if beside || draft.cue.inside == Some(quotation) { Bearing::Near } else { Bearing::Sentence }
}

/// The quotations that start in a sentence.
fn quotations_of<'p>(parse: &'p Parse<'_>, number: usize) -> impl Iterator<Item = usize> + 'p {
    let span = parse.sentences[number].span;
    let first = parse.quotations.partition_point(|quotation| quotation.span.start() < span.start());
    (first..parse.quotations.len()).take_while(move |&at| parse.quotations[at].span.start() < span.end())
}
