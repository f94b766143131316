//! What hangs on a description: "the presidents of A and B", "envoys from Peru", "countries including A and B".

use std::ops::ControlFlow;

use crate::clause::{Group, GroupKind};
use crate::gazetteer::EntityType;
use crate::mention::Mention;

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
        let (word, last, listed) = self.complement_opener(g, plural)?;
        let mut actors = Vec::new();
        let mut k = last + 1;
        let mut end = None;
        while let Some(noun) = groups.get(k).filter(|n| n.kind == GroupKind::Noun) {
            let head = noun.head as usize;
            // "from the Kansai region of Japan"
            let region = REGIONS.contains(&self.text.word(head)) && self.text.word(noun.tokens.end as usize) == "of";
            if let Some((m, mention)) =
                groups.get(k + 2).filter(|_| region).and_then(|n| self.mention_at(n.head as usize))
            {
                self.add(&mut actors, self.acting(m, mention));
                end = Some(k + 3);
                break;
            }
            let Some((m, mention)) = self.mention_at(head).or_else(|| self.called_body(k)) else {
                let calling = calling_of(self.text.key(head));
                let field = !listed && actors.is_empty() && calling.is_none();
                match self.whose_field(k).filter(|_| field) {
                    // "the director of operations of the World Bank"
                    Some((_, m, mention)) if self.is_organization(mention.entity) => {
                        self.add(&mut actors, self.acting(m, mention));
                        end = Some(k + 3);
                        break;
                    }
                    // "the ministers of trade of Peru and Chile"
                    Some(("of", _, mention)) if self.is_place(mention.entity) => {
                        k += 2;
                        continue;
                    }
                    _ => {}
                }
                // "15 countries including the ten members (A, B and C)", "officials from both countries"
                if calling.is_some_and(|(calling, many)| many || plural && self.is_named_arm(k, calling)) {
                    let inner = self.group(k);
                    if !inner.actors.is_empty() {
                        end = Some(inner.end);
                        actors.extend(inner.actors);
                    }
                }
                break;
            };
            // "leaders including A and B" may be persons, "the ministers of A and B" not.
            if self.is_person(mention.entity) && !listed {
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
        Some((actors, end?, listed)).filter(|(actors, ..)| !actors.is_empty())
    }

    /// "the Peruvian parliament", "Peru's central bank": a part of a state that has the name of the state in its own group.
    fn is_named_arm(&self, k: usize, calling: Calling) -> bool {
        let named = !self.mentions.within(self.syntax.groups[k].tokens).is_empty();
        named && (calling == Calling::Body || self.is_public(k, calling, false))
    }

    /// "countries including", "the three states (", "five partners, namely"; "envoys from": the word that opens what hangs on a
    /// description and the last group before it, and whether all of those described are listed then.
    fn complement_opener(&self, g: usize, plural: bool) -> Option<(&str, usize, bool)> {
        let groups = &self.syntax.groups;
        let p = self.past_field(g).filter(|_| plural).unwrap_or(g + 1);
        let opener = groups.get(p)?;
        let first = |k: usize| groups.get(k).map_or("", |k| self.text.word(k.tokens.start as usize));
        let word = first(p);
        let last = match opener.kind {
            _ if !plural => None,
            GroupKind::Preposition => matches!(word, "including" | "such" | "like").then_some(p),
            GroupKind::Open | GroupKind::Break => Some(p),
            GroupKind::Comma => {
                let next = p + 1;
                let among = first(next) == "among" && matches!(first(next + 1), "them" | "these");
                let told = matches!(first(next), "namely" | "including") || self.is_spelt_out(g, next);
                let noun = groups.get(next).is_some_and(|n| n.kind == GroupKind::Noun);
                (among || told).then_some(next + usize::from(among) - usize::from(noun))
            }
            _ => None,
        };
        if let Some(last) = last {
            return Some((word, last, true));
        }
        let hangs = opener.kind == GroupKind::Preposition && matches!(word, "of" | "from" | "for" | "in" | "to" | "at");
        hangs.then_some((word, p, false))
    }

    /// "operations of the World Bank": the preposition and the name that hang on the noun of group `k`.
    fn whose_field(&self, k: usize) -> Option<(&str, u32, &Mention)> {
        let of = self.syntax.groups.get(k + 1).filter(|p| p.kind == GroupKind::Preposition)?;
        let word = self.text.word(of.tokens.start as usize);
        let whose = self.syntax.groups.get(k + 2).filter(|n| n.kind == GroupKind::Noun)?;
        let (m, mention) = self.mention_at(whose.head as usize)?;
        matches!(word, "of" | "at" | "for").then_some((word, m, mention))
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
