//! Capitalised words and what lies between them: the raw material of names.

use crate::gazetteer::{Gazetteer, Word, WordFacts};
use crate::text::{Key, Text, Token, TokenKind, TokenRange, flag};

/// What lies between a capitalised word and the one before it in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// Nothing: the words are neighbours.
    None,
    /// A hyphen without blanks.
    Hyphen,
    /// Small words within a person's name: "bin", "de la", "al-".
    Particle,
    /// "'s"
    Possessive,
    /// "of", "of the"
    Of,
    /// "for", "on", "for the", "on the"
    For,
    /// Small words that join foreign names of bodies: "für", "pour le".
    Foreign,
    /// "and", "&"
    And,
    /// A comma.
    Comma,
    /// ", and"
    Series,
    /// Anything else: no name goes across.
    Other,
}

/// A capitalised word, or a number that may begin a name, with its hyphenated tail in small letters ("Geun-hye").
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    /// Its first token.
    pub(super) start: u32,
    /// One past its last token.
    pub(super) end: u32,
    /// What lies before it.
    pub(super) gap: Gap,
    /// Flags of its token, see [`flag`].
    pub(super) flags: u16,
    /// What is known of the word.
    pub(super) word: Word,
    pub(super) key: Key,
    /// What single names of the lists say of it, see [`known`].
    pub(super) known: u8,
}

/// Bits of [`Item::known`]: the word alone is a listed name that needs no support.
pub(super) mod known {
    /// A place.
    pub(in crate::mention) const PLACE: u8 = 1;
    /// The adjective or people of a place.
    pub(in crate::mention) const DEMONYM: u8 = 2;
    /// An organization.
    pub(in crate::mention) const ORGANIZATION: u8 = 4;
    /// A country.
    pub(in crate::mention) const COUNTRY: u8 = 8;
}

impl Item {
    /// Whether one of `facts` is known of the word.
    #[inline]
    pub(super) fn is(&self, facts: WordFacts) -> bool {
        self.word.facts.any(facts)
    }

    /// Whether all bits of `flags` are set.
    #[inline]
    pub(super) fn has(&self, flags: u16) -> bool {
        self.flags & flags == flags
    }

    /// Whether one bit of `flags` is set.
    #[inline]
    pub(super) fn has_any(&self, flags: u16) -> bool {
        self.flags & flags != 0
    }

    /// An initial: "J.", or two: "J.P."
    pub(super) fn is_initial(&self) -> bool {
        if self.word.facts == WordFacts::HONORIFIC {
            return false;
        }
        self.has(flag::SINGLE | flag::CAPITAL)
            || self.has(flag::DOT | flag::ALL_CAPS) && self.known == 0 && !self.is(WordFacts::ABBREVIATION)
    }
}

/// A tail of a hyphenated given name is no longer than this ("Jong-un", "Suk-yeol").
const LONGEST_TAIL: u32 = 6;

/// Appends the items of all `tokens`, probing each capitalised word once. The probes do not wait for each other, which
/// is why the items are gathered before any of them is read.
pub(super) fn gather(gazetteer: &Gazetteer, text: &Text<'_>, items: &mut Vec<Item>) {
    for (i, token) in text.tokens.iter().enumerate() {
        let named = match token.kind {
            TokenKind::Word => token.flags & (flag::CAPITAL | flag::MIXED) != 0,
            TokenKind::Number => {
                text.tokens.get(i + 1).is_some_and(|next| next.is_capitalised() || next.has(flag::SINGLE))
                    || token.span.end - token.span.start <= 6 && text.word(i).bytes().any(|b| b.is_ascii_alphabetic())
            }
            _ => false,
        };
        if named {
            let start = i as u32;
            let mut word = gazetteer.word(token.key);
            if is_excellency(text, i) {
                word.facts = WordFacts::HONORIFIC;
            }
            let (gap, flags, key) = (Gap::Other, token.flags, token.key);
            items.push(Item { start, end: start + 1, gap, flags, word, key, known: 0 });
        }
    }
}

/// "HE Ann Lee", "H.E. Ann Lee", "H E Ann Lee": His or Her Excellency, before a name or title.
pub(super) fn is_excellency(text: &Text<'_>, i: usize) -> bool {
    let capital = |i: usize| text.tokens.get(i).is_some_and(|t| t.is_capitalised() && t.has(flag::SPACE_BEFORE));
    match text.word(i) {
        "HE" | "H.E." | "H.E" => {
            capital(i + 1) && !text.tokens[i + 1].has(flag::ALL_CAPS) && !text.tokens[i + 1].has(flag::SINGLE)
        }
        "H" => text.tokens.get(i + 1).is_some_and(|_| text.word(i + 1) == "E") && capital(i + 2),
        "E" => i > 0 && text.word(i - 1) == "H" && capital(i + 1),
        _ => false,
    }
}

/// Fills in the gaps and tails of the items of one sentence.
pub(super) fn join(gazetteer: &Gazetteer, text: &Text<'_>, sentence: TokenRange, items: &mut [Item]) {
    for i in 0..items.len() {
        let gap = if i == 0 { Gap::Other } else { between(text, items[i - 1].end as usize, items[i].start as usize) };
        let gap = if gap == Gap::Other && i > 0 && is_nickname(text, &items[i - 1], items[i].start as usize) {
            Gap::Particle
        } else {
            gap
        };
        items[i].gap = gap;
        absorb(text, sentence, items, i);
        let (before, own) = items.split_at_mut(i);
        let own = &mut own[0];
        if let Some(tail) = tail(gazetteer, text, sentence, before.last().filter(|_| gap == Gap::None), own) {
            let tailed = gazetteer.word(text.key(tail as usize - 1)).facts;
            if is_prefix(text.word(own.start as usize)) && tailed.any(WordFacts::COMMON) {
                own.word.facts = WordFacts::COMMON;
            }
            own.end = tail;
        }
    }
}

/// Takes small words before a lone surname into it: "al-Attiyah", "President von der Leyen".
fn absorb(text: &Text<'_>, sentence: TokenRange, items: &mut [Item], i: usize) {
    let named = WordFacts::OFFICE.or(WordFacts::HONORIFIC).or(WordFacts::FUNCTION).or(WordFacts::CALENDAR);
    let alone = match items[i].gap {
        Gap::Particle => items[i - 1].is(named) && !items[i - 1].is(WordFacts::NAMESAKE),
        Gap::Other => true,
        _ => false,
    };
    let first = sentence.start.max(if i == 0 { 0 } else { items[i - 1].end });
    if !alone || items[i].start <= first {
        return;
    }
    let mut start = items[i].start;
    let small = |at: u32| text.tokens[at as usize].has(flag::LOWER);
    if start > first + 1
        && text.word(start as usize - 1) == "-"
        && matches!(text.word(start as usize - 2), "al" | "el" | "as" | "ash" | "ad" | "az" | "ar")
    {
        start -= 2;
    } else {
        let takes = |word: &str| matches!(word, "bin" | "von" | "van" | "der" | "den" | "ibn" | "ben" | "al" | "el");
        while start > first && small(start - 1) && takes(text.word(start as usize - 1)) {
            start -= 1;
        }
    }
    if start < items[i].start && !text.tokens[items[i].start as usize].has(flag::DIGIT) {
        items[i].start = start;
        if items[i].gap == Gap::Particle {
            items[i].gap = if i > 0 && start == items[i - 1].end { Gap::None } else { Gap::Other };
        }
    }
}

/// `Ann "Nan" Lee`: whether the word at `to`, or the one before it, is what the person is called among friends.
fn is_nickname(text: &Text<'_>, before: &Item, to: usize) -> bool {
    let named = before.is(WordFacts::GIVEN.or(WordFacts::SURNAME)) || before.gap == Gap::Particle;
    let quote = |i: usize| text.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Quote);
    let spaced = |i: usize| text.tokens.get(i).is_some_and(|t| t.has(flag::SPACE_BEFORE));
    let capital = |i: usize| text.tokens.get(i).is_some_and(|t| t.is_capitalised());
    let from = before.end as usize;
    if !named || to != from + 1 || !quote(from) {
        return false;
    }
    let opens = spaced(from) && !spaced(to) && quote(to + 1) && !spaced(to + 1) && spaced(to + 2) && capital(to + 2);
    let closes = from > 1 && !spaced(from) && spaced(to) && quote(from - 2) && spaced(from - 2);
    opens || closes
}

fn is_hyphen(token: &Token) -> bool {
    token.kind == TokenKind::Punct && token.key == Key::of_ascii("-")
}

/// What stands between two items, the tokens `from..to`.
fn between(text: &Text<'_>, from: usize, to: usize) -> Gap {
    let tokens = &text.tokens[from..to];
    let next = &text.tokens[to];
    match tokens {
        [] => Gap::None,
        [one] if is_hyphen(one) => {
            // "El- Bashir" is a slip of the pen.
            let article = || from > 0 && matches!(text.word(from - 1), "Al" | "El" | "al" | "el");
            if one.has(flag::SPACE_BEFORE) || next.has(flag::SPACE_BEFORE) && !article() {
                Gap::Other
            } else {
                Gap::Hyphen
            }
        }
        // "Lil' Zor"
        [one] if matches!(text.word(from), "'" | "’") && from > 0 && matches!(text.word(from - 1), "Lil" | "Ol") => {
            Gap::Particle
        }
        [one] if one.kind == TokenKind::Word => match text.word(from) {
            "of" => Gap::Of,
            "for" | "on" => Gap::For,
            // "Centre for Persons with Disabilities"; not "Acme with Best Iron"
            "with" if from > 0 && matches!(text.word(from - 1), "Persons" | "People" | "Children" | "Adults") => {
                Gap::For
            }
            "and" => Gap::And,
            "'s" | "’s" | "'" | "’" | "&#39;s" => Gap::Possessive,
            word if is_particle(word) => Gap::Particle,
            word if is_foreign(word) => Gap::Foreign,
            _ => Gap::Other,
        },
        // "Teachers' Union"
        [one]
            if matches!(text.word(from), "'" | "’")
                && !one.has(flag::SPACE_BEFORE)
                && next.has(flag::SPACE_BEFORE)
                && from > 0
                && text.word(from - 1).ends_with('s') =>
        {
            Gap::Possessive
        }
        [one] if one.kind == TokenKind::Symbol && text.word(from).starts_with('&') => Gap::And,
        [one] if one.kind == TokenKind::Punct && text.word(from) == "," => Gap::Comma,
        [one, _] if one.kind == TokenKind::Punct => match (text.word(from), text.word(from + 1)) {
            (",", "and") => Gap::Series,
            _ => Gap::Other,
        },
        [one, two] if one.kind == TokenKind::Word && two.kind == TokenKind::Word => {
            match (text.word(from), text.word(from + 1)) {
                ("of", "the") => Gap::Of,
                ("for" | "on", "the") => Gap::For,
                (a, b) if is_particle(a) && is_particle(b) => Gap::Particle,
                (a, b) if is_foreign(a) && is_foreign(b) => Gap::Foreign,
                _ => Gap::Other,
            }
        }
        _ if tokens.len() <= 3
            && tokens.iter().enumerate().all(|(i, t)| t.has(flag::LOWER) && is_foreign(text.word(from + i))) =>
        {
            Gap::Foreign
        }
        _ if tokens.len() <= 4
            && tokens.iter().enumerate().all(|(i, t)| is_hyphen(t) || is_particle(text.word(from + i)))
            && tokens.iter().any(|t| !is_hyphen(t)) =>
        {
            Gap::Particle
        }
        _ => Gap::Other,
    }
}

/// Small words within names of people.
pub(super) fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "al" | "el"
            | "bin"
            | "bint"
            | "binti"
            | "ibn"
            | "ben"
            | "de"
            | "da"
            | "do"
            | "dos"
            | "das"
            | "del"
            | "dela"
            | "della"
            | "delos"
            | "di"
            | "du"
            | "des"
            | "la"
            | "le"
            | "las"
            | "los"
            | "van"
            | "von"
            | "der"
            | "den"
            | "te"
            | "ter"
            | "ten"
            | "zu"
            | "ul"
            | "ur"
            | "wa"
            | "y"
            | "e"
            | "af"
            | "av"
            | "ould"
            | "ag"
            | "abu"
            | "bou"
            | "ud"
            | "ash"
            | "az"
            | "uz"
    )
}

/// Small words within foreign names of bodies, English ones left out.
fn is_foreign(word: &str) -> bool {
    is_particle(word)
        || matches!(
            word,
            "für"
                | "fur"
                | "und"
                | "des"
                | "dem"
                | "im"
                | "pour"
                | "et"
                | "les"
                | "aux"
                | "par"
                | "per"
                | "il"
                | "dei"
                | "degli"
                | "delle"
                | "i"
                | "en"
                | "para"
                | "por"
                | "con"
                | "na"
                | "voor"
                | "het"
                | "och"
                | "og"
                | "dan"
                | "ni"
                | "ka"
                | "van"
        )
}

/// What makes one word with the ordinary one that hangs on it: "Socio-economic".
fn is_prefix(word: &str) -> bool {
    matches!(word, "Anti" | "Co" | "Counter" | "Inter" | "Multi" | "Non" | "Self" | "Socio" | "Trans")
}

/// Where the small-letter tail of a hyphenated name ends: "Jong-un", "Chih-hsin", "Zia-ul-Haq" has none.
fn tail(
    gazetteer: &Gazetteer,
    text: &Text<'_>,
    sentence: TokenRange,
    before: Option<&Item>,
    own: &Item,
) -> Option<u32> {
    let at = own.end as usize;
    let hyphen = text.tokens.get(at).filter(|t| is_hyphen(t) && !t.has(flag::SPACE_BEFORE))?;
    let small = text.tokens.get(at + 1).filter(|t| t.has(flag::LOWER) && !t.has(flag::SPACE_BEFORE))?;
    let length = small.span.end - small.span.start;
    let tight = text.tokens.get(at + 2).is_some_and(|t| is_hyphen(t) && !t.has(flag::SPACE_BEFORE));
    // "Anti-corruption Agency", "Socio-economic Board"; but "Co-founder Ann Lee"
    let facts = gazetteer.word(small.key).facts;
    let prefix = is_prefix(text.word(own.start as usize))
        && text.tokens.get(at + 2).is_some_and(Token::is_capitalised)
        && !facts.any(WordFacts::DESCRIBED.or(WordFacts::OFFICE).or(WordFacts::HONORIFIC));
    if hyphen.kind != TokenKind::Punct || length > LONGEST_TAIL && !prefix || tight || at + 2 > sentence.end as usize {
        return None;
    }
    let family = before.is_some_and(|b| b.is(WordFacts::FAMILY_FIRST)) && !own.is(WordFacts::PLACE);
    let ordinary = WordFacts::COMMON.or(WordFacts::FUNCTION);
    let foreign = !facts.any(ordinary) && !own.is(ordinary) && !own.has(flag::ALL_CAPS);
    let compound = matches!(text.word(at + 1), "based" | "born" | "led" | "like" | "style" | "wide" | "era" | "area");
    (family && !compound || foreign || prefix).then_some(at as u32 + 2)
}
