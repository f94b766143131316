//! From what the engine found, in bytes and token numbers, to a record.

use std::borrow::Cow;
use std::fmt::Write;

use xxhash_rust::xxh3::xxh3_64;

use crate::gazetteer::{EntryId, Kind};
use crate::mention::{EntityId, Mentions};
use crate::relation;
use crate::rule::RuleBook;
use crate::text::{self, Document, Text};

use super::{
    Argument, Attribution, Day, Entity, EventDate, Field, Kept, Mention, OffsetUnit, Offsets, Place, Producer, Record,
    Relation, RelationId, SCHEMA, Span, Str, TITLE_BREAK, name,
};

/// Letters that "#" and a number take, or more.
const LONGEST_NUMBER: usize = 11;

/// What a record tells of a listed entry.
#[derive(Clone, Copy, Debug)]
pub struct Listed<'a> {
    /// Its id for ever.
    pub id: &'a str,
    /// Its usual English name.
    pub name: &'a str,
    /// Its kind.
    pub kind: Kind,
    /// The entry of its country.
    pub country: Option<EntryId>,
    /// Degrees north and east, of places.
    pub coordinates: Option<(f64, f64)>,
}

/// The lists as a record needs them.
pub trait Lists {
    /// One entry.
    fn listed(&self, entry: EntryId) -> Listed<'_>;
    /// Its id alone.
    fn id(&self, entry: EntryId) -> &str;
    /// Its ids elsewhere, sorted.
    fn same_as(&self, entry: EntryId) -> impl Iterator<Item = &str>;
}

/// How records are to look; the same for all documents of a run.
#[derive(Clone, Debug)]
pub struct Shape<'a> {
    /// What makes them.
    pub producer: Producer<'a>,
    /// What offsets count.
    pub offsets: OffsetUnit,
    /// Whether the document's title and text go into its record.
    pub with_text: bool,
}

/// All that was found in one document, and the tables its numbers point into.
#[derive(Debug)]
pub struct Findings<'a, L> {
    /// The document.
    pub document: &'a Document<'a>,
    /// What was read: the text alone, or title, [`TITLE_BREAK`], text.
    pub text: Text<'a>,
    /// The names in it.
    pub mentions: &'a Mentions,
    /// The relations in it, in the order of the text.
    pub relations: &'a [relation::Relation],
    /// Where listed entities come from.
    pub lists: &'a L,
    /// Where the relations' rules and types come from.
    pub rules: &'a RuleBook,
}

impl<'a, L: Lists> Findings<'a, L> {
    /// The record. `offsets` is a buffer kept from document to document.
    pub fn record(&self, shape: &Shape<'a>, kept: Kept<'a>, offsets: &mut Offsets) -> Record<'a> {
        let document = self.document;
        offsets.prepare(self.text.raw, document.title.as_ref().map(|t| t.len()), shape.offsets);
        let mut entities: Vec<Entity<'a>> =
            (0..self.mentions.entities.len()).map(|i| self.entity(EntityId(i as u32))).collect();
        let mut mentions = Vec::with_capacity(self.mentions.mentions.len());
        for mention in &self.mentions.mentions {
            let entity = mention.entity.0 as usize;
            let Span { start, end, text, field } = self.span(mention.span, offsets);
            let entity_type = self.mentions.entities[entity].entity_type;
            entities[entity].mentions.push(mentions.len() as u32);
            mentions.push(Mention { start, end, text, entity_type, form: mention.form, entity: entity as u32, field });
        }
        let seed = if self.relations.is_empty() { 0 } else { xxh3_64(self.text.raw.as_bytes()) };
        let relations = self.relations.iter().map(|r| self.relation(r, seed, &entities, offsets)).collect();
        let borrow = |text: &'a Cow<'a, str>| Str(Cow::Borrowed(text.as_ref()));
        let with = |text| shape.with_text.then_some(text);
        Record {
            schema: SCHEMA,
            producer: shape.producer.clone(),
            offsets: shape.offsets,
            id: borrow(&document.id),
            date: document.date.map(Day::from),
            date_source: document.date_source,
            title: document.title.as_ref().and_then(|t| with(borrow(t))),
            text: with(borrow(&document.text)),
            kept,
            entities,
            mentions,
            relations,
        }
    }

    fn entity(&self, id: EntityId) -> Entity<'a> {
        let entity = self.mentions.entity(id);
        let listed = entity.entry.map(|entry| (entry, self.lists.listed(entry)));
        let country = entity.country.or(listed.and_then(|(_, l)| l.country));
        let coordinates = listed.and_then(|(_, l)| l.coordinates);
        let written = entity.name.of(self.text.raw);
        Entity {
            id: match listed {
                Some((_, listed)) => listed.id.into(),
                None => {
                    let mut own = String::with_capacity(self.document.id.len() + LONGEST_NUMBER);
                    // Writing to a `String` cannot fail.
                    let _ = write!(own, "{}#{}", self.document.id, id.0);
                    own.into()
                }
            },
            name: match listed {
                // "Pope Francis" says more than the "Francis" of the list.
                Some((_, listed)) if !written.ends_with(listed.name) || listed.name.contains(' ') => listed.name.into(),
                Some(_) => name::plain(written).into(),
                None => name::plain(written).into(),
            },
            entity_type: entity.entity_type,
            kind: listed.map(|(_, listed)| listed.kind.label().into()),
            country: country.map(|c| self.lists.id(c).into()),
            same_as: listed.map_or(Vec::new(), |(entry, _)| self.lists.same_as(entry).map(Str::from).collect()),
            lat: coordinates.map(|c| c.0),
            lon: coordinates.map(|c| c.1),
            mentions: Vec::new(),
        }
    }

    fn relation(
        &self,
        found: &'a relation::Relation,
        seed: u64,
        entities: &[Entity<'a>],
        offsets: &Offsets,
    ) -> Relation<'a> {
        let span = |span: text::Span| self.span(span, offsets);
        let trigger = self.text.span(found.trigger);
        let relation_type: &str = &self.rules.relations[found.relation_type].name;
        let sentence = self.text.sentences.get(found.sentence).map(|s| self.text.span(s.tokens)).unwrap_or(trigger);
        Relation {
            id: self.relation_id(found, seed, trigger, relation_type, entities),
            event: found.event,
            relation_type: relation_type.into(),
            plover: (&*found.plover).into(),
            cameo: (&*found.cameo).into(),
            trigger: span(trigger),
            arguments: found
                .arguments
                .iter()
                .map(|a| Argument { role: a.role, entity: a.entity.0, mention: a.mention, via: a.via })
                .collect(),
            polarity: found.polarity,
            polarity_cue: found.polarity_cue.map(span),
            modality: found.modality,
            modality_cue: found.modality_cue.map(span),
            tense: found.tense,
            date: found.date.map(|date| EventDate {
                value: Day::new(date.value.start, date.value.parts),
                end: date.value.end.map(Day::from),
                kind: date.kind,
                cue: date.cue.map(span),
            }),
            place: found.place.map(|(entity, mention)| Place { entity: entity.0, mention }),
            topic: found.topic.map(span),
            attribution: found
                .attribution
                .iter()
                .map(|a| Attribution {
                    entity: a.entity.map(|e| e.0),
                    mention: a.mention,
                    text: a.speaker.of(self.text.raw).into(),
                    cue: a.cue.of(self.text.raw).into(),
                })
                .collect(),
            rule: (&*self.rules.rules[found.rule].id).into(),
            sentence: span(sentence),
        }
    }

    /// Participants count by their ids, those in no list by type and name, in any order: a better name elsewhere in the
    /// document, or a better rule, keeps the id.
    fn relation_id(
        &self,
        found: &relation::Relation,
        seed: u64,
        trigger: text::Span,
        relation_type: &str,
        entities: &[Entity<'a>],
    ) -> RelationId {
        let mut participants: Vec<(&str, &str)> = found
            .arguments
            .iter()
            .map(|a| &entities[a.entity.0 as usize])
            .map(|e| if e.is_listed(&self.document.id) { (&*e.id, "") } else { (e.entity_type.as_str(), &*e.name) })
            .collect();
        participants.sort_unstable();
        let mut key = Vec::with_capacity(256);
        key.extend_from_slice(&seed.to_le_bytes());
        key.extend_from_slice(&trigger.start.to_le_bytes());
        key.extend_from_slice(&trigger.end.to_le_bytes());
        for part in [&*self.document.id, relation_type].into_iter().chain(participants.iter().flat_map(|p| [p.0, p.1]))
        {
            key.extend_from_slice(part.as_bytes());
            key.push(0);
        }
        RelationId(xxh3_64(&key))
    }

    fn span(&self, span: text::Span, offsets: &Offsets) -> Span<'a> {
        let raw = self.text.raw;
        let field = offsets.field(span.start);
        let end = match (field, &self.document.title) {
            (Field::Title, Some(title)) => span.end.min(title.len() as u32),
            _ => span.end,
        };
        Span {
            start: offsets.at(raw, span.start, field),
            end: offsets.at(raw, end, field),
            text: text::Span { start: span.start, end }.of(raw).into(),
            field,
        }
    }
}

/// A document's title and text as the engine reads them.
pub fn joined<'a>(document: &'a Document<'a>, buffer: &'a mut String) -> &'a str {
    match &document.title {
        None => &document.text,
        Some(title) => {
            buffer.clear();
            for part in [title, TITLE_BREAK, &document.text] {
                buffer.push_str(part);
            }
            buffer
        }
    }
}

#[cfg(test)]
mod tests;
