//! Parts that act for the whole: a firm's unit for the firm, the administration of a person for the country.

use crate::clause::GroupKind;
use crate::gazetteer::EntityType;
use crate::mention::EntityId;
use crate::text::TokenRange;

use super::super::Actor;
use super::Resolver;

impl Resolver<'_> {
    /// "the Lee administration", "the Lee government": the person whose name stands right before what governs for him.
    pub(super) fn ruler(&self, tokens: TokenRange, head: usize) -> Option<EntityId> {
        let governs = matches!(self.text.word(head), "administration" | "government" | "cabinet" | "regime");
        let (_, mention) = self.mention_at(head.checked_sub(1).filter(|&i| governs && tokens.contains(i))?)?;
        let person = self.mentions.entity(mention.entity).entity_type == EntityType::Person;
        person.then_some(mention.entity)
    }

    /// "its steel unit", "Acme's Italian arm", "a subsidiary of Acme": a part of a firm that has no name acts for the firm.
    pub(super) fn parent(&self, g: usize) -> Option<(Actor, usize)> {
        let group = self.syntax.groups[g];
        if !PARTS.contains(&self.text.word(group.head as usize)) {
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
}

/// Parts of a firm that act for it.
const PARTS: [&str; 9] =
    ["unit", "units", "subsidiary", "subsidiaries", "division", "divisions", "arm", "affiliate", "affiliates"];
