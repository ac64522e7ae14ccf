//! Invented news articles, as many and as long as asked for: the same seed gives the same article on any machine.
//!
//! Sentences are put together from the lists below. One in two says who says so; the others hold what the rules look
//! for, so that every step has its work: quotations, conditionals, figures, sources without a name.

use std::fmt::Write;

#[path = "../fuzz/src/lib.rs"]
mod property;

/// The language of an article.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tongue {
    French,
    English,
}

/// The file format of an article.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    Text,
    Wire,
    Markdown,
    Html,
    Ninjs,
    Nitf,
    WordPress,
    Docx,
    Odt,
}

impl Form {
    pub const ALL: [Form; 9] = [
        Form::Text,
        Form::Wire,
        Form::Markdown,
        Form::Html,
        Form::Ninjs,
        Form::Nitf,
        Form::WordPress,
        Form::Docx,
        Form::Odt,
    ];

    /// The ending of a file's name.
    pub fn ending(self) -> &'static str {
        match self {
            Form::Text | Form::Wire => "txt",
            Form::Markdown => "md",
            Form::Html => "html",
            Form::Ninjs => "json",
            Form::Nitf => "xml",
            Form::WordPress => "wxr",
            Form::Docx => "docx",
            Form::Odt => "odt",
        }
    }
}

/// An article before it takes a format.
pub struct Story {
    pub tongue: Tongue,
    pub headline: String,
    pub paragraphs: Vec<String>,
}

/// Article number `seed`, `paragraphs` long: some 400 bytes each.
pub fn story(tongue: Tongue, seed: u64, paragraphs: usize) -> Story {
    let mut draw = Draw(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ tongue as u64);
    let parts = match tongue {
        Tongue::French => &FRENCH,
        Tongue::English => &ENGLISH,
    };
    let headline = draw.filled(parts.headlines, parts);
    let paragraphs = (0..paragraphs).map(|_| draw.paragraph(parts)).collect();
    Story { tongue, headline, paragraphs }
}

/// `story` as a file of the format `form`. Documents are packed without being compressed, so that their bytes are those
/// of their XML.
pub fn file(story: &Story, form: Form) -> Vec<u8> {
    let body = &story.paragraphs;
    match form {
        Form::Docx => {
            let paragraphs = wrapped(body, "<w:p><w:r><w:t>", "</w:t></w:r></w:p>");
            let text = format!(
                "<?xml version=\"1.0\"?>\n<w:document xmlns:w=\"w\"><w:body><w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t>\
                 {}</w:t></w:r></w:p>{paragraphs}</w:body></w:document>",
                story.headline
            );
            property::package(&[("word/document.xml", text.as_bytes())])
        }
        Form::Odt => {
            let paragraphs = wrapped(body, "<text:p text:style-name=\"Standard\">", "</text:p>");
            let text = format!(
                "<?xml version=\"1.0\"?>\n<office:document-content xmlns:office=\"o\" xmlns:text=\"t\"><office:body><office:text>\
                 <text:h>{}</text:h>{paragraphs}</office:text></office:body></office:document-content>",
                story.headline
            );
            property::package(&[("META-INF/manifest.xml", b""), ("content.xml", text.as_bytes())])
        }
        Form::Text
        | Form::Wire
        | Form::Markdown
        | Form::Html
        | Form::Ninjs
        | Form::Nitf
        | Form::WordPress => text(story, form).into_bytes(),
    }
}

/// `story` as a file that is text.
fn text(story: &Story, form: Form) -> String {
    let language = match story.tongue {
        Tongue::French => "fr",
        Tongue::English => "en",
    };
    let headline = &story.headline;
    let body = &story.paragraphs;
    let paragraphs = wrapped(body, "<p>", "</p>");
    match form {
        Form::Text | Form::Docx | Form::Odt => format!("{headline}\n\n{}\n", body.join("\n\n")),
        Form::Wire => {
            format!(
                "\u{1}lpm0412 4 i 211  lpm 061\r\n\u{2}{headline} =\r\n\n{}\n\u{3}\r\n",
                body.join("\n\n")
            )
        }
        Form::Markdown => format!("---\nlang: {language}\n---\n\n# {headline}\n\n{}\n", body.join("\n\n")),
        Form::Html => format!(
            "<!DOCTYPE html>\n<html lang=\"{language}\"><head><title>{headline}</title>\
             <style>p {{ margin: 0 }}</style></head>\n<body><nav><a href=\"/\">Accueil</a></nav><article>\n\
             <h1>{headline}</h1>\n{paragraphs}</article></body></html>\n"
        ),
        Form::Ninjs => format!(
            "{{\"language\": \"{language}\", \"headline\": {}, \"body_xhtml\": {}}}\n",
            quoted(headline),
            quoted(&paragraphs)
        ),
        Form::Nitf => format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<nitf xml:lang=\"{language}\"><body><body.head><hedline><hl1>\
             {headline}</hl1></hedline></body.head>\n<body.content>\n{paragraphs}</body.content></body></nitf>\n"
        ),
        Form::WordPress => format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss><channel><language>{language}</language><item><title>{headline}</title>\
             <content:encoded><![CDATA[{paragraphs}]]></content:encoded></item></channel></rss>\n"
        ),
    }
}

fn wrapped(paragraphs: &[String], before: &str, behind: &str) -> String {
    paragraphs.iter().fold(String::new(), |mut text, paragraph| {
        let escaped = paragraph.replace('&', "&amp;").replace('\u{a0}', "&#160;");
        let _ = writeln!(text, "{before}{escaped}{behind}");
        text
    })
}

/// As JSON writes a string.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}

/// Numbers that look drawn (splitmix64).
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % limit.max(1) as u64) as usize
    }

    fn paragraph(&mut self, parts: &Parts) -> String {
        let sentences = 2 + self.below(4);
        let sentences: Vec<_> = (0..sentences).map(|_| self.filled(parts.sentences, parts)).collect();
        sentences.join(" ")
    }

    /// One of `patterns` with its braces filled.
    fn filled(&mut self, patterns: &[&str], parts: &Parts) -> String {
        let mut text = String::new();
        let mut rest = patterns[self.below(patterns.len())];
        while let Some(open) = rest.find('{') {
            let close = open + rest[open..].find('}').expect("every brace of a pattern closes");
            text.push_str(&rest[..open]);
            match &rest[open + 1..close] {
                "person" => {
                    let (first, last) = (self.below(parts.first.len()), self.below(parts.last.len()));
                    let _ = write!(text, "{} {}", parts.first[first], parts.last[last]);
                }
                "name" => text.push_str(parts.last[self.below(parts.last.len())]),
                "office" => text.push_str(parts.offices[self.below(parts.offices.len())]),
                "body" => text.push_str(parts.bodies[self.below(parts.bodies.len())]),
                "thing" => text.push_str(parts.things[self.below(parts.things.len())]),
                "place" => text.push_str(parts.places[self.below(parts.places.len())]),
                "clause" => text.push_str(parts.clauses[self.below(parts.clauses.len())]),
                "number" => {
                    let number = 2 + self.below(900);
                    let _ = write!(text, "{number}");
                }
                other => unreachable!("no list is called {other}"),
            }
            rest = &rest[close + 1..];
        }
        text.push_str(rest);
        text
    }
}

/// What the sentences of a language are put together from.
struct Parts {
    headlines: &'static [&'static str],
    sentences: &'static [&'static str],
    first: &'static [&'static str],
    last: &'static [&'static str],
    offices: &'static [&'static str],
    bodies: &'static [&'static str],
    things: &'static [&'static str],
    places: &'static [&'static str],
    clauses: &'static [&'static str],
}

const FRENCH: Parts = Parts {
    headlines: &[
        "{place} : {thing} divise les habitants",
        "À {place}, « {clause} »",
        "{body} promet de rendre {thing}",
        "Ce que l'on sait de {thing} à {place}",
    ],
    sentences: &[
        "« {clause}, {clause} », a déclaré {person}, {office}.",
        "Selon {body}, {clause}.",
        "« {clause} ! » s'est exclamée {person}, avant d'ajouter : « {clause}. »",
        "{person}, {office}, a expliqué que {clause} et que {clause}.",
        "Le chantier de {thing} aurait coûté {number} millions d'euros.",
        "Des habitants de {place} auraient refusé de partir.",
        "{number} personnes ont été blessées près de {place}, d'après {body}.",
        "Si {body} l'acceptait, {thing} rouvrirait au printemps.",
        "Une source proche du dossier affirme que {clause}.",
        "Il a promis que {thing} serait rendue à {place} avant l'été.",
        "{number} % des riverains jugent la décision « trop tardive ».",
        "À {place}, la rue était calme mardi matin et les volets étaient encore fermés.",
        "M. {name} n'a pas souhaité répondre ; elle, si : « {clause} », dit-elle.",
        "Le « vieux port », comme on l'appelle ici, n'a pas changé depuis {number} ans.",
        "L'ancien maire, que l'on avait cru perdu pour la politique, s'est avancé vers la tribune, a salué la salle \
         et s'est assis sans un mot.",
        "Certains estiment que {clause}, d'autres craignent le contraire.",
        "{body} devrait rendre sa décision jeudi, a-t-on appris.",
        "« {clause}, insiste {person}. {clause}. »",
    ],
    first: &["Inès", "Paul", "Amadou", "Claire", "Yanis", "Solène", "Henri", "Maud", "Thierry", "Noémie"],
    last: &[
        "Caron",
        "Vidal",
        "Marchetti",
        "Le Goff",
        "Diarra",
        "Tessier",
        "Roussel",
        "Amrani",
        "Fauvel",
        "Quéré",
    ],
    offices: &[
        "maire de Saint-Aubin",
        "présidente du syndicat des bateliers",
        "porte-parole de la mairie",
        "directeur du port",
        "avocate de la famille",
        "professeure à l'université de Bréville",
    ],
    bodies: &[
        "la préfecture",
        "le parquet de Bréville",
        "l'association des riverains",
        "le ministère des Transports",
        "un rapport de la chambre régionale des comptes",
        "la direction de l'usine",
    ],
    things: &[
        "la passerelle",
        "l'usine de papier",
        "la piscine municipale",
        "la ligne de tramway",
        "l'école du port",
    ],
    places: &["Bréville", "Saint-Aubin", "Montclair-sur-Ourle", "la Roche-Noire", "Pont-Perdu"],
    clauses: &[
        "le pont ne tiendra pas l'hiver",
        "nous n'avons reçu aucune réponse",
        "les travaux ont pris du retard",
        "personne n'a été prévenu à temps",
        "l'eau montait plus vite qu'en mars",
        "la ville n'a plus d'argent",
        "ce projet aurait dû être abandonné",
    ],
};

const ENGLISH: Parts = Parts {
    headlines: &[
        "{place} split over {thing}",
        "“{clause},” {place} is told",
        "{name} vows to reopen {thing}",
        "What we know about {thing} in {place}",
    ],
    sentences: &[
        "“{clause}, and {clause},” said {person}, {office}.",
        "According to {body}, {clause}.",
        "“{clause}!” {person} shouted, adding: “{clause}.”",
        "{person}, {office}, told reporters that {clause} and that {clause}.",
        "{thing} allegedly cost the town ${number} million.",
        "Residents of {place} reportedly refused to leave.",
        "At least {number} people were hurt near {place}, {body} said.",
        "If {body} agreed, {thing} would reopen in the spring.",
        "A source close to the inquiry claimed {clause}.",
        "Critics say {thing} will never open.",
        "Some {number} percent of those asked called the decision “far too late.”",
        "In {place} the street was quiet on Tuesday morning and the shutters were still down.",
        "Mr. {name} did not answer; she did: “{clause},” she says.",
        "The “old harbor,” as people here call it, has not changed in {number} years.",
        "The former mayor, whom everybody had thought lost to politics, walked up to the stage, greeted the hall and \
         sat down without a word.",
        "Experts believe {clause}; others fear the opposite.",
        "{body} is expected to rule on Thursday, sources said.",
        "“{clause},” {name} insisted. “{clause}.”",
    ],
    first: &["Ana", "Leo", "Grace", "Omar", "Ruth", "Miles", "Nadia", "Peter", "Joan", "Felix"],
    last: &["Ruiz", "Vidal", "Hollis", "Okafor", "McCray", "Lindqvist", "Sayer", "Tamura", "Boone", "O'Dell"],
    offices: &[
        "who leads the ferry union",
        "the mayor of Port Alder",
        "a spokeswoman for the county",
        "the plant's director",
        "a lawyer for the family",
        "a professor at Brackwater College",
    ],
    bodies: &[
        "the county sheriff",
        "police",
        "the Harbor Residents' League",
        "the Department of Roads",
        "an audit by the state",
        "the company",
    ],
    things: &[
        "the footbridge",
        "the paper mill",
        "the public pool",
        "the streetcar line",
        "the harbor school",
    ],
    places: &["Port Alder", "Brackwater", "Eastmere", "Coldspring", "St. Orrin"],
    clauses: &[
        "the bridge will not last the winter",
        "we have had no answer at all",
        "the work has fallen behind",
        "nobody was warned in time",
        "the water rose faster than in March",
        "the town is out of money",
        "this project should have been dropped",
    ],
};
