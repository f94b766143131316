//! Prepares what the library embeds. Each module makes one file in `OUT_DIR`.

// Cargo listens on standard output.
#![allow(clippy::print_stdout)]

mod rules;

use std::path::PathBuf;

fn main() {
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("set by cargo"));
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("set by cargo"));
    rules::gather(&root, &out);
}
