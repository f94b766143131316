//! `chancery lookup`: what the lists know under a name.

use std::io::Write;
use std::path::PathBuf;

use anyhow::Context;

use crate::gazetteer::{EntryId, Gazetteer, NameForm, NameUse, Tier};
use crate::mention::support;
use crate::text::Key;

use super::build::{Rendered, colored};
use super::{Exit, tell};

/// Show what the lists know under a name
///
/// One line an entry, the likeliest first: id, name, type, kind, country, how the name names it, when it counts, source,
/// other ids; `-` where there is nothing. Indented below: what would support it, and what tells it from the others.
/// For single words what is known of them as part of names.
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
    let readings = lists.lookup(&name);
    let mut out = String::new();
    for (rank, reading) in readings.iter().enumerate() {
        describe(&lists, reading.entry, Some(reading), &mut out);
        supports(&lists, &name, &readings, rank, &mut out);
    }
    if readings.is_empty()
        && let Some(entry) = lists.find(&name)
    {
        describe(&lists, entry, None, &mut out);
    }
    let facts: Vec<&str> = lists.word(Key::of(&name)).facts.labels().collect();
    if !facts.is_empty() {
        out.push_str(&format!("word\t{name}\t{}\n", facts.join(", ")));
    }
    if out.is_empty() {
        tell(&format!("no list knows `{name}`"));
        return Ok(Exit::SomeBad);
    }
    std::io::stdout().lock().write_all(out.as_bytes()).context("cannot write to standard output")?;
    Ok(Exit::Clean)
}

/// The line of an entry.
fn describe(lists: &Gazetteer, id: EntryId, reading: Option<&NameUse>, out: &mut String) {
    let entry = lists.entry(id);
    let country = entry.country.map_or("-", |country| lists.entry(country).id);
    let mut cells = vec![entry.id, entry.name, entry.entity_type().as_str(), entry.kind.label(), country];
    cells.push(reading.map_or("-", |reading| match reading.form {
        NameForm::Name => "name",
        NameForm::Alias => "alias",
        NameForm::Acronym => "acronym",
        NameForm::Demonym => "demonym",
    }));
    cells.push(reading.map_or("-", |reading| match reading.tier {
        Tier::Always => "always",
        Tier::Support => "with support",
        Tier::Never => "never alone",
    }));
    cells.push(entry.source);
    let others = entry.same_as().collect::<Vec<_>>().join("|");
    cells.push(if others.is_empty() { "-" } else { &others });
    out.push_str(&cells.join("\t"));
    out.push('\n');
}

/// What would make reading `rank` of a name count, and what would choose it among the others of its type.
fn supports(lists: &Gazetteer, name: &str, readings: &[NameUse], rank: usize, out: &mut String) {
    let reading = &readings[rank];
    match reading.tier {
        Tier::Always => {}
        Tier::Support
            if readings.iter().any(|one| one.entity_type == reading.entity_type && one.tier == Tier::Always) => {}
        Tier::Support => {
            let phrases = support::phrases(reading.entity_type).iter().map(|phrase| phrase.replace("{}", name));
            let phrases = phrases.map(|phrase| format!("\"{phrase}\"")).collect::<Vec<_>>();
            out.push_str(&format!("\tsupported by\t{}\n", phrases.join(", ")));
        }
        Tier::Never => {
            out.push_str("\tonly as part of a longer name\n");
            return;
        }
    }
    // Of several the first is meant, unless the document speaks for the country of another.
    let country = lists.country_of(reading.entry).filter(|country| *country != reading.entry);
    let likelier =
        readings[..rank].iter().filter(|one| one.entity_type == reading.entity_type && one.tier != Tier::Never);
    if let Some(country) = country.filter(|own| likelier.clone().any(|one| lists.country_of(one.entry) != Some(*own))) {
        let country = lists.entry(country).name;
        out.push_str(&format!("\tchosen by\t\"{name}, {country}\", a document that speaks more of {country}\n"));
    }
}
