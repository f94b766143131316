//! Finds clauses: which verb has which subject, and what hangs on what. One pass with a stack of open clauses.

mod finite;
mod marks;
mod nonfinite;
mod participle;
mod relative;
mod speech;

use crate::text::{Classes, Key, Tag, Text};

use super::verb::{Link, Verb, VerbForm};
use super::{Clause, Group, GroupKind, lexical, verb};

/// A clause that is not closed yet.
#[derive(Clone, Copy, Debug)]
struct Open {
    clause: u32,
    subject: Option<u32>,
    /// Its last verb, and its last verb with a tense.
    verb: Option<u32>,
    finite: Option<u32>,
    /// The first noun group without preposition since the last verb, comma or "and".
    fresh: Option<u32>,
    /// Opened after a comma: the next comma closes it.
    after_comma: bool,
    /// Opened before its sentence had a subject or verb.
    leads: bool,
}

/// One sentence while its clauses are sought.
pub(super) struct Parser<'a> {
    pub(super) text: Text<'a>,
    pub(super) first: usize,
    pub(super) tags: &'a [Tag],
    pub(super) groups: &'a mut Vec<Group>,
    pub(super) clauses: &'a mut Vec<Clause>,
    pub(super) verbs: &'a mut Vec<Verb>,
    stack: Vec<Open>,
}

impl<'a> Parser<'a> {
    pub(super) fn new(
        text: Text<'a>,
        first: usize,
        tags: &'a [Tag],
        groups: &'a mut Vec<Group>,
        clauses: &'a mut Vec<Clause>,
        verbs: &'a mut Vec<Verb>,
    ) -> Self {
        Parser { text, first, tags, groups, clauses, verbs, stack: Vec::new() }
    }

    /// Reads all groups.
    pub(super) fn run(mut self) {
        self.open(Link::Main, None, None, false);
        self.join_semicolons();
        for g in 0..self.groups.len() {
            if self.is_dash(g) && self.brackets(g) {
                continue;
            }
            match self.groups[g].kind {
                GroupKind::Noun => self.noun(g),
                GroupKind::Verb => self.verb(g),
                GroupKind::Relative => self.relative(g),
                GroupKind::Subordinator => self.subordinator(g),
                GroupKind::Comma => self.comma(g),
                GroupKind::Break => {
                    self.place(g);
                    self.stack.truncate(1);
                    let top = self.top();
                    if top.verb.is_some() || top.subject.is_some() {
                        self.stack.clear();
                        self.open(Link::Main, None, None, false);
                    }
                }
                GroupKind::Open => {
                    self.open(Link::Main, Some(g as u32), None, false);
                    self.place(g);
                }
                GroupKind::Close => {
                    self.place(g);
                    self.close_from(GroupKind::Open);
                }
                GroupKind::Quote => self.quote(g),
                GroupKind::Coordinator => {
                    self.place(g);
                    if !self.joins_behind_subject(g) && !self.joins_subjects(g) {
                        self.top_mut().fresh = None;
                    }
                }
                _ => self.place(g),
            }
        }
        self.carry();
    }

    fn top(&self) -> Open {
        self.stack[self.stack.len() - 1]
    }

    fn top_mut(&mut self) -> &mut Open {
        let last = self.stack.len() - 1;
        &mut self.stack[last]
    }

    fn place(&mut self, g: usize) {
        self.groups[g].clause = self.top().clause;
    }

    fn open(&mut self, link: Link, opener: Option<u32>, subject: Option<u32>, after_comma: bool) {
        let parent = self.stack.last().copied();
        let clause = self.clauses.len() as u32;
        self.clauses.push(Clause {
            link,
            opener,
            parent: parent.map(|p| p.clause),
            governor: parent.and_then(|p| p.verb),
            antecedent: None,
        });
        let leads = parent.is_some_and(|p| p.verb.is_none() && p.subject.is_none());
        self.stack.push(Open { clause, subject, verb: None, finite: None, fresh: None, after_comma, leads });
    }

    /// The nearest group before `g` that is no adverb, date or stray mark, nor the preposition of a date.
    fn before(&self, g: usize) -> Option<usize> {
        (0..g).rev().find(|&k| match self.groups[k].kind {
            GroupKind::Adverb | GroupKind::Date | GroupKind::Other => false,
            GroupKind::Preposition => k + 1 >= g || self.groups[k + 1].kind != GroupKind::Date,
            _ => true,
        })
    }

    fn kind_before(&self, g: usize) -> Option<GroupKind> {
        self.before(g).map(|k| self.groups[k].kind)
    }

    fn key(&self, g: usize) -> Key {
        self.text.key(self.groups[g].head as usize)
    }

    fn noun(&mut self, g: usize) {
        self.place(g);
        match self.before(g).map(|k| (k, self.groups[k].kind)) {
            Some((p, GroupKind::Preposition)) if !self.is_spent(p, g) => {
                self.groups[g].preposition = Some(p as u32);
                return;
            }
            // "In Rome, together with Bo Ek, Ann Lee said": no equal stands before it.
            Some((p, GroupKind::Coordinator)) if self.is_along_with(p) && self.is_empty() => {
                self.groups[g].preposition = Some(p as u32);
                return;
            }
            // "by the minister Bo Ek": a name right behind what describes it.
            Some((k, GroupKind::Noun))
                if k + 1 == g
                    && self.groups[k].preposition.is_some()
                    && (self.describes(k, g) || self.is_apposed(g)) =>
            {
                self.groups[g].preposition = self.groups[k].preposition;
                return;
            }
            // "with A, B and C": the preposition reaches over the list.
            Some((s, GroupKind::Comma | GroupKind::Coordinator)) => {
                let s =
                    if self.groups[s].kind == GroupKind::Coordinator && self.kind_before(s) == Some(GroupKind::Comma) {
                        self.before(s).unwrap_or(s)
                    } else {
                        s
                    };
                // "with the Mining Trust (MT), B and C": what brackets hold is stepped over.
                let last = self.before(s).map(|k| self.over_brackets(k));
                let last = last.filter(|&k| self.groups[k].kind == GroupKind::Noun);
                // "the row between A and B, the ministry said": two are all.
                let full = |p: usize| {
                    self.groups[s].kind == GroupKind::Comma
                        && self.is_between(p)
                        && self.groups[p..s].iter().any(|k| k.kind == GroupKind::Coordinator)
                };
                // "met, among others, Bo Ek"
                let others = |k: usize| self.text.word(self.groups[k].head as usize) == "others";
                let last =
                    last.filter(|&k| !others(k) && !self.groups[k].preposition.is_some_and(|p| full(p as usize)));
                if let Some(p) = last.and_then(|k| self.groups[k].preposition)
                    && self.groups[p as usize].clause == self.groups[g].clause
                    && !self.is_nominative(g)
                {
                    self.groups[g].preposition = Some(p);
                    if self.top().verb.is_none()
                        && self.top().subject.is_none()
                        && self.groups[s].kind == GroupKind::Comma
                    {
                        // "In Rome, Kim met Xi."
                        self.groups[g].preposition = None;
                    } else {
                        if !self.is_between(p as usize) {
                            self.top_mut().fresh.get_or_insert(g as u32);
                        }
                        return;
                    }
                }
            }
            _ => {}
        }
        let when = self.tells_when(g);
        let top = self.top_mut();
        if top.verb.is_none() && top.subject.is_none() && !when {
            top.subject = Some(g as u32);
        }
        top.fresh.get_or_insert(g as u32);
    }

    /// "they", "it seized": who acts, never what a preposition takes.
    pub(super) fn is_nominative(&self, g: usize) -> bool {
        let it = self.key(g) == const { Key::of_ascii("it") } && self.next_is_verb(g);
        (it || const { Key::each(["he", "she", "they", "we", "i"]) }.contains(&self.key(g)))
            && self.tags[self.groups[g].head as usize - self.first] == Tag::Pronoun
    }

    /// "The same day, Lee met Ek", "Two days later, …", "Days after the vote, …": a time that only tells when.
    fn tells_when(&self, g: usize) -> bool {
        let group = &self.groups[g];
        let next = self.groups[g + 1..].iter().find(|k| k.kind != GroupKind::Adverb);
        group.owner.is_empty()
            && lexical::is_time(self.key(g))
            && next.is_some_and(|n| match n.kind {
                GroupKind::Comma | GroupKind::Noun | GroupKind::Subordinator => true,
                GroupKind::Preposition => self.text.classes(n.head as usize).any(Classes::SUBORDINATOR),
                _ => false,
            })
    }

    fn is_along_with(&self, g: usize) -> bool {
        let tokens = self.groups[g].tokens;
        tokens.len() == 2 && self.text.word(tokens.end as usize - 1) == "with"
    }

    /// Whether the clause at hand has neither subject nor verb yet.
    pub(super) fn is_empty(&self) -> bool {
        let top = self.top();
        top.verb.is_none() && top.subject.is_none()
    }

    /// The group before a bracket that closes at `k`; else `k`.
    pub(super) fn over_brackets(&self, k: usize) -> usize {
        if self.groups[k].kind != GroupKind::Close {
            return k;
        }
        let open = (0..k).rev().find(|&o| self.groups[o].kind == GroupKind::Open);
        open.and_then(|o| self.before(o)).unwrap_or(k)
    }

    /// "On Monday Kim met Xi": the date is what the preposition is for; "after Monday talks" is one thing.
    fn is_spent(&self, preposition: usize, g: usize) -> bool {
        let dated = self.groups[preposition + 1..g].iter().any(|k| k.kind == GroupKind::Date);
        let first = self.groups[g].tokens.start as usize;
        let begins =
            matches!(self.tags[first - self.first], Tag::Determiner | Tag::Owner | Tag::Pronoun | Tag::Existential);
        dated && (begins || self.text.tokens[first].is_capitalised())
    }

    fn is_between(&self, preposition: usize) -> bool {
        self.key(preposition) == const { Key::of_ascii("between") }
    }

    /// "in the paper the Post, Ann Lee said": a name with an article, closed by a comma, at the head of a clause.
    fn is_apposed(&self, g: usize) -> bool {
        let name = matches!(self.tags[self.groups[g].head as usize - self.first], Tag::Name | Tag::Names);
        let top = self.top();
        let closed = self.groups.get(g + 1).is_some_and(|n| n.kind == GroupKind::Comma);
        name && closed && top.verb.is_none() && top.subject.is_none()
    }

    /// Whether a noun group says who the next one is; "at times", "with reporters", "in audience the envoy" do not.
    fn describes(&self, g: usize, next: usize) -> bool {
        let head = self.groups[g].head as usize;
        let plural = self.tags[head - self.first] == Tag::Nouns && !self.text.tokens[head].is_capitalised();
        let opener = self.tags[self.groups[next].tokens.start as usize - self.first];
        let begins = matches!(opener, Tag::Determiner | Tag::Owner | Tag::Pronoun | Tag::Existential);
        // "at the meeting Ann Lee had": what people do together.
        let joint = lexical::is_occasion(self.key(g)) || lexical::is_shared(self.key(g));
        !plural && !joint && !lexical::is_time(self.key(g)) && !begins
    }

    /// "said the deal between A and B took effect", "said talks with A and B began": the "and" joins what hangs on a noun
    /// that waits for its verb.
    fn joins_behind_subject(&self, g: usize) -> bool {
        let top = self.top();
        let Some(before) = self.before(g).filter(|&k| self.groups[k].kind == GroupKind::Noun) else { return false };
        let Some(p) = self.groups[before].preposition else { return false };
        let Some(fresh) = top.fresh.filter(|&f| f < p) else { return false };
        let said = top.verb.is_some_and(|v| lexical::is_sayer(self.text.key(self.verbs[v as usize].main as usize)));
        // "They met, but the leaders of Peru and Chile left", "of both Peru and Chile"
        let but = self.before(fresh as usize).is_some_and(|k| self.key(k) == const { Key::of_ascii("but") });
        let both = self.text.word(self.groups[before].tokens.start as usize) == "both";
        // "said she had left Peru and he met Ek"
        if self.groups.get(g + 1).is_some_and(|n| n.kind == GroupKind::Noun) && self.is_nominative(g + 1) {
            return false;
        }
        said || but || both || self.is_between(p as usize)
    }

    /// "flew to Peru on Monday, and Lee and Ek left": the second "and" joins what the first begins behind a comma or date.
    fn joins_subjects(&self, g: usize) -> bool {
        let Some(first) = self.before(g).filter(|&k| self.top().fresh == Some(k as u32)) else { return false };
        let second = self.groups.get(g + 1).is_some_and(|n| n.kind == GroupKind::Noun);
        let acts = self.groups.get(g + 2).is_some_and(|v| {
            let tag = self.tags[v.tokens.start as usize - self.first];
            v.kind == GroupKind::Verb && (tag.is_finite() || tag == Tag::Modal)
        });
        let apart = first.checked_sub(2).is_some_and(|k| {
            self.groups[k + 1].kind == GroupKind::Coordinator
                && matches!(self.groups[k].kind, GroupKind::Comma | GroupKind::Date)
        });
        second && acts && apart && self.top().verb.is_some() && !self.is_nominative(g + 1)
    }

    fn next_is_verb(&self, g: usize) -> bool {
        let next = self.groups[g + 1..]
            .iter()
            .find(|k| !matches!(k.kind, GroupKind::Adverb | GroupKind::Date | GroupKind::Comma));
        next.is_some_and(|k| k.kind == GroupKind::Verb)
    }

    fn verb(&mut self, g: usize) {
        let tokens = self.groups[g].tokens;
        let mut verb = verb::read(&self.text, self.tags, self.first, tokens, g);
        if verb.form == VerbForm::Finite && self.is_helped(g) {
            verb.form = VerbForm::Infinitive;
        }
        // "Bo Ek (pictured)"
        let opens_bracket = || g.checked_sub(1).is_some_and(|k| self.groups[k].kind == GroupKind::Open);
        if verb.form == VerbForm::Finite
            && (self.is_reduced(g) || self.is_set_off(g) || tokens.len() == 1 && verb.past && opens_bracket())
        {
            verb.form = VerbForm::Participle;
            verb.passive = true;
        }
        if !self.goes_on(g, &mut verb) {
            match verb.form {
                VerbForm::Finite => self.finite(g, &mut verb),
                VerbForm::Infinitive => self.infinitive(g, &mut verb),
                VerbForm::Gerund => self.gerund(g, &mut verb),
                VerbForm::Participle => self.participle(g, &mut verb),
            }
        }
        self.place(g);
        let clause = self.top().clause as usize;
        verb.opener = self.clauses[clause].opener;
        let number = self.verbs.len() as u32;
        let finite = verb.form == VerbForm::Finite;
        self.verbs.push(verb);
        let top = self.top_mut();
        top.verb = Some(number);
        if finite {
            top.finite = Some(number);
        }
        top.fresh = None;
    }

    /// "has today received", "will on Monday meet": a verb whose helper stands before a date; whether it is one.
    fn goes_on(&self, g: usize, verb: &mut Verb) -> bool {
        let Some(helper) = self.top().verb.map(|v| self.verbs[v as usize]) else { return false };
        let between = &self.groups[(helper.group as usize + 1).min(g)..g];
        let apart = between.iter().any(|k| k.kind == GroupKind::Date);
        // "is visiting", where the participle might be an adjective
        let beside = g == helper.group as usize + 1 && verb.form == VerbForm::Gerund;
        let (own, main) = (self.groups[g].tokens.start as usize, helper.main as usize);
        let class = self.text.classes(main);
        let tag = self.tags[own - self.first];
        let (have, be) = (class.any(Classes::HAVE), class.any(Classes::BE));
        let modal = self.tags[main - self.first] == Tag::Modal;
        // "have for years worked", "has, at their request, sent": what hangs on prepositions.
        let hangs = |k: &Group| match k.kind {
            GroupKind::Noun => k.preposition.is_some_and(|p| p > helper.group),
            GroupKind::Preposition | GroupKind::Adverb | GroupKind::Comma | GroupKind::Date => true,
            _ => false,
        };
        let inserted = (have || modal) && between.len() > 1 && between.iter().all(hangs);
        let next = (apart || beside) && self.before(g) == Some(helper.group as usize);
        if !(next || inserted) || helper.form != VerbForm::Finite {
            return false;
        }
        let fits = match verb.form {
            VerbForm::Participle => have || be,
            VerbForm::Gerund => be,
            VerbForm::Infinitive => modal && tag != Tag::To,
            VerbForm::Finite => have && tag == Tag::Past || modal && tag == Tag::Present,
        };
        if !fits {
            return false;
        }
        verb.passive = be && verb.form == VerbForm::Participle;
        verb.perfect |= have;
        verb.form = VerbForm::Finite;
        verb.modal = helper.modal.or(modal.then_some(helper.main));
        verb.negation = verb.negation.or(helper.negation);
        verb.past = helper.past || have;
        verb.subject = helper.subject;
        verb.governor = helper.governor;
        verb.link = helper.link;
        verb.noun = helper.noun;
        true
    }

    fn link(&mut self, verb: &mut Verb) {
        let clause = self.clauses[self.top().clause as usize];
        verb.link = clause.link;
        verb.governor = clause.governor;
    }

    /// Gives adjuncts at the head of a sentence the subject that comes after them.
    fn carry(&mut self) {
        for v in 0..self.verbs.len() {
            if self.verbs[v].subject.is_some() {
                continue;
            }
            if let Some(governor) = self.verbs[v].governor
                && let Some(subject) = self.verbs[governor as usize].subject
            {
                self.verbs[v].subject = Some(subject);
                continue;
            }
            if self.verbs[v].link == Link::Adjunct {
                let next = self.verbs[v + 1..].iter().find(|w| w.link == Link::Main && w.subject.is_some());
                let subject = next.and_then(|w| w.subject);
                self.verbs[v].subject = subject;
            }
        }
    }
}
