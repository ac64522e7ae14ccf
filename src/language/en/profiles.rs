//! Gives a quotation that is all of its paragraph to whoever the paragraph before is about.
//!
//! Profiles and rounds of opinion go that way: a quotation, a paragraph on who gave it, the next quotation. No verb of
//! saying stands there, and every reader knows who goes on. What a cue says is found before; see `attributions`, `runs`.

use std::ops::Range;

use super::attributions::Found;
use super::lexicon::Lexicon;
use super::line::Line;
use super::runs;
use super::subjects::main_subject;
use super::tags::*;
use crate::analysis::{CueKind, Shape};
use crate::article::Role;
use crate::language::Groundwork;
use crate::span::Span;

/// The most sentences of a paragraph that introduces somebody.
const SENTENCES: usize = 3;

/// The most words of a name that opens a paragraph: "Councillor Ana Maria Ruiz".
const NAME: usize = 5;

/// Who spoke last: in which block, and the source's words.
#[derive(Clone, Copy)]
struct Heard {
    block: usize,
    sentence: usize,
    source: Span,
}

/// Adds to `found`, which is in the order of the sentences, the quotations that a portrait leads to.
pub(super) fn add(ground: &Groundwork<'_>, lexicon: &Lexicon, found: &mut Vec<Found>) {
    let mut taken = runs::taken(ground, found);
    let waits = |at: usize| !taken[at] && is_paragraph(ground, at);
    if !(0..taken.len()).any(waits) {
        return;
    }
    let mut heard: Option<Heard> = None;
    let mut added = Vec::new();
    let mut next = 0;
    for number in 0..ground.quotations.len() {
        let quotation = &ground.quotations[number];
        while let Some(said) =
            found.get(next).filter(|said| ground.sentences[said.sentence].block < quotation.block)
        {
            let told = ground.article.blocks()[ground.sentences[said.sentence].block].role != Role::Headline;
            if told
                && runs::is_quoted(ground, said)
                && let Some(source) = said.source
            {
                heard = Some(Heard { block: last_block(ground, said), sentence: said.sentence, source });
            }
            next += 1;
        }
        if taken[number] || !is_paragraph(ground, number) {
            continue;
        }
        let told = if is_in_first_person(ground, quotation.span) {
            told_before(ground, lexicon, number, heard)
        } else {
            None
        };
        let Some((sentence, source)) = told.or_else(|| signed_below(ground, lexicon, number)) else {
            continue;
        };
        let mut last = number;
        while ground.quotations.get(last + 1).is_some_and(|next| next.continues) && !taken[last + 1] {
            last += 1;
        }
        taken[number..=last].fill(true);
        heard = Some(Heard { block: ground.quotations[last].block, sentence: sentence + 1, source });
        added.push(Found {
            content: ground.quotations[number..=last].iter().map(|part| part.span).collect(),
            cue: None,
            cue_kind: CueKind::Bare,
            source: Some(source),
            sentence,
            lead_in: false,
        });
    }
    if !added.is_empty() {
        found.extend(added);
        found.sort_by_key(|found| found.sentence);
    }
}

/// The block in which what is said ends.
fn last_block(ground: &Groundwork<'_>, said: &Found) -> usize {
    let block = ground.sentences[said.sentence].block;
    let end = said.content.iter().map(|content| content.end()).max().unwrap_or_default();
    let last = ground.sentences.partition_point(|sentence| sentence.span.start() < end);
    last.checked_sub(1).map_or(block, |last| ground.sentences[last].block.max(block))
}

/// Whether a quotation is somebody's words and all of its paragraph.
fn is_paragraph(ground: &Groundwork<'_>, number: usize) -> bool {
    let quotation = &ground.quotations[number];
    quotation.block > 0
        && runs::opens_block(ground, quotation.block, quotation)
        && runs::is_alone(ground, quotation.block, quotation)
        && runs::is_uttered(ground, quotation)
}

/// The name that is all of the paragraph below a quotation, and its sentence: “We stay.” / Ana Ruiz
fn signed_below(ground: &Groundwork<'_>, lexicon: &Lexicon, number: usize) -> Option<(usize, Span)> {
    let block = ground.article.blocks().get(ground.quotations[number].block + 1)?.span;
    let words = ground.words.within(block);
    let named =
        |at: usize| ground.words.list()[at].shape == Shape::Capitalised || ground.words.folded(at) == ".";
    let known = lexicon.tags(ground.words.folded(words.start)).any(MASCULINE | FEMININE | TITLE);
    let sentence = ground.sentences.partition_point(|sentence| sentence.span.start() < block.start());
    let closed = ground.words.folded(words.end.wrapping_sub(1)) != ".";
    (known && closed && (2..=NAME).contains(&words.len()) && words.clone().all(named))
        .then_some((sentence, block))
}

/// Who the paragraph before quotation `number` is about, and its last sentence.
fn told_before(
    ground: &Groundwork<'_>,
    lexicon: &Lexicon,
    number: usize,
    heard: Option<Heard>,
) -> Option<(usize, Span)> {
    let quotation = &ground.quotations[number];
    let next = ground.sentences.partition_point(|sentence| sentence.span.start() < quotation.span.start());
    let last = next.checked_sub(1)?;
    let block = ground.sentences[last].block;
    let first = (0..last).rev().take(SENTENCES).take_while(|&at| ground.sentences[at].block == block).last();
    let first = first.unwrap_or(last);
    let line = |index: usize| {
        let start = ground.sentences[index].span.start();
        let quotation = ground.quotations.partition_point(|quotation| quotation.span.end() <= start);
        Line::new(ground, lexicon, index, quotation)
    };
    let (opening, closing) = (line(first), line(last));
    let (told_first, told_last) = (topic(&opening), topic(&closing));
    let told = told_last.as_ref().map(|told| closing.span(told.start, told.end))?;
    let is_pronoun = |line: &Line<'_>, told: &Option<Range<usize>>| {
        told.as_ref().is_some_and(|told| told.len() == 1 && matches!(line.folded(told.start), "he" | "she"))
    };
    let goes_on = is_pronoun(&closing, &told_last);
    // “…,” he says. It stood up to heat.\n\n“We thought that was odd.”
    let thing = |at: &usize| !closing.is_capital(*at) || *at == 0;
    if let Some(heard) = heard.filter(|heard| heard.block == block && heard.sentence < last)
        && (0..closing.len()).all(|at| thing(&at))
    {
        return Some((last, heard.source));
    }
    // "Leo Vidal, of Star Charters, reckons there will be plenty of them.\n\n“I have seen some.”"
    let thinks = told_last.as_ref().is_some_and(|told| {
        let helps = |at: &usize| {
            closing.is(*at, ADVERB | NEGATION)
                || closing.is_comma(*at)
                || matches!(closing.folded(*at), "does" | "did")
        };
        let verb = (told.end..closing.end()).find(|at| !helps(at));
        closing.is_capital(told.start)
            && !closing.is(told.start, PEOPLE | COLLECTIVE | WITNESS)
            && told.clone().all(|at| closing.folded(at) != "'s")
            && verb.is_some_and(|verb| closing.is(verb, BELIEF) && closing.is(verb, VERB))
            && runs::is_one_person(ground, lexicon, closing.span(told.start, told.end))
    });
    if thinks && first == last {
        return Some((last, told));
    }
    if let Some(heard) = heard.filter(|heard| (heard.block..=heard.block + 1).contains(&block)) {
        let is_heard = |line: &Line<'_>, told: &Option<Range<usize>>| {
            is_pronoun(line, told)
                || told
                    .as_ref()
                    .is_some_and(|told| is_same(ground, line.span(told.start, told.end), heard.source))
        };
        let alone = first == last || is_heard(&opening, &told_first);
        if alone && is_heard(&closing, &told_last) {
            return Some((last, told));
        }
    }
    if let Some(name) = introduced(&opening).filter(|_| first == last || goes_on) {
        return Some((last, opening.span(name.start, name.end)));
    }
    // "Mia Vos sells nets.\n\nShe feels let down by the council.\n\n“…”"
    let opens = is_pronoun(&opening, &told_first) && goes_on;
    let before = first.checked_sub(1).filter(|_| opens)?;
    let before = line(before);
    let of = topic(&before).filter(|of| {
        matches!(before.folded(of.start), "he" | "she") && of.len() == 1
            || before.is_capital(of.start)
                && runs::is_one_person(ground, lexicon, before.span(of.start, of.end))
    });
    of.map(|_| (last, told))
}

/// Whom a sentence is about: its subject.
fn topic(line: &Line<'_>) -> Option<Range<usize>> {
    main_subject(line, line.end())
}

/// Whether somebody speaks of themselves: I, we, my.
fn is_in_first_person(ground: &Groundwork<'_>, quotation: Span) -> bool {
    ground.words.within(quotation).any(|at| {
        matches!(
            ground.words.folded(at),
            "i" | "me" | "my" | "mine" | "myself" | "we" | "us" | "our" | "ours" | "ourselves"
        )
    })
}

/// Whether both spans name somebody by the same last word.
fn is_same(ground: &Groundwork<'_>, one: Span, other: Span) -> bool {
    let list = ground.words.list();
    let capital = |at: &usize| matches!(list[*at].shape, Shape::Capitalised | Shape::Mixed);
    let last = |span: Span| {
        let words = ground.words.within(span);
        let head = words.take_while(|&at| ground.words.folded(at) != ",");
        head.filter(capital).last().map(|at| ground.words.folded(at))
    };
    last(one).is_some_and(|name| last(other) == Some(name))
}

/// The name of whom a sentence introduces: Leo Vidal is a fishmonger. Mia Vos, 28, paints boats.
fn introduced(line: &Line<'_>) -> Option<Range<usize>> {
    let end = (0..line.len().min(NAME + 1)).find(|&at| !line.is_capital(at)).filter(|&end| end >= 1)?;
    if line.title_case || line.is(0, OPENS_NOUN | SUBJECT | PREPOSITION | SUBORDINATOR | TIME) {
        return None;
    }
    let number = |at: usize| line.units.get(at).is_some_and(|unit| unit.shape == Shape::Number);
    let aged = line.is_comma(end) && number(end + 1) && line.is_comma(end + 2);
    let verb = if line.is_comma(end) { end + 1 } else { end };
    let works = matches!(
        line.folded(verb),
        "owns"
            | "runs"
            | "works"
            | "farms"
            | "grows"
            | "manages"
            | "lives"
            | "breeds"
            | "sells"
            | "teaches"
            | "studies"
            | "drives"
            | "heads"
            | "chairs"
    );
    let is_one = matches!(line.folded(verb), "is" | "was")
        && (matches!(line.folded(verb + 1), "a" | "an") || number(verb + 1));
    let described = end >= 2 && (is_one || works);
    // "Ana Ruiz, 33, who works for Leo Vidal": two people stand there.
    let others = (end + 1..line.len()).any(|at| {
        line.is_capital(at)
            && line.is_capital(at + 1)
            && !line.is_capital(at - 1)
            && !matches!(line.folded(at - 1), "in" | "from" | "at" | "near" | "outside" | ",")
    });
    ((aged || described) && !others).then_some(0..end)
}
