//! Lays out `src/text/lexicon.tsv` as a table from keys to tags.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::text::{Key, Table, Tag, Tags};

/// Writes `lexicon.bin`.
pub(crate) fn lay_out(root: &Path, out: &Path) {
    let path = root.join("src/text/lexicon.tsv");
    println!("cargo::rerun-if-changed={}", path.display());
    let source = fs::read_to_string(&path).expect("src/text/lexicon.tsv is there");
    // Words that differ in case only share a key: the lower-case one counts.
    let mut words: BTreeMap<u64, (bool, u64)> = BTreeMap::new();
    for (number, line) in source.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
        let (word, tags) = line.split_once('\t').unwrap_or_else(|| panic!("line {}: no tab", number + 1));
        let tags: Vec<Tag> = tags
            .split(' ')
            .map(|tag| Tag::parse(tag).unwrap_or_else(|| panic!("line {}: unknown tag {tag}", number + 1)))
            .collect();
        let lower = word.chars().all(|c| !c.is_uppercase());
        let new = (lower, Tags::pack(&tags).0);
        words
            .entry(Key::of(word).0)
            .and_modify(|old| {
                if lower && !old.0 {
                    *old = new
                }
            })
            .or_insert(new);
    }
    let pairs: Vec<(u64, u64)> = words.into_iter().map(|(key, (_, tags))| (key, tags)).collect();
    fs::write(out.join("lexicon.bin"), Table::build(&pairs)).expect("OUT_DIR can be written");
}
