//! Splits news English into tokens, in one pass over the bytes and without allocation.
//!
//! What stays together: acronyms and initials with their dots (`U.S.`, `a.m.`, `J.`), short forms (`Gen.`, `Sept.`),
//! inner apostrophes (`O'Neill`, `don't`), numbers with their separators and endings (`1,200.5`, `10:30`, `13th`), names
//! of sites (`afrol.com`), URLs, addresses, handles. What is split off: possessives and short verbs (`'s`, `'ll`), and
//! hyphens (`US - China`).

use super::class::{ClassTable, Classes};
use super::key::{KeyHasher, SEED, mix};
use super::unit::{self, CLASS, Unit, unit_at};
use super::{Key, Span, Token, TokenKind, flag};

/// Appends the tokens of `raw[from..]` to `tokens`. `from` lies on a character border; `raw` is shorter than 4 GiB.
pub fn tokenize(raw: &str, from: usize, tokens: &mut Vec<Token>) {
    Tokenizer {
        raw,
        bytes: raw.as_bytes(),
        at: from,
        gap: flag::SPACE_BEFORE | flag::LINE_BEFORE,
        double: false,
        single: false,
        classes: ClassTable::get(),
        tokens,
    }
    .run();
}

struct Tokenizer<'a> {
    raw: &'a str,
    bytes: &'a [u8],
    at: usize,
    /// Flags of what lies between the last token and the next.
    gap: u16,
    /// Within double and within single quotation marks.
    double: bool,
    single: bool,
    classes: &'static ClassTable,
    tokens: &'a mut Vec<Token>,
}

/// A word while it is being read.
struct Word {
    hash: KeyHasher,
    letters: u32,
    uppers: u32,
    capital: bool,
    digit: bool,
}

impl Word {
    fn push(&mut self, c: char) {
        let upper = c.is_uppercase();
        if self.letters == 0 && !self.digit {
            self.capital = upper;
        }
        self.letters += u32::from(c.is_alphabetic());
        self.uppers += u32::from(upper);
        self.hash.push(c);
    }

    fn flags(&self) -> u16 {
        let mut flags = 0;
        if self.capital {
            flags |= flag::CAPITAL;
        }
        if self.uppers == 0 {
            flags |= flag::LOWER;
        } else if self.uppers == self.letters {
            if self.letters > 1 {
                flags |= flag::ALL_CAPS;
            }
        } else if self.uppers > u32::from(self.capital) {
            flags |= flag::MIXED;
        }
        if self.letters == 1 {
            flags |= flag::SINGLE;
        }
        if self.digit {
            flags |= flag::DIGIT;
        }
        flags
    }
}

/// The ASCII letters that eight bytes begin with.
struct Letters {
    count: usize,
    uppers: u32,
    /// Small letters, zeros after the last.
    folded: u64,
}

impl Letters {
    /// Looks at all eight bytes at once: the highest bit of each byte says what it is.
    #[inline]
    fn of(bytes: u64) -> Letters {
        const EACH: u64 = 0x0101_0101_0101_0101;
        const HIGH: u64 = 0x80 * EACH;
        let small = bytes | (0x20 * EACH);
        let low = small & !HIGH;
        let from_a = low + (0x80 - b'a' as u64) * EACH;
        let past_z = low + (0x7f - b'z' as u64) * EACH;
        let letters = from_a & !past_z & !bytes & HIGH;
        let bits = (!letters & HIGH).trailing_zeros() & !7;
        let within = 1_u64.checked_shl(bits).map_or(u64::MAX, |bit| bit - 1);
        // One bit in each byte, added up in the highest byte.
        let uppers = ((letters & !(bytes << 2) & within) >> 7).wrapping_mul(EACH) >> 56;
        Letters { count: bits as usize / 8, uppers: uppers as u32, folded: small & within }
    }
}

/// Bytes that end a word of letters whatever stands around.
static ENDS_WORD: [bool; 256] = {
    let mut table = [false; 256];
    let mut i = 0;
    while i < 128 {
        let class = CLASS[i];
        table[i] = matches!(class, unit::SPACE | unit::LINE | unit::PUNCT | unit::HYPHEN | unit::QUOTE | unit::SYMBOL)
            && i as u8 != b':'
            && i as u8 != b'@';
        i += 1;
    }
    table
};

/// "www" begins an address.
const WWW: Key = Key::of_ascii("www");

impl Tokenizer<'_> {
    fn run(mut self) {
        while self.at < self.bytes.len() {
            let byte = self.bytes[self.at];
            match CLASS[byte as usize] {
                unit::LOWER | unit::UPPER => {
                    if !self.plain_word() {
                        self.word();
                    }
                }
                unit::SPACE => {
                    self.gap |= flag::SPACE_BEFORE;
                    self.at += 1;
                }
                unit::PUNCT => self.emit(self.at, self.at + 1, Key(mix(SEED, u64::from(byte))), TokenKind::Punct, 0),
                _ => self.other(),
            }
        }
    }

    /// Reads a word of ASCII letters that ends where they end, eight letters at a step; `false` where it is none.
    #[inline]
    fn plain_word(&mut self) -> bool {
        let start = self.at;
        let mut end = start;
        let mut hash = SEED;
        let mut uppers = 0;
        loop {
            let Some(chunk) = self.bytes[end..].first_chunk() else { return false };
            let letters = Letters::of(u64::from_le_bytes(*chunk));
            hash = if letters.count == 0 { hash } else { mix(hash, letters.folded) };
            uppers += letters.uppers;
            end += letters.count;
            if letters.count < 8 {
                break;
            }
        }
        let next = self.bytes[end];
        if !ENDS_WORD[next as usize] {
            return false;
        }
        let capital = self.bytes[start].is_ascii_uppercase();
        if capital && Key(hash) == WWW {
            return false;
        }
        let letters = (end - start) as u32;
        let word = Word { hash: KeyHasher::default(), letters, uppers, capital, digit: false };
        self.emit(start, end, Key(hash), TokenKind::Word, word.flags());
        if next == b' ' {
            self.gap = flag::SPACE_BEFORE;
            self.at += 1;
        }
        true
    }

    /// Anything that does not begin with an ASCII letter.
    fn other(&mut self) {
        let (unit, length) = unit_at(self.raw, self.at);
        match unit {
            Unit::Letter(_) => self.word(),
            Unit::Digit(_) => self.number(),
            Unit::Space => {
                self.gap |= flag::SPACE_BEFORE;
                self.at += length;
            }
            Unit::Line => self.line(length),
            Unit::Nothing => self.at += length,
            Unit::Apostrophe => self.apostrophe(length),
            Unit::Quote => {
                let opens = self.gap & flag::SPACE_BEFORE != 0 && !self.space_at(self.at + length);
                let closes = self.gap & flag::SPACE_BEFORE == 0 && self.space_at(self.at + length);
                let open = if opens == closes { !self.double } else { opens };
                self.quote(length, open);
            }
            Unit::Open => self.quote(length, true),
            Unit::Close => self.quote(length, false),
            Unit::Hyphen | Unit::Punct => {
                let mut end = self.at + length;
                if self.bytes[self.at] == b'.' {
                    // "...": one ellipsis.
                    while self.bytes.get(end) == Some(&b'.') {
                        end += 1;
                    }
                } else if self.bytes[self.at] == b'-' && self.bytes.get(end) == Some(&b'-') {
                    while self.bytes.get(end) == Some(&b'-') {
                        end += 1;
                    }
                }
                self.emit_text(end, TokenKind::Punct, 0);
            }
            Unit::Symbol => self.symbol(length),
        }
    }

    fn line(&mut self, length: usize) {
        // "\r\n" is one break, a second break makes a paragraph.
        let pair = self.bytes[self.at] == b'\r' && self.bytes.get(self.at + 1) == Some(&b'\n');
        if self.gap & flag::LINE_BEFORE != 0 {
            self.gap |= flag::PARAGRAPH_BEFORE;
            // A quotation of several paragraphs opens each of them anew.
            self.double = false;
            self.single = false;
        }
        self.gap |= flag::LINE_BEFORE | flag::SPACE_BEFORE;
        self.at += if pair { 2 } else { length };
    }

    fn space_at(&self, at: usize) -> bool {
        at >= self.bytes.len()
            || matches!(unit_at(self.raw, at).0, Unit::Space | Unit::Line | Unit::Punct | Unit::Close)
    }

    fn emit(&mut self, start: usize, end: usize, key: Key, kind: TokenKind, flags: u16) {
        let quoted = if self.double || self.single { flag::QUOTED } else { 0 };
        let (span, classes) = (Span::new(start, end), self.classes.of(key));
        self.tokens.push(Token { span, key, kind, flags: flags | self.gap | quoted, classes });
        self.gap = 0;
        self.at = end;
    }

    /// A token from here to `end` whose key is that of its text.
    fn emit_text(&mut self, end: usize, kind: TokenKind, flags: u16) {
        self.emit(self.at, end, Key::of(&self.raw[self.at..end]), kind, flags);
    }

    fn quote(&mut self, length: usize, opens: bool) {
        self.double = false;
        self.emit_text(self.at + length, TokenKind::Quote, 0);
        self.double = opens;
    }

    /// Reads letters, digits and what may stand within a word.
    fn word(&mut self) {
        let start = self.at;
        let mut word = Word { hash: KeyHasher::default(), letters: 0, uppers: 0, capital: false, digit: false };
        let mut at = start;
        let mut dot = 0;
        while at < self.bytes.len() {
            let byte = self.bytes[at];
            match CLASS[byte as usize] {
                unit::LOWER => {
                    word.letters += 1;
                    word.hash.push_ascii(byte);
                    at += 1;
                }
                unit::UPPER => {
                    word.capital |= word.letters == 0 && !word.digit;
                    word.letters += 1;
                    word.uppers += 1;
                    word.hash.push_ascii(byte);
                    at += 1;
                }
                unit::DIGIT => {
                    word.digit = true;
                    word.hash.push_ascii(byte);
                    at += 1;
                }
                unit::DOT => match self.dot(start, at, &mut word) {
                    Some(end) => {
                        dot = if self.bytes[end - 1] == b'.' { flag::DOT } else { 0 };
                        at = end;
                        if dot != 0 {
                            break;
                        }
                    }
                    None => break,
                },
                unit::APOSTROPHE => {
                    if !self.inner_apostrophe(at + 1) {
                        break;
                    }
                    word.hash.push_ascii(b'\'');
                    at += 1;
                }
                unit::HARD => {
                    let (unit, length) = unit_at(self.raw, at);
                    match unit {
                        Unit::Letter(c) => word.push(c),
                        Unit::Digit(c) => {
                            word.digit = true;
                            word.hash.push(c);
                        }
                        Unit::Apostrophe if self.inner_apostrophe(at + length) => word.hash.push_ascii(b'\''),
                        Unit::Nothing => {}
                        _ => break,
                    }
                    at += length;
                }
                unit::PUNCT if byte == b':' && self.bytes[at..].starts_with(b"://") => {
                    return self.address();
                }
                unit::SYMBOL if byte == b'@' => return self.address(),
                _ => break,
            }
        }
        if word.letters == 3 && word.capital && self.raw[start..at].eq_ignore_ascii_case("www") {
            return self.address();
        }
        // A zero-width character at the end stays outside.
        let end = start + self.raw[start..at].trim_end_matches(['\u{200b}', '\u{200d}', '\u{feff}', '\u{ad}']).len();
        self.emit(start, end.max(start + 1), word.hash.finish(), TokenKind::Word, word.flags() | dot);
        self.at = at;
    }

    /// At a dot within or after a word: where the word goes on, or ends with its dot; `None` where it ends before it.
    fn dot(&self, start: usize, at: usize, word: &mut Word) -> Option<usize> {
        let after = self.bytes.get(at + 1).copied().unwrap_or(b' ');
        if word.letters == 1 && at - start == 1 && !word.digit {
            // "U.S.", "a.m.", "J.R.R.": letters and dots in turn, a last dot if there is one.
            let mut end = at;
            while self.bytes[end] == b'.'
                && self.bytes.get(end + 1).is_some_and(u8::is_ascii_alphabetic)
                && !self.bytes.get(end + 2).is_some_and(|b| b.is_ascii_alphanumeric() || *b >= 0x80)
            {
                word.push(self.bytes[end + 1] as char);
                end += 2;
                if end >= self.bytes.len() {
                    return Some(end);
                }
            }
            return if end > at {
                Some(if self.bytes[end] == b'.' { end + 1 } else { end })
            } else {
                // An initial ("J. Smith", "N.Korea"); a lower-case letter's dot ends its sentence.
                (word.capital && after != b'.').then_some(at + 1)
            };
        }
        if after.is_ascii_lowercase() && self.bytes[at - 1].is_ascii_alphanumeric() {
            // "afrol.com"
            return Some(self.site(at, word));
        }
        if word.digit && after.is_ascii_digit() && self.bytes[at - 1].is_ascii_digit() {
            // "Dh1.2"
            return Some(self.site(at, word));
        }
        let classes = self.classes.of(word.hash.finish());
        let short = if word.capital {
            classes.any(Classes::TITLE_DOT.or(Classes::MAY_END_DOT))
        } else {
            matches!(
                &self.raw[start..at],
                "vs" | "etc" | "approx" | "nos" | "al" | "asst" | "jr" | "sr" | "govt" | "mr" | "mrs" | "dr"
            )
        };
        (short && after != b'.').then_some(at + 1)
    }

    /// Takes `.com`, `.2` and the like into the word; gives the end.
    fn site(&self, at: usize, word: &mut Word) -> usize {
        let mut end = at + 1;
        while let Some(byte) = self.bytes.get(end).filter(|b| b.is_ascii_lowercase() || b.is_ascii_digit()) {
            word.push(*byte as char);
            end += 1;
        }
        end
    }

    /// Whether the apostrophe before `after` belongs to the word: a letter follows, and not a possessive or short verb.
    fn inner_apostrophe(&self, after: usize) -> bool {
        after < self.bytes.len()
            && matches!(unit_at(self.raw, after).0, Unit::Letter(_))
            && self.short_ending(after).is_none()
    }

    /// `s`, `re`, `ll` … at `at` and then no letter: where it ends.
    fn short_ending(&self, at: usize) -> Option<usize> {
        let rest = &self.bytes[at.min(self.bytes.len())..];
        let length = rest.iter().take(3).take_while(|b| b.is_ascii_alphabetic()).count();
        let ending = &rest[..length];
        let known = [&b"s"[..], b"re", b"ve", b"ll", b"d", b"m"].iter().any(|e| e.eq_ignore_ascii_case(ending));
        let border = at + length >= self.bytes.len()
            || !matches!(unit_at(self.raw, at + length).0, Unit::Letter(_) | Unit::Digit(_));
        (known && border).then_some(at + length)
    }

    fn apostrophe(&mut self, length: usize) {
        let after = self.at + length;
        let beside = self.gap & flag::SPACE_BEFORE == 0;
        let last = self.tokens.last().filter(|t| t.kind == TokenKind::Word || t.kind == TokenKind::Number);
        if let Some(end) = self.short_ending(after)
            && (beside || self.space_at(end))
            && last.is_some()
        {
            // "Korea's"; texts split by others have "Korea 's".
            let mut hash = KeyHasher::default();
            hash.push_ascii(b'\'');
            self.bytes[after..end].iter().for_each(|b| hash.push_ascii(*b));
            return self.emit(self.at, end, hash.finish(), TokenKind::Word, flag::LOWER);
        }
        let plural = last.is_some_and(|t| matches!(self.bytes[t.span.end as usize - 1], b's' | b'S' | b'z' | b'x'));
        if beside && plural && !self.single {
            // "the Seychelles' islands": the possessive of a plural.
            return self.emit(self.at, after, const { Key::of_ascii("'s") }, TokenKind::Word, flag::LOWER);
        }
        let opens =
            !beside && !self.space_at(after) || beside && last.is_none() && !self.single && !self.space_at(after);
        self.single = false;
        self.emit_text(after, TokenKind::Quote, 0);
        self.single = opens;
    }

    fn number(&mut self) {
        let start = self.at;
        let mut at = start;
        let mut hash = KeyHasher::default();
        let mut letters = 0;
        while at < self.bytes.len() {
            let byte = self.bytes[at];
            match CLASS[byte as usize] {
                unit::DIGIT if letters == 0 => hash.push_ascii(byte),
                unit::DIGIT | unit::LOWER | unit::UPPER => {
                    letters += 1;
                    hash.push_ascii(byte);
                }
                unit::DOT | unit::PUNCT
                    if matches!(byte, b'.' | b',' | b':')
                        && letters == 0
                        && self.bytes.get(at + 1).is_some_and(u8::is_ascii_digit) =>
                {
                    hash.push_ascii(byte);
                }
                unit::HARD => match unit_at(self.raw, at) {
                    (Unit::Digit(c) | Unit::Letter(c), length) => {
                        hash.push(c);
                        at += length - 1;
                    }
                    _ => break,
                },
                _ => break,
            }
            at += 1;
        }
        self.emit(start, at, hash.finish(), TokenKind::Number, flag::DIGIT);
    }

    /// From here to the next white space: a URL, an address.
    fn address(&mut self) {
        let rest = &self.raw[self.at..];
        let length = rest
            .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | ')' | ']' | '”'))
            .unwrap_or(rest.len());
        let length = rest[..length].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'']).len().max(1);
        self.emit_text(self.at + rest.ceil_char_boundary(length), TokenKind::Symbol, 0);
    }

    fn symbol(&mut self, length: usize) {
        let after = self.at + length;
        let tagged = matches!(self.bytes[self.at], b'@' | b'#')
            && self.bytes.get(after).is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'_');
        if !tagged {
            return self.emit_text(after, TokenKind::Symbol, 0);
        }
        let rest = &self.raw[after..];
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        self.emit_text(after + end, TokenKind::Symbol, 0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(raw: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        tokenize(raw, 0, &mut tokens);
        tokens.iter().map(|t| t.span.of(raw)).collect()
    }

    #[test]
    fn splits_news() {
        for (raw, expected) in [
            ("N.Korea, Russia", "N. Korea , Russia"),
            ("the U.S. and U.N.'s", "the U.S. and U.N. 's"),
            ("Gen. J.K. Rowling Jr. met Dr. Ek.", "Gen. J.K. Rowling Jr. met Dr. Ek ."),
            ("It ended. The", "It ended . The"),
            ("on Sept. 16 at 10:30 a.m. today", "on Sept. 16 at 10:30 a.m. today"),
            ("Kim Jong-un’s US-China", "Kim Jong - un ’s US - China"),
            ("don't O'Neill they're the Games' end", "don't O'Neill they 're the Games ' end"),
            ("$1,200.50, 13th, 5%", "$ 1,200.50 , 13th , 5 %"),
            ("see https://a.b/c?d=1, or me@x.org.", "see https://a.b/c?d=1 , or me@x.org ."),
            ("afrol.com said...then @you #tag", "afrol.com said ... then @you #tag"),
            ("worth Dh1.2 billion", "worth Dh1.2 billion"),
            ("Russia&#39;s A&amp;B <b>bold</b>", "Russia &#39;s A &amp; B bold"),
            ("Saint-Denis (AP) — Text", "Saint - Denis ( AP ) — Text"),
            ("'A fresh heyday': N", "' A fresh heyday ' : N"),
            ("Orba\u{301}n Sana\u{2019}a Zero\u{200b}Width", "Orba\u{301}n Sana\u{2019}a Zero\u{200b}Width"),
            ("vitamin C. the 1990s.", "vitamin C. the 1990s ."),
            ("He left.She came", "He left . She came"),
        ] {
            assert_eq!(words(raw), expected.split(' ').collect::<Vec<_>>(), "{raw}");
        }
    }

    #[test]
    fn flags_say_how_it_is_written() {
        let raw = "McDonald of the UN said: “We met”\n\nKIM 3M";
        let mut tokens = Vec::new();
        tokenize(raw, 0, &mut tokens);
        let find = |w: &str| *tokens.iter().find(|t| t.span.of(raw) == w).unwrap();
        assert!(find("McDonald").has(flag::CAPITAL | flag::MIXED | flag::LINE_BEFORE));
        assert!(find("UN").has(flag::ALL_CAPS | flag::CAPITAL));
        assert!(find("met").has(flag::QUOTED | flag::LOWER) && !find("KIM").has(flag::QUOTED));
        assert!(find("KIM").has(flag::PARAGRAPH_BEFORE));
        assert_eq!(find("3M").kind, TokenKind::Number);
        assert_eq!(find("UN").key, Key::of("u.n."));
    }

    #[test]
    fn any_text_is_tiled() {
        let pieces = [
            "a", "B.", "'", "’s", "\n", "\r\n", "é", "e\u{301}", "&#39;", "&", "<p>", "<", "\u{200b}", "“", "\"", "1,",
            ".", "-", "@", "://", "www.", "\u{a0}", "中", "\u{0}",
        ];
        let mut seed = 1_u32;
        for _ in 0..4000 {
            let mut raw = String::new();
            for _ in 0..10 {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                raw.push_str(pieces[(seed >> 16) as usize % pieces.len()]);
            }
            let mut tokens = Vec::new();
            tokenize(&raw, 0, &mut tokens);
            let mut at = 0;
            for token in &tokens {
                let range = token.span.range();
                assert!(range.start >= at && range.end > range.start, "{raw:?}");
                assert!(raw.get(range.clone()).is_some(), "{raw:?}");
                at = range.end;
            }
        }
    }
}
