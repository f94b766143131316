//! A map from words that nearly always says no.

use std::num::NonZeroU64;

use rustc_hash::FxHashMap;

use super::Key;

/// What some words of the language are, behind a filter of bits: most words of a text are none of them, and the filter
/// turns nine in ten of these away without a look into the table. A key is a hash already, so the table needs no other.
#[derive(Clone, Debug)]
pub struct KeyMap<T> {
    filter: Box<[u64]>,
    /// A power of two of them, at most half of them taken; each word at its home or behind it. No word has the key 0, so
    /// that a free slot takes no room for saying so.
    slots: Box<[Option<(NonZeroU64, T)>]>,
}

impl<T> KeyMap<T> {
    /// The value of a word.
    #[inline]
    pub fn get(&self, key: Key) -> Option<&T> {
        let bit = bit(key, self.filter.len());
        if self.filter[bit / 64] >> (bit % 64) & 1 == 0 {
            return None;
        }
        let mut at = home(key, self.slots.len());
        while let Some((found, value)) = &self.slots[at] {
            if found.get() == key.0 {
                return Some(value);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        None
    }
}

impl<T> From<FxHashMap<Key, T>> for KeyMap<T> {
    fn from(values: FxHashMap<Key, T>) -> Self {
        // One bit in sixteen is set.
        let mut filter = vec![0; (values.len() / 4).next_power_of_two()].into_boxed_slice();
        let words = filter.len();
        values.keys().map(|key| bit(*key, words)).for_each(|bit| filter[bit / 64] |= 1 << (bit % 64));
        let mut slots: Box<[_]> = (0..(values.len() * 2).next_power_of_two()).map(|_| None).collect();
        let last = slots.len() - 1;
        values.into_iter().for_each(|(key, value)| {
            let mut at = home(key, slots.len());
            while slots[at].is_some() {
                at = (at + 1) & last;
            }
            slots[at] = NonZeroU64::new(key.0).map(|key| (key, value));
        });
        KeyMap { filter, slots }
    }
}

/// The slot of so many, a power of two, that a word is looked for first.
#[inline]
fn home(key: Key, slots: usize) -> usize {
    (key.0 >> 40) as usize & (slots - 1)
}

/// The bit of a word in a filter of so many times 64 bits, a power of two.
#[inline]
fn bit(key: Key, words: usize) -> usize {
    (key.0 >> 20) as usize & (words * 64 - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_put_in() {
        for count in [0, 1, 2, 1000] {
            let words: Vec<String> = (0..count).map(|i| format!("word{i}")).collect();
            let map: KeyMap<usize> =
                words.iter().enumerate().map(|(i, w)| (Key::of(w), i)).collect::<FxHashMap<_, _>>().into();
            assert!(words.iter().enumerate().all(|(i, w)| map.get(Key::of(w)) == Some(&i)));
            assert_eq!(map.get(Key::of("other")), None);
        }
    }
}
