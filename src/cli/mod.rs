//! Flags and commands.

pub mod check;
pub mod eval;
pub mod exit;
pub mod explain;
pub mod export;
pub mod extract;
pub mod lookup;
pub mod view;

mod build;
mod progress;
mod records;
mod signal;
mod summary;

use std::io::Write;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

pub use exit::Exit;

/// Reads news and keeps the record: who met whom, who works with whom, when, where, on what, and who says so.
#[derive(Debug, Parser)]
#[command(name = "chancery", version, max_term_width = 100, arg_required_else_help = true)]
#[command(after_help = "\
Examples:
  chancery extract article.txt              the record of one article
  chancery extract news/ -o records.jsonl   of a folder of .txt and .jsonl files
  chancery check my-rules/                  are these rules and lists good?
  chancery help extract                     all flags of a command

Exit codes: 0 all went well, 1 some documents could not be read, 2 the command could not do its work.")]
struct Cli {
    /// Print what the lists are made from, and the licences
    #[arg(long, exclusive = true)]
    licenses: bool,

    #[command(subcommand)]
    command: Option<Command>,
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
}

/// Runs the command line.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let Some(command) = cli.command else {
        // Clap asks for a command where there is no flag either.
        return exit(std::io::stdout().lock().write_all(NOTICE.as_bytes()).map_err(Into::into).map(|()| Exit::Clean));
    };
    exit(match command {
        Command::Extract(args) => extract::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Lookup(args) => lookup::run(&args),
        Command::Export(args) => export::run(&args),
        Command::View(args) => view::run(&args),
        Command::Eval(args) => eval::run(&args),
    })
}

/// Tells of a failure, and gives the exit code.
fn exit(result: anyhow::Result<Exit>) -> ExitCode {
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
