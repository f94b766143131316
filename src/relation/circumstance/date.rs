//! When: the date of the clause that holds the trigger, or of one that says when.

use std::sync::LazyLock;

use jiff::civil::Date;
use rustc_hash::FxHashSet;

use crate::clause::{GroupKind, Link, Verb, VerbForm, lexical};
use crate::mention::date::Bound;
use crate::mention::{DateKind, DateMention, Direction};
use crate::relation::attitude::{self, Attitude};
use crate::relation::frame::governing;
use crate::relation::status::Status;
use crate::relation::{EventDate, EventDateKind, Modality, Polarity};
use crate::text::{Classes, Key, Span, TokenKind, inflect};

use super::Scene;

/// A day to come is told of at most so many days before, where the year is not said.
const SOON: i32 = 60;
/// A day gone by is told with its year when it lies further back.
const LONG_AGO: i32 = 240;

/// Whether of the two days that a day and month may be, the one to come is meant.
fn is_nearer(to_come: Date, gone: Date, reference: Option<Date>) -> bool {
    let days = |from: Date, to: Date| from.until(to).map_or(0, |span| span.get_days());
    reference.is_some_and(|today| {
        let (ahead, back) = (days(today, to_come), days(gone, today));
        (1..=SOON).contains(&ahead) && back > LONG_AGO
    })
}

impl Scene<'_> {
    /// "a visit next week": the date right behind the noun, where it lies ahead of the document's.
    pub(crate) fn is_to_come(&self, date: Option<EventDate>, reference: Option<Date>) -> Option<Span> {
        let g = self.syntax.group_of(self.trigger.start as usize);
        let (date, today) = (date?, reference?);
        let cue = date.cue.filter(|_| self.syntax.verb_of(g).is_none() && date.value.start > today)?;
        let behind = self.syntax.groups[g + 1..].iter();
        let near = behind.take_while(|k| !matches!(k.kind, GroupKind::Verb | GroupKind::Break | GroupKind::Quote));
        let stands = |k: &crate::clause::Group| {
            self.text.span(k.tokens).start <= cue.start && cue.start < self.text.span(k.tokens).end
        };
        near.filter(|k| stands(k)).map(|_| cue).next()
    }

    /// The date of the event: the one nearest to the trigger in its clause, else that of a clause that says when.
    /// `contact` tells whether people meet.
    pub(crate) fn date(&self, reference: Option<Date>, status: &Status, contact: bool) -> Option<EventDate> {
        let g = self.syntax.group_of(self.trigger.start as usize);
        let clause = self.syntax.groups[g].clause;
        let (first, last) = self.segment(g);
        let group = |d: &DateMention| self.syntax.group_of(d.tokens.start as usize);
        let own = |d: &&DateMention| {
            let at = group(d);
            let same = self.syntax.groups[at].clause == clause && (first..=last).contains(&at);
            let own = same || self.frame.groups.contains(&(at as u32)) || self.is_held(g, at) || self.is_made(g, at);
            own && !self.is_of_another(at, d) && !self.is_of_the_verb(g, at, status, contact)
        };
        // "said on Friday, after the two failed to agree": what did not come about has no day.
        let acts = (contact || self.syntax.verb_of(g).is_some()) && status.polarity == Polarity::Positive;
        let lent = |d: &&DateMention| acts && self.is_lent(g, group(d));
        let dates = {
            let start = self.mentions.dates.partition_point(|d| d.tokens.start < self.syntax.sentence.start);
            let end = self.mentions.dates.partition_point(|d| d.tokens.start < self.syntax.sentence.end);
            &self.mentions.dates[start..end.max(start)]
        };
        let distance = |d: &&DateMention| {
            let (at, trigger) = (d.tokens.start as i64, self.trigger.start as i64);
            // A date behind the trigger is its own sooner than one before it.
            if at >= trigger { at - trigger } else { (trigger - at) * 2 }
        };
        // "before next week's talks": the week is that of the talks.
        let inner = |d: &DateMention| group(d) == g && d.tokens.end <= self.trigger.start;
        let usable = || dates.iter().filter(|d| matches!(d.bound, Bound::At | Bound::Since) || inner(d));
        let past = status.modality == Modality::Actual;
        let found = usable().filter(own).min_by_key(distance).or_else(|| usable().filter(lent).min_by_key(distance));
        let Some(found) = found else {
            return if past && contact { self.said_on(g, reference) } else { None };
        };
        let found = &DateMention { bound: if inner(found) { Bound::At } else { found.bound }, ..*found };
        // "agreed last week to help": what is planned was agreed then.
        let gone = past || self.is_agreed(g, group(found));
        let direction = if gone { Direction::Past } else { Direction::Future };
        let value = found.toward(reference, direction).or(found.value)?;
        // "his visit from April 29", told in March: rather of this year than of the last.
        let exact = value.kind == DateKind::Exact;
        let value = if past && exact && self.syntax.verb_of(g).is_none() {
            found
                .toward(reference, Direction::Future)
                .filter(|to| is_nearer(to.start, value.start, reference))
                .unwrap_or(value)
        } else {
            value
        };
        // What is to come does not lie behind the document.
        if !gone && reference.is_some_and(|today| value.start < today && value.end.is_none_or(|end| end < today)) {
            return None;
        }
        let kind = match value.kind {
            _ if found.bound == Bound::Since => EventDateKind::Range,
            DateKind::Exact => EventDateKind::Exact,
            DateKind::Approximate => EventDateKind::Approximate,
            DateKind::Range => EventDateKind::Range,
        };
        Some(EventDate { value, kind, cue: Some(self.text.span(found.tokens)) })
    }

    /// "a meeting of the two sides held on Friday", "a pact that took effect in 2019": whether group `at` stands in what says
    /// when the trigger `g` was held or began.
    pub(super) fn is_held(&self, g: usize, at: usize) -> bool {
        let groups = &self.syntax.groups;
        let clause = self.syntax.clauses[groups[at].clause as usize];
        let Some(noun) = clause.antecedent.map(|a| a as usize).filter(|&a| a >= g) else { return false };
        let hangs =
            |k: usize| matches!(groups[k].kind, GroupKind::Noun | GroupKind::Preposition | GroupKind::Coordinator);
        let verb = self.syntax.verbs.iter().find(|v| (noun + 1..at).contains(&(v.group as usize)));
        let held = verb.is_some_and(|v| {
            let word = self.text.word(v.main as usize);
            let held = matches!(
                word,
                "held"
                    | "signed"
                    | "ratified"
                    | "reached"
                    | "concluded"
                    | "scheduled"
                    | "convened"
                    | "organised"
                    | "organized"
            );
            let began = || matches!(word, "began" | "begins" | "started" | "starts" | "opened" | "opens");
            held && (v.passive || clause.opener.is_none())
                || clause.opener.is_some() && (began() && v.group as usize + 2 >= at || self.is_in_force(v, at))
        });
        held && (g..noun).all(hangs)
    }

    /// "Signed in 2020, the pact unites Peru and Chile", "Entering into force in May, …": whether group `at` stands in what
    /// leads and says when what the trigger `g` tells came about.
    fn is_made(&self, g: usize, at: usize) -> bool {
        let groups = &self.syntax.groups;
        let (led, own) = (groups[at].clause, groups[g].clause);
        let verb = |clause: u32| self.syntax.verbs.iter().find(|v| groups[v.group as usize].clause == clause);
        let (Some(led), Some(own)) = (verb(led).filter(|v| v.link == Link::Adjunct && at < g), verb(own)) else {
            return false;
        };
        led.subject.is_some()
            && led.subject == own.subject
            && (is_making(self.text.key(led.main as usize)) || self.is_in_force(led, at))
    }

    /// "came into force on", "took effect in": whether a verb and the noun before the date `at` say that a thing holds since.
    fn is_in_force(&self, verb: &Verb, at: usize) -> bool {
        let comes = is_coming(self.text.key(verb.main as usize));
        let noun = |k: &crate::clause::Group| matches!(self.text.word(k.head as usize), "force" | "effect");
        comes && self.syntax.groups[verb.group as usize + 1..at].iter().any(noun)
    }

    /// Whether a date belongs to something else: "the 2030 Agenda", "a visit after the start of his term in May".
    fn is_of_another(&self, at: usize, date: &DateMention) -> bool {
        let groups = &self.syntax.groups;
        let trigger = self.syntax.group_of(self.trigger.start as usize);
        let word = |k: usize| self.text.word(groups[k].tokens.start as usize);
        let opens = |k: usize| matches!(word(k), "after" | "before" | "since" | "following" | "ahead");
        if groups[at].kind == GroupKind::Noun && at != trigger && groups[at].tokens.len() > date.tokens.len() {
            // "will attend Friday's summit": when it is, they do.
            let beside = at == trigger + 1 && self.syntax.verb_of(trigger).is_some();
            return !beside || !is_gathering(self.text.key(groups[at].head as usize));
        }
        // "closes on Monday after talks"; but who says so on Monday after talks most often comes from them.
        let behind = groups[trigger].preposition.map(|p| p as usize).filter(|&p| p > at && opens(p));
        if behind.is_some_and(|p| !self.is_said_after(trigger, p)) {
            return true;
        }
        let figures = date.tokens.range().all(|i| self.text.tokens[i].kind != TokenKind::Word);
        if let Some(beside) = at.checked_sub(1).filter(|&k| figures && groups[k].kind == GroupKind::Noun) {
            // "the Agenda 2030"; "the Growth Plan 2022-2025" is for those years.
            let named = self.text.tokens[groups[beside].head as usize].is_capitalised();
            if beside != trigger || named && date.last.is_some() {
                return true;
            }
        }
        // "signed a pact, according to the Lima Post on Tuesday"
        if (trigger + 1..at).any(|p| groups[p].kind == GroupKind::Preposition && word(p) == "according") {
            return true;
        }
        (trigger + 1..at.saturating_sub(1))
            .any(|p| groups[p].kind != GroupKind::Date && groups[p + 1].kind == GroupKind::Noun && opens(p))
    }

    /// "said on Friday after talks": whether the preposition `p` of the noun `g` puts what is said behind it.
    fn is_said_after(&self, g: usize, p: usize) -> bool {
        let after = matches!(self.text.word(self.syntax.groups[p].tokens.start as usize), "after" | "following");
        let verb = governing(self.syntax, g, self.syntax.groups[g].clause).map(|v| self.syntax.verbs[v]);
        after && verb.is_some_and(|v| self.is_telling(&v))
    }

    /// Whether somebody says something: "said", "told reporters".
    fn is_telling(&self, verb: &Verb) -> bool {
        lexical::is_sayer(self.text.key(verb.main as usize)) && !verb.passive && verb.past
    }

    /// Whether a date in the clause of the trigger `g` says when the verb does what it does, not when they meet or work
    /// together: "proposed talks on Monday", "the deal expires in May".
    fn is_of_the_verb(&self, g: usize, at: usize, status: &Status, contact: bool) -> bool {
        let groups = &self.syntax.groups;
        let own = self.syntax.verb_of(g).map(|v| self.syntax.verbs[v]);
        let above = match own {
            Some(verb) => verb.governor.filter(|_| verb.form != VerbForm::Finite).map(|v| v as usize),
            None => governing(self.syntax, g, groups[g].clause),
        };
        let Some(above) = above.map(|v| self.syntax.verbs[v]) else { return false };
        // "left on Friday to join the talks": the talks hang on what hangs on "left".
        let higher = above.governor.filter(|_| above.form == VerbForm::Infinitive && at < above.group as usize);
        let above = higher.map_or(above, |v| self.syntax.verbs[v as usize]);
        let main = self.text.key(above.main as usize);
        let verb = above.group as usize;
        // "On Monday Peru proposed talks", "arrived on Friday to join": said of what is to come when it was proposed. But who
        // agreed on Monday to help did agree on Monday.
        if status.modality != Modality::Actual && at < g && verb < g && is_plain_past(&above) {
            let agreed = !contact && attitude::of_verb(main) == Some(Attitude::Planned);
            return !agreed && !self.text.classes(above.main as usize).any(Classes::BE);
        }
        let inside = groups[g]
            .preposition
            .is_some_and(|p| self.text.key(groups[p as usize].head as usize) == const { Key::of_ascii("in") });
        if own.is_some() || g > verb || groups[g].kind != GroupKind::Noun {
            return false;
        }
        // "In the talks, Peru agreed to open a bridge in May"
        let infinitive = |v: &&Verb| {
            let group = v.group as usize;
            v.form == VerbForm::Infinitive && (verb + 1..at).contains(&group)
        };
        if self.syntax.verbs.iter().any(|v| infinitive(&v)) {
            return true;
        }
        // "The deal calls for payments in 1988"; but "in conjunction with Chile, Peru sold grain in 1988".
        let beside = inside || (g..verb).contains(&at);
        !contact && !beside && !is_making(main) && !self.is_in_force(&above, at.max(verb + 1))
    }

    /// "agreed on Monday to help": whether the date `at` stands with a verb of planning of the trigger `g` that is told as past.
    fn is_agreed(&self, g: usize, at: usize) -> bool {
        let own = self.syntax.verb_of(g).map(|v| self.syntax.verbs[v]);
        let above = own.and_then(|v| v.governor.filter(|_| v.form == VerbForm::Infinitive));
        let Some(verb) = above.map(|v| self.syntax.verbs[v as usize]).or(own) else { return false };
        let agrees = attitude::of_verb(self.text.key(verb.main as usize)) == Some(Attitude::Planned);
        let infinitive =
            |v: &Verb| v.form == VerbForm::Infinitive && (verb.group as usize..at).contains(&(v.group as usize));
        agrees && is_plain_past(&verb) && !self.syntax.verbs.iter().any(infinitive)
    }

    /// Whether a date of a neighbouring clause says when the trigger `g` was: "when Lee visited Lima last week, Peru and
    /// Chile agreed"; "visited Lima on Monday, signing a deal"; "said on Friday after meeting Ek".
    fn is_lent(&self, g: usize, at: usize) -> bool {
        let groups = &self.syntax.groups;
        let (clauses, verbs) = (&self.syntax.clauses, &self.syntax.verbs);
        let (lender, own) = (groups[at].clause, groups[g].clause);
        if lender == own || groups[at].kind != GroupKind::Date {
            return false;
        }
        let opener = |clause: u32| {
            let opener = clauses[clause as usize].opener?;
            Some(self.text.word(groups[opener as usize].tokens.start as usize))
        };
        let above = clauses[own as usize].governor.map(|v| verbs[v as usize]);
        let above = above.filter(|v| groups[v.group as usize].clause == lender);
        if let Some(above) = above.filter(|_| at < g) {
            let acts = self.syntax.verb_of(g).map(|v| verbs[v]);
            let after = || matches!(opener(own), Some("after" | "following"));
            let does = acts.is_some_and(|v| v.form == VerbForm::Gerund && v.link == Link::Adjunct);
            let does = does && is_plain_past(&above) && opener(own).is_none();
            return if self.is_telling(&above) { after() } else { does };
        }
        clauses[lender as usize].parent == Some(own)
            && clauses[lender as usize].link == Link::Adverbial
            && opener(lender).is_some_and(|word| word.eq_ignore_ascii_case("when"))
    }
}

/// Whether a verb tells what somebody did, without a modal: "proposed", "has agreed".
fn is_plain_past(verb: &Verb) -> bool {
    verb.form == VerbForm::Finite && verb.past && !verb.passive && verb.modal.is_none()
}

/// Verbs of what comes "into force" or takes "effect".
fn is_coming(key: Key) -> bool {
    static FORMS: LazyLock<FxHashSet<Key>> = LazyLock::new(|| inflect::verb_keys("enter come go take put"));
    FORMS.contains(&key)
}

static GATHERINGS: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    inflect::noun_keys("meeting talk summit conference session forum gathering dinner ceremony dialogue")
});

/// Nouns of what people come together for at a time.
pub(super) fn is_gathering(noun: Key) -> bool {
    GATHERINGS.contains(&noun)
}

/// Verbs that say that something has come about.
fn is_making(key: Key) -> bool {
    static FORMS: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
        inflect::verb_keys(
            "sign ink launch establish found set create meet agree convene gather seal reach form strike conclude \
             announce unveil finalise finalize begin start open hold make complete negotiate ratify",
        )
    });
    FORMS.contains(&key)
}
