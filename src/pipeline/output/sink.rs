//! The files a run writes.

use std::fs::File;
use std::io::{self, Write};
use std::path::PathBuf;

/// A file that cannot be written.
#[derive(Debug, thiserror::Error)]
#[error("cannot write to {name}: {error}")]
pub struct SinkError {
    /// Its name as shown.
    pub name: String,
    /// Why.
    #[source]
    pub error: io::Error,
}

/// An open file or standard output.
#[derive(Debug)]
pub(in crate::pipeline) enum Sink {
    StandardOutput,
    File { path: PathBuf, file: File },
}

impl Sink {
    /// Writes all of it at once: nothing is held back here.
    pub(in crate::pipeline) fn write(&mut self, bytes: &[u8]) -> Result<(), SinkError> {
        if bytes.is_empty() {
            return Ok(());
        }
        match self {
            Sink::StandardOutput => {
                let mut out = io::stdout().lock();
                out.write_all(bytes).and_then(|()| out.flush())
            }
            Sink::File { file, .. } => file.write_all(bytes),
        }
        .map_err(|error| self.error(error))
    }

    /// Makes sure that all of it is on the disk.
    pub(in crate::pipeline) fn close(self) -> Result<(), SinkError> {
        match &self {
            Sink::StandardOutput => Ok(()),
            Sink::File { file, .. } => match file.sync_data() {
                // Pipes and devices have nothing to sync.
                Err(error) if error.kind() == io::ErrorKind::InvalidInput => Ok(()),
                result => result,
            },
        }
        .map_err(|error| self.error(error))
    }

    pub(in crate::pipeline) fn error(&self, error: io::Error) -> SinkError {
        let name = match self {
            Sink::StandardOutput => "standard output".to_owned(),
            Sink::File { path, .. } => path.display().to_string(),
        };
        SinkError { name, error }
    }
}
