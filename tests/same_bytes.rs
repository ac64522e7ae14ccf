//! The same articles give the same report, byte for byte: for any number of threads, order of arguments, locale and
//! time zone.

#[path = "bench/generate.rs"]
#[allow(dead_code, unreachable_pub, reason = "each test uses its part of it")]
mod generate;

use std::fs;
use std::path::Path;
use std::process::Command;

use generate::{Form, Tongue, file, story};

/// What `selon check` prints in the folder.
fn printed(folder: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> Vec<u8> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_selon"));
    command.current_dir(folder).args(["check", "--fail-on", "never"]).args(arguments);
    let output = command.envs(environment.iter().copied()).output().expect("selon runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// A folder with articles in both languages and every format, some of them in a folder below.
fn archive() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for seed in 0..40 {
        let tongue = if seed % 2 == 0 { Tongue::French } else { Tongue::English };
        let form = Form::ALL[seed % Form::ALL.len()];
        let below = folder.path().join(["desk", "desk/court", "opinion"][seed % 3]);
        fs::create_dir_all(&below).expect("a folder can be made");
        let name = below.join(format!("{seed:02}.{}", form.ending()));
        fs::write(name, file(&story(tongue, seed as u64, 6), form)).expect("an article can be written");
    }
    folder
}

#[test]
fn one_thread_or_many_the_same_bytes() {
    let archive = archive();
    for format in ["json", "jsonl", "short", "text", "sarif", "html"] {
        let one = printed(archive.path(), &["--format", format, "--threads", "1"], &[]);
        assert!(one.len() > 100, "{format} says something");
        for threads in ["2", "7"] {
            let many = printed(archive.path(), &["--format", format, "--threads", threads], &[]);
            assert_eq!(one, many, "{format} with {threads} threads");
        }
    }
}

#[test]
fn arguments_in_any_order_the_same_bytes() {
    let archive = archive();
    let one = printed(archive.path(), &["--format", "json", "desk", "opinion"], &[]);
    let other = printed(archive.path(), &["opinion", "desk/court", "desk", "--format", "json"], &[]);
    assert_eq!(one, other);
}

#[test]
fn any_locale_and_time_zone_the_same_bytes() {
    let archive = archive();
    for format in ["json", "text", "html", "junit"] {
        let one = printed(archive.path(), &["--format", format], &[("LC_ALL", "C"), ("TZ", "UTC")]);
        let other = printed(
            archive.path(),
            &["--format", format],
            &[("LC_ALL", "tr_TR.UTF-8"), ("TZ", "Asia/Tokyo")],
        );
        assert_eq!(one, other, "{format}");
    }
}
