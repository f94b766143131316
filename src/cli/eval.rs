//! `chancery eval`: how well records agree with documents labelled by hand.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::knowledge::eval::{Gold, NameScores, RelationScores};
use crate::pipeline::input::decoded;
use crate::record::Record;

use super::records::{each, output, tell_bad};
use super::{Exit, tell};

/// Score records against documents labelled by hand: precision, recall, F1, and the errors
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Gold is one document a line, offsets in characters, in one of two shapes:
  names      {\"id\", \"text\", \"entities\": [{\"start\", \"end\", \"type\"}]}
  relations  {\"id\", \"text\", \"entities\": [{\"name\", \"type\", \"mentions\": [TEXT]}], \"relations\": [{\"type\",
             \"trigger\": [START, END], \"participants\": [NAME], \"modality\", \"date\", \"place\", \"attribution\"}]}

Examples:
  chancery extract gold.jsonl | chancery eval gold.jsonl -
  chancery eval gold.jsonl records.jsonl --errors 40
  chancery eval names.jsonl records.jsonl --by region

Exit codes: 0 scored, 1 some documents have no record or some lines are none, 2 nothing could be scored.")]
pub struct Args {
    /// The labelled documents
    #[arg(value_name = "GOLD")]
    gold: PathBuf,

    /// Files of records, packed or not; `-` is standard input
    #[arg(value_name = "RECORDS", required = true)]
    records: Vec<PathBuf>,

    /// Show up to so many misses and so many false finds
    #[arg(long, value_name = "N", default_value_t = 20)]
    errors: usize,

    /// Score names for each value of this field of the gold, too
    #[arg(long, value_name = "FIELD")]
    by: Option<String>,

    /// Take a leading "the", titles and a closing "'s" off names on both sides
    #[arg(long)]
    cut: bool,
}

/// Runs the command.
///
/// # Errors
///
/// When gold or records cannot be read.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    let gold = read_gold(&args.gold)?;
    let mut exit = Exit::Clean;
    let mut lines: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    each(&args.records, |records, name| {
        loop {
            let error = match records.read() {
                Ok(None) => return Ok(()),
                Ok(Some(record)) => {
                    let mut line = Vec::new();
                    record.write(&mut line);
                    lines.insert(record.id.to_string(), line);
                    continue;
                }
                Err(crate::record::ReadError::Io(error)) => {
                    return Err(error).with_context(|| format!("cannot read {name}"));
                }
                Err(error) => error,
            };
            tell_bad(name, records.line_number(), &error);
            exit = Exit::SomeBad;
        }
    })?;
    let (mut names, mut relations) = (NameScores::new(args.cut), RelationScores::default());
    let of_relations = gold.iter().any(|g| g.relations.is_some());
    let mut absent = Vec::new();
    for document in &gold {
        let line = lines.get(&document.id).map(|line| String::from_utf8_lossy(line));
        let record = line.as_deref().map(Record::read).transpose()?;
        if record.is_none() {
            absent.push(&document.id);
        }
        if of_relations {
            relations.add(document, record.as_ref());
        } else {
            let group = args.by.as_deref().map(|field| document.group(field));
            names.add(document, record.as_ref(), group.as_deref());
        }
    }
    let mut report = String::new();
    if of_relations {
        let _ = write!(report, "{relations}");
        for (kind, error) in relations.errors(args.errors) {
            let _ = writeln!(report, "{kind}  {error}");
        }
    } else {
        let _ = write!(report, "{names}");
        for (kind, of, text, count) in names.errors(args.errors) {
            let _ = writeln!(report, "{kind:12} {count:5}  {:12} {text:?}", of.as_str());
        }
    }
    let mut out = output(None)?;
    out.write_all(report.as_bytes())?;
    out.flush()?;
    if let Some(first) = absent.first() {
        tell(&format!("warning: {} gold documents have no record, first: {first}", absent.len()));
        exit = Exit::SomeBad;
    }
    Ok(exit)
}

fn read_gold(path: &Path) -> anyhow::Result<Vec<Gold>> {
    let name = path.display();
    let file = std::fs::File::open(path).with_context(|| format!("cannot read {name}"))?;
    let unpacked: Box<dyn Read + Send> = decoded(Box::new(file)).with_context(|| format!("cannot read {name}"))?;
    let mut gold = Vec::new();
    for (i, line) in BufReader::new(unpacked).lines().enumerate() {
        let line = line.with_context(|| format!("cannot read {name}"))?;
        if !line.trim().is_empty() {
            gold.push(serde_json::from_str(&line).with_context(|| format!("{name}:{}: no labelled document", i + 1))?);
        }
    }
    if gold.is_empty() {
        bail!("{name} holds no labelled document");
    }
    Ok(gold)
}
