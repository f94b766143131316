//! Persons who speak for nobody.

use super::Discourse;
use crate::gazetteer::{Gazetteer, Kind};
use crate::mention::{Entity, Mentions};
use crate::reference::vocabulary::{Calling, calling_of};
use crate::text::Text;

impl Discourse {
    /// "businessman Ann Lee", "presidential candidate Ann Lee", and whom the lists have as such.
    pub(super) fn find_private(&mut self, text: Text<'_>, mentions: &Mentions, gazetteer: &Gazetteer) {
        let lists = |entity: &Entity| entity.entry.map(|entry| gazetteer.kind(entry));
        let private = |entity| matches!(lists(entity), Some(Kind::Business | Kind::Artist | Kind::SportPerson));
        self.private.extend(mentions.entities[..self.named].iter().map(private));
        // "presidential candidate Ann Lee" speaks for no state yet.
        let stands = |i: usize| {
            matches!(
                text.word(i),
                "candidate" | "nominee" | "hopeful" | "contender" | "challenger" | "mogul" | "tycoon"
            )
        };
        for m in &mentions.mentions {
            let before = m.title.start.min(m.tokens.start).saturating_sub(1) as usize;
            if (before..m.tokens.start as usize).any(stands) {
                self.private[m.entity.0 as usize] = true;
            }
        }
        for m in mentions.mentions.iter().filter(|m| !m.title.is_empty()) {
            let called = |wanted: fn(usize, Text<'_>) -> bool| m.title.range().any(|i| wanted(i, text));
            let plain = called(|i, text| {
                let staff = matches!(calling_of(text.key(i)), Some((Calling::Staff, _)));
                staff || matches!(text.word(i), "businessman" | "billionaire" | "activist")
            });
            let office = called(|i, text| matches!(calling_of(text.key(i)), Some((Calling::Office, _))));
            if plain && !office {
                self.private[m.entity.0 as usize] = true;
            }
        }
    }
}
