//! Gives quotations without a cue of their own to the speaker of the sentence or paragraph before.

use std::ops::Range;

use super::attributions::Found;
use super::lexicon::Lexicon;
use super::source_kinds;
use super::tags::{DESCRIBED, HEARER, OPENS_NOUN, PAST, ROLE, SPEECH, SUBJECT, THIRD};
use crate::analysis::{CueKind, Quotation, Shape, SourceKind};
use crate::article::Role;
use crate::language::Groundwork;
use crate::span::Span;

/// Adds to what is said in a later paragraph of a quotation the paragraphs before, which stay open: “When I woke up.
///
/// “I found coins in my bed,” he said.
pub(super) fn carry_back(ground: &Groundwork<'_>, found: &mut [Found]) {
    let quotations = ground.quotations;
    let opens = |at: usize| !quotations[at].closed && quotations[at + 1].continues;
    let mut at = quotations.len().saturating_sub(1);
    if !(0..at).any(opens) {
        return;
    }
    let mut taken = taken(ground, found);
    while at > 0 {
        at -= 1;
        if !opens(at) || taken[at] || !taken[at + 1] {
            continue;
        }
        let next = quotations[at + 1].span;
        // A label speaks for its own paragraph: "VOS: …".
        let holds = |found: &&mut Found| {
            found.cue_kind != CueKind::Bare && found.content.iter().any(|content| content.overlaps(next))
        };
        if let Some(found) = found.iter_mut().find(holds) {
            found.content.push(quotations[at].span);
            taken[at] = true;
        }
    }
}

/// Adds to `found`, which is in the order of the sentences, what goes on in later sentences and paragraphs.
pub(super) fn carry_on(ground: &Groundwork<'_>, lexicon: &Lexicon, found: &mut [Found]) {
    let taken = taken(ground, found);
    let mut quotation = 0;
    // The attribution that speaks last: its index, and the sentence in which it last had a quotation.
    let mut last: Option<(usize, usize)> = None;
    let mut next = 0;
    for (index, sentence) in ground.sentences.iter().enumerate() {
        while ground
            .quotations
            .get(quotation)
            .is_some_and(|quotation| quotation.span.end() <= sentence.span.start())
        {
            quotation += 1;
        }
        let own = next..next + found[next..].iter().take_while(|found| found.sentence == index).count();
        next = own.end;
        let open = ground.quotations.get(quotation).filter(|found| found.span.start() < sentence.span.end());
        let lead_in = last.filter(|&(at, _)| found[at].lead_in);
        let free = open.filter(|_| !taken.get(quotation).copied().unwrap_or(true));
        if own.clone().all(|at| found[at].announces()) {
            if let (Some((at, when)), Some(open)) = (last, free) {
                let same_block = ground.sentences[when].block == sentence.block;
                if opens_sentence(ground, sentence.span, open)
                    && (!found[at].announces() || is_uttered(ground, open))
                    && (open.continues
                        || lead_in.is_some()
                        || same_block
                        || (when + 1 == index
                            && opens_block(ground, sentence.block, open)
                            && (is_alone(ground, sentence.block, open)
                                || goes_on_small(ground, open)
                                || is_heard(ground, &found[at])
                                || is_told_on(ground, lexicon, index, &found[at]))
                            && (hands_over(ground, lexicon, &found[at])
                                || found[at].announces() && is_told_on(ground, lexicon, index, &found[at]))))
                {
                    found[at].content.push(open.span);
                    if !ground.quotations.get(quotation + 1).is_some_and(|next| next.continues) {
                        found[at].lead_in = false;
                    }
                    last = Some((at, index));
                    continue;
                }
            } else if let (Some((at, when)), None) = (lead_in, open) {
                let block = ground.article.blocks()[sentence.block];
                if when + 1 == index
                    && ground.sentences[when].block != sentence.block
                    && block.role != Role::Crosshead
                {
                    found[at].content.push(if block.role == Role::BlockQuote {
                        block.span
                    } else {
                        sentence.span
                    });
                    found[at].lead_in = false;
                    last = None;
                    continue;
                }
            }
        }
        // A caption or a crosshead between two paragraphs doesn't take the floor either.
        if let (Some((at, when)), true, None) = (last, own.is_empty(), open)
            && ground.sentences[when].block != sentence.block
            && ground.article.interrupts(sentence.block)
        {
            last = Some((at, index));
            continue;
        }
        // Within a paragraph, what stands between doesn't take the floor.
        let before = last.filter(|&(_, when)| ground.sentences[when].block == sentence.block);
        last = floor(ground, found, own).map(|at| (at, index)).or(before);
    }
}

/// Which attribution of a sentence has the floor behind it.
fn floor(ground: &Groundwork<'_>, found: &[Found], own: Range<usize>) -> Option<usize> {
    let utters = |&at: &usize| found[at].lead_in || opens_with_quotation(ground, &found[at]);
    let speaks =
        |&at: &usize| utters(&at) || found[at].source.is_some() && found[at].cue_kind != CueKind::Belief;
    // “We will stay,” Ruiz said, adding that the pier was hers. “It is my home.”
    own.clone().rev().filter(speaks).find(utters).or_else(|| own.rev().find(speaks))
}

/// Which quotations lie in the content of an attribution already.
pub(super) fn taken(ground: &Groundwork<'_>, found: &[Found]) -> Vec<bool> {
    let mut contents: Vec<Span> = found.iter().flat_map(|found| found.content.iter().copied()).collect();
    contents.sort();
    ground
        .quotations
        .iter()
        .map(|quotation| {
            let at = contents.partition_point(|span| span.end() <= quotation.span.start());
            contents.get(at).is_some_and(|span| span.overlaps(quotation.span))
        })
        .collect()
}

/// Whether the quotation that is all of the next paragraph is the speaker's too: where somebody is quoted already, where
/// one person's words are told, where words are announced.
fn hands_over(ground: &Groundwork<'_>, lexicon: &Lexicon, found: &Found) -> bool {
    if found.announces() {
        // "Others expressed doubts" tells of no one's words.
        let first = found.source.map(|source| ground.words.folded(ground.words.within(source).start));
        let nobody = matches!(first, Some("others" | "some" | "many" | "most" | "several" | "few"));
        return found.cue_kind == CueKind::Bare && !nobody;
    }
    let states = match found.cue_kind {
        CueKind::Neutral | CueKind::Loaded | CueKind::AccordingTo => true,
        // She told the board, she warned drivers; she proposes a bridge.
        CueKind::Directive => has_hearer(ground, lexicon, found),
        CueKind::Belief | CueKind::Passive | CueKind::Bare => false,
    };
    is_quoted(ground, found)
        || states && found.source.is_some_and(|source| is_one_person(ground, lexicon, source))
}

/// Whether the cue is a verb that names its hearer: told, warned.
fn has_hearer(ground: &Groundwork<'_>, lexicon: &Lexicon, found: &Found) -> bool {
    let last = found.cue.and_then(|cue| ground.words.within(cue).next_back());
    let tags = last.map(|last| lexicon.tags(ground.words.folded(last))).unwrap_or_default();
    tags.any(HEARER) && tags.any(PAST | THIRD)
}

/// Whether words of the speaker stand in quotation marks already.
pub(super) fn is_quoted(ground: &Groundwork<'_>, found: &Found) -> bool {
    found.content.iter().any(|&content| {
        let at = ground.quotations.partition_point(|quotation| quotation.span.end() <= content.start());
        ground.quotations.get(at).is_some_and(|quotation| quotation.span.overlaps(content))
    })
}

/// Whether the last words of the speaker in quotation marks are an utterance.
fn is_heard(ground: &Groundwork<'_>, found: &Found) -> bool {
    found.content.last().is_some_and(|&content| {
        let at = ground.quotations.partition_point(|quotation| quotation.span.start() < content.end());
        let last = at.checked_sub(1).map(|at| &ground.quotations[at]);
        last.is_some_and(|last| last.span.overlaps(content) && is_uttered(ground, last))
    })
}

/// Whether the sentence behind sentence `index` goes on with the speaker: “…” Mr. Vidal also
fn is_told_on(ground: &Groundwork<'_>, lexicon: &Lexicon, index: usize, found: &Found) -> bool {
    let Some(next) = ground.sentences.get(index + 1) else { return false };
    let named = |&at: &usize| {
        ground.words.list()[at].shape == Shape::Capitalised
            && !lexicon.tags(ground.words.folded(at)).any(OPENS_NOUN | SUBJECT)
    };
    // “…” He also said the pier
    let first = next.words.start;
    let also = matches!(ground.words.folded(first + 1), "also" | "later" | "then")
        && lexicon.tags(ground.words.folded(first + 2)).any(SPEECH)
        || ground.words.folded(first + 1) == "added";
    if matches!(ground.words.folded(first), "he" | "she")
        && also
        && next.block == ground.sentences[index].block
        && found.source.is_some_and(|source| is_one_person(ground, lexicon, source))
    {
        return true;
    }
    let surname = found.source.and_then(|source| ground.words.within(source).rev().find(named));
    let mut opening = next.words.clone().take(4).filter(named);
    next.block == ground.sentences[index].block
        && surname
            .is_some_and(|surname| opening.any(|at| ground.words.folded(at) == ground.words.folded(surname)))
}

/// Whether a source is one person: he, she, somebody with a name, the historian.
pub(super) fn is_one_person(ground: &Groundwork<'_>, lexicon: &Lexicon, source: Span) -> bool {
    let words = ground.words.within(source);
    let named = words.clone().any(|at| ground.words.list()[at].shape == Shape::Capitalised);
    let pronoun = words.len() == 1 && matches!(ground.words.folded(words.start), "he" | "she");
    let last = words.end.max(words.start + 1) - 1;
    let role = matches!(ground.words.folded(words.start), "the" | "this" | "that")
        && lexicon.tags(ground.words.folded(last)).any(ROLE | DESCRIBED)
        && !ground.words.folded(last).ends_with('s');
    (named || pronoun || role) && source_kinds::kind(ground, lexicon, source) == SourceKind::Person
}

/// Whether what is said starts with an opening mark.
fn opens_with_quotation(ground: &Groundwork<'_>, found: &Found) -> bool {
    found.content.first().is_some_and(|&content| {
        let at = ground.quotations.partition_point(|quotation| quotation.span.end() <= content.start());
        ground.quotations.get(at).is_some_and(|quotation| quotation.span.start() == content.start())
    })
}

/// Whether the sentence is the quotation, or starts with it; "but" and the like may stand before.
fn opens_sentence(ground: &Groundwork<'_>, sentence: Span, quotation: &Quotation) -> bool {
    let before = Span::between(sentence.start(), quotation.span.start().max(sentence.start()));
    !before.of(ground.text()).contains(char::is_alphanumeric)
        || ground.words.within(before).all(|at| {
            matches!(
                ground.words.folded(at),
                "but"
                    | "and"
                    | "or"
                    | "so"
                    | "then"
                    | "also"
                    | "plus"
                    | "adding"
                    | "indeed"
                    | "again"
                    | "later"
                    | "still"
                    | "yet"
                    | "now"
                    | "in"
                    | "addition"
                    | "finally"
                    | "because"
                    | "besides"
                    | ","
                    | ":"
            )
        })
}

/// Whether a quotation reads like somebody's words, no name or title: it ends as a sentence does, or its clause goes on.
pub(super) fn is_uttered(ground: &Groundwork<'_>, quotation: &Quotation) -> bool {
    let inner = quotation.inner.of(ground.text());
    inner.ends_with(['.', '!', '?', '…', ',', '—', '–', '-'])
        && ground.words.within(quotation.inner).len() >= 4
}

/// Whether the quotation is all of its paragraph.
pub(super) fn is_alone(ground: &Groundwork<'_>, block: usize, quotation: &Quotation) -> bool {
    let block = ground.article.blocks()[block].span;
    let rest = Span::between(quotation.span.end().min(block.end()), block.end());
    !rest.of(ground.text()).contains(char::is_alphanumeric)
}

/// Whether its sentence goes on with a small letter: “Luckily, he saw the bones,” sticking out of a rock.
fn goes_on_small(ground: &Groundwork<'_>, quotation: &Quotation) -> bool {
    ground.text()[quotation.span.end()..].trim_start_matches(' ').starts_with(char::is_lowercase)
}

/// Whether the quotation opens its paragraph.
pub(super) fn opens_block(ground: &Groundwork<'_>, block: usize, quotation: &Quotation) -> bool {
    quotation.span.start() == ground.article.blocks()[block].span.start()
}
