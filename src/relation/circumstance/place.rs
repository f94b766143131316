//! Where: what is named behind "in" or "at" in the clause of the trigger, or "here".

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::clause::{GroupKind, Verb, VerbForm, lexical};
use crate::gazetteer::{EntityType, Kind};
use crate::mention::{EntityId, Form, Mention};
use crate::text::{Key, Tag, inflect};

use super::Scene;
use super::date::is_gathering;

impl Scene<'_> {
    /// The place of the event: named after "in" or "at" in the trigger's clause, or that of the dateline where the clause
    /// says "here". `contact` tells whether people meet.
    pub(crate) fn place(
        &self,
        actors: &[EntityId],
        dateline: Option<(EntityId, u32)>,
        contact: bool,
    ) -> Option<(EntityId, u32)> {
        let g = self.syntax.group_of(self.trigger.start as usize);
        let clause = self.syntax.groups[g].clause;
        let (first, last) = self.segment(g);
        let mut best: Option<(usize, (EntityId, u32))> = None;
        for (k, group) in self.syntax.groups.iter().enumerate() {
            // "a deal signed in Lima"
            let own = group.clause == clause && (first..=last).contains(&k);
            if !own && (group.kind != GroupKind::Noun || !self.is_held(g, k)) {
                continue;
            }
            let found = match group.kind {
                GroupKind::Noun => group.preposition.and_then(|p| self.named_at(g, p as usize, k, contact)),
                GroupKind::Adverb if self.text.word(group.head as usize) == "here" => dateline,
                _ => None,
            };
            let Some(found) = found else { continue };
            let distance = if k > g { (k - g) * 2 } else { (g - k) * 3 };
            // A country that takes part is rarely the place as well, unless nothing else is named.
            let distance = distance + if actors.contains(&found.0) { 20 } else { 0 };
            if best.is_none_or(|(d, _)| distance < d) {
                best = Some((distance, found));
            }
        }
        best.map(|(_, found)| found)
    }

    /// The place named by the group `k` behind the preposition `p`, where it may be that of the trigger `g`.
    fn named_at(&self, g: usize, p: usize, k: usize, contact: bool) -> Option<(EntityId, u32)> {
        if !self.is_at(p) || self.is_of_a_thing(g, p, contact) {
            return None;
        }
        let (m, mention) = self.mention_at(self.syntax.groups[k].head as usize)?;
        (mention.form != Form::Demonym && self.is_place(mention.entity)).then_some((mention.entity, m))
    }

    /// "strikes in Peru clouded talks", "a deal for plants in Peru", "the envoy in Peru met": whether the preposition `p` says
    /// where the noun before it is, not where the trigger `g` took place.
    fn is_of_a_thing(&self, g: usize, p: usize, contact: bool) -> bool {
        let Some(noun) = p.checked_sub(1).filter(|&k| k != g) else { return false };
        let group = self.syntax.groups[noun];
        let head = self.text.key(group.head as usize);
        let named = matches!(self.syntax.tag(group.head as usize), Tag::Name | Tag::Names | Tag::Number);
        let named = named && !is_posted(head);
        let own = named || is_gathering(head) || lexical::is_shared(head) || lexical::is_time(head) || is_paper(head);
        // "in a room in the palace"
        let inner = group.preposition.is_some_and(|p| self.is_at(p as usize));
        // "met striking miners in Lima": there they met; "met the ambassador in Lima Bo Ek" says where his office is.
        // "held talks on a plan to build plants in Peru" says where they are built.
        let infinitive = |v: &Verb| v.form == VerbForm::Infinitive && (g + 1..p).contains(&(v.group as usize));
        let met = contact && p > g && !is_posted(head) && !self.syntax.verbs.iter().any(infinitive);
        let dated = p > g && self.is_dated(p);
        group.kind == GroupKind::Noun && !own && !inner && !met && !dated
    }

    /// "in Lima on Friday": whether a date stands behind what the preposition `p` brings; the two say when and where alike.
    fn is_dated(&self, p: usize) -> bool {
        let behind = self.syntax.groups.get(p + 2..).unwrap_or_default().iter();
        let next = behind.map(|k| k.kind).find(|kind| *kind != GroupKind::Preposition);
        next == Some(GroupKind::Date)
    }

    /// Whether a preposition may say where: "in" or "at"; not "in the presence of".
    fn is_at(&self, p: usize) -> bool {
        let preposition = self.syntax.groups[p];
        preposition.tokens.len() == 1
            && const { Key::each(["in", "at"]) }.contains(&self.text.key(preposition.head as usize))
    }

    fn mention_at(&self, token: usize) -> Option<(u32, &Mention)> {
        let at = self.mentions.mentions.partition_point(|m| m.tokens.end as usize <= token);
        let mention = self.mentions.mentions.get(at).filter(|m| m.tokens.contains(token))?;
        Some((at as u32, mention))
    }

    /// Whether people can meet at a place; "peace in the Middle East" is no place for that.
    fn is_place(&self, entity: EntityId) -> bool {
        let entity = self.mentions.entity(entity);
        let vague = |kind: Kind| match kind {
            Kind::Continent | Kind::Water => true,
            Kind::Region => entity.country.is_none(),
            _ => false,
        };
        entity.entity_type == EntityType::Place && entity.entry.is_none_or(|e| !vague(self.gazetteer.kind(e)))
    }
}

/// Nouns of those who are sent to a place.
fn is_posted(noun: Key) -> bool {
    static FORMS: LazyLock<FxHashSet<Key>> =
        LazyLock::new(|| inflect::noun_keys("ambassador envoy consul representative attache correspondent"));
    FORMS.contains(&noun)
}

/// Nouns of what is signed at a place, and of being somewhere.
fn is_paper(noun: Key) -> bool {
    static FORMS: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
        inflect::noun_keys(
            "declaration document protocol communique statement paper charter letter stay visit trip tour",
        )
    });
    FORMS.contains(&noun)
}
