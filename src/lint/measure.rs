//! What is counted: in an article, in a quotation, between a pronoun and its name.

use super::scene::Scene;
use crate::analysis::{Attribution, Shape, SourceKind};
use crate::article::Role;
use crate::rule::rule::Measure;
use crate::span::Span;

/// How many sentences or quotations are looked back over.
const LOOKED_BACK: usize = 20;

/// The number of `measure`.
pub(super) fn of_article(measure: Measure, scene: &Scene<'_>) -> usize {
    match measure {
        Measure::Words => story(scene).map(|span| words_in(span, scene)).sum(),
        Measure::Paragraphs => story(scene).count(),
        Measure::IndependentSources => {
            let sources = scene.analysis.sources.iter();
            sources.filter(|source| !faceless(source.kind)).count()
        }
        Measure::AnonymousSources => {
            scene.analysis.sources.iter().filter(|source| anonymous(source.kind)).count()
        }
        Measure::ShareOfOneSource => {
            let quoted = scene.analysis.sources.iter().map(|source| source.quoted_characters);
            let all: usize = quoted.clone().sum();
            quoted.max().unwrap_or(0) * 100 / all.max(1)
        }
        Measure::WordsBeforeFirstSource => {
            let first = scene
                .analysis
                .attributions
                .iter()
                .filter_map(|said| said.source)
                .find(|&source| is_story(scene.role(source)));
            let until = first.map_or(usize::MAX, Span::start);
            story(scene)
                .filter(|span| span.start() < until)
                .map(|span| words_in(Span::between(span.start(), span.end().min(until)), scene))
                .sum()
        }
    }
}

/// Where a finding about the whole article stands: at its first source, or else its first paragraph.
pub(super) fn place_of_article(measure: Measure, scene: &Scene<'_>) -> Option<Span> {
    let first_source = scene.analysis.sources.first().and_then(|source| source.mentions.first().copied());
    let first_words = story(scene).next().map(|span| {
        let sentence = scene.sentence(span).and_then(|index| scene.analysis.sentences.get(index));
        sentence.map_or(span, |sentence| sentence.span)
    });
    match measure {
        Measure::IndependentSources | Measure::ShareOfOneSource => first_source.or(first_words),
        Measure::AnonymousSources => {
            let anonymous = scene.analysis.sources.iter().find(|source| anonymous(source.kind));
            anonymous.and_then(|source| source.mentions.first().copied()).or(first_words)
        }
        Measure::Words | Measure::Paragraphs | Measure::WordsBeforeFirstSource => first_words,
    }
}

/// The paragraphs of the story.
fn story<'a>(scene: &'a Scene<'_>) -> impl Iterator<Item = Span> + 'a {
    scene.article.blocks().iter().filter(|block| is_story(block.role)).map(|block| block.span)
}

fn is_story(role: Role) -> bool {
    match role {
        Role::Paragraph | Role::ListItem | Role::BlockQuote => true,
        Role::Headline
        | Role::Standfirst
        | Role::Byline
        | Role::Dateline
        | Role::Crosshead
        | Role::PullQuote
        | Role::Caption
        | Role::Credit
        | Role::Note => false,
    }
}

fn anonymous(kind: SourceKind) -> bool {
    match kind {
        SourceKind::Described | SourceKind::Anonymous => true,
        SourceKind::Person
        | SourceKind::Organisation
        | SourceKind::Document
        | SourceKind::Media
        | SourceKind::Collective
        | SourceKind::Witnesses => false,
    }
}

/// Whether a source of this kind can't be counted as one: an authority without a face.
fn faceless(kind: SourceKind) -> bool {
    kind == SourceKind::Collective
}

/// How many words (no marks) start in `span`.
pub(super) fn words_in(span: Span, scene: &Scene<'_>) -> usize {
    let words = &scene.analysis.words;
    words.list()[words.within(span)].iter().filter(|word| word.shape != Shape::Mark).count()
}

/// How many words and sentences of quotation are read before the speaker of quotation `index` is named; none where
/// the speaker stands before it, or isn't told at all.
pub(super) fn before_speaker(index: usize, scene: &Scene<'_>) -> (usize, usize) {
    let quotation = &scene.analysis.quotations[index];
    let said = quotation.attribution.and_then(|said| scene.analysis.attributions.get(said));
    let Some(source) = said.and_then(|said| said.source) else { return (0, 0) };
    if source.start() < quotation.span.start() {
        return (0, 0);
    }
    let read = Span::between(quotation.inner.start(), quotation.inner.end().min(source.start()));
    let text = scene.words(read);
    let ends = text.char_indices().filter(|&(at, character)| {
        matches!(character, '.' | '!' | '?' | '…')
            && text[at..].trim_start_matches(['.', '!', '?', '…']).starts_with(char::is_whitespace)
    });
    (words_in(read, scene), ends.count() + usize::from(!text.is_empty()))
}

/// Whether the words of quotation `index` stand in the story, marks and capitals aside. Where it is cut ("…", "[…]"),
/// each piece stands in the same paragraph.
pub(super) fn quoted_in_text(index: usize, scene: &Scene<'_>) -> bool {
    let words = &scene.analysis.words;
    let folded = |span: Span| words.within(span).map(|word| (word, words.folded(word)));
    let is_mark = |word: usize| words.list()[word].shape == Shape::Mark;
    let mut pieces: Vec<Vec<&str>> = vec![Vec::new()];
    for (word, folded) in folded(scene.analysis.quotations[index].inner) {
        match folded {
            "…" | "[" | "(" | "]" | ")" => pieces.push(Vec::new()),
            _ if is_mark(word) => {}
            _ => pieces.last_mut().expect("there is always one").push(folded),
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    story(scene).any(|paragraph| {
        let there: Vec<&str> =
            folded(paragraph).filter(|&(word, _)| !is_mark(word)).map(|(_, folded)| folded).collect();
        pieces.iter().all(|piece| there.windows(piece.len()).any(|window| window == piece))
    })
}

/// Whether another speaker is quoted in the paragraph before quotation `index`.
pub(super) fn second_speaker(index: usize, scene: &Scene<'_>) -> bool {
    let quotations = &scene.analysis.quotations;
    let speaker = |index: usize| {
        let said = quotations[index].attribution.and_then(|said| scene.analysis.attributions.get(said))?;
        said.speaker.as_deref()
    };
    let Some(here) = speaker(index) else { return false };
    let block = quotations[index].block;
    (0..index)
        .rev()
        .take(LOOKED_BACK)
        .take_while(|&earlier| quotations[earlier].block == block)
        .filter_map(speaker)
        .any(|earlier| earlier != here)
}

/// How many sentences lie between a pronoun and the last mention of its speaker's name: all before it where the
/// speaker can't be told, none for a source that is no pronoun.
pub(super) fn sentences_since_name(attribution: &Attribution, scene: &Scene<'_>) -> usize {
    let (true, Some(source)) = (attribution.pronoun, attribution.source) else { return 0 };
    let Some(here) = scene.sentence(source) else { return 0 };
    let Some(speaker) = attribution.speaker.as_deref() else { return here.min(LOOKED_BACK) };
    let last = speaker.rsplit(' ').next().unwrap_or(speaker);
    let mut earlier = scene.analysis.sentences[..=here].iter().rev().take(LOOKED_BACK);
    earlier.position(|sentence| scene.words(sentence.span).contains(last)).unwrap_or(here.min(LOOKED_BACK))
}

/// Whether the source is named in the story, by its last word.
pub(super) fn source_in_text(attribution: &Attribution, scene: &Scene<'_>) -> bool {
    let Some(source) = attribution.source else { return false };
    let words = &scene.analysis.words;
    let mut named = words.within(source).rev().filter(|&word| words.list()[word].shape != Shape::Mark);
    let Some(last) = named.next().map(|word| words.folded(word)) else { return false };
    story(scene).any(|paragraph| words.within(paragraph).any(|word| words.folded(word) == last))
}
