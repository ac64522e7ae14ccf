//! Words that an article gives twice, in its story and in large type beside it.

use foldhash::HashMap;

use super::attributions::Draft;
use super::cues::Cue;
use super::parse::Parse;
use super::runs::sentence_of;
use crate::analysis::QuotationKind;

/// How many bytes a quotation has at least that is known again.
const REPEATED: usize = 40;

/// The same words over again, in large type beside the story or in its first lines, are the same person's.
pub(super) fn repeat(
    parse: &Parse<'_>,
    kinds: &[QuotationKind],
    drafts: &mut Vec<Draft>,
    of_quotation: &mut [Option<usize>],
) {
    let words = |at: usize| {
        let ends = |character: char| character.is_whitespace() || matches!(character, '.' | ',' | '…');
        parse.quotations[at].inner.of(parse.text).trim_matches(ends)
    };
    let unsaid = |at: &usize| {
        kinds[*at] == QuotationKind::Direct && words(*at).len() > REPEATED && !parse.quotations[*at].continues
    };
    let waiting: Vec<usize> =
        (0..of_quotation.len()).filter(|at| of_quotation[*at].is_none()).filter(unsaid).collect();
    if waiting.is_empty() {
        return;
    }
    let said: HashMap<&str, usize> = (0..of_quotation.len())
        .filter_map(|at| Some((words(at), of_quotation[at]?)))
        .filter(|(words, _)| words.len() > REPEATED)
        .collect();
    for at in waiting {
        let source = said.get(words(at)).and_then(|&own| drafts[own].cue.source.clone());
        if let Some(source) = source {
            let cue = Cue::bare(source, sentence_of(parse, at));
            drafts.push(Draft { cue, carried: true, quotations: vec![at] });
            of_quotation[at] = Some(drafts.len() - 1);
        }
    }
}
