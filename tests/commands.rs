//! What commands print and how they end: every file of `tests/commands/` is one test, and its name the fact it states.
//!
//! A case gives the arguments and the files of the folder in which the program runs, then what stands on standard
//! output and standard error, and the status. In what is expected, a line `...` stands for any lines and `[..]` for
//! any words of a line. With `SELON_BLESS=1` the cases take what is printed today; read the difference before
//! committing it.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

use libtest_mimic::{Arguments, Failed, Trial};
use serde::Deserialize;

/// One case as it is written.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Case {
    /// What stands behind the program's name.
    arguments: Vec<String>,
    /// What stands on standard input.
    stdin: Option<String>,
    /// Variables of the environment.
    #[serde(default)]
    environment: BTreeMap<String, String>,
    /// How many lines the reader of standard output takes before it goes away.
    reader_leaves_after: Option<usize>,
    /// The exit status.
    status: i32,
    /// Standard output; not looked at where it is left out.
    stdout: Option<String>,
    /// Standard error; not looked at where it is left out.
    stderr: Option<String>,
    /// The files of the folder.
    #[serde(default)]
    files: BTreeMap<String, String>,
    /// Files whose bytes are no UTF-8.
    #[serde(default)]
    bytes: BTreeMap<String, Vec<u8>>,
    /// Links, and what they lead to.
    #[serde(default)]
    links: BTreeMap<String, String>,
    /// Files that are there afterwards, with their content.
    #[serde(default)]
    after: BTreeMap<String, String>,
    /// Files that aren't there afterwards.
    #[serde(default)]
    gone: Vec<String>,
}

/// What a run came to.
struct Printed {
    stdout: String,
    stderr: String,
    status: i32,
}

fn main() -> ExitCode {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/commands");
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("the folder of cases is there")
        .map(|entry| entry.expect("it can be listed").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    files.sort();
    let trial = |path: std::path::PathBuf| {
        let name = path.file_stem().expect("a file has a name").to_string_lossy().replace('-', " ");
        Trial::test(name, move || run(&path))
    };
    libtest_mimic::run(&Arguments::from_args(), files.into_iter().map(trial).collect()).exit_code()
}

fn run(path: &Path) -> Result<(), Failed> {
    let text = fs::read_to_string(path)?;
    let case: Case = toml::from_str(&text)?;
    if cfg!(windows) && !case.links.is_empty() {
        return Ok(());
    }
    let folder = tempfile::tempdir()?;
    lay(&case, folder.path())?;
    let printed = printed(&case, folder.path())?;
    if std::env::var_os("SELON_BLESS").is_some() {
        return bless(path, &text, &case, &printed);
    }
    let mut wrong = Vec::new();
    if printed.status != case.status {
        wrong.push(format!("ended with status {}, not {}", printed.status, case.status));
    }
    for (what, expected, printed) in
        [("output", &case.stdout, &printed.stdout), ("error", &case.stderr, &printed.stderr)]
    {
        if let Some(expected) = expected.as_ref().filter(|expected| !fits(expected, printed)) {
            wrong.push(format!("standard {what} should be\n{expected}\nand is\n{printed}"));
        }
    }
    for (name, expected) in &case.after {
        let content = fs::read_to_string(folder.path().join(name)).unwrap_or_else(|error| error.to_string());
        if !fits(expected, &content) {
            wrong.push(format!("{name} should hold\n{expected}\nand holds\n{content}"));
        }
    }
    wrong.extend(
        case.gone
            .iter()
            .filter(|name| folder.path().join(name).exists())
            .map(|name| format!("{name} is there")),
    );
    if wrong.is_empty() {
        return Ok(());
    }
    if !wrong.iter().any(|wrong| wrong.starts_with("standard error")) {
        wrong.push(format!("(standard error: {})", printed.stderr));
    }
    Err(wrong.join("\n").into())
}

/// Puts the files of the case into `folder`.
fn lay(case: &Case, folder: &Path) -> std::io::Result<()> {
    let files = case.files.iter().map(|(name, text)| (name, text.as_bytes()));
    for (name, bytes) in files.chain(case.bytes.iter().map(|(name, bytes)| (name, bytes.as_slice()))) {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().expect("it lies in the folder"))?;
        fs::write(path, bytes)?;
    }
    #[cfg(unix)]
    for (name, target) in &case.links {
        std::os::unix::fs::symlink(target, folder.join(name))?;
    }
    Ok(())
}

fn printed(case: &Case, folder: &Path) -> std::io::Result<Printed> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_selon"));
    command.args(&case.arguments).current_dir(folder).envs(&case.environment);
    for inherited in ["NO_COLOR", "CLICOLOR_FORCE", "GITHUB_STEP_SUMMARY", "GITHUB_ACTIONS"] {
        if !case.environment.contains_key(inherited) {
            command.env_remove(inherited);
        }
    }
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut program = command.spawn()?;
    if let Some(text) = &case.stdin {
        program.stdin.take().expect("it is piped").write_all(text.as_bytes())?;
    }
    drop(program.stdin.take());
    let mut stdout = String::new();
    if let Some(lines) = case.reader_leaves_after {
        let mut reader = BufReader::new(program.stdout.take().expect("it is piped"));
        for _ in 0..lines {
            reader.read_line(&mut stdout)?;
        }
    }
    let output = program.wait_with_output()?;
    stdout.push_str(&String::from_utf8_lossy(&output.stdout));
    Ok(Printed {
        stdout,
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        status: output.status.code().unwrap_or(-1),
    })
}

/// Whether `printed` is what is `expected`, line by line.
fn fits(expected: &str, printed: &str) -> bool {
    let expected: Vec<_> = expected.trim_end().lines().collect();
    let printed: Vec<_> = printed.trim_end().lines().map(str::trim_end).collect();
    lines_fit(&expected, &printed)
}

fn lines_fit(expected: &[&str], printed: &[&str]) -> bool {
    match expected.split_first() {
        None => printed.is_empty(),
        Some((&"...", rest)) => (0..=printed.len()).any(|skipped| lines_fit(rest, &printed[skipped..])),
        Some((first, rest)) => printed
            .split_first()
            .is_some_and(|(line, others)| line_fits(first.trim_end(), line) && lines_fit(rest, others)),
    }
}

fn line_fits(expected: &str, line: &str) -> bool {
    let mut parts = expected.split("[..]");
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = line.strip_prefix(first) else { return false };
    let parts: Vec<_> = parts.collect();
    let Some((last, middle)) = parts.split_last() else { return rest.is_empty() };
    for part in middle {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}

/// Writes what is printed today into the case, where it expects something else.
fn bless(path: &Path, text: &str, case: &Case, printed: &Printed) -> Result<(), Failed> {
    let mut text = text.to_owned();
    for (key, expected, printed) in
        [("stdout", &case.stdout, &printed.stdout), ("stderr", &case.stderr, &printed.stderr)]
    {
        let Some(expected) = expected.as_ref().filter(|expected| !fits(expected, printed)) else { continue };
        let old = [format!("{key} = '''\n{expected}'''"), format!("{key} = \"\"")];
        let new = format!("{key} = '''\n{printed}'''");
        match old.iter().find(|old| text.contains(*old)) {
            Some(old) => text = text.replacen(old, &new, 1),
            None => return Err(format!("write {key} between ''' so that it can be replaced").into()),
        }
    }
    text = text.replacen(&format!("status = {}", case.status), &format!("status = {}", printed.status), 1);
    fs::write(path, text)?;
    Ok(())
}
