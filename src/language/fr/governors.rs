//! Which cue of its sentence a quotation belongs to: the incise that closes it or stands in it, else what introduces it,
//! else a later incise, else a phrase.

use super::attributions::Draft;
use super::cues::Place;
use super::named_words;
use super::nonfinite_cues::bears_on;
use super::parse::{Parse, Tag};
use crate::analysis::{CueKind, QuotationKind};

/// The draft of this sentence whose words the quotation is.
pub(super) fn best(
    parse: &Parse<'_>,
    drafts: &[Draft],
    quotation: usize,
    words: &std::ops::Range<usize>,
    sentence: std::ops::Range<usize>,
    kind: QuotationKind,
) -> Option<usize> {
    let has_source = |draft: &Draft| draft.cue.source.is_some();
    let usable = |draft: &Draft| !draft.carried && has_source(draft) && bears_on(parse, &draft.cue, words);
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
pub(super) fn is_next(parse: &Parse<'_>, from: usize, to: usize) -> bool {
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
    // "Comme dit Serge Roy (Capitec) : « … »"
    let bracket = parse.word(from) == "(" && at - from <= 8 && parse.word(at - 1) == ":";
    if draft.cue.place == Place::Incise && bracket {
        return true;
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

/// Whether a colon behind words of somebody's introduces a quotation of which the cue only says that it is heard:
/// "On entend les insultes d'un voisin : « … »".
pub(super) fn speaks_for_itself(
    parse: &Parse<'_>,
    draft: &Draft,
    words: &std::ops::Range<usize>,
    start: usize,
) -> bool {
    draft.cue.kind == CueKind::Belief
        && draft.cue.place == Place::Before
        && words.start > start
        && parse.word(words.start - 1) == ":"
        && named_words::whose_words(parse, words.start - 1, start).is_some()
}
