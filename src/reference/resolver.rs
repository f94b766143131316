//! From a noun group to the actors it means.

mod acting;
mod body;
mod complement;
mod definite;
mod delegation;
mod described;
mod expletive;
mod office;
mod owner;
mod part;
mod plural;
mod pronoun;
mod public;
mod row;
mod speaker;
mod stranger;
mod they;
mod thing;

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::clause::{GroupKind, Syntax, Verb};
use crate::gazetteer::{Gazetteer, Kind};
use crate::mention::{EntityId, Form, Mention, Mentions};
use crate::text::{Key, Tag, Text, Token, TokenKind, TokenRange, flag, inflect};

use super::discourse::is_state;
use super::vocabulary::{Calling, calling_of};
use super::{Actor, Discourse, Via};

/// Most words between the comma behind a name and the noun that says who it is.
const LONGEST_APPOSITION: usize = 6;

/// Nouns that call another body than the one whose name stands before them: "the former Acme subsidiary".
const OTHERS: [&str; 6] = ["subsidiary", "affiliate", "rival", "partner", "supplier", "distributor"];

/// First halves of double adjectives and the states they mean.
const PREFIXES: [(&str, &str); 7] = [
    ("Anglo", "iso:GBR"),
    ("Franco", "iso:FRA"),
    ("Greco", "iso:GRC"),
    ("Indo", "iso:IND"),
    ("Italo", "iso:ITA"),
    ("Russo", "iso:RUS"),
    ("Sino", "iso:CHN"),
];

/// Nouns that take their actors from what stands behind "of".
static PARTS: LazyLock<FxHashSet<Key>> = LazyLock::new(|| {
    inflect::noun_keys(
        "group number dozen hundred thousand pair couple handful majority series team delegation crowd band part most many \
         several some rest kind sort type",
    )
});

/// The actors of a noun group and the group after the last one read for them ("the presidents of A and B").
#[derive(Clone, Debug, Default)]
pub struct Resolved {
    /// Different actors, in the order of the text; empty when the group means nobody known.
    pub actors: Vec<Actor>,
    /// One past the last group read.
    pub end: usize,
    /// The group holds a name of its own: not a mere description.
    pub named: bool,
}

/// Reads the noun groups of one sentence as actors.
#[derive(Clone, Copy)]
pub struct Resolver<'a> {
    /// The text.
    pub text: Text<'a>,
    /// The structure of the sentence.
    pub syntax: &'a Syntax,
    /// What the text names.
    pub mentions: &'a Mentions,
    /// What is known.
    pub gazetteer: &'a Gazetteer,
    /// What was said before.
    pub discourse: &'a Discourse,
}

impl<'a> Resolver<'a> {
    /// The actors that group `g` means.
    pub fn group(&self, g: usize) -> Resolved {
        let group = self.syntax.groups[g];
        let mut resolved = Resolved { actors: Vec::new(), end: g + 1, named: false };
        if group.kind != GroupKind::Noun {
            return resolved;
        }
        // "worked with Ann Lee's The Green Door": what is owned has a name that nobody bears.
        let end = group.tokens.end as usize;
        let titled = |t: &Token| t.is_capitalised() || t.kind == TokenKind::Quote;
        if self.syntax.tag(end - 1) == Tag::Possessive && self.text.tokens.get(end).is_some_and(titled) {
            return resolved;
        }
        let head = group.head as usize;
        if let Some((m, mention)) = self.mention_at(head) {
            resolved.named = true;
            resolved.actors = self.named_in_group(g, m, mention);
            return resolved;
        }
        if let Some(whole) = self.whole_of(g) {
            return whole;
        }
        if let Some((m, mention)) = self.called_body(g) {
            resolved.named = true;
            self.add(&mut resolved.actors, self.acting(m, mention));
            return resolved;
        }
        // "Peru's and Chile's ministers": those of both.
        if self.syntax.tag(group.tokens.end as usize - 1) == Tag::Possessive {
            resolved.actors = self.owner(g, group.tokens.end as usize);
            return resolved;
        }
        let tag = self.syntax.tag(head);
        if tag == Tag::Pronoun {
            resolved.actors = self.pronoun(head);
            return resolved;
        }
        let Some((calling, plural)) = calling_of(self.text.key(head)) else {
            // "Jordan's efforts to support Lebanon": who owns the efforts supports.
            if self.is_effort(g) {
                resolved.actors = self.owner(g, head);
            }
            if resolved.actors.is_empty() {
                self.quantified(g, &mut resolved);
            }
            return resolved;
        };
        self.described(g, calling, plural)
    }

    /// "US-China", "the Peruvian Ann Lee": the actors of a group that ends in a name.
    fn named_in_group(&self, g: usize, m: u32, mention: &Mention) -> Vec<Actor> {
        let group = self.syntax.groups[g];
        if self.are_descendants(m, mention) {
            return Vec::new();
        }
        if let Some(both) = self.koreas(group.head as usize, group.tokens) {
            return both;
        }
        let first = mention.tokens.start;
        let before = || self.mentions_in(group.tokens).filter(move |(_, o)| o.tokens.start < first);
        // "a Cuban-American": one person, whatever the forebears were.
        if mention.form == Form::Demonym && before().any(|(_, o)| o.form == Form::Demonym && self.joined(o, mention)) {
            return Vec::new();
        }
        // "US-China": names joined by a hyphen are all meant.
        let mut actors = Vec::new();
        for (k, other) in before().filter(|(_, o)| self.joined(o, mention)) {
            self.add(&mut actors, self.acting(k, other));
        }
        if !self.is_whereabouts(g, mention) {
            self.add(&mut actors, self.acting(m, mention));
        }
        actors
    }

    /// "a group of Moroccan diplomats", "dozens of officials from Peru": those behind "of", where the noun only says how many or
    /// what sort.
    fn whole_of(&self, g: usize) -> Option<Resolved> {
        let head = self.syntax.groups[g].head as usize;
        let of = self.syntax.groups.get(g + 1).filter(|p| p.kind == GroupKind::Preposition)?;
        if !self.is_part(head) || self.text.word(of.tokens.start as usize) != "of" || g + 2 >= self.syntax.groups.len()
        {
            return None;
        }
        let whole = self.group(g + 2);
        // "some of the women": not the two told of before.
        let few = const { Key::each(["few", "many", "most", "one", "part", "several", "some"]) };
        if few.contains(&self.text.key(head)) && whole.actors.iter().all(|a| a.via == Some(Via::Nominal)) {
            return Some(Resolved { actors: Vec::new(), end: g + 1, named: false });
        }
        (!whole.actors.is_empty()).then_some(whole)
    }

    /// "the Peace movement", "Ann Lee's Stone faction": the body whose name stands before what it is called.
    fn called_body(&self, g: usize) -> Option<(u32, &'a Mention)> {
        let group = self.syntax.groups[g];
        let (first, head) = (group.tokens.start as usize, group.head as usize);
        let called = matches!(calling_of(self.text.key(head)), Some((Calling::Organization | Calling::Side, false)));
        // "Bo, an Acme subsidiary,", but "its Acme subsidiary"
        let part = matches!(self.text.word(head), "subsidiary" | "affiliate") && !group.owner.is_empty();
        let other = OTHERS.contains(&self.text.word(head)) && !part
            || matches!(self.text.word(first), "a" | "an" | "A" | "An" | "another");
        let (m, mention) = self.mention_at(head.checked_sub(1).filter(|_| called && !other && head > first)?)?;
        let body = self.is_organization(mention.entity);
        (body && mention.form != Form::Demonym).then_some((m, mention))
    }

    /// "Turkish Americans": people by where their families came from, who act for no state.
    fn are_descendants(&self, m: u32, people: &Mention) -> bool {
        let from = m.checked_sub(1).map(|k| &self.mentions.mentions[k as usize]);
        let beside = from.is_some_and(|from| {
            let between = from.tokens.end as usize..people.tokens.start as usize;
            from.form == Form::Demonym
                && (between.is_empty() || between.len() == 1 && self.text.word(between.start) == "-")
        });
        beside && people.form == Form::Demonym && self.text.word(people.tokens.end as usize - 1).ends_with("ns")
    }

    /// "the two Koreas", "inter-Korean": both states of the peninsula, where the text knows both.
    fn koreas(&self, token: usize, group: TokenRange) -> Option<Vec<Actor>> {
        let word = self.text.word(token);
        let inter = matches!(word, "Korean")
            && token >= group.start as usize + 2
            && self.text.word(token - 1) == "-"
            && matches!(self.text.word(token - 2), "inter" | "Inter");
        if word != "Koreas" && !inter {
            return None;
        }
        let state = |id: &str| {
            let entry = self.gazetteer.find(id)?;
            let known = self.mentions.entities.iter().position(|e| e.entry == Some(entry))?;
            Some(Actor::nominal(EntityId(known as u32), TokenRange::new(token, token + 1)))
        };
        Some(vec![state("iso:KOR")?, state("iso:PRK")?])
    }

    /// "Sino-British": the state that the first half of a double adjective means, where the text knows it.
    fn prefixed(&self, token: usize) -> Option<Actor> {
        let word = self.text.word(token);
        let id = PREFIXES.iter().find(|(prefix, _)| *prefix == word).map(|(_, id)| *id)?;
        self.mention_at(token + 2).filter(|_| self.text.word(token + 1) == "-")?;
        let entry = self.gazetteer.find(id)?;
        let known = self.mentions.entities.iter().position(|e| e.entry == Some(entry))?;
        Some(Actor::nominal(EntityId(known as u32), TokenRange::new(token, token + 1)))
    }

    /// Whether a noun group is a thing that an infinitive spells out: "Jordan's efforts to support Lebanon".
    pub fn is_effort(&self, g: usize) -> bool {
        let group = self.syntax.groups[g];
        let head = group.head as usize;
        // "chose Peru's Acme to supply it": a name that no list knows.
        let name = !group.owner.is_empty() && self.text.tokens[head].has(flag::CAPITAL);
        let thing = !name && self.mention_at(head).is_none() && calling_of(self.text.key(head)).is_none();
        thing && self.syntax.verbs.iter().any(|v| v.noun == Some(g as u32))
    }

    /// Whether a noun only says how many or what sort: "a group of", "dozens of".
    fn is_part(&self, head: usize) -> bool {
        PARTS.contains(&self.text.key(head)) || self.syntax.tag(head) == Tag::Number
    }

    /// Whether a name behind "in", "from", "at" only tells where: a town, a region.
    fn is_whereabouts(&self, g: usize, mention: &Mention) -> bool {
        let Some(preposition) = self.syntax.groups[g].preposition else { return false };
        let word = self.text.word(self.syntax.groups[preposition as usize].tokens.start as usize);
        let kind = self.kind(mention.entity);
        let local = self.is_place(mention.entity) && kind.is_some_and(|k| !is_state(k));
        local
            && ["in", "from", "at", "near", "through", "across", "around", "outside", "inside", "into"].contains(&word)
    }

    /// The place a noun group names as the aim of a way.
    pub fn destination(&self, g: usize) -> Option<Actor> {
        let (m, mention) = self.mention_at(self.syntax.groups[g].head as usize)?;
        self.acting(m, mention)
    }

    /// Puts an actor behind those there are, once.
    fn add(&self, actors: &mut Vec<Actor>, actor: Option<Actor>) {
        if let Some(actor) = actor
            && actors.iter().all(|a| a.entity != actor.entity)
        {
            actors.push(actor);
        }
    }

    /// "Bath, Maine": a town and behind a comma the state or province it lies in.
    fn holds_town(&self, town: &Mention, holder: &Mention) -> bool {
        let comma = holder.tokens.start == town.tokens.end + 1 && self.text.word(town.tokens.end as usize) == ",";
        let place = |m: &Mention| self.is_place(m.entity);
        let held = self.kind(town.entity).is_none_or(|k| matches!(k, Kind::City | Kind::Capital | Kind::Admin2));
        let holds = self.kind(holder.entity).is_some_and(|k| is_state(k) || matches!(k, Kind::Admin1));
        comma
            && place(town)
            && held
            && holds
            && self.discourse.country(town.entity).is_none_or(|c| Some(c) == self.discourse.country(holder.entity))
    }

    /// Whether group `g` only says where the town before its comma lies: "in Bath, Maine, on Monday".
    pub fn tells_where(&self, g: usize) -> bool {
        let Some((m, holder)) = self.mention_at(self.syntax.groups[g].head as usize) else { return false };
        m.checked_sub(1).is_some_and(|town| self.holds_town(&self.mentions.mentions[town as usize], holder))
    }

    /// Whether a token belongs to a name.
    pub fn is_named(&self, token: usize) -> bool {
        self.mention_at(token).is_some()
    }

    /// "Peru's": whether a token is the mark of an owner.
    fn is_genitive(&self, token: usize) -> bool {
        matches!(self.text.word(token), "'s" | "’s")
    }

    /// Whether a token belongs to a person's title: "Lima defender Bo Ek".
    pub fn is_title(&self, token: usize) -> bool {
        let at = self.mentions.mentions.partition_point(|m| m.tokens.end as usize <= token);
        self.mentions.mentions.get(at).is_some_and(|m| m.title.contains(token))
    }

    /// The mention that holds a token.
    pub fn mention_at(&self, token: usize) -> Option<(u32, &'a Mention)> {
        let at = self.mentions.mentions.partition_point(|m| m.tokens.end as usize <= token);
        let mention = self.mentions.mentions.get(at).filter(|m| m.tokens.contains(token))?;
        Some((at as u32, mention))
    }

    /// The one actor that a group means; nobody where it means several.
    fn only(&self, g: usize) -> Option<EntityId> {
        match self.group(g).actors[..] {
            [one] => Some(one.entity),
            _ => None,
        }
    }

    /// The last verb before group `g` in its own clause.
    fn verb_beside(&self, g: usize) -> Option<&'a Verb> {
        let clause = |g: usize| self.syntax.groups[g].clause;
        self.syntax.verbs.iter().rfind(|v| (v.group as usize) < g && clause(v.group as usize) == clause(g))
    }

    /// How many names stand before a token.
    fn named_before(&self, token: usize) -> usize {
        self.mentions.mentions.partition_point(|m| (m.tokens.start as usize) < token)
    }

    /// The names that begin within some tokens.
    fn mentions_in(&self, tokens: TokenRange) -> impl Iterator<Item = (u32, &'a Mention)> {
        let mentions = self.mentions;
        mentions.within(tokens).map(move |m| (m as u32, &mentions.mentions[m]))
    }

    /// "US-China", "Chinese Peruvian": whether a hyphen or nothing stands between two names.
    fn joined(&self, first: &Mention, second: &Mention) -> bool {
        let between = first.tokens.end as usize..second.tokens.start as usize;
        between.len() == 1 && matches!(self.text.word(between.start), "-" | "–" | "/" | "‐")
            || between.is_empty() && first.form == Form::Demonym && second.form == Form::Demonym
    }
}

/// The entity that all of these are; none where there are none or several.
fn sole(mut entities: impl Iterator<Item = EntityId>) -> Option<EntityId> {
    let first = entities.next()?;
    entities.all(|other| other == first).then_some(first)
}
