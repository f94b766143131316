//! Persons who speak for nobody.

use super::Discourse;
use crate::gazetteer::{EntityType, Gazetteer, Kind};
use crate::mention::{Entity, Mention, Mentions};
use crate::reference::standing::is_past;
use crate::reference::vocabulary::{Calling, calling_of};
use crate::text::Text;

/// Callings of those who act for themselves.
const CALLINGS: [&str; 16] = [
    "activist",
    "actor",
    "actress",
    "analyst",
    "author",
    "banker",
    "billionaire",
    "businessman",
    "businesswoman",
    "economist",
    "entrepreneur",
    "financier",
    "industrialist",
    "investor",
    "journalist",
    "writer",
];

/// Most words from a comma to the word that says that an office is no more.
const NEAREST_PAST: usize = 3;

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
        for (k, m) in mentions.mentions.iter().enumerate() {
            // "former Peruvian minister Ann Lee", "Ann Lee, a former minister,", named so at first
            let first = self.names.of(m.entity).first() == Some(&(k as u32));
            if first && mentions.entity(m.entity).entity_type == EntityType::Person && was(&text, m) {
                self.private[m.entity.0 as usize] = true;
            }
        }
        for m in mentions.mentions.iter().filter(|m| !m.title.is_empty()) {
            let called = |wanted: fn(usize, Text<'_>) -> bool| m.title.range().any(|i| wanted(i, text));
            let plain = called(|i, text| {
                let staff = matches!(calling_of(text.key(i)), Some((Calling::Staff, _)));
                staff || CALLINGS.contains(&text.word(i))
            });
            let office = called(|i, text| matches!(calling_of(text.key(i)), Some((Calling::Office, _))));
            if plain && !office {
                self.private[m.entity.0 as usize] = true;
            }
        }
    }
}

/// "former minister Ann Lee", "Ann Lee, the former minister,": whether the words beside a name tell of an office no more
/// held.
fn was(text: &Text<'_>, m: &Mention) -> bool {
    let begin = m.begin();
    let end = m.tokens.end as usize;
    let titled = !m.title.is_empty() && is_past(text, begin.saturating_sub(2)..m.tokens.start as usize);
    let comma = text.word(end) == ",";
    let behind = end + 1..text.tokens.len().min(end + 1 + NEAREST_PAST);
    let past = behind.clone().find(|&i| is_past(text, i..i + 1));
    titled || comma && past.is_some_and(|i| (behind.start..i).all(|k| text.tokens[k].is_word()))
}
