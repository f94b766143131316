//! Agreements that there are, whatever is said to become of them.

use crate::clause::{GroupKind, Link, VerbForm};
use crate::relation::attitude::{self, Attitude};
use crate::text::{Classes, Key};

use super::Reader;

impl Reader<'_> {
    /// Whether the noun is an agreement.
    pub(super) fn is_pact(&self, g: usize) -> bool {
        let tokens = self.syntax.groups[g].tokens.range();
        // "cease-fire"
        let fire =
            || self.head(g) == const { Key::of_ascii("fire") } && tokens.clone().any(|i| self.text.word(i) == "cease");
        !self.is_event() && (attitude::is_pact(self.head(g)) || fire())
    }

    /// "the deal signed on Friday", "will honour the deal", "a breach of the deal": it is there, whatever is to become of it.
    pub(super) fn is_in_force(&self, g: usize, verb: Option<usize>) -> bool {
        if !self.is_pact(g) {
            return false;
        }
        let groups = &self.syntax.groups;
        let group = groups[g];
        let definite = self.is_definite(g);
        let preposition = self.preposition(g);
        let above = group.preposition.and_then(|p| self.syntax.before(p as usize));
        // "her support for the deal"
        let carried = preposition.is_some_and(|p| const { Key::each(["of", "to", "with", "for"]) }.contains(&p))
            && above.is_some_and(|n| {
                groups[n].kind == GroupKind::Noun
                    && (attitude::is_carrying_out(self.head(n))
                        || definite && attitude::is_assent(self.head(n))
                        || definite && self.head(n) == const { Key::of_ascii("opposition") })
            });
        // "under the terms of a treaty", "the last year of the pact", "a clause in the contract"
        let part = above.is_some_and(|n| {
            attitude::is_part(self.head(n)) && (definite || self.preposition(n).is_some())
                // "the value of the pact"; not "the signing of the pact"
                || definite && attitude::of_noun(self.head(n)).is_none() && !attitude::is_coming_about(self.head(n))
        });
        // "vowed in a deal to help"; unlike "is interested in a deal"
        let inside = definite
            || above.is_none_or(|n| groups[n].kind == GroupKind::Noun)
                && !verb.is_some_and(|v| attitude::is_taking_part(self.text.key(self.syntax.verbs[v].main as usize)));
        let within = inside && preposition == Some(const { Key::of_ascii("in") })
            || part && preposition == Some(const { Key::of_ascii("of") });
        let kept = verb.is_some_and(|v| {
            let key = self.text.key(self.syntax.verbs[v].main as usize);
            let next = self.syntax.after(self.syntax.verbs[v].group as usize) == Some(g);
            let object = (definite || next) && self.is_object(v, g);
            // "votes to approve the treaty"
            let approved = definite && self.is_object(v, g) && attitude::is_approving(key);
            approved
                || (object || self.is_subject(v, g) && self.syntax.verbs[v].passive)
                    && (attitude::is_carrying_out(key)
                        || definite && (attitude::is_opposing(key) || attitude::is_changing(key)))
        });
        self.is_signed(g, verb) || carried || within || kept
    }

    /// Whether a participle behind an agreement says that it is made: "the deal signed on Friday"; not "wants to have the deal
    /// signed".
    fn is_signed(&self, g: usize, verb: Option<usize>) -> bool {
        let groups = &self.syntax.groups;
        let hangs = |k: &usize| {
            matches!(
                groups[*k].kind,
                GroupKind::Noun | GroupKind::Preposition | GroupKind::Coordinator | GroupKind::Date
            )
        };
        let end = (g + 1..groups.len()).find(|k| !hangs(k) || groups[*k].kind == GroupKind::Noun && self.is_pact(*k));
        let next = end.and_then(|k| self.syntax.verb_of(k));
        let had = verb.is_some_and(|v| self.text.classes(self.syntax.verbs[v].main as usize).any(Classes::HAVE));
        !had && next.map(|w| self.syntax.verbs[w]).is_some_and(|w| {
            w.form == VerbForm::Participle
                && w.link == Link::Relative
                && attitude::is_making(self.text.key(w.main as usize))
        })
    }

    /// An agreement that was made is denied where it is given up: "scrapped the deal signed on Friday".
    pub(super) fn ended(&mut self, g: usize, verb: Option<usize>) {
        let Some(v) = verb.filter(|&v| self.is_object(v, g) || self.is_subject(v, g)) else { return };
        let verb = self.syntax.verbs[v];
        let key = self.text.key(verb.main as usize);
        let patient = self.is_object(v, g) || verb.passive;
        let negative = attitude::of_verb(key) == Some(Attitude::Negative) && !attitude::is_opposing(key);
        if patient
            && verb.negation.is_none()
            && (negative && self.preposition(g).is_none() || self.is_called_off(v, g) || self.is_left(v, g))
        {
            self.negative(verb.main as usize);
        }
    }
}
