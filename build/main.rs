//! Prepares what the library embeds. Each module makes one file in `OUT_DIR`.

// Cargo listens on standard output.
#![allow(clippy::print_stdout)]

// Modules of the library, of which the build uses a part.
#[allow(dead_code, unreachable_pub, unused_imports)]
mod gazetteer;
#[allow(dead_code, unreachable_pub, unused_imports)]
mod text;

mod lexicon;
mod rules;

use std::path::PathBuf;

fn main() {
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("set by cargo"));
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("set by cargo"));
    rules::gather(&root, &out);
    lexicon::lay_out(&root, &out);
    gazetteer::prepare(&out);
}
