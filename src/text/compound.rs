//! Words joined by hyphens that describe the noun behind them: "follow-up talks", "a back-to-back meeting".

use super::lexicon::tags_of;
use super::{Classes, Key, Tag, Token, TokenKind, flag};

/// Makes adjectives of the words of each compound that stands before a noun: word for word they would be verbs and
/// prepositions ("in-person talks"). A compound that may be what the word before it does ("Lima fast-tracked talks") stays
/// as it is.
pub(super) fn describe(tokens: &[Token], tags: &mut [Tag], given: impl Fn(usize, Tag) -> bool) {
    let mut i = 1;
    while i + 1 < tokens.len() {
        if !is_joint(tokens, i) {
            i += 1;
            continue;
        }
        let (start, mut end) = (i - 1, i + 1);
        while is_joint(tokens, end + 1) {
            end += 2;
        }
        let plain = |k: usize| tokens[k].kind == TokenKind::Word && !given(k, tags[k]);
        let whole = (start..=end).step_by(2).all(plain);
        if whole
            && !opens_word(tokens[start].key)
            && !acts(tokens, tags, start, end)
            && let Some(noun) = noun_behind(tokens, tags, end + 1)
            && (is_broken(tags, start, end) || noun != tags[end + 1] && is_object(tags, start))
        {
            tags[end + 1] = noun;
            (start..=end).step_by(2).for_each(|k| tags[k] = Tag::Adjective);
        }
        i = end + 1;
    }
}

/// A hyphen without spaces between two words.
fn is_joint(tokens: &[Token], i: usize) -> bool {
    let tight = |k: usize| tokens.get(k).is_some_and(|t| !t.has(flag::SPACE_BEFORE));
    tight(i) && tight(i + 1) && is_hyphen(tokens[i].key) && tokens[i - 1].kind == TokenKind::Word
}

/// The mark itself.
fn is_hyphen(key: Key) -> bool {
    key == const { Key::of_ascii("-") }
}

/// "co-hosted talks", "ex-minister": the hyphen stands within a word.
fn opens_word(first: Key) -> bool {
    const { Key::each(["co", "re", "ex", "vice", "by", "then", "de", "un"]) }.contains(&first)
}

/// Whether one of the words is none that stands before a noun by itself.
fn is_broken(tags: &[Tag], start: usize, end: usize) -> bool {
    let fits = |tag: Tag| tag.is_noun() || tag.is_adjective();
    !(start..=end).step_by(2).all(|k| fits(tags[k]))
}

/// "held | post-election talks", "in | post-election talks": what stands there has no verb of its own.
fn is_object(tags: &[Tag], start: usize) -> bool {
    start.checked_sub(1).is_some_and(|k| tags[k].is_verb() || tags[k] == Tag::Preposition)
}

/// Whether the compound may be a verb: "will fast-track talks", "Lima jump-started talks"; but "held long-awaited talks",
/// "frank and wide-ranging talks".
fn acts(tokens: &[Token], tags: &[Tag], start: usize, end: usize) -> bool {
    let Some(before) = start.checked_sub(1) else { return false };
    let known = tags_of(tokens[end].key);
    if matches!(tags[before], Tag::To | Tag::Modal) {
        return known.has(Tag::Verb);
    }
    if tags[end] == Tag::Gerund {
        return tokens[before].classes.any(Classes::BE);
    }
    // "had long-awaited talks", "newly-formed"; but "had fast-tracked talks".
    let manner = tags[start].is_adjective() || tags[start].is_adverb();
    if manner && !const { Key::each(["fast", "double", "short", "cold"]) }.contains(&tokens[start].key) {
        return false;
    }
    let subject = tags[before].is_noun() || tags[before].is_adverb() || tags[before] == Tag::Pronoun;
    let helper = tokens[before].classes.any(Classes::BE.or(Classes::HAVE));
    let joined = tags[before] == Tag::Coordinator && !before.checked_sub(1).is_some_and(|k| tags[k].is_adjective());
    matches!(tags[end], Tag::Past | Tag::Participle | Tag::Third) && (subject || helper || joined)
}

/// The tag of the noun or adjective at `i`; that of the noun which it may be, where it was taken for a verb.
fn noun_behind(tokens: &[Token], tags: &[Tag], i: usize) -> Option<Tag> {
    let tag = *tags.get(i)?;
    if matches!(tag, Tag::Noun | Tag::Nouns) || tag.is_adjective() {
        return Some(tag);
    }
    let verb = matches!(tag, Tag::Verb | Tag::Present | Tag::Third);
    verb.then(|| tags_of(tokens[i].key).noun()).flatten()
}

#[cfg(test)]
mod tests {
    use crate::text::{Analysis, Tagger, TokenRange};

    #[test]
    fn before_a_noun_an_adjective() {
        let mut analysis = Analysis::default();
        for (raw, expected) in [
            ("They held follow-up talks.", "PRP VBD JJ . JJ NNS ."),
            ("They had back-to-back meetings.", "PRP VBD JJ . JJ . JJ NNS ."),
            ("After long-awaited talks she left.", "IN JJ . JJ NNS PRP VBD ."),
            ("They held frank and wide-ranging talks.", "PRP VBD JJ CC JJ . JJ NNS ."),
            ("The firms will fast-track plans.", "DT NNS MD RB . NN NNS ."),
        ] {
            let text = analysis.run(raw, 0);
            let (mut tagger, all) = (Tagger::default(), TokenRange::new(0, text.tokens.len()));
            tagger.read(&text, all, |_| None);
            let tags = tagger.tags().iter().map(|t| t.as_str()).collect::<Vec<_>>().join(" ");
            assert_eq!(tags, expected, "{raw}");
        }
    }
}
