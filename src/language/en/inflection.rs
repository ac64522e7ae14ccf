//! The forms of English verbs and nouns: rules, and the irregular verbs of `words.toml`.

use std::borrow::Cow;

use foldhash::{HashMap, HashSet};

use crate::language::Lists;

/// What makes the forms of verbs and nouns.
#[derive(Default, Debug)]
pub(super) struct Inflection {
    /// Past and participle by the verb's dictionary form.
    irregular: HashMap<String, (String, String)>,
    /// Verbs of several syllables that double their last letter.
    doubling: HashSet<String>,
}

/// The forms of a verb.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct VerbForms {
    /// say
    pub(super) base: String,
    /// says
    pub(super) third: String,
    /// said
    pub(super) past: String,
    /// said, written
    pub(super) participle: String,
    /// saying
    pub(super) ing: String,
}

impl VerbForms {
    /// All of them, the dictionary form first.
    pub(super) fn all(self) -> Vec<String> {
        let mut all = vec![self.base];
        for form in [self.third, self.past, self.participle, self.ing] {
            if !all.contains(&form) {
                all.push(form);
            }
        }
        all
    }
}

impl Inflection {
    /// The inflection that the lists `irregular-verbs` and `doubling-verbs` give.
    pub(super) fn new(lists: &Lists) -> Self {
        let mut irregular = HashMap::default();
        for entry in lists.get("irregular-verbs") {
            if let [base, past, participle] = entry.split(' ').collect::<Vec<_>>()[..] {
                irregular.insert(base.to_owned(), (past.to_owned(), participle.to_owned()));
            }
        }
        Self { irregular, doubling: lists.get("doubling-verbs").map(str::to_owned).collect() }
    }

    /// The forms of a verb; of "point out" those of its first word with the rest behind.
    pub(super) fn verb(&self, verb: &str) -> VerbForms {
        if let Some((first, rest)) = verb.split_once(' ') {
            let forms = self.verb(first);
            let with_rest = |form: String| format!("{form} {rest}");
            return VerbForms {
                base: with_rest(forms.base),
                third: with_rest(forms.third),
                past: with_rest(forms.past),
                participle: with_rest(forms.participle),
                ing: with_rest(forms.ing),
            };
        }
        let stem = self.stem(verb);
        let (past, participle) = self.irregular.get(verb).cloned().unwrap_or_else(|| {
            let past = regular_past(verb, &stem);
            (past.clone(), past)
        });
        VerbForms { base: verb.to_owned(), third: third(verb), past, participle, ing: ing(verb, &stem) }
    }

    /// The verb with its last letter doubled where the endings ask for it: "admitt".
    fn stem<'a>(&self, verb: &'a str) -> Cow<'a, str> {
        let mut from_the_end = verb.chars().rev();
        let (Some(c), Some(b), Some(a)) = (from_the_end.next(), from_the_end.next(), from_the_end.next())
        else {
            return verb.into();
        };
        let vowels = verb.chars().filter(|&letter| is_vowel(letter)).count();
        let short = verb.len() <= 4 && vowels == 1;
        let shape = !is_vowel(c) && !matches!(c, 'w' | 'x' | 'y') && is_vowel(b) && !is_vowel(a);
        match (short && shape) || self.doubling.contains(verb) {
            true => format!("{verb}{c}").into(),
            false => verb.into(),
        }
    }
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// Whether a "y" at the end becomes "ie": cry, not say.
fn ends_in_changing_y(word: &str) -> bool {
    let mut letters = word.chars().rev();
    letters.next() == Some('y') && letters.next().is_some_and(|before| !is_vowel(before))
}

fn regular_past(verb: &str, stem: &str) -> String {
    match verb.strip_suffix('y').filter(|_| ends_in_changing_y(verb)) {
        Some(cut) => [cut, "ied"].concat(),
        None if verb.ends_with('e') => [verb, "d"].concat(),
        None => [stem, "ed"].concat(),
    }
}

fn ing(verb: &str, stem: &str) -> String {
    if let Some(cut) = verb.strip_suffix("ie") {
        [cut, "ying"].concat()
    } else if verb.ends_with('e') && !verb.ends_with("ee") && !verb.ends_with("oe") && verb != "be" {
        [&verb[..verb.len() - 1], "ing"].concat()
    } else {
        [stem, "ing"].concat()
    }
}

fn third(verb: &str) -> String {
    match verb {
        "have" => "has".to_owned(),
        _ => plural(verb),
    }
}

/// The plural of a noun, of its last word where there are several: "so-called experts".
pub(super) fn plural(noun: &str) -> String {
    if let Some(cut) = noun.strip_suffix('y').filter(|_| ends_in_changing_y(noun)) {
        return [cut, "ies"].concat();
    }
    if let Some(cut) =
        noun.strip_suffix("man").filter(|cut| !cut.is_empty() && !matches!(*cut, "hu" | "ger" | "ro"))
    {
        return [cut, "men"].concat();
    }
    let hissing = ["s", "x", "z", "ch", "sh"].into_iter().any(|end| noun.ends_with(end));
    match noun {
        "go" | "do" | "veto" | "echo" | "hero" | "potato" => [noun, "es"].concat(),
        "person" => "people".to_owned(),
        "wife" => "wives".to_owned(),
        _ if hissing => [noun, "es"].concat(),
        _ => [noun, "s"].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(verb: &str) -> Vec<String> {
        Inflection::new(crate::language::en::lists()).verb(verb).all()
    }

    #[test]
    fn verbs_inflect() {
        assert_eq!(forms("say"), ["say", "says", "said", "saying"]);
        assert_eq!(forms("write"), ["write", "writes", "wrote", "written", "writing"]);
        assert_eq!(forms("deny"), ["deny", "denies", "denied", "denying"]);
        assert_eq!(forms("admit"), ["admit", "admits", "admitted", "admitting"]);
        assert_eq!(forms("quip"), ["quip", "quips", "quipped", "quipping"]);
        assert_eq!(forms("answer"), ["answer", "answers", "answered", "answering"]);
        assert_eq!(forms("point out"), ["point out", "points out", "pointed out", "pointing out"]);
        assert_eq!(forms("tie"), ["tie", "ties", "tied", "tying"]);
    }

    #[test]
    fn nouns_inflect() {
        for (noun, many) in
            [("critic", "critics"), ("party", "parties"), ("spokeswoman", "spokeswomen"), ("boss", "bosses")]
        {
            assert_eq!(plural(noun), many);
        }
    }
}
