//! The same story in every format and encoding gives the same findings, at places that spell the same words.
//!
//! The stories stand in `tests/formats/*.story`, a block a line; "¦" is where mark-up starts and ends, inside words
//! where it hurts. Each format below writes a story in its own way and says how its bytes read as words. The plain
//! text in UTF-8 is what all others are held against.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use proptest::prelude::*;
use selon::article::{Article, Role};
use selon::check::accepted::Acceptances;
use selon::check::article::checked;
use selon::language::Code;
use selon::publication::{Overrides, Publications, Settings};
use selon::read::{Asked, AskedEncoding, Unknown, articles};
use selon::span::Span;

/// A block of a story: its role and its words, with "¦" where mark-up starts and ends.
type Block = (String, String);

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats")
}

fn story(language: &str) -> Vec<Block> {
    let text = fs::read_to_string(folder().join(format!("{language}.story"))).expect("a story");
    text.lines()
        .filter_map(|line| line.split_once(": "))
        .map(|(role, words)| (role.into(), words.into()))
        .collect()
}

/// A finding: its rule and the words that it points at, with white space and apostrophes made alike.
type Finding = (String, String);

/// What is found in `bytes` under `name`; `words` makes words of a stretch of the file.
fn found(name: &str, bytes: &[u8], asked: Option<&str>, language: &str, words: Words) -> Vec<Finding> {
    let encoding = asked.map(|name| AskedEncoding::named(name).expect("an encoding"));
    let asked = Asked { encoding, unknown: Unknown::Text };
    let articles = articles(Path::new(name), bytes, asked).unwrap_or_else(|error| panic!("{name}: {error}"));
    let article = &articles[0];
    assert!(roles(article).starts_with(&[Role::Headline, Role::Byline]), "{name}: {:?}", roles(article));
    let settings = settings();
    let code = Code::from_tag(language).expect("a language");
    let checked = checked(article, settings.in_language(code), Acceptances::Ignored);
    let stretch = |finding: &selon::outcome::Finding| match words {
        Words::InFile(decoded) => decoded(&bytes[finding.place.start..finding.place.end]),
        Words::AsRead => finding.excerpt.text[finding.excerpt.words.clone()].to_owned(),
    };
    checked.findings.iter().map(|finding| (finding.rule.clone(), alike(&stretch(finding)))).collect()
}

/// The shipped rules, read once for all.
fn settings() -> &'static Settings {
    static SETTINGS: OnceLock<Arc<Settings>> = OnceLock::new();
    SETTINGS.get_or_init(|| {
        let publications = Publications::new(None, Overrides::default()).expect("settings");
        publications.settings_for(&folder().join("story.txt")).expect("settings")
    })
}

#[derive(Clone, Copy)]
enum Words {
    /// The stretch of the file, decoded.
    InFile(fn(&[u8]) -> String),
    /// What the report shows: the file holds no text.
    AsRead,
}

fn roles(article: &Article) -> Vec<Role> {
    article.blocks().iter().map(|block| block.role).collect()
}

fn alike(words: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let words = words.nfc().collect::<String>().replace(['’', '\''], "'").replace(['“', '”'], "\"");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

// -- how a stretch of a file reads --

fn utf8(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("a span on character boundaries")
}

fn marked_up(bytes: &[u8]) -> String {
    let mut words = String::new();
    let text = utf8(bytes);
    let mut rest = text.as_str();
    while let Some(first) = rest.chars().next() {
        if first == '<' {
            rest = &rest[rest.find('>').expect("a whole tag") + 1..];
        } else if first == '&' && rest.find(';').is_some_and(|end| end < 10) {
            let end = rest.find(';').expect("a whole entity");
            words.push_str(&entity(&rest[1..end]));
            rest = &rest[end + 1..];
        } else {
            words.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    words
}

fn entity(name: &str) -> String {
    let number = name
        .strip_prefix("#x")
        .map(|hex| u32::from_str_radix(hex, 16))
        .or_else(|| name.strip_prefix('#').map(str::parse));
    match number {
        Some(number) => char::from_u32(number.expect("a number")).expect("a character").into(),
        None => match name {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "eacute" => "é",
            "laquo" => "«",
            "raquo" => "»",
            "rsquo" => "’",
            "nbsp" => "\u{a0}",
            other => panic!("&{other};"),
        }
        .into(),
    }
}

/// HTML that is escaped once more in XML.
fn escaped_markup(bytes: &[u8]) -> String {
    marked_up(marked_up(bytes).as_bytes())
}

fn json(bytes: &[u8]) -> String {
    let words: String = serde_json::from_str(&format!("\"{}\"", utf8(bytes))).expect("whole escapes");
    marked_up(words.as_bytes())
}

fn markdown(bytes: &[u8]) -> String {
    utf8(bytes).replace("**", "").replace("&eacute;", "é").replace('\\', "")
}

fn utf16le(bytes: &[u8]) -> String {
    encoding_rs::UTF_16LE.decode_without_bom_handling(bytes).0.into_owned()
}

fn utf16be(bytes: &[u8]) -> String {
    encoding_rs::UTF_16BE.decode_without_bom_handling(bytes).0.into_owned()
}

fn windows(bytes: &[u8]) -> String {
    encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()
}

fn windows_marked_up(bytes: &[u8]) -> String {
    marked_up(windows(bytes).as_bytes())
}

fn latin9(bytes: &[u8]) -> String {
    encoding_rs::ISO_8859_15.decode_without_bom_handling(bytes).0.into_owned()
}

fn mac(bytes: &[u8]) -> String {
    encoding_rs::MACINTOSH.decode_without_bom_handling(bytes).0.into_owned()
}

// -- how a story is written --

fn plain(story: &[Block]) -> String {
    story.iter().map(|(_, words)| words.replace('¦', "")).collect::<Vec<_>>().join("\n\n") + "\n"
}

/// Lines of at most 72 characters, as wires send them.
fn wrapped(story: &[Block]) -> String {
    let mut text = String::new();
    for block in plain(story).trim_end().split("\n\n") {
        let mut width = 0;
        for word in block.split(' ') {
            let length = word.chars().count();
            if width > 0 && width + 1 + length > 72 {
                text.push('\n');
                width = 0;
            } else if width > 0 {
                text.push(' ');
                width += 1;
            }
            text.push_str(word);
            width += length;
        }
        text.push_str("\n\n");
    }
    text
}

/// The words with every other "¦" opening and closing `mark`.
fn with_marks(words: &str, open: &str, close: &str) -> String {
    let pieces = words.split('¦').enumerate();
    pieces
        .map(|(index, piece)| if index % 2 == 1 { format!("{open}{piece}{close}") } else { piece.into() })
        .collect()
}

fn html_words(words: &str) -> String {
    let escaped = words
        .replace('&', "&amp;")
        .replace('é', "&eacute;")
        .replace('è', "&#232;")
        .replace('«', "&laquo;")
        .replace('»', "&raquo;");
    with_marks(&escaped, "<em class=\"x\">", "</em>")
}

fn xml_words(words: &str) -> String {
    with_marks(&words.replace('&', "&amp;").replace('é', "&#xE9;"), "<em>", "</em>")
}

/// The blocks after headline and byline as elements.
fn elements(story: &[Block], words: fn(&str) -> String, crosshead: &str) -> String {
    let element = |(role, text): &Block| match role.as_str() {
        "crosshead" => format!("<{crosshead}>{}</{crosshead}>\n", words(text)),
        _ => format!("<p>{}</p>\n", words(text)),
    };
    story[2..].iter().map(element).collect()
}

fn md(story: &[Block], front: &str) -> String {
    let block = |(role, words): &Block| {
        let words = with_marks(&words.replace('é', "&eacute;"), "**", "**");
        if role == "crosshead" { format!("## {words}\n\n") } else { format!("{words}\n\n") }
    };
    format!("{front}\n{}", story[2..].iter().map(block).collect::<String>())
}

fn yaml(story: &[Block]) -> String {
    md(
        story,
        &format!(
            "---\ntitle: '{}'\nauthor: \"{}\"\nlayout: post\n---\n",
            story[0].1.replace('\'', "''"),
            story[1].1
        ),
    )
}

fn toml(story: &[Block]) -> String {
    md(story, &format!("+++\ntitle = \"{}\"\nauthors = [\"{}\"]\n+++\n", story[0].1, story[1].1))
}

fn json_front(story: &[Block]) -> String {
    md(story, &format!("{{\n\"title\": \"{}\",\n\"byline\": \"{}\"\n}}\n", story[0].1, story[1].1))
}

fn page(story: &[Block], charset: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html><head><meta charset=\"{charset}\"><title>{0} - Le Phare</title></head><body><nav><a href=\"/\">\
         Il aurait fui</a></nav><header><h1>{0}</h1></header><article><p class=\"byline\">{1}</p>\n{2}</article>\
         <footer>Il aurait menti.</footer></body></html>",
        html_words(&story[0].1),
        html_words(&story[1].1),
        elements(story, html_words, "h2"),
    )
}

fn html(story: &[Block]) -> String {
    page(story, "utf-8")
}

fn nitf(story: &[Block]) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE nitf SYSTEM \"nitf.dtd\">\n<nitf><head><title>x</title></head><body>\
         <body.head><hedline><hl1>{}</hl1></hedline><byline>{}</byline><distributor>LPM</distributor></body.head>\n\
         <body.content>\n{}</body.content></body></nitf>",
        xml_words(&story[0].1),
        xml_words(&story[1].1),
        elements(story, xml_words, "hl2"),
    )
}

fn newsml_g2(story: &[Block]) -> String {
    format!(
        "<?xml version=\"1.0\"?>\n<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" xmlns:h=\"http://www.w3.org/1999/xhtml\">\
         <itemMeta><itemClass qcode=\"ninat:text\"/></itemMeta><contentMeta><headline>{}</headline><by>{}</by></contentMeta>\
         <contentSet><inlineXML contenttype=\"application/xhtml+xml\"><h:html><h:head><h:title>x</h:title></h:head><h:body>\n{}\
         </h:body></h:html></inlineXML></contentSet></newsItem>",
        xml_words(&story[0].1),
        xml_words(&story[1].1),
        elements(story, xml_words, "h2").replace("<p>", "<h:p>").replace("</p>", "</h:p>"),
    )
}

/// IPTC 7901: lines that end in CR LF go on, a line end alone ends a paragraph.
fn wire(story: &[Block]) -> String {
    let body = wrapped(&story[2..]).replace('\n', "\r\n").replace("\r\n\r\n", "\r\n\n");
    format!(
        "\u{1}lpm0412 4 i 211  lpm 061\r\n\nIl-aurait-fui/\r\n\u{2}{}\n{} =\r\n\n{body}\u{3}012130 GMT Mar 26\r\n",
        story[0].1.replace('¦', ""),
        story[1].1,
    )
}

/// A page that a program draws in the browser: its text stands in JSON-LD alone.
fn drawn(story: &[Block]) -> String {
    let value = |words: &str| serde_json::to_string(&words.replace('¦', "")).expect("JSON");
    let body = story[2..].iter().map(|(_, words)| words.replace('¦', "")).collect::<Vec<_>>().join("\n\n");
    format!(
        "<!DOCTYPE html>\n<html><head><script type=\"application/ld+json\">{{\"@type\": \"NewsArticle\", \"headline\": {}, \
         \"author\": {{\"name\": {}}}, \"articleBody\": {}}}</script></head><body><div id=\"app\"></div></body></html>",
        value(&story[0].1),
        value(&story[1].1),
        value(&body),
    )
}

fn newsml_1(story: &[Block]) -> String {
    format!(
        "<?xml version=\"1.0\"?>\n<NewsML><NewsItem><Identification><x>Il aurait fui.</x></Identification><NewsComponent><NewsLines>\
         <HeadLine>{}</HeadLine><ByLine>{}</ByLine></NewsLines><NewsComponent><ContentItem><DataContent><![CDATA[\n{}]]>\
         </DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>",
        xml_words(&story[0].1),
        xml_words(&story[1].1),
        elements(story, html_words, "h2"),
    )
}

fn ninjs(story: &[Block]) -> String {
    let ascii = |words: &str| {
        let quoted = serde_json::to_string(words).expect("JSON");
        quoted
            .chars()
            .map(|c| if c.is_ascii() { c.to_string() } else { format!("\\u{:04x}", c as u32) })
            .collect::<String>()
    };
    format!(
        "{{\n \"type\": \"text\",\n \"body_xhtml\": {},\n \"headline\": {},\n \"byline\": {}\n}}",
        ascii(&elements(story, xml_words, "h2")).replace("</", "<\\/"),
        ascii(&story[0].1),
        ascii(&story[1].1),
    )
}

fn wordpress(story: &[Block], body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss xmlns:content=\"c\" xmlns:wp=\"w\" xmlns:dc=\"d\"><channel>\
         <item><title>{}</title><dc:creator><![CDATA[{}]]></dc:creator><content:encoded><![CDATA[{body}]]></content:encoded>\
         </item><item><title>Menu</title><wp:post_type>nav_menu_item</wp:post_type></item></channel></rss>",
        xml_words(&story[0].1),
        story[1].1,
    )
}

fn gutenberg(story: &[Block]) -> String {
    let block = |(role, words): &Block| match role.as_str() {
        "crosshead" => {
            format!("<!-- wp:heading -->\n<h2>{}</h2>\n<!-- /wp:heading -->\n\n", html_words(words))
        }
        _ => format!("<!-- wp:paragraph -->\n<p>{}</p>\n<!-- /wp:paragraph -->\n\n", html_words(words)),
    };
    wordpress(story, &story[2..].iter().map(block).collect::<String>())
}

fn classic(story: &[Block]) -> String {
    let block = |(role, words): &Block| match role.as_str() {
        "crosshead" => format!("<h2>{}</h2>\n\n", html_words(words)),
        _ => format!("{}\n\n", html_words(words)),
    };
    wordpress(story, &story[2..].iter().map(block).collect::<String>())
}

fn atom(story: &[Block]) -> String {
    let body = elements(story, html_words, "h2");
    let escaped = body.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    format!(
        "<?xml version=\"1.0\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>{}</title><author><name>{}</name></author>\
         <content type=\"html\">{escaped}</content></entry></feed>",
        xml_words(&story[0].1),
        story[1].1,
    )
}

/// UTF-16 with its byte order mark, in this order.
fn in_utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(order).collect()
}

/// The text in an encoding of one byte a character; what it hasn't is written as such files write it.
fn single(text: &str, encoding: &'static encoding_rs::Encoding) -> Vec<u8> {
    let encodes = |text: &str| !encoding.encode(text).2;
    let fitted: String = text
        .chars()
        .map(|c| match c {
            _ if encodes(&c.to_string()) => c.to_string(),
            '’' => "'".into(),
            '“' | '”' => "\"".into(),
            other => panic!("{other}"),
        })
        .collect();
    encoding.encode(&fitted).0.into_owned()
}

fn nfd(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfd().collect()
}

/// A way to write a story: the file's name, its bytes, the encoding to ask for, and how its bytes read.
type Written = (&'static str, Vec<u8>, Option<&'static str>, Words);

fn all_ways(story: &[Block], language: &str) -> Vec<Written> {
    use Words::InFile;
    let text = plain(story);
    let document =
        |ending: &str| fs::read(folder().join(format!("{language}.{ending}"))).expect("a document");
    vec![
        ("bom.txt", ["\u{feff}".as_bytes(), text.as_bytes()].concat(), None, InFile(utf8)),
        ("crlf.txt", text.replace('\n', "\r\n").into(), None, InFile(utf8)),
        ("cr.txt", text.replace('\n', "\r").into(), None, InFile(utf8)),
        ("wrapped.txt", wrapped(story).into(), None, InFile(utf8)),
        ("wrapped-crlf.txt", wrapped(story).replace('\n', "\r\n").into(), None, InFile(utf8)),
        ("nfd.txt", nfd(&text).into(), None, InFile(utf8)),
        ("utf-16le.txt", in_utf16(&text, u16::to_le_bytes), None, InFile(utf16le)),
        ("utf-16be.txt", in_utf16(&text, u16::to_be_bytes), None, InFile(utf16be)),
        ("windows-1252.txt", single(&text, encoding_rs::WINDOWS_1252), None, InFile(windows)),
        ("iso-8859-15.txt", single(&text, encoding_rs::ISO_8859_15), Some("iso-8859-15"), InFile(latin9)),
        ("mac.txt", single(&text, encoding_rs::MACINTOSH), Some("macroman"), InFile(mac)),
        ("unknown-ending.dpa", text.clone().into(), None, InFile(utf8)),
        ("yaml.md", yaml(story).into(), None, InFile(markdown)),
        ("crlf.md", yaml(story).replace('\n', "\r\n").into(), None, InFile(markdown)),
        ("toml.md", toml(story).into(), None, InFile(markdown)),
        ("json.md", json_front(story).into(), None, InFile(markdown)),
        ("page.html", html(story).into(), None, InFile(marked_up)),
        ("page.strange", html(story).into(), None, InFile(marked_up)),
        (
            "windows-1252.html",
            single(&page(story, "windows-1252"), encoding_rs::WINDOWS_1252),
            None,
            InFile(windows_marked_up),
        ),
        ("nitf.xml", nitf(story).into(), None, InFile(marked_up)),
        ("g2.xml", newsml_g2(story).into(), None, InFile(marked_up)),
        ("one-line.xml", newsml_g2(story).replace("?>\n", "?>").into(), None, InFile(marked_up)),
        ("wire.txt", wire(story).into(), None, InFile(utf8)),
        ("drawn.html", drawn(story).into(), None, InFile(json)),
        ("newsml.xml", newsml_1(story).into(), None, InFile(marked_up)),
        ("ninjs.json", ninjs(story).into(), None, InFile(json)),
        ("gutenberg.xml", gutenberg(story).into(), None, InFile(marked_up)),
        ("classic.xml", classic(story).into(), None, InFile(marked_up)),
        ("atom.xml", atom(story).into(), None, InFile(escaped_markup)),
        ("story.docx", document("docx"), None, Words::AsRead),
        ("story.odt", document("odt"), None, Words::AsRead),
        ("libreoffice.docx", document("libreoffice.docx"), None, Words::AsRead),
        ("libreoffice.odt", document("libreoffice.odt"), None, Words::AsRead),
    ]
}

#[test]
fn every_format_gives_the_same_findings() {
    for (language, least) in [("fr", 4), ("en", 3)] {
        let story = story(language);
        let expected = found("story.txt", plain(&story).as_bytes(), None, language, Words::InFile(utf8));
        assert!(expected.len() >= least, "{language}: {expected:?}");
        for (name, bytes, asked, words) in all_ways(&story, language) {
            let found = found(name, &bytes, asked, language, words);
            assert_eq!(found, expected, "{language}/{name}");
        }
    }
}

#[test]
fn a_file_that_holds_several_articles_numbers_them() {
    let text = "<rss><channel><item><title>Un</title><description>Le maire part.</description></item>\
                <item><title>Deux</title><description>Il revient.</description></item></channel></rss>";
    let articles = articles(Path::new("export.xml"), text.as_bytes(), Asked::default()).expect("articles");
    let items: Vec<_> = articles
        .iter()
        .filter_map(|article| article.item())
        .map(|item| (item.number, item.title.clone()))
        .collect();
    assert_eq!(items, [(1, Some("Un".into())), (2, Some("Deux".into()))]);
}

#[test]
fn what_is_no_article_is_told_from_what_is_broken() {
    let error =
        |name: &str, bytes: &[u8]| articles(Path::new(name), bytes, Asked::default()).expect_err(name);
    for (name, bytes) in [
        ("a.pdf", b"%PDF-1.7".as_slice()),
        ("a.txt", b"%PDF-1.7"),
        ("a.json", b"{\"name\": \"x\"}"),
        ("a.xml", b"<svg/>"),
        ("a.rs", b"fn main() {}"),
        ("a.txt", b" \n"),
    ] {
        assert!(error(name, bytes).is_no_article(), "{name}");
    }
    for (name, bytes) in [
        ("a.docx", b"not a zip".as_slice()),
        ("a.docx", b"PK\x03\x04 broken"),
        ("a.xml", b"<nitf><body><p>Le maire</body></nitf>"),
        ("a.json", b"{\"headline\": \"x\", \"body_html\": \"<p>"),
        ("a.txt", b"\xc3\xa9t\xc3\xa9 \xc3"),
    ] {
        assert!(!error(name, bytes).is_no_article(), "{name}");
    }
}

const SCRIPT: &str = "<script>if (a) { b(); }</script>";

/// Pieces of HTML and Markdown whose words [`marked_up`] can spell back.
const PIECES: &[&str] = &[
    "aurait",
    "été",
    "l’œuvre",
    "fui",
    "Ruiz",
    "12",
    " ",
    " ",
    " ",
    "\n",
    "\r\n",
    "\n\n",
    "\t",
    "\u{a0}",
    "\u{ad}",
    "&eacute;",
    "&amp;",
    "&#233;",
    "&nbsp;",
    "&laquo;",
    "<b>",
    "</b>",
    "<em class=\"x\">",
    "</em>",
    "<p>",
    "</p>",
    "<br>",
    "<div>",
    "</div>",
    "<!-- non -->",
    SCRIPT,
    "<li>",
    "<ul>",
    "<a href='x?a&amp;b'>",
    "</a>",
    "<h2>",
    "</h2>",
    "<blockquote>",
    "</blockquote>",
    "<span/>",
    "<img alt=\"le pont de la ville\">",
    "«",
    "»",
    "“",
    ",",
    ".",
];

/// How many cases are tried: those of `PROPTEST_CASES`, else `usual`.
fn cases(usual: u32) -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(usual)
}

fn spells_its_words(name: &str, text: &str) {
    let Ok(articles) = articles(Path::new(name), text.as_bytes(), Asked::default()) else { return };
    for article in &articles {
        let mut last = 0;
        for block in article.blocks() {
            assert!(block.span.start() >= last && !block.span.is_empty(), "{text:?}");
            last = block.span.end();
            let mut start = block.span.start();
            for word in article.words(block.span).split(' ') {
                let at = Span::new(article.text(), start, start + word.len()).expect("a word");
                let place = article.place(at);
                let stretch = text.get(place.start..place.end).expect("on character boundaries");
                let stretch = stretch.replace(SCRIPT, "");
                assert_eq!(
                    marked_up(stretch.as_bytes()).replace(['\u{ad}', '\n', '\r', '\t', ' '], ""),
                    word,
                    "{text:?}"
                );
                start += word.len() + 1;
            }
        }
    }
}

#[test]
fn every_word_of_marked_up_text_leads_back_to_itself() {
    let pieces = prop::collection::vec(prop::sample::select(PIECES), 0..40);
    proptest!(ProptestConfig::with_cases(cases(3000)), |(pieces in pieces)| {
        spells_its_words("story.html", &pieces.concat());
    });
}

/// Half of every kind of mark-up there is.
const FRAGMENTS: &[&str] = &[
    "---\n",
    "title: ",
    "\"l’\\u00e9t\\u00e9\"",
    "'l''été'",
    "|\n  ",
    ">-\n  ",
    "author: [a, \"b c\"]\n",
    "+++\n",
    "title = \"é\\u00e9\"\n",
    "{\"title\": \"",
    "{\"headline\": \"é\", \"body_html\": \"",
    "\\u003cp\\u003e",
    "\\ud83d\\ude00",
    "\\n",
    "\"}",
    "{{< figure caption=\"un pont\" >}}",
    "{{< pullquote >}}",
    "{{< /pullquote >}}",
    "{% highlight %}",
    "{% endhighlight %}",
    "{{ x }}",
    "{: .x}",
    "[caption]",
    "[/caption]",
    "[x]",
    "[/x]",
    "[a](https://b.c/(d \"",
    "$$",
    "{#x}",
    "&amp;rsquo;",
    "<td>",
    "<foo>",
    "<RBNews>",
    "<content>",
    "[^1]",
    "[^1]: ",
    "](",
    "![",
    "**",
    "_",
    "`",
    "```\n",
    "> ",
    "# ",
    "| a | b |\n|---|---|\n",
    "<nitf>",
    "</nitf>",
    "<hl1>",
    "</hl1>",
    "<p>",
    "</p>",
    "<NewsML>",
    "<NewsItem>",
    "<newsItem>",
    "<rss>",
    "<item>",
    "</item>",
    "<content:encoded>",
    "<![CDATA[",
    "]]>",
    "<?xml version=\"1.0\"?>",
    "<!DOCTYPE x [<!ENTITY a \"b\">]>",
    "&a;",
    "&lt;p&gt;",
    "&#xD800;",
    "&#1114112;",
    "&notit;",
    "&",
    "<",
    "</",
    "<!--",
    "-->",
    "<script>",
    "<textarea>",
    "<title>",
    "<plaintext>",
    "<q>",
    "</q>",
    "<svg>",
    "=\"",
    "\u{0}",
    "\u{1}",
    "\u{feff}",
    "e\u{301}",
    "\u{301}",
    "\r",
    "\n",
    "\n\n",
    " ",
    "é",
    "mot",
    "PARIS, 3 mars (AFP) – ",
    "Par Inès Caron",
    "— Ana Ruiz",
    "-30-",
    "headline: x\n",
    "[+text]\n",
    ":skip\n",
    "00:01 --> 00:02\n",
    "<v Ana>",
];

const NAMES: &[&str] = &[
    "a.txt", "a.md", "a.mdx", "a.html", "a.xml", "a.json", "a.aml", "a.srt", "a.docx", "a.odt", "a", "a.nitf",
];

#[test]
fn fragments_in_any_order_keep_their_places() {
    let pieces = prop::collection::vec(prop::sample::select(FRAGMENTS), 0..30);
    proptest!(ProptestConfig::with_cases(cases(4000)), |(pieces in pieces, name in prop::sample::select(NAMES))| {
        let text = pieces.concat();
        let asked = Asked { unknown: Unknown::Text, ..Asked::default() };
        for article in articles(Path::new(name), text.as_bytes(), asked).unwrap_or_default() {
            let mut last = 0;
            for block in article.blocks() {
                prop_assert!(block.span.start() >= last && article.words(block.span).trim() == article.words(block.span));
                last = block.span.end();
                for (at, character) in article.words(block.span).char_indices() {
                    let start = block.span.start() + at;
                    let span = Span::new(article.text(), start, start + character.len_utf8()).expect("a character");
                    let place = article.place(span);
                    prop_assert!(text.get(place.start..place.end).is_some(), "{name} {place:?} {text:?}");
                }
            }
            for link in article.links() {
                prop_assert!(article.text().get(link.span.range()).is_some());
            }
        }
    });
}

/// How files of an encoding or a container start.
const STARTS: &[&[u8]] = &[b"", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"PK\x03\x04"];

#[test]
fn bytes_of_any_encoding_keep_their_places() {
    let starts = prop::sample::select(STARTS);
    let names = prop::sample::select(NAMES);
    proptest!(ProptestConfig::with_cases(cases(1000)), |(bytes: Vec<u8>, start in starts, name in names)| {
        let bytes = [start, &bytes].concat();
        let asked = Asked { unknown: Unknown::Text, ..Asked::default() };
        for article in articles(Path::new(name), &bytes, asked).unwrap_or_default() {
            for block in article.blocks() {
                let place = article.place(block.span);
                prop_assert!(place.start <= place.end && place.end <= bytes.len());
            }
        }
    });
}
