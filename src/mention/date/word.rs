//! The words dates are made of.

use std::sync::LazyLock;

use jiff::civil::Weekday;
use rustc_hash::FxHashMap;

use crate::text::{Key, KeyMap};

/// A stretch of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Weekend,
    Month,
    Year,
    Decade,
}

/// What a word may be in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// A month by number; the doubtful ones ("May", "March", "June") are other words as well and need evidence.
    Month {
        month: i8,
        doubtful: bool,
    },
    /// A weekday; short forms ("Sun", "Wed") need evidence.
    Weekday {
        weekday: Weekday,
        short: bool,
    },
    /// "yesterday", "today", "tomorrow": days from the document's date.
    Day(i32),
    Unit(Unit),
    /// A number word.
    Count(i32),
    /// "first" to "tenth": a day of a month.
    Ordinal(i32),
    /// "last", "this", "next".
    Shift(i32),
    /// "earlier", "later": before "this week".
    Comparative,
    /// "early", "late", "mid".
    Part,
    /// "morning", "night".
    TimeOfDay {
        night: bool,
    },
    /// 1 spring, 2 summer, 3 autumn, 4 winter.
    Season(i8),
    Ago,
    The,
    Of,
    And,
    To,
    On,
    /// "in", "during", "around": what follows holds the event.
    In,
    Between,
    From,
    Since,
    After,
    Until,
}

static TABLE: LazyLock<KeyMap<Word>> = LazyLock::new(|| {
    let mut table = FxHashMap::default();
    let mut add = |words: &str, word: Word| {
        for text in words.split(' ') {
            table.insert(Key::of(text), word);
        }
    };
    for (month, words, doubtful) in [
        (1, "january", false),
        (1, "jan", true),
        (2, "february feb", false),
        (3, "march mar", true),
        (4, "april apr", true),
        (5, "may", true),
        (6, "june jun", true),
        (7, "july jul", false),
        (8, "august aug", true),
        (9, "september sept sep", false),
        (10, "october oct", false),
        (11, "november nov", false),
        (12, "december dec", false),
    ] {
        add(words, Word::Month { month, doubtful });
    }
    for (weekday, long, short) in [
        (Weekday::Monday, "monday", "mon"),
        (Weekday::Tuesday, "tuesday", "tue tues"),
        (Weekday::Wednesday, "wednesday", "wed"),
        (Weekday::Thursday, "thursday", "thu thur thurs"),
        (Weekday::Friday, "friday", "fri"),
        (Weekday::Saturday, "saturday", "sat"),
        (Weekday::Sunday, "sunday", "sun"),
    ] {
        add(long, Word::Weekday { weekday, short: false });
        add(short, Word::Weekday { weekday, short: true });
    }
    add("yesterday", Word::Day(-1));
    add("today tonight", Word::Day(0));
    add("tomorrow", Word::Day(1));
    add("day days", Word::Unit(Unit::Day));
    add("week weeks", Word::Unit(Unit::Week));
    add("weekend", Word::Unit(Unit::Weekend));
    add("month months", Word::Unit(Unit::Month));
    add("year years", Word::Unit(Unit::Year));
    add("decade decades", Word::Unit(Unit::Decade));
    add("a an", Word::Count(1));
    for (i, words) in "one two three four five six seven eight nine ten eleven twelve".split(' ').enumerate() {
        add(words, Word::Count(i as i32 + 1));
    }
    for (i, words) in "first second third fourth fifth sixth seventh eighth ninth tenth".split(' ').enumerate() {
        add(words, Word::Ordinal(i as i32 + 1));
    }
    add("last", Word::Shift(-1));
    add("this current", Word::Shift(0));
    add("next coming", Word::Shift(1));
    add("earlier later", Word::Comparative);
    add("early late mid", Word::Part);
    add("morning afternoon evening noon", Word::TimeOfDay { night: false });
    add("night", Word::TimeOfDay { night: true });
    add("spring", Word::Season(1));
    add("summer", Word::Season(2));
    add("autumn fall", Word::Season(3));
    add("winter", Word::Season(4));
    add("ago", Word::Ago);
    add("the", Word::The);
    add("of", Word::Of);
    add("and", Word::And);
    add("to through thru", Word::To);
    add("on", Word::On);
    add("in during for within throughout around about circa", Word::In);
    add("between", Word::Between);
    add("from", Word::From);
    add("since", Word::Since);
    add("after following", Word::After);
    add("until till by before", Word::Until);
    table.into()
});

impl Word {
    /// What `key` may be in a date.
    #[inline]
    pub(super) fn of(key: Key) -> Option<Word> {
        TABLE.get(key).copied()
    }

    /// Whether a date may begin with it, or with a number before it.
    pub(super) fn begins(self) -> bool {
        matches!(
            self,
            Word::Month { .. }
                | Word::Weekday { .. }
                | Word::Day(_)
                | Word::Count(_)
                | Word::Ordinal(_)
                | Word::Shift(_)
                | Word::Comparative
                | Word::Part
                | Word::Season(_)
                | Word::Unit(Unit::Weekend)
        )
    }
}
