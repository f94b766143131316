//! `chancery completions` and `chancery man`: made from the flags themselves.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::CommandFactory;
use clap_complete::Shell;

use super::records::output;
use super::{Cli, Exit};

/// Write completions for a shell
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  chancery completions bash > ~/.local/share/bash-completion/completions/chancery
  chancery completions zsh > ~/.zfunc/_chancery
  chancery completions fish > ~/.config/fish/completions/chancery.fish")]
pub struct Args {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// Runs `completions`.
///
/// # Errors
///
/// When standard output refuses.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "chancery", &mut script);
    put(&script)
}

/// Write the manual: one page, or a page for each command into a folder
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  chancery man | man -l -
  chancery man ~/.local/share/man/man1")]
pub struct ManArgs {
    /// Write a page for each command into this folder
    #[arg(value_name = "FOLDER")]
    folder: Option<PathBuf>,
}

/// Runs `man`.
///
/// # Errors
///
/// When a page cannot be written.
pub fn man(args: &ManArgs) -> anyhow::Result<Exit> {
    let mut command = Cli::command();
    command.build();
    match &args.folder {
        Some(folder) => {
            std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
            clap_mangen::generate_to(command, folder)
                .with_context(|| format!("cannot write to {}", Path::display(folder)))?;
            Ok(Exit::Clean)
        }
        None => {
            let mut page = Vec::new();
            clap_mangen::Man::new(command).render(&mut page)?;
            put(&page)
        }
    }
}

pub(super) fn put(bytes: &[u8]) -> anyhow::Result<Exit> {
    let mut out = output(None)?;
    out.write_all(bytes)?;
    out.flush()?;
    Ok(Exit::Clean)
}
