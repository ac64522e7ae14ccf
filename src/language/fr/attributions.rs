//! Who says what: every quotation, indirect speech and hearsay with its source, from the cues of each sentence.
//!
//! A quotation belongs to the incise that closes it or stands in it, else to what introduces it, else to a later incise
//! of its sentence, else to a phrase ("selon X"), else, where it is only a piece of a clause, to who the clause is
//! about. A quotation alone in its sentence goes on with the speaker of the one before, or of the sentence before.

use super::cues::{self, Cue, Place};
use super::kinds::{self, Bearing};
use super::naming::{self, Naming};
use super::parse::{Parse, Tag};
use super::runs;
use crate::analysis::{Attribution, AttributionKind, CueKind, QuotationKind, SourceKind};
use crate::span::Span;

/// The attributions of an article, and for each quotation and cue which is its own.
pub(super) struct Found {
    /// In the order of their first span.
    pub(super) attributions: Vec<Attribution>,
    /// For each quotation the index of its attribution.
    pub(super) of_quotation: Vec<Option<usize>>,
    /// The kinds of the quotations.
    pub(super) kinds: Vec<QuotationKind>,
    /// For each attribution the words at which it starts and ends, and where it stands.
    pub(super) reach: Vec<Reach>,
}

/// Over which words an attribution reaches.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reach {
    /// Its first word, source included.
    pub(super) start: usize,
    /// Behind its last word, source included.
    pub(super) stop: usize,
    /// Where its cue stands to its content.
    pub(super) place: Place,
    /// Whether it stands inside quotation marks.
    pub(super) quoted: bool,
}

/// An attribution in the making.
pub(super) struct Draft {
    /// Its cue.
    pub(super) cue: Cue,
    /// Without words of its own: a run of quotations goes on.
    pub(super) carried: bool,
    /// The quotations whose words are its source's.
    pub(super) quotations: Vec<usize>,
}

/// Who says what in the article.
pub(super) fn attributions(parse: &Parse<'_>) -> Found {
    let first_sight = kinds::at_first_sight(parse);
    let kinds = &first_sight[..];
    let mut drafts: Vec<Draft> = Vec::new();
    let mut of_quotation: Vec<Option<usize>> = vec![None; parse.quotations.len()];
    for number in 0..parse.sentences.len() {
        let first = drafts.len();
        drafts.extend(cues::cues(parse, number).into_iter().map(|cue| Draft {
            cue,
            carried: false,
            quotations: Vec::new(),
        }));
        let sentence = &parse.sentences[number];
        for quotation in quotations_of(parse, number) {
            if kinds[quotation] == QuotationKind::Mention {
                continue;
            }
            let words = parse.words.within(parse.quotations[quotation].span);
            let at =
                best(parse, &drafts[first..], quotation, &words, sentence.words.clone(), kinds[quotation])
                    .map(|at| at + first)
                    .filter(|&at| !speaks_for_itself(parse, &drafts[at], &words, sentence.words.start))
                    .or_else(|| {
                        let source = bare(parse, &words, sentence.words.clone(), kinds[quotation])?;
                        let cue = Cue::bare(source, number);
                        drafts.push(Draft { cue, carried: true, quotations: Vec::new() });
                        Some(drafts.len() - 1)
                    });
            if let Some(at) = at {
                drafts[at].quotations.push(quotation);
                of_quotation[quotation] = Some(at);
            }
        }
    }
    let bearings: Vec<Bearing> = of_quotation
        .iter()
        .enumerate()
        .map(|(quotation, own)| bearing(parse, quotation, own.map(|own| &drafts[own])))
        .collect();
    let settled = kinds::settled(parse, kinds, &bearings);
    for (quotation, own) in of_quotation.iter_mut().enumerate() {
        if settled[quotation] == QuotationKind::Mention
            && let Some(draft) = own.take()
        {
            drafts[draft].quotations.retain(|&at| at != quotation);
        }
    }
    drafts
        .iter_mut()
        .filter(|draft| draft.carried && draft.quotations.is_empty())
        .for_each(|draft| draft.cue.source = None);
    runs::carry_on(parse, &settled, &mut drafts, &mut of_quotation);
    finish(parse, drafts, of_quotation, settled)
}

/// Whether a colon behind words of somebody's introduces a quotation of which the cue only says that it is heard:
/// "On entend les insultes d'un voisin : « … »".
fn speaks_for_itself(parse: &Parse<'_>, draft: &Draft, words: &std::ops::Range<usize>, start: usize) -> bool {
    draft.cue.kind == CueKind::Belief
        && draft.cue.place == Place::Before
        && words.start > start
        && parse.word(words.start - 1) == ":"
        && naming::whose_words(parse, words.start - 1, start).is_some()
}

/// How firmly the cue of a draft bears on a quotation.
fn bearing(parse: &Parse<'_>, quotation: usize, draft: Option<&Draft>) -> Bearing {
    let Some(draft) = draft else { return Bearing::None };
    if draft.carried || draft.cue.source.as_ref().is_some_and(|source| !source.known) {
        return Bearing::Subject;
    }
    let words = parse.words.within(parse.quotations[quotation].span);
    let (start, stop) = (draft.cue.start(), draft.cue.stop());
    let beside = if stop <= words.start {
        words.start - stop <= 3
    } else {
        start >= words.end && is_next(parse, words.end, start)
    };
    if beside || draft.cue.inside == Some(quotation) { Bearing::Near } else { Bearing::Sentence }
}

/// The quotations that start in a sentence.
fn quotations_of<'p>(parse: &'p Parse<'_>, number: usize) -> impl Iterator<Item = usize> + 'p {
    let span = parse.sentences[number].span;
    let first = parse.quotations.partition_point(|quotation| quotation.span.start() < span.start());
    (first..parse.quotations.len()).take_while(move |&at| parse.quotations[at].span.start() < span.end())
}

/// The draft of this sentence whose words the quotation is.
fn best(
    parse: &Parse<'_>,
    drafts: &[Draft],
    quotation: usize,
    words: &std::ops::Range<usize>,
    sentence: std::ops::Range<usize>,
    kind: QuotationKind,
) -> Option<usize> {
    let has_source = |draft: &Draft| draft.cue.source.is_some();
    let usable =
        |draft: &Draft| !draft.carried && has_source(draft) && cues::bears_on(parse, &draft.cue, words);
    // Inside the marks: « Moi, dit-il, j'ai… »
    if let Some(at) = drafts.iter().position(|draft| {
        usable(draft) && draft.cue.inside == Some(quotation) && draft.cue.place == Place::Incise
    }) {
        return Some(at);
    }
    let outside = |draft: &Draft| usable(draft) && draft.cue.inside.is_none();
    // Right behind it: « … », a dit X; « … », selon X
    let behind = drafts.iter().position(|draft| {
        outside(draft)
            && draft.cue.place != Place::Before
            && draft.cue.start() >= words.end
            && is_next(parse, words.end, draft.cue.start())
    });
    let closing = behind.filter(|&at| drafts[at].cue.place == Place::Incise);
    // Right before it: X a dit : « … »; selon X, « … »
    let before = drafts.iter().rposition(|draft| {
        outside(draft)
            && draft.cue.stop() <= words.start
            && draft.cue.place != Place::Incise
            && introduces(parse, draft, words.start)
    });
    if let (Some(before), Some(_)) = (before, closing) {
        // "X affirme que « … », rapporte Le Monde": the verb that governs the quotation wins.
        let cue = &drafts[before].cue;
        let that = (cue.end..words.start).any(|word| matches!(parse.word(word), "que" | "qu'"));
        if cue.place == Place::Before && that && cue.kind != CueKind::Belief {
            return Some(before);
        }
        // "Un passant a lancé : « … », raconte X": the one who lances it.
        let colon = parse.word(words.start - 1) == ":" && words.start - cue.end <= 3;
        if cue.place == Place::Before && colon && matches!(cue.kind, CueKind::Neutral | CueKind::Loaded) {
            return Some(before);
        }
    }
    if closing.is_some() {
        return closing;
    }
    let beside = behind.filter(|&at| is_next(parse, words.end, drafts[at].cue.start()));
    if let Some(before) = before {
        // "Il va présenter « … », selon la ministre": she says so.
        return match beside.filter(|_| !governs(parse, &drafts[before], words.start)) {
            Some(beside) => Some(beside),
            None => Some(outermost(parse, drafts, before, words.start)),
        };
    }
    if behind.is_some() {
        return behind;
    }
    // Later: « Aucune date » pour la reprise, a regretté X; one incise over several pieces.
    let later = drafts.iter().position(|draft| {
        outside(draft) && draft.cue.place == Place::Incise && draft.cue.start() >= words.end
    });
    let earlier = drafts.iter().rposition(|draft| {
        outside(draft) && draft.cue.stop() <= words.start && draft.cue.place == Place::Before
    });
    if let Some(earlier) = earlier {
        // The cue's own clause holds the quotation, unless a full stop inside a glued sentence parts them.
        let parted = (drafts[earlier].cue.stop()..words.start)
            .any(|at| matches!(parse.word(at), ";" | "…") && parse.quotation(at).is_none());
        if !parted && (later.is_none() || governs(parse, &drafts[earlier], words.start)) {
            return Some(outermost(parse, drafts, earlier, words.start));
        }
    }
    if later.is_some() {
        return later;
    }
    let is_phrase = |draft: &Draft| outside(draft) && draft.cue.place == Place::Phrase;
    let phrase = drafts
        .iter()
        .rposition(|draft| is_phrase(draft) && draft.cue.stop() <= words.start)
        .or_else(|| drafts.iter().position(is_phrase));
    if phrase.is_some() {
        return phrase;
    }
    // An incise before it, in the middle of the sentence: « … », dit X, « … »
    let split = drafts.iter().rposition(|draft| {
        outside(draft) && draft.cue.place == Place::Incise && draft.cue.stop() <= words.start
    });
    if split.is_some() {
        return split;
    }
    let late = drafts.iter().position(|draft| {
        outside(draft)
            && draft.cue.place == Place::Before
            && draft.cue.start() >= words.end
            // "« … », lorsqu'elle a compris, contrairement à ce que le pasteur avait assuré": he says something else.
            && !(words.end..draft.cue.start()).any(|at| parse.tag_of(at) == Tag::Subordinator)
    });
    if kind == QuotationKind::Partial || words.start == sentence.start { late } else { None }
}

/// The cue whose complement clause holds this one, unless this one brings the words in itself: in "il a promis que la
/// ville ferait « … »" he speaks.
fn outermost(parse: &Parse<'_>, drafts: &[Draft], at: usize, quotation: usize) -> usize {
    let inner = &drafts[at].cue;
    if inner.source.as_ref().is_some_and(|source| !source.known) {
        // "Pour la Ligue, cet usage prouve qu'il existe « … »": the Ligue says so.
        let knows = |draft: &Draft| {
            draft.cue.inside.is_none()
                && draft.cue.place != Place::Incise
                && draft.cue.end < inner.start()
                && draft.cue.source.as_ref().is_some_and(|source| source.known)
        };
        if let Some(known) = drafts[..at].iter().rposition(knows) {
            return known;
        }
    }
    // "face à ce qu'il a appelé « … »"
    if quotation.saturating_sub(inner.end) <= 1 {
        return at;
    }
    if parse.tag_of(inner.first) == Tag::PresentParticiple || inner.place == Place::Phrase {
        return at;
    }
    let holds = |draft: &Draft| {
        let cue = &draft.cue;
        cue.place == Place::Before
            && cue.source.is_some()
            && cue.inside.is_none()
            && matches!(cue.kind, CueKind::Neutral | CueKind::Loaded | CueKind::Directive)
            && cue.end < inner.start()
            && (cue.end..inner.start()).take(8).any(|word| matches!(parse.word(word), "que" | "qu'"))
    };
    drafts[..at].iter().rposition(holds).unwrap_or(at)
}

/// Whether nothing but a comma and adverbs stands between two words.
fn is_next(parse: &Parse<'_>, from: usize, to: usize) -> bool {
    (from..to).all(|at| {
        matches!(parse.word(at), "," | "-" | "–" | "—" | "(" | "!" | "?" | ".")
            || parse.tag_of(at) == Tag::Adverb
    })
}

/// Whether a cue stands right in front of the word `at`: a few words that aren't a clause between.
fn introduces(parse: &Parse<'_>, draft: &Draft, at: usize) -> bool {
    let from = draft.cue.stop();
    if at < from {
        return false;
    }
    if draft.cue.place == Place::Phrase {
        return (from..at).all(|word| parse.tag_of(word) == Tag::Mark);
    }
    at - from <= 12
        && !(from..at).any(|word| {
            matches!(parse.tag_of(word), Tag::Verb)
                || parse.word(word) == ";"
                || parse.quotation(word).is_some()
        })
}

/// Whether a cue governs the word `at` by "que", a colon, or with nothing between.
fn governs(parse: &Parse<'_>, draft: &Draft, at: usize) -> bool {
    let from = draft.cue.end.max(draft.cue.stop());
    at == from || (from..at).any(|word| matches!(parse.word(word), "que" | "qu'" | ":")) || at - from <= 3
}

/// Who the clause around a quotation is about, where no cue says whose words they are.
fn bare(
    parse: &Parse<'_>,
    words: &std::ops::Range<usize>,
    sentence: std::ops::Range<usize>,
    kind: QuotationKind,
) -> Option<Naming> {
    if words.start > sentence.start && parse.word(words.start - 1) == ":" {
        let colon = words.start - 1;
        // "Paul Adam : « … »"
        if let Some(found) = naming::phrase(parse, sentence.start, colon)
            && found.words.end == colon
            && found.known
        {
            return Some(found);
        }
        if let Some(found) = naming::before(parse, colon, sentence.start)
            && found.words.start == sentence.start
            && found.known
        {
            return Some(found);
        }
        // "Les proches de Luc, le marin tué hier : « … »"
        if let Some(found) = cues::up_to_colon(parse, sentence.start, sentence.end).filter(speaks)
            && found.words.end == colon
        {
            return Some(found);
        }
        // "les insultes de certains manifestants : « … »"
        if let Some(found) = naming::whose_words(parse, colon, sentence.start) {
            return Some(found);
        }
        return naming::subject_of_clause(parse, colon, sentence.start).filter(speaks);
    }
    // "derrière une banderole « … »"
    if let Some(text) =
        naming::text_before(parse, words.start, sentence.start).filter(|_| kind == QuotationKind::Direct)
    {
        return Some(text);
    }
    match kind {
        QuotationKind::Partial if is_judged(parse, words.start, sentence.start) => None,
        QuotationKind::Partial => naming::subject_of_clause(parse, words.start, sentence.start)
            .filter(speaks)
            .or_else(|| cues::subject_behind(parse, words.end, sentence.end).filter(speaks)),
        // "Un collègue la touche, car « c'est original »"
        QuotationKind::Direct if words.start > sentence.start + 1 => {
            naming::subject_of_clause(parse, words.start, sentence.start)
                .filter(speaks)
                .filter(|found| !found.pronoun)
        }
        QuotationKind::Direct | QuotationKind::Mention => None,
    }
}

/// Whether somebody left out puts the quotation on something: "une réforme jugée « trop lente »".
fn is_judged(parse: &Parse<'_>, quotation: usize, start: usize) -> bool {
    let skipped =
        |at: &usize| matches!(parse.word(*at), "de" | "d'" | "comme") || parse.tag_of(*at) == Tag::Adverb;
    let Some(at) = (start..quotation).rev().find(|at| !skipped(at)) else { return false };
    parse.tag_of(at) == Tag::PastParticiple
        && parse.lexeme(at).verb.any(super::vocabulary::Marks::NAMING)
        && !(start..at).rev().take(4).any(|word| parse.lemma(word) == "avoir")
}

/// Whether a subject is somebody who can have said it.
fn speaks(naming: &Naming) -> bool {
    naming.known && !matches!(naming.kind, SourceKind::Anonymous)
}

/// The drafts as attributions, in the order of their first span.
fn finish(
    parse: &Parse<'_>,
    drafts: Vec<Draft>,
    of_quotation: Vec<Option<usize>>,
    kinds: Vec<QuotationKind>,
) -> Found {
    let count = drafts.len();
    let mut made: Vec<(usize, Attribution, Reach)> = Vec::new();
    for (number, draft) in drafts.into_iter().enumerate() {
        // A verb of saying without complement and without source says nothing: "Le débat continue."
        let content = content(parse, &draft);
        // "Le chantier compte trois étapes": thinks nothing.
        let thinks = matches!(draft.cue.kind, CueKind::Belief | CueKind::Directive);
        let known = draft.cue.source.as_ref().is_some_and(|source| source.known);
        if thinks && !known && content.is_empty() && draft.quotations.is_empty() {
            continue;
        }
        // "Certains s'arrêtent et conversent": nothing is said; "des observateurs redoutent une reprise": it is.
        let faceless = draft.cue.source.as_ref().is_some_and(|source| source.kind == SourceKind::Collective);
        if faceless
            && content.is_empty()
            && draft.quotations.is_empty()
            && matches!(draft.cue.place, Place::Before)
            && !takes_a_stance(parse, &draft.cue)
        {
            continue;
        }
        if draft.cue.source.is_none()
            && draft.quotations.is_empty()
            && draft.cue.kind != CueKind::AccordingTo
            && content.is_empty()
        {
            continue;
        }
        let reach = Reach {
            start: draft.cue.start(),
            stop: draft.cue.stop(),
            place: draft.cue.place,
            quoted: draft.cue.inside.is_some(),
        };
        made.push((number, attribution(parse, draft, content), reach));
    }
    made.sort_by_key(|(_, attribution, _)| first_byte(attribution));
    lead_back_same_source(parse, made.iter_mut().map(|(_, attribution, _)| attribution));
    let mut place = vec![None; count];
    for (at, (number, ..)) in made.iter().enumerate() {
        place[*number] = Some(at);
    }
    let of_quotation = of_quotation.iter().map(|own| own.and_then(|own| place[own])).collect();
    let (attributions, reach) = made.into_iter().map(|(_, attribution, reach)| (attribution, reach)).unzip();
    Found { attributions, of_quotation, kinds, reach }
}

/// Whether the verb of a cue says what somebody holds of its object, so that no clause need follow: redouter, dénoncer.
fn takes_a_stance(parse: &Parse<'_>, cue: &Cue) -> bool {
    matches!(cue.kind, CueKind::Loaded | CueKind::Passive)
        || (cue.first..cue.end).any(|at| {
            matches!(
                parse.lemma(at),
                "anticiper"
                    | "appeler"
                    | "attendre"
                    | "contester"
                    | "craindre"
                    | "déplorer"
                    | "douter"
                    | "espérer"
                    | "évoquer"
                    | "exiger"
                    | "plaider"
                    | "préconiser"
                    | "prédire"
                    | "prévoir"
                    | "pronostiquer"
                    | "prôner"
                    | "réclamer"
                    | "recommander"
                    | "redouter"
                    | "regretter"
                    | "saluer"
                    | "souhaiter"
                    | "soupçonner"
                    | "suspecter"
            )
        })
}

/// Gives "la même source" and "cette source" the kind of the source named last before them.
fn lead_back_same_source<'a>(parse: &Parse<'_>, attributions: impl Iterator<Item = &'a mut Attribution>) {
    let mut last: Option<SourceKind> = None;
    let mut in_order: Vec<&mut Attribution> = attributions.filter(|own| own.source.is_some()).collect();
    in_order.sort_by_key(|attribution| attribution.source.map(Span::start));
    for attribution in in_order {
        let Some(source) = attribution.source else { continue };
        let mut words = parse.words.within(source);
        let same = words.len() <= 3
            && words.clone().any(|at| matches!(parse.word(at), "source" | "sources"))
            && words.any(|at| matches!(parse.word(at), "même" | "mêmes" | "cette" | "ces"));
        if same && last.is_some() {
            attribution.source_kind = last;
        } else if !same {
            last = attribution.source_kind;
        }
    }
}

fn first_byte(attribution: &Attribution) -> usize {
    let spans = attribution.content.iter().chain(&attribution.cue).chain(&attribution.source);
    spans.map(|span| span.start()).min().unwrap_or_default()
}

fn attribution(parse: &Parse<'_>, draft: Draft, content: Vec<Span>) -> Attribution {
    let words = parse.words.list();
    let quotations = &draft.quotations;
    let kind = if draft.cue.kind == CueKind::AccordingTo {
        AttributionKind::AccordingTo
    } else if quotations.is_empty() {
        AttributionKind::Indirect
    } else if content
        .iter()
        .all(|span| quotations.iter().any(|&at| parse.quotations[at].span.contains(*span)))
    {
        AttributionKind::Direct
    } else {
        AttributionKind::Mixed
    };
    let source = draft.cue.source.as_ref();
    Attribution {
        kind,
        content,
        cue: (draft.cue.end > draft.cue.first)
            .then(|| words[draft.cue.first].span.cover(words[draft.cue.end - 1].span)),
        cue_kind: draft.cue.kind,
        source: source.map(|source| source.span(parse)),
        source_kind: source.map(|source| source.kind),
        speaker: None,
        pronoun: source.is_some_and(|source| source.pronoun),
        sentence: draft.cue.sentence,
    }
}

/// What is said: the quotations, or the complement of the cue, or the clause around it.
fn content(parse: &Parse<'_>, draft: &Draft) -> Vec<Span> {
    let quotations: Vec<Span> = draft.quotations.iter().map(|&at| parse.quotations[at].span).collect();
    let sentence = &parse.sentences[draft.cue.sentence];
    let words = parse.words.list();
    if draft.carried {
        return quotations;
    }
    let (start, stop) = (draft.cue.start(), draft.cue.stop());
    let between = |from: usize, to: usize| -> Option<Span> {
        let (mut from, mut to) = (from, to);
        while from < to && parse.tag_of(from) == Tag::Mark && parse.quotation(from).is_none() {
            from += 1;
        }
        while to > from && parse.tag_of(to - 1) == Tag::Mark && parse.quotation(to - 1).is_none() {
            to -= 1;
        }
        (from < to).then(|| words[from].span.cover(words[to - 1].span))
    };
    match draft.cue.place {
        Place::Before => {
            if !quotations.is_empty()
                && quotations.iter().all(|span| span.start() >= words[start].span.start())
            {
                let first = words.partition_point(|word| word.span.start() < quotations[0].start());
                if parse.words.list()[stop.min(first)..first]
                    .iter()
                    .enumerate()
                    .all(|(at, _)| parse.tag_of(stop + at) == Tag::Mark)
                {
                    return quotations;
                }
            }
            let from = stop.max(draft.cue.end);
            if !cues::opens_complement(parse, from, sentence.words.end) && quotations.is_empty() {
                return Vec::new();
            }
            between(from, sentence.words.end).into_iter().collect()
        }
        Place::Incise => {
            let inside = draft.cue.inside;
            if inside.is_some() {
                return quotations;
            }
            [between(sentence.words.start, start), between(stop, sentence.words.end)]
                .into_iter()
                .flatten()
                .collect()
        }
        Place::Phrase => [between(sentence.words.start, start), between(stop, sentence.words.end)]
            .into_iter()
            .flatten()
            .collect(),
    }
}

/// For each conditional (its word, its sentence, whether it passes on a claim) the attribution whose claim it is:
/// one of its sentence, else that of the sentence before in the same paragraph, as long as the claims go on.
pub(super) fn of_conditionals(
    parse: &Parse<'_>,
    found: &Found,
    conditionals: &[(usize, usize, bool)],
) -> Vec<Option<usize>> {
    let mut by_sentence: Vec<Vec<usize>> = vec![Vec::new(); parse.sentences.len()];
    for (index, attribution) in found.attributions.iter().enumerate() {
        if let Some(here) = by_sentence.get_mut(attribution.sentence) {
            here.push(index);
        }
    }
    let mut carried: Option<(usize, usize)> = None;
    let mut own = Vec::with_capacity(conditionals.len());
    for &(at, sentence, reported) in conditionals {
        let mut attribution = in_sentence(parse, found, &by_sentence[sentence], at);
        if attribution.is_none() && reported && parse.quotation(at).is_none() && sentence > 0 {
            let same_block = parse.sentences[sentence - 1].block == parse.sentences[sentence].block;
            let chain =
                carried.filter(|&(_, before)| before == sentence || (before + 1 == sentence && same_block));
            attribution = chain.map(|(index, _)| index).or_else(|| {
                by_sentence[sentence - 1]
                    .iter()
                    .copied()
                    .filter(|_| same_block)
                    .rfind(|&index| goes_on(found, index))
            });
        }
        if let Some(index) = attribution.filter(|_| reported) {
            carried = Some((index, sentence));
        }
        own.push(attribution);
    }
    own
}

/// Whether a claim can go on in the sentence behind this attribution.
fn goes_on(found: &Found, index: usize) -> bool {
    let attribution = &found.attributions[index];
    // "Le parquet a détaillé les faits.": what is said comes in the sentences behind.
    let said = attribution.cue_kind == CueKind::Neutral && attribution.content.is_empty();
    attribution.source.is_some()
        && attribution.cue.is_some()
        && said
        && !attribution.pronoun
        && found.reach[index].place != Place::Incise
}

/// The attribution of this sentence whose claim the word `at` passes on.
fn in_sentence(parse: &Parse<'_>, found: &Found, here: &[usize], at: usize) -> Option<usize> {
    if let Some(own) = parse.quotation(at).and_then(|quotation| found.of_quotation[quotation]) {
        return Some(own);
    }
    // Not the cue that the conditional itself is: « … », lui aurait-il crié.
    let bears = |index: &usize| {
        let reach = &found.reach[*index];
        !reach.quoted
            && found.attributions[*index].source.is_some()
            && !(reach.start <= at && at < reach.stop)
    };
    let with = |place: Place| {
        here.iter().copied().filter(bears).filter(move |&index| found.reach[index].place == place)
    };
    let before = with(Place::Before)
        .rfind(|&index| found.attributions[index].cue.is_some() && found.reach[index].stop <= at);
    before.or_else(|| with(Place::Phrase).next()).or_else(|| with(Place::Incise).next())
}
