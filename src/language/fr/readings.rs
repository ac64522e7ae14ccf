//! What each conditional is there for: reported, hypothetical, future seen from the past, softened.
//!
//! Form says little: "aurait fui" is hearsay, regret, or a future before another. What decides is what stands around:
//! a condition, said or implied; a verb of saying that governs the clause, and its time; the verb itself (devoir,
//! pouvoir soften); whether somebody is quoted; what the neighbouring conditionals are.

use super::conditionals::Found;
use super::lexicon::Features;
use super::parse::{Parse, Tag};
use super::verbs::{self, Time};
use super::vocabulary::{Marks, PhraseKind};
use crate::analysis::Reading;

/// Gives each conditional its reading.
pub(super) fn decide(parse: &Parse<'_>, found: &mut [Found]) {
    let mut last_reported: Option<usize> = None;
    for conditional in found {
        let near = last_reported.is_some_and(|sentence| conditional.sentence <= sentence + 1);
        let reading = Setting::new(parse, conditional, near).reading();
        if reading == Reading::Reported && parse.quotation(conditional.group.finite).is_none() {
            last_reported = Some(conditional.sentence);
        }
        conditional.reading = reading;
    }
}

/// A conditional among the words of its sentence.
struct Setting<'p, 'a> {
    parse: &'p Parse<'a>,
    found: &'p Found,
    /// The words of its own sentence, which may be one of several in a quotation.
    start: usize,
    end: usize,
    sentence_end: usize,
    quoted: Option<usize>,
    chained: bool,
}

/// The word that governs the clause of a conditional: "promis" in "a promis que la gare rouvrirait".
#[derive(Clone, Copy, Debug)]
pub(super) struct Governor {
    /// Its word.
    pub(super) word: usize,
    /// When it is.
    pub(super) time: Time,
    /// Whether it is a noun: l'idée que.
    pub(super) noun: bool,
}

impl<'p, 'a> Setting<'p, 'a> {
    fn new(parse: &'p Parse<'a>, found: &'p Found, chained: bool) -> Self {
        let sentence = &parse.sentences[found.sentence];
        let quoted = parse.quotation(found.group.finite);
        // A quotation may hold several sentences: what is said in another one has no say.
        let stops = |at: &usize| {
            matches!(parse.word(*at), "." | "!" | "?" | "…" | "...")
                && !super::naming::is_abbreviated(parse, *at)
                && parse.quotation(*at) == quoted
        };
        let finite = found.group.finite;
        let start =
            (sentence.words.start..finite).rev().find(stops).map_or(sentence.words.start, |at| at + 1);
        let reach = 240;
        let start = start.max(finite.saturating_sub(reach));
        let end = (finite..sentence.words.end.min(finite + reach)).find(stops).unwrap_or(sentence.words.end);
        Self {
            parse,
            found,
            start,
            end,
            sentence_end: sentence.words.end.min(finite + reach),
            quoted,
            chained,
        }
    }

    fn reading(&self) -> Reading {
        let group = &self.found.group;
        let main = self.parse.lemma(group.main);
        let softening = self.parse.vocabulary.verb(self.parse.lemma(group.finite)).any(Marks::SOFTENING);
        if self.is_frozen() {
            return Reading::Softened;
        }
        // aurait dû, aurait préféré: regret.
        if group.perfect && self.parse.vocabulary.verb(main).any(Marks::SOFTENING) {
            return Reading::Hypothetical;
        }
        let condition = self.condition();
        let governor = self.governor();
        if let Some(governor) =
            governor.filter(|governor| governor.time == Time::Past && !governor.noun && !group.perfect)
        {
            if softening {
                return if condition == Condition::Imperfect {
                    Reading::Hypothetical
                } else {
                    Reading::Softened
                };
            }
            let beside = self.parse.quotation(governor.word) == self.quoted;
            if condition != Condition::Imperfect || beside {
                return Reading::FutureInPast;
            }
        }
        let sourced = condition == Condition::Phrase && group.perfect && self.has_source_phrase();
        // "Il devrait comparaître pour dire s'il plaide": a modal hangs on a condition only where that stands before it.
        let loose = softening
            && matches!(condition, Condition::Present | Condition::Phrase)
            && !self.condition_before();
        if condition != Condition::None && !sourced && !loose {
            return Reading::Hypothetical;
        }
        if softening || self.is_advice() {
            return Reading::Softened;
        }
        if group.perfect { self.reading_of_perfect() } else { self.reading_of_simple(governor) }
    }

    /// aurait fui: hearsay, unless somebody wishes it or utters it.
    fn reading_of_perfect(&self) -> Reading {
        let wished = matches!(self.subject(), "on" | "je" | "j'" | "nous" | "vous" | "tu")
            || (self.found.group.finite..self.found.group.main).any(|at| self.parse.word(at) == "bien");
        let group = &self.found.group;
        let wished = wished
            || (group.finite..group.main)
                .any(|at| self.parse.word(at) == "sans" && self.word(at + 1) == "doute");
        // « … », lui aurait-il crié: the incise itself is hearsay, whatever stands in the quotation.
        let uttered = self.quoted.is_some() && !self.has_source_phrase();
        // "Ils n'ont pas usé de leur droit, qui aurait…": what didn't happen has no outcome to report.
        let unreal = self.in_relative()
            && (self.start..group.first).any(|at| matches!(self.word(at), "ne" | "n'" | "sans"));
        let helps = matches!(
            self.parse.lemma(group.main),
            "permettre" | "éviter" | "suffire" | "empêcher" | "arranger"
        ) && !self.has_incise()
            && !self.has_source_phrase();
        if wished || uttered || unreal || helps { Reading::Hypothetical } else { Reading::Reported }
    }

    /// serait, vivrait: hearsay where a source is given, where the one before was, or where it speaks of what is.
    fn reading_of_simple(&self, governor: Option<Governor>) -> Reading {
        if self.is_plan()
            || matches!(
                self.subject(),
                "ce" | "c'"
                    | "cela"
                    | "ça"
                    | "ceci"
                    | "on"
                    | "je"
                    | "j'"
                    | "nous"
                    | "vous"
                    | "tu"
                    | "quel"
                    | "quelle"
                    | "quels"
                    | "quelles"
                    | "que"
                    | "qu'"
                    | "moi"
            )
        {
            return Reading::Hypothetical;
        }
        // "donc", "mes": somebody argues.
        let finite = self.found.group.finite;
        let argued = (finite..self.end.min(finite + 3)).any(|at| self.word(at) == "donc")
            || (self.start..finite).any(|at| matches!(self.word(at), "mes" | "mon" | "ma" | "nos" | "notre"));
        let planned = self.in_relative()
            && self.found.group.compound
            && !matches!(
                self.parse.lemma(self.found.group.main),
                "devoir" | "lier" | "situer" | "armer" | "naître"
            );
        if argued || planned {
            return if self.has_source_phrase() && !argued {
                Reading::Reported
            } else {
                Reading::Hypothetical
            };
        }
        if self.subject() == "il"
            && self.parse.lemma(self.found.group.main) == "agir"
            && self.leads_to_infinitive()
        {
            return Reading::Hypothetical;
        }
        if self.has_source_phrase() {
            return Reading::Reported;
        }
        if self.quoted.is_some() {
            return Reading::Hypothetical;
        }
        // A headline tells in short what the story's source says.
        if self.parse.is_headline(self.found.sentence) && !self.in_relative() {
            return Reading::Reported;
        }
        if let Some(governor) = governor {
            return if governor.noun || self.is_stative() {
                Reading::Reported
            } else {
                Reading::Hypothetical
            };
        }
        if self.has_incise() || (self.chained && !self.in_relative()) || self.is_stative() {
            return Reading::Reported;
        }
        // "se déplacerait actuellement": what is so now is told, not supposed.
        let now = (self.found.group.finite..self.end.min(self.found.group.finite + 4))
            .any(|at| matches!(self.word(at), "actuellement" | "toujours" | "déjà" | "encore"));
        if now && !self.in_relative() { Reading::Reported } else { Reading::Hypothetical }
    }

    /// Il s'agirait de ponctionner: a plan.
    fn leads_to_infinitive(&self) -> bool {
        let last = self.found.group.last;
        matches!(self.word(last + 1), "de" | "d'") && self.parse.tag_of(last + 2) == Tag::Infinitive
    }

    /// The word right in front of the group: its subject where that is a pronoun.
    fn subject(&self) -> &'a str {
        let first = self.found.group.first;
        match self.found.group.inverted {
            Some(clitic) => self.parse.word(clitic).trim_start_matches("-t-").trim_start_matches('-'),
            None if first > self.start => self.parse.word(first - 1),
            None => "",
        }
    }

    /// Whether an incise says whose claim the sentence is: , a indiqué la préfecture.
    fn has_incise(&self) -> bool {
        let mut index = self.found.group.last + 1;
        while index < self.sentence_end {
            if self.parse.tag_of(index) == Tag::Verb && self.parse.quotation(index).is_none() {
                let group = verbs::group(self.parse, index, self.start, self.sentence_end);
                let saying = self.parse.lexeme(group.main).verb.any(Marks::SAYING);
                let comma = group.first > 0 && self.parse.word(group.first - 1) == ",";
                if saying
                    && comma
                    && !super::cues::opens_complement(self.parse, group.last + 1, self.sentence_end)
                {
                    return true;
                }
            }
            index += 1;
        }
        false
    }

    fn word(&self, index: usize) -> &'a str {
        if index < self.end { self.parse.word(index) } else { "" }
    }

    /// ne serait-ce que; on dirait; on aurait dit; ne saurait
    fn is_frozen(&self) -> bool {
        let group = &self.found.group;
        let finite = group.finite;
        let before = finite.checked_sub(1).map_or("", |at| self.parse.word(at));
        match self.parse.lemma(finite) {
            "être" if self.word(finite + 1) == "-ce" && matches!(before, "ne" | "n'" | "fût") => true,
            "savoir" => {
                matches!(before, "ne" | "n'")
                    || group.first < finite && matches!(self.parse.word(group.first), "ne" | "n'")
            }
            "dire" | "croire" => {
                before == "on" || before == "se" && finite > 1 && self.parse.word(finite - 2) == "on"
            }
            "avoir" => before == "on" && self.parse.lemma(group.main) == "dire" && group.compound,
            _ => false,
        }
    }

    /// il serait utile de, ce serait bien que, ferait mieux de, aurait intérêt à: advice.
    fn is_advice(&self) -> bool {
        let finite = self.found.group.finite;
        let mut next = finite + 1;
        while matches!(self.parse.tag_of(next), Tag::Negation | Tag::Inverted)
            || matches!(
                self.word(next),
                "plus"
                    | "très"
                    | "beaucoup"
                    | "bien"
                    | "tout"
                    | "moins"
                    | "trop"
                    | "peut-être"
                    | "donc"
                    | "aussi"
            ) && !matches!(self.word(next + 1), "de" | "d'" | "que" | "qu'")
        {
            next += 1;
        }
        let leads_on = |at: usize| matches!(self.word(at), "de" | "d'" | "que" | "qu'" | "à");
        match self.parse.lemma(finite) {
            "être" if self.found.group.perfect => false,
            "être" => {
                let judged = matches!(
                    self.parse.tag_of(next),
                    Tag::Adjective | Tag::PastParticiple | Tag::Noun | Tag::Adverb
                ) && leads_on(next + 1);
                let impersonal = matches!(self.subject(), "il" | "ce" | "ça" | "cela" | "c'");
                let best = matches!(self.subject(), "mieux" | "idéal" | "préférable") && leads_on(next);
                let moved = self.subject() == "je"
                    && matches!(self.parse.tag_of(next), Tag::Adjective | Tag::PastParticiple);
                (impersonal && judged) || best || moved
            }
            "faire" => self.word(next) == "mieux",
            "avoir" => {
                matches!(self.word(next), "intérêt" | "besoin" | "tort" | "avantage") && leads_on(next + 1)
            }
            "voir" => self.word(finite + 1) == "bien",
            "dire" | "qualifier" => {
                matches!(self.subject(), "je") || matches!(self.word(finite + 1), "certains" | "d'aucuns")
            }
            _ => false,
        }
    }

    fn same_level(&self, index: usize) -> bool {
        self.quoted.is_none() || self.parse.quotation(index) == self.quoted
    }

    /// What condition the sentence sets.
    fn condition(&self) -> Condition {
        let mut best = Condition::None;
        let mut index = self.start;
        while index < self.end {
            if self.same_level(index) {
                let condition = self.condition_at(index);
                if condition > best {
                    best = condition;
                }
            }
            index += 1;
        }
        best
    }

    /// Whether a condition stands in front of the group with nothing but its own clause between.
    fn condition_before(&self) -> bool {
        let first = self.found.group.first;
        let Some(at) = (self.start..first)
            .rev()
            .find(|&at| self.same_level(at) && self.condition_at(at) != Condition::None)
        else {
            return self.found.group.first < self.end && self.condition_behind();
        };
        let verbs = (at + 1..first).filter(|&word| self.parse.tag_of(word) == Tag::Verb).count();
        let clauses = (at + 1..first)
            .any(|word| matches!(self.word(word), "où" | "qui" | "dont" | "lequel" | "laquelle"));
        verbs <= 1 && !clauses
    }

    /// Whether a phrase such as "en cas d'incendie" follows the group.
    fn condition_behind(&self) -> bool {
        let last = self.found.group.last;
        (last + 1..self.end).any(|at| self.same_level(at) && self.condition_at(at) == Condition::Phrase)
    }

    fn condition_at(&self, index: usize) -> Condition {
        let word = self.word(index);
        if word == "si" || (word == "s'" && self.parse.tag_of(index) == Tag::Subordinator) {
            return self.condition_of_si(index);
        }
        match self.parse.phrase(index, self.end) {
            Some((PhraseKind::Condition, length)) => self.condition_of_phrase(index, length),
            _ => Condition::None,
        }
    }

    /// What "si" at `index` is: a condition, or the question, concession or degree that it also introduces.
    fn condition_of_si(&self, index: usize) -> Condition {
        let before = index.checked_sub(1).filter(|&at| at >= self.start);
        let asked = before.is_some_and(|at| {
            let lemma = self.parse.lemma(at);
            matches!(
                lemma,
                "savoir" | "demander" | "ignorer" | "vérifier" | "déterminer" | "dire" | "voir" | "préciser"
            )
        });
        let next = self.word(index + 1);
        if asked || matches!(next, "bien" | "peu") && matches!(self.word(index + 2), "que" | "qu'") {
            return Condition::None;
        }
        if self.parse.lexeme(index + 1).can_be(Features::ADJECTIVE)
            && self.word(index) == "si"
            && !self.parse.lexeme(index + 1).can_be(Features::NOUN)
        {
            return Condition::None;
        }
        let verb = (index + 1..self.end.min(index + 16)).find(|&at| self.parse.tag_of(at) == Tag::Verb);
        let Some(verb) = verb else { return Condition::None };
        if verb == self.found.group.finite {
            return Condition::None;
        }
        let finite = self.parse.lexeme(verb).finite;
        if finite & Features::IMPERFECT != 0 {
            Condition::Imperfect
        } else if finite & Features::CONDITIONAL != 0 {
            Condition::None
        } else {
            Condition::Present
        }
    }

    /// A phrase such as "en cas de" bears on the conditional where it stands in its clause.
    fn condition_of_phrase(&self, index: usize, length: usize) -> Condition {
        let finite = self.found.group.finite;
        let (from, to) =
            if index < finite { (index + length, self.found.group.first) } else { (finite + 1, index) };
        if from > to {
            return Condition::None;
        }
        // Another clause between them takes it: "parti sans payer, il aurait…" has a comma alone, which is no barrier.
        let barrier = (from..to).any(|at| {
            matches!(self.word(at), ";" | ":" | "." | "qui" | "dont")
                || (self.parse.tag_of(at) == Tag::Verb && at != finite)
        });
        let weak = self.word(index) == "sans"
            && (self.parse.lexeme(index + 1).can_be(Features::INFINITIVE)
                || matches!(self.word(index + 1), "doute" | "cesse" | "précédent" | "abri" | "papiers"));
        if barrier || weak { Condition::None } else { Condition::Phrase }
    }

    /// Whether a phrase gives a source in the sentence: selon la police, Pour le maire,
    fn has_source_phrase(&self) -> bool {
        if self.word(self.start) == "pour" {
            let source = super::naming::phrase(self.parse, self.start + 1, self.end);
            if source.is_some_and(|source| source.known && self.word(source.words.end) == ",") {
                return true;
            }
        }
        let mut index = self.start;
        while index < self.end {
            match self.parse.phrase(index, self.end) {
                Some((PhraseKind::AccordingTo | PhraseKind::Hearsay, _))
                    if self.same_level(index) || self.parse.quotation(index).is_none() =>
                {
                    return true;
                }
                Some((_, length)) => index += length,
                None => index += 1,
            }
        }
        false
    }

    /// Whether what is spoken of is only planned or imagined: une telle mesure, ce, cela.
    fn is_plan(&self) -> bool {
        let first = self.found.group.first;
        let mut index = first;
        let from = first.saturating_sub(10).max(self.start);
        while index > from {
            index -= 1;
            let word = self.word(index);
            if index + 1 == first && matches!(word, "ce" | "c'" | "cela" | "ça" | "ceci") {
                return true;
            }
            if matches!(word, "tel" | "telle" | "tels" | "telles")
                || self.parse.lexeme(index).noun.any(Marks::PLAN)
            {
                return true;
            }
            if matches!(self.parse.tag_of(index), Tag::Verb)
                || matches!(word, ";" | ":" | "." | "»" | "\"" | "”")
            {
                return false;
            }
        }
        false
    }

    /// Whether it stands in a relative clause: un texte qui obligerait.
    fn in_relative(&self) -> bool {
        let first = self.found.group.first;
        first > self.start
            && matches!(self.word(first - 1), "qui" | "lequel" | "laquelle" | "lesquels" | "lesquelles")
    }

    /// Whether it speaks of what is, rather than of what would come of something.
    fn is_stative(&self) -> bool {
        let group = &self.found.group;
        let of_a_clause = self.in_relative()
            && group.first > self.start + 1
            && matches!(self.word(group.first - 2), "ce" | ",");
        if of_a_clause && self.word(group.first - 2) == "ce" {
            return false;
        }
        let said = if group.perfect { group.main } else { group.finite };
        matches!(
            self.parse.lemma(said),
            "être"
                | "avoir"
                | "agir"
                | "compter"
                | "exister"
                | "vivre"
                | "dater"
                | "provenir"
                | "remonter"
                | "travailler"
                | "posséder"
                | "détenir"
                | "avoisiner"
                | "dépasser"
                | "orbiter"
                | "résider"
                | "séjourner"
                | "figurer"
                | "concerner"
                | "atteindre"
                | "manquer"
                | "souffrir"
                | "habiter"
                | "appartenir"
                | "disposer"
                | "préparer"
                | "contenir"
        )
    }

    /// The verb or noun of saying that governs the clause of the conditional.
    fn governor(&self) -> Option<Governor> {
        governor(self.parse, self.found.group.first, self.start)
    }
}

/// How much a sentence makes a conditional hang on a condition, weakest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Condition {
    None,
    /// si + present
    Present,
    /// en cas de
    Phrase,
    /// si + imperfect
    Imperfect,
}

/// Whether "si" behind this word asks: savoir si, demander si, pour indiquer si.
fn is_asking(parse: &Parse<'_>, at: usize) -> bool {
    matches!(parse.tag_of(at), Tag::Verb | Tag::Infinitive | Tag::PastParticiple | Tag::PresentParticiple)
        && parse.lexeme(at).verb.any(Marks::SAYING)
        || matches!(
            parse.lemma(at),
            "savoir" | "demander" | "ignorer" | "vérifier" | "déterminer" | "dire" | "voir" | "préciser"
        )
}

/// The word of saying, thinking or wanting whose complement clause holds the word `at`; looked for up to `start`.
pub(super) fn governor(parse: &Parse<'_>, at: usize, start: usize) -> Option<Governor> {
    let mut index = at;
    while index > start {
        index -= 1;
        match parse.word(index) {
            ";" => return None,
            "si" if !(index > start && is_asking(parse, index - 1)) => {}
            "que" | "qu'" | "si" => {
                if let Some(governor) = governor_of(parse, index, start) {
                    return Some(governor);
                }
            }
            _ => {}
        }
    }
    None
}

/// The governor of the conjunction at `conjunction`: the last verb, participle or noun of saying before it, with
/// nothing but its complements between.
fn governor_of(parse: &Parse<'_>, conjunction: usize, start: usize) -> Option<Governor> {
    let mut index = conjunction;
    let from = conjunction.saturating_sub(18).max(start);
    while index > from {
        index -= 1;
        let word = parse.word(index);
        let lexeme = parse.lexeme(index);
        match parse.tag_of(index) {
            Tag::Verb | Tag::PastParticiple | Tag::Infinitive | Tag::PresentParticiple => {
                let led = matches!(parse.tag_of(index), Tag::Infinitive)
                    && (from..index).rev().take(3).any(|at| matches!(parse.lemma(at), "laisser" | "faire"));
                if !lexeme.verb.any(Marks::SAYING) && !led {
                    return None;
                }
                let time = match parse.tag_of(index) {
                    Tag::Verb => verbs::time(parse, &verbs::group(parse, index, start, conjunction)),
                    Tag::PastParticiple => {
                        let auxiliary = (from..index).rev().find(|&at| parse.tag_of(at) == Tag::Verb);
                        auxiliary.map_or(Time::Past, |at| {
                            let finite = parse.lexeme(at).finite;
                            if finite & (Features::CONDITIONAL | Features::FUTURE) != 0 {
                                Time::Present
                            } else {
                                Time::Past
                            }
                        })
                    }
                    _ => time_of_open(parse, index, start),
                };
                return Some(Governor { word: index, time, noun: false });
            }
            Tag::Noun if index + 1 == conjunction && lexeme.noun.any(Marks::SPEECH_NOUN) => {
                return Some(Governor { word: index, time: Time::Open, noun: true });
            }
            Tag::Subordinator | Tag::Coordinator if word != "et" => return None,
            Tag::Mark if !matches!(word, "," | "(" | ")" | "»" | "«" | "\"" | "'" | "’") => return None,
            _ => {}
        }
    }
    None
}

/// The time of a participle or infinitive: that of the finite verb before it, past where there is none.
fn time_of_open(parse: &Parse<'_>, index: usize, start: usize) -> Time {
    match (start..index).rev().find(|&at| parse.tag_of(at) == Tag::Verb) {
        Some(verb) => verbs::time(parse, &verbs::group(parse, verb, start, index)),
        None => Time::Past,
    }
}
