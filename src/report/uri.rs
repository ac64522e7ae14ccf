//! A path as a URI reference: every byte that isn't plain is written `%C3`.

/// The reference: relative for a relative path, `file:///…` for an absolute one.
pub(super) fn uri(path: &str) -> String {
    let mut uri = String::new();
    let drive = path.as_bytes().get(1) == Some(&b':');
    if path.starts_with('/') {
        uri.push_str("file://");
    } else if drive {
        uri.push_str("file:///");
    }
    for byte in path.bytes() {
        let plain = byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) || (drive && byte == b':');
        if plain { uri.push(byte as char) } else { uri.push_str(&format!("%{byte:02X}")) }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_names_are_escaped() {
        assert_eq!(uri("desk/été 50%.txt"), "desk/%C3%A9t%C3%A9%2050%25.txt");
        assert_eq!(uri("/a/b.md"), "file:///a/b.md");
        assert_eq!(uri("C:/a.md"), "file:///C:/a.md");
    }
}
