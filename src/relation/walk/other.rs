//! Whether the trigger's words tell of another event than the one told before: "the Louvre Accord", "their next meeting".

use crate::clause::GroupKind;
use crate::mention::{EntityId, Form};
use crate::reference::Actor;
use crate::reference::vocabulary::calling_of;
use crate::rule::codes;
use crate::text::{Classes, Tag, TokenRange, flag};

use super::Walk;

/// Words that tell an occasion or paper from the one told of before.
const OTHERS: [&str; 26] = [
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
    "real",
    "right",
];

/// What a paper or meeting may be called without having been called so before.
pub(super) const GENERAL: [&str; 26] = [
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

/// Words that point back to an event or paper told of before.
const POINTING: [&str; 14] = [
    "the",
    "The",
    "this",
    "This",
    "that",
    "these",
    "their",
    "said",
    "such",
    "bilateral",
    "mutual",
    "both",
    "two",
    "joint",
];

/// A partner is named at most this many groups behind "the deal".
const NEAREST_PARTNER: usize = 6;

impl Walk<'_> {
    /// Whether the trigger's words tell of something else than what was told before: "the Louvre Accord", "the Lee deal",
    /// "the meeting of the Assembly".
    pub(super) fn is_another(&self, last: &[Actor]) -> bool {
        let g = self.frame.groups[self.cells[self.trigger.0].slot as usize] as usize;
        self.has_own_owner(g)
            || self.is_called_otherwise(g)
            || self.rule.is_contact() && (self.is_another_occasion(g) || self.is_of_more(g, last))
            || self.is_of_others(g, last)
    }

    /// Whether the noun has an owner, or those who act behind it for one: "the committee's meetings".
    fn has_own_owner(&self, g: usize) -> bool {
        let syntax = self.resolver.syntax;
        let owner = syntax.groups[g].owner;
        // A rule that asks for the owner looks whether it is one of those told of.
        let named = !self.owner_asked && !owner.is_empty() && syntax.tag(owner.end as usize - 1) == Tag::Possessive;
        // "At their meeting in Rome, NATO ministers": theirs.
        named || !owner.is_empty() && self.resolver.acts_behind_all(owner.end as usize - 1)
    }

    /// Whether the noun's own words call another event or paper than one told of: "the annual meeting", "the next talks", "the
    /// Eggleston meeting", "the Louvre Accord".
    fn is_called_otherwise(&self, g: usize) -> bool {
        let (syntax, text) = (self.resolver.syntax, self.resolver.text);
        let tokens = syntax.groups[g].tokens;
        let trigger = self.cells[self.trigger.0].token;
        let capital = |i: usize| text.tokens[i].has(flag::CAPITAL) && !text.tokens[i].has(flag::SENTENCE_START);
        let titled = |i: u32| {
            let i = i as usize;
            capital(i) && !text.tokens[i].has(flag::QUOTED) && !self.resolver.is_named(i)
        };
        capital(trigger as usize) && tokens.len() > 1
            || tokens.range().any(|i| OTHERS.contains(&text.word(i)))
            || (tokens.start..trigger).any(titled)
    }

    /// Whether the noun's words, or those that stand by it, tell of another occasion on which people met: "the 2001 summit", "to
    /// attend the Corden Summit", "leaders of 34 countries attended the summit".
    fn is_another_occasion(&self, g: usize) -> bool {
        let (syntax, text) = (self.resolver.syntax, self.resolver.text);
        let trigger = self.cells[self.trigger.0].token;
        // "the talk show", "the negotiation process"
        if syntax.groups[g].head as usize >= trigger as usize + self.trigger.1 {
            return true;
        }
        // "at the May 23 meeting", "the 2001 summit"
        let dated = |i: u32| {
            let (token, word) = (&text.tokens[i as usize], text.word(i as usize));
            let year = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
            // "the 20th meeting"
            let count = word.starts_with(|c: char| c.is_ascii_digit()) && word.ends_with("th");
            year || count || token.is_capitalised() && token.classes.any(Classes::MONTH)
        };
        // "leaders of 34 countries attended the summit": others, whoever they are.
        let others = |g: u32| {
            let group = &syntax.groups[g as usize];
            let plural = matches!(calling_of(text.key(group.head as usize)), Some((_, true)));
            let counted = |k: u32| {
                let tokens = syntax.groups[k as usize].tokens;
                tokens.range().any(|i| syntax.tag(i) == Tag::Number && text.word(i) != "two")
            };
            plural && (counted(g) || syntax.groups.len() as u32 > g + 2 && counted(g + 2))
        };
        let proper = |n: usize| text.tokens[syntax.groups[n].head as usize].has(flag::CAPITAL);
        (syntax.groups[g].tokens.start..trigger).any(dated)
            || self.frame.subject.first().is_some_and(|&g| others(g))
            || syntax.verb_of(g).and_then(|_| syntax.after(g)).is_some_and(proper)
    }

    /// Whether the noun is said to be of others than those told of: "the deal with the banks", "the agreement for Norwegian gas".
    fn is_of_others(&self, g: usize, last: &[Actor]) -> bool {
        let (syntax, text) = (self.resolver.syntax, self.resolver.text);
        let strange = |tokens: TokenRange| self.is_strange(tokens, last);
        // "bilateral ties" are of two.
        let of_two = |i: usize| matches!(text.word(i), "bilateral" | "both" | "two" | "mutual");
        if last.len() != 2 && syntax.groups[g].tokens.range().any(of_two) {
            return true;
        }
        let of = syntax.groups.get(g + 1).is_some_and(|p| {
            p.kind == GroupKind::Preposition && matches!(text.word(p.tokens.start as usize), "of" | "between" | "with")
        });
        // "the accord of the Corden Agenda"
        let titled = |tokens: TokenRange| {
            let unknown = |i: usize| text.tokens[i].has(flag::CAPITAL) && !self.resolver.is_named(i);
            tokens.len() > 1 && tokens.range().any(|i| unknown(i) && calling_of(text.key(i)).is_none())
        };
        // "the agreement for Norwegian gas"
        let for_others = || {
            syntax.groups.get(g + 2).is_some_and(|n| {
                let words = text.word(syntax.groups[g + 1].tokens.start as usize);
                let of_state = |m: usize| self.resolver.mentions.mentions[m].form == Form::Demonym;
                words == "for" && self.resolver.mentions.within(n.tokens).any(of_state) && strange(n.tokens)
            })
        };
        // "the deal (Acme)"
        let bracketed = || {
            let opened = syntax.groups.get(g + 1).is_some_and(|k| k.kind == GroupKind::Open);
            let inside = syntax.groups.get(g + 2).filter(|n| opened && n.kind == GroupKind::Noun);
            inside.is_some_and(|n| strange(n.tokens))
        };
        // "the best deal Acme has signed"
        let signer = || {
            let signs = syntax.verbs.iter().find(|v| v.subject == Some(g as u32 + 1));
            let right = signs.is_some_and(|v| v.group as usize == g + 2);
            right && syntax.groups.get(g + 1).is_some_and(|n| n.preposition.is_none() && strange(n.tokens))
        };
        strange(syntax.groups[g].tokens)
            || bracketed()
            || signer()
            || !self.points_back(g) && self.names_another_state(last)
            || for_others()
            || of && syntax.groups.get(g + 2).is_some_and(|n| strange(n.tokens) || titled(n.tokens))
            || self.has_other_partner(g, last)
    }

    /// Whether somebody is named who took no part in what was told before.
    fn is_strange(&self, tokens: TokenRange, last: &[Actor]) -> bool {
        let mentions = self.resolver.mentions;
        mentions.within(tokens).any(|m| {
            let mention = &mentions.mentions[m];
            let known = |e: EntityId| last.iter().any(|a| a.entity == e);
            let acting = self.resolver.acting(m as u32, mention).map_or(mention.entity, |a| a.entity);
            !known(mention.entity) && !known(acting)
        })
    }

    /// Whether the noun, or the object of the verb that it looks like, points back to one told of: "the deal", "their talks". With
    /// nothing that points back, it is of those named here: "to strengthen ties and win Turkish firms".
    fn points_back(&self, g: usize) -> bool {
        let (syntax, text) = (self.resolver.syntax, self.resolver.text);
        // Who "attended the meeting" attended the one told of.
        let object = syntax.verb_of(g).and_then(|_| syntax.after(g)).is_some_and(|n| {
            let tokens = syntax.groups[n].tokens;
            matches!(text.word(tokens.start as usize), "the" | "this" | "these")
                && tokens.range().all(|i| text.tokens[i].has(flag::LOWER))
        });
        object || syntax.groups[g].tokens.range().any(|i| POINTING.contains(&text.word(i)))
    }

    /// Whether a partner near the noun is another than those told of: "the truce signed in May between Peru and Chile", "our ties
    /// with others", "the deal with the banks".
    fn has_other_partner(&self, g: usize, last: &[Actor]) -> bool {
        let (syntax, text) = (self.resolver.syntax, self.resolver.text);
        let trip = codes::TRIPS.contains(&&*self.rule.code.cameo);
        let calls_others = |k: usize| {
            let head = syntax.groups[k].head as usize;
            // "the meeting with the queen", unlike "the deal with it"
            syntax.tag(head) == Tag::Nouns || calling_of(text.key(head)).is_some()
        };
        let partner = |k: usize| {
            let (p, n) = (&syntax.groups[k], &syntax.groups[k + 1]);
            let word = text.word(p.tokens.start as usize);
            let close = || (g + 1..k).all(|k| syntax.groups[k].kind != GroupKind::Verb);
            // "the visit this week by the queen"
            let goes = trip && (word == "by" && close() || matches!(word, "of" | "to") && k == g + 1);
            let with = matches!(word, "between" | "with" | "among") || goes;
            let meant = || self.resolver.group(k + 1).actors;
            let others = |who: &[Actor]| !who.iter().any(|a| last.iter().any(|b| b.entity == a.entity));
            p.kind == GroupKind::Preposition
                && with
                && n.kind == GroupKind::Noun
                && (self.is_strange(n.tokens, last) || calls_others(k + 1) && others(&meant()))
        };
        let apart =
            |k: &usize| matches!(syntax.groups[*k].kind, GroupKind::Break | GroupKind::Quote | GroupKind::Comma);
        let near = g + 1..syntax.groups.len().saturating_sub(1).min(g + 1 + NEAREST_PARTNER);
        near.take_while(|k| !apart(k)).any(partner)
    }

    /// "Ties between Peru and Chile … the deal": whether the sentence tells of what is between two of whom one took no part,
    /// nor is of a state that did.
    pub(super) fn tells_of_other_pair(&self, last: &[Actor]) -> bool {
        let (resolver, syntax, text) = (self.resolver, self.resolver.syntax, self.resolver.text);
        let groups = &syntax.groups;
        let known = |a: &Actor| {
            let of = resolver.discourse.country(a.entity);
            last.iter().any(|b| {
                b.entity == a.entity || Some(b.entity) == of || resolver.discourse.country(b.entity) == Some(a.entity)
            })
        };
        let named =
            |k: usize| resolver.mention_at(groups.get(k)?.head as usize).and_then(|(m, o)| resolver.acting(m, o));
        let between = |k: usize| {
            groups[k].kind == GroupKind::Preposition && text.word(groups[k].tokens.start as usize) == "between"
        };
        (0..self.group_number()).filter(|&k| between(k)).any(|k| {
            let and = syntax.after(k + 1).filter(|&j| groups[j].kind == GroupKind::Coordinator);
            let other = and.and_then(|and| syntax.after(and));
            named(k + 1).zip(other.and_then(named)).is_some_and(|(one, other)| !known(&one) || !known(&other))
        })
    }

    /// "the six-way talks" are of states; two persons or bodies told of before held others.
    fn is_of_more(&self, g: usize, last: &[Actor]) -> bool {
        let (syntax, text, discourse) = (self.resolver.syntax, self.resolver.text, self.resolver.discourse);
        let mut words = syntax.groups[g].tokens.range().map(|i| text.word(i));
        let sides = |word: &str| matches!(word, "way" | "party" | "nation" | "country" | "power");
        let many = |word: &str| matches!(word, "three" | "four" | "five" | "six" | "seven" | "eight" | "multilateral");
        words.clone().any(many)
            && words.any(|w| sides(w) || w == "multilateral")
            && last.len() == 2
            && last.iter().any(|a| discourse.country(a.entity) != Some(a.entity))
    }

    /// Whether the sentence names a state that took no part in what was told before, nor is that of anybody who did.
    pub(super) fn names_another_state(&self, last: &[Actor]) -> bool {
        let resolver = self.resolver;
        let of = |a: &Actor, state| a.entity == state || resolver.discourse.country(a.entity) == Some(state);
        resolver.mentions.within(resolver.syntax.sentence).any(|m| {
            let acting = resolver.acting(m as u32, &resolver.mentions.mentions[m]);
            let state = acting.map(|a| a.entity).filter(|e| resolver.discourse.country(*e) == Some(*e));
            state.is_some_and(|state| !last.iter().any(|a| of(a, state)))
        })
    }
}
