//! `chancery export`: records into the shapes of others.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::ValueEnum;

use crate::knowledge::coding::{Petrarch, Phoenix, Plover};
use crate::knowledge::graph::{GraphMl, Neo4j};
use crate::knowledge::rdf::{Iris, NTriples, Turtle, write_vocabulary};
use crate::knowledge::{EventLines, Export, Joiner, export};

use super::records::{each, is_shared, lists, output, tell_bad};
use super::{Exit, tell};

/// Write records as linked data, a property graph, tables or event codes, entities and events joined
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  chancery export turtle records.jsonl > records.ttl
  chancery export neo4j records.jsonl.zst -o graph/
  chancery export sqlite monday.jsonl tuesday.jsonl -o news.db
  chancery extract news/ | chancery export phoenix - > events.tsv
  chancery export vocabulary > vocabulary.ttl

Exit codes: 0 all records written, 1 some lines were no records, 2 nothing could be written.")]
pub struct Args {
    /// What to write
    #[arg(value_name = "SHAPE")]
    shape: Shape,

    /// Files of records, packed or not; `-` is standard input
    #[arg(value_name = "RECORDS")]
    records: Vec<PathBuf>,

    /// Write to this file (neo4j, parquet: folder)
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,

    /// Where our own resources live, in ntriples and turtle
    #[arg(long, value_name = "IRI")]
    base: Option<String>,

    /// Add lists of names from this folder, as the records were made with
    #[arg(long, value_name = "DIR")]
    gazetteer: Vec<PathBuf>,

    /// Show no summary
    #[arg(short, long)]
    quiet: bool,
}

/// What to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Shape {
    /// RDF, a triple a line
    Ntriples,
    /// RDF, to be read
    Turtle,
    /// Our own RDF terms, explained
    Vocabulary,
    /// CSV files for `neo4j-admin database import`
    Neo4j,
    /// GraphML, for Gephi, yEd, NetworkX
    Graphml,
    /// An SQLite database; loading a record twice changes nothing
    Sqlite,
    /// Parquet files, for DuckDB, pandas, Spark
    Parquet,
    /// CAMEO dyads in the columns of PETRARCH
    Petrarch,
    /// CAMEO dyads in the columns of Phoenix, one a day
    Phoenix,
    /// PLOVER events in JSON
    Plover,
    /// Joined events with all their tellings, in JSON
    Events,
}

impl Args {
    fn folder(&self) -> anyhow::Result<&Path> {
        self.output.as_deref().with_context(|| {
            let shape = self.shape.to_possible_value().map_or_else(String::new, |v| v.get_name().to_owned());
            format!("{shape} is written to more than one file or no stream: name it with -o PATH")
        })
    }

    fn iris(&self) -> anyhow::Result<Iris> {
        match &self.base {
            None => Ok(Iris::default()),
            Some(base) => Iris::new(base).with_context(|| format!("--base {base} is no absolute IRI")),
        }
    }

    fn target(&self) -> anyhow::Result<Box<dyn Export>> {
        let stream = || output(self.output.as_deref());
        Ok(match self.shape {
            Shape::Ntriples => Box::new(NTriples::new(stream()?, self.iris()?)),
            Shape::Turtle => Box::new(Turtle::new(stream()?, self.iris()?)),
            Shape::Neo4j => Box::new(Neo4j::create(self.folder()?)?),
            Shape::Graphml => Box::new(GraphMl::new(stream()?)?),
            Shape::Petrarch => Box::new(Petrarch::new(stream()?)),
            Shape::Phoenix => Box::new(Phoenix::new(stream()?)),
            Shape::Plover => Box::new(Plover::new(stream()?)),
            Shape::Events => Box::new(EventLines::new(stream()?)),
            #[cfg(feature = "sqlite")]
            Shape::Sqlite => {
                let file = self.folder()?;
                let opened = crate::knowledge::sqlite::Sqlite::open(file);
                Box::new(opened.with_context(|| format!("cannot load {}", file.display()))?)
            }
            #[cfg(feature = "parquet")]
            Shape::Parquet => Box::new(crate::knowledge::parquet::Tables::create(self.folder()?)?),
            #[cfg(not(all(feature = "sqlite", feature = "parquet")))]
            shape => {
                let name = shape.to_possible_value().map_or_else(String::new, |v| v.get_name().to_owned());
                bail!("this build cannot write {name}; build it with `cargo install --features {name}`")
            }
            #[cfg(all(feature = "sqlite", feature = "parquet"))]
            Shape::Vocabulary => bail!("the vocabulary is no export of records"),
        })
    }
}

/// Runs the command.
///
/// # Errors
///
/// When nothing can be written.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    if args.shape == Shape::Vocabulary {
        write_vocabulary(output(args.output.as_deref())?)?;
        return Ok(Exit::Clean);
    }
    if args.records.is_empty() {
        bail!("no records to export: name files of records, or `-` for standard input");
    }
    let names = lists(&args.gazetteer)?;
    let shared = |of, name: &str| is_shared(&names, of, name);
    let mut joiner = Joiner::new(&shared);
    let mut target = args.target()?;
    let (mut documents, mut doubles, mut bad) = (0, 0, 0);
    each(&args.records, |records, name| {
        let tally = export(records, &mut joiner, &mut *target, &mut |line, error| tell_bad(name, line, error))?;
        documents += tally.documents;
        doubles += tally.doubles;
        bad += tally.bad;
        Ok(())
    })?;
    target.finish(&joiner)?;
    if !args.quiet {
        let mut summary = format!("{documents} documents");
        if doubles > 0 {
            summary.push_str(&format!(", {doubles} skipped as their ids had come before"));
        }
        if bad > 0 {
            summary.push_str(&format!(", {bad} lines were no records"));
        }
        tell(&summary);
    }
    Ok(if bad > 0 { Exit::SomeBad } else { Exit::Clean })
}
