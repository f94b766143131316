//! Whether what is told since an event is another one: "the cocoa talks" where no cocoa was spoken of, "the WTO talks".

use crate::gazetteer::EntityType;
use crate::mention::{Form, Mention};
use crate::reference::{Actor, Telling};
use crate::text::{Classes, Tag, TokenRange, flag};

use super::Walk;
use super::other::GENERAL;

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

impl Walk<'_> {
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
}

/// Words that end the group of a name.
fn is_link(word: &str) -> bool {
    matches!(
        word,
        "a" | "an" | "and" | "by" | "for" | "in" | "of" | "on" | "or" | "said" | "says" | "the" | "to" | "with"
    )
}
