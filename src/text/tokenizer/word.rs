//! Words: letters, digits and what may stand within them.

use super::super::class::Classes;
use super::super::key::{KeyHasher, SEED, mix};
use super::super::unit::{self, CLASS, Unit, unit_at};
use super::super::{Key, TokenKind, flag};
use super::Tokenizer;
use super::letters::Letters;

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
    /// Reads a word of ASCII letters that ends where they end, eight letters at a step; `false` where it is none.
    #[inline]
    pub(super) fn plain_word(&mut self) -> bool {
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

    /// Reads letters, digits and what may stand within a word.
    pub(super) fn word(&mut self) {
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
}
