//! Finds clauses: which verb has which subject, and what hangs on what. One pass with a stack of open clauses.

use crate::text::{Classes, Key, Tag, Text, flag};

use super::lexical;
use super::verb::{self, Link, Verb, VerbForm};
use super::{Clause, Group, GroupKind};

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
                    self.top_mut().fresh = None;
                }
                _ => self.place(g),
            }
        }
        self.carry();
    }

    /// "the leaders - both of them - met": a pair of dashes within a clause is a pair of brackets.
    fn brackets(&mut self, g: usize) -> bool {
        let opened = self
            .stack
            .iter()
            .rposition(|open| self.clauses[open.clause as usize].opener.is_some_and(|o| self.is_dash(o as usize)));
        if let Some(level) = opened.filter(|&l| l > 0) {
            self.place(g);
            self.stack.truncate(level);
            return true;
        }
        let top = self.top();
        let waits = top.verb.is_none() && top.subject.is_some();
        let closes = self.groups[g + 1..].iter().take_while(|k| k.kind != GroupKind::Quote).count();
        let dashes = (g + 1..g + 1 + closes).filter(|&k| self.is_dash(k)).count();
        if waits && dashes > 0 || dashes == 1 {
            self.open(Link::Main, Some(g as u32), None, false);
            self.place(g);
            return true;
        }
        false
    }

    fn is_dash(&self, g: usize) -> bool {
        self.groups[g].kind == GroupKind::Break
            && matches!(self.text.word(self.groups[g].tokens.start as usize), "-" | "–" | "—" | "--" | "---")
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

    /// The nearest group before `g` that is no adverb, date or stray mark.
    fn before(&self, g: usize) -> Option<usize> {
        (0..g).rev().find(|&k| !matches!(self.groups[k].kind, GroupKind::Adverb | GroupKind::Date | GroupKind::Other))
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
            Some((p, GroupKind::Preposition)) => {
                self.groups[g].preposition = Some(p as u32);
                return;
            }
            // "by the minister Bo Ek": a name right behind what describes it.
            Some((k, GroupKind::Noun)) if k + 1 == g && self.groups[k].preposition.is_some() => {
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
                let last = self.before(s).filter(|&k| self.groups[k].kind == GroupKind::Noun);
                if let Some(p) = last.and_then(|k| self.groups[k].preposition)
                    && self.groups[p as usize].clause == self.groups[g].clause
                {
                    self.groups[g].preposition = Some(p);
                    if self.top().verb.is_none()
                        && self.top().subject.is_none()
                        && self.groups[s].kind == GroupKind::Comma
                    {
                        // "In Rome, Kim met Xi."
                        self.groups[g].preposition = None;
                    } else {
                        self.top_mut().fresh.get_or_insert(g as u32);
                        return;
                    }
                }
            }
            _ => {}
        }
        let top = self.top_mut();
        if top.verb.is_none() && top.subject.is_none() {
            top.subject = Some(g as u32);
        }
        top.fresh.get_or_insert(g as u32);
    }

    fn comma(&mut self, g: usize) {
        self.place(g);
        if self.in_list(g) {
            return;
        }
        while self.stack.len() > 1 {
            let (top, link) = (self.top(), self.clauses[self.top().clause as usize].link);
            let done = top.verb.is_some()
                && match link {
                    Link::Adverbial | Link::Adjunct => top.leads || top.after_comma,
                    Link::Relative => top.after_comma,
                    _ => false,
                };
            if !done {
                break;
            }
            self.stack.pop();
        }
        self.top_mut().fresh = None;
    }

    /// "with A, B and C": a comma between noun groups that ends in "and" and a last one, none of them acting.
    fn in_list(&self, g: usize) -> bool {
        if !self.before(g).is_some_and(|k| k + 1 == g && self.groups[k].kind == GroupKind::Noun) {
            return false;
        }
        let mut joined = false;
        let mut k = g;
        loop {
            let mut next = k;
            while self
                .groups
                .get(next)
                .is_some_and(|s| matches!(s.kind, GroupKind::Comma | GroupKind::Coordinator | GroupKind::Date))
            {
                joined |= self.groups[next].kind == GroupKind::Coordinator;
                next += 1;
            }
            if next == k || self.groups.get(next).is_none_or(|n| n.kind != GroupKind::Noun) {
                break;
            }
            k = next + 1;
            if joined {
                let acts = self.groups.get(k).is_some_and(|v| v.kind == GroupKind::Verb);
                return !acts && k > g + 3;
            }
        }
        false
    }

    fn quote(&mut self, g: usize) {
        let inside = self.stack.iter().rposition(|open| {
            let opener = self.clauses[open.clause as usize].opener;
            opener.is_some_and(|o| self.groups[o as usize].kind == GroupKind::Quote)
        });
        if let Some(level) = inside {
            self.place(g);
            self.stack.truncate(level);
        } else if self.begins_speech(g) {
            self.open(Link::Complement, Some(g as u32), None, false);
            self.place(g);
        } else {
            // “… will promote “even closer” ties”: words of the speaker within a clause.
            self.place(g);
        }
        if self.stack.is_empty() {
            self.open(Link::Main, None, None, false);
        }
    }

    /// Whether a quotation mark begins a clause of its own: at the head of a sentence, after a comma, a colon, a verb of
    /// saying or "that".
    fn begins_speech(&self, g: usize) -> bool {
        let mark = self.groups[g].tokens.end as usize;
        let opens = self.text.tokens.get(mark).is_some_and(|t| !t.has(flag::SPACE_BEFORE));
        let Some(before) = self.before(g) else { return true };
        if !opens {
            return false;
        }
        match self.groups[before].kind {
            GroupKind::Comma | GroupKind::Break | GroupKind::Quote | GroupKind::Subordinator | GroupKind::Open => true,
            GroupKind::Verb => {
                lexical::is_sayer(self.key(before)) && self.groups.get(g + 1).is_some_and(|n| n.kind != GroupKind::Verb)
            }
            _ => false,
        }
    }

    /// Closes everything down to and including the clause that a group of this kind opened.
    fn close_from(&mut self, kind: GroupKind) {
        let level = self.stack.iter().rposition(|open| {
            self.clauses[open.clause as usize].opener.is_some_and(|o| self.groups[o as usize].kind == kind)
        });
        if let Some(level) = level.filter(|&l| l > 0) {
            self.stack.truncate(level);
        }
    }

    fn relative(&mut self, g: usize) {
        let before = self.before(g);
        let comma = before.is_some_and(|k| self.groups[k].kind == GroupKind::Comma);
        let noun = if comma { before.and_then(|k| self.before(k)) } else { before };
        // "with whom", "during which": the preposition stands between.
        let noun = match noun {
            Some(k) if self.groups[k].kind == GroupKind::Preposition => self.before(k),
            noun => noun,
        };
        let antecedent = noun.filter(|&k| self.groups[k].kind == GroupKind::Noun).map(|k| k as u32);
        if antecedent.is_none() {
            return self.subordinator(g);
        }
        let next_is_verb = self.next_is_verb(g);
        self.open(Link::Relative, Some(g as u32), antecedent.filter(|_| next_is_verb), comma);
        let clause = self.top().clause;
        self.clauses[clause as usize].antecedent = antecedent;
        self.place(g);
    }

    fn next_is_verb(&self, g: usize) -> bool {
        let next = self.groups[g + 1..]
            .iter()
            .find(|k| !matches!(k.kind, GroupKind::Adverb | GroupKind::Date | GroupKind::Comma));
        next.is_some_and(|k| k.kind == GroupKind::Verb)
    }

    fn subordinator(&mut self, g: usize) {
        let that = self.key(g) == const { Key::of_ascii("that") };
        let before = self.before(g);
        if that && before.is_some_and(|k| self.groups[k].kind == GroupKind::Noun) && self.next_is_verb(g) {
            let antecedent = before.map(|k| k as u32);
            self.open(Link::Relative, Some(g as u32), antecedent, false);
            let clause = self.top().clause;
            self.clauses[clause as usize].antecedent = antecedent;
            return self.place(g);
        }
        let comma = before.is_some_and(|k| self.groups[k].kind == GroupKind::Comma);
        let complement = that || before.is_some_and(|k| self.groups[k].kind == GroupKind::Verb);
        // "said that A met B and that C left": back to what was said.
        if that && before.is_some_and(|k| self.groups[k].kind == GroupKind::Coordinator) {
            let level = self.stack.iter().rposition(|o| self.clauses[o.clause as usize].link == Link::Complement);
            if let Some(level) = level.filter(|&l| l > 0) {
                self.stack.truncate(level);
            }
        }
        self.open(if complement { Link::Complement } else { Link::Adverbial }, Some(g as u32), None, comma);
        self.place(g);
    }

    fn verb(&mut self, g: usize) {
        let tokens = self.groups[g].tokens;
        let mut verb = verb::read(&self.text, self.tags, self.first, tokens, g);
        match verb.form {
            VerbForm::Finite => self.finite(g, &mut verb),
            VerbForm::Infinitive => self.infinitive(g, &mut verb),
            VerbForm::Gerund => self.gerund(g, &mut verb),
            VerbForm::Participle => self.participle(g, &mut verb),
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

    fn finite(&mut self, g: usize, verb: &mut Verb) {
        let before = self.before(g);
        if let Some(speaker) = self.inverted(g, before) {
            self.stack.clear();
            self.open(Link::Main, None, Some(speaker as u32), false);
            verb.subject = Some(speaker as u32);
            return self.link(verb);
        }
        // "After Kim met Xi", "as talks began": what looked like a preposition opens a clause.
        if let Some(k) = before.filter(|&k| self.groups[k].kind == GroupKind::Noun)
            && let Some(p) = self.groups[k].preposition
            && Classes::of(self.key(p as usize)).any(Classes::SUBORDINATOR)
            && !self.incomplete_outside(p)
        {
            if self.top().subject.is_some_and(|s| s + 1 == p) {
                self.top_mut().subject = None;
            }
            let subject = (p as usize + 1..=k).find(|&n| self.groups[n].kind == GroupKind::Noun).unwrap_or(k);
            let comma = self.kind_before(p as usize) == Some(GroupKind::Comma);
            self.open(Link::Adverbial, Some(p), Some(subject as u32), comma);
            let clause = self.top().clause;
            for group in &mut self.groups[p as usize..=g] {
                group.clause = clause;
                if group.preposition == Some(p) {
                    group.preposition = None;
                }
            }
            verb.subject = Some(subject as u32);
            return self.link(verb);
        }
        let top = self.top();
        if top.verb.is_none() && top.subject.is_some() {
            verb.subject = top.subject;
            return self.link(verb);
        }
        if top.verb.is_none() && self.stack.len() == 1 {
            // A sentence that begins with its verb, or a name that a preposition claimed.
            verb.subject = top.fresh;
            return self.link(verb);
        }
        let coordinated = before.is_some_and(|k| self.groups[k].kind == GroupKind::Coordinator);
        if coordinated {
            while self.stack.len() > 1 && self.top().finite.is_none() {
                self.stack.pop();
            }
            let top = self.top();
            if let Some(last) = top.finite.or(top.verb) {
                verb.subject = self.verbs[last as usize]
                    .subject
                    .filter(|_| !self.verbs[last as usize].passive || verb.passive)
                    .or(self.verbs[last as usize].subject);
                verb.governor = Some(last);
                verb.link = Link::Coordinated;
            } else {
                verb.subject = top.subject;
            }
            return;
        }
        // A relative clause is over when the verb of the clause around it comes.
        if let Some(level) =
            (0..self.stack.len() - 1).rev().find(|&l| self.stack[l].subject.is_some() && self.stack[l].verb.is_none())
            && top.verb.is_some()
        {
            self.stack.truncate(level + 1);
            verb.subject = self.top().subject;
            return self.link(verb);
        }
        let fresh = self.stack.iter().rev().find_map(|open| open.fresh);
        if let Some(subject) = fresh {
            if let Some(noun) = self.contact(g, before) {
                // "the talks Kim held": the nearest noun acts on the one before it.
                self.open(Link::Relative, None, before.map(|k| k as u32), false);
                let clause = self.top().clause;
                self.clauses[clause as usize].antecedent = Some(noun as u32);
                self.groups[noun + 1..=g].iter_mut().for_each(|group| group.clause = clause);
                verb.subject = before.map(|k| k as u32);
                return self.link(verb);
            }
            let subject = self.said_list(subject, top.verb);
            verb.subject = Some(subject);
            let before_subject = self.before(subject as usize).map(|k| self.groups[k].kind);
            let lead = top.verb.filter(|&v| {
                let said = self.verbs[v as usize];
                before_subject == Some(GroupKind::Verb) && said.group < subject && self.may_report(said)
            });
            match before_subject {
                // "said Kim met Xi"
                _ if lead.is_some() => {
                    self.open(Link::Complement, None, Some(subject), false);
                }
                Some(GroupKind::Coordinator) => {
                    while self.stack.len() > 1 && self.clauses[self.top().clause as usize].link != Link::Complement {
                        self.stack.pop();
                    }
                    let (link, governor) = (
                        self.clauses[self.top().clause as usize].link,
                        self.clauses[self.top().clause as usize].governor,
                    );
                    self.stack.pop();
                    self.open(link, None, Some(subject), false);
                    let clause = self.top().clause as usize;
                    self.clauses[clause].governor = governor;
                }
                _ => {
                    self.stack.clear();
                    self.open(Link::Main, None, Some(subject), false);
                }
            }
            let clause = self.top().clause;
            for group in &mut self.groups[subject as usize..=g] {
                group.clause = clause;
            }
            return self.link(verb);
        }
        verb.subject = top.subject;
        self.link(verb);
    }

    /// ", said Kim.": a verb of saying behind what was said, its subject right behind it.
    fn inverted(&self, g: usize, before: Option<usize>) -> Option<usize> {
        let apart = before.is_some_and(|k| matches!(self.groups[k].kind, GroupKind::Comma | GroupKind::Quote));
        let told = self.stack.iter().any(|open| open.verb.is_some())
            || before.is_some_and(|k| self.groups[k].kind == GroupKind::Quote);
        let acts = |n: usize| {
            self.groups.get(n + 1).is_some_and(|k| matches!(k.kind, GroupKind::Verb | GroupKind::Coordinator))
        };
        let waits = self.top().verb.is_none() && self.top().subject.is_some();
        let noun = self.said_by(g).filter(|&n| !acts(n));
        noun.filter(|_| apart && told && !waits && lexical::is_sayer(self.key(g)))
    }

    /// The noun group right behind a verb; "pointed out Kim" too.
    fn said_by(&self, g: usize) -> Option<usize> {
        let particle = self.groups.get(g + 1).is_some_and(|k| {
            k.kind == GroupKind::Adverb || matches!(self.text.word(k.tokens.start as usize), "out" | "up" | "on")
        });
        let next = g + 1 + usize::from(particle);
        self.groups.get(next).is_some_and(|n| n.kind == GroupKind::Noun).then_some(next)
    }

    /// The noun that "… Kim held" describes when `before` is "Kim": two noun groups side by side, a verb behind them.
    fn contact(&self, g: usize, before: Option<usize>) -> Option<usize> {
        let subject = before.filter(|&k| k + 1 == g && self.groups[k].preposition.is_none())?;
        let noun = subject.checked_sub(1).filter(|&k| self.groups[k].kind == GroupKind::Noun)?;
        self.top().verb.map(|_| noun)
    }

    /// Whether what follows the verb may be what somebody says: "said Kim met Xi".
    fn may_report(&self, verb: Verb) -> bool {
        lexical::is_sayer(self.text.key(verb.main as usize))
    }

    /// "said she and Kim met": the first of the list that is the subject of what was said.
    fn said_list(&self, subject: u32, verb: Option<u32>) -> u32 {
        let Some(said) = verb.map(|v| self.verbs[v as usize]).filter(|v| self.may_report(*v)) else { return subject };
        let first = said.group as usize + 1;
        let listed = (first..subject as usize).all(|k| {
            matches!(self.groups[k].kind, GroupKind::Noun | GroupKind::Coordinator | GroupKind::Comma)
                && self.groups[k].preposition.is_none()
        });
        let joined = self.kind_before(subject as usize) == Some(GroupKind::Coordinator);
        let noun = self.groups.get(first).is_some_and(|n| n.kind == GroupKind::Noun);
        if listed && joined && noun { first as u32 } else { subject }
    }

    /// Whether a clause around the preposition waits for its verb: "the deal after the talks was …".
    fn incomplete_outside(&self, p: u32) -> bool {
        let top = self.top();
        // "A day after they met, …": a measure of time is no subject.
        if top.subject.is_some_and(|s| s + 1 == p && lexical::is_time(self.key(s as usize))) {
            return false;
        }
        top.verb.is_none()
            && top.subject.is_some_and(|s| s < p)
            && self.kind_before(p as usize) != Some(GroupKind::Comma)
    }

    fn link(&mut self, verb: &mut Verb) {
        let clause = self.clauses[self.top().clause as usize];
        verb.link = clause.link;
        verb.governor = clause.governor;
    }

    fn infinitive(&mut self, g: usize, verb: &mut Verb) {
        let before = self.before(g);
        let bare = self.tags[self.groups[g].tokens.start as usize - self.first] != Tag::To;
        let top = self.top();
        let governor = top.verb.or_else(|| self.stack.iter().rev().find_map(|o| o.verb));
        verb.link = Link::Infinitive;
        verb.governor = governor;
        let noun = before.filter(|&k| self.groups[k].kind == GroupKind::Noun);
        verb.subject = governor.and_then(|v| self.verbs[v as usize].subject).or(top.subject);
        match governor {
            Some(v)
                if bare
                    && before
                        .is_some_and(|k| matches!(self.groups[k].kind, GroupKind::Coordinator | GroupKind::Comma)) =>
            {
                verb.link = Link::Coordinated;
                verb.form = self.verbs[v as usize].form;
                verb.modal = self.verbs[v as usize].modal;
                verb.past = self.verbs[v as usize].past;
                verb.governor = Some(v);
            }
            Some(v) => {
                let above = self.verbs[v as usize];
                if let Some(noun) = noun.filter(|&k| k as u32 > above.group) {
                    if lexical::is_causer(self.text.key(above.main as usize)) {
                        // "urged Kim to meet", "invited Xi to visit": the object is to act.
                        verb.subject = self.listed_from(noun, above.group);
                        if above.passive {
                            verb.subject = above.subject;
                        }
                    } else {
                        verb.noun = Some(noun as u32);
                        if !self.groups[noun].owner.is_empty() || self.is_efforts_of(noun) {
                            // "praised Jordan's efforts to help", "the efforts of Jordan to help": the owner is to act.
                            verb.subject = Some(noun as u32);
                        }
                    }
                } else if above.passive && lexical::is_causer(self.text.key(above.main as usize)) {
                    verb.subject = above.subject;
                }
            }
            // "In order to meet Kim, Xi …": an aim before the sentence proper.
            None if top.subject.is_none() => {
                self.open(Link::Adjunct, before.map(|k| k as u32), None, false);
                self.link(verb);
            }
            // "Kim to visit Russia": a headline; "his plan to visit": a noun.
            None => {
                if let Some(noun) = noun {
                    if !self.groups[noun].owner.is_empty() {
                        verb.subject = Some(noun as u32);
                    } else if top.subject == Some(noun as u32) || self.groups[noun].preposition.is_none() {
                        verb.subject = top.subject;
                    }
                    verb.noun = Some(noun as u32);
                }
            }
        }
    }

    /// Whether a noun group is the owner of a plan or effort behind "of" or "by": "a decision by Jordan to help".
    fn is_efforts_of(&self, noun: usize) -> bool {
        let Some(p) = self.groups[noun].preposition.map(|p| p as usize) else { return false };
        let of = matches!(self.text.word(self.groups[p].tokens.start as usize), "of" | "by");
        of && self.before(p).is_some_and(|k| lexical::is_effort(self.key(k)))
    }

    /// The first group of the list of noun groups that ends with `noun`, not before the verb group.
    fn listed_from(&self, noun: usize, verb: u32) -> Option<u32> {
        let mut first = noun;
        let mut k = noun;
        while k > verb as usize + 1 {
            k -= 1;
            match self.groups[k].kind {
                GroupKind::Noun if self.groups[k].preposition.is_none() => first = k,
                GroupKind::Noun | GroupKind::Comma | GroupKind::Coordinator | GroupKind::Preposition => {}
                _ => break,
            }
        }
        Some(first as u32)
    }

    fn gerund(&mut self, g: usize, verb: &mut Verb) {
        let before = self.before(g);
        let kind = before.map(|k| self.groups[k].kind);
        let top = self.top();
        match kind {
            Some(GroupKind::Noun) if top.verb.is_some() || top.subject.is_some() => {
                // "officials visiting Moscow"; after a clause's object it may also be what the subject does.
                let noun = before.map(|k| k as u32);
                self.open(Link::Relative, None, noun, false);
                let clause = self.top().clause as usize;
                self.clauses[clause].antecedent = noun;
                verb.subject = noun;
                self.link(verb);
            }
            Some(GroupKind::Coordinator)
                if top.verb.is_some_and(|v| self.verbs[v as usize].form == VerbForm::Gerund) =>
            {
                let last = top.verb.unwrap_or(0);
                verb.subject = self.verbs[last as usize].subject;
                verb.governor = Some(last);
                verb.link = Link::Coordinated;
            }
            Some(GroupKind::Verb) => {
                verb.governor = top.verb;
                verb.link = Link::Infinitive;
                verb.subject = top.verb.and_then(|v| self.verbs[v as usize].subject);
            }
            _ => {
                let comma = kind == Some(GroupKind::Comma);
                let subject = self.thanked(before).or_else(|| self.acting());
                self.open(
                    Link::Adjunct,
                    before.filter(|&k| self.groups[k].kind == GroupKind::Preposition).map(|k| k as u32),
                    subject,
                    comma,
                );
                verb.subject = subject;
                self.link(verb);
                // "talks on strengthening ties": the noun says what for.
                let p = before.filter(|&k| self.groups[k].kind == GroupKind::Preposition);
                verb.noun = p
                    .and_then(|p| self.before(p))
                    .filter(|&k| self.groups[k].kind == GroupKind::Noun)
                    .map(|k| k as u32);
            }
        }
    }

    /// "thanked Kim for visiting", "gratitude to Kim for visiting": whoever is thanked did it.
    fn thanked(&self, before: Option<usize>) -> Option<u32> {
        let p = before.filter(|&p| self.key(p) == const { Key::of_ascii("for") })?;
        let noun = self.before(p).filter(|&k| self.groups[k].kind == GroupKind::Noun)?;
        let verb = self.verbs[self.top().verb? as usize];
        let thanks = lexical::is_judging(self.text.key(verb.main as usize))
            || (verb.group as usize..noun).any(|k| lexical::is_judging(self.key(k)));
        (thanks && noun as u32 > verb.group).then_some(noun as u32)
    }

    /// The subject of the innermost open clause that has one.
    fn acting(&self) -> Option<u32> {
        self.stack.iter().rev().find_map(|open| open.verb.and_then(|v| self.verbs[v as usize].subject).or(open.subject))
    }

    fn participle(&mut self, g: usize, verb: &mut Verb) {
        let before = self.before(g);
        let kind = before.map(|k| self.groups[k].kind);
        let top = self.top();
        let comma = kind == Some(GroupKind::Comma);
        let noun = match kind {
            Some(GroupKind::Noun) => before,
            Some(GroupKind::Comma) => {
                before.and_then(|k| self.before(k)).filter(|&k| self.groups[k].kind == GroupKind::Noun)
            }
            _ => None,
        };
        if kind == Some(GroupKind::Coordinator)
            && let Some(last) = top.verb.filter(|&v| self.verbs[v as usize].passive)
        {
            verb.subject = self.verbs[last as usize].subject;
            verb.governor = Some(last);
            verb.link = Link::Coordinated;
            verb.form = self.verbs[last as usize].form;
            return;
        }
        // "the two sides raised issues": a subject, no other verb, an object.
        if let Some(noun) = noun.filter(|_| !comma && top.verb.is_none())
            && top.subject.is_some()
            && self.groups[noun].preposition.is_none()
            && self.groups.get(g + 1).is_some_and(|n| n.kind == GroupKind::Noun)
            && !self.acts_later(g)
        {
            verb.form = VerbForm::Finite;
            verb.passive = false;
            verb.past = true;
            verb.subject = top.subject;
            return self.link(verb);
        }
        if let Some(noun) = noun {
            self.open(Link::Relative, None, Some(noun as u32), comma);
            let clause = self.top().clause as usize;
            self.clauses[clause].antecedent = Some(noun as u32);
            verb.subject = Some(noun as u32);
        } else {
            let subject = self.acting();
            self.open(Link::Adjunct, None, subject, comma);
            verb.subject = subject;
        }
        self.link(verb);
    }

    /// Whether a verb with a tense follows before the clause is over.
    fn acts_later(&self, g: usize) -> bool {
        let rest = &self.groups[g + 1..];
        let verbs = rest.iter().take_while(|k| {
            !matches!(k.kind, GroupKind::Break | GroupKind::Quote | GroupKind::Relative | GroupKind::Subordinator)
        });
        verbs.filter(|k| k.kind == GroupKind::Verb).any(|k| {
            let tag = self.tags[k.tokens.start as usize - self.first];
            tag.is_finite() || tag == Tag::Modal
        })
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
