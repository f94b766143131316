//! A date of which the day, or the month too, may be unknown.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

/// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Sorts by its first day, the coarser one first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: i16,
    /// 1 to 12; 0 where unknown.
    month: u8,
    /// 1 to 31; 0 where unknown.
    day: u8,
}

impl Day {
    /// The first `parts` of year, month, day of `date`.
    pub fn new(date: Date, parts: u8) -> Day {
        Day {
            year: date.year(),
            month: if parts > 1 { date.month() as u8 } else { 0 },
            day: if parts > 2 { date.day() as u8 } else { 0 },
        }
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12, where known.
    pub fn month(self) -> Option<u8> {
        (self.month > 0).then_some(self.month)
    }

    /// The day of the month, where known.
    pub fn day(self) -> Option<u8> {
        (self.day > 0).then_some(self.day)
    }

    /// The first day it may mean.
    pub fn first(self) -> Date {
        Date::new(self.year, self.month.max(1) as i8, self.day.max(1) as i8).unwrap_or_default()
    }

    /// The last day it may mean.
    pub fn last(self) -> Date {
        match (self.month, self.day) {
            (0, _) => self.first().last_of_year(),
            (_, 0) => self.first().last_of_month(),
            _ => self.first(),
        }
    }
}

impl From<Date> for Day {
    fn from(date: Date) -> Day {
        Day::new(date, 3)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if self.month > 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day > 0 {
            write!(f, "-{:02}", self.day)?;
        }
        Ok(())
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Day {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Day, Self::Err> {
        const SHAPE: &str = "a date is YYYY, YYYY-MM or YYYY-MM-DD";
        let bytes = text.as_bytes();
        let digits = |range: std::ops::Range<usize>| {
            let part = &bytes[range];
            part.iter().try_fold(0_i16, |n, b| b.is_ascii_digit().then(|| n * 10 + i16::from(b - b'0')))
        };
        let dashes = bytes.len() < 5 || bytes[4] == b'-' && (bytes.len() < 8 || bytes[7] == b'-');
        if !matches!(bytes.len(), 4 | 7 | 10) || !dashes {
            return Err(SHAPE);
        }
        let year = digits(0..4).ok_or(SHAPE)?;
        let month = if bytes.len() > 4 { digits(5..7).ok_or(SHAPE)? } else { 0 };
        let day = if bytes.len() > 7 { digits(8..10).ok_or(SHAPE)? } else { 0 };
        let known = |n: i16, given: bool| if given { n as i8 } else { 1 };
        if Date::new(year, known(month, bytes.len() > 4), known(day, bytes.len() > 7)).is_err() {
            return Err("no such day");
        }
        Ok(Day { year, month: month as u8, day: day as u8 })
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Parse;
        impl Visitor<'_> for Parse {
            type Value = Day;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a date: YYYY, YYYY-MM or YYYY-MM-DD")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Day, E> {
                text.parse().map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Parse)
    }
}

impl JsonSchema for Day {
    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "`YYYY`, `YYYY-MM` or `YYYY-MM-DD`.",
            "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes() {
        for text in ["2023", "2023-09", "2023-09-17", "0987", "2024-02-29"] {
            assert_eq!(text.parse::<Day>().unwrap().to_string(), text);
        }
        for text in
            ["", "23", "2023-", "2023-13", "2023-00", "2023-02-30", "2023/02/03", "2023-2-3", "２０２３", "2023-09-1x"]
        {
            assert!(text.parse::<Day>().is_err(), "{text}");
        }
    }

    #[test]
    fn spans_what_it_may_mean() {
        let ends = |text: &str| {
            let day: Day = text.parse().unwrap();
            format!("{} {}", day.first(), day.last())
        };
        assert_eq!(ends("2023"), "2023-01-01 2023-12-31");
        assert_eq!(ends("2024-02"), "2024-02-01 2024-02-29");
        assert_eq!(ends("2024-02-03"), "2024-02-03 2024-02-03");
        assert_eq!(Day::new(jiff::civil::date(2023, 9, 4), 2).to_string(), "2023-09");
    }
}
