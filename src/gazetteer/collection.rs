//! All known names of a run: the lists that come with the product, and a user's own on top.

use rustc_hash::FxHashMap;

use crate::text::{Key, Text, Token, flag, tokenize};

use super::index::{CAPITAL, GOES_ON, Index, NONE, ROOT, SMALL};
use super::spelling::step_key;
use super::{EntityType, Entry, EntryId, GazetteerBuilder, Kind, ListError, NameForm, NameUse, Tier, WordFacts};

/// The number of a name in one [`Gazetteer`]; stable within a run only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameId(pub(super) u32);

/// Marks names of the user's lists.
const USER: u32 = 1 << 31;

/// What one probe tells of a word.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// What is known of the word alone.
    pub facts: WordFacts,
    /// Where names that begin with it go on, in the product's lists.
    base: u32,
    /// And in the user's.
    user: u32,
    marks: u32,
}

impl Word {
    /// A word nothing is known of.
    pub const UNKNOWN: Word = Word { facts: WordFacts(0), base: NONE, user: NONE, marks: 0 };

    /// Whether some name begins with it.
    #[inline]
    pub fn begins_names(&self) -> bool {
        self.base != NONE || self.user != NONE
    }
}

/// A user's lists over the product's.
#[derive(Clone, Debug)]
pub(super) struct Overlay {
    pub(super) index: Index,
    /// Entries of the product that the user's lists describe anew: place in the overlay's index.
    pub(super) replaced: FxHashMap<u32, u32>,
    /// Place of each new entry in the overlay's index.
    pub(super) added: Vec<u32>,
    /// Tiers decided by the user for names of the product.
    pub(super) tiers: FxHashMap<(u32, EntryId), Tier>,
}

/// All known names; immutable, shared by all threads.
#[derive(Clone, Debug)]
pub struct Gazetteer {
    pub(super) base: Index,
    pub(super) overlay: Option<Overlay>,
}

impl Gazetteer {
    /// The lists that come with the product, ready at once.
    ///
    /// # Errors
    ///
    /// None in a tested build: the build checks the lists.
    pub fn embedded() -> Result<Gazetteer, ListError> {
        Gazetteer::builder().build()
    }

    /// Starts with the lists that come with the product.
    pub fn builder() -> GazetteerBuilder {
        GazetteerBuilder::default()
    }

    /// How many entries.
    pub fn len(&self) -> usize {
        self.base.entry_count() as usize + self.overlay.as_ref().map_or(0, |o| o.added.len())
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes of the index.
    pub fn size(&self) -> usize {
        self.base.size() + self.overlay.as_ref().map_or(0, |o| o.index.size())
    }

    /// A hash of all lists, for the record's producer: equal lists, equal hash.
    pub fn hash(&self) -> String {
        let user = self.overlay.as_ref().map_or(0, |o| o.index.hash());
        format!("{:016x}", self.base.hash() ^ user.rotate_left(1))
    }

    /// Where an entry lies: in which index, and at which place of it.
    #[inline]
    fn home(&self, id: EntryId) -> (&Index, u32) {
        let count = self.base.entry_count();
        match &self.overlay {
            Some(overlay) => match overlay.replaced.get(&id.0) {
                Some(local) => (&overlay.index, *local),
                None if id.0 >= count => {
                    let local = overlay.added.get((id.0 - count) as usize).copied().unwrap_or_default();
                    (&overlay.index, local)
                }
                None => (&self.base, id.0),
            },
            None => (&self.base, id.0),
        }
    }

    /// The entry; ids come from this gazetteer.
    pub fn entry(&self, id: EntryId) -> Entry<'_> {
        let (index, local) = self.home(id);
        index.entry(local)
    }

    /// The id of an entry, without reading the rest of it.
    pub fn id(&self, id: EntryId) -> &str {
        let (index, local) = self.home(id);
        index.id(local)
    }

    /// The kind of an entry, without reading the rest of it.
    #[inline]
    pub fn kind(&self, id: EntryId) -> Kind {
        let (index, local) = self.home(id);
        index.kind(local)
    }

    /// The type of an entry.
    #[inline]
    pub fn entity_type(&self, id: EntryId) -> EntityType {
        self.kind(id).entity_type()
    }

    /// The country of an entry.
    #[inline]
    pub fn country_of(&self, id: EntryId) -> Option<EntryId> {
        let (index, local) = self.home(id);
        index.country(local)
    }

    /// The entry with an id: `iso:RUS`, `chancery:kim-jong-un`.
    pub fn find(&self, id: &str) -> Option<EntryId> {
        let overlay = self.overlay.as_ref();
        self.base.find(id).map(EntryId).or_else(|| {
            let local = overlay?.index.find(id)?;
            let place = overlay?.added.iter().position(|added| *added == local)?;
            Some(EntryId(self.base.entry_count() + place as u32))
        })
    }

    /// What is known of a word.
    #[inline]
    pub fn word(&self, key: Key) -> Word {
        let mut word = Word::UNKNOWN;
        if let Some(slot) = self.base.step(ROOT, key) {
            word = Word { facts: slot.facts, base: slot.node, user: NONE, marks: slot.marks };
        }
        if let Some(slot) = self.overlay.as_ref().and_then(|o| o.index.step(ROOT, key)) {
            word.facts = word.facts.or(slot.facts);
            let capital = if word.base == NONE { slot.marks } else { word.marks & slot.marks };
            word.marks = (word.marks | slot.marks) & (GOES_ON | SMALL) | capital & CAPITAL;
            word.user = slot.node;
        }
        word
    }

    /// Tells `visit` every listed name that begins with token `at` and ends before token `limit`: one past its last
    /// token, and the name. `word` is what [`Gazetteer::word`] says of the token. Short ones first.
    #[inline]
    pub fn names_from(
        &self,
        text: &Text<'_>,
        at: usize,
        word: Word,
        limit: usize,
        visit: &mut impl FnMut(usize, NameId),
    ) {
        if word.marks & CAPITAL != 0 && text.tokens.get(at).is_none_or(|t| t.has(flag::LOWER)) {
            return;
        }
        if word.base != NONE {
            walk(&self.base, text, at, word.base, word.marks, limit, &mut |end, node| {
                visit(end, NameId(node));
            });
        }
        if let Some(overlay) = self.overlay.as_ref().filter(|_| word.user != NONE) {
            walk(&overlay.index, text, at, word.user, word.marks, limit, &mut |end, node| {
                visit(end, NameId(node | USER));
            });
        }
    }

    /// The readings of a name: by tier, then by weight in the world.
    pub fn uses(&self, name: NameId) -> impl Iterator<Item = NameUse> + '_ {
        let user = name.0 & USER != 0;
        let (index, node) = self.index_of(name);
        index.uses(node).map(move |mut one| {
            if let Some(overlay) = self.overlay.as_ref().filter(|o| !user && !o.tiers.is_empty()) {
                one.tier = overlay.tiers.get(&(node, one.entry)).copied().unwrap_or(one.tier);
            }
            one
        })
    }

    fn index_of(&self, name: NameId) -> (&Index, u32) {
        match &self.overlay {
            Some(overlay) if name.0 & USER != 0 => (&overlay.index, name.0 & !USER),
            _ => (&self.base, name.0 & !USER),
        }
    }

    /// Whether a reading may count for a name as it is written: acronyms in capitals, exact names letter by letter.
    /// `first` is the first token of the name.
    #[inline]
    pub fn admits(&self, name: NameId, reading: &NameUse, first: &Token, written: &str) -> bool {
        if reading.exact {
            let (index, node) = self.index_of(name);
            return index.spellings(node, reading.entry).any(|listed| listed == written);
        }
        reading.form != NameForm::Acronym || first.flags & (flag::ALL_CAPS | flag::SINGLE | flag::DIGIT) != 0
    }

    /// The names spelled like `written`, from its first token to its last.
    pub(super) fn spelled(&self, written: &str) -> Vec<NameId> {
        let mut tokens = Vec::new();
        tokenize(written, 0, &mut tokens);
        let text = Text { raw: written, tokens: &tokens, sentences: &[] };
        let mut found = Vec::new();
        let Some(first) = tokens.first() else { return found };
        let word = self.word(first.key);
        let any_case = Word { marks: word.marks & !CAPITAL, ..word };
        self.names_from(&text, 0, any_case, tokens.len(), &mut |end, name| {
            if end == tokens.len() {
                found.push(name);
            }
        });
        found
    }

    /// Every reading of a name as written, of any tier: what `chancery lookup` shows.
    pub fn lookup(&self, written: &str) -> Vec<NameUse> {
        let mut tokens = Vec::new();
        tokenize(written, 0, &mut tokens);
        let Some(first) = tokens.first() else { return Vec::new() };
        let mut found: Vec<NameUse> = Vec::new();
        for name in self.spelled(written) {
            found.extend(self.uses(name).filter(|reading| self.admits(name, reading, first, written)));
        }
        found.sort_by_key(|one| one.tier);
        found
    }
}

/// Follows the names of one index from the node behind token `at`.
#[inline]
fn walk(
    index: &Index,
    text: &Text<'_>,
    at: usize,
    node: u32,
    marks: u32,
    limit: usize,
    visit: &mut impl FnMut(usize, u32),
) {
    let mut node = node;
    let mut end = at + 1;
    if index.ends(node) {
        visit(end, node);
    }
    let mut marks = marks;
    let mut hyphen = false;
    while marks & GOES_ON != 0 && end < limit {
        let token = &text.tokens[end];
        // Most names go on with a capital, most words do not.
        if token.has(flag::LOWER) && marks & SMALL == 0 && !hyphen {
            return;
        }
        let Some(key) = step_key(text.raw, token, text.tokens.get(end + 1)) else {
            end += 1;
            hyphen = true;
            continue;
        };
        let Some(slot) = index.step(node, key) else {
            // "Donald J. Trump": an initial is stepped over.
            if token.has(flag::SINGLE | flag::CAPITAL | flag::DOT) {
                end += 1;
                continue;
            }
            return;
        };
        // "Kim Jong-un": after a hyphen a small letter is as good.
        if slot.marks & CAPITAL != 0 && token.has(flag::LOWER) && !hyphen {
            return;
        }
        hyphen = false;
        end += 1;
        node = slot.node;
        marks = slot.marks;
        if index.ends(node) {
            visit(end, node);
        }
    }
}
