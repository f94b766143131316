//! Quotation marks, and the apostrophes that look like them.

use super::super::key::KeyHasher;
use super::super::unit::{Unit, unit_at};
use super::super::{Key, TokenKind, flag};
use super::Tokenizer;

impl Tokenizer<'_> {
    pub(super) fn quote(&mut self, length: usize, opens: bool) {
        self.double = false;
        self.emit_text(self.at + length, TokenKind::Quote, 0);
        self.double = opens;
    }

    /// Whether the apostrophe before `after` belongs to the word: a letter follows, and not a possessive or short verb.
    pub(super) fn inner_apostrophe(&self, after: usize) -> bool {
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

    pub(super) fn apostrophe(&mut self, length: usize) {
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
}
