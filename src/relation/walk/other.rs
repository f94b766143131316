//! Whether the trigger's words tell of another event than the one told before: "the Louvre Accord", "their next meeting".

use crate::clause::GroupKind;
use crate::gazetteer::EntityType;
use crate::mention::{EntityId, Form, Mention};
use crate::reference::vocabulary::calling_of;
use crate::reference::{Actor, Telling};
use crate::text::{Classes, Tag, TokenRange, flag};

use super::Walk;
use super::told::TRIPS;

/// Words that tell an occasion or paper from the one told of before.
const OTHERS: [&str; 24] = [
    "annual",
    "weekly",
    "monthly",
    "quarterly",
    "yearly",
    "regular",
    "board",
    "cabinet",
    "council",
    "committee",
    "shareholder",
    "shareholders",
    "next",
    "previous",
    "earlier",
    "last",
    "future",
    "other",
    "another",
    "similar",
    "separate",
    "internal",
    "town",
    "public",
];

/// What a paper or meeting may be called without having been called so before.
pub(super) const GENERAL: [&str; 26] = [
    "peace",
    "trade",
    "merger",
    "summit",
    "phone",
    "telephone",
    "video",
    "business",
    "day",
    "hour",
    "minute",
    "weekend",
    "week",
    "framework",
    "year",
    "month",
    "draft",
    "cooperation",
    "co-operation",
    "partnership",
    "takeover",
    "acquisition",
    "government",
    "ministry",
    "opening",
    "morning",
];

/// What is signed, and may be named for where it was: "the Rome accord".
const PAPERS: [&str; 6] = ["accord", "agreement", "deal", "pact", "protocol", "treaty"];

/// "the cocoa talks": cocoa is looked for among so many words before.
const FARTHEST_MODIFIER: usize = 2000;

/// "Bo Ek's stunning $100m deal": most tokens between the two.
const FARTHEST_DETERMINER: usize = 8;

/// "a long meeting": most words from the article on.
const NEAREST_ARTICLE: usize = 4;

/// "the WTO trade talks": most words between the name and the noun.
const NEAREST_NAME: usize = 1;

/// A partner is named at most this many groups behind "the deal".
const NEAREST_PARTNER: usize = 6;

impl Walk<'_> {
    /// Whether the trigger's words tell of something else than what was told before: "the Louvre Accord", "the Lee deal",
    /// "the meeting of the Assembly".
    pub(super) fn is_another(&self, last: &[Actor]) -> bool {
        let (syntax, text) = (self.resolver.syntax, self.resolver.text);
        let g = self.frame.groups[self.cells[self.trigger.0].slot as usize] as usize;
        // "the committee's meetings"; a rule that asks for the owner looks whether it is one of those told of.
        let owner = syntax.groups[g].owner;
        if !self.owner_asked && !owner.is_empty() && syntax.tag(owner.end as usize - 1) == Tag::Possessive {
            return true;
        }
        // "At their meeting in Rome, NATO ministers": theirs.
        if !owner.is_empty() && self.resolver.acts_behind_all(owner.end as usize - 1) {
            return true;
        }
        let head = &text.tokens[self.cells[self.trigger.0].token as usize];
        if head.has(flag::CAPITAL) && !head.has(flag::SENTENCE_START) && syntax.groups[g].tokens.len() > 1 {
            return true;
        }
        let words = || syntax.groups[g].tokens.range().map(|i| text.word(i));
        // "the annual meeting", "the next talks"
        if words().any(|w| OTHERS.contains(&w)) {
            return true;
        }
        // "the Eggleston meeting", "the April Acme meetings"
        let trigger = self.cells[self.trigger.0].token;
        let titled = (syntax.groups[g].tokens.start..trigger).any(|i| {
            let token = &text.tokens[i as usize];
            token.has(flag::CAPITAL)
                && !token.has(flag::SENTENCE_START)
                && !token.has(flag::QUOTED)
                && !self.resolver.is_named(i as usize)
        });
        // "the accord of the Corden Agenda"
        let titled_so = |tokens: TokenRange| {
            let unknown = |i: usize| text.tokens[i].has(flag::CAPITAL) && !self.resolver.is_named(i);
            tokens.len() > 1 && tokens.range().any(|i| unknown(i) && calling_of(text.key(i)).is_none())
        };
        // "the talk show", "the negotiation process"
        if self.rule.is_contact() && syntax.groups[g].head as usize >= trigger as usize + self.trigger.1 {
            return true;
        }
        // "at the May 23 meeting", "the 2001 summit"
        let dated = (syntax.groups[g].tokens.start..trigger).any(|i| {
            let (token, word) = (&text.tokens[i as usize], text.word(i as usize));
            let year = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
            // "the 20th meeting"
            let count = word.starts_with(|c: char| c.is_ascii_digit()) && word.ends_with("th");
            year || count || token.is_capitalised() && token.classes.any(Classes::MONTH)
        });
        if self.rule.is_contact() && (dated || self.is_of_more(g, last)) {
            return true;
        }
        // "leaders of 34 countries attended the summit": others, whoever they are.
        let others = |g: u32| {
            let group = &syntax.groups[g as usize];
            let plural = matches!(calling_of(text.key(group.head as usize)), Some((_, true)));
            let counted = |k: u32| {
                let tokens = syntax.groups[k as usize].tokens;
                tokens.range().any(|i| syntax.tag(i) == Tag::Number && text.word(i) != "two")
            };
            plural && (counted(g) || syntax.groups.len() as u32 > g + 2 && counted(g + 2))
        };
        if self.rule.is_contact() && self.frame.subject.first().is_some_and(|&g| others(g)) {
            return true;
        }
        if titled {
            return true;
        }
        // "bilateral ties" are of two.
        if last.len() != 2 && words().any(|w| matches!(w, "bilateral" | "both" | "two" | "mutual")) {
            return true;
        }
        let strange = |tokens: TokenRange| {
            let mentions = self.resolver.mentions;
            mentions.within(tokens).any(|m| {
                let mention = &mentions.mentions[m];
                let known = |e: EntityId| last.iter().any(|a| a.entity == e);
                let acting = self.resolver.acting(m as u32, mention).map_or(mention.entity, |a| a.entity);
                !known(mention.entity) && !known(acting)
            })
        };
        let of = syntax.groups.get(g + 1).is_some_and(|p| {
            p.kind == GroupKind::Preposition && matches!(text.word(p.tokens.start as usize), "of" | "between" | "with")
        });
        // "the visit this week by the queen"
        let trip = TRIPS.contains(&&*self.rule.code.cameo);
        // "the agreement for Norwegian gas"
        let for_others = || {
            syntax.groups.get(g + 2).is_some_and(|n| {
                let words = text.word(syntax.groups[g + 1].tokens.start as usize);
                let of_state = |m: usize| self.resolver.mentions.mentions[m].form == Form::Demonym;
                words == "for" && self.resolver.mentions.within(n.tokens).any(of_state) && strange(n.tokens)
            })
        };
        // "the deal with the banks": others than those told of.
        let calls_others = |k: usize| {
            let head = syntax.groups[k].head as usize;
            // "the meeting with the queen", unlike "the deal with it"
            syntax.tag(head) == Tag::Nouns || calling_of(text.key(head)).is_some()
        };
        // "the truce signed in May between Peru and Chile", "our ties with others"
        let partner = |k: usize| {
            let (p, n) = (&syntax.groups[k], &syntax.groups[k + 1]);
            let word = text.word(p.tokens.start as usize);
            let close = || (g + 1..k).all(|k| syntax.groups[k].kind != GroupKind::Verb);
            let goes = trip && (word == "by" && close() || matches!(word, "of" | "to") && k == g + 1);
            let with = matches!(word, "between" | "with" | "among") || goes;
            let meant = || self.resolver.group(k + 1).actors;
            let others = |who: &[Actor]| !who.iter().any(|a| last.iter().any(|b| b.entity == a.entity));
            p.kind == GroupKind::Preposition
                && with
                && n.kind == GroupKind::Noun
                && (strange(n.tokens) || calls_others(k + 1) && others(&meant()))
        };
        let near = g + 1..syntax.groups.len().saturating_sub(1).min(g + 1 + NEAREST_PARTNER);
        let apart =
            |k: &usize| matches!(syntax.groups[*k].kind, GroupKind::Break | GroupKind::Quote | GroupKind::Comma);
        // "to strengthen ties and win Turkish firms": with nothing that points back, those named here; who "attended the
        // meeting" attended the one told of.
        let object = syntax.verb_of(g).and_then(|_| syntax.after(g)).filter(|&n| {
            let tokens = syntax.groups[n].tokens;
            matches!(text.word(tokens.start as usize), "the" | "this" | "these")
                && tokens.range().all(|i| text.tokens[i].has(flag::LOWER))
        });
        // "to attend the Corden Summit"
        let proper = |n: usize| text.tokens[syntax.groups[n].head as usize].has(flag::CAPITAL);
        if self.rule.is_contact() && syntax.verb_of(g).and_then(|_| syntax.after(g)).is_some_and(proper) {
            return true;
        }
        let points = object.is_some()
            || words().any(|w| {
                matches!(
                    w,
                    "the"
                        | "The"
                        | "this"
                        | "This"
                        | "that"
                        | "these"
                        | "their"
                        | "said"
                        | "such"
                        | "bilateral"
                        | "mutual"
                        | "both"
                        | "two"
                        | "joint"
                )
            });
        // "the deal (Acme)"
        let bracketed = || {
            let opened = syntax.groups.get(g + 1).is_some_and(|k| k.kind == GroupKind::Open);
            let inside = syntax.groups.get(g + 2).filter(|n| opened && n.kind == GroupKind::Noun);
            inside.is_some_and(|n| strange(n.tokens))
        };
        // "the best deal Acme has signed"
        let signer = || {
            let signs = syntax.verbs.iter().find(|v| v.subject == Some(g as u32 + 1));
            let right = signs.is_some_and(|v| v.group as usize == g + 2);
            right && syntax.groups.get(g + 1).is_some_and(|n| n.preposition.is_none() && strange(n.tokens))
        };
        strange(syntax.groups[g].tokens)
            || bracketed()
            || signer()
            || !points && self.names_another_state(last)
            || for_others()
            || of && syntax.groups.get(g + 2).is_some_and(|n| strange(n.tokens) || titled_so(n.tokens))
            || near.take_while(|k| !apart(k)).any(partner)
    }

    /// "Ties between Peru and Chile … the deal": whether the sentence tells of what is between two of whom one took no part,
    /// nor is of a state that did.
    pub(super) fn tells_of_other_pair(&self, last: &[Actor]) -> bool {
        let (resolver, syntax, text) = (self.resolver, self.resolver.syntax, self.resolver.text);
        let groups = &syntax.groups;
        let known = |a: &Actor| {
            let of = resolver.discourse.country(a.entity);
            last.iter().any(|b| {
                b.entity == a.entity || Some(b.entity) == of || resolver.discourse.country(b.entity) == Some(a.entity)
            })
        };
        let named =
            |k: usize| resolver.mention_at(groups.get(k)?.head as usize).and_then(|(m, o)| resolver.acting(m, o));
        let between = |k: usize| {
            groups[k].kind == GroupKind::Preposition && text.word(groups[k].tokens.start as usize) == "between"
        };
        (0..self.group_number()).filter(|&k| between(k)).any(|k| {
            let and = syntax.after(k + 1).filter(|&j| groups[j].kind == GroupKind::Coordinator);
            let other = and.and_then(|and| syntax.after(and));
            named(k + 1).zip(other.and_then(named)).is_some_and(|(one, other)| !known(&one) || !known(&other))
        })
    }

    /// "the six-way talks" are of states; two persons or bodies told of before held others.
    fn is_of_more(&self, g: usize, last: &[Actor]) -> bool {
        let (syntax, text, discourse) = (self.resolver.syntax, self.resolver.text, self.resolver.discourse);
        let mut words = syntax.groups[g].tokens.range().map(|i| text.word(i));
        let sides = |word: &str| matches!(word, "way" | "party" | "nation" | "country" | "power");
        let many = |word: &str| matches!(word, "three" | "four" | "five" | "six" | "seven" | "eight" | "multilateral");
        words.clone().any(many)
            && words.any(|w| sides(w) || w == "multilateral")
            && last.len() == 2
            && last.iter().any(|a| discourse.country(a.entity) != Some(a.entity))
    }

    /// Whether what is told since sentence `told` is of another: "the cocoa talks" where no cocoa was spoken of; "the
    /// meeting" behind "The Society held a meeting".
    pub(super) fn is_new_since(&self, telling: &Telling, last: &[Actor]) -> bool {
        let told = telling.sentence;
        let (syntax, text) = (self.resolver.syntax, self.resolver.text);
        let trigger = self.cells[self.trigger.0].token as usize;
        let group = syntax.groups[syntax.group_of(trigger)].tokens;
        let end = group.start as usize;
        let since = (text.sentences[told].tokens.start as usize).max(end.saturating_sub(FARTHEST_MODIFIER))..end;
        let strange = |i: usize| {
            let key = text.key(i);
            syntax.tag(i) == Tag::Noun
                && text.tokens[i].has(flag::LOWER)
                && !self.resolver.is_named(i)
                && !GENERAL.contains(&text.word(i))
                && !since.clone().any(|k| text.key(k) == key)
        };
        if (group.start as usize..trigger).any(strange) {
            return true;
        }
        let names_them = |i: usize| {
            let mentions = self.resolver.mentions;
            let named = mentions.within(text.sentences[text.sentence_of(i)].tokens);
            mentions.mentions[named].iter().any(|m| last.iter().any(|a| a.entity == m.entity))
        };
        let key = text.key(trigger);
        // "The summit will agree on prices": those who only met hold none.
        if matches!(text.word(trigger), "summit" | "summits") && !since.clone().any(|k| text.key(k) == key) {
            return true;
        }
        let later = text.sentences[told].tokens.end as usize..group.start as usize;
        // "the WTO talks … the talks"
        // "In view of the Peruvian accord, … the agreement"
        let sentence = text.sentences[text.sentence_of(trigger)].tokens.start as usize;
        let own = (sentence.max(telling.trigger.end as usize)..group.start as usize).rev();
        if PAPERS.contains(&text.word(trigger))
            && own
                .into_iter()
                .find(|&k| PAPERS.contains(&text.word(k)))
                .is_some_and(|k| self.is_of_strangers(k, last, told))
        {
            return true;
        }
        let mut behind = telling.trigger.end as usize..group.start as usize;
        if behind.rfind(|&k| text.key(k) == key).is_some_and(|k| self.is_of_strangers(k, last, told)) {
            return true;
        }
        later.clone().any(|k| {
            let first = k.saturating_sub(FARTHEST_DETERMINER).max(later.start);
            let news = |w: &str| matches!(w, "a" | "an" | "A" | "An" | "another" | "Another" | "its" | "Its");
            // "Bo Ek's deal": of another than those told of.
            let owned = |i: usize| {
                let mentions = self.resolver.mentions;
                let owner = mentions.mentions.partition_point(|m| (m.tokens.end as usize) < i);
                let named = mentions.mentions.get(owner).filter(|m| m.tokens.end as usize == i);
                // A name that no list knows is of another as well.
                let unknown = || text.tokens[i - 1].is_capitalised() && !self.resolver.is_named(i - 1);
                matches!(text.word(i), "'s" | "’s")
                    && named.map_or_else(unknown, |m| last.iter().all(|a| a.entity != m.entity))
            };
            // "Bo Ek's stunning $100m deal"
            let apart = |i: usize| matches!(text.word(i), "," | ";" | "." | ":" | "(" | ")" | "\"" | "of" | "for");
            let mut before = (first..k).rev().take_while(|&i| !apart(i));
            let close = |i: usize| i + NEAREST_ARTICLE >= k && (i..k).all(|j| text.tokens[j].is_word());
            // "The board is to meet on Friday … the meeting"
            let meets = || {
                let named = self.resolver.mentions.within(text.sentences[text.sentence_of(k)].tokens);
                matches!(text.word(trigger), "meeting" | "meetings")
                    && matches!(text.word(k), "meet" | "met")
                    && !named.is_empty()
            };
            let called = text.key(k) == key;
            // "called off a meeting of its council … the meeting"
            let own = called
                && k + 2 < later.end
                && text.word(k + 1) == "of"
                && matches!(text.word(k + 2), "its" | "his" | "her" | "their" | "our");
            if own {
                return true;
            }
            // "Peru spoke of Bo Ek's deal": whoever says so; unlike "Bo Ek's deal with Peru".
            let apart = || {
                let behind = TokenRange::new(k, text.sentences[text.sentence_of(k)].tokens.end as usize);
                let mentions = self.resolver.mentions;
                let named = mentions.within(behind);
                !mentions.mentions[named].iter().any(|m| last.iter().any(|a| a.entity == m.entity))
            };
            called && before.clone().any(owned) && apart()
                || (called && before.any(|i| news(text.word(i)) && close(i)) || meets()) && !names_them(k)
        })
    }

    /// Whether the name right before a noun, or behind its "with", is of none of these: "the WTO talks", "the Corden Treaty".
    fn is_of_strangers(&self, noun: usize, last: &[Actor], told: usize) -> bool {
        let (resolver, text) = (self.resolver, self.resolver.text);
        let mentions = resolver.mentions;
        let paper = PAPERS.contains(&text.word(noun));
        let stranger = |m: usize| {
            let mention = &mentions.mentions[m];
            let acting = resolver.acting(m as u32, mention).map_or(mention.entity, |a| a.entity);
            // A place is where they met: "the Rome talks"; "the Peruvian deal" may be of a firm.
            let place = mentions.entity(mention.entity).entity_type == EntityType::Place;
            // "the Rome accord": a paper of its own, where nobody signed one in Rome.
            let signed = || {
                let first = text.sentences[told].tokens.start as usize;
                let before = mentions.within(TokenRange::new(first, noun.saturating_sub(1)));
                let named = mentions.mentions[before].iter();
                named.clone().any(|m| m.entity == mention.entity && m.tokens.start != mention.tokens.start)
            };
            let state = resolver.discourse.country(mention.entity);
            let elsewhere = |a: &Actor| resolver.discourse.country(a.entity).is_some_and(|own| Some(own) != state);
            let apart = match mention.form {
                // "the Peruvian accord": that of others.
                Form::Demonym => last.iter().all(elsewhere),
                form => form == Form::Name && !signed(),
            };
            let before = mention.tokens.end as usize <= noun;
            let body = !place || paper && before && apart;
            // "the Acme-Best deal": of two.
            let joined = mention.tokens.start > 0 && text.word(mention.tokens.start as usize - 1) == "-"
                || text.slice(mention.tokens).contains('-');
            body && !joined
                && !resolver.is_press(mention.entity)
                && last.iter().all(|a| a.entity != mention.entity && a.entity != acting)
        };
        let before = mentions.mentions.partition_point(|m| (m.tokens.end as usize) <= noun);
        let beside = before.checked_sub(1).filter(|&m| {
            let between = mentions.mentions[m].tokens.end as usize..noun;
            // "the UN-sponsored talks"
            let mut words = between.clone().filter(|i| text.word(*i) != "-");
            words.clone().count() <= NEAREST_NAME
                && words.all(|i| text.tokens[i].has(flag::LOWER) && !is_link(text.word(i)))
        });
        let behind =
            mentions.mentions.get(before).is_some_and(|m| m.tokens.start as usize == noun + 2).then_some(before);
        let partner = behind.filter(|_| matches!(text.word(noun + 1), "with" | "between"));
        // "the Corden Round talks"
        let titled = noun.checked_sub(2).is_some_and(|first| {
            let unknown = |i: usize| {
                let token = &text.tokens[i];
                token.is_capitalised() && !token.has(flag::SENTENCE_START) && !resolver.is_named(i)
            };
            // "the Corden accord"; "the March accord" may be theirs.
            let theirs = |m: &Mention| {
                let known = last.iter().any(|a| a.entity == m.entity);
                known && m.tokens.range().any(|i| text.key(i) == text.key(noun - 1))
            };
            let one = || {
                let month = text.tokens[noun - 1].classes.any(Classes::MONTH);
                paper && text.word(first) == "the" && !month && !mentions.mentions[..before].iter().any(theirs)
            };
            unknown(noun - 1) && (text.tokens[first].is_capitalised() || one())
        });
        titled || beside.is_some_and(stranger) || partner.is_some_and(stranger)
    }

    /// Whether the sentence names a state that took no part in what was told before, nor is that of anybody who did.
    pub(super) fn names_another_state(&self, last: &[Actor]) -> bool {
        let resolver = self.resolver;
        let of = |a: &Actor, state| a.entity == state || resolver.discourse.country(a.entity) == Some(state);
        resolver.mentions.within(resolver.syntax.sentence).any(|m| {
            let acting = resolver.acting(m as u32, &resolver.mentions.mentions[m]);
            let state = acting.map(|a| a.entity).filter(|e| resolver.discourse.country(*e) == Some(*e));
            state.is_some_and(|state| !last.iter().any(|a| of(a, state)))
        })
    }
}

/// Words that end the group of a name.
fn is_link(word: &str) -> bool {
    matches!(
        word,
        "a" | "an" | "and" | "by" | "for" | "in" | "of" | "on" | "or" | "said" | "says" | "the" | "to" | "with"
    )
}
