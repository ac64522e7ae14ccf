//! Markdown with its front matter: CommonMark, tables and footnotes, HTML inside, the marks of site generators.
//!
//! It is laid on a tape as the HTML that it stands for (see `commonmark`), and `elements` makes blocks of it.

use std::sync::Arc;

use super::elements::{Blocks, Headline};
use super::layer::Layer;
use super::shortcodes::{self, Machinery};
use super::tape::{Event, Tape};
use super::{commonmark, front_matter, meaning};
use crate::article::{Article, Builder};
use crate::place::Source;

/// The article that stands in `source` as Markdown.
pub(super) fn article(source: &Arc<Source>, machinery: Machinery) -> Article {
    let whole = Layer::whole(source);
    let mut builder = Builder::new(Arc::clone(source));
    let mut headline = Headline::Wanted;
    let mut start = 0;
    if let Some(front_matter) = front_matter::of(&whole) {
        front_matter::add(&mut builder, &whole, &front_matter.fields);
        if front_matter::has_headline(&front_matter.fields) {
            headline = Headline::Known;
        }
        start = front_matter.body;
    }
    let body = Layer::part(source.text(), start, source.text().len());
    add(&mut builder, body, machinery, headline);
    builder.finish()
}

/// Adds the blocks of a Markdown text.
fn add(builder: &mut Builder, body: Layer<'_>, machinery: Machinery, headline: Headline) {
    let masked = shortcodes::masked(body, machinery);
    let mut tape = Tape::default();
    commonmark::lay(&mut tape, &masked.layer);
    let mut blocks = Blocks::new(&tape, meaning::with_pictures);
    blocks.headline = match headline {
        Headline::Wanted if !has_title(&tape) => Headline::First,
        other => other,
    };
    blocks.regions = masked.regions_in_file();
    blocks.add(builder, 0..tape.events.len());
    blocks.finish(builder);
}

/// Whether a heading of the first level stands in the text.
fn has_title(tape: &Tape) -> bool {
    tape.events.iter().any(|event| match event {
        Event::Open(element) => tape.tag(element).name() == "h1",
        Event::Close(..) | Event::Text(_) | Event::Comment(..) => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Role;
    use crate::place::Width;

    fn blocks(text: &str, expected: &[(Role, &str)]) {
        let article = article(&Source::new(text.into(), 0, Width::Utf8), Machinery::Mdx);
        let blocks = crate::read::blocks_of(&article);
        assert_eq!(blocks, expected, "{text}");
    }

    #[test]
    fn front_matter_gives_what_is_printed() {
        let text = "---\ntitle: \"L&rsquo;été\"\ndescription: >\n  Un chapô sur\n  deux lignes.\nauthor: [Inès Caron, leo]\nimage:\n  caption: 'Vu d''ici, hier'\n---\n# Ailleurs\n";
        blocks(
            text,
            &[
                (Role::Headline, "L’été"),
                (Role::Standfirst, "Un chapô sur deux lignes."),
                (Role::Byline, "Inès Caron"),
                (Role::Caption, "Vu d'ici, hier"),
                (Role::Crosshead, "Ailleurs"),
            ],
        );
        blocks(
            "---\ntitle: Le pont : suite\n---\nTexte.\n",
            &[(Role::Headline, "Le pont : suite"), (Role::Paragraph, "Texte.")],
        );
    }

    #[test]
    fn emphasis_and_html_leave_words_whole() {
        blocks(
            "Il **au**rait *fui* <em>hier</em>, `dit`-on&nbsp;: &laquo;&nbsp;non&nbsp;&raquo;.",
            &[(Role::Paragraph, "Il aurait fui hier, dit-on\u{a0}: «\u{a0}non\u{a0}».")],
        );
    }

    #[test]
    fn marks_of_site_generators_are_no_text() {
        blocks(
            "Il aurait{{ site.x }} fui, selon [lui]({% link a.md %}).",
            &[(Role::Paragraph, "Il aurait fui, selon lui.")],
        );
        blocks("{{< figure src=\"x\" caption=\"Le pont hier.\" >}}", &[(Role::Caption, "Le pont hier.")]);
        blocks(
            "{{< pullquote >}}\nJamais.\n{{< /pullquote >}}\nTexte.",
            &[(Role::PullQuote, "Jamais."), (Role::Paragraph, "Texte.")],
        );
        blocks(
            "{% include quote.html\n  quote = \"We sold the \\\"pier\\\" twice.\"\n  by = \"Mayor Ana Ruiz\"\n%}\n\nTexte.",
            &[
                (Role::BlockQuote, "We sold the \"pier\" twice."),
                (Role::BlockQuote, "— Mayor Ana Ruiz"),
                (Role::Paragraph, "Texte."),
            ],
        );
        blocks(
            "{{< quote text=\"Non et non.\" author=\"Ana Ruiz\" >}}",
            &[(Role::BlockQuote, "Non et non."), (Role::BlockQuote, "— Ana Ruiz")],
        );
        blocks(
            "{% highlight js %}\n« x\n{% endhighlight %}\nTexte.\n{: .lead}",
            &[(Role::Paragraph, "Texte.")],
        );
        blocks(
            "import A from 'a'\n\n:::note\nTexte.\n:::\n\n![Le maire devant le pont](a.png){.large\nwidth=\"7\"}",
            &[(Role::Paragraph, "Texte."), (Role::Caption, "Le maire devant le pont")],
        );
    }

    #[test]
    fn every_other_block_has_its_role() {
        blocks(
            "# Titre\n\n> Cité\n> encore.\n\n- un\n- deux\n\n```\ncode\n```\n\nTexte.[^1]\n\n[^1]: Une note.\n",
            &[
                (Role::Headline, "Titre"),
                (Role::BlockQuote, "Cité encore."),
                (Role::ListItem, "un"),
                (Role::ListItem, "deux"),
                (Role::Paragraph, "Texte."),
                (Role::Note, "Une note."),
            ],
        );
    }
}
