//! Subtitles (SRT, WebVTT): what is said, without the times.
//!
//! Cues cut sentences, so that a paragraph goes on from cue to cue until a sentence ends. A dash or a name in front
//! of a line starts another speaker's.

use std::sync::Arc;

use super::layer::Layer;
use super::tape::{Event, Tape};
use super::{html, prose, roles};
use crate::article::{Article, Builder, Role};
use crate::place::Source;

/// The article of a file of subtitles.
pub(super) fn article(source: &Arc<Source>) -> Article {
    let layer = Layer::whole(source);
    let mut builder = Builder::new(Arc::clone(source));
    let mut in_cue = false;
    let mut at = 0;
    for line in layer.text().split_inclusive('\n') {
        let start = at;
        at += line.len();
        let words = line.trim();
        if words.contains("-->") {
            in_cue = true;
        } else if words.is_empty() {
            in_cue = false;
            if ends_a_sentence(&builder) {
                roles::close(&mut builder);
            }
        } else if in_cue {
            if words.starts_with(['-', '–', '—']) || words.starts_with("<v ") {
                roles::close(&mut builder);
            }
            add(&mut builder, &layer, start, at);
        }
    }
    roles::close(&mut builder);
    builder.finish()
}

/// Adds one line of a cue without its mark-up.
fn add(builder: &mut Builder, layer: &Layer<'_>, start: usize, end: usize) {
    let mut tape = Tape::default();
    html::lay(&mut tape, layer, start, end);
    if !builder.is_open() {
        builder.open(Role::Paragraph);
    }
    for event in &tape.events {
        if let Event::Text(range) = event {
            prose::add(builder, &tape.words, range.start, range.end);
        }
    }
}

fn ends_a_sentence(builder: &Builder) -> bool {
    let inside = builder.open_text().trim_end_matches(|c: char| c.is_whitespace() || "»”\"'’)]".contains(c));
    inside.ends_with(['.', '…', '!', '?'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::Width;

    #[test]
    fn a_sentence_goes_on_from_cue_to_cue() {
        let text = "1\n00:00:01,000 --> 00:00:02,000\nLe maire\n<i>aurait</i>\n\n2\n00:00:02,000 --> 00:00:03,000\nfui.\n\n3\n00:00:04,000 --> 00:00:05,000\n- Non.\n";
        let article = article(&Source::new(text.into(), 0, Width::Utf8));
        let blocks: Vec<_> = article.blocks().iter().map(|block| article.words(block.span)).collect();
        assert_eq!(blocks, ["Le maire aurait fui.", "- Non."]);
    }
}
