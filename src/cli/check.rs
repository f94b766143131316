//! `chancery check`: are these rules and lists good?

use std::path::{Path, PathBuf};

use anyhow::bail;

use crate::gazetteer::{self, Gazetteer};
use crate::relation::check_examples;
use crate::rule::{Rule, RuleBook};

use super::build::colored;
use super::{Exit, tell};

/// Check rules and lists of names: those named, or the product's own
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  chancery check                   the rules and lists that come with the product
  chancery check my-rules/         a folder of .toml rule files
  chancery check my-rules/a.toml   one rule file
  chancery check my-lists/         a folder of people/*.tsv, places/*.tsv, organizations/*.tsv

Exit codes: 0 all is well, 1 mistakes were found, 2 nothing could be checked.")]
pub struct Args {
    /// Rule files, folders of rules, folders of lists
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
}

/// Runs the command.
///
/// # Errors
///
/// When a path is missing or holds nothing to check.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    let mut exit = Exit::Clean;
    if args.paths.is_empty() {
        report(own(), &mut exit);
    }
    for path in &args.paths {
        report(one(path)?, &mut exit);
    }
    Ok(exit)
}

fn report(result: Result<String, String>, exit: &mut Exit) {
    match result {
        Ok(good) => tell(&good),
        Err(mistakes) => {
            tell(&mistakes);
            *exit = Exit::SomeBad;
        }
    }
}

fn own() -> Result<String, String> {
    let lists = Gazetteer::embedded().map_err(|error| error.render(colored()))?;
    let book = RuleBook::embedded().map_err(|error| error.render(colored()))?;
    let rules: Vec<&Rule> = book.rules.iter().collect();
    run_examples(&book, &rules, &lists)?;
    Ok(format!("{}, {} entries in the lists: all good", told(&rules), lists.len()))
}

/// Every rule finds what its examples say and nothing in its rejects.
fn run_examples(book: &RuleBook, rules: &[&Rule], lists: &Gazetteer) -> Result<(), String> {
    let wrong: Vec<String> =
        check_examples(book, rules.iter().copied(), lists).iter().map(|mistake| mistake.render(colored())).collect();
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n\n")) }
}

fn told(rules: &[&Rule]) -> String {
    let examples: usize = rules.iter().map(|rule| rule.examples.len() + rule.rejects.len()).sum();
    let noun = if rules.len() == 1 { "rule" } else { "rules" };
    format!("{} {noun} with {examples} examples and rejects", rules.len())
}

fn one(path: &Path) -> anyhow::Result<Result<String, String>> {
    if !path.exists() {
        bail!("{}: no such file or folder", path.display());
    }
    let shown = path.display();
    let is_list = ["people", "places", "organizations"].iter().any(|dir| path.join(dir).is_dir());
    if is_list {
        return Ok(match gazetteer::check(path) {
            Ok(count) => Ok(format!("{shown}: {} entries with {} names: all good", count.entries, count.names)),
            Err(error) => Err(error.render(colored())),
        });
    }
    let has_rules =
        path.is_file() || path.read_dir()?.flatten().any(|entry| entry.path().extension().is_some_and(|e| e == "toml"));
    if !has_rules {
        bail!("{shown}: nothing to check here; rules are .toml files, lists stand in people/, places/, organizations/");
    }
    // As `extract --rules` takes them: beside the product's own, whose lists they may use and whose rules they may replace.
    let builder = RuleBook::builder().embedded();
    let builder = if path.is_dir() { builder.dir(path) } else { builder.file(path) };
    let built = builder.build().map_err(|error| error.render(colored()));
    let lists = Gazetteer::embedded()?;
    Ok(built.and_then(|book| {
        let rules: Vec<&Rule> = book.rules.iter().filter(|rule| !book.is_embedded(rule)).collect();
        run_examples(&book, &rules, &lists)?;
        Ok(format!("{shown}: {}: all good", told(&rules)))
    }))
}
