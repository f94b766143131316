//! Finds clauses: which verb has which subject, and what hangs on what. One pass with a stack of open clauses.

mod condition;
mod finite;
mod marks;
mod nonfinite;
mod noun;
mod participle;
mod relative;
mod speech;
mod waiting;

use crate::text::{Classes, Key, Tag, Text};

use super::verb::{Link, Verb, VerbForm};
use super::{Clause, Group, GroupKind, verb};

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
    /// A parser of tagged groups, which fills clauses and verbs.
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
        self.read_inversion();
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

    /// The innermost open clause.
    fn top(&self) -> Open {
        self.stack[self.stack.len() - 1]
    }

    /// The innermost open clause, to be changed.
    fn top_mut(&mut self) -> &mut Open {
        let last = self.stack.len() - 1;
        &mut self.stack[last]
    }

    /// Puts a group into the innermost open clause.
    fn place(&mut self, g: usize) {
        self.groups[g].clause = self.top().clause;
    }

    /// Opens a clause within the innermost one.
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

    /// What the nearest group before `g` is.
    fn kind_before(&self, g: usize) -> Option<GroupKind> {
        self.before(g).map(|k| self.groups[k].kind)
    }

    /// The key of the word that says what a group is.
    fn key(&self, g: usize) -> Key {
        self.text.key(self.groups[g].head as usize)
    }

    /// The first word of a group.
    fn first_word(&self, g: usize) -> &'a str {
        self.text.word(self.groups[g].tokens.start as usize)
    }

    /// The tag of the first word of a group.
    fn first_tag(&self, g: usize) -> Tag {
        self.tags[self.groups[g].tokens.start as usize - self.first]
    }

    /// The tag of the word that says what a group is.
    fn head_tag(&self, g: usize) -> Tag {
        self.tags[self.groups[g].head as usize - self.first]
    }

    /// Whether a noun group ends in a name.
    fn is_name(&self, g: usize) -> bool {
        matches!(self.head_tag(g), Tag::Name | Tag::Names)
    }

    /// Whether a group is a verb that begins with a tense or a modal.
    fn acts(&self, g: usize) -> bool {
        self.groups.get(g).is_some_and(|v| {
            let tag = self.first_tag(g);
            v.kind == GroupKind::Verb && (tag.is_finite() || tag == Tag::Modal)
        })
    }

    /// Whether a preposition may open a clause as well: "after".
    fn may_open(&self, preposition: u32) -> bool {
        Classes::of(self.key(preposition as usize)).any(Classes::SUBORDINATOR)
    }

    /// "together with", "along with": whether the phrase of a group takes somebody along.
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

    /// Whether a preposition is "between", which takes two.
    fn is_between(&self, preposition: usize) -> bool {
        self.key(preposition) == const { Key::of_ascii("between") }
    }

    /// Whether a verb is next behind adverbs, dates and commas.
    fn next_is_verb(&self, g: usize) -> bool {
        let next = self.groups[g + 1..]
            .iter()
            .find(|k| !matches!(k.kind, GroupKind::Adverb | GroupKind::Date | GroupKind::Comma));
        next.is_some_and(|k| k.kind == GroupKind::Verb)
    }

    /// Reads a verb group: its form decides which clause it goes into.
    fn verb(&mut self, g: usize) {
        let tokens = self.groups[g].tokens;
        let mut verb = verb::read(&self.text, self.tags, self.first, tokens, g);
        if verb.form == VerbForm::Finite && self.is_helped(g) {
            verb.form = VerbForm::Infinitive;
        }
        if self.is_inverted(g) {
            verb.form = VerbForm::Finite;
            // "had they signed", "had it been signed"
            verb.passive &= tokens.len() > 1;
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
        // "would “sign a treaty”"
        let quoted = matches!(between, [only] if only.kind == GroupKind::Quote);
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
        let next = quoted || (apart || beside) && self.before(g) == Some(helper.group as usize);
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

    /// Ties a verb as the innermost open clause is tied.
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
