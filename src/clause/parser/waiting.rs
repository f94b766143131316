//! The subject that waits for a verb.

use crate::text::{Key, Tag};

use super::super::{Group, GroupKind, lexical};
use super::Parser;

impl Parser<'_> {
    /// "after the deal with Peru" of "expired", "after a firm, Acme Steel," of "approved": the noun right behind a word that
    /// may open a clause, on which all up to the noun or comma `k` hangs.
    pub(super) fn headed(&self, k: usize) -> Option<usize> {
        let noun = |k: &usize| self.groups[*k].kind == GroupKind::Noun;
        let opens = |k: usize| self.groups[k].preposition.is_some_and(|p| p as usize + 1 == k && self.may_open(p));
        if self.groups[k].kind == GroupKind::Comma {
            // "after Lee, head of the bank at the time,"
            let hangs = |k: &usize| matches!(self.groups[*k].kind, GroupKind::Noun | GroupKind::Preposition);
            let open = (0..k).rev().find(|k| !hangs(k)).filter(|&o| o + 1 < k)?;
            let apposed = self.groups[open].kind == GroupKind::Comma
                && self.groups[open + 1].kind == GroupKind::Noun
                && self.groups[open + 2..k].iter().all(|n| n.kind != GroupKind::Noun || n.preposition.is_some());
            let acts = self.top().finite.is_some() && !lexical::is_sayer(self.key(k + 1));
            return open.checked_sub(1).filter(|&k| apposed && acts && noun(&k) && opens(k));
        }
        let last = Some(k).filter(noun)?;
        if opens(last) {
            return Some(last);
        }
        let hangs = self.groups[last].preposition.filter(|&p| {
            p as usize + 1 == last && const { Key::each(["with", "between", "of"]) }.contains(&self.key(p as usize))
        });
        // "Peru as a partner of Chile has": what it is.
        let time = |k: usize| {
            self.groups[k].preposition.is_some_and(|p| self.key(p as usize) != const { Key::of_ascii("as") })
        };
        let above = hangs.and_then(|p| self.before(p as usize)).filter(|&k| noun(&k) && opens(k) && time(k));
        Some(above.unwrap_or(last))
    }

    /// The subject that waits for the verb `g`.
    pub(super) fn waiting(&mut self, g: usize) -> Option<u32> {
        let behind = self.behind_list(g).or_else(|| self.behind_holder(g)).or_else(|| self.behind_apposition(g));
        let subject = behind.or(self.top().subject);
        self.top_mut().subject = subject;
        subject
    }

    /// "In Lima, Cuzco and Arequipa, Lee opened": the noun before the verb, where what leads is a list under one preposition;
    /// the preposition takes the whole list.
    pub(super) fn behind_list(&mut self, g: usize) -> Option<u32> {
        let kind = |k: usize| self.groups[k].kind;
        // A list of three at least: of "In Lima and Cuzco, Lee opened" the two are taken by the preposition anyway.
        let shortest = ["in", "A", ",", "B", "and", "C"].len();
        let subject = g.checked_sub(1).filter(|&k| k >= shortest && kind(k) == GroupKind::Noun)?;
        let listed = kind(subject - 1) == GroupKind::Comma
            && kind(subject - 2) == GroupKind::Noun
            && kind(subject - 3) == GroupKind::Coordinator
            && kind(0) == GroupKind::Preposition
            && (1..subject).all(|k| matches!(kind(k), GroupKind::Noun | GroupKind::Comma | GroupKind::Coordinator));
        if !listed || self.groups[subject].preposition.is_some() {
            return None;
        }
        for group in self.groups[1..subject].iter_mut().filter(|k| k.kind == GroupKind::Noun) {
            group.preposition = Some(0);
        }
        Some(subject as u32)
    }

    /// "In talks with the governor of Lima, Bo Ek, Ann Lee said": the noun before the verb, where the name before it says who
    /// holds the office behind a preposition; the preposition takes that name as well.
    pub(super) fn behind_holder(&mut self, g: usize) -> Option<u32> {
        let [last, first, holder, second, subject] = self.groups[..g].last_chunk()?;
        let (noun, comma) = (|k: &Group| k.kind == GroupKind::Noun, |k: &Group| k.kind == GroupKind::Comma);
        let named = noun(last) && comma(first) && noun(holder) && comma(second) && noun(subject);
        if !named || subject.preposition.is_some() || self.top().subject != Some(g as u32 - 3) {
            return None;
        }
        let of = last.preposition.filter(|&p| self.text.word(self.groups[p as usize].head as usize) == "of");
        let office = of.and_then(|p| self.before(p as usize)).unwrap_or(g - 5);
        let preposition = self.groups[office].preposition.filter(|_| lexical::is_office(self.key(office)))?;
        self.groups[g - 3].preposition = Some(preposition);
        Some(g as u32 - 1)
    }

    /// "In a letter to Bo Ek, head of the council, they said", "Speaking on a visit to Peru, a partner of Chile, Lee said": the noun
    /// before the verb, where what waits for it only says who somebody is behind what leads.
    pub(super) fn behind_apposition(&mut self, g: usize) -> Option<u32> {
        let subject = g.checked_sub(1).filter(|&k| self.groups[k].kind == GroupKind::Noun)?;
        let told = self.top().subject.filter(|&s| (s as usize) + 1 < subject)? as usize;
        let kind = |k: usize| self.groups[k].kind;
        let hangs = |k: usize| matches!(kind(k), GroupKind::Noun | GroupKind::Preposition);
        let named = self.is_name(subject);
        let article = self.first_tag(told) == Tag::Determiner;
        let bare = self.head_tag(told) == Tag::Noun && (named || !article);
        let leads = kind(0) == GroupKind::Preposition || kind(0) == GroupKind::Verb && self.first_tag(0) == Tag::Gerund;
        let apposed = leads
            && told > 2
            && kind(told - 1) == GroupKind::Comma
            && kind(subject - 1) == GroupKind::Comma
            && bare
            && (1..told - 1).all(hangs)
            && (told + 1..subject - 1).all(hangs);
        if apposed {
            self.groups[subject].preposition = None;
        }
        apposed.then_some(subject as u32)
    }

    /// ", and Acme Steel, a unit of Best Iron, agreed": a second main clause, whose subject has an apposition.
    pub(super) fn joined(&self, g: usize) -> Option<usize> {
        let kind = |k: usize| self.groups[k].kind;
        let close = g.checked_sub(1).filter(|&k| kind(k) == GroupKind::Comma)?;
        let hangs = |k: usize| matches!(kind(k), GroupKind::Noun | GroupKind::Preposition);
        let open = (0..close).rev().find(|&k| !hangs(k)).filter(|&k| kind(k) == GroupKind::Comma && k + 1 < close)?;
        let described = self.first_tag(open + 1) == Tag::Determiner || !self.groups[open + 1].owner.is_empty();
        let subject = open.checked_sub(1).filter(|&k| described && kind(k) == GroupKind::Noun)?;
        let named = self.is_name(subject);
        let and = subject.checked_sub(1).filter(|&k| named && kind(k) == GroupKind::Coordinator)?;
        // "but Peru, Chile's neighbour, agreed"
        let but = self.key(and) == const { Key::of_ascii("but") };
        let acts = self.top().finite.is_some();
        and.checked_sub(1).filter(|&k| acts && (but || kind(k) == GroupKind::Comma)).map(|_| subject)
    }
}
