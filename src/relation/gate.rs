//! The gate: which triggers of a sentence may lead to a relation at all, told by its words alone, then by their parts of
//! speech, before any of it is parsed. It may let too much through, never too little.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::clause::Syntax;
use crate::mention::Mentions;
use crate::reference::vocabulary::calling_of;
use crate::rule::{Element, RuleBook};
use crate::text::{Key, Text, TokenRange};

use super::needs::Needs;
use super::triggers::{Start, Triggers};

/// Words that stand for one actor.
static ONE: LazyLock<FxHashSet<Key>> =
    LazyLock::new(|| keys("i me my mine myself he him his himself she her hers herself ours ourselves it its itself"));

/// Words before a description of somebody known.
static DEFINITE: LazyLock<FxHashSet<Key>> =
    LazyLock::new(|| keys("the this that these those both two three his her its their our my all each other 's"));

/// A description has at most so many words behind the first.
const LONGEST_DESCRIPTION: usize = 5;

/// Words that may stand for two.
static TWO: LazyLock<FxHashSet<Key>> =
    LazyLock::new(|| keys("they them their theirs themselves both two three pair duo we our us"));

fn keys(words: &str) -> FxHashSet<Key> {
    words.split_whitespace().map(Key::of).collect()
}

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
    /// Sorted by the first token; of one token in the order of the rules.
    pub(super) prospects: Vec<Prospect>,
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
        let given = self.gather(triggers, text, sentence);
        self.stand((book, triggers), text, sentence, mentions, |start| {
            let asked = triggers.asked(start);
            given.meet(asked.before) && given.meet(asked.behind)
        });
        if !self.is_worth(told) {
            return false;
        }
        // Those told before act again; others must be meant in the sentence itself.
        if !may_mean_two(text, sentence, mentions) {
            self.prospects.retain(|p| p.start.looks_back);
        }
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
        self.gather(triggers, text, sentence);
        self.stand((book, triggers), text, sentence, mentions, |_| true);
        self.cues.iter().any(|&number| number != NO_CUE && !triggers.cue(number).starts.is_empty())
    }

    /// Keeps the triggers whose words are the parts of speech that the rules ask for; whether any may match.
    pub(super) fn narrow(&mut self, book: &RuleBook, text: &Text<'_>, syntax: &Syntax, told: bool) -> bool {
        self.prospects.retain(|p| {
            p.form(book).iter().zip(p.trigger.range()).all(|(element, i)| match element {
                Element::Lemma(lemma) => lemma.is(text.key(i), syntax.tag(i)),
                _ => true,
            })
        });
        self.is_worth(told)
    }

    /// Whether a trigger may match: one that takes its actors from before only when something was told.
    fn is_worth(&self, told: bool) -> bool {
        self.prospects.iter().any(|p| told || !p.start.looks_back)
    }

    /// Notes every word that rules speak of, and gives what they give to rules.
    fn gather(&mut self, triggers: &Triggers, text: &Text<'_>, sentence: TokenRange) -> Needs {
        self.first = sentence.start;
        self.cues.clear();
        let mut given = Needs::default();
        self.cues.extend(text.tokens[sentence.range()].iter().map(|token| match triggers.number(token.key) {
            Some(number) => {
                given = given.or(triggers.cue(number).gives);
                number
            }
            None => NO_CUE,
        }));
        given
    }

    /// What a token of the sentence gives to rules.
    pub(super) fn gives(&self, triggers: &Triggers, token: u32) -> Needs {
        match self.cues[(token - self.first) as usize] {
            NO_CUE => Needs::default(),
            number => triggers.cue(number).gives,
        }
    }

    /// Makes prospects of the triggers that begin at the words noted, may match and stand there with all their words.
    fn stand(
        &mut self,
        (book, triggers): (&RuleBook, &Triggers),
        text: &Text<'_>,
        sentence: TokenRange,
        mentions: &Mentions,
        may_match: impl Fn(&Start) -> bool,
    ) {
        self.prospects.clear();
        for (token, &number) in (sentence.start..).zip(&self.cues).filter(|(_, number)| **number != NO_CUE) {
            let starts = triggers.cue(number).starts.iter().filter(|start| may_match(start));
            let trigger = TokenRange { start: token, end: token + 1 };
            let before = self.prospects.len();
            self.prospects.extend(
                starts
                    .map(|&start| Prospect { trigger, start })
                    .filter_map(|mut prospect| stands(book, text, sentence, &mut prospect).then_some(prospect)),
            );
            if self.prospects.len() > before && named(mentions, token) {
                self.prospects.truncate(before);
            }
        }
    }
}

/// Whether all words of the trigger stand there, whatever their parts of speech; it then gets its length.
fn stands(book: &RuleBook, text: &Text<'_>, sentence: TokenRange, prospect: &mut Prospect) -> bool {
    let form = prospect.form(book);
    let first = prospect.trigger.start as usize;
    prospect.trigger = TokenRange::new(first, first + form.len());
    prospect.trigger.end <= sentence.end
        && form.iter().zip(first..).skip(1).all(|(element, i)| match element {
            Element::Word(key) => text.key(i) == *key,
            Element::Lemma(lemma) => lemma.forms.iter().any(|(key, _)| text.key(i) == *key),
            _ => false,
        })
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
        if DEFINITE.contains(&key) {
            definite = i + LONGEST_DESCRIPTION;
        }
        actors += match calling_of(key) {
            Some(_) if i > definite => 0,
            Some((_, plural)) => 1 + usize::from(plural),
            None if ONE.contains(&key) => 1,
            None if TWO.contains(&key) => 2,
            None => 0,
        };
        i += 1;
    }
    actors > 1
}
