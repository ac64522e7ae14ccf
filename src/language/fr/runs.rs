//! Quotations without a cue of their own: whose words they are by what stands around their sentence.
//!
//! A quotation goes on with the speaker of the one before it; one that is all of its sentence goes on with whoever the
//! sentence before gave the word to: an incise that closes it, a subject that says, regrets or sums up something, a
//! view ("Pour Léa Morel, …"), a mood ("Le maire est amer."), an ellipsis ("Même constat chez Paul Roy."). A quotation
//! that opens its paragraph is led to the one who speaks on right behind it.

use super::attributions::Draft;
use super::cues::{self, Cue, Place};
use super::naming::{self, Naming};
use super::parse::{Parse, Tag};
use super::subjects;
use super::verbs;
use super::vocabulary::Marks;
use crate::analysis::{CueKind, QuotationKind, Sentence, SourceKind};

/// Gives every quotation without a cue the speaker of the one before it, or of the sentence beside it.
pub(super) fn carry_on(
    parse: &Parse<'_>,
    kinds: &[QuotationKind],
    drafts: &mut Vec<Draft>,
    of_quotation: &mut [Option<usize>],
) {
    lead_back(parse, of_quotation, drafts);
    let cued = drafts.len();
    for quotation in 0..parse.quotations.len() {
        if kinds[quotation] == QuotationKind::Mention || of_quotation[quotation].is_some() {
            continue;
        }
        let run = Run { parse, kinds, drafts, cued, of_quotation };
        let Some(source) = run.source(quotation) else { continue };
        let cue = Cue::bare(source, sentence_of(parse, quotation));
        drafts.push(Draft { cue, carried: true, quotations: vec![quotation] });
        of_quotation[quotation] = Some(drafts.len() - 1);
    }
}

/// Where the incise stands in the last paragraph of a quotation, it tells of the paragraphs before as well.
fn lead_back(parse: &Parse<'_>, of_quotation: &mut [Option<usize>], drafts: &mut [Draft]) {
    for quotation in (1..parse.quotations.len()).rev() {
        if parse.quotations[quotation].continues
            && of_quotation[quotation - 1].is_none()
            && let Some(own) = of_quotation[quotation]
        {
            of_quotation[quotation - 1] = Some(own);
            drafts[own].quotations.insert(0, quotation - 1);
        }
    }
}

/// The sentence in which a quotation starts.
fn sentence_of(parse: &Parse<'_>, quotation: usize) -> usize {
    let start = parse.quotations[quotation].span.start();
    parse
        .sentences
        .partition_point(|sentence| sentence.span.end() <= start)
        .min(parse.sentences.len().saturating_sub(1))
}

/// How many quotations or cues are looked through for whoever spoke before.
const FARTHEST: usize = 100;

/// What is known so far of who says what.
struct Run<'r, 'p> {
    parse: &'r Parse<'p>,
    kinds: &'r [QuotationKind],
    drafts: &'r [Draft],
    /// How many of the drafts were there before any was carried on: these are in the order of their sentences.
    cued: usize,
    of_quotation: &'r [Option<usize>],
}

/// How a quotation stands in its sentence.
struct Standing {
    /// Nothing but a mark in front of it.
    opens: bool,
    /// Nothing but a mark behind it.
    closes: bool,
}

impl Run<'_, '_> {
    fn source(&self, quotation: usize) -> Option<Naming> {
        let parse = self.parse;
        let this = &parse.quotations[quotation];
        let number = sentence_of(parse, quotation);
        let sentence = &parse.sentences[number];
        if this.continues && quotation > 0 {
            return self.source_of(quotation - 1);
        }
        // An enumeration inside one sentence: « … », « … » et « … ».
        let previous =
            (0..quotation).rev().take(FARTHEST).find(|&at| self.kinds[at] != QuotationKind::Mention);
        if let Some(previous) = previous.filter(|&previous| sentence_of(parse, previous) == number) {
            return self.source_of(previous);
        }
        let words = parse.words.within(this.span);
        let standing = Standing {
            opens: words.start <= sentence.words.start + 1,
            closes: words.end + 1 >= sentence.words.end,
        };
        let before = number.checked_sub(1)?;
        previous
            .filter(|&previous| sentence_of(parse, previous) == before)
            .and_then(|previous| self.of_run(previous, quotation, &standing))
            .or_else(|| self.of_sentence_before(quotation, before, &standing))
    }

    /// The speaker of the quotation in the sentence before, where this one goes on.
    fn of_run(&self, previous: usize, quotation: usize, standing: &Standing) -> Option<Naming> {
        let parse = self.parse;
        let number = sentence_of(parse, quotation);
        let (before, sentence) = (&parse.sentences[number - 1], &parse.sentences[number]);
        // Not where the one before was only guessed to be its clause's subject's.
        let partial = self.kinds[previous] == QuotationKind::Partial;
        let guessed = partial && self.of_quotation[previous].is_some_and(|own| self.drafts[own].carried);
        let closes = parse.words.within(parse.quotations[previous].span).end + 1 >= before.words.end;
        if guessed || partial && !closes && standing.opens {
            return None;
        }
        let direct = self.kinds[quotation] == QuotationKind::Direct;
        let uncued = || self.cues(number).next().is_none();
        let goes_on = if before.block == sentence.block {
            // "La soirée était calme, « personne n'a crié »": no cue of its own, and nobody else has the word.
            standing.opens || direct && uncued()
        } else {
            // A paragraph that is all quotation goes on with the speaker whose words closed the one before.
            before.block + 1 == sentence.block && standing.opens && standing.closes && direct && !partial
        };
        if goes_on { self.source_of(previous) } else { None }
    }

    /// Whom the sentence before gave the word to.
    fn of_sentence_before(&self, quotation: usize, before: usize, standing: &Standing) -> Option<Naming> {
        let parse = self.parse;
        let (sentence, next) = (&parse.sentences[before], &parse.sentences[before + 1]);
        if sentence.block != next.block {
            let told = self.kinds[quotation] == QuotationKind::Direct && standing.opens;
            let found = self
                .indirect_speech(before)
                .filter(|_| self.is_all_of_block(before))
                .or_else(|| self.presented(before))
                .or_else(|| self.interviewed(quotation, before));
            return found.filter(|_| told);
        }
        match self.kinds[quotation] {
            QuotationKind::Direct if standing.opens && standing.closes => {}
            QuotationKind::Partial => return self.speaking_subject(before, Content::Any),
            QuotationKind::Direct | QuotationKind::Mention => return None,
        }
        let first_person = is_first_person(parse, quotation);
        let content = if first_person { Content::Any } else { Content::Open };
        self.closing_incise(before)
            .or_else(|| self.speaking_subject(before, content))
            .or_else(|| self.indirect_speech(before))
            .or_else(|| self.view(before))
            .or_else(|| mood(parse, sentence))
            .or_else(|| self.speaker_behind(before + 1))
            .or_else(|| if first_person { only_person(parse, sentence) } else { None })
            .or_else(|| self.asked(quotation, before))
    }

    /// « Quelle merveille. » Léa Morel s'adresse aux danseurs.
    fn speaker_behind(&self, number: usize) -> Option<Naming> {
        let (sentence, behind) = (self.parse.sentences.get(number)?, self.parse.sentences.get(number + 1)?);
        let alone =
            !self.parse.words.list()[behind.words.clone()].is_empty() && behind.block == sentence.block;
        let quotes = behind.words.clone().any(|at| self.parse.quotation(at).is_some());
        if alone && !quotes { mood(self.parse, behind) } else { None }
    }

    /// Whether a sentence is the whole of its paragraph.
    fn is_all_of_block(&self, number: usize) -> bool {
        let block = |at: usize| self.parse.sentences.get(at).map(|sentence| sentence.block);
        number.checked_sub(1).and_then(block) != block(number) && block(number + 1) != block(number)
    }

    /// "Léa Morel, éleveuse à Lens", as a paragraph of its own in front of her words.
    fn presented(&self, number: usize) -> Option<Naming> {
        let parse = self.parse;
        let words = parse.sentences[number].words.clone();
        let verbless = !words.clone().any(|at| matches!(parse.tag_of(at), Tag::Verb | Tag::Infinitive));
        let short = words.len() <= 18 && parse.word(words.end - 1) != "?";
        let found = naming::phrase(parse, words.start, words.end)?;
        let named = found.words.clone().any(|at| parse.tag_of(at) == Tag::Name);
        Some(found).filter(|found| {
            verbless && short && named && self.is_all_of_block(number) && is_one_person(found)
        })
    }

    /// A paragraph that answers the one before, which asks: whoever the article let speak before.
    fn interviewed(&self, quotation: usize, before: usize) -> Option<Naming> {
        let parse = self.parse;
        let asks = parse.word(parse.sentences[before].words.end - 1) == "?";
        if !asks {
            return None;
        }
        let last = (0..quotation).rev().take(FARTHEST).find_map(|at| self.source_of(at));
        let said = || {
            let cues = self.drafts.iter().rev().take(FARTHEST).map(|draft| &draft.cue);
            cues.filter(|cue| cue.sentence < before).find_map(|cue| cue.source.clone().filter(is_one_person))
        };
        last.filter(has_a_voice).or_else(said)
    }

    /// "Et la casse ? « … »": the question is put to whoever spoke last.
    fn asked(&self, quotation: usize, before: usize) -> Option<Naming> {
        let parse = self.parse;
        let asks = parse.word(parse.sentences[before].words.end - 1) == "?";
        let last = (0..quotation).rev().take(FARTHEST).find(|&at| self.kinds[at] == QuotationKind::Direct)?;
        let near = sentence_of(parse, last) + 3 >= before;
        if asks && near { self.source_of(last) } else { None }
    }

    /// "…, a annoncé la ministre."
    fn closing_incise(&self, number: usize) -> Option<Naming> {
        let cue = self
            .cues(number)
            .next_back()
            .filter(|cue| cue.place == Place::Incise || cue.kind == CueKind::AccordingTo)?;
        let end = self.parse.sentences[number].words.end;
        let closed = !(cue.stop()..end).any(|at| {
            matches!(self.parse.tag_of(at), Tag::Verb | Tag::Subordinator)
                || self.parse.quotation(at).is_some()
        });
        cue.source.clone().filter(|_| closed).filter(has_a_voice)
    }

    /// "Le maire regrette ce choix."
    fn speaking_subject(&self, number: usize, content: Content) -> Option<Naming> {
        let parse = self.parse;
        let end = parse.sentences[number].words.end;
        let cue = self
            .cues(number)
            .rfind(|cue| cue.place == Place::Before)
            .or_else(|| self.cues(number).next_back())?;
        let that = (cue.end..end).any(|at| matches!(parse.word(at), "que" | "qu'" | ":"));
        let open = !that
            && cue.place == Place::Before
            && matches!(cue.kind, CueKind::Neutral | CueKind::Belief | CueKind::Loaded)
            && !accuses(parse, cue);
        let speaks_on = match content {
            Content::Any => !accuses(parse, cue),
            Content::Open => open,
        };
        // "Les militants regrettent ces débordements. « C'est une catastrophe. »"
        let feels = open && cue.kind == CueKind::Belief;
        let several = |source: &Naming| {
            feels
                && source.known
                && source.plural
                && matches!(source.kind, SourceKind::Witnesses | SourceKind::Person)
        };
        cue.source.clone().filter(|_| speaks_on).filter(|source| is_one_person(source) || several(source))
    }

    /// "Elle assure que le port tiendra.", as a paragraph of its own.
    fn indirect_speech(&self, number: usize) -> Option<Naming> {
        let parse = self.parse;
        let (start, end) = (parse.sentences[number].words.start, parse.sentences[number].words.end);
        let cue = self.cues(number).find(|cue| cue.place == Place::Before)?;
        let main = !(start..cue.start()).any(|at| matches!(parse.tag_of(at), Tag::Verb | Tag::Subordinator));
        let says = matches!(cue.kind, CueKind::Neutral | CueKind::Belief) && !accuses(parse, cue);
        let told = cues::opens_complement(parse, cue.end, end);
        cue.source.clone().filter(|_| main && says && told).filter(is_one_person)
    }

    /// "Pour Léa Morel, le port va mal."
    fn view(&self, number: usize) -> Option<Naming> {
        let start = self.parse.sentences[number].words.start;
        let cue = self.cues(number).find(|cue| cue.place == Place::Phrase && cue.first <= start + 1)?;
        cue.source.clone().filter(has_a_voice)
    }

    /// The cues of a sentence that stand in the writer's own words and have a source.
    fn cues(&self, number: usize) -> impl DoubleEndedIterator<Item = &Cue> {
        let cued = &self.drafts[..self.cued];
        let first = cued.partition_point(|draft| draft.cue.sentence < number);
        let last = cued.partition_point(|draft| draft.cue.sentence <= number);
        let own = cued[first..last].iter().filter(|draft| !draft.carried).map(|draft| &draft.cue);
        own.filter(|cue| cue.inside.is_none() && cue.source.is_some())
    }

    fn source_of(&self, quotation: usize) -> Option<Naming> {
        self.drafts[self.of_quotation[quotation]?].cue.source.clone()
    }
}

/// What the sentence before may have said already.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Content {
    /// Whatever it likes.
    Any,
    /// What is spoken of, and not what is said of it: "X a nuancé les chiffres."
    Open,
}

/// "Le maire est amer.", "Paul Roy revient sur l'accident."
fn mood(parse: &Parse<'_>, sentence: &Sentence) -> Option<Naming> {
    let (start, end) = (sentence.words.start, sentence.words.end);
    let verbs = (start..end).filter(|&at| parse.tag_of(at) == Tag::Verb && parse.quotation(at).is_none());
    verbs.take(6).find_map(|verb| in_a_mood(parse, verb, start, end))
}

/// The subject of the verb at `verb`, where it says how somebody takes something or that she comes to speak.
fn in_a_mood(parse: &Parse<'_>, verb: usize, start: usize, end: usize) -> Option<Naming> {
    let group = verbs::group(parse, verb, start, end);
    let source = subjects::before(parse, group.first, start)?;
    let moved = parse.lemma(verb) == "être"
        && (verb + 1..end.min(verb + 5)).any(|at| parse.lexeme(at).noun.any(Marks::MOOD));
    let speaks = parse.lexeme(group.main).verb.any(Marks::REACTION)
        && (parse.lemma(group.main) != "revenir"
            || parse.word(group.last + 1) == "sur"
            || parse.word(group.last + 2) == "sur");
    (moved || speaks).then_some(source).filter(is_one_person)
}

/// The one person in a sentence, where she is its subject: "Elle tient la boulangerie depuis dix ans."
fn only_person(parse: &Parse<'_>, sentence: &Sentence) -> Option<Naming> {
    let (start, end) = (sentence.words.start, sentence.words.end);
    let subject = subjects::subject_of_clause(parse, end, start).filter(is_one_person)?;
    let another = (start..end).filter(|at| !subject.words.contains(at)).any(|at| match parse.tag_of(at) {
        Tag::Name => true,
        Tag::Pronoun | Tag::Inverted => {
            matches!(parse.word(at), "il" | "elle" | "ils" | "elles" | "-t-il" | "-t-elle")
        }
        // "sa victime l'accusait"
        Tag::Clitic => matches!(parse.word(at), "l'" | "le" | "la" | "les" | "lui" | "leur"),
        Tag::Noun => parse.lexeme(at).noun.any(Marks::ROLE),
        _ => false,
    });
    (!another).then_some(subject)
}

/// Whether a verb turns on somebody, whose answer may follow as well: accuser, menacer.
fn accuses(parse: &Parse<'_>, cue: &Cue) -> bool {
    (cue.first..cue.end).any(|at| {
        matches!(
            parse.lemma(at),
            "accuser"
                | "attaquer"
                | "menacer"
                | "insulter"
                | "injurier"
                | "traiter"
                | "qualifier"
                | "reprocher"
                | "interroger"
                | "demander"
                | "interpeller"
                | "questionner"
                | "incriminer"
                | "invectiver"
        )
    })
}

fn is_first_person(parse: &Parse<'_>, quotation: usize) -> bool {
    parse.words.within(parse.quotations[quotation].span).any(|at| {
        matches!(
            parse.word(at),
            "je" | "j'" | "nous" | "on" | "moi" | "mon" | "ma" | "mes" | "notre" | "nos" | "me" | "m'"
        )
    })
}

/// Whether a source is one person, of whom the reader knows who it is.
fn is_one_person(source: &Naming) -> bool {
    source.known && !source.plural && matches!(source.kind, SourceKind::Person | SourceKind::Described)
}

/// Whether a source is somebody who can go on speaking.
fn has_a_voice(source: &Naming) -> bool {
    source.known
        && !matches!(source.kind, SourceKind::Document | SourceKind::Anonymous | SourceKind::Collective)
}
