//! The schemas that editors complete and check by, and the manual page of the rule language: both are made from the
//! structures that rule and settings files are read into, and told when they are stale. `SELON_BLESS=1` renews them.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use schemars::schema_for;
use selon::language::Code;
use selon::publication::accepted::AcceptedFile;
use selon::publication::file::PublicationFile;
use selon::rule::file::RuleFile;
use selon::rule::rule::PLACEHOLDERS;
use selon::rule::shipped::{self, Examples};
use serde_json::Value;

fn in_step(path: &str, wanted: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let there = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    if there == wanted {
        return;
    }
    if std::env::var_os("SELON_BLESS").is_some() {
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(&path, wanted).expect("written");
    } else {
        panic!("{} is stale: SELON_BLESS=1 cargo test --test manual", path.display());
    }
}

fn pretty(schema: &schemars::Schema) -> String {
    serde_json::to_string_pretty(schema).expect("a schema is JSON") + "\n"
}

#[test]
fn schemas_are_in_step() {
    in_step("lints/schema/rule.schema.json", &pretty(&schema_for!(RuleFile)));
    in_step("lints/schema/selon.schema.json", &pretty(&schema_for!(PublicationFile)));
    in_step("lints/schema/accepted.schema.json", &pretty(&schema_for!(AcceptedFile)));
}

const OPENING: &str = "\
<!-- Made from src/rule/file.rs by `SELON_BLESS=1 cargo test --test manual`; change it there. -->

# The rule language

A rule is a TOML file. Its name is the rule's name and says what is wrong (`nameless-source.toml`); the folder it lies
in, `fr` or `en`, is its language. Put it into a folder that `rules = [\"house\"]` of your `selon.toml` names. It *finds*
words, drops those that something *excuses*, and *says* the rest:

```toml
# house/en/so-called-expert.toml
severity  = \"warning\"
summary   = \"An expert without a name.\"
guideline = \"House style: say who knows it, and how.\"

[find]
terms = [\"an expert\"]

[unless]
inside = [\"quotation\"]
named  = \"after\"

[say]
message = \"“{match}” has no name\"
help    = \"Name the expert here or in the next two sentences.\"

[[example]]
text  = \"An expert calls the bridge unsafe.\"
finds = [\"An expert\"]

[[example]]
text  = \"An expert calls it unsafe. “It will fall,” said Ana Ruiz.\"
finds = []
```

`selon test house` runs the examples; `selon try house/en/so-called-expert.toml archive/` shows what the rule finds in
an archive. A key or name that doesn't exist is refused with its place and the nearest right one. Every rule that ships
is written in this language: see `lints/fr` and `lints/en`.

How terms are written: see `terms` below. What may stand in braces in a message: PLACEHOLDERS.

Editors that know JSON Schema complete rules by `lints/schema/rule.schema.json`, settings by `selon.schema.json`.

";

#[test]
fn the_manual_page_is_in_step() {
    let schema = serde_json::to_value(schema_for!(RuleFile)).expect("JSON");
    let placeholders: Vec<String> = PLACEHOLDERS.iter().map(|name| format!("`{{{name}}}`")).collect();
    let mut page = OPENING.replace("PLACEHOLDERS", &placeholders.join(", "));
    section(&mut page, "The file", &schema);
    let definitions = schema["$defs"].as_object().expect("definitions");
    let titles = [
        ("FindFile", "`[find]`: what is looked for"),
        ("QuotationFile", "`quotation = { … }`"),
        ("AttributionFile", "`attribution = { … }`"),
        ("RangeFile", "A range: `{ from = 3 }`, `{ to = 25 }`"),
        ("MeasureFile", "`article = { … }`"),
        ("ConditionFile", "`[when]` and `[unless]`: what must hold, what excuses"),
        ("NearFile", "`near = { … }`"),
        ("AttributedByFile", "`attributed-by = { … }`"),
        ("SayFile", "`[say]`: what the editor is told"),
        ("ExampleFile", "`[[example]]`"),
    ];
    for (name, title) in titles {
        section(&mut page, title, &definitions[name]);
    }
    page += "## The names that keys hold\n\n";
    for (name, definition) in definitions.iter().filter(|(name, _)| name.ends_with("Name")) {
        names(&mut page, name, definition);
    }
    page += "## The rules that ship\n\n| rule | language | severity | by default | |\n| --- | --- | --- | --- | --- |\n";
    for code in Code::ALL {
        for rule in shipped::rules(code, Examples::Without) {
            let state = match rule.default {
                selon::rule::rule::Default::On => "on",
                selon::rule::rule::Default::Off => "off",
            };
            writeln!(
                page,
                "| `{}` | {} | {} | {state} | {} |",
                rule.name,
                code.tag(),
                rule.severity,
                rule.summary
            )
            .expect("a string takes all");
        }
    }
    in_step("lints/README.md", &page);
}

/// The keys of a table, each with its meaning.
fn section(page: &mut String, title: &str, definition: &Value) {
    let told = one_line(&definition["description"]);
    write!(page, "## {title}\n\n{told}\n\n").expect("a string takes all");
    for (key, property) in definition["properties"].as_object().expect("a table has keys") {
        writeln!(page, "- `{key}`: {}", one_line(&property["description"])).expect("a string takes all");
    }
    page.push('\n');
}

/// The values of an enumeration.
fn names(page: &mut String, name: &str, definition: &Value) {
    let title = name.trim_end_matches("Name").to_lowercase();
    write!(page, "**{title}**: {}\n\n", one_line(&definition["description"])).expect("a string takes all");
    for case in definition["oneOf"].as_array().into_iter().flatten() {
        let value = case["const"].as_str().unwrap_or_default();
        writeln!(page, "- `{value}`: {}", one_line(&case["description"])).expect("a string takes all");
    }
    page.push('\n');
}

fn one_line(text: &Value) -> String {
    text.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}
