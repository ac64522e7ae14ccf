//! Finds the quotations of an article by their marks, and the marks without a pair.
//!
//! Marks are paired block by block: each closing mark goes with the nearest opening one of its family that is still
//! open, and the outermost pairs are the quotations. An opening mark that stays open is a quotation to the end of its
//! paragraph where the next paragraph opens again, or where one of the next closes it; else it is a lone mark. Straight marks are opening or closing by
//! what stands around them. Of what kind a quotation is, and who speaks, is not asked here.

use crate::analysis::{LoneMark, Quotation, QuotationKind, Shape, Word, Words};
use crate::article::{Article, Block};
use crate::span::Span;

/// Marks that go together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Family {
    /// « » and << >>
    Guillemets,
    /// “ ” „
    Curly,
    /// "
    Straight,
    /// `` and ''
    Doubled,
    /// ‘ ’ and '
    Single,
}

const FAMILIES: usize = Family::ALL.len();

impl Family {
    const ALL: [Family; 5] =
        [Family::Guillemets, Family::Curly, Family::Straight, Family::Doubled, Family::Single];
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Side {
    Opening,
    Closing,
}

/// A quotation mark of the block: its words (two of << >>), what it is.
#[derive(Clone, Copy, Debug)]
struct Mark {
    span: Span,
    family: Family,
    side: Side,
}

/// The outermost quotations, and the lone marks, each in the order of the text.
pub(super) fn quotations(article: &Article, words: &Words) -> (Vec<Quotation>, Vec<LoneMark>) {
    let mut found = Found::default();
    let mut before = Open::No;
    let (text, blocks) = (article.text(), article.blocks());
    for (index, &block) in blocks.iter().enumerate() {
        let marks = marks(text, words, block, before.reopening());
        let mut pairs = paired(&marks);
        let tail = pairs.open.first().map(|&open| marks[open]);
        let behind = tail.map_or(Open::No, |tail| goes_on(text, words, blocks, index, tail));
        found.add(text, Paragraph { block: block.span, index, marks: &marks }, &mut pairs, before, behind);
        before = match before {
            Open::Until(last, _) if index < last => before,
            Open::Until(..) | Open::Reopened(_) | Open::No => behind,
        };
    }
    (found.quotations, found.lone_marks)
}

/// How a quotation that a paragraph leaves open goes on behind it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Open {
    /// Not at all.
    No,
    /// The next paragraph opens it again with this mark.
    Reopened(Family),
    /// It runs on without a mark to the paragraph with this index, which closes it.
    Until(usize, Family),
}

impl Open {
    fn reopening(self) -> Option<Family> {
        match self {
            Open::Reopened(family) => Some(family),
            Open::No | Open::Until(..) => None,
        }
    }
}

/// Over how many paragraphs without a mark a quotation is followed to the one that closes it.
const FARTHEST: usize = 3;

/// How the quotation that the mark `tail` of paragraph `index` leaves open goes on.
fn goes_on(text: &str, words: &Words, blocks: &[Block], index: usize, tail: Mark) -> Open {
    let next = blocks.get(index + 1).and_then(|&next| opens_with(text, words, next));
    if next == Some(tail.family) {
        return Open::Reopened(tail.family);
    }
    if !matches!(tail.family, Family::Guillemets | Family::Curly | Family::Straight) {
        return Open::No;
    }
    // A straight mark tells too little of its side to be looked for farther than the next paragraph.
    let farthest = if tail.family == Family::Straight { 1 } else { FARTHEST };
    for (last, &block) in blocks.iter().enumerate().skip(index + 1).take(farthest) {
        let first = marks(text, words, block, None).into_iter().find(|mark| mark.family == tail.family);
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

impl Mark {
    /// Whether the reader misses its pair: a single mark is an apostrophe more often than not.
    fn needs_a_pair(&self) -> bool {
        self.family != Family::Single
    }
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

/// The family of the opening mark that a block starts with.
fn opens_with(text: &str, words: &Words, block: Block) -> Option<Family> {
    let first = words.within(block.span).start;
    mark_at(text, words, block.span, first).filter(|(mark, _)| mark.family != Family::Single).and_then(
        |(mark, _)| {
            let reopens = mark.side == Side::Opening || mark.family == Family::Guillemets;
            reopens.then_some(mark.family)
        },
    )
}

/// The quotation marks of a block. `goes_on` is the family of a quotation that the paragraph before left open: its first
/// mark opens again here, also where it looks like a closing one (French copy has » at the head of each paragraph).
fn marks(text: &str, words: &Words, block: Block, goes_on: Option<Family>) -> Vec<Mark> {
    let range = words.within(block.span);
    let mut marks: Vec<Mark> = Vec::new();
    let (mut index, mut straight, mut guillemets) = (range.start, 0, 0);
    while index < range.end {
        let Some((mut mark, taken)) = mark_at(text, words, block.span, index) else {
            index += 1;
            continue;
        };
        if is_measure(text, block.span, &mark, straight) {
            index += taken;
            continue;
        }
        // <a href="…">: the marks of a tag are nobody's.
        if text[..mark.span.start()].ends_with('=') {
            let close = (index + taken..range.end).find(|&next| {
                mark_at(text, words, block.span, next).is_some_and(|(close, _)| close.family == mark.family)
            });
            index = close.map_or(index + taken, |close| close + 1);
            continue;
        }
        if index == range.start && goes_on == Some(mark.family) {
            mark.side = Side::Opening;
        } else if mark.family == Family::Straight {
            let around = Around::new(text, block.span, &words.list()[index]);
            mark.side = around.spaced_side(straight).unwrap_or(mark.side);
        } else if mark.family == Family::Guillemets && taken == 1 {
            let around = Around::new(text, block.span, &words.list()[index]);
            mark.side = around.turned_guillemet(mark.side, guillemets);
            guillemets = match mark.side {
                Side::Opening => guillemets + 1,
                Side::Closing => guillemets.saturating_sub(1),
            };
        }
        straight += usize::from(mark.family == Family::Straight);
        marks.push(mark);
        index += taken;
    }
    marks
}

/// Whether a straight mark is an inch or second sign: behind a digit, with no quotation open that it could close.
///
/// `straight` is how many straight marks stand before it in the block.
fn is_measure(text: &str, block: Span, mark: &Mark, straight: usize) -> bool {
    let before = &text[block.start()..mark.span.start()];
    let feet = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let height = feet.len() < before.len()
        && feet.ends_with(['’', '\'', '′'])
        && feet.trim_end_matches(['’', '\'', '′']).ends_with(|c: char| c.is_ascii_digit());
    match mark.family {
        // A man of 6’2”, who …
        Family::Curly => height && mark.side == Side::Closing,
        Family::Straight => {
            before.ends_with(|c: char| c.is_ascii_digit()) && (straight.is_multiple_of(2) || height)
        }
        _ => false,
    }
}

/// The quotation mark at word `index`, and of how many words it is made.
fn mark_at(text: &str, words: &Words, block: Span, index: usize) -> Option<(Mark, usize)> {
    let word =
        words.list().get(index).filter(|word| word.shape == Shape::Mark && block.contains(word.span))?;
    let (family, side) = match word.span.of(text) {
        "«" | "‹" | "《" => (Family::Guillemets, Some(Side::Opening)),
        "»" | "›" | "》" => (Family::Guillemets, Some(Side::Closing)),
        "<" | ">" => return angle_pair(text, words, index),
        "“" | "„" | "‟" => (Family::Curly, Some(Side::Opening)),
        "”" | "’’" => (Family::Curly, Some(Side::Closing)),
        "‘‘" => (Family::Curly, Some(Side::Opening)),
        "\"" | "＂" => (Family::Straight, None),
        "``" => (Family::Doubled, Some(Side::Opening)),
        "''" => (Family::Doubled, None),
        "‘" | "‚" => (Family::Single, Some(Side::Opening)),
        "’" | "'" => (Family::Single, None),
        _ => return None,
    };
    let around = Around::new(text, block, word);
    if is_no_quotation_mark(family, words, index, around) {
        return None;
    }
    let side = match side {
        Some(side) if family == Family::Curly => around.wrong_hand(side),
        Some(side) => side,
        None => around.side(),
    };
    Some((Mark { span: word.span, family, side }, 1))
}

/// "<<" or ">>", as typewriters wrote guillemets.
fn angle_pair(text: &str, words: &Words, index: usize) -> Option<(Mark, usize)> {
    let (first, second) = (words.list().get(index)?, words.list().get(index + 1)?);
    let same = second.joined && first.span.of(text) == second.span.of(text);
    let side = if first.span.of(text) == "<" { Side::Opening } else { Side::Closing };
    same.then(|| (Mark { span: first.span.cover(second.span), family: Family::Guillemets, side }, 2))
}

/// The characters on both sides of a mark, a space where the block ends.
#[derive(Clone, Copy)]
struct Around {
    before: char,
    after: char,
}

impl Around {
    fn new(text: &str, block: Span, word: &Word) -> Self {
        let before = text[block.start()..word.span.start()].chars().next_back().unwrap_or(' ');
        let after = text[word.span.end()..block.end()].chars().next().unwrap_or(' ');
        Self { before, after }
    }

    fn opens(self) -> bool {
        (self.before.is_whitespace()
            || matches!(
                self.before,
                '(' | '[' | '{' | '—' | '–' | '-' | '/' | '“' | '"' | '«' | '‘' | ':' | '\'' | '’'
            ))
            && !self.after.is_whitespace()
            && !matches!(self.after, '.' | ',' | ';' | ')' | ']')
    }

    fn closes(self) -> bool {
        !self.before.is_whitespace() && !matches!(self.before, '(' | '[') && (!self.after.is_alphanumeric())
    }

    /// Opening or closing, of a mark that has one form for both.
    fn side(self) -> Side {
        if self.opens() && !(self.closes() && !self.before.is_whitespace() && !self.after.is_alphanumeric()) {
            Side::Opening
        } else if self.closes() || self.after.is_whitespace() {
            Side::Closing
        } else {
            Side::Opening
        }
    }

    /// The side of a straight mark with white space in front of it and none of a word behind it, by how many stand
    /// before it in the block: a "mot " closes all the same, un " mot" opens.
    fn spaced_side(self, before: usize) -> Option<Side> {
        let loose = self.before.is_whitespace()
            && (self.after.is_whitespace() || matches!(self.after, '.' | ',' | ';' | ':' | ')' | '!' | '?'));
        let odd = !before.is_multiple_of(2);
        loose.then_some(if odd { Side::Closing } else { Side::Opening })
    }

    /// The side of a guillemet that may have been typed the wrong way round, with `open` of them waiting: »mot« quotes,
    /// and so does « mot« .
    fn turned_guillemet(self, typed: Side, open: usize) -> Side {
        let in_front = self.before.is_whitespace() || matches!(self.before, '(' | '\'' | '’');
        match typed {
            Side::Closing if open == 0 && in_front && self.after.is_alphanumeric() => Side::Opening,
            Side::Opening if open > 0 && !in_front && !self.after.is_alphanumeric() => Side::Closing,
            same => same,
        }
    }

    /// The side that a curly mark stands on, whichever hand was typed: “word“ closes.
    fn wrong_hand(self, typed: Side) -> Side {
        let before_open = self.before.is_whitespace();
        let after_open = self.after.is_whitespace();
        match typed {
            Side::Opening if !before_open && after_open && self.before.is_alphanumeric() => Side::Closing,
            Side::Opening if matches!(self.before, '.' | ',' | '!' | '?') && after_open => Side::Closing,
            Side::Closing if before_open && self.after.is_alphanumeric() => Side::Opening,
            same => same,
        }
    }
}

/// Whether a mark of this family is an apostrophe.
fn is_no_quotation_mark(family: Family, words: &Words, index: usize, around: Around) -> bool {
    match family {
        Family::Single => is_apostrophe(words, index, around),
        Family::Guillemets | Family::Curly | Family::Straight | Family::Doubled => false,
    }
}

/// Whether a single mark is an apostrophe: inside or behind a word without an opening one, before a decade, 'Tis.
fn is_apostrophe(words: &Words, index: usize, around: Around) -> bool {
    let next = words.folded(index + 1);
    let clipped = matches!(next, "tis" | "twas" | "em" | "til" | "cause" | "n" | "bout" | "twere" | "round")
        || next.starts_with(|c: char| c.is_ascii_digit());
    let opens = around.opens();
    (opens && clipped) || (!opens && !around.closes())
}

/// What goes with what in a block.
#[derive(Default)]
struct Pairs {
    /// From opening to closing mark, nested ones too.
    closed: Vec<Span>,
    /// Opening marks that stay open, the first one first.
    open: Vec<usize>,
    /// Closing marks without an opening one.
    lone: Vec<usize>,
}

/// Pairs the marks of a block: each closing mark with the nearest open one of its family.
///
/// Every look back ends at a partner, and what it passes is never looked at again: the time is that of the marks.
fn paired(marks: &[Mark]) -> Pairs {
    let mut pairs = Pairs::default();
    let mut closing_left = [0_usize; FAMILIES];
    for mark in marks.iter().filter(|mark| mark.side == Side::Closing) {
        closing_left[mark.family as usize] += 1;
    }
    let mut open = Waiting::default();
    for (index, &mark) in marks.iter().enumerate() {
        if mark.side == Side::Opening {
            open.push(index, mark.family);
            continue;
        }
        closing_left[mark.family as usize] -= 1;
        // « opened, closed by ": the right closing mark never comes, or another quotation opens before it does.
        let reopens = marks.get(index + 1).is_none_or(|next| next.side == Side::Opening);
        let orphaned =
            |family: Family| family != Family::Single && (reopens || closing_left[family as usize] == 0);
        let partner = open
            .last(marks, |family| family == mark.family)
            .or_else(|| mark.needs_a_pair().then(|| open.last(marks, orphaned)).flatten());
        match partner {
            Some(partner) => pairs.closed.push(marks[partner].span.cover(mark.span)),
            None => pairs.lone.push(index),
        }
    }
    pairs.open = open.marks;
    pairs
}

/// The opening marks that wait for their partner, and how many of each family.
#[derive(Default)]
struct Waiting {
    marks: Vec<usize>,
    count: [usize; FAMILIES],
}

impl Waiting {
    fn push(&mut self, mark: usize, family: Family) {
        self.marks.push(mark);
        self.count[family as usize] += 1;
    }

    /// Takes the last mark of a family that `wanted` accepts, and all that were opened behind it.
    fn last(&mut self, marks: &[Mark], wanted: impl Fn(Family) -> bool) -> Option<usize> {
        let any = Family::ALL.into_iter().any(|family| self.count[family as usize] > 0 && wanted(family));
        while let Some(mark) = self.marks.pop_if(|_| any) {
            let family = marks[mark].family;
            self.count[family as usize] -= 1;
            if wanted(family) {
                return Some(mark);
            }
        }
        None
    }
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
