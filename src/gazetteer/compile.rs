//! Lists to bytes: the trie, its table, uses and entries, in the layout that [`super::index`] reads.

use rustc_hash::FxHashMap;

use crate::text::Key;

use super::draft::{Draft, EntryDraft};
use super::entry::About;
use super::index::{self, CAPITAL, ENTRY, GOES_ON, Index, MAGIC, NONE, NOWHERE, ROOT, SLOT, SMALL, USE};
use super::source::ListFile;
use super::{Coordinates, EntityType, Kind, NameForm, Tier};

/// A table this full finds a word in two probes of neighbours, a stranger in three.
const FILL: f64 = 0.65;

/// A reading of a name before it is packed.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Use {
    node: u32,
    tier: Tier,
    /// Small for what news means most often.
    rank: u32,
    entry: u32,
    form: NameForm,
    /// The place of its spelling, from 1; 0 when any spelling counts.
    exact: u32,
    entity_type: EntityType,
    /// Bits of [`About`].
    about: u32,
}

/// The bytes of an index. `base` is what a user's lists add to: entries it does not have are numbered after its own.
pub(super) fn bytes(draft: &Draft<'_>, files: &[ListFile], base: Option<&Index>) -> Vec<u8> {
    let global = numbers(&draft.entries, base);
    let mut strings = Strings::default();
    let mut exact: Vec<(u32, u32)> = Vec::new();
    let mut edges: FxHashMap<(u32, Key), (u32, u32)> = FxHashMap::default();
    let mut nodes = 0;
    let mut uses: Vec<Use> = Vec::new();
    for name in &draft.names {
        let entry = &draft.entries[name.entry];
        let exact = if name.exact {
            exact.push(strings.add(name.text));
            exact.len() as u32
        } else {
            0
        };
        for path in &name.paths {
            let mut node = ROOT;
            for (i, step) in path.iter().enumerate() {
                let capital = if step.capital { CAPITAL } else { 0 };
                let on = match path.get(i + 1) {
                    Some(next) if next.capital => GOES_ON,
                    Some(_) => GOES_ON | SMALL,
                    None => 0,
                };
                let edge = edges.entry((node, step.key)).or_insert_with(|| {
                    nodes += 1;
                    (nodes - 1, CAPITAL)
                });
                edge.1 = (edge.1 & (capital | !CAPITAL)) | on;
                node = edge.0;
            }
            let (rank, entity_type, about) = (rank(entry), entry.row.kind.entity_type(), about(entry));
            uses.push(Use {
                node,
                tier: name.tier,
                rank,
                entry: global[name.entry],
                form: name.form,
                exact,
                entity_type,
                about,
            });
        }
    }
    // Nodes that end names come first, so that the number alone tells them.
    let mut ends: Vec<u32> = uses.iter().map(|u| u.node).collect();
    ends.sort_unstable();
    ends.dedup();
    let mut renumbered = vec![NONE; nodes as usize];
    ends.iter().enumerate().for_each(|(i, node)| renumbered[*node as usize] = i as u32);
    let mut next = ends.len() as u32;
    for number in &mut renumbered {
        if *number == NONE {
            *number = next;
            next += 1;
        }
    }
    uses.iter_mut().for_each(|u| u.node = renumbered[u.node as usize]);
    // Two names of one entry may share a spelling: the easier reading stays.
    uses.sort_by_key(|u| (u.node, u.entry, u.exact, u.tier, u.form));
    uses.dedup_by(|b, a| a.node == b.node && a.entry == b.entry && a.exact == b.exact);
    uses.sort_by_key(|u| (u.node, u.tier, u.rank, u.entry, u.form, u.exact));

    let mut slots: Vec<(u32, Key, u32, u32)> = edges
        .into_iter()
        .map(|((node, key), (to, marks))| {
            let from = if node == ROOT { ROOT } else { renumbered[node as usize] };
            let facts = if node == ROOT { draft.words.get(&key).map_or(0, |f| f.0) } else { 0 };
            (from, key, facts, renumbered[to as usize] | marks)
        })
        .collect();
    let mut named: Vec<Key> = slots.iter().filter(|s| s.0 == ROOT).map(|s| s.1).collect();
    named.sort_unstable();
    let words = draft.words.iter().filter(|(key, _)| named.binary_search(key).is_err());
    slots.extend(words.map(|(key, facts)| (ROOT, *key, facts.0, NONE)));
    // Same bytes for same lists: the order of a hash map must not show.
    slots.sort_unstable();

    let entries: Vec<[u32; ENTRY / 4]> =
        draft.entries.iter().map(|e| pack(e, draft, &global, base, &mut strings)).collect();
    let mut out = Vec::new();
    out.extend(MAGIC);
    let table = table(&slots);
    let hash = hash(files);
    let starts = starts(&uses, ends.len());
    let head = [table.len() / 3, ends.len(), uses.len(), exact.len(), entries.len(), strings.bytes.len()];
    let words = head.into_iter().map(|n| n as u32).chain([hash as u32, (hash >> 32) as u32, 0, 0]);
    let mut push = |word: u32| out.extend(word.to_le_bytes());
    words.for_each(&mut push);
    table.into_iter().for_each(&mut push);
    starts.into_iter().for_each(&mut push);
    for one in &uses {
        push(one.entry);
        push(
            one.form as u32 | (one.tier as u32) << 2 | (one.entity_type as u32) << 4 | one.about << 6 | one.exact << 12,
        );
    }
    exact.iter().for_each(|(at, length)| {
        push(*at);
        push(*length);
    });
    entries.iter().flatten().for_each(|word| push(*word));
    out.extend(strings.bytes);
    debug_assert_eq!((SLOT, USE), (12, 8));
    out
}

/// The number of each entry in the whole gazetteer.
pub(super) fn numbers(entries: &[EntryDraft<'_>], base: Option<&Index>) -> Vec<u32> {
    let mut next = base.map_or(0, Index::entry_count);
    let mut number = |id: &str| {
        base.and_then(|base| base.find(id)).unwrap_or_else(|| {
            next += 1;
            next - 1
        })
    };
    entries.iter().map(|entry| number(entry.row.id)).collect()
}

/// Orders readings of one name by what news means most often: states before cities, large before small, names chosen
/// by hand before derived ones.
fn rank(entry: &EntryDraft<'_>) -> u32 {
    let kind = match entry.row.kind {
        Kind::Country | Kind::Continent => 0,
        Kind::Capital => 1,
        Kind::HeadOfState | Kind::HeadOfGovernment | Kind::International => 2,
        Kind::Historical | Kind::Artist | Kind::Water | Kind::Landform | Kind::Building => 6,
        Kind::Admin1 => 3,
        _ => 4,
    };
    let derived = u32::from(entry.row.source != "hand");
    let people = entry.coordinates.map_or(0, |c| c.population);
    // Twice the people is one step; 2^26 is the largest city.
    let small = 32 - (u32::BITS - people.leading_zeros());
    kind * 1000 + derived * 500 + small
}

fn about(entry: &EntryDraft<'_>) -> u32 {
    let bit = |is: bool, bit: u8| if is { u32::from(bit) } else { 0 };
    bit(entry.row.kind == Kind::Country, About::COUNTRY)
        | bit(entry.row.source == "hand", About::BY_HAND)
        | bit(entry.row.kind == Kind::Media, About::MEDIA)
}

fn pack(
    entry: &EntryDraft<'_>,
    draft: &Draft<'_>,
    global: &[u32],
    base: Option<&Index>,
    strings: &mut Strings,
) -> [u32; ENTRY / 4] {
    let row = &entry.row;
    let country = Draft::find(&draft.entries, row.country)
        .map(|i| global[i])
        .or_else(|| base.and_then(|base| base.find(row.country)))
        .unwrap_or(NONE);
    let mut extra = String::new();
    for id in entry.same_as.iter().filter(|id| **id != row.id) {
        extra.push_str(id);
        extra.push('\n');
    }
    if !entry.offices.is_empty() {
        extra.push('\n');
        for office in &entry.offices {
            extra.push_str(&[office.kind.as_str(), office.country, office.from, office.until].join("\t"));
            extra.push('\n');
        }
    }
    let (id, id_length) = strings.add(row.id);
    let (name, name_length) = strings.add(row.name);
    let (source, source_length) = strings.once(row.source);
    let (extra, extra_length) = strings.once(&extra);
    let kind = Kind::ALL.iter().position(|k| *k == row.kind).unwrap_or_default() as u32;
    let [lat, lon, people] = match entry.coordinates {
        Some(Coordinates { latitude, longitude, population }) => {
            [(latitude * 1e4).round() as i32 as u32, (longitude * 1e4).round() as i32 as u32, population]
        }
        None => [NOWHERE, 0, 0],
    };
    let lengths = kind | id_length.min(255) << 8 | name_length.min(255) << 16 | source_length.min(255) << 24;
    [id, name, extra, source, country, lat, lon, people, extra_length, lengths]
}

/// The open-addressing table: check, facts, node and marks of each slot.
fn table(slots: &[(u32, Key, u32, u32)]) -> Vec<u32> {
    let count = ((slots.len() as f64 / FILL) as usize).max(slots.len() + 1);
    let mut table = vec![0; count * 3];
    for &(node, key, facts, to) in slots {
        let (mut at, check) = index::hash(node, key, count);
        while table[at * 3] != 0 {
            at = (at + 1) % count;
        }
        table[at * 3..at * 3 + 3].copy_from_slice(&[check, facts, to]);
    }
    table
}

fn starts(uses: &[Use], ends: usize) -> Vec<u32> {
    (0..=ends as u32).map(|node| uses.partition_point(|u| u.node < node) as u32).collect()
}

/// A hash of all files; where they lie makes no difference.
fn hash(files: &[ListFile]) -> u64 {
    let base = |file: &ListFile| file.name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
    let mut texts: Vec<_> = files.iter().map(|file| (file.role, base(file), &file.text)).collect();
    texts.sort_unstable();
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for (_, name, text) in texts {
        for byte in name.bytes().chain([0]).chain(text.bytes().filter(|b| *b != b'\r')).chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash
}

#[derive(Default)]
struct Strings {
    bytes: Vec<u8>,
    seen: FxHashMap<Box<str>, u32>,
}

impl Strings {
    fn add(&mut self, text: &str) -> (u32, u32) {
        let at = self.bytes.len() as u32;
        self.bytes.extend(text.bytes());
        (at, text.len() as u32)
    }

    /// Adds a text that others share.
    fn once(&mut self, text: &str) -> (u32, u32) {
        if let Some(at) = self.seen.get(text) {
            return (*at, text.len() as u32);
        }
        let (at, length) = self.add(text);
        self.seen.insert(text.into(), at);
        (at, length)
    }
}
