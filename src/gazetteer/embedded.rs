//! The lists that come with the product, prepared by the build.

/// What [`super::index`] reads.
pub(super) const BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/names.bin"));
