//! Who each source is over the whole article: pronouns, short names and titles led back to the fullest name.
//!
//! The people and bodies of an article are made from its names; a name that ends another one ("Stoltenberg") is the
//! same person. A pronoun takes the nearest one before it that agrees with it, one that is already speaking first; a
//! title without a name ("le secrétaire général") takes the one it was given to. What can't be led back keeps its
//! own words.

use std::cmp::Reverse;

use foldhash::{HashMap, HashSet};

use crate::analysis::{Attribution, Sentence, Shape, SourceKind, Words};
use crate::article::Article;
use crate::language::{Gender, Grammar, Number, Reference};
use crate::span::Span;
use crate::work;

/// Somebody or something that an article names.
#[derive(Debug)]
struct Entity {
    /// The fullest name.
    name: String,
    parts: Parts,
    gender: Option<Gender>,
    number: Number,
    /// Words of the titles that were given to it, folded.
    roles: HashSet<String>,
    person: bool,
}

/// The words of a name without titles, initials' stops and the like: how many, and the indices of the outer ones.
#[derive(Clone, Copy, Debug)]
struct Parts {
    count: usize,
    first: usize,
    last: usize,
}

/// A place where an entity is named.
#[derive(Clone, Copy, Debug)]
struct Mention {
    start: usize,
    entity: usize,
    sentence: usize,
    /// Whether it opens its sentence, as subjects mostly do.
    opens: bool,
}

/// How many sentences back a pronoun is followed.
const REACH: usize = 6;

/// Among how many names before and behind it a title or a pronoun looks for whom it stands for: more than most articles
/// have.
const NAMES: usize = 500;

/// Fills the `speaker` of every attribution that has a source.
pub(super) fn resolve(
    article: &Article,
    words: &Words,
    sentences: &[Sentence],
    names: &[Span],
    grammar: &dyn Grammar,
    attributions: &mut [Attribution],
) {
    let mut cast = Cast::of(article, words, sentences, names, grammar);
    let mut sources: Vec<(usize, Span, Reference)> = attributions
        .iter()
        .enumerate()
        .filter_map(|(index, attribution)| Some((index, attribution.source?)))
        .map(|(index, source)| (index, source, grammar.reference(words, words.within(source))))
        .collect();
    for (index, _, reference) in &sources {
        cast.add_title(reference, attributions[*index].source_kind);
    }
    sources.sort_by_key(|(_, source, _)| source.start());
    let mut speaking: Option<(usize, usize)> = None;
    for (index, source, reference) in sources {
        let sentence = sentences.partition_point(|sentence| sentence.span.end() <= source.start());
        let entity = cast.entity(&Sought { reference: &reference, source, sentence, speaking });
        attributions[index].speaker = match entity {
            Some(entity) => {
                speaking = Some((entity, sentence));
                Some(cast.entities[entity].name.clone())
            }
            // "elle" whom nobody before it can be.
            None if reference.pronoun => None,
            None => Some(on_one_line(article.words(source))),
        };
        if let (Some(entity), Some(kind)) = (entity, attributions[index].source_kind)
            && cast.entities[entity].person
            && reference.pronoun
            && kind != SourceKind::Collective
        {
            attributions[index].source_kind = Some(SourceKind::Person);
        }
    }
}

/// Everybody whom an article names, and where.
struct Cast {
    entities: Vec<Entity>,
    mentions: Vec<Mention>,
}

impl Cast {
    fn of(
        article: &Article,
        words: &Words,
        sentences: &[Sentence],
        names: &[Span],
        grammar: &dyn Grammar,
    ) -> Self {
        let mut cast = Self { entities: Vec::new(), mentions: Vec::new() };
        let mut by_last: HashMap<&str, usize> = HashMap::default();
        let mut named: Vec<Named> = names.iter().map(|&name| Named::at(name, words, grammar)).collect();
        // Fullest names first, so that a short one finds its long one wherever it stands.
        named.sort_by_key(|named| Reverse(named.parts.count));
        for Named { name, first, parts, reference } in named.into_iter().filter(|named| named.parts.count > 0)
        {
            let last = words.folded(parts.last);
            let known = by_last.get(last).copied();
            let known = known.filter(|&known| is_short_for(words, parts, cast.entities[known].parts));
            let entity =
                known.unwrap_or_else(|| cast.added(article.words(reference.name.unwrap_or(name)), parts));
            by_last.entry(last).or_insert(entity);
            let found = &mut cast.entities[entity];
            found.gender = found.gender.or(reference.gender);
            found.person |= reference.person;
            let sentence = sentences.partition_point(|sentence| sentence.span.end() <= name.start());
            let opens = sentences.get(sentence).is_some_and(|sentence| first <= sentence.words.start + 8);
            cast.mentions.push(Mention { start: name.start(), entity, sentence, opens });
        }
        cast.mentions.sort_by_key(|mention| mention.start);
        cast
    }

    /// The entity of this name, which nobody bore before.
    fn added(&mut self, name: &str, parts: Parts) -> usize {
        self.entities.push(Entity {
            name: on_one_line(name),
            parts,
            gender: None,
            number: Number::Singular,
            roles: HashSet::default(),
            person: false,
        });
        self.entities.len() - 1
    }

    /// Gives an entity the title, gender and kind that a source which names it carries.
    fn add_title(&mut self, reference: &Reference, kind: Option<SourceKind>) {
        if let Some(entity) = reference.name.and_then(|name| self.named(name)) {
            let entity = &mut self.entities[entity];
            entity.gender = entity.gender.or(reference.gender);
            entity.person |= kind == Some(SourceKind::Person);
            entity.roles.extend(reference.roles.iter().cloned());
        }
    }

    /// The entity that a name at this place is.
    fn named(&self, name: Span) -> Option<usize> {
        let first = self.mentions.partition_point(|mention| mention.start < name.start());
        self.mentions.get(first).filter(|mention| mention.start < name.end()).map(|mention| mention.entity)
    }

    fn entity(&self, sought: &Sought<'_>) -> Option<usize> {
        let &Sought { reference, source, .. } = sought;
        if let Some(name) = reference.name {
            return self.named(name);
        }
        if reference.pronoun {
            return self.antecedent(sought);
        }
        if reference.roles.is_empty() || reference.number == Number::Plural || !reference.definite {
            return None;
        }
        // A title alone: whoever bore it, the nearest one before, else the first one behind.
        let bears = |mention: &&Mention| {
            work::look();
            let entity = &self.entities[mention.entity];
            entity.person
                && reference.roles.iter().any(|role| entity.roles.contains(role))
                && agrees(entity, reference)
        };
        let (before, behind) =
            self.mentions.split_at(self.mentions.partition_point(|mention| mention.start < source.start()));
        let before = before.iter().rev().take(NAMES).find(bears);
        before.or_else(|| behind.iter().take(NAMES).find(bears)).map(|mention| mention.entity)
    }

    /// Whom a pronoun stands for.
    fn antecedent(&self, sought: &Sought<'_>) -> Option<usize> {
        let &Sought { reference, source, sentence, speaking } = sought;
        let behind = self.mentions.partition_point(|mention| mention.start < source.start());
        let fits = |entity: usize| {
            work::look();
            self.entities[entity].person && agrees(&self.entities[entity], reference)
        };
        let near = self.mentions[..behind]
            .iter()
            .rev()
            .take(NAMES)
            .take_while(|mention| mention.sentence + REACH >= sentence);
        // Whoever spoke in this sentence or the one before goes on speaking, unless somebody else opened a sentence since.
        let since = near.clone().find(|mention| mention.opens && fits(mention.entity));
        if let Some((entity, said)) =
            speaking.filter(|&(entity, said)| fits(entity) && said + REACH >= sentence)
        {
            return match since {
                Some(mention) if mention.sentence > said && mention.entity != entity => Some(mention.entity),
                _ => Some(entity),
            };
        }
        since
            .map(|mention| mention.entity)
            .or_else(|| near.map(|mention| mention.entity).find(|&entity| fits(entity)))
    }
}

/// A source whose speaker is looked for.
struct Sought<'a> {
    reference: &'a Reference,
    source: Span,
    /// The sentence that it stands in.
    sentence: usize,
    /// Who spoke last, and in which sentence.
    speaking: Option<(usize, usize)>,
}

/// A name where it stands, and what it says of who bears it.
struct Named {
    name: Span,
    /// The index of its first word.
    first: usize,
    parts: Parts,
    reference: Reference,
}

impl Named {
    fn at(name: Span, words: &Words, grammar: &dyn Grammar) -> Self {
        let range = words.within(name);
        let reference = grammar.reference(words, range.clone());
        let bare = reference.name.map_or(range.clone(), |bare| words.within(bare));
        let mut alphanumeric = bare.filter(|&at| words.list()[at].shape != Shape::Mark);
        let first = alphanumeric.next().unwrap_or(range.start);
        let (more, last) = alphanumeric.fold((0, first), |(count, _), at| (count + 1, at));
        let empty = words.list().get(first).is_none_or(|word| word.shape == Shape::Mark);
        let count = if empty { 0 } else { more + 1 };
        Self { name, first: range.start, parts: Parts { count, first, last }, reference }
    }
}

/// Whether `short` can stand for `long`: "Stoltenberg" or "Jens" for "Jens Stoltenberg", "J. Stoltenberg" too.
fn is_short_for(words: &Words, short: Parts, long: Parts) -> bool {
    let (first, full) = (words.folded(short.first), words.folded(long.first));
    words.folded(short.last) == words.folded(long.last)
        && (short.count == 1 || first == full || first.chars().count() == 1 && full.starts_with(first))
}

/// `words` with one space wherever white space stands.
fn on_one_line(words: &str) -> String {
    let mut before = ' ';
    let is_on_one_line = words.chars().all(|character| {
        let ends_word = before != ' ';
        before = character;
        !character.is_whitespace() || (character == ' ' && ends_word)
    });
    if is_on_one_line && before != ' ' {
        return words.to_owned();
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn agrees(entity: &Entity, reference: &Reference) -> bool {
    let gender = match (entity.gender, reference.gender) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    };
    gender && (entity.number == reference.number || reference.number == Number::Unknown)
}
