//! Parts that act for the whole: a firm's unit for the firm, the administration of a person for the country.

use crate::clause::GroupKind;
use crate::mention::EntityId;
use crate::text::{Key, Token, TokenRange};

use super::super::Actor;
use super::Resolver;

impl Resolver<'_> {
    /// "the Lee administration", "the Lee government": the person whose name stands right before what governs for him.
    pub(super) fn ruler(&self, tokens: TokenRange, head: usize) -> Option<EntityId> {
        let governs = matches!(self.text.word(head), "administration" | "government" | "cabinet" | "regime");
        let (_, mention) = self.mention_at(head.checked_sub(1).filter(|&i| governs && tokens.contains(i))?)?;
        let person = self.is_person(mention.entity);
        person.then_some(mention.entity)
    }

    /// "Acme's steel unit": whether a noun group calls one part of a firm.
    pub(super) fn is_unit(&self, g: usize) -> bool {
        UNITS.contains(&self.text.word(self.syntax.groups[g].head as usize))
    }

    /// "its steel unit", "Acme's Italian arm", "a subsidiary of Acme": a part of a firm that has no name acts for the firm.
    pub(super) fn parent(&self, g: usize) -> Option<(Actor, usize)> {
        let group = self.syntax.groups[g];
        if !calls_units(self.text.word(group.head as usize)) {
            return None;
        }
        let firm = |actors: &[Actor]| match actors {
            [one] if self.is_organization(one.entity) => Some(Actor::nominal(one.entity, group.tokens)),
            _ => None,
        };
        if !group.owner.is_empty() {
            return firm(&self.owner(g, group.owner.end as usize)).map(|owner| (owner, g + 1));
        }
        let of = self.syntax.groups.get(g + 1).filter(|p| p.kind == GroupKind::Preposition)?;
        let whole = self.syntax.groups.get(g + 2).filter(|n| self.is_named(n.head as usize))?;
        let parted = self.text.word(of.tokens.start as usize) == "of" && whole.preposition == Some(g as u32 + 1);
        firm(&self.group(g + 2).actors).filter(|_| parted).map(|owner| (owner, g + 3))
    }

    /// "Acme's Best Iron unit", "Best Iron, a steel arm of Acme", "Acme and its Best Iron (BI) subsidiary": whether
    /// one of the names of a body among some tokens says that it is a part of another.
    pub fn is_part_of(&self, part: EntityId, whole: EntityId, among: TokenRange) -> bool {
        let parts = |i: usize| calls_units(self.text.word(i));
        let bears = |m: usize| self.mentions.mentions.get(m).is_some_and(|m| m.entity == whole);
        self.discourse.names_of(part).iter().any(|&m| {
            let (m, tokens) = (m as usize, self.mentions.mentions[m as usize].tokens);
            if !among.contains(tokens.start as usize) {
                return false;
            }
            let (first, mut end) = (tokens.start as usize, tokens.end as usize);
            if self.text.key(end) == const { Key::of_ascii("(") } {
                end += 3;
            }
            if parts(end) {
                let owner = first.checked_sub(1).map_or("", |i| self.text.word(i));
                let sentence = self.text.sentences[self.text.sentence_of(first)].tokens;
                let mut before = self.mentions.within(TokenRange::new(sentence.start as usize, first));
                let other = |m: usize| !bears(m) && self.is_organization(self.mentions.mentions[m].entity);
                return match owner {
                    "'s" | "’s" | "'" | "’" => m > 0 && bears(m - 1),
                    // "Acme says that Corden will buy its Best Iron unit": of either.
                    "its" => before.clone().any(bears) && !before.any(other),
                    _ => false,
                };
            }
            let apposed = self.text.key(end) == const { Key::of_ascii(",") };
            // "Acme, bought by a unit of Corden,"
            let says = |i: usize| {
                let word = |t: &Token| t.is_word() && self.text.word(i) != "by";
                self.text.tokens.get(i).is_some_and(|t| word(t) || self.text.word(i) == "-")
            };
            let mut said = (end + 1..end + 1 + LONGEST_PART).take_while(|&i| says(i));
            let of = |i: usize| parts(i) && self.text.key(i + 1) == const { Key::of_ascii("of") };
            apposed && said.any(of) && bears(m + 1)
        })
    }
}

/// "Acme, a wholly owned steel unit": most words from the comma to what a firm is.
const LONGEST_PART: usize = 6;

/// Parts of a firm that act for it.
pub(super) const UNITS: [&str; 5] = ["affiliate", "arm", "division", "subsidiary", "unit"];

/// Several of them; "its arms" are weapons.
const SEVERAL_UNITS: [&str; 4] = ["affiliates", "divisions", "subsidiaries", "units"];

/// Whether a word calls one or several parts of a firm, or its board.
fn calls_units(word: &str) -> bool {
    UNITS.contains(&word) || SEVERAL_UNITS.contains(&word) || word == "board"
}
