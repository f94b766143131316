//! What hangs on a description: "the presidents of A and B", "envoys from Peru", "countries including A and B".

use std::ops::ControlFlow;

use crate::clause::{Group, GroupKind};
use crate::gazetteer::EntityType;

use super::super::vocabulary::{Calling, calling_of};
use super::super::{Actor, Via};
use super::described::EXPERTS;
use super::{Resolved, Resolver};

/// Parts of a country that people come from.
const REGIONS: [&str; 7] = ["region", "province", "state", "city", "district", "north", "south"];

/// Parts of a state that act for it, several at a time.
const ARMS: [&str; 5] = ["agencies", "ministries", "departments", "commissions", "councils"];

impl Resolver<'_> {
    /// "envoys from Peru", "the ministers of A and B": adds those named behind a description to `named` and tells the group
    /// after them; breaks off with the whole answer where they are what is meant, or hold the office.
    pub(super) fn with_complement(
        &self,
        g: usize,
        calling: Calling,
        plural: bool,
        speaks: bool,
        named: &mut Vec<Actor>,
    ) -> ControlFlow<Resolved, usize> {
        let Some((places, after, listed)) = self.complement(g, plural) else { return ControlFlow::Continue(g + 1) };
        let group = self.syntax.groups[g];
        let head = group.head as usize;
        let opener = self.text.word(self.syntax.groups[g + 1].tokens.start as usize);
        let officially = |place: Actor| Some(Actor { via: place.via.or(Some(Via::Office)), ..place });
        // "the city of Tulsa"
        let region = matches!(calling, Calling::Region | Calling::State);
        if region && !plural && opener == "of" && places.len() == 1 {
            return ControlFlow::Break(Resolved { actors: places, end: after, named: true });
        }
        // "the ministries of A and B": one of each.
        if listed || plural && places.len() > 1 && ARMS.contains(&self.text.word(head)) {
            *named = places;
        } else if calling == Calling::Staff {
            // "nurses from the hospital", "doctors from Cuba"
            let from = opener == "from" && plural;
            for place in places.into_iter().filter(|a| self.is_organization(a.entity) || from) {
                self.add(named, officially(place));
            }
        } else if speaks {
            if calling == Calling::Office
                && !plural
                && let [of] = places[..]
                && let Some(person) = self.holder(head, of.entity)
            {
                let actors = vec![Actor::nominal(person, group.tokens)];
                return ControlFlow::Break(Resolved { actors, end: after, named: false });
            }
            // "European leaders in Brussels": where they are, once it is said whose they are.
            // "the Indian ambassador to Oman": to whom is no part of whose.
            let only_where = matches!(opener, "in" | "to");
            // "experts in Peru": nobody sent them.
            let there = only_where && EXPERTS.contains(&self.text.word(head));
            if named.is_empty() && !there || calling == Calling::Office && !only_where {
                places.into_iter().for_each(|place| self.add(named, officially(place)));
            }
        }
        ControlFlow::Continue(after)
    }

    /// "makers of rails | including A and B": behind what the noun is of, where that names nobody and some are named then.
    fn past_field(&self, g: usize) -> Option<usize> {
        let groups = &self.syntax.groups;
        let (of, field, next) = (groups.get(g + 1)?, groups.get(g + 2)?, groups.get(g + 3)?);
        let word = |k: &Group| self.text.word(k.tokens.start as usize);
        let hangs = of.kind == GroupKind::Preposition && matches!(word(of), "of" | "in" | "for" | "from");
        let nameless = field.kind == GroupKind::Noun && self.mentions.within(field.tokens).is_empty();
        let opener = if next.kind == GroupKind::Comma { groups.get(g + 4)? } else { next };
        let spells = opener.kind == GroupKind::Preposition && matches!(word(opener), "including" | "such" | "like");
        (hangs && nameless && spells).then_some(g + 3)
    }

    /// "of A, B and C", "from A and B" after an office or body: places and organizations, and the group after them.
    fn complement(&self, g: usize, plural: bool) -> Option<(Vec<Actor>, usize, bool)> {
        let groups = &self.syntax.groups;
        let mut p = self.past_field(g).filter(|_| plural).unwrap_or(g + 1);
        let opener = groups.get(p)?;
        let word = self.text.word(opener.tokens.start as usize);
        // "countries including A and B", "the three states (A, B and C)", "five partners, namely A"; "envoys from A"
        let whole = plural
            && match opener.kind {
                GroupKind::Preposition => matches!(word, "including" | "such" | "like"),
                GroupKind::Open | GroupKind::Break => true,
                GroupKind::Comma => {
                    p += 1;
                    let word = |k: usize| groups.get(k).map_or("", |k| self.text.word(k.tokens.start as usize));
                    let among = word(p) == "among" && matches!(word(p + 1), "them" | "these");
                    let ok = among || matches!(word(p), "namely" | "including") || self.is_spelt_out(g, p);
                    if ok && groups.get(p).is_some_and(|n| n.kind == GroupKind::Noun) {
                        p -= 1;
                    }
                    p += usize::from(among);
                    ok
                }
                _ => false,
            };
        if !whole
            && (opener.kind != GroupKind::Preposition || !matches!(word, "of" | "from" | "for" | "in" | "to" | "at"))
        {
            return None;
        }
        let mut actors = Vec::new();
        let mut k = p + 1;
        let mut end = None;
        while let Some(noun) = groups.get(k).filter(|n| n.kind == GroupKind::Noun) {
            // "from the Kansai region of Japan"
            let part = self
                .text
                .tokens
                .get(noun.tokens.end as usize)
                .is_some_and(|_| REGIONS.contains(&self.text.word(noun.head as usize)))
                && self.text.word(noun.tokens.end as usize) == "of";
            if let Some((m, mention)) =
                groups.get(k + 2).filter(|_| part).and_then(|n| self.mention_at(n.head as usize))
            {
                self.add(&mut actors, self.acting(m, mention));
                end = Some(k + 3);
                break;
            }
            let Some((m, mention)) = self.mention_at(noun.head as usize).or_else(|| self.called_body(k)) else {
                // "the director of operations of the World Bank"
                let again = groups.get(k + 1).is_some_and(|p| {
                    p.kind == GroupKind::Preposition
                        && matches!(self.text.word(p.tokens.start as usize), "of" | "at" | "for")
                });
                let field = !whole && actors.is_empty() && calling_of(self.text.key(noun.head as usize)).is_none();
                let body = groups.get(k + 2).filter(|n| again && field && n.kind == GroupKind::Noun);
                if let Some((m, mention)) = body.and_then(|n| self.mention_at(n.head as usize)) {
                    // "the ministers of trade of Peru and Chile"
                    let of = self.text.word(groups[k + 1].tokens.start as usize) == "of";
                    match self.mentions.entity(mention.entity).entity_type {
                        EntityType::Organization => {
                            self.add(&mut actors, self.acting(m, mention));
                            end = Some(k + 3);
                            break;
                        }
                        EntityType::Place if of => {
                            k += 2;
                            continue;
                        }
                        _ => {}
                    }
                }
                // "15 countries including the ten members (A, B and C)", "officials from both countries"
                let inner = if calling_of(self.text.key(noun.head as usize)).is_some_and(|(_, many)| many) {
                    self.group(k)
                } else {
                    Resolved::default()
                };
                if inner.actors.is_empty() {
                    break;
                }
                end = Some(inner.end);
                actors.extend(inner.actors);
                break;
            };
            // "leaders including A and B" may be persons, "the ministers of A and B" not.
            if self.is_person(mention.entity) && !whole {
                break;
            }
            self.add(&mut actors, self.acting(m, mention));
            end = Some(k + 1);
            let mut next = k + 1;
            while groups.get(next).is_some_and(|s| matches!(s.kind, GroupKind::Comma | GroupKind::Coordinator)) {
                next += 1;
            }
            // "Acme, a unit of Best Iron, and Cord": the comma closes what is said of Acme.
            let closes = actors.len() == 1 && next == k + 3 && groups[k + 1].kind == GroupKind::Comma;
            if next == k + 1 || closes {
                break;
            }
            k = next;
        }
        // "researchers at the institute"; "ministers at the palace" are only there.
        if word == "at" && !actors.iter().all(|a| self.is_organization(a.entity)) {
            return None;
        }
        Some((actors, end?, whole)).filter(|(actors, ..)| !actors.is_empty())
    }

    /// "the three other members, A, B and C": a list of names, as the noun would have them, right behind the comma.
    fn is_spelt_out(&self, g: usize, first: usize) -> bool {
        let head = self.syntax.groups[g].head as usize;
        let wanted = match calling_of(self.text.key(head)) {
            Some((Calling::State | Calling::Region, true)) => EntityType::Place,
            Some((Calling::Organization, true)) => EntityType::Organization,
            Some((Calling::Office | Calling::Human | Calling::Staff, true)) => EntityType::Person,
            _ => return false,
        };
        let mut joined = false;
        for group in &self.syntax.groups[first..] {
            match group.kind {
                GroupKind::Noun => {
                    let named = self.mention_at(group.head as usize);
                    if named.is_none_or(|(_, m)| self.mentions.entity(m.entity).entity_type != wanted) {
                        return false;
                    }
                    if joined {
                        return true;
                    }
                }
                GroupKind::Comma => {}
                GroupKind::Coordinator => joined = true,
                _ => return false,
            }
        }
        false
    }

    /// "the leaders of all parties": what follows says whose they are, and names nobody.
    pub(super) fn is_of_others(&self, g: usize) -> bool {
        let of = self.syntax.groups.get(g + 1).filter(|p| p.kind == GroupKind::Preposition);
        of.is_some_and(|p| matches!(self.text.word(p.tokens.start as usize), "of" | "from"))
    }
}
