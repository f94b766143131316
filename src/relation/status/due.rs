//! Words around a noun that say whether what it names is to come, may be, or is only asked for.

use crate::clause::{GroupKind, Verb, VerbForm};
use crate::relation::Modality;
use crate::relation::attitude::{self, Attitude};
use crate::text::{Classes, Key, Tag};

use super::{Reader, is_after, is_will};

/// "due" stands at most so many groups from its noun.
const FARTHEST: usize = 8;

impl Reader<'_> {
    /// Whether an adjective "due" stands before the preposition that a noun hangs on: "due in Lima tomorrow for her first visit".
    pub(super) fn is_due_before(&self, g: usize) -> bool {
        let groups = &self.syntax.groups;
        let hangs = |k: &usize| {
            matches!(groups[*k].kind, GroupKind::Noun | GroupKind::Preposition | GroupKind::Date | GroupKind::Adverb)
        };
        let first = (0..g).rev().take(FARTHEST).find(|k| !hangs(k));
        first.is_some_and(|k| groups[k].kind == GroupKind::Adjective && self.head(k) == const { Key::of_ascii("due") })
            && groups[g].preposition.is_some()
    }

    /// Whether a participle right behind a noun says that it has its day to come: "her meeting with Ek coming up", "a summit with
    /// Ek slated for Friday"; not "talks scheduled to end on Friday", of which an infinitive follows.
    pub(super) fn is_due_behind(&self, g: usize) -> bool {
        let groups = &self.syntax.groups;
        let hangs =
            |k: &usize| matches!(groups[*k].kind, GroupKind::Noun | GroupKind::Preposition | GroupKind::Coordinator);
        let next = (g + 1..groups.len()).find(|k| !hangs(k));
        // "her trip, scheduled for May"
        let next = next.map(|k| if groups[k].kind == GroupKind::Comma { k + 1 } else { k });
        let Some(v) = next.filter(|&k| k < groups.len()).and_then(|k| self.syntax.verb_of(k)) else {
            return false;
        };
        let verb = self.syntax.verbs[v];
        let main = verb.main as usize;
        let next = if main + 1 < self.syntax.sentence.end as usize { self.text.word(main + 1) } else { "" };
        match verb.form {
            VerbForm::Gerund => self.text.word(main) == "coming" && next == "up",
            VerbForm::Participle => matches!(self.text.word(main), "slated" | "scheduled") && next == "for",
            _ => false,
        }
    }

    /// "a share in the deal", "twenty percent on the deal": what is wanted is the share.
    pub(super) fn is_share(&self, g: usize) -> bool {
        let above = self.syntax.groups[g].preposition.and_then(|p| self.syntax.before(p as usize));
        let tied = const { Key::each(["on", "in", "over", "about", "at"]) };
        above.is_some_and(|n| {
            let common = matches!(self.syntax.tag(self.syntax.groups[n].head as usize), Tag::Noun | Tag::Nouns);
            let head = self.head(n);
            common && attitude::of_noun(head).is_none() && !attitude::is_talking(head)
        }) && self.preposition(g).is_some_and(|p| tied.contains(&p))
    }

    /// Whether a verb tells what would have been and was not: "the merger would have created a giant".
    pub(super) fn is_undone(&self, verb: &Verb) -> bool {
        let would = |m: u32| self.text.key(m as usize) == const { Key::of_ascii("would") };
        verb.perfect && verb.negation.is_none() && verb.modal.is_some_and(would)
    }

    /// The "will" that says what a merger does once it is made, or what comes after it, so that it is to come itself: "the merger
    /// will create a giant", "after its merger it will grow".
    pub(super) fn fusion_ahead(&self, g: usize, verb: &Verb, subject: bool) -> Option<usize> {
        let after = self.preposition(g).is_some_and(is_after);
        let coming = |m: &u32| {
            let key = self.text.key(*m as usize);
            is_will(key) || key == const { Key::of_ascii("would") } && (after || self.is_definite(g))
        };
        let fusion = !self.is_event() && attitude::is_fusion(self.head(g)) && (subject && !verb.passive || after);
        verb.modal.filter(|m| fusion && coming(m)).map(|m| m as usize)
    }

    /// The "will" that says what those who meet on an occasion do there, so that it is to come itself: "the summit will assess the
    /// plan".
    pub(super) fn event_ahead(&self, g: usize, verb: &Verb, subject: bool) -> Option<usize> {
        let conducts =
            attitude::is_occasion(self.head(g)) && attitude::is_conducting(self.text.key(verb.main as usize));
        let event = self.is_event() && subject && !verb.passive && conducts;
        verb.modal.filter(|&m| event && is_will(self.text.key(m as usize))).map(|m| m as usize)
    }

    /// What is only intended as yet is planned: "a letter of intent for a merger".
    pub(super) fn intended(&mut self, g: usize) {
        let above = self.syntax.groups[g].preposition.and_then(|p| self.syntax.before(p as usize));
        if let Some(intent) = above.filter(|&n| self.head(n) == const { Key::of_ascii("intent") }) {
            self.modality(Modality::Planned, self.syntax.groups[intent].head as usize);
        }
    }

    /// What was proposed or planned, and somebody said yes to, is agreed: "approved the proposed merger".
    pub(super) fn approved(&mut self, g: usize, verb: Option<usize>) {
        let Some(v) = verb.filter(|&v| !self.is_event() && self.is_object(v, g)) else { return };
        let verb = self.syntax.verbs[v];
        let yes = verb.past && verb.modal.is_none() && verb.negation.is_none();
        let proposed = |i: usize| matches!(self.text.word(i), "proposed" | "planned");
        if yes
            && const { Key::each(["accepted", "approved"]) }.contains(&self.text.key(verb.main as usize))
            && self.syntax.groups[g].tokens.range().any(proposed)
        {
            self.modality(Modality::Planned, verb.main as usize);
        }
    }

    /// A merger that was announced is to come, unless it is said to be done: "its previously announced merger", "completed its
    /// announced merger".
    pub(super) fn announced(&mut self, g: usize, verb: Option<usize>) {
        let group = self.syntax.groups[g];
        let said = group.tokens.range().find(|&i| self.text.word(i) == "announced" && i < group.head as usize);
        let done = verb.map(|v| self.syntax.verbs[v]).is_some_and(|v| {
            let key = self.text.key(v.main as usize);
            v.past
                && v.modal.is_none()
                && (attitude::is_concluding(key) || attitude::is_making(key) || key == const { Key::of_ascii("made") })
        });
        if let Some(said) = said.filter(|_| attitude::is_fusion(self.head(g)) && !done) {
            self.modality(Modality::Planned, said);
        }
    }

    /// What a noun is said to be, and the word that says so: "a merger remains a possibility", "costs make a merger unlikely".
    pub(super) fn held_to_be(&self, g: usize, v: usize) -> Option<(Attitude, usize)> {
        let groups = &self.syntax.groups;
        let verb = self.syntax.verbs[v];
        let key = self.text.key(verb.main as usize);
        if verb.subject == Some(g as u32) && verb.negation.is_none() && !verb.passive {
            let next = self.syntax.after(verb.group as usize)?;
            let is = Classes::of(key).any(Classes::BE) || attitude::is_seeming(key) || attitude::is_lasting(key);
            let idea = groups[next].kind == GroupKind::Noun && attitude::is_mere_idea(self.head(next));
            return (is && idea).then_some((Attitude::Possible, groups[next].head as usize));
        }
        if !attitude::is_rendering(key) || !self.is_object(v, g) {
            return None;
        }
        let said = self.complement(g)?;
        attitude::of_adjective(self.head(said)).map(|attitude| (attitude, groups[said].head as usize))
    }

    /// The group of the adjective that says what an object is held to be, behind all that hangs on the object: "unlikely" of "make
    /// a merger of the two unlikely".
    pub(super) fn complement(&self, g: usize) -> Option<usize> {
        let groups = &self.syntax.groups;
        let hangs =
            |k: &usize| matches!(groups[*k].kind, GroupKind::Noun | GroupKind::Preposition | GroupKind::Coordinator);
        // Before a comma an adjective may look like a noun.
        let alone = |k: &usize| {
            let noun = groups[*k].kind == GroupKind::Noun && groups[*k].preposition.is_none();
            noun && groups[*k].tokens.len() == 1
        };
        let said = (g + 1..groups.len()).find(|k| !hangs(k) || alone(k))?;
        Some(said).filter(|k| groups[*k].kind == GroupKind::Adjective || alone(k))
    }

    /// Whether between a "be" and its infinitive an adjective says that it may well be so: "is likely to leave".
    pub(super) fn is_likely(&self, high: &Verb, low: &Verb) -> bool {
        let between = high.group as usize + 1..low.group as usize;
        self.text.classes(high.main as usize).any(Classes::BE)
            && between.into_iter().any(|k| {
                self.syntax.groups[k].kind == GroupKind::Adjective
                    && attitude::of_adjective(self.head(k)) == Some(Attitude::Possible)
            })
    }

    /// An agreement is possible as long as it may be approved or not: "if it is approved, the merger will be the largest".
    pub(super) fn pending(&mut self) {
        let condition = |v: &&Verb| {
            let opener = v.opener.map(|o| self.text.word(self.syntax.groups[o as usize].head as usize));
            v.passive && matches!(opener, Some("if" | "If")) && attitude::is_approving(self.text.key(v.main as usize))
        };
        if let Some(verb) = self.syntax.verbs.iter().find(condition).filter(|_| !self.is_event()) {
            self.modality(Modality::Possible, verb.main as usize);
        }
    }

    /// Whether an adjective right behind a "be" says that it may well be so: "is likely".
    pub(super) fn is_open(&self, v: usize) -> bool {
        let next = self.syntax.groups.get(self.syntax.verbs[v].group as usize + 1);
        next.is_some_and(|a| attitude::of_adjective(self.text.key(a.head as usize)) == Some(Attitude::Possible))
    }

    /// Whether a verb tells a condition, or an end that has not come: "if Peru halts its aid", "until Peru halts its aid".
    pub(super) fn is_only_if(&self, verb: &Verb) -> bool {
        let opener = verb.opener.map(|o| self.text.key(self.syntax.groups[o as usize].head as usize));
        self.is_conditional(verb)
            || !verb.past && opener.is_some_and(|o| const { Key::each(["until", "till"]) }.contains(&o))
    }
}
