//! A text file that tells its date: `date 2023-09-17 The headline`, on its first line.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::text::{DateSource, Document};

/// The document of a text file. The rest of a date line is read as the headline; offsets count from the start of the
/// file.
pub fn document<'a>(id: &'a str, text: &'a str) -> Document<'a> {
    let (date, skip) = match header(text) {
        Some((date, skip)) => (Some(date), skip),
        None => (None, 0),
    };
    let date_source = if date.is_some() { DateSource::Header } else { DateSource::None };
    Document { id: Cow::Borrowed(id), date, date_source, title: None, text: Cow::Borrowed(text), skip }
}

/// The date of the header and the bytes before what follows it on its line.
fn header(text: &str) -> Option<(Date, usize)> {
    let blank = |c: char| c == ' ' || c == '\t' || c == '\u{feff}' || c == '\u{a0}';
    let rest = text.trim_start_matches(blank).strip_prefix("date")?;
    let value = rest.trim_start_matches(blank);
    if value.len() == rest.len() {
        return None;
    }
    let (written, rest) = (value.get(..10)?, value.get(10..)?);
    if rest.starts_with(|c: char| !c.is_whitespace()) {
        return None;
    }
    let bytes = written.as_bytes();
    if bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let date = written.parse().ok()?;
    Some((date, text.len() - rest.trim_start_matches(blank).len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn headers() {
        let of = |text| {
            let document = document("x", text);
            (document.date, &text[document.skip..])
        };
        let day = Some(date(2023, 9, 17));
        assert_eq!(of("date 2023-09-17 Ministers meet\nText"), (day, "Ministers meet\nText"));
        assert_eq!(of("\u{feff} \tdate  2023-09-17\nText"), (day, "\nText"));
        assert_eq!(of("date 2023-09-17"), (day, ""));
        for text in [
            "",
            "date",
            "date 2023-13-17 x",
            "date 2023-09-17x",
            "dated 2023-09-17",
            "date2023-09-17",
            "x\ndate 2023-09-17",
            "date é023-09-17",
        ] {
            assert_eq!(of(text), (None, text), "{text}");
        }
    }
}
