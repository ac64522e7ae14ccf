//! The formats `junit` and `checkstyle`: XML for the dashboards of build servers.

use quick_xml::Writer;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};

use super::Report;
use super::visible::shown;
use crate::diagnostic::Severity;
use crate::outcome::{Became, Checked, Finding, Outcome, Summary};

/// `--format junit`: an article is a suite, a finding a test that failed.
pub(super) struct Junit;

/// `--format checkstyle`
pub(super) struct Checkstyle;

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

impl Report for Junit {
    fn opening(&self) -> String {
        format!("{DECLARATION}<testsuites name=\"selon\">\n")
    }

    fn piece(&self, outcome: &Outcome) -> String {
        let path = outcome.path.as_str();
        let mut xml = Xml::default();
        match &outcome.became {
            Became::Checked(checked) => {
                let found = checked.findings.len();
                xml.suite(path, [found.max(1), found, 0, 0]);
                tests(&mut xml, path, checked);
            }
            Became::Skipped(reason) => {
                xml.suite(path, [1, 0, 0, 1]);
                xml.open("testcase", &[("name", "is read"), ("classname", path), ("time", "0")]);
                xml.empty("skipped", &[("message", reason)]);
                xml.close("testcase");
            }
            Became::Failed(message) => {
                xml.suite(path, [1, 0, 1, 0]);
                xml.open("testcase", &[("name", "is read"), ("classname", path), ("time", "0")]);
                xml.open("error", &[("message", message), ("type", "unreadable")]);
                xml.text(message);
                xml.close("error");
                xml.close("testcase");
            }
        }
        xml.close("testsuite");
        xml.finish()
    }

    fn closing(&self, _summary: &Summary) -> String {
        "</testsuites>\n".into()
    }
}

fn tests(xml: &mut Xml, path: &str, checked: &Checked) {
    if checked.findings.is_empty() {
        xml.empty("testcase", &[("name", "says who says so"), ("classname", path), ("time", "0")]);
    }
    for finding in &checked.findings {
        let name =
            format!("{} at line {}, column {}", finding.rule, finding.start.line, finding.start.column);
        xml.open("testcase", &[("name", &name), ("classname", path), ("time", "0")]);
        let kind = format!("{}: {}", finding.severity, finding.rule);
        xml.open("failure", &[("message", &finding.message), ("type", &kind)]);
        xml.text(&told(path, finding));
        xml.close("failure");
        xml.close("testcase");
    }
}

fn told(path: &str, finding: &Finding) -> String {
    let mut text = format!("{path}:{}:{}\n", finding.start.line, finding.start.column);
    text.push_str(finding.excerpt.text.trim());
    if let Some(help) = &finding.help {
        text.push('\n');
        text.push_str(help);
    }
    text
}

impl Report for Checkstyle {
    fn opening(&self) -> String {
        format!("{DECLARATION}<checkstyle version=\"8.0\">\n")
    }

    fn piece(&self, outcome: &Outcome) -> String {
        let mut xml = Xml::default();
        match &outcome.became {
            Became::Checked(checked) => {
                xml.open("file", &[("name", &outcome.path)]);
                for finding in &checked.findings {
                    xml.finding(finding);
                }
                xml.close("file");
            }
            Became::Skipped(_) => {}
            Became::Failed(message) => {
                xml.open("file", &[("name", &outcome.path)]);
                let attributes = [
                    ("line", "1"),
                    ("severity", "error"),
                    ("message", message),
                    ("source", "selon.unreadable"),
                ];
                xml.empty("error", &attributes);
                xml.close("file");
            }
        }
        xml.finish()
    }

    fn closing(&self, _summary: &Summary) -> String {
        "</checkstyle>\n".into()
    }
}

/// XML in the making. What XML can't hold is written out: `\u{1b}`.
#[derive(Default)]
struct Xml {
    bytes: Vec<u8>,
}

impl Xml {
    /// A suite with its counts of tests, failures, errors and skipped tests.
    fn suite(&mut self, path: &str, counts: [usize; 4]) {
        let [tests, failures, errors, skipped] = counts.map(|count| count.to_string());
        let attributes = [
            ("name", path),
            ("tests", &tests),
            ("failures", &failures),
            ("errors", &errors),
            ("skipped", &skipped),
            ("time", "0"),
        ];
        self.open("testsuite", &attributes);
    }

    fn finding(&mut self, finding: &Finding) {
        let message = match &finding.help {
            Some(help) => format!("{} {help}", finding.message),
            None => finding.message.clone(),
        };
        let severity = match finding.severity {
            Severity::Advice => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        let (line, column) = (finding.start.line.to_string(), finding.start.column.to_string());
        let source = format!("selon.{}", finding.rule);
        let attributes = [
            ("line", line.as_str()),
            ("column", &column),
            ("severity", severity),
            ("message", &message),
            ("source", &source),
        ];
        self.empty("error", &attributes);
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.write(Event::Start(start(name, attributes)));
    }

    fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.write(Event::Empty(start(name, attributes)));
        self.bytes.push(b'\n');
    }

    fn text(&mut self, text: &str) {
        let lines: Vec<_> = text.lines().map(held).collect();
        self.write(Event::Text(BytesText::new(&lines.join("\n"))));
    }

    fn close(&mut self, name: &str) {
        self.write(Event::End(BytesEnd::new(name)));
        self.bytes.push(b'\n');
    }

    fn write(&mut self, event: Event<'_>) {
        Writer::new(&mut self.bytes).write_event(event).expect("memory takes whatever is written");
    }

    fn finish(self) -> String {
        String::from_utf8(self.bytes).expect("XML made of text is text")
    }
}

fn start<'a>(name: &'a str, attributes: &[(&'a str, &str)]) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (name, value) in attributes {
        start.push_attribute((*name, held(value).as_str()));
    }
    start
}

/// `text` without what no XML may hold.
fn held(text: &str) -> String {
    shown(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}
