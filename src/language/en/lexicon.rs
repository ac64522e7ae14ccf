//! What English knows of single words: one look-up a word, a set of tags.
//!
//! Everything else asks tags. A verb of several words ("point out") is kept under its first word; what must stand
//! behind that is looked at where the word is met.

use foldhash::HashMap;

use super::inflection::{Inflection, plural};
use super::tags::*;
use crate::language::Lists;

/// A verb or phrase of several words, by its first.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// The words behind the first.
    pub(super) rest: Vec<String>,
    /// What all of it is.
    pub(super) tags: Tags,
}

/// The words that English knows.
#[derive(Default, Debug)]
pub(super) struct Lexicon {
    words: HashMap<String, Tags>,
    phrases: HashMap<String, Vec<Phrase>>,
    /// How verbs and nouns inflect.
    pub(super) inflection: Inflection,
}

impl Lexicon {
    /// The lexicon that the lists give.
    pub(super) fn new(lists: &Lists) -> Self {
        let mut lexicon = Self { inflection: Inflection::new(lists), ..Self::default() };
        lexicon.words.reserve(EXPECTED_FORMS);
        lexicon.add_grammar_words();
        for (list, tags) in WORD_LISTS {
            for word in lists.get(list) {
                lexicon.add(word.to_owned(), tags);
            }
        }
        for (list, tags) in NOUN_LISTS {
            for noun in lists.get(list) {
                lexicon.add(noun.to_owned(), tags);
                lexicon.add(plural(noun), tags);
            }
        }
        for (verb, tags) in verbs(lists) {
            lexicon.add_verb(verb, tags);
        }
        for word in lists.get("noun-too") {
            lexicon.add(word.to_owned(), NOUN_TOO);
        }
        lexicon
    }

    /// What `folded` may be.
    pub(super) fn tags(&self, folded: &str) -> Tags {
        self.words.get(folded).copied().unwrap_or_default()
    }

    /// The phrases that `folded` opens.
    pub(super) fn phrases(&self, folded: &str) -> &[Phrase] {
        self.phrases.get(folded).map_or(&[], Vec::as_slice)
    }

    /// The forms of a term of a word list, the term first: of a verb all, of everything else the plural.
    pub(super) fn forms(&self, term: &str) -> Vec<String> {
        let first = term.split(' ').next().unwrap_or_default();
        if self.tags(first).any(BASE) && !self.tags(first).any(NOUN_TOO) {
            return self.inflection.verb(term).all();
        }
        let mut forms = vec![term.to_owned()];
        if self.tags(first).any(BASE) {
            forms.extend(self.inflection.verb(term).all().into_iter().skip(1));
        }
        let many = plural(term);
        if !forms.contains(&many) {
            forms.push(many);
        }
        forms
    }

    fn add(&mut self, entry: String, tags: Tags) {
        match entry.split_once(' ') {
            None => *self.words.entry(entry).or_default() |= tags,
            Some((first, rest)) => {
                let speaks = tags.any(SPEECH | BESIDE_QUOTATION) && tags.any(VERB);
                let opens = if speaks { OPENS_PHRASE | OPENS_SPEECH } else { OPENS_PHRASE };
                *self.words.entry(first.to_owned()).or_default() |= opens;
                let rest: Vec<String> = rest.split(' ').map(str::to_owned).collect();
                let phrases = self.phrases.entry(first.to_owned()).or_default();
                match phrases.iter_mut().find(|phrase| phrase.rest == rest) {
                    Some(phrase) => phrase.tags |= tags,
                    None => {
                        phrases.push(Phrase { rest, tags });
                        phrases.sort_by_key(|phrase| usize::MAX - phrase.rest.len());
                    }
                }
            }
        }
    }

    fn add_verb(&mut self, verb: &str, tags: Tags) {
        if let Some(rest) = verb.strip_prefix("be ") {
            for form in ["is", "are", "was", "were", "am", "been", "'s", "'re", "'m"] {
                self.add(format!("{form} {rest}"), tags | PAST);
            }
            return;
        }
        let forms = self.inflection.verb(verb);
        let known = [
            (forms.base, BASE),
            (forms.third, THIRD),
            (forms.past, PAST),
            (forms.participle, PARTICIPLE),
            (forms.ing, ING),
        ];
        for (form, kind) in known {
            // The first word of a phrase is a verb by itself.
            if let Some((first, _)) = form.split_once(' ') {
                self.add(first.to_owned(), kind);
            }
            self.add(form, tags | kind);
        }
    }

    fn add_grammar_words(&mut self) {
        for (words, tags) in GRAMMAR_WORDS {
            for word in words.split(' ') {
                self.add(word.to_owned(), tags);
            }
        }
    }
}

/// About how many forms the shipped lists come to.
const EXPECTED_FORMS: usize = 12_000;

/// The verbs of all lists, each once: most stand on several, and are inflected for all of them together.
fn verbs(lists: &Lists) -> Vec<(&str, Tags)> {
    let mut verbs: Vec<(&str, Tags)> =
        VERB_LISTS.iter().flat_map(|&(list, tags)| lists.get(list).map(move |verb| (verb, tags))).collect();
    verbs.sort_by_key(|(verb, _)| *verb);
    verbs.dedup_by(|(verb, tags), (earlier, all)| {
        let same = verb == earlier;
        if same {
            *all |= *tags;
        }
        same
    });
    verbs
}

const GRAMMAR_WORDS: [(&str, Tags); 21] = [
    ("he she they it we i you who", SUBJECT),
    ("him them us me whom himself herself themselves itself", OBJECT),
    ("his her their its my our your whose", POSSESSIVE),
    ("her", OBJECT),
    ("is are was were be been being am 're 'm", BE),
    ("has have had having 've", HAVE),
    ("does do did done", DO),
    ("will would can could may might must shall should 'll 'd cannot", MODAL),
    ("isn't aren't wasn't weren't", Tags(BE.0 | NEGATION.0)),
    ("hasn't haven't hadn't", Tags(HAVE.0 | NEGATION.0)),
    ("doesn't don't didn't", Tags(DO.0 | NEGATION.0)),
    ("won't wouldn't can't couldn't shouldn't mustn't mightn't needn't", Tags(MODAL.0 | NEGATION.0)),
    ("isn’t", Tags(BE.0 | NEGATION.0)),
    ("and or but nor yet &", COORDINATOR),
    ("who whom which whose", RELATIVE),
    ("what how why where when whether if which who", QUESTION_WORD),
    ("not never no neither nor without hardly n't", NEGATION),
    ("to", TO),
    ("that", THAT),
    ("ain't", Tags(BE.0 | NEGATION.0)),
    ("ought", MODAL),
];

const WORD_LISTS: [(&str, Tags); 22] = [
    ("masculine-names", MASCULINE),
    ("feminine-names", FEMININE),
    ("describing-participles", DESCRIBING),
    ("label-words", NO_SPEAKER),
    ("according-to-phrases", ACCORDING),
    ("no-adverbs", NO_ADVERB),
    ("determiners", DETERMINER),
    ("prepositions", PREPOSITION),
    ("subordinators", SUBORDINATOR),
    ("reported-adverbs", ADVERB),
    ("time-words", TIME),
    ("titles", TITLE),
    ("organisations", ORGANISATION),
    ("documents", DOCUMENT),
    ("media", MEDIA),
    ("collectives", COLLECTIVE),
    ("witnesses", WITNESS),
    ("anonymous-sources", ANONYMOUS),
    ("people-plurals", PEOPLE),
    ("no-speech-objects", NO_SPEECH),
    ("speech-nouns", SPEECH_NOUN),
    ("outspoken-adjectives", OUTSPOKEN),
];

const NOUN_LISTS: [(&str, Tags); 4] = [
    ("statement-nouns", STATEMENT),
    ("utterance-nouns", UTTERANCE),
    ("roles", ROLE),
    ("described-roles", DESCRIBED),
];

const VERB_LISTS: [(&str, Tags); 14] = [
    ("clause-verbs", CLAUSE),
    ("speech-verbs", SPEECH),
    ("quotation-verbs", BESIDE_QUOTATION),
    ("question-verbs", QUESTIONS),
    ("hearer-verbs", HEARER),
    ("infinitive-verbs", INFINITIVE),
    ("directive-verbs", DIRECTIVE),
    ("object-verbs", WITH_OBJECT),
    ("belief-verbs", BELIEF),
    ("naming-verbs", NAMING),
    ("loaded-verbs", LOADED),
    ("uttering-verbs", UTTERING),
    ("telling-verbs", TELLING),
    ("common-verbs", Tags(0)),
];
