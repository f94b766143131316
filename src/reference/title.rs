//! Titles that one noun covers: "the lawmaker" may be a senator, "the cleric" an archbishop.

use std::sync::LazyLock;

use crate::text::{Key, KeyMap};

const FAMILIES: &[(&str, &str)] = &[
    ("lawmaker legislator parliamentarian", "senator congressman congresswoman mp representative"),
    ("cleric prelate", "archbishop bishop cardinal imam ayatollah sheikh mufti patriarch rabbi pastor reverend"),
    ("monarch ruler", "king queen emir sultan emperor"),
    ("pontiff", "pope"),
    ("executive boss", "ceo chairman chairwoman executive"),
    ("envoy diplomat", "ambassador envoy consul"),
    ("politician", "senator congressman congresswoman mp representative minister mayor governor"),
    ("scientist", "professor prof dr"),
    ("officer commander", "general colonel major captain lieutenant admiral brigadier"),
];

/// Titles of those who stand below whom the rest of the title names.
const JUNIOR: [Key; 4] = Key::each(["vice", "deputy", "assistant", "attorney"]);

static TABLE: LazyLock<KeyMap<Vec<Key>>> = LazyLock::new(|| {
    let family = |titles: &str| titles.split_whitespace().map(Key::of).collect::<Vec<_>>();
    FAMILIES
        .iter()
        .flat_map(|(nouns, titles)| nouns.split_whitespace().map(|noun| (Key::of(noun), family(titles))))
        .collect::<rustc_hash::FxHashMap<_, _>>()
        .into()
});

/// Whether the noun may mean who bears a title, given word by word, though no word of it is the noun.
pub(super) fn may_mean(noun: Key, title: impl DoubleEndedIterator<Item = Key> + Clone) -> bool {
    let mut back = title.clone().rev();
    let Some(last) = back.next() else { return false };
    // "the premier": a prime minister.
    let prime = last == const { Key::of_ascii("minister") } && back.next() == Some(const { Key::of_ascii("prime") });
    let covers = prime && noun == const { Key::of_ascii("premier") };
    (covers || TABLE.get(noun).is_some_and(|titles| titles.contains(&last)))
        && !title.into_iter().any(|word| JUNIOR.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_senator_is_a_lawmaker() {
        let title = |words: &'static str| words.split(' ').map(Key::of);
        assert!(may_mean(Key::of("lawmaker"), title("Senator")));
        assert!(!may_mean(Key::of("officer"), title("Attorney General")));
        assert!(!may_mean(Key::of("senator"), title("Mayor")));
        assert!(may_mean(Key::of("premier"), title("Prime Minister")));
        assert!(!may_mean(Key::of("premier"), title("Deputy Prime Minister")));
    }
}
