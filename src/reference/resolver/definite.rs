//! Descriptions with "the", "this", "both": "the two leaders", "the country".

use crate::clause::{GroupKind, Verb, VerbForm, lexical};
use crate::gazetteer::Kind;
use crate::mention::{EntityId, Form, Mention};
use crate::text::{Key, TokenRange, flag};

use super::super::Actor;
use super::super::lands::lies_so;
use super::super::vocabulary::Calling;
use super::office::PASSING;
use super::{OTHERS, Resolver, sole};

/// "the province" was named at most so many names before.
const FARTHEST_REGION: usize = 400;

/// "the state" is not one of a federation that was named so many sentences before.
const NEAREST_STATE: usize = 3;

/// Bodies sent abroad, or any of many, that are those of the text's own country no sooner than another's.
const SENT: [&str; 14] = [
    "arm",
    "branch",
    "chapter",
    "corps",
    "crew",
    "delegation",
    "embassy",
    "management",
    "mission",
    "pilot",
    "side",
    "soldier",
    "team",
    "wing",
];

/// Bodies that are those of the text's own country wherever they stand alone.
const HOME: [&str; 3] = ["government", "parliament", "cabinet"];

/// Rulers, written with a capital where there is no doubt whose.
const RULERS: [&str; 7] = ["Sultan", "King", "Emir", "Amir", "President", "Premier", "Queen"];

impl Resolver<'_> {
    /// "the two leaders", "both sides", "the president", "the country": whom the document leaves no doubt about.
    pub(super) fn definite(&self, tokens: TokenRange, head: usize, calling: Calling, plural: bool) -> Vec<Actor> {
        let before = || tokens.range().take_while(|&i| i < head);
        let count = before().find_map(|i| counted(self.text.word(i)));
        let key = self.text.key(head);
        // "the warring sides": not those who talk; "the same unnamed buyer": nobody.
        let kept_out =
            ["warring", "rival", "opposing", "conflicting", "feuding", "unnamed", "unidentified", "undisclosed"];
        // "chose Acme as the supplier": what one is to be.
        let before_it = (tokens.start as usize).checked_sub(1).filter(|&i| self.syntax.sentence.contains(i));
        if before().any(|i| kept_out.contains(&self.text.word(i)))
            || before_it.is_some_and(|i| self.text.word(i) == "as")
        {
            return Vec::new();
        }
        // "the rebels": of whom the text may tell of several kinds.
        if const { Key::each(["rebels", "guerrillas", "militants", "insurgents"]) }.contains(&key) {
            return Vec::new();
        }
        // "both sides" are whoever they are; "the pair" are two.
        let side = key == const { Key::of_ascii("sides") };
        let pair = const { Key::each(["pair", "duo"]) }.contains(&key);
        let calling = if side { Calling::Side } else { calling };
        let (plural, count) = (plural || pair, count.or(pair.then_some(2)));
        // "would partner with government"
        let bare = tokens.len() == 1 && key == const { Key::of_ascii("government") };
        // "our two countries"; "two activists" were not told of before.
        let these = const { Key::each(["these", "those", "both", "all", "our", "their", "its"]) };
        let told = pair || side || calling == Calling::State && count.is_some_and(|n| n > 2);
        let counted = count.is_some() && (told || before().any(|i| these.contains(&self.text.key(i))));
        let definite = bare
            || counted
            || before().any(|i| const { Key::each(["the", "this", "that", "said"]) }.contains(&self.text.key(i)));
        let found = match (plural, definite) {
            // "Officials held talks with": those of the country the text is about.
            (true, _) if tokens.len() == 1 && self.are_officials(head) => {
                self.discourse.home().or_else(|| self.lone_state(head)).into_iter().collect()
            }
            (true, true) => self.those_called(tokens, head, calling, count, pair),
            (false, true) => self.the_one(tokens, head, calling).into_iter().collect(),
            (_, false) => Vec::new(),
        };
        found.into_iter().map(|entity| Actor::nominal(entity, tokens)).collect()
    }

    /// "the pair", "the two presidents", "the companies": those whom a plural means.
    fn those_called(
        &self,
        tokens: TokenRange,
        head: usize,
        calling: Calling,
        count: Option<usize>,
        pair: bool,
    ) -> Vec<EntityId> {
        let first = tokens.start as usize;
        // Two persons sooner than two sides or two states.
        if pair || calling == Calling::Office && count == Some(2) {
            let persons = self.several(first, Calling::Human, count);
            if persons.len() == 2 {
                return persons;
            }
        }
        if pair && let Some(persons) = self.last_two(first) {
            return persons;
        }
        // "the countries which will send troops": those that do, whoever was told of before.
        // "the two nations that border on the lake": told apart by how many.
        if count.is_none() && self.are_told_apart(head) {
            return Vec::new();
        }
        self.several(first, calling, count)
    }

    /// "the president", "the firm", "the country": the one whom a noun with "the" or "this" means.
    fn the_one(&self, tokens: TokenRange, head: usize, calling: Calling) -> Option<EntityId> {
        let word = self.text.word(head);
        let this = self.text.key(tokens.start as usize) == const { Key::of_ascii("this") };
        match calling {
            Calling::Office | Calling::Human | Calling::Staff => {
                // "the Sultan", "the President": of the country the text is written from, where nobody is named.
                let rules = RULERS.contains(&word) && !self.text.tokens[head].has(flag::SENTENCE_START);
                let state = || self.discourse.home().filter(|_| rules);
                self.titled_before(head).or_else(|| self.named_so_before(head)).or_else(state)
            }
            // "the former Acme subsidiary": not Acme.
            Calling::Organization if self.names_other(tokens, head) => None,
            // "this paper asked Lee": the one that prints it.
            Calling::Organization
                if this
                    && const { Key::each(["paper", "newspaper", "magazine", "website"]) }
                        .contains(&self.text.key(head)) =>
            {
                None
            }
            // "“This mine has been closed,” Lee said": of the speaker where it says no more.
            Calling::Organization if this && self.text.tokens[head].has(flag::QUOTED) => {
                let speaker = self.speaker(head).filter(|_| tokens.len() == 2)?;
                self.discourse.represented(speaker).filter(|b| self.is_organization(*b))
            }
            Calling::Organization => self.body_before(head),
            Calling::Region => self.region_before(head),
            // "the state" may be one of a federation, named before.
            Calling::State if word == "state" && self.is_of_federation(head) => sole(self.parts_near(head)),
            Calling::State => {
                let home = || self.discourse.home().filter(|home| self.may_be_called(*home, tokens));
                let near = || self.lone_state(head).filter(|state| self.may_be_called(*state, tokens));
                self.state_called(tokens, head).or_else(home).or_else(near)
            }
            Calling::Body => {
                let before = || self.named_so_before(head).filter(|_| !HOME.contains(&word));
                let home = || self.discourse.home().or_else(|| self.lone_state(head));
                self.delegate_before(head)
                    .or_else(|| self.body_before(head))
                    .or_else(before)
                    .or_else(|| home().filter(|_| !SENT.contains(&word)))
            }
            Calling::Side => None,
        }
    }

    /// "the countries which will send troops": whether a relative clause right behind a noun says which ones are meant.
    fn are_told_apart(&self, head: usize) -> bool {
        let next = self.syntax.groups.get(self.syntax.group_of(head) + 1);
        next.is_some_and(|k| {
            k.kind == GroupKind::Relative
                && matches!(self.text.word(k.tokens.start as usize), "that" | "which" | "who" | "whose")
        })
    }

    /// Whether a bare plural calls officials who act, and nothing behind says whose they are: not "officials at the plant".
    fn are_officials(&self, head: usize) -> bool {
        let called = const { Key::each(["officials", "authorities"]) }.contains(&self.text.key(head));
        let g = self.syntax.group_of(head);
        let says = |v: &Verb| lexical::is_sayer(self.text.key(v.main as usize));
        // "authorities investigating the case": whoever does.
        let acts = |v: &Verb| v.subject == Some(g as u32) && !v.passive && !says(v) && v.form == VerbForm::Finite;
        let acts = self.syntax.verbs.iter().any(acts);
        called && acts && self.syntax.groups.get(g + 1).is_some_and(|k| k.kind == GroupKind::Verb)
    }

    /// "Peru's former ambassador": who speaks for nobody any more.
    pub(super) fn is_past(&self, tokens: TokenRange, head: usize) -> bool {
        tokens.range().take_while(|&i| i < head).any(|i| matches!(self.text.word(i), "former" | "ex" | "onetime"))
    }

    /// Whether a description tells of a body by the name of another.
    fn names_other(&self, tokens: TokenRange, head: usize) -> bool {
        OTHERS.contains(&self.text.word(head))
            && self.mentions_in(tokens).any(|(_, m)| self.is_organization(m.entity) && m.tokens.end as usize <= head)
    }

    /// Whether the words of a description let it mean this state: a West African country is none of Asia.
    fn may_be_called(&self, state: EntityId, tokens: TokenRange) -> bool {
        let entry = self.mentions.entity(state).entry;
        // "the territory", "the British colony": no state of its own.
        let dependent = const { Key::each(["territory", "colony", "enclave"]) };
        if tokens.range().any(|i| dependent.contains(&self.text.key(i))) && self.kind(state) != Some(Kind::Territory) {
            return false;
        }
        entry.is_none_or(|e| lies_so(self.gazetteer.id(e), tokens.range().map(|i| self.text.word(i))))
    }

    /// Whether a state or province of a federation was named shortly before.
    fn is_of_federation(&self, head: usize) -> bool {
        self.parts_near(head).next().is_some()
    }

    /// The states and provinces of a federation that were named shortly before.
    fn parts_near(&self, head: usize) -> impl Iterator<Item = EntityId> {
        let first = self.text.sentences[self.text.sentence_of(head).saturating_sub(NEAREST_STATE)].tokens.start;
        let near = self.mentions.within(TokenRange::new(first as usize, head));
        let named = self.mentions.mentions[near].iter().map(|m| m.entity);
        named.filter(|e| self.kind(*e) == Some(Kind::Admin1))
    }

    /// "the island nation", "the East Asian country": words that tell it from the text's own; the state named last before it
    /// that does not act in its clause.
    fn state_called(&self, tokens: TokenRange, head: usize) -> Option<EntityId> {
        let island = self.text.word(head) == "island";
        // "that country": not the one the text is written from.
        let points = self.text.key(tokens.start as usize) == const { Key::of_ascii("that") };
        let told = island
            || points
            || tokens.range().any(|i| {
                i < head
                    && (self.syntax.tag(i).is_adjective() || self.syntax.tag(i).is_noun())
                    && !PASSING.contains(&self.text.word(i))
            });
        if !told {
            return None;
        }
        let g = self.syntax.group_of(head);
        let verb = self.verb_beside(g);
        let subject =
            verb.and_then(|v| v.subject).and_then(|s| self.mention_at(self.syntax.groups[s as usize].head as usize));
        let own =
            subject.and_then(|(m, mention)| self.acting(m, mention)).and_then(|a| self.discourse.country(a.entity));
        let end = self.named_before(tokens.start as usize);
        let sentence = self.text.sentence_of(head).saturating_sub(2);
        let near = self.mentions.mentions[..end].iter().enumerate().rev();
        near.take_while(|(_, m)| self.text.sentence_of(m.tokens.start as usize) >= sentence)
            .filter_map(|(i, m)| self.acting(i as u32, m))
            .map(|a| a.entity)
            .find(|e| self.discourse.country(*e) == Some(*e) && Some(*e) != own && self.may_be_called(*e, tokens))
    }

    /// "Peru is rich in tin. The government": where the text is written from nowhere, the state that the sentence before
    /// begins with, else the only one that the text names.
    fn lone_state(&self, head: usize) -> Option<EntityId> {
        let opening = || {
            let before = self.text.sentence_of(head).checked_sub(1)?;
            let tokens = self.text.sentences[before].tokens;
            let first = self.mentions.within(tokens).next()?;
            let mention = &self.mentions.mentions[first];
            let state = self.acting(first as u32, mention).map(|a| a.entity)?;
            let begins = mention.tokens.start <= tokens.start + 1;
            (begins && self.discourse.country(state) == Some(state)).then_some(state)
        };
        self.discourse.sole_state().or_else(opening).filter(|state| self.acts_beside(head) != Some(*state))
    }

    /// "the province", "the city": the place last named so, "Tay Ninh province", "Nakuru County".
    fn region_before(&self, head: usize) -> Option<EntityId> {
        let key = self.text.key(head);
        let end = self.named_before(head);
        let called = |m: &&Mention| {
            let (first, last) = (m.tokens.start as usize, m.tokens.end as usize);
            self.is_place(m.entity)
                && (m.tokens.range().any(|i| self.text.key(i) == key)
                    || last < head && self.text.key(last) == key
                    || first > 1 && self.text.word(first - 1) == "of" && self.text.key(first - 2) == key)
        };
        let near = &self.mentions.mentions[end.saturating_sub(FARTHEST_REGION)..end];
        near.iter().rev().find(called).map(|m| m.entity).or_else(|| self.region_of_kind(head))
    }

    /// "Ann Lee governs Cusco. The city": the only place of the kind that the noun calls in this sentence before it or in the
    /// one before.
    fn region_of_kind(&self, head: usize) -> Option<EntityId> {
        let kinds: &[Kind] = match self.text.word(head) {
            "city" | "town" => &[Kind::City, Kind::Capital],
            "province" | "region" => &[Kind::Admin1],
            "county" | "district" => &[Kind::Admin2],
            _ => return None,
        };
        let sentence = self.text.sentence_of(head);
        let first = self.text.sentences[sentence.saturating_sub(1)].tokens.start as usize;
        let near = self.mentions.within(TokenRange::new(first, head));
        let named = self.mentions.mentions[near].iter().filter(|m| m.form != Form::Demonym).map(|m| m.entity);
        sole(named.filter(|e| self.kind(*e).is_some_and(|k| kinds.contains(&k))))
    }
}

/// How many a word says there are.
fn counted(word: &str) -> Option<usize> {
    let words = ["both", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let at = words.iter().position(|w| w.eq_ignore_ascii_case(word))?;
    Some(at.max(1) + 1)
}
