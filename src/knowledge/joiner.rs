//! Documents one after another, their entities and events joined.

use std::borrow::Cow;

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

use crate::record::{Entity, Record};

use super::{Event, Events, IsShared, joined_id};

/// Strings and their numbers, in the order they came in.
#[derive(Clone, Debug, Default)]
pub struct Names(IndexSet<Box<str>, FxBuildHasher>);

impl Names {
    /// The number of `name`, which is the next one when it comes for the first time.
    pub fn number(&mut self, name: &str) -> u32 {
        self.enter(name).0
    }

    /// The number of a `name` that came before.
    pub fn get(&self, name: &str) -> Option<u32> {
        self.0.get_index_of(name).map(|n| n as u32)
    }

    /// The string of a number; empty when there is none.
    pub fn name(&self, number: u32) -> &str {
        self.0.get_index(number as usize).map_or("", |n| n)
    }

    /// The number of `name`, and whether it comes for the first time.
    pub(super) fn enter(&mut self, name: &str) -> (u32, bool) {
        match self.0.get_index_of(name) {
            Some(number) => (number as u32, false),
            None => (self.0.insert_full(name.into()).0 as u32, true),
        }
    }
}

/// What is kept of all documents: their ids, the ids of their entities, their events without words.
pub struct Joiner<'l> {
    documents: Names,
    entities: Names,
    events: Events,
    is_shared: IsShared<'l>,
}

/// A document whose entities have their ids in all documents.
#[derive(Debug)]
pub struct Joined<'r> {
    /// The document.
    pub record: &'r Record<'r>,
    /// Its number in the order they came in.
    pub document: u32,
    /// As in the record.
    pub entities: Vec<JoinedEntity<'r>>,
}

/// An entity with its id in all documents.
#[derive(Debug)]
pub struct JoinedEntity<'r> {
    /// The entity in its document.
    pub entity: &'r Entity<'r>,
    /// Its id in all documents.
    pub id: Cow<'r, str>,
    /// The number of the id, in the order they came in.
    pub number: u32,
    /// Whether the id comes for the first time.
    pub first: bool,
}

impl<'l> Joiner<'l> {
    /// Starts with nothing. `is_shared` keeps namesakes apart, see [`joined_id`].
    pub fn new(is_shared: IsShared<'l>) -> Self {
        Joiner { documents: Names::default(), entities: Names::default(), events: Events::default(), is_shared }
    }

    /// Takes in a document; `None` when one of its id has come before.
    pub fn join<'r>(&mut self, record: &'r Record<'r>) -> Option<Joined<'r>> {
        let (document, true) = self.documents.enter(&record.id) else {
            return None;
        };
        let mut numbers = Vec::with_capacity(record.entities.len());
        let entities = record
            .entities
            .iter()
            .map(|entity| {
                let id = joined_id(record, entity, self.is_shared);
                let (number, first) = self.entities.enter(&id);
                numbers.push(number);
                JoinedEntity { entity, id, number, first }
            })
            .collect();
        self.events.add(record, document, &numbers);
        Some(Joined { record, document, entities })
    }

    /// The id of a document.
    pub fn document(&self, number: u32) -> &str {
        self.documents.name(number)
    }

    /// The number of an entity by its id in all documents.
    pub fn entity(&self, id: &str) -> Option<u32> {
        self.entities.get(id)
    }

    /// The events of all documents so far, in the order of their first tellings.
    pub fn events(&self) -> impl Iterator<Item = Event<'_>> {
        self.events.joined(&self.entities)
    }
}
