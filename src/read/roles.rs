//! What a paragraph is by its words alone: a byline, a dateline, a caption, a note to editors, an end mark.
//!
//! Formats with mark-up say much of this themselves; what is left is recognised here, so that "Par Inès Caron" is a
//! byline in every format.

use std::sync::LazyLock;

use regex::Regex;

use crate::article::{Builder, Role};

/// How many blocks at the top of an article may be its byline or dateline.
const TOP: usize = 6;

/// Closes the open block, giving it the role that its words show, where the format gave it none.
pub(super) fn close(builder: &mut Builder) {
    if builder.role() == Some(Role::Paragraph) {
        settle(builder);
    }
    builder.close();
}

fn settle(builder: &mut Builder) {
    let words = builder.open_text().trim();
    let at_top = builder.closed_blocks() < TOP;
    if is_end_mark(words) {
        builder.discard();
    } else if at_top && is_byline(words) {
        builder.set_role(Role::Byline);
    } else if is_signature(words) {
        builder.set_role(Role::Byline);
    } else if is_note(words) {
        builder.set_role(Role::Note);
    } else if is_credit(words) {
        builder.set_role(Role::Credit);
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

/// "-30-", "###", "(FIN)", "ab/cd": what ends a wire story.
pub(super) fn is_end_mark(words: &str) -> bool {
    static END: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^(?:[-–—#*_=~.·\s]{3,}|[-–—#*(]*\s*(?:30|FIN|END|ENDS|Ends|ends|fin)\s*[-–—#*)]*\.?|[a-z]{2,4}(?:[/-][a-z]{2,4}){1,4})$",
        )
    });
    words.len() <= 40 && !words.is_empty() && END.is_match(words)
}

/// "Par Inès Caron", "By LEO VIDAL, Staff Writer", "Propos recueillis par Ana Ruiz".
pub(super) fn is_byline(words: &str) -> bool {
    static BYLINE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^(?:(?i:par|by|de notre \S+|from our \S+|textes?\s*:|reportage\s*:|auteur\s*:|author\s*:|(?:propos|témoignages)\s+recueillis\s+par|traduit par|avec))\s*:?\s+\p{Lu}[\p{L}'’.\-]*(?:\s|$)",
        )
    });
    let short = words.chars().count() <= 90 && !words.ends_with([':', ';', '?', '!']);
    short && BYLINE.is_match(words) && (!words.ends_with('.') || words.split_whitespace().count() <= 5)
}

/// "— Ana Ruiz", "(avec AFP)": who signs at the end.
fn is_signature(words: &str) -> bool {
    static SIGNATURE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^(?:[—–]\s*\p{Lu}[\p{L}'’.\-]*(?:\s+\p{Lu}[\p{L}'’.\-]*){1,3}|\((?i:avec|with)\s+\p{Lu}[^()]+\))$",
        )
    });
    words.len() <= 80 && SIGNATURE.is_match(words)
}

/// "EDS: …", "Avertissement : …", "(Corrects spelling in paragraph 3)": said to editors or about the article.
pub(super) fn is_note(words: &str) -> bool {
    static NOTE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^[\[(*]*\s*(?:EDS|Eds|ED|EDITORS?['’]?S? NOTE|(?i:editor['’]?s['’]? note)|(?i:notes? to editors?)|(?i:notes? aux rédactions)|(?i:notes? de la rédaction|n\.?d\.?l\.?r\.?)|AVERTISSEMENT|Avertissement|ATTENTION|CORRECTION|Correction|Clarification|RECTIFICATIF|Rectificatif|(?i:mise à jour)|UPDATES?|Updates?|CORRECTS?|Corrects|ADDS?|Adds|RECASTS?|Recasts|EMBARGO|Embargo)\b[^.]{0,60}?(?:[:—–-]|\bin\b|\bwith\b|\bdans\b)",
        )
    });
    NOTE.is_match(start(words, 120))
}

/// "Photo : Ana Ruiz", "© Le Phare", "Crédit photo : …".
fn is_credit(words: &str) -> bool {
    static CREDIT: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^[(\[]?\s*(?:©|(?i:photos?|crédits?|credits?|illustration|image)(?: (?i:photos?|credits?))?\s*(?::|\bby\b|\bpar\b|/))",
        )
    });
    words.chars().count() <= 120 && CREDIT.is_match(words)
}

/// "[Le pont, hier matin.]": a caption in plain text.
fn is_bracketed(words: &str) -> bool {
    words.starts_with('[') && words.ends_with(']') && words.matches('[').count() == 1
}

/// How many bytes of `words` are a dateline with its dash: "PARIS, 3 mars (AFP) – ", "(Reuters) - ", "30 juillet
/// 2012. - ".
pub(super) fn dateline(words: &str) -> Option<usize> {
    static LINE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r#"(?x)^(?:
                (?: \p{Lu}[\p{Lu}'’.\-/\x20]{2,} (?: ,\s? [^.!?:«»“”"()–—]{2,} )? (?: \s? \(\p{Lu}[^()]+\) )?
                  | \p{Lu}[\p{L}'’.\-/\x20]+ (?: ,\s? [^!?:«»“”"()–—]{2,} )? \s? \(\p{Lu}[^()]+\)
                  | \(\p{Lu}[^()]+\)
                  | \d{1,2}(?:er)?\s\p{L}{3,9}\s\d{4}\.? | \p{L}{3,9}\s\d{1,2},\s\d{4}\.?
                )
                \s* (?: [-–—]{1,3} | _+ )
            )(?:\s+|$)"#,
        )
    });
    static ALONE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^\p{Lu}[\p{Lu}'’.\- ]{2,}, (?:le )?\d{1,2}(?:er)? \p{L}{3,9}(?: \d{4})?(?: \(\p{Lu}[^()]+\))?$",
        )
    });
    if ALONE.is_match(start(words, 120)) {
        return Some(words.len());
    }
    let length = LINE.find(start(words, 120))?.end();
    let goes_on = words[length..].chars().next();
    goes_on.is_none_or(|next| !next.is_lowercase() && next != ',').then_some(length)
}

/// The first `length` bytes of `words`, or a few less.
fn start(words: &str, length: usize) -> &str {
    let end = (0..=length.min(words.len())).rev().find(|&end| words.is_char_boundary(end));
    &words[..end.unwrap_or(0)]
}

/// The pattern with the letters of Western Europe for all letters: those of the whole world, repeated, take a hundred
/// times as long to get ready.
fn pattern(pattern: &str) -> Regex {
    let pattern = pattern.replace(r"\p{Lu}", "[A-ZÀ-ÖØ-ÞĀ-ſ]").replace(r"\p{L}", "[A-Za-zÀ-ÖØ-öø-ÿĀ-ſ]");
    Regex::new(&pattern).expect("a pattern of ours compiles: the tests use each")
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
        for words in ["Photo : Ana Ruiz", "© Le Phare", "Crédit photo : LPM"] {
            assert!(is_credit(words), "{words}");
        }
        assert!(is_signature("— Ana Ruiz") && !is_signature("— Oui, dit le maire."));
    }
}
