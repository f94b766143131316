//! Whether a sentence tells of sport: "The finals begin on Sunday when Peru meet Chile." What a rule does without (`@contest`)
//! is looked for in the clause of its trigger; here it may stand anywhere in the sentence, and does not count where an actor
//! has an office, which no list of words can say.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::mention::EntityId;
use crate::reference::vocabulary::{Calling, calling_of};
use crate::text::{Key, TokenRange, inflect};

use super::Arguments;

/// What is played, wherever the sentence says so.
static PLAYED: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    let mut words =
        inflect::noun_keys("semifinal quarterfinal playoff qualifier tournament championship wicket innings derby");
    words.extend(["finals", "offs", "seeded"].map(Key::of));
    words
});

/// Verbs of those who play: "meet Chile", "welcome Chile to Lima".
static PLAYING: LazyLock<FxHashSet<Key>> = LazyLock::new(|| inflect::verb_keys("meet host welcome entertain"));

impl Arguments<'_> {
    /// The word that shows those who "meet" at a trigger only to play each other. "The ministers met on the eve of the finals":
    /// nobody with an office plays.
    pub(super) fn play(&self, trigger: TokenRange) -> Option<TokenRange> {
        let (text, syntax) = (self.resolver.text, self.resolver.syntax);
        if !PLAYING.contains(&text.key(trigger.start as usize)) {
            return None;
        }
        let played = |i: &usize| PLAYED.contains(&text.key(*i)) && !self.resolver.is_title(*i);
        let office = |i: usize| matches!(calling_of(text.key(i)), Some((Calling::Office, _)));
        let holds = |a: EntityId| self.resolver.named(a).any(|m| m.title.range().any(office));
        let played = syntax.sentence.range().find(played)?;
        (!self.all.iter().any(|(_, a)| holds(a.entity))).then(|| TokenRange::new(played, played + 1))
    }
}
