//! A page of HTML → its article: what stands in `article` or `main` rather than around it, the headline wherever it
//! stands, and what the page says of itself.

use std::ops::Range;
use std::sync::Arc;

use super::elements::{Blocks, Headline, Meaning};
use super::layer::Layer;
use super::linked::Linked;
use super::page_body::body;
use super::shortcodes::{self, Machinery};
use super::tape::{Event, Tape};
use super::{front_matter, head, html, meaning};
use crate::article::{Article, Builder, Role};
use crate::place::Source;

/// The article of a page.
pub(super) fn article(source: &Arc<Source>) -> Article {
    let layer = Layer::whole(source);
    let front_matter = front_matter::of(&layer);
    let start = front_matter.as_ref().map_or(0, |front_matter| front_matter.body);
    let masked = shortcodes::masked(layer.clone(), Machinery::Templates).layer;
    let mut tape = Tape::default();
    html::lay(&mut tape, &masked, start, layer.text().len());
    let mut builder = Builder::new(Arc::clone(source));
    let linked = Linked::of(&tape);
    *builder.declared() = head::declared(&tape, &linked);
    if let Some(front_matter) = &front_matter {
        front_matter::add(&mut builder, &layer, &front_matter.fields);
    }
    let (body, letters) = body(&tape);
    let mut before = Blocks::new(&tape, meaning::html);
    before.only = &[Role::Headline, Role::Standfirst, Role::Byline];
    if front_matter.is_some_and(|front_matter| front_matter::has_headline(&front_matter.fields)) {
        before.headline = Headline::Known;
    }
    before.add(&mut builder, 0..body.start);
    before.finish(&mut builder);
    if before.headline == Headline::Wanted && !has_heading(&tape, &body) {
        head::headline(&mut builder, &tape, &linked);
        before.headline = Headline::Known;
    }
    let shown = [Role::Standfirst, Role::Byline].map(|role| shows(&tape, role));
    if !shown[0] {
        head::standfirst(&mut builder, &tape, &linked);
    }
    if !shown[1] {
        head::byline(&mut builder, &linked);
    }
    if head::body(&mut builder, &linked, letters) {
        return builder.finish();
    }
    let mut blocks = Blocks::new(&tape, meaning::html);
    blocks.headline = before.headline;
    blocks.add(&mut builder, body);
    blocks.finish(&mut builder);
    builder.finish()
}

/// Adds a piece of HTML that is no page: the body of an item of an export.
pub(super) fn add_fragment(builder: &mut Builder, layer: &Layer<'_>, headline: Headline) {
    let mut tape = Tape::default();
    html::lay(&mut tape, layer, 0, layer.text().len());
    let mut blocks = Blocks::new(&tape, meaning::html);
    blocks.headline = headline;
    blocks.add(builder, 0..tape.events.len());
    blocks.finish(builder);
}

/// Adds a line of HTML as one block of `role`: a title with its entities, whatever mark-up is in it.
pub(super) fn add_line(builder: &mut Builder, layer: &Layer<'_>, role: Role) {
    open_line(builder, layer, role);
    builder.close();
}

/// Opens a block of `role` with a line of HTML in it.
pub(super) fn open_line(builder: &mut Builder, layer: &Layer<'_>, role: Role) {
    let mut tape = Tape::default();
    html::lay(&mut tape, layer, 0, layer.text().len());
    builder.open(role);
    for event in &tape.events {
        match event {
            Event::Text(range) => super::prose::add(builder, &tape.words, range.start, range.end),
            Event::Open(_) | Event::Close(..) | Event::Comment(..) => {}
        }
    }
}

fn has_heading(tape: &Tape, events: &Range<usize>) -> bool {
    means(tape, events, Meaning::Heading)
}

/// Whether an element of the page has this role.
fn shows(tape: &Tape, role: Role) -> bool {
    means(tape, &(0..tape.events.len()), Meaning::Block(role))
}

fn means(tape: &Tape, events: &Range<usize>, meaning: Meaning) -> bool {
    tape.events[events.clone()].iter().any(|event| match event {
        Event::Open(element) => meaning::html(tape.tag(element)) == meaning,
        Event::Close(..) | Event::Text(_) | Event::Comment(..) => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::Width;

    fn blocks(body: &str, expected: &[(Role, &str)]) {
        let text = format!(
            "<!DOCTYPE html><html lang=\"fr\"><head><title>Le Phare</title></head><body>{body}</body></html>"
        );
        let article = article(&Source::new(text, 0, Width::Utf8));
        assert_eq!(article.declared().language.as_deref(), Some("fr"));
        let blocks = crate::read::blocks_of(&article);
        assert_eq!(blocks, expected, "{body}");
    }

    #[test]
    fn the_article_is_told_from_the_page() {
        blocks(
            "<nav>Accueil</nav><header><h1>Le pont</h1><p class=\"chapo\">Il rouvre.</p></header><article><p>Texte long.</p>\
             <aside>À lire</aside><div class=\"newsletter\">Abonnez-vous</div><script>var a = \"<p>\";</script></article>\
             <div id=\"comments\"><p>Nul</p></div><footer>Mentions</footer>",
            &[
                (Role::Headline, "Le pont"),
                (Role::Standfirst, "Il rouvre."),
                (Role::Paragraph, "Texte long."),
            ],
        );
        blocks("<p>Texte.", &[(Role::Headline, "Le Phare"), (Role::Paragraph, "Texte.")]);
    }

    fn page(head: &str, body: &str, expected: &[(Role, &str)]) {
        let text = format!("<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>");
        let article = article(&Source::new(text.clone(), 0, Width::Utf8));
        let blocks = crate::read::blocks_of(&article);
        assert_eq!(blocks, expected, "{text}");
    }

    #[test]
    fn the_head_gives_what_the_page_does_not_show() {
        let data = "<script type=\"application/ld+json\">{\"@graph\": [{\"@type\": \"WebPage\", \"name\": \"x\"}, {\"@type\": \
            \"NewsArticle\", \"headline\": \"L\\u2019\\u00e9t\\u00e9\", \"author\": [{\"name\": \"Ana Ruiz\"}]}]}</script>";
        let description =
            "<meta name=\"description\" content=\"Le maire a dit hier que le pont rouvrirait lundi.\">";
        page(
            &format!("{data}{description}"),
            "<p>Il rouvre.</p>",
            &[
                (Role::Headline, "L’été"),
                (Role::Standfirst, "Le maire a dit hier que le pont rouvrirait lundi."),
                (Role::Byline, "Ana Ruiz"),
                (Role::Paragraph, "Il rouvre."),
            ],
        );
        let text = "Le maire a dit <b>hier</b> que le pont rouvrirait lundi. Oui.";
        page(
            &format!("{data}{description}"),
            &format!("<h1>Été</h1><p class=\"byline\">Ana</p><p>{text}</p>"),
            &[
                (Role::Headline, "Été"),
                (Role::Byline, "Ana"),
                (Role::Paragraph, "Le maire a dit hier que le pont rouvrirait lundi. Oui."),
            ],
        );
    }

    #[test]
    fn a_text_that_stands_in_the_data_alone_is_read_there() {
        let story = "Le maire a annoncé hier la réouverture du pont. ".repeat(6);
        let data = format!(
            "<script type=\"application/ld+json\">[{{\"@type\": [\"NewsArticle\"], \"headline\": \"Le pont\", \"articleBody\": \
             \"{story}\\n\\nFin.\"}}]</script>"
        );
        page(
            &data,
            "<div id=\"app\">Chargement</div>",
            &[(Role::Headline, "Le pont"), (Role::Paragraph, story.trim()), (Role::Paragraph, "Fin.")],
        );
    }

    #[test]
    fn mark_up_inside_words_and_broken_mark_up_leave_them_whole() {
        blocks(
            "<h1>Le pont</h1><p>Il aur<b>ait</b> fu&iacute;.<br><br>Il dit <q>non</q>.<p>Fin</b>.<ul><li>un<li>deux</ul>",
            &[
                (Role::Headline, "Le pont"),
                (Role::Paragraph, "Il aurait fuí."),
                (Role::Paragraph, "Il dit “non”."),
                (Role::Paragraph, "Fin."),
                (Role::ListItem, "un"),
                (Role::ListItem, "deux"),
            ],
        );
    }

    #[test]
    fn captions_credits_and_posts_have_their_roles() {
        blocks(
            "<h1>Le pont</h1><figure><img alt=\"Le pont et la ville\"><figcaption>Le pont. <span class=\"credit\">Ana</span>\
             </figcaption></figure><blockquote class=\"twitter-tweet\"><p>Sûr.</p>&mdash; Ana Ruiz (@ana)</blockquote>\
             <aside class=\"pullquote\">Jamais.</aside>",
            &[
                (Role::Headline, "Le pont"),
                (Role::Caption, "Le pont."),
                (Role::Credit, "Ana"),
                (Role::BlockQuote, "Sûr."),
                (Role::BlockQuote, "— Ana Ruiz (@ana)"),
                (Role::PullQuote, "Jamais."),
            ],
        );
    }
}
