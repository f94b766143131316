//! The status of a noun: its own words, its preposition, the verb it belongs to.

use crate::clause::{GroupKind, Link, Verb, VerbForm};
use crate::relation::Modality;
use crate::relation::attitude::{self, Attitude};
use crate::relation::frame::governing;
use crate::text::{Classes, Key, Tag, TokenRange};

use super::{Reader, is_after, is_will};

impl Reader<'_> {
    /// A noun as trigger: its own words, its preposition, the verb it belongs to.
    pub(super) fn noun(&mut self, g: usize, trigger: TokenRange) {
        // "a memorandum of understanding"
        let g = if self.head(g) == const { Key::of_ascii("understanding") } { self.whole(g) } else { g };
        let verb = self.governing_verb(g);
        self.intended(g);
        self.approved(g, verb);
        self.announced(g, verb);
        self.words_of(g, trigger);
        // "the contract work will be done": the work, not the contract
        let behind = self.syntax.groups[g].head as usize >= trigger.end as usize;
        if behind && attitude::is_pact(self.text.key(trigger.start as usize)) && attitude::is_of_pact(self.head(g)) {
            return;
        }
        self.pending();
        self.beside(g, verb);
        if let Some(v) = verb {
            self.tense(&self.syntax.verbs[v]);
        }
        if let Some(v) = verb.map(|v| self.syntax.verbs[v]).filter(|v| self.is_awaited(v, g)) {
            return self.modality(Modality::Planned, v.main as usize);
        }
        if let Some(undone) = self.is_undone_behind(g) {
            self.negative(undone);
        }
        if self.is_in_force(g, verb) {
            return self.ended(g, verb);
        }
        let wanted = self.read_prepositions(g);
        if self.has_taken_place(g) || self.is_event() && verb.is_some_and(|v| self.is_past(g, &self.syntax.verbs[v])) {
            self.decided = true;
        }
        if self.is_event() && (self.is_due_before(g) || self.is_due_behind(g)) {
            self.modality(Modality::Planned, self.syntax.groups[g].head as usize);
        }
        if let Some(would) = self.would_bring(g) {
            self.modality(Modality::Planned, would);
        }
        match verb {
            Some(v) => self.under_verb(v, g, wanted),
            None => self.headline(g, trigger),
        }
    }

    /// What its verb says of a noun: "the deal was called off", "the talks will be held"; `wanted` what its prepositions say
    /// is sought.
    fn under_verb(&mut self, v: usize, g: usize, wanted: bool) {
        let verb = self.syntax.verbs[v];
        let key = self.text.key(verb.main as usize);
        let object = self.is_object(v, g);
        let subject = self.is_subject(v, g);
        if self.is_called_off(v, g) || self.is_left(v, g) {
            // "urged Peru to break off talks": they go on.
            if verb.negation.is_none() && !self.is_asked_for(&verb) && !self.is_conditional(&verb) {
                self.negative(verb.main as usize);
            }
            return;
        }
        if let Some((attitude, token)) = self.held_to_be(g, v) {
            return self.attitude(attitude, token);
        }
        // "accepted an invitation", "accepted the offer of talks"
        let asked = object && attitude::is_asking(self.head(g)) && verb.negation.is_none();
        if asked && const { Key::each(["accepted", "accepting", "accepts"]) }.contains(&key) {
            return self.modality(Modality::Planned, verb.main as usize);
        }
        // "investigates the secret sales", "condemned the deal": it was done.
        if object && attitude::is_looking_into(key) {
            return;
        }
        if verb.subject == Some(g as u32) && self.is_over(&verb, g) {
            return self.negative(verb.main as usize);
        }
        if self.is_event() && self.has_time_set(v, g) {
            return self.modality(Modality::Planned, verb.main as usize);
        }
        if object && self.looks_forward(&verb) {
            self.modality(Modality::Planned, verb.main as usize);
        }
        if self.is_event() && self.is_ahead(g) && !(object && verb.past && attitude::of_verb(key).is_none()) {
            self.modality(Modality::Planned, verb.main as usize);
        }
        if self.is_event() && self.is_when(g) {
            let preposition = self.preposition(self.whole(g));
            self.in_time_of(
                v,
                preposition.is_some_and(is_after),
                preposition == Some(const { Key::of_ascii("during") }),
            );
        }
        // "will rebuild it with the help of Peru"
        let aid = self.preposition(g) == Some(const { Key::of_ascii("with") }) && attitude::is_gift(self.head(g));
        if !self.is_event() && aid && !self.is_undone(&verb) {
            self.in_time_of(v, false, false);
        }
        // "the trip coincides with the talks"
        if self.is_event()
            && attitude::is_coinciding(key)
            && self.preposition(g) == Some(const { Key::of_ascii("with") })
            && (verb.form == VerbForm::Finite && !verb.past)
        {
            return self.modality(Modality::Planned, verb.main as usize);
        }
        if verb.subject == Some(g as u32)
            && self.is_undone(&verb)
            && (self.is_pact(g) || attitude::is_fusion(self.head(g)))
        {
            return self.negative(verb.main as usize);
        }
        if let Some(coming) = self.fusion_ahead(g, &verb, subject).or(self.event_ahead(g, &verb, subject)) {
            self.modality(Modality::Planned, coming);
        }
        // "the deal looks set to be signed"
        if subject && !verb.passive && attitude::is_seeming(key) && self.text.word(verb.main as usize + 1) == "set" {
            return self.modality(Modality::Planned, verb.main as usize + 1);
        }
        // "cooperation would violate the sanctions" is no doubt about the cooperation; "talks will resume" is about talks.
        let occurs = || attitude::occurs(key) && !self.is_effect(v, g);
        if !(object || subject && (verb.passive || occurs())) || self.is_told_about(v, g) {
            // "a merger would create a giant": there is none.
            let open = |m: u32| self.text.key(m as usize) == const { Key::of_ascii("would") };
            // "the talks would involve all": if there are any.
            let with = self.is_event() && attitude::is_taking_part(key);
            if subject && !object && verb.modal.is_some_and(open) && (with || self.is_indefinite(g)) {
                self.modality(Modality::Possible, verb.main as usize);
            }
            return;
        }
        // "might overshadow the visit"
        if object && attitude::is_touching(key) {
            // "may delay the visit"
            if self.is_event() && !verb.past && const { Key::each(["delay", "delays", "delaying"]) }.contains(&key) {
                self.modality(Modality::Planned, verb.main as usize);
            }
            return;
        }
        // "to maintain good relations": there are some.
        if object && self.is_kept_up(&verb, g) {
            self.decided = true;
        }
        if verb.subject == Some(g as u32) && self.infinitive_of(v, g).is_none() {
            self.predicate(&verb);
        }
        // "will be amended so as to ensure": a purpose
        let purpose = |low: &Verb| {
            let first = self.syntax.groups[low.group as usize].tokens.start as usize;
            matches!(self.text.word(first - 1), "as" | "order")
        };
        let low = self.infinitive_of(v, g).filter(|low| !purpose(low));
        if self.exists(&low.unwrap_or(verb), g, subject || low.is_some()) {
            return;
        }
        let comes_about = low.is_none_or(|low| {
            let key = self.text.key(low.main as usize);
            attitude::comes_about(key) && !(self.is_pact(g) && self.text.classes(low.main as usize).any(Classes::BE))
        });
        if self.is_applied_for(&verb, g) {
            self.modality(Modality::Possible, verb.main as usize);
        }
        if object || verb.passive {
            if !self.as_object(v, g, wanted, comes_about) {
                return;
            }
        } else if let Some(low) = low.filter(|_| comes_about && self.text.classes(verb.main as usize).any(Classes::BE))
        {
            // "the talks are due to begin", "are to be held"
            self.governed(v, &low);
        }
        // "stopped approving sales over the deal": why, not what is stopped.
        let why = const { Key::each(["over", "about", "despite", "because", "amid", "regarding"]) };
        self.affirmed |= self.preposition(self.whole(g)).is_some_and(|p| why.contains(&p)) && !wanted;
        self.own_verb(v);
        self.above(v);
    }

    /// What the verb of which a noun is the object, or the passive subject, says of it: "cancelled the talks", "wants a deal".
    /// Whether what stands further off counts as well.
    fn as_object(&mut self, v: usize, g: usize, wanted: bool, comes_about: bool) -> bool {
        let verb = self.syntax.verbs[v];
        let key = self.text.key(verb.main as usize);
        if self.left_open(&verb) {
            return false;
        }
        let barred = |a: Attitude| self.is_barred(v, g, a, wanted) || !comes_about;
        if let Some(attitude) = attitude::of_verb(key).filter(|&a| !barred(a)) {
            let threatened = self.is_threatened(&verb);
            let denied = verb.negation.is_some() && !self.is_counterfactual(&verb);
            let spared = denied && !attitude::is_ruling_out(key) || self.is_only_if(&verb);
            if attitude == Attitude::Negative && !self.is_event() && (threatened || spared || self.is_asked_for(&verb))
            {
                // "should halt its aid", "would halt its aid if", "cannot halt its aid", "until it halts its aid": it goes on.
                return false;
            }
            // "urged Peru to end the talks": they go on.
            if attitude == Attitude::Negative
                && self.is_event()
                && attitude::is_interrupting(key)
                && self.is_asked_for(&verb)
            {
                // "urged Peru to block the visit": it is to come.
                if attitude::is_trip(self.head(g)) && !verb.perfect {
                    self.modality(Modality::Planned, verb.main as usize);
                }
                return false;
            }
            // "would not have ended it just because": it is over.
            if attitude == Attitude::Negative && self.is_counterfactual(&verb) {
                self.negative(verb.main as usize);
                return false;
            }
            self.said_by(&verb, attitude);
        } else if verb.form == VerbForm::Gerund && verb.link == Link::Adjunct {
            // "the fields of deepening cooperation"
            self.gerund(&verb);
        }
        true
    }

    /// "the proposed merger, the biggest deal ever, is under review": what is said of the subject beside which the noun stands.
    fn beside(&mut self, g: usize, verb: Option<usize>) {
        let subject = verb.and_then(|v| self.syntax.verbs[v].subject).map(|s| s as usize).filter(|&s| s < g);
        let group = self.syntax.groups[g];
        let comma = |i: u32| i > self.syntax.sentence.start && self.text.word(i as usize - 1) == ",";
        let Some(s) = subject.filter(|_| group.preposition.is_none() && comma(group.tokens.start)) else { return };
        if !self.is_event() && (attitude::is_pact(self.head(s)) || attitude::is_union(self.head(s))) {
            let tokens = self.syntax.groups[s].tokens.range();
            let said = tokens.filter_map(|i| Some((attitude::of_adjective(self.text.key(i))?, i))).next();
            if let Some((attitude, token)) = said {
                self.attitude(attitude, token);
            }
        }
    }

    /// "VISIT TO PERU POSSIBLE", "PREMIER CANCELS VISIT TO PERU": what is said of a noun in a line without a verb.
    fn headline(&mut self, g: usize, trigger: TokenRange) {
        let groups = &self.syntax.groups;
        let first = groups[g].tokens.start as usize + 1;
        let does = |i: &usize| self.text.word(*i).ends_with(['s', 'S']) && self.syntax.tag(*i) != Tag::Verb;
        let said = (first..trigger.start as usize).rev().filter(does);
        let said = said.filter(|&i| !self.is_made_by(self.text.key(i), g));
        let said = said.filter_map(|i| Some((attitude::of_verb(self.text.key(i))?, i))).next();
        if let Some((attitude, token)) = said {
            return self.attitude(attitude, token);
        }
        let clause = groups[g].clause;
        let said = (g + 1..groups.len())
            .filter(|&k| groups[k].clause == clause && groups[k].kind == GroupKind::Adjective)
            .map(|k| groups[k].head as usize);
        let said = said.filter_map(|head| Some((attitude::of_adjective(self.text.key(head))?, head))).next();
        if let Some((attitude, head)) = said {
            self.attitude(attitude, head);
        }
    }

    /// "the deal will open the door", "the deal will strengthen ties": what it brings about, not its coming.
    fn is_effect(&self, v: usize, g: usize) -> bool {
        let verb = self.syntax.verbs[v];
        let object = self.syntax.after(verb.group as usize).map(|k| self.syntax.groups[k]);
        (self.is_pact(g) || !self.is_event() && attitude::is_union(self.head(g)))
            && (self.is_definite(g) || verb.modal.is_none_or(|m| self.text.word(m as usize) != "would"))
            && !verb.passive
            && !self.text.classes(verb.main as usize).any(Classes::BE)
            && !attitude::is_taking_part(self.text.key(verb.main as usize))
            && object.is_some_and(|o| o.kind == GroupKind::Noun && o.preposition.is_none())
    }

    /// "talks are possible", "talks seem possible"; "a deal would not be the first": what is denied is that it would be the first.
    fn predicate(&mut self, verb: &Verb) {
        let next = verb.group as usize + 1;
        let Some(said) = self.syntax.groups.get(next).filter(|_| {
            let main = verb.main as usize;
            self.text.classes(main).any(Classes::BE) || attitude::is_seeming(self.text.key(main))
        }) else {
            return;
        };
        let head = said.head as usize;
        match said.kind {
            GroupKind::Noun if said.preposition.is_none() => self.affirmed |= verb.negation.is_some(),
            GroupKind::Adjective if verb.negation.is_none() => {
                if let Some(attitude) = attitude::of_adjective(self.text.key(head)) {
                    self.attitude(attitude, head);
                }
            }
            _ => {}
        }
    }

    /// What the words of its own group say of a noun: "no talks", "planned talks", "frozen aid", "merger talks".
    fn words_of(&mut self, g: usize, trigger: TokenRange) {
        for i in self.syntax.groups[g].tokens.start as usize..trigger.end as usize {
            let key = self.text.key(i);
            if const { Key::each(["no", "neither"]) }.contains(&key) {
                self.negative(i);
            } else if const { Key::each(["ongoing", "existing", "current", "growing"]) }.contains(&key) {
                self.decided = true;
            } else if !self.is_event() && const { Key::each(["recent", "past", "previous"]) }.contains(&key) {
                // "did not mention its recent merger"
                self.decided = true;
                self.affirmed = true;
            } else if !self.is_event() && const { Key::each(["failed", "collapsed", "abortive"]) }.contains(&key) {
                // "its failed merger"; failed talks were held.
                self.negative(i);
            } else if key == const { Key::of_ascii("any") } {
                // "any deal would create": whether there will be one is open.
                self.modality(Modality::Possible, i);
            } else if let Some(attitude) = attitude::of_adjective(key)
                && self.syntax.tag(i) != Tag::Adverb
                // "open and frank talks"
                && !matches!(self.text.word(i), "set" | "more" | "open" | "welcome" | "anxious" | "afraid")
                // "an alleged illicit deal": its being illicit is alleged.
                && !(self.text.word(i) == "alleged" && self.syntax.tag(i + 1) == Tag::Adjective)
            {
                self.attitude(attitude, i);
            }
        }
        // "no call or meeting"
        let or = g.checked_sub(2).filter(|&k| {
            let joined = self.syntax.groups[k + 1];
            joined.kind == GroupKind::Coordinator && self.text.word(joined.tokens.start as usize) == "or"
        });
        let other = or.map(|k| self.syntax.groups[k]).filter(|n| n.kind == GroupKind::Noun);
        if let Some(no) = other.map(|n| n.tokens.start as usize).filter(|&i| self.text.word(i) == "no") {
            self.negative(no);
        }
        // "their merger plan", "the aid request", "merger talks"
        let head = self.syntax.groups[g].head as usize;
        let key = self.text.key(head);
        let sought = attitude::is_asking(key) || !self.is_event() && attitude::is_negotiating(key);
        if head >= trigger.end as usize && sought {
            let attitude = attitude::of_noun(key).unwrap_or(Attitude::Possible);
            self.attitude(attitude, head);
        }
    }

    /// Whether a noun that denies is done away with itself: "ended a freeze on talks".
    pub(super) fn is_lifted(&self, noun: usize) -> bool {
        let group = self.syntax.groups[noun];
        let verb = governing(self.syntax, noun, group.clause).map(|v| self.syntax.verbs[v]);
        attitude::of_noun(self.head(noun)) == Some(Attitude::Negative)
            && group.preposition.is_none()
            && verb.is_some_and(|v| (v.group as usize) < noun && attitude::is_lifting(self.text.key(v.main as usize)))
    }

    /// Whether the rule tells of people who meet.
    pub(super) fn is_event(&self) -> bool {
        self.rule.is_contact()
    }

    /// "will seek support during a trip to Peru": the trip is to come as well.
    pub(super) fn at_the_time_of(&mut self, v: usize, after: bool) {
        self.in_time_of(v, after, false);
    }

    /// The same; `during` of what takes its time: "may raise it during a trip".
    fn in_time_of(&mut self, v: usize, after: bool, during: bool) {
        let mut v = v;
        loop {
            let verb = self.syntax.verbs[v];
            let modal = verb.modal.map(|m| self.text.key(m as usize));
            let open = |m: Key| {
                m == const { Key::of_ascii("would") }
                    || during && !verb.perfect && const { Key::each(["may", "might", "should"]) }.contains(&m)
            };
            if modal.is_some_and(|m| is_will(m) || !after && open(m)) {
                return self.modality(Modality::Planned, verb.main as usize);
            }
            let governor = verb.governor.filter(|_| verb.link == Link::Infinitive && verb.noun.is_none());
            let low = if governor.is_some() { None } else { self.infinitive_of(v, usize::MAX) };
            let low = low.filter(|low| !after || low.group == verb.group + 1);
            // "LEE TO TOUR PERU AT THE INVITATION OF EK"
            if verb.link == Link::Infinitive && verb.governor.is_none() && verb.noun.is_some() && !after {
                return self.modality(Modality::Planned, verb.main as usize);
            }
            let Some(high) = governor.map(|g| g as usize).or(low.map(|_| v)) else { return };
            let main = self.syntax.verbs[high].main as usize;
            // "is to meet", "is due to meet", "plans to meet"; "is likely to meet" says nothing of what was before.
            let be = self.text.classes(main).any(Classes::BE)
                && !(after && (self.syntax.verbs[high].past || self.is_open(high)));
            let open = self.syntax.verbs[high].negation.is_none();
            if be || !after && open && attitude::is_scheduling(self.text.key(main)) {
                return self.modality(Modality::Planned, main);
            }
            if high == v {
                return;
            }
            v = high;
        }
    }
}
