//! What English answers to the questions of [`Grammar`].

use std::ops::Range;

use super::lexicon::Lexicon;
use super::tags::*;
use super::{agreement, references, understanding};
use crate::analysis::{Shape, Words};
use crate::language::{Grammar, Groundwork, Lists, Reference, Spelling, Understanding};

/// The grammar of English.
pub(super) struct English {
    spelling: Spelling,
    lexicon: Lexicon,
}

impl English {
    /// The grammar over `lists`.
    pub(super) fn new(lists: &Lists) -> Self {
        Self { spelling: Spelling::new(lists), lexicon: Lexicon::new(lists) }
    }
}

impl English {
    /// Whether nothing but a speaker and a verb of saying stands from `next` to a full stop: “We stay.” Ana Ruiz said.
    fn is_cue_alone(&self, words: &Words, next: usize) -> bool {
        let shape = |at: usize| words.list().get(at).map(|word| word.shape);
        let named = |at: usize| {
            shape(at) == Some(Shape::Capitalised)
                || at == next && self.lexicon.tags(words.folded(at)).any(SUBJECT)
        };
        let Some(verb) = (next + 1..next + 5).find(|&at| shape(at) == Some(Shape::Lower)) else {
            return false;
        };
        let tags = self.lexicon.tags(words.folded(verb));
        (next..verb).all(named) && tags.any(SPEECH) && tags.any(PAST | THIRD) && words.folded(verb + 1) == "."
    }
}

impl Grammar for English {
    fn spelling(&self) -> &Spelling {
        &self.spelling
    }

    /// “Why?” Ruiz asked. “Go!” she said. A capital behind "?" carries on where a verb of saying stands near.
    fn carries_on(&self, words: &Words, next: usize) -> bool {
        let mark_before = next.checked_sub(2).map_or("", |at| words.folded(at));
        if mark_before == "." {
            return self.is_cue_alone(words, next);
        }
        let speaks = |at: usize| {
            self.lexicon.tags(words.folded(at)).any(SPEECH | BESIDE_QUOTATION | QUESTIONS | OPENS_SPEECH)
        };
        let tags = |at: usize| self.lexicon.tags(words.folded(at));
        if speaks(next) && tags(next).any(PAST | THIRD) {
            return true;
        }
        let mut at = next;
        while at < next + 20 {
            let here = tags(at);
            let mark = words.list().get(at).is_none_or(|word| word.shape == Shape::Mark);
            if mark && !matches!(words.folded(at), "." | "'" | "-" | "," | "(" | ")" | "\"" | "’")
                || here.any(SUBORDINATOR | THAT)
            {
                return false;
            }
            if at > next && here.any(PAST | THIRD) && speaks(at) && !here.any(NOUN_TOO) {
                // “Why?” She said the bridge was safe: that sentence has something else to say.
                return !tags(at + 1).any(THAT | OPENS_NOUN | SUBJECT) || tags(at + 1).any(OBJECT);
            }
            if at > next && here.any(AUXILIARY) && !matches!(words.folded(at), "of" | "for" | "had" | "has") {
                return false;
            }
            at += 1;
        }
        false
    }

    fn understanding(&self, groundwork: &Groundwork<'_>) -> Understanding {
        understanding::understanding(groundwork, &self.lexicon)
    }

    fn reference(&self, words: &Words, range: Range<usize>) -> Reference {
        references::reference(words, range, &self.lexicon)
    }

    fn forms(&self, term: &str) -> Vec<String> {
        self.lexicon.forms(term)
    }

    fn like(&self, replacement: &str, found: &str) -> String {
        agreement::like(&self.lexicon, replacement, found)
    }
}
