//! What "it" and "its" mean: who says so, who acts, what was named before.

use crate::clause::{Group, GroupKind, Link, Verb, lexical};
use crate::gazetteer::{EntityType, Kind};
use crate::mention::{EntityId, Form, Mention};
use crate::text::{Key, Tag, TokenRange, flag};

use super::super::discourse::is_state;
use super::super::vocabulary::{Calling, calling_of};
use super::Resolver;

/// Prepositions that only tell where.
const PLACING: [&str; 11] =
    ["in", "In", "at", "near", "from", "across", "throughout", "outside", "into", "through", "within"];

/// What nobody does to what is his own.
const JUDGING: [&str; 14] = [
    "affirmed",
    "blocked",
    "cleared",
    "confirmed",
    "downgraded",
    "lowered",
    "overruled",
    "overturned",
    "probed",
    "quashed",
    "raised",
    "upgraded",
    "upheld",
    "vetoed",
];

/// Most sentences in a row that begin with "it".
const LONGEST_ROW: usize = 4;

/// "in Peru, Chile and Norway": a list of places is followed so many tokens back.
const LONGEST_LIST: usize = 40;

impl Resolver<'_> {
    /// "Acme Steel and its partner": of the one it is joined to; nobody where that is a name not known; none where it is
    /// joined to nothing.
    pub(super) fn joined_before(&self, token: usize) -> Option<Option<EntityId>> {
        let and = token.checked_sub(1).filter(|&i| self.text.word(i) == "and")?;
        let before = and.checked_sub(1).filter(|&i| self.syntax.sentence.contains(i))?;
        // "its takeover of Acme and its purchase of Best Iron": both of the same.
        let first = self.syntax.sentence.start as usize;
        let hangs = self.syntax.groups[self.syntax.group_of(before)].preposition.is_some();
        if hangs && (first..before).any(|i| matches!(self.text.word(i), "its" | "Its")) {
            return None;
        }
        let Some((m, mention)) = self.mention_at(before) else {
            return (self.syntax.tag(before) == Tag::Name).then_some(None);
        };
        let thing = !self.is_person(mention.entity);
        // "Lee and its partner": a firm by that name which no list knows.
        if thing { self.acting(m, mention).map(|a| Some(a.entity)) } else { Some(None) }
    }

    /// "Its deal with Best Iron is binding, Acme Steel said": the body that says so behind the comma.
    pub(super) fn tells_behind(&self, token: usize) -> Option<EntityId> {
        let opens = token <= self.syntax.sentence.start as usize + 1;
        let verb = self.syntax.verbs.last().filter(|v| opens && lexical::is_sayer(self.text.key(v.main as usize)))?;
        let subject = verb.subject? as usize;
        let comma = subject.checked_sub(1).filter(|&k| self.syntax.groups[k].kind == GroupKind::Comma)?;
        let (_, mention) = self.mention_at(self.syntax.groups[subject].head as usize)?;
        let body = self.is_organization(mention.entity);
        let first = self.syntax.verbs.first().is_some_and(|v| (v.group as usize) < comma);
        (body && first).then_some(mention.entity)
    }

    /// "Under its deal with Best Iron, Acme Steel will sell": a phrase at the head of the sentence is of the subject behind
    /// the comma.
    pub(super) fn acts_behind(&self, token: usize) -> Option<EntityId> {
        let g = self.syntax.group_of(token);
        let first = self.syntax.group_of(self.syntax.sentence.start as usize);
        let opens = self.syntax.groups[first].kind == GroupKind::Preposition && g <= first + 2;
        let verb = self.syntax.verbs.first().filter(|v| opens && v.group as usize > g)?;
        let subject = verb.subject.filter(|s| *s as usize > g && *s < verb.group)? as usize;
        let comma = subject.checked_sub(1).filter(|&k| self.syntax.groups[k].kind == GroupKind::Comma)?;
        let plain = |k: &Group| matches!(k.kind, GroupKind::Noun | GroupKind::Preposition | GroupKind::Date);
        let (_, mention) = self.mention_at(self.syntax.groups[subject].head as usize)?;
        let body = !self.is_person(mention.entity);
        (body && self.syntax.groups[g..comma].iter().all(plain)).then_some(mention.entity)
    }

    /// "wants the bank to keep its deal": the state or organization that acts in the clause of "its", or says what is said of
    /// it; nobody if it is called without a name and not known; none where nothing acts.
    pub(super) fn acting_thing(&self, token: usize) -> Option<Option<EntityId>> {
        let g = self.syntax.group_of(token);
        let clause = self.syntax.groups[g].clause;
        // "The bank says its deal": the clause that "its" begins hangs on what the bank says.
        let above = || {
            let governor = self.syntax.clauses[clause as usize].governor?;
            Some(&self.syntax.verbs[governor as usize]).filter(|v| (v.group as usize) < g)
        };
        let verb = self.verb_beside(g).or_else(above)?;
        if let Some(teller) = self.granted_to(verb) {
            return Some(Some(teller));
        }
        // "the court overturned its merger": another's; "raised Acme's rating after its merger".
        if JUDGING.contains(&self.text.word(verb.main as usize)) {
            let judged = self.mentions.within(TokenRange::new(verb.main as usize + 1, token));
            let owns = |m: &&Mention| self.is_genitive(m.tokens.end as usize);
            let owner = self.mentions.mentions[judged].iter().find(owns).map(|m| m.entity);
            return owner.filter(|owner| self.is_organization(*owner)).map(Some);
        }
        let subject = verb.subject.map_or_else(|| self.short_before(verb), |s| Some(s as usize))?;
        let head = self.syntax.groups[subject].head as usize;
        if let Some((m, mention)) = self.mention_at(head) {
            let thing = !self.is_person(mention.entity);
            let before = mention.tokens.end as usize <= token;
            return self.acting(m, mention).filter(|_| thing && before).map(|a| Some(a.entity));
        }
        // "Corden dropped its deal": nobody known, or one named in full before.
        if head < token && self.is_bare_name(subject) {
            return Some(self.short_for(subject));
        }
        // "the bank renewed its deal", "it renewed its deal"
        let it = self.text.key(head) == const { Key::of_ascii("it") };
        let called = matches!(
            calling_of(self.text.key(head)),
            Some((Calling::Body | Calling::State | Calling::Organization, false))
        );
        if head >= token || !it && !called {
            return None;
        }
        Some(self.only(subject))
    }

    /// "Acme said the council approved its plan": the body that says what another granted or refused.
    fn granted_to(&self, verb: &Verb) -> Option<EntityId> {
        if !lexical::is_granting(self.text.key(verb.main as usize)) {
            return None;
        }
        let above = &self.syntax.verbs[verb.governor? as usize];
        let told = verb.link == Link::Complement && lexical::is_sayer(self.text.key(above.main as usize));
        let subject = above.subject.filter(|s| told && Some(*s) != verb.subject && *s < above.group)? as usize;
        let (m, mention) = self.mention_at(self.syntax.groups[subject].head as usize)?;
        let granter = self.only(verb.subject? as usize);
        let teller = self.acting(m, mention)?.entity;
        (self.is_organization(teller) && granter != Some(teller)).then_some(teller)
    }

    /// "The company said it signed": "it" is who says so, nobody if it is not known who that is; none where no state or
    /// organization says something right before it.
    pub(super) fn told_by(&self, token: usize) -> Option<Option<EntityId>> {
        let g = self.syntax.group_of(token);
        let verb = self.syntax.verbs.iter().rev().find(|v| (v.group as usize) < g)?;
        let subject = verb.subject.map_or_else(|| self.short_before(verb), |s| Some(s as usize));
        let subject = subject.filter(|&s| s < verb.group as usize)?;
        let head = self.syntax.groups[subject].head as usize;
        let telling = lexical::is_sayer(self.text.key(verb.main as usize));
        // "told the paper it", "said on Monday it", "said the pact between it"
        let near = g - verb.group as usize <= 3;
        // "said in a filing with the court that it": only where and how it was said stands between.
        let between = &self.syntax.groups[verb.group as usize + 1..g];
        let hangs = |k: &Group| match k.kind {
            GroupKind::Noun => k.preposition.is_some(),
            GroupKind::Preposition | GroupKind::Date => true,
            _ => self.text.word(k.tokens.start as usize) == "that",
        };
        // "hinted to Peru on Monday that it should sign"
        let tells = between.last().is_some_and(|k| self.text.word(k.tokens.start as usize) == "that");
        if !(telling || tells) || !near && !between.iter().all(hangs) {
            return None;
        }
        if let Some(hearer) = self.bidden(verb.group as usize, g) {
            return Some(Some(hearer));
        }
        if !telling {
            return None;
        }
        if self.is_cut(subject) {
            return Some(None);
        }
        if let Some((m, mention)) = self.mention_at(head) {
            return self.teller(m, mention);
        }
        let called = matches!(
            calling_of(self.text.key(head)),
            Some((Calling::Body | Calling::State | Calling::Organization | Calling::Side, false))
        ) && !self.ends_name(head);
        if !called {
            // "Falcon said it", where Falcon Inc was named before.
            let short = || self.text.tokens[head].has(flag::CAPITAL).then(|| self.short_for(subject)).flatten();
            let name = self.ends_name(head) || self.is_unknown_name(head) || self.is_short_adjective(subject);
            return if name { Some(self.short_for(subject)) } else { short().map(Some) };
        }
        Some(self.only(subject))
    }

    /// "The company said Best Iron will work with it": whoever without a name says what another does with "it", nobody if it is
    /// not known who that is; none where a thing that "it" may be stands between.
    pub(super) fn told_of(&self, token: usize) -> Option<Option<EntityId>> {
        let g = self.syntax.group_of(token);
        let (groups, verbs) = (&self.syntax.groups, &self.syntax.verbs);
        let mut verb = self.verb_beside(g).filter(|v| v.subject.is_some_and(|s| s as usize != g))?;
        let between = verb.group as usize + 1..g;
        if verb.link == Link::Infinitive {
            verb = &verbs[verb.governor? as usize];
        }
        let actor = verb.subject.filter(|s| *s < verb.group && verb.link == Link::Complement)?;
        let above = &verbs[verb.governor? as usize];
        let subject = above.subject.filter(|s| *s < above.group && !above.passive)? as usize;
        let head = groups[subject].head as usize;
        let called = matches!(calling_of(self.text.key(head)), Some((Calling::Body | Calling::Organization, false)));
        let told = lexical::is_sayer(self.text.key(above.main as usize)) && self.mention_at(head).is_none() && called;
        let other = self.is_named(groups[actor as usize].head as usize);
        let bare = groups[between]
            .iter()
            .all(|k| matches!(k.kind, GroupKind::Preposition | GroupKind::Date | GroupKind::Adverb));
        (told && other && bare).then(|| self.only(subject))
    }

    /// "The company looks to Peru, where it works": whoever without a name known is the subject of the verb before "it", where
    /// "it" begins a clause that hangs on that one; none where a name is.
    pub(super) fn acting_above(&self, token: usize) -> Option<Option<EntityId>> {
        let g = self.syntax.group_of(token);
        let own = self.syntax.verbs.iter().find(|v| v.subject == Some(g as u32))?;
        if !matches!(own.link, Link::Relative | Link::Adverbial | Link::Complement) {
            return None;
        }
        let above = self.syntax.verbs.iter().rev().find(|v| (v.group as usize) < g)?;
        let subject = above.subject.map_or_else(|| self.short_before(above), |s| Some(s as usize));
        let subject = subject.filter(|&s| s < above.group as usize)?;
        let head = self.syntax.groups[subject].head as usize;
        if self.is_bare_name(subject) {
            return Some(self.short_for(subject));
        }
        let called = matches!(
            calling_of(self.text.key(head)),
            Some((Calling::Body | Calling::State | Calling::Organization, false))
        );
        // "Acme's board will act if it fails": Acme.
        let owned = !self.syntax.groups[subject].owner.is_empty();
        if !called || owned || self.mention_at(head).is_some() {
            return None;
        }
        Some(self.only(subject))
    }

    /// "bought the mill and put money into it": what the first of two joined verbs acts upon, nobody where that is a thing or
    /// not known; none where "it" hangs on no second verb.
    pub(super) fn acted_upon(&self, token: usize) -> Option<Option<EntityId>> {
        let g = self.syntax.group_of(token);
        let (groups, verbs) = (&self.syntax.groups, &self.syntax.verbs);
        let verb = self.verb_beside(g).filter(|v| v.link == Link::Coordinated)?;
        let first = &verbs[verb.governor? as usize];
        let object = self.syntax.after(first.group as usize)?;
        let group = groups[object];
        let acts = verbs.iter().any(|v| v.subject == Some(g as u32));
        let right = group.kind == GroupKind::Noun && group.preposition.is_none() && object < verb.group as usize;
        if acts || !right || first.passive || verb.passive || first.subject != verb.subject {
            return None;
        }
        let head = group.head as usize;
        if let Some((m, mention)) = self.mention_at(head) {
            let thing = !self.is_person(mention.entity);
            return self.acting(m, mention).filter(|_| thing).map(|a| Some(a.entity));
        }
        match calling_of(self.text.key(head)) {
            Some((Calling::Body | Calling::State | Calling::Organization, false)) => Some(self.only(object)),
            None => (self.syntax.tag(head) == Tag::Noun).then_some(None),
            Some(_) => None,
        }
    }

    /// "told Peru that it should sign": who hears of it, where "it" of group `g` is to do something.
    fn bidden(&self, verb: usize, g: usize) -> Option<EntityId> {
        let acts = self.syntax.verbs.iter().find(|v| v.subject == Some(g as u32))?;
        if !matches!(self.text.word(acts.modal? as usize), "should" | "must" | "ought") {
            return None;
        }
        let next = self.syntax.groups.get(verb + 1)?;
        let to = next.kind == GroupKind::Preposition && self.text.word(next.tokens.start as usize) == "to";
        let hearer = verb + 1 + usize::from(to);
        let group = self.syntax.groups.get(hearer).filter(|k| hearer < g && k.kind == GroupKind::Noun)?;
        let (m, mention) = self.mention_at(group.head as usize)?;
        let thing = !self.is_person(mention.entity);
        self.acting(m, mention).filter(|_| thing).map(|a| a.entity)
    }

    /// Whom "it" means behind what a name says: a state or body itself, of a person the body the person speaks for; nobody
    /// where the person may be a firm that no list knows.
    fn teller(&self, m: u32, mention: &Mention) -> Option<Option<EntityId>> {
        let entity = self.mentions.entity(mention.entity);
        if entity.entity_type != EntityType::Person {
            return self.acting(m, mention).map(|a| Some(a.entity));
        }
        let body = self.discourse.represented(mention.entity).filter(|body| self.is_organization(*body));
        let known = entity.entry.is_some() || !mention.title.is_empty();
        if known { body.map(Some) } else { Some(body) }
    }

    /// "it", "its": the state or organization that acts in the same sentence, or began the last.
    pub(super) fn thing_before(&self, token: usize) -> Option<EntityId> {
        let thing = |m: &&Mention| {
            let entity = self.mentions.entity(m.entity);
            entity.entity_type == EntityType::Organization
                || entity.entity_type == EntityType::Place
                    && self.kind(m.entity).is_none_or(|k| is_state(k) || matches!(k, Kind::Capital | Kind::Seat))
        };
        let sentence = self.text.sentence_of(token);
        if self.subject_is_cut(token) {
            return None;
        }
        // "Its partner is Acme Steel, while it works", "It met Acme. It also met": what the first means.
        let it = self.text.key(token) == const { Key::of_ascii("it") };
        let goes_on = |s: usize| {
            let first = self.text.sentences[s].tokens.start as usize;
            it && matches!(self.text.word(first), "It" | "Its")
        };
        let row = (0..=sentence).rev().take(LONGEST_ROW).take_while(|s| goes_on(*s)).count();
        let nearest = sentence.saturating_sub(row);
        for s in (nearest.saturating_sub(usize::from(row == 0))..=nearest).rev() {
            let tokens = self.text.sentences[s].tokens;
            let before = || {
                let named = self.mentions.within(tokens).map(|m| (m, &self.mentions.mentions[m]));
                named.filter(|(_, m)| (m.tokens.end as usize) <= token && thing(m) && !self.tells_place(m))
            };
            // "Peru's Acme Steel said its plant", "the Peruvian firm Acme Steel": what only describes comes last.
            let owns = |m: &Mention| self.is_genitive(m.tokens.end as usize);
            let found = before().find(|(_, m)| !self.describes(m)).or_else(|| before().find(|(_, m)| owns(m)));
            // "The Norwegian miners said it": whoever that is.
            if found.is_none() && before().next().is_some() {
                return None;
            }
            if let Some((m, mention)) = found {
                return self.acting(m as u32, mention).map(|a| a.entity);
            }
        }
        None
    }

    /// "Zorvane Mutual has tried to enter Peru, where it": the main clause is about a name that no list knows.
    fn subject_is_cut(&self, token: usize) -> bool {
        let main = self.syntax.verbs.iter().find(|v| v.link == Link::Main && (v.main as usize) < token);
        let subject = main.and_then(|v| v.subject.map_or_else(|| self.short_before(v), |s| Some(s as usize)));
        subject.is_some_and(|s| {
            let head = self.syntax.groups[s].head as usize;
            self.is_cut(s) || self.is_unknown_name(head) || self.is_short_adjective(s)
        })
    }

    /// "in Peru", "between Lima and Rome": a place that does nothing.
    fn tells_place(&self, mention: &Mention) -> bool {
        let capital = || self.kind(mention.entity) == Some(Kind::Capital);
        let local = |word: &str| PLACING.contains(&word) || word == "between" && capital();
        let place = self.is_place(mention.entity);
        let start = mention.tokens.start as usize;
        if !self.syntax.sentence.contains(start) {
            // Of another sentence the words alone are known: "in Peru and Chile".
            let listed = |i: &usize| {
                self.text.tokens[*i].is_capitalised()
                    || matches!(self.text.word(*i), "," | "and" | "or" | "the" | "both")
            };
            let first = self.text.sentences[self.text.sentence_of(start)].tokens.start as usize;
            let mut before = (first.max(start.saturating_sub(LONGEST_LIST))..start).rev();
            return place && before.find(|i| !listed(i)).is_some_and(|i| local(self.text.word(i)));
        }
        let group = self.syntax.groups[self.syntax.group_of(mention.tokens.end as usize - 1)];
        place
            && group
                .preposition
                .is_some_and(|p| local(self.text.word(self.syntax.groups[p as usize].tokens.start as usize)))
    }

    /// Whether a name stands in front of the noun that is meant: "Peruvian", "Peru's", "Lima-based", "its SEC filing".
    fn describes(&self, mention: &Mention) -> bool {
        let (first, end) = (mention.tokens.start as usize, mention.tokens.end as usize);
        let behind = self.text.tokens.get(end);
        // "Peru - a member of the bloc -" is no "Peru-based".
        // "Corden-X" is a name.
        let based = self.text.tokens.get(end + 1).is_some_and(|t| t.has(flag::LOWER));
        let joined = based && behind.is_some_and(|t| !t.has(flag::SPACE_BEFORE)) && self.text.word(end) == "-";
        let owned =
            first.checked_sub(1).is_some_and(|i| matches!(self.text.word(i), "its" | "their" | "his" | "a" | "an"));
        let noun = owned && behind.is_some_and(|t| t.has(flag::LOWER));
        mention.form == Form::Demonym || self.is_genitive(end) || joined || noun
    }
}
