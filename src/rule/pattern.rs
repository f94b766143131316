//! A compiled pattern: what the matcher walks.
//!
//! The written form is one line:
//!
//! ```text
//! with            this word, any case            $role      an actor that fits the role
//! meet/v talk/n   any form of the lemma          $role+     a list of actors: A, B and C
//! <det> <np>      a word of a class, a group     $role's    the owner of the noun that follows: "Kim's", "his",
//! @list           one of a named list                       "Russian", "US-China"
//! _  _{0,3}       any word, up to three          $role^     the subject of the clause the trigger stands in
//! ( a | b )       one of                         [ … ]      the trigger (exactly one per alternative)
//! ?               may be missing                 $role~     who took part in the last event of this type
//!                                                $role@home the country the text is written from
//! ```

use std::sync::Arc;

use crate::text::{Key, Tag, Tags, inflect};

use super::Role;

/// The part of speech after the slash of a lemma: `/v`, `/n`, `/a`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartOfSpeech {
    /// A verb in any form.
    Verb,
    /// A noun, singular or plural.
    Noun,
    /// An adjective.
    Adjective,
}

/// A word in all its forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lemma {
    /// The word as the rule writes it.
    pub word: Box<str>,
    /// What it must be.
    pub part: PartOfSpeech,
    /// Each form and the tags under which it counts.
    pub forms: Vec<(Key, Tags)>,
}

impl Lemma {
    /// Writes the forms out.
    pub fn new(word: &str, part: PartOfSpeech) -> Lemma {
        let lower = word.to_lowercase();
        let forms = match part {
            PartOfSpeech::Verb => inflect::verb(&lower),
            PartOfSpeech::Noun => inflect::noun(&lower),
            PartOfSpeech::Adjective => inflect::adjective(&lower),
        };
        let forms = forms.into_iter().map(|i| (Key::of(&i.form), i.tags)).collect();
        Lemma { word: word.into(), part, forms }
    }

    /// Whether a word under this tag is one of the forms.
    pub fn is(&self, key: Key, tag: Tag) -> bool {
        self.forms.iter().any(|(form, tags)| *form == key && tags.has(tag))
    }
}

/// A closed word class or a kind of group, written `<name>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WordClass {
    /// `<det>` article or determiner.
    Determiner,
    /// `<aux>` be, have, do.
    Auxiliary,
    /// `<modal>` will, would, can, may …
    Modal,
    /// `<prep>` preposition.
    Preposition,
    /// `<adj>` adjective.
    Adjective,
    /// `<adv>` adverb.
    Adverb,
    /// `<num>` number.
    Number,
    /// `<pron>` pronoun.
    Pronoun,
    /// `<noun>` noun.
    Noun,
    /// `<np>` a whole noun group that is no actor or whose actors do not matter.
    NounGroup,
    /// `<vp>` a whole verb group.
    VerbGroup,
    /// `<alone>` nothing: no noun group follows, so that the verb has no object.
    Alone,
    /// `<end>` nothing: the clause is over.
    End,
}

impl WordClass {
    /// All classes, as documented.
    pub const ALL: [WordClass; 13] = [
        WordClass::Determiner,
        WordClass::Auxiliary,
        WordClass::Modal,
        WordClass::Preposition,
        WordClass::Adjective,
        WordClass::Adverb,
        WordClass::Number,
        WordClass::Pronoun,
        WordClass::Noun,
        WordClass::NounGroup,
        WordClass::VerbGroup,
        WordClass::Alone,
        WordClass::End,
    ];

    /// The name between the angle brackets.
    pub fn as_str(self) -> &'static str {
        match self {
            WordClass::Determiner => "det",
            WordClass::Auxiliary => "aux",
            WordClass::Modal => "modal",
            WordClass::Preposition => "prep",
            WordClass::Adjective => "adj",
            WordClass::Adverb => "adv",
            WordClass::Number => "num",
            WordClass::Pronoun => "pron",
            WordClass::Noun => "noun",
            WordClass::NounGroup => "np",
            WordClass::VerbGroup => "vp",
            WordClass::Alone => "alone",
            WordClass::End => "end",
        }
    }

    /// Reads the name.
    pub fn parse(name: &str) -> Option<WordClass> {
        WordClass::ALL.into_iter().find(|c| c.as_str() == name)
    }
}

/// Where an actor of a pattern stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stance {
    /// At this place of the pattern.
    Here,
    /// Owns the noun that follows (`$role's`).
    Owner,
    /// Acts in the clause that the trigger stands in (`$role^`); takes no place.
    Subject,
    /// Took part in the last event of this type that the document tells (`$role~`); takes no place.
    Again,
    /// Is the country the text is written from, the one that acts with a state named alone (`$role@home`); takes no place.
    Home,
}

/// One element of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Element {
    /// This word, any case.
    Word(Key),
    /// Any form of the lemma.
    Lemma(Arc<Lemma>),
    /// A word or group of a class.
    Class(WordClass),
    /// `min` to `max` words of any kind.
    Any {
        /// At least this many.
        min: u8,
        /// At most this many.
        max: u8,
    },
    /// Actors in a role.
    Actor {
        /// The role they get.
        role: Role,
        /// A list counts whole (`+`); without it one actor alone fits.
        many: bool,
        /// Where they stand.
        stance: Stance,
    },
    /// One of several sequences (written `( … | … )`, or `@list`, expanded).
    OneOf(Choice),
    /// May be missing (`?`).
    Optional(Box<Element>),
    /// The trigger: one of several sequences of words and lemmas, nothing else; groups, lists and what may be missing
    /// are written out by the compiler, longest sequence first.
    Trigger(Vec<Vec<Element>>),
}

/// Several sequences of which one is to match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// In written order.
    pub branches: Vec<Vec<Element>>,
    /// The words that a branch may begin with, sorted, each with the number of the branch; `None` where one may begin with
    /// something else than a word. A list like `@hold` has hundreds, and most places have none of them.
    openers: Option<Box<[(Key, u32)]>>,
}

impl Choice {
    /// Of these sequences.
    pub fn new(branches: Vec<Vec<Element>>) -> Choice {
        let openers = branches.iter().map(|branch| branch.first()?.openers()).collect::<Option<Vec<_>>>();
        let openers = openers.map(|all| {
            let pairs = (0..).zip(all).flat_map(|(branch, keys)| keys.into_iter().map(move |key| (key, branch)));
            let mut pairs: Vec<(Key, u32)> = pairs.collect();
            pairs.sort_unstable();
            pairs.dedup();
            pairs.into()
        });
        Choice { branches, openers }
    }

    /// Whether every match begins with a word.
    pub fn begins_with_word(&self) -> bool {
        self.openers.is_some()
    }

    /// The numbers of the branches that may begin with a word, of those that begin with words alone.
    pub fn begun_by(&self, word: Key) -> impl Iterator<Item = u32> {
        let openers = self.openers.as_deref().unwrap_or_default();
        let from = openers.partition_point(|(key, _)| *key < word);
        openers[from..].iter().take_while(move |(key, _)| *key == word).map(|(_, branch)| *branch)
    }
}

impl Element {
    /// The word it is, if it is a single one.
    pub fn word(&self) -> Option<Key> {
        match self {
            Element::Word(key) => Some(*key),
            _ => None,
        }
    }

    /// The words that every match of the element begins with one of; `None` where it may begin with something else.
    fn openers(&self) -> Option<Vec<Key>> {
        match self {
            Element::Word(key) => Some(vec![*key]),
            Element::Lemma(lemma) => Some(lemma.forms.iter().map(|(key, _)| *key).collect()),
            Element::OneOf(choice) => Some(choice.openers.as_deref()?.iter().map(|(key, _)| *key).collect()),
            Element::Class(_)
            | Element::Any { .. }
            | Element::Actor { .. }
            | Element::Optional(_)
            | Element::Trigger(_) => None,
        }
    }
}

/// One alternative of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// In written order; exactly one is a [`Element::Trigger`] and it stands at the top level.
    pub elements: Vec<Element>,
    /// Where the trigger stands in `elements`.
    pub trigger: usize,
    /// The elements as the rule writes them.
    pub written: Vec<Box<str>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn branches_by_their_first_words() {
        let word = |w: &str| Element::Word(Key::of(w));
        let choice = Choice::new(vec![
            vec![word("take"), word("part")],
            vec![word("attend")],
            vec![Element::OneOf(Choice::new(vec![vec![word("join")], vec![word("take")]]))],
        ]);
        let begun_by = |w: &str| choice.begun_by(Key::of(w)).collect::<Vec<_>>();
        assert!(choice.begins_with_word());
        assert_eq!((begun_by("take"), begun_by("join"), begun_by("part")), (vec![0, 2], vec![2], vec![]));
        assert!(!Choice::new(vec![vec![word("a")], vec![]]).begins_with_word());
    }
}
