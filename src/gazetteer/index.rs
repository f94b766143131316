//! The one index over all names, read in place from prepared bytes: nothing is parsed or allocated at start-up.
//!
//! The names are a trie over the keys of their words, kept as one open-addressing table from (node, key) to what lies
//! behind: the next node, and at the root what is known of the word alone, so that a capitalised word costs one probe.
//! A slot is 12 bytes: 32 bits of the hash, facts, node and marks. With 19 more bits of the hash in the place itself a
//! foreign word is taken for a known one once in 10^9 probes. Tables against other engines: see `benches/names.rs`.

use std::borrow::Cow;
use std::ops::Range;

use crate::text::Key;

use super::entry::{About, Extra};
use super::{Coordinates, EntityType, Entry, EntryId, Kind, NameForm, NameUse, Tier, WordFacts};

/// The first bytes of a prepared index: name and version of the format.
pub(super) const MAGIC: [u8; 8] = *b"CHGAZ\x00\x00\x01";
/// No node.
pub(super) const NONE: u32 = (1 << 29) - 1;
/// The node every name begins at.
pub(super) const ROOT: u32 = NONE - 1;
/// Mark of a slot, beside the number of its node: names go on behind it.
pub(super) const GOES_ON: u32 = 1 << 31;
/// Mark of a slot: the word is listed with a capital.
pub(super) const CAPITAL: u32 = 1 << 30;
/// Mark of a slot: names go on behind it with a word in small letters.
pub(super) const SMALL: u32 = 1 << 29;
const MARKS: u32 = GOES_ON | CAPITAL | SMALL;
/// Bytes of a slot, of a use and of an entry.
pub(super) const SLOT: usize = 12;
pub(super) const USE: usize = 8;
pub(super) const ENTRY: usize = 40;
/// No coordinates.
pub(super) const NOWHERE: u32 = 0x8000_0000;

/// What lies behind a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    /// Facts of the word, at the root.
    pub(super) facts: WordFacts,
    /// The next node, or [`NONE`].
    pub(super) node: u32,
    /// [`GOES_ON`], [`CAPITAL`].
    pub(super) marks: u32,
}

/// Home slot and check bits of (node, key) in a table of `slots` slots.
#[inline]
pub(super) fn hash(node: u32, key: Key, slots: usize) -> (usize, u32) {
    let mixed = (key.0 ^ u64::from(node).wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    let mixed = (mixed ^ (mixed >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    // The upper half chooses the slot, the lower half checks it; 0 marks a free slot.
    ((((mixed >> 32) * slots as u64) >> 32) as usize, (mixed as u32).max(1))
}

/// Names, words and entries behind one block of bytes.
#[derive(Clone, Debug)]
pub(super) struct Index {
    bytes: Cow<'static, [u8]>,
    slots: Range<usize>,
    slot_count: usize,
    /// Nodes below this number end names.
    ends: u32,
    starts: usize,
    uses: usize,
    exact: usize,
    entries: usize,
    entry_count: u32,
    strings: usize,
    hash: u64,
}

impl Index {
    /// Opens prepared bytes; `None` when they are no index of this version.
    pub(super) fn open(bytes: Cow<'static, [u8]>) -> Option<Index> {
        if bytes.len() < 48 || bytes[..8] != MAGIC {
            return None;
        }
        let head: [usize; 8] = std::array::from_fn(|i| u32_at(&bytes, 8 + i * 4) as usize);
        let [slot_count, ends, use_count, exact_count, entry_count, string_bytes, low, high] = head;
        let slots = 48..48 + slot_count * SLOT;
        let starts = slots.end;
        let uses = starts + (ends + 1) * 4;
        let exact = uses + use_count * USE;
        let entries = exact + exact_count * 8;
        let strings = entries + entry_count * ENTRY;
        (strings + string_bytes == bytes.len() && slot_count > 0).then_some(Index {
            hash: low as u64 | (high as u64) << 32,
            slots,
            slot_count,
            ends: ends as u32,
            starts,
            uses,
            exact,
            entries,
            entry_count: entry_count as u32,
            strings,
            bytes,
        })
    }

    /// A hash of the texts of all lists.
    pub(super) fn hash(&self) -> u64 {
        self.hash
    }

    /// How many entries.
    pub(super) fn entry_count(&self) -> u32 {
        self.entry_count
    }

    /// Bytes it takes.
    pub(super) fn size(&self) -> usize {
        self.bytes.len()
    }

    /// What lies behind `key` at `node`.
    #[inline]
    pub(super) fn step(&self, node: u32, key: Key) -> Option<Slot> {
        let (mut at, check) = hash(node, key, self.slot_count);
        let (table, _) = self.bytes[self.slots.clone()].as_chunks::<SLOT>();
        loop {
            let slot = &table[at];
            let found = u32::from_le_bytes([slot[0], slot[1], slot[2], slot[3]]);
            if found == check {
                let facts = WordFacts(u32::from_le_bytes([slot[4], slot[5], slot[6], slot[7]]));
                let node = u32::from_le_bytes([slot[8], slot[9], slot[10], slot[11]]);
                return Some(Slot { facts, node: node & !MARKS, marks: node & MARKS });
            }
            if found == 0 {
                return None;
            }
            at += 1;
            if at == self.slot_count {
                at = 0;
            }
        }
    }

    /// Whether a name ends at `node`.
    #[inline]
    pub(super) fn ends(&self, node: u32) -> bool {
        node < self.ends
    }

    /// The readings of the name that ends at `node`: by tier, then by weight in the world.
    pub(super) fn uses(&self, node: u32) -> impl ExactSizeIterator<Item = NameUse> + DoubleEndedIterator + '_ {
        let range = if self.ends(node) {
            let at = self.starts + node as usize * 4;
            u32_at(&self.bytes, at) as usize..u32_at(&self.bytes, at + 4) as usize
        } else {
            0..0
        };
        range.map(|i| {
            let at = self.uses + i * USE;
            let bits = u32_at(&self.bytes, at + 4);
            NameUse {
                entry: EntryId(u32_at(&self.bytes, at)),
                entity_type: EntityType::ALL[(bits as usize >> 4 & 3).min(2)],
                form: NameForm::ALL[bits as usize & 3],
                tier: [Tier::Always, Tier::Support, Tier::Never][(bits as usize >> 2 & 3).min(2)],
                exact: bits >> 12 != 0,
                about: About((bits >> 6 & 7) as u8),
            }
        })
    }

    /// The listed spellings of a name that ends at `node` and counts in exactly that spelling, for `entry`.
    pub(super) fn spellings(&self, node: u32, entry: EntryId) -> impl Iterator<Item = &str> {
        let range = if self.ends(node) {
            let at = self.starts + node as usize * 4;
            u32_at(&self.bytes, at) as usize..u32_at(&self.bytes, at + 4) as usize
        } else {
            0..0
        };
        range.filter_map(move |i| {
            let at = self.uses + i * USE;
            let spelling = u32_at(&self.bytes, at + 4) >> 12;
            if u32_at(&self.bytes, at) != entry.0 || spelling == 0 {
                return None;
            }
            let at = self.exact + (spelling as usize - 1) * 8;
            Some(self.string(u32_at(&self.bytes, at), u32_at(&self.bytes, at + 4)))
        })
    }

    /// The kind of entry `local`.
    #[inline]
    pub(super) fn kind(&self, local: u32) -> Kind {
        let kind = self.bytes.get(self.entries + local as usize * ENTRY + 36).copied().unwrap_or_default();
        Kind::ALL.get(kind as usize).copied().unwrap_or(Kind::Politician)
    }

    /// The country of entry `local`.
    #[inline]
    pub(super) fn country(&self, local: u32) -> Option<EntryId> {
        let country = u32_at(&self.bytes, self.entries + local as usize * ENTRY + 16);
        (country != NONE).then_some(EntryId(country))
    }

    /// The id of entry `local`.
    pub(super) fn id(&self, local: u32) -> &str {
        let at = self.entries + local as usize * ENTRY;
        let length = self.bytes.get(at + 37).copied().unwrap_or_default();
        self.string(u32_at(&self.bytes, at), u32::from(length))
    }

    /// The entry `local`, which is below [`Index::entry_count`].
    pub(super) fn entry(&self, local: u32) -> Entry<'_> {
        let at = self.entries + local as usize * ENTRY;
        let field = |i: usize| u32_at(&self.bytes, at + i * 4);
        let byte = |i: usize| u32::from(self.bytes.get(at + 36 + i).copied().unwrap_or_default());
        let degrees = |i: usize| f64::from(field(i) as i32) / 1e4;
        Entry {
            id: self.id(local),
            name: self.string(field(1), byte(2)),
            kind: self.kind(local),
            country: self.country(local),
            source: self.string(field(3), byte(3)),
            coordinates: (field(5) != NOWHERE).then(|| Coordinates {
                latitude: degrees(5),
                longitude: degrees(6),
                population: field(7),
            }),
            extra: Extra(self.string(field(2), field(8))),
        }
    }

    /// The entry with this id.
    pub(super) fn find(&self, id: &str) -> Option<u32> {
        let (mut low, mut high) = (0, self.entry_count);
        while low < high {
            let middle = low + (high - low) / 2;
            match self.entry(middle).id.cmp(id) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return Some(middle),
            }
        }
        None
    }

    fn string(&self, offset: u32, length: u32) -> &str {
        let start = self.strings + offset as usize;
        let bytes = self.bytes.get(start..start + length as usize).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }
}

#[inline]
fn u32_at(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).map_or(0, |b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
}
