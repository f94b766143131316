//! The flags that say what is read and how.

use std::path::PathBuf;

use jiff::civil::Date;

use crate::mention::date::read_date;
use crate::pipeline::Run;
use crate::pipeline::input::{Fields, Format, InputError, Inputs};
use crate::pipeline::run::LONGEST;

/// What is read and how.
#[derive(Debug, clap::Args)]
pub(super) struct Input {
    /// Files and folders to read, in this order; `-` is standard input
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,

    /// How all input stands: jsonl or txt; else the names or the first bytes of files tell
    #[arg(long, value_name = "FORMAT", help_heading = "Input")]
    format: Option<Format>,

    /// Field with the document's id; a dot leads into an object (meta.id)
    #[arg(long, value_name = "FIELD", default_value = "id", help_heading = "Input")]
    id_field: String,

    /// Field with the text
    #[arg(long, value_name = "FIELD", default_value = "text", help_heading = "Input")]
    text_field: String,

    /// Field with a headline
    #[arg(long, value_name = "FIELD", default_value = "title", help_heading = "Input")]
    title_field: String,

    /// Field with the date of publication
    #[arg(long, value_name = "FIELD", default_value = "date", help_heading = "Input")]
    date_field: String,

    /// Date of publication of documents that tell none
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date, help_heading = "Input")]
    date: Option<Date>,

    /// Reject documents longer than so many bytes
    #[arg(long, value_name = "BYTES", default_value_t = LONGEST, help_heading = "Input")]
    longest: usize,
}

fn date(written: &str) -> Result<Date, String> {
    read_date(written).ok_or_else(|| "no date; write YYYY-MM-DD".to_owned())
}

impl Input {
    /// The files to read.
    pub(super) fn open(&self) -> Result<Inputs, InputError> {
        Inputs::new(&self.paths, self.format)
    }

    /// Tells a run how to read them.
    pub(super) fn set(&self, run: &mut Run<'_>) {
        run.fields = Fields {
            id: self.id_field.clone(),
            text: self.text_field.clone(),
            title: self.title_field.clone(),
            date: self.date_field.clone(),
            keep: Vec::new(),
        };
        run.date = self.date;
        run.longest = self.longest;
    }
}
