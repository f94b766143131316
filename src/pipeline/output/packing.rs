//! How output is packed. Each batch is a member or frame of its own, so that a cut file is good up to its last one.

use std::io::{self, Write};
use std::path::Path;

/// How output is packed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Packing {
    /// Not at all.
    #[default]
    Plain,
    /// One gzip member a batch.
    Gzip,
    /// One Zstandard frame a batch.
    Zstd,
}

/// Records shrink nearly as far as at the usual 6, in less time.
const GZIP_LEVEL: u32 = 4;
/// Zstandard's own default.
const ZSTD_LEVEL: i32 = 3;

impl Packing {
    /// What a file's name asks for.
    pub fn of_name(path: &Path) -> Packing {
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("gz") => Packing::Gzip,
            Some("zst") => Packing::Zstd,
            _ => Packing::Plain,
        }
    }

    /// Packs one batch; nothing stays nothing.
    pub(in crate::pipeline) fn pack(self, bytes: Vec<u8>) -> io::Result<Vec<u8>> {
        if bytes.is_empty() {
            return Ok(bytes);
        }
        match self {
            Packing::Plain => Ok(bytes),
            Packing::Gzip => {
                let out = Vec::with_capacity(bytes.len() / 4);
                let mut encoder = flate2::write::GzEncoder::new(out, flate2::Compression::new(GZIP_LEVEL));
                encoder.write_all(&bytes)?;
                encoder.finish()
            }
            Packing::Zstd => zstd::bulk::compress(&bytes, ZSTD_LEVEL),
        }
    }
}
