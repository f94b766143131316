//! Prepares what the library embeds. Each module makes one file in `OUT_DIR`.

// Cargo listens on standard output.
#![allow(clippy::print_stdout)]

mod lexicon;
mod rules;

/// The parts of the library that the preparation shares with its reader.
#[allow(dead_code, missing_docs, unreachable_pub)]
#[path = "../src/text"]
mod text {
    pub mod key;
    pub mod table;
    pub mod tag;

    pub use key::Key;
    pub use table::Table;
    pub use tag::{Tag, Tags};
}

use std::path::PathBuf;

fn main() {
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("set by cargo"));
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("set by cargo"));
    println!("cargo::rerun-if-changed=build");
    for shared in ["key.rs", "table.rs", "tag.rs"] {
        println!("cargo::rerun-if-changed=src/text/{shared}");
    }
    rules::gather(&root, &out);
    lexicon::lay_out(&root, &out);
}
