//! What a paragraph is by its words alone: a byline, a dateline, a caption, a note to editors, an end mark.
//!
//! Formats with mark-up say much of this themselves; what is left is recognised here, so that "Par Inès Caron" is a
//! byline in every format.

use super::bylines::{behind, is_all_names, is_byline, is_signature};
use super::datelines::{dateline, start};
use crate::article::{Builder, Role};

/// How many blocks at the top of an article may be its byline or dateline.
const TOP: usize = 6;
const LONGEST_BYLINE: usize = 200;
const LONGEST_CAPTION: usize = 300;

/// Closes the open block, giving it the role that its words show, where the format gave it none.
pub(super) fn close(builder: &mut Builder) {
    match builder.role() {
        Some(Role::Paragraph) => settle(builder),
        // Old pages set "By Ana Ruiz" and "Copyright 2003" as headings.
        Some(Role::Crosshead) => settle_heading(builder),
        // What an author is said to have done, in a box that bears the name of bylines.
        Some(Role::Byline) if builder.open_text().len() > LONGEST_BYLINE => builder.set_role(Role::Note),
        Some(_) | None => {}
    }
    if says_nothing(builder.open_text()) {
        builder.discard();
    }
    builder.close();
}

fn settle_heading(builder: &mut Builder) {
    let words = builder.open_text().trim();
    if builder.closed_blocks() < TOP && is_byline(words) && is_all_names(words) {
        builder.set_role(Role::Byline);
    } else if is_credit(words) {
        builder.set_role(Role::Credit);
    } else if is_text(words) {
        builder.set_role(Role::Paragraph);
    }
}

/// Whether what is set as a heading is text: several sentences, and no question of an interview.
fn is_text(words: &str) -> bool {
    const LONGEST: usize = 240;
    words.len() > LONGEST && words.contains(". ") && !words.ends_with('?')
}

/// "…", "* * *", "[ ]": no letter, no digit, and no quotation mark that another block waits for.
fn says_nothing(words: &str) -> bool {
    !words.contains(|c: char| c.is_alphanumeric() || "«»“”„\"‘’'‹›".contains(c))
}

fn settle(builder: &mut Builder) {
    let words = builder.open_text().trim();
    let at_top = builder.closed_blocks() < TOP;
    if is_end_mark(words) {
        builder.discard();
    } else if is_address(words) {
        builder.set_role(Role::Note);
    } else if at_top && is_byline(words) || is_signature(words) {
        builder.set_role(Role::Byline);
    } else if is_note(words) || is_way(words) {
        builder.set_role(Role::Note);
    } else if is_credit(words) {
        builder.set_role(Role::Credit);
    } else if is_quoted_crosshead(words) {
        builder.set_role(Role::Crosshead);
    } else if is_bracketed(words) {
        // "[Le pont, hier.]" is a caption; what is longer is the editor's own remark.
        builder.set_role(if words.len() <= LONGEST_CAPTION { Role::Caption } else { Role::Note });
    } else if at_top && let Some(length) = dateline(words) {
        let white = builder.open_text().len() - builder.open_text().trim_start().len();
        if length == words.len() {
            builder.set_role(Role::Dateline);
        } else {
            builder.split(white + length, Role::Dateline);
        }
    }
}

/// « Une occasion manquée », a few quoted words and no full stop as a paragraph of their own: a crosshead.
fn is_quoted_crosshead(words: &str) -> bool {
    const MOST: usize = 9;
    let inner = [('«', '»'), ('“', '”'), ('"', '"'), ('‘', '’'), ('\'', '\'')]
        .iter()
        .find_map(|&(open, close)| words.strip_prefix(open)?.strip_suffix(close));
    inner.is_some_and(|inner| {
        let inner = inner.trim();
        inner.starts_with(char::is_uppercase)
            && !inner.contains(['«', '»', '“', '”', '"', '‘'])
            && !inner.ends_with(['.', '!', '?', '…', ','])
            && (2..=MOST).contains(&inner.split_whitespace().count())
    })
}

/// "https://example.com/film": where something is to be found that the page shows in its place.
fn is_address(words: &str) -> bool {
    let is_one = |word: &str| word.starts_with("http://") || word.starts_with("https://");
    is_one(words) && words.split_whitespace().all(is_one)
}

/// "-30-", "###", "(FIN)", "ab/cd": what ends a wire story.
pub(super) fn is_end_mark(words: &str) -> bool {
    if words.is_empty() || words.len() > 40 {
        return false;
    }
    let is_mark = |c: char| c.is_whitespace() || "-–—#*_=~.·".contains(c);
    if words.chars().all(is_mark) {
        return words.chars().filter(|c| !c.is_whitespace()).count() >= 3;
    }
    let inner = words.trim_matches(|c| is_mark(c) || "()".contains(c));
    let initials =
        |part: &str| (2..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_lowercase());
    matches!(inner, "30" | "FIN" | "fin" | "END" | "ENDS" | "Ends" | "ends")
        || words.contains('/') && words.split('/').count() <= 5 && words.split('/').all(initials)
}

/// "EDS: …", "Avertissement : …", "(Corrects spelling in paragraph 3)": said to editors or about the article.
pub(super) fn is_note(words: &str) -> bool {
    const OPENERS: &[&str] = &[
        "EDS",
        "Eds",
        "EDITOR'S NOTE",
        "EDITOR’S NOTE",
        "EDITORS' NOTE",
        "Editor's note",
        "Editor’s note",
        "Editors' note",
        "NOTE TO EDITORS",
        "Note to editors",
        "Notes to editors",
        "Note to Editors",
        "NOTE AUX RÉDACTIONS",
        "Note aux rédactions",
        "Notes aux rédactions",
        "Note de la rédaction",
        "NDLR",
        "N.D.L.R.",
        "NdlR",
        "AVERTISSEMENT",
        "Avertissement",
        "ATTENTION",
        "CORRECTION",
        "Correction",
        "Clarification",
        "RECTIFICATIF",
        "Rectificatif",
        "MISE À JOUR",
        "Mise à jour",
        "UPDATE",
        "UPDATES",
        "Updates",
        "CORRECTS",
        "Corrects",
        "ADDS",
        "Adds",
        "RECASTS",
        "Recasts",
        "EMBARGO",
        "Embargo",
    ];
    const JOINTS: &[&str] = &[":", "—", "–", " - ", "--", " in ", " with ", " dans "];
    let inner = words.trim_start_matches(['[', '(', '*', ' ']);
    let first = inner.as_bytes().first();
    let openers = OPENERS.iter().filter(|opener| opener.as_bytes().first() == first);
    openers.filter_map(|opener| inner.strip_prefix(opener)).any(|rest| {
        let head = start(rest, 80);
        let head = head.split('.').next().unwrap_or_default();
        !rest.starts_with(char::is_alphanumeric) && JOINTS.iter().any(|joint| head.contains(joint))
    })
}

/// "Photo : Ana Ruiz", "© Le Phare", "Crédit photo : …".
fn is_credit(words: &str) -> bool {
    const OPENERS: &[&str] =
        &["photos", "photo", "crédits", "crédit", "credits", "credit", "illustration", "image"];
    let words = words.trim_start_matches(['(', '[', ' ']);
    let behind_right = behind(words, "copyright").unwrap_or_default().trim_start();
    if behind_right.starts_with(['©', '(']) && words.len() <= LONGEST_BYLINE * 2 {
        return true;
    }
    if words.len() > 160 {
        return false;
    }
    let first = |words: &'_ str| {
        OPENERS.iter().find_map(|opener| behind(words, opener).map(|rest| words.len() - rest.len()))
    };
    let Some(length) = first(words) else { return words.starts_with('©') };
    let rest = words[length..].trim_start();
    let rest = first(rest).map_or(rest, |length| rest[length..].trim_start());
    rest.starts_with([':', '/', '©']) || behind(rest, "by").is_some() || behind(rest, "par").is_some()
}

/// "Accueil > Sports > Article": the way to a page.
fn is_way(words: &str) -> bool {
    let steps = words.split(['>', '›']);
    words.len() <= 120
        && steps.clone().count() >= 2
        && steps.clone().all(|step| (1..=4).contains(&step.split_whitespace().count()))
}

/// "[Le pont, hier matin.]": a caption in plain text.
fn is_bracketed(words: &str) -> bool {
    words.starts_with('[') && words.ends_with(']') && words.matches('[').count() == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_credits_and_end_marks_are_no_prose() {
        for words in [
            "EDS: Updates with quotes.",
            "Avertissement : scènes violentes.",
            "(Corrects date in paragraph 2)",
        ] {
            assert!(is_note(words), "{words}");
        }
        assert!(!is_note("Attention, le pont ferme ce soir."));
        assert!(!is_note("Correction faite, le maire est parti."));
        for words in ["-30-", "###", "FIN", "ab/cd", "(ENDS)", "* * *"] {
            assert!(is_end_mark(words), "{words}");
        }
        assert!(!is_end_mark("fini"));
        assert!(is_way("Accueil > Sports > Article") && !is_way("Il vaut > 3 millions d'euros de plus."));
        for words in ["Photo : Ana Ruiz", "© Le Phare", "Copyright © 2026, Ana Ruiz.", "Crédit photo : LPM"]
        {
            assert!(is_credit(words), "{words}");
        }
    }
}
