//! Texts that a step may trip over, as long as asked for: for the test that holds how work grows, and for the bench that
//! times it.

/// Makes a text of so many pieces.
pub type Text = fn(usize) -> String;

/// Texts that a step may trip over, each under the name of the step.
pub const TEXTS: &[(&str, &str, Text)] = &[
    ("sentences", "a.txt", |n| "Il part. ".repeat(n)),
    ("sentences without an end", "a.txt", |n| "il part avec M. ".repeat(n)),
    ("one word", "a.txt", |n| "a".repeat(4 * n)),
    ("marks that open", "a.txt", |n| "« il part ".repeat(n)),
    ("marks that close", "a.txt", |n| "il part » ".repeat(n)),
    ("straight marks", "a.txt", |n| "\" ".repeat(n)),
    ("marks of all kinds", "a.txt", |n| "« “ ‘ ( [ \" ' ".repeat(n)),
    ("marks over paragraphs", "a.txt", |n| "« Il part.\n\n".repeat(n)),
    ("names", "a.txt", |n| (0..n).map(|i| format!("Ana {} a déclaré qu'il part. ", surname(i))).collect()),
    ("names and pronouns", "a.txt", |n| {
        (0..n).map(|i| format!("{} est là. « Oui », a-t-elle ajouté.\n\n", surname(i))).collect()
    }),
    ("findings", "a.txt", |n| "Des groupes armés auraient refusé de partir. ".repeat(n)),
    ("conditionals in one sentence", "a.txt", |n| "ils auraient refusé et ".repeat(n)),
    ("attributions in one sentence", "a.txt", |n| "selon la police, ".repeat(n)),
    ("speakers in one sentence", "a.txt", |n| {
        (0..n).map(|i| format!("a déclaré {}, ", surname(i))).collect()
    }),
    ("pronouns in one sentence", "a.txt", |n| {
        (0..n).map(|i| format!("{} et « oui », a-t-elle dit, ", surname(i))).collect()
    }),
    ("titles alone", "a.txt", |n| {
        let one = |i| format!("Le maire {} est là. « Oui », a dit la présidente.\n\n", surname(i));
        (0..n).map(one).collect()
    }),
    ("one person with many titles", "a.txt", |n| {
        (0..n).map(|i| format!("Le {} Ana Ruiz a dit non. Le maire a dit oui.\n\n", surname(i))).collect()
    }),
    ("an interview", "a.txt", |n| {
        (0..n).map(|i| format!("{} : Vous partez demain ? — Oui, dit-il.\n\n", surname(i))).collect()
    }),
    ("questions and answers", "a.txt", |n| "Partez-vous ?\n\n— Oui. Il le dirait.\n\n".repeat(n)),
    ("conditionals without a source", "a.txt", |n| "Il serait parti. Il aurait dit oui.\n\n".repeat(n)),
    ("quotations of one speaker", "a.txt", |n| "« Oui, je pars. » « Non. » Il est « là ».\n\n".repeat(n)),
    ("English names", "a.txt", |n| {
        (0..n).map(|i| format!("Ana {} said the pier is shut. ", surname(i))).collect()
    }),
    ("English pronouns", "a.txt", |n| {
        (0..n).map(|i| format!("{} is there. “Yes,” she said.\n\n", surname(i))).collect()
    }),
    ("English titles alone", "a.txt", |n| {
        (0..n).map(|i| format!("Mayor {} left. “Yes,” said the senator.\n\n", surname(i))).collect()
    }),
    ("English labels", "a.txt", |n| {
        (0..n).map(|i| format!("{}: The pier is shut, officials said.\n\n", surname(i))).collect()
    }),
    ("labels in capitals", "a.txt", |n| "RUIZ: He said it was shut.\n\nLEE: Critics say so.\n\n".repeat(n)),
    ("names under quotations", "a.txt", |n| {
        (0..n).map(|i| format!("“The pier is shut.”\n\n— Ana {}\n\n", surname(i))).collect()
    }),
    ("English speech in one sentence", "a.txt", |n| "officials said that critics say and ".repeat(n)),
    ("according to", "a.txt", |n| "according to the police, which say, ".repeat(n)),
    ("English quotations of one speaker", "a.txt", |n| "“Yes, I go.” “No.” He is “there”.\n\n".repeat(n)),
    ("figures", "a.txt", |n| "1,5 2 300 45 % ".repeat(n)),
    ("paragraphs", "a.txt", |n| "Il part.\n\n".repeat(n)),
    ("lines", "a.txt", |n| "il part\n".repeat(n)),
    ("emphasis", "a.md", |n| "**a *b ".repeat(n)),
    ("links", "a.md", |n| "[il part](x) ".repeat(n)),
    ("shortcodes", "a.md", |n| "{{< x >}} il part ".repeat(n)),
    ("quoted shortcodes", "a.md", |n| "{{< quote text=\"il part\" by=\"Ana Ruiz\" >}}\n".repeat(n)),
    ("elements that nothing closes", "a.html", |n| "<div><b>il part ".repeat(n)),
    ("tags that nothing opens", "a.html", |n| "il part</b></div>".repeat(n)),
    ("entities", "a.html", |n| "<p>l&rsquo;&eacute;t&eacute;</p>".repeat(n)),
    ("articles in a page", "a.html", |n| "<article><p>Il part.</p></article>".repeat(n)),
    ("items in XML", "a.xml", |n| {
        format!("<rss><channel>{}</channel></rss>", "<item><title>Il part</title></item>".repeat(n))
    }),
    ("values in JSON", "a.json", |n| {
        let items = vec!["{\"headline\": \"Il part\", \"body_html\": \"<p>Oui.</p>\"}"; n];
        format!("[{}]", items.join(","))
    }),
];

/// A name that no other number has, in letters alone.
fn surname(number: usize) -> String {
    let digits = format!("{number}");
    let letters = digits
        .bytes()
        .map(|digit| ["ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru"][usize::from(digit - b'0')]);
    let word: String = letters.collect();
    word[..1].to_uppercase() + &word[1..]
}
