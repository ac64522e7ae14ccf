//! Whose claim each conditional passes on: an attribution of its sentence, else one of the sentence before.

use super::attributions::Found;
use super::cues::Place;
use super::parse::Parse;
use crate::analysis::CueKind;

/// For each conditional (its word, its sentence, whether it passes on a claim) the attribution whose claim it is:
/// one of its sentence, else that of the sentence before in the same paragraph, as long as the claims go on.
pub(super) fn of_conditionals(
    parse: &Parse<'_>,
    found: &Found,
    conditionals: &[(usize, usize, bool)],
) -> Vec<Option<usize>> {
    let mut by_sentence: Vec<Vec<usize>> = vec![Vec::new(); parse.sentences.len()];
    for (index, attribution) in found.attributions.iter().enumerate() {
        if let Some(here) = by_sentence.get_mut(attribution.sentence) {
            here.push(index);
        }
    }
    let mut carried: Option<(usize, usize)> = None;
    let mut own = Vec::with_capacity(conditionals.len());
    for &(at, sentence, reported) in conditionals {
        let mut attribution = in_sentence(parse, found, &by_sentence[sentence], at);
        if attribution.is_none() && reported && parse.quotation(at).is_none() && sentence > 0 {
            let same_block = parse.sentences[sentence - 1].block == parse.sentences[sentence].block;
            let chain =
                carried.filter(|&(_, before)| before == sentence || (before + 1 == sentence && same_block));
            attribution = chain.map(|(index, _)| index).or_else(|| {
                by_sentence[sentence - 1]
                    .iter()
                    .copied()
                    .filter(|_| same_block)
                    .rfind(|&index| goes_on(found, index))
            });
        }
        if let Some(index) = attribution.filter(|_| reported) {
            carried = Some((index, sentence));
        }
        own.push(attribution);
    }
    own
}

/// Whether a claim can go on in the sentence behind this attribution.
fn goes_on(found: &Found, index: usize) -> bool {
    let attribution = &found.attributions[index];
    // "Le parquet a détaillé les faits.": what is said comes in the sentences behind.
    let said = attribution.cue_kind == CueKind::Neutral && attribution.content.is_empty();
    attribution.source.is_some()
        && attribution.cue.is_some()
        && said
        && !attribution.pronoun
        && found.reach[index].place != Place::Incise
}

/// The attribution of this sentence whose claim the word `at` passes on.
fn in_sentence(parse: &Parse<'_>, found: &Found, here: &[usize], at: usize) -> Option<usize> {
    if let Some(own) = parse.quotation(at).and_then(|quotation| found.of_quotation[quotation]) {
        return Some(own);
    }
    // Not the cue that the conditional itself is: « … », lui aurait-il crié.
    let bears = |index: &usize| {
        let reach = &found.reach[*index];
        !reach.quoted
            && found.attributions[*index].source.is_some()
            && !(reach.start <= at && at < reach.stop)
    };
    let with = |place: Place| {
        here.iter().copied().filter(bears).filter(move |&index| found.reach[index].place == place)
    };
    let before = with(Place::Before)
        .rfind(|&index| found.attributions[index].cue.is_some() && found.reach[index].stop <= at);
    before.or_else(|| with(Place::Phrase).next()).or_else(|| with(Place::Incise).next())
}
