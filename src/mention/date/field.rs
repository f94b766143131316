//! Dates in the fields of input records.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::text::{Analysis, TokenRange};

use super::{DateExpression, find};

/// The day a date field names: ISO 8601 with or without time and zone (`2023-09-16T08:00:00+09:00`), `20230916`, seconds
/// or milliseconds since 1970 (UTC), RFC 2822 (`Sat, 16 Sep 2023 08:00:00 +0900`), or words (`16 September 2023`,
/// `Sept. 16, 2023`). The day is the one written, whatever the zone. `None` for anything else, for a date without a day
/// (`2023-09`), and for one with two readings (`4/5/2023`).
pub fn read_date(field: &str) -> Option<Date> {
    let field = field.trim();
    if field.is_empty() || field.len() > 100 {
        return None;
    }
    let digits = field.bytes().take_while(u8::is_ascii_digit).count();
    if digits == field.len() {
        return in_digits(field);
    }
    if let Some(day) = iso(field) {
        return Some(day);
    }
    let epoch = field.strip_suffix(".0").filter(|whole| whole.len() > 8 && whole.bytes().all(|b| b.is_ascii_digit()));
    if let Some(epoch) = epoch {
        return in_digits(epoch);
    }
    let mut analysis = Analysis::default();
    let text = analysis.run(field, 0);
    let mut found = Vec::new();
    find(&text, TokenRange::new(0, text.tokens.len()), None, &mut found);
    let mut days = found.iter().filter_map(|mention| match mention.first {
        DateExpression::Day { year: Some(_), .. } if mention.last.is_none() => Some(mention.value?.start),
        _ => None,
    });
    let day = days.next()?;
    days.all(|other| other == day).then_some(day)
}

/// `2023-09-16`, alone or before a time.
fn iso(field: &str) -> Option<Date> {
    let bytes = field.as_bytes();
    if bytes.len() < 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    if !matches!(bytes.get(10), None | Some(b'T' | b't' | b' ' | b'Z' | b'+' | b'_')) {
        return None;
    }
    day(&field[..4], field.get(5..7)?, field.get(8..10)?)
}

fn day(year: &str, month: &str, day: &str) -> Option<Date> {
    if !(year.bytes().chain(month.bytes()).chain(day.bytes())).all(|b| b.is_ascii_digit()) {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// `20230916`, or an epoch in seconds (9 or 10 digits) or milliseconds (12 or 13).
fn in_digits(field: &str) -> Option<Date> {
    let instant = match field.len() {
        8 => return day(&field[..4], &field[4..6], &field[6..]),
        9 | 10 => Timestamp::from_second(field.parse().ok()?),
        12 | 13 => Timestamp::from_millisecond(field.parse().ok()?),
        _ => return None,
    };
    Some(instant.ok()?.to_zoned_datetime(TimeZone::UTC).date())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn fields() {
        for field in [
            "2023-09-16",
            " 2023-09-16 ",
            "2023-09-16T23:30:00Z",
            "2023-09-16 08:00:00",
            "2023-09-16T08:00:00.123+09:00",
            "2023-09-16T00:30:00-11:00[Pacific/Midway]",
            "20230916",
            "1694822400",
            "1694822400000",
            "1694822400.0",
            "Sat, 16 Sep 2023 08:00:00 +0900",
            "16 Sep 2023 08:00 GMT",
            "16 September 2023",
            "Sept. 16, 2023",
            "September 16th, 2023",
            "Saturday, September 16, 2023 at 10:30 AM",
            "16-Sep-2023",
            "2023/09/16",
            "16/09/2023",
            "09/16/2023",
            "16.9.2023",
        ] {
            assert_eq!(read_date(field), Some(date(2023, 9, 16)), "{field}");
        }
        for field in [
            "",
            "soon",
            "2023",
            "2023-09",
            "September 2023",
            "4/5/2023",
            "2023-13-01",
            "2023-02-30",
            "1",
            "99999999999999",
            "2023-09-16x",
            "é023-09-16",
            "Monday",
            "September 16",
            "5 May 2023 - 7 May 2023",
            "2023-09-1é",
        ] {
            assert_eq!(read_date(field), None, "{field}");
        }
    }
}
