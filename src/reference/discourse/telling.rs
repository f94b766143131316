//! What was told so far, which others may refer to: "the deal", "they", "its partner".

use super::Discourse;
use crate::mention::EntityId;
use crate::reference::Actor;
use crate::text::TokenRange;

/// "the deal" is one told at most this many sentences before.
const FARTHEST_TELLING: usize = 15;

/// "we" are the speaker and those told of at most this many sentences before.
const FARTHEST_PARTNERS: usize = 4;

/// "we" are no more than these; the members of a bloc do not speak as one.
const MOST_PARTNERS: usize = 3;

/// CAMEO codes of aid begin so.
const AID: &str = "07";

/// A relation as others may refer to it.
#[derive(Clone, Debug)]
pub struct Telling {
    /// Number of its type.
    pub relation: usize,
    /// Its CAMEO code.
    pub code: Box<str>,
    /// The sentence that tells it.
    pub sentence: usize,
    /// The words that tell it.
    pub trigger: TokenRange,
    /// Who took part.
    pub actors: Vec<Actor>,
    /// The persons who took part themselves or spoke for these; empty where others than persons are named.
    pub persons: Vec<EntityId>,
    /// It was told as planned: what is told of it again is to come as well.
    pub planned: bool,
    /// It was told as possible: considered, offered, sought.
    pub possible: bool,
    /// It was denied.
    pub denied: bool,
}

impl Discourse {
    /// Notes what was told last.
    pub fn note(&mut self, telling: Telling) {
        self.together.push(telling);
    }

    /// Who acted together, the persons rather than the states they spoke for, and in which sentence that was told, the
    /// latest first; on request but those of whom one helped the other.
    pub fn together(&self, equals: bool) -> impl Iterator<Item = (usize, Vec<EntityId>)> {
        let told = self.together.iter().rev().filter(move |t| !(equals && t.code.starts_with(AID)));
        told.map(|t| {
            let all =
                if t.persons.is_empty() { t.actors.iter().map(|a| a.entity).collect() } else { t.persons.clone() };
            (t.sentence, all)
        })
    }

    /// Whether a relation was told so few sentences before that words may refer to it.
    pub fn has_told(&self, sentence: usize) -> bool {
        self.together.last().is_some_and(|t| sentence <= t.sentence + FARTHEST_TELLING)
    }

    /// The relations told so few sentences before that words may refer to them, the latest first.
    pub fn recent(&self, sentence: usize) -> impl Iterator<Item = &Telling> + Clone {
        self.together.iter().rev().take_while(move |t| sentence <= t.sentence + FARTHEST_TELLING)
    }

    /// Who acted together in the last relation, told few sentences before, that this one took part in.
    pub fn with(&self, one: EntityId, sentence: usize) -> &[Actor] {
        let near = self.together.iter().rev().take_while(|t| sentence <= t.sentence + FARTHEST_PARTNERS);
        let of_few = |t: &&Telling| t.actors.len() <= MOST_PARTNERS && t.actors.iter().any(|a| a.entity == one);
        near.filter(of_few).map(|t| t.actors.as_slice()).next().unwrap_or(&[])
    }
}
