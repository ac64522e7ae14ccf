//! Who the sentence beside a quotation gives the word to: an incise that closes it, a subject that says, regrets or sums
//! up something, a view ("Pour Léa Morel, …"), a mood ("Le maire est amer."), a name under the quotation.

use super::cues::{self, Cue, Place};
use super::naming::{self, Naming};
use super::parse::{Parse, Tag};
use super::runs::{Run, Standing};
use super::stances::{
    answers_itself, asked_about, exemplified, maxim, mood, of_camp, of_stance, pouring_in, recited, verbless,
};
use super::tellers::{is_first_person, is_told_by_himself, only_teller};
use crate::analysis::{CueKind, QuotationKind, SourceKind};

impl Run<'_, '_> {
    /// Whom the sentence before gave the word to.
    pub(super) fn of_sentence_before(
        &self,
        quotation: usize,
        before: usize,
        standing: &Standing,
    ) -> Option<Naming> {
        let parse = self.parse;
        let (sentence, next) = (&parse.sentences[before], &parse.sentences[before + 1]);
        if sentence.block != next.block {
            let told = self.kinds[quotation] == QuotationKind::Direct && standing.opens;
            let whole = standing.closes && self.is_all_of_block(before + 1);
            let found = self
                .indirect_speech(before)
                .filter(|_| self.is_all_of_block(before))
                .or_else(|| self.incise_alone(before))
                .or_else(|| self.presented(before))
                .or_else(|| self.announced(before))
                .or_else(|| self.borne_out(before))
                .or_else(|| recited(parse, sentence).filter(|_| standing.closes))
                .or_else(|| exemplified(parse, sentence).filter(|_| standing.closes))
                .or_else(|| {
                    mood(parse, sentence).filter(|_| standing.closes && is_told_by_himself(parse, quotation))
                })
                .or_else(|| self.interviewed(quotation, before))
                .or_else(|| self.view(before).filter(|_| whole))
                .or_else(|| {
                    // A message in its own language, and under it what it says.
                    let again = whole && parse.shows_words(sentence.block);
                    again.then(|| Naming {
                        kind: SourceKind::Document,
                        known: true,
                        ..naming::exactly(parse, sentence.words.clone())
                    })
                })
                .or_else(|| {
                    let alone = whole && is_told_by_himself(parse, quotation);
                    if alone { only_teller(parse, quotation, sentence) } else { None }
                });
            return found.filter(|_| told);
        }
        if matches!(parse.word(next.words.start), "que" | "qu'")
            && let Some(source) = answers_itself(parse, sentence)
        {
            return Some(source);
        }
        match self.kinds[quotation] {
            QuotationKind::Direct if standing.opens && standing.closes => {}
            QuotationKind::Direct if self.is_narrated_on(before + 1) => {}
            // "Léa Morel a montré que l'écart grandit. En d'autres termes, « les jeunes paient »."
            QuotationKind::Direct if standing.closes && self.leads_on(quotation) => {
                return self
                    .indirect_speech(before)
                    .or_else(|| self.speaking_subject(before, Content::Any))
                    .filter(|_| !sentence.words.clone().any(|at| parse.quotation(at).is_some()));
            }
            QuotationKind::Partial => return self.speaking_subject(before, Content::Any),
            QuotationKind::Direct | QuotationKind::Mention => return None,
        }
        let first_person = is_first_person(parse, quotation);
        let content = if first_person { Content::Any } else { Content::Open };
        self.closing_incise(before)
            .or_else(|| self.speaking_subject(before, content))
            .or_else(|| self.indirect_speech(before))
            .or_else(|| self.view(before))
            .or_else(|| of_camp(parse, sentence.words.start, sentence.words.end))
            .or_else(|| of_stance(parse, sentence.words.start, sentence.words.end))
            .or_else(|| asked_about(parse, sentence.words.start, sentence.words.end))
            .or_else(|| mood(parse, sentence))
            .or_else(|| recited(parse, sentence))
            .or_else(|| maxim(parse, sentence))
            .or_else(|| self.narrated(before))
            .or_else(|| self.borne_out(before))
            .or_else(|| exemplified(parse, sentence))
            .or_else(|| verbless(parse, sentence))
            .or_else(|| pouring_in(parse, sentence))
            .or_else(|| {
                if is_told_by_himself(parse, quotation) {
                    only_teller(parse, quotation, sentence)
                } else {
                    None
                }
            })
            .or_else(|| self.asked(quotation, before))
    }

    /// Whether a sentence is the whole of its paragraph.
    pub(super) fn is_all_of_block(&self, number: usize) -> bool {
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

    /// ", explique Léa Morel, gérante", as a paragraph of its own behind her words.
    pub(super) fn incise_alone(&self, number: usize) -> Option<Naming> {
        let start = self.parse.sentences[number].words.start;
        let cue =
            self.cues(number).next().filter(|cue| cue.place == Place::Incise && cue.first <= start + 1)?;
        cue.source.clone().filter(|_| self.is_all_of_block(number)).filter(has_a_voice)
    }

    /// "Et Noor d'évoquer son retour.": an infinitive that tells what somebody went on to say.
    fn narrated(&self, number: usize) -> Option<Naming> {
        let sentence = &self.parse.sentences[number];
        narrated(self.parse, sentence.words.start, sentence.words.end)
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
        // "Des voisins expliquent leur présence. « On veut dormir. »"
        let tells = open && (cue.kind == CueKind::Belief || recounts(parse, cue));
        let says = matches!(cue.kind, CueKind::Neutral | CueKind::Loaded);
        let several = |source: &Naming| {
            tells
                && source.known
                && source.plural
                && matches!(source.kind, SourceKind::Witnesses | SourceKind::Person)
        };
        // "Le rapport mentionne des lacunes. « Certains patients attendent. »"
        let text = |source: &Naming| {
            open && cue.kind == CueKind::Neutral
                && source.known
                && !source.plural
                && source.kind == SourceKind::Document
                && matches!(
                    parse.word(source.words.start),
                    "le" | "la" | "l'" | "ce" | "cet" | "cette" | "son" | "sa"
                )
        };
        cue.source.clone().filter(|_| speaks_on).filter(|source| {
            is_one_person(source) || says && is_one_voice(source) || several(source) || text(source)
        })
    }

    /// "Elle assure que le port tiendra.", as a paragraph of its own.
    fn indirect_speech(&self, number: usize) -> Option<Naming> {
        let parse = self.parse;
        let (start, end) = (parse.sentences[number].words.start, parse.sentences[number].words.end);
        let cue = self.cues(number).find(|cue| cue.place == Place::Before)?;
        let main = !(start..cue.start()).any(|at| matches!(parse.tag_of(at), Tag::Verb | Tag::Subordinator));
        let says = matches!(cue.kind, CueKind::Neutral | CueKind::Belief) && !accuses(parse, cue);
        let told = cues::opens_complement(parse, cue.end, end);
        cue.source.clone().filter(|_| main && says && told).filter(is_one_voice)
    }

    /// "C'est aussi ce que le maire a fait valoir pour expliquer son choix."
    fn borne_out(&self, number: usize) -> Option<Naming> {
        let parse = self.parse;
        let start = parse.sentences[number].words.start;
        let cue = self.cues(number).find(|cue| cue.place == Place::Before)?;
        let shown = matches!(parse.word(start), "c'" | "voilà")
            && (start..cue.start())
                .any(|at| parse.word(at) == "ce" && matches!(parse.word(at + 1), "que" | "qu'"));
        cue.source.clone().filter(|_| shown).filter(is_one_voice)
    }

    /// "Pour Léa Morel, le port va mal."
    fn view(&self, number: usize) -> Option<Naming> {
        let start = self.parse.sentences[number].words.start;
        // "une explication qui ne suffit pas à la députée, pour qui le problème est ancien"
        let whose = |cue: &&Cue| cue.first <= start + 1 || self.parse.word(cue.end - 1) == "qui";
        let cue = self.cues(number).filter(|cue| cue.place == Place::Phrase).find(whose)?;
        cue.source.clone().filter(has_a_voice)
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

/// Whether a verb says that somebody recounts something, whatever it is: témoigner, expliquer, raconter.
pub(super) fn recounts(parse: &Parse<'_>, cue: &Cue) -> bool {
    (cue.first..cue.end).any(|at| {
        matches!(
            parse.lemma(at),
            "témoigner"
                | "révéler"
                | "expliquer"
                | "raconter"
                | "confier"
                | "exprimer"
                | "signaler"
                | "détailler"
                | "décrire"
                | "résumer"
        )
    })
}

/// Who goes on to say something in "Et Noor d'évoquer son retour": the phrase between "et" and "de".
pub(super) fn narrated(parse: &Parse<'_>, start: usize, end: usize) -> Option<Naming> {
    let et = (start..end.min(start + 2)).find(|&at| parse.word(at) == "et")?;
    let found = naming::phrase(parse, et + 1, end).filter(is_one_voice)?;
    let of = found.words.end;
    let infinitive = (of + 1..end.min(of + 3)).any(|at| parse.tag_of(at) == Tag::Infinitive);
    (matches!(parse.word(of), "de" | "d'") && infinitive).then_some(found)
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

/// Whether a source is one person, of whom the reader knows who it is.
pub(super) fn is_one_person(source: &Naming) -> bool {
    source.known && !source.plural && matches!(source.kind, SourceKind::Person | SourceKind::Described)
}

/// Whether a source is one person, body or paper that speaks as one.
pub(super) fn is_one_voice(source: &Naming) -> bool {
    is_one_person(source)
        || source.known
            && !source.plural
            && matches!(source.kind, SourceKind::Organisation | SourceKind::Media)
}

/// Whether a source is somebody who can go on speaking.
pub(super) fn has_a_voice(source: &Naming) -> bool {
    source.known
        && !matches!(source.kind, SourceKind::Document | SourceKind::Anonymous | SourceKind::Collective)
}
