//! Dates in the text, resolved against the document's date.
//!
//! An expression is read once ([`find`]) and kept as written ([`DateExpression`]): "Monday" or "in May" means another
//! day in a report than in a plan, and only the clause tells which. [`DateMention::value`] is the reading of a report;
//! [`DateMention::toward`] gives either.

pub mod expression;

mod dateline;
mod field;
mod find;
mod phrase;
mod range;
mod word;

use jiff::civil::Date;

use crate::text::TokenRange;

pub use dateline::document_date;
pub use expression::{DateExpression, Direction};
pub use field::read_date;
pub use find::find;

/// How sure and how wide a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateKind {
    /// One day.
    Exact,
    /// A week, month, year, or "about".
    Approximate,
    /// From a day to a day; without an end it is open.
    Range,
}

/// A resolved date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateValue {
    /// The (first) day; for weeks, months and years the first day of them that lies in the named month or year.
    pub start: Date,
    /// The last day of a range.
    pub end: Option<Date>,
    /// How many parts of `start` and `end` are known: 1 year, 2 year and month, 3 all.
    pub parts: u8,
    /// How sure.
    pub kind: DateKind,
}

/// What the word before a date says of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bound {
    /// "on", "in", or nothing: it happens then.
    #[default]
    At,
    /// "since", "from": it begins then; the value is a range without an end.
    Since,
    /// "after": later than that.
    After,
    /// "until", "by", "before": no later than that.
    Until,
}

/// A date expression in the text.
#[derive(Clone, Copy, Debug)]
pub struct DateMention {
    /// Its tokens, without the preposition ("Thursday (March 9)" is one).
    pub tokens: TokenRange,
    /// What is written, or the first end of a range.
    pub first: DateExpression,
    /// The last end of a range.
    pub last: Option<DateExpression>,
    /// What the word before it says.
    pub bound: Bound,
    /// What it means in a report of what has happened; `None` where the document's date is needed and unknown.
    pub value: Option<DateValue>,
}

impl DateMention {
    /// What it means where the clause speaks of the past or of the future. `reference` is the document's date.
    pub fn toward(&self, reference: Option<Date>, direction: Direction) -> Option<DateValue> {
        let first = self.first.resolve(reference, direction)?;
        let value = match self.last {
            None => first,
            Some(last) => {
                let last = last.resolve(reference, direction)?;
                let mut start = first.start;
                if start > last.start {
                    // "from Friday to Monday": the earlier end is the one before the later.
                    start = self.first.resolve(Some(last.start), Direction::Past)?.start;
                }
                let end = last.last_day();
                let kind = if start <= end { DateKind::Range } else { return Some(first) };
                DateValue { start, end: Some(end), parts: first.parts.min(last.parts), kind }
            }
        };
        Some(match self.bound {
            Bound::Since if value.end.is_none() => DateValue { kind: DateKind::Range, ..value },
            Bound::After | Bound::Until if value.kind == DateKind::Exact => {
                DateValue { kind: DateKind::Approximate, ..value }
            }
            _ => value,
        })
    }
}

impl DateValue {
    /// One day.
    pub fn day(day: Date) -> Self {
        DateValue { start: day, end: None, parts: 3, kind: DateKind::Exact }
    }

    /// The last day it may be: of a month or year the last of it.
    pub fn last_day(&self) -> Date {
        match (self.end, self.parts) {
            (Some(end), _) => end,
            (None, 1) => self.start.last_of_year(),
            (None, 2) => self.start.last_of_month(),
            (None, _) => self.start,
        }
    }
}
