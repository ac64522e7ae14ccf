//! The language that a file says it is in.

/// The tag where it is one: "fr", "en-GB", "fr_FR". Files also say "utf-8" or nothing at all there.
pub(super) fn tag(value: &str) -> Option<String> {
    let value = value.trim();
    let first = value.split(['-', '_', '.', '@']).next().unwrap_or_default();
    let fits = (2..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic());
    (fits && !first.eq_ignore_ascii_case("utf")).then(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_starts_with_two_or_three_letters() {
        for value in ["fr", "en-GB", "fr_FR.UTF-8", "EN"] {
            assert!(tag(value).is_some(), "{value}");
        }
        for value in ["utf-8", "", "french", "<?php lang ?>", "{{ page.lang }}"] {
            assert!(tag(value).is_none(), "{value}");
        }
    }
}
