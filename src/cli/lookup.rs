//! `chancery lookup`: what the lists know under a name.

use std::io::Write;
use std::path::PathBuf;

use anyhow::Context;

use crate::gazetteer::{Gazetteer, NameForm, Tier};

use super::build::{Rendered, colored};
use super::{Exit, tell};

/// Show what the lists know under a name
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  chancery lookup N.Korea
  chancery lookup \"Foreign Ministry\" --gazetteer my-lists/
  chancery lookup iso:PRK

Exit codes: 0 it is known, 1 it is not, 2 the lists are bad.")]
pub struct Args {
    /// The name as it stands in a text, or an id
    #[arg(value_name = "NAME", required = true)]
    name: Vec<String>,

    /// Add lists of names from this folder
    #[arg(long, value_name = "DIR")]
    gazetteer: Vec<PathBuf>,
}

/// Runs the command.
///
/// # Errors
///
/// When the lists are bad or standard output cannot be written.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    let mut builder = Gazetteer::builder();
    for dir in &args.gazetteer {
        builder = builder.dir(dir);
    }
    let lists = builder.build().map_err(|error| Rendered(error.render(colored())))?;
    let name = args.name.join(" ");
    let mut uses: Vec<_> = lists.lookup(&name).into_iter().map(|reading| (reading.entry, Some(reading))).collect();
    if uses.is_empty() {
        uses.extend(lists.find(&name).map(|entry| (entry, None)));
    }
    if uses.is_empty() {
        tell(&format!("no list knows `{name}`"));
        return Ok(Exit::SomeBad);
    }
    let mut out = String::new();
    for (id, reading) in uses {
        let entry = lists.entry(id);
        let country = entry.country.map(|country| lists.entry(country).id);
        let mut line = vec![entry.id, entry.name, entry.entity_type().as_str(), entry.kind.label()];
        line.extend(country.filter(|country| *country != entry.id));
        if let Some(reading) = reading {
            line.push(match reading.form {
                NameForm::Name => "name",
                NameForm::Alias => "alias",
                NameForm::Acronym => "acronym",
                NameForm::Demonym => "demonym",
            });
            line.push(match reading.tier {
                Tier::Always => "always",
                Tier::Support => "with support",
                Tier::Never => "never alone",
            });
        }
        out.push_str(&line.join("\t"));
        for other in entry.same_as() {
            out.push('\t');
            out.push_str(other);
        }
        out.push('\n');
    }
    std::io::stdout().lock().write_all(out.as_bytes()).context("cannot write to standard output")?;
    Ok(Exit::Clean)
}
