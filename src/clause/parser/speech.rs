//! Who says so, and who acts in what is said: speakers behind their words and subjects behind a verb of saying.

use super::super::verb::Verb;
use super::super::{GroupKind, lexical};
use super::Parser;

impl Parser<'_> {
    /// ", the Peru News Agency, Andina, reported": a speaker with an apposition, behind what was said.
    pub(super) fn aside(&self, g: usize) -> Option<usize> {
        let says = lexical::is_sayer(self.key(g)) && self.top().verb.is_some();
        let comma = |k: usize| self.groups[k].kind == GroupKind::Comma;
        let close = g.checked_sub(1).filter(|&k| says && comma(k))?;
        let name = close.checked_sub(1).map(|k| self.over_brackets(k));
        let name = name.filter(|&k| self.groups[k].kind == GroupKind::Noun)?;
        // "Bo Ek, director of the Port Trust at the ministry, told": what hangs on the second.
        let hangs = |k: &usize| matches!(self.groups[*k].kind, GroupKind::Noun | GroupKind::Preposition);
        let middle = (0..name).rev().find(|k| !hangs(k)).filter(|&k| comma(k))?;
        let speaker = middle.checked_sub(1).filter(|&k| self.groups[k].kind == GroupKind::Noun)?;
        speaker.checked_sub(1).filter(|&k| comma(k) || self.groups[k].kind == GroupKind::Quote).map(|_| speaker)
    }

    /// "Peru, Ann Lee said on Monday, has signed", "Peru, said Ann Lee, has signed": the speaker between two commas behind a subject
    /// that waits for its verb.
    pub(super) fn set_in(&self, g: usize, before: Option<usize>) -> Option<usize> {
        let top = self.top();
        let subject = top.subject.filter(|_| top.verb.is_none())? as usize;
        let kind = |k: usize| self.groups.get(k).map(|k| k.kind);
        let noun = |k: usize| kind(k) == Some(GroupKind::Noun) && self.groups[k].preposition.is_none();
        let comma = |k: usize| kind(k) == Some(GroupKind::Comma);
        let says = lexical::is_sayer(self.key(g)) && self.groups[g].tokens.len() < 3;
        let before = before.filter(|&k| says && k + 1 == g)?;
        let inverted = comma(before);
        let (speaker, open) = if inverted { (g + 1, before) } else { (before, before.checked_sub(1)?) };
        // ", had demanded changes,": no speaker.
        let plain = self.groups[g].tokens.len() == 1 && lexical::is_saying(self.key(g));
        if inverted && !(plain && noun(speaker) && self.is_somebody(speaker)) {
            return None;
        }
        // "said in a paper on Monday,": when and where.
        let tells = |k: &usize| {
            matches!(kind(*k), Some(GroupKind::Preposition | GroupKind::Date | GroupKind::Adverb))
                || kind(*k) == Some(GroupKind::Noun) && kind(*k - 1) == Some(GroupKind::Preposition)
        };
        // "Ann Lee told the paper,"
        let heard = usize::from(lexical::is_telling(self.key(g)) && noun(g + 1));
        let close = (speaker.max(g) + 1 + heard..self.groups.len()).find(|k| !tells(k))?;
        let set_off = comma(open) && comma(close) && noun(speaker) && subject < open;
        let acts = || kind(close + 1) == Some(GroupKind::Verb) || self.acts_later(close);
        (set_off && acts()).then_some(speaker)
    }

    /// ", the head of the fund, Ann Lee, said": the noun between the comma at hand and another one.
    pub(super) fn apposed_before(&self, comma: usize, speaks: bool) -> Option<usize> {
        let [.., first, noun, last] = &self.groups[..=comma] else { return None };
        let commas = first.kind == GroupKind::Comma && last.kind == GroupKind::Comma;
        (commas && noun.kind == GroupKind::Noun && (speaks || noun.preposition.is_none())).then_some(comma - 1)
    }

    /// "said Kim, a banker, had met Xi", "said Kim, after long talks, met Xi": the first noun behind a verb that has no object
    /// but what is said, where commas set off what stands between it and its verb.
    pub(super) fn told(&self, g: usize, before: Option<usize>) -> Option<usize> {
        let mark = |k: usize| self.groups[k].kind == GroupKind::Comma || self.is_dash(k);
        before.filter(|&k| mark(k))?;
        let said = self.verbs[self.top().verb? as usize];
        let subject = (said.group as usize + 1..g)
            .find(|&k| !matches!(self.groups[k].kind, GroupKind::Date | GroupKind::Other))?;
        let noun = self.groups[subject].kind == GroupKind::Noun && self.groups[subject].preposition.is_none();
        let apart = (subject..g).filter(|&k| mark(k)).count() > 1;
        (noun && apart && lexical::is_saying(self.text.key(said.main as usize))).then_some(subject)
    }

    /// Whether what follows the verb may be what somebody says: "said Kim met Xi".
    pub(super) fn may_report(&self, verb: Verb) -> bool {
        lexical::is_sayer(self.text.key(verb.main as usize))
    }

    /// "said she and Kim met": the first of the list that is the subject of what was said.
    pub(super) fn said_list(&self, subject: u32, verb: Option<u32>) -> u32 {
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

    /// The noun group right behind a verb; "pointed out Kim" too.
    pub(super) fn said_by(&self, g: usize) -> Option<usize> {
        let particle = self.groups.get(g + 1).is_some_and(|k| {
            k.kind == GroupKind::Adverb || matches!(self.text.word(k.tokens.start as usize), "out" | "up" | "on")
        });
        let next = g + 1 + usize::from(particle);
        self.groups.get(next).is_some_and(|n| n.kind == GroupKind::Noun).then_some(next)
    }
}
