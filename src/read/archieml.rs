//! ArchieML, in which newsrooms structure a shared document: `headline: …`, `[+text]`, `{.pullquote}`.
//!
//! Keys that are printed become blocks, lines without a key are paragraphs, all other keys are the page's machinery.
//! What stands between `:skip` and `:endskip`, and everything behind `:ignore`, is none of the article's.

use std::sync::Arc;

use super::layer::Layer;
use super::{page, roles};
use crate::article::{Article, Builder, Role};
use crate::place::Source;

/// The article of a file in ArchieML.
pub(super) fn article(source: &Arc<Source>) -> Article {
    let layer = Layer::whole(source);
    let mut builder = Builder::new(Arc::clone(source));
    let mut scope = String::new();
    let mut skipped = false;
    let mut at = 0;
    for line in layer.text().split_inclusive('\n') {
        let start = at + line.len() - line.trim_start().len();
        at += line.len();
        let words = line.trim();
        let command = words.strip_prefix(':').map(|command| command.trim().to_ascii_lowercase());
        match command.as_deref() {
            Some("ignore") => break,
            Some("skip") => skipped = true,
            Some("endskip") => skipped = false,
            Some("end") => {}
            Some(_) | None if skipped || words.is_empty() => {}
            Some(_) | None => {
                if let Some(name) = scope_name(words) {
                    scope = name;
                } else {
                    add(&mut builder, &layer, words, start, &scope);
                }
            }
        }
    }
    builder.finish()
}

/// What stands between the brackets of a line that opens or closes an object or a list.
fn scope_name(words: &str) -> Option<String> {
    let inner = words.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    let inner = inner.or_else(|| words.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')))?;
    let name = inner.trim().trim_start_matches(['.', '+']).trim();
    name.chars().all(|c| c.is_alphanumeric() || "._- +".contains(c)).then(|| name.to_lowercase())
}

/// Adds the block that a line is.
fn add(builder: &mut Builder, layer: &Layer<'_>, words: &str, start: usize, scope: &str) {
    let (role, offset) = match key(words) {
        Some((key, offset)) => (role(&key, scope), offset),
        None if words.starts_with("* ") => (Some(Role::ListItem), 2),
        None => (Some(if is_pull_quote(scope) { Role::PullQuote } else { Role::Paragraph }), 0),
    };
    let Some(role) = role else { return };
    let value = layer.inner(start + offset, start + words.len());
    page::open_line(builder, &value, role);
    roles::close(builder);
}

/// The key in front of a value, and where the value starts.
fn key(words: &str) -> Option<(String, usize)> {
    let (key, _) = words.split_once(':')?;
    let fits =
        !key.trim().is_empty() && key.trim().chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c));
    fits.then(|| (key.trim().to_ascii_lowercase(), key.len() + 1))
}

fn is_pull_quote(scope: &str) -> bool {
    matches!(scope, "pullquote" | "pull-quote" | "pull_quote" | "exergue")
}

/// What of the article the value of a key is; nothing where it isn't printed.
fn role(key: &str, scope: &str) -> Option<Role> {
    match key.rsplit('.').next().unwrap_or_default() {
        "headline" | "hed" | "title" | "titre" if scope.is_empty() => Some(Role::Headline),
        "dek" | "subhed" | "standfirst" | "chapo" | "leadin" | "lede" | "intro" => Some(Role::Standfirst),
        "byline" | "author" | "authors" | "auteur" => Some(Role::Byline),
        "caption" | "legende" => Some(Role::Caption),
        "credit" => Some(Role::Credit),
        "pullquote" | "exergue" => Some(Role::PullQuote),
        "quote" if is_pull_quote(scope) => Some(Role::PullQuote),
        "quote" => Some(Role::BlockQuote),
        "subhead" | "crosshead" | "header" | "intertitre" => Some(Role::Crosshead),
        "text" | "p" | "body" | "paragraph" | "copy" | "value" => {
            Some(if is_pull_quote(scope) { Role::PullQuote } else { Role::Paragraph })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::Width;

    #[test]
    fn keys_that_are_printed_are_blocks() {
        let text = "headline: Le pont rouvre\nslug: pont-2\n[+text]\nIl aurait fui.\n{.pullquote}\nquote: Jamais.\n{}\n[]\n:skip\nNon.\n:endskip\n:ignore\nBrouillon.";
        let article = article(&Source::new(text.into(), 0, Width::Utf8));
        let blocks = crate::read::blocks_of(&article);
        assert_eq!(
            blocks,
            [
                (Role::Headline, "Le pont rouvre"),
                (Role::Paragraph, "Il aurait fui."),
                (Role::PullQuote, "Jamais.")
            ]
        );
    }
}
