//! A conditional among the words of its sentence: its subject, the clause it stands in, the source that the sentence
//! gives. What follows for its reading is decided by `readings`.

use super::conditionals::Found;
use super::lexicon::Features;
use super::naming::{self, Naming};
use super::parse::{Parse, Tag};
use super::source_phrases::{has_incise, has_source_phrase};
use super::verbs::{self, Group, Time};

/// A conditional in its clause. Indices are of words.
pub(super) struct Clause<'p, 'a> {
    pub(super) parse: &'p Parse<'a>,
    pub(super) found: &'p Found,
    /// The first word of its own sentence, which may be one of several in a quotation.
    pub(super) start: usize,
    /// Behind the last word of that.
    pub(super) end: usize,
    /// Behind the last word of the whole sentence.
    pub(super) sentence_end: usize,
    /// The quotation that it stands in.
    pub(super) quoted: Option<usize>,
    /// Its subject, the antecedent of a relative pronoun included.
    pub(super) subject: Option<Naming>,
}

/// How many words on both sides are looked at; a sentence without end stays cheap.
const REACH: usize = 240;

/// Pronouns that stand as subject of a relative clause.
const RELATIVES: [&str; 5] = ["qui", "lequel", "laquelle", "lesquels", "lesquelles"];

impl<'p, 'a> Clause<'p, 'a> {
    /// The clause of `found`.
    pub(super) fn new(parse: &'p Parse<'a>, found: &'p Found) -> Self {
        let sentence = &parse.sentences[found.sentence];
        let finite = found.group.finite;
        let quoted =
            parse.quotation(finite).filter(|&quotation| !opens_at(parse, quotation, found.group.first));
        // A quotation may hold several sentences: what is said in another one has no say.
        let stops = |at: &usize| {
            matches!(parse.word(*at), "." | "!" | "?" | "…" | "...")
                && !naming::is_abbreviated(parse, *at)
                && parse.quotation(*at) == quoted
        };
        let start =
            (sentence.words.start..finite).rev().find(stops).map_or(sentence.words.start, |at| at + 1);
        let start = start.max(finite.saturating_sub(REACH));
        let end = (finite..sentence.words.end.min(finite + REACH)).find(stops).unwrap_or(sentence.words.end);
        let subject = super::subjects::before(parse, found.group.first, start);
        let sentence_end = sentence.words.end.min(finite + REACH);
        Self { parse, found, start, end, sentence_end, quoted, subject }
    }

    /// Its verb group.
    pub(super) fn group(&self) -> &'p Group {
        &self.found.group
    }

    /// The folded form of a word of the clause; empty behind its end.
    pub(super) fn word(&self, index: usize) -> &'a str {
        if index < self.end { self.parse.word(index) } else { "" }
    }

    /// Whether a word is spoken by whoever speaks the conditional.
    pub(super) fn same_level(&self, index: usize) -> bool {
        self.quoted.is_none() || self.parse.quotation(index) == self.quoted
    }

    /// The word right in front of the group: its subject where that is a pronoun.
    pub(super) fn pronoun(&self) -> &'a str {
        let first = self.group().first;
        match self.group().inverted {
            Some(clitic) => self.parse.word(clitic).trim_start_matches("-t-").trim_start_matches('-'),
            None if first > self.start => self.parse.word(first - 1),
            None => "",
        }
    }

    /// Whether it stands in a relative clause of which the pronoun is the subject: un texte qui obligerait.
    pub(super) fn in_relative(&self) -> bool {
        let first = self.group().first;
        first > self.start && RELATIVES.contains(&self.word(first - 1))
    }

    /// Whether the relative clause is set off by a comma: it tells more of somebody who is known already.
    pub(super) fn in_apposition(&self) -> bool {
        let first = self.group().first;
        self.in_relative() && first > self.start + 1 && matches!(self.word(first - 2), "," | "et")
    }

    /// Whether the relative pronoun is the object: des révélations qu'aurait pu faire le témoin.
    pub(super) fn in_object_relative(&self) -> bool {
        let first = self.group().first;
        let from = first.saturating_sub(6).max(self.start);
        (from..first).rev().find(|&at| self.parse.tag_of(at) == Tag::Subordinator).is_some_and(|at| {
            matches!(self.word(at), "que" | "qu'")
                && at > self.start
                && self.parse.tag_of(at - 1) == Tag::Noun
        })
    }

    /// The finite verb of the clause that the relative clause hangs on.
    pub(super) fn verb_before(&self) -> Option<usize> {
        let first = self.group().first;
        (self.start..first).rev().find(|&at| self.parse.tag_of(at) == Tag::Verb && self.same_level(at))
    }

    /// Whether what the relative clause hangs on is denied or lacking: "Ils n'ont pas usé du droit qui aurait…".
    pub(super) fn hangs_on_denial(&self) -> bool {
        let first = self.group().first;
        if self.hangs_on_nothing() {
            return true;
        }
        if !self.in_relative() {
            return false;
        }
        let lacking = (first.saturating_sub(8).max(self.start)..first)
            .any(|at| self.word(at) == "sans" && !(at..first).any(|at| self.word(at) == ","));
        let denied = self.verb_before().is_some_and(|verb| {
            let group = verbs::group(self.parse, verb, self.start, first);
            (group.first..verb).any(|at| matches!(self.word(at), "ne" | "n'"))
                && !(verb..first - 1).any(|at| matches!(self.word(at), "que" | "qu'" | "mais"))
                && !(verb..first).any(|at| RELATIVES.contains(&self.word(at)) && at + 1 != first)
        });
        lacking || denied
    }

    /// Whether it tells of what there is none of: "Il n'existe pas de journal qui plairait à tous et serait gratuit", "un
    /// club dont les statuts …" to which nobody belongs.
    fn hangs_on_nothing(&self) -> bool {
        let first = self.group().first;
        let relative = (self.start..first).rev().take(24).find(|&at| {
            matches!(self.word(at), "qui" | "dont" | "où") && self.parse.tag_of(at) == Tag::Subordinator
        });
        let Some(relative) = relative else { return false };
        let verb = (self.start..relative)
            .rev()
            .take(10)
            .find(|&at| matches!(self.parse.tag_of(at), Tag::Verb | Tag::PresentParticiple));
        verb.is_some_and(|verb| {
            let ne =
                (verb.saturating_sub(3).max(self.start)..verb).any(|at| matches!(self.word(at), "ne" | "n'"));
            let none = (verb + 1..relative).any(|at| {
                matches!(self.word(at), "aucun" | "aucune")
                    || matches!(self.word(at), "pas" | "plus" | "guère")
                        && (matches!(self.word(at + 1), "de" | "d'")
                            || self.word(at + 1) == "à" && matches!(self.word(at + 2), "un" | "une"))
            });
            ne && none
        })
    }

    /// Whether what the relative clause tells of is only looked for: éviter un avenir qui serait, refuser un texte qui.
    pub(super) fn hangs_on_infinitive(&self) -> bool {
        let first = self.group().first;
        self.in_relative() && self.is_indefinite() && {
            let last = (self.start..first).rev().find(|&at| {
                matches!(self.parse.tag_of(at), Tag::Verb | Tag::Infinitive | Tag::Subordinator)
                    && at + 1 != first
            });
            last.is_some_and(|at| self.parse.tag_of(at) == Tag::Infinitive)
        }
    }

    /// Whether what the relative clause tells of is only wished for or feared: elle rêve d'un théâtre qui serait ouvert à tous.
    pub(super) fn is_dreamt_of(&self) -> bool {
        self.in_relative()
            && (self.is_indefinite() || self.is_of_one())
            && self.verb_before().is_some_and(|verb| {
                matches!(
                    self.parse.lemma(verb),
                    "rêver"
                        | "imaginer"
                        | "souhaiter"
                        | "vouloir"
                        | "chercher"
                        | "espérer"
                        | "redouter"
                        | "réclamer"
                )
            })
    }

    /// Whether a rule is made for whoever the relative clause tells of: "la loi protège les agents qui seraient témoins".
    pub(super) fn is_of_a_rule(&self) -> bool {
        self.in_relative()
            && !self.in_apposition()
            && self.verb_before().is_some_and(|verb| {
                matches!(
                    self.parse.lemma(verb),
                    "prévoir"
                        | "instaurer"
                        | "garantir"
                        | "interdire"
                        | "autoriser"
                        | "protéger"
                        | "sanctionner"
                        | "punir"
                )
            })
    }

    /// Whether a conjunction of time opens its clause: tant qu'il n'aurait pas signé, dès que le pont rouvrirait.
    pub(super) fn is_temporal(&self) -> bool {
        let first = self.group().first;
        let subordinator = (self.start..first)
            .rev()
            .find(|&at| self.parse.tag_of(at) == Tag::Subordinator && self.same_level(at));
        let Some(at) = subordinator else { return false };
        match self.word(at) {
            "lorsque" | "lorsqu'" => true,
            "quand" => self.word(at + 1) != "bien",
            "que" | "qu'" => {
                at > self.start
                    && (matches!(self.word(at - 1), "tant" | "dès" | "aussitôt" | "fois")
                        || self.word(at - 1) == "après" && !self.group().perfect)
            }
            _ => false,
        }
    }

    /// Whether it shares its subject with a verb in the indicative: "il souffre d'un mal rare et serait suivi à Lens".
    pub(super) fn follows_fact(&self) -> bool {
        let first = self.group().first;
        if first <= self.start || self.word(first - 1) != "et" {
            return false;
        }
        let last = (self.start..first - 1).rev().find(|&at| {
            matches!(self.parse.tag_of(at), Tag::Verb | Tag::Subordinator)
                || matches!(self.word(at), ";" | ":")
        });
        last.is_some_and(|at| {
            let tense = self.parse.lexeme(at).finite;
            self.parse.tag_of(at) == Tag::Verb
                && tense & Features::CONDITIONAL == 0
                && tense & (Features::PRESENT | Features::PAST | Features::IMPERFECT) != 0
        })
    }

    /// Whether a phrase gives a source in the sentence: selon la police, Pour le maire,
    pub(super) fn has_source_phrase(&self) -> bool {
        has_source_phrase(self.parse, self.start..self.end, |at| {
            self.same_level(at) || self.parse.quotation(at).is_none()
        })
    }

    /// Whether an incise says whose claim the sentence is: , a indiqué la préfecture.
    pub(super) fn has_incise(&self) -> bool {
        has_incise(self.parse, self.group().last + 1..self.sentence_end, self.start)
    }

    /// Whether its sentence asks.
    pub(super) fn is_asked(&self) -> bool {
        (self.end.saturating_sub(2)..=self.end).any(|at| self.parse.word(at) == "?")
    }

    /// Whether it answers "qui ?", "comment ?": Qui aurait cru…
    pub(super) fn is_question(&self) -> bool {
        self.is_asked()
            && (self.start..self.group().first).take(4).any(|at| {
                matches!(
                    self.word(at),
                    "qui"
                        | "comment"
                        | "pourquoi"
                        | "quel"
                        | "quelle"
                        | "quels"
                        | "quelles"
                        | "qu'"
                        | "que"
                        | "où"
                )
            })
    }

    /// The time of the verb that its relative clause hangs on.
    pub(super) fn time_before(&self) -> Option<(usize, Time)> {
        let verb = self.verb_before()?;
        let group = verbs::group(self.parse, verb, self.start, self.group().first);
        Some((group.main, verbs::time(self.parse, &group)))
    }
}

/// Whether the quotation opens right at the word `first`: what is quoted starts in the middle of a clause, «aurait eu
/// peur», whose subject is the writer's.
fn opens_at(parse: &Parse<'_>, quotation: usize, first: usize) -> bool {
    let words = parse.words.within(parse.quotations[quotation].span);
    words.start + 1 == first
        && !matches!(parse.tag_of(words.start.saturating_sub(1)), Tag::Mark)
        && words.start > 0
        || words.start + 1 == first && words.start > 0 && parse.word(words.start - 1) == ","
}
