//! Comments in mark-up that accept a finding on the spot: `<!-- selon: accept nameless-source, source protected -->`.

/// What stands behind "selon: accept" in a comment; nothing where the comment says something else.
pub(super) fn words(comment: &str) -> Option<&str> {
    let rest = comment.trim().strip_prefix("selon")?.trim_start().strip_prefix(':')?.trim_start();
    let words = rest.strip_prefix("accept")?;
    (words.is_empty() || words.starts_with(|c: char| c.is_whitespace() || c == ':'))
        .then(|| words.trim_start_matches(':').trim())
}
