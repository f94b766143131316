//! What is told of a document that could not be read, or not wholly.

use std::fmt;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde::Serialize;

use crate::pipeline::input::{Fault, Origin};

/// One line for standard error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Whether the document was left out; else it is a warning.
    pub rejected: bool,
    /// Path of the file.
    pub path: String,
    /// Line in the file, from 1; 0 for the whole file.
    pub line: u64,
    /// What is wrong.
    pub why: String,
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = if self.rejected { "rejected" } else { "warning" };
        match self.line {
            0 => write!(f, "{kind}: {}: {}", self.path, self.why),
            line => write!(f, "{kind}: {}:{line}: {}", self.path, self.why),
        }
    }
}

/// One line of the rejects file.
#[derive(Debug, Serialize)]
struct Reject<'a> {
    file: &'a str,
    line: Option<u64>,
    why: &'a str,
    /// The document as it came.
    #[serde(skip_serializing_if = "Option::is_none")]
    raw: Option<&'a str>,
    /// The same where it is not UTF-8.
    #[serde(skip_serializing_if = "Option::is_none")]
    raw_base64: Option<String>,
    /// Whether `raw` is only its beginning.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    cut: bool,
}

/// Appends a line for the rejects file and gives the message for standard error.
pub(in crate::pipeline) fn reject(
    origin: &Origin,
    line: u64,
    fault: &Fault,
    raw: &[u8],
    rejects: &mut Vec<u8>,
) -> Message {
    let why = fault.to_string();
    let text = std::str::from_utf8(raw).ok();
    let reject = Reject {
        file: &origin.path,
        line: (line > 0).then_some(line),
        why: &why,
        raw: text,
        raw_base64: text.is_none().then(|| BASE64_STANDARD.encode(raw)),
        cut: matches!(fault, Fault::TooLong { .. } | Fault::Unreadable(_)) && !raw.is_empty(),
    };
    // Writing to a `Vec` cannot fail.
    let _ = serde_json::to_writer(&mut *rejects, &reject);
    rejects.push(b'\n');
    Message { rejected: true, path: origin.path.clone(), line, why }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines() {
        let origin = Origin { path: "a.jsonl".into(), stem: "a".into() };
        let mut rejects = Vec::new();
        let no_text = Fault::NoText { field: "text".into(), fields: Vec::new(), meant: None };
        let message = reject(&origin, 3, &no_text, b"{\"a", &mut rejects);
        assert_eq!(message.to_string(), "rejected: a.jsonl:3: no field `text`; the object is empty");
        reject(&origin, 0, &Fault::NotUtf8 { at: 1, wide: true }, b"a\xff", &mut rejects);
        reject(&origin, 9, &Fault::TooLong { bytes: 10, most: 5 }, b"abc", &mut rejects);
        let written = String::from_utf8(rejects).unwrap();
        let lines: Vec<&str> = written.lines().collect();
        assert_eq!(
            lines[0],
            r#"{"file":"a.jsonl","line":3,"why":"no field `text`; the object is empty","raw":"{\"a"}"#
        );
        assert!(lines[1].starts_with(r#"{"file":"a.jsonl","line":null,"why":"not UTF-8: a byte at 1 is no character"#));
        assert!(lines[1].ends_with(r#"","raw_base64":"Yf8="}"#));
        assert!(lines[2].ends_with(r#""raw":"abc","cut":true}"#));
    }
}
