//! Prepares the index over all names from the lists in `gazetteers/`, with the product's own reader.

#[path = "../src/gazetteer/compile.rs"]
mod compile;
#[path = "../src/gazetteer/draft.rs"]
mod draft;
#[path = "../src/gazetteer/entry.rs"]
mod entry;
#[path = "../src/gazetteer/index.rs"]
mod index;
#[path = "../src/gazetteer/kind.rs"]
mod kind;
#[path = "../src/gazetteer/mistake.rs"]
mod mistake;
#[path = "../src/gazetteer/report.rs"]
mod report;
#[path = "../src/gazetteer/row.rs"]
mod row;
#[path = "../src/gazetteer/side.rs"]
mod side;
#[path = "../src/gazetteer/source.rs"]
mod source;
#[path = "../src/gazetteer/spelling.rs"]
mod spelling;
#[path = "../src/gazetteer/word.rs"]
mod word;

use std::fs;
use std::path::Path;

use entry::{Coordinates, Entry, EntryId, NameForm, NameUse, Tier};
use kind::{EntityType, Kind};
use mistake::ListMistake;
use report::ListError;
use word::WordFacts;

/// Writes `names.bin`; a mistake in a list stops the build and is told as `chancery check` would tell it.
pub(crate) fn prepare(out: &Path) {
    // Cargo runs the build in the folder of the package.
    let dir = Path::new("gazetteers");
    for part in ["organizations", "people", "places", "parts", "overrides.tsv", "same-as.tsv", "coordinates.tsv"] {
        println!("cargo::rerun-if-changed={}", dir.join(part).display());
    }
    let (mut files, mut found) = (Vec::new(), Vec::new());
    source::read_dir(dir, &mut files, &mut found);
    let draft = draft::Draft::read(&files, None, &mut found);
    if let Some(error) = ListError::of(found) {
        panic!("{}", error.render(false));
    }
    fs::write(out.join("names.bin"), compile::bytes(&draft, &files, None)).expect("OUT_DIR can be written");
}
