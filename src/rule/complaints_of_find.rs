//! What `[find]` says, as used; what is wrong with it is complained of.

use std::ops::Range;

use regex::Regex;

use super::complaints::Complaints;
use super::file;
use super::rule::{Attributions, Count, Find, Measure, Part, Quotations, Terms};
use super::slip::Slip;
use super::term::Term;
use super::written::Placed;

impl Complaints<'_> {
    /// What the table looks for.
    pub(super) fn find(&mut self, file: Option<Placed<file::FindFile>>) -> Vec<Find> {
        let Some(file) = file else {
            self.missing("[find]", "what the rule looks for: terms, quotation, attribution, conditional, …");
            return Vec::new();
        };
        let at = file.span();
        let file = file.into_inner();
        let mut finds = Vec::new();
        self.check_ranges(&file, &at);
        if let Some(except) = file.except.first().filter(|_| file.terms.is_empty() && file.list.0.is_empty())
        {
            self.slips.push(
                Slip::new(
                    except.span(),
                    "`except` leaves words of `terms` and `list` alone, and neither stands here",
                )
                .with_help("write terms = [\"…\"], or put this under [unless] as part-of = [\"…\"]"),
            );
        }
        if !file.terms.is_empty() || !file.list.0.is_empty() {
            finds.push(Find::Terms(Terms {
                terms: self.terms(&file.terms, Term::to_find),
                lists: file.list.0.into_iter().map(Placed::into_inner).collect(),
                except: self.terms(&file.except, Term::new),
            }));
        }
        for pattern in &file.pattern.0 {
            finds.extend(self.regex(pattern).map(Find::Pattern));
        }
        finds.extend(file.quotation.into_iter().map(|quotation| Find::Quotation(quotations(quotation))));
        finds.extend(file.attribution.into_iter().map(|said| Find::Attribution(attributions(said))));
        if !file.conditional.is_empty() {
            finds.push(Find::Conditional(all(file.conditional)));
        }
        if !file.figure.is_empty() {
            finds.push(Find::Figure(all(file.figure)));
        }
        if file.unpaired_mark {
            finds.push(Find::UnpairedMark);
        }
        finds.extend(file.link.and_then(|link| self.regex(&link)).map(Find::Link));
        finds.extend(file.article.map(|measure| {
            let (measure, count) = measured(measure);
            Find::Article(measure, count)
        }));
        if finds.is_empty() && self.whole && self.slips.is_empty() {
            let help = "terms, list, pattern, quotation, attribution, conditional, figure, unpaired-mark, link, article";
            self.slips.push(Slip::new(at, "nothing stands in `[find]`").with_help(help));
        }
        finds
    }

    /// Complains of ranges in which no number lies; `at` is the table in which they stand.
    fn check_ranges(&mut self, file: &file::FindFile, at: &Range<usize>) {
        let quotation = file.quotation.iter().flat_map(|quotation| {
            [quotation.words, quotation.words_before_speaker, quotation.sentences_before_speaker]
        });
        let attribution = file.attribution.iter().map(|said| said.sentences_since_name);
        let article =
            file.article.iter().map(|measure| file::RangeFile { from: measure.from, to: measure.to });
        let empty =
            quotation.chain(attribution).chain(article).find_map(|range| match (range.from, range.to) {
                (Some(from), Some(to)) if from > to => Some((from, to)),
                _ => None,
            });
        if let Some((from, to)) = empty {
            self.slips.push(
                Slip::new(at.clone(), format!("no number lies from {from} to {to}"))
                    .with_help(format!("write from = {to}, to = {from}")),
            );
        }
    }

    /// The terms of `written`, each taken apart by `read`.
    pub(super) fn terms(
        &mut self,
        written: &[Placed<String>],
        read: fn(&str) -> Result<Term, String>,
    ) -> Vec<Term> {
        written
            .iter()
            .filter_map(|term| match read(term.get_ref()) {
                Ok(term) => Some(term),
                Err(message) => {
                    self.slips.push(Slip::new(term.span(), message));
                    None
                }
            })
            .collect()
    }

    fn regex(&mut self, pattern: &Placed<String>) -> Option<Regex> {
        match Regex::new(pattern.get_ref()) {
            Ok(regex) if regex.is_match("") => {
                let message = "this regular expression matches nothing at all, everywhere";
                self.slips.push(
                    Slip::new(pattern.span(), message)
                        .with_help("let at least one character be needed: `+` rather than `*`"),
                );
                None
            }
            Ok(regex) => Some(regex),
            Err(error) => {
                let message = error.to_string();
                let reason = message.lines().last().unwrap_or_default().trim_start_matches("error: ");
                self.slips
                    .push(Slip::new(pattern.span(), format!("this is no regular expression: {reason}")));
                None
            }
        }
    }
}

/// Names as written become what they stand for.
pub(super) fn all<N, T: From<N>>(names: Vec<N>) -> Vec<T> {
    names.into_iter().map(T::from).collect()
}

fn count(range: file::RangeFile) -> Count {
    Count { from: range.from.unwrap_or(0), to: range.to.unwrap_or(usize::MAX) }
}

/// The measure, and the range in which it must lie.
pub(super) fn measured(file: file::MeasureFile) -> (Measure, Count) {
    (file.count.into(), count(file::RangeFile { from: file.from, to: file.to }))
}

fn quotations(file: file::QuotationFile) -> Quotations {
    Quotations {
        kind: all(file.kind),
        block: all(file.block),
        words: count(file.words),
        words_before_speaker: count(file.words_before_speaker),
        sentences_before_speaker: count(file.sentences_before_speaker),
        in_text: file.in_text,
        capital: file.capital,
        second_speaker: file.second_speaker,
    }
}

fn attributions(file: file::AttributionFile) -> Attributions {
    Attributions {
        kind: all(file.kind),
        source: all(file.source),
        cue: all(file.cue),
        pronoun: file.pronoun,
        block: all(file.block),
        speaker: file.speaker,
        sentences_since_name: count(file.sentences_since_name),
        in_text: file.in_text,
        part: file.part.map_or(Part::Source, Into::into),
    }
}
