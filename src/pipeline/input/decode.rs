//! Unpacks what is compressed, told by its first bytes; members and frames may follow one another.

use std::io::{self, BufReader, Cursor, Read};

/// Bytes read from a file at once for unpacking.
const BLOCK: usize = 256 * 1024;

/// What `reader` holds, unpacked if need be.
pub fn decoded(mut reader: Box<dyn Read + Send>) -> io::Result<Box<dyn Read + Send>> {
    let head = head(&mut reader, 4)?;
    let packed = Cursor::new(head.clone()).chain(reader);
    Ok(match head[..] {
        [0x1f, 0x8b, ..] => Box::new(flate2::bufread::MultiGzDecoder::new(BufReader::with_capacity(BLOCK, packed))),
        // A frame, or one to be skipped.
        [0x28, 0xb5, 0x2f, 0xfd] | [0x50..=0x5f, 0x2a, 0x4d, 0x18] => {
            Box::new(zstd::stream::read::Decoder::with_buffer(BufReader::with_capacity(BLOCK, packed))?)
        }
        _ => Box::new(packed),
    })
}

/// Up to `length` bytes; fewer only at the end.
pub(super) fn head(reader: &mut dyn Read, length: usize) -> io::Result<Vec<u8>> {
    let mut head = Vec::with_capacity(length);
    reader.take(length as u64).read_to_end(&mut head)?;
    Ok(head)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn read(bytes: Vec<u8>) -> io::Result<String> {
        let mut text = String::new();
        decoded(Box::new(Cursor::new(bytes)))?.read_to_string(&mut text)?;
        Ok(text)
    }

    fn gzip(text: &str) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(text.as_bytes()).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn by_content() {
        assert_eq!(read(b"plain".to_vec()).unwrap(), "plain");
        assert_eq!(read(Vec::new()).unwrap(), "");
        assert_eq!(read([gzip("one "), gzip("two")].concat()).unwrap(), "one two");
        let zstd = |text: &str| zstd::encode_all(text.as_bytes(), 1).unwrap();
        assert_eq!(read([zstd("one "), zstd("two")].concat()).unwrap(), "one two");
        let cut = gzip("a text that is cut off");
        assert_eq!(read(cut[..cut.len() - 12].to_vec()).unwrap_err().kind(), io::ErrorKind::UnexpectedEof);
        let cut = zstd("a text that is cut off");
        assert_eq!(read(cut[..cut.len() - 3].to_vec()).unwrap_err().kind(), io::ErrorKind::UnexpectedEof);
    }
}
