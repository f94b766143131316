//! Gathers tagged tokens into groups, left to right, one pass (after Abney, "Parsing by chunks", 1991).

mod aside;
mod begins;
mod border;
mod joint;
mod noun;
mod office;
mod phrase;
mod verb;

use std::sync::LazyLock;

use crate::gazetteer::EntityType;
use crate::mention::{DateMention, Form, Mention, Mentions};
use crate::text::{Classes, Key, Tag, Text, TokenKind, TokenRange, flag};

use super::{Group, GroupKind, lexical};

pub(super) use begins::Begins;

/// Gerunds that stand before nouns as adjectives do.
const ADJECTIVES: &str = "visiting ongoing upcoming forthcoming outgoing incoming growing existing warming leading \
    neighbouring neighboring managing ruling governing warring competing remaining participating acting sitting long-standing working";

static LIKE_ADJECTIVES: LazyLock<Vec<Key>> = LazyLock::new(|| ADJECTIVES.split_whitespace().map(Key::of).collect());

/// A quotation with at most this many tokens and no finite verb is a word in quotes, not speech.
const SHORT_QUOTE: usize = 8;

/// One sentence while it is cut into groups.
pub(super) struct Chunker<'a> {
    pub(super) text: Text<'a>,
    pub(super) sentence: TokenRange,
    /// One a token of the sentence.
    pub(super) tags: &'a [Tag],
    pub(super) mentions: &'a Mentions,
    /// The mentions of the sentence.
    pub(super) named: &'a [Mention],
    pub(super) dates: &'a [DateMention],
    pub(super) begins: &'a Begins,
}

impl<'a> Chunker<'a> {
    /// Appends the groups of the sentence.
    pub(super) fn run(&self, groups: &mut Vec<Group>) {
        let mut at = self.sentence.start as usize;
        let end = self.sentence.end as usize;
        while at < end {
            let group = self.group(at);
            at = group.tokens.end as usize;
            groups.push(group);
        }
    }

    /// The token behind the sentence.
    fn end(&self) -> usize {
        self.sentence.end as usize
    }

    /// The tag of a token; a mark where there is none.
    fn tag(&self, i: usize) -> Tag {
        i.checked_sub(self.sentence.start as usize).and_then(|i| self.tags.get(i)).copied().unwrap_or(Tag::Punct)
    }

    /// The closed classes of a token of the sentence.
    fn class(&self, i: usize) -> Classes {
        if i < self.end() { self.text.classes(i) } else { Classes::default() }
    }

    /// Whether something of a kind begins at `i`.
    fn begins(&self, i: usize, what: u8) -> bool {
        self.begins.has(i.wrapping_sub(self.sentence.start as usize), what)
    }

    /// The name that begins at `i`.
    fn mention(&self, i: usize) -> Option<&'a Mention> {
        if !self.begins(i, Begins::NAME) {
            return None;
        }
        let at = self.named.partition_point(|m| (m.tokens.start as usize) < i);
        self.named.get(at).filter(|m| m.tokens.start as usize == i)
    }

    /// The person whose title begins at `i`.
    fn titled(&self, i: usize) -> Option<&'a Mention> {
        if !self.begins(i, Begins::TITLE) {
            return None;
        }
        let at = self.named.partition_point(|m| (m.tokens.start as usize) <= i);
        // The names within a title stand before its person.
        self.named[at..].iter().take(4).find(|m| !m.title.is_empty() && m.title.start as usize == i)
    }

    /// The date that begins at `i`.
    fn date(&self, i: usize) -> Option<&'a DateMention> {
        if !self.begins(i, Begins::DATE) {
            return None;
        }
        let at = self.dates.partition_point(|d| (d.tokens.start as usize) < i);
        self.dates.get(at).filter(|d| d.tokens.start as usize == i)
    }

    /// What a name names.
    fn entity_type(&self, mention: &Mention) -> EntityType {
        self.mentions.entity(mention.entity).entity_type
    }

    /// The group that begins at `i`.
    fn group(&self, i: usize) -> Group {
        if let Some(date) = self.date(i) {
            let end = date.tokens.end as usize;
            if self.tag(end) != Tag::Possessive {
                return Group::new(GroupKind::Date, date.tokens, end - 1);
            }
        }
        if self.mention(i).is_some() || self.titled(i).is_some() {
            return self.noun_group(i);
        }
        if let Some(group) = self.phrase(i) {
            return group;
        }
        if let Some(group) = self.rounded(i) {
            return group;
        }
        if let Some(end) = self.called(i).or_else(|| self.measured(i)) {
            return Group::new(GroupKind::Adverb, TokenRange::new(i, end), i);
        }
        if let Some(end) = self.whereabouts(i).or_else(|| self.inserted(i)) {
            return Group::new(GroupKind::Other, TokenRange::new(i, end), i);
        }
        if let Some(group) = self.bracketed(i) {
            return group;
        }
        if let Some(kind) = self.mark(i) {
            return Group::new(kind, TokenRange::new(i, i + 1), i);
        }
        if let Some(end) = self.adverbial(i) {
            return Group::new(GroupKind::Adverb, TokenRange::new(i, end), end - 1);
        }
        // "co-hosted"
        if self.tag(i + 2).is_verb() && matches!(self.text.word(i), "co" | "Co" | "re") && self.is_hyphen(i + 1) {
            let mut group = self.verb_group(i + 2);
            group.tokens.start = i as u32;
            return group;
        }
        self.by_tag(i)
    }

    /// What a quotation mark or another mark at `i` does.
    fn mark(&self, i: usize) -> Option<GroupKind> {
        Some(match (self.text.tokens[i].kind, self.text.word(i)) {
            (TokenKind::Quote, _) if self.is_speech(i) => GroupKind::Quote,
            (TokenKind::Quote, _) => GroupKind::Other,
            (TokenKind::Punct, ",") => GroupKind::Comma,
            (TokenKind::Punct, "-" | "–" | "/") if self.is_hyphen(i) => GroupKind::Other,
            (TokenKind::Punct, ";" | ":" | "-" | "–" | "—" | "--" | "---") => GroupKind::Break,
            (TokenKind::Punct, "(" | "[") => GroupKind::Open,
            (TokenKind::Punct, ")" | "]") => GroupKind::Close,
            (TokenKind::Punct, _) => GroupKind::Other,
            _ => return None,
        })
    }

    /// "here", "a month", "both", "first": words at `i` that do the work of an adverb where they stand; the end of them.
    fn adverbial(&self, i: usize) -> Option<usize> {
        let word = self.text.word(i);
        // "a meeting here"
        if matches!(word, "here" | "abroad") && self.class(i).any(Classes::ADVERB) {
            return Some(i + 1);
        }
        let before = i.checked_sub(1).filter(|&b| b >= self.sentence.start as usize).map(|b| self.tag(b))?;
        let next = self.tag(i + 1);
        // "two barrels a month"
        if before.is_noun()
            && matches!(word, "a" | "an" | "each" | "per")
            && lexical::is_time(self.text.key(i + 1))
            && !self.tag(i + 2).is_noun()
        {
            return Some(i + 2);
        }
        // "Peru and Chile both met Ann Lee", but "a move both hoped for"
        let all = before.is_noun()
            && (before != Tag::Noun || word == "all")
            && matches!(word, "all" | "both" | "each")
            && (next.is_finite() || matches!(next, Tag::Participle | Tag::Modal))
            && self.mention(i + 1).is_none();
        // "Ann Lee first met", "who first met"
        let first = next.is_finite()
            && (before.is_noun() || matches!(before, Tag::Pronoun | Tag::WhPronoun))
            && matches!(word, "first" | "last" | "next");
        (all || first).then_some(i + 1)
    }

    /// The group that begins at `i` with a word that only its tag tells of.
    fn by_tag(&self, i: usize) -> Group {
        let one = |kind| Group::new(kind, TokenRange::new(i, i + 1), i);
        match self.tag(i) {
            Tag::Coordinator => one(GroupKind::Coordinator),
            Tag::Modal => self.verb_group(i),
            Tag::To => {
                let mut next = i + 1;
                while self.tag(next).is_adverb() && next < self.end() {
                    next += 1;
                }
                let verb = self.tag(next) == Tag::Verb && self.mention(next).is_none();
                if verb { self.verb_group(i) } else { one(GroupKind::Preposition) }
            }
            Tag::Gerund | Tag::Participle | Tag::Past if self.before_noun(i) => self.noun_group(i),
            tag if tag.is_verb() => self.verb_group(i),
            Tag::WhDeterminer | Tag::WhPronoun | Tag::WhOwner => one(GroupKind::Relative),
            Tag::WhAdverb => one(GroupKind::Subordinator),
            Tag::Preposition => {
                let key = self.text.key(i);
                let that = key == const { Key::of_ascii("that") };
                let classes = self.class(i);
                if that || classes.any(Classes::SUBORDINATOR) && !classes.any(Classes::PREPOSITION) {
                    one(GroupKind::Subordinator)
                } else {
                    one(GroupKind::Preposition)
                }
            }
            Tag::Adverb | Tag::AdverbMore | Tag::AdverbMost | Tag::Particle => {
                // "very close ties", "newly-elected leaders", "of recently opened mines" are noun groups, "also met" an adverb
                // and a verb.
                let compound = self.is_hyphen(i + 1) && self.tag(i + 2) == Tag::Participle && self.leads_to_noun(i + 3);
                let described = self.tag(i + 1).is_adjective() && self.leads_to_noun(i + 1);
                if compound || described || self.tag(i + 1) == Tag::Participle && self.before_noun(i + 1) {
                    self.noun_group(i)
                } else {
                    one(GroupKind::Adverb)
                }
            }
            Tag::Adjective | Tag::Comparative | Tag::Superlative if !self.leads_to_noun(i) || self.is_predicate(i) => {
                one(GroupKind::Adjective)
            }
            Tag::Determiner
            | Tag::Predeterminer
            | Tag::Owner
            | Tag::Pronoun
            | Tag::Number
            | Tag::Noun
            | Tag::Nouns
            | Tag::Name
            | Tag::Names
            | Tag::Adjective
            | Tag::Comparative
            | Tag::Superlative
            | Tag::Existential
            | Tag::Foreign
            | Tag::Symbol => self.noun_group(i),
            _ => one(GroupKind::Other),
        }
    }

    /// "was hopeful | Peru would sign", "was hopeful | talks with Peru would end": an adjective behind a form of "be" and before
    /// the subject of another clause.
    fn is_predicate(&self, i: usize) -> bool {
        let behind_be = i > self.sentence.start as usize && self.class(i - 1).any(Classes::BE);
        let acts = |end: usize| self.tag(end) == Tag::Modal || self.tag(end).is_finite();
        behind_be
            && (self.mention(i + 1).is_some_and(|m| m.form != Form::Demonym && acts(m.tokens.end as usize))
                || lexical::is_expecting(self.text.key(i)) && self.tag(i + 1).is_noun() && self.comes_about(i + 2))
    }

    /// "talks with Peru | would end": whether a modal stands before the next mark.
    fn comes_about(&self, i: usize) -> bool {
        let stops = |k: usize| self.tag(k) == Tag::Punct && !self.is_hyphen(k);
        (i..self.end()).take_while(|&k| !stops(k)).any(|k| self.tag(k) == Tag::Modal)
    }

    /// "About 200 troops", "more than 200 troops": a number that the words at `i` make a rough one, and its noun.
    fn rounded(&self, i: usize) -> Option<Group> {
        // Before the word is looked at: few have a number behind them.
        if self.tag(i + 1) != Tag::Number && self.tag(i + 2) != Tag::Number {
            return None;
        }
        let number = match self.text.word(i) {
            "more" | "fewer" | "less" | "More" | "Fewer" | "Less" if self.text.word(i + 1) == "than" => i + 2,
            "at" | "At" if matches!(self.text.word(i + 1), "least" | "most") => i + 2,
            "half" | "Half" if self.text.word(i + 1) == "a" => i + 2,
            "about" | "around" | "over" | "under" | "About" | "Around" | "Over" | "Under" => i + 1,
            _ => return None,
        };
        // "talks about two islands"
        let behind_noun = i > self.sentence.start as usize && self.tag(i - 1).is_noun();
        let counts = self.tag(number) == Tag::Number && self.date(number).is_none() && self.leads_to_noun(number);
        (counts && !behind_noun).then(|| {
            let mut group = self.noun_group(number);
            group.tokens.start = i as u32;
            group
        })
    }

    /// Whether the quotation mark at `i` opens or closes speech: more than a few words in quotes.
    fn is_speech(&self, i: usize) -> bool {
        let is_quote = |k: usize| self.text.tokens[k].kind == TokenKind::Quote;
        let opens = i + 1 < self.end() && !self.text.tokens[i + 1].has(flag::SPACE_BEFORE);
        let inside = if opens {
            let close = (i + 1..self.end()).find(|&k| is_quote(k));
            match close {
                Some(close) => i + 1..close,
                None => return true,
            }
        } else {
            match (self.sentence.start as usize..i).rev().find(|&k| is_quote(k)) {
                Some(open) => open + 1..i,
                None => return true,
            }
        };
        // "“The ball's in his court,” Lee said."
        if inside.start == self.sentence.start as usize + 1 && inside.len() > 2 && self.text.word(inside.end - 1) == ","
        {
            return true;
        }
        let finite = inside.clone().any(|k| self.tag(k).is_finite() || self.tag(k) == Tag::Modal);
        inside.len() > SHORT_QUOTE || finite && inside.len() > 2
    }

    /// Whether adjectives and the like from `i` on end in a noun.
    fn leads_to_noun(&self, i: usize) -> bool {
        let mut k = i;
        while k < self.end() {
            let tag = self.tag(k);
            if self.mention(k).is_some() || tag.is_noun() {
                return true;
            }
            let joins = tag == Tag::Coordinator || self.text.word(k) == "," || self.is_hyphen(k);
            let fits = tag.is_adjective()
                // "the proposed $2 billion merger"
                || matches!(tag, Tag::Number | Tag::Symbol)
                || matches!(tag, Tag::Participle | Tag::Gerund) && k > i
                || joins && k > i && (self.tag(k + 1).is_adjective() || self.is_hyphen(k) || self.tag(k + 1).is_noun())
                || self.text.tokens[k].kind == TokenKind::Quote && !self.is_speech(k);
            if !fits {
                return false;
            }
            k += 1;
        }
        false
    }

    /// A hyphen with no space on either side.
    fn is_hyphen(&self, i: usize) -> bool {
        i + 1 < self.end()
            && i > self.sentence.start as usize
            && !self.text.tokens[i].has(flag::SPACE_BEFORE)
            && !self.text.tokens[i + 1].has(flag::SPACE_BEFORE)
            && matches!(self.text.word(i), "-" | "‐" | "–" | "/")
    }
}
