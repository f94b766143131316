//! One batch from bytes to records, by one thread.

use std::borrow::Cow;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

use jiff::civil::Date;

use crate::record::Kept;
use crate::text::{DateSource, Document};

use super::input::{Batch, Fault, Fields, Origin, Part, Piece, headed};
use super::output::{Message, Packing, reject};
use super::{Pipeline, Scratch, Step, Tally};

/// After a document of more bytes the buffers are made anew: few are as long, and each thread would hold room for one for
/// good.
const LONG: usize = 1 << 15;

/// How documents become records; the same for a whole run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Method<'p> {
    pub(super) pipeline: &'p Pipeline,
    pub(super) fields: &'p Fields,
    /// For documents that tell no date.
    pub(super) date: Option<Date>,
    /// One relation a line.
    pub(super) flat: bool,
    pub(super) packing: Packing,
    /// Whether to keep the time each document took.
    pub(super) latencies: bool,
}

/// What became of a batch.
#[derive(Debug)]
pub(super) struct Done {
    /// Packed records.
    pub(super) output: io::Result<Vec<u8>>,
    /// Lines for the rejects file.
    pub(super) rejects: Vec<u8>,
    pub(super) messages: Vec<Message>,
    pub(super) tally: Tally,
    /// Nanoseconds of each document, if asked for.
    pub(super) latencies: Vec<u64>,
}

/// One document of a batch, unread.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item<'b> {
    pub(super) piece: &'b Piece,
    pub(super) line: u64,
    pub(super) raw: &'b [u8],
}

/// A document that was read.
#[derive(Debug)]
pub(super) struct Read<'a> {
    pub(super) document: Document<'a>,
    pub(super) kept: Kept<'a>,
    pub(super) bad_date: Option<String>,
}

/// The documents of a batch in order, and what failed between them; blank lines are none.
pub(super) fn items(batch: &Batch) -> impl Iterator<Item = Item<'_>> {
    batch.pieces.iter().flat_map(|piece| {
        let bytes = &batch.bytes[piece.range.clone()];
        let mut rest = bytes;
        let mut line = piece.line;
        let mut whole = !matches!(piece.part, Part::Lines);
        std::iter::from_fn(move || {
            if whole {
                whole = false;
                return Some(Item { piece, line, raw: std::mem::take(&mut rest) });
            }
            while !rest.is_empty() {
                let (raw, after) = match memchr::memchr(b'\n', rest) {
                    Some(end) => (&rest[..end], &rest[end + 1..]),
                    None => (rest, &[][..]),
                };
                rest = after;
                line += 1;
                if !raw.iter().all(u8::is_ascii_whitespace) {
                    return Some(Item { piece, line: line - 1, raw });
                }
            }
            None
        })
    })
}

impl<'p> Method<'p> {
    /// Reads one document.
    pub(super) fn read<'a>(&self, item: Item<'a>) -> Result<Read<'a>, Fault>
    where
        'p: 'a,
    {
        let text = || std::str::from_utf8(item.raw).map_err(|error| Fault::not_utf8(item.raw, error));
        let mut read = match &item.piece.part {
            Part::Failed(_) => Read { document: Document::default(), kept: Kept::default(), bad_date: None },
            Part::Text => {
                let document = headed::document(&item.piece.origin.stem, text()?);
                Read { document, kept: Kept::default(), bad_date: None }
            }
            Part::Lines => {
                let line = text()?;
                let line = if item.line == 1 { line.trim_start_matches('\u{feff}') } else { line };
                let fields: &'p Fields = self.fields;
                let parsed = fields.parse(line)?;
                Read { document: parsed.document, kept: parsed.kept, bad_date: parsed.bad_date }
            }
        };
        if read.document.id.is_empty() {
            read.document.id = Cow::Owned(format!("{}:{}", item.piece.origin.stem, item.line));
        }
        if read.document.date.is_none() && self.date.is_some() {
            read.document.date = self.date;
            read.document.date_source = DateSource::Flag;
        }
        Ok(read)
    }

    /// Appends the lines of one document to `out`.
    ///
    /// # Errors
    ///
    /// When the engine fails, which is a mistake in it; the buffers are new then.
    pub(super) fn write(
        &self,
        read: Read<'_>,
        scratch: &mut Scratch,
        tally: &mut Tally,
        out: &mut Vec<u8>,
    ) -> Result<(), Fault> {
        let start = out.len();
        let Read { document, kept, .. } = read;
        let written = catch_unwind(AssertUnwindSafe(|| {
            let mut record = self.pipeline.extract_with(&document, scratch);
            record.kept = kept;
            tally.entities += record.entities.len() as u64;
            tally.mentions += record.mentions.len() as u64;
            for relation in &record.relations {
                let types = &self.pipeline.rules().relations;
                if let Some(number) = types.iter().position(|t| *t.name == *relation.relation_type) {
                    if tally.relations.len() < types.len() {
                        tally.relations.resize(types.len(), 0);
                    }
                    tally.relations[number] += 1;
                }
            }
            if self.flat {
                record.write_flat(out);
            } else {
                record.write(out);
            }
        }));
        match written {
            Ok(()) => {
                tally.documents += 1;
                tally.words += scratch.words as u64;
                tally.sentences += scratch.sentences as u64;
                tally.written += (out.len() - start) as u64;
                Ok(())
            }
            Err(panic) => {
                out.truncate(start);
                scratch.renew();
                let told = panic.downcast_ref::<String>().map(String::as_str);
                let told = told.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("a panic");
                Err(Fault::Internal(told.to_owned()))
            }
        }
    }

    /// Reads and writes the documents of a batch into `out`, without the first `skip` items. Ends early when `stop` says
    /// so.
    pub(super) fn work(
        &self,
        batch: &Batch,
        skip: usize,
        scratch: &mut Scratch,
        mut out: Vec<u8>,
        stop: &dyn Fn() -> bool,
    ) -> Done {
        let mut done = Done {
            output: Ok(Vec::new()),
            rejects: Vec::new(),
            messages: Vec::new(),
            tally: Tally::default(),
            latencies: Vec::new(),
        };
        out.reserve(batch.bytes.len() * 2);
        if let Some(clock) = &mut scratch.clock {
            clock.start();
        }
        for item in items(batch).skip(skip) {
            if stop() {
                break;
            }
            let begun = self.latencies.then(Instant::now);
            done.tally.bytes += item.raw.len() as u64;
            self.one(item, scratch, &mut out, &mut done);
            if item.raw.len() > LONG {
                scratch.renew();
            }
            if let Some(begun) = begun {
                done.latencies.push(u64::try_from(begun.elapsed().as_nanos()).unwrap_or(u64::MAX));
            }
        }
        if let Some(clock) = &mut scratch.clock {
            done.tally.nanos = clock.take();
        }
        done.output = self.packing.pack(out);
        done
    }

    fn one(&self, item: Item<'_>, scratch: &mut Scratch, out: &mut Vec<u8>, done: &mut Done) {
        let origin: &Origin = &item.piece.origin;
        let result = match &item.piece.part {
            Part::Failed(fault) => {
                done.messages.push(reject::reject(origin, item.line, fault, item.raw, &mut done.rejects));
                done.tally.rejected += 1;
                return;
            }
            _ => self.read(item),
        };
        if let Some(clock) = &mut scratch.clock {
            clock.lap(Step::Input);
        }
        let result = result.and_then(|read| {
            if let Some(written) = &read.bad_date {
                done.tally.undated += 1;
                let why = format!("the date {written} cannot be read and counts as none; write YYYY-MM-DD");
                let (path, line) = (origin.path.clone(), item.line);
                done.messages.push(Message { rejected: false, path, line, why });
            }
            self.write(read, scratch, &mut done.tally, out)
        });
        if let Err(fault) = result {
            done.messages.push(reject::reject(origin, item.line, &fault, item.raw, &mut done.rejects));
            done.tally.rejected += 1;
        }
        if let Some(clock) = &mut scratch.clock {
            clock.lap(Step::Record);
        }
    }
}
