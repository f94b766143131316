//! What becomes of what a noun names: it is over, left, called off, halted, kept up, has its day set, is looked forward to.

use crate::clause::{GroupKind, Link, Verb, VerbForm};
use crate::relation::attitude::{self, Attitude};
use crate::relation::circumstance::is_beside_event;
use crate::relation::frame::governing;
use crate::text::{Classes, Key, Tag};

use super::{Reader, is_will};

impl Reader<'_> {
    /// Whether the verb says that the agreement or tie of its subject is no more: "the deal expired", "the alliance has ended".
    pub(super) fn is_over(&self, verb: &Verb, g: usize) -> bool {
        let tied = self.is_pact(g) || !self.is_event() && attitude::is_tie(self.head(g));
        tied && verb.form == VerbForm::Finite
            && verb.past
            && verb.modal.is_none()
            && verb.negation.is_none()
            // "the deal ended the row"
            && self.has_no_object(verb)
            && attitude::is_expiring(self.text.key(verb.main as usize))
    }

    /// Whether no bare noun follows a verb: "the deal ended" unlike "the deal ended the row".
    fn has_no_object(&self, verb: &Verb) -> bool {
        self.syntax.after(verb.group as usize).is_none_or(|k| {
            let next = self.syntax.groups[k];
            next.kind != GroupKind::Noun || next.preposition.is_some()
        })
    }

    /// Whether a relative clause says of an event that it was held: "asked for a meeting, which took place in May".
    pub(super) fn has_taken_place(&self, g: usize) -> bool {
        let took = |v: &&Verb| {
            let main = v.main as usize;
            let place = matches!(self.text.word(main), "took" | "taken") && self.text.word(main + 1) == "place";
            let clause = self.syntax.clauses[self.syntax.groups[v.group as usize].clause as usize];
            // "a meeting with Lee, which took place"
            let hangs = |k: usize| matches!(self.syntax.groups[k].kind, GroupKind::Noun | GroupKind::Preposition);
            let of_it = |a: u32| a as usize >= g && (g..a as usize).all(hangs);
            clause.link == Link::Relative
                && clause.antecedent.is_some_and(of_it)
                && v.past
                && v.modal.is_none()
                && v.negation.is_none()
                && (place || attitude::is_happening(self.text.key(main)))
        };
        self.syntax.verbs.iter().any(|v| took(&v))
    }

    /// The modal of what a noun is to bring about, which says that it is to come itself: "a merger that would create a giant", "a
    /// tour which will take her to Peru".
    pub(super) fn would_bring(&self, g: usize) -> Option<usize> {
        let groups = &self.syntax.groups;
        let told = |v: &&Verb| {
            let clause = self.syntax.clauses[self.syntax.groups[v.group as usize].clause as usize];
            let own = self.syntax.groups[v.group as usize].clause == self.syntax.groups[g].clause;
            v.group as usize > g && clause.link == Link::Relative && !own
        };
        let first = self.syntax.verbs.iter().filter(told).find(|v| v.form == VerbForm::Finite);
        let modal = first.and_then(|v| v.modal).map(|m| m as usize);
        let coming = |m: &usize| is_will(self.text.key(*m)) || self.text.word(*m) == "would";
        // "is on a tour which will take her to Peru"; unlike "held talks that will bear fruit"
        let trip = || {
            let held = self.governing_verb(g).is_some_and(|v| self.syntax.verbs[v].past);
            let own = first.is_some_and(|v| v.subject == Some(g as u32));
            // "came on a tour which will take him to Peru", "which will bring the minister to Peru"
            let takes = first.is_some_and(|v| {
                let object = v.group as usize + 1;
                const { Key::each(["bring", "carry", "lead", "take"]) }.contains(&self.text.key(v.main as usize))
                    && groups.get(object).is_some_and(|o| o.kind == GroupKind::Noun && o.preposition.is_none())
                    && groups.get(object + 1).is_some_and(|p| self.text.word(p.tokens.start as usize) == "to")
            });
            self.is_event() && (own && !held || takes) && attitude::is_talking(self.head(g))
        };
        modal.filter(|m| coming(m) && (!self.is_event() && attitude::is_fusion(self.head(g)) || trip()))
    }

    /// Whether an event stands behind a "before" of what is about to be done: "comes three days before the summit", "leaves before
    /// the talks".
    pub(super) fn is_yet_to_come(&self, g: usize, preposition: Key) -> bool {
        let mut verb = self.governing_verb(g).map(|v| self.syntax.verbs[v]);
        // "seems likely to act before the talks"
        while let Some(high) = verb.filter(|v| v.form == VerbForm::Infinitive).and_then(|v| v.governor) {
            verb = Some(self.syntax.verbs[high as usize]);
        }
        self.is_event()
            && preposition == const { Key::of_ascii("before") }
            && !self.is_compared(g)
            && verb.is_some_and(|v| v.form == VerbForm::Finite && !v.past && v.modal.is_none())
    }

    /// Whether the subject is a date or the like that is set, or not, for the noun: "no date has been set for the talks", "for
    /// opening the talks".
    pub(super) fn has_time_set(&self, v: usize, g: usize) -> bool {
        let timed = |v: usize| {
            self.syntax.verbs[v].subject.is_some_and(|s| (s as usize) < g && attitude::is_timing(self.head(s as usize)))
        };
        // "no date for the talks", "the exact date of the talks"
        let of =
            self.preposition(g) == Some(const { Key::of_ascii("of") }) && attitude::is_timing(self.head(self.whole(g)));
        let own = of || self.preposition(self.whole(g)) == Some(const { Key::of_ascii("for") });
        let above = self.syntax.verbs[v].governor.filter(|_| self.is_object(v, g));
        own && timed(v) || above.is_some_and(|high| timed(high as usize))
    }

    /// Whether a verb says that somebody "looks forward to the talks".
    pub(super) fn looks_forward(&self, verb: &Verb) -> bool {
        let main = verb.main as usize;
        main + 1 < self.syntax.sentence.end as usize
            && self.text.word(main + 1) == "forward"
            && matches!(self.text.word(main), "look" | "looks" | "looked" | "looking")
    }

    /// Whether a noun has the indefinite article and no owner: "a deal", "such a deal".
    pub(super) fn is_indefinite(&self, g: usize) -> bool {
        let group = self.syntax.groups[g];
        let first = group.tokens.range().take(2).any(|i| matches!(self.text.word(i), "a" | "an" | "A" | "An"));
        first && group.owner.is_empty()
    }

    /// What the object of a verb of ending tells of has ended: "froze talks on closer ties".
    pub(super) fn halted(&mut self, noun: usize) {
        let group = self.syntax.groups[noun];
        let Some(v) = governing(self.syntax, noun, group.clause) else { return };
        let verb = self.syntax.verbs[v];
        let key = self.text.key(verb.main as usize);
        let stops = attitude::of_verb(key) == Some(Attitude::Negative) && !attitude::is_opposing(key);
        let patient = self.is_object(v, noun) || verb.passive && self.is_subject(v, noun);
        if stops && verb.negation.is_none() && group.preposition.is_none() && patient {
            self.negative(verb.main as usize);
        }
    }

    /// Whether a verb and the word behind it end what the noun names, or take somebody out of it: "called off talks", "pulled out
    /// of talks", "talks were called off"; not "pulled out of the fund after its merger".
    pub(super) fn is_called_off(&self, v: usize, g: usize) -> bool {
        let verb = self.syntax.verbs[v];
        let key = self.text.key(verb.main as usize);
        // "pulled Peru out of the deal"
        let before = self.syntax.groups[g].preposition.map(|p| self.syntax.groups[p as usize].tokens.start as usize);
        // "knocked down by Peru and its ally"
        if verb.passive && g > verb.group as usize && self.is_agent(g) {
            return false;
        }
        let apart = before.is_some_and(|p| self.text.word(p) == "out" && attitude::is_ending(key, self.text.key(p)));
        if !apart && !attitude::is_ending(key, self.text.key(verb.main as usize + 1)) {
            return false;
        }
        let at = verb.group as usize;
        if g < at {
            return verb.passive && self.is_subject(v, g);
        }
        !(at + 1..g).any(|k| {
            let group = self.syntax.groups[k];
            group.kind == GroupKind::Preposition && is_circumstance(self.text.key(group.tokens.start as usize))
        })
    }

    /// Whether the noun, or the list it is of, stands behind "by": "by its ally", "by Peru and its ally".
    fn is_agent(&self, g: usize) -> bool {
        let by = const { Key::of_ascii("by") };
        let groups = &self.syntax.groups;
        let joined = |k: &usize| matches!(groups[*k].kind, GroupKind::Noun | GroupKind::Coordinator);
        let first = (0..=g).rev().take_while(joined).last();
        self.preposition(g) == Some(by) || first.is_some_and(|k| self.preposition(k) == Some(by))
    }

    /// Whether who had an agreement or tie gives it up: "tore up its treaty", "left the alliance".
    pub(super) fn is_left(&self, v: usize, g: usize) -> bool {
        let verb = self.syntax.verbs[v];
        let tied = self.is_pact(g) || attitude::is_tie(self.head(g));
        let patient = if verb.passive { self.is_subject(v, g) } else { (verb.group as usize) < g };
        let straight = self.preposition(g).is_none_or(|p| p == const { Key::of_ascii("up") });
        tied && patient && straight && attitude::is_leaving(self.text.key(verb.main as usize))
    }

    /// "Acme, the joint venture of the two", "Bo Ek, an ally of hers": what a name is there as.
    fn is_beside_name(&self, g: usize) -> bool {
        let groups = &self.syntax.groups;
        let head = self.head(g);
        let tied = !self.is_event() && (attitude::is_union(head) || attitude::is_tie(head) || attitude::is_ally(head));
        // "the rail joint venture" may be read as two groups.
        let glued = |k: usize| {
            k > 0 && groups[k - 1].kind == GroupKind::Noun && groups[k - 1].tokens.end == groups[k].tokens.start
        };
        let k = if glued(g) { g - 1 } else { g };
        let comma = k.checked_sub(1).filter(|&n| groups[n].kind == GroupKind::Comma);
        let name = comma.and_then(|c| c.checked_sub(1)).map(|n| groups[n]).filter(|n| n.kind == GroupKind::Noun);
        tied && groups[k].preposition.is_none()
            && (self.is_definite(k) || self.is_indefinite(k))
            && name.is_some_and(|n| matches!(self.syntax.tag(n.head as usize), Tag::Name | Tag::Names))
    }

    /// What a relative clause says is undone is no more: "the merger, which was called off", "a deal with Peru that was scrapped".
    pub(super) fn is_undone_behind(&self, g: usize) -> Option<usize> {
        let groups = &self.syntax.groups;
        let hangs = |k: usize| matches!(groups[k].kind, GroupKind::Noun | GroupKind::Preposition);
        let undone = |v: &&Verb| {
            let clause = self.syntax.clauses[groups[v.group as usize].clause as usize];
            let main = v.main as usize;
            let key = self.text.key(main);
            let next =
                main + 1 < self.syntax.sentence.end as usize && attitude::is_ending(key, self.text.key(main + 1));
            let own = clause.antecedent.is_some_and(|a| a as usize >= g && (g..a as usize).all(hangs));
            // "the merger, which collapsed"; "the year of the pact, which ended" is about the year.
            let over = attitude::is_expiring(key) && !attitude::is_end(key) && !v.passive;
            let over = over && !self.is_event() && self.has_no_object(v);
            let dropped = const {
                Key::each(["abandoned", "aborted", "cancelled", "canceled", "dropped", "scrapped", "withdrawn"])
            };
            clause.link == Link::Relative
                && own
                && v.past
                && v.modal.is_none()
                && v.negation.is_none()
                && (over || v.passive && (next || dropped.contains(&key)))
        };
        self.syntax.verbs.iter().find(undone).map(|v| v.main as usize)
    }

    pub(super) fn is_kept_up(&self, verb: &Verb, g: usize) -> bool {
        let key = self.text.key(verb.main as usize);
        verb.form == VerbForm::Infinitive
            && self.preposition(g).is_none()
            // "came to conclude talks": they go on.
            && (attitude::is_tie(self.head(g)) && attitude::is_keeping(key)
                || self.is_event() && attitude::is_concluding(key))
    }

    /// Whether the noun is there whatever the verb, the last of its chain, hopes for: "the talks may end on Friday", "the
    /// deal will be reviewed", "our friendship may be special", "his ally may speak", "will sell it to a consortium".
    pub(super) fn exists(&self, verb: &Verb, g: usize, subject: bool) -> bool {
        let key = self.text.key(verb.main as usize);
        let head = self.head(g);
        let owned = !self.syntax.groups[g].owner.is_empty();
        let be = self.text.classes(verb.main as usize).any(Classes::BE);
        let ends = self.is_event() && subject && attitude::is_concluding(key);
        let union = !self.is_event() && attitude::is_union(head);
        let used = (self.is_pact(g) || union)
            && self.is_definite(g)
            && subject
            && verb.passive
            && !attitude::comes_about(key)
            && attitude::of_verb(key).is_none();
        let next = self.syntax.after(verb.group as usize);
        // "the deal may be good news", "the deal may be in trouble"
        let noun = next
            .map(|k| self.syntax.groups[k])
            .is_some_and(|n| matches!(n.kind, GroupKind::Noun | GroupKind::Preposition));
        let judged = subject
            && be
            && !self.is_conditional(verb)
            && (attitude::is_tie(head) && next.is_some()
                || self.is_pact(g)
                    && self.is_definite(g)
                    && noun
                    && verb.modal.is_none_or(|m| self.text.word(m as usize) != "would"));
        // "its ally Acme Steel"
        let ally = owned && self.syntax.groups[g].tokens.range().any(|i| attitude::is_ally(self.text.key(i)));
        // "have to respect its cooperation"
        let esteemed = owned && !subject && attitude::is_esteeming(key);
        // "sells it to a consortium", "is likely to leave the coalition"
        let left = self.is_definite(g) && attitude::is_leaving(key);
        let body = attitude::is_body(head)
            && (left || self.preposition(g).is_some_and(|p| p != const { Key::of_ascii("of") }));
        // "using its alliance with"
        let use_made = owned && !subject && !self.is_event() && key == const { Key::of_ascii("using") };
        // "the contract will continue", "the deal must come with checks"
        let with = || next.is_some_and(|k| self.text.word(self.syntax.groups[k].tokens.start as usize) == "with");
        let lasts = subject
            && self.is_pact(g)
            && self.is_definite(g)
            && (attitude::is_lasting(key) || key == const { Key::of_ascii("come") } && with());
        // "buys engines from a joint venture", "will benefit from the treaty"
        let source = self.preposition(g) == Some(const { Key::of_ascii("from") })
            && attitude::of_verb(key).is_none()
            && (self.is_event() || union && !attitude::is_fusion(head) || self.is_pact(g) && self.is_definite(g));
        // "restructure its partnership", "reconsider deals with Peru", "cut its stake in a venture"
        let reworked = !subject
            && !self.is_event()
            && (self.is_pact(g) || self.is_definite(g))
            && self.preposition(g).is_none()
            && attitude::is_reworking(key);
        let above = self.syntax.groups[g].preposition.and_then(|p| self.syntax.before(p as usize));
        let held = union
            && self.preposition(g) == Some(const { Key::of_ascii("in") })
            && above.is_some_and(|n| attitude::is_holding(self.head(n)));
        // "may make life hard for their alliance"; unlike "may push for their alliance"
        let concerned = owned
            && !subject
            && !self.is_event()
            && attitude::is_tie(head)
            && self.preposition(g) == Some(const { Key::of_ascii("for") })
            && attitude::of_verb(key).is_none()
            && !attitude::is_applying(key);
        source
            || concerned
            || ends
            || used
            || judged
            || ally
            || esteemed
            || body
            || use_made
            || lasts
            || reworked
            || held
            || self.is_beside_name(g)
    }
}

/// Whether behind a preposition stands when or why something is done.
fn is_circumstance(key: Key) -> bool {
    is_beside_event(key) || const { Key::each(["as", "because", "due", "over"]) }.contains(&key)
}
