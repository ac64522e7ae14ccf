//! Finds speakers that no sentence names: a name behind a dash under a quotation, the labels of a transcript.

use std::ops::Range;

use foldhash::HashSet;

use super::attributions::Found;
use super::lexicon::Lexicon;
use super::tags::{AUXILIARY, NO_SPEAKER, PAST, SUBJECT, THIRD, TIME};
use crate::analysis::{CueKind, Shape};
use crate::article::Role;
use crate::language::Groundwork;
use crate::span::{Covered, Span};

/// The most words of a name or label: "White House Press Secretary Jo Marsh".
const WORDS: usize = 8;

/// The attributions that dashes and labels make; what was found in a labelled paragraph before is dropped.
pub(super) fn add(ground: &Groundwork<'_>, lexicon: &Lexicon, found: &mut Vec<Found>) {
    let mut added = Vec::new();
    let labels = labels(ground, lexicon);
    for (index, sentence) in ground.sentences.iter().enumerate() {
        let first_of_block = index == 0 || ground.sentences[index - 1].block != sentence.block;
        let made = if first_of_block { transcript(ground, lexicon, index, &labels) } else { None };
        let made = made.or_else(|| credit(ground, lexicon, index));
        let made = made.or_else(|| if first_of_block { signed_inside(ground, lexicon, index) } else { None });
        added.extend(made.or_else(|| signature(ground, index)));
    }
    if !added.is_empty() {
        let labelled = Covered::by(added.iter().filter_map(|label: &Found| label.content.first().copied()));
        found.retain(|found| !found.content.iter().chain(&found.cue).any(|span| labelled.holds(*span)));
        found.extend(added);
        found.sort_by_key(|found| found.sentence);
    }
}

/// “We need a bridge.” — Ana Ruiz. Where a dash opens a paragraph of plain text it was read as the mark of a list item.
fn credit(ground: &Groundwork<'_>, lexicon: &Lexicon, index: usize) -> Option<Found> {
    let sentence = &ground.sentences[index];
    let list = ground.words.list();
    let first = sentence.words.start;
    let dash = matches!(ground.words.folded(first), "—" | "–" | "-" | "―" | "--");
    let item = ground.article.blocks()[sentence.block];
    let named_item = item.role == Role::ListItem && is_name_alone(ground, sentence.words.clone(), item.span);
    let bracket = ground.words.folded(first) == "[";
    if !dash && !named_item && !bracket {
        return None;
    }
    let start = if dash || bracket { first + 1 } else { first };
    let mut end = name_end(ground, start, sentence.words.end);
    // “We close the pier.” [Harbor Times.]
    if bracket && matches!(ground.words.folded(end), "," | "/" | "|") {
        end = name_end(ground, end + 1, sentence.words.end);
    }
    let stop = if ground.words.folded(end) == "." { end + 1 } else { end };
    let closed =
        if bracket { ground.words.folded(stop) == "]" } else { closes(ground, end, sentence.words.end) };
    if end == start || end > start + WORDS || !closed {
        return None;
    }
    if (start..end).any(|at| lexicon.tags(ground.words.folded(at)).any(NO_SPEAKER)) {
        return None;
    }
    let before =
        ground.quotations.partition_point(|quotation| quotation.span.start() < list[first].span.start());
    let quotation = ground.quotations[..before].last()?;
    let between = ground.text().get(quotation.span.end()..list[first].span.start())?;
    if between.contains(char::is_alphanumeric) {
        return None;
    }
    // A quotation over several paragraphs bears its name under the last.
    let mut content = vec![quotation.span];
    for at in (0..before).rev() {
        if !ground.quotations[at].continues || at == 0 {
            break;
        }
        content.push(ground.quotations[at - 1].span);
    }
    content.sort();
    let source = list[start].span.cover(list[end - 1].span);
    Some(Found {
        content,
        cue: dash.then(|| list[first].span),
        cue_kind: CueKind::Bare,
        source: Some(source),
        sentence: index,
        lead_in: false,
    })
}

/// “We need a bridge.
/// Sen. Ana Ruiz, Harbor Institute.” A pull-quote whose last line, inside the marks, is the name.
fn signed_inside(ground: &Groundwork<'_>, lexicon: &Lexicon, index: usize) -> Option<Found> {
    let sentence = &ground.sentences[index];
    let at = ground.quotations.partition_point(|quotation| quotation.span.end() <= sentence.span.start());
    let last = ground.quotations.get(at).filter(|last| last.block == sentence.block)?;
    let block = ground.article.blocks()[last.block].span;
    let line = last.inner.of(ground.text()).rfind('\n').map(|line| last.inner.start() + line + 1);
    let text = match line {
        Some(_) => at,
        // The last line is a paragraph of its own, which no mark opens again.
        None => at.checked_sub(1).filter(|_| last.continues && last.inner.start() == block.start())?,
    };
    let name = Span::between(line.unwrap_or(last.inner.start()), last.inner.end());
    let alone = last.span.start() == block.start() && last.span.end() >= block.end();
    if !alone || !is_signature(ground, lexicon, ground.words.within(name)) {
        return None;
    }
    let before = (1..=text).rev().take_while(|&part| ground.quotations[part].continues);
    let mut content: Vec<Span> = before.map(|part| ground.quotations[part - 1].span).collect();
    content.push(ground.quotations[text].span);
    content.sort();
    Some(Found {
        content,
        cue: None,
        cue_kind: CueKind::Bare,
        source: Some(name),
        sentence: index,
        lead_in: false,
    })
}

/// Whether `words` are a name and what its bearer is, and say nothing: "Sen. Ana Ruiz, Harbor Institute."
fn is_signature(ground: &Groundwork<'_>, lexicon: &Lexicon, words: Range<usize>) -> bool {
    let list = ground.words.list();
    let named = |at: &usize| matches!(list[*at].shape, Shape::Capitalised | Shape::Upper | Shape::Mixed);
    let says = |at: &usize| lexicon.tags(ground.words.folded(*at)).any(AUXILIARY | PAST | THIRD | SUBJECT);
    let last = words.clone().rev().find(|&at| list[at].shape != Shape::Mark);
    words.len() <= 2 * WORDS
        && words.clone().next().is_some_and(|first| named(&first))
        && last.is_some_and(|last| named(&last))
        && words.clone().filter(named).count() >= 2
        && words.clone().all(|at| named(&at) || !says(&at))
}

/// Whether a name and its full stop are all of `block`, whose first sentence has `words`.
fn is_name_alone(ground: &Groundwork<'_>, words: Range<usize>, block: Span) -> bool {
    let end = name_end(ground, words.start, words.end);
    let stop = ground.words.within(block).end;
    // "Leo Vidal, former head of the port": a few words on who that is.
    let described = ground.words.folded(end) == "," && end >= words.start + 2 && stop <= end + WORDS;
    end > words.start && (end == stop || (end + 1 == stop && ground.words.folded(end) == ".") || described)
}

fn closes(ground: &Groundwork<'_>, at: usize, end: usize) -> bool {
    at >= end || matches!(ground.words.folded(at), "," | "(" | "." | ";" | "“" | "\"")
}

/// Where the capitals of a name end, with initials and particles among them.
fn name_end(ground: &Groundwork<'_>, start: usize, limit: usize) -> usize {
    let list = ground.words.list();
    let mut end = start;
    while end < limit {
        let capital = matches!(list[end].shape, Shape::Capitalised | Shape::Upper | Shape::Mixed);
        let initial = ground.words.folded(end) == "." && end > start && end + 1 < limit && list[end].joined;
        let particle = end > start
            && matches!(
                ground.words.folded(end),
                "de" | "von" | "van" | "of" | "the" | "'s" | "-" | "’" | "'"
            );
        if !(capital || initial || particle) {
            break;
        }
        end += 1;
    }
    end
}

/// The labels that an interview or a transcript gives its paragraphs; nothing where fewer than three of them have one.
fn labels(ground: &Groundwork<'_>, lexicon: &Lexicon) -> Vec<Range<usize>> {
    let starts =
        |index: &usize| *index == 0 || ground.sentences[index - 1].block != ground.sentences[*index].block;
    let labels: Vec<_> = (0..ground.sentences.len())
        .filter(starts)
        .filter_map(|index| label(ground, lexicon, index))
        .collect();
    let mut seen = HashSet::default();
    let repeated = labels.iter().any(|label| !seen.insert(ground.words.folded(label.end - 1)));
    if labels.len() >= 3 && repeated { labels } else { Vec::new() }
}

/// The name before a colon that opens a paragraph: its words.
fn label(ground: &Groundwork<'_>, lexicon: &Lexicon, index: usize) -> Option<Range<usize>> {
    let sentence = &ground.sentences[index];
    let list = ground.words.list();
    let block = ground.article.blocks()[sentence.block].span;
    let mut start = sentence.words.start;
    if matches!(ground.words.folded(start), "“" | "\"" | "''" | "``") {
        start += 1;
    }
    let near = start..list.len().min(start + WORDS);
    let colon = near.into_iter().find(|&at| is_mark(ground, at, ":"))?;
    if list[colon].span.start() >= block.end() {
        return None;
    }
    let end = ground.words.within(block).end;
    let capital = |at: usize| {
        matches!(list[at].shape, Shape::Upper | Shape::Capitalised | Shape::Mixed)
            || matches!(ground.words.folded(at), "." | "-" | "'" | "’")
    };
    let speaks = (start..colon).all(capital)
        && !(start..colon).any(|at| lexicon.tags(ground.words.folded(at)).any(NO_SPEAKER | TIME));
    (start < colon && speaks && colon + 2 < end).then_some(start..colon)
}

/// Whether the word at `at` is this mark.
fn is_mark(ground: &Groundwork<'_>, at: usize, mark: &str) -> bool {
    ground.words.list()[at].shape == Shape::Mark && ground.words.folded(at) == mark
}

/// The bridge is shut again. — Ana Ruiz (@anaruiz) May 4: what is set in as a post.
fn signature(ground: &Groundwork<'_>, index: usize) -> Option<Found> {
    let sentence = &ground.sentences[index];
    let list = ground.words.list();
    let block = ground.article.blocks()[sentence.block].span;
    let dash = sentence.words.clone().rev().take(24).find(|&at| {
        list[at].shape == Shape::Mark
            && matches!(ground.words.folded(at), "—" | "–" | "-" | "--")
            && !list[at].joined
            && at + 1 < sentence.words.end
    })?;
    let end = name_end(ground, dash + 1, sentence.words.end);
    let handle = ground.words.folded(end) == "(" && ground.words.folded(end + 1) == "@";
    let content = Span::between(block.start(), list[dash].span.start()).trimmed(ground.text());
    (handle && end > dash + 1 && !content.is_empty()).then(|| Found {
        content: vec![content],
        cue: Some(list[dash].span),
        cue_kind: CueKind::Bare,
        source: Some(list[dash + 1].span.cover(list[end - 1].span)),
        sentence: index,
        lead_in: false,
    })
}

/// RUIZ: We need a bridge.
///
/// A label in small letters ("Ruiz: We need a bridge.") counts where the article has several.
fn transcript(
    ground: &Groundwork<'_>,
    lexicon: &Lexicon,
    index: usize,
    labels: &[Range<usize>],
) -> Option<Found> {
    let sentence = &ground.sentences[index];
    let list = ground.words.list();
    let block = ground.article.blocks()[sentence.block].span;
    let label = label(ground, lexicon, index)?;
    let (start, colon) = (label.start, label.end);
    let upper = |at: usize| {
        list[at].shape == Shape::Upper || matches!(ground.words.folded(at), "." | "-" | "'" | "’")
    };
    if !label.clone().all(upper) && labels.binary_search_by_key(&start, |other| other.start).is_err() {
        return None;
    }
    let quoted = start > sentence.words.start;
    let from = if quoted { block.start() } else { list[colon + 1].span.start() };
    Some(Found {
        content: vec![Span::between(from, block.end())],
        cue: Some(list[colon].span),
        cue_kind: CueKind::Bare,
        source: Some(list[start].span.cover(list[colon - 1].span)),
        sentence: index,
        lead_in: false,
    })
}
