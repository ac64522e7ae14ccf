//! Article → analysis: words, marks, sentences, and then what the language understands of them.
//!
//! Analysis never fails and remembers nothing: poor text gives a poorer analysis. Each part takes time in
//! proportion to the text.

mod marks;
mod pairs;
mod quotations;
mod sentences;
mod sides;
mod sources;
mod speakers;
mod word_form;
mod words;

use crate::analysis::Analysis;
use crate::article::{Article, Builder};
use crate::language::{Groundwork, Language};
use crate::place::{Source, Width};

/// The folded words of a text that stands alone, cut as those of an article are: "dit", "-on" of "Dit-on".
pub fn folded_words(text: &str, language: &Language) -> Vec<String> {
    if let Some(word) = words::folded_letters(text) {
        return vec![word];
    }
    let mut builder = Builder::new(Source::new(text.to_owned(), 0, Width::Utf8));
    builder.verbatim(0, text.len());
    let words = words::words(&builder.finish(), language.grammar().spelling());
    (0..words.list().len()).map(|index| words.folded(index).to_owned()).collect()
}

/// What was understood of `article`, read as `language`.
pub fn analysis(article: &Article, language: &Language) -> Analysis {
    let grammar = language.grammar();
    let words = words::words(article, grammar.spelling());
    let (mut quotations, lone_marks) = quotations::quotations(article, &words);
    let sentences = sentences::sentences(article, &words, &quotations, grammar);
    let groundwork = Groundwork { article, words: &words, sentences: &sentences, quotations: &quotations };
    let understanding = grammar.understanding(&groundwork);
    for (quotation, (kind, attribution)) in quotations.iter_mut().zip(understanding.quotations) {
        quotation.kind = kind;
        quotation.attribution = attribution;
    }
    let (names, mut attributions) = (understanding.names, understanding.attributions);
    speakers::resolve(article, &words, &sentences, &names, grammar, &mut attributions);
    let sources = sources::sources(article, &attributions, &quotations);
    Analysis {
        words,
        sentences,
        quotations,
        lone_marks,
        attributions,
        conditionals: understanding.conditionals,
        figures: understanding.figures,
        names,
        negated: understanding.negated,
        sources,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Code;

    #[test]
    fn a_clitic_with_two_hyphens_is_one_word() {
        let french = Language::shipped(Code::French);
        assert_eq!(folded_words("A-t-il dit", &french), ["a", "-t-il", "dit"]);
        assert_eq!(folded_words("Donne-le-moi", &french), ["donne", "-le", "-moi"]);
    }
}
