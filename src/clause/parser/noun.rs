//! Noun groups: which wait for a verb, which hang on a preposition, which describe another.

use crate::text::{Classes, Key, Tag};

use super::super::{GroupKind, lexical};
use super::Parser;

impl Parser<'_> {
    /// A noun group waits for a verb, hangs on a preposition or describes the next one.
    pub(super) fn noun(&mut self, g: usize) {
        self.place(g);
        match self.before(g).map(|k| (k, self.groups[k].kind)) {
            Some((p, GroupKind::Preposition)) if !self.is_spent(p, g) => {
                self.groups[g].preposition = Some(p as u32);
                return;
            }
            // "In Rome, together with Bo Ek, Ann Lee said": no equal stands before it.
            Some((p, GroupKind::Coordinator)) if self.is_along_with(p) && self.is_empty() => {
                self.groups[g].preposition = Some(p as u32);
                return;
            }
            // "by the minister Bo Ek": a name right behind what describes it.
            Some((k, GroupKind::Noun))
                if k + 1 == g
                    && !self.acts_behind_lead(k, g)
                    && self.groups[k].preposition.is_some()
                    && (self.describes(k, g) || self.is_apposed(g)) =>
            {
                self.groups[g].preposition = self.groups[k].preposition;
                return;
            }
            // "with A, B and C": the preposition reaches over the list.
            Some((s, GroupKind::Comma | GroupKind::Coordinator)) => {
                let s =
                    if self.groups[s].kind == GroupKind::Coordinator && self.kind_before(s) == Some(GroupKind::Comma) {
                        self.before(s).unwrap_or(s)
                    } else {
                        s
                    };
                // "with the Mining Trust (MT), B and C": what brackets hold is stepped over.
                let last = self.before(s).map(|k| self.over_brackets(k));
                let last = last.filter(|&k| self.groups[k].kind == GroupKind::Noun);
                // "the row between A and B, the ministry said": two are all.
                let full = |p: usize| {
                    self.groups[s].kind == GroupKind::Comma
                        && self.is_between(p)
                        && self.groups[p..s].iter().any(|k| k.kind == GroupKind::Coordinator)
                };
                // "met, among others, Bo Ek"
                let others = |k: usize| self.text.word(self.groups[k].head as usize) == "others";
                let last =
                    last.filter(|&k| !others(k) && !self.groups[k].preposition.is_some_and(|p| full(p as usize)));
                if let Some(p) = last.and_then(|k| self.groups[k].preposition)
                    && self.groups[p as usize].clause == self.groups[g].clause
                    && !self.is_nominative(g)
                {
                    self.groups[g].preposition = Some(p);
                    if self.top().verb.is_none()
                        && self.top().subject.is_none()
                        && self.groups[s].kind == GroupKind::Comma
                    {
                        // "In Rome, Kim met Xi."
                        self.groups[g].preposition = None;
                    } else {
                        if !self.is_between(p as usize) {
                            self.top_mut().fresh.get_or_insert(g as u32);
                        }
                        return;
                    }
                }
            }
            _ => {}
        }
        let when = self.tells_when(g);
        let top = self.top_mut();
        if top.verb.is_none() && top.subject.is_none() && !when {
            top.subject = Some(g as u32);
        }
        top.fresh.get_or_insert(g as u32);
    }

    /// "In a statement | Ann Lee called": a name with a verb, right behind what leads the sentence.
    fn acts_behind_lead(&self, lead: usize, g: usize) -> bool {
        let name = self.is_name(g);
        let spent = self.may_open(0);
        name && self.acts(g + 1)
            && lead == 1
            && self.groups[lead].preposition == Some(0)
            && !spent
            && !lexical::is_office(self.key(lead))
    }

    /// "they", "it seized", "this was": who acts, never what a preposition takes.
    pub(super) fn is_nominative(&self, g: usize) -> bool {
        let it = self.key(g) == const { Key::of_ascii("it") } && self.next_is_verb(g);
        let this = self.groups[g].tokens.len() == 1 && self.key(g) == const { Key::of_ascii("this") };
        this && self.next_is_verb(g)
            || (it || const { Key::each(["he", "she", "they", "we", "i"]) }.contains(&self.key(g)))
                && self.head_tag(g) == Tag::Pronoun
    }

    /// "The same day, Lee met Ek", "Two days later, …", "Days after the vote, …": a time that only tells when.
    pub(super) fn tells_when(&self, g: usize) -> bool {
        let group = &self.groups[g];
        let next = self.groups[g + 1..].iter().find(|k| k.kind != GroupKind::Adverb);
        group.owner.is_empty()
            && lexical::is_time(self.key(g))
            && next.is_some_and(|n| match n.kind {
                GroupKind::Comma | GroupKind::Noun | GroupKind::Subordinator => true,
                GroupKind::Preposition => self.text.classes(n.head as usize).any(Classes::SUBORDINATOR),
                _ => false,
            })
    }

    /// "On Monday Kim met Xi": the date is what the preposition is for; "after Monday talks" is one thing.
    pub(super) fn is_spent(&self, preposition: usize, g: usize) -> bool {
        let dated = self.groups[preposition + 1..g].iter().any(|k| k.kind == GroupKind::Date);
        let first = self.groups[g].tokens.start as usize;
        let begins =
            matches!(self.tags[first - self.first], Tag::Determiner | Tag::Owner | Tag::Pronoun | Tag::Existential);
        dated && (begins || self.text.tokens[first].is_capitalised())
    }

    /// "in the paper the Post, Ann Lee said": a name with an article, closed by a comma, at the head of a clause.
    pub(super) fn is_apposed(&self, g: usize) -> bool {
        let name = self.is_name(g);
        let top = self.top();
        let closed = self.groups.get(g + 1).is_some_and(|n| n.kind == GroupKind::Comma);
        name && closed && top.verb.is_none() && top.subject.is_none()
    }

    /// Whether a noun group says who the next one is; "at times", "with reporters", "in audience the envoy" do not.
    pub(super) fn describes(&self, g: usize, next: usize) -> bool {
        let head = self.groups[g].head as usize;
        let plural = self.tags[head - self.first] == Tag::Nouns && !self.text.tokens[head].is_capitalised();
        let opener = self.first_tag(next);
        let begins = matches!(opener, Tag::Determiner | Tag::Owner | Tag::Pronoun | Tag::Existential);
        // "at the meeting Ann Lee had", "after his return Ann Lee had": what people do.
        let key = self.key(g);
        let joint = lexical::is_occasion(key) || lexical::is_shared(key) || lexical::is_turn(key);
        !plural && !joint && !lexical::is_time(self.key(g)) && !begins
    }

    /// "said the deal between A and B took effect", "said talks with A and B began": the "and" joins what hangs on a noun
    /// that waits for its verb.
    pub(super) fn joins_behind_subject(&self, g: usize) -> bool {
        let top = self.top();
        let Some(before) = self.before(g).filter(|&k| self.groups[k].kind == GroupKind::Noun) else { return false };
        let Some(p) = self.groups[before].preposition else { return false };
        let Some(fresh) = top.fresh.filter(|&f| f < p) else { return false };
        let said = top.verb.is_some_and(|v| lexical::is_sayer(self.text.key(self.verbs[v as usize].main as usize)));
        // "They met, but the leaders of Peru and Chile left", "of both Peru and Chile"
        let but = self.before(fresh as usize).is_some_and(|k| self.key(k) == const { Key::of_ascii("but") });
        let both = self.first_word(before) == "both";
        // "said she had left Peru and he met Ek"
        if self.groups.get(g + 1).is_some_and(|n| n.kind == GroupKind::Noun) && self.is_nominative(g + 1) {
            return false;
        }
        said || but || both || self.is_between(p as usize)
    }

    /// "flew to Peru on Monday, and Lee and Ek left": the second "and" joins what the first begins behind a comma or date.
    pub(super) fn joins_subjects(&self, g: usize) -> bool {
        let Some(first) = self.before(g).filter(|&k| self.top().fresh == Some(k as u32)) else { return false };
        let second = self.groups.get(g + 1).is_some_and(|n| n.kind == GroupKind::Noun);
        let apart = first.checked_sub(2).is_some_and(|k| {
            self.groups[k + 1].kind == GroupKind::Coordinator
                && matches!(self.groups[k].kind, GroupKind::Comma | GroupKind::Date)
        });
        second && self.acts(g + 2) && apart && self.top().verb.is_some() && !self.is_nominative(g + 1)
    }
}
