//! Whether those who "agree" have agreed on a thing, or only mean to do one: "agreed on a price", "agreed to meet".

use crate::clause::{GroupKind, Link, Verb, VerbForm};
use crate::relation::attitude::{self, Attitude};
use crate::text::{Key, TokenRange};

use super::Reader;

impl Reader<'_> {
    /// Whether the trigger itself says that what it tells is to come: "agreed to buy", "pledged to help".
    pub(super) fn is_promise(&self, trigger: TokenRange) -> bool {
        let main = trigger.start as usize;
        let key = self.text.key(main);
        attitude::of_verb(key) == Some(Attitude::Planned)
            && !attitude::is_announcing(key)
            // "set up a venture to build": there is one.
            && !(key == const { Key::of_ascii("set") } && trigger.len() > 1)
            && self.syntax.verb_of(self.syntax.group_of(main)).is_some_and(|v| {
                let behind = |n: u32| self.syntax.groups[n as usize].preposition.is_some();
                let own = |low: &Verb| low.governor == Some(v as u32) && low.noun.is_none_or(behind);
                self.syntax.verbs.iter().any(|low| low.link == Link::Infinitive && own(low))
            })
    }

    /// Whether the trigger says of a thing that it is agreed: "measures agreed in May by Peru and Chile to help"; unlike "ministers
    /// agreed to help".
    fn is_agreed_thing(&self, trigger: TokenRange) -> bool {
        let main = trigger.start as usize;
        let g = self.syntax.group_of(main);
        let next = self.syntax.groups.get(g + 1).map(|n| n.kind);
        attitude::is_agreeing(self.text.key(main))
            && matches!(next, Some(GroupKind::Preposition | GroupKind::Date))
            && self
                .syntax
                .verb_of(g)
                .map(|v| self.syntax.verbs[v])
                .is_some_and(|v| v.form == VerbForm::Participle && v.link == Link::Relative)
    }

    /// Whether a thing is agreed on, not a thing to be done: "agreed on a price", "agreed with Peru on a price", "agreed to a deal".
    pub(super) fn is_agreed(&self, trigger: TokenRange) -> bool {
        let g = self.syntax.group_of(trigger.start as usize);
        let word = |g: usize| self.text.key(self.syntax.groups[g].tokens.start as usize);
        let is_preposition = |p: &usize| self.syntax.groups[*p].kind == GroupKind::Preposition;
        if self.is_agreed_thing(trigger) {
            return true;
        }
        let Some(mut p) = self.syntax.after(g).filter(is_preposition) else { return false };
        if word(p) == const { Key::of_ascii("with") } {
            p = self.syntax.after(p + 1).filter(is_preposition).unwrap_or(p);
        }
        let thing = self.syntax.groups.get(p + 1).filter(|n| n.kind == GroupKind::Noun);
        let told = [VerbForm::Finite, VerbForm::Gerund];
        let told = self.syntax.verb_of(g).is_some_and(|v| told.contains(&self.syntax.verbs[v].form));
        // "changes agreed between Peru and Chile"
        if word(p) == const { Key::of_ascii("between") } {
            return attitude::is_agreeing(self.text.key(trigger.start as usize));
        }
        told && attitude::is_agreeing(self.text.key(trigger.start as usize))
            && const { Key::each(["on", "upon", "to"]) }.contains(&word(p))
            && thing.is_some_and(|n| {
                // "agreed on talks", "agreed on the need for talks"; unlike "agreed on some issues"
                let head = self.text.key(n.head as usize);
                let thing = attitude::is_pact(head) || attitude::is_topic(head) || attitude::is_timing(head);
                !attitude::is_talking(head) && (thing || attitude::of_noun(head).is_none())
            })
    }
}
