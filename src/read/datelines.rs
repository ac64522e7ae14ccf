//! Where and when, before the first words of a story: "PARIS, 3 mars (AFP) – ", "(Reuters) - ".

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
            && (before().is_some_and(|c| c.is_whitespace() || c == ')') || head[..at].ends_with(")."))
            && after().is_none_or(char::is_whitespace)
    })?;
    let rest = words[dash.0..].trim_start_matches(['-', '–', '—', '_']).trim_start();
    let goes_on = rest.chars().next().is_none_or(|next| !next.is_lowercase() && next != ',');
    (goes_on && says_where(before_dash(&head[..dash.0]))).then_some(words.len() - rest.len())
}

/// What stands before the dash; some agencies write ".-".
fn before_dash(words: &str) -> &str {
    let words = words.trim_end();
    words.strip_suffix('.').filter(|rest| rest.ends_with(')')).unwrap_or(words)
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
pub(super) fn start(words: &str, length: usize) -> &str {
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
            ("Bilbao, 2 mar (LPM).- El alcalde sale.", "Bilbao, 2 mar (LPM).- "),
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
}
