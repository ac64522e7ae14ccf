//! What a finding tells the editor: the rule's message and help with what was found put in.

use super::measure::{before_speaker, words_in};
use super::scene::Scene;
use super::{Finding, Subject};
use crate::analysis::Attribution;
use crate::diagnostic::{Diagnostic, Label};
use crate::rule::find::{Counted, Find};

/// How many characters of the found words an excerpt holds.
const EXCERPT: usize = 48;

/// The finding as an editor reads it.
pub(super) fn diagnostic(finding: &Finding, scene: &Scene<'_>) -> Diagnostic {
    let in_force = &scene.rules.in_force()[finding.rule];
    let say = &in_force.rule.say;
    let told = |text: &String| filled(text, finding, scene);
    let source =
        said(finding, scene).and_then(|said| said.source).filter(|source| !source.overlaps(finding.span));
    let labels = match (&say.source_label, source) {
        (Some(text), Some(span)) => vec![Label { span, text: told(text) }],
        _ => Vec::new(),
    };
    Diagnostic {
        rule: in_force.rule.name.clone(),
        severity: in_force.severity,
        message: told(&say.message),
        help: say.help.as_ref().map(told),
        span: finding.span,
        labels,
        suggestions: say.suggest.iter().map(|text| suggestion(text, finding, scene)).collect(),
    }
}

/// What could stand in the place of the words, in their form.
fn suggestion(text: &str, finding: &Finding, scene: &Scene<'_>) -> String {
    let rule = &scene.rules.in_force()[finding.rule].rule;
    let filled = filled(text, finding, scene);
    // What quotes the finding has its form already.
    if filled != text {
        return filled;
    }
    scene.rules.replacements.of(rule, text, &in_one_line(scene.words(finding.span)))
}

/// The attribution that the finding has to do with.
fn said<'a>(finding: &Finding, scene: &Scene<'a>) -> Option<&'a Attribution> {
    let analysis = scene.analysis;
    let index = match finding.subject {
        Subject::Attribution(index) => Some(index),
        Subject::Quotation(index) => analysis.quotations[index].attribution,
        Subject::Conditional(index) => analysis.conditionals[index].attribution,
        Subject::Words => scene
            .sentence(finding.span)
            .and_then(|sentence| scene.attributions_in(sentence..sentence + 1).next())
            .map(|(index, _)| index),
        Subject::Article(_) => None,
    };
    index.and_then(|index| analysis.attributions.get(index))
}

/// The text with its placeholders filled; what isn't there is left out.
fn filled(text: &str, finding: &Finding, scene: &Scene<'_>) -> String {
    let mut filled = String::with_capacity(text.len() + finding.span.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('{') {
        let (name, behind) = behind.split_once('}').unwrap_or((behind, ""));
        filled.push_str(before);
        filled.push_str(&value(name, finding, scene));
        rest = behind;
    }
    filled.push_str(rest);
    filled
}

fn value(name: &str, finding: &Finding, scene: &Scene<'_>) -> String {
    let words = |span| in_one_line(scene.words(span));
    match name {
        "match" => words(finding.span),
        "excerpt" => excerpt(&words(finding.span)),
        "sentence" => {
            let sentence = scene.sentence(finding.span).map(|index| scene.analysis.sentences[index].span);
            words(sentence.unwrap_or(finding.span))
        }
        "source" => match (said(finding, scene).and_then(|said| said.source), finding.subject) {
            (Some(source), _) => words(source),
            (None, Subject::Article(_)) => {
                scene.analysis.sources.first().map(|source| source.name.clone()).unwrap_or_default()
            }
            (None, _) => words(finding.span),
        },
        "cue" => said(finding, scene).and_then(|said| said.cue).map(words).unwrap_or_default(),
        "speaker" => said(finding, scene).and_then(|said| said.speaker.clone()).unwrap_or_default(),
        "count" => match finding.subject {
            Subject::Article(number) => number.to_string(),
            Subject::Quotation(index) => counted_of(index, finding, scene).to_string(),
            Subject::Words | Subject::Attribution(_) | Subject::Conditional(_) => String::new(),
        },
        _ => String::new(),
    }
}

/// The number that the rule asks of quotations, for the quotation `index`.
fn counted_of(index: usize, finding: &Finding, scene: &Scene<'_>) -> usize {
    let counted = scene.rules.in_force()[finding.rule].rule.find.iter().find_map(|find| match find {
        Find::Quotation(quotations) => Some(quotations.counted()),
        _ => None,
    });
    match counted.unwrap_or(Counted::Words) {
        Counted::Words => words_in(scene.analysis.quotations[index].inner, scene),
        Counted::WordsBeforeSpeaker => before_speaker(index, scene).0,
        Counted::SentencesBeforeSpeaker => before_speaker(index, scene).1,
    }
}

/// Hard-wrapped words on one line.
fn in_one_line(words: &str) -> String {
    words.split(['\n', '\r', '\t']).map(|line| line.trim_matches(' ')).collect::<Vec<_>>().join(" ")
}

/// The beginning of a text, cut between words.
fn excerpt(words: &str) -> String {
    if words.chars().count() <= EXCERPT {
        return words.to_owned();
    }
    let cut: String = words.chars().take(EXCERPT).collect();
    let end = cut.rfind(char::is_whitespace).unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end_matches([',', ';', ' ', '\u{a0}']))
}
