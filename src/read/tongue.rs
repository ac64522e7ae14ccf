//! The language that a file says it is in, or its folder.

use std::path::Path;

/// The tag where it is one: "fr", "en-GB", "fr_FR". Files also say "utf-8" or nothing at all there.
pub(super) fn tag(value: &str) -> Option<String> {
    let value = value.trim();
    let first = value.split(['-', '_', '.', '@']).next().unwrap_or_default();
    let fits = (2..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic());
    (fits && !first.eq_ignore_ascii_case("utf")).then(|| value.to_owned())
}

/// What may be a language in the place of a file, the nearest first: "fr" of `content/fr/pont.md` and `pont.fr.md`, "fr-CA"
/// of `_posts/fr-CA/pont.md`. Only whoever knows the languages can tell it from other words of two letters.
pub fn of_path(path: &Path) -> impl Iterator<Item = &str> {
    let folders = path.parent().into_iter().flat_map(|folder| folder.iter()).rev();
    let name = path.file_stem().and_then(|stem| Path::new(stem).extension());
    name.into_iter().chain(folders).filter_map(|part| part.to_str()).filter(|part| is_short_tag(part))
}

fn is_short_tag(part: &str) -> bool {
    let letters = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let (language, region) = part.split_once(['-', '_']).unwrap_or((part, "xx"));
    letters(language) && letters(region) && language.bytes().all(|byte| byte.is_ascii_lowercase())
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

    #[test]
    fn a_folder_or_a_file_name_names_a_language() {
        for (path, language) in [
            ("content/fr/pont.md", Some("fr")),
            ("content/en-GB/2026/bridge.md", Some("en-GB")),
            ("posts/bridge.en.md", Some("en")),
            ("desk/pont.md", None),
            ("FR/pont.md", None),
        ] {
            assert_eq!(of_path(Path::new(path)).next(), language, "{path}");
        }
    }
}
