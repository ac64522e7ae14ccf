//! Whose claim each conditional passes on: somebody of its own sentence, or of the one before who speaks on.
//!
//! In its sentence, whoever governs it ("la note dit que"), a phrase ("selon la note"), an incise. Over the full stop a
//! claim goes on as long as each sentence passes on another, or where the sentence before announces what is told: "Le
//! parquet a détaillé les faits. Le chauffeur aurait freiné trop tard." Who only appears there ("on déplore un blessé",
//! "la mairie n'a pas réagi") claims nothing.

use super::attributions::{Found, Reach};
use super::cues::Place;
use super::lexicon::Features;
use super::parse::{Parse, Tag};
use super::vocabulary::Marks;
use crate::analysis::{Attribution, AttributionKind, CueKind, SourceKind};

/// A conditional whose source is looked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Claim {
    /// Its conjugated word.
    pub(super) word: usize,
    /// Its sentence.
    pub(super) sentence: usize,
    /// Whether it passes on what somebody says.
    pub(super) reported: bool,
}

/// For each claim the index of the attribution that makes it.
pub(super) fn claimants(parse: &Parse<'_>, found: &Found, claims: &[Claim]) -> Vec<Option<usize>> {
    let mut by_sentence: Vec<Vec<usize>> = vec![Vec::new(); parse.sentences.len()];
    for (index, attribution) in found.attributions.iter().enumerate() {
        if let Some(here) = by_sentence.get_mut(attribution.sentence) {
            here.push(index);
        }
    }
    let mut carried: Option<(usize, usize)> = None;
    let mut own = Vec::with_capacity(claims.len());
    for claim in claims {
        let mut attribution = in_sentence(parse, found, &by_sentence[claim.sentence], claim.word);
        if attribution.is_none() && claim.reported && parse.quotation(claim.word).is_none() {
            attribution = carried
                .filter(|&(_, before)| {
                    before == claim.sentence
                        || goes_on(parse, before, claim.sentence)
                        || stays(parse, before, claim.sentence) && by_sentence[before + 1].is_empty()
                })
                .map(|(index, _)| index)
                .or_else(|| from_before(parse, found, &by_sentence, claim.sentence))
                .or_else(|| from_behind(parse, found, &by_sentence, claim.sentence))
                .or_else(|| {
                    let next = claim.sentence + 1;
                    let told = claims.iter().any(|other| other.sentence == next)
                        && goes_on(parse, claim.sentence, next);
                    if told { from_behind(parse, found, &by_sentence, next) } else { None }
                })
                .or_else(|| {
                    let reported = |other: &Claim| other.sentence == claim.sentence + 1 && other.reported;
                    claims
                        .iter()
                        .any(reported)
                        .then(|| told_behind(parse, found, &by_sentence, claim.sentence))?
                });
        }
        if let Some(index) = attribution.filter(|_| claim.reported) {
            carried = Some((index, claim.sentence));
        }
        own.push(attribution);
    }
    own
}

/// Whether `sentence` follows the one at `before` in its paragraph.
fn goes_on(parse: &Parse<'_>, before: usize, sentence: usize) -> bool {
    before + 1 == sentence && parse.sentences[before].block == parse.sentences[sentence].block
}

/// Whether the first sentence of a paragraph adds up what the one before told: "Au total, deux tonnes auraient transité".
fn sums_up(parse: &Parse<'_>, before: usize, sentence: usize) -> bool {
    let start = parse.sentences[sentence].words.start;
    let total =
        matches!((parse.word(start), parse.word(start + 1)), ("au", "total" | "final") | ("en", "tout"));
    total && parse.sentences[before].block + 1 == parse.sentences[sentence].block
}

/// Whether one sentence alone stands between two of a paragraph: "… aurait fui. L'homme a été blessé. Il serait à Lens."
fn stays(parse: &Parse<'_>, before: usize, sentence: usize) -> bool {
    before + 2 == sentence && parse.sentences[before].block == parse.sentences[sentence].block
}

/// Who speaks on from the sentence before.
fn from_before(
    parse: &Parse<'_>,
    found: &Found,
    by_sentence: &[Vec<usize>],
    sentence: usize,
) -> Option<usize> {
    let before = sentence
        .checked_sub(1)
        .filter(|&before| goes_on(parse, before, sentence) || sums_up(parse, before, sentence))?;
    let borne_out = points_back(parse, before);
    by_sentence[before].iter().copied().rfind(|&index| {
        speaks_on(parse, found, index)
            || borne_out && found.attributions[index].source_kind == Some(SourceKind::Document)
            || takes_up(parse, sentence, found.attributions[index].source_kind)
                && has_told(parse, found, index)
    })
}

/// Who bears it out in the sentence behind, of the next paragraph perhaps: "C'est ce que montrent les comptes."
fn from_behind(
    parse: &Parse<'_>,
    found: &Found,
    by_sentence: &[Vec<usize>],
    sentence: usize,
) -> Option<usize> {
    let start = parse.sentences.get(sentence + 1)?.words.start;
    let back = points_back(parse, sentence + 1);
    let here = by_sentence[sentence + 1].iter().copied().filter(|_| back);
    let near = |index: &usize| found.reach[*index].start <= start + 8;
    here.filter(near).find(|&index| is_somebody(parse, &found.attributions[index]))
}

/// Who opens the next sentence of the paragraph, which passes on more of the same: "Les accidents seraient nombreux. Selon
/// le collectif, un coursier sur deux aurait été blessé."
fn told_behind(
    parse: &Parse<'_>,
    found: &Found,
    by_sentence: &[Vec<usize>],
    sentence: usize,
) -> Option<usize> {
    let next = sentence + 1;
    let start = parse.sentences.get(next).filter(|_| goes_on(parse, sentence, next))?.words.start;
    by_sentence[next].iter().copied().find(|&index| {
        found.attributions[index].kind == AttributionKind::AccordingTo
            && found.reach[index].start == start
            && is_somebody(parse, &found.attributions[index])
    })
}

/// Whether a sentence says of the one before whose finding it is: "C'est ce que …", "Telle est …".
fn points_back(parse: &Parse<'_>, sentence: usize) -> bool {
    let start = parse.sentences[sentence].words.start;
    matches!(
        (parse.word(start), parse.word(start + 1)),
        ("c'", "est") | ("ce", "sont") | ("voilà", "ce") | ("tel" | "telle", "est")
    )
}

/// Whether a sentence takes up those of whom the one before told: "Ils auraient agi de nuit.", "L'un d'eux aurait fui."
/// Where one person spoke, "il" and "elle" may be himself.
fn takes_up(parse: &Parse<'_>, sentence: usize, source: Option<SourceKind>) -> bool {
    let start = parse.sentences[sentence].words.start;
    let of_them = (start..start + 4).any(|at| {
        matches!(parse.word(at), "d'" | "d'entre") && matches!(parse.word(at + 1), "eux" | "elles" | "entre")
            || matches!(parse.word(at), "d'entre")
    });
    match parse.word(start) {
        "ils" | "elles" | "ce" | "cet" | "cette" | "ces" | "ceux-ci" | "celles-ci" | "celui-ci"
        | "celle-ci" => true,
        "il" | "elle" => matches!(source, Some(SourceKind::Organisation | SourceKind::Document)),
        _ => of_them,
    }
}

/// Whether a person, body or text of the writer's sentence has told something there: "Le parquet a indiqué que …".
fn has_told(parse: &Parse<'_>, found: &Found, index: usize) -> bool {
    let attribution = &found.attributions[index];
    let reach = &found.reach[index];
    let kind = matches!(
        attribution.source_kind,
        Some(
            SourceKind::Person
                | SourceKind::Organisation
                | SourceKind::Media
                | SourceKind::Document
                | SourceKind::Witnesses
        )
    );
    kind && !reach.quoted
        && reach.place == Place::Before
        && (attribution.cue_kind == CueKind::Neutral || reckons(parse, attribution))
        && !attribution.content.is_empty()
        && is_somebody(parse, attribution)
        && is_told(parse, attribution)
}

/// Whether what this attribution says can go on in the sentence behind.
fn speaks_on(parse: &Parse<'_>, found: &Found, index: usize) -> bool {
    let attribution = &found.attributions[index];
    let reach = &found.reach[index];
    if reach.quoted || !is_somebody(parse, attribution) {
        return false;
    }
    match reach.place {
        Place::Phrase => attribution.kind == AttributionKind::AccordingTo,
        // "« Il m'a suivie », raconte Léa Morel. L'homme l'aurait ensuite insultée."
        Place::Incise => attribution.cue_kind == CueKind::Neutral && is_told(parse, attribution),
        Place::Before => {
            !attribution.pronoun
                && (attribution.cue_kind == CueKind::Neutral || denounces(parse, attribution))
                && attribution.content.is_empty()
                && is_told(parse, attribution)
        }
    }
}

/// Whether its source is somebody or something that can claim: not "on", not a film that bears witness.
fn is_somebody(parse: &Parse<'_>, attribution: &Attribution) -> bool {
    let Some(source) = attribution.source else { return false };
    let words = parse.words.within(source);
    // "… a donné lieu à trois gardes à vue, a annoncé": words that are no phrase name nobody.
    let phrase = !matches!(parse.tag_of(words.start), Tag::Verb | Tag::PastParticiple | Tag::Infinitive)
        || words.len() == 1;
    let nobody =
        words.len() == 1 && matches!(parse.word(words.start), "on" | "-on" | "-t-on" | "ce" | "cela" | "ça");
    phrase && !nobody && attribution.source_kind.is_some()
}

/// dénonce des pressions: what is denounced may be told on.
fn denounces(parse: &Parse<'_>, attribution: &Attribution) -> bool {
    let last = attribution.cue.map(|cue| parse.words.within(cue).end.saturating_sub(1));
    last.is_some_and(|last| matches!(parse.lemma(last), "dénoncer" | "accuser" | "incriminer"))
}

/// a estimé, a calculé: how many it thinks there are.
fn reckons(parse: &Parse<'_>, attribution: &Attribution) -> bool {
    let last = attribution.cue.map(|cue| parse.words.within(cue).end.saturating_sub(1));
    last.is_some_and(|last| matches!(parse.lemma(last), "estimer" | "évaluer" | "calculer" | "chiffrer"))
}

/// Whether its cue tells: "a détaillé les faits", not "n'a pas réagi", "doit témoigner", "témoigne de la violence".
fn is_told(parse: &Parse<'_>, attribution: &Attribution) -> bool {
    let Some(cue) = attribution.cue else { return false };
    let words = parse.words.within(cue);
    let denied = words.clone().any(|at| matches!(parse.word(at), "ne" | "n'"));
    let finite = words.clone().find(|&at| parse.tag_of(at) == Tag::Verb);
    let to_come = finite.is_some_and(|at| {
        matches!(parse.lemma(at), "devoir" | "pouvoir" | "aller")
            || parse.lexeme(at).finite & (Features::FUTURE | Features::CONDITIONAL) != 0
    });
    let shows = attribution.source_kind != Some(SourceKind::Person);
    let last = words.end.saturating_sub(1);
    !denied && !to_come && !(shows && parse.lemma(last) == "témoigner")
}

/// The attribution of this sentence whose claim the word `at` passes on.
fn in_sentence(parse: &Parse<'_>, found: &Found, here: &[usize], at: usize) -> Option<usize> {
    if let Some(own) = parse.quotation(at).and_then(|quotation| found.of_quotation[quotation]) {
        return Some(own);
    }
    // Not the cue that the conditional itself is: « … », lui aurait-il crié.
    let bears = |index: &usize| {
        let Reach { start, stop, quoted, .. } = found.reach[*index];
        !quoted && found.attributions[*index].source.is_some() && !(start <= at && at < stop)
    };
    let with = |place: Place| {
        here.iter().copied().filter(bears).filter(move |&index| found.reach[index].place == place)
    };
    let before = with(Place::Before)
        .rfind(|&index| found.reach[index].stop <= at && governs(parse, &found.attributions[index], at));
    before.or_else(|| with(Place::Phrase).next()).or_else(|| with(Place::Incise).next())
}

/// Whether a cue in front of the word `at` can be what makes the claim: a wish or an order only where it holds its
/// clause ("demande que"), not where it asks for a thing ("demande une enquête sur des faits qui auraient…").
fn governs(parse: &Parse<'_>, attribution: &Attribution, at: usize) -> bool {
    let Some(cue) = attribution.cue else { return false };
    let behind = parse.words.within(cue).end;
    let glued = (behind..at).any(|word| {
        parse.word(word) == "."
            && parse.quotation(word).is_none()
            && !super::naming::is_abbreviated(parse, word)
    });
    if glued || !is_somebody(parse, attribution) {
        return false;
    }
    // "soupçonne la direction, qui aurait vendu les machines"
    let suspects = matches!(parse.lemma(behind.saturating_sub(1)), "soupçonner" | "suspecter");
    let asks = !suspects
        && parse.lexeme(behind.saturating_sub(1)).verb.any(Marks(Marks::DIRECTIVE.0 | Marks::BELIEF.0));
    let word = parse.words.list()[at].span;
    let in_content = attribution.content.iter().any(|content| content.contains(word));
    let denied = attribution.content.is_empty() && !is_told(parse, attribution);
    !denied && (in_content || !asks)
}
