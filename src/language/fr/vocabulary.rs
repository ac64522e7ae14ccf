//! The word lists in the form that the grammar asks them in: by lemma, and phrases by their first word.

use std::borrow::Cow;

use foldhash::{HashMap, HashMapExt};

use super::lexicon::{self, Features};
use crate::language::Lists;

/// On which lists a word stands: a set of the constants here.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Marks(pub(super) u32);

macro_rules! marks {
    ($($name:ident = $bit:expr, $list:expr;)*) => {
        impl Marks {
            $(pub(super) const $name: Marks = Marks(1 << $bit);)*
        }
        /// The lists of single words, and their marks.
        const LISTS: &[(&str, Marks)] = &[$(($list, Marks::$name)),*];
    };
}

marks! {
    SPEECH = 0, "speech-verbs";
    LOADED = 1, "loaded-speech-verbs";
    BELIEF = 2, "belief-verbs";
    DIRECTIVE = 3, "directive-verbs";
    SOFTENING = 4, "softening-verbs";
    TITLE = 5, "titles";
    ROLE = 6, "roles";
    ORGANISATION = 7, "organisations";
    MEDIA = 8, "media";
    DOCUMENT = 9, "documents";
    COLLECTIVE = 10, "collectives";
    WITNESS = 11, "witnesses";
    ANONYMOUS = 12, "anonymous";
    DESCRIBED = 13, "described";
    SPEECH_NOUN = 14, "speech-nouns";
    PLAN = 15, "plans";
    TIME = 16, "times";
    REACTION = 17, "reaction-verbs";
    MOOD = 18, "moods";
    NAMING = 19, "naming-verbs";
    CHRISTENING = 20, "christening-verbs";
    TITLED = 21, "titled-nouns";
    LAW = 22, "law-nouns";
    STATE = 23, "state-verbs";
    OUTCOME = 24, "outcome-verbs";
    HAPPENING = 25, "happening-verbs";
    JUDGEMENT = 26, "judgements";
    PEOPLE = 27, "people";
}

impl Marks {
    /// Any verb of saying, thinking or wanting.
    pub(super) const SAYING: Marks = Marks(0b1111);
    /// Any list of verbs.
    const VERBS: Marks = Marks(
        Self::SAYING.0
            | Self::SOFTENING.0
            | Self::REACTION.0
            | Self::NAMING.0
            | Self::CHRISTENING.0
            | Self::STATE.0
            | Self::OUTCOME.0
            | Self::HAPPENING.0,
    );
    /// Any noun that can be a source.
    pub(super) const SOURCE: Marks = Marks(0b1_1111_1111 << 5);

    /// Whether it shares one with `other`.
    pub(super) fn any(self, other: Marks) -> bool {
        self.0 & other.0 != 0
    }
}

/// What a phrase of several words is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum PhraseKind {
    /// selon, de l'aveu de
    AccordingTo,
    /// selon les cas
    NotAccordingTo,
    /// dit-on
    Hearsay,
    /// en cas de
    Condition,
}

/// The lists, ready to be asked.
pub(super) struct Vocabulary {
    verbs: HashMap<String, Marks>,
    nouns: HashMap<String, Marks>,
    phrases: HashMap<String, Vec<(Vec<String>, PhraseKind)>>,
}

impl Vocabulary {
    /// The vocabulary of `lists`, a publication's words among them.
    pub(super) fn new(lists: &Lists) -> Self {
        let mut vocabulary = Self { verbs: HashMap::new(), nouns: HashMap::new(), phrases: HashMap::new() };
        for (name, marks) in LISTS {
            for entry in lists.get(name) {
                vocabulary.add(&folded(entry), *marks);
            }
        }
        let phrases = [
            ("according-to", PhraseKind::AccordingTo),
            ("not-according-to", PhraseKind::NotAccordingTo),
            ("hearsay", PhraseKind::Hearsay),
            ("conditions", PhraseKind::Condition),
        ];
        for (name, kind) in phrases {
            for entry in lists.get(name) {
                let words = parts(&folded(entry));
                if words.first().is_some_and(|first| first == "à") && words.len() > 1 {
                    // A capital is often printed without its accent: "A défaut".
                    let mut plain = words.clone();
                    plain[0] = "a".into();
                    vocabulary.phrases.entry("a".into()).or_default().push((plain, kind));
                }
                if let Some(first) = words.first().cloned() {
                    vocabulary.phrases.entry(first).or_default().push((words, kind));
                }
            }
        }
        for entries in vocabulary.phrases.values_mut() {
            entries.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        vocabulary
    }

    /// Adds a word of a list: a verb by its infinitive, any other by its lemma; of a phrase, its first word where that
    /// is a verb ("écrire sur").
    fn add(&mut self, entry: &str, marks: Marks) {
        if Marks::VERBS.any(marks) {
            let verb = entry.trim_start_matches("s'").trim_start_matches("se ");
            let first = verb.split(' ').next().unwrap_or(verb);
            // "faire savoir", "laisser entendre", "mettre en garde": these verbs say nothing alone.
            if first == verb || !matches!(first, "faire" | "laisser" | "mettre") {
                self.verbs.entry(first.into()).or_default().0 |= marks.0;
            }
            return;
        }
        let lemmas = lexicon::analyses(entry).filter(|form| form.features.class() <= Features::ADJECTIVE);
        let mut lemmas: Vec<String> = lemmas.map(|form| folded(&form.lemma(entry)).into_owned()).collect();
        lemmas.push(entry.to_owned());
        for lemma in lemmas {
            self.nouns.entry(lemma).or_default().0 |= marks.0;
        }
    }

    /// The lists on which the verb with this infinitive stands.
    pub(super) fn verb(&self, lemma: &str) -> Marks {
        self.verbs.get(lemma).copied().unwrap_or_default()
    }

    /// The lists on which a noun, adjective or unknown word stands.
    pub(super) fn noun(&self, lemma: &str) -> Marks {
        self.nouns.get(lemma).copied().unwrap_or_default()
    }

    /// Whether a phrase starts with the word `folded`.
    pub(super) fn opens_phrase(&self, folded: &str) -> bool {
        self.phrases.contains_key(folded)
    }

    /// The longest phrase that starts with `words`, and its length in words. `word` gives the folded form by index.
    pub(super) fn phrase<'a>(&self, word: impl Fn(usize) -> &'a str) -> Option<(PhraseKind, usize)> {
        let entries = self.phrases.get(word(0))?;
        let second = word(1);
        let holds = |phrase: &Vec<String>| {
            phrase.get(1).is_none_or(|part| part == second)
                && phrase.iter().enumerate().skip(2).all(|(at, part)| word(at) == part)
        };
        entries.iter().find(|(phrase, _)| holds(phrase)).map(|(phrase, kind)| (*kind, phrase.len()))
    }
}

/// Small letters, straight apostrophes, oe and ae, as the words of an article are folded.
pub(super) fn folded(entry: &str) -> Cow<'_, str> {
    let plain = |byte: u8| matches!(byte, b'a'..=b'z' | b' ' | b'-' | b'\'');
    let small = |letter| matches!(letter, 'a'..='z' | 'à'..='å' | 'ç'..='ÿ' | ' ' | '-' | '\'');
    if entry.bytes().all(plain) || entry.chars().all(small) {
        return entry.into();
    }
    entry.to_lowercase().replace('’', "'").replace('œ', "oe").replace('æ', "ae").into()
}

/// A phrase cut as an article's words are: "d'après" is "d'" and "après", "semble-t-il" is "semble" and "-t-il".
fn parts(phrase: &str) -> Vec<String> {
    let mut parts = Vec::new();
    for word in phrase.split_whitespace() {
        let mut rest = word;
        while let Some(at) = rest.find('\'').filter(|at| at + 1 < rest.len()) {
            if rest.starts_with("aujourd'") {
                break;
            }
            parts.push(rest[..=at].to_owned());
            rest = &rest[at + 1..];
        }
        match ["-t-il", "-t-elle", "-t-on", "-il", "-on"].iter().find(|clitic| rest.ends_with(**clitic)) {
            Some(clitic) => {
                parts.push(rest[..rest.len() - clitic.len()].to_owned());
                parts.push((*clitic).to_owned());
            }
            None => parts.push(rest.to_owned()),
        }
    }
    parts
}
