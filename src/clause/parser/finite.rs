//! Verbs with a tense: which subject they have, which clause they open or end.

use crate::text::{Classes, Key, Tag};

use super::super::verb::{Link, Verb, VerbForm};
use super::super::{Clause, Group, GroupKind, lexical};
use super::Parser;

impl Parser<'_> {
    /// A verb with a tense: the first step that knows its subject settles it; each tells whether it does.
    pub(super) fn finite(&mut self, g: usize, verb: &mut Verb) {
        let before = self.before(g);
        let settled = self.takes_speaker(g, verb, before)
            || self.turns_lead(g, verb)
            || self.opens_with_preposition(g, verb, before)
            || self.takes_contact(g, verb, before)
            || self.takes_waiting(g, verb)
            || self.joins_last(verb, before)
            || self.ends_inner(verb)
            || self.passes_aim(g, verb, before)
            || self.takes_teller(g, verb, before)
            || self.takes_fresh(g, verb, before);
        if !settled {
            verb.subject = self.top().subject;
            self.link(verb);
        }
    }

    /// ", said Kim.", "Peru, Ann Lee said, has": whether the verb only tells who says so.
    fn takes_speaker(&mut self, g: usize, verb: &mut Verb, before: Option<usize>) -> bool {
        if let Some(speaker) = self.inverted(g, before).filter(|_| verb.modal.is_none()) {
            self.stack.clear();
            self.open(Link::Main, None, Some(speaker as u32), false);
            verb.subject = Some(speaker as u32);
            self.link(verb);
            return true;
        }
        if let Some(speaker) = self.set_in(g, before) {
            self.open(Link::Main, None, Some(speaker as u32), true);
            let clause = self.top().clause;
            self.groups[speaker.min(g)..=speaker.max(g)].iter_mut().for_each(|k| k.clause = clause);
            verb.subject = Some(speaker as u32);
            self.link(verb);
            return true;
        }
        false
    }

    /// "Attending the summit were Kim and Xi": whether what leads is what those behind the verb do.
    fn turns_lead(&mut self, g: usize, verb: &mut Verb) -> bool {
        if !self.is_led(g, verb) {
            return false;
        }
        let clause = self.groups[self.verbs[0].group as usize].clause as usize;
        self.clauses[clause].antecedent = None;
        self.verbs[0].subject = Some(g as u32 + 1);
        self.stack.truncate(1);
        self.link(verb);
        true
    }

    /// "After Kim met Xi", "as talks began": whether what looked like a preposition opens a clause.
    fn opens_with_preposition(&mut self, g: usize, verb: &mut Verb, before: Option<usize>) -> bool {
        if let Some(k) = before.and_then(|k| self.headed(k))
            && let Some(p) = self.groups[k].preposition
            && self.may_open(p)
            && (!self.incomplete_outside(p) || self.acts_later(g))
        {
            if self.top().subject.is_some_and(|s| s + 1 == p) {
                self.top_mut().subject = None;
            }
            let subject = (p as usize + 1..=k).find(|&n| self.groups[n].kind == GroupKind::Noun).unwrap_or(k);
            let comma = self.kind_before(p as usize) == Some(GroupKind::Comma);
            self.open(Link::Adverbial, Some(p), Some(subject as u32), comma);
            let clause = self.top().clause;
            for group in &mut self.groups[p as usize..=g] {
                group.clause = clause;
                if group.preposition == Some(p) {
                    group.preposition = None;
                }
            }
            verb.subject = Some(subject as u32);
            self.link(verb);
            return true;
        }
        false
    }

    /// "the talks Kim held": whether the noun right before the verb acts on the one before it.
    fn takes_contact(&mut self, g: usize, verb: &mut Verb, before: Option<usize>) -> bool {
        let acts = self.is_contact(g, before) && (self.top().verb.is_some() || self.acts_later(g));
        if acts {
            self.open_contact(g, verb);
        }
        acts
    }

    /// "Peru, which met Chile, signed": whether the subject of the clause waits for its verb, or none is needed at the head of a
    /// sentence.
    fn takes_waiting(&mut self, g: usize, verb: &mut Verb) -> bool {
        let top = self.top();
        if top.verb.is_none() && top.subject.is_some() {
            verb.subject = self.waiting(g);
            self.link(verb);
            return true;
        }
        if top.verb.is_none() && self.stack.len() == 1 {
            // A sentence that begins with its verb, or a name that a preposition claimed.
            verb.subject = top.fresh;
            self.link(verb);
            return true;
        }
        false
    }

    /// "met Kim and left": whether the verb is joined to the last one.
    fn joins_last(&mut self, verb: &mut Verb, before: Option<usize>) -> bool {
        let coordinated = before.is_some_and(|k| self.groups[k].kind == GroupKind::Coordinator);
        if coordinated || before.is_some_and(|k| self.goes_on_behind(k)) {
            while self.stack.len() > 1 && self.top().finite.is_none() {
                self.stack.pop();
            }
            let top = self.top();
            if let Some(last) = top.finite.or(top.verb) {
                verb.subject = self.verbs[last as usize].subject;
                verb.governor = Some(last);
                verb.link = Link::Coordinated;
            } else {
                verb.subject = top.subject;
            }
            return true;
        }
        false
    }

    /// "Ann Lee, who met Kim, left": whether a subject of a clause around this one waits for the verb, which ends what is between.
    fn ends_inner(&mut self, verb: &mut Verb) -> bool {
        if let Some(level) =
            (0..self.stack.len() - 1).rev().find(|&l| self.stack[l].subject.is_some() && self.stack[l].verb.is_none())
            && self.top().verb.is_some()
        {
            self.stack.truncate(level + 1);
            verb.subject = self.top().subject;
            self.link(verb);
            return true;
        }
        false
    }

    /// "A plan for Peru to join forces with Chile failed": whether the infinitive between only says what the noun is about.
    fn passes_aim(&mut self, g: usize, verb: &mut Verb, before: Option<usize>) -> bool {
        let top = self.top();
        if let Some(subject) = top.subject.filter(|&s| {
            let named = self.is_name(s as usize);
            top.finite.is_none() && !named && before.is_some_and(|k| self.groups[k].kind == GroupKind::Noun)
        }) && top.verb.is_some_and(|v| {
            let last = self.verbs[v as usize];
            let comma = || self.groups[last.group as usize..g].iter().any(|k| k.kind == GroupKind::Comma);
            // "said that a plan to join forces would fail": who says so is in another clause.
            let apart =
                last.governor.is_none_or(|v| self.groups[self.verbs[v as usize].group as usize].clause != top.clause);
            last.link == Link::Infinitive && apart && !comma()
        }) {
            verb.subject = Some(subject);
            self.link(verb);
            return true;
        }
        false
    }

    /// ", the Peru News Agency, Andina, reported", "said Kim, a banker, had met Xi": whether commas set off who says so, or the
    /// subject of what is said.
    fn takes_teller(&mut self, g: usize, verb: &mut Verb, before: Option<usize>) -> bool {
        if let Some(speaker) = self.aside(g).or_else(|| self.joined(g)) {
            self.groups[speaker].preposition = None;
            self.stack.clear();
            self.open(Link::Main, None, Some(speaker as u32), false);
            let clause = self.top().clause;
            self.groups[speaker..=g].iter_mut().for_each(|group| group.clause = clause);
            verb.subject = Some(speaker as u32);
            self.link(verb);
            return true;
        }
        if let Some(subject) = self.told(g, before) {
            let outer = self.top().clause;
            self.open(Link::Complement, None, Some(subject as u32), false);
            let clause = self.top().clause;
            self.groups[subject..=g].iter_mut().filter(|k| k.clause == outer).for_each(|k| k.clause = clause);
            verb.subject = Some(subject as u32);
            self.link(verb);
            return true;
        }
        if let Some(noun) = before.and_then(|k| self.apposed_before(k, lexical::is_sayer(self.key(g)))) {
            self.groups[noun].preposition = None;
            self.open(Link::Main, None, Some(noun as u32), false);
            let clause = self.top().clause;
            self.groups[noun..=g].iter_mut().for_each(|k| k.clause = clause);
            verb.subject = Some(noun as u32);
            self.link(verb);
            return true;
        }
        false
    }

    /// "said Kim met Xi", "flew to Peru and Lee left": whether a noun that no verb has claimed yet acts, in a clause of its own.
    fn takes_fresh(&mut self, g: usize, verb: &mut Verb, before: Option<usize>) -> bool {
        let Some(subject) = self.stack.iter().rev().find_map(|open| open.fresh) else { return false };
        let top = self.top();
        self.stack.iter_mut().for_each(|open| open.fresh = open.fresh.filter(|&f| f != subject));
        if self.top().verb.is_some() && self.two_nouns(g, before) {
            self.open_contact(g, verb);
            return true;
        }
        // "a link which analysts said may pay", "as Peru, angered by the row, avoided talks": who acts is not at hand.
        let noun = |k: usize| self.groups[k].kind == GroupKind::Noun;
        let close = |k: usize| self.groups[k].kind == GroupKind::Close;
        if let Some(mark) = before.filter(|&k| k > 0 && k + 1 == g && !noun(k) && !close(k) && noun(k - 1))
            && self.top().verb.is_some()
        {
            self.open(Link::Relative, None, None, false);
            verb.subject = Some(mark as u32);
            self.link(verb);
            return true;
        }
        let subject = self.said_list(subject, top.verb);
        verb.subject = Some(subject);
        self.open_fresh(subject, top.verb);
        let (clause, outer) = (self.top().clause, self.groups[subject as usize].clause);
        for group in self.groups[subject as usize..=g].iter_mut().filter(|k| k.clause == outer) {
            group.clause = clause;
            // "flew to Peru and Lee left": "to" has no hold of her.
            group.preposition = group.preposition.filter(|&p| p >= subject);
        }
        self.link(verb);
        true
    }

    /// Opens the clause of a subject that no verb had claimed: what `last` reports, another one behind "and", or a sentence.
    fn open_fresh(&mut self, subject: u32, last: Option<u32>) {
        let before_subject = self.before(subject as usize).map(|k| self.groups[k].kind);
        let lead = last.filter(|&v| {
            let said = self.verbs[v as usize];
            before_subject == Some(GroupKind::Verb) && said.group < subject && self.may_report(said)
        });
        match before_subject {
            // "said Kim met Xi"
            _ if lead.is_some() => {
                self.open(Link::Complement, None, Some(subject), false);
            }
            Some(GroupKind::Coordinator) => {
                while self.stack.len() > 1 && self.clauses[self.top().clause as usize].link != Link::Complement {
                    self.stack.pop();
                }
                let Clause { link, governor, opener, .. } = self.clauses[self.top().clause as usize];
                // "“Peru met Chile and they agreed,” …": the second is speech as well.
                let speech = opener.filter(|&o| self.groups[o as usize].kind == GroupKind::Quote);
                self.stack.pop();
                self.open(link, speech, Some(subject), false);
                let clause = self.top().clause as usize;
                self.clauses[clause].governor = governor;
            }
            _ => {
                self.stack.clear();
                self.open(Link::Main, None, Some(subject), false);
            }
        }
    }

    /// Whether the first verb of the sentence is at its head, a gerund or of those told of ("Among those who met were", "Those
    /// who met included"), and the second, this one, only says who they are.
    fn is_led(&self, g: usize, verb: &Verb) -> bool {
        let be = self.text.classes(verb.main as usize).any(Classes::BE);
        let includes = lexical::is_containing(self.text.key(verb.main as usize));
        let [first] = self.verbs[..] else { return false };
        let head = &self.groups[..first.group as usize];
        let leads = match first.link {
            Link::Relative => {
                let Some(those) = first.subject.and_then(|those| head.get(those as usize)) else { return false };
                match those.preposition {
                    Some(p) => p == 0 && self.is_among(0),
                    None => first.subject == Some(0) && self.text.word(those.head as usize) == "Those",
                }
            }
            _ => first.form == VerbForm::Gerund && head.iter().all(|k| k.kind == GroupKind::Adverb),
        };
        let plain = self.groups[first.group as usize + 1..g].iter().all(|k| k.kind != GroupKind::Comma);
        let noun = self.groups.get(g + 1).is_some_and(|n| n.kind == GroupKind::Noun);
        (be || includes) && leads && plain && noun && g as u32 > first.group
    }

    /// ", said Kim.": a verb of saying behind what was said, its subject right behind it.
    fn inverted(&self, g: usize, before: Option<usize>) -> Option<usize> {
        let apart = before.is_some_and(|k| matches!(self.groups[k].kind, GroupKind::Comma | GroupKind::Quote));
        let told = self.stack.iter().any(|open| open.verb.is_some())
            || before.is_some_and(|k| self.groups[..=k].iter().any(|q| q.kind == GroupKind::Quote));
        let acts = |n: usize| {
            self.groups.get(n + 1).is_some_and(|k| matches!(k.kind, GroupKind::Verb | GroupKind::Coordinator))
        };
        let waits = self.top().verb.is_none() && self.top().subject.is_some();
        // ", had pledged further cooperation": what is promised, nobody who speaks.
        let tag = |token: u32| self.tags[token as usize - self.first];
        let thing = |n: usize| {
            let tokens = self.groups[n].tokens;
            tag(self.groups[n].head) == Tag::Noun
                && !(tokens.start..tokens.end)
                    .any(|i| matches!(tag(i), Tag::Determiner | Tag::Number | Tag::Owner | Tag::Possessive | Tag::Name))
                && !lexical::is_office(self.key(n))
        };
        let noun = self.said_by(g).filter(|&n| !acts(n) && !thing(n));
        // "…, Lee, the envoy, told Kim": told is who hears it.
        let says = lexical::is_sayer(self.key(g)) && self.key(g) != const { Key::of_ascii("told") };
        noun.filter(|_| apart && told && !waits && says)
    }

    /// "the talks Kim held": two noun groups side by side, a verb right behind them.
    fn two_nouns(&self, g: usize, before: Option<usize>) -> bool {
        let noun = |k: &Group| k.kind == GroupKind::Noun;
        let [.., thing, subject] = &self.groups[..g] else { return false };
        before.is_some_and(|k| k + 1 == g) && noun(thing) && noun(subject) && subject.preposition.is_none()
    }

    /// "the deal Kim struck", "at a meeting they had": a name or pronoun that acts, right behind what people do together.
    pub(super) fn is_contact(&self, g: usize, before: Option<usize>) -> bool {
        if !self.two_nouns(g, before) {
            return false;
        }
        let thing = self.key(g - 2);
        let tag = self.tags[self.groups[g - 1].head as usize - self.first];
        // "The mill they bought in Rome will close": what waits for its verb.
        let top = self.top();
        let waits = top.verb.is_none() && top.subject == Some(g as u32 - 2) && !lexical::is_time(thing);
        if waits && self.is_nominative(g - 1) && self.acts_later(g) {
            return true;
        }
        matches!(tag, Tag::Name | Tag::Names | Tag::Pronoun)
            && (lexical::is_occasion(thing) || lexical::is_shared(thing))
    }

    /// The noun right before the verb acts on the one before it.
    pub(super) fn open_contact(&mut self, g: usize, verb: &mut Verb) {
        let subject = g as u32 - 1;
        // "At a meeting she had, …": she is not what the sentence is about.
        if self.top().subject == Some(subject) {
            self.top_mut().subject = None;
        }
        self.open(Link::Relative, None, Some(subject), false);
        let clause = self.top().clause;
        self.clauses[clause as usize].antecedent = Some(subject - 1);
        self.groups[g - 1..=g].iter_mut().for_each(|group| group.clause = clause);
        verb.subject = Some(subject);
        self.link(verb);
    }

    /// "has oil and, after years of drought, has signed": whether the comma ends what stands between "and" and a verb.
    fn goes_on_behind(&self, comma: usize) -> bool {
        let kind = |k: usize| self.groups[k].kind;
        let hangs =
            |k: GroupKind| matches!(k, GroupKind::Noun | GroupKind::Preposition | GroupKind::Date | GroupKind::Adverb);
        let first = (0..comma).rev().find(|&k| !hangs(kind(k))).filter(|&k| k > 0 && k + 1 < comma);
        first.is_some_and(|k| {
            kind(comma) == GroupKind::Comma && kind(k) == GroupKind::Comma && kind(k - 1) == GroupKind::Coordinator
        })
    }

    /// Whether a clause around the preposition waits for its verb: "the deal after the talks was …".
    fn incomplete_outside(&self, p: u32) -> bool {
        let top = self.top();
        // "A day after they met, …": a measure of time is no subject.
        if top.subject.is_some_and(|s| s + 1 == p && lexical::is_time(self.key(s as usize))) {
            return false;
        }
        top.verb.is_none()
            && top.subject.is_some_and(|s| s < p)
            && self.kind_before(p as usize) != Some(GroupKind::Comma)
    }
}
