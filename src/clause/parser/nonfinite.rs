//! Infinitives and gerunds: who is to act, and what they hang on.

use crate::text::{Key, Tag};

use super::super::verb::{Link, Verb, VerbForm};
use super::super::{GroupKind, lexical};
use super::Parser;

impl Parser<'_> {
    /// An infinitive: whose deed it tells, and which verb or noun it hangs on.
    pub(super) fn infinitive(&mut self, g: usize, verb: &mut Verb) {
        let before = self.before(g);
        let bare = self.first_tag(g) != Tag::To;
        let top = self.top();
        let governor = top.verb.or_else(|| self.stack.iter().rev().find_map(|o| o.verb));
        verb.link = Link::Infinitive;
        verb.governor = governor;
        // "agreed this past week to meet": when, no week to meet in.
        let noun = before.filter(|&k| self.groups[k].kind == GroupKind::Noun && !self.is_when(k));
        verb.subject = governor.and_then(|v| self.verbs[v as usize].subject).or(top.subject);
        if let Some(actor) = noun.and_then(|k| self.meant_to_act(k)) {
            // "called for Lee to meet", "a plan for Peru to join"
            verb.subject = Some(actor);
            return;
        }
        if !bare
            && let Some(noun) = noun.filter(|&k| k + 1 == g && self.is_said(k) && self.acts_later(g))
            && self.describes_said(verb, noun)
        {
            return;
        }
        // "its deal with Acme, to be called Corden, would end": set between commas, it tells more of what waits for its verb.
        if !bare && verb.passive && self.is_set_in(g) && (top.verb.is_none() || self.opens_said(g)) {
            let top = self.top();
            self.open(Link::Relative, None, top.subject, true);
            let clause = self.top().clause as usize;
            self.clauses[clause].antecedent = top.subject;
            verb.subject = top.subject;
            self.link(verb);
            return;
        }
        match governor {
            Some(v)
                if bare
                    && before
                        .is_some_and(|k| matches!(self.groups[k].kind, GroupKind::Coordinator | GroupKind::Comma)) =>
            {
                verb.link = Link::Coordinated;
                verb.form = self.verbs[v as usize].form;
                verb.modal = self.verbs[v as usize].modal;
                verb.past = self.verbs[v as usize].past;
                verb.governor = Some(v);
            }
            Some(v) if bare && noun.is_some_and(|k| k as u32 > self.verbs[v as usize].group) && self.is_helped(g) => {
                verb.subject = Some(self.verbs[v as usize].group + 1);
            }
            Some(v) => self.hang_on_verb(verb, self.verbs[v as usize], noun),
            // "In order to meet Kim, Xi …": an aim before the sentence proper.
            None if top.subject.is_none() => {
                self.open(Link::Adjunct, before.map(|k| k as u32), None, false);
                self.link(verb);
            }
            // "Kim to visit Russia": a headline; "his plan to visit": a noun.
            None => {
                if let Some(noun) = noun {
                    if self.is_owned_thing(noun) || self.is_efforts_of(noun) {
                        verb.subject = Some(noun as u32);
                    } else if top.subject == Some(noun as u32) || self.groups[noun].preposition.is_none() {
                        verb.subject = top.subject;
                    }
                    verb.noun = Some(noun as u32);
                }
            }
        }
    }

    /// Whether a verb stands behind a comma and another comma closes what it tells, before what acts later.
    fn is_set_in(&self, g: usize) -> bool {
        let closed = || self.groups[g + 1..].iter().find(|k| matches!(k.kind, GroupKind::Comma | GroupKind::Verb));
        self.before(g).is_some_and(|k| self.groups[k].kind == GroupKind::Comma)
            && closed().is_some_and(|k| k.kind == GroupKind::Comma)
            && self.acts_later(g)
    }

    /// "said a port, to be built by both, would open": opens what is said, where its subject waits before the comma; whether it
    /// does.
    fn opens_said(&mut self, g: usize) -> bool {
        let noun = self.before(g).and_then(|comma| comma.checked_sub(1));
        let said = noun.filter(|&k| self.groups[k].kind == GroupKind::Noun && self.is_said(k));
        said.map(|noun| self.open_told(noun)).is_some()
    }

    /// "said a port to be built by both would open", "said its plan to merge was dropped": whether a noun that begins what somebody
    /// says waits for its verb behind the infinitive, which only tells more of it.
    fn describes_said(&mut self, verb: &mut Verb, noun: usize) -> bool {
        if verb.passive {
            self.open_told(noun);
            self.open(Link::Relative, None, Some(noun as u32), false);
            let clause = self.top().clause as usize;
            self.clauses[clause].antecedent = Some(noun as u32);
            verb.subject = Some(noun as u32);
            self.link(verb);
            return true;
        }
        // "Lee, who hopes one day to visit Peru, met Ek"
        let related = self.clauses[self.top().clause as usize].link == Link::Relative;
        if related || lexical::is_time(self.key(noun)) {
            return false;
        }
        self.open_told(noun);
        if self.is_owned_thing(noun) {
            verb.subject = Some(noun as u32);
        }
        verb.noun = Some(noun as u32);
        verb.governor = None;
        true
    }

    /// "agreed to meet", "urged Kim to meet", "praised Jordan's efforts to help": who is to act by the verb above and the noun
    /// between.
    fn hang_on_verb(&self, verb: &mut Verb, above: Verb, noun: Option<usize>) {
        if let Some(noun) = noun.filter(|&k| k as u32 > above.group) {
            let main = self.text.key(above.main as usize);
            // "welcomed Kim to visit", but "welcomed the chance to visit"
            let welcomed = || lexical::is_welcoming(main) && self.is_somebody(above.group as usize + 1);
            if lexical::is_causer(main) || welcomed() {
                // "urged Kim to meet", "invited Xi to visit": the object is to act.
                verb.subject = self.listed_from(noun, above.group);
                if above.passive {
                    verb.subject = above.subject;
                }
            } else {
                verb.noun = Some(noun as u32);
                if self.is_owned_thing(noun) || self.is_efforts_of(noun) {
                    // "praised Jordan's efforts to help", "the efforts of Jordan to help": the owner is to act.
                    verb.subject = Some(noun as u32);
                }
            }
        } else if above.passive && lexical::is_causer(self.text.key(above.main as usize)) {
            verb.subject = above.subject;
        }
    }

    /// "this past week", "last month": whether a noun group only tells when.
    fn is_when(&self, g: usize) -> bool {
        let first = self.first_word(g);
        matches!(first, "this" | "last" | "next") && lexical::is_time(self.key(g))
    }

    /// Whether a noun begins what somebody says: "said a port".
    pub(super) fn is_said(&self, noun: usize) -> bool {
        let verb = self.top().verb.map(|v| self.verbs[v as usize]);
        let after = verb.filter(|v| self.before(noun) == Some(v.group as usize));
        after.is_some_and(|v| lexical::is_saying(self.text.key(v.main as usize)))
    }

    /// Opens the clause that somebody says, whose subject waits for its verb.
    pub(super) fn open_told(&mut self, noun: usize) {
        self.top_mut().fresh = None;
        self.open(Link::Complement, None, Some(noun as u32), false);
        self.place(noun);
    }

    /// Whether a noun group is a name, a pronoun or an office.
    pub(super) fn is_somebody(&self, noun: usize) -> bool {
        let tag = self.head_tag(noun);
        matches!(tag, Tag::Name | Tag::Names | Tag::Pronoun) || lexical::is_office(self.key(noun))
    }

    /// "for A and B to meet", "pressure on A to meet": the first of those behind the preposition who are to act, where it is
    /// no aim of a journey.
    fn meant_to_act(&self, noun: usize) -> Option<u32> {
        let p = self.groups[noun].preposition? as usize;
        let asks = self.before(p).is_some_and(|k| match self.groups[k].kind {
            GroupKind::Verb => lexical::is_asking(self.key(k)),
            GroupKind::Noun | GroupKind::Adjective => true,
            _ => false,
        });
        let list = self.groups[p + 1..=noun].iter().all(|k| {
            matches!(k.kind, GroupKind::Noun | GroupKind::Comma | GroupKind::Coordinator)
                && k.preposition.is_none_or(|q| q as usize == p)
        });
        let pressed = const { Key::each(["on", "upon", "to"]) }.contains(&self.key(p))
            && self
                .before(p)
                .is_some_and(|k| self.groups[k].kind == GroupKind::Noun && lexical::is_pressing(self.key(k)));
        let asked = self.key(p) == const { Key::of_ascii("for") } && asks || pressed;
        (asked && self.is_somebody(noun) && list).then_some(p as u32 + 1)
    }

    /// "Jordan's efforts", but no name: "Peru's Acme Steel".
    fn is_owned_thing(&self, noun: usize) -> bool {
        !self.groups[noun].owner.is_empty() && !self.is_name(noun)
    }

    /// Whether a noun group is the owner of a plan or effort behind "of" or "by": "a decision by Jordan to help".
    fn is_efforts_of(&self, noun: usize) -> bool {
        let Some(p) = self.groups[noun].preposition.map(|p| p as usize) else { return false };
        let of = matches!(self.first_word(p), "of" | "by");
        of && self.before(p).is_some_and(|k| lexical::is_effort(self.key(k)))
    }

    /// The first group of the list of noun groups that ends with `noun`, not before the verb group.
    fn listed_from(&self, noun: usize, verb: u32) -> Option<u32> {
        let mut first = noun;
        let mut k = noun;
        while k > verb as usize + 1 {
            k -= 1;
            match self.groups[k].kind {
                GroupKind::Noun if self.groups[k].preposition.is_none() => first = k,
                GroupKind::Noun | GroupKind::Comma | GroupKind::Coordinator | GroupKind::Preposition => {}
                _ => break,
            }
        }
        Some(first as u32)
    }

    /// A gerund: what describes the noun before it, or what the subject does beside.
    pub(super) fn gerund(&mut self, g: usize, verb: &mut Verb) {
        let before = self.before(g);
        let kind = before.map(|k| self.groups[k].kind);
        let top = self.top();
        let among = || before.and_then(|k| self.groups[k].preposition).is_some_and(|p| self.is_among(p as usize));
        // "With Peru planning talks, Chile waits": Peru plans.
        let given = || {
            let p = before.and_then(|k| self.groups[k].preposition);
            p.is_some_and(|p| matches!(self.first_word(p as usize), "with" | "With"))
        };
        match kind {
            // "spent the week meeting farmers": whoever spent it did.
            Some(GroupKind::Noun) if top.verb.is_some() && before.is_some_and(|k| lexical::is_time(self.key(k))) => {
                let subject = self.acting();
                self.open(Link::Adjunct, None, subject, false);
                verb.subject = subject;
                self.link(verb);
            }
            Some(GroupKind::Noun) if top.verb.is_some() || top.subject.is_some() || among() || given() => {
                // "officials visiting Moscow"; after a clause's object it may also be what the subject does.
                let noun = before.map(|k| k as u32);
                self.open(Link::Relative, None, noun, false);
                let clause = self.top().clause as usize;
                self.clauses[clause].antecedent = noun;
                verb.subject = noun;
                self.link(verb);
            }
            Some(GroupKind::Coordinator)
                if top.verb.is_some_and(|v| self.verbs[v as usize].form == VerbForm::Gerund) =>
            {
                let last = top.verb.unwrap_or(0);
                verb.subject = self.verbs[last as usize].subject;
                verb.governor = Some(last);
                verb.link = Link::Coordinated;
            }
            Some(GroupKind::Verb) => {
                verb.governor = top.verb;
                verb.link = Link::Infinitive;
                verb.subject = top.verb.and_then(|v| self.verbs[v as usize].subject);
            }
            // "While meeting Bo Ek, Ann Lee raised issues"
            Some(GroupKind::Subordinator) if top.verb.is_none() && top.subject.is_none() && self.stack.len() > 1 => {
                let clause = top.clause as usize;
                self.clauses[clause].link = Link::Adjunct;
                verb.subject = self.acting();
                self.link(verb);
            }
            _ => {
                let comma = kind == Some(GroupKind::Comma);
                // "has met leaders who act, including meeting Ann Lee": whoever the sentence is about.
                let including = before.is_some_and(|k| self.key(k) == const { Key::of_ascii("including") });
                let whole = self.stack[0].subject.filter(|_| including);
                let subject =
                    whole.or_else(|| self.thanked(before)).or_else(|| self.owning(before)).or_else(|| self.acting());
                self.open(
                    Link::Adjunct,
                    before.filter(|&k| self.groups[k].kind == GroupKind::Preposition).map(|k| k as u32),
                    subject,
                    comma,
                );
                verb.subject = subject;
                self.link(verb);
                // "talks on strengthening ties": the noun says what for.
                let p = before.filter(|&k| self.groups[k].kind == GroupKind::Preposition);
                verb.noun = p
                    .and_then(|p| self.before(p))
                    .filter(|&k| self.groups[k].kind == GroupKind::Noun)
                    .map(|k| k as u32);
            }
        }
    }

    /// "thanked Kim for visiting", "gratitude to Kim for visiting", "stopped Kim from visiting", "sued Kim over visiting":
    /// whoever is thanked or sued did it, whoever is stopped would have.
    fn thanked(&self, before: Option<usize>) -> Option<u32> {
        let p = before?;
        let noun = self.before(p).filter(|&k| self.groups[k].kind == GroupKind::Noun)?;
        let verb = self.verbs[self.top().verb? as usize];
        if self.key(p) == const { Key::of_ascii("from") } {
            let stops = lexical::is_preventing(self.text.key(verb.main as usize)) && noun as u32 > verb.group;
            return stops.then_some(noun as u32);
        }
        // "sued Peru over helping", "warned Peru against helping"
        if const { Key::each(["over", "against"]) }.contains(&self.key(p)) {
            let main = self.text.key(verb.main as usize);
            let blames = lexical::is_blaming(main) || lexical::is_judging(main);
            // "closed the school over helping Peru": whoever closed it did not.
            let struck = self.key(p) == const { Key::of_ascii("over") } && self.groups[noun].owner.is_empty();
            let object = noun as u32 > verb.group && self.groups[noun].preposition.is_none();
            return ((blames || struck) && object).then_some(noun as u32);
        }
        // "accused Peru of helping"
        if self.key(p) == const { Key::of_ascii("of") } {
            let accuses = lexical::is_accusing(self.text.key(verb.main as usize)) && noun as u32 > verb.group;
            return accuses.then_some(noun as u32);
        }
        if self.key(p) != const { Key::of_ascii("for") } {
            return None;
        }
        let thanks = lexical::is_judging(self.text.key(verb.main as usize))
            || (verb.group as usize..noun).any(|k| lexical::is_judging(self.key(k)));
        (thanks && noun as u32 > verb.group).then_some(noun as u32)
    }

    /// "welcomed Peru's interest in joining", "of Lee's account of visiting": the owner is to act.
    fn owning(&self, before: Option<usize>) -> Option<u32> {
        let p = before.filter(|&p| const { Key::each(["of", "in"]) }.contains(&self.key(p)))?;
        let noun = self.before(p).filter(|&k| self.groups[k].kind == GroupKind::Noun)?;
        let owner = self.groups[noun].owner;
        (!owner.is_empty() && self.tags[owner.end as usize - 1 - self.first] == Tag::Possessive).then_some(noun as u32)
    }

    /// The subject of the innermost open clause that has one.
    pub(super) fn acting(&self) -> Option<u32> {
        self.stack.iter().rev().find_map(|open| open.verb.and_then(|v| self.verbs[v as usize].subject).or(open.subject))
    }
}
