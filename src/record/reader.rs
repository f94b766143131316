//! Records from a stream, one a line.

use std::io::BufRead;

use super::Record;

/// Why a line is no record.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// Not JSON, or not of the shape.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    /// Of another schema.
    #[error("schema {found}, this version reads schema {}", super::SCHEMA)]
    Schema {
        /// The number found.
        found: u32,
    },
    /// A number points at no entity or mention.
    #[error("a number in it points at no entity or mention")]
    Dangling,
    /// Not UTF-8.
    #[error(transparent)]
    Utf8(#[from] std::str::Utf8Error),
    /// The stream broke off.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

/// Reads a stream of any length with one buffer.
#[derive(Debug)]
pub struct Records<R> {
    from: R,
    line: Vec<u8>,
    number: u64,
}

impl<R: BufRead> Records<R> {
    /// Reads from `from`.
    pub fn new(from: R) -> Self {
        Records { from, line: Vec::new(), number: 0 }
    }

    /// The number of the line read last, from 1.
    pub fn line_number(&self) -> u64 {
        self.number
    }

    /// Bytes of the line read last.
    pub fn line_len(&self) -> usize {
        self.line.len()
    }

    /// The next record; blank lines are skipped. After an error the next line can be read.
    ///
    /// # Errors
    ///
    /// When the line is no record, or the stream broke off.
    // Not an `Iterator`: each record borrows the one buffer.
    pub fn read(&mut self) -> Result<Option<Record<'_>>, ReadError> {
        loop {
            self.line.clear();
            if self.from.read_until(b'\n', &mut self.line)? == 0 {
                return Ok(None);
            }
            self.number += 1;
            if !self.line.trim_ascii().is_empty() {
                break;
            }
        }
        Record::read(std::str::from_utf8(&self.line)?).map(Some)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EMPTY: &str = r#"{"schema":1,"producer":{"chancery":"0","rules":"","gazetteers":""},"offsets":"chars","id":"a","date":null,"date_source":"none","later":[{}],"entities":[],"mentions":[],"relations":[]}"#;

    #[test]
    fn goes_on_after_a_bad_line() {
        let lines = format!(
            "{EMPTY}\r\n\n{{\n{}\n\u{feff}\n{}\n{EMPTY}",
            EMPTY.replace("\"schema\":1", "\"schema\":2"),
            EMPTY.replace(
                "\"mentions\":[]",
                r#""mentions":[{"start":0,"end":1,"text":"A","type":"PLACE","form":"name","entity":0}]"#
            )
        );
        let mut records = Records::new(lines.as_bytes());
        let mut seen = Vec::new();
        loop {
            let read = match records.read() {
                Ok(None) => break,
                Ok(Some(record)) => record.id.to_string(),
                Err(ReadError::Json(_)) => "json".to_owned(),
                Err(e) => e.to_string(),
            };
            seen.push((records.line_number(), read));
        }
        let expected = [
            (1, "a"),
            (3, "json"),
            (4, "schema 2, this version reads schema 1"),
            (5, "json"),
            (6, "a number in it points at no entity or mention"),
            (7, "a"),
        ];
        assert_eq!(seen.iter().map(|(n, s)| (*n, s.as_str())).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn kept_fields_pass_through_as_they_stood() {
        let line =
            EMPTY.replace(r#""later":[{}]"#, r#""kept":{"url":"https://example.org/?a=\u00e9","n":1.50,"x":{"y":[]}}"#);
        let record = Record::read(&line).unwrap();
        assert_eq!(record.kept.string("url").unwrap(), "https://example.org/?a=é");
        assert!(record.kept.string("n").is_none());
        let mut out = Vec::new();
        record.write(&mut out);
        assert_eq!(String::from_utf8(out).unwrap(), line + "\n");
    }
}
