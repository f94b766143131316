//! Records that a command reads: files, packed or not, and standard input.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::gazetteer::{EntityType, Gazetteer};
use crate::pipeline::input::decoded;
use crate::record::{ReadError, Records};

use super::build::{Rendered, colored};
use super::tell;

/// Bytes read or written at once.
const BLOCK: usize = 256 * 1024;

/// Reads of each of `paths`, `-` being standard input, as `read` does with the records and their name.
pub(super) fn each(
    paths: &[PathBuf],
    mut read: impl FnMut(&mut Records<Box<dyn BufRead>>, &str) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    for path in paths {
        let standard = path.as_os_str() == "-";
        let name = if standard { "<stdin>".to_owned() } else { path.display().to_string() };
        let raw: Box<dyn Read + Send> = if standard {
            Box::new(io::stdin())
        } else {
            Box::new(File::open(path).with_context(|| format!("cannot read {name}"))?)
        };
        let unpacked = decoded(raw).with_context(|| format!("cannot read {name}"))?;
        let mut records = Records::new(Box::new(BufReader::with_capacity(BLOCK, unpacked)) as Box<dyn BufRead>);
        read(&mut records, &name)?;
    }
    Ok(())
}

/// Tells of a line that is no record.
pub(super) fn tell_bad(name: &str, line: u64, error: &ReadError) {
    tell(&format!("error: {name}:{line}: no record: {error}"));
}

/// The file to write, or standard output.
pub(super) fn output(path: Option<&Path>) -> anyhow::Result<Box<dyn Write>> {
    Ok(match path {
        None => Box::new(BufWriter::with_capacity(BLOCK, io::stdout().lock())),
        Some(path) => {
            let file = File::create(path).with_context(|| format!("cannot write to {}", path.display()))?;
            Box::new(BufWriter::with_capacity(BLOCK, file))
        }
    })
}

/// The product's lists, with those of a user on top.
pub(super) fn lists(folders: &[PathBuf]) -> anyhow::Result<Gazetteer> {
    let mut builder = Gazetteer::builder();
    for folder in folders {
        builder = builder.dir(folder);
    }
    Ok(builder.build().map_err(|error| Rendered(error.render(colored())))?)
}

/// Whether several listed entities of a type bear a name.
pub(super) fn is_shared(lists: &Gazetteer, entity_type: EntityType, name: &str) -> bool {
    let mut bearers: Vec<_> = lists
        .lookup(name)
        .into_iter()
        .map(|reading| reading.entry)
        .filter(|entry| lists.entity_type(*entry) == entity_type)
        .collect();
    bearers.sort_unstable();
    bearers.dedup();
    bearers.len() > 1
}
