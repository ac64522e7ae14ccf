//! What the elements of HTML mean in an article, by their names, classes and what else newsrooms write on them.

use super::elements::Meaning;
use super::tape::Tag;
use crate::article::Role;

/// The table for HTML. Pictures say what they show in `figcaption` alone: see [`with_pictures`].
pub(super) fn html(tag: Tag<'_>) -> Meaning {
    let by_name = by_name(tag.name());
    if by_name == Meaning::Skipped || is_hidden(tag) {
        return if is_pull_quote(tag) { Meaning::Block(Role::PullQuote) } else { Meaning::Skipped };
    }
    by_class(tag, by_name)
}

/// The table for HTML and Markdown in which a picture's alternative text is its caption.
pub(super) fn with_pictures(tag: Tag<'_>) -> Meaning {
    if tag.name() == "img" { Meaning::Words("alt") } else { html(tag) }
}

fn by_name(name: &str) -> Meaning {
    match name {
        "a" => Meaning::Link("href"),
        "br" => Meaning::Break,
        "q" => Meaning::Quote,
        "p" => Meaning::Block(Role::Paragraph),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
            if name == "h1" {
                Meaning::Heading
            } else {
                Meaning::Block(Role::Crosshead)
            }
        }
        "li" | "dd" => Meaning::Block(Role::ListItem),
        "dt" => Meaning::Block(Role::Crosshead),
        "blockquote" => Meaning::Block(Role::BlockQuote),
        "figcaption" | "caption" => Meaning::Block(Role::Caption),
        "th" | "footnote" => Meaning::Block(Role::Note),
        "abbr" | "acronym" | "b" | "bdi" | "bdo" | "big" | "cite" | "code" | "data" | "dfn" | "em"
        | "font" | "i" | "ins" | "kbd" | "mark" | "nobr" | "output" | "ruby" | "rb" | "samp" | "small"
        | "span" | "strong" | "sub" | "sup" | "time" | "tt" | "u" | "var" | "wbr" | "img" | "picture"
        | "source" | "blink" | "slot" => Meaning::Inline,
        "applet" | "aside" | "audio" | "button" | "canvas" | "datalist" | "del" | "dialog" | "embed"
        | "footer" | "form" | "frame" | "frameset" | "head" | "iframe" | "input" | "label" | "map"
        | "math" | "menu" | "meter" | "nav" | "noembed" | "noframes" | "noscript" | "object" | "optgroup"
        | "option" | "pre" | "progress" | "rp" | "rt" | "s" | "script" | "select" | "strike" | "style"
        | "svg" | "template" | "textarea" | "title" | "video" | "xmp" => Meaning::Skipped,
        "td" => Meaning::Cell,
        "address" | "article" | "body" | "center" | "col" | "colgroup" | "details" | "dir" | "div" | "dl"
        | "fieldset" | "figure" | "header" | "hgroup" | "hr" | "html" | "legend" | "link" | "main"
        | "meta" | "ol" | "param" | "search" | "section" | "summary" | "table" | "tbody" | "tfoot"
        | "thead" | "tr" | "ul" => Meaning::Container,
        _ => Meaning::Foreign,
    }
}

/// Whether the reader of the page isn't shown it, or it is furniture around the article.
fn is_hidden(tag: Tag<'_>) -> bool {
    tag.range("hidden").is_some()
        || tag.get("aria-hidden") == Some("true")
        || matches!(
            tag.get("role"),
            Some("navigation" | "search" | "banner" | "contentinfo" | "complementary" | "dialog")
        )
        || tag.get("style").is_some_and(|style| style.replace(' ', "").contains("display:none"))
        || has_word(tag, is_furniture)
}

fn is_pull_quote(tag: Tag<'_>) -> bool {
    tag.name() != "nav" && has_word(tag, |word| PULL_QUOTE.contains(&word))
}

/// Whether one of the words of `class` or `id` fits.
fn has_word(tag: Tag<'_>, fits: impl Fn(&str) -> bool) -> bool {
    ["class", "id"].iter().filter_map(|name| tag.get(name)).any(|words| {
        words.split_ascii_whitespace().any(|word| {
            if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
                fits(&word.to_ascii_lowercase())
            } else {
                fits(word)
            }
        })
    })
}

/// Words that newsrooms' systems write on what stands around an article.
fn is_furniture(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "ad",
        "ads",
        "advert",
        "advertisement",
        "author-bio",
        "breadcrumb",
        "breadcrumbs",
        "comment-list",
        "comments",
        "consent",
        "cookie",
        "cookies",
        "editsection",
        "footer",
        "jp-relatedposts",
        "keywords",
        "login",
        "menu",
        "mw-editsection",
        "nav",
        "navbar",
        "navigation",
        "navlinks",
        "newsletter",
        "newsletter-signup",
        "noprint",
        "page-nav",
        "pager",
        "pagination",
        "paywall",
        "post-navigation",
        "printfooter",
        "promo",
        "pub",
        "publicite",
        "read-more",
        "recirculation",
        "recommended",
        "reference",
        "related",
        "related-articles",
        "related-posts",
        "screen-reader-text",
        "share",
        "sharedaddy",
        "sharing",
        "sidebar",
        "site-footer",
        "site-header",
        "skip-link",
        "slugline",
        "social",
        "social-share",
        "sr-only",
        "subscribe",
        "tag-list",
        "tags",
        "teaser-list",
        "toc",
        "topnav",
        "visually-hidden",
    ];
    const STARTS: &[&str] =
        &["cookie-", "gdpr", "nav-", "newsletter-", "related-", "share-", "social-", "sidebar-", "consent-"];
    WORDS.binary_search(&word).is_ok() || STARTS.iter().any(|start| word.starts_with(start))
}

const PULL_QUOTE: &[&str] =
    &["pullquote", "pull-quote", "pull_quote", "wp-block-pullquote", "exergue", "citation-exergue"];
const STANDFIRST: &[&str] = &[
    "standfirst",
    "chapo",
    "chapô",
    "chapeau",
    "dek",
    "deck",
    "subhead",
    "subtitle",
    "sub-title",
    "subheadline",
    "lede",
    "article-summary",
    "article__standfirst",
    "article__chapo",
    "article__desc",
    "post-excerpt",
    "entry-subtitle",
    "post-subtitle",
    "article-subtitle",
];
const BYLINE: &[&str] = &[
    "byline",
    "author",
    "auteur",
    "article-author",
    "article__author",
    "post-author",
    "entry-author",
    "posted-by",
    "p-author",
    "signature",
];
const HEADLINE: &[&str] =
    &["headline", "entry-title", "post-title", "article-title", "article__title", "p-name", "articletitle"];
const CAPTION: &[&str] =
    &["caption", "wp-caption-text", "legend", "legende", "photo-caption", "image-caption"];
const CREDIT: &[&str] = &["credit", "photo-credit", "image-credit", "copyright", "media-credit"];
const DATE: &[&str] =
    &["dateline", "entry-date", "post-date", "published", "entry-meta", "post-meta", "meta"];
const NOTE: &[&str] = &[
    "correction",
    "editors-note",
    "editor-note",
    "footnote",
    "footnotes",
    "wp-block-footnotes",
    "disclaimer",
];

/// What the classes say beyond the name.
fn by_class(tag: Tag<'_>, by_name: Meaning) -> Meaning {
    let property = tag.get("itemprop").or_else(|| tag.get("property")).unwrap_or_default();
    let is = |words: &'static [&'static str]| has_word(tag, |word| words.contains(&word));
    let block = by_name != Meaning::Inline && !matches!(by_name, Meaning::Link(_));
    if is(PULL_QUOTE) {
        return Meaning::Block(Role::PullQuote);
    }
    if is(CREDIT) {
        return Meaning::Block(Role::Credit);
    }
    if matches!(by_name, Meaning::Heading)
        || tag.get("class").is_none() && property.is_empty() && tag.get("rel").is_none()
    {
        return by_name;
    }
    let heading = by_name == Meaning::Block(Role::Crosshead);
    match () {
        () if is(STANDFIRST) && block => Meaning::Block(Role::Standfirst),
        () if (is(BYLINE) || property == "author" || tag.get("rel") == Some("author")) && short(tag) => {
            Meaning::Block(Role::Byline)
        }
        () if (is(HEADLINE) && heading) || property == "headline" && block => Meaning::Heading,
        () if is(CAPTION) && !matches!(tag.name(), "table" | "figure" | "div") => {
            Meaning::Block(Role::Caption)
        }
        () if is(DATE) && by_name != Meaning::Link("href") => Meaning::Block(Role::Dateline),
        () if is(NOTE) => Meaning::Block(Role::Note),
        () => by_name,
    }
}

/// Whether an element of this name holds a line rather than a page: `<body class="author">` lists an author's work.
fn short(tag: Tag<'_>) -> bool {
    !matches!(tag.name(), "body" | "html" | "main" | "article" | "section" | "h1")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_for_furniture_are_in_order() {
        for word in [
            "ad",
            "ads",
            "comments",
            "menu",
            "nav",
            "related",
            "sidebar",
            "toc",
            "visually-hidden",
            "mw-editsection",
            "jp-relatedposts",
            "slugline",
        ] {
            assert!(is_furniture(word), "{word}");
        }
        assert!(!is_furniture("article"));
    }
}
