//! Splits news English into tokens, in one pass over the bytes and without allocation.
//!
//! What stays together: acronyms and initials with their dots (`U.S.`, `a.m.`, `J.`), short forms (`Gen.`, `Sept.`),
//! inner apostrophes (`O'Neill`, `don't`), numbers with their separators and endings (`1,200.5`, `10:30`, `13th`), names
//! of sites (`afrol.com`), URLs, addresses, handles. What is split off: possessives and short verbs (`'s`, `'ll`), and
//! hyphens (`US - China`).

mod letters;
mod quote;
mod symbol;
#[cfg(test)]
mod tests;
mod word;

use super::class::ClassTable;
use super::key::{SEED, mix};
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
}
