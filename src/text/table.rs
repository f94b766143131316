//! A read-only hash table in plain bytes: made by the build, read in place, so that nothing is parsed at start-up.

/// Bytes of one slot: key and value, both little-endian.
const SLOT: usize = 16;

/// A table of 64-bit keys and values over bytes made by [`Table::build`].
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    slots: &'a [[u8; SLOT]],
}

impl<'a> Table<'a> {
    /// Reads a table in place.
    pub fn new(bytes: &'a [u8]) -> Table<'a> {
        Table { slots: bytes.as_chunks().0 }
    }

    /// The value of a key.
    #[inline]
    pub fn get(self, key: u64) -> Option<u64> {
        let mut at = home(key, self.slots.len());
        while let Some(slot) = self.slots.get(at) {
            let (found, value) = split(slot);
            if found == key {
                return Some(value);
            }
            if found == 0 {
                return None;
            }
            at += 1;
        }
        None
    }

    /// Lays pairs out, each key once and none 0; a full run goes on past its home, the last one past the end.
    pub fn build(pairs: &[(u64, u64)]) -> Vec<u8> {
        // Two slots in three are taken: 1.3 probes a hit.
        let homes = pairs.len() * 3 / 2 + 1;
        let mut sorted: Vec<(usize, u64, u64)> = pairs.iter().map(|&(k, v)| (home(k, homes), k, v)).collect();
        sorted.sort_unstable();
        let mut slots: Vec<(u64, u64)> = Vec::new();
        for (home, key, value) in sorted {
            let at = slots.len().max(home);
            slots.resize(at, (0, 0));
            slots.push((key, value));
        }
        // The reader takes the number of slots for the number of homes, so a run past the end needs a larger table.
        if slots.len() > homes {
            return Table::build_with(pairs, slots.len() + slots.len() / 8 + 8);
        }
        slots.resize(homes, (0, 0));
        bytes(&slots)
    }

    fn build_with(pairs: &[(u64, u64)], homes: usize) -> Vec<u8> {
        let mut slots = vec![(0, 0); homes];
        for &(key, value) in pairs {
            let mut at = home(key, homes);
            while slots[at].0 != 0 {
                at += 1;
                if at == homes {
                    return Table::build_with(pairs, homes + homes / 8 + 8);
                }
            }
            slots[at] = (key, value);
        }
        bytes(&slots)
    }
}

/// The slot a key is looked for first: the high half of a product spreads keys evenly over any number of slots.
#[inline]
fn home(key: u64, slots: usize) -> usize {
    let mixed = key.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    ((u128::from(mixed) * slots as u128) >> 64) as usize
}

#[inline]
fn split(slot: &[u8; SLOT]) -> (u64, u64) {
    let both = u128::from_le_bytes(*slot);
    (both as u64, (both >> 64) as u64)
}

fn bytes(slots: &[(u64, u64)]) -> Vec<u8> {
    slots.iter().flat_map(|(k, v)| (u128::from(*k) | u128::from(*v) << 64).to_le_bytes()).collect()
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn finds_what_was_put_in() {
        for count in [0_u64, 1, 2, 100, 5000] {
            let pairs: Vec<_> = (1..=count).map(|i| (i.wrapping_mul(0x0100_0000_01b3), i)).collect();
            let bytes = Table::build(&pairs);
            let table = Table::new(&bytes);
            assert!(pairs.iter().all(|&(k, v)| table.get(k) == Some(v)));
            assert_eq!(table.get(12345), None);
        }
    }
}
