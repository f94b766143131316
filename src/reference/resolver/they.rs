//! Whom "they" and "their" mean.

use std::ops::Range;

use crate::clause::{GroupKind, Link, lexical};
use crate::mention::EntityId;
use crate::text::{Tag, TokenKind, flag};

use super::super::vocabulary::{Calling, calling_of};
use super::Resolver;
use super::plural::FARTHEST;

/// What two persons have with each other.
const MEETINGS: [&str; 9] =
    ["conversation", "discussion", "discussions", "dialogue", "encounter", "meeting", "meetings", "summit", "talks"];

impl Resolver<'_> {
    /// "Ek met Lee. Ministers are upset. They": whether the sentence before a token, or one before it that goes on about the
    /// same, is about several whom nobody names.
    fn goes_on_about_others(&self, token: usize) -> bool {
        let sentence = self.text.sentence_of(token);
        let earlier = (sentence.saturating_sub(FARTHEST)..sentence).rev();
        let told =
            |s: &usize| self.begins_with_others(*s) || self.mentions.within(self.text.sentences[*s].tokens).len() > 1;
        let told = earlier.into_iter().find(told);
        told.is_some_and(|s| self.begins_with_others(s) && self.listed(s, token).is_empty())
    }

    /// "Ministers were to meet", "The commission works": whether a sentence is about several whom nobody names.
    fn begins_with_others(&self, sentence: usize) -> bool {
        let first = self.text.sentences[sentence].tokens.start as usize;
        // "“Ministers agreed,” the paper said. They"
        let first = first + usize::from(self.text.tokens[first].kind == TokenKind::Quote);
        if first >= self.text.tokens.len() {
            return false;
        }
        let several = matches!(
            calling_of(self.text.key(first)),
            Some((Calling::Office | Calling::Human | Calling::Staff | Calling::State | Calling::Organization, true))
        );
        let many = ["board", "commission", "committee", "council", "jury", "panel", "team"];
        let board = || self.text.word(first) == "The" && many.contains(&self.text.word(first + 1));
        several || self.text.tokens.len() > first + 1 && board()
    }

    /// "lends to local borrowers to help them": the plural named last before it in its sentence, who are nobody known.
    pub(super) fn are_others(&self, token: usize) -> bool {
        let g = self.syntax.group_of(token);
        let plural = |k: &&crate::clause::Group| {
            let head = k.head as usize;
            k.kind == GroupKind::Noun
                && self.syntax.tag(head) == Tag::Nouns
                && !self.is_named(head)
                && !self.is_part(head)
        };
        let last = self.syntax.groups[..g].iter().rposition(|k| plural(&k));
        // "In a word on critics, Lee told them": one person is not them.
        let named = |k: usize| {
            let mut named = self.syntax.groups[k + 1..g].iter().filter_map(|n| self.mention_at(n.head as usize));
            named
                .next()
                .is_some_and(|(_, one)| !self.is_person(one.entity) || named.any(|(_, o)| o.entity != one.entity))
        };
        last.is_some_and(|k| {
            !named(k)
                && self.mentions.within(self.syntax.groups[k].tokens).is_empty()
                && self.group(k).actors.is_empty()
        })
    }

    /// The body or people that says something right before "they"; nobody if it is not known who that is.
    fn told_by_those(&self, token: usize) -> Option<Vec<EntityId>> {
        let g = self.syntax.group_of(token);
        let verb = self.syntax.verbs.iter().rev().find(|v| (v.group as usize) < g)?;
        let subject = verb.subject.filter(|s| *s < verb.group)? as usize;
        // "said on Monday that they"
        let little = |k: usize| {
            let group = &self.syntax.groups[k];
            group.kind == GroupKind::Date || self.text.word(group.tokens.start as usize) == "that"
        };
        let near = g - verb.group as usize <= 2 || (verb.group as usize + 1..g).all(little);
        let beside = near && lexical::is_sayer(self.text.key(verb.main as usize));
        let head = self.syntax.groups[subject].head as usize;
        let alone = subject + 1 == verb.group as usize || self.syntax.after(subject) == Some(verb.group as usize);
        if !beside || !alone {
            return None;
        }
        // "Norwegian police said they", "the bank's managers say they"
        if matches!(
            calling_of(self.text.key(head)),
            Some((Calling::Body, _) | (Calling::Office | Calling::Staff, true))
        ) && self.mention_at(head).is_none()
        {
            return Some(self.group(subject).actors.iter().map(|a| a.entity).collect());
        }
        let (m, mention) = self.mention_at(head)?;
        let body = self.is_organization(mention.entity);
        body.then(|| self.acting(m, mention).map(|a| a.entity).into_iter().collect())
    }

    /// Whether the last noun before "they" in its sentence calls several whom nobody names.
    fn are_unknown(&self, token: usize) -> bool {
        let g = self.syntax.group_of(token);
        let nouns = self.syntax.groups[..g].iter().enumerate().rev().filter(|(_, k)| k.kind == GroupKind::Noun);
        // The noun right before: nobody is named between.
        let mut near = nouns.take_while(|(_, k)| self.mentions.within(k.tokens).is_empty());
        near.any(|(k, group)| {
            let head = group.head as usize;
            let many = matches!(calling_of(self.text.key(head)), Some((_, true)));
            many && group.owner.is_empty() && self.group(k).actors.is_empty()
        })
    }

    /// Whether a subject joins several: "Lee and her aides".
    fn are_joined(&self, groups: Range<usize>) -> bool {
        let first = groups.start;
        let and = groups.clone().find(|&k| self.syntax.groups[k].kind == GroupKind::Coordinator);
        // Right behind the first: "Lee of Peru and", not "Lee said in Rome and".
        and.is_some_and(|k| {
            k == first + 1
                && self.syntax.groups.get(k + 1).is_some_and(|n| n.kind == GroupKind::Noun)
                && k + 1 < groups.end
        })
    }

    /// "they", "their": two named together in the same sentence, or those who last acted together.
    pub(super) fn those_before(&self, token: usize) -> Vec<EntityId> {
        let quoted = |i: usize| self.text.tokens[i].has(flag::QUOTED);
        // The subject of the sentence, when it is a list.
        for verb in self.syntax.verbs.iter().filter(|v| (v.main as usize) < token) {
            let Some(subject) = verb.subject else { continue };
            // "“Peru and Chile gain,” Lee told Ek at their meeting": of what was said to him.
            if quoted(verb.main as usize) && !quoted(token) {
                continue;
            }
            // "The brothers used their ties": those the plural means, and nobody else.
            let head = self.syntax.groups[subject as usize].head as usize;
            if self.syntax.tag(head) == Tag::Nouns && self.mention_at(head).is_none() && head < token {
                return self.group(subject as usize).actors.iter().map(|a| a.entity).collect();
            }
            let actors = self.listed_in(subject as usize..verb.group as usize, token);
            // "The Peruvian daily Corden said they would meet": a paper is no part of them.
            if actors.iter().any(|a| self.is_press(*a)) {
                continue;
            }
            // "Lee and her aides have kept their ties": of the aides nobody is known.
            if actors.len() > 1 || actors.len() == 1 && self.are_joined(subject as usize..verb.group as usize) {
                return actors;
            }
        }
        // "Lee thanked Ek at their meeting"
        if let Some(both) = self.acting_both(token) {
            return both;
        }
        // "a statement by Lee and Ek after their talks": the list right before it.
        if let Some(list) = self.list_beside(token) {
            return list;
        }
        // "The Greens say they met Lee": who says so.
        if let Some(tellers) = self.told_by_those(token) {
            return tellers;
        }
        // "asked unions whether they agreed": those who are nobody known.
        if self.are_unknown(token) {
            return Vec::new();
        }
        // "After their talks, Ann Lee and Bo Ek smiled": the list that comes after.
        let first = self.syntax.verbs.iter().find(|v| v.link == Link::Main).filter(|v| token < v.main as usize);
        if let Some((verb, subject)) = first.and_then(|v| Some((v, v.subject? as usize)))
            && (self.syntax.groups[subject].tokens.start as usize) > token
        {
            let actors = self.listed_in(subject..verb.group as usize, verb.main as usize);
            if actors.len() > 1 {
                return actors;
            }
        }
        // "At their meeting in Rome, NATO ministers backed": theirs.
        if let Some(subject) = self.many_behind(token) {
            return self.group(subject).actors.iter().map(|a| a.entity).collect();
        }
        if self.goes_on_about_others(token) {
            return Vec::new();
        }
        let several = self.several(token, Calling::Side, None);
        if several.is_empty() {
            // "What Lee told Ek when they met": the two persons named before it.
            return self.only_two(token, Calling::Human).unwrap_or_default();
        }
        // "at Bath, Maine … they": towns are nobody.
        let town = |e: &EntityId| {
            let place = self.is_place(*e);
            place && !self.is_continent(*e) && !self.is_state(*e)
        };
        if several.iter().any(town) { Vec::new() } else { several }
    }

    /// "Lee thanked Ek at their meeting": the person who acts in the clause of "their" and the one acted upon, where what is
    /// theirs is a meeting.
    fn acting_both(&self, token: usize) -> Option<Vec<EntityId>> {
        let groups = &self.syntax.groups;
        let g = self.syntax.group_of(token);
        let met = groups[g].owner.contains(token) && MEETINGS.contains(&self.text.word(groups[g].head as usize));
        let verb = self.verb_beside(g).filter(|_| met)?;
        let object = self.syntax.after(verb.group as usize).filter(|&k| k < g && groups[k].preposition.is_none())?;
        let person = |k: usize| {
            let (_, mention) = self.mention_at(groups[k].head as usize)?;
            self.is_person(mention.entity).then_some(mention.entity)
        };
        let (one, other) = (person(verb.subject? as usize)?, person(object)?);
        (one != other).then(|| vec![one, other])
    }

    /// "Lee and Ek after their talks", "between Peru and Chile at their meeting": the two that a list right before the
    /// preposition of "their" ends with.
    fn list_beside(&self, token: usize) -> Option<Vec<EntityId>> {
        let groups = &self.syntax.groups;
        let own = groups[self.syntax.group_of(token)];
        let preposition = own.preposition.filter(|_| own.owner.contains(token))? as usize;
        let last = self.syntax.before(preposition)?;
        let and = self.syntax.before(last).filter(|&k| groups[k].kind == GroupKind::Coordinator)?;
        let first = self.syntax.before(and)?;
        let longer = self.syntax.before(first).is_some_and(|k| groups[k].kind == GroupKind::Comma);
        let hangs = groups[first].preposition.filter(|p| groups[last].preposition.is_none_or(|o| o == *p));
        let by =
            hangs.is_some_and(|p| matches!(self.text.word(groups[p as usize].tokens.start as usize), "by" | "between"));
        let acting = |k: usize| {
            let (m, mention) = self.mention_at(groups[k].head as usize)?;
            self.acting(m, mention).map(|a| a.entity)
        };
        let (one, other) = (acting(first)?, acting(last)?);
        (by && !longer && one != other).then(|| vec![one, other])
    }

    /// "At their meeting in Rome, NATO ministers": whether "their" is of several called so behind it.
    pub fn acts_behind_all(&self, token: usize) -> bool {
        matches!(self.text.word(token), "their" | "Their") && self.many_behind(token).is_some()
    }

    /// The plural subject of a main clause behind "their" at the head of the sentence.
    fn many_behind(&self, token: usize) -> Option<usize> {
        let opens = token <= self.syntax.sentence.start as usize + 1;
        let main = self.syntax.verbs.iter().filter(|v| v.link == Link::Main);
        let mut subjects = main.filter_map(|v| Some((v.subject? as usize, v.main as usize)));
        let behind =
            |&(s, verb): &(usize, usize)| self.syntax.groups[s].tokens.start as usize > token && self.are_many(s, verb);
        subjects.find(behind).filter(|_| opens).map(|(s, _)| s)
    }

    /// Whether a subject calls officials, bodies or states by a plural, and they do not only say what is said.
    fn are_many(&self, subject: usize, verb: usize) -> bool {
        let head = self.syntax.groups[subject].head as usize;
        let many = matches!(
            calling_of(self.text.key(head)),
            Some((Calling::Office | Calling::Body | Calling::State | Calling::Organization, true))
        );
        many && self.mention_at(head).is_none() && !lexical::is_sayer(self.text.key(verb))
    }

    /// Those listed in some groups before `end`: "Acme, which was founded in May, and Best", "it and Best".
    fn listed_in(&self, groups: Range<usize>, end: usize) -> Vec<EntityId> {
        let first = groups.start;
        let own = self.syntax.groups[first].clause;
        let mut actors: Vec<EntityId> = Vec::new();
        for g in groups {
            let group = &self.syntax.groups[g];
            if group.tokens.end as usize > end || group.kind == GroupKind::Verb && group.clause == own {
                break;
            }
            if group.kind != GroupKind::Noun || group.clause != own {
                continue;
            }
            if let Some((m, mention)) = self.mention_at(group.head as usize) {
                if let Some(actor) = self.acting(m, mention)
                    && !actors.contains(&actor.entity)
                    && !self.hangs_on_name(g, first)
                {
                    actors.push(actor.entity);
                }
            } else if (matches!(
                calling_of(self.text.key(group.head as usize)),
                Some((Calling::Body | Calling::State, false))
            ) || g == first && matches!(self.text.word(group.head as usize), "it" | "It")
                || self.is_unit(g)
                    && self.syntax.before(g).is_none_or(|c| self.syntax.groups[c].kind != GroupKind::Comma))
                && !self.hangs_on_name(g, first)
                && (group.owner.is_empty() || self.syntax.tag(group.owner.end as usize - 1) != Tag::Owner)
            {
                // "the bank and the government renewed their deal"; "their bank" would ask for this list again.
                let body = self.group(g).actors.into_iter().map(|a| a.entity);
                body.for_each(|e| {
                    if !actors.contains(&e) {
                        actors.push(e);
                    }
                });
            }
        }
        actors
    }

    /// "Acme Steel of Peru", "Lee, deputy head of the bank,": says more of a name of the list that begins with group `first`.
    fn hangs_on_name(&self, g: usize, first: usize) -> bool {
        let Some(preposition) = self.syntax.groups[g].preposition.filter(|p| *p as usize > first) else { return false };
        let before = self.syntax.before(preposition as usize).filter(|b| *b >= first);
        // "Lee, from the Corden Union, says"
        let aside = before.filter(|&b| self.syntax.groups[b].kind == GroupKind::Comma && g == preposition as usize + 1);
        let before = aside.map_or(before, |comma| self.syntax.before(comma).filter(|b| *b >= first));
        before.is_some_and(|b| {
            let named = self.mention_at(self.syntax.groups[b].head as usize).is_some() || self.is_unit(b);
            let apposed = self.syntax.before(b).is_some_and(|c| self.syntax.groups[c].kind == GroupKind::Comma);
            // "Lee, head of the office with the bank,"
            named || apposed || self.hangs_on_name(b, first)
        })
    }
}
