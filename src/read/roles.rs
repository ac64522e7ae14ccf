//! What a paragraph is by its words alone: a byline, a dateline, a caption, a note to editors, an end mark.
//!
//! Formats with mark-up say much of this themselves; what is left is recognised here, so that "Par Inès Caron" is a
//! byline in every format.

use crate::article::{Builder, Role};

/// How many blocks at the top of an article may be its byline or dateline.
const TOP: usize = 6;
const LONGEST_BYLINE: usize = 200;

/// Closes the open block, giving it the role that its words show, where the format gave it none.
pub(super) fn close(builder: &mut Builder) {
    match builder.role() {
        Some(Role::Paragraph) => settle(builder),
        // What an author is said to have done, in a box that bears the name of bylines.
        Some(Role::Byline) if builder.open_text().len() > LONGEST_BYLINE => builder.set_role(Role::Note),
        Some(_) | None => {}
    }
    builder.close();
}

fn settle(builder: &mut Builder) {
    let words = builder.open_text().trim();
    let at_top = builder.closed_blocks() < TOP;
    if is_end_mark(words) {
        builder.discard();
    } else if at_top && is_byline(words) || is_signature(words) {
        builder.set_role(Role::Byline);
    } else if is_note(words) || is_way(words) {
        builder.set_role(Role::Note);
    } else if is_credit(words) {
        builder.set_role(Role::Credit);
    } else if is_quoted_crosshead(words) {
        builder.set_role(Role::Crosshead);
    } else if is_bracketed(words) {
        builder.set_role(Role::Caption);
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
    let inner = [('«', '»'), ('“', '”'), ('"', '"')]
        .iter()
        .find_map(|&(open, close)| words.strip_prefix(open)?.strip_suffix(close));
    inner.is_some_and(|inner| {
        let inner = inner.trim();
        inner.starts_with(char::is_uppercase)
            && !inner.contains(['«', '»', '“', '”', '"'])
            && !inner.ends_with(['.', '!', '?', '…', ','])
            && (2..=MOST).contains(&inner.split_whitespace().count())
    })
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

/// "Par Inès Caron", "By LEO VIDAL, Staff Writer", "Propos recueillis par Ana Ruiz".
pub(super) fn is_byline(words: &str) -> bool {
    const OPENERS: &[&str] = &[
        "propos recueillis par",
        "témoignages recueillis par",
        "traduit par",
        "texte et photos",
        "texte",
        "textes",
        "reportage",
        "auteur",
        "author",
        "par",
        "by",
    ];
    if words.len() > 180 || words.chars().count() > 90 || words.ends_with([':', ';', '?', '!']) {
        return false;
    }
    let short = !words.ends_with('.') || words.split_whitespace().count() <= 5 && is_all_names(words);
    let named = |opener: &&str| {
        behind(words, opener).is_some_and(|rest| {
            let colon = rest.trim_start().starts_with(':');
            let needs_colon =
                opener.starts_with("text") || ["reportage", "auteur", "author"].contains(opener);
            rest.trim_start_matches([':', ' ', '\u{a0}']).starts_with(char::is_uppercase)
                && (colon || !needs_colon)
        })
    };
    let correspondent = |opener: &&str| {
        behind(words, opener).is_some_and(|rest| {
            let name = rest.split_whitespace().skip(1).find(|word| word.starts_with(char::is_uppercase));
            name.is_some() && rest.split_whitespace().count() <= 8
        })
    };
    short && (OPENERS.iter().any(named) || ["de notre", "from our"].iter().any(correspondent))
}

/// Whether every word starts with a capital but those that stand in names: "Par Inès Caron et Ana Ruiz.", not "By
/// Monday all had left."
fn is_all_names(words: &str) -> bool {
    let small = ["et", "and", "de", "du", "la", "le", "von", "van"];
    words.split_whitespace().all(|word| word.starts_with(char::is_uppercase) || small.contains(&word))
}

/// What stands behind the word or words `opener`, whatever the case; nothing where `words` start otherwise.
fn behind<'w>(words: &'w str, opener: &str) -> Option<&'w str> {
    let (start, rest) = words.split_at_checked(opener.len())?;
    let same = start.eq_ignore_ascii_case(opener) || start.to_lowercase() == opener;
    (same && !rest.starts_with(char::is_alphanumeric) && !rest.is_empty()).then_some(rest)
}

/// "— Ana Ruiz", "(avec AFP)": who signs at the end.
fn is_signature(words: &str) -> bool {
    if words.len() > 80 {
        return false;
    }
    if let Some(name) = words.strip_prefix(['—', '–']) {
        let count = name.split_whitespace().count();
        return (2..=4).contains(&count)
            && name.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
            && name.chars().all(|c| c.is_alphabetic() || c.is_whitespace() || "'’.-".contains(c));
    }
    words
        .strip_prefix('(')
        .and_then(|inner| inner.strip_suffix(')'))
        .and_then(|inner| behind(inner, "avec").or_else(|| behind(inner, "with")))
        .is_some_and(|rest| rest.trim_start().starts_with(char::is_uppercase) && rest.len() <= 42)
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

/// How many bytes of `words` are a dateline with its dash: "PARIS, 3 mars (AFP) – ", "(Reuters) - ", "30 juillet
/// 2012. - ".
pub(super) fn dateline(words: &str) -> Option<usize> {
    if words.len() <= 80 && is_alone(words) {
        return Some(words.len());
    }
    let head = start(words, 160);
    let dash = head.char_indices().find(|&(at, c)| {
        let before = || head[..at].chars().next_back();
        let after = || head[at..].trim_start_matches(['-', '–', '—', '_']).chars().next();
        matches!(c, '-' | '–' | '—' | '_')
            && before().is_some_and(|c| c.is_whitespace() || c == ')')
            && after().is_none_or(char::is_whitespace)
    })?;
    let rest = words[dash.0..].trim_start_matches(['-', '–', '—', '_']).trim_start();
    let goes_on = rest.chars().next().is_none_or(|next| !next.is_lowercase() && next != ',');
    (goes_on && says_where(head[..dash.0].trim_end())).then_some(words.len() - rest.len())
}

/// "PARIS, 3 mars", with nothing behind it.
fn is_alone(words: &str) -> bool {
    let (place, _) = without_agency(words);
    let Some((city, date)) = place.split_once(", ") else { return false };
    is_in_capitals(city) && is_date(date.strip_prefix("le ").unwrap_or(date))
}

/// Whether `words` are a place, a date or an agency as datelines give them: "PARIS, 3 mars (AFP)".
fn says_where(words: &str) -> bool {
    let (place, agency) = without_agency(words);
    if place.is_empty() {
        return agency.is_some_and(|agency| agency.starts_with(char::is_uppercase));
    }
    let (city, date) = place.split_once(',').unwrap_or((place, ""));
    let stops: &[char] = &['!', '?', ':', '«', '»', '“', '”', '"', '(', ')'];
    let date_fits =
        date.chars().count() <= 40 && !date.contains(stops) && (agency.is_some() || !date.contains('.'));
    let is_city = city.len() <= 64
        && city.starts_with(char::is_uppercase)
        && city.chars().all(|c| c.is_alphabetic() || "'’.-/ ".contains(c));
    is_date(place)
        || date_fits && (is_in_capitals(city) || agency.is_some() && is_city && city.split(' ').count() <= 4)
}

/// The words before "(AFP)" at the end, and what stands in the brackets.
fn without_agency(words: &str) -> (&str, Option<&str>) {
    let agency = words.strip_suffix(')').and_then(|open| open.rsplit_once('('));
    match agency {
        Some((before, agency)) if agency.starts_with(char::is_alphabetic) && agency.len() <= 48 => {
            (before.trim_end(), Some(agency))
        }
        Some(_) | None => (words, None),
    }
}

/// "NEW YORK", "L'HAYE-LES-ROSES".
fn is_in_capitals(words: &str) -> bool {
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    (3..=40).contains(&letters)
        && words.chars().all(|c| c.is_uppercase() || "'’.-/ ".contains(c))
        && words.starts_with(char::is_uppercase)
}

/// "30 juillet 2012", "March 3, 2026", "3 mars".
fn is_date(words: &str) -> bool {
    let parts: Vec<&str> =
        words.trim_end_matches('.').split([' ', '\u{a0}']).filter(|part| !part.is_empty()).collect();
    let day = |part: &str| {
        let digits = part.trim_end_matches(',').trim_end_matches("er");
        (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    let month = |part: &str| {
        (3..=10).contains(&part.len()) && part.trim_end_matches('.').chars().all(char::is_alphabetic)
    };
    let year = |part: &str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    match parts.as_slice() {
        [a, b] => day(a) && month(b),
        [a, b, c] => (day(a) && month(b) || month(a) && day(b)) && year(c),
        _ => false,
    }
}

/// The first `length` bytes of `words`, or a few less.
fn start(words: &str, length: usize) -> &str {
    let end = (0..=length.min(words.len())).rev().find(|&end| words.is_char_boundary(end));
    &words[..end.unwrap_or(0)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines_end_with_their_dash() {
        let cases = [
            ("PARIS, 3 mars (AFP) - Le maire part.", "PARIS, 3 mars (AFP) - "),
            ("(Reuters) - The mayor left.", "(Reuters) - "),
            ("30 juillet 2012. - Le maire part.", "30 juillet 2012. - "),
            ("Lisbonne (LPM) – Le maire part.", "Lisbonne (LPM) – "),
            ("NEW YORK -- The mayor left.", "NEW YORK -- "),
            ("Berlin (dpa) - The mayor left.", "Berlin (dpa) - "),
            ("GROSSETO, Italy (AP) -- The mayor left.", "GROSSETO, Italy (AP) -- "),
            ("BETHESDA, Md. (AP) _ The mayor left.", "BETHESDA, Md. (AP) _ "),
            ("LYON, le 3 mars 2026", "LYON, le 3 mars 2026"),
            ("L'ONU - créée en 1945 - l'a dit.", ""),
            ("OTAN - créée en 1949 - l'a dit.", ""),
            ("Le maire - qui part - l'a dit.", ""),
            ("Pristina doit désamorcer - et vite.", ""),
        ];
        for (words, expected) in cases {
            assert_eq!(&words[..dateline(words).unwrap_or(0)], expected, "{words}");
        }
    }

    #[test]
    fn bylines_have_a_name() {
        for words in ["Par Inès Caron", "By LEO VIDAL, Staff Writer", "Propos recueillis par Ana Ruiz"] {
            assert!(is_byline(words), "{words}");
        }
        for words in [
            "Par ailleurs, le maire part.",
            "By then the mayor had left.",
            "Par Toutatis, le maire est parti hier.",
        ] {
            assert!(!is_byline(words), "{words}");
        }
    }

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
        assert!(is_signature("— Ana Ruiz") && !is_signature("— Oui, dit le maire."));
    }
}
