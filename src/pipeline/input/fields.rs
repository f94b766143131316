//! Which fields of an input line make the document, and how they are read.

use std::borrow::Cow;

use serde::de::DeserializeSeed;
use serde_json::value::RawValue;

use crate::mention::date::read_date;
use crate::record::{Kept, Str};
use crate::text::{DateSource, Document, did_you_mean};

use super::fault::{Fault, Slip};
use super::object::{Inside, Keys, Object};
use super::scalar::Scalar;

/// The names of the fields a document is read from. A dot leads into an object (`meta.date`), unless a field has just
/// that name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fields {
    /// The document's id.
    pub id: String,
    /// Its text; the one field it must have.
    pub text: String,
    /// A headline kept apart.
    pub title: String,
    /// When it was published.
    pub date: String,
    /// Fields to pass through to the record.
    pub keep: Vec<String>,
}

impl Default for Fields {
    fn default() -> Self {
        let [id, text, title, date] = ["id", "text", "title", "date"].map(str::to_owned);
        Fields { id, text, title, date, keep: Vec::new() }
    }
}

/// A document read from a line.
#[derive(Debug)]
pub(in crate::pipeline) struct Parsed<'a> {
    /// The document; without an id of its own the id is empty.
    pub(in crate::pipeline) document: Document<'a>,
    /// The fields to pass through.
    pub(in crate::pipeline) kept: Kept<'a>,
    /// A date that cannot be read, as written.
    pub(in crate::pipeline) bad_date: Option<String>,
}

/// The four fields of a document come first, then those to keep.
const ID: usize = 0;
const TEXT: usize = 1;
const TITLE: usize = 2;
const DATE: usize = 3;
pub(super) const KEEP: usize = 4;

/// The values found on one line.
pub(super) struct Found<'a> {
    pub(super) own: [Scalar<'a>; KEEP],
    pub(super) kept: Vec<Option<&'a RawValue>>,
}

impl Fields {
    /// Reads one line.
    ///
    /// # Errors
    ///
    /// When it is no JSON object or has no text.
    pub(in crate::pipeline) fn parse<'a>(&'a self, line: &'a str) -> Result<Parsed<'a>, Fault> {
        let mut found = Found { own: Default::default(), kept: vec![None; self.keep.len()] };
        let mut reader = serde_json::Deserializer::from_str(line);
        let object = Object { fields: self, inside: &Inside::Top, found: &mut found };
        object.deserialize(&mut reader).and_then(|()| reader.end()).map_err(|error| not_json(line, &error))?;
        let [id, text, title, date] = found.own;
        let text = match text {
            Scalar::Text(text) => text,
            Scalar::Missing => return Err(self.no_text(line)),
            other => return Err(wrong(&self.text, "--text-field", &other)),
        };
        let id = match id {
            Scalar::Text(id) => id,
            Scalar::Number(id) => Cow::Owned(id),
            Scalar::Missing | Scalar::Null => Cow::Borrowed(""),
            other => return Err(wrong(&self.id, "--id-field", &other)),
        };
        let title = match title {
            Scalar::Text(title) if !title.is_empty() => Some(title),
            Scalar::Text(_) | Scalar::Missing | Scalar::Null => None,
            other => return Err(wrong(&self.title, "--title-field", &other)),
        };
        let (date, bad_date) = match date {
            Scalar::Text(written) if written.trim().is_empty() => (None, None),
            Scalar::Text(written) => match read_date(&written) {
                Some(date) => (Some(date), None),
                None => (None, Some(format!("\"{written}\""))),
            },
            Scalar::Number(written) => match read_date(&written) {
                Some(date) => (Some(date), None),
                None => (None, Some(written)),
            },
            Scalar::Missing | Scalar::Null => (None, None),
            Scalar::Other(what) => (None, Some(what.to_owned())),
        };
        let date_source = if date.is_some() { DateSource::Field } else { DateSource::None };
        let names = self.keep.iter().map(|name| Str::from(name.as_str()));
        let kept = names.zip(found.kept).filter_map(|(name, value)| Some((name, Cow::Borrowed(value?)))).collect();
        Ok(Parsed { document: Document { id, date, date_source, title, text, skip: 0 }, kept: Kept(kept), bad_date })
    }

    pub(super) fn name(&self, slot: usize) -> &str {
        match slot {
            ID => &self.id,
            TEXT => &self.text,
            TITLE => &self.title,
            DATE => &self.date,
            _ => self.keep.get(slot - KEEP).map_or("", String::as_str),
        }
    }

    pub(super) fn slots(&self) -> std::ops::Range<usize> {
        0..KEEP + self.keep.len()
    }

    fn no_text(&self, line: &str) -> Fault {
        let fields: Vec<String> = serde_json::from_str::<Keys>(line).map(|keys| keys.0).unwrap_or_default();
        let meant = did_you_mean(&self.text, fields.iter().map(String::as_str)).map(str::to_owned);
        Fault::NoText { field: self.text.clone(), fields, meant }
    }
}

fn wrong(field: &str, flag: &'static str, value: &Scalar<'_>) -> Fault {
    let found = match value {
        Scalar::Null => "null",
        Scalar::Number(_) => "a number",
        Scalar::Other(what) => what,
        Scalar::Text(_) | Scalar::Missing => "something else",
    };
    Fault::WrongType { field: field.to_owned(), flag, found }
}

fn not_json(line: &str, error: &serde_json::Error) -> Fault {
    if error.is_data() {
        return Fault::NotObject { array: line.trim_start().starts_with('[') };
    }
    // A line is one line: its number says nothing.
    let told = error.to_string();
    let why = told.split(" at line ").next().unwrap_or(&told).to_owned();
    let meant = if !line.trim_start().starts_with(['{', '[']) {
        Some(Slip::Prose)
    } else if error.is_eof() {
        Some(Slip::Cut)
    } else if why.starts_with("control character") {
        Some(Slip::Control)
    } else if why.starts_with("trailing characters") {
        Some(Slip::More)
    } else {
        None
    };
    Fault::NotJson { why, at: error.column(), meant }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn fields(text: &str, keep: &[&str]) -> Fields {
        Fields { text: text.into(), keep: keep.iter().map(|k| (*k).into()).collect(), ..Fields::default() }
    }

    #[test]
    fn a_line() {
        let own = Fields::default();
        let line =
            r#"{"id": 17, "x": [1, {"text": 2}], "title": "", "date": "2023-09-17T10:00:00Z", "text": "a \"b\"\n"}"#;
        let parsed = own.parse(line).unwrap();
        assert_eq!((&*parsed.document.id, &*parsed.document.text), ("17", "a \"b\"\n"));
        assert_eq!((parsed.document.date, parsed.document.title), (Some(date(2023, 9, 17)), None));
        let parsed = own.parse(r#"{"text": "", "date": null, "title": "T"}"#).unwrap();
        assert_eq!((&*parsed.document.id, parsed.document.title.as_deref()), ("", Some("T")));
        assert_eq!(own.parse(r#"{"text": "", "date": "soon"}"#).unwrap().bad_date.unwrap(), "\"soon\"");
        assert_eq!(own.parse(r#"{"text": "", "date": 1694908800}"#).unwrap().document.date, Some(date(2023, 9, 17)));
    }

    #[test]
    fn dotted_paths_and_kept_fields() {
        let nested = fields("body.main.text", &["body.lang", "url", "date", "none"]);
        let line = r#"{"body": {"lang": "en", "main": {"text": "T", "x": 1}}, "url": {"a": 1}, "date": "2023-09-17"}"#;
        let parsed = nested.parse(line).unwrap();
        assert_eq!(parsed.document.text, "T");
        assert_eq!(parsed.document.date, Some(date(2023, 9, 17)));
        let kept: Vec<(&str, &str)> = parsed.kept.0.iter().map(|(name, value)| (name.as_str(), value.get())).collect();
        assert_eq!(kept, [("body.lang", "\"en\""), ("url", "{\"a\": 1}"), ("date", "\"2023-09-17\"")]);
        let parsed = nested.parse(r#"{"body.main.text": "dots", "body": 3}"#).unwrap();
        assert_eq!(parsed.document.text, "dots");
        for line in [r#"{"body": 1}"#, r#"{"body": "x"}"#, r#"{"body": [1]}"#, r#"{"body": null}"#, r#"{"body": {}}"#] {
            assert!(matches!(nested.parse(line), Err(Fault::NoText { .. })), "{line}");
        }
    }

    #[test]
    fn faults() {
        let own = Fields::default();
        let told = |line: &str| own.parse(line).unwrap_err().to_string();
        assert!(
            told(r#"{"text": "a"#).starts_with("not JSON: EOF while parsing a string at byte 11; the line is cut off")
        );
        assert!(told(r#"{"text": "a"} x"#).starts_with("not JSON: trailing characters at byte 15; write one"));
        assert!(told(r#"[{"text": "a"}]"#).starts_with("not a JSON object"));
        assert!(told("17").starts_with("not a JSON object"));
        assert_eq!(
            told(r#"{"text": 5}"#),
            "field `text` is a number, not a string; `--text-field` names another field"
        );
        assert!(told(r#"{"text": null}"#).starts_with("field `text` is null, not a string"));
        assert!(told(r#"{"text": "", "title": ["a"]}"#).starts_with("field `title` is an array, not a string"));
        assert!(told(r#"{"texts": "a"}"#).contains("did you mean `texts`?"));
        assert!(told("{}").contains("the object is empty"));
        let deep = format!("{{\"a\": {}1", "[".repeat(100_000));
        assert!(told(&deep).starts_with("not JSON: EOF"), "{}", told(&deep));
        assert!(told("{\"text\": \"a\0b\"}").starts_with("not JSON: control character"));
        assert!(told("Talks went on.").ends_with("; `--format txt` reads a file as one text"));
        assert!(told("\0\0\0").starts_with("not JSON: expected value at byte 1"));
    }
}
