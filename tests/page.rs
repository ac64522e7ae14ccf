//! The page of `--format html` in a browser: complete in itself, its filters work, nothing is fetched, no error.
//!
//! Needs Chromium (`chromium` on Debian); where it is absent the test says so and passes. With `SELON_AXE` naming
//! axe-core's `axe.min.js`, contrast, labels and structure are checked as well, in light and in dark.

#![allow(clippy::print_stderr)] // What a test leaves out, it says.

use std::fs;
use std::path::Path;
use std::process::Command;

const FRENCH: &[(&str, &str)] = &[
    (
        "port/quai.txt",
        "Le quai fermé\n\nLe directeur aurait démissionné lundi soir.\n\n« On savait que le quai \
         bougeait », explique Léa Morel, infirmière au port.\n\nLe maire <b>Adam</b> aurait quitté la ville & le \
         département dans la nuit.\n",
    ),
    (
        "ville/conseil.txt",
        "Le conseil\n\nIl semblerait que le festival change de ville l’an prochain, en mars.\n",
    ),
    (
        "ville/budget.txt",
        "Le budget\n\nLe budget a été voté mardi par vingt voix contre douze, a indiqué la mairie.\n",
    ),
];

/// What the browser is asked to do, and to write down.
const CLICKS: &str = r#"
<script>
const seen = [];
const visible = () => [...document.querySelectorAll(".finding")].filter((one) => one.offsetParent !== null).length;
const choose = (name, value) => {
  const field = document.querySelector(`[name=${name}]`);
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
};
seen.push("all " + visible());
choose("rule", "hearsay-without-source");
seen.push("rule " + visible() + " said " + document.getElementById("count").textContent);
choose("rule", "");
choose("folder", "port");
seen.push("folder " + visible());
choose("folder", "");
document.querySelector("[name=severity][value=error]").click();
seen.push("severity " + visible());
seen.push("fetched " + performance.getEntriesByType("resource").length);
seen.push("errors " + window.errors.length);
const tell = () => {
  const told = document.createElement("pre");
  told.id = "told";
  told.textContent = seen.join("; ");
  document.body.append(told);
};
document.querySelector("[name=severity][value=error]").click();
if (window.axe) {
  axe.run().then((results) => {
    seen.push("axe " + results.violations.map((one) => one.id + " " + one.nodes[0].html).join(", "));
    tell();
  });
} else {
  tell();
}
</script>
"#;

/// The page made of `articles`, as the program writes it.
fn page(folder: &Path, articles: &[(&str, &str)]) -> String {
    for (name, text) in articles {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(path, text).expect("a file");
    }
    let output = Command::new(env!("CARGO_BIN_EXE_selon"))
        .args(["check", "--format", "html"])
        .current_dir(folder)
        .output()
        .expect("the program runs");
    String::from_utf8(output.stdout).expect("a page is UTF-8")
}

fn browser() -> Option<&'static str> {
    let found = ["chromium", "chromium-browser", "google-chrome"].into_iter().find(|name| {
        Command::new(name).arg("--version").output().is_ok_and(|output| output.status.success())
    });
    if found.is_none() {
        eprintln!("skipped: there is no Chromium here (Debian: apt install chromium)");
    }
    found
}

/// What the browser wrote down after the clicks.
fn told(browser: &str, folder: &Path, page: &str, scheme: &str) -> String {
    let axe =
        std::env::var("SELON_AXE").ok().map(|path| fs::read_to_string(path).expect("axe-core is there"));
    let axe = axe.map(|script| format!("<script>{script}</script>")).unwrap_or_default();
    let watch =
        "<script>window.errors = []; window.onerror = (text) => { window.errors.push(text); };</script>";
    let page = page.replacen("<style>", &format!("{watch}<style>"), 1).replacen(
        "</body>",
        &format!("{axe}{CLICKS}</body>"),
        1,
    );
    let file = folder.join("page.html");
    fs::write(&file, page).expect("the page is written");
    let mut command = Command::new(browser);
    command.args(["--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", "--virtual-time-budget=8000"]);
    if scheme == "dark" {
        command.arg("--blink-settings=preferredColorScheme=0");
    }
    command.arg(format!("--user-data-dir={}", folder.join("profile").display()));
    let output = command.arg(format!("file://{}", file.display())).output().expect("the browser runs");
    let dom = String::from_utf8_lossy(&output.stdout).into_owned();
    let told = dom.split("id=\"told\">").nth(1).and_then(|rest| rest.split("</pre>").next());
    told.unwrap_or_else(|| {
        panic!("the script came to no end:\n{}", dom.chars().take(2000).collect::<String>())
    })
    .to_owned()
}

#[test]
fn filters_work_and_nothing_is_fetched() {
    let Some(browser) = browser() else { return };
    for scheme in ["light", "dark"] {
        let folder = tempfile::tempdir().expect("a folder");
        let page = page(folder.path(), FRENCH);
        let told = told(browser, folder.path(), &page, scheme);
        let (seen, axe) = told.split_once("; axe ").unwrap_or((&told, ""));
        assert_eq!(seen, "all 3; rule 1 said 1; folder 2; severity 1; fetched 0; errors 0", "{scheme}");
        assert_eq!(axe, "", "{scheme}");
    }
}

#[test]
fn the_page_is_whole_speaks_the_articles_language_and_escapes_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let page = page(folder.path(), FRENCH);
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"fr\">") && page.ends_with("</html>"), "{page}");
    assert!(page.contains("Qui le dit ?") && page.contains("&lt;b&gt;Adam&lt;/b&gt;"), "{page}");
    assert!(page.contains("<mark>aurait quitté</mark>"), "{page}");
    for outside in ["http:", "https:", "src=", "@import", "url("] {
        assert!(!page.contains(outside), "{outside} in the page");
    }
}

#[test]
fn an_earlier_run_tells_what_is_new_and_what_is_gone() {
    let folder = tempfile::tempdir().expect("a folder");
    page(folder.path(), FRENCH);
    let run = Command::new(env!("CARGO_BIN_EXE_selon"))
        .args(["check", "--format", "json"])
        .current_dir(folder.path())
        .output()
        .expect("the program runs");
    fs::write(folder.path().join("run.json"), run.stdout).expect("a file");
    let moved = ("ville/festival.txt", FRENCH[1].1);
    fs::remove_file(folder.path().join(FRENCH[1].0)).expect("it is there");
    let text = "Le quai fermé\n\nLe directeur aurait démissionné lundi soir.\n\nLa cheffe aurait été nommée mardi.\n";
    for (name, text) in [moved, ("port/quai.txt", text)] {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    let output = Command::new(env!("CARGO_BIN_EXE_selon"))
        .args(["check", "--format", "html", "--compare", "run.json", "port", "ville"])
        .current_dir(folder.path())
        .output()
        .expect("the program runs");
    let page = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(page.contains(">1 nouveau<") && page.contains(">1 disparu<"), "{page}");
    assert_eq!(page.matches("data-since=\"new\"").count(), 1);
    assert_eq!(page.matches("data-since=\"still\"").count(), 2);
}

#[test]
fn a_page_without_findings_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let page = page(folder.path(), &FRENCH[2..]);
    assert!(page.contains("Rien n’a été trouvé."), "{page}");
}
