//! Binds whose the thing told of is: "the Pope's trip", "Peru's Chile pact", "a firm whose work includes a contract".

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::clause::GroupKind;
use crate::gazetteer::EntityType;
use crate::mention::is_kin;
use crate::reference::{Actor, Via};
use crate::rule::Role;
use crate::text::{Key, Tag, inflect};

use super::{Binding, Walk};

/// Who stands apart from, or against, those whose they are.
static OTHERS: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    inflect::noun_keys("client competitor creditor customer enemy foe opponent rebel rival shareholder stockholder")
});

impl Walk<'_> {
    /// "the Pope's trip": the owner goes on it, not the subject of the clause.
    pub(super) fn is_owned(&self) -> bool {
        let syntax = self.resolver.syntax;
        let group = &syntax.groups[self.frame.groups[self.cells[self.trigger.0].slot as usize] as usize];
        if group.owner.is_empty() {
            return false;
        }
        // "During his visit, Lee and his host signed": his alone, not that of both.
        let several = self.frame.subject.iter().any(|&g| syntax.groups[g as usize].kind == GroupKind::Coordinator);
        let owner = group.owner.end as usize - 1;
        let his = || matches!(self.resolver.text.word(owner), "his" | "her" | "His" | "Her");
        syntax.tag(owner) == Tag::Possessive
            || several && his() && !self.resolver.owner(self.group_number(), owner + 1).is_empty()
    }

    /// Binds those who own the thing that the clause is about.
    pub(super) fn bind_owner(&mut self, role: Role) -> bool {
        let Some(&first) = self.frame.subject.first() else { return false };
        let (syntax, resolver) = (self.resolver.syntax, self.resolver);
        let group = &syntax.groups[first as usize];
        let opener = syntax.before(first as usize).map(|k| syntax.groups[k].tokens.start as usize);
        let owned = !group.owner.is_empty() || opener.is_some_and(|i| resolver.text.word(i) == "whose");
        let mut actors = if owned { resolver.owner(first as usize, group.head as usize) } else { Vec::new() };
        let Some(spec) = self.rule.roles.iter().find(|s| s.role == role) else { return false };
        actors.retain(|a| spec.types.contains(&resolver.mentions.entity(a.entity).entity_type));
        let found = !actors.is_empty();
        if found {
            self.bindings.push(Binding { role, actors });
        }
        found
    }

    pub(super) fn owner(&mut self, role: Role, p: usize) -> bool {
        let Some(group) = self.group(p).filter(|g| g.kind == GroupKind::Noun) else { return false };
        // "visited her husband", "armed Peru's rebels": them, not her, not Peru.
        let head = group.head as usize;
        if !self.covers_trigger(p)
            && (is_kin(self.resolver.text.word(head)) || OTHERS.contains(&self.resolver.text.key(head)))
        {
            return false;
        }
        let g = self.frame.groups[self.cells[p].slot as usize];
        let until =
            if self.covers_trigger(p) { self.cells[self.trigger.0].token as usize } else { group.head as usize };
        let mut actors = match role {
            // "his Beijing visit": the owner goes, to what stands between.
            Role::Destination if !group.owner.is_empty() && self.covers_trigger(p) => {
                self.resolver.modifiers(g as usize, until)
            }
            _ => self.resolver.owner(g as usize, until),
        };
        if role == Role::Participant && self.covers_trigger(p) && !self.rule.is_contact() {
            self.join_partner(g as usize, until, &mut actors);
        }
        let Some(spec) = self.rule.roles.iter().find(|s| s.role == role) else { return false };
        actors.retain(|a| spec.types.contains(&self.resolver.mentions.entity(a.entity).entity_type));
        if actors.is_empty() || self.covers_trigger(p) && self.is_nation(&actors) {
            return false;
        }
        // "Lee flew to Peru … Lee's visit": one of those who were told of before.
        if !self.rule.again.is_empty() {
            let told = |a: &Actor| self.bindings.iter().flat_map(|b| &b.actors).any(|o| o.entity == a.entity);
            return actors.iter().all(told);
        }
        self.bindings.push(Binding { role, actors });
        true
    }

    /// "its new Acme contract", "Peru's Chile pact": who has it, and with whom; but "its EU accord with Peru".
    fn join_partner(&self, g: usize, until: usize, owners: &mut Vec<Actor>) {
        let (resolver, syntax) = (self.resolver, self.resolver.syntax);
        let of_two = const { Key::each(["venture", "ventures"]) };
        let beside = resolver.is_named(until.saturating_sub(1));
        // "its Best Iron venture" is called so.
        if !beside || syntax.groups[g].head as usize != until || of_two.contains(&resolver.text.key(until)) {
            return;
        }
        let follows = syntax.groups.get(g + 1).is_some_and(|p| {
            matches!(resolver.text.word(p.tokens.start as usize), "with" | "between" | "among" | "of" | "to" | "by")
        });
        if syntax.groups[g].owner.is_empty() || owners.is_empty() || follows {
            return;
        }
        let type_of = |a: &Actor| resolver.mentions.entity(a.entity).entity_type;
        let states = owners.iter().all(|a| type_of(a) == EntityType::Place);
        let partners = resolver.modifiers(g, until).into_iter().filter(|a| match type_of(a) {
            EntityType::Organization => true,
            EntityType::Place => states && resolver.is_state(a.entity),
            EntityType::Person => false,
        });
        for partner in partners {
            if owners.iter().all(|a| a.entity != partner.entity) {
                owners.push(partner);
            }
        }
    }

    /// "Acme, the Peruvian partner in the venture": the nation of a firm is no partner of it.
    fn is_nation(&self, owners: &[Actor]) -> bool {
        let partner = const { Key::each(["partner", "partners"]) };
        let called = partner.contains(&self.resolver.text.key(self.cells[self.trigger.0].token as usize));
        let body = |a: &Actor| self.resolver.mentions.entity(a.entity).entity_type == EntityType::Organization;
        called
            && owners.iter().all(|a| a.via == Some(Via::Demonym))
            && self.bindings.iter().flat_map(|b| &b.actors).any(body)
    }
}
