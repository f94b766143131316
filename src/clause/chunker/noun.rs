//! Noun groups: from their first word to the last noun or name.

use crate::gazetteer::EntityType;
use crate::mention::{Form, Mention};
use crate::text::{Classes, Key, Tag, TokenKind, TokenRange, flag};

use super::super::{Group, GroupKind, lexical};
use super::{Chunker, LIKE_ADJECTIVES};

/// "($20 million)" has no more tokens.
const LONGEST_SUM: usize = 7;

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

    pub(super) fn noun_group(&self, start: usize) -> Group {
        let mut i = start;
        let mut head: Option<usize> = None;
        let mut owner = TokenRange::default();
        // The mention the group would end with, and whether what was read last describes what is to come.
        let mut name: Option<&Mention> = None;
        let mut describes = false;
        while i < self.end() {
            // "the emir of Qatar | Sheikh Ali": the office is of the place, not the title behind.
            if i > start
                && name.is_some_and(|m| m.form != Form::Demonym && m.tokens.start as usize == start)
                && start > self.sentence.start as usize
                && self.text.word(start - 1) == "of"
                && self.titled(i).is_some()
            {
                break;
            }
            // "in California | Mr Lee", "the trust | co-managed the fund"
            if name.is_some() && self.is_addressed(i) || head.is_some() && self.begins_again(i) {
                break;
            }
            // "in the afternoon | Ann Lee", "the same day | Peru signed"
            if i > start
                && head.is_some_and(|h| h + 1 == i && lexical::is_time(self.text.key(h)))
                && self.mention(i).is_some_and(|m| {
                    self.entity_type(m) == EntityType::Person || self.tag(m.tokens.end as usize).is_verb()
                })
            {
                break;
            }
            // "phoned Ann Lee | hours before she left"
            if name.is_some_and(|m| m.tokens.end as usize == i)
                && lexical::is_time(self.text.key(i))
                && i + 1 < self.end()
                && matches!(self.text.word(i + 1), "before" | "after" | "ago" | "earlier" | "later" | "ahead")
            {
                break;
            }
            // "discussed with Ann Lee | ways to go on": a thing that is no part of the person's name.
            if name.is_some_and(|m| m.tokens.end as usize == i && self.entity_type(m) == EntityType::Person)
                && lexical::is_matter(self.text.key(i))
            {
                break;
            }
            // "In Rome | Prime Minister Ann Lee said"
            if let Some(place) = self.mention(i).filter(|m| i == start && self.is_whereabouts(m)) {
                let end = place.tokens.end as usize;
                return Group::new(GroupKind::Noun, place.tokens, end - 1);
            }
            if let Some(mention) = self.titled(i).filter(|_| name.is_none_or(|m| m.form == Form::Demonym)) {
                // "the letter | Defence Minister Ann Lee sent"
                if head.is_some_and(|h| h + 1 == i && self.begins_contact(start, h, mention)) {
                    break;
                }
                i = mention.tokens.end as usize;
                head = Some(i - 1);
                name = Some(mention);
                describes = false;
                continue;
            }
            // "Ambassador Extraordinary and Plenipotentiary"
            if head.is_some()
                && self.text.tokens[i].has(flag::CAPITAL)
                && self.text.word(i) == "Extraordinary"
                && self.text.word(i + 2) == "Plenipotentiary"
            {
                i += 3;
                continue;
            }
            if let Some(mention) = self.mention(i) {
                // "told reporters Japan would …": a plural that is no title.
                let plural = head.is_some_and(|h| h + 1 == i && self.tag(h) == Tag::Nouns && mention.title.is_empty());
                let apart = match name {
                    None if plural
                        || head.is_some_and(|h| {
                            h + 1 == i && (self.begins_contact(start, h, mention) || self.leads(start, mention))
                        }) =>
                    {
                        true
                    }
                    Some(last) => !self.goes_with(last, mention),
                    // "the portfolio | Ann Lee": a noun before a person that is no title.
                    None => {
                        head.is_some()
                            && self.entity_type(mention) == EntityType::Person
                            && mention.title.end != mention.tokens.start
                            && !matches!(self.text.word(i - 1), "ally" | "partner")
                            && !self.is_hyphen(i - 1)
                    }
                };
                if apart {
                    break;
                }
                i = mention.tokens.end as usize;
                head = Some(i - 1);
                name = Some(mention);
                describes = mention.form == Form::Demonym;
                if self.is_given(mention, start) {
                    break;
                }
                continue;
            }
            if i > start
                && let Some(date) = self.date(i)
            {
                // "the September 16 summit", "Monday's talks"
                let end = date.tokens.end as usize;
                // "Lee's landmark 2012 visit"
                let year = end == i + 1 && self.tag(i) == Tag::Number && !owner.is_empty();
                if (head.is_none() || year) && (self.tag(end) == Tag::Possessive || self.leads_to_noun(end)) {
                    i = end;
                    continue;
                }
                break;
            }
            if i == start
                && let Some(date) = self.date(i)
            {
                i = date.tokens.end as usize;
                head = Some(i - 1);
                continue;
            }
            let tag = self.tag(i);
            // "Vice Foreign Minister": one title.
            let title = name.is_none()
                && head.is_some_and(|h| h + 1 == i && self.text.tokens[h].is_capitalised())
                && self.text.tokens[i].is_capitalised()
                && self.leads_to_noun(i);
            // A name that is not a person may describe what follows: "Russia policy", "EU foreign ministers".
            let open = head.is_none()
                || title
                || self.is_rank(head, i)
                || name.is_some_and(|m| self.entity_type(m) != EntityType::Person) && self.leads_to_noun(i);
            match tag {
                Tag::Possessive => {
                    if head.is_none() {
                        break;
                    }
                    // "next week's talks", "Monday's talks" belong to nobody.
                    let time = name.is_none() && head.is_some_and(|h| lexical::is_time(self.text.key(h)));
                    if !time && !self.dates.iter().any(|d| d.tokens.end as usize == i) {
                        owner = TokenRange::new(start, i + 1);
                    }
                    (head, name, describes) = (None, None, true);
                }
                Tag::Determiner | Tag::Predeterminer | Tag::Owner | Tag::Existential => {
                    let more = i > start
                        && (self.tag(i - 1) == Tag::Predeterminer
                            || self.class(i - 1).any(Classes::QUANTIFIER)
                            || matches!(self.text.word(i - 1), "neither" | "either" | "Neither" | "Either"));
                    if i > start && !more || head.is_some() {
                        break;
                    }
                    if tag == Tag::Owner {
                        owner = TokenRange::new(i, i + 1);
                    }
                    if tag == Tag::Existential {
                        head = Some(i);
                        i += 1;
                        break;
                    }
                }
                Tag::Pronoun => {
                    if i == start {
                        head = Some(i);
                        i += 1;
                    }
                    break;
                }
                // "has been to Peru several times"
                Tag::Adjective if name.is_some() && self.class(i).any(Classes::QUANTIFIER) => break,
                // "its Model 730 scanner"
                Tag::Number
                    if name.is_none()
                        && head.is_some_and(|h| h + 1 == i && h > start && self.text.tokens[h].is_capitalised())
                        && self.tag(i + 1).is_noun()
                        && self.mention(i + 1).is_none() =>
                {
                    describes = true;
                }
                // "<Acme Steel Ltd> said": a name in angle brackets; "its <Acme Steel> joint venture".
                Tag::Symbol if name.is_some_and(|m| m.tokens.end as usize == i) && self.text.word(i) == ">" => {
                    if self.mention(i + 1).is_some() {
                        i += 1;
                        break;
                    }
                }
                // "gave Peru two ships": a number after a name begins another group.
                Tag::Number | Tag::Symbol if name.is_some() => break,
                Tag::Number | Tag::Adjective | Tag::Comparative | Tag::Superlative | Tag::Foreign | Tag::Symbol
                    if open =>
                {
                    describes = true;
                }
                Tag::Participle | Tag::Gerund | Tag::Past if head.is_none() && (i > start || self.before_noun(i)) => {
                    let compound = self.is_hyphen(i + 1) && self.leads_to_noun(i + 2);
                    // "an integrated and thorough study"
                    let joined = i > start && self.tag(i + 1) == Tag::Coordinator && self.describes_too(i + 2);
                    if !compound && !joined && !self.leads_to_noun(i + 1) {
                        break;
                    }
                    describes = true;
                }
                Tag::Adverb | Tag::AdverbMore | Tag::AdverbMost
                    if head.is_none()
                        && (i > start && self.text.word(i) == "ever" && self.leads_to_noun(i + 1)
                            || self.tag(i + 1).is_adjective()
                            || self.tag(i + 1) == Tag::Participle
                            || i > start && self.tag(i + 1) == Tag::Number
                            || self.is_hyphen(i + 1)) => {}
                // "Ann Lee last met", "Lee first visited"
                _ if name.is_some()
                    && matches!(self.text.word(i), "last" | "first" | "next")
                    && self.tag(i + 1).is_verb() =>
                {
                    break;
                }
                tag if tag.is_noun() && head.is_none_or(|h| h + 1 == i) && self.office_of(i).is_some() => {
                    let Some(mention) = self.office_of(i) else { break };
                    i = mention.tokens.end as usize;
                    head = Some(i - 1);
                    name = Some(mention);
                    describes = false;
                    continue;
                }
                // "a series of talks", "a package of loans": the talks, the loans.
                tag if tag.is_noun() && self.is_measure(start, i) => {
                    describes = true;
                    i += 2;
                    continue;
                }
                tag if tag.is_noun() => {
                    head = Some(i);
                    name = None;
                    describes = false;
                }
                // "their joint mining and rail agreement": one agreement
                Tag::Coordinator
                    if name.is_none()
                        && head.is_some_and(|h| h + 1 == i && self.is_field(h))
                        && matches!(self.text.word(i), "and" | "&")
                        && self.tag(i + 1).is_noun()
                        && self.mention(i + 1).is_none()
                        && lexical::is_shared(self.text.key(i + 2))
                        && self.tag(i + 2).is_noun() =>
                {
                    (head, describes) = (None, true);
                }
                Tag::Coordinator | Tag::Punct if describes && (tag == Tag::Coordinator || self.text.word(i) == ",") => {
                    let next = i + 1 + usize::from(self.text.word(i) == "," && self.tag(i + 1) == Tag::Coordinator);
                    // "led by the Peruvians, but Chilean officials": another clause.
                    let other = name.is_some() && matches!(self.text.word(next - 1), "but" | "yet");
                    if other || !self.describes_too(next) {
                        break;
                    }
                    i = next;
                    continue;
                }
                // "the Lima, Ohio-based maker": where it is only describes it.
                Tag::Punct if head.is_some_and(|h| h + 1 == i) && self.past_seat(i, name).is_some() => {
                    let Some(end) = self.past_seat(i, name) else { break };
                    (head, name, describes) = (None, None, true);
                    i = end;
                    continue;
                }
                // "its 12 million pound ($20 million) merger"
                Tag::Punct if name.is_none() && head.is_some_and(|h| h + 1 == i) && self.past_sum(i).is_some() => {
                    let Some(end) = self.past_sum(i) else { break };
                    (head, describes) = (None, true);
                    i = end;
                    continue;
                }
                Tag::Punct if self.is_hyphen(i) => {
                    // What stands before a hyphen describes: "China - led", "US - China talks".
                    if self.mention(i + 1).is_none() {
                        i += 2;
                        // "a two-day, closed-door meeting"
                        let goes_on = self.leads_to_noun(i) || self.text.word(i) == "," && self.describes_too(i + 1);
                        if self.tag(i - 1).is_noun() && !(self.tag(i - 3) == Tag::Number && goes_on) {
                            head = Some(i - 1);
                        } else {
                            describes = true;
                            head = head.filter(|_| !self.leads_to_noun(i));
                        }
                        name = None;
                        continue;
                    }
                    name = None;
                }
                Tag::Punct if self.text.tokens[i].kind == TokenKind::Quote && !self.is_speech(i) && head.is_none() => {}
                _ => break,
            }
            i += 1;
        }
        let end = i.max(start + 1);
        let mut group = Group::new(GroupKind::Noun, TokenRange::new(start, end), head.unwrap_or(end - 1));
        group.owner = owner;
        group
    }

    /// "the deal | Ann Lee struck with Acme": whether a name behind a thing that people do together acts.
    fn begins_contact(&self, start: usize, thing: usize, name: &Mention) -> bool {
        let key = self.text.key(thing);
        let acts = self.tag(name.tokens.end as usize).is_verb();
        acts && thing > start && (lexical::is_occasion(key) || lexical::is_shared(key))
    }

    /// ", Ohio-based | maker", ", Ky.-based | Acme": behind the state of the town in front of a comma, where both only tell where
    /// somebody has a seat. `town` is the name before the comma; of a state cut short by a dot it may be any.
    fn past_seat(&self, comma: usize, town: Option<&Mention>) -> Option<usize> {
        let state = comma + 1;
        if self.text.word(comma) != "," || state >= self.end() || !self.text.tokens[state].is_capitalised() {
            return None;
        }
        let hyphen = self.mention(state).map_or(state + 1, |m| m.tokens.end as usize);
        let end = hyphen + 2;
        let based =
            self.is_hyphen(hyphen) && matches!(self.text.word(hyphen + 1), "based" | "headquartered" | "listed");
        let place = || town.is_some_and(|m| self.entity_type(m) == EntityType::Place);
        let short = self.text.word(hyphen - 1).ends_with('.');
        (based && (short || place()) && end < self.end() && self.leads_to_noun(end)).then_some(end)
    }

    /// "In a statement | Ann Lee called", "In Rome | Prime Minister Ann Lee said": whether what leads the sentence behind a
    /// preposition is over where a name that acts begins.
    fn leads(&self, start: usize, name: &Mention) -> bool {
        let opens =
            start.checked_sub(1).filter(|&p| p == self.sentence.start as usize && self.tag(p) == Tag::Preposition);
        let next = name.tokens.end as usize;
        let acts = self.tag(next).is_finite() || self.tag(next) == Tag::Modal;
        let titled = !name.title.is_empty() && name.title.start as usize != start;
        acts && !titled && opens.is_some_and(|p| !self.class(p).any(Classes::SUBORDINATOR))
    }

    /// "In | Rome | Prime Minister Ann Lee said": whether a place behind a leading preposition is no part of the title that
    /// begins with it.
    fn is_whereabouts(&self, place: &Mention) -> bool {
        let start = place.tokens.start as usize;
        let name = place.form == Form::Name && self.entity_type(place) == EntityType::Place;
        name && self.titled(start).is_some_and(|person| self.leads(start, person))
    }

    /// "($20 million) | merger": behind a bracket that holds a sum and stands before the noun it belongs to.
    fn past_sum(&self, open: usize) -> Option<usize> {
        if self.text.word(open) != "(" || !matches!(self.tag(open + 1), Tag::Number | Tag::Symbol) {
            return None;
        }
        let close = (open + 2..self.end().min(open + LONGEST_SUM)).find(|&k| self.text.word(k) == ")")?;
        let next = close + 1;
        let goes_on = self.tag(next).is_noun() || self.tag(next).is_adjective() && self.leads_to_noun(next);
        (goes_on && self.mention(next).is_none() && self.date(next).is_none()).then_some(next)
    }

    /// Whether a noun may be one of two fields of a thing: neither somebody nor a time.
    fn is_field(&self, noun: usize) -> bool {
        let key = self.text.key(noun);
        self.tag(noun) == Tag::Noun && !lexical::is_office(key) && !lexical::is_time(key)
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

    /// "co-hosted", "re-opened" with a tense.
    fn begins_again(&self, i: usize) -> bool {
        matches!(self.tag(i + 2), Tag::Past | Tag::Third | Tag::Present | Tag::Participle)
            && matches!(self.text.word(i), "co" | "re")
            && self.is_hyphen(i + 1)
            && !self.leads_to_noun(i + 2)
    }

    /// "gave Peru | access": a country behind a verb of giving is whom it is given to.
    fn is_given(&self, mention: &Mention, start: usize) -> bool {
        let gives = |i: usize| lexical::is_giving(self.text.key(i)) && self.tag(i).is_verb();
        mention.tokens.start as usize == start
            && start > self.sentence.start as usize
            && gives(start - 1)
            && mention.form == Form::Name
            && self.entity_type(mention) == EntityType::Place
            && self.tag(mention.tokens.end as usize) != Tag::Possessive
    }

    /// Whether two names beside each other make one group: "Russian Sergei Lavrov" does, "Beijing Kim" does not.
    fn goes_with(&self, last: &Mention, next: &Mention) -> bool {
        let between = last.tokens.end as usize..next.tokens.start as usize;
        if between.clone().any(|i| self.is_hyphen(i)) || !between.is_empty() {
            return true;
        }
        last.form == Form::Demonym
            || self.entity_type(last) == EntityType::Place && self.entity_type(next) == EntityType::Organization
    }

    /// After "and" or a comma within what describes a noun: another description and then the noun ("Chinese and Russian
    /// officials", "political, economic and cultural ties").
    fn describes_too(&self, i: usize) -> bool {
        if let Some(mention) = self.mention(i) {
            let end = mention.tokens.end as usize;
            // "Mexican and US officials"
            let short = mention.form == Form::Acronym && self.tag(end).is_noun();
            return (mention.form == Form::Demonym || short)
                && self.mention(end).is_none()
                && self.leads_to_noun(end)
                && !self.tag(end).is_verb();
        }
        // "a two-day, closed-door meeting"
        let compound = self.is_hyphen(i + 1) && self.leads_to_noun(i + 2);
        let adjective = (self.tag(i).is_adjective() && self.leads_to_noun(i)) || compound;
        let noun = self.tag(i) == Tag::Noun && self.tag(i + 1).is_noun() && self.mention(i + 1).is_none();
        adjective || noun
    }
}
