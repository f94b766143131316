//! Groups: the words of a sentence gathered into noun groups, verb groups and what joins them.

use crate::text::TokenRange;

/// What a group is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GroupKind {
    /// A noun with what stands before it: "Russia's foreign minister Sergei Lavrov", "he", "the two".
    Noun,
    /// A verb with its helpers: "will not be meeting", "to visit".
    Verb,
    /// "in", "with", "as well as" is none.
    Preposition,
    /// "and", "but", "as well as", "along with".
    Coordinator,
    /// "after", "because", "that" before a clause.
    Subordinator,
    /// "who", "which", "that" after a noun.
    Relative,
    /// A comma.
    Comma,
    /// A semicolon, a colon, a dash: parts of a sentence that stand apart.
    Break,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// A quotation mark that opens or closes speech.
    Quote,
    /// An adverb.
    Adverb,
    /// An adjective that stands alone: "is ready".
    Adjective,
    /// A date.
    Date,
    /// Anything else.
    Other,
}

/// A run of tokens of one kind. The groups of a sentence tile it, in order; quotation marks around single words belong
/// to the group they stand in.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// What it is.
    pub kind: GroupKind,
    /// Its tokens.
    pub tokens: TokenRange,
    /// The token that says what it is: the last noun, the main verb, the preposition itself.
    pub head: u32,
    /// Of a noun group: the tokens of its owner with the possessive ("Russia's", "his"); empty without one.
    pub owner: TokenRange,
    /// Number of the clause it stands in, in [`super::Syntax::clauses`].
    pub clause: u32,
    /// Of a noun group: the group of the preposition before it.
    pub preposition: Option<u32>,
}

impl Group {
    /// A group before the clauses are known.
    pub fn new(kind: GroupKind, tokens: TokenRange, head: usize) -> Group {
        Group { kind, tokens, head: head as u32, owner: TokenRange::default(), clause: 0, preposition: None }
    }
}
