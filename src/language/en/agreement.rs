//! Puts words in the place of others, in their form: "thugs" and "suspect" make "suspects", "claimed" and "say" make
//! "said".

use super::inflection::plural;
use super::lexicon::Lexicon;
use super::tags::{BASE, ING, NOUN_TOO, PARTICIPLE, PAST, THIRD};

/// The form of a verb or noun.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Base,
    /// says, suspects
    WithS,
    Past,
    Participle,
    Ing,
}

/// `replacement`, in its dictionary form, in the form of `found`.
pub(super) fn like(lexicon: &Lexicon, replacement: &str, found: &str) -> String {
    let first = replacement.split(' ').next().unwrap_or_default();
    let verb =
        lexicon.tags(first).any(BASE) && !(lexicon.tags(first).any(NOUN_TOO) && is_noun(lexicon, found));
    // Of "pointed out" the verb is inflected, of "cliff edges" the last noun.
    let word = match verb {
        true => found.split(' ').next(),
        false => found.rsplit(' ').next(),
    };
    let form = form(lexicon, &word.unwrap_or_default().to_lowercase());
    if !verb {
        // "member of the public": what hangs on a preposition stays.
        let (head, rest) = replacement.split_at(replacement.find(" of ").unwrap_or(replacement.len()));
        return match form {
            Form::WithS if !head.ends_with('s') => format!("{}{rest}", plural(head)),
            _ => replacement.to_owned(),
        };
    }
    let forms = lexicon.inflection.verb(replacement);
    match form {
        Form::Base => forms.base,
        Form::WithS => forms.third,
        Form::Past => forms.past,
        Form::Participle => forms.participle,
        Form::Ing => forms.ing,
    }
}

/// Whether the words are a noun: several of them that open with no verb, or a word that is no verb.
fn is_noun(lexicon: &Lexicon, found: &str) -> bool {
    let first = found.split(' ').next().unwrap_or_default().to_lowercase();
    !lexicon.tags(&first).any(BASE | THIRD | PAST | PARTICIPLE | ING)
}

fn form(lexicon: &Lexicon, word: &str) -> Form {
    let tags = lexicon.tags(word);
    let known = tags.any(BASE | THIRD | PAST | PARTICIPLE | ING);
    if tags.any(BASE) {
        Form::Base
    } else if tags.any(THIRD) {
        Form::WithS
    } else if tags.any(PAST) {
        Form::Past
    } else if tags.any(PARTICIPLE) {
        Form::Participle
    } else if tags.any(ING) || (!known && word.ends_with("ing") && word.len() > 5) {
        Form::Ing
    } else if word.ends_with("ed") && word.len() > 4 {
        Form::Past
    } else if word.ends_with("men") || word == "people" || (word.ends_with('s') && !word.ends_with("ss")) {
        Form::WithS
    } else {
        Form::Base
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn like(replacement: &str, found: &str) -> String {
        super::like(&Lexicon::new(crate::language::en::lists()), replacement, found)
    }

    #[test]
    fn nouns_take_the_number() {
        assert_eq!(like("suspect", "thugs"), "suspects");
        assert_eq!(like("suspect", "thug"), "suspect");
        assert_eq!(like("official", "spokesmen"), "officials");
        assert_eq!(like("member of the public", "punters"), "members of the public");
    }

    #[test]
    fn verbs_take_the_tense() {
        assert_eq!(like("say", "claims"), "says");
        assert_eq!(like("say", "claimed"), "said");
        assert_eq!(like("say", "insisting"), "saying");
        assert_eq!(like("criticize", "slammed"), "criticized");
        assert_eq!(like("point out", "admits"), "points out");
    }
}
