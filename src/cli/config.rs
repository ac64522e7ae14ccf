//! `selon config [PATH]`: the settings in force for a path, each with the file and line it comes from.

use std::fmt::Write;
use std::path::Path;

use serde::Serialize;
use serde_json::Value;

use super::Status;
use super::near::near;
use super::output::{Output, note};
use super::rule_args::{ConfigArguments, ListFormat};
use super::settings::{refuse, settings_at};
use crate::publication::{Origin, Settings};

/// Shows the settings.
pub(super) fn run(arguments: &ConfigArguments) -> Status {
    let path = arguments.path.as_deref();
    let settings = match settings_at(arguments.config.as_deref(), path.unwrap_or(Path::new("."))) {
        Ok(settings) => settings,
        Err(refusal) => {
            refuse(&[refusal]);
            return Status::Failed;
        }
    };
    if let Some(path) = path.filter(|path| !path.exists()) {
        note(&format!("{} isn't there; these are the settings for an article of this name", path.display()));
    }
    let mut output = Output::standard();
    let _ = output.write(&match arguments.format {
        ListFormat::Text => text(&settings, path.unwrap_or(Path::new("."))),
        ListFormat::Json => json(&settings, path.unwrap_or(Path::new("."))),
    });
    output.finish()
}

fn text(settings: &Settings, path: &Path) -> String {
    let files = files(settings);
    if files.is_empty() {
        return format!(
            "{}: no selon.toml here or above; the shipped defaults hold (`selon rules` lists them)\n",
            near(path)
        );
    }
    let mut text = format!("{}: {} (the last one wins)\n", near(path), files.join(", "));
    let origins = settings.origins();
    let keys = origins.iter().map(|origin| origin.key.chars().count()).max().unwrap_or(0);
    let values = origins.iter().map(|origin| origin.value.chars().count()).max().unwrap_or(0).min(40);
    for origin in origins {
        let place = format!("{}:{}", near(&origin.path), origin.line);
        let _ = writeln!(text, "{:keys$}  {:values$}  {place}", origin.key, origin.value);
    }
    text.push_str("All else is as shipped: `selon rules` lists every rule with its severity here.\n");
    text
}

fn files(settings: &Settings) -> Vec<String> {
    settings.files().iter().map(|file| near(file)).collect()
}

#[derive(Serialize)]
struct InForce {
    path: String,
    files: Vec<String>,
    settings: Vec<Setting>,
}

#[derive(Serialize)]
struct Setting {
    key: String,
    value: Value,
    file: String,
    line: usize,
}

fn json(settings: &Settings, path: &Path) -> String {
    let origins = settings.origins();
    let setting = |origin: &&'_ Origin| Setting {
        key: origin.key.clone(),
        value: serde_json::from_str(&origin.value).unwrap_or_else(|_| origin.value.clone().into()),
        file: near(&origin.path),
        line: origin.line,
    };
    let in_force =
        InForce { path: near(path), files: files(settings), settings: origins.iter().map(setting).collect() };
    serde_json::to_string_pretty(&in_force).expect("settings have string keys only") + "\n"
}
