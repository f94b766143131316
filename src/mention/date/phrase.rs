//! Reads one date from its first token on.

use jiff::civil::Weekday;

use crate::text::{Text, TokenKind, flag};

use super::DateExpression;
use super::word::{Unit, Word};

/// A date read from the tokens.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phrase {
    pub(super) expression: DateExpression,
    /// One past its last token.
    pub(super) end: usize,
    /// Whether it may be something else and needs evidence beside it: a bare year, "May", "Sun".
    pub(super) doubtful: bool,
}

impl Phrase {
    fn sure(expression: DateExpression, end: usize) -> Option<Phrase> {
        Some(Phrase { expression, end, doubtful: false })
    }
}

/// "the first visit by a president in ten years": so many tokens may lie between.
const FARTHEST_FIRST: usize = 14;

/// The tokens of one sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader<'t> {
    pub(super) text: &'t Text<'t>,
    pub(super) end: usize,
}

impl Reader<'_> {
    pub(super) fn word(self, i: usize) -> Option<Word> {
        let token = self.text.tokens.get(i).filter(|_| i < self.end)?;
        if token.kind == TokenKind::Word { Word::of(token.key) } else { None }
    }

    pub(super) fn written(self, i: usize) -> &'static str {
        // Only the few marks a date may hold are told apart.
        if i >= self.end {
            return "";
        }
        match self.text.word(i) {
            "," => ",",
            "(" => "(",
            ")" => ")",
            "/" => "/",
            "-" | "–" | "—" | "\u{2010}" | "\u{2011}" | "&ndash;" | "&mdash;" => "-",
            "'s" | "’s" => "'s",
            _ => "",
        }
    }

    fn capital(self, i: usize) -> bool {
        self.text.tokens.get(i).is_some_and(|t| t.has(flag::CAPITAL))
    }

    /// Whether token `i` stands without white space before it.
    pub(super) fn glued(self, i: usize) -> bool {
        i < self.end && self.text.tokens.get(i).is_some_and(|t| !t.has(flag::SPACE_BEFORE))
    }

    /// A number of one to four digits, and whether an ordinal's ending follows it.
    fn digits(self, i: usize) -> Option<(i16, &'static str)> {
        let token = self.text.tokens.get(i).filter(|t| i < self.end && t.kind == TokenKind::Number)?;
        let written = token.span.of(self.text.raw);
        let length = written.bytes().take_while(u8::is_ascii_digit).count();
        let ending = match &written[length..] {
            "" => "",
            "s" => "s",
            "st" | "nd" | "rd" | "th" | "ST" | "ND" | "RD" | "TH" => "th",
            _ => return None,
        };
        let number = written.get(..length).filter(|_| (1..=4).contains(&length))?.parse().ok()?;
        Some((number, ending))
    }

    pub(super) fn day(self, i: usize) -> Option<i8> {
        if let Some(Word::Ordinal(day)) = self.word(i) {
            return i8::try_from(day).ok();
        }
        let (number, ending) = self.digits(i)?;
        i8::try_from(number).ok().filter(|day| (1..=31).contains(day) && ending != "s")
    }

    pub(super) fn year(self, i: usize) -> Option<i16> {
        let (number, ending) = self.digits(i)?;
        (1500..=2100).contains(&number).then_some(number).filter(|_| ending.is_empty() && self.length(i) == 4)
    }

    /// How many bytes token `i` has.
    fn length(self, i: usize) -> u32 {
        self.text.tokens.get(i).map_or(0, |t| t.span.end - t.span.start)
    }

    /// The month that token `i` names, and whether it may be another word: "May".
    fn month(self, i: usize) -> Option<(i8, bool)> {
        match self.word(i)? {
            Word::Month { month, doubtful } if self.capital(i) => Some((month, doubtful)),
            _ => None,
        }
    }

    /// The weekday that token `i` names, and whether in short: "Mon".
    fn weekday(self, i: usize) -> Option<(Weekday, bool)> {
        match self.word(i)? {
            Word::Weekday { weekday, short } if self.capital(i) => Some((weekday, short)),
            _ => None,
        }
    }

    /// The date that begins with token `i`.
    pub(super) fn phrase(self, i: usize) -> Option<Phrase> {
        match self.word(i) {
            Some(Word::Month { .. }) => self.month_first(i),
            Some(Word::Weekday { .. }) => self.weekday_first(i),
            Some(Word::Day(days)) => {
                let time = matches!(self.word(i + 1), Some(Word::TimeOfDay { .. }));
                Phrase::sure(DateExpression::Days(days), i + 1 + usize::from(time))
            }
            Some(Word::Shift(shift)) => self.shifted(i, shift as i8),
            Some(Word::Comparative) => match self.word(i + 1)? {
                Word::Shift(0) => self.shifted(i + 1, 0),
                Word::Day(0) => self.phrase(i + 1),
                _ => None,
            },
            Some(Word::Part) => {
                let next = i + 1 + usize::from(self.written(i + 1) == "-");
                let phrase = match self.word(next) {
                    Some(Word::Part | Word::Comparative) => None,
                    _ => self.phrase(next),
                }?;
                Some(Phrase { doubtful: false, ..phrase })
            }
            Some(Word::Season(season)) => {
                let next = i + 1 + usize::from(self.word(i + 1) == Some(Word::Of));
                let year = self.year(next)?;
                Phrase::sure(DateExpression::Season { year: Some(year), season, shift: 0 }, next + 1)
            }
            Some(Word::Ordinal(_)) => self.day_first(i),
            Some(Word::Unit(Unit::Weekend)) if i > 0 && self.word(i - 1) == Some(Word::The) => {
                Phrase::sure(DateExpression::Weekend(0), i + 1)
            }
            Some(Word::Count(count)) => self.counted(i, count),
            Some(_) => None,
            None => self.number_first(i),
        }
    }

    /// A date that begins with its month: "September 16", "Sept. 16, 2023", "May 2022", "May last year", "May".
    fn month_first(self, i: usize) -> Option<Phrase> {
        let (month, doubtful) = self.month(i)?;
        if let Some(day) = self.day(i + 1).filter(|_| self.word(i + 1).is_none()) {
            return self.dated(month, day, i + 2);
        }
        let next = i + 1 + usize::from(self.written(i + 1) == "," || self.word(i + 1) == Some(Word::Of));
        if let Some(year) = self.year(next) {
            return Phrase::sure(DateExpression::Month { year: Some(year), month }, next + 1);
        }
        if let (Some(Word::Shift(shift)), Some(Word::Unit(Unit::Year))) = (self.word(next), self.word(next + 1)) {
            return Phrase::sure(DateExpression::MonthOf { month, shift: shift as i8, of_year: true }, next + 2);
        }
        Some(Phrase { expression: DateExpression::Month { year: None, month }, end: i + 1, doubtful })
    }

    /// A date that begins with its day: "16 September 2023", "16th of September".
    pub(super) fn day_first(self, i: usize) -> Option<Phrase> {
        let day = self.day(i)?;
        if self.written(i + 1) == "-" && self.written(i + 3) == "-" && (i + 1..i + 5).all(|i| self.glued(i)) {
            // "16-Sep-2023"
            let (month, year) = (self.month(i + 2)?.0, self.year(i + 4)?);
            return Phrase::sure(DateExpression::Day { year: Some(year), month, day, weekday: None }, i + 5);
        }
        let next = i + 1 + usize::from(self.word(i + 1) == Some(Word::Of));
        let (month, _) = self.month(next)?;
        if next == i + 1 && self.day(next + 1).is_some() {
            // "40 May 5": the number belongs to something else.
            return None;
        }
        self.dated(month, day, next + 1)
    }

    /// A day of a month with what follows it from token `i`: "16, 2023", "16 (Saturday), 2023", "16 last year".
    fn dated(self, month: i8, day: i8, i: usize) -> Option<Phrase> {
        let of = i + usize::from(self.written(i) == "," || self.word(i) == Some(Word::Of));
        if let (Some(Word::Shift(shift)), Some(Word::Unit(Unit::Year))) = (self.word(of), self.word(of + 1)) {
            return Phrase::sure(DateExpression::DayOf { month, day, shift: shift as i8 }, of + 2);
        }
        let (mut year, mut end) = self.year_after(i);
        let behind = self.weekday_after(end);
        if behind > end && year.is_none() {
            (year, end) = self.year_after(behind);
        } else {
            end = behind;
        }
        Phrase::sure(DateExpression::Day { year, month, day, weekday: None }, end)
    }

    /// The year after a day and month, a comma between or not.
    pub(super) fn year_after(self, i: usize) -> (Option<i16>, usize) {
        let next = i + usize::from(self.written(i) == "," || self.word(i) == Some(Word::Of));
        match self.year(next) {
            Some(year) => (Some(year), next + 1),
            None => (None, i),
        }
    }

    /// Steps over "(Saturday)".
    fn weekday_after(self, i: usize) -> usize {
        let bracketed = self.written(i) == "(" && self.weekday(i + 1).is_some() && self.written(i + 2) == ")";
        if bracketed { i + 3 } else { i }
    }

    /// A date that begins with its weekday: "Monday night", "Thursday (March 9)", "Thursday, 9 March 2023", "Monday last week".
    fn weekday_first(self, i: usize) -> Option<Phrase> {
        let (weekday, short) = self.weekday(i)?;
        let time = usize::from(matches!(self.word(i + 1), Some(Word::TimeOfDay { .. })));
        let next = i + 1 + time;
        let mark = self.written(next);
        let inner = next + usize::from(matches!(mark, "," | "(")) + usize::from(self.word(next + 1) == Some(Word::The));
        let day = self.month_first(inner).or_else(|| self.day_first(inner));
        if let Some(Phrase { expression: DateExpression::Day { year, month, day, .. }, end, .. }) = day {
            let day = DateExpression::Day { year, month, day, weekday: Some(weekday) };
            match (mark, self.written(end)) {
                ("(", ")") => return Phrase::sure(day, end + 1),
                ("(", _) => {}
                _ => return Phrase::sure(day, end),
            }
        }
        let week = next + usize::from(self.word(next) == Some(Word::Of));
        if let (Some(Word::Shift(shift)), Some(Word::Unit(Unit::Week))) = (self.word(week), self.word(week + 1)) {
            return Phrase::sure(DateExpression::WeekdayOf { weekday, week: shift as i8 }, week + 2);
        }
        Some(Phrase { expression: DateExpression::Weekday { weekday, shift: 0 }, end: next, doubtful: short })
    }

    /// A time so many steps from now: "last week", "this May", "next Tuesday", "last night", "this summer".
    fn shifted(self, i: usize, shift: i8) -> Option<Phrase> {
        let next = i + 1;
        // "the last week" is any week's last, "the next day" counts from another day.
        let after_the = i > 0 && matches!(self.word(i - 1), Some(Word::The)) && shift != 0;
        let plural = self.text.word(next).ends_with(['s', 'S']);
        match self.word(next)? {
            Word::Weekday { .. } => {
                let phrase = self.weekday_first(next)?;
                let DateExpression::Weekday { weekday, .. } = phrase.expression else { return Some(phrase) };
                Phrase::sure(DateExpression::Weekday { weekday, shift }, phrase.end)
            }
            Word::Month { .. } => {
                let phrase = self.month_first(next)?;
                match phrase.expression {
                    DateExpression::Month { year: None, month } => {
                        Phrase::sure(DateExpression::MonthOf { month, shift, of_year: false }, phrase.end)
                    }
                    DateExpression::Day { year: None, month, day, .. } if shift == 0 => {
                        Phrase::sure(DateExpression::DayOf { month, day, shift }, phrase.end)
                    }
                    _ => Phrase::sure(phrase.expression, phrase.end),
                }
            }
            Word::Unit(Unit::Weekend) => Phrase::sure(DateExpression::Weekend(shift), next + 1),
            Word::Unit(_) if after_the || plural => None,
            Word::Unit(unit) => {
                let shift = i32::from(shift);
                let expression = match unit {
                    Unit::Week => DateExpression::Weeks(shift),
                    Unit::Month => DateExpression::Months(shift),
                    Unit::Year => DateExpression::Years(shift),
                    _ => return None,
                };
                Phrase::sure(expression, next + 1)
            }
            Word::Season(season) => Phrase::sure(DateExpression::Season { year: None, season, shift }, next + 1),
            Word::TimeOfDay { .. } if shift == 0 => Phrase::sure(DateExpression::Days(0), next + 1),
            Word::TimeOfDay { night: true } if shift < 0 && !after_the => {
                Phrase::sure(DateExpression::Days(-1), next + 1)
            }
            _ => None,
        }
    }

    /// "two weeks ago", and "in two weeks" where the caller saw the "in".
    fn counted(self, i: usize, count: i32) -> Option<Phrase> {
        let Some(Word::Unit(unit)) = self.word(i + 1) else { return None };
        let ago = self.word(i + 2) == Some(Word::Ago);
        let within = i > 0 && self.text.tokens.get(i - 1).is_some_and(|t| t.span.of(self.text.raw) == "in");
        let days = match unit {
            Unit::Day => count,
            Unit::Week => count.checked_mul(7)?,
            Unit::Month => count.checked_mul(30)?,
            Unit::Year => count.checked_mul(365)?,
            Unit::Weekend | Unit::Decade if !ago => return None,
            _ => 0,
        };
        if !ago {
            return if within && !self.is_first(i) { Phrase::sure(DateExpression::Ahead(days), i + 2) } else { None };
        }
        let expression = match unit {
            // A rounder number is not meant to the day.
            Unit::Day if count <= 14 => DateExpression::Days(-count),
            Unit::Day | Unit::Week => DateExpression::About(-days),
            Unit::Month => DateExpression::Months(-count),
            Unit::Year => DateExpression::Years(-count),
            Unit::Decade => DateExpression::Years(count.checked_mul(-10)?),
            Unit::Weekend => return None,
        };
        Phrase::sure(expression, i + 3)
    }

    /// "the first visit in ten years": whether a number of years behind token `i` looks back.
    fn is_first(self, i: usize) -> bool {
        (i.saturating_sub(FARTHEST_FIRST)..i).any(|k| {
            matches!(
                self.text.word(k),
                "first" | "only" | "largest" | "biggest" | "highest" | "lowest" | "worst" | "best"
            )
        })
    }

    /// A time that begins with digits: "16 September", "2023-09-16", "16.9.2023", "3 days ago", "the 1990s", "2023".
    fn number_first(self, i: usize) -> Option<Phrase> {
        if self.text.tokens.get(i)?.kind != TokenKind::Number {
            return None;
        }
        if let Some(phrase) = self.day_first(i).or_else(|| self.in_digits(i)).or_else(|| self.dotted(i)) {
            return Some(phrase);
        }
        let (number, ending) = self.digits(i)?;
        if let Some(phrase) = self.counted(i, i32::from(number)) {
            return Some(phrase);
        }
        let possessive = self.written(i + 1) == "'s" && self.glued(i + 1);
        if number % 10 == 0 && (1800..=2090).contains(&number) && (ending == "s" || ending.is_empty() && possessive) {
            return Phrase::sure(DateExpression::Decade(number), i + 1 + usize::from(possessive));
        }
        let year = self.year(i)?;
        Some(Phrase { expression: DateExpression::Year(year), end: i + 1, doubtful: true })
    }

    /// "2023-09-16", "2023/09/16", "16/9/2023" where only one reading is a date.
    fn in_digits(self, i: usize) -> Option<Phrase> {
        let mark = self.written(i + 1);
        if !matches!(mark, "-" | "/") || self.written(i + 3) != mark || !(i + 1..=i + 4).all(|i| self.glued(i)) {
            return None;
        }
        let (first, second, third) = (self.digits(i)?.0, self.digits(i + 2)?.0, self.digits(i + 4)?.0);
        let (year, month, day) = match (self.length(i), self.length(i + 4)) {
            (4, 1..=2) => (first, second, third),
            (1..=2, 4) if first > 12 || first == second => (third, second, first),
            (1..=2, 4) if second > 12 => (third, first, second),
            _ => return None,
        };
        self.all_digits(year, month, day, i + 5)
    }

    /// "16.9.2023": with dots the day comes first everywhere.
    fn dotted(self, i: usize) -> Option<Phrase> {
        let mut parts = self.text.word(i).split('.').map(|part| (part.len(), part.parse::<i16>().ok()));
        let (Some(first), Some(second), Some(third), None) = (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return None;
        };
        let (year, day) = if first.0 == 4 { (first, third) } else { (third, first) };
        if year.0 != 4 || day.0 > 2 || second.0 > 2 {
            return None;
        }
        self.all_digits(year.1?, second.1?, day.1?, i + 1)
    }

    /// A day all of whose parts are numbers, if there is such a day.
    fn all_digits(self, year: i16, month: i16, day: i16, end: usize) -> Option<Phrase> {
        let day = jiff::civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
        let (year, month, day) = (Some(day.year()), day.month(), day.day());
        Phrase::sure(DateExpression::Day { year, month, day, weekday: None }, end)
    }
}
