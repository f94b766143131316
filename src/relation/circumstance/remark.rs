//! "He made the remarks in a meeting with Ek": when what is told of as the occasion of a remark took place.

use std::sync::LazyLock;

use jiff::civil::Date;
use rustc_hash::FxHashSet;

use crate::clause::{Verb, VerbForm, lexical};
use crate::mention::date::Bound;
use crate::mention::{self, DateKind, DateMention};
use crate::relation::frame::governing;
use crate::relation::{EventDate, EventDateKind};
use crate::text::{Key, TokenRange, inflect};

use super::Scene;

/// So many sentences before hold what was said.
const FARTHEST_SAYING: usize = 3;
/// "said here late on Monday", "on Monday said": so many words lie between the verb and the day.
const FARTHEST_DAY: u32 = 4;

impl Scene<'_> {
    /// "Lee said on Monday … He made the remarks in a meeting with Ek": the day on which it was said, for the trigger `g`.
    pub(super) fn said_on(&self, g: usize, reference: Option<Date>) -> Option<EventDate> {
        if !self.is_occasion(g) {
            return None;
        }
        let here = self.text.sentence_of(self.trigger.start as usize);
        let mut found: Vec<DateMention> = Vec::new();
        for sentence in self.text.sentences[here.saturating_sub(FARTHEST_SAYING)..here].iter().rev() {
            found.clear();
            mention::find_dates(&self.text, sentence.tokens, reference, &mut found);
            let day = found.iter().find(|d| {
                d.bound == Bound::At
                    && d.value.is_some_and(|v| v.kind == DateKind::Exact)
                    && self.is_beside_saying(sentence.tokens, d.tokens)
            });
            if let Some(day) = day {
                let cue = Some(self.text.span(day.tokens));
                return day.value.map(|value| EventDate { value, kind: EventDateKind::Exact, cue });
            }
        }
        None
    }

    /// Whether the trigger `g` is, or is told of as the occasion of, a remark: "was speaking", "made the remarks when meeting Ek".
    fn is_occasion(&self, g: usize) -> bool {
        let (groups, verbs) = (&self.syntax.groups, &self.syntax.verbs);
        let remarks = |v: &Verb| {
            let main = self.text.key(v.main as usize);
            let object = groups.get(v.group as usize + 1);
            main == const { Key::of_ascii("speaking") }
                || is_making(main) && object.is_some_and(|o| is_remark(self.text.key(o.head as usize)))
        };
        let Some(own) = self.syntax.verb_of(g).or_else(|| governing(self.syntax, g, groups[g].clause)) else {
            return false;
        };
        // "when holding talks with Ek"; not "while talking about a visit".
        let about = groups[g].preposition.is_some_and(|p| self.text.word(groups[p as usize].head as usize) == "about");
        let clause = self.syntax.clauses[groups[g].clause as usize];
        let above = clause.governor.filter(|_| verbs[own].form == VerbForm::Gerund && !about);
        remarks(&verbs[own]) || above.is_some_and(|v| remarks(&verbs[v as usize]))
    }

    /// Whether a verb of saying stands beside a date of a sentence.
    fn is_beside_saying(&self, sentence: TokenRange, date: TokenRange) -> bool {
        let first = date.start.saturating_sub(FARTHEST_DAY).max(sentence.start);
        let last = (date.end + FARTHEST_DAY).min(sentence.end);
        (first..date.start).chain(date.end..last).any(|i| lexical::is_sayer(self.text.key(i as usize)))
    }
}

fn is_making(verb: Key) -> bool {
    static FORMS: LazyLock<FxHashSet<Key>> = LazyLock::new(|| inflect::verb_keys("make"));
    FORMS.contains(&verb)
}

fn is_remark(noun: Key) -> bool {
    static FORMS: LazyLock<FxHashSet<Key>> =
        LazyLock::new(|| inflect::noun_keys("remark comment statement announcement"));
    FORMS.contains(&noun)
}
