//! The forms of names a document uses: all places where the same words stand are one form, with one type.

use crate::gazetteer::{EntityType, NameId};

use super::candidate::{Role, Votes};
use super::source::Pattern;

/// Surroundings weigh no more than this, however many there are.
const LOUDEST: i16 = 8;

/// No form, no spot.
pub(super) const NONE: u32 = u32::MAX;

/// With what the hash of a people's adjective begins, which tells it from a name of the same letters.
pub(super) const DEMONYM: u64 = 1;

/// One place where something seems to be named.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    pub(super) start: u32,
    pub(super) end: u32,
    /// First item of it, among all items of the document, and one past its last.
    pub(super) items: (u32, u32),
    pub(super) role: Role,
    pub(super) form: u32,
}

/// The same words at all their places.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form {
    hash: u64,
    pub(super) role: Role,
    /// What lists and patterns say of the words themselves: the best of all places.
    pub(super) prior: Votes,
    /// What surroundings say: the sum of all places.
    pub(super) context: Votes,
    /// What fuller names and brackets of the document say.
    pub(super) claimed: Votes,
    /// Types of which a list knows the name without need of support, one bit each.
    pub(super) listed: u8,
    pub(super) name: Option<NameId>,
    pub(super) pattern: Option<Pattern>,
    /// Whether a fuller name claims it as a part.
    pub(super) is_part: bool,
    /// Words in it.
    pub(super) words: u32,
    /// Its first spot.
    pub(super) first: u32,
    /// The fuller form it stands for.
    pub(super) parent: u32,
    pub(super) decided: Option<EntityType>,
    /// The entity it names, once made.
    pub(super) entity: u32,
}

/// All forms of a document, found by the hash of their words. Kept from document to document.
#[derive(Clone, Debug, Default)]
pub(super) struct Forms {
    pub(super) all: Vec<Form>,
    /// Places of [`Forms::all`], by hash; emptied by walking the forms, not the table.
    table: Vec<u32>,
}

impl Form {
    /// All that speaks for each type.
    pub(super) fn votes(&self) -> Votes {
        let mut votes = self.prior;
        for (i, vote) in votes.0.iter_mut().enumerate() {
            // Surroundings make no organization of a country, however often it "announced"; patterns no person of Hong Kong.
            if self.listed == 0 || self.listed & 1 << i != 0 {
                *vote = vote.saturating_add(self.context.0[i].clamp(-LOUDEST, LOUDEST));
            } else if self.words > 1 {
                *vote = (*vote).min(0);
            }
        }
        votes.add(self.claimed);
        votes
    }
}

impl Forms {
    /// Forgets all forms and keeps the room.
    pub(super) fn clear(&mut self) {
        if self.all.len() * 8 < self.table.len() {
            for form in &self.all {
                let mut at = form.hash as usize & (self.table.len() - 1);
                while self.table[at] != NONE {
                    self.table[at] = NONE;
                    at = (at + 1) & (self.table.len() - 1);
                }
            }
        } else {
            self.table.fill(NONE);
        }
        self.all.clear();
    }

    /// The form with this hash, made if it is not there.
    pub(super) fn at(&mut self, hash: u64, make: impl FnOnce() -> (Role, u32, u32)) -> u32 {
        if self.table.len() < (self.all.len() + 1) * 2 {
            self.grow();
        }
        let mask = self.table.len() - 1;
        let mut at = hash as usize & mask;
        while self.table[at] != NONE {
            if self.all[self.table[at] as usize].hash == hash {
                return self.table[at];
            }
            at = (at + 1) & mask;
        }
        let number = self.all.len() as u32;
        self.table[at] = number;
        let (role, words, first) = make();
        self.all.push(Form {
            hash,
            role,
            prior: Votes([i16::MIN / 2; 3]),
            context: Votes::default(),
            claimed: Votes::default(),
            listed: 0,
            name: None,
            pattern: None,
            is_part: false,
            words,
            first,
            parent: NONE,
            decided: None,
            entity: NONE,
        });
        number
    }

    /// The form with this hash, if the document has it.
    pub(super) fn find(&self, hash: u64) -> Option<u32> {
        if self.table.is_empty() {
            return None;
        }
        let mask = self.table.len() - 1;
        let mut at = hash as usize & mask;
        while self.table[at] != NONE {
            if self.all[self.table[at] as usize].hash == hash {
                return Some(self.table[at]);
            }
            at = (at + 1) & mask;
        }
        None
    }

    /// Doubles the table.
    fn grow(&mut self) {
        let size = (self.table.len() * 2).max(64);
        self.table.clear();
        self.table.resize(size, NONE);
        for (number, form) in self.all.iter().enumerate() {
            let mut at = form.hash as usize & (size - 1);
            while self.table[at] != NONE {
                at = (at + 1) & (size - 1);
            }
            self.table[at] = number as u32;
        }
    }

    /// The fullest form that `form` stands for.
    pub(super) fn root(&self, form: u32) -> u32 {
        let mut at = form;
        for _ in 0..8 {
            match self.all[at as usize].parent {
                NONE => break,
                parent => at = parent,
            }
        }
        at
    }
}

/// Adds a word to the hash of a form.
pub(super) fn hash_word(hash: u64, key: u64) -> u64 {
    let mixed = (hash.rotate_left(5) ^ key).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed ^ (mixed >> 29)
}
