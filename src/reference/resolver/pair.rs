//! "both", "the two leaders": the two whom the text leaves no doubt about.

use crate::gazetteer::EntityType;
use crate::mention::EntityId;
use crate::text::Key;

use super::super::discourse::is_state;
use super::super::vocabulary::Calling;
use super::super::{Actor, Anchor, Via};
use super::{Resolved, Resolver};

impl<'a> Resolver<'a> {
    /// "both", "the two", "the pair" alone.
    pub(super) fn quantified(&self, g: usize, resolved: &mut Resolved) {
        let group = self.syntax.groups[g];
        let key = self.text.key(group.head as usize);
        if key == const { Key::of_ascii("both") }
            || key == const { Key::of_ascii("two") } && group.tokens.len() == 2
            || key == const { Key::of_ascii("pair") }
            || key == const { Key::of_ascii("duo") }
        {
            let nominal = |entity| Actor { entity, anchor: Anchor::Words(group.tokens), via: Some(Via::Nominal) };
            resolved.actors = self.pair(Calling::Side).into_iter().map(nominal).collect();
        }
    }

    /// The two who last acted together, as persons or as the states they speak for.
    pub(super) fn pair(&self, calling: Calling) -> Vec<EntityId> {
        let person = |e: &EntityId| self.mentions.entity(*e).entity_type == EntityType::Person;
        for together in self.discourse.together().filter(|t| t.len() == 2) {
            let together: Vec<EntityId> = together.iter().map(|a| a.entity).collect();
            let persons = together.iter().filter(|e| person(e)).count();
            match calling {
                Calling::Office | Calling::Human if persons == 2 => return together,
                Calling::Side if persons != 1 => return together,
                Calling::Organization if persons == 0 => return together,
                Calling::State | Calling::Body => {
                    let mut states: Vec<EntityId> =
                        together.iter().filter_map(|e| self.discourse.country(*e)).collect();
                    states.dedup();
                    if states.len() == 2 {
                        return states;
                    }
                }
                _ => {}
            }
        }
        Vec::new()
    }

    /// "the two countries": the two states, bodies or persons named in this sentence before the words or, of none, in the
    /// nearest sentence that names any; nobody where it names more.
    pub(super) fn two_before(&self, token: usize, calling: Calling) -> Vec<EntityId> {
        let person = matches!(calling, Calling::Office | Calling::Human);
        let fits = |entity: EntityId| match self.mentions.entity(entity).entity_type {
            EntityType::Person => person,
            EntityType::Organization => matches!(calling, Calling::Organization | Calling::Side | Calling::Body),
            EntityType::Place => !person && calling != Calling::Organization && self.kind(entity).is_some_and(is_state),
        };
        let sentence = self.text.sentence_of(token);
        for s in (sentence.saturating_sub(3)..=sentence).rev() {
            let mut found: Vec<EntityId> = Vec::new();
            for m in self.mentions.within(self.text.sentences[s].tokens) {
                let mention = &self.mentions.mentions[m];
                if mention.tokens.start as usize >= token {
                    break;
                }
                if let Some(actor) = self.acting(m as u32, mention)
                    && fits(actor.entity)
                    && !found.contains(&actor.entity)
                {
                    found.push(actor.entity);
                }
            }
            match found.len() {
                0 | 1 => {}
                2 => return found,
                _ => break,
            }
        }
        Vec::new()
    }
}
