//! Why a document could not be read.

use std::io;

/// What is wrong with one document; it costs this document only.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// Its bytes are not UTF-8.
    #[error("not UTF-8: a byte at {at} is no character{hint}", hint = if *.wide { "; it looks like UTF-16, convert it with `iconv -f UTF-16 -t UTF-8`" } else { "; if it is Latin-1, `iconv -f WINDOWS-1252 -t UTF-8` converts it" })]
    NotUtf8 {
        /// Bytes before the first wrong one.
        at: usize,
        /// Whether every other byte is NUL or a byte order mark leads.
        wide: bool,
    },
    /// The line is not JSON.
    #[error("not JSON: {why} at byte {at}{hint}", hint = .meant.map_or("", Slip::advice))]
    NotJson {
        /// What the reader of JSON says.
        why: String,
        /// Bytes up to where it says so.
        at: usize,
        /// How it most likely came to that.
        meant: Option<Slip>,
    },
    /// The line is JSON, but no object.
    #[error("not a JSON object: write one document a line, {{\"id\": …, \"text\": …}}{hint}", hint = if *.array { "; `jq -c '.[]'` makes lines of an array" } else { "" })]
    NotObject {
        /// Whether it begins like an array.
        array: bool,
    },
    /// It has no text.
    #[error("no field `{field}`{hint}", hint = there_is(.fields, .meant))]
    NoText {
        /// The name of the field.
        field: String,
        /// The fields it has.
        fields: Vec<String>,
        /// The one most likely meant.
        meant: Option<String>,
    },
    /// A field holds something that cannot be read.
    #[error("field `{field}` is {found}, not a string; `{flag}` names another field")]
    WrongType {
        /// The name of the field.
        field: String,
        /// The flag that names it.
        flag: &'static str,
        /// What it is: "an array" …
        found: &'static str,
    },
    /// It is longer than a document may be.
    #[error("{bytes} bytes long; a document may have {most} (`--longest` sets it)")]
    TooLong {
        /// Its length in bytes.
        bytes: u64,
        /// The most bytes a document may have.
        most: usize,
    },
    /// The file or folder gave an error.
    #[error("{}", told(.0))]
    Unreadable(io::Error),
    /// The engine failed; a mistake of the product.
    #[error("internal error: {0}; please report it with this document")]
    Internal(String),
}

/// How a line most likely came to be no JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// It ends within the object.
    Cut,
    /// It holds a character that JSON only takes escaped.
    Control,
    /// More follows the object.
    More,
    /// It does not even begin like JSON.
    Prose,
}

impl Slip {
    fn advice(self) -> &'static str {
        match self {
            Slip::Cut => "; the line is cut off, or the object takes several: `jq -c .` writes it on one",
            Slip::Control => "; NUL and its like are written \\u0000 in JSON, `tr -d '\\000'` takes NULs out",
            Slip::More => "; write one object a line, `jq -c .` does so",
            Slip::Prose => "; `--format txt` reads a file as one text",
        }
    }
}

fn there_is(fields: &[String], meant: &Option<String>) -> String {
    match (meant, fields) {
        (Some(meant), _) => format!("; did you mean `{meant}`? `--text-field {meant}` names it"),
        (None, []) => "; the object is empty".to_owned(),
        (None, fields) => {
            let shown: Vec<String> = fields.iter().take(8).map(|field| format!("`{field}`")).collect();
            format!("; it has {}; `--text-field` names another", shown.join(", "))
        }
    }
}

fn told(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => {
            "compressed data ends too early: the file is cut off, fetch it again".to_owned()
        }
        io::ErrorKind::NotFound => "it is gone: moved or removed, or a link that leads nowhere".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied; `chmod +r` lets it be read, `+rx` a folder".to_owned(),
        io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData => {
            format!("compressed data is damaged, fetch it again: {error}")
        }
        _ => error.to_string(),
    }
}

impl Fault {
    /// What is wrong with bytes that are not UTF-8.
    pub fn not_utf8(bytes: &[u8], error: std::str::Utf8Error) -> Fault {
        let head = &bytes[..bytes.len().min(64)];
        let nul = head.iter().filter(|byte| **byte == 0).count();
        let marked = head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]);
        Fault::NotUtf8 { at: error.valid_up_to(), wide: marked || nul * 3 > head.len() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages() {
        let no_text = |fields: &[&str], meant: Option<&str>| {
            let fields = fields.iter().map(|f| (*f).to_owned()).collect();
            Fault::NoText { field: "text".into(), fields, meant: meant.map(Into::into) }.to_string()
        };
        assert_eq!(no_text(&["txt"], Some("txt")), "no field `text`; did you mean `txt`? `--text-field txt` names it");
        assert_eq!(no_text(&["a", "b"], None), "no field `text`; it has `a`, `b`; `--text-field` names another");
        let wide = "é".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        let wide = [&[0xff, 0xfe][..], &wide].concat();
        let error = std::str::from_utf8(&wide).unwrap_err();
        assert!(Fault::not_utf8(&wide, error).to_string().contains("UTF-16"));
        let latin = b"caf\xe9 is open".to_vec();
        let error = std::str::from_utf8(&latin).unwrap_err();
        assert_eq!(
            Fault::not_utf8(&latin, error).to_string(),
            "not UTF-8: a byte at 3 is no character; if it is Latin-1, `iconv -f WINDOWS-1252 -t UTF-8` converts it"
        );
    }
}
