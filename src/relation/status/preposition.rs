//! What the prepositions before a noun say of it: "in talks on a pact", "before the visit", "interested in a merger".

use crate::clause::GroupKind;
use crate::relation::Modality;
use crate::relation::attitude::{self, Attitude};
use crate::relation::frame::governing;
use crate::text::{Key, Tag};

use super::Reader;

impl Reader<'_> {
    /// "the cancellation of talks", "plans for a visit", "efforts towards cooperation", "ahead of the summit"; whether it is
    /// something wanted: "an offer of talks".
    pub(super) fn read_prepositions(&mut self, g: usize) -> bool {
        let mut wanted = false;
        let mut before = self.syntax.groups[g].preposition.map(|p| p as usize);
        let mut hops = 0;
        while let Some(p) = before.filter(|_| hops < 3) {
            hops += 1;
            let preposition = self.syntax.groups[p];
            let word = self.text.key(preposition.tokens.start as usize);
            if word == const { Key::of_ascii("without") } || self.text.word(preposition.head as usize) == "without" {
                if self.is_either(p) {
                    self.modality(Modality::Possible, preposition.head as usize);
                } else {
                    self.negative(preposition.head as usize);
                }
            } else if word == const { Key::of_ascii("ahead") } || self.is_yet_to_come(g, word) {
                self.modality(Modality::Planned, preposition.head as usize);
            }
            let Some(noun) = self.syntax.before(p).filter(|&n| self.syntax.groups[n].kind == GroupKind::Noun) else {
                self.keen_on(p, word);
                break;
            };
            // "preparations are under way for a visit"
            let under = self.head(noun) == const { Key::of_ascii("way") }
                && self.preposition(noun) == Some(const { Key::of_ascii("under") });
            let verb = governing(self.syntax, noun, self.syntax.groups[noun].clause).filter(|_| under);
            let noun = verb.and_then(|v| self.syntax.verbs[v].subject).map_or(noun, |s| s as usize);
            let head = self.syntax.groups[noun].head as usize;
            let carries = const { Key::each(["of", "for", "to", "in", "towards", "toward", "on"]) };
            if !carries.contains(&word) {
                break;
            }
            let key = self.text.key(head);
            if attitude::is_talking(key) && self.is_under_discussion(g, word) {
                self.modality(Modality::Possible, head);
                self.halted(noun);
            }
            // "signalled its agreement in a letter"
            let planned = self.is_event() && attitude::of_noun(key) == Some(Attitude::Planned);
            // "a thorny issue in the talks", "rejected the offer in a letter"
            let within = word == const { Key::of_ascii("in") }
                && (attitude::is_topic(key) || attitude::is_asking(key) || planned);
            // "accepted the principle of aid"
            if word == const { Key::of_ascii("of") }
                && key == const { Key::of_ascii("principle") }
                && self.is_assented(noun)
            {
                self.modality(Modality::Possible, head);
            }
            // "there is no talk of a visit"
            let first = self.syntax.groups[noun].tokens.start as usize;
            if word == const { Key::of_ascii("of") }
                && attitude::is_talking(key)
                && self.text.key(first) == const { Key::of_ascii("no") }
            {
                self.negative(first);
            }
            // "on the eve of a visit", "in the run-up to the talks"
            if self.is_event() && self.is_eve(noun) {
                self.modality(Modality::Planned, head);
            }
            // "the idea of the meeting came up": of one that there was.
            let raised = key == const { Key::of_ascii("idea") } && self.is_event() && self.is_definite(g);
            // "the failure of the talks": they were held.
            let held = self.is_event() && word == const { Key::of_ascii("of") } && attitude::is_bearing_no_fruit(key);
            // "attaches importance to cooperation", "places importance on the visit": there is some.
            let given =
                const { Key::each(["on", "to"]) }.contains(&word) && key == const { Key::of_ascii("importance") };
            let aside = within || raised || held || given;
            self.decided |= held;
            if let Some(attitude) = attitude::of_noun(key).filter(|_| !aside && !self.is_lifted(noun)) {
                // "possible dates for the visit"
                let open = |i: &usize| attitude::of_adjective(self.text.key(*i)) == Some(Attitude::Possible);
                let open = self.syntax.groups[noun].tokens.range().find(open).filter(|i| *i < head);
                if let Some(open) = open.filter(|_| attitude == Attitude::Planned) {
                    self.modality(Modality::Possible, open);
                }
                if attitude == Attitude::Negative && !self.is_event() && self.is_called_for(noun) {
                    // "called for the suspension of the deal": it is in force.
                    self.decided = true;
                    break;
                }
                self.attitude(attitude, head);
                wanted |= attitude::is_asking(key) && word != const { Key::of_ascii("in") };
            } else if self.is_event()
                && key == const { Key::of_ascii("opposition") }
                && word == const { Key::of_ascii("to") }
            {
                self.negative(head);
            } else if word != const { Key::of_ascii("of") } {
                // "a lack of issues for the talks": the talks are not what lacks.
                break;
            }
            before = self.syntax.groups[noun].preposition.map(|p| p as usize);
        }
        wanted
    }

    /// Whether a noun is the time before what hangs on it: "the eve", "the run-up".
    fn is_eve(&self, noun: usize) -> bool {
        let head = self.syntax.groups[noun].head as usize;
        let up = || self.text.word(head) == "up" && head >= 2 && matches!(self.text.word(head - 2), "run" | "lead");
        matches!(self.text.word(head), "eve" | "runup" | "run-up" | "lead-up") || up()
    }

    /// Whether the verb before a noun wants, threatens or may bring what the noun names: "called for an end", "proposed the
    /// suspension", "could mean the end".
    fn is_called_for(&self, noun: usize) -> bool {
        let verb = governing(self.syntax, noun, self.syntax.groups[noun].clause).map(|v| self.syntax.verbs[v]);
        verb.filter(|v| (v.group as usize) < noun).is_some_and(|v| {
            let key = self.text.key(v.main as usize);
            // "negotiated an end to the deal": it is over.
            attitude::of_verb(key) == Some(Attitude::Possible) && !attitude::is_making(key)
                || attitude::is_threatening(key)
                || self.is_asked_for(&v)
        })
    }

    /// Whether the verb before a noun says yes to it: "accepted the principle", "agreed on the principle".
    fn is_assented(&self, noun: usize) -> bool {
        let verb = governing(self.syntax, noun, self.syntax.groups[noun].clause).map(|v| self.syntax.verbs[v]);
        verb.filter(|v| (v.group as usize) < noun).is_some_and(|v| {
            let key = self.text.key(v.main as usize);
            attitude::is_accepting(key) || attitude::is_agreeing(key) || attitude::is_approving(key)
        })
    }

    /// What an adjective of wishing has behind its preposition is possible: "interested in a merger", "open to talks".
    fn keen_on(&mut self, preposition: usize, word: Key) {
        let said = self.syntax.before(preposition).map(|k| self.syntax.groups[k]);
        let Some(said) = said.filter(|a| a.kind == GroupKind::Adjective) else { return };
        let keen = attitude::of_adjective(self.text.key(said.head as usize)) == Some(Attitude::Possible);
        if keen && const { Key::each(["in", "on", "for", "to"]) }.contains(&word) {
            self.modality(Modality::Possible, said.head as usize);
        }
    }

    /// Whether people only talk about what the noun names, and there is none so far: "talks on closer ties", "negotiations for a
    /// pact".
    fn is_under_discussion(&self, g: usize, preposition: Key) -> bool {
        let group = self.syntax.groups[g];
        let sought = |i: usize| matches!(self.text.word(i), "closer" | "stronger" | "deeper" | "better" | "a" | "an");
        let bare = !const { Key::each(["the", "these", "those", "existing"]) }
            .contains(&self.text.key(group.tokens.start as usize));
        let many = self.is_pact(g) && bare && self.syntax.tag(group.head as usize) == Tag::Nouns;
        // "talks for the acquisition of the firm"
        let fusion = attitude::is_fusion(self.head(g));
        !self.is_event()
            && group.owner.is_empty()
            && (many || fusion || group.tokens.range().any(sought))
            && const { Key::each(["on", "for", "towards", "toward", "about"]) }.contains(&preposition)
    }

    /// Whether an "or" before the preposition leaves open which holds: "with or without a deal".
    fn is_either(&self, preposition: usize) -> bool {
        let group = self.syntax.groups[preposition];
        let before = (group.tokens.start as usize).checked_sub(1).filter(|&i| i >= self.syntax.sentence.start as usize);
        before.into_iter().chain(group.tokens.range()).any(|i| self.text.word(i) == "or")
    }
}
