//! What becomes of what a noun names: it is over, halted, has its day set, is looked forward to.

use crate::clause::{GroupKind, Verb, VerbForm};
use crate::relation::attitude::{self, Attitude};
use crate::relation::frame::governing;
use crate::text::Key;

use super::Reader;

impl Reader<'_> {
    /// "the deal expired", "the alliance has ended"
    pub(super) fn is_over(&self, verb: &Verb, g: usize) -> bool {
        let tied = self.is_pact(g) || !self.is_event() && attitude::is_tie(self.head(g));
        tied && verb.form == VerbForm::Finite
            && verb.past
            && verb.modal.is_none()
            && verb.negation.is_none()
            // "the deal ended the row"
            && self.syntax.after(verb.group as usize).is_none_or(|k| {
                let next = self.syntax.groups[k];
                next.kind != GroupKind::Noun || next.preposition.is_some()
            })
            && attitude::is_expiring(self.text.key(verb.main as usize))
    }

    /// "no date has been set for the talks", "for opening the talks"
    pub(super) fn has_time_set(&self, v: usize, g: usize) -> bool {
        let timed = |v: usize| {
            self.syntax.verbs[v].subject.is_some_and(|s| (s as usize) < g && attitude::is_timing(self.head(s as usize)))
        };
        let own = self.preposition(self.whole(g)) == Some(const { Key::of_ascii("for") });
        let above = self.syntax.verbs[v].governor.filter(|_| self.is_object(v, g));
        own && timed(v) || above.is_some_and(|high| timed(high as usize))
    }

    /// "looks forward to the talks"
    pub(super) fn looks_forward(&self, verb: &Verb) -> bool {
        let main = verb.main as usize;
        main + 1 < self.syntax.sentence.end as usize
            && self.text.word(main + 1) == "forward"
            && matches!(self.text.word(main), "look" | "looks" | "looked" | "looking")
    }

    /// "a deal", "such a deal", "any deal"
    pub(super) fn is_indefinite(&self, g: usize) -> bool {
        let group = self.syntax.groups[g];
        let first = group.tokens.range().take(2).any(|i| matches!(self.text.word(i), "a" | "an" | "A" | "An"));
        first && group.owner.is_empty()
    }

    /// "froze talks on closer ties"
    pub(super) fn halted(&mut self, noun: usize) {
        let group = self.syntax.groups[noun];
        let Some(v) = governing(self.syntax, noun, group.clause) else { return };
        let verb = self.syntax.verbs[v];
        let key = self.text.key(verb.main as usize);
        let stops = attitude::of_verb(key) == Some(Attitude::Negative) && !attitude::is_opposing(key);
        if stops && verb.negation.is_none() && group.preposition.is_none() && self.is_object(v, noun) {
            self.negative(verb.main as usize);
        }
    }
}
