//! Tokens and sentences, and the view of a text that all later floors read.

use super::{Classes, Key, Sentence, Span, TokenRange};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters (perhaps with digits): `Kim`, `U.S.`, `G20`, `don't`, `'s`.
    Word,
    /// Digits with their separators: `1,200`, `3.5`, `2023`, `13th`.
    Number,
    /// A comma, dot, colon, semicolon, bracket, dash, hyphen, ellipsis …
    Punct,
    /// An opening or closing quotation mark (not an apostrophe).
    Quote,
    /// `$`, `%`, `&`, `@`, a URL, an e-mail address, a hashtag, and anything else.
    Symbol,
}

/// Bits of [`Token::flags`].
pub mod flag {
    /// The first letter is upper case.
    pub const CAPITAL: u16 = 1;
    /// Two letters or more and all of them upper case (`UN`, `U.N.`, `KCNA`).
    pub const ALL_CAPS: u16 = 1 << 1;
    /// All letters are lower case.
    pub const LOWER: u16 = 1 << 2;
    /// White space (or the start of the text) stands before it.
    pub const SPACE_BEFORE: u16 = 1 << 3;
    /// A line break stands before it.
    pub const LINE_BEFORE: u16 = 1 << 4;
    /// First token of its sentence.
    pub const SENTENCE_START: u16 = 1 << 5;
    /// Ends with an abbreviation's or initial's dot, which belongs to the token (`Gen.`, `N.`, `Sept.`).
    pub const DOT: u16 = 1 << 6;
    /// A word of one letter (with or without dot).
    pub const SINGLE: u16 = 1 << 7;
    /// Upper and lower case mixed beyond the first letter (`McDonald`, `eBay`, `iPhone`).
    pub const MIXED: u16 = 1 << 8;
    /// A blank line (two line breaks) stands before it.
    pub const PARAGRAPH_BEFORE: u16 = 1 << 9;
    /// Holds a digit (`G20`, `Covid19`, `13th`).
    pub const DIGIT: u16 = 1 << 10;
    /// Lies inside quotation marks.
    pub const QUOTED: u16 = 1 << 11;
}

/// The smallest unit of text. White space, stray tags and invisible characters are no tokens.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Bytes of the raw text.
    pub span: Span,
    /// The folded word; equal for all spellings held equal.
    pub key: Key,
    /// What it is made of.
    pub kind: TokenKind,
    /// Bits of [`flag`].
    pub flags: u16,
    /// The closed classes of the word.
    pub classes: Classes,
}

impl Token {
    /// Whether all bits of `flags` are set.
    #[inline]
    pub fn has(&self, flags: u16) -> bool {
        self.flags & flags == flags
    }

    /// A word.
    #[inline]
    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }

    /// A word that begins with a capital.
    #[inline]
    pub fn is_capitalised(&self) -> bool {
        self.kind == TokenKind::Word && self.has(flag::CAPITAL)
    }
}

/// A read-only view of one analysed text.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    /// What was analysed: the document's text, after its title and a blank line if it has one.
    pub raw: &'a str,
    /// In order, not overlapping.
    pub tokens: &'a [Token],
    /// In order, tiling the tokens.
    pub sentences: &'a [Sentence],
}

impl<'a> Text<'a> {
    /// The written form of token `i`; empty when there is none.
    #[inline]
    pub fn word(&self, i: usize) -> &'a str {
        self.tokens.get(i).map_or("", |t| t.span.of(self.raw))
    }

    /// The bytes from the first to the last token of `range`.
    pub fn span(&self, range: TokenRange) -> Span {
        match (self.tokens.get(range.start as usize), self.tokens.get((range.end as usize).wrapping_sub(1))) {
            (Some(a), Some(b)) if !range.is_empty() => Span { start: a.span.start, end: b.span.end },
            _ => Span::default(),
        }
    }

    /// The raw text from the first to the last token of `range`.
    pub fn slice(&self, range: TokenRange) -> &'a str {
        self.span(range).of(self.raw)
    }

    /// The key of token `i`; the default key when there is none.
    #[inline]
    pub fn key(&self, i: usize) -> Key {
        self.tokens.get(i).map_or(Key::default(), |t| t.key)
    }

    /// The closed classes of token `i`; none when there is none.
    #[inline]
    pub fn classes(&self, i: usize) -> Classes {
        self.tokens.get(i).map_or(Classes::default(), |t| t.classes)
    }

    /// The number of the sentence that holds token `i`.
    pub fn sentence_of(&self, i: usize) -> usize {
        self.sentences.partition_point(|s| s.tokens.end as usize <= i)
    }
}
