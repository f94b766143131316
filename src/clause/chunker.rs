//! Gathers tagged tokens into groups, left to right, one pass (after Abney, "Parsing by chunks", 1991).

use std::sync::LazyLock;

use crate::gazetteer::EntityType;
use crate::mention::{DateMention, Form, Mention, Mentions};
use crate::text::{Classes, Key, Tag, Text, TokenKind, TokenRange, flag};

use super::{Group, GroupKind, lexical};

/// Words that together do the work of one.
static PHRASES: LazyLock<Vec<(Vec<Key>, GroupKind)>> = LazyLock::new(|| {
    use GroupKind::{Coordinator, Preposition};
    [
        ("as well as", Coordinator),
        ("along with", Coordinator),
        ("together with", Coordinator),
        ("alongside with", Coordinator),
        ("in addition to", Coordinator),
        ("according to", Preposition),
        ("ahead of", Preposition),
        ("prior to", Preposition),
        ("because of", Preposition),
        ("instead of", Preposition),
        ("such as", Preposition),
        ("as part of", Preposition),
        ("on behalf of", Preposition),
        ("on the sidelines of", Preposition),
        ("on the margins of", Preposition),
        ("in the presence of", Preposition),
        ("in line with", Preposition),
        ("due to", Preposition),
        ("up to", Preposition),
        ("out of", Preposition),
        ("next to", Preposition),
    ]
    .into_iter()
    .map(|(words, kind)| (words.split(' ').map(Key::of).collect(), kind))
    .collect()
});

/// Gerunds that stand before nouns as adjectives do.
const ADJECTIVES: &str = "visiting ongoing upcoming forthcoming outgoing incoming growing existing warming leading \
    neighbouring neighboring managing ruling governing warring competing remaining participating acting sitting long-standing";

static LIKE_ADJECTIVES: LazyLock<Vec<Key>> = LazyLock::new(|| ADJECTIVES.split_whitespace().map(Key::of).collect());

/// A quotation with at most this many tokens and no finite verb is a word in quotes, not speech.
const SHORT_QUOTE: usize = 8;

/// An office has no more tokens than this.
const LONGEST_OFFICE: usize = 24;

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

    fn end(&self) -> usize {
        self.sentence.end as usize
    }

    fn tag(&self, i: usize) -> Tag {
        i.checked_sub(self.sentence.start as usize).and_then(|i| self.tags.get(i)).copied().unwrap_or(Tag::Punct)
    }

    fn class(&self, i: usize) -> Classes {
        if i < self.end() { Classes::of(self.text.key(i)) } else { Classes::default() }
    }

    fn mention(&self, i: usize) -> Option<&'a Mention> {
        let at = self.named.partition_point(|m| (m.tokens.start as usize) < i);
        self.named.get(at).filter(|m| m.tokens.start as usize == i)
    }

    /// The person whose title begins at `i`.
    fn titled(&self, i: usize) -> Option<&'a Mention> {
        let at = self.named.partition_point(|m| (m.tokens.start as usize) <= i);
        // The names within a title stand before its person.
        self.named[at..].iter().take(4).find(|m| !m.title.is_empty() && m.title.start as usize == i)
    }

    fn date(&self, i: usize) -> Option<&'a DateMention> {
        let at = self.dates.partition_point(|d| (d.tokens.start as usize) < i);
        self.dates.get(at).filter(|d| d.tokens.start as usize == i)
    }

    fn entity_type(&self, mention: &Mention) -> EntityType {
        self.mentions.entity(mention.entity).entity_type
    }

    /// The group that begins at `i`.
    fn group(&self, i: usize) -> Group {
        let one = |kind| Group::new(kind, TokenRange::new(i, i + 1), i);
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
        if let Some(end) = self.whereabouts(i) {
            return Group::new(GroupKind::Other, TokenRange::new(i, end), i);
        }
        let token = &self.text.tokens[i];
        match token.kind {
            TokenKind::Quote => return one(if self.is_speech(i) { GroupKind::Quote } else { GroupKind::Other }),
            TokenKind::Punct => {
                return one(match self.text.word(i) {
                    "," => GroupKind::Comma,
                    "-" | "–" | "/" if self.is_hyphen(i) => GroupKind::Other,
                    ";" | ":" | "-" | "–" | "—" | "--" | "---" => GroupKind::Break,
                    "(" | "[" => GroupKind::Open,
                    ")" | "]" => GroupKind::Close,
                    _ => GroupKind::Other,
                });
            }
            _ => {}
        }
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
                // "very close ties" is a noun group, "also met" an adverb and a verb.
                if self.tag(i + 1).is_adjective() && self.leads_to_noun(i + 1) {
                    self.noun_group(i)
                } else {
                    one(GroupKind::Adverb)
                }
            }
            Tag::Adjective | Tag::Comparative | Tag::Superlative if !self.leads_to_noun(i) => one(GroupKind::Adjective),
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

    fn phrase(&self, i: usize) -> Option<Group> {
        let first = self.text.key(i);
        PHRASES.iter().filter(|(words, _)| words[0] == first).find_map(|(words, kind)| {
            let end = i + words.len();
            let whole = end <= self.end() && words.iter().enumerate().all(|(k, word)| self.text.key(i + k) == *word);
            whole.then(|| Group::new(*kind, TokenRange::new(i, end), i))
        })
    }

    /// ", left," and ", second from right,": where in a picture somebody stands; the end of the words in front of the last
    /// comma.
    fn whereabouts(&self, i: usize) -> Option<usize> {
        if self.text.word(i) != "," {
            return None;
        }
        let mut end = i + 1;
        let mut side = false;
        while end < self.end().min(i + 5) {
            match self.text.word(end) {
                "left" | "right" | "center" | "centre" | "L" | "R" | "C" => side = true,
                "second" | "third" | "fourth" | "from" | "far" | "the" | "top" | "bottom" | "front" | "at" => {}
                _ => break,
            }
            end += 1;
        }
        (side && end < self.end() && self.text.word(end) == ",").then_some(end + 1)
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
                || tag == Tag::Number
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

    /// Whether a participle or gerund at the head of a group stands before a noun as an adjective does.
    fn before_noun(&self, i: usize) -> bool {
        let next_is_noun = || self.leads_to_noun(i + 1);
        if LIKE_ADJECTIVES.contains(&self.text.key(i)) {
            let helped = i > self.sentence.start as usize && self.class(i - 1).any(Classes::BE);
            // "for visiting Peru" is a verb, "the visiting Peruvian minister" is not.
            let named = self.mention(i + 1).is_some_and(|m| m.form != Form::Demonym);
            return !helped && !named && next_is_noun() && !self.class(i + 1).any(Classes::DETERMINER);
        }
        let after_preposition = i > self.sentence.start as usize && self.tag(i - 1) == Tag::Preposition;
        // "to see wounded soldiers": behind a verb that is no helper.
        let after_verb = i > self.sentence.start as usize
            && self.tag(i - 1).is_verb()
            && !self.class(i - 1).any(Classes::BE.or(Classes::HAVE).or(Classes::DO))
            && self.tag(i + 1).is_noun();
        if self.tag(i) == Tag::Participle && after_verb && self.mention(i + 1).is_none() {
            return true;
        }
        // "in planned talks", but "as agreed by both".
        self.tag(i) == Tag::Participle && after_preposition && next_is_noun() && self.mention(i + 1).is_none()
    }

    /// A hyphen with no space on either side.
    fn is_hyphen(&self, i: usize) -> bool {
        i + 1 < self.end()
            && i > self.sentence.start as usize
            && matches!(self.text.word(i), "-" | "‐" | "–" | "/")
            && !self.text.tokens[i].has(flag::SPACE_BEFORE)
            && !self.text.tokens[i + 1].has(flag::SPACE_BEFORE)
    }

    fn noun_group(&self, start: usize) -> Group {
        let mut i = start;
        let mut head: Option<usize> = None;
        let mut owner = TokenRange::default();
        // The mention the group would end with, and whether what was read last describes what is to come.
        let mut name: Option<&Mention> = None;
        let mut describes = false;
        while i < self.end() {
            if let Some(mention) = self.titled(i).filter(|_| name.is_none_or(|m| m.form == Form::Demonym)) {
                i = mention.tokens.end as usize;
                head = Some(i - 1);
                name = Some(mention);
                describes = false;
                continue;
            }
            if let Some(mention) = self.mention(i) {
                // "told reporters Japan would …": a plural that is no title.
                let plural = head.is_some_and(|h| h + 1 == i && self.tag(h) == Tag::Nouns && mention.title.is_empty());
                let apart = match name {
                    None if plural => true,
                    Some(last) => !self.goes_with(last, mention),
                    // "the portfolio | Ann Lee": a noun before a person that is no title.
                    None => {
                        head.is_some()
                            && self.entity_type(mention) == EntityType::Person
                            && mention.title.end != mention.tokens.start
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
                continue;
            }
            if i > start
                && let Some(date) = self.date(i)
            {
                // "the September 16 summit", "Monday's talks"
                let end = date.tokens.end as usize;
                if head.is_none() && (self.tag(end) == Tag::Possessive || self.tag(end).is_noun()) {
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
                || name.is_some_and(|m| self.entity_type(m) != EntityType::Person) && self.leads_to_noun(i);
            match tag {
                Tag::Possessive => {
                    if head.is_none() {
                        break;
                    }
                    owner = TokenRange::new(start, i + 1);
                    (head, name, describes) = (None, None, true);
                }
                Tag::Determiner | Tag::Predeterminer | Tag::Owner | Tag::Existential => {
                    let more = i > start
                        && (self.tag(i - 1) == Tag::Predeterminer || self.class(i - 1).any(Classes::QUANTIFIER));
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
                // "gave Peru two ships": a number after a name begins another group.
                Tag::Number | Tag::Symbol if name.is_some() => break,
                Tag::Number | Tag::Adjective | Tag::Comparative | Tag::Superlative | Tag::Foreign | Tag::Symbol
                    if open =>
                {
                    describes = true;
                }
                Tag::Participle | Tag::Gerund | Tag::Past if head.is_none() && (i > start || self.before_noun(i)) => {
                    if !self.leads_to_noun(i + 1) {
                        break;
                    }
                    describes = true;
                }
                Tag::Adverb | Tag::AdverbMore
                    if head.is_none()
                        && (self.tag(i + 1).is_adjective()
                            || self.tag(i + 1) == Tag::Participle
                            || self.is_hyphen(i + 1)) => {}
                tag if tag.is_noun() && head.is_none_or(|h| h + 1 == i) && self.office_of(i).is_some() => {
                    let Some(mention) = self.office_of(i) else { break };
                    i = mention.tokens.end as usize;
                    head = Some(i - 1);
                    name = Some(mention);
                    describes = false;
                    continue;
                }
                tag if tag.is_noun() => {
                    head = Some(i);
                    name = None;
                    describes = false;
                }
                Tag::Coordinator | Tag::Punct if describes && (tag == Tag::Coordinator || self.text.word(i) == ",") => {
                    let next = i + 1 + usize::from(self.text.word(i) == "," && self.tag(i + 1) == Tag::Coordinator);
                    if !self.describes_too(next) {
                        break;
                    }
                    i = next;
                    continue;
                }
                Tag::Punct if self.is_hyphen(i) => {
                    // What stands before a hyphen describes: "China - led", "US - China talks".
                    if self.mention(i + 1).is_none() {
                        i += 2;
                        if self.tag(i - 1).is_noun() {
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

    /// The person behind an office written with what it is of: "Minister of Health and Sport Bo Ek", "President of the
    /// World Bank Ann Lee": capitals and small connecting words up to the name, no connecting word right before it.
    fn office_of(&self, i: usize) -> Option<&'a Mention> {
        if !lexical::is_office(self.text.key(i)) || !matches!(self.text.word(i + 1), "of" | "to" | "for") {
            return None;
        }
        let mut k = i + 2;
        while k < self.end().min(i + LONGEST_OFFICE) {
            if let Some(mention) = self.titled(k) {
                return Some(mention);
            }
            if let Some(mention) = self.mention(k).filter(|m| self.entity_type(m) == EntityType::Person) {
                let beside = k > i + 2 && self.text.tokens[k - 1].has(flag::CAPITAL);
                return Some(mention).filter(|_| beside);
            }
            let token = &self.text.tokens[k];
            let joins = matches!(self.text.word(k), "of" | "and" | "the" | "for" | "to" | "&" | "in");
            if !joins && !token.is_capitalised() && !self.is_hyphen(k) {
                return None;
            }
            k += 1;
        }
        None
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
            return mention.form == Form::Demonym
                && self.mention(end).is_none()
                && self.leads_to_noun(end)
                && !self.tag(end).is_verb();
        }
        let adjective = self.tag(i).is_adjective() && self.leads_to_noun(i);
        let noun = self.tag(i) == Tag::Noun && self.tag(i + 1).is_noun() && self.mention(i + 1).is_none();
        adjective || noun
    }

    fn verb_group(&self, start: usize) -> Group {
        let mut i = start;
        let mut main = start;
        while i < self.end() {
            if i > start && self.mention(i).is_some() {
                break;
            }
            let tag = self.tag(i);
            let helper = self.class(i).any(Classes::BE.or(Classes::HAVE).or(Classes::DO));
            if tag == Tag::Modal || tag.is_verb() {
                main = i;
                i += 1;
                if tag != Tag::Modal && !(helper && self.goes_on(i)) {
                    break;
                }
            } else if tag == Tag::To && i == start || tag.is_adverb() || self.class(i).any(Classes::NEGATION) {
                i += 1;
            } else {
                break;
            }
        }
        // Adverbs at the end stand for themselves.
        let mut end = i;
        while end > main + 1 && self.tag(end - 1).is_adverb() {
            end -= 1;
        }
        while end < self.end() && self.tag(end) == Tag::Particle {
            end += 1;
        }
        Group::new(GroupKind::Verb, TokenRange::new(start, end.max(start + 1)), main)
    }

    /// Whether a verb that the helper before `i` helps comes next: "has (not yet) met", "is meeting".
    fn goes_on(&self, i: usize) -> bool {
        let mut k = i;
        while k < self.end()
            && (self.tag(k).is_adverb() || self.class(k).any(Classes::NEGATION))
            && self.mention(k).is_none()
        {
            k += 1;
        }
        let tag = self.tag(k);
        k < self.end() && self.mention(k).is_none() && (tag.is_verb() && !LIKE_ADJECTIVES.contains(&self.text.key(k)))
    }
}
