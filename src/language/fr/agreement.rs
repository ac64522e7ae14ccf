//! Puts words in the place of others, in their form: « citoyens lambda » and « habitant » make « habitants »,
//! « prétendait » and « affirmer » make « affirmait ».

use super::lexicon::{self, Features};
use super::vocabulary::folded;

const TENSES: u32 = 0xff << 4;
const PERSONS: u32 = 0b111 << 12;
const NUMBERS: u32 = Features::SINGULAR | Features::PLURAL;
const GENDERS: u32 = Features::MASCULINE | Features::FEMININE;

/// `replacement` in number, gender, tense and person of `found`; as it stands where the lexicon can't tell.
pub(super) fn like(replacement: &str, found: &str) -> String {
    let verb = replacement.split(' ').next().is_some_and(is_infinitive);
    found
        .split([' ', '\u{a0}'])
        .find_map(|word| in_form_of(replacement, word, verb))
        .unwrap_or_else(|| replacement.to_owned())
}

/// `replacement` in the form of the single word `found`; nothing where that word has no form to take on.
fn in_form_of(replacement: &str, found: &str, verb: bool) -> Option<String> {
    let wanted: Vec<Features> = lexicon::analyses(&folded(found)).map(|form| form.features).collect();
    if verb {
        let (first, rest) =
            replacement.split_once(' ').map_or((replacement, ""), |(first, rest)| (first, rest));
        let form = wanted.iter().find_map(|wanted| verbal(first, *wanted))?;
        return Some(if rest.is_empty() { form } else { format!("{form} {rest}") });
    }
    // « textes polémiques » and « contesté »: an adjective stands for the adjective, not for « une polémique ».
    let first = folded(replacement.split(' ').next().unwrap_or_default());
    let noun = nominals(&first).iter().any(|(features, _)| features.class() == Features::NOUN);
    let numbered = || wanted.iter().filter(|wanted| has_number(**wanted));
    let wanted =
        numbered().find(|wanted| (wanted.class() == Features::NOUN) == noun).or_else(|| numbered().next());
    let wanted = *wanted?;
    let mut agrees = true;
    let words = replacement.split(' ').map(|word| {
        // "projet de loi": what hangs on a preposition stays.
        agrees = agrees
            && !lexicon::analyses(&folded(word)).any(|form| form.features.class() == Features::PREPOSITION);
        if agrees { nominal(word, wanted) } else { word.to_owned() }
    });
    Some(words.collect::<Vec<_>>().join(" "))
}

fn is_infinitive(word: &str) -> bool {
    lexicon::analyses(&folded(word)).any(|form| form.features.class() == Features::INFINITIVE)
}

/// Whether it is a noun, an adjective or a participle in the singular or plural.
fn has_number(features: Features) -> bool {
    matches!(features.class(), Features::NOUN | Features::ADJECTIVE | Features::PAST_PARTICIPLE)
        && features.0 & NUMBERS != 0
}

/// The form of the infinitive `verb` that `wanted` asks for.
fn verbal(verb: &str, wanted: Features) -> Option<String> {
    let groups = match wanted.class() {
        Features::INFINITIVE => return Some(verb.to_owned()),
        Features::FINITE => [TENSES, PERSONS, NUMBERS],
        Features::PAST_PARTICIPLE => [NUMBERS, GENDERS, 0],
        Features::PRESENT_PARTICIPLE => [0; 3],
        _ => return None,
    };
    let verb = folded(verb);
    let lemma =
        lexicon::analyses(&verb).find(|form| form.features.class() == Features::INFINITIVE)?.lemma(&verb);
    let fits = |form: &str| {
        lexicon::analyses(form).any(|other| {
            other.features.class() == wanted.class()
                && other.lemma(form) == lemma
                && meet(other.features, wanted, &groups)
        })
    };
    lexicon::forms(&verb).into_iter().find(|form| fits(form))
}

/// The form of the noun or adjective `word` that `wanted` asks for; the word itself where it has none.
fn nominal(word: &str, wanted: Features) -> String {
    let small = folded(word);
    let own = nominals(&small);
    let of_own = |form: &str| -> Vec<(Features, String)> {
        let same = |(features, lemma): &(Features, String)| {
            own.iter().any(|(own, of)| of == lemma && own.class() == features.class())
        };
        nominals(form).into_iter().filter(same).collect()
    };
    let forms = lexicon::forms(&small);
    // A noun that has one gender keeps it: « une personne » stands for « un citoyen ».
    let genders = forms
        .iter()
        .flat_map(|form| of_own(form))
        .fold(0, |genders, (features, _)| genders | features.0 & GENDERS);
    let groups = if genders == GENDERS { [NUMBERS, GENDERS] } else { [NUMBERS, 0] };
    if own.is_empty() || own.iter().any(|(features, _)| meet(*features, wanted, &groups)) {
        return word.to_owned();
    }
    let fits = |form: &String| of_own(form).iter().any(|(features, _)| meet(*features, wanted, &groups));
    // « polémiques » has either gender: the word keeps its own.
    let keeps = |form: &&String| {
        of_own(form).iter().any(|(features, _)| own.iter().any(|(own, _)| meet(*features, *own, &[GENDERS])))
    };
    let fitting: Vec<&String> = forms.iter().filter(|form| fits(form)).collect();
    let form = fitting.iter().copied().find(keeps).or(fitting.first().copied());
    form.cloned().unwrap_or_else(|| word.to_owned())
}

/// What `form` is as a noun or adjective, and of which lemma; as a participle where it is neither.
fn nominals(form: &str) -> Vec<(Features, String)> {
    let all = lexicon::analyses(form).filter(|form| has_number(form.features));
    let all: Vec<_> = all.map(|analysis| (analysis.features, analysis.lemma(form))).collect();
    let participle = |(features, _): &(Features, String)| features.class() == Features::PAST_PARTICIPLE;
    let nouns: Vec<_> = all.iter().filter(|one| !participle(one)).cloned().collect();
    if nouns.is_empty() { all } else { nouns }
}

/// Whether the two have something in common in each of `groups` in which both say anything.
fn meet(one: Features, other: Features, groups: &[u32]) -> bool {
    groups.iter().all(|group| one.0 & group == 0 || other.0 & group == 0 || one.0 & other.0 & group != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_and_adjectives_take_number_and_gender() {
        assert_eq!(like("habitant", "citoyens lambda"), "habitants");
        assert_eq!(like("habitant", "citoyenne lambda"), "habitante");
        assert_eq!(like("projet de loi", "lois"), "projets de loi");
        assert_eq!(like("contesté", "polémiques"), "contestés");
        assert_eq!(like("contesté", "controversée"), "contestée");
        assert_eq!(like("personne", "citoyens"), "personnes");
    }

    #[test]
    fn verbs_take_tense_and_person() {
        assert_eq!(like("affirmer", "prétendait"), "affirmait");
        assert_eq!(like("affirmer", "prétendent"), "affirment");
        assert_eq!(like("dire", "avouera"), "dira");
        assert_eq!(like("dire", "avouée"), "dite");
        assert_eq!(like("dire", "avouer"), "dire");
        assert_eq!(like("faire savoir", "prétendaient"), "faisaient savoir");
    }

    #[test]
    fn what_the_lexicon_cannot_tell_stays() {
        assert_eq!(like("maintenant", "à l'heure d'aujourd'hui"), "maintenant");
        assert_eq!(like("habitant", "xyz"), "habitant");
    }
}
