//! What a walk may step over between two elements.

use crate::clause::{GroupKind, Link, Verb, lexical};
use crate::rule::{Element, WordClass};
use crate::text::Key;

use super::super::circumstance::is_beside_event;
use super::Walk;

impl Walk<'_> {
    /// "Ann Lee, on her first trip since taking office, met": from within the subject on to its verb.
    pub(super) fn to_verb(&self, element: &Element, p: usize) -> Option<(usize, bool)> {
        let slot = self.cells.get(p)?.slot as usize;
        let verb = self.frame.subject.len();
        let own = self.frame.groups.get(..verb) == Some(&self.frame.subject[..]);
        if !self.over_subject
            || !own
            || slot >= verb
            || !self.wants_verb(element)
            || self.trigger.0 < self.cell_of(verb)
        {
            return None;
        }
        Some((self.cell_of(verb), true))
    }

    /// Where the walk may go on when `element` does not fit at `p`, and whether a heavy group was stepped over.
    pub(super) fn skip(&self, element: &Element, p: usize) -> Option<(usize, bool)> {
        let group = self.group(p)?;
        let head = group.head;
        let token = self.cells[p].token;
        match group.kind {
            // "as an ambassador,” Ann Lee said": who speaks is no more of what was said.
            GroupKind::Quote if self.kind_before(p) == Some(GroupKind::Comma) && self.wants_actor(element) => None,
            GroupKind::Adverb | GroupKind::Date | GroupKind::Other | GroupKind::Quote => Some((self.past(p), false)),
            GroupKind::Comma => Some((self.past(p), false)),
            // "worked closely and quietly with"
            GroupKind::Coordinator
                if self.kind_before(p) == Some(GroupKind::Adverb)
                    && self.kind(self.past(p)) == Some(GroupKind::Adverb) =>
            {
                Some((self.past(p), false))
            }
            // "photographs and other intelligence to Peru": a thing that goes with the last.
            GroupKind::Coordinator if matches!(element, Element::Word(_) | Element::Lemma(_)) => {
                let next = self.past(p);
                let thing = self.group(next).filter(|g| g.kind == GroupKind::Noun && g.preposition.is_none())?;
                let known = !self.resolver.mentions.within(thing.tokens).is_empty();
                (!known && !self.covers_trigger(next)).then(|| (self.past(next), true))
            }
            // The words before the head of a noun group, for a word that is wanted within it.
            GroupKind::Noun if !matches!(element, Element::Actor { .. } | Element::Class(WordClass::NounGroup)) => {
                let inside = token < head || self.covers_trigger(p) && p < self.trigger.0;
                if inside { Some((p + 1, false)) } else { self.past_apposition(p).map(|next| (next, true)) }
            }
            // The helpers before a verb.
            GroupKind::Verb if token < head && self.wants_verb(element) => Some((p + 1, false)),
            // "are to resume talks", "are trying to resume talks": on to what they are to do.
            GroupKind::Verb => ((self.opens(p) || token == head) && self.leads_on(p)).then(|| (self.past(p), false)),
            // "the purchase by Acme Steel of Best Iron": nobody else buys.
            GroupKind::Preposition
                if self.resolver.text.word(token as usize) == "by"
                    && self.kind_before(p) == Some(GroupKind::Noun)
                    && p.checked_sub(1).is_some_and(|b| self.covers_trigger(b)) =>
            {
                None
            }
            // "according to sources with the council": who says so, and where.
            GroupKind::Preposition if self.resolver.text.word(token as usize) == "according" => None,
            GroupKind::Preposition => {
                let next = self.past(p);
                // "talks under the auspices of Peru", "talks for control of Acme Steel": what "of" follows.
                let of = const { Key::of_ascii("of") };
                let aim = const { Key::each(["for", "under"]) };
                let thing =
                    |n: usize| self.group(n).is_some_and(|g| self.resolver.mentions.within(g.tokens).is_empty());
                if self.rule.is_contact()
                    && matches!(element, Element::Word(key) if *key == of)
                    && aim.contains(&self.cells[p].key)
                    && self.kind(next) == Some(GroupKind::Noun)
                    && thing(next)
                {
                    return None;
                }
                match self.kind(next) {
                    Some(GroupKind::Date) => Some((self.past(next), false)),
                    Some(GroupKind::Noun) if !self.covers_trigger(next) => {
                        // The group, and the list that the preposition reaches over.
                        let own = self.frame.groups[self.cells[p].slot as usize];
                        let mut end = self.past(next);
                        while matches!(self.kind(end), Some(GroupKind::Comma | GroupKind::Coordinator)) {
                            let after = self.past(end);
                            let listed = self
                                .group(after)
                                .is_some_and(|g| g.kind == GroupKind::Noun && g.preposition == Some(own));
                            if !listed || self.covers_trigger(after) {
                                break;
                            }
                            end = self.past(after);
                        }
                        let end = self.past_partner(p, end).unwrap_or(end);
                        Some((end, true))
                    }
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// "flew to Rome for talks with Bo Ek", "spoke after a war between A and B", "after two days of talks with Bo Ek": whom the
    /// noun behind the preposition at `p` takes with it, if behind a place: "after clashes in Lima between"; where that ends.
    fn past_partner(&self, p: usize, end: usize) -> Option<usize> {
        let text = self.resolver.text;
        let aim = |p: Key| is_beside_event(p) || const { Key::each(["for", "prior"]) }.contains(&p);
        let mut noun = self.resolver.syntax.groups[*self.frame.groups.get(self.cells[p].slot as usize + 1)? as usize];
        let mut end = end;
        let of = self.cells.get(end).is_some_and(|c| c.key == const { Key::of_ascii("of") });
        let whole = of && lexical::is_time(text.key(noun.head as usize));
        if whole && let Some(talks) = self.group(self.past(end)).filter(|_| !self.covers_trigger(self.past(end))) {
            noun = *talks;
            end = self.past(self.past(end));
        }
        let inside = |w: &str| matches!(w, "in" | "at" | "on" | "near");
        let told = self.cells.get(end).is_some_and(|c| inside(text.word(c.token as usize)));
        if told && !whole && self.kind(self.past(end)) == Some(GroupKind::Noun) && !self.covers_trigger(self.past(end))
        {
            end = self.past(self.past(end));
        }
        let joins = match text.word(self.cells.get(end)?.token as usize) {
            "with" => lexical::is_talks(text.key(noun.head as usize)),
            "between" => lexical::is_fight(text.key(noun.head as usize)),
            _ => false,
        };
        let own = joins && aim(text.key(self.cells[p].token as usize)) && !self.covers_trigger(end);
        let partner = self.past(end);
        (own && self.kind(end) == Some(GroupKind::Preposition) && self.kind(partner) == Some(GroupKind::Noun))
            .then(|| self.past(partner))
    }

    /// "talks, | the first in years, | with Peru": behind the comma that closes what is said of the trigger and names nobody.
    fn past_apposition(&self, p: usize) -> Option<usize> {
        let p = self.cell_of(self.cells[p].slot as usize);
        let comma = |p: usize| self.kind(p) == Some(GroupKind::Comma);
        let opened = p.checked_sub(2).is_some_and(|b| comma(p - 1) && self.covers_trigger(b));
        if !opened || self.covers_trigger(p) {
            return None;
        }
        let nameless = |p: usize| self.group(p).is_some_and(|g| self.resolver.mentions.within(g.tokens).is_empty());
        let mut end = p;
        while matches!(self.kind(end), Some(GroupKind::Noun | GroupKind::Preposition | GroupKind::Date))
            && (self.kind(end) == Some(GroupKind::Date) || nameless(end))
        {
            end = self.past(end);
        }
        let next = comma(end).then(|| self.past(end))?;
        (self.kind(next) == Some(GroupKind::Preposition)).then_some(next)
    }

    /// Whether the verb at `p` has an infinitive with the same subject behind it.
    pub(super) fn leads_on(&self, p: usize) -> bool {
        let syntax = self.resolver.syntax;
        let Some(v) = syntax.verb_of(self.frame.groups[self.cells[p].slot as usize] as usize) else { return false };
        let subject = syntax.verbs[v].subject;
        let goes_on = |w: &Verb| {
            w.governor == Some(v as u32) && w.link == Link::Infinitive && w.subject == subject && w.noun.is_none()
        };
        syntax.verbs[v + 1..].iter().any(goes_on)
    }

    /// The kind of the group before the one at `p`.
    fn kind_before(&self, p: usize) -> Option<GroupKind> {
        let slot = (self.cells.get(p)?.slot as usize).checked_sub(1)?;
        let g = *self.frame.groups.get(slot)?;
        Some(self.resolver.syntax.groups[g as usize].kind)
    }

    fn wants_actor(&self, element: &Element) -> bool {
        matches!(element, Element::Actor { .. })
    }

    pub(super) fn wants_verb(&self, element: &Element) -> bool {
        matches!(element, Element::Lemma(_) | Element::Word(_) | Element::Trigger(_))
    }
}
