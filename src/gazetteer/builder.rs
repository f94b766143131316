//! Puts a user's lists on top of the product's.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use rustc_hash::FxHashMap;

use crate::text::Diagnostic;

use super::collection::Overlay;
use super::draft::Draft;
use super::index::Index;
use super::source::{self, ListFile};
use super::{EntryId, Gazetteer, ListError, ListMistake, compile, embedded};

/// Gathers folders of lists; [`Gazetteer::builder`] makes one.
#[derive(Clone, Debug, Default)]
pub struct GazetteerBuilder {
    dirs: Vec<PathBuf>,
}

impl GazetteerBuilder {
    /// Adds a folder of lists in the format of the product's own: `people/*.tsv`, `places/*.tsv`,
    /// `organizations/*.tsv`, `overrides.tsv`, `parts/`. A line under an id of the product adds names to that entry and
    /// describes it anew.
    #[must_use]
    pub fn dir(mut self, dir: &Path) -> Self {
        self.dirs.push(dir.to_owned());
        self
    }

    /// Reads and checks the folders and makes the index over all names.
    ///
    /// # Errors
    ///
    /// Every mistake of every list, when there is any.
    pub fn build(self) -> Result<Gazetteer, ListError> {
        let mut found = Vec::new();
        let Some(base) = Index::open(Cow::Borrowed(embedded::BYTES)) else {
            let message = "the lists of this program are damaged";
            let mistake = Diagnostic::of_file(ListMistake::NotReadable.code(), "gazetteers", message);
            return Err(ListError { mistakes: vec![mistake.help("install the program again")] });
        };
        let mut files: Vec<ListFile> = Vec::new();
        for dir in &self.dirs {
            source::read_dir(dir, &mut files, &mut found);
        }
        let draft = Draft::read(&files, Some(&base), &mut found);
        if let Some(error) = ListError::of(found) {
            return Err(error);
        }
        if files.is_empty() {
            return Ok(Gazetteer { base, overlay: None });
        }
        let overlay = overlay(&draft, &files, &base);
        Ok(Gazetteer { base, overlay })
    }
}

fn overlay(draft: &Draft<'_>, files: &[ListFile], base: &Index) -> Option<Overlay> {
    let index = Index::open(Cow::Owned(compile::bytes(draft, files, Some(base))))?;
    let (mut replaced, mut added) = (FxHashMap::default(), Vec::new());
    for (local, number) in compile::numbers(&draft.entries, Some(base)).into_iter().enumerate() {
        if number < base.entry_count() {
            replaced.insert(number, local as u32);
        } else {
            added.push(local as u32);
        }
    }
    let plain = Gazetteer { base: base.clone(), overlay: None };
    let mut tiers = FxHashMap::default();
    for one in &draft.overrides {
        let Some(entry) = base.find(one.id) else { continue };
        tiers.extend(plain.spelled(one.name).into_iter().map(|name| ((name.0, EntryId(entry)), one.tier)));
    }
    Some(Overlay { index, replaced, added, tiers })
}

/// How much a folder of lists holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListCount {
    /// Files read.
    pub files: usize,
    /// Entries: different ids.
    pub entries: usize,
    /// Names of all entries, the spellings made by the program left out.
    pub names: usize,
}

/// Checks a folder of lists, the product's own or a user's, and finds every name of it in itself.
///
/// # Errors
///
/// Every mistake of every list.
pub fn check(dir: &Path) -> Result<ListCount, ListError> {
    let mut found = Vec::new();
    let mut files = Vec::new();
    source::read_dir(dir, &mut files, &mut found);
    let base = Index::open(Cow::Borrowed(embedded::BYTES));
    let draft = Draft::read(&files, base.as_ref(), &mut found);
    let bytes = compile::bytes(&draft, &files, None);
    if let Some(base) = Index::open(Cow::Owned(bytes)) {
        super::selfcheck::names(&Gazetteer { base, overlay: None }, &draft, &files, &mut found);
    }
    match ListError::of(found) {
        Some(error) => Err(error),
        None => Ok(ListCount { files: files.len(), entries: draft.entries.len(), names: draft.names.len() }),
    }
}
