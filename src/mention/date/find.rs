//! Finds the dates of one sentence.

use jiff::civil::Date;

use crate::text::{Text, TokenKind, TokenRange, flag};

use super::phrase::{Phrase, Reader};
use super::range::{days_of_a_month, range};
use super::word::Word;
use super::{Bound, DateExpression, DateMention, Direction};

/// Appends the dates of one sentence's `tokens` to `found`, in order, not overlapping. `reference` is the document's
/// date; without it only dates that tell their year have a value.
///
/// Names are not known here: a date inside a longer name ("Black September") is for the caller to drop.
pub fn find(text: &Text<'_>, tokens: TokenRange, reference: Option<Date>, found: &mut Vec<DateMention>) {
    let reader = Reader { text, end: text.tokens.len().min(tokens.end as usize) };
    let first = tokens.start as usize;
    let mut at = first;
    while at < reader.end {
        let token = &text.tokens[at];
        let begins = match token.kind {
            TokenKind::Word => Word::of(token.key).is_some_and(Word::begins),
            TokenKind::Number => true,
            _ => false,
        };
        match if begins { read(reader, first, at) } else { None } {
            Some(mut mention) => {
                mention.value = mention.toward(reference, Direction::Past);
                at = mention.tokens.end as usize;
                found.push(mention);
            }
            None => at += 1,
        }
    }
}

/// The date that begins with token `at`, a range if it is one.
fn read(reader: Reader<'_>, first: usize, at: usize) -> Option<DateMention> {
    let before = if at > first { reader.word(at - 1) } else { None };
    if let Some((first, last, end)) = days_of_a_month(reader, at, before) {
        return Some(mention(at, end, first, Some(last), before));
    }
    let phrase = reader.phrase(at)?;
    let (last, end) = match range(reader, phrase, before) {
        Some((last, end)) => (Some(last), end),
        None if phrase.doubtful && !supported(reader, first, at, phrase, before) => return None,
        None => (None, phrase.end),
    };
    if matches!(phrase.expression, DateExpression::Weekday { .. }) && is_named_day(reader.text, first, at, end) {
        return None;
    }
    let first = match (phrase.expression, last) {
        // "May 5 to 7, 2023", "March to May 2023": the year stands at the end.
        (
            DateExpression::Day { year: None, month, day, weekday },
            Some(DateExpression::Day { year, month: to, .. }),
        ) => {
            let year = year.map(|year| if month > to { year - 1 } else { year });
            DateExpression::Day { year, month, day, weekday }
        }
        (DateExpression::Month { year: None, month }, Some(DateExpression::Month { year, month: to })) => {
            let year = year.map(|year| if month > to { year - 1 } else { year });
            DateExpression::Month { year, month }
        }
        (expression, _) => expression,
    };
    Some(mention(at, end, first, last, before))
}

/// The date told by `first`, or by both ends of a range, with the bound that the word before it sets: "since May".
fn mention(
    at: usize,
    end: usize,
    first: DateExpression,
    last: Option<DateExpression>,
    before: Option<Word>,
) -> DateMention {
    let bound = match before {
        Some(Word::Since) => Bound::Since,
        Some(Word::From) if last.is_none() => Bound::Since,
        Some(Word::After) => Bound::After,
        Some(Word::Until) => Bound::Until,
        _ => Bound::At,
    };
    DateMention { tokens: TokenRange::new(at, end), first, last, bound, value: None }
}

/// Words before "of May": the month is a month.
const PARTS_OF_A_MONTH: [&str; 12] =
    ["end", "beginning", "start", "middle", "month", "week", "weeks", "weekend", "half", "days", "morning", "day"];

/// Whether the word before tells that a doubtful date is one.
fn supported(reader: Reader<'_>, first: usize, at: usize, phrase: Phrase, before: Option<Word>) -> bool {
    let text = reader.text;
    let at_time = matches!(
        before,
        Some(Word::In | Word::Since | Word::Until | Word::After | Word::From | Word::Between | Word::Part | Word::To)
    );
    let previous = if at > first { text.tokens.get(at - 1) } else { None };
    match phrase.expression {
        DateExpression::Year(year) => {
            if matches!(before, Some(Word::In | Word::Since | Word::Part)) {
                // "in 2000 people": a year is followed by anything else.
                return text.word(phrase.end) != "people" && text.word(phrase.end) != "percent";
            }
            // "the 1960 treaty", "of 2008", "Summit 2022", "(2019)": a round number may count something.
            let counts = year % 100 == 0
                || reader.text.tokens.get(phrase.end).is_some_and(|t| t.kind == TokenKind::Symbol)
                || matches!(text.word(phrase.end), "people" | "men" | "women" | "tonnes" | "tons" | "percent" | "km");
            let name = previous.is_some_and(|t| t.is_capitalised() && !t.has(flag::SENTENCE_START));
            let opens = at > first && reader.written(at - 1) == "(";
            !counts && (at_time || name || opens || matches!(before, Some(Word::The | Word::Of)))
        }
        DateExpression::Month { .. } => {
            if before == Some(Word::Of) {
                return at >= first + 2 && PARTS_OF_A_MONTH.contains(&text.word(at - 2));
            }
            // "to March Street"; but "In May President Lee", whatever follows "in".
            let named = text.tokens.get(phrase.end).is_some_and(|t| phrase.end < reader.end && t.is_capitalised());
            matches!(before, Some(Word::In | Word::Since)) || at_time && !named
        }
        _ => {
            let named = text.tokens.get(phrase.end).is_some_and(|t| phrase.end < reader.end && t.is_capitalised());
            (at_time || before == Some(Word::On)) && !named
        }
    }
}

/// Whether a day is part of a name: "Good Friday", "Bloody Sunday", "the Sunday Times".
fn is_named_day(text: &Text<'_>, first: usize, at: usize, end: usize) -> bool {
    let before = if at > first { text.word(at - 1) } else { "" };
    matches!(
        before,
        "Good" | "Black" | "Bloody" | "Ash" | "Super" | "Cyber" | "Holy" | "Palm" | "Easter" | "Shrove" | "Maundy"
    ) || matches!(
        text.word(end),
        "Times" | "Mail" | "Express" | "Telegraph" | "Mirror" | "Herald" | "Tribune" | "Post" | "Star" | "Independent"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::DateKind;
    use crate::text::Analysis;
    use jiff::civil::date;
    use proptest::prelude::*;

    /// Every date as `text=value`, `~` for approximate, `..` for a range.
    fn dates(raw: &str, reference: Option<Date>, direction: Direction) -> Vec<String> {
        let mut analysis = Analysis::default();
        let text = analysis.run(raw, 0);
        let mut found = Vec::new();
        for sentence in text.sentences {
            find(&text, sentence.tokens, reference, &mut found);
        }
        found
            .iter()
            .map(|mention| {
                let value = mention.toward(reference, direction).map_or("?".to_owned(), |value| {
                    let cut = |day: Date| day.to_string()[..[0, 4, 7, 10][value.parts as usize]].to_owned();
                    match (value.kind, value.end) {
                        (DateKind::Exact, _) => cut(value.start),
                        (DateKind::Approximate, _) => format!("~{}", cut(value.start)),
                        (DateKind::Range, None) => format!("{}..", cut(value.start)),
                        (DateKind::Range, Some(end)) => format!("{}..{}", cut(value.start), cut(end)),
                    }
                });
                format!("{}={value}", text.slice(mention.tokens))
            })
            .collect()
    }

    /// A Wednesday.
    const DAY: Date = date(2023, 3, 15);

    fn check(direction: Direction, cases: &[(&str, &[&str])]) {
        for (raw, expected) in cases {
            assert_eq!(dates(raw, Some(DAY), direction), *expected, "{raw}");
        }
    }

    #[test]
    fn days() {
        check(
            Direction::Past,
            &[
                ("They met on Monday and left.", &["Monday=2023-03-13"]),
                ("They met Tuesday night in Oslo.", &["Tuesday night=2023-03-14"]),
                ("On Thursday (March 9) they met.", &["Thursday (March 9)=2023-03-09"]),
                ("on Thursday, March 9, 2023, in Oslo", &["Thursday, March 9, 2023=2023-03-09"]),
                ("Monday, 6 March", &["Monday, 6 March=2023-03-06"]),
                ("Signed Sept. 16 in Oslo.", &["Sept. 16=2022-09-16"]),
                ("on March 9 (Thursday) they", &["March 9 (Thursday)=2023-03-09"]),
                ("on March 9 (Wednesday), 2022 they", &["March 9 (Wednesday), 2022=2022-03-09"]),
                (
                    "Signed Feb. 9 of this year, on 9 March last year.",
                    &["Feb. 9 of this year=2023-02-09", "9 March last year=2022-03-09"],
                ),
                (
                    "the 16th of February and 16 September 2021",
                    &["16th of February=2023-02-16", "16 September 2021=2021-09-16"],
                ),
                ("He arrived yesterday; today he left.", &["yesterday=2023-03-14", "today=2023-03-15"]),
                (
                    "last Friday, this Monday, Tuesday last week",
                    &["last Friday=2023-03-10", "this Monday=2023-03-13", "Tuesday last week=2023-03-07"],
                ),
                (
                    "two days ago, 3 weeks ago, a year ago",
                    &["two days ago=2023-03-13", "3 weeks ago=~2023-02", "a year ago=~2022"],
                ),
                ("last night and this morning", &["last night=2023-03-14", "this morning=2023-03-15"]),
                (
                    "2023-03-09, 2023/03/09, 16/3/2023, 16.3.2023",
                    &["2023-03-09=2023-03-09", "2023/03/09=2023-03-09", "16/3/2023=2023-03-16", "16.3.2023=2023-03-16"],
                ),
                ("by 4/5/2023", &[]),
                ("before Friday", &["Friday=~2023-03-10"]),
            ],
        );
        check(
            Direction::Future,
            &[
                ("They will meet on Monday.", &["Monday=2023-03-20"]),
                ("They meet next Tuesday or on Sept. 16.", &["next Tuesday=2023-03-21", "Sept. 16=2023-09-16"]),
                ("It will be the first visit in two years, this May 5.", &["this May 5=2023-05-05"]),
                ("He will go in two weeks, in May.", &["two weeks=~2023-03", "May=~2023-05"]),
                ("over the weekend", &["weekend=2023-03-18..2023-03-19"]),
            ],
        );
    }

    #[test]
    fn longer_times() {
        check(
            Direction::Past,
            &[
                (
                    "talks last week, this month and last year",
                    &["last week=~2023-03", "this month=~2023-03", "last year=~2022"],
                ),
                ("earlier this year, late last month", &["earlier this year=~2023", "late last month=~2023-02"]),
                ("in May, in early 2019, in mid-July", &["May=~2022-05", "early 2019=~2019", "mid-July=~2022-07"]),
                ("in 2019 and since 2015", &["2019=~2019", "2015=2015.."]),
                (
                    "May 2022, May last year, last October",
                    &["May 2022=~2022-05", "May last year=~2022-05", "last October=~2022-10"],
                ),
                ("the 1990s and the 1980's", &["1990s=1990..1999", "1980's=1980..1989"]),
                ("the 1960 treaty, the crisis of 2008, Expo 2020", &["1960=~1960", "2008=~2008", "2020=~2020"]),
                ("in the summer of 2021 and last summer", &["summer of 2021=~2021", "last summer=~2022"]),
                ("the end of May", &["May=~2022-05"]),
            ],
        );
    }

    #[test]
    fn ranges() {
        check(
            Direction::Past,
            &[
                ("held March 9-11 in Oslo", &["March 9-11=2023-03-09..2023-03-11"]),
                ("the March 9-11 talks", &["March 9-11=2023-03-09..2023-03-11"]),
                ("on September 16-18, 2021, in", &["September 16-18, 2021=2021-09-16..2021-09-18"]),
                ("from 5 to 7 May", &["5 to 7 May=2022-05-05..2022-05-07"]),
                ("from 5 to 7 May 2021", &["5 to 7 May 2021=2021-05-05..2021-05-07"]),
                ("on 5 and 6 May", &["5 and 6 May=2022-05-05..2022-05-06"]),
                ("on March 1 and 2", &["March 1 and 2=2023-03-01..2023-03-02"]),
                ("Dec. 30 to Jan. 2", &["Dec. 30 to Jan. 2=2022-12-30..2023-01-02"]),
                ("from Saturday to Monday", &["Saturday to Monday=2023-03-11..2023-03-13"]),
                ("on Monday and Tuesday", &["Monday and Tuesday=2023-03-13..2023-03-14"]),
                (
                    "between 2015 and 2017, 2015-2017, 2015-17",
                    &["2015 and 2017=2015..2017", "2015-2017=2015..2017", "2015-17=2015..2017"],
                ),
                ("from October to February", &["October to February=2022-10..2023-02"]),
                ("from October 2021 to March 2022", &["October 2021 to March 2022=2021-10..2022-03"]),
                ("on Monday and Friday", &["Monday=2023-03-13", "Friday=2023-03-10"]),
                ("last weekend", &["last weekend=2023-03-11..2023-03-12"]),
            ],
        );
    }

    #[test]
    fn other_words() {
        check(
            Direction::Past,
            &[
                ("He may go. They march on. A second man sat in the sun.", &[]),
                ("May said so. Theresa May met June Carter and Jan Ek.", &[]),
                ("the government of May", &[]),
                ("March for peace; Sun Microsystems; Wed in haste", &[]),
                ("2019 people, 2,019 tonnes, $2019, 3.5, 10:30, 2000 men", &[]),
                ("Good Friday, the Sunday Times", &[]),
                ("three weeks later; the next day; the last week; within two days", &[]),
                ("5 percent of 16 leaders", &[]),
                ("more than 100 days ago", &["100 days ago=~2022-12"]),
            ],
        );
    }

    #[test]
    fn without_a_reference() {
        assert_eq!(
            dates("on Monday, on May 5, in 2019, on May 5, 2020", None, Direction::Past),
            ["Monday=?", "May 5=?", "2019=~2019", "May 5, 2020=2020-05-05"]
        );
    }

    proptest! {
        #[test]
        fn any_text(raw in "([a-zé]{1,4}|May|March|Sunday|last|next|week|year|ago|two|from|to|and|of|the|Sept\\.|[0-9]{1,5}|1990s|16th|[-/,.()'\n ]){0,12}( [A-Za-z0-9-]{1,9})*",
                    year in 1_i16..=9999, forward: bool) {
            let direction = if forward { Direction::Future } else { Direction::Past };
            let mut analysis = Analysis::default();
            let text = analysis.run(&raw, 0);
            let mut found = Vec::new();
            let reference = Date::new(year, 1, 31).unwrap();
            for sentence in text.sentences {
                let before = found.len();
                find(&text, sentence.tokens, Some(reference), &mut found);
                for mention in &found[before..] {
                    prop_assert!(!mention.tokens.is_empty());
                    prop_assert!(mention.tokens.start >= sentence.tokens.start && mention.tokens.end <= sentence.tokens.end);
                    if let Some(DateValue { start, end: Some(end), .. }) = mention.toward(Some(reference), direction) {
                        prop_assert!(start <= end);
                    }
                }
            }
            prop_assert!(found.windows(2).all(|pair| pair[0].tokens.end <= pair[1].tokens.start));
        }
    }

    use super::super::DateValue;
}
