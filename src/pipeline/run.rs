//! Many documents over all cores, written in input order.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use jiff::civil::Date;

use crate::text::Document;

use super::crew::{Crew, Feed, Writer};
use super::input::{Batch, Batcher, Fields, Inputs};
use super::output::{Message, Packing, Sink, SinkError};
use super::resume::ResumeError;
use super::rewind::{Rewind, rewind};
use super::work::{Method, items};
use super::{Pipeline, Tally};

/// Bytes of input in a batch: enough that handing it round costs nothing, little enough that all cores have work and
/// that what waits to be written is small.
pub const BATCH: usize = 1 << 18;
/// The longest document, in bytes of its line or file.
pub const LONGEST: usize = 80_000_000;

/// Where records go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Output {
    /// Standard output.
    #[default]
    Standard,
    /// A file, packed as its name says (`.gz`, `.zst`).
    File(PathBuf),
    /// Nowhere: for measuring.
    Nowhere,
}

/// Why a run cannot begin or go on.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// A file cannot be opened or written.
    #[error("{0}")]
    Output(#[from] SinkError),
    /// An output is also an input.
    #[error("{path} is read and written in one run: write to another file")]
    SameFile {
        /// The file.
        path: String,
    },
    /// The run cannot be resumed.
    #[error("{0}")]
    Resume(#[from] ResumeError),
    /// The threads cannot be started.
    #[error("cannot start {threads} threads: {why}")]
    Threads {
        /// How many.
        threads: usize,
        /// Why.
        why: String,
    },
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// All input was read.
    Complete,
    /// Whoever read the records wants no more.
    ClosedPipe,
    /// [`Run::stop`] said so.
    Stopped,
}

/// What a run did.
#[derive(Clone, Debug)]
pub struct Report {
    /// What was read and found by this run.
    pub tally: Tally,
    /// Documents of an earlier run that were found done.
    pub resumed: u64,
    /// How it ended.
    pub ended: Ended,
    /// Wall time.
    pub elapsed: Duration,
    /// Nanoseconds each document took, if asked for, in input order.
    pub latencies: Vec<u64>,
}

/// Follows a run. All calls come one at a time, in input order.
pub trait Watch: Sync {
    /// A document could not be read, or not wholly.
    fn message(&self, message: &Message);
    /// A batch is written: its counts, and how many bytes were read from the disk so far.
    fn moved(&self, batch: &Tally, read: u64) {
        let _ = (batch, read);
    }
}

/// A run over many documents.
#[derive(Clone, Debug)]
pub struct Run<'p> {
    /// Names and rules.
    pub pipeline: &'p Pipeline,
    /// What to read.
    pub inputs: Inputs,
    /// Which fields of a line are the document.
    pub fields: Fields,
    /// The date of documents that tell none.
    pub date: Option<Date>,
    /// One relation a line, in place of one document.
    pub flat: bool,
    /// Where records go.
    pub output: Output,
    /// Where lines go that could not be read.
    pub rejects: Option<PathBuf>,
    /// Whether to go on with what stands in the output.
    pub resume: bool,
    /// How many threads; 0 for one on each core.
    pub threads: usize,
    /// Bytes of input in a batch. Records do not depend on it; the borders of packed members do.
    pub batch: usize,
    /// The longest document in bytes; a longer one is rejected.
    pub longest: usize,
    /// Whether to count the time of each step.
    pub timed: bool,
    /// Whether to keep the time each document took.
    pub latencies: bool,
    /// Set to end the run: whole batches stand in the output then.
    pub stop: Arc<AtomicBool>,
}

impl<'p> Run<'p> {
    /// A run with the usual choices: to standard output, on all cores.
    pub fn new(pipeline: &'p Pipeline, inputs: Inputs) -> Self {
        Run {
            pipeline,
            inputs,
            fields: Fields::default(),
            date: None,
            flat: false,
            output: Output::Standard,
            rejects: None,
            resume: false,
            threads: 0,
            batch: BATCH,
            longest: LONGEST,
            timed: false,
            latencies: false,
            stop: Arc::default(),
        }
    }

    /// Reads the documents and gives them to `each`, without looking into them; what cannot be read is left out.
    pub fn documents(&self, each: &mut dyn FnMut(&Document<'_>)) {
        let method = self.method(Packing::Plain);
        let mut batcher = Batcher::new(self.inputs.open(&Arc::default(), &self.stop), self.batch, self.longest);
        let mut batch = Batch::default();
        while batcher.next(&mut batch) {
            for read in items(&batch).filter_map(|item| method.read(item).ok()) {
                each(&read.document);
            }
        }
    }

    fn method(&self, packing: Packing) -> Method<'_> {
        Method {
            pipeline: self.pipeline,
            fields: &self.fields,
            date: self.date,
            flat: self.flat,
            packing,
            latencies: self.latencies,
        }
    }

    /// Reads everything and writes the records.
    ///
    /// # Errors
    ///
    /// When an output cannot be opened or written, or the run cannot be resumed. A document that cannot be read is no
    /// error: it is told to `watch`.
    pub fn go(&self, watch: &dyn Watch) -> Result<Report, RunError> {
        self.guard_inputs()?;
        let begun = Instant::now();
        let packing = match &self.output {
            Output::File(path) => Packing::of_name(path),
            Output::Standard | Output::Nowhere => Packing::Plain,
        };
        let method = self.method(packing);
        let read = Arc::new(AtomicU64::new(0));
        let longest = self.longest.min(u32::MAX as usize / 2);
        let mut batcher = Batcher::new(self.inputs.open(&read, &self.stop), self.batch, longest);
        let mut rejects = self.rejects.as_deref().map(create).transpose()?;
        let start = match (&self.output, self.resume) {
            (Output::File(path), true) if path.exists() => {
                Some(rewind(path, &method, &mut batcher, rejects.as_mut(), watch, &self.stop)?)
            }
            (Output::File(_), _) | (_, false) => None,
            (_, true) => return Err(ResumeError::NoFile.into()),
        };
        let (output, feed, tally, resumed) = match start {
            Some(Rewind { file, at, tally, resumed }) => {
                let Output::File(path) = &self.output else { return Err(ResumeError::NoFile.into()) };
                (Some(Sink::File { path: path.clone(), file }), Feed { batcher, first: at }, tally, resumed)
            }
            None => {
                let output = match &self.output {
                    Output::Standard => Some(Sink::StandardOutput),
                    Output::File(path) => Some(create(path)?),
                    Output::Nowhere => None,
                };
                (output, Feed { batcher, first: None }, Tally::default(), 0)
            }
        };
        let threads = if self.threads == 0 { rayon::current_num_threads() } else { self.threads };
        let writer = Writer { output, rejects, tally, latencies: Vec::new(), failed: None, watch, read: &read };
        let crew = Crew {
            method,
            timed: self.timed,
            first: feed.first.as_ref().map_or(0, |(batch, _)| batch.number),
            feed: Mutex::new(feed),
            writer: Mutex::new(writer),
            failed: AtomicBool::new(false),
            stop: &self.stop,
            threads,
        };
        crew.run()?.report(begun, resumed, &self.stop)
    }

    /// Writing over what is being read would lose it.
    fn guard_inputs(&self) -> Result<(), RunError> {
        if self.resume && self.inputs.has_standard_input() {
            return Err(ResumeError::StandardInput.into());
        }
        let mut outputs: Vec<&Path> = self.rejects.as_deref().into_iter().collect();
        if let Output::File(path) = &self.output {
            outputs.push(path);
        }
        let same = |a: &Path, b: &Path| matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b);
        for output in &outputs {
            let is_file = output.metadata().is_ok_and(|m| m.is_file());
            if is_file && self.inputs.named().any(|input| same(input, output)) {
                return Err(RunError::SameFile { path: output.display().to_string() });
            }
        }
        match outputs[..] {
            [one, other] if one == other => Err(RunError::SameFile { path: one.display().to_string() }),
            _ => Ok(()),
        }
    }
}

fn create(path: &Path) -> Result<Sink, SinkError> {
    let file = File::create(path).map_err(|error| SinkError { name: path.display().to_string(), error })?;
    Ok(Sink::File { path: path.to_owned(), file })
}
