//! The date a document gives itself.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use crate::text::{SentenceKind, Text, TokenKind, TokenRange, flag};

use super::{DateExpression, find};

/// So many sentences at the head of a document may hold its date.
const HEAD: usize = 8;
/// A date line is no longer than this; a longer heading is a headline that speaks of another day.
const LONGEST: usize = 16;

/// Before a date within a first sentence stand at most so many tokens: "Peru News, 15 October 2013 - …".
const LONGEST_LEAD: usize = 8;
/// A line that holds nothing but a date in figures and whose it is has no more characters.
const LONGEST_LINE: usize = 60;
/// So many characters at the head of a document may hold its date in figures.
const FIGURES: usize = 400;

/// Dates in figures: year first, as in addresses and time stamps; or day and month before the year.
static NUMERIC: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"\b(\d{4})[-/](\d{2})[-/](\d{2})(?:T\d|\b)|\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b";
    Regex::new(pattern).expect("a pattern of this file")
});

/// The full date in a dateline ("CAIRO – 26 July 2022: …"), in a date line of its own among the first lines, or of a weekday
/// of the same week ("this Tuesday, July 26, 2022").
pub fn document_date(text: &Text<'_>) -> Option<Date> {
    let mut found = Vec::new();
    for sentence in text.sentences.iter().take(HEAD) {
        let own = &text.tokens[sentence.tokens.range()];
        if !own.iter().any(|t| t.kind == TokenKind::Number) {
            continue;
        }
        if sentence.kind == SentenceKind::Heading && own.len() > LONGEST {
            continue;
        }
        found.clear();
        find(text, sentence.tokens, None, &mut found);
        for mention in &found {
            let DateExpression::Day { year: Some(_), .. } = mention.first else { continue };
            // "Deal signed on 5 May 2023" is a headline, "Published on 5 May 2023" is not.
            let start = mention.tokens.start;
            let before = (start > sentence.tokens.start).then(|| text.tokens[start as usize - 1]);
            let told = before.is_some_and(|t| t.kind == TokenKind::Word && t.has(flag::LOWER));
            let published = (sentence.tokens.start..start).any(|i| {
                let word = text.word(i as usize);
                ["published", "posted", "updated", "dated", "story"].iter().any(|w| w.eq_ignore_ascii_case(word))
            });
            let stands = sentence.kind != SentenceKind::Prose || leads(text, sentence.tokens, mention.tokens);
            // "held this Tuesday, July 26, 2022": the weekday is one of the document's week.
            let this_week = text.word(start as usize).eq_ignore_ascii_case("this");
            if mention.last.is_none() && (this_week || stands && (!told || published)) {
                return mention.value.map(|value| value.start);
            }
        }
    }
    in_figures(text.raw)
}

/// Whether a date stands at the head of a sentence, with a dash or colon behind it, or with nothing but the time of day in
/// its sentence: "Peru News, 15 October 2013 - Two ministers …", "June 17, 2022, 10:20 a.m.".
fn leads(text: &Text<'_>, sentence: TokenRange, date: TokenRange) -> bool {
    let before = (date.start - sentence.start) as usize;
    let end = date.end as usize;
    let closed = text.tokens.get(end).is_some_and(|_| matches!(text.word(end), "-" | "–" | "—" | "--" | ":" | "|"));
    let time = (end..sentence.end as usize).all(|i| {
        !text.tokens[i].is_word() || matches!(text.word(i), "a.m." | "p.m." | "am" | "pm" | "AM" | "PM" | "at")
    });
    before <= LONGEST_LEAD && closed || before == 0 && time
}

/// The first date in figures among the first lines that can be read in one way only.
fn in_figures(raw: &str) -> Option<Date> {
    let mut from = 0;
    for line in raw.split_inclusive('\n').take(HEAD * 2) {
        if from > FIGURES {
            break;
        }
        from += line.len();
        if !may_hold_figures(line) {
            continue;
        }
        let address = line.contains("://");
        for found in NUMERIC.captures_iter(line.trim_end()) {
            let number = |i: usize| found.get(i).and_then(|m| m.as_str().parse::<i16>().ok());
            let date = match (number(1), number(4), number(5)) {
                (Some(year), ..) if address || line.len() <= LONGEST_LINE => (year, number(2)?, number(3)?),
                (None, Some(day), Some(month)) if line.len() <= LONGEST_LINE && (day > 12 || day == month) => {
                    (number(6)?, month, day)
                }
                (None, Some(month), Some(day)) if line.len() <= LONGEST_LINE && day > 12 => (number(6)?, month, day),
                _ => continue,
            };
            let read = Date::new(date.0, i8::try_from(date.1).ok()?, i8::try_from(date.2).ok()?);
            if let Ok(date) = read
                && (1900..2100).contains(&date.year())
            {
                return Some(date);
            }
        }
    }
    None
}

/// Whether a dash, slash or dot stands between digits: few lines hold one, and the pattern reads letter by letter.
fn may_hold_figures(line: &str) -> bool {
    let digit = |b: u8| b.is_ascii_digit() || !b.is_ascii();
    line.as_bytes().windows(3).any(|w| matches!(w[1], b'-' | b'/' | b'.') && digit(w[0]) && digit(w[2]))
}

#[cfg(test)]
mod tests {
    use super::document_date;
    use crate::text::Analysis;
    use jiff::civil::date;

    #[test]
    fn head_of_a_document() {
        for raw in [
            "CAIRO – 26 July 2022: Two ministers met on Monday.",
            "Ministers meet\n\nTuesday, July 26, 2022\n\nTwo ministers met on Monday, 2 May 2022.",
            "Ministers meet\nBy Ann Ek | July 26, 2022 10:30 am\nTwo ministers met.",
            "Ministers meet\nPublished on 26 July 2022\nTwo ministers met.",
            "OSLO, July 26, 2022 (AP) -- Two ministers met.",
            "Last updated 26 July 2022\nTwo ministers met.",
            "This story is from July 26, 2022\nTwo ministers met.",
            "2022-07-26\nTwo ministers met.",
            "Published: 26/07/2022 10:30\nTwo ministers met.",
            "Two ministers meet\n07/26/2022\nTwo ministers met.",
            "https://lima.example/articles/2022/07/26/38385\nTwo ministers met.",
            "Lima News, 26 July 2022 - Two ministers met.",
            "Two ministers meet\nJuly 26, 2022, 10:20 a.m.\nTwo ministers met.",
            "Two ministers met in Lima this Tuesday, July 26, 2022.",
        ] {
            assert_eq!(document_date(&Analysis::default().run(raw, 0)), Some(date(2022, 7, 26)), "{raw}");
        }
        for raw in [
            "",
            "Two ministers met on 26 July 2022.",
            "Ministers to meet on 26 July 2022\nTwo ministers said so.",
            "OSLO, July 26 (AP) -- Two ministers met.",
            "Expo, 26-28 July 2022\nTwo ministers met.",
            "Published: 05/07/2022\nTwo ministers met.",
        ] {
            assert_eq!(document_date(&Analysis::default().run(raw, 0)), None, "{raw}");
        }
    }
}
