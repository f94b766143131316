//! Where something stands in a text.

use std::ops::Range;

/// A half-open range of bytes of the raw text; both ends lie on character borders.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span of bytes `start..end`.
    pub fn new(start: usize, end: usize) -> Self {
        Span { start: start as u32, end: end as u32 }
    }

    /// The bytes as an index range.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The text under the span; empty when the span does not fit `raw`.
    pub fn of(self, raw: &str) -> &str {
        raw.get(self.range()).unwrap_or("")
    }
}

/// A half-open range of token numbers of one [`super::Text`]; never mixed up with bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TokenRange {
    /// First token.
    pub start: u32,
    /// One past the last token.
    pub end: u32,
}

impl TokenRange {
    /// The tokens `start..end`.
    pub fn new(start: usize, end: usize) -> Self {
        TokenRange { start: start as u32, end: end as u32 }
    }

    /// The tokens as an index range.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// How many tokens.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether no token lies in it.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether `token` lies in it.
    pub fn contains(self, token: usize) -> bool {
        self.range().contains(&token)
    }

    /// Whether the two share a token.
    pub fn overlaps(self, other: TokenRange) -> bool {
        self.start < other.end && other.start < self.end
    }
}
