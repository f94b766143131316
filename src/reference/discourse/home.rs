//! Where a text is written, and which country each name of the lists stands for.

use super::Discourse;
use crate::gazetteer::{EntityType, EntryId, Gazetteer, Kind};
use crate::mention::{Entity, EntityId, Mentions};
use crate::text::{SentenceKind, Span, Text};

impl Discourse {
    /// "talks between Ottawa and Brussels" in a text that names the European Union oftener than Belgium: the city stands for
    /// the union that sits there.
    pub(super) fn seat_union(&mut self, mentions: &Mentions, gazetteer: &Gazetteer) {
        let named = |id: &str| {
            let entities = &mentions.entities[..self.named];
            let is = |e: &Entity| e.entry.is_some_and(|entry| gazetteer.id(entry) == id);
            entities.iter().position(is).map(|i| EntityId(i as u32))
        };
        let times = |entity: EntityId| mentions.mentions.iter().filter(|m| m.entity == entity).count();
        if let Some(city) = named("chancery:brussels")
            && let Some(union) = named("chancery:european-union")
            && times(union) > named("iso:BEL").map_or(0, times)
        {
            self.countries[city.0 as usize] = Some(union);
        }
    }

    /// A capital stands for a state of old where the text tells of it, and more than of its heir: "Moscow" for the Soviet
    /// Union, "Kinshasa" for Zaire.
    pub(super) fn seat_former(&mut self, mentions: &Mentions, gazetteer: &Gazetteer) {
        let entry = |i: usize| mentions.entities[i].entry;
        let is = |i: &usize, kind: &[Kind]| entry(*i).is_some_and(|e| kind.contains(&gazetteer.kind(e)));
        let heir = |i: usize| entry(i).and_then(|e| gazetteer.country_of(e));
        let times = |i: usize| mentions.mentions.iter().filter(|m| m.entity.0 as usize == i).count();
        for former in (0..self.named).filter(|i| is(i, &[Kind::HistoricCountry])) {
            let rivals = (0..self.named).filter(|i| {
                *i != former
                    && heir(*i) == heir(former)
                    && is(i, &[Kind::HistoricCountry, Kind::Country])
                    && times(*i) > 0
            });
            // "East Germany" beside "West Germany": none is meant more.
            let Some(heir) = heir(former) else { continue };
            let mut rivals = rivals.map(|i| (is(&i, &[Kind::HistoricCountry]), times(i)));
            if rivals.any(|(old, named)| old || named >= times(former)) {
                continue;
            }
            for seat in (0..self.named).filter(|i| is(i, &[Kind::Capital, Kind::Seat])) {
                if entry(seat).and_then(|e| gazetteer.country_of(e)) == Some(heir) {
                    self.countries[seat] = Some(EntityId(former as u32));
                }
            }
        }
    }

    /// The entity of a country, a new one where the text does not name it.
    pub(super) fn entity_of(&self, country: EntryId, mentions: &mut Mentions) -> EntityId {
        let known = mentions.entities.iter().position(|e| e.entry == Some(country));
        let number = known.unwrap_or_else(|| {
            mentions.entities.push(Entity {
                entity_type: EntityType::Place,
                entry: Some(country),
                name: Span::default(),
                country: Some(country),
                gender: None,
            });
            mentions.entities.len() - 1
        });
        EntityId(number as u32)
    }

    /// Finds the country the text is written from: that of the dateline's place, else the one named most; and the only one
    /// named, where no dateline tells.
    pub(super) fn find_home(&mut self, mentions: &Mentions) {
        self.sole_state = None;
        self.home = self.dateline.and_then(|(place, ..)| self.country(place));
        if self.home.is_some() {
            return;
        }
        let mut counts: Vec<(usize, EntityId)> = Vec::new();
        for mention in &mentions.mentions {
            if mentions.entity(mention.entity).entity_type != EntityType::Place {
                continue;
            }
            let Some(country) = self.country(mention.entity) else { continue };
            match counts.iter_mut().find(|(_, c)| *c == country) {
                Some((n, _)) => *n += 1,
                None => counts.push((1, country)),
            }
        }
        // Of equals the one named first; one named once may be anywhere.
        let most = counts.iter().enumerate().max_by_key(|(i, (n, _))| (*n, std::cmp::Reverse(*i)));
        self.home = most.filter(|(_, (n, _))| *n > 1).map(|(_, (_, c))| *c);
        self.sole_state = counts.first().filter(|_| counts.len() == 1).map(|(_, c)| *c);
    }
}

/// The first place of the dateline.
pub(super) fn find_dateline(text: Text<'_>, mentions: &Mentions) -> Option<(EntityId, u32)> {
    let line = text.sentences.iter().position(|s| s.kind == SentenceKind::Dateline)?;
    let mut named = mentions.within(text.sentences[line].tokens);
    let place = named.find(|&m| mentions.entity(mentions.mentions[m].entity).entity_type == EntityType::Place)?;
    Some((mentions.mentions[place].entity, place as u32))
}
