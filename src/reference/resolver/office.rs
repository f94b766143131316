//! Who holds an office: "the Irish prime minister", "ambassador to Peru Ann Lee", "the leaders of Peru and Chile".

use crate::clause::{GroupKind, VerbForm, lexical};
use crate::mention::{EntityId, Mention};
use crate::text::Key;

use super::super::vocabulary::{Calling, calling_of};
use super::super::{Actor, title};
use super::{LONGEST_APPOSITION, Resolver, sole};

impl<'a> Resolver<'a> {
    /// "a delegation headed by the minister Bo Ek": the person, and the group after the name.
    pub(super) fn led_by(&self, g: usize) -> Option<(Actor, usize)> {
        // "the Peruvian government led by Lee": of the state.
        let rules = const { Key::each(["administration", "cabinet", "government"]) };
        if rules.contains(&self.text.key(self.syntax.groups[g].head as usize)) {
            return None;
        }
        let leads = |verb: Key| const { Key::each(["headed", "led"]) }.contains(&verb);
        let verb = self.syntax.verbs.iter().find(|v| {
            // "a delegation from Peru led by Lee": what hangs on the delegation may stand between.
            let of_it = |s: usize| {
                s >= g
                    && (g + 1..=s).all(|k| {
                        matches!(
                            self.syntax.groups[k].kind,
                            GroupKind::Preposition | GroupKind::Noun | GroupKind::Comma
                        )
                    })
            };
            v.subject.is_some_and(|s| of_it(s as usize)) && v.passive && leads(self.text.key(v.main as usize))
        })?;
        let by = verb.group as usize + 1;
        let groups = &self.syntax.groups;
        let preposition = groups.get(by).filter(|p| p.kind == GroupKind::Preposition)?;
        if self.text.word(preposition.tokens.start as usize) != "by" {
            return None;
        }
        let noun = groups.get(by + 1).filter(|n| n.kind == GroupKind::Noun)?;
        if let Some((m, mention)) = self.mention_at(noun.head as usize) {
            return self.acting(m, mention).map(|a| (a, by + 2));
        }
        self.holder_behind(by + 1)
    }

    /// "a delegation that includes A and B": the members named behind the verb of its relative clause.
    pub(super) fn included(&self, g: usize) -> Option<Vec<Actor>> {
        let includes = |v: &&crate::clause::Verb| {
            let key = self.text.key(v.main as usize);
            let consisting = key == const { Key::of_ascii("consisting") } || key == const { Key::of_ascii("composed") };
            v.subject == Some(g as u32) && (lexical::is_containing(key) || consisting)
        };
        let verb = self.syntax.verbs.iter().find(includes)?;
        let mut actors = Vec::new();
        for group in &self.syntax.groups[verb.group as usize + 1..] {
            match group.kind {
                GroupKind::Noun => {
                    let Some((m, mention)) = self.mention_at(group.head as usize) else { continue };
                    self.add(&mut actors, self.acting(m, mention));
                }
                GroupKind::Comma | GroupKind::Coordinator => {}
                GroupKind::Preposition if actors.is_empty() && self.text.word(group.tokens.start as usize) == "of" => {}
                _ => break,
            }
        }
        (!actors.is_empty()).then_some(actors)
    }

    /// The person named right behind an office and what it is of: "ambassador to Peru Ann Lee", "Minister of Health and
    /// Sport Bo Ek"; and the group after the name.
    pub(super) fn holder_behind(&self, g: usize) -> Option<(Actor, usize)> {
        let groups = &self.syntax.groups;
        let mut k = g + 1;
        let preposition = groups.get(k).filter(|p| p.kind == GroupKind::Preposition)?;
        if !["of", "to", "for"].contains(&self.text.word(preposition.tokens.start as usize)) {
            return None;
        }
        k += 1;
        while let Some(group) = groups.get(k) {
            let joins = match group.kind {
                GroupKind::Noun => {
                    let name = self.mention_at(group.head as usize);
                    let person = name.filter(|(_, m)| self.is_person(m.entity));
                    if let Some((m, mention)) = person {
                        // Right behind a noun, not behind a comma or "and".
                        let beside = matches!(groups[k - 1].kind, GroupKind::Noun | GroupKind::Close);
                        return if beside { self.acting(m, mention).map(|a| (a, k + 1)) } else { None };
                    }
                    true
                }
                GroupKind::Coordinator | GroupKind::Comma => {
                    groups.get(k + 1).is_some_and(|n| n.kind == GroupKind::Noun)
                }
                GroupKind::Preposition => matches!(self.text.word(group.tokens.start as usize), "of" | "to"),
                // "of the Green Party (GP) Bo Ek"
                GroupKind::Open | GroupKind::Close => true,
                _ => false,
            };
            if !joins || k > g + 12 {
                return None;
            }
            k += 1;
        }
        None
    }

    /// "the Russian ambassador accredited in Peru and Chile, Bo Ek,": the person named behind the comma that closes all that
    /// is said of the office, and the group after the name.
    pub(super) fn holder_apposed(&self, g: usize) -> Option<(Actor, usize)> {
        let groups = &self.syntax.groups;
        let word = |k: usize| self.text.word(groups[k].tokens.start as usize);
        let person = |k: usize| {
            let (m, mention) = self.mention_at(groups.get(k)?.head as usize)?;
            let person = self.is_person(mention.entity);
            (groups[k].kind == GroupKind::Noun && person).then_some((m, mention))
        };
        let says_more = |k: usize| match groups[k].kind {
            GroupKind::Preposition => !matches!(word(k), "by" | "after" | "before" | "during" | "that" | "as"),
            GroupKind::Noun => {
                let key = self.text.key(groups[k].head as usize);
                let office = matches!(calling_of(key), Some((Calling::Office, _)));
                let hangs = groups[k].preposition.is_some() || groups[k - 1].kind == GroupKind::Coordinator;
                hangs && person(k).is_none() && !office
            }
            GroupKind::Coordinator => word(k) == "and",
            GroupKind::Adjective | GroupKind::Adverb => true,
            // "accredited", "based", "posted"
            GroupKind::Verb => self.syntax.verb_of(k).is_some_and(|v| {
                let verb = &self.syntax.verbs[v];
                verb.subject == Some(g as u32) && verb.form == VerbForm::Participle
            }),
            _ => false,
        };
        let begins = |k: usize| !matches!(groups[k].kind, GroupKind::Coordinator | GroupKind::Adverb);
        let fronted = (0..g).all(|k| groups[k].kind != GroupKind::Verb) && groups[0].kind == GroupKind::Preposition;
        let comma = (g + 1..groups.len().min(g + LONGEST_TOLD)).find(|&k| groups[k].kind == GroupKind::Comma)?;
        if fronted || comma == g + 1 || !begins(g + 1) || !(g + 1..comma).all(says_more) {
            return None;
        }
        let (m, mention) = person(comma + 1)?;
        let closes = |k: usize| {
            let kind = groups.get(k).filter(|_| word(k) != ".").map(|n| n.kind);
            matches!(
                kind,
                None | Some(
                    GroupKind::Comma | GroupKind::Break | GroupKind::Preposition | GroupKind::Date | GroupKind::Open
                )
            )
        };
        // "Bo Ek when he landed"
        let clause = || {
            let begins = const { Key::each(["when", "while", "after", "before", "as", "who"]) };
            groups.get(comma + 2).is_some_and(|n| begins.contains(&self.text.key(n.tokens.start as usize)))
        };
        self.acting(m, mention).filter(|_| closes(comma + 2) || clause()).map(|a| (a, comma + 2))
    }

    /// The person of the document who holds the office that `noun` calls, of this country or body.
    pub(super) fn holder(&self, noun: usize, of: EntityId) -> Option<EntityId> {
        let (key, counterpart) = (self.text.key(noun), const { Key::of_ascii("counterpart") });
        let calls = |i: usize| [key, counterpart].contains(&self.text.key(i)) || key == counterpart;
        let titled = self.discourse.titled(of, self.named_before(noun)).map(|m| &self.mentions.mentions[m as usize]);
        // "the Peruvian premier": the prime minister.
        let premier = |m: &Mention| {
            key == const { Key::of_ascii("premier") } && title::may_mean(key, m.title.range().map(|i| self.text.key(i)))
        };
        let called = |m: &Mention| m.title.range().any(calls) && self.is_office_of(m, noun) || premier(m);
        sole(titled.filter(|m| called(m)).map(|m| m.entity))
    }

    /// The one person of the document who holds the office that the plural `noun` calls, of this country.
    pub(super) fn leader(&self, noun: usize, of: EntityId) -> Option<EntityId> {
        let leads = |word: &str| match self.text.word(noun) {
            "leaders" | "leader" => {
                matches!(word, "president" | "premier" | "chancellor" | "king" | "emir" | "leader" | "sultan")
            }
            "presidents" => word == "president",
            "kings" => word == "king",
            _ => false,
        };
        let titled = |m: &&Mention| {
            let words = || m.title.range().map(|i| self.text.word(i).to_ascii_lowercase());
            let prime = matches!(self.text.word(noun), "leaders" | "leader") && words().any(|w| w == "prime");
            let junior = words().any(|w| matches!(&*w, "vice" | "deputy" | "former"));
            (prime || words().any(|w| leads(&w))) && !junior
        };
        let of = self.discourse.titled(of, self.named_before(noun)).map(|m| &self.mentions.mentions[m as usize]);
        sole(of.filter(titled).map(|m| m.entity))
    }

    /// Whether nothing beside `noun` tells the office from that of a person's title: "the foreign minister" is no prime
    /// minister, "the minister" may be either, "the secretary" is no secretary general.
    fn is_office_of(&self, m: &Mention, noun: usize) -> bool {
        let key = self.text.key(noun);
        let Some(own) = m.title.range().find(|&i| self.text.key(i) == key) else { return true };
        // "secretary general", "secretary-general"
        let general = |i: usize| {
            let dash = usize::from(self.text.key(i + 1) == const { Key::of_ascii("-") });
            self.text.key(i + 1 + dash) == const { Key::of_ascii("general") }
        };
        if general(own) && !general(noun) {
            return false;
        }
        let field = |i: usize, first: usize| {
            let before = i.checked_sub(1).filter(|&b| b >= first && self.text.tokens[b].is_word())?;
            let tag = self.syntax.sentence.contains(before).then(|| self.syntax.tag(before));
            let plain = tag.is_none_or(|t| t.is_noun() || t.is_adjective()) && self.mention_at(before).is_none();
            let word = self.text.word(before).to_ascii_lowercase();
            (plain && !PASSING.contains(&word.as_str())).then_some(word)
        };
        let group = self.syntax.groups[self.syntax.group_of(noun)].tokens.start as usize;
        let junior = |f: &Option<String>| f.as_deref().is_some_and(|w| matches!(w, "vice" | "deputy" | "assistant"));
        match (field(noun, group), field(own, m.title.start as usize)) {
            (Some(one), Some(other)) => one == other,
            (one, other) => !junior(&one) && !junior(&other),
        }
    }

    /// "the two foreign ministers" are no presidents: whether the titles of one of these tell another office than the plural
    /// of the group of `token`.
    pub(super) fn holds_another(&self, these: &[EntityId], token: usize) -> bool {
        let group = self.syntax.groups[self.syntax.group_of(token)];
        let head = group.head as usize;
        let Some((_, office)) = OFFICES.iter().find(|(plural, _)| *plural == self.text.word(head)) else {
            return false;
        };
        let prime = head > group.tokens.start as usize && self.text.word(head - 1) == "prime";
        let plain = head <= group.tokens.start as usize + 2;
        let fits = |m: &Mention| {
            let has = |wanted: &str| m.title.range().any(|i| self.text.word(i).eq_ignore_ascii_case(wanted));
            match *office {
                "premier" => has("prime") || has("premier"),
                "minister" if prime => has("prime") || has("premier"),
                "minister" => has("minister") && (plain || !has("prime")) || has("secretary"),
                office => has(office),
            }
        };
        let tells = |m: &&Mention| {
            let office = |word: &str| OFFICES.iter().any(|(_, office)| office.eq_ignore_ascii_case(word));
            m.title.range().any(|i| office(self.text.word(i)) || self.text.word(i).eq_ignore_ascii_case("secretary"))
        };
        these.iter().any(|e| {
            let mut titled = self.named(*e).filter(tells).peekable();
            titled.peek().is_some() && !titled.any(fits)
        })
    }

    /// The person last named with the title that `noun` calls.
    pub(super) fn titled_before(&self, noun: usize) -> Option<EntityId> {
        let key = self.text.key(noun);
        let end = self.named_before(noun);
        let before = &self.mentions.mentions[end.saturating_sub(FARTHEST_TITLE)..end];
        let called = |m: &Mention| {
            self.is_called(m, key) && self.is_office_of(m, noun)
                || title::may_mean(key, m.title.range().map(|i| self.text.key(i)))
        };
        before.iter().rev().find(|m| called(m)).map(|m| m.entity)
    }

    /// Whether a person's title, or what follows the name behind a comma, is the noun: "Lee, the mayor of Rome,".
    fn is_called(&self, m: &Mention, key: Key) -> bool {
        let first = m.tokens.start as usize;
        // "Crown Prince Bo Ek": the name may begin with what he is.
        if m.title.range().any(|i| self.text.key(i) == key) || m.tokens.len() > 1 && self.text.key(first) == key {
            return true;
        }
        // "Minister of Foreign Affairs Ann Lee"
        let begin = m.begin();
        if begin > 1 && self.text.word(begin - 1) == "of" && self.text.key(begin - 2) == key {
            return true;
        }
        let end = m.tokens.end as usize;
        let behind = end + 1..(end + 1 + LONGEST_APPOSITION).min(self.text.tokens.len());
        let person = self.is_person(m.entity);
        person
            && behind.start < behind.end
            && self.text.word(end) == ","
            && behind.take_while(|&i| self.text.tokens[i].is_word()).any(|i| self.text.key(i) == key)
    }
}

/// Offices that one holds and no other: plural, singular.
const OFFICES: [(&str, &str); 11] = [
    ("ambassadors", "ambassador"),
    ("chancellors", "chancellor"),
    ("emirs", "emir"),
    ("governors", "governor"),
    ("kings", "king"),
    ("mayors", "mayor"),
    ("ministers", "minister"),
    ("premiers", "premier"),
    ("presidents", "president"),
    ("senators", "senator"),
    ("sultans", "sultan"),
];

/// Most groups between an office and the name behind the comma that closes what is said of it.
const LONGEST_TOLD: usize = 12;

/// "the minister" was named with the title at most so many names before.
const FARTHEST_TITLE: usize = 400;

/// What is said of whoever holds an office, not of the office.
pub(super) const PASSING: [&str; 14] = [
    "new", "visiting", "former", "late", "then", "outgoing", "incoming", "current", "acting", "the", "his", "her",
    "their", "top",
];
