//! What the TOML reader complains of, in words for the person who writes the file.
//!
//! The reader speaks to programmers ("expected a sequence"); here each of its complaints becomes a sentence and an
//! example of what to write. A complaint that isn't known here is passed on as it is.

/// A complaint as it is told: what is wrong, and what to write instead.
pub(super) type Told = (String, String);

/// What is wrong with the syntax, and what to write.
pub(super) fn of_syntax(message: &str) -> Told {
    let known = SYNTAX.iter().find(|(said, ..)| message.contains(said));
    match known {
        Some((_, wrong, right)) => ((*wrong).to_owned(), (*right).to_owned()),
        None => (
            format!("this can't be read: {}", message.replace('\n', "; ")),
            "lines read key = \"text\", key = [\"a\", \"list\"], [table]".to_owned(),
        ),
    }
}

/// Complaints about the syntax by a part of their wording; the first that fits counts.
const SYNTAX: &[(&str, &str, &str)] = &[
    (
        "string values must be quoted",
        "a text stands in straight quotation marks",
        "write key = \"text\"; numbers, true and false go without marks",
    ),
    (
        "escape",
        "in double quotation marks a backslash has a meaning of its own",
        "write a pattern in single marks: pattern = '\\d+'",
    ),
    ("basic string", "this text isn't closed", "put a straight quotation mark at its end, on the same line"),
    (
        "invalid literal string",
        "this text isn't closed",
        "put a single quotation mark at its end, on the same line",
    ),
    (
        "duplicate key",
        "this stands here twice",
        "write each key and each [table] once; examples have double brackets, [[example]], and may be many",
    ),
    ("array", "a comma or the closing bracket of this list is missing", "write [\"one\", \"two\"]"),
    ("key-value", "a comma or the closing brace is missing", "write { from = 3, to = 25 }"),
    ("inline table", "a comma or the closing brace is missing", "write { from = 3, to = 25 }"),
    ("key with no value", "a key and its value are joined by “=”", "write key = \"text\""),
    ("unclosed table", "the bracket isn't closed", "write [find], or [[example]]"),
    ("boolean", "this is neither true nor false", "write true or false in small letters, without marks"),
];

/// What is wrong with the value that reads `written`, and what to write.
pub(super) fn of_value(message: &str, written: &str) -> Told {
    if let Some(field) = message.strip_prefix("missing field ") {
        return (format!("{field} is missing here"), of_field(field.trim_matches('`')).to_owned());
    }
    let element = message.starts_with("wanted") || message.starts_with("expected table");
    let expected = message.split_once(", expected ").map_or("", |(_, expected)| expected);
    let (what, right) = match expected {
        _ if element => ("one of the names", "write it in quotation marks".to_owned()),
        "a string" if written.starts_with('[') => {
            ("one text, and no list,", "take the brackets away: \"text\"".to_owned())
        }
        "a string" => ("a text", format!("put it in quotation marks: \"{}\"", written.trim_matches('"'))),
        "a sequence" if is_table_head(written) => {
            ("a list of tables", format!("double the brackets: [{written}]"))
        }
        "a sequence" => ("a list", format!("put it in brackets: [{written}]")),
        "a boolean" => ("true or false", "write it without quotation marks".to_owned()),
        "usize" => ("a whole number", "write it from 0 up, without quotation marks or decimals".to_owned()),
        "a text or a list of texts" => {
            ("a text or a list of texts", "write \"text\", or [\"one\", \"two\"]".to_owned())
        }
        "a map" => ("a table", "write keys and values: { key = \"value\" }".to_owned()),
        _ => match of_table(expected) {
            Some(right) => ("a table", format!("write {right}")),
            None => return (message.to_owned(), "see lints/README.md for how it is written".to_owned()),
        },
    };
    (format!("{what} belongs here, not `{written}`"), right)
}

/// Whether it is the head of a table, "[example]", and no list.
fn is_table_head(written: &str) -> bool {
    written.starts_with('[') && written.ends_with(']') && !written.contains('"') && !written.contains(',')
}

/// How a table is written, by what the reader calls it.
fn of_table(expected: &str) -> Option<&'static str> {
    Some(match expected {
        "struct RangeFile" => "{ from = 3 }, { to = 25 } or both",
        "struct MeasureFile" => "{ count = \"words\", from = 350 }",
        "struct AttributedByFile" => "{ within = \"sentence\", source = [\"person\"] }",
        "struct NearFile" => "{ terms = [\"court\"], within = \"sentence\" }",
        "struct ConditionFile" => "{ inside = [\"quotation\"] }",
        "struct FindFile" => "[find] on a line of its own, and below it terms = [\"word\"]",
        "struct SayFile" => "[say] on a line of its own, and below it message = \"…\"",
        "struct ExampleFile" => "[[example]] on a line of its own, and below it text and finds",
        "struct FolderFile" => "[[folder]] on a line of its own, and below it path = \"opinion/**\"",
        "a table or a list of tables" => "{ kind = [\"direct\"] }",
        _ => return None,
    })
}

/// What a key is for that must not be left out.
fn of_field(field: &str) -> &'static str {
    match field {
        "count" => "write what is counted: count = \"words\"",
        "within" => "write how near: within = \"sentence\"",
        "source" => "write of which kind: source = [\"person\"]",
        "terms" => "write the terms: terms = [\"court\"]",
        _ => "it must not be left out",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_reader_says_becomes_a_sentence() {
        let (wrong, right) = of_value("invalid type: string \"alas\", expected a sequence", "\"alas\"");
        assert_eq!(wrong, "a list belongs here, not `\"alas\"`");
        assert_eq!(right, "put it in brackets: [\"alas\"]");
        let (wrong, right) = of_value("invalid type: map, expected a sequence", "[example]");
        assert_eq!(wrong, "a list of tables belongs here, not `[example]`");
        assert_eq!(right, "double the brackets: [[example]]");
        let (wrong, _) = of_syntax("missing escaped value, expected `b`, `e`");
        assert_eq!(wrong, "in double quotation marks a backslash has a meaning of its own");
    }
}
