//! Who speaks, told right behind a quotation without a cue: "« Quelle merveille. » Léa Morel remercie les danseurs.", a
//! name under the quotation, "C'est ce qu'affirme Paul Roy".

use super::beside::{is_one_voice, recounts};
use super::cues::Place;
use super::inversions;
use super::naming::{self, Naming};
use super::parse::{Parse, Tag};
use super::runs::{Run, Standing, sentence_of};
use super::stances::{mood, pouring_in};
use super::tellers::{is_told_by_himself, only_person};
use super::vocabulary::Marks;
use crate::analysis::{CueKind, QuotationKind, Sentence, SourceKind};

/// How many words a name and office under a quotation have at most.
const SIGNATURE: usize = 16;

impl Run<'_, '_> {
    /// Whom the sentence behind a quotation that is all of its own gives the word to.
    pub(super) fn of_sentence_behind(&self, quotation: usize, standing: &Standing) -> Option<Naming> {
        let parse = self.parse;
        let number = sentence_of(parse, quotation);
        let (sentence, behind) = (&parse.sentences[number], parse.sentences.get(number + 1)?);
        // "Lens : « … » Léa Morel raconte sa nuit."
        let start = parse.words.within(parse.quotations[quotation].span).start;
        let opens = standing.opens || start <= sentence.words.start + 3 && parse.word(start - 1) == ":";
        if self.kinds[quotation] != QuotationKind::Direct || !(opens && standing.closes) {
            return None;
        }
        if sentence.block != behind.block {
            return self
                .signature(number + 1)
                .or_else(|| self.broken_off(number + 1))
                .filter(|_| behind.block == sentence.block + 1);
        }
        // « Merci au jury. » En recevant la palme, Julia Roy remerciait le jury « d'oser »: her own words go on.
        if self.quotes(behind) {
            let start = behind.words.start;
            let received = parse.word(start) == "en" && parse.tag_of(start + 1) == Tag::PresentParticiple;
            return if received { mood(parse, behind) } else { None };
        }
        self.looked_at(number + 1)
            .or_else(|| self.confirmed(number + 1))
            .or_else(|| self.ascribed(number + 1))
            .or_else(|| self.signature_beside(number + 1))
            .or_else(|| mood(parse, behind))
            .or_else(|| pouring_in(parse, behind))
            .or_else(|| self.speaking_behind(number + 1))
            .or_else(|| self.in_their_view(number + 1))
            .or_else(|| self.presented_behind(quotation, number))
    }

    /// « Je suis née dans la crue. » Lise Roy habite le quai nord.: a paragraph opens with somebody's words, and tells who
    /// she is.
    fn presented_behind(&self, quotation: usize, number: usize) -> Option<Naming> {
        let parse = self.parse;
        let block = |at: usize| parse.sentences.get(at).map(|sentence| sentence.block);
        let opens = number.checked_sub(1).and_then(block) != block(number);
        let behind = &parse.sentences[number + 1];
        let named = parse.tag_of(behind.words.start) == Tag::Name;
        (opens && named && is_told_by_himself(parse, quotation)).then(|| only_person(parse, behind))?
    }

    /// "Pour eux, le mouvement vient de loin.": they go on.
    fn in_their_view(&self, number: usize) -> Option<Naming> {
        let start = self.parse.sentences[number].words.start;
        let cue = self.cues(number).next().filter(|cue| cue.first == start && cue.place == Place::Phrase)?;
        cue.source.clone().filter(|source| source.known && source.pronoun)
    }

    /// Whether somebody else's words, more than a mention, stand in a sentence.
    fn quotes(&self, sentence: &Sentence) -> bool {
        let mut quoted = sentence.words.clone().filter_map(|at| self.parse.quotation(at));
        quoted.any(|at| self.kinds[at] != QuotationKind::Mention)
    }

    /// "C'est ce qu'affirme Paul Roy.", "Voilà ce que dit la loi."
    fn confirmed(&self, number: usize) -> Option<Naming> {
        self.confirmed_by(self.parse.sentences[number].words.clone(), number)
    }

    /// « Rendre le fleuve aux habitants », telle est l'ambition que défend la maire: the same, in one sentence.
    pub(super) fn of_predicate_behind(&self, quotation: usize) -> Option<Naming> {
        let parse = self.parse;
        let number = sentence_of(parse, quotation);
        let end = parse.sentences[number].words.end;
        let behind = parse.words.within(parse.quotations[quotation].span).end;
        let set_off = matches!(parse.word(behind), "," | ":" | "-" | "–" | "—");
        let direct = self.kinds[quotation] == QuotationKind::Direct;
        if set_off && direct && behind + 1 < end { self.confirmed_by(behind + 1..end, number) } else { None }
    }

    /// Whose words these, of sentence `number`, say that the ones before are.
    fn confirmed_by(&self, words: std::ops::Range<usize>, number: usize) -> Option<Naming> {
        let parse = self.parse;
        if !matches!(parse.word(words.start), "c'" | "voilà" | "ainsi" | "tel" | "telle") {
            return None;
        }
        let near = words.start..words.start + 6;
        let cue = self.cues(number).find(|cue| near.contains(&cue.first));
        let told = cue.and_then(|cue| cue.source.clone());
        // "Ainsi parlait hier soir le capitaine"
        let turned = || {
            let verb = words.clone().take(3).find(|&at| parse.tag_of(at) == Tag::Verb)?;
            inversions::behind(parse, verb + 1, words.end).filter(|_| parse.word(words.start) == "ainsi")
        };
        // "Telle est l'ambition que présente le maire"
        let presented = || {
            let that = words.clone().take(10).find(|&at| matches!(parse.word(at), "que" | "qu'"))?;
            let verb = that + 1;
            let presents = matches!(
                parse.lemma(verb),
                "présenter" | "défendre" | "porter" | "dresser" | "formuler" | "livrer" | "avancer"
            );
            let turned = presents && parse.tag_of(verb) == Tag::Verb;
            // "Telle est l'ambition que Jean Roy a présentée"
            let named = || naming::phrase(parse, that + 1, words.end).filter(|_| !turned);
            inversions::behind(parse, verb + 1, words.end).filter(|_| turned).or_else(named)
        };
        // "Tel est le constat dressé par la Cour des comptes"
        let agent = || {
            let by = words.clone().rev().find(|&at| parse.word(at) == "par")?;
            naming::phrase(parse, by + 1, words.end)
        };
        told.or_else(turned).or_else(presented).or_else(agent).filter(|source| source.known)
    }

    /// "La phrase est de Paul Roy.", "Ces mots sont signés Léa Morel."
    fn ascribed(&self, number: usize) -> Option<Naming> {
        let parse = self.parse;
        let words = parse.sentences[number].words.clone();
        // "La phrase, prononcée par la présidente, a surpris.", "Le message est posté le 3 mai par un lycéen."
        let uttered = words.clone().take(6).find(|&at| parse.tag_of(at) == Tag::PastParticiple);
        let by = uttered.and_then(|uttered| {
            (uttered + 1..words.end.min(uttered + 10)).find(|&at| parse.word(at) == "par")
        });
        if let Some(by) = by.filter(|_| is_of_words(parse, words.start + 1)) {
            return naming::phrase(parse, by + 1, words.end).filter(|source| source.known);
        }
        let verb = words.clone().take(8).find(|&at| parse.lemma(at) == "être")?;
        let said = (words.start..verb).any(|at| is_of_words(parse, at));
        let of = verb + 1;
        let first = match parse.word(of) {
            "de" | "d'" | "du" | "des" | "signé" | "signée" | "signés" | "signées" => of + 1,
            _ => return None,
        };
        naming::phrase(parse, first, words.end).filter(|source| said && source.known)
    }

    /// « La boule au ventre » Ces expressions prouvent…: words looked at as words.
    fn looked_at(&self, number: usize) -> Option<Naming> {
        let parse = self.parse;
        let start = parse.sentences[number].words.start;
        let words = matches!(
            (parse.word(start), parse.word(start + 1)),
            ("ces", "expressions" | "formules" | "phrases" | "slogans")
                | ("cette", "expression" | "formule")
                | ("autant", "de" | "d'")
                | ("ce", "message" | "slogan" | "mot" | "tag" | "cri")
                | ("ces", "mots" | "messages" | "questions" | "titres" | "cris")
        );
        // "C'est le titre d'une enquête du Phare."
        let named = matches!((parse.word(start), parse.word(start + 1)), ("c'", "est" | "était"))
            && matches!(parse.word(start + 2), "le" | "la" | "un" | "une")
            && matches!(
                parse.word(start + 3),
                "titre" | "nom" | "slogan" | "refrain" | "mot" | "question" | "phrase" | "devise"
            );
        // "Au rythme des slogans, les lycéens ont défilé."
        let chanted = matches!((parse.word(start), parse.word(start + 1)), ("au", "rythme" | "son"))
            && parse.word(start + 2) == "des";
        (words || named || chanted).then(|| Naming {
            kind: SourceKind::Document,
            known: true,
            ..naming::exactly(parse, start..start + 2)
        })
    }

    /// « Une bombe qui n'éclatera jamais » Un magistrat parisien: somebody and no verb, on the line of the quotation.
    fn signature_beside(&self, number: usize) -> Option<Naming> {
        let parse = self.parse;
        let words = parse.sentences[number].words.clone();
        let nominal = words.len() <= SIGNATURE
            && !words.clone().any(|at| {
                matches!(parse.tag_of(at), Tag::Verb | Tag::Infinitive)
                    || parse.tag_of(at) == Tag::Mark && parse.word(at) != ","
            });
        let found = naming::phrase(parse, words.start, words.end).filter(|_| nominal)?;
        // "Marc, organisateur de la nuit"
        let comma = found.words.end;
        let titled = parse.word(comma) == ","
            && parse.tag_of(words.start) == Tag::Name
            && parse.lexeme(comma + 1).noun.any(Marks::ROLE);
        let person = found.words.clone().any(|at| parse.lexeme(at).noun.any(Marks::ROLE))
            || is_full_name(parse, &found);
        let last =
            parse.sentences.get(number + 1).is_none_or(|next| next.block != parse.sentences[number].block);
        (last && (titled || person && found.words.end == words.end)).then_some(found)
    }

    /// "Léa Morel remercie les danseurs.": somebody speaks, and what he says isn't told.
    fn speaking_behind(&self, number: usize) -> Option<Naming> {
        let parse = self.parse;
        let (start, end) = (parse.sentences[number].words.start, parse.sentences[number].words.end);
        let cue = self.cues(number).find(|cue| cue.place == Place::Before)?;
        let source = cue.source.clone().filter(is_one_voice)?;
        let main = !(start..cue.start()).any(|at| matches!(parse.tag_of(at), Tag::Verb | Tag::Subordinator));
        let says = cue.kind == CueKind::Loaded || recounts(parse, cue);
        let told = (cue.end..end).any(|at| matches!(parse.word(at), "que" | "qu'" | ":"));
        let denied = (cue.first..cue.end).any(|at| matches!(parse.word(at), "ne" | "n'"));
        let definite = !matches!(parse.word(source.words.start), "un" | "une");
        (main && says && !told && !denied && definite).then_some(source)
    }

    /// ", lui auraient-ils lancé", as a paragraph of its own that the quotation lost.
    fn broken_off(&self, number: usize) -> Option<Naming> {
        let start = self.parse.sentences[number].words.start;
        self.incise_alone(number).filter(|_| self.parse.word(start) == ",")
    }

    /// "Léa Morel, éleveuse à Lens" or "directeur du laboratoire", as a paragraph of its own under the quotation.
    fn signature(&self, number: usize) -> Option<Naming> {
        let parse = self.parse;
        let words = parse.sentences[number].words.clone();
        let nominal = words.len() <= SIGNATURE
            && !words.clone().any(|at| matches!(parse.tag_of(at), Tag::Verb | Tag::Infinitive))
            && !matches!(parse.word(words.end - 1), "." | "?" | "!" | "…" | ":");
        let start = words.clone().find(|&at| !matches!(parse.tag_of(at), Tag::Mark))?;
        let found = naming::phrase(parse, start, words.end)?;
        let person = found.words.clone().any(|at| parse.lexeme(at).noun.any(Marks::ROLE))
            || is_full_name(parse, &found);
        (nominal && person && self.is_all_of_block(number)).then_some(found)
    }
}

/// Whether a phrase is a first name and a name.
fn is_full_name(parse: &Parse<'_>, found: &Naming) -> bool {
    found.words.len() > 1 && found.words.clone().take(2).all(|at| parse.tag_of(at) == Tag::Name)
}

/// phrase, mots, formule: what somebody has uttered.
fn is_of_words(parse: &Parse<'_>, at: usize) -> bool {
    parse.lexeme(at).noun.any(Marks::SPEECH_NOUN)
        || matches!(parse.word(at), "phrase" | "mots" | "formule" | "citation" | "réplique" | "saillie")
}
