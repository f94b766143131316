//! Any lines in a list of names: read, checked, told what is wrong; where they are good their names are looked up.

#![no_main]

use std::fs;
use std::sync::LazyLock;

use chancery::gazetteer::{self, Gazetteer};

static DIR: LazyLock<tempfile::TempDir> = LazyLock::new(|| tempfile::tempdir().expect("a folder to write to"));
const HEADER: &str = "id\tname\tkind\tcountry\taliases\tfrom\tuntil\ttier\tsource\tsame_as\n";

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((first, lines)) = bytes.split_first() else { return };
    let folder = ["people", "places", "organizations"][usize::from(*first) % 3];
    let dir = DIR.path().join(folder);
    fs::create_dir_all(&dir).expect("a folder can be made");
    let path = dir.join("fuzz.tsv");
    // Most lines would never get past the header.
    let header = if first & 0x80 == 0 { HEADER } else { "" };
    fs::write(&path, [header.as_bytes(), lines].concat()).expect("a file can be written");
    if let Err(error) = gazetteer::check(DIR.path()) {
        error.render(false);
    }
    match Gazetteer::builder().dir(DIR.path()).build() {
        Ok(lists) => {
            for word in String::from_utf8_lossy(lines).split(['\t', '|', '\n']) {
                lists.lookup(word);
            }
        }
        Err(error) => {
            error.render(false);
        }
    }
    fs::remove_file(&path).expect("a file can be removed");
});
