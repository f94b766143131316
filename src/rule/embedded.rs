//! The rule files that come with the product; the build gathers them from `src/rules`.

include!(concat!(env!("OUT_DIR"), "/rules.rs"));
