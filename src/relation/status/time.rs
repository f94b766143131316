//! What a verb's mood, its day and the word that opens its clause say: to come, or only if.

use crate::clause::{GroupKind, Link, Verb, VerbForm, lexical};
use crate::relation::attitude::{self, Attitude};
use crate::relation::{Modality, Polarity};
use crate::text::{Classes, Key, Tag};

use super::{Reader, is_condition, is_will};

/// A time stands at most so many groups behind the noun it is of.
const FARTHEST: usize = 6;

impl Reader<'_> {
    /// Whether a present with a day tells of what is to come: "leaves on Friday", "they meet on Friday", "is holding talks next
    /// week".
    pub(super) fn is_timed(&self, verb: &Verb) -> bool {
        let progressive = self.text.word(verb.main as usize).ends_with("ing");
        self.is_event()
            && verb.form == VerbForm::Finite
            && !verb.past
            && !verb.passive
            && (progressive || attitude::is_setting_out(self.text.key(verb.main as usize)))
            && self.has_day(self.syntax.groups[verb.group as usize].clause)
    }

    /// Whether a "would" tells what was done again and again: "she would often meet them", "at times they would meet".
    pub(super) fn is_habit(&self, verb: &Verb, modal: Key) -> bool {
        let clause = self.syntax.groups[verb.group as usize].clause;
        let mut tokens = self.syntax.groups.iter().filter(|g| g.clause == clause).flat_map(|g| g.tokens.range());
        modal == const { Key::of_ascii("would") }
            && tokens.any(|i| match self.text.word(i) {
                "often" | "sometimes" | "usually" | "occasionally" => true,
                "times" => i > 0 && matches!(self.text.word(i - 1), "at" | "At"),
                _ => false,
            })
    }

    /// Whether a clause names a day by what it is from today: "on Friday", "today", "tomorrow", "next week".
    fn has_day(&self, clause: u32) -> bool {
        let groups = self.syntax.groups.iter().filter(|g| g.clause == clause);
        // "they meet every Friday"
        let habit = |i: usize| i > 0 && matches!(self.text.word(i - 1), "every" | "each" | "Every" | "Each");
        let day = |i: usize| {
            self.text.tokens[i].classes.any(Classes::WEEKDAY) && !habit(i)
                || matches!(self.text.word(i), "today" | "tonight")
                || self.is_day_ahead(i)
        };
        groups.flat_map(|g| g.tokens.range()).any(day)
    }

    /// "a visit to Peru later this month", "a visit here next week by": behind the noun a time that has not come.
    pub(super) fn is_ahead(&self, g: usize) -> bool {
        let groups = &self.syntax.groups;
        let hangs = |k: &usize| {
            let kind = groups[*k].kind;
            let joins = kind == GroupKind::Coordinator && groups.get(*k + 1).is_some_and(|n| n.kind == GroupKind::Noun);
            joins || matches!(kind, GroupKind::Noun | GroupKind::Preposition | GroupKind::Date | GroupKind::Adverb)
        };
        let ahead = |k: usize| groups[k].tokens.range().any(|i| self.is_day_ahead(i));
        (g + 1..groups.len()).take_while(hangs).take(FARTHEST).any(ahead)
    }

    /// Whether a day or time that has not come begins at a word: "tomorrow", "next week", "later this month", "the end of the
    /// week".
    fn is_day_ahead(&self, i: usize) -> bool {
        let end = self.syntax.sentence.end as usize;
        let word = |i: usize| if i < end { self.text.word(i) } else { "" };
        match word(i) {
            "tomorrow" => true,
            "next" => i + 1 < end && attitude::is_span(self.text.key(i + 1)),
            // "later this week", "later in the week"
            "later" => {
                let (i, definite) = (i + 1, word(i + 1) == "in" && word(i + 2) == "the");
                word(i) == "this" || definite && i + 2 < end && attitude::is_span(self.text.key(i + 2))
            }
            "end" => {
                word(i + 1) == "of" && word(i + 2) == "the" && i + 3 < end && attitude::is_span(self.text.key(i + 3))
            }
            _ => false,
        }
    }

    /// "to brief her on the visit last week", "will speak of the talks held yesterday": what was in the past is no plan.
    pub(super) fn is_past(&self, g: usize, verb: &Verb) -> bool {
        let open = verb.form == VerbForm::Infinitive || verb.form == VerbForm::Finite && !verb.past;
        if !open || self.syntax.groups[g].preposition.is_none() {
            return false;
        }
        let groups = &self.syntax.groups;
        let hangs = |k: &usize| {
            matches!(groups[*k].kind, GroupKind::Noun | GroupKind::Preposition | GroupKind::Date | GroupKind::Adverb)
        };
        let past = |i: usize| match self.text.word(i) {
            "yesterday" | "ago" => true,
            "last" => i + 1 < self.syntax.sentence.end as usize && attitude::is_span(self.text.key(i + 1)),
            _ => false,
        };
        let past = |k: usize| groups[k].tokens.range().any(past);
        (g + 1..groups.len()).take_while(hangs).take(FARTHEST).any(past)
    }

    /// Whether a denied "would have" says that it was done: "would not have signed it if", "would not have signed it just because".
    pub(super) fn is_counterfactual(&self, verb: &Verb) -> bool {
        let would = verb.modal.is_some_and(|m| matches!(self.text.word(m as usize), "would" | "wouldn't" | "wouldn’t"));
        let after = verb.main as usize + 1..self.syntax.sentence.end as usize;
        would
            && verb.negation.is_some()
            && verb.perfect
            && (self.syntax.verbs.iter().any(|v| self.is_conditional(v))
                || after.into_iter().any(|i| matches!(self.text.word(i), "because" | "without")))
    }

    /// Whether a word of condition opens the clause of a verb: "if she could".
    pub(super) fn is_conditional(&self, verb: &Verb) -> bool {
        verb.opener.is_some_and(|o| is_condition(self.text.key(self.syntax.groups[o as usize].head as usize)))
    }

    /// "On Friday she would meet Kim": what was said goes on without its "said"; not "I would meet him", "would meet if".
    pub(super) fn is_told_freely(&self, verb: &Verb) -> bool {
        let own = |s: u32| {
            const { Key::each(["i", "we", "you", "it", "that"]) }
                .contains(&self.text.key(self.syntax.groups[s as usize].head as usize))
        };
        matches!(verb.link, Link::Main | Link::Adverbial)
            && (self.is_event() || self.is_told_after(verb))
            && verb.subject.is_some_and(|s| !own(s))
            && !self.syntax.verbs.iter().any(|v| self.is_conditional(v))
    }

    /// Whether a "would" is a "will" that somebody said: "said they would meet", "said she would fly in and would meet Kim",
    /// "adding it would help", "said he had called Ek, who would help".
    pub(super) fn is_reported(&self, verb: &Verb) -> bool {
        const HIGHEST: usize = 4;
        let mut verb = *verb;
        for level in 0..HIGHEST {
            if let Some(told) = Some(&verb).filter(|v| v.link == Link::Relative).and_then(|v| self.told_beside_name(v))
            {
                verb = told;
            }
            let Some(high) = verb.governor.map(|g| self.syntax.verbs[g as usize]) else { break };
            // "said they would meet if"
            let open = self.syntax.verbs.iter().any(|v| v.group > verb.group && self.is_conditional(v));
            match verb.link {
                Link::Complement if level == 0 && high.past => return !open,
                Link::Complement => {
                    return (high.past || high.form == VerbForm::Gerund)
                        && lexical::is_sayer(self.text.key(high.main as usize))
                        && !self.syntax.verbs.iter().any(|v| self.is_conditional(v));
                }
                Link::Coordinated | Link::Adverbial => verb = high,
                _ => break,
            }
        }
        false
    }

    /// The verb of the clause in which the name stands that a relative clause is about: "said he had called Ek, who would help".
    fn told_beside_name(&self, verb: &Verb) -> Option<Verb> {
        let groups = &self.syntax.groups;
        let clause = self.syntax.clauses[groups[verb.group as usize].clause as usize];
        let name = clause.antecedent.map(|a| groups[a as usize])?;
        let own = |v: &&Verb| groups[v.group as usize].clause == name.clause && v.form == VerbForm::Finite;
        let named = matches!(self.syntax.tag(name.head as usize), Tag::Name | Tag::Names);
        self.syntax.verbs.iter().find(own).filter(|_| named).copied()
    }

    /// Whether who said it is told behind, without quotes: "the two would work together, Kim said".
    fn is_told_after(&self, verb: &Verb) -> bool {
        let sentence = self.syntax.sentence;
        let quoted = || sentence.range().any(|i| matches!(self.text.word(i), "\"" | "“" | "”" | "''" | "``"));
        let said = |v: &Verb| {
            v.group > verb.group
                && v.past
                && v.form == VerbForm::Finite
                && lexical::is_sayer(self.text.key(v.main as usize))
        };
        self.syntax.verbs.iter().any(said) && !quoted()
    }

    /// Whether what the verb tells is waited for: "once the deal has been signed".
    pub(super) fn is_awaited(&self, verb: &Verb, g: usize) -> bool {
        let before = (self.syntax.groups[g].tokens.start as usize).checked_sub(1);
        let until = before.filter(|&i| i >= self.syntax.sentence.start as usize).is_some_and(|i| {
            const { Key::each(["once", "until", "till", "after", "when", "before"]) }.contains(&self.text.key(i))
        });
        let has = self.text.word(self.syntax.groups[verb.group as usize].tokens.start as usize);
        until && verb.passive && verb.perfect && matches!(has, "has" | "have")
    }

    /// Whether an adjective behind a "be" says that its event is to come: "is due to arrive on a visit", "is due in Peru".
    pub(super) fn is_due(&self, v: usize) -> bool {
        let verb = self.syntax.verbs[v];
        let due = self.syntax.groups.get(verb.group as usize + 1).filter(|a| a.kind == GroupKind::Adjective);
        let due = due.map(|a| self.text.key(a.head as usize));
        self.is_event()
            && self.text.classes(verb.main as usize).any(Classes::BE)
            && due.is_some_and(|due| {
                // "is due in Peru"
                due == const { Key::of_ascii("due") }
                    || attitude::of_adjective(due) == Some(Attitude::Planned)
                        && self.infinitive_of(v, usize::MAX).is_some()
            })
    }

    /// Whether an adverb before the verb leaves open whether it will be so: "perhaps one day they will meet".
    pub(super) fn is_doubted(&self, verb: &Verb) -> bool {
        let groups = &self.syntax.groups;
        let at = verb.group as usize;
        let clause = groups[at].clause;
        (0..at)
            .filter(|&g| groups[g].clause == clause)
            .flat_map(|g| groups[g].tokens.range())
            .any(|i| const { Key::each(["perhaps", "maybe", "possibly"]) }.contains(&self.text.key(i)))
    }

    /// What the word that opens its clause says of a verb: "if they meet", "unless they sign", "before they meet".
    pub(super) fn opener(&mut self, verb: &Verb) {
        let Some(opener) = verb.opener else { return self.inverted(verb) };
        let token = self.syntax.groups[opener as usize].head as usize;
        let key = self.text.key(token);
        if is_condition(key) {
            self.supposed(token);
        } else if self.is_as_soon_as(verb, token) {
            self.modality(if self.is_event() { Modality::Planned } else { Modality::Possible }, token);
        } else if self.is_present(verb) && !verb.past && verb.modal.is_none() && self.is_to_come(verb, key) {
            // "until they reach a deal", which they need not.
            let open = !self.is_event() && const { Key::each(["until", "till"]) }.contains(&key);
            self.modality(if open { Modality::Possible } else { Modality::Planned }, token);
        }
    }

    /// Whether a verb is finite, or in a bare form that may be a present.
    fn is_present(&self, verb: &Verb) -> bool {
        verb.form == VerbForm::Finite || verb.form == VerbForm::Infinitive && !self.has_to(verb)
    }

    /// What a word supposes may be so, and what it denies may yet be: "if they fail to meet", "if they do not meet", "if they are
    /// unable to meet".
    fn supposed(&mut self, token: usize) {
        self.modality(Modality::Possible, token);
        let opens = self.span(token).start;
        if self.status.polarity_cue.is_some_and(|cue| cue.start > opens) {
            self.status.polarity = Polarity::Positive;
            self.status.polarity_cue = None;
            self.affirmed = true;
        }
    }

    /// A helper before its subject supposes what it opens: "Should they meet, he will speak", and, where something "would have" come
    /// of it, "Had they met, prices would have fallen", "prices would have fallen had they met".
    fn inverted(&mut self, verb: &Verb) {
        let groups = &self.syntax.groups;
        let Some(at) = verb.subject.and_then(|s| s.checked_sub(1)).map(|k| k as usize) else { return };
        let helper = groups[at].tokens;
        if groups[at].kind != GroupKind::Verb || helper.len() != 1 {
            return;
        }
        let open = const { Key::each(["would", "could", "might"]) };
        let undone = |v: &Verb| v.perfect && v.modal.is_some_and(|m| open.contains(&self.text.key(m as usize)));
        // "Never had they met"
        let bare = at.checked_sub(1).is_none_or(|k| groups[k].kind != GroupKind::Adverb);
        let supposes = match self.text.word(helper.start as usize) {
            "Should" => true,
            "Had" | "had" => bare && self.syntax.verbs.iter().any(undone),
            _ => false,
        };
        if supposes {
            self.supposed(helper.start as usize);
        }
    }

    /// Whether "as soon as" opens the clause of a verb and what it tells has not come: "will pay as soon as they meet", and, under a
    /// modal before it, "would pay as soon as they met".
    fn is_as_soon_as(&self, verb: &Verb, opener: usize) -> bool {
        let soon = opener > 0 && self.text.word(opener) == "as" && self.text.word(opener - 1) == "soon";
        let open = |v: &Verb| v.group < verb.group && v.modal.is_some();
        soon && verb.modal.is_none() && (!verb.past || self.syntax.verbs.iter().any(open))
    }

    /// Whether what governs an infinitive means it to be done: "plans to speak", "is expected to sign".
    pub(super) fn is_intended(&self, verb: &Verb) -> bool {
        let high = verb.governor.filter(|_| verb.form == VerbForm::Infinitive && verb.noun.is_none());
        high.map(|g| self.text.key(self.syntax.verbs[g as usize].main as usize)).is_some_and(|key| {
            Classes::of(key).any(Classes::BE)
                || attitude::of_verb(key) == Some(Attitude::Planned)
                || attitude::is_hope(key)
        })
    }

    /// "before he leaves for Peru", "will speak when she visits Chile", "plans to speak when": a clause of time in the
    /// present tells of what is to come.
    fn is_to_come(&self, verb: &Verb, opener: Key) -> bool {
        // "by the time they meet"
        let first = verb.opener.map(|o| self.text.word(self.syntax.groups[o as usize].tokens.start as usize));
        if const { Key::each(["before", "until", "till"]) }.contains(&opener) || matches!(first, Some("by" | "By")) {
            return true;
        }
        // "that is when she travels to Peru"
        let before = verb.opener.and_then(|o| self.syntax.groups[o as usize].tokens.start.checked_sub(1));
        if opener == const { Key::of_ascii("when") } && before.is_some_and(|i| self.text.word(i as usize) == "is") {
            return true;
        }
        let at = |v: &&Verb| v.group < verb.group;
        let verbs = &self.syntax.verbs;
        let high = verb.governor.map(|g| &verbs[g as usize]).or(verbs.iter().rfind(at)).or(verbs.last());
        let coming = high.and_then(|v| v.modal).is_some_and(|m| {
            let key = self.text.key(m as usize);
            is_will(key) || key == const { Key::of_ascii("would") }
        }) || high.is_some_and(|v| self.is_intended(v));
        let clause = self.syntax.groups[verb.group as usize].clause;
        let dated = || self.syntax.groups.iter().any(|g| g.kind == GroupKind::Date && g.clause == clause);
        const { Key::each(["when", "once", "after"]) }.contains(&opener) && (coming || dated())
    }
}
