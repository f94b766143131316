//! Actors for the elements of a pattern: at their place, as owner, as subject, as those told before.

use crate::clause::{GroupKind, lexical};
use crate::gazetteer::EntityType;
use crate::mention::EntityId;
use crate::reference::Actor;
use crate::reference::vocabulary::{Calling, calling_of};
use crate::rule::Role;
use crate::text::{Tag, TokenRange, flag};

use super::{Binding, Walk};

/// Words that tell an occasion or paper from the one told of before.
const OTHERS: [&str; 24] = [
    "annual",
    "weekly",
    "monthly",
    "quarterly",
    "yearly",
    "regular",
    "board",
    "cabinet",
    "council",
    "committee",
    "shareholder",
    "shareholders",
    "next",
    "previous",
    "earlier",
    "last",
    "future",
    "other",
    "another",
    "similar",
    "separate",
    "internal",
    "town",
    "public",
];

/// What a paper or meeting may be called without having been called so before.
const GENERAL: [&str; 26] = [
    "peace",
    "trade",
    "merger",
    "summit",
    "phone",
    "telephone",
    "video",
    "business",
    "day",
    "hour",
    "minute",
    "weekend",
    "week",
    "framework",
    "year",
    "month",
    "draft",
    "cooperation",
    "co-operation",
    "partnership",
    "takeover",
    "acquisition",
    "government",
    "ministry",
    "opening",
    "morning",
];

/// "a long meeting": most words between the two.
const FARTHEST_DETERMINER: usize = 4;

/// A partner is named at most this many groups behind "the deal".
const NEAREST_PARTNER: usize = 6;

impl<'a> Walk<'a> {
    /// Binds the list of actors at a slot; the slot after it.
    pub(super) fn bind(&mut self, role: Role, groups: &'a [u32], slot: usize, many: bool) -> Option<usize> {
        if slot >= groups.len() {
            return None;
        }
        let (mut actors, end) = self.lists.read(self.resolver, groups, slot, many);
        let spec = self.rule.roles.iter().find(|s| s.role == role)?;
        // "arrived in Amman": where others only tell of a place, a visit goes to it.
        if role == Role::Destination && actors.is_empty() {
            actors.extend(self.resolver.destination(groups[slot] as usize));
        }
        actors.retain(|a| spec.types.contains(&self.resolver.mentions.entity(a.entity).entity_type));
        // "welcomed Lee's decision to name Ek": what is welcomed is the decision.
        if slot > self.cells[self.trigger.0].slot as usize && self.resolver.is_effort(groups[slot] as usize) {
            actors.clear();
        }
        // "Peru will pull its ships out of Chile": nobody acts with himself, so whoever comes next.
        let bound = |a: &Actor| self.bindings.iter().flat_map(|b| &b.actors).any(|o| o.entity == a.entity);
        if actors.iter().all(bound) {
            self.unknown = true;
            return None;
        }
        self.bindings.push(Binding { role, actors });
        Some(end)
    }

    /// Whether the trigger is what the clause is about: "The talks with Ek were useful".
    pub(super) fn is_subject(&self) -> bool {
        let own = self.frame.groups[self.cells[self.trigger.0].slot as usize];
        self.frame.subject.first() == Some(&own)
    }

    /// Binds who says so in the same sentence; a person only where `persons` may be meant.
    pub(super) fn bind_speaker(&mut self, role: Role, persons: bool) -> bool {
        let syntax = self.resolver.syntax;
        let own = syntax.groups[self.frame.groups[self.cells[self.trigger.0].slot as usize] as usize].clause;
        let said = |v: &&crate::clause::Verb| {
            lexical::is_sayer(self.resolver.text.key(v.main as usize))
                && syntax.groups[v.group as usize].clause != own
                && v.link == crate::clause::Link::Main
        };
        let speaker = syntax.verbs.iter().find(said).and_then(|v| v.subject);
        let Some(speaker) = speaker else { return false };
        let actors = self.resolver.group(speaker as usize).actors;
        let Some(spec) = self.rule.roles.iter().find(|s| s.role == role) else { return false };
        let fits = |a: &Actor| {
            let entity_type = self.resolver.mentions.entity(a.entity).entity_type;
            spec.types.contains(&entity_type) && (persons || entity_type != EntityType::Person)
        };
        if actors.is_empty() || !actors.iter().all(fits) {
            return false;
        }
        self.bindings.push(Binding { role, actors });
        true
    }

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

    fn group_number(&self) -> usize {
        self.frame.groups[self.cells[self.trigger.0].slot as usize] as usize
    }

    /// "a tour, which included talks": the verb before the trigger says nothing of who acts.
    pub(super) fn tells_of_things(&self) -> bool {
        let verb = (0..self.trigger.0).rev().find(|&p| self.group(p).is_some_and(|g| g.kind == GroupKind::Verb));
        verb.and_then(|p| self.group(p))
            .is_some_and(|g| lexical::is_containing(self.resolver.text.key(g.head as usize)))
    }

    /// Whether a subject is somebody, if unknown: "the woman", "officials".
    pub(super) fn is_somebody(&self, subject: &[u32]) -> bool {
        let Some(&first) = subject.first() else { return false };
        let head = self.resolver.syntax.groups[first as usize].head as usize;
        calling_of(self.resolver.text.key(head)).is_some() || self.resolver.syntax.tag(head) == Tag::Pronoun
    }

    /// "a team responsible for talks": what an adjective takes is not what the subject does.
    pub(super) fn hangs_on_adjective(&self) -> bool {
        let syntax = self.resolver.syntax;
        let group = &syntax.groups[self.frame.groups[self.cells[self.trigger.0].slot as usize] as usize];
        let before = group.preposition.and_then(|p| syntax.before(p as usize));
        // "is interested in talks" is: its adjective follows a verb.
        let of_noun = |k: usize| syntax.before(k).is_some_and(|b| syntax.groups[b].kind == GroupKind::Noun);
        before.is_some_and(|k| syntax.groups[k].kind == GroupKind::Adjective && of_noun(k))
    }

    /// Binds those of the last event of the relation's type.
    pub(super) fn again(&mut self, role: Role) -> bool {
        let sentence = self.resolver.text.sentence_of(self.cells[self.trigger.0].token as usize);
        let Some((at, last)) = self.resolver.discourse.last(self.rule.relation, &self.rule.again, sentence) else {
            return false;
        };
        if self.is_another(last) || self.is_new_since(at, last) {
            return false;
        }
        self.bindings.push(Binding { role, actors: last.to_vec() });
        true
    }

    /// Binds the country the text is written from to the states bound before, where nobody else may act with them: "Talks
    /// with Peru were held".
    pub(super) fn home(&mut self, role: Role) -> bool {
        let (resolver, trigger) = (self.resolver, self.cells[self.trigger.0].token as usize);
        let discourse = resolver.discourse;
        let Some(home) = discourse.home() else { return false };
        let state = |e: EntityId| discourse.country(e) == Some(e) && e != home;
        let mut actors: Vec<Actor> = self.bindings.iter().flat_map(|b| b.actors.iter().copied()).collect();
        if actors.is_empty() || !actors.iter().all(|a| state(a.entity)) || self.is_of_no_state() {
            return false;
        }
        let home = Actor::nominal(home, TokenRange::new(trigger, trigger + 1));
        actors.push(home);
        if self.names_another(&actors) {
            return false;
        }
        self.bindings.push(Binding { role, actors: vec![home] });
        true
    }

    /// Whether who acts in the clause speaks for no state: "the firm", "they".
    fn is_of_no_state(&self) -> bool {
        let syntax = self.resolver.syntax;
        self.frame.subject.first().is_some_and(|&g| {
            let head = syntax.groups[g as usize].head as usize;
            let called = calling_of(self.resolver.text.key(head));
            let speaks = matches!(called, Some((Calling::Office | Calling::Body | Calling::State, _)));
            !speaks && (called.is_some() || syntax.tag(head) == Tag::Pronoun)
        })
    }

    /// Whether the sentence names a state, or a body of another state than theirs, that is none of these.
    fn names_another(&self, known: &[Actor]) -> bool {
        let resolver = self.resolver;
        resolver.mentions.within(resolver.syntax.sentence).any(|m| {
            let Some(acting) = resolver.acting(m as u32, &resolver.mentions.mentions[m]) else { return false };
            let person = resolver.mentions.entity(acting.entity).entity_type == EntityType::Person;
            let of = resolver.discourse.country(acting.entity).unwrap_or(acting.entity);
            !person && known.iter().all(|a| a.entity != of && a.entity != acting.entity)
        })
    }

    /// Whether the trigger's words tell of something else than what was told before: "the Louvre Accord", "the Lee deal",
    /// "the meeting of the Assembly".
    fn is_another(&self, last: &[Actor]) -> bool {
        let (syntax, text) = (self.resolver.syntax, self.resolver.text);
        let g = self.frame.groups[self.cells[self.trigger.0].slot as usize] as usize;
        // "the committee's meetings"
        let owner = syntax.groups[g].owner;
        if !owner.is_empty() && syntax.tag(owner.end as usize - 1) == Tag::Possessive {
            return true;
        }
        let head = &text.tokens[self.cells[self.trigger.0].token as usize];
        if head.has(flag::CAPITAL) && !head.has(flag::SENTENCE_START) && syntax.groups[g].tokens.len() > 1 {
            return true;
        }
        let words = || syntax.groups[g].tokens.range().map(|i| text.word(i));
        // "the annual meeting", "the next talks"
        if words().any(|w| OTHERS.contains(&w)) {
            return true;
        }
        // "the Eggleston meeting"
        let trigger = self.cells[self.trigger.0].token;
        let titled = (syntax.groups[g].tokens.start..trigger).any(|i| {
            let token = &text.tokens[i as usize];
            token.has(flag::CAPITAL) && !token.has(flag::SENTENCE_START) && !token.has(flag::QUOTED)
        });
        let known = self.resolver.mentions.within(TokenRange { start: syntax.groups[g].tokens.start, end: trigger });
        if titled && known.is_empty() {
            return true;
        }
        // "bilateral ties" are of two.
        if last.len() != 2 && words().any(|w| matches!(w, "bilateral" | "both" | "two" | "mutual")) {
            return true;
        }
        let strange = |tokens: TokenRange| {
            let mentions = self.resolver.mentions;
            mentions.within(tokens).any(|m| {
                let mention = &mentions.mentions[m];
                let known = |e: EntityId| last.iter().any(|a| a.entity == e);
                let acting = self.resolver.acting(m as u32, mention).map_or(mention.entity, |a| a.entity);
                !known(mention.entity) && !known(acting)
            })
        };
        let of = syntax.groups.get(g + 1).is_some_and(|p| {
            p.kind == GroupKind::Preposition && matches!(text.word(p.tokens.start as usize), "of" | "between" | "with")
        });
        // "the deal with the banks": others than those told of.
        let calls_many = |k: usize| {
            let head = syntax.groups[k].head as usize;
            syntax.tag(head) == Tag::Nouns
        };
        // "the truce signed in May between Peru and Chile", "our ties with others"
        let partner = |k: usize| {
            let (p, n) = (&syntax.groups[k], &syntax.groups[k + 1]);
            let with = matches!(text.word(p.tokens.start as usize), "between" | "with" | "among");
            let unknown = || self.resolver.group(k + 1).actors.is_empty() && calls_many(k + 1);
            p.kind == GroupKind::Preposition && with && n.kind == GroupKind::Noun && (strange(n.tokens) || unknown())
        };
        let near = g + 1..syntax.groups.len().saturating_sub(1).min(g + 1 + NEAREST_PARTNER);
        let apart =
            |k: &usize| matches!(syntax.groups[*k].kind, GroupKind::Break | GroupKind::Quote | GroupKind::Comma);
        // "to strengthen ties and win Turkish firms": with nothing that points back, those named here.
        let points = words().any(|w| {
            matches!(
                w,
                "the"
                    | "The"
                    | "this"
                    | "This"
                    | "that"
                    | "these"
                    | "their"
                    | "said"
                    | "such"
                    | "bilateral"
                    | "mutual"
                    | "both"
                    | "two"
                    | "joint"
            )
        });
        strange(syntax.groups[g].tokens)
            || !points && self.names_another_state(last)
            || of && syntax.groups.get(g + 2).is_some_and(|n| strange(n.tokens))
            || near.take_while(|k| !apart(k)).any(partner)
    }

    /// Whether what is told since sentence `told` is of another: "the cocoa talks" where no cocoa was spoken of; "the
    /// meeting" behind "The Society held a meeting".
    fn is_new_since(&self, told: usize, last: &[Actor]) -> bool {
        let (syntax, text) = (self.resolver.syntax, self.resolver.text);
        let trigger = self.cells[self.trigger.0].token as usize;
        let group = syntax.groups[syntax.group_of(trigger)].tokens;
        let since = text.sentences[told].tokens.start as usize..group.start as usize;
        let strange = |i: usize| {
            let key = text.key(i);
            syntax.tag(i) == Tag::Noun
                && text.tokens[i].has(flag::LOWER)
                && !self.resolver.is_named(i)
                && !GENERAL.contains(&text.word(i))
                && !since.clone().any(|k| text.key(k) == key)
        };
        if (group.start as usize..trigger).any(strange) {
            return true;
        }
        let names_them = |i: usize| {
            let mentions = self.resolver.mentions;
            let named = mentions.within(text.sentences[text.sentence_of(i)].tokens);
            mentions.mentions[named].iter().any(|m| last.iter().any(|a| a.entity == m.entity))
        };
        let key = text.key(trigger);
        let later = text.sentences[told].tokens.end as usize..group.start as usize;
        later.clone().any(|k| {
            let first = k.saturating_sub(FARTHEST_DETERMINER).max(later.start);
            let news = |w: &str| matches!(w, "a" | "an" | "A" | "An" | "another" | "Another" | "its" | "Its");
            let mut before = (first..k).rev().take_while(|&i| text.tokens[i].is_word());
            text.key(k) == key && before.any(|i| news(text.word(i))) && !names_them(k)
        })
    }

    /// Whether the sentence names a state that took no part in what was told before.
    fn names_another_state(&self, last: &[Actor]) -> bool {
        let resolver = self.resolver;
        resolver.mentions.within(resolver.syntax.sentence).any(|m| {
            let acting = resolver.acting(m as u32, &resolver.mentions.mentions[m]);
            let state = acting.map(|a| a.entity).filter(|e| resolver.discourse.country(*e) == Some(*e));
            state.is_some_and(|state| last.iter().all(|a| a.entity != state))
        })
    }

    pub(super) fn owner(&mut self, role: Role, p: usize) -> bool {
        let Some(group) = self.group(p).filter(|g| g.kind == GroupKind::Noun) else { return false };
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
        let Some(spec) = self.rule.roles.iter().find(|s| s.role == role) else { return false };
        actors.retain(|a| spec.types.contains(&self.resolver.mentions.entity(a.entity).entity_type));
        if actors.is_empty() {
            return false;
        }
        self.bindings.push(Binding { role, actors });
        true
    }
}
