//! The flags that say which names and rules a command works with.

use std::fmt;
use std::io::IsTerminal;
use std::path::PathBuf;

use crate::pipeline::{BuildError, Pipeline, PipelineBuilder};

/// Names and rules of a user.
#[derive(Debug, Default, clap::Args)]
pub(super) struct Sources {
    /// Add lists of names from this folder: people/*.tsv, places/*.tsv, organizations/*.tsv
    #[arg(long, value_name = "DIR", help_heading = "Names and rules")]
    pub(super) gazetteer: Vec<PathBuf>,

    /// Add rules from this folder: *.toml
    #[arg(long, value_name = "DIR", help_heading = "Names and rules")]
    pub(super) rules: Vec<PathBuf>,

    /// Leave a rule out, by its id (meet/met)
    #[arg(long, value_name = "RULE", value_delimiter = ',', help_heading = "Names and rules")]
    pub(super) disable: Vec<String>,

    /// Look for these types of relations only; `all` for every type there are rules for
    #[arg(
        long = "type",
        value_name = "TYPES",
        value_delimiter = ',',
        default_value = "meeting,cooperation",
        help_heading = "Names and rules"
    )]
    pub(super) types: Vec<String>,
}

impl Sources {
    /// A builder with all of them.
    pub(super) fn builder(&self) -> PipelineBuilder {
        let mut builder = Pipeline::builder();
        for dir in &self.gazetteer {
            builder = builder.gazetteer(dir);
        }
        for dir in &self.rules {
            builder = builder.rules(dir);
        }
        for rule in &self.disable {
            builder = builder.disable(rule);
        }
        builder.types(self.types.iter().map(|name| name.trim()))
    }
}

/// An error that is already written out, over several lines.
#[derive(Debug)]
pub(super) struct Rendered(pub(super) String);

impl fmt::Display for Rendered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Rendered {}

/// Whether messages may have colours: standard error is a terminal and nobody said `NO_COLOR`.
pub(super) fn colored() -> bool {
    std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// Mistakes in lists and rules keep their carets.
pub(super) fn rendered(error: BuildError) -> anyhow::Error {
    match error {
        BuildError::Lists(error) => Rendered(error.render(colored())).into(),
        BuildError::Rules(error) => Rendered(error.render(colored())).into(),
        BuildError::UnknownType { .. } => error.into(),
    }
}
