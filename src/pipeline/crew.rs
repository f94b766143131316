//! The threads of a run: each reads a batch, makes its records and hands them in.

use std::io;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use super::input::{Batch, Batcher, Opened};
use super::output::{Order, Sink, SinkError, Spare};
use super::run::{BATCH, Ended, Report, RunError, Watch};
use super::work::{Done, Method};
use super::{Scratch, Tally};

/// Batches in work or waiting, for each thread.
const AHEAD: u64 = 2;
/// The records of a batch are about twice as long as it; a buffer that became longer is not kept.
const SPARE: usize = 8 * BATCH;

/// Gives out batches, at first the rest of one that was begun.
pub(super) struct Feed<I> {
    pub(super) batcher: Batcher<I>,
    /// A batch and how many of its items are done.
    pub(super) first: Option<(Batch, usize)>,
}

/// Takes in what is done, in order.
pub(super) struct Writer<'r> {
    pub(super) output: Option<Sink>,
    pub(super) rejects: Option<Sink>,
    pub(super) tally: Tally,
    pub(super) latencies: Vec<u64>,
    pub(super) failed: Option<SinkError>,
    pub(super) watch: &'r dyn Watch,
    pub(super) read: &'r AtomicU64,
}

impl Writer<'_> {
    /// Writes one batch and gives its buffer back; `false` when no more can be written.
    fn take(&mut self, mut done: Done, spare: &Spare) -> bool {
        for message in &done.messages {
            self.watch.message(message);
        }
        let result = self.write(&mut done, spare);
        self.tally.add(&done.tally);
        self.latencies.append(&mut done.latencies);
        self.watch.moved(&done.tally, self.read.load(Ordering::Relaxed));
        self.failed = result.err();
        self.failed.is_none()
    }

    fn write(&mut self, done: &mut Done, spare: &Spare) -> Result<(), SinkError> {
        // Rejects first: records that stand there are told to a resumed run, rejects are found again.
        if let Some(rejects) = &mut self.rejects {
            rejects.write(&done.rejects)?;
        }
        let bytes = std::mem::replace(&mut done.output, Ok(Vec::new()));
        match (&mut self.output, bytes) {
            (Some(output), Ok(bytes)) => {
                output.write(&bytes)?;
                spare.give(bytes);
            }
            (None, Ok(bytes)) => spare.give(bytes),
            (Some(output), Err(error)) => return Err(output.error(error)),
            (None, Err(_)) => {}
        }
        Ok(())
    }

    pub(super) fn report(self, begun: Instant, resumed: u64, stop: &AtomicBool) -> Result<Report, RunError> {
        let mut ended = if stop.load(Ordering::Relaxed) { Ended::Stopped } else { Ended::Complete };
        let closed = match self.failed {
            Some(error) => Err(error),
            None => self.output.into_iter().chain(self.rejects).try_for_each(Sink::close),
        };
        match closed {
            Err(error) if error.error.kind() == io::ErrorKind::BrokenPipe => ended = Ended::ClosedPipe,
            result => result?,
        }
        Ok(Report { tally: self.tally, resumed, ended, elapsed: begun.elapsed(), latencies: self.latencies })
    }
}

/// The threads of a run and what they share.
pub(super) struct Crew<'r, I> {
    pub(super) method: Method<'r>,
    pub(super) timed: bool,
    pub(super) first: u64,
    pub(super) feed: Mutex<Feed<I>>,
    pub(super) writer: Mutex<Writer<'r>>,
    /// Whether writing has failed.
    pub(super) failed: AtomicBool,
    pub(super) stop: &'r AtomicBool,
    pub(super) threads: usize,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl<'r, I: Iterator<Item = Opened> + Send> Crew<'r, I> {
    /// Works until the input ends. Each thread reads a batch, makes its records and hands them in; there are no other
    /// threads, so that one thread is one thread.
    pub(super) fn run(self) -> Result<Writer<'r>, RunError> {
        let order = Order::new(self.first, AHEAD * self.threads as u64);
        let spare = Spare::new(SPARE);
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(self.threads)
            .build()
            .map_err(|error| RunError::Threads { threads: self.threads, why: error.to_string() })?;
        pool.broadcast(|_| self.work(&order, &spare));
        Ok(self.writer.into_inner().unwrap_or_else(PoisonError::into_inner))
    }

    fn work(&self, order: &Order<Done>, spare: &Spare) {
        let mut scratch = if self.timed { Scratch::timed() } else { Scratch::default() };
        let mut batch = Batch::default();
        let stop = || self.failed.load(Ordering::Relaxed) || self.stop.load(Ordering::Relaxed);
        loop {
            let skip = {
                let mut feed = lock(&self.feed);
                let skip = match feed.first.take() {
                    Some((first, skip)) => {
                        batch = first;
                        skip
                    }
                    None if !stop() && feed.batcher.next(&mut batch) => 0,
                    None => return,
                };
                if !order.begin(batch.number) {
                    return;
                }
                skip
            };
            let done = self.method.work(&batch, skip, &mut scratch, spare.take(), &stop);
            if stop() {
                // The batch may be unfinished: what is written ends with the one before it.
                order.stop();
                return;
            }
            order.put(batch.number, done, |done| {
                let goes_on = lock(&self.writer).take(done, spare);
                if !goes_on {
                    self.failed.store(true, Ordering::Relaxed);
                }
                goes_on
            });
        }
    }
}
