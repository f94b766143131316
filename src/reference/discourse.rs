//! What a document has said so far: its entities, the countries behind them, and who last acted together.

mod body;
mod country;
mod home;
mod names;
mod private;
mod telling;

use std::cell::Cell;

use crate::gazetteer::{EntityType, Gazetteer, Kind};
use crate::mention::{EntityId, Mentions};
use crate::text::Text;
use home::find_dateline;
use names::Names;
pub use telling::Telling;

/// Most words of an office between a body and the person who holds it.
const LONGEST_OFFICE: usize = 4;

/// Titles are looked for among so many names before and behind.
const FARTHEST_TITLED: usize = 400;

/// The memory of one document; its buffers are kept from document to document.
#[derive(Clone, Debug, Default)]
pub struct Discourse {
    /// For each entity the entity of the country it belongs to or speaks for; a country is its own.
    countries: Vec<Option<EntityId>>,
    /// For each person the body the person heads or speaks for, where the text says so.
    bodies: Vec<Option<EntityId>>,
    /// For each entity whether it is only likely that it speaks for the country the text is written from.
    presumed: Vec<bool>,
    /// For each entity whether it is a person who speaks for nobody: "the Peruvian businessman Ann Lee".
    private: Vec<bool>,
    /// For each mention of a person with a title and a country its country and number, sorted.
    titled: Vec<(u32, u32)>,
    /// Where each entity is named.
    names: Names,
    /// How many entities the text names; those behind are countries that are only meant.
    named: usize,
    /// The relations found so far, the latest last.
    together: Vec<Telling>,
    /// How many pronouns are being asked for whom they mean, one by way of another.
    pub(super) asked: Cell<u8>,
    /// The country the text is written from, or most of.
    home: Option<EntityId>,
    /// The only country that a text without dateline names.
    sole_state: Option<EntityId>,
    /// The place of the dateline and its mention.
    dateline: Option<(EntityId, u32)>,
}

impl Discourse {
    /// Begins a document: gives every country that a capital, an adjective or an office may mean an entity.
    pub fn begin(&mut self, text: Text<'_>, mentions: &mut Mentions, gazetteer: &Gazetteer) {
        self.countries.clear();
        self.presumed.clear();
        self.private.clear();
        self.together.clear();
        self.named = mentions.entities.len();
        self.names.sort(mentions);
        for i in 0..self.named {
            let entity = mentions.entities[i];
            let country = match entity.entry {
                Some(entry) if is_state(gazetteer.kind(entry)) => {
                    self.countries.push(Some(EntityId(i as u32)));
                    continue;
                }
                Some(entry) => entity.country.or(gazetteer.country_of(entry)),
                None => entity.country,
            };
            let country = country.map(|c| self.entity_of(c, mentions));
            self.countries.push(country);
        }
        self.seat_union(mentions, gazetteer);
        self.seat_former(mentions, gazetteer);
        // A country that is only meant is its own country.
        let end = mentions.entities.len();
        self.countries.extend((self.named..end).map(|i| Some(EntityId(i as u32))));
        self.presumed.resize(mentions.entities.len(), false);
        self.find_bodies(text, mentions, gazetteer);
        self.dateline = find_dateline(text, mentions);
        self.find_home(mentions);
        self.find_countries(text, mentions);
        self.find_private(text, mentions, gazetteer);
        self.find_titled(mentions);
    }

    /// Notes who has a title and a country: "Peruvian minister Ann Lee".
    fn find_titled(&mut self, mentions: &Mentions) {
        self.titled.clear();
        for (m, mention) in mentions.mentions.iter().enumerate() {
            let person = mentions.entity(mention.entity).entity_type == EntityType::Person;
            if person
                && !mention.title.is_empty()
                && let Some(country) = self.country(mention.entity)
            {
                self.titled.push((country.0, m as u32));
            }
        }
        self.titled.sort_unstable();
    }

    /// The mentions of persons with a title who belong to a country, in the order of the text, up to 400 names before and
    /// behind mention `near`: the length of an article, not of an archive in one document.
    pub fn titled(&self, country: EntityId, near: usize) -> impl Iterator<Item = u32> {
        let (from, to) = (near.saturating_sub(FARTHEST_TITLED) as u32, (near + FARTHEST_TITLED) as u32);
        let start = self.titled.partition_point(|known| *known < (country.0, from));
        self.titled[start..].iter().take_while(move |(c, m)| *c == country.0 && *m < to).map(|(_, m)| *m)
    }

    /// The numbers of the mentions of an entity, in the order of the text.
    pub fn names_of(&self, entity: EntityId) -> &[u32] {
        self.names.of(entity)
    }

    /// The body or country a person speaks for.
    pub fn represented(&self, person: EntityId) -> Option<EntityId> {
        let body = self.bodies.get(person.0 as usize).copied().flatten();
        body.or_else(|| {
            self.country(person).filter(|_| !self.private.get(person.0 as usize).is_some_and(|private| *private))
        })
    }

    /// The country an entity belongs to or speaks for; itself for a country.
    pub fn country(&self, entity: EntityId) -> Option<EntityId> {
        self.countries.get(entity.0 as usize).copied().flatten()
    }

    /// The country an entity belongs to by the lists or the words around its name.
    pub fn stated_country(&self, entity: EntityId) -> Option<EntityId> {
        self.country(entity).filter(|_| !self.presumed.get(entity.0 as usize).is_some_and(|presumed| *presumed))
    }

    /// The country the text is written from ("the Kingdom"), or most of.
    pub fn home(&self) -> Option<EntityId> {
        self.home
    }

    /// The only country that a text without dateline names, were it once.
    pub fn sole_state(&self) -> Option<EntityId> {
        self.sole_state
    }

    /// The place of the dateline and its mention: what "here" means.
    pub fn dateline(&self) -> Option<(EntityId, u32)> {
        self.dateline
    }

    /// How many entities the text names itself.
    pub fn named(&self) -> usize {
        self.named
    }
}

/// Whether entries of this kind act as states.
pub(crate) fn is_state(kind: Kind) -> bool {
    matches!(kind, Kind::Country | Kind::Territory | Kind::HistoricCountry)
}
