//! A pattern as written, with the place of every part; roles and lists are still names.

use std::ops::Range;

use super::{PartOfSpeech, Stance, WordClass};

/// One part of a pattern and its bytes in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Node {
    pub(super) part: Part,
    pub(super) at: Range<usize>,
}

/// What a part is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Word(String),
    Lemma(String, PartOfSpeech),
    Class(WordClass),
    Any { min: u8, max: u8 },
    Actor { role: String, many: bool, stance: Stance },
    List(String),
    Group(Vec<Branch>),
    Trigger(Vec<Branch>),
    Optional(Box<Node>),
}

/// One alternative: parts in a row, and their bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Branch {
    pub(super) nodes: Vec<Node>,
    pub(super) at: Range<usize>,
}
