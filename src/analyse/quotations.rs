//! Finds the quotations of an article by their marks, and the marks without a pair.
//!
//! The outermost pairs of a block are the quotations. An opening mark that stays open is a quotation to the end of its
//! paragraph where the next paragraph opens again, or where one of the next closes it; else it is a lone mark. What a
//! mark is, see `marks`; which goes with which, `pairs`. Of what kind a quotation is, and who speaks, is not asked here.

use super::marks::{Family, Hand, Mark, Side, marks, opening_family};
use super::pairs::{Pairs, paired};
use crate::analysis::{LoneMark, Quotation, QuotationKind, Words};
use crate::article::Article;
use crate::span::Span;

/// The outermost quotations, and the lone marks, each in the order of the text.
pub(super) fn quotations(article: &Article, words: &Words) -> (Vec<Quotation>, Vec<LoneMark>) {
    let mut found = Found::default();
    let mut before = Open::No;
    let (text, blocks) = (article.text(), article.blocks());
    for (index, &block) in blocks.iter().enumerate() {
        let here = before.at(index);
        let reopens = here.reopening();
        let mut marks_here = marks(text, words, block, reopens, Hand::Slips);
        let mut pairs = paired(&marks_here);
        if !pairs.is_whole() && marks_here.iter().any(|mark| mark.family == Family::Straight) {
            let typed = marks(text, words, block, reopens, Hand::Typed);
            let as_typed = paired(&typed);
            if as_typed.is_whole() {
                (marks_here, pairs) = (typed, as_typed);
            }
        }
        let marks = marks_here;
        let tail = pairs.open.first().map(|&open| marks[open]);
        let behind = tail.map_or(Open::No, |tail| goes_on(article, words, index, tail));
        found.add(text, Paragraph { block: block.span, index, marks: &marks }, &mut pairs, here, behind);
        before = match before {
            Open::Until(last, _) | Open::Reopened(last, _) if index < last => before,
            Open::Until(..) | Open::Reopened(..) | Open::No => behind,
        };
    }
    (found.quotations, found.lone_marks)
}

/// How a quotation that a paragraph leaves open goes on behind it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Open {
    /// Not at all.
    No,
    /// The paragraph with this index opens it again with this mark; what stands between only interrupts.
    Reopened(usize, Family),
    /// It runs on without a mark to the paragraph with this index, which closes it.
    Until(usize, Family),
}

impl Open {
    /// What the paragraph with this index sees of it: nothing, where it only interrupts.
    fn at(self, index: usize) -> Open {
        match self {
            Open::Reopened(next, _) if index < next => Open::No,
            Open::No | Open::Until(..) | Open::Reopened(..) => self,
        }
    }

    fn reopening(self) -> Option<Family> {
        match self {
            Open::Reopened(_, family) => Some(family),
            Open::No | Open::Until(..) => None,
        }
    }
}

/// Over how many paragraphs without a mark a quotation is followed to the one that closes it.
const FARTHEST: usize = 3;

/// How many captions and crossheads may stand between two paragraphs of a quotation.
const MOST_BETWEEN: usize = 2;

/// How the quotation that the mark `tail` of paragraph `index` leaves open goes on.
fn goes_on(article: &Article, words: &Words, index: usize, tail: Mark) -> Open {
    let (text, blocks) = (article.text(), article.blocks());
    for (next, &block) in blocks.iter().enumerate().skip(index + 1).take(1 + MOST_BETWEEN) {
        // With a mark of another kind: a paragraph that is quoted as a whole, or stays open itself.
        let paragraph = block.span.of(text);
        let whole = paragraph.ends_with(['"', '”']) || paragraph.matches(['"', '“', '”']).count() == 1;
        let family = opening_family(text, words, block)
            .filter(|&family| family == tail.family || whole && family.continues(tail.family));
        if let Some(family) = family {
            return Open::Reopened(next, family);
        }
        if !article.interrupts(next) {
            break;
        }
    }
    if !matches!(tail.family, Family::Guillemets | Family::Curly | Family::Straight) {
        return Open::No;
    }
    // A straight mark tells too little of its side to be looked for farther than the next paragraph.
    let farthest = if tail.family == Family::Straight { 1 } else { FARTHEST };
    for (last, &block) in blocks.iter().enumerate().skip(index + 1).take(farthest) {
        let first =
            marks(text, words, block, None, Hand::Slips).into_iter().find(|mark| mark.family == tail.family);
        match first.map(|mark| mark.side) {
            Some(Side::Closing) => return Open::Until(last, tail.family),
            Some(Side::Opening) => return Open::No,
            None => {}
        }
    }
    Open::No
}

/// A paragraph and its marks.
#[derive(Clone, Copy)]
struct Paragraph<'a> {
    block: Span,
    index: usize,
    marks: &'a [Mark],
}

#[derive(Default)]
struct Found {
    quotations: Vec<Quotation>,
    lone_marks: Vec<LoneMark>,
}

impl Found {
    /// Takes over what was paired in a paragraph; `before` is what the one before it left open, `behind` what it leaves
    /// open itself.
    fn add(&mut self, text: &str, paragraph: Paragraph<'_>, pairs: &mut Pairs, before: Open, behind: Open) {
        let Paragraph { block, index, marks } = paragraph;
        let mut spans = std::mem::take(&mut pairs.closed);
        let tail = pairs.open.first().copied().filter(|_| behind != Open::No);
        if let Some(open) = tail {
            let start = marks[open].span.start();
            spans.retain(|span| span.start() < start);
            spans.push(Span::between(start, block.end()));
        }
        let head = carried_head(paragraph, pairs, before);
        spans.extend(head);
        spans.sort_by_key(|span| (span.start(), usize::MAX - span.end()));
        let mut end = 0;
        for span in spans {
            if span.start() < end {
                continue;
            }
            end = span.end();
            let runs_on = tail.is_some() || matches!(before, Open::Until(last, _) if index < last);
            let reopens = before.reopening().is_some()
                && marks.first().is_some_and(|mark| mark.span.start() == span.start());
            self.quotations.push(Quotation {
                span,
                inner: inner(text, span, marks),
                kind: QuotationKind::Direct,
                attribution: None,
                block: index,
                continues: reopens || head == Some(span),
                closed: !runs_on || span.end() < block.end() || ends_in_mark(span, marks),
            });
        }
        let open_ones = pairs.open.iter().filter(|&&open| tail != Some(open));
        let mut lone: Vec<Span> = open_ones
            .chain(&pairs.lone)
            .map(|&mark| marks[mark])
            .filter(Mark::needs_a_pair)
            .map(|mark| mark.span)
            .collect();
        lone.sort();
        self.lone_marks.extend(lone.into_iter().map(|span| LoneMark { span, block: index }));
    }
}

/// The part of a paragraph that goes on with a quotation left open before it, whose closing mark then is no lone one.
fn carried_head(paragraph: Paragraph<'_>, pairs: &mut Pairs, before: Open) -> Option<Span> {
    let Paragraph { block, index, marks } = paragraph;
    let Open::Until(last, family) = before else { return None };
    if index < last {
        return Some(block);
    }
    let at = pairs.lone.iter().position(|&mark| marks[mark].family == family)?;
    let close = marks[pairs.lone.remove(at)];
    Some(Span::between(block.start(), close.span.end()))
}

fn ends_in_mark(span: Span, marks: &[Mark]) -> bool {
    let last = marks[..marks.partition_point(|mark| mark.span.start() < span.end())].last();
    last.is_some_and(|mark| mark.span.end() == span.end() && mark.side == Side::Closing)
}

/// The quotation without its marks and the white space inside them.
fn inner(text: &str, span: Span, marks: &[Mark]) -> Span {
    let inside = marks.partition_point(|mark| mark.span.start() < span.start())
        ..marks.partition_point(|mark| mark.span.start() < span.end());
    let inside = &marks[inside];
    let first = inside.first().filter(|mark| mark.span.start() == span.start());
    let last = inside.last().filter(|mark| mark.span.end() == span.end() && mark.span.start() > span.start());
    let start = first.map_or(span.start(), |mark| mark.span.end());
    Span::between(start, last.map_or(span.end(), |mark| mark.span.start()).max(start)).trimmed(text)
}

#[cfg(test)]
mod tests {
    use crate::analysis::Analysis;
    use crate::article::{Article, Builder, Role};
    use crate::language::{Code, Language};
    use crate::place::{Source, Width};

    fn read(text: &str) -> (Article, Analysis) {
        let mut builder = Builder::new(Source::new(text.into(), 0, Width::Utf8));
        let mut at = 0;
        for block in text.split("\n\n") {
            builder.open(Role::Paragraph);
            builder.verbatim(at, at + block.len());
            at += block.len() + 2;
        }
        let article = builder.finish();
        let analysis = crate::analyse::analysis(&article, &Language::shipped(Code::English));
        (article, analysis)
    }

    fn quotations(text: &str, expected: &[&str], lone: usize) {
        let (article, analysis) = read(text);
        let found: Vec<_> =
            analysis.quotations.iter().map(|quotation| article.words(quotation.span)).collect();
        assert_eq!(found, expected, "in {text}");
        assert_eq!(analysis.lone_marks.len(), lone, "lone marks in {text}");
    }

    fn sentences(text: &str, expected: usize) {
        let (article, analysis) = read(text);
        let found: Vec<_> = analysis.sentences.iter().map(|sentence| article.words(sentence.span)).collect();
        assert_eq!(found.len(), expected, "{found:?}");
    }

    #[test]
    fn marks_pair_by_family() {
        quotations("« Oui », dit-il, “no” and \"why\".", &["« Oui »", "“no”", "\"why\""], 0);
        quotations("Il cite « la “grande” dame ».", &["« la “grande” dame »"], 0);
        quotations("\"Press \"Stop\" twice,\" the pilot said.", &["\"Press \"Stop\" twice,\""], 0);
        quotations(
            "It was \"late.\" Then \"early\" again. The rest: \"Never on time.\"",
            &["\"late.\"", "\"early\"", "\"Never on time.\""],
            0,
        );
        quotations(
            "“I disagree,\" Ana Ruiz said. \"The pier stays. It has to.”",
            &["“I disagree,\"", "\"The pier stays. It has to.”"],
            0,
        );
        quotations("<<Nous restons>>, dit-elle.", &["<<Nous restons>>"], 0);
        quotations("``Go,'' she said.", &["``Go,''"], 0);
    }

    #[test]
    fn an_apostrophe_is_no_mark() {
        quotations("‘Tis the season. The mill is reportedly shut, its doors’ locks changed.", &[], 0);
        quotations("The nurses' union met in the '90s.", &[], 0);
        quotations("A 27\" screen and a player of 5'11\".", &[], 0);
        quotations("‘What’s the point, Jerry?’ asked Mr. Lowry.", &["‘What’s the point, Jerry?’"], 0);
    }

    #[test]
    fn a_mark_without_pair_stands_alone() {
        quotations("\"We leave at dawn, the captain said.", &[], 1);
        quotations("He promised an honest budget” and lower rates.", &[], 1);
        quotations("« Nous partirons demain, a lancé la capitaine.", &[], 1);
    }

    #[test]
    fn a_quotation_that_reopens_goes_on() {
        quotations(
            "\"First paragraph.\n\n\"Second, and last.\" Then silence.",
            &["\"First paragraph.", "\"Second, and last.\""],
            0,
        );
    }

    #[test]
    fn titles_end_no_sentence() {
        sentences("‘What’s the point, Jerry?’ asked Mr. Lowry.", 1);
        sentences("Sen. J. K. Lee (R-Ky.) left. He ran.", 2);
        sentences("He left at 5 p.m. on Monday. It rained.", 2);
        sentences("The hall was quiet. “We heard nothing. Not a word.” Then the lights came on.", 3);
    }
}
