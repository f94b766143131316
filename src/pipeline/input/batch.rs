//! Cuts the input into batches of whole documents. Where a batch ends depends on the input alone, so that packed output
//! has the same bytes however the input was read.

use std::io::{self, Read};
use std::ops::Range;
use std::sync::Arc;

use super::source::{Closed, Open, Opened};
use super::{Fault, Format, Origin};

/// What a piece of a batch is.
#[derive(Debug)]
pub(in crate::pipeline) enum Part {
    /// Lines of JSON, one document each.
    Lines,
    /// One text.
    Text,
    /// Something that could not be read.
    Failed(Fault),
}

/// Bytes of one file within a batch.
#[derive(Debug)]
pub(in crate::pipeline) struct Piece {
    /// The file.
    pub(in crate::pipeline) origin: Arc<Origin>,
    /// Number of the first line, from 1; 0 where lines do not count.
    pub(in crate::pipeline) line: u64,
    /// Bytes of [`Batch::bytes`].
    pub(in crate::pipeline) range: Range<usize>,
    /// What they are.
    pub(in crate::pipeline) part: Part,
}

/// Some documents, unread yet.
#[derive(Debug, Default)]
pub(in crate::pipeline) struct Batch {
    /// Its number in the run, from 0.
    pub(in crate::pipeline) number: u64,
    /// Unpacked input.
    pub(in crate::pipeline) bytes: Vec<u8>,
    /// In input order.
    pub(in crate::pipeline) pieces: Vec<Piece>,
}

impl Batch {
    fn weight(&self) -> usize {
        self.bytes.len() + self.pieces.len() * PIECE
    }

    fn push(&mut self, origin: &Arc<Origin>, line: u64, range: Range<usize>, part: Part) {
        self.pieces.push(Piece { origin: Arc::clone(origin), line, range, part });
    }
}

/// What a piece weighs besides its bytes, so that no batch holds endless empty files.
const PIECE: usize = 256;
/// So much of a line that is too long is kept for the report.
const SAMPLE: usize = 4096;

/// A file being read.
struct Current {
    file: Open,
    /// Number of the next line.
    line: u64,
    /// Read, but left for the next batch.
    carry: Vec<u8>,
}

/// Reads batches from the files of a run.
pub(in crate::pipeline) struct Batcher<I> {
    files: I,
    current: Option<Current>,
    number: u64,
    size: usize,
    longest: usize,
}

impl<I: Iterator<Item = Opened>> Batcher<I> {
    /// Batches of about `size` bytes; a document longer than `longest` bytes is refused.
    pub(in crate::pipeline) fn new(files: I, size: usize, longest: usize) -> Self {
        Batcher { files, current: None, number: 0, size: size.max(1), longest }
    }

    /// Fills `batch` anew; `false` at the end of the input.
    pub(in crate::pipeline) fn next(&mut self, batch: &mut Batch) -> bool {
        batch.bytes.clear();
        batch.bytes.shrink_to(4 * self.size);
        batch.pieces.clear();
        while batch.weight() < self.size {
            let Some(mut current) = self.current.take() else {
                match self.files.next() {
                    None => break,
                    Some(Ok(file)) => self.current = Some(Current { file, line: 1, carry: Vec::new() }),
                    Some(Err(Closed { origin, error })) => {
                        batch.push(&origin, 0, 0..0, Part::Failed(Fault::Unreadable(error)));
                    }
                }
                continue;
            };
            let full = match current.file.format {
                Format::Text => {
                    self.text(&mut current, batch);
                    false
                }
                Format::Lines => {
                    let end = self.lines(&mut current, batch);
                    if end != End::OfFile {
                        self.current = Some(current);
                    }
                    end == End::OfBatch
                }
            };
            if full {
                break;
            }
        }
        batch.number = self.number;
        self.number += 1;
        !batch.pieces.is_empty()
    }

    fn text(&self, current: &mut Current, batch: &mut Batch) {
        let start = batch.bytes.len();
        let origin = Arc::clone(&current.file.origin);
        let part = match read(&mut current.file.reader, &mut batch.bytes, self.longest + 1) {
            Err(error) => Part::Failed(Fault::Unreadable(error)),
            Ok(length) if length > self.longest => {
                batch.bytes.truncate(start + SAMPLE);
                match io::copy(&mut current.file.reader, &mut io::sink()) {
                    Ok(rest) => Part::Failed(Fault::TooLong { bytes: length as u64 + rest, most: self.longest }),
                    Err(error) => Part::Failed(Fault::Unreadable(error)),
                }
            }
            Ok(_) => Part::Text,
        };
        batch.push(&origin, 0, start..batch.bytes.len(), part);
    }

    /// Takes whole lines up to the size of a batch; one longer line where the batch is empty.
    fn lines(&self, current: &mut Current, batch: &mut Batch) -> End {
        let start = batch.bytes.len();
        let most = start + self.size.saturating_sub(batch.weight()).max(1);
        batch.bytes.append(&mut current.carry);
        let mut state = Ok(usize::MAX);
        if let Some(room) = most.checked_sub(batch.bytes.len()).filter(|room| *room > 0) {
            state = read(&mut current.file.reader, &mut batch.bytes, room).map(|got| if got < room { 0 } else { got });
        }
        match state {
            Ok(0) if batch.bytes.len() <= most => {
                let end = batch.bytes.len();
                current.take(batch, start..end);
                return End::OfFile;
            }
            Ok(_) => {}
            Err(error) => return current.fail(batch, start, error),
        }
        let border = most.min(batch.bytes.len());
        if let Some(last) = memchr::memrchr(b'\n', &batch.bytes[start..border]) {
            let cut = start + last + 1;
            current.carry.extend_from_slice(&batch.bytes[cut..]);
            batch.bytes.truncate(cut);
            current.take(batch, start..cut);
            return End::OfBatch;
        }
        if start > 0 || !batch.pieces.is_empty() {
            current.carry.extend_from_slice(&batch.bytes[start..]);
            batch.bytes.truncate(start);
            return End::OfBatch;
        }
        self.long_line(current, batch)
    }

    /// The batch holds the beginning of a line longer than itself.
    fn long_line(&self, current: &mut Current, batch: &mut Batch) -> End {
        let mut searched = 0;
        let mut dropped = 0;
        loop {
            if let Some(at) = memchr::memchr(b'\n', &batch.bytes[searched..]) {
                let end = searched + at;
                current.carry.extend_from_slice(&batch.bytes[end + 1..]);
                self.close_long_line(current, batch, end, dropped);
                return End::OfBatch;
            }
            searched = batch.bytes.len();
            if searched > self.longest {
                // Too long already: the sample stays.
                dropped += (searched - SAMPLE) as u64;
                batch.bytes.truncate(SAMPLE);
                searched = SAMPLE;
            }
            match read(&mut current.file.reader, &mut batch.bytes, self.size.max(64 * 1024)) {
                Ok(0) => {
                    let end = batch.bytes.len();
                    self.close_long_line(current, batch, end, dropped);
                    return End::OfFile;
                }
                Ok(_) => {}
                Err(error) => return current.fail(batch, 0, error),
            }
        }
    }

    fn close_long_line(&self, current: &mut Current, batch: &mut Batch, end: usize, dropped: u64) {
        let length = end as u64 + dropped;
        let part = if length > self.longest as u64 {
            batch.bytes.truncate(end.min(SAMPLE));
            Part::Failed(Fault::TooLong { bytes: length, most: self.longest })
        } else {
            batch.bytes.truncate(end);
            Part::Lines
        };
        batch.push(&current.file.origin, current.line, 0..batch.bytes.len(), part);
        current.line += 1;
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    OfFile,
    OfBatch,
}

impl Current {
    /// Adds whole lines to the batch.
    fn take(&mut self, batch: &mut Batch, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        let lines = memchr::memchr_iter(b'\n', &batch.bytes[range.clone()]).count() as u64;
        batch.push(&self.file.origin, self.line, range, Part::Lines);
        self.line += lines;
    }

    /// The file gave an error: the lines before it stand.
    fn fail(&mut self, batch: &mut Batch, start: usize, error: io::Error) -> End {
        let whole = memchr::memrchr(b'\n', &batch.bytes[start..]).map_or(start, |last| start + last + 1);
        self.take(batch, start..whole);
        batch.bytes.truncate(batch.bytes.len().min(whole + SAMPLE));
        let range = whole..batch.bytes.len();
        batch.push(&self.file.origin, self.line, range, Part::Failed(Fault::Unreadable(error)));
        End::OfFile
    }
}

/// Appends up to `most` bytes; fewer only at the end. After an error what was read before it is there.
fn read(reader: &mut dyn Read, into: &mut Vec<u8>, most: usize) -> io::Result<usize> {
    reader.take(most as u64).read_to_end(into)
}

#[cfg(test)]
mod tests;
