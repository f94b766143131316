//! What must stand, or not stand, somewhere around a word.

use super::Spot;
use crate::text::{Classes, Key, Tag, TagSet, Token, TokenKind, flag};

/// Where a condition looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// From one distance to another; 0 is the word itself.
    Near(i8, i8),
    /// The nearest word before that is no adverb.
    Last,
    /// The whole sentence.
    Anywhere,
}

/// What may be said of a token besides its tag, key and classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Capital,
    Title,
    Caps,
    Start,
    End,
    Word,
    Other,
    Sign,
    Hyphen,
    One,
    Told,
}

/// "-1:DT|this|@article": one of some things stands at a place; "-1!this": none does.
#[derive(Clone, Debug)]
pub(super) struct Condition {
    place: Place,
    not: bool,
    tags: TagSet,
    words: Vec<Key>,
    classes: Classes,
    marks: Vec<Mark>,
}

impl Condition {
    /// Reads "-1:DT|this".
    pub(super) fn read(field: &str) -> Option<Condition> {
        let at = field.find([':', '!'])?;
        let (place, what) = field.split_at(at);
        let mut condition = Condition {
            place: Place::read(place)?,
            not: what.starts_with('!'),
            tags: TagSet::default(),
            words: Vec::new(),
            classes: Classes::default(),
            marks: Vec::new(),
        };
        for thing in what[1..].split('|') {
            if let Some(class) = thing.strip_prefix('@') {
                condition.classes = condition.classes.or(Classes::named(class)?);
            } else if let Some(mark) = thing.strip_prefix('%') {
                condition.marks.push(Mark::read(mark)?);
            } else if let Some(tags) = TagSet::named(thing) {
                condition.tags = condition.tags.or(tags);
            } else {
                condition.words.push(Key::of(thing));
            }
        }
        Some(condition)
    }

    /// The tags of which the word before must have one.
    pub(super) fn tags_before(&self) -> Option<TagSet> {
        let tags_alone = self.words.is_empty() && self.classes.is_empty() && self.marks.is_empty();
        (self.place == Place::Near(-1, -1) && !self.not && tags_alone).then_some(self.tags)
    }

    /// The words of which the word itself must be one.
    pub(super) fn own_words(&self) -> Option<&[Key]> {
        (self.place == Place::Near(0, 0) && !self.not && !self.words.is_empty()).then_some(&self.words)
    }

    /// Whether it is so around a word.
    pub(super) fn holds(&self, spot: &Spot<'_>) -> bool {
        let stands = match self.place {
            Place::Near(from, to) if from == to => self.stands(spot, spot.i.checked_add_signed(from.into())),
            Place::Near(from, to) => {
                let end = spot.i.saturating_add_signed(isize::from(to) + 1).min(spot.tokens.len());
                (spot.i.saturating_add_signed(from.into())..end).any(|j| self.stands(spot, Some(j)))
            }
            Place::Last => self.stands(spot, spot.last),
            Place::Anywhere => (0..spot.tokens.len()).any(|j| self.stands(spot, Some(j))),
        };
        stands != self.not
    }

    fn stands(&self, spot: &Spot<'_>, j: Option<usize>) -> bool {
        let Some((token, tag)) = j.and_then(|j| Some((spot.tokens.get(j)?, *spot.tags.get(j)?))) else {
            return self.marks.contains(&Mark::End);
        };
        self.tags.has(tag)
            || token.classes.any(self.classes)
            || self.words.contains(&token.key)
            || self.marks.iter().any(|mark| mark.is_on(token, spot))
    }
}

impl Place {
    fn read(place: &str) -> Option<Place> {
        match place {
            "<" => return Some(Place::Last),
            ".." => return Some(Place::Anywhere),
            _ => {}
        }
        let (from, to) = place.split_once("..").unwrap_or((place, place));
        Some(Place::Near(from.parse().ok()?, to.parse().ok()?))
    }
}

impl Mark {
    fn read(name: &str) -> Option<Mark> {
        Some(match name {
            "capital" => Mark::Capital,
            "title" => Mark::Title,
            "caps" => Mark::Caps,
            "start" => Mark::Start,
            "end" => Mark::End,
            "word" => Mark::Word,
            "other" => Mark::Other,
            "mark" => Mark::Sign,
            "hyphen" => Mark::Hyphen,
            "one" => Mark::One,
            "told" => Mark::Told,
            _ => return None,
        })
    }

    fn is_on(self, token: &Token, spot: &Spot<'_>) -> bool {
        match self {
            Mark::Capital => token.has(flag::CAPITAL),
            Mark::Title => token.is_capitalised(),
            Mark::Caps => token.has(flag::ALL_CAPS),
            Mark::Start => token.has(flag::SENTENCE_START),
            Mark::End => false,
            Mark::Word => token.is_word(),
            Mark::Other => !token.is_word(),
            Mark::Sign => matches!(token.kind, TokenKind::Punct | TokenKind::Quote),
            Mark::Hyphen => is_compound(spot),
            Mark::One => is_of_one(spot),
            Mark::Told => spot.tags[..spot.i].iter().rev().find(|tag| tag.is_verb()).is_some_and(|tag| tag.is_finite()),
        }
    }
}

/// "war-torn": a hyphen without spaces stands behind the word.
fn is_compound(spot: &Spot<'_>) -> bool {
    let tight = |j: usize| spot.tokens.get(j).is_some_and(|t| !t.has(flag::SPACE_BEFORE));
    let hyphen = spot.tokens.get(spot.i + 1).is_some_and(|t| t.key == const { Key::of_ascii("-") });
    hyphen && tight(spot.i + 1) && tight(spot.i + 2)
}

/// "an open skies deal": the nouns and what describes them begin with "a".
fn is_of_one(spot: &Spot<'_>) -> bool {
    let describes = |tag: Tag| tag.is_noun() || tag.is_adjective() || tag == Tag::Gerund;
    let first = (0..spot.i).rev().find(|&j| !describes(spot.tags[j]));
    first.is_some_and(|j| const { Key::each(["a", "an"]) }.contains(&spot.tokens[j].key))
}
