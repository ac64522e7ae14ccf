//! Leaves out the attributions that say nothing: a subject and a verb of the lists, but no words that are said.
//!
//! "La ville propose une exposition" has such a verb, and nobody says anything. An attribution without content is kept
//! where a quotation or a conditional hangs on it, or where its source is an authority without a face, whose fears and
//! hopes stand as nouns: "Des observateurs redoutent une reprise des combats."

use crate::analysis::{Attribution, Conditional, QuotationKind, SourceKind};

/// The attributions that say something, with the indices of quotations and conditionals led over to them.
pub(super) fn told(
    attributions: Vec<Attribution>,
    quotations: &mut [(QuotationKind, Option<usize>)],
    conditionals: &mut [Conditional],
) -> Vec<Attribution> {
    let mut needed = vec![false; attributions.len()];
    let quoted = quotations.iter().filter_map(|(_, attribution)| *attribution);
    let claimed = conditionals.iter().filter_map(|conditional| conditional.attribution);
    for index in quoted.chain(claimed) {
        needed[index] = true;
    }
    let mut place = vec![None; attributions.len()];
    let mut told = Vec::with_capacity(attributions.len());
    for (index, attribution) in attributions.into_iter().enumerate() {
        if needed[index] || !attribution.content.is_empty() || is_faceless(&attribution) {
            place[index] = Some(told.len());
            told.push(attribution);
        }
    }
    let moved = |attribution: &mut Option<usize>| *attribution = attribution.and_then(|index| place[index]);
    quotations.iter_mut().for_each(|(_, attribution)| moved(attribution));
    conditionals.iter_mut().for_each(|conditional| moved(&mut conditional.attribution));
    told
}

fn is_faceless(attribution: &Attribution) -> bool {
    match attribution.source_kind {
        Some(SourceKind::Collective | SourceKind::Anonymous | SourceKind::Described) => true,
        Some(SourceKind::Document) => attribution.cue.is_some(),
        Some(SourceKind::Person | SourceKind::Organisation | SourceKind::Media | SourceKind::Witnesses)
        | None => false,
    }
}
