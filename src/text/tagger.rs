//! Part-of-speech tags for one sentence: the most likely tag of each word, then Brill's rules on its neighbours
//! (E. Brill, "Some advances in transformation-based part of speech tagging", AAAI 1994; `src/text/context.txt`), then
//! what news needs and a corpus of 1990 did not teach.

use std::sync::LazyLock;

use super::class::Classes;
use super::lexicon::tags_of;
use super::{Key, Tag, Tags, Text, Token, TokenKind, TokenRange, flag};

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

/// The rules of each tag they change, in order.
static RULES: LazyLock<Vec<Vec<Rule>>> = LazyLock::new(|| {
    let mut rules: Vec<Vec<Rule>> = Tag::ALL.iter().map(|_| Vec::new()).collect();
    for line in include_str!("context.txt").lines() {
        if let Some((from, rule)) = read(line) {
            rules[from as usize].push(rule);
        }
    }
    rules
});

fn read(line: &str) -> Option<(Tag, Rule)> {
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
    Some((from, Rule { to, condition }))
}

/// Tags the tokens of one sentence; its buffers are kept from sentence to sentence.
#[derive(Clone, Debug, Default)]
pub struct Tagger {
    tags: Vec<Tag>,
    /// What the lexicon says of each word; `None` where nothing changes the tag.
    allowed: Vec<Option<Tags>>,
}

impl Tagger {
    /// One tag a token of the sentence read last.
    pub fn tags(&self) -> &[Tag] {
        &self.tags
    }

    /// Reads a sentence. `given` is asked once for each token, in order, and answers for those whose tag is known already:
    /// names are `NNP`, and nothing changes them.
    pub fn read(&mut self, text: &Text<'_>, sentence: TokenRange, mut given: impl FnMut(usize) -> Option<Tag>) {
        self.tags.clear();
        self.allowed.clear();
        let tokens = &text.tokens[sentence.range()];
        for (i, token) in sentence.range().zip(tokens) {
            let (tag, allowed) = given(i).map_or_else(|| likeliest(text, token), |tag| (tag, None));
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
            if verbless && is_headline_verb(tokens, tags, i) {
                tags[i] = if tags[i] == Tag::Nouns { Tag::Third } else { Tag::Present };
            } else if let Some(allowed) = *allowed {
                // A word that is always the same needs no rule.
                if allowed != Tags::pack(&[tags[i]]) {
                    for rule in &rules[tags[i] as usize] {
                        if (allowed.0 == 0 || allowed.has(rule.to)) && holds(rule.condition, tokens, tags, i) {
                            tags[i] = rule.to;
                            break;
                        }
                    }
                }
                mend(tokens, tags, i, last, allowed);
                // "the Fisheries Minister met": a capital within a sentence is no verb's.
                // Behind "the U.S." some write any word so.
                let dotted = i > 0 && tokens[i - 1].has(flag::DOT);
                if !heading && !dotted && tags[i].is_verb() && is_titled(&tokens[i]) {
                    tags[i] = noun_of(allowed).unwrap_or(Tag::Name);
                }
            }
            if !tags[i].is_adverb() {
                last = Some(i);
            }
        }
    }
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

/// Whether a line is written with capitals throughout, as headings are: most of its longer words have one.
fn is_heading(tokens: &[Token]) -> bool {
    let long = tokens.iter().filter(|t| t.kind == TokenKind::Word && t.span.end - t.span.start > 3);
    let (all, small) = long.fold((0, 0), |(all, small), t| (all + 1, small + usize::from(!t.has(flag::CAPITAL))));
    small * 3 < all
}

/// A word with a capital that its place in the sentence does not explain.
fn is_titled(token: &Token) -> bool {
    token.has(flag::CAPITAL) && !token.has(flag::ALL_CAPS) && !token.has(flag::SENTENCE_START)
}

/// The tag a word has most often, or what its letters say; and the tags it may get instead, unless it has no other.
fn likeliest(text: &Text<'_>, token: &Token) -> (Tag, Option<Tags>) {
    match token.kind {
        TokenKind::Punct | TokenKind::Quote => return (Tag::Punct, None),
        TokenKind::Number => return (Tag::Number, None),
        TokenKind::Symbol => {
            let tag = if token.span.of(text.raw) == "&" { Tag::Coordinator } else { Tag::Symbol };
            return (tag, Some(tags_of(token.key)));
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
    let known = tags_of(token.key);
    if token.key == const { Key::of_ascii("'s") } {
        return (Tag::Possessive, Some(known));
    }
    // A capitalised word within a sentence is a name, unless the whole line is written so.
    let capital = token.has(flag::CAPITAL) && !token.has(flag::SENTENCE_START) && !token.classes.any(FUNCTION);
    if capital && !known.has(Tag::Adjective) && (known.0 == 0 || token.has(flag::ALL_CAPS)) {
        return (Tag::Name, Some(known));
    }
    let tag = known.first().unwrap_or_else(|| guess(token.span.of(text.raw)));
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
        return with || tags.get(i + 1).is_some_and(next);
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

/// "war-torn": a hyphen without spaces behind the word.
fn is_compound(tokens: &[Token], i: usize) -> bool {
    let tight = |j: usize| tokens.get(j).is_some_and(|t| !t.has(flag::SPACE_BEFORE));
    tokens.get(i + 1).is_some_and(|t| t.key == const { Key::of_ascii("-") }) && tight(i + 1) && tight(i + 2)
}

/// Words that stay what they are when a headline writes them with a capital.
const FUNCTION: Classes = Classes::DETERMINER
    .or(Classes::PREPOSITION)
    .or(Classes::COORDINATOR)
    .or(Classes::MODAL)
    .or(Classes::BE)
    .or(Classes::HAVE)
    .or(Classes::PRONOUN);

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

/// What the rules above get wrong in news. `last` is the nearest word before that is no adverb.
fn mend(tokens: &[Token], tags: &mut [Tag], i: usize, last: Option<usize>, allowed: Tags) {
    let class = |j: usize| tokens.get(j).map_or(Classes::default(), |t| t.classes);
    let word = |j: usize| tokens.get(j).map_or(Key::default(), |t| t.key);
    let beside = i.checked_sub(1).map(|j| tags[j]);
    let before = last.map(|j| tags[j]);
    match before {
        // "to jointly visit", "will visit"; but "to talks".
        Some(Tag::To | Tag::Modal) if allowed.has(Tag::Verb) && tags[i] != Tag::Nouns && !is_compound(tokens, i) => {
            tags[i] = Tag::Verb;
        }
        // "a visit", "his support", "official talks".
        Some(Tag::Determiner | Tag::Owner | Tag::Possessive | Tag::Adjective)
            if before == beside
                && matches!(tags[i], Tag::Verb | Tag::Present | Tag::Third)
                && !(tags[i] == Tag::Third && is_this(word(i - 1))) =>
        {
            tags[i] = noun_of(allowed).unwrap_or(tags[i]);
        }
        // "on visit", "in talks"; but "that visit", "as talks continue".
        Some(Tag::Preposition) if before == beside && matches!(tags[i], Tag::Verb | Tag::Present | Tag::Third) => {
            let opens = class(i - 1).any(Classes::SUBORDINATOR.or(Classes::RELATIVE));
            if !opens {
                tags[i] = noun_of(allowed).unwrap_or(tags[i]);
            }
        }
        _ => {}
    }
    // "Xi and Putin discuss": without a helper before it a finite verb.
    if tags[i] == Tag::Verb && allowed.has(Tag::Present) {
        let helped = last.is_some_and(|j| class(j).any(Classes::DO))
            || matches!(before, Some(Tag::To | Tag::Modal | Tag::Coordinator) | None);
        if !helped
            && matches!(
                before,
                Some(Tag::Name | Tag::Names | Tag::Nouns | Tag::Pronoun | Tag::WhPronoun | Tag::WhDeterminer)
            )
        {
            tags[i] = Tag::Present;
        }
    }
    // "Japan share a view", "Xi host the two": with an object after it a verb.
    if matches!(tags[i], Tag::Noun | Tag::Nouns) && beside == Some(Tag::Name) {
        let verb = [Tag::Past, Tag::Present, Tag::Third].into_iter().find(|t| allowed.has(*t));
        let up = tokens.get(i + 1).is_some_and(|t| t.key == const { Key::of_ascii("up") });
        let object = up || class(i + 1).any(Classes::ARTICLE.or(Classes::POSSESSIVE));
        if let Some(verb) = verb.filter(|_| object) {
            tags[i] = verb;
        }
    }
    // "made telephone calls"
    let plural =
        [const { Key::of_ascii("calls") }, const { Key::of_ascii("visits") }, const { Key::of_ascii("talks") }];
    if tags[i] == Tag::Third
        && beside == Some(Tag::Noun)
        && i > 1
        && tags[i - 2].is_verb()
        && plural.contains(&tokens[i].key)
    {
        tags[i] = Tag::Nouns;
    }
    // "When meeting with Kim": no noun without a determiner.
    if tags[i] == Tag::Noun
        && allowed.has(Tag::Gerund)
        && matches!(beside, Some(Tag::WhAdverb | Tag::Preposition))
        && word(i + 1) == const { Key::of_ascii("with") }
        && i > 0
        && tokens[i - 1].classes.any(Classes::SUBORDINATOR)
    {
        tags[i] = Tag::Gerund;
    }
    // "saw him meeting the king", "are today meeting the king", "is in Rome this week meeting with the king"
    let times = [
        const { Key::of_ascii("today") },
        const { Key::of_ascii("now") },
        const { Key::of_ascii("week") },
        const { Key::of_ascii("currently") },
        const { Key::of_ascii("still") },
        const { Key::of_ascii("him") },
        const { Key::of_ascii("them") },
        const { Key::of_ascii("also") },
    ];
    if tags[i] == Tag::Noun
        && allowed.has(Tag::Gerund)
        && i > 0
        && times.contains(&tokens[i - 1].key)
        && (word(i + 1) == const { Key::of_ascii("with") }
            || tokens.get(i + 1).is_some_and(|t| t.has(flag::CAPITAL))
            || matches!(tags.get(i + 1), Some(Tag::Name | Tag::Determiner | Tag::Owner)))
    {
        tags[i] = Tag::Gerund;
    }
    // "including speaking at the UN, meeting with the pope"
    if tags[i] == Tag::Noun
        && allowed.has(Tag::Gerund)
        && i > 0
        && tokens[i - 1].key == const { Key::of_ascii(",") }
        && word(i + 1) == const { Key::of_ascii("with") }
    {
        tags[i] = Tag::Gerund;
    }
    // "an open skies deal"
    if matches!(tags[i], Tag::Verb | Tag::Present) && beside == Some(Tag::Nouns) && allowed.has(Tag::Noun) {
        let modifies = |t: &Tag| t.is_noun() || t.is_adjective() || *t == Tag::Gerund;
        let first = (0..i).rev().find(|&j| !modifies(&tags[j]));
        let one = first.is_some_and(
            |j| matches!(tokens[j].key, k if k == const { Key::of_ascii("a") } || k == const { Key::of_ascii("an") }),
        );
        if one {
            tags[i] = Tag::Noun;
        }
    }
    // "arms control", "his first ever visit"
    let modified = word(i.wrapping_sub(1)) == const { Key::of_ascii("arms") }
        || word(i.wrapping_sub(1)) == const { Key::of_ascii("ever") }
            && word(i.wrapping_sub(2)) == const { Key::of_ascii("first") };
    if modified && matches!(tags[i], Tag::Verb | Tag::Present) && allowed.has(Tag::Noun) {
        tags[i] = Tag::Noun;
    }
    // "gives Peru aid": a thing, not what Peru does.
    let given = [const { Key::of_ascii("aid") }, const { Key::of_ascii("help") }, const { Key::of_ascii("support") }];
    if matches!(tags[i], Tag::Verb | Tag::Present)
        && beside == Some(Tag::Name)
        && given.contains(&tokens[i].key)
        && i > 1
        && tags[i - 2].is_verb()
    {
        tags[i] = Tag::Noun;
    }
    // "This comes a week after"
    if tags[i] == Tag::Nouns && i > 0 && is_this(word(i - 1)) && allowed.has(Tag::Third) {
        tags[i] = Tag::Third;
    }
    // "when Ann Lee visits Quito"
    let goes = [const { Key::of_ascii("visits") }, const { Key::of_ascii("hosts") }, const { Key::of_ascii("tours") }];
    if tags[i] == Tag::Nouns
        && beside == Some(Tag::Name)
        && goes.contains(&tokens[i].key)
        && tags.get(i + 1) == Some(&Tag::Name)
        && !tokens.get(i + 1).is_some_and(|t| t.classes.any(Classes::WEEKDAY.or(Classes::MONTH)))
    {
        tags[i] = Tag::Third;
    }
    // "28 million euros"
    if tags[i] == Tag::Third && beside == Some(Tag::Number) {
        tags[i] = Tag::Nouns;
    }
    // ", the Lima Post reports."
    let closes = tokens.get(i + 1).is_none_or(|t| matches!(t.kind, TokenKind::Punct | TokenKind::Quote));
    if tags[i] == Tag::Nouns
        && beside == Some(Tag::Name)
        && closes
        && tokens[i].key == const { Key::of_ascii("reports") }
    {
        tags[i] = Tag::Third;
    }
    // "Peru talks to Chile": somebody it is talked to.
    let to = tokens.get(i + 1).is_some_and(|t| t.key == const { Key::of_ascii("to") })
        && matches!(tags.get(i + 2), Some(Tag::Name | Tag::Determiner | Tag::Owner));
    if tags[i] == Tag::Nouns && beside == Some(Tag::Name) && to && tokens[i].key == const { Key::of_ascii("talks") } {
        tags[i] = Tag::Third;
    }
    // "the signing was", "his visiting of": a gerund behind a determiner is a noun unless a noun follows.
    if tags[i] == Tag::Gerund && matches!(beside, Some(Tag::Determiner | Tag::Owner | Tag::Possessive)) {
        let next = tags.get(i + 1).copied().unwrap_or(Tag::Punct);
        if !next.is_noun() && !next.is_adjective() && !matches!(next, Tag::Gerund | Tag::Participle | Tag::Number) {
            tags[i] = Tag::Noun;
        }
    }
    // "worth 3 million": what it is worth hangs on it.
    if tags[i] == Tag::Adjective && tokens[i].key == const { Key::of_ascii("worth") } {
        tags[i] = Tag::Preposition;
    }
    // "in that case": behind a preposition it points.
    let plain = tags.get(i + 1).is_some_and(|t| matches!(t, Tag::Noun | Tag::Nouns | Tag::Adjective));
    if tags[i] == Tag::Preposition
        && plain
        && tokens[i].key == const { Key::of_ascii("that") }
        && beside == Some(Tag::Preposition)
    {
        tags[i] = Tag::Determiner;
    }
    // "countries including Peru", "following talks in Rome"; but "is following", "the following".
    let gerund = matches!(tags[i], Tag::Gerund | Tag::Adjective | Tag::Noun);
    if gerund && tokens[i].key == const { Key::of_ascii("including") } {
        tags[i] = Tag::Preposition;
    }
    if gerund
        && tokens[i].key == const { Key::of_ascii("following") }
        && !last.is_some_and(|j| class(j).any(Classes::BE.or(Classes::DETERMINER).or(Classes::POSSESSIVE)))
    {
        tags[i] = Tag::Preposition;
    }
    // "were brokered by": what is done by somebody.
    let made = matches!(tags[i], Tag::Adjective | Tag::Noun | Tag::Name | Tag::Past) && !tokens[i].has(flag::CAPITAL);
    if made
        && word(i + 1) == const { Key::of_ascii("by") }
        && last.is_some_and(|j| class(j).any(Classes::BE))
        && tokens[i].span.end - tokens[i].span.start > 4
        && allowed.0 == 0
    {
        tags[i] = Tag::Participle;
    }
    // "are close allies": after a form of be no bare verb stands.
    if matches!(tags[i], Tag::Verb | Tag::Present) && last.is_some_and(|j| class(j).any(Classes::BE.or(Classes::HAVE)))
    {
        let other = [Tag::Adjective, Tag::Noun, Tag::Participle].into_iter().find(|t| allowed.has(*t));
        tags[i] = other.unwrap_or(tags[i]);
    }
    // "after meeting Kim", "by visiting the town": the noun has an object.
    if tags[i] == Tag::Noun && allowed.has(Tag::Gerund) && beside == Some(Tag::Preposition) {
        let object = tags.get(i + 1).copied();
        if matches!(object, Some(Tag::Name | Tag::Determiner | Tag::Owner | Tag::Pronoun)) {
            tags[i] = Tag::Gerund;
        }
    }
    if matches!(tags[i], Tag::Past | Tag::Participle) {
        let helped = last.is_some_and(|j| class(j).any(Classes::BE.or(Classes::HAVE)));
        let unlisted = allowed.0 == 0;
        if helped && (unlisted || allowed.has(Tag::Participle)) {
            // "has met", "was recently held"
            tags[i] = Tag::Participle;
        } else if tags[i] == Tag::Participle && (unlisted || allowed.has(Tag::Past)) {
            // "Kim met", "they hosted"; but "Kim, accompanied by", "a deal signed by".
            let subject =
                matches!(before, Some(Tag::Name | Tag::Names | Tag::Pronoun | Tag::WhPronoun | Tag::WhDeterminer));
            // "met Xi and discussed trade": equals of one past.
            let joined = before == Some(Tag::Coordinator)
                && tags[..i].iter().rev().find(|t| t.is_verb()).is_some_and(|t| t.is_finite());
            // "said so but preferred to wait"
            let object = matches!(tags.get(i + 1), Some(Tag::To | Tag::Determiner | Tag::Owner));
            let joined =
                joined || before == Some(Tag::Coordinator) && object && tags[..i].iter().any(|t| t.is_finite());
            if (subject || joined) && word(i + 1) != const { Key::of_ascii("by") } {
                tags[i] = Tag::Past;
            }
        }
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

/// "this comes": no plural noun stands behind it.
fn is_this(word: Key) -> bool {
    word == const { Key::of_ascii("this") } || word == const { Key::of_ascii("that") }
}

/// The noun a word may be.
fn noun_of(allowed: Tags) -> Option<Tag> {
    [Tag::Noun, Tag::Nouns].into_iter().find(|t| allowed.has(*t))
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
    fn every_rule_is_read() {
        let lines = include_str!("context.txt").lines().filter(|l| !l.starts_with('#')).count();
        let read = RULES.iter().map(Vec::len).sum::<usize>();
        assert!(read * 10 >= lines * 9, "{read} of {lines}");
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
