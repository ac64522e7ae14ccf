//! The French lexicon: what each form can be, and of which lemma.
//!
//! Packed files, made by `lexicon/expand.py` and the test `lexicon`, stand in the program: an automaton from forms to
//! the numbers of their sets of analyses, and those sets; and the way back, from lemmas to their inflections. Nothing is loaded or copied; a look-up takes
//! some hundred nanoseconds. Forms are folded. What isn't in the lexicon may still be a verb by its ending: see
//! [`by_ending`].

use std::cell::RefCell;
use std::sync::LazyLock;

use fst::Map;

static FORMS: LazyLock<Map<&'static [u8]>> = LazyLock::new(|| {
    Map::new(&include_bytes!("lexicon/forms.fst")[..])
        .expect("the packed lexicon is made and read by one version")
});
static ANALYSES: &[u8] = include_bytes!("lexicon/analyses.bin");
static LEMMAS: LazyLock<Map<&'static [u8]>> = LazyLock::new(|| {
    Map::new(&include_bytes!("lexicon/lemmas.fst")[..])
        .expect("the packed lexicon is made and read by one version")
});
static INFLECTIONS: &[u8] = include_bytes!("lexicon/inflections.bin");

/// What a form is: class in the low four bits, then bits for tenses, persons, numbers, genders, kinds of verb.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Features(pub(super) u32);

impl Features {
    pub(super) const NOUN: u32 = 1;
    pub(super) const ADJECTIVE: u32 = 2;
    pub(super) const ADVERB: u32 = 3;
    pub(super) const FINITE: u32 = 4;
    pub(super) const INFINITIVE: u32 = 5;
    pub(super) const PRESENT_PARTICIPLE: u32 = 6;
    pub(super) const PAST_PARTICIPLE: u32 = 7;
    pub(super) const FIRST_NAME: u32 = 8;
    pub(super) const SURNAME: u32 = 9;
    pub(super) const PROPER_NAME: u32 = 10;
    pub(super) const DETERMINER: u32 = 12;
    pub(super) const PREPOSITION: u32 = 13;

    pub(super) const PRESENT: u32 = 1 << 4;
    pub(super) const IMPERFECT: u32 = 1 << 5;
    pub(super) const PAST: u32 = 1 << 6;
    pub(super) const FUTURE: u32 = 1 << 7;
    pub(super) const CONDITIONAL: u32 = 1 << 8;
    pub(super) const THIRD: u32 = 1 << 14;
    pub(super) const SINGULAR: u32 = 1 << 15;
    pub(super) const PLURAL: u32 = 1 << 16;
    pub(super) const MASCULINE: u32 = 1 << 17;
    pub(super) const FEMININE: u32 = 1 << 18;

    /// Its class, one of the constants above.
    pub(super) fn class(self) -> u32 {
        self.0 & 15
    }

    /// Whether it has all of `bits`.
    pub(super) fn has(self, bits: u32) -> bool {
        self.0 & bits == bits
    }
}

/// One analysis of a form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Form {
    /// What it is.
    pub(super) features: Features,
    strip: u8,
    ending: &'static str,
}

impl Form {
    /// Whether it has the lemma of `other`, another analysis of the same form.
    pub(super) fn shares_lemma(&self, other: &Self) -> bool {
        self.strip == other.strip && self.ending == other.ending
    }

    /// The lemma of `form`, which is the form that was looked up: "voir" … of "aurait", "avoir".
    pub(super) fn lemma(&self, form: &str) -> String {
        let mut lemma = String::new();
        self.add_lemma(form, &mut lemma);
        lemma
    }

    /// Whether the lemma of a folded form is folded too, which only its ending can't be: "oeil" for "yeux".
    pub(super) fn lemma_is_folded(&self) -> bool {
        self.ending.bytes().all(|byte| byte.is_ascii_lowercase())
    }

    /// Writes the lemma of `form` behind what stands in `lemmas`.
    pub(super) fn add_lemma(&self, form: &str, lemmas: &mut String) {
        lemmas.push_str(&form[..form.len() - usize::from(self.strip)]);
        lemmas.push_str(self.ending);
    }
}

/// The analyses of a folded form; none where the lexicon doesn't have it.
pub(super) fn analyses(form: &str) -> impl Iterator<Item = Form> {
    set(number(form))
}

/// How many look-ups each thread keeps: a newspaper's everyday words.
const KEPT: usize = 16_384;
/// Longer forms are looked up each time.
const LONGEST_KEPT: usize = 22;

/// A look-up that was made: the form, its length, and one more than what the automaton said; 0 where it said nothing.
type Kept = ([u8; LONGEST_KEPT], u8, u32);

/// The number of a form's set of analyses, as the automaton says it. The last look-ups are kept, since most words of an
/// article were in the one before; the answer is the same.
fn number(form: &str) -> Option<u64> {
    thread_local! {
        static LOOKED_UP: RefCell<Vec<Kept>> = RefCell::new(vec![([0; LONGEST_KEPT], 0, 0); KEPT]);
    }
    if form.len() > LONGEST_KEPT || form.is_empty() {
        return FORMS.get(form);
    }
    let hash =
        form.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    LOOKED_UP.with_borrow_mut(|kept| {
        let (key, length, next) = &mut kept[hash as usize % KEPT];
        if &key[..usize::from(*length)] != form.as_bytes() {
            *next = FORMS.get(form).and_then(|number| u32::try_from(number + 1).ok()).unwrap_or(0);
            key[..form.len()].copy_from_slice(form.as_bytes());
            *length = form.len() as u8;
        }
        next.checked_sub(1).map(u64::from)
    })
}

fn set(number: Option<u64>) -> impl Iterator<Item = Form> {
    let mut bytes = record(ANALYSES, number);
    std::iter::from_fn(move || {
        let (head, rest) = bytes.split_at_checked(6)?;
        let features = u32::from_le_bytes(head[..4].try_into().expect("four bytes"));
        let (ending, rest) = rest.split_at(usize::from(head[5]));
        bytes = rest;
        let ending = std::str::from_utf8(ending).expect("the packed endings are text");
        Some(Form { features: Features(features), strip: head[4], ending })
    })
}

/// The bytes of record `number` of a packed file, which starts with the place of each.
fn record(packed: &'static [u8], number: Option<u64>) -> &'static [u8] {
    let Some(number) = number else { return &[] };
    let at = |index: usize| {
        let word = packed[index * 4..index * 4 + 4].try_into().expect("four bytes");
        u32::from_le_bytes(word) as usize
    };
    &packed[at(number as usize)..at(number as usize + 1)]
}

/// What a form that the lexicon lacks may be by its ending: verbs are still made on -er ("twitterait"), and misspelt
/// ("pourrais" stands for "pourrait" in real copy, but the lexicon has both).
pub(super) fn by_ending(form: &str) -> Option<(Features, String)> {
    const THIRD_SINGULAR: u32 = Features::FINITE | Features::THIRD | Features::SINGULAR;
    const THIRD_PLURAL: u32 = Features::FINITE | Features::THIRD | Features::PLURAL;
    const ENDINGS: &[(&str, u32)] = &[
        ("eraient", THIRD_PLURAL | Features::CONDITIONAL),
        ("erait", THIRD_SINGULAR | Features::CONDITIONAL),
        ("erais", Features::FINITE | Features::SINGULAR | Features::CONDITIONAL),
        ("erions", Features::FINITE | Features::PLURAL | Features::CONDITIONAL),
        ("eriez", Features::FINITE | Features::PLURAL | Features::CONDITIONAL),
        ("eront", THIRD_PLURAL | Features::FUTURE),
        ("era", THIRD_SINGULAR | Features::FUTURE),
        ("aient", THIRD_PLURAL | Features::IMPERFECT),
        ("ait", THIRD_SINGULAR | Features::IMPERFECT),
        ("èrent", THIRD_PLURAL | Features::PAST),
        ("ant", Features::PRESENT_PARTICIPLE),
        ("ées", Features::PAST_PARTICIPLE | Features::FEMININE | Features::PLURAL),
        ("ée", Features::PAST_PARTICIPLE | Features::FEMININE | Features::SINGULAR),
        ("és", Features::PAST_PARTICIPLE | Features::MASCULINE | Features::PLURAL),
        ("é", Features::PAST_PARTICIPLE | Features::MASCULINE | Features::SINGULAR),
    ];
    if form.len() < 6 || form.contains(|c: char| !c.is_alphabetic()) {
        return None;
    }
    let (ending, features) = ENDINGS.iter().find(|(ending, _)| form.ends_with(ending))?;
    let stem = &form[..form.len() - ending.len()];
    // "suggèrait" is a misspelt imperfect of "suggérer", no conditional of "suggr-": the stem in -èr with the lemma.
    if stem.len() < 3 || stem.ends_with(['h', 'i']) {
        return None;
    }
    // "annonçé" is a misspelt "annoncé".
    let stem = if ending.starts_with('é') { stem.replace('ç', "c") } else { stem.to_owned() };
    let mut lemma = format!("{stem}er");
    if let Some(at) = stem.rfind('è').filter(|_| analyses(&lemma).next().is_none()) {
        lemma.replace_range(at..at + 'è'.len_utf8(), "é");
    }
    Some((Features(*features), lemma))
}

/// The forms that share lemma and class with `term`, the term itself first; the term alone where the lexicon lacks it.
pub(super) fn forms(term: &str) -> Vec<String> {
    let mut found = vec![term.to_owned()];
    let mut analysed: Vec<(String, bool)> =
        analyses(term).map(|form| (form.lemma(term), is_verbal(form.features))).collect();
    analysed.dedup();
    for (lemma, verbal) in &analysed {
        let participle = *verbal && *term != term_of(lemma);
        for (form, is_participle) in inflected(lemma, *verbal) {
            if (!participle || is_participle) && !found.contains(&form) {
                found.push(form);
            }
        }
    }
    found
}

/// The forms of a lemma, in the order of the alphabet, and whether each is a past participle.
fn inflected(lemma: &str, verbal: bool) -> impl Iterator<Item = (String, bool)> {
    let mut key = lemma.as_bytes().to_vec();
    key.push(u8::from(verbal));
    let mut bytes = record(INFLECTIONS, LEMMAS.get(key));
    std::iter::from_fn(move || {
        let (head, rest) = bytes.split_at_checked(3)?;
        let (ending, rest) = rest.split_at(usize::from(head[2]));
        bytes = rest;
        let ending = std::str::from_utf8(ending).expect("the packed endings are text");
        Some((format!("{}{ending}", &lemma[..lemma.len() - usize::from(head[1])]), head[0] == 1))
    })
}

fn is_verbal(features: Features) -> bool {
    matches!(
        features.class(),
        Features::FINITE | Features::INFINITIVE | Features::PRESENT_PARTICIPLE | Features::PAST_PARTICIPLE
    )
}

/// The lemma as a folded form.
fn term_of(lemma: &str) -> String {
    lemma.to_lowercase().replace('œ', "oe").replace('æ', "ae")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_conditional_is_told_from_an_imperfect() {
        let conditional = |form| analyses(form).any(|form| form.features.has(Features::CONDITIONAL));
        for form in ["aurait", "mourrait", "entrerait", "twittera", "amélioreraient"] {
            assert_eq!(conditional(form), form != "twittera", "{form}");
        }
        for form in ["mourait", "entrait", "montrait", "retrait", "extrait", "apparait", "vrais"] {
            assert!(!conditional(form), "{form}");
        }
    }

    #[test]
    fn a_new_verb_is_known_by_its_ending() {
        let (features, lemma) = by_ending("twitterait").expect("a verb");
        assert!(features.has(Features::CONDITIONAL));
        assert_eq!(lemma, "twitter");
    }

    #[test]
    fn a_term_is_inflected() {
        let mut radical = forms("radical");
        radical.sort();
        assert_eq!(radical, ["radical", "radicale", "radicales", "radicaux"]);
        let mut proclaimed = forms("autoproclamé");
        proclaimed.sort();
        assert_eq!(proclaimed, ["autoproclamé", "autoproclamée", "autoproclamées", "autoproclamés"]);
        assert!(forms("prétendre").iter().any(|form| form == "prétendait"));
        assert_eq!(forms("soi-disant"), ["soi-disant"]);
    }
}
