//! The settings of a run's articles: all found before the first article is read, so that what is wrong in any of them
//! stops the run before anything is printed.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use miette::{GraphicalReportHandler, GraphicalTheme};

use super::args::InputArguments;
use super::files::Input;
use super::look::{errors_in_colour, look};
use super::output::say_drawn;
use crate::publication::{Overrides, Publications, Refusal, Settings};
use crate::report::Colour;
use crate::walk::Named;

/// The settings that hold for `inputs`, and those of them that are articles; `only` are rules asked for by name.
pub(super) fn publications(
    arguments: &InputArguments,
    only: &[String],
    mut inputs: Vec<Input>,
) -> Result<(Publications, Vec<Input>), Vec<Refusal>> {
    let overrides =
        Overrides { language: arguments.language, encoding: arguments.encoding, only: only.to_vec() };
    let publications =
        Publications::new(arguments.config.clone(), overrides).map_err(|refusal| vec![refusal])?;
    let mut refusals = Vec::new();
    if inputs.is_empty() {
        refusals.extend(publications.settings_for("article".as_ref()).err());
    }
    inputs.retain(|input| {
        let taken = publications
            .settings_for(&input.path)
            .and_then(|settings| publications.accepted_for(&input.path).map(|_| settings))
            .and_then(|_| Ok(input.named == Named::Explicitly || publications.is_article(&input.path)?));
        taken.unwrap_or_else(|refusal| {
            refusals.push(refusal);
            false
        })
    });
    if !refusals.is_empty() {
        return Err(refusals);
    }
    doubt(&publications);
    Ok((publications, inputs))
}

/// The settings that hold for `path`, or beside it where it is a folder.
pub(super) fn settings_at(config: Option<&Path>, path: &Path) -> Result<Arc<Settings>, Refusal> {
    let publications = Publications::new(config.map(Path::to_owned), Overrides::default())?;
    let path = if path.is_dir() { path.join("article") } else { path.to_owned() };
    let settings = publications.settings_for(&path)?;
    doubt(&publications);
    Ok(settings)
}

/// Says on standard error what the settings say and nothing comes of.
fn doubt(publications: &Publications) {
    let handler = handler();
    for doubt in publications.doubts() {
        let mut drawn = String::new();
        if handler.render_report(&mut drawn, &doubt).is_err() {
            drawn = format!("{doubt}\n");
        }
        say_drawn(&drawn);
    }
}

/// Says on standard error why settings or rules can't be used, each reason once.
pub(super) fn refuse(refusals: &[Refusal]) {
    let handler = handler();
    let mut said = BTreeSet::new();
    for refusal in refusals {
        let mut drawn = String::new();
        if handler.render_report(&mut drawn, refusal).is_err() {
            drawn = format!("{refusal}\n");
        }
        if said.insert(drawn.clone()) {
            say_drawn(&drawn);
        }
    }
}

/// What draws for the terminal that people read.
fn handler() -> GraphicalReportHandler {
    let theme = match errors_in_colour() {
        Colour::Plain => GraphicalTheme::unicode_nocolor(),
        Colour::Coloured => GraphicalTheme::unicode(),
    };
    let width = look(super::args::Color::Never, None).width;
    GraphicalReportHandler::new_themed(theme).with_width(width).with_links(false)
}
