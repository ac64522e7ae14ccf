//! What is known of a form by itself: its analyses in the lexicon, the lists it stands on, its infinitive.

use foldhash::{HashMap, HashMapExt};

use super::Parse;
use super::closed_class::Closed;
use crate::language::fr::figures::counts;
use crate::language::fr::lexicon::{self, Features, Form};
use crate::language::fr::vocabulary::{Marks, folded};

/// What the lexicon and the lists know of one form, whatever stands around.
#[derive(Clone, Copy, Default, Debug)]
pub(in crate::language::fr) struct Lexeme {
    /// A bit for each class of [`Features`].
    pub(super) classes: u32,
    /// Tenses, persons and numbers of its finite readings together.
    pub(in crate::language::fr) finite: u32,
    /// Numbers and genders of its nominal readings together.
    pub(in crate::language::fr) nominal: u32,
    /// Lists on which its verb stands.
    pub(in crate::language::fr) verb: Marks,
    /// Lists on which its noun stands.
    pub(in crate::language::fr) noun: Marks,
    /// Its verb's infinitive.
    pub(super) lemma: Option<Lemma>,
    /// Its closed class.
    pub(super) closed: Option<Closed>,
    /// Whether a phrase of a list starts with it.
    pub(super) opens_phrase: bool,
    /// Whether it is a number or a noun that counts.
    pub(in crate::language::fr) counts: bool,
}

/// Where an infinitive stands in [`Parse::lemmas`].
#[derive(Clone, Copy, Debug)]
pub(super) struct Lemma {
    start: u32,
    length: u16,
}

impl Lemma {
    /// The infinitive at `start..end`; nothing where it is longer than any.
    fn at(start: usize, end: usize) -> Option<Self> {
        Some(Self { start: u32::try_from(start).ok()?, length: u16::try_from(end - start).ok()? })
    }

    /// The infinitive itself.
    pub(super) fn of(self, lemmas: &str) -> &str {
        let start = self.start as usize;
        &lemmas[start..start + usize::from(self.length)]
    }
}

impl Lexeme {
    /// Of a form of which nothing is known.
    pub(super) const UNKNOWN: Self = Self {
        classes: 0,
        finite: 0,
        nominal: 0,
        verb: Marks(0),
        noun: Marks(0),
        lemma: None,
        closed: None,
        opens_phrase: false,
        counts: false,
    };

    /// Whether it can be of a class of [`Features`].
    pub(in crate::language::fr) fn can_be(&self, class: u32) -> bool {
        self.classes >> class & 1 == 1
    }

    /// Whether the lexicon knows it at all.
    pub(in crate::language::fr) fn is_known(&self) -> bool {
        self.classes != 0
    }

    pub(super) fn is_nominal(&self) -> bool {
        self.can_be(Features::NOUN) || self.can_be(Features::ADJECTIVE)
    }
}

impl<'a> Parse<'a> {
    /// Looks every word up, each form once.
    pub(super) fn look_up(&mut self) {
        // Some half of an article's words are different forms.
        let mut known: HashMap<&'a str, Lexeme> = HashMap::with_capacity(self.words.list().len() / 2);
        for index in 0..self.words.list().len() {
            let form = self.words.folded(index);
            let lexeme = *known.entry(form).or_insert_with(|| self.lexeme_of(form));
            self.lexemes.push(lexeme);
        }
    }

    /// What is known of one form.
    pub(super) fn lexeme_of(&mut self, form: &str) -> Lexeme {
        let opens_phrase = self.vocabulary.opens_phrase(form);
        let mut lexeme =
            Lexeme { closed: Closed::of(form), opens_phrase, counts: counts(form), ..Lexeme::default() };
        if !form.starts_with(char::is_alphabetic) {
            return lexeme;
        }
        let mut rank = u8::MAX;
        let mut last: Option<Form> = None;
        // Lemmas are written behind those that are kept, the one at hand from `start` on.
        let mut kept = self.lemmas.len();
        let mut start = kept;
        for analysis in lexicon::analyses(form) {
            let features = analysis.features;
            lexeme.classes |= 1 << features.class();
            match features.class() {
                Features::FINITE => lexeme.finite |= features.0 & !15,
                Features::NOUN | Features::ADJECTIVE | Features::PAST_PARTICIPLE | Features::FIRST_NAME => {
                    lexeme.nominal |= features.0 & (3 << 15 | 3 << 17);
                }
                _ => {}
            }
            // Most analyses of a form are of one word: "aurait" in the first and the third person.
            if !last.replace(analysis).is_some_and(|last| last.shares_lemma(&analysis)) {
                self.lemmas.truncate(kept);
                start = kept;
                analysis.add_lemma(form, &mut self.lemmas);
            }
            let lemma = &self.lemmas[start..];
            match features.class() {
                Features::FINITE
                | Features::INFINITIVE
                | Features::PRESENT_PARTICIPLE
                | Features::PAST_PARTICIPLE => {
                    lexeme.verb.0 |= self.vocabulary.verb(lemma).0;
                    // "saurait" is of "savoir", not of the rare "saurer".
                    let this =
                        u8::from(matches!(lemma, "saurer" | "cherrer" | "redire" | "maudire" | "ester"));
                    if this < rank {
                        rank = this;
                        kept = self.lemmas.len();
                        lexeme.lemma = Lemma::at(start, kept);
                    }
                }
                // The form itself is looked up below.
                _ if lemma == form => {}
                _ if analysis.lemma_is_folded() => lexeme.noun.0 |= self.vocabulary.noun(lemma).0,
                _ => lexeme.noun.0 |= self.vocabulary.noun(&folded(lemma)).0,
            }
        }
        self.lemmas.truncate(kept);
        lexeme.noun.0 |= self.vocabulary.noun(form).0;
        if !lexeme.is_known()
            && let Some((features, lemma)) = lexicon::by_ending(form)
        {
            lexeme.classes |= 1 << features.class();
            lexeme.finite |= features.0 & !15;
            lexeme.verb = self.vocabulary.verb(&lemma);
            self.lemmas.push_str(&lemma);
            lexeme.lemma = Lemma::at(kept, self.lemmas.len());
        }
        lexeme
    }
}
