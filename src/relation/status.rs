//! Polarity, modality and tense of a trigger: read from its verb, its noun group, and the verbs above it. Computed once,
//! for all rules.

use crate::clause::{GroupKind, Link, Syntax, Verb, VerbForm, lexical};
use crate::rule::{Rule, codes};
use crate::text::{Classes, Key, Span, Tag, Text, TokenRange};

use super::attitude::{self, Attitude};
use super::{Modality, Polarity, Tense};

mod agreement;
mod barred;
mod due;
mod fate;
mod gerund;
mod infinitive;
mod noun;
mod pact;
mod position;
mod preposition;
mod reach;
#[cfg(test)]
mod tests;
mod time;

/// What is said of a trigger, and the words that decided it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Status {
    pub(crate) polarity: Polarity,
    pub(crate) polarity_cue: Option<Span>,
    pub(crate) modality: Modality,
    pub(crate) modality_cue: Option<Span>,
    pub(crate) tense: Tense,
}

/// Reads the status of the trigger at `trigger`; what the rule sets counts unless the clause says otherwise.
pub(crate) fn read(text: &Text<'_>, syntax: &Syntax, trigger: TokenRange, rule: &Rule) -> Status {
    let mut reader =
        Reader { text, syntax, rule, status: Status::default(), verbal: false, decided: false, affirmed: false };
    let g = syntax.group_of(trigger.start as usize);
    match syntax.verb_of(g) {
        // "urged the visiting envoy to stay", "wants the state-backed firm": nothing is said of what a description takes for granted.
        _ if rule.modality.as_deref() == Some(Modality::Actual.as_str()) => {}
        Some(v) => {
            reader.verbal = true;
            reader.tense(&syntax.verbs[v]);
            reader.own_verb(v);
            reader.above(v);
        }
        None => reader.noun(g, trigger),
    }
    reader.set(trigger);
    reader.status
}

struct Reader<'a> {
    text: &'a Text<'a>,
    syntax: &'a Syntax,
    rule: &'a Rule,
    status: Status,
    /// The trigger is a verb.
    verbal: bool,
    /// The modality is settled: what stands further off no longer counts.
    decided: bool,
    /// What stands further off denies something else.
    affirmed: bool,
}

impl Reader<'_> {
    fn span(&self, token: usize) -> Span {
        self.text.span(TokenRange::new(token, token + 1))
    }

    fn modality(&mut self, modality: Modality, token: usize) {
        if !self.decided {
            self.status.modality = modality;
            self.status.modality_cue = (modality != Modality::Actual).then(|| self.span(token));
            self.decided = true;
            if modality == Modality::Planned {
                self.status.tense = Tense::Future;
            }
        }
    }

    fn negative(&mut self, token: usize) {
        if self.status.polarity == Polarity::Positive && !self.affirmed {
            self.status.polarity = Polarity::Negative;
            self.status.polarity_cue = Some(self.span(token));
        }
    }

    /// What a verb says of what it governs: "did not rule out talks" leaves them open, "did not cancel talks" as they are.
    fn said_by(&mut self, verb: &Verb, attitude: Attitude) {
        let main = verb.main as usize;
        if attitude != Attitude::Negative || verb.negation.is_none() && !self.is_refused(verb) {
            return self.attitude(attitude, main);
        }
        self.affirmed = true;
        if verb.negation.is_some() && attitude::is_ruling_out(self.text.key(main)) {
            self.modality(Modality::Possible, main);
        }
    }

    /// "declined to block": what would stop it does not come about.
    fn is_refused(&self, verb: &Verb) -> bool {
        let high = verb.governor.filter(|_| verb.link == Link::Infinitive && verb.noun.is_none());
        high.map(|g| self.syntax.verbs[g as usize]).is_some_and(|high| {
            high.negation.is_none() && attitude::of_verb(self.text.key(high.main as usize)) == Some(Attitude::Negative)
        })
    }

    fn attitude(&mut self, attitude: Attitude, token: usize) {
        match attitude {
            Attitude::Planned => self.modality(Modality::Planned, token),
            Attitude::Possible => self.modality(Modality::Possible, token),
            Attitude::Negative => self.negative(token),
        }
    }

    /// What a rule sets by itself.
    fn set(&mut self, trigger: TokenRange) {
        let rule = self.rule;
        let set = rule.modality.as_deref().and_then(Modality::parse).filter(|m| *m != Modality::Actual);
        let set = set.or_else(|| self.is_promise(trigger).then_some(Modality::Planned));
        // "has offered aid": whether it is taken is open.
        let offered =
            rule.code.cameo.starts_with(codes::AID) && attitude::is_offering(self.text.key(trigger.start as usize));
        let set = set.or_else(|| offered.then_some(Modality::Possible));
        if let Some(modality) = set
            && self.status.modality == Modality::Actual
            && !self.is_agreed(trigger)
        {
            self.status.modality = modality;
            self.status.modality_cue = Some(self.text.span(trigger));
        }
        if rule.polarity.as_deref() == Some(Polarity::Negative.as_str()) {
            self.negative(trigger.start as usize);
        }
    }

    fn tense(&mut self, verb: &Verb) {
        self.status.tense = if verb.past { Tense::Past } else { Tense::Present };
        if verb.modal.is_some_and(|m| is_will(self.text.key(m as usize))) {
            self.status.tense = Tense::Future;
        }
    }

    /// What a verb says of itself: "will not meet", "could meet".
    fn own_verb(&mut self, v: usize) {
        let verb = self.syntax.verbs[v];
        if self.is_counterfactual(&verb) {
            self.decided = true;
            return;
        }
        if let Some(negation) = verb.negation.filter(|&n| !self.is_topped(&verb, n as usize)) {
            self.negative(negation as usize);
        }
        // "would have met"
        if self.verbal && self.is_undone(&verb) {
            self.negative(verb.main as usize);
        }
        // "no longer cooperates"
        let first = self.syntax.groups[verb.group as usize].tokens.start as usize;
        if first >= 2 && self.text.word(first - 1) == "longer" && self.text.word(first - 2) == "no" {
            self.negative(first - 2);
        }
        // "never met"
        let before = (verb.group as usize).checked_sub(1).map(|g| self.syntax.groups[g]);
        if let Some(never) = before
            .filter(|b| b.kind == GroupKind::Adverb)
            .and_then(|b| b.tokens.range().find(|&i| self.text.classes(i).any(Classes::NEGATION)))
        {
            self.negative(never);
        }
        if verb.modal.is_some() {
            self.modal(&verb);
        } else if self.is_timed(&verb) || self.is_due(v) {
            self.modality(Modality::Planned, verb.main as usize);
        }
    }

    /// "will meet" is planned; "would meet" where it was told before, "hopes they will meet", "whether they will meet" is not.
    fn modal(&mut self, verb: &Verb) {
        let Some(modal) = verb.modal else { return };
        let key = self.text.key(modal as usize);
        if self.is_habit(verb, key) {
            self.decided = true;
            return;
        }
        let would = key == const { Key::of_ascii("would") };
        let told = || self.is_reported(verb) || self.is_told_freely(verb);
        let coming = is_will(key) && !self.is_doubted(verb) || would && told();
        // "can meet" tells an ability; nothing is decided.
        let open = self.is_hoped(verb) || self.is_conditional(verb) || self.idea_that(verb).is_some();
        let modality = if coming && !open { Modality::Planned } else { Modality::Possible };
        self.modality(modality, modal as usize);
    }

    /// Whether a verb stands in the clause of what is hoped for or held to be likely or not: "hope that they will meet", "hope that
    /// they will come and will meet", "it is unlikely that they will meet".
    fn is_hoped(&self, verb: &Verb) -> bool {
        let mut verb = *verb;
        for _ in 0..3 {
            let Some(high) = verb.governor.map(|g| self.syntax.verbs[g as usize]) else { break };
            match verb.link {
                Link::Complement => {
                    return attitude::is_hope(self.text.key(high.main as usize)) || self.is_likely(&high, &verb);
                }
                Link::Coordinated => verb = high,
                _ => break,
            }
        }
        false
    }

    /// What the verbs above say: "agreed to meet", "refused to meet", "urged Kim to meet", "if they meet".
    fn above(&mut self, v: usize) {
        let mut v = v;
        self.either(&self.syntax.verbs[v]);
        self.hung(&self.syntax.verbs[v]);
        for _ in 0..6 {
            let verb = self.syntax.verbs[v];
            self.asked_for(&verb);
            self.told_falsely(&verb);
            self.opener(&verb);
            match verb.link {
                Link::Infinitive => {
                    // "used the visit to hold talks"
                    let used = verb.governor.is_some_and(|g| {
                        attitude::is_using(self.text.key(self.syntax.verbs[g as usize].main as usize))
                    });
                    if verb.governor.is_none() && verb.noun.is_some() && !self.has_to(&verb) {
                        // "The two also operate a plant": a present that looks like an infinitive.
                    } else if let Some(joined) = self.joined_infinitive(&verb) {
                        // "agreed to sell wool around the world and to help": as the first.
                        v = joined;
                        continue;
                    } else if let Some(noun) = verb.noun.filter(|_| !used) {
                        self.dropped(noun as usize, &verb);
                        self.noun_of_infinitive(noun as usize, &verb);
                    } else if let Some(noun) = self.bare_noun(&verb) {
                        self.noun_of_infinitive(noun, &verb);
                    } else if verb.governor.is_none() && self.has_to(&verb) {
                        // "Kim to visit Russia"
                        self.modality(Modality::Planned, verb.main as usize);
                    }
                }
                Link::Adjunct => {
                    if let Some(noun) = verb.noun {
                        self.dropped(noun as usize, &verb);
                    }
                    self.gerund(&verb);
                }
                _ => {}
            }
            let Some(governor) = verb.governor.map(|g| g as usize) else { break };
            let high = self.syntax.verbs[governor];
            match verb.link {
                Link::Infinitive if verb.noun.is_none() => {
                    self.governed(governor, &verb);
                    self.own_verb(governor);
                }
                Link::Infinitive => self.own_verb(governor),
                // "declined to answer before beginning talks": the talks are not declined.
                Link::Adjunct if self.stands_apart(&verb) => {
                    self.affirmed = true;
                    if self.stands_free(&verb, &high) {
                        break;
                    }
                    // "will travel to Peru, joining Ek there"
                    if self.goes_along(&verb, &high) {
                        self.at_the_time_of(governor, false);
                    }
                    // "will speak before leaving for Peru"
                    if let Some(opener) = verb.opener.filter(|_| self.is_event() && !verb.perfect) {
                        let opener = self.text.key(self.syntax.groups[opener as usize].tokens.start as usize);
                        self.at_the_time_of(governor, is_after(opener));
                        // "hoped to pass the bill before leaving": the journey is no hope.
                        if opener == const { Key::of_ascii("before") } && self.is_intended(&high) {
                            self.modality(Modality::Planned, verb.main as usize);
                        }
                        // "is expected to speak after returning from Peru": the journey is not what is expected.
                        if opener == const { Key::of_ascii("before") } || is_after(opener) {
                            break;
                        }
                    }
                }
                // "may turn to deepening ties", "will focus on meeting them"
                Link::Adjunct if !verb.perfect && self.is_turned_to(&verb) => self.modal(&high),
                Link::Coordinated
                    if verb.form != VerbForm::Finite || verb.modal.is_none() && self.shares_helper(&verb, &high) =>
                {
                    self.own_verb(governor);
                }
                Link::Complement => {
                    let key = self.text.key(high.main as usize);
                    // "suggested that they had met" is a claim.
                    let report = self.noun_of_that(&verb).is_some_and(|n| attitude::is_report(self.head(n)));
                    let wished = attitude::is_wish(key) && !(verb.past && attitude::is_suggesting(key));
                    // "resigned after reports that they had met": not what the verb is about.
                    let open = verb.form != VerbForm::Finite || verb.modal.is_some() || !lexical::is_sayer(key);
                    if !report && (open || wished) {
                        self.governed(governor, &verb);
                    }
                    if !report && attitude::of_verb(key) == Some(Attitude::Negative)
                        || key == const { Key::of_ascii("denied") }
                        || key == const { Key::of_ascii("denies") }
                    {
                        self.negative(high.main as usize);
                    }
                    break;
                }
                Link::Main | Link::Relative | Link::Adverbial => break,
                _ => {}
            }
            v = governor;
        }
    }

    /// Whether a verb has its "to": a bare form may be a present that looks like an infinitive.
    fn has_to(&self, verb: &Verb) -> bool {
        let group = self.syntax.groups[verb.group as usize].tokens;
        let first = group.start.saturating_sub(1).max(self.syntax.sentence.start);
        (first..group.end).any(|i| self.syntax.tag(i as usize) == Tag::To)
    }

    /// "will meet and discuss": the second verb shares the helper of the first.
    fn shares_helper(&self, verb: &Verb, high: &Verb) -> bool {
        let tag = self.syntax.tag(verb.main as usize);
        matches!(tag, Tag::Verb | Tag::Participle) && (high.modal.is_some() || high.form == VerbForm::Infinitive)
    }

    /// Whether a noun behind "in" only says that something goes on or what for: "in the process of", "in the midst of", "in
    /// exchange for".
    fn is_in_midst(&self, noun: usize) -> bool {
        self.preposition(noun) == Some(const { Key::of_ascii("in") })
            && const { Key::each(["process", "course", "midst", "middle", "throes", "exchange", "return"]) }
                .contains(&self.head(noun))
    }
}

fn is_condition(key: Key) -> bool {
    const { Key::each(["if", "unless", "whether", "should", "had", "were"]) }.contains(&key)
}

fn is_after(key: Key) -> bool {
    const { Key::each(["after", "following"]) }.contains(&key)
}

fn is_will(key: Key) -> bool {
    const { Key::each(["will", "'ll", "shall", "won't"]) }.contains(&key)
}

/// Whether behind the preposition stands what is aimed at: "talks on a pact".
fn is_aim(key: Key) -> bool {
    const {
        Key::each([
            "about", "aimed", "at", "for", "in", "of", "on", "over", "regarding", "to", "toward", "towards",
        ])
    }
    .contains(&key)
}
