//! Numbers, addresses, handles and other symbols.

use super::super::key::KeyHasher;
use super::super::unit::{self, CLASS, Unit, unit_at};
use super::super::{TokenKind, flag};
use super::Tokenizer;

impl Tokenizer<'_> {
    pub(super) fn number(&mut self) {
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
    pub(super) fn address(&mut self) {
        let rest = &self.raw[self.at..];
        let length = rest
            .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | ')' | ']' | '”'))
            .unwrap_or(rest.len());
        let length = rest[..length].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'']).len().max(1);
        self.emit_text(self.at + rest.ceil_char_boundary(length), TokenKind::Symbol, 0);
    }

    pub(super) fn symbol(&mut self, length: usize) {
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
