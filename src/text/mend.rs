//! What Brill's rules get wrong in news: rules of the same kind, but of more conditions (`src/text/news.txt`).

mod condition;

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{Key, KeyMap, Tag, TagSet, Tags, Token};
use condition::Condition;

/// A word of a sentence whose tags are being read.
#[derive(Clone, Copy)]
struct Spot<'a> {
    tokens: &'a [Token],
    tags: &'a [Tag],
    /// Its place.
    i: usize,
    /// The nearest word before that is no adverb.
    last: Option<usize>,
    /// What the lexicon says it may be; nothing if it lacks the word.
    allowed: Tags,
}

/// Of which words a rule may make something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum If {
    /// Any.
    Always,
    /// Those the lexicon has as that.
    Listed,
    /// Those too that it lacks.
    Unrefuted,
}

/// Changes a tag where all its conditions hold.
#[derive(Clone, Debug)]
struct Rule {
    from: TagSet,
    to: Vec<Tag>,
    may: If,
    conditions: Vec<Condition>,
}

impl Rule {
    /// Reads a line without its example: "NN > VBG?  -1:IN +1:NNP|DT".
    fn read(line: &str) -> Option<Rule> {
        let (from, rest) = line.split_once('>')?;
        let mut words = rest.split_whitespace();
        let to = words.next()?;
        let (to, may) = match (to.strip_suffix('?'), to.strip_suffix('~')) {
            (Some(to), _) => (to, If::Listed),
            (_, Some(to)) => (to, If::Unrefuted),
            _ => (to, If::Always),
        };
        Some(Rule {
            from: from.trim().split('|').try_fold(TagSet::default(), |all, t| Some(all.or(TagSet::named(t)?)))?,
            to: to.split('/').map(Tag::parse).collect::<Option<_>>()?,
            may,
            conditions: words.map(Condition::read).collect::<Option<_>>()?,
        })
    }

    /// Whether it speaks of nothing but what is a verb, may be one, or is new to the lexicon.
    fn is_of_verbs(&self) -> bool {
        let changes = |tag: &Tag| !self.from.has(*tag) || VERBS.contains(tag);
        Tag::ALL.iter().all(changes) || self.may != If::Always && self.to.iter().all(|tag| VERBS.contains(tag))
    }

    /// What it makes of a word, if it speaks of it.
    fn makes(&self, spot: &Spot<'_>) -> Option<Tag> {
        let may = |t: &&Tag| match self.may {
            If::Always => true,
            If::Listed => spot.allowed.has(**t),
            If::Unrefuted => spot.allowed.0 == 0 || spot.allowed.has(**t),
        };
        let to = *self.to.iter().find(may)?;
        self.conditions.iter().all(|c| c.holds(spot)).then_some(to)
    }
}

/// Rules in order. In sets of them each has a bit: few words are left with any by the sets alone.
pub(super) struct Rules {
    all: Vec<Rule>,
    /// For each tag of a word the rules that change it.
    of: [u128; Tag::ALL.len()],
    /// For each tag of the word before the rules that it does not turn away.
    behind: [u128; Tag::ALL.len()],
    /// The rules for a word that none stands before.
    first: u128,
    /// The rules that speak of any word; those that speak of any that is a verb or may be one or is new; and those that speak
    /// of certain words, for each of these.
    of_any: u128,
    of_verbs: u128,
    of_some: KeyMap<u128>,
}

/// The rules for news.
pub(super) static NEWS: LazyLock<Rules> =
    LazyLock::new(|| Rules::of(lines().filter_map(|(rule, _)| Rule::read(rule)).collect()));

/// The lines of rules: what each says, and its example.
fn lines() -> impl Iterator<Item = (&'static str, &'static str)> {
    include_str!("news.txt").lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(" = "))
}

impl Rules {
    fn of(all: Vec<Rule>) -> Rules {
        let (mut of, mut behind) = ([0; Tag::ALL.len()], [0; Tag::ALL.len()]);
        let (mut first, mut of_any, mut of_verbs) = (0, 0, 0);
        let mut of_some: FxHashMap<Key, u128> = FxHashMap::default();
        for (number, rule) in all.iter().enumerate() {
            let bit = 1 << number;
            let before: Vec<TagSet> = rule.conditions.iter().filter_map(Condition::tags_before).collect();
            for tag in Tag::ALL {
                of[*tag as usize] |= if rule.from.has(*tag) { bit } else { 0 };
                behind[*tag as usize] |= if before.iter().all(|set| set.has(*tag)) { bit } else { 0 };
            }
            first |= if before.is_empty() { bit } else { 0 };
            match rule.conditions.iter().find_map(Condition::own_words) {
                Some(words) => words.iter().for_each(|word| *of_some.entry(*word).or_default() |= bit),
                None if rule.is_of_verbs() => of_verbs |= bit,
                None => of_any |= bit,
            }
        }
        Rules { all, of, behind, first, of_any, of_verbs, of_some: of_some.into() }
    }

    /// Gives token `i` the tag that news asks for. `last` is the nearest word before that is no adverb; `allowed` what the
    /// lexicon says the word may be.
    pub(super) fn mend(&self, tokens: &[Token], tags: &mut [Tag], i: usize, last: Option<usize>, allowed: Tags) {
        let before = i.checked_sub(1).map_or(self.first, |j| self.behind[tags[j] as usize]);
        let own = self.of_some.get(tokens[i].key).copied().unwrap_or(0);
        let speak = before & (own | self.of_any | if is_settled(tags[i], allowed) { 0 } else { self.of_verbs });
        let mut left = speak & self.of[tags[i] as usize];
        while left != 0 {
            let number = left.trailing_zeros();
            left &= left - 1;
            if let Some(tag) = self.all[number as usize].makes(&Spot { tokens, tags, i, last, allowed }) {
                tags[i] = tag;
                left = speak & self.of[tag as usize] & (u128::MAX << number << 1);
            }
        }
    }
}

/// Whether the lexicon has a word, but never as a verb: most are such.
fn is_settled(tag: Tag, allowed: Tags) -> bool {
    allowed.0 != 0 && !tag.is_verb() && VERBS.iter().all(|verb| !allowed.has(*verb))
}

const VERBS: [Tag; 6] = [Tag::Verb, Tag::Past, Tag::Gerund, Tag::Participle, Tag::Present, Tag::Third];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Analysis, Tagger, TokenRange};

    /// The tags of a text by some rules.
    fn tagged(news: &Rules, raw: &str) -> Vec<Tag> {
        let mut analysis = Analysis::default();
        let text = analysis.run(raw, 0);
        let (mut tagger, all) = (Tagger::default(), TokenRange::new(0, text.tokens.len()));
        tagger.read_by(news, &text, all, |_| None);
        tagger.tags().to_vec()
    }

    /// The text of an example, which of its tokens a rule changes, and to what.
    fn read_example(example: &str) -> (String, usize, Tag) {
        let (before, rest) = example.split_once('/').unwrap_or_else(|| panic!("{example}: which word?"));
        let end = rest.find(|c: char| !c.is_ascii_uppercase() && c != '$').unwrap_or(rest.len());
        let tag = Tag::parse(&rest[..end]).unwrap_or_else(|| panic!("{example}: no tag"));
        let mut analysis = Analysis::default();
        (format!("{before}{}", &rest[end..]), analysis.run(before, 0).tokens.len() - 1, tag)
    }

    #[test]
    fn each_rule_does_what_its_example_says_and_no_other_does() {
        let news = lines().map(|(rule, example)| (Rule::read(rule).unwrap_or_else(|| panic!("{rule}")), example));
        let (rules, examples): (Vec<Rule>, Vec<&str>) = news.unzip();
        assert!(rules.len() == NEWS.all.len() && rules.len() <= 128);
        let mut wrong = Vec::new();
        for (number, example) in examples.into_iter().enumerate() {
            let (text, at, tag) = read_example(example);
            let others = rules.iter().enumerate().filter(|(other, _)| *other != number).map(|(_, rule)| rule.clone());
            let (with, without) = (tagged(&NEWS, &text)[at], tagged(&Rules::of(others.collect()), &text)[at]);
            if with != tag || without == tag {
                wrong.push(format!("{example}: {} without it {}", with.as_str(), without.as_str()));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
