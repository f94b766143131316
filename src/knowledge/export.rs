//! What every export has in common: documents go in one after another, joined events come at the end.

use std::io::{self, BufRead};

use crate::record::{ReadError, Records};

use super::{Joined, Joiner};

/// Writes records in a shape of others.
pub trait Export {
    /// Writes one document.
    ///
    /// # Errors
    ///
    /// When what is written to refuses.
    fn document(&mut self, joined: &Joined<'_>) -> Result<(), ExportError>;

    /// Writes what is known only at the end: the joined events.
    ///
    /// # Errors
    ///
    /// When what is written to refuses.
    fn finish(&mut self, joiner: &Joiner<'_>) -> Result<(), ExportError>;
}

/// Why nothing more can be written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The file or stream refuses.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// A table refuses.
    #[error(transparent)]
    Csv(#[from] csv::Error),
    /// The database refuses.
    #[cfg(feature = "sqlite")]
    #[error(transparent)]
    Sql(#[from] rusqlite::Error),
    /// The database holds something else.
    #[error("this is no database of Chancery's that this version knows (user_version {version})")]
    Database {
        /// What it says of itself.
        version: i64,
    },
    /// A Parquet file refuses.
    #[cfg(feature = "parquet")]
    #[error(transparent)]
    Parquet(#[from] parquet::errors::ParquetError),
}

/// How many documents came in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Written.
    pub documents: u64,
    /// Skipped, as a document of the same id had come before.
    pub doubles: u64,
    /// Lines that are no record.
    pub bad: u64,
}

/// Writes all records of one stream; [`Export::finish`] is left to the caller, after the last stream. Lines that are no
/// record are told to `bad` with their number and skipped.
///
/// # Errors
///
/// When what is written to refuses, or the stream breaks off.
pub fn export<R: BufRead>(
    records: &mut Records<R>,
    joiner: &mut Joiner<'_>,
    to: &mut dyn Export,
    bad: &mut dyn FnMut(u64, &ReadError),
) -> Result<Tally, ExportError> {
    let mut tally = Tally::default();
    loop {
        let error = match records.read() {
            Ok(Some(record)) => {
                match joiner.join(&record) {
                    Some(joined) => {
                        to.document(&joined)?;
                        tally.documents += 1;
                    }
                    None => tally.doubles += 1,
                }
                continue;
            }
            Ok(None) => return Ok(tally),
            Err(ReadError::Io(broken)) => return Err(broken.into()),
            Err(error) => error,
        };
        bad(records.line_number(), &error);
        tally.bad += 1;
    }
}
