//! The buffers of [`super::find()`], one set for each thread, kept from document to document.

use rustc_hash::FxHashMap;

use crate::gazetteer::EntryId;

use super::candidate::{Candidate, Cover};
use super::entity::EntityId;
use super::form::{Forms, Spot};
use super::item::Item;
use super::memory::Claim;
use super::reading::Countries;

/// Buffers; [`super::find()`] empties them itself.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    pub(super) items: Vec<Item>,
    pub(super) candidates: Vec<Candidate>,
    pub(super) cover: Cover,
    pub(super) spots: Vec<Spot>,
    pub(super) forms: Forms,
    pub(super) claims: Vec<Claim>,
    /// The entity of each listed entry named so far; looked up, never walked.
    pub(super) entries: FxHashMap<EntryId, EntityId>,
    /// The last place of each form, as a number of spot.
    pub(super) seen: Vec<u32>,
    pub(super) countries: Countries,
}

impl Scratch {
    pub(super) fn clear(&mut self) {
        self.items.clear();
        self.candidates.clear();
        self.spots.clear();
        self.forms.clear();
        self.claims.clear();
        self.entries.clear();
        self.seen.clear();
    }
}
