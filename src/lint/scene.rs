//! What every part of the linter looks at: an article, its analysis, the rules, and what is worked out once from them.

use std::cell::OnceCell;

use crate::analysis::{Analysis, Attribution, AttributionKind, Quotation, QuotationKind};
use crate::article::{Article, Role};
use crate::rule::RuleSet;
use crate::rule::rule::{Reach, Region};
use crate::span::Span;

/// An article under the eyes of the rules.
pub(super) struct Scene<'a> {
    /// The article.
    pub(super) article: &'a Article,
    /// What was understood of it.
    pub(super) analysis: &'a Analysis,
    /// The rules in force.
    pub(super) rules: &'a RuleSet,
    /// For each word its number in the rules' vocabulary.
    pub(super) numbers: Vec<u32>,
    contents: OnceCell<Vec<Span>>,
    sources: OnceCell<Vec<Span>>,
    cues: OnceCell<Vec<Span>>,
    according_to: OnceCell<Vec<Span>>,
    by_sentence: OnceCell<Vec<(usize, usize)>>,
    runs: OnceCell<Vec<usize>>,
}

/// How many sentences on both sides are looked over for what excuses a finding: more than any article has, fewer than an
/// archive in one file.
const FARTHEST: usize = 500;

impl<'a> Scene<'a> {
    pub(super) fn new(article: &'a Article, analysis: &'a Analysis, rules: &'a RuleSet) -> Self {
        let numbers = rules.numbers(&analysis.words);
        Self {
            article,
            analysis,
            rules,
            numbers,
            contents: OnceCell::new(),
            sources: OnceCell::new(),
            cues: OnceCell::new(),
            according_to: OnceCell::new(),
            by_sentence: OnceCell::new(),
            runs: OnceCell::new(),
        }
    }

    /// The words of `span`.
    pub(super) fn words(&self, span: Span) -> &'a str {
        self.article.words(span)
    }

    /// The index of the sentence in which `span` starts.
    pub(super) fn sentence(&self, span: Span) -> Option<usize> {
        self.analysis.sentence_at(span.start())
    }

    /// The role of the block in which `span` starts; that of a paragraph in an article without blocks.
    pub(super) fn role(&self, span: Span) -> Role {
        let block = self.article.block_at(span.start());
        self.article.blocks().get(block).map_or(Role::Paragraph, |block| block.role)
    }

    /// Whether something in sentence `there` is near enough to sentence `here`. `Clause` is as near as `Sentence`.
    pub(super) fn reaches(&self, reach: Reach, here: usize, there: usize) -> bool {
        let block = |sentence: usize| self.analysis.sentences.get(sentence).map(|sentence| sentence.block);
        match reach {
            Reach::Clause | Reach::Sentence => here == there,
            Reach::Before => here == there || (there + 1 == here && block(here) == block(there)),
            Reach::After => (here..=here + 2).contains(&there),
            Reach::Beside => here.abs_diff(there) <= 1,
            Reach::Paragraph => block(here) == block(there),
            Reach::Around => block(here) == block(there) || (here..=here + 2).contains(&there),
            Reach::Article => true,
        }
    }

    /// The sentences that may be within `reach` of sentence `here`, at their widest: no farther than [`FARTHEST`].
    pub(super) fn sentences_within(&self, reach: Reach, here: usize) -> std::ops::Range<usize> {
        let sentences = &self.analysis.sentences;
        let last = sentences.len();
        let paragraph = || {
            let block = sentences.get(here).map(|sentence| sentence.block);
            let first = sentences.partition_point(|sentence| Some(sentence.block) < block);
            first..sentences.partition_point(|sentence| Some(sentence.block) <= block)
        };
        let range = match reach {
            Reach::Clause | Reach::Sentence => here..here + 1,
            Reach::Before => here.saturating_sub(1)..here + 1,
            Reach::After => here..here + 3,
            Reach::Beside => here.saturating_sub(1)..here + 2,
            Reach::Paragraph => paragraph(),
            Reach::Around => paragraph().start..(here + 3).max(paragraph().end),
            Reach::Article => 0..last,
        };
        range.start.max(here.saturating_sub(FARTHEST))..range.end.min(here + FARTHEST).min(last)
    }

    /// The first quotation of the run in which `quotation` stands: direct ones that nobody says, with nothing but white space
    /// between them.
    pub(super) fn run(&self, quotation: usize) -> usize {
        let runs = self.runs.get_or_init(|| {
            let mut runs: Vec<usize> = Vec::with_capacity(self.analysis.quotations.len());
            for (index, quotation) in self.analysis.quotations.iter().enumerate() {
                let before = index.checked_sub(1).map(|before| &self.analysis.quotations[before]);
                let goes_on = before.is_some_and(|before| self.follows(before, quotation));
                runs.push(if goes_on { runs[index - 1] } else { index });
            }
            runs
        });
        runs[quotation]
    }

    /// Whether nobody says either of two quotations, and nothing stands between them.
    fn follows(&self, before: &Quotation, quotation: &Quotation) -> bool {
        let unsaid = |quotation: &Quotation| {
            quotation.kind == QuotationKind::Direct && quotation.attribution.is_none()
        };
        let start = before.span.end();
        let between = Span::between(start, quotation.span.start().max(start));
        unsaid(before) && unsaid(quotation) && between.of(self.article.text()).trim().is_empty()
    }

    /// The attributions whose cue stands in one of `sentences`, with their indices.
    pub(super) fn attributions_in(
        &self,
        sentences: std::ops::Range<usize>,
    ) -> impl Iterator<Item = (usize, &'a Attribution)> {
        let by_sentence = self.by_sentence.get_or_init(|| {
            let attributions = self.analysis.attributions.iter().enumerate();
            let mut pairs: Vec<_> =
                attributions.map(|(index, attribution)| (attribution.sentence, index)).collect();
            pairs.sort_unstable();
            pairs
        });
        let first = by_sentence.partition_point(|pair| pair.0 < sentences.start);
        let last = by_sentence.partition_point(|pair| pair.0 < sentences.end);
        by_sentence[first..last.max(first)]
            .iter()
            .map(|&(_, index)| (index, &self.analysis.attributions[index]))
    }

    /// The stretch of `region` that holds all of `span`.
    pub(super) fn region_around(&self, region: Region, span: Span) -> Option<Span> {
        match region {
            Region::Quotation => {
                self.analysis.quotation_around(span).map(|index| self.analysis.quotations[index].span)
            }
            Region::Attribution => around(self.contents(), span),
            Region::AccordingTo => around(self.according_to(), span),
            Region::Source => around(self.sources(), span),
            Region::Cue => around(self.cues(), span),
            Region::Name => around(&self.analysis.names, span),
            Region::Link => {
                let links = self.article.links();
                let index = links.partition_point(|link| link.span.end() < span.end());
                links.get(index).map(|link| link.span).filter(|link| link.contains(span))
            }
            Region::Negation => around(&self.analysis.negated, span),
        }
    }

    /// What is said by somebody, as stretches in the order of the text.
    fn contents(&self) -> &[Span] {
        self.contents.get_or_init(|| {
            let sourced = self.analysis.attributions.iter().filter(|said| said.source.is_some());
            merged(sourced.flat_map(|said| said.content.iter().copied()).collect())
        })
    }

    /// What is said according to somebody, or in front of an incise: "Il faut les arrêter, a-t-elle estimé."
    fn according_to(&self) -> &[Span] {
        self.according_to.get_or_init(|| {
            let said = self.analysis.attributions.iter();
            let behind = |said: &&Attribution| {
                let end = said.content.iter().map(|content| content.end()).max();
                said.kind == AttributionKind::Indirect
                    && said.source.is_some()
                    && end.zip(said.cue).is_some_and(|(end, cue)| {
                        let between = (end <= cue.start()).then(|| Span::between(end, cue.start()));
                        between.is_some_and(|between| between.of(self.article.text()).trim() == ",")
                    })
            };
            let according = said.filter(|said| said.kind == AttributionKind::AccordingTo || behind(said));
            merged(according.flat_map(|said| said.content.iter().copied()).collect())
        })
    }

    /// The words that say that something is said.
    fn cues(&self) -> &[Span] {
        self.cues
            .get_or_init(|| merged(self.analysis.attributions.iter().filter_map(|said| said.cue).collect()))
    }

    /// The words that name sources.
    fn sources(&self) -> &[Span] {
        self.sources.get_or_init(|| {
            merged(self.analysis.attributions.iter().filter_map(|said| said.source).collect())
        })
    }
}

/// The stretches in order, those that overlap made one.
fn merged(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut merged: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match merged.last_mut() {
            Some(last) if last.overlaps(span) => *last = last.cover(span),
            _ => merged.push(span),
        }
    }
    merged
}

/// The one of `spans` (in order, none overlapping) that holds all of `span`.
fn around(spans: &[Span], span: Span) -> Option<Span> {
    let index = spans.partition_point(|stretch| stretch.end() < span.end());
    spans.get(index).copied().filter(|stretch| stretch.contains(span))
}
