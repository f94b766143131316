//! Goes on with a run that was cut off: what it wrote tells how far it came.
//!
//! There is no file beside the output. Its whole lines (or members, or frames) are good; each names its document, and
//! the documents come in input order, so reading the input again up to the last one named leads to the place. That last
//! document is read anew: what comes out must be what stands there, else the input, the names, the rules or the flags
//! are not those of the first run.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read, Seek, SeekFrom};
use std::path::Path;

use serde::Deserialize;

use super::output::Packing;

/// What stands in the output of a run that was cut off.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// Bytes of whole documents; the rest of the file is cut off.
    pub(super) keep: u64,
    /// Lines of the last document named, and what follows them unfinished.
    pub(super) tail: Vec<u8>,
    /// The id of the last document named.
    pub(super) last: Option<String>,
    /// Whether the last document is cut off and written again.
    pub(super) redo: bool,
}

/// Why a run cannot go on.
#[derive(Debug, thiserror::Error)]
pub enum ResumeError {
    /// The output is not what this run would have written.
    #[error(
        "{path} was not written by this run: {why}; use the same input, names, rules and flags, or leave `--resume` out to begin anew"
    )]
    Mismatch {
        /// The output file.
        path: String,
        /// What differs.
        why: String,
    },
    /// Standard input cannot be read again.
    #[error("standard input cannot be read a second time: save it to a file and name that, to resume")]
    StandardInput,
    /// There is no file to go on with.
    #[error("`--resume` goes on with a file: name it with `-o FILE`")]
    NoFile,
    /// The output cannot be read.
    #[error("cannot read {path}: {error}")]
    Unreadable {
        /// The output file.
        path: String,
        /// Why.
        error: io::Error,
    },
}

/// The document a line of output belongs to.
#[derive(Deserialize)]
struct Named<'a> {
    #[serde(borrow)]
    id: std::borrow::Cow<'a, str>,
}

/// A line of `--flat`: its own id is the relation's.
#[derive(Deserialize)]
struct FlatNamed<'a> {
    #[serde(borrow)]
    document: std::borrow::Cow<'a, str>,
}

/// The id of the document a line belongs to; `None` for a line that is not of this kind.
pub(super) fn document_of(line: &[u8], flat: bool) -> Option<String> {
    if flat {
        serde_json::from_slice::<FlatNamed<'_>>(line).ok().map(|named| named.document.into_owned())
    } else {
        serde_json::from_slice::<Named<'_>>(line).ok().map(|named| named.id.into_owned())
    }
}

impl Survey {
    /// Looks through the output.
    pub(super) fn of(path: &Path, packing: Packing, flat: bool) -> io::Result<Survey> {
        let file = File::open(path)?;
        match packing {
            Packing::Plain => plain(file, flat),
            Packing::Gzip | Packing::Zstd => packed(BufReader::with_capacity(1 << 20, file), packing, flat),
        }
    }
}

/// Whole lines are good, but a document of several lines may lack some: the last one is done again.
fn plain(file: File, flat: bool) -> io::Result<Survey> {
    let mut survey = Survey { redo: true, ..Survey::default() };
    let mut reader = BufReader::with_capacity(1 << 20, file);
    let mut line = Vec::new();
    let mut at = 0;
    loop {
        line.clear();
        let length = reader.read_until(b'\n', &mut line)?;
        if length == 0 {
            return Ok(survey);
        }
        let id = if line.ends_with(b"\n") { document_of(&line, flat) } else { None };
        match id {
            // Half a line, or none of ours: the caller compares it.
            None => {
                survey.tail.extend_from_slice(&line);
                reader.read_to_end(&mut survey.tail)?;
                return Ok(survey);
            }
            Some(id) if flat && survey.last.as_ref() == Some(&id) => survey.tail.extend_from_slice(&line),
            Some(id) => {
                survey.keep = at;
                survey.tail.clear();
                survey.tail.extend_from_slice(&line);
                survey.last = Some(id);
            }
        }
        at += length as u64;
    }
}

/// Whole members or frames are good.
fn packed(mut reader: BufReader<File>, packing: Packing, flat: bool) -> io::Result<Survey> {
    let mut survey = Survey::default();
    let mut member = Vec::new();
    loop {
        if reader.fill_buf()?.is_empty() {
            return Ok(survey);
        }
        member.clear();
        let whole = match packing {
            Packing::Gzip => flate2::bufread::GzDecoder::new(&mut reader).read_to_end(&mut member).is_ok(),
            _ => match zstd::stream::read::Decoder::with_buffer(&mut reader) {
                Ok(decoder) => decoder.single_frame().read_to_end(&mut member).is_ok(),
                Err(_) => false,
            },
        };
        if !whole {
            return Ok(survey);
        }
        survey.keep = reader.stream_position()?;
        for line in member.split_inclusive(|byte| *byte == b'\n') {
            let id = document_of(line, flat);
            if !flat || id.is_none() || id != survey.last {
                survey.tail.clear();
                survey.last = id;
            }
            survey.tail.extend_from_slice(line);
        }
    }
}

/// The ids of the documents that stand in the output, in order, each once for all its lines.
pub(super) struct Ids {
    reader: Box<dyn BufRead>,
    flat: bool,
    line: Vec<u8>,
    next: Option<String>,
}

impl Ids {
    /// Of the first `keep` bytes of the output.
    pub(super) fn new(path: &Path, packing: Packing, flat: bool, keep: u64) -> io::Result<Ids> {
        let file = File::open(path)?.take(keep);
        let reader: Box<dyn BufRead> = match packing {
            Packing::Plain => Box::new(BufReader::with_capacity(1 << 20, file)),
            Packing::Gzip => Box::new(BufReader::new(flate2::bufread::MultiGzDecoder::new(BufReader::new(file)))),
            Packing::Zstd if keep == 0 => Box::new(Cursor::new([])),
            Packing::Zstd => Box::new(BufReader::new(zstd::stream::read::Decoder::new(file)?)),
        };
        let mut ids = Ids { reader, flat, line: Vec::new(), next: None };
        ids.next = ids.read()?;
        Ok(ids)
    }

    fn read(&mut self) -> io::Result<Option<String>> {
        self.line.clear();
        if self.reader.read_until(b'\n', &mut self.line)? == 0 {
            return Ok(None);
        }
        document_of(&self.line, self.flat).map(Some).ok_or_else(|| io::ErrorKind::InvalidData.into())
    }

    /// Whether `id` is the next document that stands there; if so it is stepped over.
    pub(super) fn take(&mut self, id: &str) -> io::Result<bool> {
        if self.next.as_deref() != Some(id) {
            return Ok(false);
        }
        while self.next.as_deref() == Some(id) {
            self.next = self.read()?;
            if !self.flat {
                break;
            }
        }
        Ok(true)
    }

    /// The next document that stands there.
    pub(super) fn next(&self) -> Option<&str> {
        self.next.as_deref()
    }
}

/// Opens the output to write on from byte `keep`.
pub(super) fn reopen(path: &Path, keep: u64) -> io::Result<File> {
    let mut file = File::options().write(true).open(path)?;
    file.set_len(keep)?;
    file.seek(SeekFrom::Start(keep))?;
    Ok(file)
}
