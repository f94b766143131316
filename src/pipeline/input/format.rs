//! What a file holds.

use std::path::Path;
use std::str::FromStr;

/// How documents stand in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One JSON object a line (`.jsonl`, `.ndjson`).
    Lines,
    /// The whole file is one text (`.txt`).
    Text,
}

impl Format {
    /// What a file's name says, `.gz` and `.zst` aside.
    pub fn of_name(path: &Path) -> Option<Format> {
        let name = bare(path.file_name()?.to_str()?);
        let (_, extension) = name.rsplit_once('.')?;
        match extension.to_ascii_lowercase().as_str() {
            "jsonl" | "ndjson" => Some(Format::Lines),
            "txt" => Some(Format::Text),
            _ => None,
        }
    }

    /// What the first bytes say: an object or array is lines of JSON, anything else is text.
    pub fn of_content(head: &[u8]) -> Format {
        let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
        match head.iter().find(|byte| !byte.is_ascii_whitespace()) {
            Some(b'{' | b'[') => Format::Lines,
            _ => Format::Text,
        }
    }
}

impl FromStr for Format {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        match name {
            "jsonl" | "ndjson" => Ok(Format::Lines),
            "txt" => Ok(Format::Text),
            _ => Err("one of jsonl, txt".to_owned()),
        }
    }
}

/// A file's name without the ending of its compression.
fn bare(name: &str) -> &str {
    [".gz", ".zst", ".GZ", ".ZST"].iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name)
}

/// The file's name without its endings: the id of a text, the head of the ids of lines that have none.
pub(super) fn stem(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name = bare(&name);
    Path::new(name).file_stem().map_or(name.to_owned(), |stem| stem.to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_contents() {
        for (name, format, id) in [
            ("a/news.jsonl", Some(Format::Lines), "news"),
            ("news.NDJSON.gz", Some(Format::Lines), "news"),
            ("x.2.txt.zst", Some(Format::Text), "x.2"),
            ("x.json", None, "x"),
            ("x", None, "x"),
        ] {
            assert_eq!(Format::of_name(Path::new(name)), format, "{name}");
            assert_eq!(stem(Path::new(name)), id, "{name}");
        }
        assert_eq!(Format::of_content(b"\n {\"a\":1}"), Format::Lines);
        assert_eq!(Format::of_content(b"\xef\xbb\xbf[]"), Format::Lines);
        assert_eq!(Format::of_content(b"Kim"), Format::Text);
        assert_eq!(Format::of_content(b""), Format::Text);
    }
}
