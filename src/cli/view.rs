//! `chancery view`: records as a page.

use std::path::PathBuf;

use crate::knowledge::view::{PageData, write_page};
use crate::knowledge::{Export, Joiner, export};

use super::records::{each, is_shared, lists, output, tell_bad};
use super::{Exit, tell};

/// Write one page to look through: articles with their names marked, a network, a map, a timeline, a table
#[derive(Debug, clap::Args)]
#[command(after_help = "\
The page is one file and needs no network. Records made with --with-text show whole articles, others sentences.

Examples:
  chancery extract news/ --with-text | chancery view - -o page.html
  chancery view records.jsonl -o page.html --title \"The Arctic Council in 2023\"

Exit codes: 0 all records are in the page, 1 some lines were no records, 2 no page could be written.")]
pub struct Args {
    /// Files of records, packed or not; `-` is standard input
    #[arg(value_name = "RECORDS", required = true)]
    records: Vec<PathBuf>,

    /// Write to this file
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// What stands above
    #[arg(long, value_name = "TEXT", default_value = "Who met whom")]
    title: String,

    /// Add lists of names from this folder, as the records were made with
    #[arg(long, value_name = "DIR")]
    gazetteer: Vec<PathBuf>,
}

/// Runs the command.
///
/// # Errors
///
/// When records cannot be read or the page cannot be written.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    let names = lists(&args.gazetteer)?;
    let shared = |of, name: &str| is_shared(&names, of, name);
    let mut joiner = Joiner::new(&shared);
    let mut page = PageData::default();
    let mut bad = 0;
    each(&args.records, |records, name| {
        let tally = export(records, &mut joiner, &mut page, &mut |line, error| tell_bad(name, line, error))?;
        bad += tally.bad;
        Ok(())
    })?;
    page.finish(&joiner)?;
    write_page(&page, &args.title, output(args.output.as_deref())?)?;
    if args.output.is_some() {
        tell(&format!("{} relations", page.relations()));
    }
    Ok(if bad > 0 { Exit::SomeBad } else { Exit::Clean })
}
