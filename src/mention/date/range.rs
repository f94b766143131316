//! From a day to a day, from a month to a month, from a year to a year.

use crate::text::{Classes, Text, Token, TokenKind, flag};

use super::DateExpression;
use super::phrase::{Phrase, Reader};
use super::word::Word;

/// Two days of one month: "5-7 May", "from 5 to 7 May 2023", "5 and 6 May".
pub(super) fn days_of_a_month(
    reader: Reader<'_>,
    at: usize,
    before: Option<Word>,
) -> Option<(DateExpression, DateExpression, usize)> {
    let from = reader.day(at)?;
    let joins = reader.written(at + 1) == "-" || reader.word(at + 1) == Some(Word::To);
    let day = reader.day(at + 2).filter(|day| *day > from)?;
    let both = reader.word(at + 1) == Some(Word::And) && (day == from + 1 || before == Some(Word::Between));
    if !joins && !both {
        return None;
    }
    let phrase = reader.day_first(at + 2)?;
    let DateExpression::Day { year, month, day, .. } = phrase.expression else { return None };
    let first = DateExpression::Day { year, month, day: from, weekday: None };
    let last = DateExpression::Day { year, month, day, weekday: None };
    Some((first, last, phrase.end))
}

/// The last end of a range that began with `phrase`, and one past its last token.
pub(super) fn range(reader: Reader<'_>, phrase: Phrase, before: Option<Word>) -> Option<(DateExpression, usize)> {
    use DateExpression::{Day, Month, Weekday, Year};
    let dash = reader.written(phrase.end) == "-";
    let close = dash && reader.glued(phrase.end) && reader.glued(phrase.end + 1);
    let joins = match reader.word(phrase.end) {
        Some(Word::To) => true,
        Some(Word::Until) => before == Some(Word::From),
        _ => dash,
    };
    let and = reader.word(phrase.end) == Some(Word::And);
    if !joins && !and && reader.written(phrase.end) != "/" {
        return None;
    }
    let both = and && before == Some(Word::Between);
    let next = phrase.end + 1;
    if let Day { year: None, month, day: from, .. } = phrase.expression
        && let Some(day) = reader.day(next).filter(|day| *day > from)
        && reader.day_first(next).is_none()
        && (joins || both || and && day == from + 1 && !matches!(reader.word(next), Some(Word::Ordinal(_))))
    {
        // "March 9-11, 2023"
        let (year, end) = reader.year_after(next + 1);
        // "the March 9-11 talks"
        let whole = close && before == Some(Word::The);
        if year.is_some() || whole || ends_there(reader, next + 1) {
            return Some((Day { year, month, day, weekday: None }, end));
        }
    }
    if let Year(from) = phrase.expression
        && let Some(year) = short_year(reader, from, phrase.end)
    {
        return Some((Year(year), next + 1));
    }
    if !joins && !and {
        return None;
    }
    let last = reader.phrase(next)?;
    let consecutive = match (phrase.expression, last.expression) {
        (Day { .. }, Day { .. }) => false,
        (Month { month: a, .. }, Month { month: b, .. }) => a % 12 + 1 == b,
        (Weekday { weekday: a, shift: 0 }, Weekday { weekday: b, shift: 0 }) => a.next() == b,
        (Year(a), Year(b)) if a < b => {
            return (close || (joins || both) && matches!(before, Some(Word::From | Word::Between | Word::In)))
                .then_some((last.expression, last.end));
        }
        _ => return None,
    };
    (joins || both || consecutive).then_some((last.expression, last.end))
}

/// "2019-20", "1995/96": the second year by its last two digits.
fn short_year(reader: Reader<'_>, from: i16, mark: usize) -> Option<i16> {
    if !matches!(reader.written(mark), "-" | "/") || !reader.glued(mark) || !reader.glued(mark + 1) {
        return None;
    }
    let written = reader.text.word(mark + 1);
    let digits = written.parse::<i16>().ok().filter(|_| written.len() == 2)?;
    let year = from - from % 100 + digits;
    (year > from).then_some(year)
}

/// Whether no unit follows that would take the number for itself ("May 5 to 7 percent").
fn ends_there(reader: Reader<'_>, i: usize) -> bool {
    match reader.text.tokens.get(i).filter(|_| i < reader.end) {
        None => true,
        Some(token) => {
            token.kind == TokenKind::Punct
                || token.kind == TokenKind::Word && (Word::of(token.key).is_some() || is_small(reader.text, token))
        }
    }
}

/// A preposition or the like, as against a noun that is counted.
fn is_small(text: &Text<'_>, token: &Token) -> bool {
    token.has(flag::CAPITAL)
        || token.span.of(text.raw) == "'s"
        || token.classes.any(
            Classes::PREPOSITION
                .or(Classes::COORDINATOR)
                .or(Classes::SUBORDINATOR)
                .or(Classes::RELATIVE)
                .or(Classes::MODAL)
                .or(Classes::BE)
                .or(Classes::HAVE),
        )
}
