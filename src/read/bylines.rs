//! Who wrote an article, as its own words say: "Par Inès Caron" above it, "(Reporting by Leo Vidal)" below.

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
pub(super) fn is_all_names(words: &str) -> bool {
    let small = ["et", "and", "de", "du", "la", "le", "von", "van"];
    words.split_whitespace().all(|word| word.starts_with(char::is_uppercase) || small.contains(&word))
}

/// What stands behind the word or words `opener`, whatever the case; nothing where `words` start otherwise.
pub(super) fn behind<'w>(words: &'w str, opener: &str) -> Option<&'w str> {
    // "É" and "é" start with one byte.
    let first = |words: &str| words.as_bytes().first().map(u8::to_ascii_lowercase);
    if first(words) != first(opener) {
        return None;
    }
    let (start, rest) = words.split_at_checked(opener.len())?;
    let same = start.eq_ignore_ascii_case(opener) || !opener.is_ascii() && start.to_lowercase() == opener;
    (same && !rest.starts_with(char::is_alphanumeric) && !rest.is_empty()).then_some(rest)
}

/// "— Ana Ruiz", "(avec AFP)", "(Reporting by Leo Vidal)": who signs at the end.
pub(super) fn is_signature(words: &str) -> bool {
    if names_the_desk(words) {
        return true;
    }
    if words.len() > 80 {
        return false;
    }
    if let Some(name) = words.strip_prefix(['—', '–']) {
        let count = name.split_whitespace().count();
        return (2..=4).contains(&count)
            && name.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
            && name.chars().all(|c| c.is_alphabetic() || c.is_whitespace() || "'’.-".contains(c));
    }
    let inner = words.strip_prefix('(').and_then(|inner| inner.strip_suffix(')'));
    inner.is_some_and(|inner| {
        let with = behind(inner, "avec").or_else(|| behind(inner, "with"));
        is_agency(inner)
            || with.is_some_and(|rest| rest.trim_start().starts_with(char::is_uppercase) && rest.len() <= 42)
    }) || is_sign_off(words)
}

/// "LPM", "BusinessDesk": a word with a capital inside it, alone in brackets.
fn is_agency(words: &str) -> bool {
    let one = (2..=24).contains(&words.len()) && words.chars().all(char::is_alphanumeric);
    one && words.chars().skip(1).any(char::is_uppercase) && words.starts_with(char::is_uppercase)
}

/// "LPM ic", "LPM ar/ic", "/lpm/": an agency and the initials of its desk.
fn is_sign_off(words: &str) -> bool {
    if let Some(agency) = words.strip_prefix('/').and_then(|inner| inner.strip_suffix('/')) {
        return (2..=12).contains(&agency.len()) && agency.chars().all(char::is_lowercase);
    }
    let mut parts = words.split(' ');
    let agency = parts.next().unwrap_or_default();
    let initials = |part: &str| {
        part.split('/')
            .all(|part| (2..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_lowercase()))
    };
    let is_agency = (2..=6).contains(&agency.len()) && agency.bytes().all(|byte| byte.is_ascii_uppercase());
    let rest: Vec<&str> = parts.collect();
    is_agency && (1..=3).contains(&rest.len()) && rest.into_iter().all(initials)
}

/// "(Reporting by Ana Ruiz; Editing by Leo Vidal)", "(Reportage d'Inès Caron, édité par Ana Ruiz)": who worked on it.
fn names_the_desk(words: &str) -> bool {
    const OPENERS: &[&str] = &[
        "reporting by",
        "additional reporting by",
        "reporting and writing by",
        "writing by",
        "editing by",
        "compiled by",
        "reportage de",
        "reportage d",
        "rédigé par",
        "édité par",
        "version française",
        "avec la contribution de",
    ];
    if words.len() > 240 {
        return false;
    }
    let inner = words.trim_start_matches(['(', '[']);
    let named = OPENERS
        .iter()
        .filter_map(|opener| behind(inner, opener))
        .any(|rest| rest.trim_start_matches([' ', '\u{a0}', '\'', '’', ':']).starts_with(char::is_uppercase));
    named && (inner.len() < words.len() || !words.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn who_worked_on_a_story_signs_it() {
        for words in [
            "— Ana Ruiz",
            "(avec LPM)",
            "(BusinessWire)",
            "LPM ic",
            "LPM ar/ic",
            "/lpm/",
            "(Reporting by Ana Ruiz; Editing by Leo Vidal)",
            "(Reportage d’Inès Caron, édité par Ana Ruiz)",
        ] {
            assert!(is_signature(words), "{words}");
        }
        for words in [
            "— Oui, dit le maire.",
            "(Rires)",
            "NATO said so",
            "(Writing by hand is slow.)",
            "Editing by Monday was out of the question.",
        ] {
            assert!(!is_signature(words), "{words}");
        }
    }
}
