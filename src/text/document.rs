//! One news item as it comes in.

use std::borrow::Cow;

use jiff::civil::Date;

/// Where the document's date comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DateSource {
    /// The input's date field.
    Field,
    /// The `--date` flag.
    Flag,
    /// The first line of a text file: `date YYYY-MM-DD headline`.
    Header,
    /// A full date in the dateline or among the first lines.
    Dateline,
    /// No date is known.
    #[default]
    None,
}

impl DateSource {
    /// The name in the record.
    pub fn as_str(self) -> &'static str {
        match self {
            DateSource::Field => "field",
            DateSource::Flag => "flag",
            DateSource::Header => "header",
            DateSource::Dateline => "dateline",
            DateSource::None => "none",
        }
    }
}

/// A document borrowed from its input line or file.
#[derive(Clone, Debug, Default)]
pub struct Document<'a> {
    /// Unique within one run; goes into the record unchanged.
    pub id: Cow<'a, str>,
    /// When it was published, if the input says so.
    pub date: Option<Date>,
    /// What said so.
    pub date_source: DateSource,
    /// A headline kept apart from the text.
    pub title: Option<Cow<'a, str>>,
    /// The text itself; offsets count from its first byte.
    pub text: Cow<'a, str>,
    /// Bytes at the head of `text` that are not news (a `date YYYY-MM-DD` header): they count in offsets and are not read.
    pub skip: usize,
}
