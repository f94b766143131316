//! Parts of speech: the Penn Treebank tags.

macro_rules! tags {
    ($($variant:ident $name:literal $doc:literal)*) => {
        /// A part of speech of the Penn Treebank (Marcus et al. 1993), and one tag for all punctuation.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Tag { $(#[doc = $doc] $variant,)* }

        impl Tag {
            /// All, in the order of their numbers.
            pub const ALL: &'static [Tag] = &[$(Tag::$variant,)*];

            /// The name in the Treebank.
            pub fn as_str(self) -> &'static str {
                match self { $(Tag::$variant => $name,)* }
            }

            /// Reads the name.
            pub fn parse(name: &str) -> Option<Tag> {
                match name { $($name => Some(Tag::$variant),)* _ => None }
            }
        }
    };
}

tags! {
    Coordinator "CC" "and, or, but"
    Number "CD" "two, 13"
    Determiner "DT" "the, a, this"
    Existential "EX" "there"
    Foreign "FW" "a foreign word"
    Preposition "IN" "of, with, that, because"
    Adjective "JJ" "joint"
    Comparative "JJR" "closer"
    Superlative "JJS" "closest"
    Modal "MD" "will, may"
    Noun "NN" "visit"
    Name "NNP" "Lima"
    Names "NNPS" "Americas"
    Nouns "NNS" "talks"
    Predeterminer "PDT" "both the"
    Possessive "POS" "'s"
    Pronoun "PRP" "he"
    Owner "PRP$" "his"
    Adverb "RB" "also"
    AdverbMore "RBR" "more"
    AdverbMost "RBS" "most"
    Particle "RP" "up"
    Symbol "SYM" "%"
    To "TO" "to"
    Interjection "UH" "well"
    Verb "VB" "meet"
    Past "VBD" "met"
    Gerund "VBG" "meeting"
    Participle "VBN" "met"
    Present "VBP" "meet"
    Third "VBZ" "meets"
    WhDeterminer "WDT" "which"
    WhPronoun "WP" "who"
    WhOwner "WP$" "whose"
    WhAdverb "WRB" "when"
    Punct "." "punctuation and quotation marks"
}

impl Tag {
    /// The tag of a number.
    pub fn from_number(number: u8) -> Option<Tag> {
        Tag::ALL.get(usize::from(number)).copied()
    }

    /// A verb in any form; modals are none.
    pub fn is_verb(self) -> bool {
        matches!(self, Tag::Verb | Tag::Past | Tag::Gerund | Tag::Participle | Tag::Present | Tag::Third)
    }

    /// A verb form that carries a tense of its own.
    pub fn is_finite(self) -> bool {
        matches!(self, Tag::Past | Tag::Present | Tag::Third)
    }

    /// A noun or name.
    pub fn is_noun(self) -> bool {
        matches!(self, Tag::Noun | Tag::Nouns | Tag::Name | Tag::Names)
    }

    /// An adjective.
    pub fn is_adjective(self) -> bool {
        matches!(self, Tag::Adjective | Tag::Comparative | Tag::Superlative)
    }

    /// An adverb.
    pub fn is_adverb(self) -> bool {
        matches!(self, Tag::Adverb | Tag::AdverbMore | Tag::AdverbMost)
    }
}

/// The tags a word may have, most likely first; six bits each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tags(pub u64);

/// What fits into [`Tags`].
const MOST: usize = 10;

impl Tags {
    /// Packs tags; those past the tenth are left out.
    pub fn pack(tags: &[Tag]) -> Tags {
        Tags(tags.iter().take(MOST).enumerate().fold(0, |bits, (i, tag)| bits | (*tag as u64 + 1) << (6 * i)))
    }

    /// One tag alone.
    #[inline]
    pub fn one(tag: Tag) -> Tags {
        Tags(tag as u64 + 1)
    }

    /// The tags, most likely first.
    pub fn iter(self) -> impl Iterator<Item = Tag> {
        (0..MOST).map_while(move |i| Tag::from_number(((self.0 >> (6 * i)) as u8 & 63).checked_sub(1)?))
    }

    /// The most likely tag.
    pub fn first(self) -> Option<Tag> {
        self.iter().next()
    }

    /// The noun the word may be.
    pub fn noun(self) -> Option<Tag> {
        [Tag::Noun, Tag::Nouns].into_iter().find(|t| self.has(*t))
    }

    /// Whether the word may have the tag.
    #[inline]
    pub fn has(self, tag: Tag) -> bool {
        // All ten fields at once: the one that holds the tag becomes zero, and borrows from its highest bit.
        const EACH: u64 = 0x0041_0410_4104_1041;
        let differ = self.0 ^ (EACH * (tag as u64 + 1));
        differ.wrapping_sub(EACH) & !differ & (EACH << 5) != 0
    }
}

/// A set of tags, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct TagSet(u64);

impl TagSet {
    /// Every tag.
    pub const ALL: TagSet = TagSet(u64::MAX);

    /// The set of some tags.
    pub fn of(tags: impl IntoIterator<Item = Tag>) -> TagSet {
        TagSet(tags.into_iter().fold(0, |bits, tag| bits | 1 << tag as u32))
    }

    /// The set of a name: a tag, `NN*` for all that begin so, `*` for all.
    pub fn named(name: &str) -> Option<TagSet> {
        match name.strip_suffix('*') {
            Some(start) => Some(TagSet::of(Tag::ALL.iter().copied().filter(|t| t.as_str().starts_with(start)))),
            None => Tag::parse(name).map(|tag| TagSet::of([tag])),
        }
    }

    /// Whether the tag is in it.
    #[inline]
    pub fn has(self, tag: Tag) -> bool {
        self.0 >> tag as u32 & 1 != 0
    }

    /// Both sets together.
    #[inline]
    pub fn or(self, other: TagSet) -> TagSet {
        TagSet(self.0 | other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Tag, Tags};

    #[test]
    fn packs() {
        assert!(Tag::ALL.len() < 63);
        let tags = Tags::pack(&[Tag::Nouns, Tag::Third]);
        assert_eq!(tags.iter().collect::<Vec<_>>(), [Tag::Nouns, Tag::Third]);
        assert!(tags.has(Tag::Third) && !tags.has(Tag::Coordinator));
        assert_eq!(Tags::default().first(), None);
        assert_eq!(Tags::one(Tag::Third), Tags::pack(&[Tag::Third]));
        assert!(Tag::ALL.iter().all(|t| Tag::parse(t.as_str()) == Some(*t)));
    }
}
