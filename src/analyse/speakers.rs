//! Who each source is over the whole article: pronouns, short names and titles led back to the fullest name.
//!
//! The people and bodies of an article are made from its names; a name that ends another one ("Stoltenberg") is the
//! same person. A pronoun takes the nearest one before it that agrees with it, one that is already speaking first; a
//! title without a name ("le secrétaire général") takes the one it was given to. What can't be led back keeps its
//! own words.

use crate::analysis::{Attribution, Sentence, SourceKind, Words};
use crate::article::Article;
use crate::language::{Gender, Grammar, Number, Reference};
use crate::span::Span;

/// Somebody or something that an article names.
#[derive(Debug)]
struct Entity {
    /// The fullest name.
    name: String,
    /// Its words, folded.
    words: Vec<String>,
    gender: Option<Gender>,
    number: Number,
    /// Words of the titles that were given to it, folded.
    roles: Vec<String>,
    person: bool,
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
    cast.add_titles(words, grammar, attributions);
    let mut order: Vec<usize> =
        (0..attributions.len()).filter(|&index| attributions[index].source.is_some()).collect();
    order.sort_by_key(|&index| attributions[index].source.map(Span::start));
    let mut speaking: Option<(usize, usize)> = None;
    for index in order {
        let Some(source) = attributions[index].source else { continue };
        let reference = grammar.reference(words, words.within(source));
        let sentence = sentences.partition_point(|sentence| sentence.span.end() <= source.start());
        let entity = cast.entity(article, &reference, source, sentence, speaking);
        attributions[index].speaker = match entity {
            Some(entity) => {
                speaking = Some((entity, sentence));
                Some(cast.entities[entity].name.clone())
            }
            // "elle" whom nobody before it can be.
            None if reference.pronoun => None,
            None => Some(article.words(source).split_whitespace().collect::<Vec<_>>().join(" ")),
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
        let mut by_last: std::collections::HashMap<String, usize> = std::collections::HashMap::new();
        // Fullest names first, so that a short one finds its long one wherever it stands.
        let mut order: Vec<usize> = (0..names.len()).collect();
        let parts: Vec<Vec<String>> = names.iter().map(|name| folded(words, *name, grammar)).collect();
        order.sort_by_key(|&index| std::cmp::Reverse(parts[index].len()));
        let mut entity_of = vec![None; names.len()];
        for index in order {
            let Some(last) = parts[index].last() else { continue };
            let reference = grammar.reference(words, words.within(names[index]));
            let known = by_last
                .get(last)
                .copied()
                .filter(|&known| is_short_for(&parts[index], &cast.entities[known].words));
            let entity = known.unwrap_or_else(|| {
                let name =
                    reference.name.map_or_else(|| article.words(names[index]), |name| article.words(name));
                cast.entities.push(Entity {
                    name: name.split_whitespace().collect::<Vec<_>>().join(" "),
                    words: parts[index].clone(),
                    gender: reference.gender,
                    number: Number::Singular,
                    roles: Vec::new(),
                    person: reference.person,
                });
                cast.entities.len() - 1
            });
            by_last.entry(last.clone()).or_insert(entity);
            let found = &mut cast.entities[entity];
            found.gender = found.gender.or(reference.gender);
            found.person |= reference.person;
            entity_of[index] = Some(entity);
        }
        for (index, name) in names.iter().enumerate() {
            let Some(entity) = entity_of[index] else { continue };
            let sentence = sentences.partition_point(|sentence| sentence.span.end() <= name.start());
            let opens = sentences
                .get(sentence)
                .is_some_and(|sentence| words.within(*name).start <= sentence.words.start + 8);
            cast.mentions.push(Mention { start: name.start(), entity, sentence, opens });
        }
        cast
    }

    /// Gives entities the titles, genders and kinds that the sources which name them carry.
    fn add_titles(&mut self, words: &Words, grammar: &dyn Grammar, attributions: &[Attribution]) {
        for attribution in attributions {
            let Some(source) = attribution.source else { continue };
            let reference = grammar.reference(words, words.within(source));
            let Some(name) = reference.name else { continue };
            if let Some(entity) = self.named(name) {
                let entity = &mut self.entities[entity];
                entity.gender = entity.gender.or(reference.gender);
                entity.person |= attribution.source_kind == Some(SourceKind::Person);
                entity.roles.extend(reference.roles);
            }
        }
    }

    /// The entity that a name at this place is.
    fn named(&self, name: Span) -> Option<usize> {
        let first = self.mentions.partition_point(|mention| mention.start < name.start());
        self.mentions.get(first).filter(|mention| mention.start < name.end()).map(|mention| mention.entity)
    }

    fn entity(
        &self,
        article: &Article,
        reference: &Reference,
        source: Span,
        sentence: usize,
        speaking: Option<(usize, usize)>,
    ) -> Option<usize> {
        if let Some(name) = reference.name {
            return self.named(name);
        }
        let _ = article;
        if reference.pronoun {
            return self.antecedent(reference, source, sentence, speaking);
        }
        if reference.roles.is_empty() || reference.number == Number::Plural || !reference.definite {
            return None;
        }
        // A title alone: whoever bore it, the nearest one before, else the first one behind.
        let bears = |mention: &&Mention| {
            let entity = &self.entities[mention.entity];
            entity.person
                && reference.roles.iter().any(|role| entity.roles.contains(role))
                && agrees(entity, reference)
        };
        let before = self.mentions.iter().rev().filter(|mention| mention.start < source.start()).find(bears);
        before.or_else(|| self.mentions.iter().find(bears)).map(|mention| mention.entity)
    }

    /// Whom a pronoun stands for.
    fn antecedent(
        &self,
        reference: &Reference,
        source: Span,
        sentence: usize,
        speaking: Option<(usize, usize)>,
    ) -> Option<usize> {
        let behind = self.mentions.partition_point(|mention| mention.start < source.start());
        let fits = |entity: usize| self.entities[entity].person && agrees(&self.entities[entity], reference);
        let near: Vec<&Mention> = self.mentions[..behind]
            .iter()
            .rev()
            .take_while(|mention| mention.sentence + REACH >= sentence)
            .collect();
        // Whoever spoke in this sentence or the one before goes on speaking, unless somebody else opened a sentence since.
        let since = near.iter().find(|mention| mention.opens && fits(mention.entity));
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
            .or_else(|| near.iter().map(|mention| mention.entity).find(|&entity| fits(entity)))
    }
}

/// The words of a name without titles and particles, folded.
fn folded(words: &Words, name: Span, grammar: &dyn Grammar) -> Vec<String> {
    let reference = grammar.reference(words, words.within(name));
    let span = reference.name.unwrap_or(name);
    words
        .within(span)
        .map(|index| words.folded(index).to_owned())
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .collect()
}

/// Whether `short` can stand for `long`: "Stoltenberg" or "Jens" for "Jens Stoltenberg", "J. Stoltenberg" too.
fn is_short_for(short: &[String], long: &[String]) -> bool {
    if short.last() != long.last() {
        return false;
    }
    match (short.len(), short.first(), long.first()) {
        (1, ..) => true,
        (_, Some(first), Some(full)) => {
            first == full || (first.chars().count() == 1 && full.starts_with(first.as_str()))
        }
        _ => false,
    }
}

fn agrees(entity: &Entity, reference: &Reference) -> bool {
    let gender = match (entity.gender, reference.gender) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    };
    gender && (entity.number == reference.number || reference.number == Number::Unknown)
}
