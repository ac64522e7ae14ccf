//! The closed classes: articles, pronouns, clitics, conjunctions, prepositions, and what decides between them.
//!
//! Which class a form is of is looked up once for each form of an article; what its neighbours decide, where it stands.

use std::ops::Range;
use std::sync::LazyLock;

use foldhash::HashMap;

use super::{Parse, Tag};
use crate::language::fr::lexicon::Features;
use crate::language::fr::vocabulary::Marks;

/// The words of French that no new one joins, in classes that are told apart alike.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Closed {
    /// le, l': an article, or a clitic before a verb
    Article,
    /// cette, son, deux
    Determiner,
    /// certains, tous: a determiner, or a pronoun before a verb
    Quantifier,
    Ce,
    Leur,
    /// il, celles-ci, beaucoup
    Pronoun,
    /// rien, personne: a pronoun first, a denial behind a verb
    Nobody,
    Lui,
    /// nous, vous: subjects where the verb agrees
    NousVous,
    /// me, se, y
    Clitic,
    /// s': se, or si before il
    S,
    En,
    /// ne, pas
    Negation,
    /// point: a denial behind a verb, else a noun
    Point,
    /// jamais, hier, toutefois
    Adverb,
    /// même, mêmes
    Same,
    /// de, d'
    De,
    /// à: also "a" misspelt
    A,
    /// dans, selon
    Preposition,
    Entre,
    /// suite (à), face (à): nouns behind a determiner
    NounOrPreposition,
    Des,
    /// (y) compris
    Compris,
    Tout,
    /// que, dont, lorsque
    Subordinator,
    /// et, mais
    Coordinator,
    /// a, sont, était
    Auxiliary,
}

/// The words of each class, folded.
const WORDS: &[(Closed, &str)] = &[
    (Closed::Article, "le la les l'"),
    (
        Closed::Determiner,
        "un une cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leurs chaque \
         quelques aucun aucune quel quelle quels quelles quatre cinq six sept huit neuf dix toute \
         divers diverses différents différentes",
    ),
    (Closed::Quantifier, "certains certaines plusieurs tous toutes deux trois"),
    (Closed::Ce, "ce"),
    (Closed::Leur, "leur"),
    (
        Closed::Pronoun,
        "je j' tu il elle on ils elles c' ça cela ceci celui celle ceux celles celui-ci celle-ci \
         ceux-ci celles-ci celui-là celle-là eux moi toi beaucoup quiconque chacun chacune d'aucuns \
         lui-même elle-même eux-mêmes soi quelqu'un",
    ),
    (Closed::Nobody, "rien personne"),
    (Closed::Lui, "lui"),
    (Closed::NousVous, "nous vous"),
    (Closed::Clitic, "me m' te t' se y"),
    (Closed::S, "s'"),
    (Closed::En, "en"),
    (Closed::Negation, "ne n' pas"),
    (Closed::Point, "point"),
    (
        Closed::Adverb,
        "jamais guère plus moins très trop peu bien mal aussi ainsi donc alors encore déjà toujours \
         souvent hier demain aujourd'hui ensuite enfin puis là ici non oui tant autant presque \
         environ notamment surtout également cependant toutefois néanmoins pourtant ailleurs \
         autrement tôt tard parfois longtemps maintenant désormais",
    ),
    (Closed::Same, "même mêmes"),
    (Closed::De, "de d'"),
    (Closed::A, "à"),
    (
        Closed::Preposition,
        "du au aux dans par pour sur sous avec sans chez vers contre depuis pendant durant après \
         avant devant derrière dès malgré selon hors parmi outre sauf via lors jusque jusqu' près \
         auprès grâce afin",
    ),
    (Closed::Entre, "entre"),
    (Closed::NounOrPreposition, "suite face"),
    (Closed::Des, "des"),
    (Closed::Compris, "compris"),
    (Closed::Tout, "tout"),
    (
        Closed::Subordinator,
        "que qu' qui dont où lequel laquelle lesquels lesquelles auquel duquel lorsque lorsqu' \
         quand puisque puisqu' quoique quoiqu' comme tandis si parce car",
    ),
    (Closed::Coordinator, "et ou mais ni or"),
    (Closed::Auxiliary, "a ont sont est avait avaient était étaient"),
];

impl Closed {
    /// The class of a folded form; nothing where it is of an open one.
    pub(super) fn of(form: &str) -> Option<Self> {
        static CLASSES: LazyLock<HashMap<&str, Closed>> = LazyLock::new(|| {
            let each =
                |&(class, words): &(Closed, &'static str)| words.split(' ').map(move |word| (word, class));
            WORDS.iter().flat_map(each).collect()
        });
        CLASSES.get(form).copied()
    }
}

impl Parse<'_> {
    /// The tag of a word of the closed class `class`; nothing where it is of an open class here.
    pub(super) fn closed_class(
        &self,
        class: Closed,
        index: usize,
        next: usize,
        before: Option<Tag>,
        words: &Range<usize>,
    ) -> Option<Tag> {
        let previous = if index > words.start { self.word(index - 1) } else { "" };
        Some(match class {
            Closed::Article => self.article_or_clitic(next, before, previous),
            Closed::Determiner => Tag::Determiner,
            Closed::Quantifier => {
                let verb = self.is_finite(next) || matches!(self.word(next), "," | "ne" | "n'" | "se" | "s'");
                if verb && !self.lexeme(next).is_nominal() { Tag::Pronoun } else { Tag::Determiner }
            }
            Closed::Ce if self.follows_ce(next) => Tag::Pronoun,
            Closed::Ce => Tag::Determiner,
            Closed::Leur => {
                let after_subject = matches!(before, Some(Tag::Pronoun | Tag::Negation | Tag::Clitic));
                let clitic = self.is_finite(next) && (!self.lexeme(next).is_nominal() || after_subject);
                if clitic { Tag::Clitic } else { Tag::Determiner }
            }
            Closed::Pronoun => Tag::Pronoun,
            Closed::Nobody => return self.nobody(index, before),
            Closed::Lui => {
                let verb = self.is_finite(next) && !self.lexeme(next).is_nominal();
                let clitic = verb || matches!(self.word(next), "a" | "avait" | "est" | "ont");
                if clitic { Tag::Clitic } else { Tag::Pronoun }
            }
            Closed::NousVous => {
                let ending = if self.word(index) == "nous" { "ons" } else { "ez" };
                let agrees = self.word(next).ends_with(ending)
                    || matches!(self.word(next), "sommes" | "êtes" | "dites" | "faites");
                if self.is_finite(next) && !agrees { Tag::Clitic } else { Tag::Pronoun }
            }
            Closed::S if matches!(self.word(next), "il" | "ils") => Tag::Subordinator,
            Closed::S | Closed::Clitic => Tag::Clitic,
            Closed::En => {
                let lexeme = self.lexeme(next);
                let verb = (lexeme.can_be(Features::FINITE) || lexeme.can_be(Features::INFINITIVE))
                    && !lexeme.is_nominal();
                let denied = matches!(before, Some(Tag::Pronoun | Tag::Negation)) && self.is_finite(next);
                if verb || denied { Tag::Clitic } else { Tag::Preposition }
            }
            Closed::Negation => Tag::Negation,
            Closed::Point => return (before == Some(Tag::Verb)).then_some(Tag::Negation),
            Closed::Adverb => Tag::Adverb,
            Closed::Same => return self.same(index, next, before),
            Closed::De
                if matches!(before, None | Some(Tag::Mark))
                    && matches!(self.word(next), "nombreux" | "nombreuses" | "autres" | "multiples") =>
            {
                Tag::Determiner
            }
            Closed::A if self.is_a_misspelt(next, before) => Tag::Verb,
            Closed::Entre if matches!(before, Some(Tag::Pronoun | Tag::Clitic)) => Tag::Verb,
            Closed::NounOrPreposition if matches!(before, Some(Tag::Determiner | Tag::Preposition)) => {
                return None;
            }
            Closed::De | Closed::A | Closed::Preposition | Closed::Entre | Closed::NounOrPreposition => {
                Tag::Preposition
            }
            Closed::Des => des(before, previous),
            Closed::Compris => return (previous == "y").then_some(Tag::Preposition),
            Closed::Tout => return self.lexeme(next).can_be(Features::ADVERB).then_some(Tag::Adverb),
            Closed::Subordinator => Tag::Subordinator,
            Closed::Coordinator => Tag::Coordinator,
            Closed::Auxiliary if self.word(index) == "est" && before == Some(Tag::Determiner) => Tag::Noun,
            Closed::Auxiliary => Tag::Verb,
        })
    }

    fn is_finite(&self, index: usize) -> bool {
        self.lexeme(index).can_be(Features::FINITE)
    }

    /// le maire, or il le dit.
    fn article_or_clitic(&self, next: usize, before: Option<Tag>, previous: &str) -> Tag {
        let lexeme = self.lexeme(next);
        let verb_only = lexeme.can_be(Features::FINITE) && !lexeme.is_nominal();
        let after_subject = matches!(before, Some(Tag::Pronoun | Tag::Negation | Tag::Clitic))
            || previous == "qui"
            // "comme le précise la préfecture"
            || (previous == "comme"
                && lexeme.verb.any(Marks::SAYING)
                && (matches!(self.word(next + 1), "le" | "la" | "les" | "l'" | "un" | "une")
                    || self.capital(next + 1)));
        let infinitive = lexeme.can_be(Features::INFINITIVE) && !lexeme.can_be(Features::NOUN);
        let clitic_next = matches!(self.word(next), "lui" | "leur" | "y" | "en") && self.is_finite(next + 1);
        let clitic = verb_only || infinitive || clitic_next || (after_subject && self.is_finite(next));
        if clitic && !self.capital(next) { Tag::Clitic } else { Tag::Determiner }
    }

    /// Whether "ce" before this word is a pronoun: ce qui, ce sont.
    fn follows_ce(&self, next: usize) -> bool {
        matches!(
            self.word(next),
            "qui"
                | "que"
                | "qu'"
                | "dont"
                | "à"
                | "sont"
                | "serait"
                | "seraient"
                | "sera"
                | "fut"
                | "n'"
                | "ne"
                | "doit"
                | "peut"
                | "devrait"
                | "pourrait"
        )
    }

    /// personne n'a parlé, il n'a vu personne, la personne.
    fn nobody(&self, index: usize, before: Option<Tag>) -> Option<Tag> {
        match before {
            Some(Tag::Determiner | Tag::Adjective) if self.word(index) == "personne" => None,
            None | Some(Tag::Mark) => Some(Tag::Pronoun),
            Some(_) => Some(Tag::Negation),
        }
    }

    /// de même source, les mêmes, même lui.
    fn same(&self, index: usize, next: usize, before: Option<Tag>) -> Option<Tag> {
        if before == Some(Tag::Preposition) && self.lexeme(next).can_be(Features::NOUN) {
            return Some(Tag::Adjective);
        }
        (self.word(index) == "même").then_some(Tag::Adverb)
    }

    /// "Le maire à indiqué": written for "a".
    fn is_a_misspelt(&self, next: usize, before: Option<Tag>) -> bool {
        let lexeme = self.lexeme(next);
        matches!(before, Some(Tag::Name | Tag::Noun | Tag::Pronoun))
            && lexeme.can_be(Features::PAST_PARTICIPLE)
            && !lexeme.can_be(Features::NOUN)
            && lexeme.verb.any(Marks::SAYING)
    }
}

/// le toit des halles, or des halles.
fn des(before: Option<Tag>, previous: &str) -> Tag {
    match before {
        Some(Tag::Noun | Tag::Name | Tag::Adjective | Tag::Number | Tag::PastParticiple) => Tag::Preposition,
        Some(Tag::Adverb | Tag::Preposition) if matches!(previous, "lors" | "près" | "auprès") => {
            Tag::Preposition
        }
        Some(Tag::Preposition) if matches!(previous, "hors" | "jusque") => Tag::Preposition,
        _ => Tag::Determiner,
    }
}
