//! Gerunds: what is under discussion, what goes along with another verb, what only says when or why.

use crate::clause::{GroupKind, Link, Verb, VerbForm, lexical};
use crate::relation::Modality;
use crate::relation::attitude::{self, Attitude};
use crate::text::{Classes, Key, Tag};

use super::{Reader, is_aim};

impl Reader<'_> {
    /// "before beginning talks", "citing talks": a gerund that says when or why, not what is done.
    pub(super) fn stands_apart(&self, verb: &Verb) -> bool {
        let opener = verb.opener.map(|p| self.text.key(self.syntax.groups[p as usize].tokens.start as usize));
        opener.is_none_or(|word| {
            const { Key::each(["before", "after", "since", "while", "when", "despite", "following", "because"]) }
                .contains(&word)
        })
    }

    /// "took a step towards ending its need of coal, signing a deal": not what the step was towards.
    pub(super) fn stands_free(&self, verb: &Verb, high: &Verb) -> bool {
        let first = self.syntax.groups[verb.group as usize].tokens.start as usize;
        // "steps towards ending wars, opening borders and helping farmers"
        let listed = |v: &Verb| v.group > verb.group && v.form == VerbForm::Gerund && v.link == Link::Coordinated;
        verb.opener.is_none()
            && verb.noun.is_none()
            && high.form == VerbForm::Gerund
            && high.noun.is_some()
            && self.text.word(first - 1) == ","
            && !self.syntax.verbs.iter().any(listed)
    }

    /// "will travel to Peru, joining Ek there": what is done along with the verb before; unlike "will resign, citing talks".
    pub(super) fn goes_along(&self, verb: &Verb, high: &Verb) -> bool {
        let key = self.text.key(verb.main as usize);
        let aside = const { Key::each(["regarding", "concerning", "including", "involving", "judging"]) };
        verb.opener.is_none()
            && verb.form == VerbForm::Gerund
            && !verb.perfect
            && high.group < verb.group
            && !self.text.classes(high.main as usize).any(Classes::BE)
            && !attitude::is_looking_on(key)
            && !aside.contains(&key)
    }

    /// Whether a preposition of aims opens a gerund: "may turn to deepening ties", "will focus on meeting them"; unlike "will speak
    /// of meeting them", "will be thanked for meeting them".
    pub(super) fn is_turned_to(&self, verb: &Verb) -> bool {
        let opener = verb.opener.map(|p| self.text.key(self.syntax.groups[p as usize].tokens.start as usize));
        verb.form == VerbForm::Gerund
            && opener.is_some_and(|o| const { Key::each(["on", "to", "at", "towards", "toward"]) }.contains(&o))
    }

    /// What the adjective or verb before a gerund and its preposition asks for is possible or planned: "called for meeting Kim",
    /// "is aimed at meeting Kim"; "is not interested in meeting Kim" denies it.
    fn sought(&mut self, verb: &Verb) {
        let groups = &self.syntax.groups;
        let Some((opener, high)) = verb.opener.zip(verb.governor).filter(|_| verb.noun.is_none()) else { return };
        let high = self.syntax.verbs[high as usize];
        let before = (opener as usize).checked_sub(1).map(|k| groups[k]);
        if let Some(said) = before.filter(|b| b.kind == GroupKind::Adjective) {
            if attitude::of_adjective(self.text.key(said.head as usize)) == Some(Attitude::Possible) {
                let not = said.tokens.start.saturating_sub(1) as usize..said.head as usize;
                let not = not.into_iter().find(|&i| self.text.classes(i).any(Classes::NEGATION));
                match not.or(high.negation.map(|n| n as usize)) {
                    Some(negation) => self.negative(negation),
                    None => self.modality(Modality::Possible, said.head as usize),
                }
            }
        } else if high.group + 1 == opener && is_aim(self.text.key(groups[opener as usize].head as usize)) {
            let key = self.text.key(high.main as usize);
            // "is committed to meeting them" says no more than that.
            let open = |a: &Attitude| *a != Attitude::Negative && (!high.passive || attitude::is_aiming(key));
            if let Some(attitude) = attitude::of_verb(key).filter(open) {
                self.said_by(&high, attitude);
            }
        }
    }

    /// "talks on strengthening ties", "ways of working together": under discussion.
    pub(super) fn gerund(&mut self, verb: &Verb) {
        // "made the decision after meeting Kim": not a decision to meet.
        if let Some(noun) = verb.noun.filter(|_| verb.opener.is_none() || !self.stands_apart(verb)) {
            let head = self.syntax.groups[noun as usize].head as usize;
            if self.is_had(noun as usize, verb) {
                // "had the honour of meeting Kim"
            } else if self.text.word(head) == "short" {
                // "stopped short of meeting Kim"
                self.negative(head);
            } else if let Some(attitude) = attitude::of_noun(self.text.key(head)) {
                self.attitude(attitude, head);
            } else if verb.subject == Some(noun) || lexical::is_judging(self.text.key(head)) {
                // "thanked Kim for helping", "thanks for helping": it was done.
            } else if attitude::is_habit(self.text.key(head))
                || self.text.key(head) == const { Key::of_ascii("anniversary") }
                || self.is_in_midst(noun as usize)
            {
                // "the policy of helping", "the anniversary of founding", "in the process of merging"
            } else if matches!(self.syntax.tag(head), Tag::Name | Tag::Names)
                && verb.opener.is_some_and(|p| self.text.word(self.syntax.groups[p as usize].head as usize) == "for")
            {
                // "lashed out at Kim for helping": what he did
                self.decided = true;
            } else if verb.opener.is_some_and(|p| {
                let word = self.text.key(self.syntax.groups[p as usize].head as usize);
                // "states committed to enhancing ties" do so already.
                is_aim(word) && word != const { Key::of_ascii("to") }
            }) {
                self.modality(Modality::Possible, verb.main as usize);
            }
        }
        if let Some(high) = verb.governor.map(|g| self.syntax.verbs[g as usize]).filter(|v| self.looks_forward(v)) {
            self.modality(Modality::Planned, high.main as usize);
        }
        let Some(opener) = verb.opener.map(|p| self.syntax.groups[p as usize].head as usize) else { return };
        self.sought(verb);
        let key = self.text.key(opener);
        let high = verb.governor.map(|g| self.text.key(self.syntax.verbs[g as usize].main as usize));
        if key == const { Key::of_ascii("without") }
            || key == const { Key::of_ascii("from") } && high.is_some_and(is_refraining)
        {
            // "refrained from meeting"
            self.negative(opener);
        } else if key == const { Key::of_ascii("against") } {
            // "decided against meeting"; "advised Kim against meeting" leaves it open.
            if high.is_some_and(|h| attitude::is_settling(h) || attitude::is_opposing(h)) {
                self.negative(opener);
            } else {
                self.modality(Modality::Possible, opener);
            }
        } else if key == const { Key::of_ascii("out") }
            && let Some(high) = verb.governor.map(|g| self.syntax.verbs[g as usize])
            && attitude::is_ruling_out(self.text.key(high.main as usize))
        {
            // "ruled out working", "did not rule out working"
            self.said_by(&high, Attitude::Negative);
        } else if key == const { Key::of_ascii("from") }
            && let Some(high) = verb.governor.map(|g| self.syntax.verbs[g as usize].main as usize)
            && lexical::is_preventing(self.text.key(high))
        {
            let verb = verb.governor.map(|g| self.syntax.verbs[g as usize]);
            let above = verb.and_then(|v| v.governor).map(|g| self.syntax.verbs[g as usize]);
            let denied = verb.is_some_and(|v| {
                v.negation.is_some()
                    || v.link == Link::Infinitive && v.noun.is_none() && above.is_some_and(|a| a.negation.is_some())
            });
            if denied {
                // "was not meant to stop Kim from visiting": he may.
                self.modality(Modality::Possible, high);
                self.affirmed = true;
            } else {
                // "stopped Kim from visiting"
                self.negative(high);
            }
        }
    }
}

/// Whether who does so does not do what stands behind "from".
fn is_refraining(verb: Key) -> bool {
    const { Key::each(["refrain", "refrained", "refraining", "refrains"]) }.contains(&verb)
}
