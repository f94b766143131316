//! Whether a sentence tells of sport: "The finals begin on Sunday when Peru meet Chile."

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::reference::Resolver;
use crate::text::{Key, TokenRange, inflect};

/// What is played, wherever the sentence says so.
static PLAYED: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    let mut words = inflect::noun_keys(
        "semifinal quarterfinal playoff qualifier tournament championship champion wicket innings match derby seed",
    );
    words.extend(["finals", "offs", "seeded"].map(Key::of));
    words
});

/// Verbs of those who play: "meet Chile", "welcome Chile to Lima".
static PLAYING: LazyLock<FxHashSet<Key>> = LazyLock::new(|| inflect::verb_keys("meet host welcome entertain"));

/// Whether those who "meet" at a trigger only play each other.
pub(super) fn is_match(resolver: &Resolver<'_>, trigger: TokenRange) -> bool {
    let meets = PLAYING.contains(&resolver.text.key(trigger.start as usize));
    let played = |i: usize| PLAYED.contains(&resolver.text.key(i)) && !resolver.is_title(i);
    meets && resolver.syntax.sentence.range().any(played)
}
