//! Participles: whose deed they tell, and whether they are verbs of a clause after all.

use crate::text::{Key, Tag};

use super::super::verb::{Link, Verb};
use super::super::{GroupKind, lexical};
use super::Parser;

impl Parser<'_> {
    /// A participle: a verb with a tense after all, what describes the noun before it, or what the subject does beside.
    pub(super) fn participle(&mut self, g: usize, verb: &mut Verb) {
        let before = self.before(g);
        let kind = before.map(|k| self.groups[k].kind);
        let top = self.top();
        let comma = kind == Some(GroupKind::Comma);
        let noun = match kind {
            Some(GroupKind::Noun) => before,
            // "Acme, speaking through Ann Lee, merged with Best": not she, whose clause is over.
            Some(GroupKind::Comma | GroupKind::Open) => {
                let beside = before.and_then(|k| self.before(k)).filter(|&k| self.groups[k].kind == GroupKind::Noun);
                beside.filter(|&k| !comma || self.groups[k].clause == top.clause)
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
        // "praised the talks Bo Ek held"
        if verb.passive
            && self.groups[g].tokens.len() == 1
            && self.is_contact(g, before)
            && (top.verb.is_some() || self.acts_later(g))
        {
            verb.tell();
            return self.open_contact(g, verb);
        }
        if self.acts_after_all(g, before, noun) {
            verb.tell();
            verb.subject = self.waiting(g);
            return self.link(verb);
        }
        // "toured the plant accompanied by Ek": not the plant.
        let escorted = lexical::is_escorting(self.key(g)) && self.is_done_by(g);
        let visits = |v: u32| {
            const { Key::each(["visited", "toured"]) }.contains(&self.text.key(self.verbs[v as usize].main as usize))
        };
        let thing = |k: &usize| {
            let name = self.is_name(*k);
            let aim = self.groups[*k]
                .preposition
                .is_some_and(|p| const { Key::each(["to", "in", "at"]) }.contains(&self.key(p as usize)));
            !name || aim || top.finite.is_some_and(visits)
        };
        let noun = noun.filter(|k| !(escorted && thing(k) && top.finite.is_some()));
        let noun = noun.map(|k| self.thing_in_place(k).filter(|_| self.is_done_to_thing(g)).unwrap_or(k));
        if let Some(noun) = noun {
            let told = verb.passive && noun + 1 == g && self.is_said(noun);
            // "said his country supported Peru", but "said the man called Ek"
            let called = lexical::is_calling(self.key(g)) || self.text.word(self.groups[g].head as usize) == "named";
            if told && self.groups[g].tokens.len() == 1 && self.has_object(g) && !called {
                self.open_told(noun);
                verb.tell();
                verb.subject = Some(noun as u32);
                return self.link(verb);
            }
            // "said a port built by both would open"
            if told && self.acts_later(g) {
                self.open_told(noun);
            }
            self.open(Link::Relative, None, Some(noun as u32), comma);
            let clause = self.top().clause as usize;
            self.clauses[clause].antecedent = Some(noun as u32);
            verb.subject = Some(noun as u32);
            // "a mill, jointly owned by both"
            let adverbs = self.groups[noun..g].iter_mut().rev().take_while(|k| k.kind == GroupKind::Adverb);
            adverbs.for_each(|k| k.clause = clause as u32);
        } else {
            let subject = self.acting();
            self.open(Link::Adjunct, None, subject, comma);
            verb.subject = subject;
        }
        self.link(verb);
    }

    /// "The ministry called in the envoy.": whether the sentence ends as one does that has a verb, unlike a heading.
    fn is_whole(&self) -> bool {
        self.groups.last().is_some_and(|k| self.text.word(k.tokens.start as usize) == ".")
    }

    /// "a deal in Lima, Peru, signed by both": whether what is told by whom is hardly ever done to a place.
    fn is_done_to_thing(&self, g: usize) -> bool {
        self.is_done_by(g) && !lexical::is_ruling(self.key(g))
    }

    /// "a deal in | Lima, | Peru, signed": the thing that is where the name says.
    fn thing_in_place(&self, name: usize) -> Option<usize> {
        let noun = |k: usize| self.groups[k].kind == GroupKind::Noun;
        let hangs = |k: usize| self.groups[k].preposition.map(|p| p as usize);
        let town = || name.checked_sub(2).filter(|&k| noun(k) && self.groups[k + 1].kind == GroupKind::Comma);
        let p = hangs(name).or_else(|| town().and_then(hangs))?;
        let placed = self.is_name(name) && matches!(self.first_word(p), "in" | "at" | "near");
        self.before(p).filter(|&k| placed && noun(k) && !self.is_name(k))
    }

    /// Whether a participle is the verb that a subject waits for: nothing else tells what it does, and what follows is acted upon.
    fn acts_after_all(&self, g: usize, before: Option<usize>, noun: Option<usize>) -> bool {
        let top = self.top();
        if top.verb.is_some() || top.subject.is_none() || self.acts_later(g) {
            return false;
        }
        let kind = before.map(|k| self.groups[k].kind);
        let comma = kind == Some(GroupKind::Comma);
        let outermost = self.stack.len() == 1;
        // "Lee and Ek on Saturday (May 2) discussed trade": a date or bracket stands between.
        let dated = matches!(kind, Some(GroupKind::Close | GroupKind::Preposition))
            && g.checked_sub(1).is_some_and(|k| matches!(self.groups[k].kind, GroupKind::Close | GroupKind::Date));
        if dated && self.has_object(g) {
            return true;
        }
        let Some(noun) = noun else {
            // "Ann Lee, who arrived on Monday, raised issues": the clause in between is over.
            let dash = before.is_some_and(|k| self.is_dash(k));
            return (comma || dash) && (self.has_object(g) || outermost) && !self.is_done_by(g);
        };
        // "In Rome, the president referred to trade": nobody else does anything.
        let alone = || {
            noun + 1 == g
                && outermost
                && (lexical::is_office(self.text.key(self.groups[noun].head as usize)) || self.is_whole())
                && !self.is_done_by(g)
                && !(g + 1..self.groups.len()).any(|k| self.acts(k))
        };
        // "the two sides raised issues", "the minister, Ann Lee, raised issues"; ", through the bank, gave"
        self.has_object(g)
            || alone()
            || comma
                && outermost
                && !self.is_done_by(g)
                && self.groups[noun].preposition.is_none_or(|p| self.between_commas(p as usize))
    }

    /// ", through the bank,", ", meeting in Rome,": whether what the preposition hangs on, or it alone, is set off by commas.
    fn between_commas(&self, p: usize) -> bool {
        let before = self.kind_before(p);
        let behind_noun = before == Some(GroupKind::Noun)
            && self.before(p).is_some_and(|k| self.kind_before(k) == Some(GroupKind::Comma));
        before == Some(GroupKind::Comma) || behind_noun
    }

    /// Whether a noun group follows that the verb may act on.
    fn has_object(&self, g: usize) -> bool {
        let next = self.groups[g + 1..].iter().find(|k| k.kind != GroupKind::Adverb);
        // "called on the minister"
        let on = |n: &super::super::Group| {
            n.kind == GroupKind::Preposition
                && const { Key::each(["on", "upon"]) }.contains(&self.text.key(n.tokens.start as usize))
                && self.key(g) == const { Key::of_ascii("called") }
        };
        next.is_some_and(|n| n.kind == GroupKind::Noun || on(n))
    }

    /// "signed on Monday by Peru": whether "by" follows, behind adverbs and dates.
    fn is_done_by(&self, g: usize) -> bool {
        let next = (g + 1..self.groups.len()).find(|&k| match self.groups[k].kind {
            GroupKind::Adverb | GroupKind::Date => false,
            // "on Monday"
            GroupKind::Preposition => self.groups.get(k + 1).is_none_or(|n| n.kind != GroupKind::Date),
            _ => true,
        });
        next.is_some_and(|k| self.first_word(k) == "by")
    }

    /// "helped Chile build a road", "let Lee go": a bare verb behind what somebody is helped or let to do.
    pub(super) fn is_helped(&self, g: usize) -> bool {
        let tag = self.first_tag(g);
        let Some(last) = self.top().verb.map(|v| self.verbs[v as usize]) else { return false };
        let main = self.text.key(last.main as usize);
        let object = self.groups[last.group as usize + 1..g]
            .iter()
            .all(|k| k.kind == GroupKind::Noun && k.preposition.is_none());
        self.groups[g].tokens.len() == 1
            && matches!(tag, Tag::Verb | Tag::Present)
            && lexical::is_helping(main)
            && g > last.group as usize + 1
            && object
    }

    /// "received a team sent by Peru", "ended with a deal signed in Rome": behind an object, with no object of its own, what
    /// looks like a past tense describes.
    pub(super) fn is_reduced(&self, g: usize) -> bool {
        // "as officials in Rome met with Ek": who is met is met by somebody.
        let meets = self.key(g) == const { Key::of_ascii("met") } && !self.is_done_by(g);
        let past = self.groups[g].tokens.len() == 1 && self.head_tag(g) == Tag::Past && !meets;
        let top = self.top();
        // "a message sent last week by Peru", "talks expected to focus on trade"
        let next = self.groups[g + 1..].iter().find(|n| !matches!(n.kind, GroupKind::Date | GroupKind::Adverb));
        let hangs = next.is_some_and(|n| {
            let to = || self.tags[n.tokens.start as usize - self.first] == Tag::To;
            n.kind == GroupKind::Preposition || n.kind == GroupKind::Verb && to()
        });
        // "Signed on Monday by Peru and Chile, the pact …"
        if past && self.stack.len() == 1 && self.is_empty() && self.is_done_by(g) {
            return self.groups[..g].iter().all(|k| k.kind == GroupKind::Adverb);
        }
        let Some(noun) = g.checked_sub(1).filter(|&k| self.groups[k].kind == GroupKind::Noun) else { return false };
        // "Under a treaty signed with Chile, Peru will open the border."
        let leads = top.finite.is_none()
            && top.verb.is_none()
            && top.subject.is_none()
            && self.stack.len() == 1
            && self.groups[noun].preposition.is_some_and(|p| !self.may_open(p))
            && self.groups[g..].iter().any(|k| k.kind == GroupKind::Comma);
        // "The pact reached on Monday by Peru and Chile ends the row."
        let done = top.verb.is_none() && top.subject == Some(noun as u32) && self.is_done_by(g);
        // "In a letter sent on Monday, the queen thanked him"
        let shut = next.is_some_and(|n| n.kind == GroupKind::Comma) && self.is_determined(noun);
        if past && leads && (hangs || shut) {
            return (g + 1..self.groups.len()).any(|k| self.acts(k));
        }
        if past && hangs && done && self.acts_later(g) {
            return true;
        }
        if !past || top.finite.is_none() || !hangs {
            return false;
        }
        let reports = top.verb.is_some_and(|v| lexical::is_sayer(self.text.key(self.verbs[v as usize].main as usize)));
        match top.fresh {
            Some(object) => !reports && self.kind_before(object as usize) == Some(GroupKind::Verb),
            // "as he arrived in Rome": the preposition opens a clause.
            None => self.groups[noun].preposition.is_some_and(|p| !self.may_open(p)),
        }
    }

    /// "a letter", "their talks": whether a noun group begins with an article or an owner.
    fn is_determined(&self, noun: usize) -> bool {
        matches!(self.first_tag(noun), Tag::Determiner | Tag::Owner)
    }

    /// "the project, carried out by Peru, will grow": between the commas behind a subject that waits for its verb, with no object
    /// of its own, what looks like a past tense describes.
    pub(super) fn is_set_off(&self, g: usize) -> bool {
        let top = self.top();
        let kind = |k: usize| self.groups[k].kind;
        let past = self.groups[g].tokens.len() == 1 && self.head_tag(g) == Tag::Past;
        let Some(subject) = top.subject.filter(|_| past && top.verb.is_none()).map(|s| s as usize) else {
            return false;
        };
        let hangs = |k: usize| matches!(kind(k), GroupKind::Noun | GroupKind::Preposition);
        let opened = g.checked_sub(1).is_some_and(|c| kind(c) == GroupKind::Comma && (subject..c).all(hangs));
        let object =
            self.groups.get(g + 1).is_none_or(|n| n.kind == GroupKind::Noun || n.kind == GroupKind::Subordinator);
        if !opened || object {
            return false;
        }
        let next = (g + 1..self.groups.len())
            .find(|&k| matches!(kind(k), GroupKind::Verb | GroupKind::Comma | GroupKind::Break));
        next.is_some_and(|c| kind(c) == GroupKind::Comma && self.acts(c + 1))
    }

    /// Whether a verb with a tense follows before the clause is over.
    pub(super) fn acts_later(&self, g: usize) -> bool {
        let rest = &self.groups[g + 1..];
        let verbs = rest.iter().take_while(|k| {
            !matches!(k.kind, GroupKind::Break | GroupKind::Quote | GroupKind::Relative | GroupKind::Subordinator)
        });
        verbs.enumerate().filter(|(_, k)| k.kind == GroupKind::Verb).any(|(n, k)| {
            let tag = self.tags[k.tokens.start as usize - self.first];
            // ", the ministry said": who says it, not what the subject does.
            let listed = |k: &&super::super::Group| matches!(k.kind, GroupKind::Noun | GroupKind::Coordinator);
            let speakers = rest[..n].iter().rev().take_while(listed).count();
            let says = lexical::is_sayer(self.text.key(k.head as usize))
                && speakers > 0
                && speakers < n
                && rest[n - 1 - speakers].kind == GroupKind::Comma;
            // "called on the minister and apprised him": both or neither.
            let joined = n > 0 && rest[n - 1].kind == GroupKind::Coordinator && tag == Tag::Past;
            (tag.is_finite() || tag == Tag::Modal) && !says && !joined
        })
    }
}
