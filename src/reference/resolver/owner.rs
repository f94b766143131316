//! Whose a thing is: "Kim's envoy", "his Beijing visit", "US-China talks".

use crate::clause::GroupKind;
use crate::gazetteer::Kind;
use crate::text::{Tag, TokenRange};

use super::super::Actor;
use super::super::vocabulary::calling_of;
use super::Resolver;

/// What is held in a house that may stand for its master.
const OCCASIONS: [&str; 8] = ["meeting", "meetings", "summit", "dinner", "lunch", "ceremony", "reception", "event"];

impl Resolver<'_> {
    /// The actors that own what group `g` is about, named before token `until`: "Kim's", "his", "US-China", "Russian".
    pub fn owner(&self, g: usize, until: usize) -> Vec<Actor> {
        let group = self.syntax.groups[g];
        let mut actors = Vec::new();
        if !group.owner.is_empty() {
            let last = group.owner.end as usize - 1;
            if self.syntax.tag(last) == Tag::Owner {
                return self.pronoun(last);
            }
            // "Russia's", "the Russian minister's", "the two leaders'"
            let owner = TokenRange { start: group.owner.start, end: group.owner.end - 1 };
            self.within(owner, &mut actors);
            // "China and Japan's agreement"
            let mut k = g;
            while let Some(join) =
                self.syntax.before(k).filter(|&j| self.syntax.groups[j].kind == GroupKind::Coordinator)
                && let Some(other) = self.syntax.before(join)
                && self.syntax.groups[other].kind == GroupKind::Noun
                && self.syntax.groups[other].preposition == group.preposition
                && !actors.is_empty()
                && self.mention_at(self.syntax.groups[other].head as usize).is_some()
            {
                let more = self.group(other).actors;
                more.into_iter().for_each(|a| self.add(&mut actors, Some(a)));
                k = other;
            }
            if !actors.is_empty() {
                return actors;
            }
        }
        // "the firm, whose talks with Peru"
        if let Some(opener) = self.syntax.before(g).filter(|&k| self.syntax.groups[k].kind == GroupKind::Relative)
            && self.text.word(self.syntax.groups[opener].tokens.start as usize) == "whose"
            && let Some(antecedent) = self.syntax.clauses[group.clause as usize].antecedent
            && (antecedent as usize) < g
        {
            return self.group(antecedent as usize).actors;
        }
        let before = TokenRange::new(group.tokens.start as usize, until);
        if let Some(both) = before.range().find_map(|i| self.koreas(i, group.tokens)) {
            return both;
        }
        before.range().for_each(|i| self.add(&mut actors, self.prefixed(i)));
        // "Acme's Peruvian partner": what follows the owner only says what the partner is like.
        let owns = before.range().find(|&i| self.is_genitive(i));
        for (m, mention) in self.mentions_in(before) {
            let described = !actors.is_empty() && owns.is_some_and(|i| i < mention.tokens.start as usize);
            // "a White House meeting": where it is held.
            let venue = self.kind(mention.entity) == Some(Kind::Seat)
                && owns.is_none()
                && OCCASIONS.contains(&self.text.word(group.head as usize));
            // "a Middle East peace deal": where there is to be peace.
            let end = mention.tokens.end as usize;
            let area = self.kind(mention.entity) == Some(Kind::Region) && end < until && self.text.word(end) == "peace";
            if mention.tokens.end as usize <= until && !described && !venue && !area {
                self.add(&mut actors, self.acting(m, mention));
            }
        }
        actors
    }

    /// The actors named between the owner of group `g` and token `until`: "his Beijing visit".
    pub fn modifiers(&self, g: usize, until: usize) -> Vec<Actor> {
        let group = self.syntax.groups[g];
        let between = TokenRange { start: group.owner.end, end: until as u32 };
        let mut actors = Vec::new();
        self.mentions_in(between).for_each(|(m, mention)| self.add(&mut actors, self.acting(m, mention)));
        actors
    }

    /// The actors named or described within some tokens of one group.
    fn within(&self, tokens: TokenRange, actors: &mut Vec<Actor>) {
        let Some(head) =
            tokens.range().rev().find(|&i| self.syntax.tag(i).is_noun() || self.syntax.tag(i) == Tag::Pronoun)
        else {
            self.mentions_in(tokens).for_each(|(m, mention)| self.add(actors, self.acting(m, mention)));
            return;
        };
        if let Some((m, mention)) = self.mention_at(head) {
            return self.add(actors, self.acting(m, mention));
        }
        if let Some((calling, plural)) = calling_of(self.text.key(head)) {
            let named = self.describing(tokens, head);
            if named.is_empty() {
                *actors = self.definite(tokens, head, calling, plural);
            } else {
                named.into_iter().for_each(|a| self.add(actors, Some(a)));
            }
        }
    }
}
