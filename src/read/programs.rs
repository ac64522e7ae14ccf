//! Text that is for machines: programs, a site's templates, what robots and installers read.
//!
//! Below a folder such files are passed over; whoever names one has its text read all the same.

use std::path::Path;

/// Whether a file of this name is for machines: "robots.txt", "requirements.txt", "pont.py.txt".
pub(super) fn is_named_so(path: &Path) -> bool {
    const NAMES: &[&str] =
        &["ads.txt", "app-ads.txt", "cmakelists.txt", "humans.txt", "llms.txt", "robots.txt", "security.txt"];
    const ENDINGS: &[&str] = &[
        "asm", "awk", "bash", "bat", "c", "cc", "cfg", "conf", "cpp", "cs", "css", "csv", "diff", "el", "go",
        "h", "hpp", "ini", "java", "js", "json", "log", "lua", "ml", "patch", "php", "pl", "pm", "py", "rb",
        "rs", "sh", "sql", "svg", "tex", "ts", "xml", "yaml", "yml",
    ];
    let name = path.file_name().map(|name| name.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    let inner = name.strip_suffix(".txt").and_then(|stem| stem.rsplit_once('.')).map(|(_, inner)| inner);
    NAMES.contains(&name.as_str())
        || name.ends_with("requirements.txt")
        || inner.is_some_and(|inner| ENDINGS.contains(&inner))
}

/// Whether a text that stands at `path` is a template of a site or a newsletter rather than one of its pages.
pub(super) fn is_template(path: &Path, text: &str) -> bool {
    const FOLDERS: &[&str] =
        &["_includes", "_layouts", "_partials", "archetypes", "includes", "layouts", "partials", "templates"];
    let has_marks = || text.contains("{{") || text.contains("{%");
    let mut folders = path.parent().into_iter().flat_map(Path::iter).filter_map(|folder| folder.to_str());
    folders.any(|folder| FOLDERS.contains(&folder)) && has_marks()
}

/// Whether XML is a template that a site's machinery makes a feed of.
pub(super) fn is_feed_template(xml: &str) -> bool {
    let before = ["<item", "<entry"].iter().filter_map(|first| xml.find(first)).min().unwrap_or(0);
    xml[..before].contains("{% for ")
}

/// Whether a text without mark-up is a program: its first line says so, or a third of its first lines do.
pub(super) fn is_program(text: &str) -> bool {
    const LINES: usize = 60;
    const FEWEST: usize = 4;
    let text = text.trim_start_matches('\u{feff}');
    if text.starts_with("#!") {
        return true;
    }
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).take(LINES);
    let (mut all, mut code) = (0, 0);
    for line in lines {
        all += 1;
        code += usize::from(is_code(line));
    }
    code >= FEWEST && code * 3 >= all
}

/// Whether a line may be one of a program: "} else {", "say(word);", "#include <stdio.h>". A French line ends in " ;".
fn is_code(line: &str) -> bool {
    ["#", "//", "/*", "<?php", "}"].iter().any(|start| line.starts_with(start))
        || [");", "};", "];", "\";", "';", "{", "*/"].iter().any(|end| line.ends_with(end))
        || line.ends_with(';') && line.contains(" = ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_for_machines_is_told_by_its_name() {
        for name in ["robots.txt", "dev-requirements.txt", "pont.py.txt", "Pont.C.txt"] {
            assert!(is_named_so(Path::new(name)), "{name}");
        }
        for name in ["pont.txt", "pont.fr.txt", "v1.2.txt", "pont.md"] {
            assert!(!is_named_so(Path::new(name)), "{name}");
        }
    }

    #[test]
    fn a_program_is_told_by_its_lines() {
        assert!(is_program("#!/bin/sh\nsay it\n"));
        assert!(is_program("int main() {\n  say(\"pier\");\n  return 0;\n}\n\n// The end.\n"));
        assert!(is_program(
            "## name\n##   say\n## does\n##   says it\n\nproc say {word} {\n  puts $word\n}\n"
        ));
        for text in [
            "Le maire veut :\n- rouvrir le pont ;\n- fermer le port ;\n- vendre la gare ;\n- partir.\n",
            "The mayor wants:\n- the bridge;\n- the port;\n- the station;\n- peace;\n- quiet.\n",
        ] {
            assert!(!is_program(text), "{text}");
        }
    }

    #[test]
    fn a_template_stands_in_its_folder_and_has_marks() {
        assert!(is_template(Path::new("site/_layouts/post.html"), "<h1>{{ page.title }}</h1>"));
        assert!(!is_template(Path::new("site/_posts/pont.html"), "<h1>{{ page.title }}</h1>"));
        assert!(!is_template(Path::new("layouts/pont.txt"), "Le pont rouvre."));
    }
}
