//! The gate behind the triggers: a sentence in which fewer than two actors can be meant tells of no relation. It may let
//! too much through, never too little.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::mention::Mentions;
use crate::reference::vocabulary::calling_of;
use crate::text::{Key, Text, TokenRange};

/// Words that stand for one actor.
static ONE: LazyLock<FxHashSet<Key>> =
    LazyLock::new(|| keys("he him his himself she her hers herself we us our ours ourselves it its itself"));

/// Words that may stand for two.
static TWO: LazyLock<FxHashSet<Key>> = LazyLock::new(|| keys("they them their theirs themselves both two pair duo"));

fn keys(words: &str) -> FxHashSet<Key> {
    words.split_whitespace().map(Key::of).collect()
}

/// Whether names, pronouns and descriptions of the sentence may mean two actors.
pub(crate) fn may_mean_two(text: &Text<'_>, tokens: TokenRange, mentions: &Mentions) -> bool {
    let mut actors = mentions.within(tokens).len();
    for i in tokens.range() {
        if actors > 1 {
            return true;
        }
        let key = text.key(i);
        actors += match calling_of(key) {
            Some((_, plural)) => 1 + usize::from(plural),
            None if ONE.contains(&key) => 1,
            None if TWO.contains(&key) => 2,
            None => 0,
        };
    }
    actors > 1
}
