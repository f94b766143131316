//! Reads the input again up to where an earlier run was cut off.

use std::fs::File;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use super::input::{Batch, Batcher, Opened, Part};
use super::output::{Message, Packing, Sink, reject};
use super::resume::{Ids, ResumeError, Survey, reopen};
use super::run::{RunError, Watch};
use super::work::{Item, Method, items};
use super::{Scratch, Tally};

/// Where a run goes on.
pub(super) struct Rewind {
    /// The output, cut to whole documents.
    pub(super) file: File,
    /// The batch begun and how many of its items are done; `None` at the start of the input.
    pub(super) at: Option<(Batch, usize)>,
    /// What was rejected on the way.
    pub(super) tally: Tally,
    /// Documents done.
    pub(super) resumed: u64,
}

/// What every record begins with.
const OPENING: &[u8] = b"{\"schema\":";

/// Finds the place and cuts the output there; the rejects before it are written again.
pub(super) fn rewind<I: Iterator<Item = Opened>>(
    path: &Path,
    method: &Method<'_>,
    batcher: &mut Batcher<I>,
    mut rejects: Option<&mut Sink>,
    watch: &dyn Watch,
    stop: &AtomicBool,
) -> Result<Rewind, RunError> {
    let unreadable = |error| ResumeError::Unreadable { path: path.display().to_string(), error };
    let mismatch = |why: String| ResumeError::Mismatch { path: path.display().to_string(), why };
    let survey = Survey::of(path, method.packing, method.flat).map_err(unreadable)?;
    let mut tally = Tally::default();
    let Some(last) = &survey.last else {
        let own =
            method.packing != Packing::Plain || survey.tail.starts_with(OPENING) || OPENING.starts_with(&survey.tail);
        if !own || survey.tail.contains(&b'\n') {
            return Err(mismatch("it holds something else".into()).into());
        }
        return Ok(Rewind { file: reopen(path, 0).map_err(unreadable)?, at: None, tally, resumed: 0 });
    };
    let mut ids = Ids::new(path, method.packing, method.flat, survey.keep).map_err(unreadable)?;
    let mut scratch = Scratch::default();
    let mut batch = Batch::default();
    let mut resumed = 0;
    // What stands there of the last document, or of several that share its id.
    let mut tail = &survey.tail[..];
    let mut within = false;
    let mut differs = None;
    while batcher.next(&mut batch) {
        let mut lines = Vec::new();
        let mut found = None;
        for (number, item) in items(&batch).enumerate() {
            if stop.load(Ordering::Relaxed) {
                break;
            }
            let Some(read) = read(method, item, &mut lines, &mut tally, watch) else { continue };
            let id = read.document.id.clone().into_owned();
            if ids.take(&id).map_err(unreadable)? {
                resumed += 1;
                if survey.redo || ids.next().is_some() {
                    continue;
                }
                within = true;
            } else if ids.next().is_some() || id != *last || !(survey.redo || within) {
                continue;
            }
            // The last document: what it gives must be what stands there.
            let mut out = Vec::new();
            if method.write(read, &mut scratch, &mut Tally::default(), &mut out).is_err() || out.is_empty() {
                continue;
            }
            let same = |tail: &[u8]| out.starts_with(tail) || tail.starts_with(&out);
            if !same(tail) {
                tail = &survey.tail;
            }
            if !same(tail) {
                let why = mismatch(format!("the record of document `{id}` would be another"));
                // Of several documents of one id some may have no lines; it is a later one then.
                if !method.flat {
                    return Err(why.into());
                }
                differs.get_or_insert(why);
                continue;
            }
            if !survey.redo && tail.len() > out.len() {
                tail = &tail[out.len()..];
                continue;
            }
            found = Some(number + usize::from(!survey.redo));
            break;
        }
        if let Some(rejects) = rejects.as_deref_mut() {
            rejects.write(&lines)?;
        }
        if let Some(done) = found {
            let file = reopen(path, survey.keep).map_err(unreadable)?;
            return Ok(Rewind { file, at: Some((batch, done)), tally, resumed });
        }
        if stop.load(Ordering::Relaxed) {
            break;
        }
    }
    let missing = ids.next().unwrap_or(last);
    Err(differs
        .unwrap_or_else(|| mismatch(format!("its document `{missing}` is not in the input, or in another place")))
        .into())
}

/// Reads one document, or rejects it as the earlier run did.
fn read<'a>(
    method: &Method<'a>,
    item: Item<'a>,
    lines: &mut Vec<u8>,
    tally: &mut Tally,
    watch: &dyn Watch,
) -> Option<super::work::Read<'a>> {
    let origin = &item.piece.origin;
    let mut told = |message: Message| {
        tally.rejected += 1;
        watch.message(&message);
    };
    match &item.piece.part {
        Part::Failed(fault) => told(reject::reject(origin, item.line, fault, item.raw, lines)),
        _ => match method.read(item) {
            Ok(read) => return Some(read),
            Err(fault) => told(reject::reject(origin, item.line, &fault, item.raw, lines)),
        },
    }
    None
}
