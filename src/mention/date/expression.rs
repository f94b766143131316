//! A date as written, and the day it means.

use jiff::Span;
use jiff::civil::{Date, Weekday};

use super::{DateKind, DateValue};

/// Which way a date points that leaves it open ("Monday", "September 16", "in May").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// In a report: the last such day on or before the document's date.
    #[default]
    Past,
    /// In a plan ("will meet on Monday", "next"): the coming one.
    Future,
}

/// A date as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateExpression {
    /// "September 16", "16 September 2023", "Saturday, 16 September".
    Day {
        /// The year, if written.
        year: Option<i16>,
        /// 1 to 12.
        month: i8,
        /// 1 to 31.
        day: i8,
        /// The weekday, if written.
        weekday: Option<Weekday>,
    },
    /// "5 May last year", "May 5 of this year": years from the document's year.
    DayOf {
        /// 1 to 12.
        month: i8,
        /// 1 to 31.
        day: i8,
        /// "last" -1, "this" 0, "next" 1.
        shift: i8,
    },
    /// "in May", "early May 2022".
    Month {
        /// The year, if written.
        year: Option<i16>,
        /// 1 to 12.
        month: i8,
    },
    /// "last May", "next May", "May last year": years from the document's year; `None` for the last or next one.
    MonthOf {
        /// 1 to 12.
        month: i8,
        /// "last" -1, "this" 0, "next" 1.
        shift: i8,
        /// Whether the year is shifted ("May last year"), not the month ("last May").
        of_year: bool,
    },
    /// "2019".
    Year(i16),
    /// "the 1990s", by its first year.
    Decade(i16),
    /// "Monday", "this Monday"; "last Monday" and "next Monday" have a shift.
    Weekday {
        /// The day.
        weekday: Weekday,
        /// "last" -1, "next" 1, else 0.
        shift: i8,
    },
    /// "Monday last week", "Monday of next week".
    WeekdayOf {
        /// The day.
        weekday: Weekday,
        /// Weeks from the document's week.
        week: i8,
    },
    /// "yesterday", "two days ago": days from the document's date.
    Days(i32),
    /// "last week": weeks from the document's week.
    Weeks(i32),
    /// "last month": months from the document's month.
    Months(i32),
    /// "last year": years from the document's year.
    Years(i32),
    /// "in two weeks": days ahead, in a plan only.
    Ahead(i32),
    /// "two weeks ago": days from the document's date, more or less.
    About(i32),
    /// "over the weekend", "last weekend", "next weekend".
    Weekend(i8),
    /// "the summer of 2021", "last summer" (the northern one).
    Season {
        /// The year, if written.
        year: Option<i16>,
        /// 1 spring, 2 summer, 3 autumn, 4 winter.
        season: i8,
        /// "last" -1, "this" 0, "next" 1.
        shift: i8,
    },
}

/// A day that far the other way counts as far as this many times as many the right way.
const AGAINST: i32 = 8;

impl DateExpression {
    /// The day, month or year meant; `None` where the document's date (`reference`) is needed and unknown, or where
    /// there is no such day.
    pub fn resolve(self, reference: Option<Date>, direction: Direction) -> Option<DateValue> {
        match self {
            DateExpression::Day { year: Some(year), month, day, .. } => {
                Date::new(year, month, day).ok().map(DateValue::day)
            }
            DateExpression::Day { year: None, month, day, weekday } => {
                nearest_day(month, day, weekday, reference?, direction).map(DateValue::day)
            }
            DateExpression::DayOf { month, day, shift } => {
                let year = reference?.year().checked_add(i16::from(shift))?;
                Date::new(year, month, day).ok().map(DateValue::day)
            }
            DateExpression::Month { year: Some(year), month } => month_of(year, month),
            DateExpression::Month { year: None, month } => {
                let reference = reference?;
                let ahead = (i32::from(month) - i32::from(reference.month())).rem_euclid(12);
                let future = ahead == 0 || direction == Direction::Future;
                months(reference, if future { ahead } else { ahead - 12 })
            }
            DateExpression::MonthOf { month, shift, of_year: true } => {
                month_of(reference?.year().checked_add(i16::from(shift))?, month)
            }
            DateExpression::MonthOf { month, shift, of_year: false } => {
                let reference = reference?;
                let ahead = (i32::from(month) - i32::from(reference.month())).rem_euclid(12);
                match shift {
                    -1 => months(reference, ahead - 12),
                    0 => month_of(reference.year(), month),
                    _ => months(reference, if ahead == 0 { 12 } else { ahead }),
                }
            }
            DateExpression::Year(year) => year_of(year),
            DateExpression::Decade(year) => Some(DateValue {
                start: Date::new(year, 1, 1).ok()?,
                end: Some(Date::new(year.checked_add(9)?, 12, 31).ok()?),
                parts: 1,
                kind: DateKind::Range,
            }),
            DateExpression::Weekday { weekday, shift } => {
                let reference = reference?;
                let back = i32::from(reference.weekday().since(weekday));
                let days = match (shift, direction) {
                    (-1, _) => -(if back == 0 { 7 } else { back }),
                    (1, _) => {
                        return DateExpression::WeekdayOf { weekday, week: 1 }.resolve(Some(reference), direction);
                    }
                    (_, Direction::Past) => -back,
                    (_, Direction::Future) => (7 - back) % 7,
                };
                days_from(reference, days)
            }
            DateExpression::WeekdayOf { weekday, week } => {
                let day = i32::from(weekday.to_monday_zero_offset());
                days_from(monday(reference?)?, i32::from(week) * 7 + day)
            }
            DateExpression::Days(days) => days_from(reference?, days),
            DateExpression::Ahead(days) => {
                if direction == Direction::Past {
                    return None;
                }
                DateExpression::About(days).resolve(reference, direction)
            }
            DateExpression::About(days) => {
                let day = days_from(reference?, days)?.start;
                let parts = if days.unsigned_abs() >= 350 { 1 } else { 2 };
                Some(DateValue { start: day, end: None, parts, kind: DateKind::Approximate })
            }
            DateExpression::Weeks(weeks) => {
                let first = reference?.checked_add(Span::new().try_weeks(weeks).ok()?).ok().and_then(monday)?;
                // A week belongs to the month of its Thursday, as in ISO 8601.
                let thursday = days_from(first, 3)?.start;
                let start = first.max(thursday.first_of_month());
                Some(DateValue { start, end: None, parts: 2, kind: DateKind::Approximate })
            }
            DateExpression::Months(shift) => months(reference?, shift),
            DateExpression::Years(shift) => {
                year_of(i16::try_from(i32::from(reference?.year()).checked_add(shift)?).ok()?)
            }
            DateExpression::Weekend(shift) => {
                let reference = reference?;
                let back = i32::from(reference.weekday().since(Weekday::Saturday));
                let days = match (shift, direction) {
                    // On a Sunday "the weekend" is the one that ends.
                    (0, _) if back < 2 => -back,
                    (0, Direction::Future) => 7 - back,
                    (-1, _) if back < 2 => -back - 7,
                    (1, _) if back < 5 => 14 - back,
                    (1, _) => 7 - back,
                    _ => -back,
                };
                let start = days_from(reference, days)?.start;
                Some(DateValue { start, end: Some(start.tomorrow().ok()?), parts: 3, kind: DateKind::Range })
            }
            DateExpression::Season { year: Some(year), .. } => year_of(year),
            DateExpression::Season { year: None, season, shift } => {
                let reference = reference?;
                let year = reference.year();
                let (begins, ends) = (season * 3, season * 3 + 2);
                let month = reference.month();
                year_of(match shift {
                    -1 if month > ends => year,
                    -1 => year - 1,
                    1 if month < begins => year,
                    1 => year + 1,
                    _ => year,
                })
            }
        }
    }
}

/// The day so many days from another.
fn days_from(reference: Date, days: i32) -> Option<DateValue> {
    reference.checked_add(Span::new().try_days(days).ok()?).ok().map(DateValue::day)
}

/// The Monday of the week of a day.
fn monday(day: Date) -> Option<Date> {
    days_from(day, -i32::from(day.weekday().to_monday_zero_offset())).map(|value| value.start)
}

/// A month of a year.
fn month_of(year: i16, month: i8) -> Option<DateValue> {
    let start = Date::new(year, month, 1).ok()?;
    Some(DateValue { start, end: None, parts: 2, kind: DateKind::Approximate })
}

/// The month so many months from that of a day.
fn months(reference: Date, shift: i32) -> Option<DateValue> {
    let start = reference.first_of_month().checked_add(Span::new().try_months(shift).ok()?).ok()?;
    Some(DateValue { start, end: None, parts: 2, kind: DateKind::Approximate })
}

/// A year.
fn year_of(year: i16) -> Option<DateValue> {
    let start = Date::new(year, 1, 1).ok()?;
    Some(DateValue { start, end: None, parts: 1, kind: DateKind::Approximate })
}

/// Of the days of that name in the years around, the nearest; against the direction it counts as farther. A
/// weekday written beside it must agree where any year's does.
fn nearest_day(month: i8, day: i8, weekday: Option<Weekday>, reference: Date, direction: Direction) -> Option<Date> {
    let days = |date: &Date| i32::try_from(reference.duration_until(*date).as_hours() / 24).unwrap_or(i32::MAX / 16);
    let away = |date: &Date| match direction {
        Direction::Past if days(date) > 0 => days(date) * AGAINST,
        Direction::Future if days(date) < 0 => -days(date) * AGAINST,
        _ => days(date).abs(),
    };
    let years = || (-6..=6).filter_map(|shift| Date::new(reference.year().checked_add(shift)?, month, day).ok());
    years()
        .filter(|date| weekday.is_some_and(|weekday| date.weekday() == weekday))
        .min_by_key(away)
        .filter(|date| days(date).abs() <= 366)
        .or_else(|| years().min_by_key(away))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn value(expression: DateExpression, reference: Date, direction: Direction) -> (Date, u8) {
        let value = expression.resolve(Some(reference), direction).unwrap();
        (value.start, value.parts)
    }

    /// A Wednesday.
    const DAY: Date = date(2023, 3, 15);

    #[test]
    fn weekdays() {
        use Direction::*;
        let weekday = |weekday, shift, direction| value(DateExpression::Weekday { weekday, shift }, DAY, direction).0;
        assert_eq!(weekday(Weekday::Monday, 0, Past), date(2023, 3, 13));
        assert_eq!(weekday(Weekday::Monday, 0, Future), date(2023, 3, 20));
        assert_eq!(weekday(Weekday::Wednesday, 0, Past), DAY);
        assert_eq!(weekday(Weekday::Wednesday, 0, Future), DAY);
        assert_eq!(weekday(Weekday::Wednesday, -1, Past), date(2023, 3, 8));
        assert_eq!(weekday(Weekday::Friday, -1, Future), date(2023, 3, 10));
        assert_eq!(weekday(Weekday::Tuesday, 1, Past), date(2023, 3, 21));
        assert_eq!(weekday(Weekday::Friday, 1, Past), date(2023, 3, 24));
        let tuesday = DateExpression::WeekdayOf { weekday: Weekday::Tuesday, week: -1 };
        assert_eq!(value(tuesday, DAY, Past).0, date(2023, 3, 7));
    }

    #[test]
    fn days_without_a_year() {
        use Direction::*;
        let day = |month, day, weekday, direction| {
            value(DateExpression::Day { year: None, month, day, weekday }, DAY, direction).0
        };
        assert_eq!(day(3, 14, None, Past), date(2023, 3, 14));
        assert_eq!(day(3, 20, None, Past), date(2023, 3, 20));
        assert_eq!(day(9, 16, None, Past), date(2022, 9, 16));
        assert_eq!(day(9, 16, None, Future), date(2023, 9, 16));
        assert_eq!(day(12, 30, None, Past), date(2022, 12, 30));
        assert_eq!(day(2, 29, None, Past), date(2020, 2, 29));
        assert_eq!(day(9, 16, Some(Weekday::Saturday), Past), date(2023, 9, 16));
        assert!(DateExpression::Day { year: None, month: 9, day: 1, weekday: None }.resolve(None, Past).is_none());
        assert!(
            DateExpression::Day { year: Some(2023), month: 2, day: 30, weekday: None }.resolve(None, Past).is_none()
        );
    }

    #[test]
    fn months_weeks_years() {
        use Direction::*;
        let month = |month, direction| value(DateExpression::Month { year: None, month }, DAY, direction);
        assert_eq!(month(1, Past), (date(2023, 1, 1), 2));
        assert_eq!(month(3, Past), (date(2023, 3, 1), 2));
        assert_eq!(month(4, Past), (date(2022, 4, 1), 2));
        assert_eq!(month(11, Past), (date(2022, 11, 1), 2));
        assert_eq!(month(11, Future), (date(2023, 11, 1), 2));
        assert_eq!(month(2, Future), (date(2024, 2, 1), 2));
        assert_eq!(value(DateExpression::Weeks(-1), DAY, Past), (date(2023, 3, 6), 2));
        assert_eq!(value(DateExpression::Weeks(-2), DAY, Past), (date(2023, 3, 1), 2));
        assert_eq!(value(DateExpression::Months(-3), DAY, Past), (date(2022, 12, 1), 2));
        assert_eq!(value(DateExpression::Years(-1), DAY, Past), (date(2022, 1, 1), 1));
        let last_march = DateExpression::MonthOf { month: 3, shift: -1, of_year: false };
        assert_eq!(value(last_march, DAY, Past), (date(2022, 3, 1), 2));
        let summer = DateExpression::Season { year: None, season: 2, shift: -1 };
        assert_eq!(value(summer, DAY, Past), (date(2022, 1, 1), 1));
        assert!(DateExpression::Ahead(14).resolve(Some(DAY), Past).is_none());
        assert_eq!(value(DateExpression::Ahead(20), DAY, Future), (date(2023, 4, 4), 2));
    }

    #[test]
    fn weekends() {
        use Direction::*;
        let weekend = |day, shift, direction| value(DateExpression::Weekend(shift), day, direction).0;
        let (sunday, friday) = (date(2023, 3, 12), date(2023, 3, 17));
        assert_eq!(weekend(sunday, 0, Past), date(2023, 3, 11));
        assert_eq!(weekend(sunday, 0, Future), date(2023, 3, 11));
        assert_eq!(weekend(friday, 0, Past), date(2023, 3, 11));
        assert_eq!(weekend(friday, 0, Future), date(2023, 3, 18));
        assert_eq!(weekend(sunday, -1, Past), date(2023, 3, 4));
        assert_eq!(weekend(DAY, 1, Past), date(2023, 3, 25));
    }

    #[test]
    fn the_ends_of_the_calendar() {
        for reference in [Date::MIN, Date::MAX] {
            for direction in [Direction::Past, Direction::Future] {
                for expression in [
                    DateExpression::Days(-400_000),
                    DateExpression::About(i32::MAX),
                    DateExpression::Weeks(-9),
                    DateExpression::Weeks(9),
                    DateExpression::Months(-99),
                    DateExpression::Years(i32::MAX / 2),
                    DateExpression::Weekend(1),
                    DateExpression::Weekend(-1),
                    DateExpression::Season { year: None, season: 4, shift: 1 },
                    DateExpression::MonthOf { month: 5, shift: 1, of_year: true },
                    DateExpression::Day { year: None, month: 1, day: 1, weekday: None },
                ] {
                    expression.resolve(Some(reference), direction);
                }
            }
        }
    }
}
