//! The buffers of [`super::find()`], one set for each thread, kept from document to document.

use rustc_hash::FxHashMap;

use crate::gazetteer::EntryId;

use super::candidate::{Candidate, Cover};
use super::entity::EntityId;
use super::firm::Firm;
use super::form::{Forms, Spot};
use super::item::Item;
use super::joint::Joint;
use super::memory::Claim;
use super::pair::Pair;
use super::reading::Countries;

/// What the document has said of one form so far.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    /// The last place it is written at, as a number of spot; `NONE` if it was not yet.
    pub(super) last: u32,
    /// How often it was named, by short forms too.
    pub(super) times: u32,
}

/// Buffers; [`super::find()`] empties them itself.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    pub(super) items: Vec<Item>,
    pub(super) candidates: Vec<Candidate>,
    pub(super) cover: Cover,
    pub(super) spots: Vec<Spot>,
    pub(super) forms: Forms,
    pub(super) claims: Vec<Claim>,
    pub(super) pairs: Vec<Pair>,
    pub(super) joints: Vec<Joint>,
    pub(super) firms: Vec<Firm>,
    /// The entity of each listed entry named so far; looked up, never walked.
    pub(super) entries: FxHashMap<EntryId, EntityId>,
    /// How often and where each form was named so far.
    pub(super) seen: Vec<Seen>,
    pub(super) countries: Countries,
}

impl Scratch {
    pub(super) fn clear(&mut self) {
        self.items.clear();
        self.candidates.clear();
        self.spots.clear();
        self.forms.clear();
        self.claims.clear();
        self.pairs.clear();
        self.joints.clear();
        self.firms.clear();
        self.entries.clear();
        self.seen.clear();
    }
}
