//! The words of the language with their parts of speech, embedded.

use super::{Key, Table, Tags};

/// `src/text/lexicon.tsv`, laid out by the build.
static WORDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));

/// The tags a lower-case word may have, most likely first; none for a word the lexicon does not know. Words that only
/// exist with a capital answer as well.
#[inline]
pub fn tags_of(key: Key) -> Tags {
    Tags(Table::new(WORDS).get(key.0).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::tags_of;
    use crate::text::{Key, Tag};

    #[test]
    fn knows_words() {
        let talks = tags_of(Key::of("talks"));
        assert_eq!(talks.first(), Some(Tag::Nouns));
        assert!(talks.has(Tag::Third));
        assert_eq!(tags_of(Key::of("xqzzy")).first(), None);
    }
}
