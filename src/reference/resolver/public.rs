//! Bodies of a state that no name calls: "Peru's space agency", "the Norwegian central bank", "the state oil company".

use crate::clause::GroupKind;
use crate::mention::{EntityId, Mention};
use crate::text::flag;

use super::super::genus::Genus;
use super::super::vocabulary::Calling;
use super::Resolver;

/// Bodies that are a state's or a city's where a word says what they are for: "space agency", "election commission".
const AGENCIES: [&str; 6] = ["agency", "commission", "council", "department", "regulator", "watchdog"];

/// What else is called so and is no state's: "news agency", "human rights watchdog".
const PRIVATE: [&str; 16] = [
    "ad",
    "advertising",
    "aid",
    "business",
    "consumer",
    "credit",
    "employment",
    "environmental",
    "news",
    "press",
    "private",
    "rating",
    "ratings",
    "rights",
    "sales",
    "travel",
];

/// Bodies that are the state's where a word says so: "state oil company".
const HOLDINGS: [&str; 8] = ["airline", "bank", "carrier", "company", "corporation", "firm", "fund", "utility"];

/// Words that say so.
const OWNED: [&str; 6] = ["central", "government", "national", "reserve", "sovereign", "state"];

impl Resolver<'_> {
    /// Whether group `g`, whose noun calls an organization, calls one that acts for a state and that no name beside it names.
    pub(super) fn is_public(&self, g: usize, calling: Calling, plural: bool) -> bool {
        if calling != Calling::Organization || plural {
            return false;
        }
        let group = self.syntax.groups[g];
        let head = group.head as usize;
        let word = self.text.word(head);
        let words = || (group.tokens.start as usize..head).filter(|&i| !self.is_named(i)).map(|i| self.text.word(i));
        let field = head.checked_sub(1).filter(|&i| {
            let tag = self.syntax.tag(i);
            group.tokens.contains(i) && (tag.is_noun() || tag.is_adjective()) && self.text.tokens[i].has(flag::LOWER)
        });
        let public = AGENCIES.contains(&word) && field.is_some_and(|i| !PRIVATE.contains(&self.text.word(i)))
            || HOLDINGS.contains(&word) && words().any(|w| OWNED.contains(&w));
        public && !self.is_beside_name(g)
    }

    /// "Acme Air, the Peruvian national airline,", "Peru's space agency, Acme,": whether a comma alone parts a description from
    /// the name of an organization.
    fn is_beside_name(&self, g: usize) -> bool {
        let groups = &self.syntax.groups;
        let comma = |k: usize| groups.get(k).is_some_and(|k| matches!(k.kind, GroupKind::Comma | GroupKind::Open));
        let named = |k: usize| {
            let head = groups.get(k).filter(|k| k.kind == GroupKind::Noun).map(|k| k.head as usize);
            head.and_then(|head| self.mention_at(head)).is_some_and(|(_, m)| self.is_organization(m.entity))
        };
        let end = groups[g].tokens.end;
        let touching = groups.get(g + 1).is_some_and(|k| k.tokens.start <= end + 1 && named(g + 1));
        g > 1 && comma(g - 1) && named(g - 2) || comma(g + 1) && named(g + 2) || touching
    }

    /// "Peru's central bank" where the Central Bank of Peru is named: the body of the country that the noun calls.
    pub(super) fn public_body(&self, head: usize, country: EntityId) -> Option<EntityId> {
        let key = self.text.key(head);
        let genus = Genus::called(key);
        let end = self.named_before(head);
        let of = |m: &&Mention| {
            self.is_organization(m.entity)
                && self.discourse.country(m.entity) == Some(country)
                && (m.tokens.range().any(|i| self.text.key(i) == key) || genus.is_some_and(|g| self.is_of(g, m)))
        };
        self.mentions.mentions[..end].iter().rev().take(FARTHEST_BODY).find(of).map(|m| m.entity)
    }
}

/// A body was named at most so many names before.
const FARTHEST_BODY: usize = 60;
