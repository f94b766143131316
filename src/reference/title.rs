//! Titles that one noun covers: "the lawmaker" may be a senator, "the cleric" an archbishop.

use std::sync::LazyLock;

use crate::text::{Key, KeyMap};

const FAMILIES: &[(&str, &str)] = &[
    ("lawmaker legislator parliamentarian", "senator congressman congresswoman mp representative deputy"),
    (
        "cleric prelate churchman",
        "archbishop bishop cardinal imam ayatollah sheikh mufti patriarch rabbi pastor reverend",
    ),
    ("premier", "prime"),
    ("monarch ruler", "king queen emir sultan emperor"),
    ("pontiff", "pope"),
    ("executive boss", "ceo chief chairman chairwoman president managing"),
    ("envoy diplomat", "ambassador envoy consul"),
    ("politician", "senator congressman congresswoman mp representative deputy minister mayor governor"),
    ("academic scholar scientist", "professor prof dr"),
    ("officer commander", "general colonel major captain lieutenant admiral brigadier"),
];

static TABLE: LazyLock<KeyMap<Vec<Key>>> = LazyLock::new(|| {
    let family = |titles: &str| titles.split_whitespace().map(Key::of).collect::<Vec<_>>();
    FAMILIES
        .iter()
        .flat_map(|(nouns, titles)| nouns.split_whitespace().map(|noun| (Key::of(noun), family(titles))))
        .collect::<rustc_hash::FxHashMap<_, _>>()
        .into()
});

/// The titles of those whom the noun may mean, beside those who bear it.
pub(super) fn family(noun: Key) -> &'static [Key] {
    TABLE.get(noun).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_senator_is_a_lawmaker() {
        assert!(family(Key::of("lawmaker")).contains(&Key::of("Senator")));
        assert!(family(Key::of("senator")).is_empty());
    }
}
