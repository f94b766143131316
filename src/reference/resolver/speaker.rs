//! Who speaks: whom "I" and "we" mean.

use crate::clause::lexical;
use crate::mention::{EntityId, Mention};
use crate::text::{Tag, flag};

use super::super::vocabulary::calling_of;
use super::Resolver;

impl Resolver<'_> {
    /// Whom a speaker's "we" means: the body or country a person speaks for; others speak for themselves.
    pub(super) fn spoken_for(&self, speaker: EntityId) -> Option<EntityId> {
        if self.is_person(speaker) {
            return self.discourse.represented(speaker).or(Some(speaker));
        }
        Some(speaker)
    }

    /// Who speaks in this sentence, else who spoke last, else the person named last before it, of a quotation outside of
    /// it; nobody where that is a name not known.
    pub fn speaker(&self, token: usize) -> Option<EntityId> {
        self.says(token).unwrap_or_else(|| {
            let quoted = |i: usize| self.text.tokens[i].has(flag::QUOTED);
            let sentence = self.text.sentence_of(token);
            let mut earlier = (sentence.saturating_sub(LONGEST_SPEECH)..sentence).rev();
            let spoke = quoted(token).then(|| earlier.find_map(|s| self.spoke_in(s))).flatten();
            spoke.or_else(|| {
                let person = |m: &&Mention| self.is_person(m.entity);
                let told = |m: &&Mention| !quoted(token) || !quoted(m.tokens.start as usize);
                let end = self.named_before(token);
                self.mentions.mentions[..end].iter().rev().filter(told).find(person).map(|m| m.entity)
            })
        })
    }

    /// Who is said to speak in this sentence or, of a quotation, in the one before it; nobody where that is a name not known.
    pub(super) fn says(&self, token: usize) -> Option<Option<EntityId>> {
        let said = self.syntax.verbs.iter().filter(|v| {
            let said = &self.text.tokens[v.main as usize];
            lexical::is_sayer(said.key) && said.flags & flag::QUOTED == 0
        });
        let mut speakers =
            said.filter_map(|v| v.subject.or_else(|| self.syntax.after(v.group as usize).map(|g| g as u32)));
        let quoted = |i: usize| self.text.tokens[i].has(flag::QUOTED);
        // "“We met Lee,” Corden said": somebody whom no list knows.
        let unknown = |g: u32| self.is_unknown_name(self.syntax.groups[g as usize].head as usize);
        let subject = speakers.find_map(|g| {
            let head = self.syntax.groups[g as usize].head as usize;
            let named = self.mention_at(head).map(|(_, m)| m.entity);
            let speaks = named.or_else(|| self.speaking(g as usize)).or_else(|| self.speaks_as(head));
            speaks.map(Some).or_else(|| (quoted(token) && unknown(g)).then_some(None))
        });
        if subject.is_some() {
            return subject;
        }
        let person = |m: &&Mention| self.is_person(m.entity);
        // "“We will write,” team chief Bo Ek was quoted as saying": the person named behind the quotation.
        let behind = || {
            let named = self.mentions.within(self.syntax.sentence).map(|m| &self.mentions.mentions[m]);
            let outside = |m: &&Mention| m.tokens.start as usize > token && !quoted(m.tokens.start as usize);
            named.filter(person).find(outside).filter(|_| quoted(token)).map(|m| m.entity)
        };
        let before = self.text.sentence_of(token).checked_sub(1).filter(|_| quoted(token));
        behind().or_else(|| self.spoke_in(before?)).map(Some)
    }

    /// "“They met Lee,” a source said": whether one without a name speaks in this sentence.
    pub(super) fn speaks_unnamed(&self) -> bool {
        self.syntax.verbs.iter().filter(|v| lexical::is_sayer(self.text.key(v.main as usize))).any(|v| {
            let subject = v.subject.map(|g| g as usize).or_else(|| self.syntax.after(v.group as usize));
            let head = subject.map(|g| self.syntax.groups[g].head as usize);
            head.is_some_and(|h| {
                matches!(self.syntax.tag(h), Tag::Noun | Tag::Nouns) && !self.text.tokens[h].has(flag::QUOTED)
            })
        })
    }

    /// "Ek said of Lee. “I will go.”": the person named right beside the verb of saying in a sentence.
    fn spoke_in(&self, sentence: usize) -> Option<EntityId> {
        let named = self.mentions.within(self.text.sentences[sentence].tokens).map(|m| &self.mentions.mentions[m]);
        let says = |i: usize| {
            let said = self.text.tokens.get(i);
            said.is_some_and(|t| lexical::is_sayer(t.key) && !t.has(flag::QUOTED))
        };
        let speaks = |m: &&Mention| {
            let (first, end) = (m.tokens.start as usize, m.tokens.end as usize);
            let person = self.is_person(m.entity);
            let behind = first > 0 && says(first - 1) && matches!(self.text.word(end), "." | ",");
            person && !self.text.tokens[first].has(flag::QUOTED) && (says(end) || behind)
        };
        named.into_iter().find(speaks).map(|m| m.entity)
    }

    /// "“We met Lee,” she said": whom the pronoun outside of the quotation means.
    pub(super) fn speaks_as(&self, head: usize) -> Option<EntityId> {
        let male = match self.text.word(head) {
            "he" | "He" => true,
            "she" | "She" => false,
            _ => return None,
        };
        let quoted = |i: usize| self.text.tokens[i].has(flag::QUOTED);
        if quoted(head) {
            return None;
        }
        let sentence = self.text.sentence_of(head);
        for s in (sentence.saturating_sub(LONGEST_SPEECH)..sentence).rev() {
            let tokens = self.text.sentences[s].tokens;
            if let Some(spoke) = self.spoke_in(s).filter(|e| self.may_be(*e, male)) {
                return Some(spoke);
            }
            // "Asked about Lee, he smiled": still the same.
            let goes_on = |i: usize| !quoted(i) && self.text.word(i).eq_ignore_ascii_case(self.text.word(head));
            let mut named = self.mentions.within(tokens).map(|m| &self.mentions.mentions[m]);
            let told = |m: &&Mention| !quoted(m.tokens.start as usize) && self.may_be(m.entity, male);
            if let Some(first) = named.find(told).filter(|_| !tokens.range().any(goes_on)) {
                return Some(first.entity);
            }
        }
        None
    }

    /// Who speaks where no name does: "Acme's director", "the bank". What a pronoun in the group means would be asked of the
    /// speaker again, so it does not count.
    fn speaking(&self, g: usize) -> Option<EntityId> {
        let group = self.syntax.groups[g];
        let head = group.head as usize;
        let (calling, plural) = calling_of(self.text.key(head))?;
        let own = !group.owner.is_empty() && self.syntax.tag(group.owner.end as usize - 1) == Tag::Owner;
        let mut named = self.describing(group.tokens, head);
        if named.is_empty() && !own {
            named = self.definite(group.tokens, head, calling, plural);
        }
        named.first().map(|a| a.entity)
    }
}

/// A quotation goes on, and somebody is quoted again without a name, over at most so many sentences.
const LONGEST_SPEECH: usize = 8;
