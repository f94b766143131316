//! "welcomed the cooperation", "said under the accord, …": who tells of a thing without a clause of its own.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::clause::{GroupKind, Link, Verb};
use crate::relation::Attribution;
use crate::relation::frame::governing;
use crate::text::{Key, TokenRange, inflect};

use super::Finder;

/// So many verbs above the trigger are looked at: "expressed hope to continue to help".
const HIGHEST: usize = 4;

impl Finder<'_> {
    /// "welcomed the cooperation", "thanked Peru for helping", "said under the accord, …": who tells of the trigger without
    /// a clause of its own.
    pub(super) fn voiced(&self, trigger: TokenRange, chain: &mut Vec<Attribution>) {
        let (groups, verbs) = (&self.syntax.groups, &self.syntax.verbs);
        let g = self.syntax.group_of(trigger.start as usize);
        let mut from = g;
        let mut verb = match self.syntax.verb_of(g) {
            Some(own) => self.above_verb(own),
            None => governing(self.syntax, g, groups[g].clause),
        };
        for _ in 0..HIGHEST {
            let Some(v) = verb else { return };
            let Verb { group, main, subject, .. } = verbs[v];
            let voices = is_voicing(self.text.key(main as usize)) && self.leads_to(group as usize, from);
            if (voices || self.is_said_under(v, g))
                && let Some(subject) = subject
            {
                return self.speakers(subject, if subject < group { group } else { u32::MAX }, main, chain);
            }
            (from, verb) = (group as usize, self.above_verb(v));
        }
    }

    /// The verb that a verb hangs on as an infinitive or behind a preposition.
    fn above_verb(&self, v: usize) -> Option<usize> {
        let verb = self.syntax.verbs[v];
        let clause = self.syntax.clauses[self.syntax.groups[verb.group as usize].clause as usize];
        let hangs = matches!(verb.link, Link::Infinitive | Link::Adjunct | Link::Complement);
        verb.governor.or(clause.governor).filter(|_| hangs).map(|above| above as usize)
    }

    /// Whether what stands between a verb and what it tells of says nothing of when, where or whence: "praised Peru for
    /// helping", not "welcomed Lee at a meeting".
    fn leads_to(&self, verb: usize, to: usize) -> bool {
        verb < to
            && self.syntax.groups[verb + 1..to].iter().all(|k| {
                let word = self.text.word(k.tokens.start as usize);
                let told = matches!(word, "for" | "of" | "to" | "on" | "over" | "about" | "between" | "with");
                match k.kind {
                    GroupKind::Preposition => told,
                    GroupKind::Relative | GroupKind::Subordinator | GroupKind::Break | GroupKind::Quote => false,
                    _ => true,
                }
            })
    }

    /// "Lee said under the accord, …", "Under the accord, Lee said, …": whether the trigger `g` leads what verb `v` says.
    fn is_said_under(&self, v: usize, g: usize) -> bool {
        let (groups, verb) = (&self.syntax.groups, self.syntax.verbs[v]);
        let under = groups[g].preposition.map(|p| p as usize);
        let under = under.filter(|&p| self.text.word(groups[p].tokens.start as usize).eq_ignore_ascii_case("under"));
        let says = matches!(self.text.word(verb.main as usize), "said" | "says" | "added" | "noted");
        says && under.is_some_and(|p| p == verb.group as usize + 1 || p == 0)
    }
}

/// Verbs of saying what one thinks of what others do.
static VOICING: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    inflect::verb_keys(
        "express voice welcome appreciate praise commend applaud laud hail thank congratulate condemn criticise \
         criticize denounce",
    )
});

fn is_voicing(verb: Key) -> bool {
    VOICING.contains(&verb)
}
