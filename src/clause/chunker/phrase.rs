//! Words that together do the work of one: "as well as", "on behalf of".

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::text::{Key, KeyMap, Tag, TokenRange};

use super::super::{Group, GroupKind};
use super::Chunker;

/// The words of a phrase and what it is.
type Phrase = (Vec<Key>, GroupKind);

/// Words that together do the work of one, by the first of them.
static PHRASES: LazyLock<KeyMap<Vec<Phrase>>> = LazyLock::new(|| {
    use GroupKind::{Coordinator, Preposition, Subordinator};
    let all = [
        ("by the time", Subordinator),
        ("every time", Subordinator),
        ("the moment", Subordinator),
        ("as well as", Coordinator),
        ("along with", Coordinator),
        ("together with", Coordinator),
        ("alongside with", Coordinator),
        ("in addition to", Coordinator),
        ("according to", Preposition),
        ("ahead of", Preposition),
        ("prior to", Preposition),
        ("because of", Preposition),
        ("instead of", Preposition),
        ("such as", Preposition),
        ("as part of", Preposition),
        ("on behalf of", Preposition),
        ("on the sidelines of", Preposition),
        ("on the margins of", Preposition),
        ("in the presence of", Preposition),
        ("in line with", Preposition),
        ("due to", Preposition),
        ("thanks to", Preposition),
        ("hosted by", Preposition),
        ("organised by", Preposition),
        ("organized by", Preposition),
        ("convened by", Preposition),
        ("chaired by", Preposition),
        ("attended by", Preposition),
        ("up to", Preposition),
        ("out of", Preposition),
        ("next to", Preposition),
    ];
    let mut phrases: FxHashMap<Key, Vec<Phrase>> = FxHashMap::default();
    for (words, kind) in all {
        let words: Vec<Key> = words.split(' ').map(Key::of).collect();
        phrases.entry(words[0]).or_default().push((words, kind));
    }
    phrases.into()
});

impl Chunker<'_> {
    /// "as well as", "by the time": the group of a phrase that begins at `i`.
    pub(super) fn phrase(&self, i: usize) -> Option<Group> {
        PHRASES.get(self.text.key(i))?.iter().find_map(|(words, kind)| {
            let end = i + words.len();
            let whole = end <= self.end() && words.iter().enumerate().all(|(k, word)| self.text.key(i + k) == *word);
            // "is due to go": what is to come, no reason.
            let aims = words.len() == 2
                && self.tag(end) == Tag::Verb
                && self.text.key(end - 1) == const { Key::of_ascii("to") };
            // "In addition to Lee, the group met Ek": at the head it joins no equals.
            let leads = *kind == GroupKind::Coordinator && i == self.sentence.start as usize;
            let kind = if leads { GroupKind::Preposition } else { *kind };
            (whole && !aims).then(|| Group::new(kind, TokenRange::new(i, end), i))
        })
    }
}
