//! Dates in the text, resolved against the document's date.

use jiff::civil::Date;

use crate::text::TokenRange;

/// How sure and how wide a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateKind {
    /// One day.
    Exact,
    /// A week, month, year, or "about".
    Approximate,
    /// From a day to a day.
    Range,
}

/// A resolved date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateValue {
    /// The (first) day; for months and years the first day of them.
    pub start: Date,
    /// The last day of a range.
    pub end: Option<Date>,
    /// How many parts of `start` are known: 1 year, 2 year and month, 3 all.
    pub parts: u8,
    /// How sure.
    pub kind: DateKind,
}

/// A date expression in the text.
#[derive(Clone, Copy, Debug)]
pub struct DateMention {
    /// Its tokens ("Saturday (September 16)" is one).
    pub tokens: TokenRange,
    /// What it means; `None` where the document's date is needed and unknown.
    pub value: Option<DateValue>,
}
