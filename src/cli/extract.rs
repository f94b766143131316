//! `chancery extract`: documents in, records out.

use std::path::PathBuf;

use crate::pipeline::run::{BATCH, Output};
use crate::pipeline::{Ended, Run};
use crate::record::OffsetUnit;
use anyhow::Context;

use super::build::{Sources, rendered};
use super::input::Input;
use super::progress::{Screen, When};
use super::summary::{Form, summary};
use super::{Exit, signal, tell};

/// Write the record of each document: its entities, mentions and relations, one JSON object a line
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  chancery extract article.txt
  chancery extract news.jsonl.gz -o records.jsonl.zst --rejects rejects.jsonl
  chancery extract news/ -o records.jsonl --resume    go on where a run was cut off
  curl -s https://example.org/feed.jsonl | chancery extract - --text-field body.text --keep url
  chancery extract news.jsonl --flat | jq -r '[.document, .type, .date.value] | @tsv'

Input: .txt files (one document each; a first line `date YYYY-MM-DD Headline` gives its date), .jsonl and
.ndjson files (one object a line), folders of them, `-` for standard input; .gz and .zst are unpacked.

Exit codes: 0 all documents read, 1 some could not be read (each is told with file and line),
2 nothing could be done (wrong flags, bad rules or lists, disk full), 130 interrupted.")]
pub struct Args {
    /// Write to this file, packed if it ends in .gz or .zst
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    output: Option<PathBuf>,

    /// Write one relation a line, each with its actors' names, for jq, DuckDB, pandas
    #[arg(long, help_heading = "Output")]
    flat: bool,

    /// What offsets count: chars, bytes or utf16
    #[arg(long, value_name = "UNIT", default_value = "chars", help_heading = "Output")]
    offsets: OffsetUnit,

    /// Put title and text of each document into its record
    #[arg(long, help_heading = "Output")]
    with_text: bool,

    /// Pass these fields of the input through, under `kept`
    #[arg(long, value_name = "FIELDS", value_delimiter = ',', help_heading = "Output")]
    keep: Vec<String>,

    /// Write documents that cannot be read to this file: file, line, why and the raw line, as JSON
    #[arg(long, value_name = "FILE", help_heading = "Output")]
    rejects: Option<PathBuf>,

    /// Go on with what stands in the output file after a run was cut off
    #[arg(long, help_heading = "Output")]
    resume: bool,

    #[command(flatten)]
    input: Input,

    #[command(flatten)]
    sources: Sources,

    /// Threads to work with; 0 for one on each core
    #[arg(long, value_name = "N", default_value_t = 0, help_heading = "Run")]
    threads: usize,

    /// Bytes of input to a batch
    #[arg(long, value_name = "BYTES", default_value_t = BATCH, hide = true)]
    batch: usize,

    /// Show no progress, no warnings and no summary
    #[arg(short, long, help_heading = "Run")]
    quiet: bool,

    /// When to show a progress bar
    #[arg(long, value_name = "WHEN", default_value = "auto", help_heading = "Run")]
    progress: When,

    /// How to sum up at the end, on standard error
    #[arg(long, value_name = "FORM", default_value = "auto", help_heading = "Run")]
    summary: Form,
}

/// Runs the command.
///
/// # Errors
///
/// When it cannot do its work.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    let inputs = args.input.open()?;
    let pipeline = args.sources.builder().offsets(args.offsets).with_text(args.with_text).build().map_err(rendered)?;
    let shown = !args.quiet && args.progress.shows();
    let screen = Screen::new(shown, args.quiet, if shown { inputs.size() } else { None });
    let mut run = Run::new(&pipeline, inputs);
    args.input.set(&mut run);
    run.fields.keep.clone_from(&args.keep);
    run.flat = args.flat;
    run.output = match &args.output {
        Some(path) if path.as_os_str() != "-" => Output::File(path.clone()),
        _ => Output::Standard,
    };
    run.rejects.clone_from(&args.rejects);
    run.resume = args.resume;
    run.threads = args.threads;
    run.batch = args.batch;
    run.timed = shown || matches!(args.summary, Form::Text | Form::Json);
    signal::listen(&run.stop).context("cannot listen for Ctrl-C")?;
    let report = run.go(&screen);
    screen.close();
    let report = report.map_err(|error| {
        let advice = match (&error, &run.output) {
            (crate::pipeline::RunError::Output(_), Output::File(_)) => {
                "; with room made, `--resume` goes on from there"
            }
            _ => "",
        };
        anyhow::anyhow!("{error}{advice}")
    })?;
    if let Some(text) = summary(args.summary, shown, &report, pipeline.rules()) {
        tell(&text);
    }
    Ok(match report.ended {
        Ended::Stopped => {
            let hint = if matches!(run.output, Output::File(_)) { "; `--resume` goes on from here" } else { "" };
            tell(&format!("interrupted after {} documents{hint}", report.tally.documents + report.resumed));
            Exit::Interrupted
        }
        Ended::ClosedPipe => Exit::Clean,
        Ended::Complete if report.tally.rejected > 0 => {
            let (rejected, documents) = (report.tally.rejected, report.tally.documents + report.resumed);
            if !args.quiet {
                let plural = if rejected == 1 { "" } else { "s" };
                tell(&format!("{rejected} document{plural} rejected, {documents} read"));
            }
            Exit::SomeBad
        }
        Ended::Complete => Exit::Clean,
    })
}
