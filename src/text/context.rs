//! Brill's rules: a word's tag by the tags and words around it (`src/text/context.txt`).

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{Key, KeyMap, Tag, Tags, Token};

/// What must hold around a word for its tag to change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Condition {
    /// A tag at this distance.
    Tag(i8, Tag),
    /// A tag at one of the distances from the first to the second.
    TagWithin(i8, i8, Tag),
    /// Two tags at these distances.
    Tags(i8, Tag, i8, Tag),
    /// A word at this distance (0 is the word itself).
    Word(i8, Key),
    /// A word at one of the distances.
    WordWithin(i8, i8, Key),
    /// The word itself and another at this distance.
    Words(Key, i8, Key),
    /// The word itself and a tag at this distance.
    WordTag(Key, i8, Tag),
}

struct Rule {
    to: Tag,
    condition: Condition,
}

impl Condition {
    /// The one word whose tag it may change; `None` where that may be any.
    fn own(self) -> Option<Key> {
        match self {
            Condition::Word(0, own) | Condition::Words(own, ..) | Condition::WordTag(own, ..) => Some(own),
            _ => None,
        }
    }

    /// A tag without which it does not hold, and where it may stand; `None` where it asks for words alone.
    fn asks(self) -> Option<(RangeInclusive<i8>, Tag)> {
        match self {
            Condition::Tag(d, t) | Condition::Tags(d, t, ..) | Condition::WordTag(_, d, t) => Some((d..=d, t)),
            Condition::TagWithin(from, to, t) => Some((from..=to, t)),
            Condition::Word(..) | Condition::WordWithin(..) | Condition::Words(..) => None,
        }
    }
}

/// A rule looks at most so many words back or ahead.
const FARTHEST: usize = 3;

/// The rules that change one tag, in order; in sets of them, of which there are at most forty, each has a bit: few words
/// are left with any by the sets alone.
pub(super) struct Rules {
    all: Vec<Rule>,
    /// For each distance and tag the rules that ask for it there.
    around: [[u64; Tag::ALL.len()]; 2 * FARTHEST + 1],
    /// The rules that ask for words alone.
    anywhere: u64,
    /// The rules that may change any word, and those that change but one, for each such word.
    of_any: u64,
    of_one: KeyMap<u64>,
}

impl Rules {
    fn of(all: Vec<Rule>) -> Rules {
        let mut around = [[0; Tag::ALL.len()]; 2 * FARTHEST + 1];
        let (mut anywhere, mut of_any) = (0, 0);
        let mut of_one: FxHashMap<Key, u64> = FxHashMap::default();
        for (number, rule) in all.iter().enumerate() {
            let bit = 1 << number;
            match rule.condition.own() {
                Some(own) => *of_one.entry(own).or_default() |= bit,
                None => of_any |= bit,
            }
            match rule.condition.asks() {
                Some((places, tag)) => places.for_each(|d| {
                    let place = FARTHEST.wrapping_add_signed(isize::from(d));
                    around[place][tag as usize] |= bit;
                }),
                None => anywhere |= bit,
            }
        }
        Rules { all, around, anywhere, of_any, of_one: of_one.into() }
    }

    /// The tag that the first rule which holds gives to a word that may be `allowed`; any tag if that is none.
    pub(super) fn changed(&self, allowed: Tags, tokens: &[Token], tags: &[Tag], i: usize) -> Option<Tag> {
        let mut left = self.of_any | self.of_one.get(tokens[i].key).copied().unwrap_or(0);
        if left == 0 {
            return None;
        }
        let near = i.saturating_sub(FARTHEST)..tags.len().min(i + FARTHEST + 1);
        left &= near.fold(self.anywhere, |set, j| set | self.around[j + FARTHEST - i][tags[j] as usize]);
        while left != 0 {
            let rule = &self.all[left.trailing_zeros() as usize];
            if (allowed.0 == 0 || allowed.has(rule.to)) && holds(rule.condition, tokens, tags, i) {
                return Some(rule.to);
            }
            left &= left - 1;
        }
        None
    }
}

/// The rules of each tag they change.
pub(super) static RULES: LazyLock<Vec<Rules>> = LazyLock::new(|| {
    let mut rules: Vec<Vec<Rule>> = Tag::ALL.iter().map(|_| Vec::new()).collect();
    for (from, to, condition) in include_str!("context.txt").lines().filter_map(read) {
        rules[from as usize].push(Rule { to, condition });
    }
    rules.into_iter().map(Rules::of).collect()
});

fn read(line: &str) -> Option<(Tag, Tag, Condition)> {
    let mut words = line.split_whitespace();
    let (from, to, name) = (Tag::parse(words.next()?)?, Tag::parse(words.next()?)?, words.next()?);
    let (first, second) = (words.next()?, words.next());
    let tag =
        |word: &str| Tag::parse(word).or_else(|| word.chars().all(|c| c.is_ascii_punctuation()).then_some(Tag::Punct));
    let key = Key::of;
    let condition = match name {
        "PREVTAG" => Condition::Tag(-1, tag(first)?),
        "NEXTTAG" => Condition::Tag(1, tag(first)?),
        "PREV2TAG" => Condition::Tag(-2, tag(first)?),
        "NEXT2TAG" => Condition::Tag(2, tag(first)?),
        "PREV1OR2TAG" => Condition::TagWithin(-2, -1, tag(first)?),
        "NEXT1OR2TAG" => Condition::TagWithin(1, 2, tag(first)?),
        "PREV1OR2OR3TAG" => Condition::TagWithin(-3, -1, tag(first)?),
        "SURROUNDTAG" => Condition::Tags(-1, tag(first)?, 1, tag(second?)?),
        "PREVBIGRAM" => Condition::Tags(-2, tag(first)?, -1, tag(second?)?),
        "NEXTBIGRAM" => Condition::Tags(1, tag(first)?, 2, tag(second?)?),
        "CURWD" => Condition::Word(0, key(first)),
        "PREVWD" => Condition::Word(-1, key(first)),
        "NEXTWD" => Condition::Word(1, key(first)),
        "PREV1OR2WD" => Condition::WordWithin(-2, -1, key(first)),
        "LBIGRAM" => Condition::Words(key(second?), -1, key(first)),
        "RBIGRAM" => Condition::Words(key(first), 1, key(second?)),
        "WDAND2AFT" => Condition::Words(key(first), 2, key(second?)),
        "WDNEXTTAG" => Condition::WordTag(key(first), 1, tag(second?)?),
        "WDPREVTAG" => Condition::WordTag(key(second?), -1, tag(first)?),
        "WDAND2TAGAFT" => Condition::WordTag(key(first), 2, tag(second?)?),
        "WDAND2TAGBFR" => Condition::WordTag(key(second?), -2, tag(first)?),
        _ => return None,
    };
    Some((from, to, condition))
}

fn at<T: Copy>(slice: &[T], i: usize, distance: i8) -> Option<T> {
    slice.get(i.checked_add_signed(isize::from(distance))?).copied()
}

fn holds(condition: Condition, tokens: &[Token], tags: &[Tag], i: usize) -> bool {
    let tag = |distance| at(tags, i, distance);
    let word = |distance| at(tokens, i, distance).map(|t| t.key);
    match condition {
        Condition::Tag(d, t) => tag(d) == Some(t),
        Condition::TagWithin(from, to, t) => (from..=to).any(|d| tag(d) == Some(t)),
        Condition::Tags(d, t, e, u) => tag(d) == Some(t) && tag(e) == Some(u),
        Condition::Word(d, k) => word(d) == Some(k),
        Condition::WordWithin(from, to, k) => (from..=to).any(|d| word(d) == Some(k)),
        Condition::Words(own, d, k) => word(0) == Some(own) && word(d) == Some(k),
        Condition::WordTag(own, d, t) => word(0) == Some(own) && tag(d) == Some(t),
    }
}

#[cfg(test)]
mod tests {
    use super::RULES;

    #[test]
    fn every_rule_is_read() {
        let lines = include_str!("context.txt").lines().filter(|l| !l.starts_with('#')).count();
        let read = RULES.iter().map(|r| r.all.len()).sum::<usize>();
        assert!(read * 10 >= lines * 9, "{read} of {lines}");
    }
}
