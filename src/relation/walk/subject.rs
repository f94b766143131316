//! Who does what the trigger tells: the subject of its clause, or whoever else the sentence shows to do it.

use crate::clause::{GroupKind, Link, Verb, VerbForm, lexical};
use crate::reference::vocabulary::{Calling, calling_of};
use crate::rule::{Element, Role};
use crate::text::Tag;

use super::super::attitude;
use super::{Rest, Walk};

impl Walk<'_> {
    /// Binds who does what the trigger tells to a role, as one or as a list, and goes on from `p`; nobody where the subject
    /// shows that it takes no part.
    pub(super) fn subject(
        &mut self,
        (role, many): (Role, bool),
        tail: &[Element],
        rest: Option<&Rest<'_>>,
        p: usize,
        first: bool,
    ) -> bool {
        if self.hangs_on_adjective()
            || self.is_judged()
            || self.looks_on()
            || self.is_between()
            || !self.owner_asked && self.is_owned()
        {
            return false;
        }
        let frame = self.frame;
        // "The talks with Ek were useful, Ann Lee said": hers.
        if self.is_subject() {
            return self.bind_speaker(role, true) && self.after(tail, rest, p, first);
        }
        if !self.tells_of_things() && self.bind(role, &frame.subject, 0, many).is_some() {
            return self.after(tail, rest, p, first);
        }
        // "The Greens were banned for an alliance with Ek": theirs, whoever said so.
        if self.is_acted_upon() {
            return self.bind(role, &frame.patient, 0, many).is_some() && self.after(tail, rest, p, first);
        }
        // "Lee's visit included talks with Ek", "a firm whose work includes a contract with Acme": whose it is.
        if self.tells_of_things() && self.bind_owner(role) && self.after(tail, rest, p, first) {
            return true;
        }
        if self.is_bidden() {
            return false;
        }
        // "Lee said the plan came up after talks with Ek": a thing holds no talks, so whoever stands above it does.
        let thing = !self.is_somebody(&frame.subject) || self.tells_of_things();
        let above = frame
            .above(self.resolver.syntax)
            .iter()
            .any(|above| thing && self.bind_above(role, above, many) && self.after(tail, rest, p, first));
        // "The study was done in collaboration with Ek, the university said."
        above
            || thing
                && frame.above(self.resolver.syntax).is_empty()
                && self.bind_speaker(role, false)
                && self.after(tail, rest, p, first)
    }

    /// Whether the trigger is what the clause is about: "The talks with Ek were useful".
    fn is_subject(&self) -> bool {
        let own = self.frame.groups[self.cells[self.trigger.0].slot as usize];
        self.frame.subject.first() == Some(&own)
    }

    /// "Peru told the firm to form a venture with Acme Steel": whoever bids others act takes no part.
    fn is_bidden(&self) -> bool {
        let syntax = self.resolver.syntax;
        let Some(&first) = self.frame.subject.first() else { return false };
        let own = self.group_number() as u32;
        syntax.verbs.iter().filter(|v| v.link == Link::Infinitive && v.subject == Some(first) && v.group <= own).any(
            |v| {
                let above = v.governor.map(|g| syntax.verbs[g as usize]);
                above.is_some_and(|a| {
                    first > a.group && v.group > first && lexical::is_causer(self.resolver.text.key(a.main as usize))
                })
            },
        )
    }

    /// "The Greens were banned for an alliance with Ek": whether the trigger hangs on a verb that tells what is done to
    /// somebody known or named, by whom it does not say.
    fn is_acted_upon(&self) -> bool {
        let (resolver, syntax) = (self.resolver, self.resolver.syntax);
        let own = self.group_number();
        let Some(&patient) = self.frame.patient.first().filter(|&&g| (g as usize) < own) else { return false };
        let group = &syntax.groups[patient as usize];
        let head = group.head as usize;
        let finite = |v: &Verb| v.subject == Some(patient) && v.passive && v.form == VerbForm::Finite;
        // "was left out of the deal", "is sold under the deal with Acme"
        let apart = |p: u32| {
            let at = syntax.groups[p as usize].tokens.start as usize;
            let word = resolver.text.word(at);
            matches!(word, "from" | "under") || word == "of" && at > 0 && resolver.text.word(at - 1) == "out"
        };
        let called = matches!(
            calling_of(resolver.text.key(head)),
            Some((Calling::Office | Calling::Human | Calling::Staff | Calling::Organization, false))
        );
        syntax.groups[own].kind == GroupKind::Noun
            && !syntax.groups[own].preposition.is_some_and(apart)
            && syntax.verbs.iter().any(finite)
            && (resolver.is_named(head)
                || resolver.is_bare_name(patient as usize)
                || called && !resolver.group(patient as usize).actors.is_empty())
    }

    /// "The deal with Acme was approved by the court": who acts in the clause is no party.
    fn is_judged(&self) -> bool {
        let syntax = self.resolver.syntax;
        let own = self.group_number();
        let verb = syntax
            .verbs
            .iter()
            .find(|v| v.group as usize > own && syntax.groups[v.group as usize].clause == syntax.groups[own].clause);
        let judged = verb.is_some_and(|v| v.passive && lexical::is_approving(self.resolver.text.key(v.main as usize)));
        judged && !self.rule.is_contact()
    }

    /// "Lee cited the deal with Acme", "Peru opposes the deal with Acme": who looks on from outside.
    fn looks_on(&self) -> bool {
        let verb = (0..self.trigger.0).rev().find(|&p| self.group(p).is_some_and(|g| g.kind == GroupKind::Verb));
        let Some(group) = verb.and_then(|p| self.group(p)) else { return false };
        let (syntax, text) = (self.resolver.syntax, self.resolver.text);
        let own = self.group_number();
        let word = syntax.groups[own].preposition.map(|p| text.word(syntax.groups[p as usize].tokens.start as usize));
        let above = syntax.groups[own].preposition.and_then(|p| syntax.before(p as usize));
        // "hopes for a good end of the talks"
        let outcome = |n: usize| attitude::is_outcome(text.key(syntax.groups[n].head as usize));
        let key = text.key(group.head as usize);
        if word == Some("of") && above.is_some_and(outcome) && attitude::is_waiting(key) {
            return true;
        }
        let noun = syntax.groups[own].kind == GroupKind::Noun;
        let looks = attitude::is_looking_on(key) || !self.rule.is_contact() && attitude::is_opposing(key);
        // "The lawsuit will not affect the talks with Acme": a thing, so whoever stands above it holds them.
        let acts = self.is_somebody(&self.frame.subject)
            || self.frame.subject.first().is_some_and(|&g| !self.resolver.group(g as usize).actors.is_empty());
        noun && looks && acts && matches!(word, None | Some("to" | "on"))
    }

    /// Whether a subject is somebody, if unknown: "the woman", "officials".
    fn is_somebody(&self, subject: &[u32]) -> bool {
        let Some(&first) = subject.first() else { return false };
        let syntax = self.resolver.syntax;
        let group = &syntax.groups[first as usize];
        let head = group.head as usize;
        // "thwart Corden's plan to ally with Acme": the plan is of whom no list knows.
        let owner = group.owner.end as usize;
        let owned = group.owner.len() > 1
            && syntax.tag(owner - 1) == Tag::Possessive
            && syntax.tag(owner - 2) == Tag::Name
            && syntax.verbs.iter().any(|v| v.noun == Some(first));
        owned
            || calling_of(self.resolver.text.key(head)).is_some()
            || syntax.tag(head) == Tag::Pronoun
            // "The court wants Corden to end its deal with Acme": Corden's, whoever that is.
            || self.resolver.is_bare_name(first as usize)
    }
}
