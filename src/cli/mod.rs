//! Flags and commands.

pub mod bench;
pub mod check;
pub mod completions;
pub mod eval;
pub mod exit;
pub mod explain;
pub mod export;
pub mod extract;
pub mod lookup;
pub mod view;

mod build;
mod input;
mod progress;
mod records;
mod signal;
mod summary;

use std::io::Write;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand, ValueEnum};

pub use exit::Exit;

use crate::record::{flat_schema, record_schema};

/// Reads news and keeps the record: who met whom, who works with whom, when, where, on what, and who says so.
#[derive(Debug, Parser)]
#[command(name = "chancery", version, max_term_width = 100, arg_required_else_help = true)]
#[command(after_help = "\
Examples:
  chancery extract article.txt              the record of one article
  chancery extract news/ -o records.jsonl   of a folder of .txt and .jsonl files
  chancery check my-rules/                  are these rules and lists good?
  chancery bench news.jsonl                 how fast is this machine?
  chancery help extract                     all flags of a command

Exit codes: 0 all went well, 1 some documents could not be read, 2 the command could not do its work.")]
struct Cli {
    /// Print what the lists are made from, and the licences
    #[arg(long, exclusive = true)]
    licenses: bool,

    #[command(subcommand)]
    command: Option<Command>,

    /// Print the JSON Schema of a record, or of a line of --flat
    #[arg(long, value_name = "SHAPE", num_args = 0..=1, default_missing_value = "record", exclusive = true)]
    json_schema: Option<SchemaOf>,
}

/// Lines that have a schema.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum SchemaOf {
    Record,
    Flat,
}

/// What the lists are made from, with licences and credits.
const NOTICE: &str = include_str!("../../NOTICE");

#[derive(Debug, Subcommand)]
enum Command {
    Extract(Box<extract::Args>),
    Explain(explain::Args),
    Check(check::Args),
    Lookup(lookup::Args),
    Export(export::Args),
    View(view::Args),
    Eval(eval::Args),
    Completions(completions::Args),
    Man(completions::ManArgs),
    Bench(bench::Args),
}

/// Runs the command line.
pub fn main() -> ExitCode {
    let Cli { command, json_schema, licenses } = Cli::parse();
    let result = match command {
        Some(Command::Extract(args)) => extract::run(&args),
        Some(Command::Explain(args)) => explain::run(&args),
        Some(Command::Check(args)) => check::run(&args),
        Some(Command::Lookup(args)) => lookup::run(&args),
        Some(Command::Export(args)) => export::run(&args),
        Some(Command::View(args)) => view::run(&args),
        Some(Command::Eval(args)) => eval::run(&args),
        Some(Command::Bench(args)) => bench::run(&args),
        Some(Command::Completions(args)) => completions::run(&args),
        Some(Command::Man(args)) => completions::man(&args),
        None if licenses => {
            std::io::stdout().lock().write_all(NOTICE.as_bytes()).map_err(Into::into).map(|()| Exit::Clean)
        }
        None => schema(json_schema),
    };
    match result {
        Ok(exit) => exit.into(),
        Err(error) if is_closed_pipe(&error) => Exit::Clean.into(),
        Err(error) => {
            tell(&match error.downcast_ref::<build::Rendered>() {
                Some(rendered) => rendered.to_string(),
                None => format!("error: {error:#}"),
            });
            Exit::Failed.into()
        }
    }
}

fn schema(of: Option<SchemaOf>) -> anyhow::Result<Exit> {
    let schema = match of {
        Some(SchemaOf::Record) => record_schema(),
        Some(SchemaOf::Flat) => flat_schema(),
        None => return Cli::command().print_help().map(|()| Exit::Failed).map_err(Into::into),
    };
    let mut text = serde_json::to_vec_pretty(&schema)?;
    text.push(b'\n');
    completions::put(&text)
}

/// Whoever reads our output wants no more of it: that is no failure.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<std::io::Error>())
        .any(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}

/// Writes a line to standard error; where that is closed nobody wants to know.
fn tell(line: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}
