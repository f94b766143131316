//! The status of a noun: its own words, its preposition, the verb it belongs to.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::clause::{GroupKind, Link, VerbForm};
use crate::relation::Modality;
use crate::relation::attitude::{self, Attitude};
use crate::relation::frame::governing;
use crate::text::{Key, Tag, TokenRange, inflect};

use super::{Reader, is_aim};

impl Reader<'_> {
    /// A noun as trigger: its own words, its preposition, the verb it belongs to.
    pub(super) fn noun(&mut self, g: usize, trigger: TokenRange) {
        let group = self.syntax.groups[g];
        for i in group.tokens.start as usize..trigger.end as usize {
            let key = self.text.key(i);
            if key == const { Key::of_ascii("no") } || key == const { Key::of_ascii("neither") } {
                self.negative(i);
            } else if let Some(attitude) = attitude::of_adjective(key)
                && (self.syntax.tag(i) != Tag::Adverb)
                && !(matches!(self.text.word(i), "set" | "more" | "no"))
            {
                self.attitude(attitude, i);
            }
        }
        let mut before = group.preposition.map(|p| p as usize);
        // "the cancellation of talks", "plans for a visit", "efforts towards cooperation", "ahead of the summit"
        let mut hops = 0;
        while let Some(p) = before.filter(|_| hops < 3) {
            hops += 1;
            let preposition = self.syntax.groups[p];
            let word = self.text.key(preposition.tokens.start as usize);
            if word == const { Key::of_ascii("without") } {
                self.negative(preposition.head as usize);
            } else if word == const { Key::of_ascii("ahead") } {
                self.modality(Modality::Planned, preposition.head as usize);
            }
            let Some(noun) = self.syntax.before(p).filter(|&n| self.syntax.groups[n].kind == GroupKind::Noun) else {
                break;
            };
            let head = self.syntax.groups[noun].head as usize;
            let carries = const { Key::each(["of", "for", "to", "in", "towards", "toward", "on"]) };
            if !carries.contains(&word) {
                break;
            }
            if let Some(attitude) = attitude::of_noun(self.text.key(head)) {
                self.attitude(attitude, head);
            }
            before = self.syntax.groups[noun].preposition.map(|p| p as usize);
        }
        let Some(v) = governing(self.syntax, g, group.clause) else { return };
        let verb = self.syntax.verbs[v];
        let key = self.text.key(verb.main as usize);
        self.tense(&verb);
        let object = (verb.group as usize) < g && self.reaches(g);
        let subject = verb.subject.is_some_and(|s| (s as usize) <= g && g < verb.group as usize);
        if (verb.group as usize) < g
            && let Some(off) = attitude::ending_particle(key)
            && self.text.word(verb.main as usize + 1) == off
        {
            self.negative(verb.main as usize);
        }
        // "cooperation would violate the sanctions" is no doubt about the cooperation; "talks will resume" is about talks.
        if !(object || subject && (verb.passive || occurs(key))) {
            return;
        }
        if object || verb.passive {
            // "announced a visit" is to come, "announced a deal" is one.
            let made = attitude::is_announcing(key) && &*self.rule.code.plover != "CONSULT";
            // "break the deadlock over the deal": the deal is not broken.
            let aside = group.preposition.is_some_and(|p| {
                !matches!(self.text.word(self.syntax.groups[p as usize].tokens.start as usize), "of" | "from")
            });
            // "ended two days of talks": they were held.
            let over = &*self.rule.code.plover == "CONSULT" && is_end(key);
            let barred = |a: Attitude| made || (aside || over) && a == Attitude::Negative;
            if let Some(attitude) = attitude::of_verb(key).filter(|&a| !barred(a)) {
                self.attitude(attitude, verb.main as usize);
            } else if verb.form == VerbForm::Gerund && verb.link == Link::Adjunct {
                // "the fields of deepening cooperation"
                self.gerund(&verb);
            }
        }
        self.own_verb(v);
        self.above(v);
    }

    /// Whether the verb's attitude reaches a noun in its clause: its object, or what stands in a group on aims.
    fn reaches(&self, g: usize) -> bool {
        let group = &self.syntax.groups[g];
        match group.preposition {
            None => true,
            Some(p) => {
                let word = self.text.key(self.syntax.groups[p as usize].tokens.start as usize);
                is_aim(word) || word == const { Key::of_ascii("of") } || word == const { Key::of_ascii("from") }
            }
        }
    }
}

/// Verbs that say of an event only that it comes about, goes on or ends.
fn occurs(key: Key) -> bool {
    static OCCURRING: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
        inflect::verb_keys(
            "be take begin start resume continue open happen occur conclude end go expand grow deepen strengthen improve \
             remain exist proceed come develop focus cover follow materialise materialize",
        )
    });
    OCCURRING.contains(&key)
}

fn is_end(key: Key) -> bool {
    ["end", "ends", "ended", "ending", "break", "breaks", "broke", "broken"].iter().any(|w| Key::of(w) == key)
}
