//! What stands above an infinitive or gerund says of it: a verb, an adjective, the noun that it explains.

use crate::clause::{GroupKind, Link, Verb, VerbForm, lexical};
use crate::relation::Modality;
use crate::relation::attitude::{self, Attitude};
use crate::text::{Classes, Key, Tag};

use super::{Reader, is_will};

impl Reader<'_> {
    /// What the verb `governor` says of the infinitive, gerund or noun it governs.
    pub(super) fn governed(&mut self, governor: usize, low: &Verb) {
        let high = self.syntax.verbs[governor];
        let main = high.main as usize;
        let key = self.text.key(main);
        let be = Classes::of(key).any(Classes::BE);
        let adjective = (high.group as usize + 1..low.group as usize)
            .rfind(|&g| self.syntax.groups[g].kind == GroupKind::Adjective)
            .map(|g| self.syntax.groups[g].head as usize);
        if let Some(token) = adjective.filter(|_| be || attitude::is_seeming(key) || lexical::is_sayer(key)) {
            // "were not able to agree"
            let first = self.syntax.groups[self.syntax.group_of(token)].tokens.start as usize;
            if let Some(not) = (first.saturating_sub(1)..token).find(|&i| self.text.classes(i).any(Classes::NEGATION)) {
                return self.negative(not);
            }
            // "is ready to meet", "looks set to meet", "said ready to meet"; "was able to meet" tells that they met.
            let managed = high.past && self.text.key(token) == const { Key::of_ascii("able") };
            if let Some(attitude) = attitude::of_adjective(self.text.key(token)).filter(|_| !managed) {
                self.attitude(attitude, token);
            } else if is_needed(self.text.key(token)) {
                // "it is important to help", "it is vital for Peru to sign"
                self.modality(Modality::Possible, token);
            }
        } else if be {
            // "is to meet"; "It was in Rome that they met" is no plan.
            if low.form == VerbForm::Infinitive {
                self.modality(Modality::Planned, main);
                // "was to have met": they did not.
                if high.past && low.perfect {
                    self.negative(main);
                }
            }
        } else if Classes::of(key).any(Classes::HAVE) && self.is_yet(low) {
            // "has yet to sign"
            self.negative(main);
        } else if Classes::of(key).any(Classes::HAVE) {
            // "had to meet": they did; unlike "said they had to meet".
            if !high.past || high.modal.is_some() || high.link == Link::Complement {
                self.modality(Modality::Possible, main);
            }
        } else if high.passive && low.form == VerbForm::Infinitive && key == const { Key::of_ascii("prepared") } {
            // "is prepared to meet": ready, as yet.
            self.modality(Modality::Possible, main);
        } else if low.form == VerbForm::Infinitive && key == const { Key::of_ascii("going") } {
            // "is going to meet"
            self.modality(Modality::Planned, main);
        } else if let Some(attitude) =
            attitude::of_verb(key).filter(|a| !self.is_halt(&high, low) && !self.is_cost(*a, &high, low))
        {
            // "urged Peru to stop selling": it goes on.
            if attitude == Attitude::Negative && attitude::is_interrupting(key) && self.is_asked_for(&high) {
                self.affirmed = true;
                self.decided = true;
                return;
            }
            self.said_by(&high, attitude);
            // "had agreed to merge, but that deal collapsed"
            let planned = attitude == Attitude::Planned && (high.perfect || high.passive);
            if high.past && (attitude::is_striving(key) || planned) {
                self.foiled(main);
            }
        } else if self.is_event() && attitude::is_ordering(key) {
            // "sent Kim to meet Lee"
            self.modality(Modality::Planned, main);
        } else if low.link == Link::Infinitive
            && low.form == VerbForm::Infinitive
            && !attitude::is_done(key)
            // "enabled Peru to sign"
            && !(high.past && high.modal.is_none() && high.negation.is_none() && attitude::is_enabling(key))
            && !self.is_stage(&high)
            && !self.is_ranked(low)
        {
            // "met to boost ties": a purpose is not yet a fact; "flew to Rome to meet Ek": it is at hand.
            let coming = self.is_on_the_way(&high, low) || self.is_coming(&high);
            self.modality(if coming { Modality::Planned } else { Modality::Possible }, low.main as usize);
        }
    }

    /// "will extend a scheme to help", "will issue stock to buy": of what is done by it; unlike "will push to help"
    fn is_coming(&self, verb: &Verb) -> bool {
        !self.is_event()
            && verb.modal.is_some_and(|m| is_will(self.text.key(m as usize)))
            && !attitude::is_applying(self.text.key(verb.main as usize))
    }

    /// "flew to Rome" of those who meet there, or sign there what is agreed
    fn is_on_the_way(&self, verb: &Verb, low: &Verb) -> bool {
        let off = verb.negation.is_some()
            || verb.modal.is_some()
            || verb.governor.is_some_and(|_| verb.link == Link::Infinitive);
        let there = self.is_event()
            || const { Key::each(["ink", "initial", "seal", "sign"]) }.contains(&self.text.key(low.main as usize));
        let key = self.text.key(verb.main as usize);
        there && verb.past && !off && (attitude::is_moving(key) || !self.is_event() && attitude::is_assembling(key))
    }

    /// Whether "yet" before an infinitive says that it is not done: "has yet to sign".
    fn is_yet(&self, low: &Verb) -> bool {
        let first = self.syntax.groups[low.group as usize].tokens.start as usize;
        low.form == VerbForm::Infinitive && first > 0 && self.text.word(first - 1) == "yet"
    }

    /// Whether somebody had the luck or the chance, and so did it: "had the opportunity to meet".
    pub(super) fn is_had(&self, noun: usize, verb: &Verb) -> bool {
        verb.governor.map(|g| self.syntax.verbs[g as usize]).is_some_and(|high| {
            let key = self.text.key(high.main as usize);
            high.form == VerbForm::Finite
                && high.past
                && high.modal.is_none()
                && high.negation.is_none()
                && (Classes::of(key).any(Classes::HAVE) || key == const { Key::of_ascii("got") })
                && self.syntax.after(high.group as usize) == Some(noun)
                && attitude::is_luck(self.head(noun))
                && self.text.word(self.syntax.groups[noun].tokens.start as usize) != "no"
        })
    }

    fn is_be(&self, v: usize) -> bool {
        self.text.classes(self.syntax.verbs[v].main as usize).any(Classes::BE)
    }

    /// Whether an infinitive says what a halt on the way was for: "stopped to meet"; unlike "stopped meeting".
    fn is_halt(&self, high: &Verb, low: &Verb) -> bool {
        low.form == VerbForm::Infinitive && attitude::is_stopping(self.text.key(high.main as usize))
    }

    /// "cut lanes to help", "suspended talks to visit Peru": what it was done for; unlike "refused to help".
    fn is_cost(&self, attitude: Attitude, high: &Verb, low: &Verb) -> bool {
        attitude == Attitude::Negative
            && low.form == VerbForm::Infinitive
            && low.link == Link::Infinitive
            && !high.passive
            && self.syntax.after(high.group as usize).is_some_and(|k| (k as u32) < low.group)
            && attitude::is_reducing(self.text.key(high.main as usize))
    }

    /// "will stop in Rome to meet", "plans to come to meet": who meets is there as soon as the verb is done; "gave to help".
    fn is_stage(&self, verb: &Verb) -> bool {
        if self.is_event() {
            verb.modal.is_some()
                || verb.form == VerbForm::Infinitive && verb.governor.is_some()
                || attitude::is_assembling(self.text.key(verb.main as usize))
        } else {
            attitude::is_giving(self.text.key(verb.main as usize))
        }
    }

    /// "rejected the idea of meeting", "abandoned its plan to help", "ended talks to buy": what the noun tells of is dropped.
    pub(super) fn dropped(&mut self, noun: usize, verb: &Verb) {
        let Some(high) = verb.governor.map(|g| self.syntax.verbs[g as usize]) else { return };
        let key = self.text.key(high.main as usize);
        let groups = &self.syntax.groups;
        let mut top = noun;
        while let Some(p) = groups[top].preposition.filter(|&p| p > high.group) {
            let Some(above) = self.syntax.before(p as usize).filter(|&n| groups[n].kind == GroupKind::Noun) else {
                break;
            };
            top = above;
        }
        let head = self.text.key(groups[noun].head as usize);
        let hopeful = matches!(attitude::of_noun(head), Some(Attitude::Planned | Attitude::Possible));
        if (hopeful || !self.is_event() && attitude::is_talking(head))
            && self.syntax.after(high.group as usize) == Some(top)
            && (attitude::of_verb(key) == Some(Attitude::Negative) || attitude::is_leaving(key))
            && !attitude::is_opposing(key)
            && high.negation.is_none()
            // "asked Peru to cancel plans to help": they stand.
            && !self.is_asked_for(&high)
        {
            self.negative(high.main as usize);
        }
    }

    /// "Acme Steel refuse to work": the noun group before an infinitive that nothing governs, where it ends in a
    /// verb of refusing.
    pub(super) fn bare_noun(&self, verb: &Verb) -> Option<usize> {
        let noun =
            self.syntax.before(verb.group as usize).filter(|_| verb.governor.is_none() && verb.noun.is_none())?;
        let group = self.syntax.groups[noun];
        let head = group.head as usize;
        let ends = group.kind == GroupKind::Noun && self.syntax.tag(head) == Tag::Noun;
        (ends && attitude::is_refusing(self.text.key(head))).then_some(noun)
    }

    /// "the decision of Peru to help": the noun that the infinitive explains.
    fn explained(&self, noun: usize) -> usize {
        let attitude = |n: usize| attitude::of_noun(self.text.key(self.syntax.groups[n].head as usize));
        let tied = |p: &u32| {
            matches!(self.text.word(self.syntax.groups[*p as usize].tokens.start as usize), "of" | "by" | "from")
        };
        // "a memorandum of understanding to buy"
        let mut n = if self.head(noun) == const { Key::of_ascii("understanding") } { self.whole(noun) } else { noun };
        if self.is_pact(n) {
            return n;
        }
        for _ in 0..2 {
            // "an agreement in principle to buy"
            let principle = self.head(n) == const { Key::of_ascii("principle") };
            let preposition = self.syntax.groups[n].preposition.filter(|p| principle || tied(p));
            let Some(above) =
                preposition.filter(|_| attitude(n).is_none()).and_then(|p| self.syntax.before(p as usize))
            else {
                break;
            };
            n = above;
        }
        // "signed a contract with Peru to help"
        let with = self.syntax.groups[n].preposition.filter(|p| {
            matches!(self.text.word(self.syntax.groups[*p as usize].tokens.start as usize), "with" | "between")
        });
        let pact = with.and_then(|p| self.syntax.before(p as usize)).filter(|&k| self.is_pact(k));
        if let Some(pact) = pact.filter(|_| attitude(n).is_none()) {
            return pact;
        }
        if attitude(n).is_some() { n } else { noun }
    }

    /// What the noun before an infinitive says of it: "a plan to visit", "ways to boost", "a deal to cooperate".
    pub(super) fn noun_of_infinitive(&mut self, noun: usize, verb: &Verb) {
        let adjective = (noun + 1..verb.group as usize).find(|&g| self.syntax.groups[g].kind == GroupKind::Adjective);
        let noun = self.explained(noun);
        let group = self.syntax.groups[noun];
        let head = group.head as usize;
        let key = self.text.key(head);
        let governor = verb.governor.map(|g| self.syntax.verbs[g as usize].main as usize);
        let exercised = const { Key::each(["exercise", "exercised", "exercises", "exercising"]) };
        let exercised = governor.is_some_and(|g| exercised.contains(&self.text.key(g)));
        // "exercised its option to buy": bought; as the verb says in "will exercise its option to buy".
        if self.is_had(noun, verb) || exercised && matches!(self.text.word(head), "option" | "right" | "rights") {
            return;
        }
        // "no plans to meet"
        let first = group.tokens.start as usize;
        if self.text.key(first) == const { Key::of_ascii("no") } {
            self.negative(first);
        }
        // "the agreement to merge has been terminated"
        let over = |v: &&Verb| {
            let own = v.subject == Some(noun as u32) && v.passive && v.modal.is_none() && v.negation.is_none();
            let key = self.text.key(v.main as usize);
            own && (attitude::of_verb(key) == Some(Attitude::Negative) || attitude::is_leaving(key))
        };
        if let Some(over) = self.syntax.verbs.iter().find(over) {
            self.negative(over.main as usize);
        }
        // "has not answered the invitation to visit": it may yet be.
        let answer = governor.is_none_or(|g| attitude::is_accepting(self.text.key(g)));
        self.affirmed |= attitude::is_asking(key) && !answer;
        let high = verb.governor.map(|g| self.syntax.verbs[g as usize]);
        let own = high.filter(|v| v.negation.is_none() && self.syntax.after(v.group as usize) == Some(noun));
        if let Some(high) = own {
            let (main, key) = (high.main as usize, self.text.key(high.main as usize));
            if const { Key::each(["lack", "lacks", "lacked", "lacking"]) }.contains(&key) {
                // "lacked the money to help"
                return self.negative(main);
            }
            let yes = const { Key::each(["accepted", "approved"]) }.contains(&key);
            if yes && high.past && high.modal.is_none() && attitude::is_asking(self.head(noun)) {
                // "accepted the offer to visit"
                return self.modality(Modality::Planned, main);
            }
        }
        // "those due to attend"
        let adjective = adjective.map_or(group.tokens.end as usize - 1, |g| self.syntax.groups[g].head as usize);
        if let Some(attitude) = attitude::of_adjective(self.text.key(adjective)) {
            return self.attitude(attitude, adjective);
        }
        // "the most likely bidder to help"
        let likely = |i: &usize| self.text.word(*i) == "likely";
        if let Some(likely) = group.tokens.range().find(likely) {
            return self.modality(Modality::Possible, likely);
        }
        match attitude::of_noun(key) {
            Some(attitude) => self.attitude(attitude, head),
            None if self.is_ranked(verb) => {}
            // "held a meeting to discuss trade"
            None if governor.is_some() && self.is_event() && attitude::is_talking(key) => {}
            // "sent troops to help", "pledged money to rebuild"
            None if let Some(giving) = governor.filter(|_| !self.is_event())
                && (attitude::is_giving(self.text.key(giving)) || attitude::is_gift(key)) =>
            {
                if let Some(attitude) = attitude::of_verb(self.text.key(giving)) {
                    self.attitude(attitude, giving);
                }
            }
            // "met Kim to discuss trade"
            None if self.is_event() && governor.is_some_and(|g| attitude::is_assembling(self.text.key(g))) => {}
            // "received a contract to supply wire"
            None if !self.is_event()
                && attitude::is_pact(key)
                && governor.is_some_and(|g| attitude::is_winning(self.text.key(g))) => {}
            // "have formed a venture to build"
            None if !self.is_event()
                && attitude::is_union(key)
                && verb
                    .governor
                    .map(|g| self.syntax.verbs[g as usize])
                    .is_some_and(|v| v.past && attitude::is_forming(self.text.key(v.main as usize))) => {}
            // "will sign a deal for Peru to build"
            None if !self.is_event()
                && attitude::is_pact(key)
                && governor.is_some_and(|g| attitude::is_making(self.text.key(g))) =>
            {
                self.modality(Modality::Planned, verb.main as usize);
            }
            // "will join hands to build"
            None if governor.is_some_and(|g| attitude::is_joining(self.text.key(g))) => {}
            // "directed the ministers to meet"
            None if let Some(order) = governor.filter(|&g| attitude::is_ordering(self.text.key(g))) => {
                self.modality(Modality::Planned, order);
            }
            // "agreed in principle to buy", "will stop in Rome to meet"
            None if let Some(high) =
                verb.governor.filter(|&g| group.preposition.is_some() && !self.is_be(g as usize)) =>
            {
                self.governed(high as usize, verb);
            }
            None if governor.is_some() => {
                let high = verb.governor.map(|g| self.syntax.verbs[g as usize]);
                let coming = high.is_some_and(|v| self.is_on_the_way(&v, verb) || self.is_coming(&v));
                let modality = if coming { Modality::Planned } else { Modality::Possible };
                self.modality(modality, verb.main as usize);
            }
            // "Acme Steel refuse to work"
            None if attitude::is_refusing(self.text.key(head)) => self.negative(head),
            None => self.modality(Modality::Planned, verb.main as usize),
        }
    }

    /// Whether a noun before an infinitive says who was the first or last to do so: "the first head of state to visit"; not
    /// "offered for the first time to visit".
    fn is_ranked(&self, verb: &Verb) -> bool {
        let groups = &self.syntax.groups;
        let before = self.syntax.before(verb.group as usize).filter(|&g| groups[g].kind == GroupKind::Noun);
        before.map(|g| self.whole(g)).is_some_and(|g| {
            let rank = const { Key::each(["first", "second", "third", "last", "latest", "only", "most", "highest"]) };
            let time = const { Key::each(["for", "at", "in", "on"]) };
            let tokens = groups[g].tokens;
            // "the most senior official" may be read as two groups.
            let first = tokens.start.saturating_sub(1).max(self.syntax.sentence.start);
            (first..tokens.end).any(|i| rank.contains(&self.text.key(i as usize)))
                && !self.preposition(g).is_some_and(|p| time.contains(&p))
        })
    }

    /// The infinitive before an "and to", whose governor is that of the one behind: "agreed to sell wool around the world and to
    /// help".
    pub(super) fn joined_infinitive(&self, verb: &Verb) -> Option<usize> {
        let groups = &self.syntax.groups;
        let before = (verb.group as usize).checked_sub(1)?;
        let clause = groups[verb.group as usize].clause;
        let first = |v: &Verb| {
            let tied = v.link == Link::Infinitive && v.governor.is_some();
            tied && v.group < verb.group && groups[v.group as usize].clause == clause && self.has_to(v)
        };
        let joined = groups[before].kind == GroupKind::Coordinator && self.has_to(verb);
        self.syntax.verbs.iter().rposition(first).filter(|_| joined)
    }
}

/// Whether an adjective with an infinitive says that it ought to be so.
fn is_needed(adjective: Key) -> bool {
    const { Key::each(["crucial", "desirable", "essential", "imperative", "important", "necessary", "vital"]) }
        .contains(&adjective)
}
