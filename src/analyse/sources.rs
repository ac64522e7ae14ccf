//! The sources of an article: all attributions of one speaker together.

use std::collections::HashMap;

use crate::analysis::{Attribution, Quotation, Source, SourceKind};
use crate::article::Article;
use crate::span::Span;

/// The sources, in the order of their first mention; speakers are resolved.
pub(super) fn sources(
    article: &Article,
    attributions: &[Attribution],
    quotations: &[Quotation],
) -> Vec<Source> {
    let mut sources: Vec<Source> = Vec::new();
    let mut by_name: HashMap<&str, usize> = HashMap::new();
    let mut source_of = vec![None; attributions.len()];
    for (index, attribution) in attributions.iter().enumerate() {
        let (Some(name), Some(mention)) = (attribution.speaker.as_deref(), attribution.source) else {
            continue;
        };
        let at = *by_name.entry(name).or_insert_with(|| {
            let kind = attribution.source_kind.unwrap_or(SourceKind::Person);
            sources.push(Source { name: name.to_owned(), kind, mentions: Vec::new(), quoted_characters: 0 });
            sources.len() - 1
        });
        source_of[index] = Some(at);
        let mentions: &mut Vec<Span> = &mut sources[at].mentions;
        if mentions.last() != Some(&mention) {
            mentions.push(mention);
        }
    }
    for quotation in quotations {
        if let Some(at) = quotation.attribution.and_then(|index| source_of.get(index).copied().flatten()) {
            sources[at].quoted_characters += article.words(quotation.inner).chars().count();
        }
    }
    for source in &mut sources {
        source.mentions.sort_unstable();
        source.mentions.dedup();
    }
    sources.sort_by_key(|source| source.mentions.first().copied());
    sources
}
