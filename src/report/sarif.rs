//! The format `sarif`: SARIF 2.1.0, for code scanning and whatever else reads it.
//!
//! Results come as articles are done; the tool with its rules, the files that failed and the order of severities follow
//! behind them. Columns count Unicode scalar values.

use serde::Serialize;

use super::json::line;
use super::uri::uri;
use super::{Card, Report};
use crate::diagnostic::Severity;
use crate::outcome::{Became, Finding, Outcome, Summary};
use crate::span::{Place, Position};

/// `--format sarif`
pub(super) struct Sarif {
    cards: Vec<Card>,
}

impl Sarif {
    /// A report that explains the rules of `cards`.
    pub(super) fn new(cards: Vec<Card>) -> Self {
        Self { cards }
    }
}

impl Report for Sarif {
    fn opening(&self) -> String {
        "{\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\", \"version\": \"2.1.0\", \"runs\": [{\"results\": [\n"
            .into()
    }

    fn piece(&self, outcome: &Outcome) -> String {
        match &outcome.became {
            Became::Checked(checked) => {
                let found = checked.findings.iter().map(|finding| (finding, None));
                let accepted = checked.accepted.iter().map(|one| (&one.finding, Some(one.reason.as_str())));
                let results =
                    found.chain(accepted).map(|(finding, reason)| result(&outcome.path, finding, reason));
                results.map(|result| line(&result)).collect::<Vec<_>>().join(",\n")
            }
            Became::Skipped(_) | Became::Failed(_) => String::new(),
        }
    }

    fn separator(&self) -> &'static str {
        ",\n"
    }

    fn closing(&self, summary: &Summary) -> String {
        let rules: Vec<_> = super::cards_found(&self.cards, summary).into_iter().map(rule).collect();
        let tool = Tool {
            driver: Driver {
                name: "selon",
                version: env!("CARGO_PKG_VERSION"),
                semantic_version: env!("CARGO_PKG_VERSION"),
                rules,
            },
        };
        let invocation = Invocation {
            execution_successful: summary.failed.is_empty(),
            tool_execution_notifications: notifications(summary),
        };
        format!(
            "\n], \"tool\": {}, \"invocations\": [{}], \"columnKind\": \"unicodeCodePoints\"}}]}}\n",
            line(&tool),
            line(&invocation)
        )
    }
}

#[derive(Serialize)]
struct Message<'a> {
    text: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Result<'a> {
    rule_id: &'a str,
    level: &'static str,
    message: Message<'a>,
    locations: [Location<'a>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location<'a>>,
    partial_fingerprints: Fingerprints,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Fix<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suppressions: Option<[Suppression<'a>; 1]>,
    properties: Properties<'a>,
}

/// What SARIF has no name for: help for this finding, where `help` is the rule's.
#[derive(Serialize)]
struct Properties<'a> {
    help: Option<&'a str>,
}

#[derive(Serialize)]
struct Fingerprints {
    #[serde(rename = "selonSentence/v1")]
    sentence: String,
}

#[derive(Serialize)]
struct Suppression<'a> {
    kind: &'static str,
    status: &'static str,
    justification: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'a> {
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
    byte_offset: usize,
    byte_length: usize,
}

impl Region {
    fn new(start: Position, end: Position, place: Place) -> Self {
        Self {
            start_line: start.line,
            start_column: start.column,
            end_line: end.line,
            end_column: end.column,
            byte_offset: place.start,
            byte_length: place.end - place.start,
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Fix<'a> {
    artifact_changes: [Change<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change<'a> {
    artifact_location: Artifact,
    replacements: [Replacement<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'a> {
    deleted_region: Region,
    inserted_content: Message<'a>,
}

fn result<'a>(path: &str, finding: &'a Finding, accepted: Option<&'a str>) -> Result<'a> {
    let region = || Region::new(finding.start, finding.end, finding.place);
    let fix = |text: &'a String| Fix {
        artifact_changes: [Change {
            artifact_location: Artifact { uri: uri(path) },
            replacements: [Replacement { deleted_region: region(), inserted_content: Message { text } }],
        }],
    };
    Result {
        rule_id: &finding.rule,
        level: level(finding.severity),
        message: Message { text: &finding.message },
        locations: [location(path, Some(region()), None)],
        related_locations: finding
            .marks
            .iter()
            .map(|mark| location(path, Some(Region::new(mark.start, mark.end, mark.place)), Some(&mark.text)))
            .collect(),
        partial_fingerprints: Fingerprints { sentence: format!("{:016x}", finding.fingerprint) },
        fixes: finding.suggestions.iter().map(fix).collect(),
        suppressions: accepted
            .map(|reason| [Suppression { kind: "external", status: "accepted", justification: reason }]),
        properties: Properties { help: finding.help.as_deref() },
    }
}

fn location<'a>(path: &str, region: Option<Region>, message: Option<&'a str>) -> Location<'a> {
    Location {
        physical_location: PhysicalLocation { artifact_location: Artifact { uri: uri(path) }, region },
        message: message.map(|text| Message { text }),
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Advice => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

#[derive(Serialize)]
struct Tool<'a> {
    driver: Driver<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver<'a> {
    name: &'static str,
    version: &'static str,
    semantic_version: &'static str,
    rules: Vec<Rule<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule<'a> {
    id: &'a str,
    short_description: Message<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    full_description: Option<Message<'a>>,
    help: Message<'a>,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

fn rule(card: &Card) -> Rule<'_> {
    Rule {
        id: &card.name,
        short_description: Message { text: &card.summary },
        full_description: card.guideline.as_deref().map(|text| Message { text }),
        help: Message { text: card.guideline.as_deref().unwrap_or(&card.summary) },
        default_configuration: Configuration { level: level(card.severity) },
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation<'a> {
    execution_successful: bool,
    tool_execution_notifications: Vec<Notification<'a>>,
}

#[derive(Serialize)]
struct Notification<'a> {
    level: &'static str,
    message: Message<'a>,
    locations: [Location<'a>; 1],
}

fn notifications(summary: &Summary) -> Vec<Notification<'_>> {
    let failed = summary.failed.iter().map(|(path, text)| notification("error", path, text));
    let skipped = summary.skipped.iter().map(|(path, text)| notification("note", path, text));
    failed.chain(skipped).collect()
}

fn notification<'a>(level: &'static str, path: &str, text: &'a str) -> Notification<'a> {
    Notification { level, message: Message { text }, locations: [location(path, None, None)] }
}
