//! Where a noun stands in its clause: the verb it belongs to, whether as object or subject, its preposition.

use crate::clause::{GroupKind, Link, Verb, VerbForm};
use crate::relation::attitude;
use crate::relation::frame::governing;
use crate::text::{Classes, Key, Tag};

use super::{Reader, is_aim};

impl Reader<'_> {
    /// The verb that a noun belongs to: not the one that only explains it, as in "the deal to open the border came late".
    pub(super) fn governing_verb(&self, g: usize) -> Option<usize> {
        let clause = self.syntax.groups[g].clause;
        let v = governing(self.syntax, g, clause)?;
        let explains = self.syntax.verbs[v];
        let begins = explains.passive || attitude::occurs(self.text.key(explains.main as usize));
        // "the talks to begin on Friday" are to come.
        if explains.noun != Some(g as u32) || self.is_event() && begins {
            return Some(v);
        }
        let finite = |w: &usize| {
            let verb = self.syntax.verbs[*w];
            verb.form == VerbForm::Finite && self.syntax.groups[verb.group as usize].clause == clause
        };
        (v + 1..self.syntax.verbs.len()).find(finite).or(Some(v))
    }

    pub(super) fn is_object(&self, v: usize, g: usize) -> bool {
        (self.syntax.verbs[v].group as usize) < g && self.reaches(g)
    }

    pub(super) fn is_subject(&self, v: usize, g: usize) -> bool {
        let verb = self.syntax.verbs[v];
        verb.subject.is_some_and(|s| (s as usize) <= g && g < verb.group as usize)
    }

    /// Whether the verb's attitude reaches a noun in its clause: its object, or what stands in a group on aims; not "agreed
    /// after a series of talks", "agreed in talks".
    pub(super) fn reaches(&self, g: usize) -> bool {
        if self.stands_aside(self.whole(g)) {
            return false;
        }
        // "run the plant as a joint venture"
        if self.preposition(g) == Some(const { Key::of_ascii("as") }) {
            return !self.is_event() && attitude::is_union(self.head(g));
        }
        self.preposition(self.whole(g)).is_none_or(|word| {
            is_aim(word) && !self.is_setting(g)
                || const { Key::each(["of", "from"]) }.contains(&word)
                || word == const { Key::of_ascii("into") } && self.is_event()
                || self.is_behind_up(self.whole(g))
        })
    }

    /// Whether the preposition before a noun keeps it apart from the verb: "such as the venture", "in addition to talks", "sources
    /// close to the talks"; unlike "is ready for talks".
    fn stands_aside(&self, g: usize) -> bool {
        let groups = &self.syntax.groups;
        let Some(p) = groups[g].preposition.map(|p| p as usize) else { return false };
        let first = groups[p].tokens.start as usize;
        let such = self.text.word(first) == "as" && first > 0 && self.text.word(first - 1) == "such";
        let more = self.text.key(first) == const { Key::of_ascii("in") }
            && const { Key::each(["addition", "contrast", "light", "spite", "view"]) }
                .contains(&self.text.key(first + 1));
        let close = self.syntax.before(p).is_some_and(|k| {
            groups[k].kind == GroupKind::Adjective
                && const { Key::each(["close", "familiar", "privy", "relevant"]) }.contains(&self.head(k))
        });
        such || more || close
    }

    /// Whether what stands behind "from" is what the verb takes somebody out of: "withdrew from talks", "withdrew Peru from talks";
    /// unlike "taxed the income from talks".
    pub(super) fn is_away_from(&self, g: usize) -> bool {
        let p = self.syntax.groups[self.whole(g)].preposition;
        let before = p.and_then(|p| self.syntax.before(p as usize)).map(|k| self.syntax.groups[k]);
        before.is_none_or(|b| {
            b.kind != GroupKind::Noun || !matches!(self.syntax.tag(b.head as usize), Tag::Noun | Tag::Nouns)
        })
    }

    /// Whether an "up" before the noun is of the verb, so that the noun is its object: "set up a partnership", "opened up ties";
    /// unlike "lived up to a partnership".
    pub(super) fn is_behind_up(&self, g: usize) -> bool {
        let p = self.syntax.groups[g].preposition.map(|p| self.syntax.groups[p as usize].tokens);
        p.is_some_and(|p| p.len() == 1 && self.text.word(p.start as usize) == "up")
    }

    /// "a series of talks", "two months of talks": the noun that stands for what it counts or measures.
    pub(super) fn whole(&self, g: usize) -> usize {
        let of = const { Key::of_ascii("of") };
        let groups = &self.syntax.groups;
        let above = |g: usize| {
            let p = groups[g].preposition.filter(|_| self.preposition(g) == Some(of))?;
            self.syntax.before(p as usize).filter(|&n| groups[n].kind == GroupKind::Noun)
        };
        std::iter::successors(Some(g), |&g| above(g)).take(3).last().unwrap_or(g)
    }

    /// "agreed in talks", "said at a meeting": where people meet, not what the verb is about; unlike "took part in talks", "is in talks".
    pub(super) fn is_setting(&self, g: usize) -> bool {
        let whole = self.whole(g);
        let verb = governing(self.syntax, g, self.syntax.groups[g].clause).map(|v| self.syntax.verbs[v]);
        self.is_event()
            && self.preposition(whole).is_some_and(|p| const { Key::each(["in", "at", "over"]) }.contains(&p))
            && !self.stands_aside(whole)
            && !verb.is_some_and(|v| {
                let main = v.main as usize;
                let p = self.syntax.groups[whole].preposition.and_then(|p| self.syntax.before(p as usize));
                let on_noun = p.is_some_and(|n| self.syntax.groups[n].kind == GroupKind::Noun);
                let is = self.text.classes(main).any(Classes::BE) && !on_noun;
                attitude::is_taking_part(self.text.key(main)) || is
            })
    }

    /// Whether the noun says when or on what occasion something is done: "during a trip", "following the talks", "in talks".
    pub(super) fn is_when(&self, g: usize) -> bool {
        self.is_setting(g)
            || !self.is_compared(self.whole(g))
                && self.preposition(self.whole(g)).is_some_and(|p| {
                    const { Key::each(["during", "following", "after", "before"]) }.contains(&p)
                        || p == const { Key::of_ascii("on") } && attitude::is_trip(self.head(g))
                })
    }

    /// Whether a preposition before a noun only compares with what was: "is better liked than before her visit".
    pub(super) fn is_compared(&self, g: usize) -> bool {
        let first = self.syntax.groups[g].preposition.map(|p| self.syntax.groups[p as usize].tokens.start as usize);
        first.and_then(|i| i.checked_sub(1)).is_some_and(|i| self.text.word(i) == "than")
    }

    /// The first word of the preposition before a noun.
    pub(super) fn preposition(&self, g: usize) -> Option<Key> {
        let p = self.syntax.groups[g].preposition?;
        Some(self.text.key(self.syntax.groups[p as usize].tokens.start as usize))
    }

    pub(super) fn head(&self, g: usize) -> Key {
        self.text.key(self.syntax.groups[g].head as usize)
    }

    /// Whether a noun points back or has an owner: "the deal", "their deal".
    pub(super) fn is_definite(&self, g: usize) -> bool {
        let group = self.syntax.groups[g];
        !group.owner.is_empty()
            || const { Key::each(["the", "this", "that", "these", "those"]) }
                .contains(&self.text.key(group.tokens.start as usize))
    }

    /// The infinitive behind verb `v` of which the noun is the subject: "the talks are due to begin".
    pub(super) fn infinitive_of(&self, v: usize, g: usize) -> Option<Verb> {
        let high = self.syntax.verbs[v];
        let own = |low: &&Verb| {
            let subject = low.subject.is_none_or(|s| s == g as u32 || low.subject == high.subject);
            low.link == Link::Infinitive && low.noun.is_none() && low.governor == Some(v as u32) && subject
        };
        let low = self.syntax.verbs.iter().find(own)?;
        let object = (high.group as usize) < g && g < self.syntax.groups.len();
        (!object || low.subject == Some(g as u32)).then_some(*low)
    }
}
