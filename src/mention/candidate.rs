//! Readings of a stretch of capitalised words, and the choice among those that overlap.

use crate::gazetteer::{EntityType, NameId};

use super::source::Pattern;

/// What a candidate would be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    /// A name.
    Name,
    /// The adjective or people of a place.
    Demonym,
    /// A title in front of a person's name.
    Title,
    /// An event, law, work or product: no name here, and what lies within it is none either.
    Event,
}

/// Evidence for each type of name, by the number of [`EntityType`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Votes(pub(super) [i16; 3]);

impl Votes {
    pub(super) const PERSON: usize = EntityType::Person as usize;
    pub(super) const PLACE: usize = EntityType::Place as usize;
    pub(super) const ORGANIZATION: usize = EntityType::Organization as usize;

    /// So many votes for one type.
    pub(super) fn of(entity_type: usize, weight: i16) -> Votes {
        let mut votes = Votes::default();
        votes.0[entity_type] = weight;
        votes
    }

    /// For each type the sum of the two.
    pub(super) fn add(&mut self, other: Votes) {
        self.0.iter_mut().zip(other.0).for_each(|(own, more)| *own = own.saturating_add(more));
    }

    /// For each type the greater of the two.
    pub(super) fn max(&mut self, other: Votes) {
        self.0.iter_mut().zip(other.0).for_each(|(own, more)| *own = (*own).max(more));
    }

    /// The type with most votes, and how many.
    pub(super) fn best(self) -> (EntityType, i16) {
        let mut best = (EntityType::Person, i16::MIN);
        for entity_type in EntityType::ALL {
            if self.0[entity_type as usize] > best.1 {
                best = (entity_type, self.0[entity_type as usize]);
            }
        }
        best
    }
}

/// One reading of the tokens `start..end`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) start: u32,
    pub(super) end: u32,
    /// How much the text gains by this reading.
    pub(super) weight: i32,
    pub(super) role: Role,
    pub(super) votes: Votes,
    /// Types of which a list knows the name without need of support, one bit each.
    pub(super) listed: u8,
    pub(super) name: Option<NameId>,
    pub(super) pattern: Option<Pattern>,
}

impl Candidate {
    /// A candidate without name, pattern and evidence.
    pub(super) fn new(start: u32, end: u32, weight: i32, role: Role) -> Candidate {
        Candidate { start, end, weight, role, votes: Votes::default(), listed: 0, name: None, pattern: None }
    }

    /// With a pattern and the evidence it gives.
    pub(super) fn with(self, pattern: Pattern, votes: Votes) -> Candidate {
        Candidate { pattern: Some(pattern), votes, ..self }
    }
}

/// Adds a candidate; two of one role over the same tokens become one with the evidence of both.
pub(super) fn push(candidates: &mut Vec<Candidate>, new: Candidate) {
    let twin = candidates.iter_mut().rev().find(|c| (c.start, c.end, c.role) == (new.start, new.end, new.role));
    match twin {
        Some(old) => {
            old.weight = old.weight.max(new.weight);
            old.votes.add(new.votes);
            old.listed |= new.listed;
            old.name = old.name.or(new.name);
            old.pattern = old.pattern.or(new.pattern);
        }
        None => candidates.push(new),
    }
}

/// Buffers of [`cover`].
#[derive(Clone, Debug, Default)]
pub(super) struct Cover {
    /// Best sum of weights of what ends before each token, and the candidate that ends there.
    best: Vec<(i32, u32)>,
}

const NOBODY: u32 = u32::MAX;

/// Chooses the candidates that do not overlap and weigh most together; they are left in `candidates`, in order.
pub(super) fn cover(candidates: &mut Vec<Candidate>, buffers: &mut Cover) {
    if candidates.len() < 2 {
        candidates.retain(|c| c.weight > 0);
        return;
    }
    // Equal weights: the longer first, then the earlier reading.
    candidates.sort_by_key(|c| (c.end, c.start, c.role));
    let first = candidates.iter().map(|c| c.start).min().unwrap_or_default();
    let last = candidates.iter().map(|c| c.end).max().unwrap_or_default();
    let best = &mut buffers.best;
    best.clear();
    best.push((0, NOBODY));
    let mut next = 0;
    for end in first + 1..=last {
        let mut here = (best[(end - first - 1) as usize].0, NOBODY);
        while let Some(c) = candidates.get(next).filter(|c| c.end == end) {
            let sum = best[(c.start - first) as usize].0 + c.weight;
            if sum > here.0 {
                here = (sum, next as u32);
            }
            next += 1;
        }
        best.push(here);
    }
    let mut chosen = 0;
    let mut at = last;
    while at > first {
        match best[(at - first) as usize].1 {
            NOBODY => at -= 1,
            number => {
                let c = &mut candidates[number as usize];
                at = c.start;
                // Marks the chosen one by a weight no other has.
                c.weight = i32::MAX;
                chosen += 1;
            }
        }
    }
    candidates.retain(|c| c.weight == i32::MAX);
    debug_assert_eq!(chosen, candidates.len());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(start: u32, end: u32, weight: i32) -> Candidate {
        Candidate::new(start, end, weight, Role::Name)
    }

    #[test]
    fn the_heaviest_cover_wins() {
        for (given, expected) in [
            (vec![(0, 2, 12), (1, 3, 15), (2, 3, 4)], vec![(0, 2), (2, 3)]),
            (vec![(0, 3, 20), (0, 1, 9), (1, 3, 9)], vec![(0, 3)]),
            (vec![(4, 5, -1)], vec![]),
            (vec![(4, 5, 3), (7, 9, 3), (8, 9, 1)], vec![(4, 5), (7, 9)]),
        ] {
            let mut candidates: Vec<_> = given.iter().map(|&(s, e, w)| candidate(s, e, w)).collect();
            cover(&mut candidates, &mut Cover::default());
            let spans: Vec<_> = candidates.iter().map(|c| (c.start, c.end)).collect();
            assert_eq!(spans, expected, "{given:?}");
        }
    }
}
