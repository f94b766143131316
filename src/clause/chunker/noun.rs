//! Noun groups: from their first word to the last noun or name.

use std::ops::ControlFlow;

use crate::gazetteer::EntityType;
use crate::mention::{Form, Mention};
use crate::text::{Classes, Key, Tag, TokenRange, flag};

use super::super::{Group, GroupKind, lexical};
use super::{Chunker, LIKE_ADJECTIVES};

/// A noun group as far as it is read.
#[derive(Clone, Copy)]
pub(super) struct Reading<'m> {
    /// Its first token.
    pub(super) start: usize,
    /// The token to be read next.
    pub(super) i: usize,
    /// The last noun or name; none once what is to come is described.
    pub(super) head: Option<usize>,
    /// "its", "Peru's".
    pub(super) owner: TokenRange,
    /// The mention the group would end with.
    pub(super) name: Option<&'m Mention>,
    /// Whether what was read last describes what is to come.
    pub(super) describes: bool,
}

impl<'m> Reading<'m> {
    /// A group of which nothing is read.
    fn at(start: usize) -> Self {
        Reading { start, i: start, head: None, owner: TokenRange::default(), name: None, describes: false }
    }

    /// The head, where it stands right before the next token.
    pub(super) fn head_beside(&self) -> Option<usize> {
        self.head.filter(|h| h + 1 == self.i)
    }

    /// Reads a name.
    fn take(&mut self, name: &'m Mention) {
        self.i = name.tokens.end as usize;
        (self.head, self.name, self.describes) = (Some(self.i - 1), Some(name), false);
    }
}

impl<'a> Chunker<'a> {
    /// Whether a participle or gerund at the head of a group stands before a noun as an adjective does.
    pub(super) fn before_noun(&self, i: usize) -> bool {
        let next_is_noun = || self.leads_to_noun(i + 1);
        if LIKE_ADJECTIVES.contains(&self.text.key(i)) {
            let helped = i > self.sentence.start as usize && self.class(i - 1).any(Classes::BE);
            // "for visiting Peru" is a verb, "the visiting Peruvian minister" is not.
            let beside = matches!(self.text.word(i), "neighbouring" | "neighboring");
            // "told visiting U.S. Senator Ann Lee": the state belongs to her title.
            let holder = |m: &Mention| self.titled(m.tokens.end as usize).is_some();
            let named = !beside
                && self.titled(i + 1).is_none()
                && self.mention(i + 1).is_some_and(|m| m.form != Form::Demonym && !holder(m));
            // "after visiting two ports": a number behind what opens a clause.
            let counted = self.tag(i + 1) == Tag::Number
                && i > self.sentence.start as usize
                && self.tag(i - 1) == Tag::Preposition
                && (self.class(i - 1).any(Classes::SUBORDINATOR) || matches!(self.text.word(i - 1), "by" | "without"));
            return !helped && !named && !counted && next_is_noun() && !self.class(i + 1).any(Classes::DETERMINER);
        }
        // "in planned talks", "of recently planned talks"
        let first = i - usize::from(i > self.sentence.start as usize && self.tag(i - 1) == Tag::Adverb);
        let after_preposition = first > self.sentence.start as usize && self.tag(first - 1) == Tag::Preposition;
        // "to see wounded soldiers": behind a verb that is no helper.
        let after_verb = i > self.sentence.start as usize
            && self.tag(i - 1).is_verb()
            && !self.class(i - 1).any(Classes::BE.or(Classes::HAVE).or(Classes::DO))
            && self.tag(i + 1).is_noun();
        if self.tag(i) == Tag::Participle && after_verb && self.mention(i + 1).is_none() {
            return true;
        }
        // "in planned talks", but "as agreed by both"; "Planned talks were put off", but "Asked about talks, Lee left".
        matches!(self.tag(i), Tag::Participle)
            && (after_preposition || self.opens_subject(i))
            && next_is_noun()
            && self.mention(i + 1).is_none()
    }

    /// "Planned talks between both were put off": whether a participle at the head of the sentence describes what acts: a plural
    /// right behind it, and a verb with a tense before any comma.
    fn opens_subject(&self, i: usize) -> bool {
        let stops = |k: usize| self.tag(k) == Tag::Punct && !self.is_hyphen(k);
        let acts = |k: usize| self.tag(k) == Tag::Modal || self.tag(k).is_finite();
        i == self.sentence.start as usize
            && self.tag(i + 1) == Tag::Nouns
            && (i + 2..self.end()).take_while(|&k| !stops(k)).any(acts)
    }

    /// The noun group that begins at `start`.
    pub(super) fn noun_group(&self, start: usize) -> Group {
        // "In Rome | Prime Minister Ann Lee said"
        if let Some(place) = self.mention(start).filter(|m| self.is_whereabouts(m)) {
            return Group::new(GroupKind::Noun, place.tokens, place.tokens.end as usize - 1);
        }
        let mut group = Reading::at(start);
        while group.i < self.end() && !self.ends_before(&group) && self.read(&mut group).is_continue() {}
        let end = group.i.max(start + 1);
        let mut read = Group::new(GroupKind::Noun, TokenRange::new(start, end), group.head.unwrap_or(end - 1));
        read.owner = group.owner;
        read
    }

    /// Reads what is next into a group, or breaks off where that is no part of it.
    fn read(&self, group: &mut Reading<'a>) -> ControlFlow<()> {
        let named = self.title_at(group).or_else(|| self.name_at(group));
        named.or_else(|| self.date_at(group)).unwrap_or_else(|| self.word_at(group))
    }

    /// A title: that of the person behind it, "Defence Minister Ann Lee", or what is added to one, "Ambassador Extraordinary and
    /// Plenipotentiary".
    fn title_at(&self, group: &mut Reading<'a>) -> Option<ControlFlow<()>> {
        let i = group.i;
        let free = group.name.is_none_or(|m| m.form == Form::Demonym);
        if let Some(mention) = self.titled(i).filter(|_| free) {
            // "the letter | Defence Minister Ann Lee sent"
            if group.head_beside().is_some_and(|h| self.begins_contact(group.start, h, mention)) {
                return Some(ControlFlow::Break(()));
            }
            group.take(mention);
            return Some(ControlFlow::Continue(()));
        }
        let full = group.head.is_some()
            && self.text.tokens[i].has(flag::CAPITAL)
            && self.text.word(i) == "Extraordinary"
            && self.text.word(i + 2) == "Plenipotentiary";
        full.then(|| {
            group.i += 3;
            ControlFlow::Continue(())
        })
    }

    /// A name, which goes into the group or begins another.
    fn name_at(&self, group: &mut Reading<'a>) -> Option<ControlFlow<()>> {
        let mention = self.mention(group.i)?;
        if self.is_apart(group, mention) {
            return Some(ControlFlow::Break(()));
        }
        group.take(mention);
        group.describes = mention.form == Form::Demonym;
        let given = self.is_given(mention, group.start);
        Some(if given { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
    }

    /// "told reporters | Japan would", "the portfolio | Ann Lee": whether a name is no part of the group before it.
    fn is_apart(&self, group: &Reading<'a>, mention: &Mention) -> bool {
        if let Some(last) = group.name {
            return !self.goes_with(last, mention);
        }
        let starts_anew = group.head_beside().is_some_and(|h| {
            // "told reporters Japan would …": a plural that is no title.
            let plural = self.tag(h) == Tag::Nouns && mention.title.is_empty();
            plural
                || self.begins_contact(group.start, h, mention)
                || self.begins_behind_turn(group, h, mention)
                || self.leads(group.start, mention)
        });
        // "In the late 1980s | Ann Lee"
        let decade = || {
            let years = self.text.word(group.i - 1).strip_suffix("0s");
            years.is_some_and(|tens| tens.len() > 1 && tens.bytes().all(|b| b.is_ascii_digit()))
        };
        // "the portfolio | Ann Lee": a noun before a person that is no title.
        starts_anew
            || group.i > group.start && decade()
            || group.head.is_some()
                && self.entity_type(mention) == EntityType::Person
                && mention.title.end != mention.tokens.start
                && !matches!(self.text.word(group.i - 1), "ally" | "partner")
                && !self.is_hyphen(group.i - 1)
    }

    /// A date, which describes what is to come: "the September 16 summit", "Monday's talks"; "the talks | on Monday" are over.
    fn date_at(&self, group: &mut Reading<'a>) -> Option<ControlFlow<()>> {
        let (i, date) = (group.i, self.date(group.i)?);
        let end = date.tokens.end as usize;
        if i == group.start {
            group.head = Some(end - 1);
        } else {
            let year = end == i + 1 && self.tag(i) == Tag::Number && !group.owner.is_empty();
            let describes = self.tag(end) == Tag::Possessive || self.leads_to_noun(end);
            if group.head.is_some() && !year || !describes {
                return Some(ControlFlow::Break(()));
            }
        }
        group.i = end;
        Some(ControlFlow::Continue(()))
    }

    /// A word that is no name: what it is in the group goes by its tag.
    fn word_at(&self, group: &mut Reading<'a>) -> ControlFlow<()> {
        let (i, start) = (group.i, group.start);
        let tag = self.tag(i);
        match tag {
            Tag::Possessive => return self.possessive_at(group),
            Tag::Determiner | Tag::Predeterminer | Tag::Owner | Tag::Existential => return self.determiner_at(group),
            Tag::Pronoun => {
                if i == start {
                    group.head = Some(i);
                    group.i += 1;
                }
                return ControlFlow::Break(());
            }
            // "has been to Peru several times"
            Tag::Adjective if group.name.is_some() && self.class(i).any(Classes::QUANTIFIER) => {
                return ControlFlow::Break(());
            }
            // "its Model 730 scanner"
            Tag::Number
                if group.name.is_none()
                    && group.head_beside().is_some_and(|h| h > start && self.text.tokens[h].is_capitalised())
                    && self.tag(i + 1).is_noun()
                    && self.mention(i + 1).is_none() =>
            {
                group.describes = true;
            }
            // "<Acme Steel Ltd> said": a name in angle brackets; "its <Acme Steel> joint venture".
            Tag::Symbol if group.name.is_some_and(|m| m.tokens.end as usize == i) && self.text.word(i) == ">" => {
                if self.mention(i + 1).is_some() {
                    group.i += 1;
                    return ControlFlow::Break(());
                }
            }
            // "talks with U.S. <Acme Steel Ltd>": of which state the firm is.
            Tag::Symbol
                if self.text.word(i) == "<"
                    && group
                        .name
                        .is_some_and(|m| m.form == Form::Acronym && self.entity_type(m) == EntityType::Place)
                    && self.mention(i + 1).is_some() => {}
            // "gave Peru two ships": a number after a name begins another group.
            Tag::Number | Tag::Symbol if group.name.is_some() => return ControlFlow::Break(()),
            Tag::Number | Tag::Adjective | Tag::Comparative | Tag::Superlative | Tag::Foreign | Tag::Symbol
                if self.is_open(group) =>
            {
                group.describes = true;
            }
            Tag::Participle | Tag::Gerund | Tag::Past if group.head.is_none() && (i > start || self.before_noun(i)) => {
                let compound = self.is_hyphen(i + 1) && self.leads_to_noun(i + 2);
                // "an integrated and thorough study"
                let joined = i > start && self.tag(i + 1) == Tag::Coordinator && self.describes_too(i + 2);
                if !compound && !joined && !self.leads_to_noun(i + 1) {
                    return ControlFlow::Break(());
                }
                group.describes = true;
            }
            Tag::Gerund if self.says_what_of(group) => group.describes = true,
            Tag::Adverb | Tag::AdverbMore | Tag::AdverbMost
                if group.head.is_none()
                    && (i > start && self.text.word(i) == "ever" && self.leads_to_noun(i + 1)
                        || self.tag(i + 1).is_adjective()
                        || self.tag(i + 1) == Tag::Participle
                        || i > start && self.tag(i + 1) == Tag::Number
                        || self.is_hyphen(i + 1)) => {}
            // "Ann Lee last met", "officials first visited"
            _ if (group.name.is_some() || group.head_beside().is_some())
                && matches!(self.text.word(i), "last" | "first" | "next")
                && self.tag(i + 1).is_verb() =>
            {
                return ControlFlow::Break(());
            }
            tag if tag.is_noun() => {
                self.noun_at(group);
                return ControlFlow::Continue(());
            }
            Tag::Coordinator => return self.coordinator_at(group),
            Tag::Punct => return self.punct_at(group),
            _ => return ControlFlow::Break(()),
        }
        group.i += 1;
        ControlFlow::Continue(())
    }

    /// "coffee producing countries": whether a gerund behind what it acts on says which states or firms are meant.
    fn says_what_of(&self, group: &Reading<'_>) -> bool {
        let trading = const { Key::each(["producing", "exporting", "importing", "consuming", "growing"]) };
        let traders = const { Key::each(["countries", "nations", "states", "members", "companies", "producers"]) };
        group.name.is_none()
            && group.head_beside().is_some()
            && trading.contains(&self.text.key(group.i))
            && traders.contains(&self.text.key(group.i + 1))
    }

    /// "Peru's": what is read so far owns what is to come.
    fn possessive_at(&self, group: &mut Reading<'a>) -> ControlFlow<()> {
        let i = group.i;
        let Some(head) = group.head else { return ControlFlow::Break(()) };
        // "next week's talks", "Monday's talks" belong to nobody.
        let time = group.name.is_none() && lexical::is_time(self.text.key(head));
        if !time && !self.dates.iter().any(|d| d.tokens.end as usize == i) {
            group.owner = TokenRange::new(group.start, i + 1);
        }
        (group.head, group.name, group.describes) = (None, None, true);
        group.i += 1;
        ControlFlow::Continue(())
    }

    /// "the", "its", "both the", "there": at the head of a group only.
    fn determiner_at(&self, group: &mut Reading<'a>) -> ControlFlow<()> {
        let (i, start, tag) = (group.i, group.start, self.tag(group.i));
        let more = i > start
            && (self.tag(i - 1) == Tag::Predeterminer
                || self.class(i - 1).any(Classes::QUANTIFIER)
                || matches!(self.text.word(i - 1), "neither" | "either" | "Neither" | "Either"));
        if i > start && !more || group.head.is_some() {
            return ControlFlow::Break(());
        }
        group.i += 1;
        if tag == Tag::Owner {
            group.owner = TokenRange::new(i, i + 1);
        }
        if tag == Tag::Existential {
            group.head = Some(i);
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    }

    /// A noun: the head as far as the group is read, part of a title, or a mere measure.
    fn noun_at(&self, group: &mut Reading<'a>) {
        let i = group.i;
        if group.head.is_none_or(|h| h + 1 == i)
            && let Some(mention) = self.office_of(i)
        {
            group.take(mention);
            return;
        }
        // "a series of talks", "a package of loans": the talks, the loans.
        if self.is_measure(group.start, i) {
            group.describes = true;
            group.i += 2;
            return;
        }
        (group.head, group.name, group.describes) = (Some(i), None, false);
        group.i += 1;
    }

    /// Whether an adjective or number may go on with a group.
    fn is_open(&self, group: &Reading<'a>) -> bool {
        let (i, head, name) = (group.i, group.head, group.name);
        // "Vice Foreign Minister": one title.
        let title = name.is_none()
            && group.head_beside().is_some_and(|h| self.text.tokens[h].is_capitalised())
            && self.text.tokens[i].is_capitalised()
            && self.leads_to_noun(i);
        // A name that is not a person may describe what follows: "Russia policy", "EU foreign ministers".
        head.is_none()
            || title
            || self.is_rank(head, i)
            || name.is_some_and(|m| self.entity_type(m) != EntityType::Person) && self.leads_to_noun(i)
    }

    /// Whether the noun at `i` only says that there are several of what "of" brings.
    fn is_measure(&self, start: usize, i: usize) -> bool {
        let article = const { Key::each(["a", "the", "another", "this"]) }.contains(&self.text.key(start));
        // "the host of the talks" is somebody.
        let host = self.text.word(i) == "host" && self.text.key(start) != const { Key::of_ascii("a") };
        i == start + 1
            && article
            && !host
            && lexical::is_measure(self.text.key(i))
            && self.text.word(i + 1) == "of"
            && self.leads_to_noun(i + 2)
            && self.mention(i + 2).is_none()
    }
}
