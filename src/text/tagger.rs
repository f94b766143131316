//! Part-of-speech tags for one sentence: the most likely tag of each word, then Brill's rules on its neighbours
//! (E. Brill, "Some advances in transformation-based part of speech tagging", AAAI 1994; `src/text/context.txt`), then
//! what news needs and a corpus of 1990 did not teach.

use super::class::Classes;
use super::compound;
use super::context::RULES;
use super::lexicon::tags_of;
use super::mend::{self, NEWS};
use super::{Key, Tag, Tags, Text, Token, TokenKind, TokenRange, flag};

/// Tags the tokens of one sentence; its buffers are kept from sentence to sentence.
#[derive(Clone, Debug, Default)]
pub struct Tagger {
    tags: Vec<Tag>,
    /// What the lexicon says of each word.
    known: Vec<Tags>,
    /// The same; `None` where nothing changes the tag.
    allowed: Vec<Option<Tags>>,
}

impl Tagger {
    /// One tag a token of the sentence read last.
    pub fn tags(&self) -> &[Tag] {
        &self.tags
    }

    /// Reads a sentence. `given` is asked once for each token, in order, and answers for those whose tag is known already:
    /// names are `NNP`, and nothing changes them.
    pub fn read(&mut self, text: &Text<'_>, sentence: TokenRange, given: impl FnMut(usize) -> Option<Tag>) {
        self.read_by(&NEWS, text, sentence, given);
    }

    /// Reads a sentence by some rules for news.
    pub(super) fn read_by(
        &mut self,
        news: &mend::Rules,
        text: &Text<'_>,
        sentence: TokenRange,
        mut given: impl FnMut(usize) -> Option<Tag>,
    ) {
        self.tags.clear();
        self.allowed.clear();
        let tokens = &text.tokens[sentence.range()];
        // In a pass of their own, in which no look into the lexicon waits for the one before.
        self.known.clear();
        self.known.extend(tokens.iter().map(tags_if_word));
        let shouted = is_shouted(tokens);
        for ((i, token), &known) in sentence.range().zip(tokens).zip(&self.known) {
            let (tag, allowed) = given(i).map_or_else(|| likeliest(text, token, known, shouted), |tag| (tag, None));
            self.tags.push(tag);
            self.allowed.push(allowed);
        }
        let rules = &*RULES;
        let tags = &mut self.tags;
        // The nearest word before that is no adverb.
        let mut last = None;
        let verbless = !tags.iter().any(|t| t.is_finite() || *t == Tag::Modal);
        let heading = is_heading(tokens);
        for (i, allowed) in self.allowed.iter().enumerate() {
            // "PERU, CHILE SET UP BANK": a form that is all of a verb's.
            let plain = || matches!(tags[i], Tag::Past | Tag::Participle) && tags_of(tokens[i].key).has(Tag::Present);
            if shouted && i > 0 && tags[i - 1] == Tag::Name && plain() {
                tags[i] = Tag::Present;
            } else if shouted && is_shouted_verb(tokens, tags, i) {
                tags[i] = Tag::Third;
            } else if verbless && is_headline_verb(tokens, tags, i) {
                tags[i] = if tags[i] == Tag::Nouns { Tag::Third } else { Tag::Present };
            } else if let Some(allowed) = *allowed {
                // A word that is always the same needs no rule.
                if allowed != Tags::one(tags[i])
                    && let Some(tag) = rules[tags[i] as usize].changed(allowed, tokens, tags, i)
                {
                    tags[i] = tag;
                }
                news.mend(tokens, tags, i, last, allowed);
                // "the Fisheries Minister met": a capital within a sentence is no verb's.
                // Behind "the U.S." some write any word so.
                let dotted = i > 0 && tokens[i - 1].has(flag::DOT);
                let named = !heading && !dotted && is_titled(&tokens[i]);
                // "PERU SIGNS ACCORD": what the verb before it acts on.
                let object = shouted && i > 0 && tags[i - 1] == Tag::Third && allowed.noun().is_some();
                if tags[i].is_verb() && (named || object) {
                    tags[i] = allowed.noun().unwrap_or(Tag::Name);
                }
            }
            if !tags[i].is_adverb() {
                last = Some(i);
            }
        }
        let allowed = &self.allowed;
        compound::describe(tokens, tags, |k, tag| tag == Tag::Name && allowed[k].is_none());
    }
}

/// Whether a line is written with capitals throughout, as headings are: most of its longer words have one.
fn is_heading(tokens: &[Token]) -> bool {
    let long = tokens.iter().filter(|t| t.kind == TokenKind::Word && t.span.end - t.span.start > 3);
    let (all, small) = long.fold((0, 0), |(all, small), t| (all + 1, small + usize::from(!t.has(flag::CAPITAL))));
    small * 3 < all
}

/// "PERU, CHILE SIGN PACT": a line in capitals throughout, in which they make no word a name.
fn is_shouted(tokens: &[Token]) -> bool {
    let mut words = tokens.iter().filter(|t| t.kind == TokenKind::Word && t.span.end - t.span.start > 2);
    let mut count = 0;
    words.all(|t| {
        t.has(flag::ALL_CAPS) && {
            count += 1;
            true
        }
    }) && count > 2
}

/// A word with a capital that its place in the sentence does not explain.
fn is_titled(token: &Token) -> bool {
    token.has(flag::CAPITAL) && !token.has(flag::ALL_CAPS) && !token.has(flag::SENTENCE_START)
}

/// What the lexicon says of a word; nothing of what is none.
#[inline]
fn tags_if_word(token: &Token) -> Tags {
    if matches!(token.kind, TokenKind::Word | TokenKind::Symbol) { tags_of(token.key) } else { Tags::default() }
}

/// The tag a word has most often, or what its letters say; and the tags it may get instead, unless it has no other.
fn likeliest(text: &Text<'_>, token: &Token, known: Tags, shouted: bool) -> (Tag, Option<Tags>) {
    match token.kind {
        TokenKind::Punct | TokenKind::Quote => return (Tag::Punct, None),
        TokenKind::Number => return (Tag::Number, None),
        TokenKind::Symbol => {
            let tag = if token.span.of(text.raw) == "&" { Tag::Coordinator } else { Tag::Symbol };
            return (tag, Some(known));
        }
        TokenKind::Word => {}
    }
    // "Dh1.2 billion", "Rs500"
    if token.has(flag::DIGIT) && is_sum(token.span.of(text.raw)) {
        return (Tag::Number, None);
    }
    if token.classes.any(Classes::NUMBER) && token.key != const { Key::of_ascii("second") } {
        return (Tag::Number, None);
    }
    if token.classes.any(Classes::ARTICLE) {
        return (Tag::Determiner, None);
    }
    // "shouldn't", which the list lacks
    if known.0 == 0 && token.classes.any(Classes::MODAL) {
        return (Tag::Modal, None);
    }
    // "the farmers' club"
    if matches!(token.span.of(text.raw), "'" | "’") {
        return (Tag::Possessive, None);
    }
    if token.key == const { Key::of_ascii("'s") } {
        return (Tag::Possessive, Some(known));
    }
    // A capitalised word within a sentence is a name, unless the whole line is written so.
    let capital = token.has(flag::CAPITAL) && !token.has(flag::SENTENCE_START) && !token.classes.any(FUNCTION);
    if capital && !known.has(Tag::Adjective) && (known.0 == 0 || token.has(flag::ALL_CAPS) && !shouted) {
        return (Tag::Name, Some(known));
    }
    // "travelled", which the list has as an adjective alone, is what somebody did as well.
    let word = || token.span.of(text.raw);
    let plain = known.0.count_ones() == 1 && known.has(Tag::Adjective) && token.has(flag::LOWER);
    if plain && word().ends_with("ed") && !word().contains('-') && word().len() > 5 {
        return (Tag::Participle, Some(Tags(0)));
    }
    // "briefly", a noun to the list first
    if known.first() == Some(Tag::Noun) && known.has(Tag::Adverb) && word().ends_with("ly") {
        return (Tag::Adverb, Some(known));
    }
    // "normalisation": what ends so is never a verb.
    if known.0 == 0 && token.has(flag::LOWER) && is_abstract(word()) {
        return (if word().ends_with('s') && !word().ends_with("ss") { Tag::Nouns } else { Tag::Noun }, None);
    }
    // "severs", of a verb that is no noun, where the list lacks the form
    if known.0 == 0 && token.has(flag::LOWER) && is_third(word()) {
        return (Tag::Third, None);
    }
    let tag = known.first().unwrap_or_else(|| guess(word()));
    (tag, (tag != Tag::Number).then_some(known))
}

/// "Peru, Chile sign deal": in a line without any verb a noun behind a list of names that may be a plural verb is one;
/// "Peru, Chile trade talks" are talks on trade. "Acme works with Best": a plural noun behind a name that may be a verb.
fn is_headline_verb(tokens: &[Token], tags: &[Tag], i: usize) -> bool {
    let name = |j: usize| tags[j] == Tag::Name;
    let third = tags[i] == Tag::Nouns && tags_of(tokens[i].key).has(Tag::Third) && i > 0 && name(i - 1);
    if third && !tokens[i].has(flag::CAPITAL) {
        let next = |t: &Tag| matches!(t, Tag::Name | Tag::Determiner | Tag::Owner);
        let with = tokens.get(i + 1).is_some_and(|t| t.key == const { Key::of_ascii("with") });
        // "Peru shares data with Chile.": a sentence, closed as such, has a verb.
        let closed = tokens.last().is_some_and(|t| t.key == Key::of("."));
        let object = tags.get(i + 1).is_some_and(|t| t.is_noun() || t.is_adjective() || *t == Tag::Number);
        return with || closed && object || tags.get(i + 1).is_some_and(next);
    }
    if tags[i] != Tag::Noun
        || !tags_of(tokens[i].key).has(Tag::Present)
        || tokens[i].key == const { Key::of_ascii("trade") }
        || !tags.get(i + 1).is_some_and(|t| t.is_noun() || t.is_adjective() || *t == Tag::To)
    {
        return false;
    }
    let Some(joint) = (0..i).rev().find(|&j| !name(j)).filter(|&j| j + 1 < i && j > 0) else { return false };
    let joins = tags[joint] == Tag::Coordinator || tokens[joint].key == const { Key::of_ascii(",") };
    joins && name(joint - 1)
}

/// "PERU SIGNS PACT": in a line of capitals without a verb so far, what may be one behind a name and before what it acts on.
/// Who talks acts on nothing: "PERU TALKS SET FOR MAY" is of talks.
fn is_shouted_verb(tokens: &[Token], tags: &[Tag], i: usize) -> bool {
    let talks = const { Key::of_ascii("talks") };
    let object = || tags_of(tokens[i + 1].key).noun().is_some() || tokens[i + 1].classes.any(Classes::DETERMINER);
    i > 0
        && tags[i] == Tag::Nouns
        && tags[i - 1] == Tag::Name
        && tags_of(tokens[i].key).has(Tag::Third)
        && tokens[i].key != talks
        && !tags[..i].iter().any(|t| t.is_finite() || *t == Tag::Modal)
        && tags.get(i + 1).is_some_and(|t| matches!(t, Tag::Name | Tag::Number) || t.is_adjective() || object())
}

/// Words that stay what they are when a headline writes them with a capital.
const FUNCTION: Classes = Classes::DETERMINER
    .or(Classes::PREPOSITION)
    .or(Classes::COORDINATOR)
    .or(Classes::MODAL)
    .or(Classes::BE)
    .or(Classes::HAVE)
    .or(Classes::PRONOUN);

/// A noun made of a verb or an adjective, by its ending.
fn is_abstract(word: &str) -> bool {
    let one = word.strip_suffix('s').filter(|one| !one.ends_with('s')).unwrap_or(word);
    ["ation", "ness", "ity", "ship", "hood", "ology", "ism"].iter().any(|e| one.len() > e.len() + 2 && one.ends_with(e))
}

/// Whether a word that no list holds is a listed verb with the ending of the third person.
fn is_third(word: &str) -> bool {
    let verb = |stem: &str| {
        let tags = tags_of(Key::of(stem));
        tags.has(Tag::Present) && !tags.has(Tag::Noun)
    };
    let Some(stem) = word.strip_suffix('s').filter(|stem| stem.len() > 2 && !stem.ends_with('s')) else { return false };
    verb(stem) || stem.strip_suffix('e').is_some_and(verb)
}

/// The tag of a word that no list holds, by its ending.
fn guess(word: &str) -> Tag {
    let ends = |endings: &[&str]| endings.iter().any(|e| word.len() > e.len() + 2 && word.ends_with(e));
    if word.starts_with(char::is_uppercase) {
        Tag::Name
    } else if ends(&["ly"]) {
        Tag::Adverb
    } else if ends(&["ing"]) {
        Tag::Gerund
    } else if ends(&["ed"]) {
        Tag::Participle
    } else if ends(&["ous", "ful", "ive", "able", "ible", "ical", "ish", "less", "ian", "ese"]) {
        Tag::Adjective
    } else if ends(&["ss", "us", "is"]) {
        Tag::Noun
    } else if ends(&["s"]) {
        Tag::Nouns
    } else {
        Tag::Noun
    }
}

/// Letters that stand for a currency before a sum.
const CURRENCIES: [&str; 26] = [
    "Dh", "Dhs", "AED", "QR", "SR", "SAR", "KD", "BD", "RO", "OMR", "JD", "LE", "EGP", "Rs", "Rs.", "INR", "RM", "Sh",
    "KSh", "Sh.", "GHS", "N", "R", "Tk", "P", "Php",
];

/// Whether a word is a sum of money: the letters of a currency, then digits.
fn is_sum(word: &str) -> bool {
    let digits = word.find(|c: char| c.is_ascii_digit()).filter(|&at| at > 0);
    digits.is_some_and(|at| {
        let rest = &word[at..];
        CURRENCIES.contains(&&word[..at])
            && rest.len() > 1
            && rest.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Analysis;

    fn tagged(raw: &str) -> String {
        let mut analysis = Analysis::default();
        let text = analysis.run(raw, 0);
        let (mut tagger, all) = (Tagger::default(), TokenRange::new(0, text.tokens.len()));
        tagger.read(&text, all, |_| None);
        tagger.tags().iter().map(|t| t.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn nouns_and_verbs() {
        for (raw, expected) in [
            ("The minister will visit Quito.", "DT NN MD VB NNP ."),
            ("His visit ended.", "PRP$ NN VBD ."),
            ("They talks to visit.", "PRP VBZ TO VB ."),
            ("The two leaders held talks in Rome.", "DT CD NNS VBD NNS IN NNP ."),
            ("A deal was signed by both sides.", "DT NN VBD VBN IN DT NNS ."),
            ("He agreed to host talks.", "PRP VBD TO VB NNS ."),
        ] {
            assert_eq!(tagged(raw), expected, "{raw}");
        }
    }
}
