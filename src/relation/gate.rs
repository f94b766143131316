//! The gate: which triggers of a sentence may lead to a relation at all, told by its words alone, then by their parts of
//! speech, before any of it is parsed. It may let too much through, never too little.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::clause::Syntax;
use crate::mention::Mentions;
use crate::reference::vocabulary::calling_of;
use crate::rule::{Element, RuleBook};
use crate::text::{Key, KeyMap, Text, TokenRange};

use super::needs::Given;
use super::triggers::{Start, Triggers};

/// What a word that is no noun says of who is meant.
#[derive(Clone, Copy, Debug, Default)]
struct Pointer {
    /// For how many actors it may stand.
    actors: usize,
    /// Whether a description of somebody known may follow.
    definite: bool,
}

/// Words that stand for actors or point to them.
static POINTERS: LazyLock<KeyMap<Pointer>> = LazyLock::new(|| {
    let one = "i me my mine myself he him his himself she her hers herself ours ourselves it its itself";
    let two = "they them their theirs themselves both two three pair duo we our us";
    let definite = "the this that these those both two three his her its their our my all each other 's";
    let mut pointers: FxHashMap<Key, Pointer> = FxHashMap::default();
    for (words, actors) in [(one, 1), (two, 2)] {
        words.split_whitespace().for_each(|w| pointers.entry(Key::of(w)).or_default().actors = actors);
    }
    definite.split_whitespace().for_each(|w| pointers.entry(Key::of(w)).or_default().definite = true);
    pointers.into()
});

/// A description has at most so many words behind the first.
const LONGEST_DESCRIPTION: usize = 5;

/// A trigger that may stand in a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Prospect {
    pub(super) trigger: TokenRange,
    pub(super) start: Start,
}

impl Prospect {
    /// The elements of the trigger.
    fn form(self, book: &RuleBook) -> &[Element] {
        let Start { rule, pattern, form, .. } = self.start;
        let pattern = &book.rules[rule as usize].patterns[pattern as usize];
        match &pattern.elements[pattern.trigger] {
            Element::Trigger(forms) => &forms[form as usize],
            _ => &[],
        }
    }
}

/// Stands for a word that no rule speaks of.
const NO_CUE: u32 = u32::MAX;

/// What passes the gate of one sentence; the buffer is kept from sentence to sentence.
#[derive(Clone, Debug, Default)]
pub(super) struct Gate {
    /// The first token of the sentence.
    first: u32,
    /// For each token the number of its cue, or [`NO_CUE`].
    cues: Vec<u32>,
    /// The tokens that begin triggers; one in fifteen does.
    begins: Vec<u32>,
    /// Sorted by the first token; of one token in the order of the rules.
    pub(super) prospects: Vec<Prospect>,
    /// Every trigger was let in.
    wide: bool,
}

impl Gate {
    /// Looks for triggers that may match; whether there are any. `told`: a relation was told shortly before.
    pub(super) fn open(
        &mut self,
        (book, triggers): (&RuleBook, &Triggers),
        text: &Text<'_>,
        sentence: TokenRange,
        mentions: &Mentions,
        told: bool,
    ) -> bool {
        if !self.gather(triggers, text, sentence) {
            return false;
        }
        // Those told before act again; others must be meant in the sentence itself.
        let two = may_mean_two(text, sentence, mentions);
        if !two && !told {
            return false;
        }
        self.wide = false;
        let given = self.given(triggers);
        let may_match = |start: &Start| two || start.looks_back;
        self.stand((book, triggers), text, sentence, mentions, (&given, may_match));
        self.is_worth(told)
    }

    /// Takes every trigger there is; whether the sentence holds a word that begins one.
    pub(super) fn throw_open(
        &mut self,
        (book, triggers): (&RuleBook, &Triggers),
        text: &Text<'_>,
        sentence: TokenRange,
        mentions: &Mentions,
    ) -> bool {
        let begins = self.gather(triggers, text, sentence);
        self.wide = true;
        self.stand((book, triggers), text, sentence, mentions, (&Given::ALL, |_| true));
        begins
    }

    /// Keeps the triggers whose words, and the words that stand with them, are the parts of speech that the rules ask for;
    /// whether any may match.
    pub(super) fn narrow(
        &mut self,
        (book, triggers): (&RuleBook, &Triggers),
        text: &Text<'_>,
        syntax: &Syntax,
        told: bool,
    ) -> bool {
        self.prospects.retain(|p| {
            let stands = |(element, i): (&Element, usize)| match element {
                Element::Lemma(lemma) => lemma.is(text.key(i), syntax.tag(i)),
                _ => true,
            };
            p.start.tags.has(syntax.tag(p.trigger.start as usize))
                && (p.start.length == 1 || p.form(book).iter().zip(p.trigger.range()).skip(1).all(stands))
        });
        if !self.wide && !self.prospects.is_empty() {
            let mut given = Given::default();
            for token in syntax.sentence.start..syntax.sentence.end {
                self.give(triggers, syntax, token, &mut given);
            }
            self.prospects.retain(|p| given.meets(p.start.needs));
        }
        self.is_worth(told)
    }

    /// Whether a trigger may match: one that takes its actors from before only when something was told.
    fn is_worth(&self, told: bool) -> bool {
        self.prospects.iter().any(|p| told || !p.start.looks_back)
    }

    /// Notes every word that rules speak of; whether one of them begins a trigger.
    fn gather(&mut self, triggers: &Triggers, text: &Text<'_>, sentence: TokenRange) -> bool {
        self.first = sentence.start;
        self.cues.clear();
        self.begins.clear();
        for (i, token) in (sentence.start..).zip(&text.tokens[sentence.range()]) {
            let number = triggers.number(token.key).unwrap_or(NO_CUE);
            self.cues.push(number);
            if triggers.begins(number) {
                self.begins.push(i);
            }
        }
        !self.begins.is_empty()
    }

    /// What the words noted give to rules, whatever their parts of speech.
    fn given(&self, triggers: &Triggers) -> Given {
        let mut given = Given::default();
        for &number in self.cues.iter().filter(|number| **number != NO_CUE) {
            triggers.gives(number).iter().for_each(|(_, set)| given.put(*set));
        }
        given
    }

    /// Adds what a token of the sentence gives to rules.
    #[inline]
    pub(super) fn give(&self, triggers: &Triggers, syntax: &Syntax, token: u32, given: &mut Given) {
        let number = self.cues[(token - self.first) as usize];
        if number != NO_CUE {
            let tag = syntax.tag(token as usize);
            triggers.gives(number).iter().filter(|(tags, _)| tags.has(tag)).for_each(|(_, set)| given.put(*set));
        }
    }

    /// Makes prospects of the triggers that begin at the words noted, may match and stand there with all their words.
    fn stand(
        &mut self,
        (book, triggers): (&RuleBook, &Triggers),
        text: &Text<'_>,
        sentence: TokenRange,
        mentions: &Mentions,
        (given, may_match): (&Given, impl Fn(&Start) -> bool),
    ) {
        self.prospects.clear();
        for &token in &self.begins {
            let number = self.cues[(token - self.first) as usize];
            let next = text.key(token as usize + 1);
            let before = self.prospects.len();
            for run in triggers.opening(number).runs(given) {
                for start in run {
                    if start.second.is_some_and(|second| second != next) || !may_match(start) {
                        continue;
                    }
                    let trigger = TokenRange { start: token, end: token + start.length };
                    let prospect = Prospect { trigger, start: *start };
                    if stands(book, text, sentence, prospect) {
                        self.prospects.push(prospect);
                    }
                }
            }
            if self.prospects.len() > before && (named(mentions, token) || is_illness(text, token)) {
                self.prospects.truncate(before);
            }
            self.prospects[before..].sort_unstable_by_key(|p| p.start.order());
        }
    }
}

/// Whether the words of the trigger behind its first stand there, whatever their parts of speech.
fn stands(book: &RuleBook, text: &Text<'_>, sentence: TokenRange, prospect: Prospect) -> bool {
    let TokenRange { start, end } = prospect.trigger;
    if prospect.start.length == 1 {
        return true;
    }
    end <= sentence.end
        && prospect.form(book).iter().zip(start as usize..).skip(1).all(|(element, i)| match element {
            Element::Word(key) => text.key(i) == *key,
            Element::Lemma(lemma) => lemma.forms.iter().any(|(key, _)| text.key(i) == *key),
            _ => false,
        })
}

/// Whether the word is the illness "AIDS", which is no aid.
fn is_illness(text: &Text<'_>, token: u32) -> bool {
    text.word(token as usize) == "AIDS"
}

/// Whether a name or a person's title holds the token.
fn named(mentions: &Mentions, token: u32) -> bool {
    let at = mentions.mentions.partition_point(|m| m.tokens.end <= token);
    mentions.mentions.get(at).is_some_and(|m| m.tokens.contains(token as usize) || m.title.contains(token as usize))
}

/// Whether names, pronouns and descriptions of the sentence may mean two actors.
fn may_mean_two(text: &Text<'_>, tokens: TokenRange, mentions: &Mentions) -> bool {
    let named = mentions.within(tokens);
    let mut actors = usize::from(!named.is_empty());
    let first = mentions.mentions.get(named.start).map(|m| m.entity);
    if mentions.mentions[named.clone()].iter().any(|m| Some(m.entity) != first) {
        return true;
    }
    // Within a name or title no word stands for anybody else.
    let mut named = mentions.mentions[named].iter().peekable();
    let mut i = tokens.start as usize;
    // A description means somebody only behind "the", "both", "its".
    let mut definite = 0;
    while i < tokens.end as usize && actors < 2 {
        let taken = |m: &&crate::mention::Mention| m.tokens.contains(i) || m.title.contains(i);
        while named.peek().is_some_and(|m| m.tokens.end as usize <= i) {
            named.next();
        }
        if let Some(mention) = named.peek().filter(|m| taken(m)) {
            i = mention.tokens.end as usize;
            continue;
        }
        let key = text.key(i);
        let pointer = POINTERS.get(key).copied().unwrap_or_default();
        if pointer.definite {
            definite = i + LONGEST_DESCRIPTION;
        }
        actors += match calling_of(key) {
            Some(_) if i > definite => 0,
            Some((_, plural)) => 1 + usize::from(plural),
            None => pointer.actors,
        };
        i += 1;
    }
    actors > 1
}
